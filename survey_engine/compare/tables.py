"""Questions and themes as tables to compare, from counts that were made elsewhere."""

from collections.abc import Mapping, Sequence

from survey_engine.compare.models import (
    NO_GROUP,
    ComparedGroup,
    CountTable,
    GroupedCounts,
    LineKind,
    ScaleTable,
)
from survey_engine.design.kinds import (
    CANT_SAY,
    Criteria,
    Matrix,
    MultipleChoice,
    Question,
    SingleChoice,
    Statement,
    YesNo,
)
from survey_engine.design.kinds.base import code_at
from survey_engine.design.kinds.graded import Graded
from survey_engine.design.kinds.statement import AGREE, DISAGREE, PASS
from survey_engine.design.models import Group
from survey_engine.i18n import Translations, mark
from survey_engine.texts import pick

ByGroup = Mapping[str, int]
STANCES = {AGREE: mark("agree"), DISAGREE: mark("disagree"), PASS: mark("pass"), CANT_SAY: mark("can't say")}


def can_be_compared(question: Question) -> bool:
    """Say whether the answers to a question are choices that groups can be compared by."""
    return isinstance(question, SingleChoice | YesNo | MultipleChoice | Statement | Graded)


def compared_groups(
    groups: Sequence[Group], people: ByGroup, language: str, words: Translations
) -> tuple[ComparedGroup, ...]:
    """Return the study's groups, then any other that people are in; those without a group come last, if any."""
    declared = [ComparedGroup(group.key, pick(group.label, language) or group.key) for group in groups]
    known = {group.key for group in groups} | {NO_GROUP}
    others = [ComparedGroup(key, key) for key in sorted(people) if key not in known]
    nobody = [ComparedGroup(NO_GROUP, words.gettext("No group given"))] if people.get(NO_GROUP) else []
    return (*declared, *others, *nobody)


def choice_table(
    question: Question,
    groups: tuple[ComparedGroup, ...],
    answered: ByGroup,
    chosen: Mapping[str, ByGroup],
    *,
    totals_known: bool,
    language: str,
    words: Translations,
) -> CountTable:
    """Return a choice or a statement by group; `chosen` counts people by code and group."""
    is_statement = isinstance(question, Statement)
    set_apart = {Statement: {PASS}, YesNo: {CANT_SAY}}.get(type(question), set())
    lines = tuple(
        GroupedCounts(
            code,
            pick(question.label(code), language) or words.gettext(STANCES.get(code, code)),
            _in_order(groups, chosen.get(code, {})),
            set_apart=code in set_apart,
        )
        for code in question.codes()
    )
    return CountTable(
        table_id=question.id,
        label=pick(question.text, language),
        kind=LineKind.STATEMENT if is_statement else LineKind.CHOICE,
        groups=groups,
        sizes=_in_order(groups, answered),
        lines=lines,
        adds_up=not isinstance(question, MultipleChoice),
        totals_known=totals_known,
    )


def scale_tables(
    question: Graded,
    groups: tuple[ComparedGroup, ...],
    chosen: Mapping[str, ByGroup],
    *,
    totals_known: bool,
    language: str,
) -> tuple[ScaleTable, ...]:
    """Return a scale by group, each statement of a matrix, or each thing by each criterion, with "can't say" set apart."""

    def table(label: str, start: str = "", line_id: str = "mean", context: str = "") -> ScaleTable:
        points = tuple(range(1, question.points + 1))
        by_point = [_in_order(groups, chosen.get(f"{start}{point}", {})) for point in points]
        return ScaleTable(
            table_id=question.id,
            label=label,
            low_label=pick(question.low, language),
            high_label=pick(question.high, language),
            points=points,
            groups=groups,
            tallies=tuple(zip(*by_point, strict=True)),
            cant_say=_in_order(groups, chosen.get(f"{start}{CANT_SAY}", {})),
            totals_known=totals_known,
            line_id=line_id,
            context=context,
        )

    asked = pick(question.text, language)
    if isinstance(question, Criteria):
        cells = ((cell, pick(question.cell_label(cell), language)) for cell in question.cells)
        return tuple(table(label, code_at(cell, ""), cell, asked) for cell, label in cells)
    if not isinstance(question, Matrix):
        return (table(asked),)
    return tuple(
        table(pick(row.label, language), code_at(row.code, ""), row.code, asked) for row in question.options
    )


def theme_table(
    theme_id: str,
    name: str,
    groups: tuple[ComparedGroup, ...],
    spoke: ByGroup,
    raised: ByGroup,
    answers: Mapping[str, tuple[str, ...]],
) -> CountTable:
    """Return one theme by group: who raised it, of those who answered its questions in words.

    A person may raise several themes, and no room has seen a theme counted undivided.
    """
    line = GroupedCounts(
        theme_id,
        name,
        _in_order(groups, raised),
        tuple(answers.get(group.key, ()) for group in groups),
    )
    return CountTable(
        table_id=theme_id,
        label="",
        kind=LineKind.THEME,
        groups=groups,
        sizes=_in_order(groups, spoke),
        lines=(line,),
        adds_up=False,
        totals_known=False,
    )


def _in_order(groups: tuple[ComparedGroup, ...], counts: ByGroup) -> tuple[int, ...]:
    return tuple(counts.get(group.key, 0) for group in groups)
