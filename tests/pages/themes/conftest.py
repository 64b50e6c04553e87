"""A study with a few answers in words, as the themes pages show it."""

import pytest

from survey_engine.design.models import Study
from survey_engine.themes import vectors
from tests.factories import make_answer, make_note, make_participant, make_session, make_study, make_version
from tests.factories import open_text as open_question

SAID = {
    "ngo": [
        "Ceļi ir slikti. Tie ir bedraini.",
        "Jāremontē ceļi un tilti",
        "Ceļi, ceļi!",
        "Trūkst bērnudārzu",
    ],
    "council": ["Bērnudārzos nav vietu", "Vajag bērnudārzu", "Tilti un ceļi jāremontē", "Bērnudārzu trūkst"],
}


@pytest.fixture(autouse=True)
def no_model(monkeypatch):
    monkeypatch.setattr(vectors, "available", lambda: False)


@pytest.fixture
def study(bench, account) -> Study:
    made, question = make_study(bench, account), open_question()
    session = make_session(bench, made, make_version(bench, made, question))
    for group, texts in SAID.items():
        for text in texts:
            make_answer(bench, make_participant(bench, session, group), question, text=text)
    make_note(bench, session, "Par 🙂 ceļiem runāja ilgi", group="ngo")
    return made
