"""Checking, publishing and exporting: a published version is frozen, numbered and dated."""

from collections.abc import Callable
from typing import Literal

from survey_engine.design.models import Study
from survey_engine.errors import EngineError, Problem
from survey_engine.guidelines.assembly import assemble
from survey_engine.guidelines.checks import Finding, check_ready, findings_in
from survey_engine.guidelines.document import Document
from survey_engine.guidelines.docx import to_docx
from survey_engine.guidelines.drafts import Draft
from survey_engine.guidelines.markdown import to_markdown
from survey_engine.guidelines.models import Guideline, Publication
from survey_engine.i18n import mark, translations
from survey_engine.storage import guidelines as store
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import GuidelineRow, PublicationRow, StudyRow
from survey_engine.workbench.guidelines.method import method_facts
from survey_engine.workbench.guidelines.part import GuidelinePart
from survey_engine.workbench.guidelines.reading import Reader

Form = Literal["md", "docx"]


class Publishing(GuidelinePart):
    """From a draft to a document that can be handed on."""

    def findings(self, guideline_id: str) -> tuple[Finding, ...]:
        """Return what to look at before publishing, what stops it first."""
        with self.database.reading() as transaction:
            _reader, draft = self.read(transaction, guideline_id)
            return findings_in(draft)

    def document(self, guideline_id: str, *, number: int = 0) -> Document:
        """Return a published version as a document, or the draft as it stands now (number 0).

        Raises NOT_FOUND where there is no such version.
        """
        with self.database.reading() as transaction:
            row = self.guideline_row(transaction, guideline_id)
            if number == 0:
                return self._assembled(*self.read(transaction, row.id), version=0)
            for publication in store.publications_of(transaction, row.id):
                if publication.number == number:
                    return Document.model_validate(publication.content)
        raise EngineError(Problem.NOT_FOUND, what=mark("version"))

    def publish(self, guideline_id: str, *, reason: str = "") -> Publication:
        """Freeze the draft as the next version.

        Raises GUIDELINE_EMPTY, or EVIDENCE_MISSING naming every recommendation without evidence for it.
        """
        with self.database.writing() as transaction:
            reader, draft = self.read(transaction, guideline_id)
            check_ready(draft)
            row = self.guideline_row(transaction, guideline_id)
            row.published += 1
            document = self._assembled(reader, draft, version=row.published)
            publication = Publication(
                guideline_id=row.id,
                number=row.published,
                content=document.model_dump(mode="json"),
                published_at=self.now(),
                published_by=self.maker,
            )
            transaction.add(PublicationRow(**publication.model_dump()))
            self._log_version(transaction, row, reason)
            return publication

    def publications(self, guideline_id: str) -> tuple[Publication, ...]:
        """Return the published versions, the newest first."""
        with self.database.reading() as transaction:
            row = self.guideline_row(transaction, guideline_id)
            return store.publications_of(transaction, row.id)

    def exported(self, guideline_id: str, *, form: Form, number: int = 0) -> bytes:
        """Return the draft (number 0) or a published version as the bytes of a file."""
        return file_from(self.document(guideline_id, number=number), form)

    def read(self, transaction: Transaction, guideline_id: str) -> tuple[Reader, Draft]:
        """Return the draft as it stands in this transaction; raise NOT_FOUND for a deleted one."""
        row = self.guideline_row(transaction, guideline_id)
        if row.removed_at is not None:
            raise EngineError(Problem.NOT_FOUND, what=mark("guideline"))
        study = Study.model_validate(transaction.get_one(StudyRow, row.study_id))
        reader = Reader(transaction, study, row.language)
        return reader, reader.draft(Guideline.model_validate(row))

    def _assembled(self, reader: Reader, draft: Draft, *, version: int) -> Document:
        return assemble(draft, method_facts(reader), reader.words, dated=self.now().date(), version=version)

    def _log_version(self, transaction: Transaction, row: GuidelineRow, reason: str) -> None:
        self.record(
            transaction, row.study_id, "guideline-published", row.id, reason=reason, number=row.published
        )
        transaction.touch_study(row.study_id)


WRITERS: dict[str, Callable[[Document], bytes]] = {
    "md": lambda document: to_markdown(document, translations(document.language)).encode("utf-8"),
    "docx": lambda document: to_docx(document, translations(document.language)),
}


def file_from(document: Document, form: Form) -> bytes:
    """Return a document as the bytes of a Markdown or DOCX file."""
    return WRITERS[form](document)
