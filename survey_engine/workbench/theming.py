"""Themes: what people decide about them stays, and can be taken back."""

from collections.abc import Sequence

from survey_engine.design.limits import clean_text, clean_title
from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import mark
from survey_engine.storage import themes as stored
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import ThemeRow
from survey_engine.themes.models import MACHINE, Coding, Theme, ThemeState
from survey_engine.workbench.suggesting import Suggesting
from survey_engine.workbench.theme_history import ThemeHistory


class Themes(Suggesting, ThemeHistory):
    """Words, suggested themes and codings. Every decision is one transaction and can be taken back."""

    def create(self, study_id: str, *, name: str, definition: str = "") -> Theme:
        """Make a theme by hand; raise TITLE_EMPTY, ENTRY_TOO_LONG."""
        with self.database.writing() as transaction:
            self.allow(transaction, study_id)
            theme = self._made(transaction, study_id, name, definition)
            self.remember(transaction, study_id, "theme.created", theme.id, before=(), made=[theme.id])
            return theme

    def rename(self, theme_id: str, *, name: str, definition: str | None = None) -> Theme:
        """Give a theme another name (and definition), which keeps it; raise TITLE_EMPTY, NOT_FOUND."""
        with self.database.writing() as transaction:
            row = self.theme_row(transaction, theme_id)
            self.remember(transaction, row.study_id, "theme.renamed", theme_id, before=[theme_id])
            row.name = clean_title(name)
            row.definition = row.definition if definition is None else clean_text(definition)
            self._keep(row)
            return Theme.model_validate(row)

    def keep(self, theme_id: str) -> Theme:
        """Keep a suggested theme as it is: new runs leave it and its answers alone."""
        with self.database.writing() as transaction:
            row = self.theme_row(transaction, theme_id)
            self.remember(transaction, row.study_id, "theme.kept", theme_id, before=[theme_id])
            self._keep(row)
            return Theme.model_validate(row)

    def dismiss(self, theme_id: str, *, reason: str = "") -> None:
        """Say that this is no theme: its answers are free again, and the same proposal does not come back."""
        with self.database.writing() as transaction:
            row = self.theme_row(transaction, theme_id)
            self.remember(
                transaction, row.study_id, "theme.dismissed", theme_id, before=[theme_id], reason=reason
            )
            row.state = ThemeState.DISMISSED

    def restore(self, theme_id: str) -> Theme:
        """Take a dismissed theme back, kept."""
        return self.keep(theme_id)

    def merge(self, theme_ids: Sequence[str], *, name: str | None = None) -> Theme:
        """Put several themes together into the first of them; quotes and evidence go with them.

        Raises NOT_FOUND, and TITLE_EMPTY where an empty name is given.
        """
        with self.database.writing() as transaction:
            rows = [self.theme_row(transaction, theme_id) for theme_id in dict.fromkeys(theme_ids)]
            target, others = rows[0], [row for row in rows[1:] if row.study_id == rows[0].study_id]
            ids = [row.id for row in (target, *others)]
            self.remember(transaction, target.study_id, "theme.merged", target.id, before=ids)
            for coding in stored.codings_of(transaction, [row.id for row in others]):
                if coding.accepted:
                    self._take_in(transaction, target.id, coding)
            stored.point_elsewhere(transaction, [row.id for row in others], target.id)
            stored.clear_codings(transaction, [row.id for row in others])
            target.terms = list(dict.fromkeys(term for row in rows for term in row.terms))
            target.name = clean_title(name) if name is not None else target.name
            self._keep(target)
            transaction.flush()
            for row in others:
                transaction.delete(row)
            return Theme.model_validate(target)

    def _take_in(self, transaction: Transaction, theme_id: str, coding: Coding) -> None:
        own = stored.coding_of(transaction, theme_id, coding.answer_id)
        if own is None or (own.made_by == MACHINE and coding.made_by != MACHINE):
            stored.put_coding(transaction, coding.model_copy(update={"theme_id": theme_id}))

    def split_off(
        self, study_id: str, *, from_theme: str | None, answer_ids: Sequence[str], name: str
    ) -> Theme:
        """Make a theme of its own out of some answers of another, or of none.

        Raises NOT_FOUND, TITLE_EMPTY, NOTHING_CHOSEN.
        """
        _must_choose(answer_ids)
        with self.database.writing() as transaction:
            self.allow(transaction, study_id)
            row = self.theme_row(transaction, from_theme) if from_theme else None
            before = [row.id] if row else []
            made = self._made(transaction, study_id, name, "", position=row.position + 1 if row else None)
            self.remember(transaction, study_id, "theme.split", made.id, before=before, made=[made.id])
            for answer_id in answer_ids:
                self._say(transaction, made, answer_id, accepted=True)
                if row is not None:
                    self._say(transaction, row, answer_id, accepted=False)
            if row is not None:
                self._keep(row)
            return made

    def move_answer(self, answer_id: str, *, from_theme: str | None, to_theme: str | None) -> None:
        """Move one answer from a theme to another; None stands for being in no theme. Raises NOT_FOUND."""
        self.move_answers([answer_id], from_theme=from_theme, to_theme=to_theme)

    def move_answers(
        self, answer_ids: Sequence[str], *, from_theme: str | None, to_theme: str | None
    ) -> None:
        """Move answers from a theme to another; None stands for being in no theme.

        Both themes are kept by that. Raises NOT_FOUND, NOTHING_CHOSEN.
        """
        _must_choose(answer_ids)
        if from_theme == to_theme:
            return
        with self.database.writing() as transaction:
            rows = [self.theme_row(transaction, id) for id in (from_theme, to_theme) if id]
            before = [row.id for row in rows]
            self.remember(transaction, rows[0].study_id, "answer.moved", answer_ids[0], before=before)
            for row in rows:
                for answer_id in answer_ids:
                    self._say(transaction, row, answer_id, accepted=row.id == to_theme)
                self._keep(row)

    def _made(
        self, transaction: Transaction, study_id: str, name: str, definition: str, position: int | None = None
    ) -> Theme:
        last = max((t.position for t in stored.themes_of(transaction, study_id)), default=-1)
        theme = Theme(
            study_id=study_id,
            name=clean_title(name),
            definition=clean_text(definition),
            state=ThemeState.KEPT,
            made_by=self.maker,
            position=last + 1 if position is None else position,
            created_at=self.now(),
        )
        transaction.add(ThemeRow(**theme.model_dump()))
        transaction.flush()
        return theme

    def _say(
        self, transaction: Transaction, theme: Theme | ThemeRow, answer_id: str, *, accepted: bool
    ) -> None:
        if stored.answer_in_study(transaction, theme.study_id, answer_id) is None:
            raise EngineError(Problem.NOT_FOUND, what=mark("answer"))
        coding = Coding(
            theme_id=theme.id, answer_id=answer_id, made_by=self.maker, accepted=accepted, made_at=self.now()
        )
        stored.put_coding(transaction, coding)

    def _keep(self, row: ThemeRow) -> None:
        row.state = ThemeState.KEPT


def _must_choose(answer_ids: Sequence[str]) -> None:
    if not answer_ids:
        raise EngineError(Problem.NOTHING_CHOSEN)
