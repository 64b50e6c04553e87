"""Groups beside one another: counted in the database, protected and judged by the engine.

Everything that leaves this service is already protected under the study's k; there is
no other way from the counts to a screen, a file or a guideline.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from survey_engine.compare import tables
from survey_engine.compare.agreement import Agreement, map_agreement, sort_lines
from survey_engine.compare.lines import Line, Side
from survey_engine.compare.models import ComparedGroup, CountTable, LineKind, ScaleTable
from survey_engine.compare.passages import Passage
from survey_engine.compare.planes import plane_tables
from survey_engine.compare.scale_suppression import protect_scale
from survey_engine.compare.suppression import Visibility
from survey_engine.design.kinds import Number, Points, Position, Question, Statement, Statements
from survey_engine.design.kinds.graded import Graded
from survey_engine.design.models import Study, groups_of
from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import mark, translations
from survey_engine.storage import collect as sessions_store
from survey_engine.storage import compare as store
from survey_engine.storage import passages
from survey_engine.storage.database import Transaction
from survey_engine.texts import pick
from survey_engine.themes.models import Theme, ThemeState
from survey_engine.workbench.pooled import (
    PooledStatement,
    as_parts,
    statements_in,
    voted_by_group,
    votes_on,
)
from survey_engine.workbench.rewording import EarlierWording, earlier_wordings
from survey_engine.workbench.service import Service

MOST_PASSAGES = 5


@dataclass(frozen=True, slots=True)
class Comparable:
    """Something that can be compared by group: a question (its id) or a theme (its id)."""

    id: str
    kind: LineKind
    label: str


@dataclass(frozen=True, slots=True)
class GroupComparison:
    """One question or theme by group, as it may be seen; `people` took part, by group.

    `spread` counts people by group and point of a scale where that may be told, else None; `earlier` says
    how many answered the question while it read otherwise.
    """

    id: str
    kind: LineKind
    label: str
    people: tuple[tuple[ComparedGroup, int], ...]
    lines: tuple[Line, ...]
    k: int
    spread: tuple[tuple[int, ...], ...] | None = None
    earlier: EarlierWording | None = None


@dataclass(frozen=True, slots=True)
class SharedAndDifferent:
    """The agreement map of a study, and what has to be said beside it; `people` took part, by group.

    `words_without_people` notes and turns belong to no participant and are in no count;
    `themes_are_suggested` where no theme was kept by a person yet; `earlier` are the questions that
    changed between the versions that are summed up.
    """

    agreement: Agreement
    people: tuple[tuple[ComparedGroup, int], ...]
    words_without_people: int
    themes_are_suggested: bool
    earlier: tuple[EarlierWording, ...] = ()


class Comparisons(Service):
    """What all groups share, where they part, and by how much."""

    def revision(self, study_id: str) -> int:
        """Return a number that rises whenever a comparison of this study may have changed."""
        with self.database.reading() as transaction:
            self.allow(transaction, study_id)
            return store.revision_of(transaction, study_id)

    def lines(self, study_id: str, *, language: str = "lv") -> tuple[Comparable, ...]:
        """Return what can be compared in a study: its questions in order, then its themes."""
        with self.database.reading() as transaction:
            view = ComparisonView(transaction, self.allow(transaction, study_id), (), language)
            questions = (
                Comparable(question.id, _kind_of(question), pick(question.text, language))
                for question in view.questions
            )
            themes = (Comparable(theme.id, LineKind.THEME, theme.name) for theme in view.themes)
            return (*questions, *themes)

    def by_group(
        self, study_id: str, subject_id: str, *, session_ids: Sequence[str] = (), language: str = "lv"
    ) -> GroupComparison:
        """Return one question or theme by group, over these sessions (all where none is named).

        Raises NOT_FOUND where the study has no such question or theme in these sessions.
        """
        with self.database.reading() as transaction:
            view = ComparisonView(transaction, self.allow(transaction, study_id), session_ids, language)
            reworded = {one.question_id: one for one in view.earlier_wordings()}
            return replace(view.comparison(subject_id), earlier=reworded.get(subject_id))

    def agreement(
        self, study_id: str, *, session_ids: Sequence[str] = (), language: str = "lv"
    ) -> SharedAndDifferent:
        """Return the agreement map over these sessions (all where none is named)."""
        with self.database.reading() as transaction:
            view = ComparisonView(transaction, self.allow(transaction, study_id), session_ids, language)
            asked = {question.id for question in view.questions}
            earlier = tuple(one for one in view.earlier_wordings() if one.question_id in asked)
            return replace(view.agreement(), earlier=earlier)

    def passages(
        self, study_id: str, line: Line, *, session_ids: Sequence[str] = ()
    ) -> tuple[tuple[Side, tuple[Passage, ...]], ...]:
        """Return what may be read behind a theme, by group: kept quotes, then answers let through.

        At most five a group; none of a group that is told as few, and behind a range never more
        than everybody knows of.
        """
        with self.database.reading() as transaction:
            view = ComparisonView(transaction, self.allow(transaction, study_id), session_ids, "lv")
            kept = passages.kept_passages(transaction, view.session_ids, line.line_id)
            shown = passages.let_through(transaction, view.session_ids, line.line_id)
        return tuple((side, _behind(side, (*kept, *shown))) for side in line.sides)


class ComparisonView:
    """One study over some sessions, read within one transaction; other services of the workbench use it too."""

    def __init__(
        self, transaction: Transaction, study: Study, session_ids: Sequence[str], language: str
    ) -> None:
        self.transaction = transaction
        self.study = study
        self.language = language
        self.words = translations(language)
        sessions = [session.id for session in sessions_store.sessions_of(transaction, study.id)]
        self.session_ids = [one for one in sessions if not session_ids or one in session_ids]
        self.people = store.people_by_group(transaction, self.session_ids)
        self.groups = tables.compared_groups(groups_of(study), self.people, language, self.words)
        self.sizes = tuple((group, self.people.get(group.key, 0)) for group in self.groups)
        # Only a room with several groups in it has seen a total that could be subtracted from.
        self.totals_known = store.count_mixed_sessions(transaction, self.session_ids) > 0
        self.questions = self._questions()
        self.themes = store.themes_of(transaction, study.id)

    def earlier_wordings(self) -> tuple[EarlierWording, ...]:
        """Return the questions that changed between the versions of these sessions."""
        return earlier_wordings(self.transaction, self.session_ids, self.study.id, self.study.k)

    def comparison(self, subject_id: str) -> GroupComparison:
        question = next((one for one in self.questions if one.id == subject_id), None)
        if question is not None:
            counts, scales = self.question_tables([question])
            spread = protect_scale(scales[0], self.study.k).spread if len(scales) == 1 else None
            label, kind = pick(question.text, self.language), _kind_of(question)
            return self._compared(subject_id, kind, label, counts, scales, spread)
        if pooled := [q for q in self.questions if isinstance(q, PooledStatement) and q.pool == subject_id]:
            return self._pool(subject_id, pooled)
        theme = next((one for one in self.themes if one.id == subject_id), None)
        if theme is None:
            raise EngineError(Problem.NOT_FOUND, what=mark("question"))
        return self._compared(subject_id, LineKind.THEME, theme.name, self.theme_tables([theme]))

    def _pool(self, subject_id: str, pooled: Sequence[PooledStatement]) -> GroupComparison:
        counts, _scales = self.question_tables(pooled)
        lines = sort_lines(counts, (), self.study.k)
        parts = tuple(line for one in pooled for line in as_parts(one, lines))
        return GroupComparison(subject_id, LineKind.STATEMENT, "", self.sizes, parts, self.study.k)

    def _compared(
        self,
        subject_id: str,
        kind: LineKind,
        label: str,
        counts: Sequence[CountTable],
        scales: Sequence[ScaleTable] = (),
        spread: tuple[tuple[int, ...], ...] | None = None,
    ) -> GroupComparison:
        lines = tuple(sort_lines(counts, scales, self.study.k))
        return GroupComparison(subject_id, kind, label, self.sizes, lines, self.study.k, spread)

    def agreement(self) -> SharedAndDifferent:
        counts, scales = self.question_tables(self.questions)
        drawn = map_agreement([*self.theme_tables(self.themes), *counts], scales, self.study.k)
        return SharedAndDifferent(
            drawn,
            self.sizes,
            store.count_words_without_people(self.transaction, self.session_ids),
            any(theme.state is ThemeState.SUGGESTED for theme in self.themes),
        )

    def question_tables(self, questions: Sequence[Question]) -> tuple[list[CountTable], list[ScaleTable]]:
        ids = [question.id for question in questions]
        ids += [question.pool for question in questions if isinstance(question, PooledStatement)]
        answered = store.answered_by_group(self.transaction, self.session_ids, ids)
        chosen = store.chosen_by_group(self.transaction, self.session_ids, ids)
        counts: list[CountTable] = []
        scales: list[ScaleTable] = []
        for question in questions:
            if isinstance(question, PooledStatement):
                by_vote = votes_on(question, chosen)
                counts.append(self._choice(question, voted_by_group(by_vote), by_vote))
                continue
            by_code = {code: people for (asked, code), people in chosen.items() if asked == question.id}
            people = answered.get(question.id, {})
            if isinstance(question, Position):
                scales.extend(self._plane(question, by_code))
            elif tables.is_told_by_mean(question):
                scales.extend(self._scales(question, people, by_code))
            else:
                counts.append(self._choice(question, people, by_code))
        return counts, scales

    def theme_tables(self, themes: Sequence[Theme]) -> list[CountTable]:
        ids = [theme.id for theme in themes]
        questions = store.questions_by_theme(self.transaction, self.session_ids, ids)
        raised = store.raised_by_group(self.transaction, self.session_ids, ids)
        answers = store.answers_by_theme(self.transaction, self.session_ids, ids)
        spoke = {
            asked: store.spoke_by_group(self.transaction, self.session_ids, asked)
            for asked in set(questions.values())
        }
        return [
            tables.theme_table(
                theme.id,
                theme.name,
                self.groups,
                spoke[questions[theme.id]],
                raised.get(theme.id, {}),
                {group.key: answers.get((theme.id, group.key), ()) for group in self.groups},
            )
            for theme in themes
            if theme.id in questions
        ]

    def _choice(
        self, question: Question, answered: Mapping[str, int], chosen: Mapping[str, Mapping[str, int]]
    ) -> CountTable:
        return tables.choice_table(
            question,
            self.groups,
            answered,
            chosen,
            totals_known=self.totals_known,
            language=self.language,
            words=self.words,
        )

    def _scales(
        self, question: Question, answered: dict[str, int], chosen: dict[str, dict[str, int]]
    ) -> tuple[ScaleTable, ...]:
        if isinstance(question, Points):
            too_small = any(0 < people < self.study.k for people in answered.values())
            return tables.amount_tables(
                question,
                self.groups,
                answered,
                chosen,
                totals_known=self.totals_known and too_small,
                language=self.language,
            )
        if isinstance(question, Number):
            return (
                tables.number_table(
                    question, self.groups, chosen, totals_known=self.totals_known, language=self.language
                ),
            )
        assert isinstance(question, Graded)
        return tables.scale_tables(
            question, self.groups, chosen, totals_known=self.totals_known, language=self.language
        )

    def _plane(self, question: Position, by_code: dict[str, dict[str, int]]) -> Iterator[ScaleTable]:
        return plane_tables(
            question, self.groups, by_code, totals_known=self.totals_known, language=self.language
        )

    def _questions(self) -> list[Question]:
        forms = store.forms_of(self.transaction, self.session_ids)
        newest: dict[str, Question] = {}
        for form in forms:
            for question in form.questions:
                for part in self._parts(question):
                    newest.setdefault(part.id, part)
        return list(newest.values())

    def _parts(self, question: Question) -> Sequence[Question]:
        """Return what is compared of a question: itself, each statement of a pool, or nothing."""
        if isinstance(question, Statements):
            return statements_in(self.transaction, self.session_ids, question, self.language)
        return (question,) if tables.can_be_compared(question) else ()


def _kind_of(question: Question) -> LineKind:
    if isinstance(question, Position) or tables.is_told_by_mean(question):
        return LineKind.SCALE
    return LineKind.STATEMENT if isinstance(question, Statement) else LineKind.CHOICE


def _behind(side: Side, found: Sequence[Passage]) -> tuple[Passage, ...]:
    if side.cell.visibility not in (Visibility.EXACT, Visibility.BETWEEN):
        return ()
    most = min(MOST_PASSAGES, side.cell.least)
    own = [passage for passage in found if passage.group_key == side.group.key]
    quoted = {passage.answer_id for passage in own if len(passage.words) < len(passage.text)}
    whole = [p for p in own if p.answer_id not in quoted or len(p.words) < len(p.text)]
    unlike = {(passage.answer_id, passage.start, passage.end): passage for passage in whole}
    return tuple(unlike.values())[:most]
