"""The texts of a questionnaire and its study: side by side, for a translator, and back as one edit."""

from collections.abc import Mapping
from dataclasses import dataclass

from survey_engine.design.all_texts import TextAt, texts_of, with_texts
from survey_engine.design.models import Form, Questionnaire, Study, form_of
from survey_engine.design.translating import (
    STUDY,
    Completeness,
    Wordings,
    completeness,
    say_places,
    translated,
    wordings_of,
    written_texts,
)
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.tables_in import read_table
from survey_engine.exchange.texts_sheet import TextsIn, read_texts, write_texts
from survey_engine.i18n import translations
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import StudyRow
from survey_engine.texts import Texts
from survey_engine.workbench.drafts import Drafts


@dataclass(frozen=True, slots=True)
class Worded:
    """Every text that is written in any language, and how complete each language of the study is."""

    wordings: Wordings
    texts: tuple[TextAt, ...]
    languages: tuple[Completeness, ...]


class WordingDesk(Drafts):
    """Texts in every language. Edits are undone like those of questions, by `questionnaires.undo`."""

    def texts(self, questionnaire_id: str) -> Worded:
        """Return all texts of a questionnaire and its study; raise NOT_FOUND."""
        wordings, study = self._wordings(questionnaire_id)
        texts = written_texts(wordings)
        return Worded(wordings, texts, completeness(texts, study.languages))

    def save(
        self,
        questionnaire_id: str,
        *,
        texts: Mapping[str, Texts],
        seen: Mapping[str, Texts] | None = None,
    ) -> Questionnaire:
        """Write texts at their addresses, in the languages given; '' takes one out. One edit, one undo.

        `seen` are the texts as they were when the visitor began to write: one that somebody else
        changed since raises CHANGED_MEANWHILE. Raises what `translated` raises.
        """
        with self.database.writing() as transaction:
            row = self._row(transaction, questionnaire_id)
            before = wordings_of(self.allow(transaction, row.study_id), form_of(row))
            _refuse_overwriting(before, texts, seen or {})
            after = translated(before, texts)
            if after != before:
                self._keep(transaction, row, "texts", _told_before(before, after))
                row.form = after.form.model_dump(mode="json")
                _tell(transaction, row.study_id, after)
                transaction.touch_study(row.study_id)
                transaction.touch_questionnaire(row.id)
        return self._stored(questionnaire_id)

    def sheet(self, questionnaire_id: str, *, language: str) -> bytes:
        """Return the texts as an XLSX file for a translator, in all languages of the study.

        `language` is that of the words that say where a text stands.
        """
        wordings, study = self._wordings(questionnaire_id)
        places = say_places(wordings, translations(language).gettext)
        return write_texts(written_texts(wordings), study.languages, places)

    def read_sheet(self, questionnaire_id: str, *, name: str, content: bytes) -> TextsIn:
        """Return what a translator's file would change; nothing is stored.

        Raises what `read_table` and `read_texts` raise.
        """
        wordings, _study = self._wordings(questionnaire_id)
        return read_texts(read_table(name, content), texts_of(wordings))

    def _wordings(self, questionnaire_id: str) -> tuple[Wordings, Study]:
        with self.database.reading() as transaction:
            row = self._row(transaction, questionnaire_id)
            study = self.allow(transaction, row.study_id)
            return wordings_of(study, form_of(row)), study


def put_back(transaction: Transaction, study_id: str, texts: Mapping[str, Texts]) -> None:
    """Give a study the texts that an edit had changed; what is gone since, such as a group, stays gone."""
    row = transaction.get_one(StudyRow, study_id)
    now = wordings_of(Study.model_validate(row), Form())
    there = {text.address for text in texts_of(now)}
    kept = {address: dict(given) for address, given in texts.items() if address in there}
    _tell(transaction, study_id, with_texts(now, kept))


def _tell(transaction: Transaction, study_id: str, wordings: Wordings) -> None:
    row, told = transaction.get_one(StudyRow, study_id), wordings.study
    row.information, row.consent = told.information, told.consent
    row.groups = [group.model_dump() for group in told.groups]


def _told_before(before: Wordings, after: Wordings) -> dict[str, Texts] | None:
    now = {text.address: text.texts for text in texts_of(after)}
    changed = {
        text.address: text.texts
        for text in texts_of(before)
        if text.address.startswith(f"{STUDY}/") and now[text.address] != text.texts
    }
    return changed or None


def _refuse_overwriting(before: Wordings, texts: Mapping[str, Texts], seen: Mapping[str, Texts]) -> None:
    stored = {text.address: text.texts for text in texts_of(before)}
    for address, given in texts.items():
        for language, yours in given.items():
            theirs = stored.get(address, {}).get(language, "")
            then = seen[address].get(language, "") if address in seen else theirs
            if theirs not in (then, yours):
                raise EngineError(Problem.CHANGED_MEANWHILE, theirs=theirs, yours=yours)
