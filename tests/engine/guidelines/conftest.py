"""A study with two groups, answers, a theme and quotes, and a guideline that rests on nothing yet."""

from dataclasses import dataclass

import pytest

from survey_engine.accounts import Account
from survey_engine.collect.models import Answer, Session
from survey_engine.design.models import Study
from survey_engine.guidelines.models import Guideline, Recommendation
from survey_engine.storage.tables import CodingRow, QuoteRow, ThemeRow
from survey_engine.themes.models import Coding, Quote, Theme, ThemeState
from survey_engine.workbench import Workbench
from survey_engine.workbench.guidelines import Guidelines
from tests.factories import (
    NOON,
    make_answer,
    make_note,
    make_participant,
    make_session,
    make_study,
    make_version,
    open_text,
    single,
    statement,
)

NAME = "Jānis Bērziņš"
SAID = "Mēs par konkursu uzzinām, kad tas jau beidzies."


@dataclass(frozen=True)
class Room:
    """What was collected: `answers` are the open answers, NGO people first; `note` is of nobody."""

    bench: Workbench
    study: Study
    session: Session
    answers: tuple[Answer, ...]
    note: Answer
    theme: Theme
    quote: Quote
    guideline: Guideline
    recommendation: Recommendation

    @property
    def guidelines(self) -> Guidelines:
        return self.bench.guidelines


@pytest.fixture
def room(bench: Workbench, account: Account) -> Room:
    """Five NGO people and two of the council; all agree but the last; two NGO people and a note name the theme."""
    study = make_study(bench, account)
    version = make_version(bench, study, open_text(), statement(), single())
    session = make_session(bench, study, version)
    people = [make_participant(bench, session, "ngo", label=NAME) for _ in range(5)]
    people += [make_participant(bench, session, "council", label=NAME) for _ in range(2)]
    answers = tuple(make_answer(bench, p, open_text(), text=f"{SAID} {n}") for n, p in enumerate(people))
    for number, person in enumerate(people):
        make_answer(bench, person, statement(), codes=("agree" if number < 6 else "disagree",))
    note = make_note(bench, session, "Visi māj ar galvu.")
    theme = Theme(study_id=study.id, name="Informācija laikus", state=ThemeState.KEPT, created_at=NOON)
    quote = Quote(study_id=study.id, answer_id=answers[0].id, start=8, end=16, made_by="test", made_at=NOON)
    codings = [Coding(theme_id=theme.id, answer_id=each.id, made_at=NOON) for each in (*answers[:2], note)]
    codings.append(Coding(theme_id=theme.id, answer_id=answers[2].id, accepted=False, made_at=NOON))
    with bench.database.writing() as transaction:
        transaction.add(ThemeRow(**theme.model_dump()))
        transaction.flush()
        transaction.add(QuoteRow(**quote.model_dump()))
        transaction.add_all([CodingRow(**each.model_dump()) for each in codings])
    guideline = bench.guidelines.create(study.id, title="Vadlīnijas")
    chapter = bench.guidelines.add_chapter(guideline.id, title="Informācija")
    recommendation = bench.guidelines.add_recommendation(
        chapter.id, text="Publicēt vienu kalendāru.", addressee="Domei"
    )
    return Room(bench, study, session, answers, note, theme, quote, guideline, recommendation)
