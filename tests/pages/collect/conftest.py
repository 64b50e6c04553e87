"""A study of the signed-in facilitator with a live session of every kind of question."""

from dataclasses import dataclass

import pytest

from survey_engine.accounts import Account
from survey_engine.collect.models import Answer, Session
from survey_engine.design.kinds import Information, Question
from survey_engine.design.models import QuestionnaireVersion, Study
from survey_engine.workbench import Workbench
from tests import factories as make

QUESTIONS: dict[str, Question] = {
    question.id: question
    for question in (
        Information(id="q-info", text={"lv": "Kāpēc esam kopā"}, help={"lv": "Lūdzu, izlasiet."}),
        make.single(),
        make.multiple(),
        make.scale(),
        make.open_text(),
        make.words(),
        make.statement(),
    )
}


@dataclass(frozen=True)
class Room:
    """A running session and what its facilitator can do."""

    bench: Workbench
    study: Study
    version: QuestionnaireVersion
    session: Session

    @property
    def ids(self) -> dict[str, str]:
        return {"study": self.study.id, "session": self.session.id}

    def answer(self, question_id: str, *codes: str, text: str | None = None, group: str = "ngo") -> Answer:
        person = make.make_participant(self.bench, self.session, group)
        return make.make_answer(self.bench, person, QUESTIONS[question_id], codes=codes, text=text)

    def show(self, question_id: str, *, results: bool = True) -> None:
        self.bench.sessions.open_question(self.session.id, question_id=question_id)
        if results:
            self.bench.sessions.show_results(self.session.id, question_id=question_id)


@pytest.fixture
def room(bench: Workbench, account: Account) -> Room:
    """A live session that has just begun."""
    study = make.make_study(bench, account)
    version = make.make_version(bench, study, *QUESTIONS.values())
    return Room(bench, study, version, make.make_session(bench, study, version))
