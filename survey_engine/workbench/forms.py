"""Questionnaires from files of other tools, and into them."""

from dataclasses import replace

from survey_engine.design.keys import slug
from survey_engine.design.models import Questionnaire, form_of
from survey_engine.design.pictures import pictures_in
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.forms.carried import Carried, Outgoing, Written
from survey_engine.exchange.forms.formats import read_form, writer_for
from survey_engine.exchange.forms.whole import with_ids
from survey_engine.i18n import mark
from survey_engine.ids import new_id
from survey_engine.storage.tables import QuestionnaireRow
from survey_engine.workbench.pictures import files_of
from survey_engine.workbench.service import Service


class FormFiles(Service):
    """Questionnaires as files. Reading stores nothing: what does not come along is seen first."""

    def read(self, name: str, content: bytes) -> Carried:
        """Return the questionnaire in a file, titled like the file where it has no title; raise as `read_form`."""
        carried = read_form(name, content)
        return carried if carried.title.strip() else replace(carried, title=name.rpartition(".")[0])

    def keep(self, carried: Carried, *, study_id: str, title: str) -> Questionnaire:
        """Store what was read as a new questionnaire, its questions under ids of their own.

        Raises TITLE_EMPTY, ENTRY_TOO_LONG, NOT_FOUND.
        """
        own = with_ids(carried.form, {question.id: new_id() for question in carried.form.questions})
        return self.workbench.questionnaires.create(
            study_id, title=title, form=own, pictures=carried.pictures
        )

    def write(self, questionnaire_id: str, ending: str) -> Written:
        """Return a questionnaire in the making in the format of an ending such as ".xlsx".

        Raises NOT_FOUND, FORMAT_UNKNOWN, CELL_TOO_LONG.
        """
        write = writer_for(ending)
        with self.database.reading() as transaction:
            row = transaction.get(QuestionnaireRow, questionnaire_id)
            if row is None:
                raise EngineError(Problem.NOT_FOUND, what=mark("questionnaire"))
            study = self.allow(transaction, row.study_id)
            form = form_of(row)
            pictures = files_of(transaction, study.id, pictures_in(form.questions))
        outgoing = Outgoing(form, row.title, tuple(study.languages), pictures)
        return write(outgoing)

    def file_name(self, title: str, ending: str) -> str:
        """Return a plain name for the file of a questionnaire."""
        return (slug(title) or "questionnaire") + ending
