"""What participants are promised: one answer each, never changed by anybody, and gone once taken back."""

import threading
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, func, select, update

from survey_engine.collect.models import AnswerValue, Mode, Session
from survey_engine.collect.visits import Joined
from survey_engine.errors import EngineError, Problem
from survey_engine.guidelines.picks import KeptQuote
from survey_engine.storage.tables import AnswerRow, CodingRow, ThemeRow
from survey_engine.themes.models import Coding, Theme
from survey_engine.workbench import Workbench
from tests.factories import NOON, make_session, make_study, make_version, open_text, single

SECRET = "Zvirbulēniem vajag dīķmalu"


@pytest.fixture
def survey(bench: Workbench) -> Session:
    study = make_study(bench)
    return make_session(bench, study, make_version(bench, study, open_text(), single()), Mode.SURVEY)


def joined(bench: Workbench, session: Session) -> Joined:
    return bench.room.join(session.code, group_key="ngo", language="lv", consent=True)


def say(bench: Workbench, session: Session, person: Joined, text: str, key: str = "key-0000") -> str:
    value = AnswerValue(text=text)
    saved = bench.room.submit(session.code, person.secret, question_id="q-open", value=value, client_key=key)
    return saved.answer_id


def on_disk(folder: Path) -> bytes:
    """Return every byte that the installation keeps, whatever file it is in."""
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


@pytest.mark.parametrize(
    "change", [{"text": "cits"}, {"codes": ["b"]}, {"question_id": "q-cits"}, {"entry": 1}]
)
def test_database_refuses_to_change_what_was_said(
    bench: Workbench, survey: Session, change: dict[str, object]
) -> None:
    answer = say(bench, survey, joined(bench, survey), SECRET)
    with pytest.raises(IntegrityError), bench.database.writing() as transaction:
        transaction.execute(update(AnswerRow).where(col(AnswerRow.id) == answer).values(**change))
    with bench.database.reading() as transaction:
        assert transaction.get_one(AnswerRow, answer).text == SECRET


def test_two_hundred_submissions_of_one_person_at_once_leave_one_current_answer(
    bench: Workbench, survey: Session
) -> None:
    person = joined(bench, survey)

    def submit(number: int) -> None:
        value, key = AnswerValue(codes=("ab"[number % 2],)), f"key-{number % 100:04}"
        # The flood of one person is slowed; what is refused then is not stored.
        try:
            bench.room.submit(survey.code, person.secret, question_id="q-single", value=value, client_key=key)
        except EngineError as fault:
            refused.append(fault.problem)

    refused: list[Problem] = []
    threads = [threading.Thread(target=submit, args=(number,)) for number in range(200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with bench.database.reading() as transaction:
        counted = select(func.count()).where(AnswerRow.participant_id == person.participant.id)
        current = transaction.exec(counted.where(col(AnswerRow.is_current))).one()
        keys = transaction.exec(select(AnswerRow.client_key)).all()
    assert (current, len(keys), set(refused)) == (1, len(set(keys)), {Problem.SUBMISSIONS_TOO_FAST})


def test_submission_sent_again_after_taking_back_brings_nothing_back(
    bench: Workbench, survey: Session
) -> None:
    person = joined(bench, survey)
    say(bench, survey, person, SECRET)
    bench.room.take_back(survey.code, take_back_code=person.take_back_code)
    with pytest.raises(EngineError) as refused:
        say(bench, survey, person, SECRET)
    with bench.database.reading() as transaction:
        left = transaction.exec(select(func.count()).select_from(AnswerRow)).one()
    assert (refused.value.problem, left) == (Problem.NOT_JOINED, 0)


def test_nothing_of_the_words_is_on_the_disk_once_they_are_taken_back(
    bench: Workbench, survey: Session, folder: Path
) -> None:
    person, others = joined(bench, survey), [joined(bench, survey) for _number in range(3)]
    say(bench, survey, person, "Agrāk: " + SECRET, "key-0001")
    answer = say(bench, survey, person, SECRET * 40, "key-0002")
    for number, other in enumerate(others):
        say(bench, survey, other, f"Grantu sistēma ir jāpārveido kopā {number}", f"key-1{number:03}")
    _build_on(bench, survey.study_id, answer)
    words = [word.encode() for word in (*SECRET.split(), "dīķmal", "irbul")]
    assert [word in on_disk(folder) for word in words] == [True] * len(words)
    bench.room.take_back(survey.code, take_back_code=person.take_back_code)
    assert [word in on_disk(folder) for word in words] == [False] * len(words)
    assert b"Grantu" in on_disk(folder)


def test_theme_of_the_machine_forgets_the_words_that_only_somebody_said_who_took_them_back(
    bench: Workbench, survey: Session, folder: Path
) -> None:
    person, other = joined(bench, survey), joined(bench, survey)
    answers = [say(bench, survey, person, SECRET), say(bench, survey, other, "Jauna sistēma", "key-0002")]
    theme = Theme(
        study_id=survey.study_id,
        name=SECRET,
        terms=["dīķmala", "sistēma"],
        state="suggested",
        created_at=NOON,
    )
    codings = [Coding(theme_id=theme.id, answer_id=answer, made_at=NOON) for answer in answers]
    with bench.database.writing() as transaction:
        transaction.add(ThemeRow(**theme.model_dump()))
        transaction.flush()
        transaction.add_all(CodingRow(**coding.model_dump()) for coding in codings)
    bench.themes.dismiss(theme.id)
    bench.themes.undo(survey.study_id)
    bench.room.take_back(survey.code, take_back_code=person.take_back_code)
    left = bench.themes.cards(survey.study_id)[0].theme
    assert (left.name, left.terms) == ("Sistēma", ["sistēma"])
    assert ["dīķ".encode() in on_disk(folder), b"virbul" in on_disk(folder)] == [False, False]


def test_name_that_a_person_gave_a_theme_outlasts_the_answers_in_it(
    bench: Workbench, survey: Session
) -> None:
    person = joined(bench, survey)
    answer = say(bench, survey, person, SECRET)
    theme = bench.themes.create(survey.study_id, name="Dīķmala")
    bench.themes.move_answer(answer, from_theme=None, to_theme=theme.id)
    bench.room.take_back(survey.code, take_back_code=person.take_back_code)
    assert bench.themes.cards(survey.study_id)[0].theme.name == "Dīķmala"


def _build_on(bench: Workbench, study_id: str, answer_id: str) -> None:
    """Do with an answer whatever can be done: suggest, code, undo, quote, publish, moderate."""
    bench.themes.suggest(study_id)
    theme = bench.themes.create(study_id, name="Daba")
    bench.themes.move_answer(answer_id, from_theme=None, to_theme=theme.id)
    bench.themes.rename(theme.id, name="Cita daba")
    bench.themes.undo(study_id)
    quote = bench.quotes.keep_quote(study_id, answer_id=answer_id, start=0, end=30, theme_id=theme.id)
    guideline = bench.guidelines.create(study_id, title="Vadlīnijas")
    chapter = bench.guidelines.add_chapter(guideline.id, title="Nodaļa")
    recommendation = bench.guidelines.add_recommendation(chapter.id, text="Ieteikums")
    bench.guidelines.attach(recommendation.id, KeptQuote(quote.id))
    bench.guidelines.publish(guideline.id)
    session_id = bench.sessions.of_study(study_id)[0].id
    bench.moderation.let_through(session_id, answer_ids=[answer_id])
