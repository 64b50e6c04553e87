"""A questionnaire as its participants and its room would meet it, before there is a session: nothing is stored."""

from datetime import datetime, timedelta

from survey_engine.collect.contributions import Contribution, Pool, written_by_facilitator
from survey_engine.collect.kinds import summarise
from survey_engine.collect.models import Answer, AnswerValue, Mode, Participant, Session
from survey_engine.collect.rooms import Screen, Stage, steps_of
from survey_engine.collect.samples import SENTENCES, invented_sentence, sample_answers
from survey_engine.collect.visits import RoomView, Visit
from survey_engine.design.kinds import Contributing, Question
from survey_engine.design.models import Form, Study, groups_of

PREVIEW = "preview"
PEOPLE = 24
# The take-back code that a preview shows: nobody's.
NOBODYS_CODE = "VĒJŠ-BĒRZS-000"


def preview_visit(
    study: Study, form: Form, *, code: str, language: str, at: datetime, answered: bool
) -> Visit:
    """Return a survey of this form as one participant sees it; `answered` with invented answers.

    `code` is the address below which the pages of the preview stand.
    """
    groups = groups_of(study)
    person = Participant(
        id=PREVIEW,
        session_id=PREVIEW,
        group_key=groups[0].key if groups else None,
        language=language,
        joined_at=at,
    )
    session = _session(study, at, Mode.SURVEY, code)
    steps = steps_of(PREVIEW, form, {}, {})
    pools = {
        question.id: _pool(question, language)
        for question in form.questions
        if isinstance(question, Contributing)
    }
    room = RoomView(session, study, steps, form.sections, pools=pools)
    values = {
        question.id: sample_answers(question, people=1, language=language)[0]
        for question in form.questions
        if answered and question.takes_answers and not question.takes_contributions
    }
    answers = {id: _answer(id, PREVIEW, value, at) for id, value in values.items() if not value.is_empty}
    return Visit(room, person, NOBODYS_CODE, answers)


def preview_screen(
    study: Study, form: Form, question_id: str, *, language: str, at: datetime
) -> Screen | None:
    """Return what a room would see of a question that invented people answered; None where it is gone."""
    steps = steps_of(PREVIEW, form, {}, {question.id: PEOPLE for question in form.questions})
    step = next((one for one in steps if one.question.id == question_id), None)
    if step is None:
        return None
    values = sample_answers(step.question, people=PEOPLE, language=language)
    answers = [
        _answer(question_id, f"p{number}", value, at + timedelta(seconds=number))
        for number, value in enumerate(values)
    ]
    asked = sum(one.number is not None for one in steps)
    summary = summarise(step.question, answers) if step.question.takes_answers else None
    session = _session(study, at, Mode.LIVE, PREVIEW)
    return Screen(Stage.QUESTION, session, PEOPLE, questions=asked, step=step, summary=summary)


def _session(study: Study, at: datetime, mode: Mode, code: str) -> Session:
    return Session(id=PREVIEW, study_id=study.id, mode=mode, title=study.title, code=code, created_at=at)


def _answer(question_id: str, person: str, value: AnswerValue, at: datetime) -> Answer:
    return Answer(
        id=f"{person}:{question_id}",
        session_id=PREVIEW,
        participant_id=person,
        question_id=question_id,
        codes=list(value.codes),
        text=value.text,
        said_at=at,
    )


def _pool(question: Question, language: str) -> Pool:
    assert isinstance(question, Contributing)
    invented = tuple(
        Contribution(f"{PREVIEW}{place}", text=invented_sentence(place, language), participant_id="p")
        for place in range(len(SENTENCES))
    )
    return Pool(question, question.starts_with, tuple(written_by_facilitator(question)) or invented)
