"""The room as participants meet it: joining, answering once and for all, coming back, taking back."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import col, func, select

from survey_engine.collect.models import AnswerValue, Mode, Session
from survey_engine.collect.rooms import Stage
from survey_engine.collect.visits import Joined
from survey_engine.errors import EngineError, Problem
from survey_engine.ids import new_id
from survey_engine.storage.tables import (
    AnswerRow,
    CodingRow,
    DecisionRow,
    ModerationRow,
    ParticipantRow,
    QuoteRow,
    ThemeRow,
)
from survey_engine.workbench import Workbench
from tests.factories import (
    NOON,
    make_session,
    make_study,
    make_version,
    open_text,
    single,
    words,
)


@pytest.fixture
def session(bench: Workbench) -> Session:
    """A live session with an open single choice in front of the room."""
    study = make_study(bench)
    session = make_session(bench, study, make_version(bench, study, single(), open_text(), words()))
    bench.sessions.open_question(session.id, question_id="q-single")
    return session


@pytest.fixture
def survey(bench: Workbench) -> Session:
    """A survey of an optional open question and a required choice."""
    study = make_study(bench)
    required = single().model_copy(update={"required": True})
    return make_session(bench, study, make_version(bench, study, open_text(), required), Mode.SURVEY)


def join(bench: Workbench, session: Session, group: str | None = "ngo") -> Joined:
    return bench.room.join(session.code, group_key=group, language="lv", consent=True)


def choose(bench: Workbench, session: Session, person: Joined, code: str, key: str = ""):
    return bench.room.submit(
        session.code,
        person.secret,
        question_id="q-single",
        value=AnswerValue(codes=(code,)),
        client_key=key or new_id(),
    )


def write(bench: Workbench, session: Session, person: Joined, text: str):
    return bench.room.submit(
        session.code,
        person.secret,
        question_id="q-open",
        value=AnswerValue(text=text),
        client_key=new_id(),
    )


def rows(bench: Workbench, session: Session) -> list[AnswerRow]:
    with bench.database.reading() as transaction:
        statement = select(AnswerRow).where(AnswerRow.session_id == session.id)
        return list(transaction.exec(statement.order_by(col(AnswerRow.said_at))))


def fault(action) -> Problem:
    with pytest.raises(EngineError) as caught:
        action()
    return caught.value.problem


def test_code_is_found_however_it_is_typed(bench: Workbench, session: Session) -> None:
    typed = " ".join(session.code.lower())
    assert bench.room.visit(typed).room.session.id == session.id


def test_code_typed_on_a_russian_keyboard_is_found(bench: Workbench) -> None:
    session = make_session(bench, make_study(bench), code="KMP3TX")
    assert bench.room.visit("КМР3ТХ").room.session.id == session.id


def test_unknown_code_is_refused_in_words(bench: Workbench) -> None:
    assert fault(lambda: bench.room.visit("AAAAAA")) == Problem.ROOM_UNKNOWN


def test_newcomer_sees_the_groups_and_is_nobody_yet(bench: Workbench, session: Session) -> None:
    visit = bench.room.visit(session.code)
    assert (visit.participant, [group.key for group in visit.room.groups]) == (None, ["ngo", "council"])


def test_consent_is_kept_as_it_was_shown(bench: Workbench) -> None:
    study = make_study(bench, consent={"lv": "Piekrītu.", "ru": "Согласен."})
    session = make_session(bench, study)
    joined = bench.room.join(session.code, group_key="ngo", language="ru", consent=True)
    assert (joined.participant.consent_text, joined.participant.consented_at is not None) == (
        "Согласен.",
        True,
    )


def test_joining_without_consent_is_refused(bench: Workbench, session: Session) -> None:
    action = lambda: bench.room.join(session.code, group_key="ngo", language="lv", consent=False)  # noqa: E731
    assert fault(action) == Problem.CONSENT_MISSING


@pytest.mark.parametrize("group", [None, "", "mayor"])
def test_joining_with_a_group_that_is_not_there_is_refused(
    bench: Workbench, session: Session, group: str | None
) -> None:
    assert fault(lambda: join(bench, session, group)) == Problem.ROOM_GROUP_UNKNOWN


def test_language_that_the_study_lacks_becomes_its_first(bench: Workbench, session: Session) -> None:
    joined = bench.room.join(session.code, group_key="ngo", language="fr", consent=True)
    assert joined.participant.language == "lv"


def test_ended_session_lets_nobody_in(bench: Workbench, session: Session) -> None:
    bench.sessions.end(session.id)
    assert fault(lambda: join(bench, session)) == Problem.ROOM_ENDED


def test_session_for_notes_lets_nobody_in(bench: Workbench) -> None:
    session = make_session(bench, make_study(bench), mode=Mode.RECORD)
    assert fault(lambda: join(bench, session)) == Problem.ROOM_NOT_JOINABLE


def test_cookie_brings_the_same_participant_back(bench: Workbench, session: Session) -> None:
    joined = join(bench, session)
    visit = bench.room.visit(session.code, joined.secret)
    assert (visit.participant, visit.take_back_code) == (joined.participant, joined.take_back_code)


def test_cookie_of_one_session_is_nobody_in_another(bench: Workbench, session: Session) -> None:
    joined = join(bench, session)
    other = make_session(bench, make_study(bench))
    assert bench.room.visit(other.code, joined.secret).participant is None


def test_neither_secret_nor_code_is_stored(bench: Workbench, session: Session) -> None:
    joined = join(bench, session)
    with bench.database.reading() as transaction:
        stored = str(transaction.get(ParticipantRow, joined.participant.id).model_dump())
    assert (joined.secret in stored, joined.take_back_code in stored) == (False, False)


def test_participants_are_numbered_from_one(bench: Workbench, session: Session) -> None:
    assert [join(bench, session).participant.number for _ in range(3)] == [1, 2, 3]


def test_sending_again_stores_once_and_acknowledges_the_same(bench: Workbench, session: Session) -> None:
    person = join(bench, session)
    first, again = (choose(bench, session, person, "a", key="the-same-key") for _ in range(2))
    assert (len(rows(bench, session)), first.answer_id == again.answer_id) == (1, True)
    assert (first.repeated, again.repeated) == (False, True)


def test_sending_again_is_acknowledged_after_the_question_closed(bench: Workbench, session: Session) -> None:
    person = join(bench, session)
    first = choose(bench, session, person, "a", key="the-same-key")
    bench.sessions.close_question(session.id, question_id="q-single")
    assert choose(bench, session, person, "a", key="the-same-key").answer_id == first.answer_id


def test_old_submission_sent_again_does_not_undo_a_later_change(bench: Workbench, session: Session) -> None:
    person = join(bench, session)
    choose(bench, session, person, "a", key="first-key")
    choose(bench, session, person, "b", key="second-key")
    choose(bench, session, person, "a", key="first-key")
    assert bench.room.visit(session.code, person.secret).answers["q-single"].codes == ["b"]


def test_key_of_another_participant_is_refused(bench: Workbench, session: Session) -> None:
    choose(bench, session, join(bench, session), "a", key="the-same-key")
    other = join(bench, session)
    assert fault(lambda: choose(bench, session, other, "b", key="the-same-key")) == Problem.SUBMISSION_UNFIT


@pytest.mark.parametrize("key", ["short", "x" * 65])
def test_key_of_a_wrong_length_is_refused(bench: Workbench, session: Session, key: str) -> None:
    person = join(bench, session)
    assert fault(lambda: choose(bench, session, person, "a", key=key)) == Problem.SUBMISSION_UNFIT


def test_changing_an_answer_keeps_the_history(bench: Workbench, session: Session) -> None:
    person = join(bench, session)
    for code in "abc":
        choose(bench, session, person, code)
    assert [(row.codes, row.is_current) for row in rows(bench, session)] == [
        (["a"], False),
        (["b"], False),
        (["c"], True),
    ]


def test_question_that_is_not_open_takes_no_answer(bench: Workbench, session: Session) -> None:
    person = join(bench, session)
    assert fault(lambda: write(bench, session, person, "Par vēlu")) == Problem.QUESTION_CLOSED


def test_closed_question_takes_no_answer(bench: Workbench, session: Session) -> None:
    person = join(bench, session)
    bench.sessions.close_question(session.id, question_id="q-single")
    assert fault(lambda: choose(bench, session, person, "a")) == Problem.QUESTION_CLOSED


def test_ended_session_takes_no_answer(bench: Workbench, session: Session) -> None:
    person = join(bench, session)
    bench.sessions.end(session.id)
    assert fault(lambda: choose(bench, session, person, "a")) == Problem.ROOM_ENDED


def test_answer_of_somebody_unknown_is_refused(bench: Workbench, session: Session) -> None:
    person = join(bench, session)
    stranger = Joined(person.participant, "not-a-secret", "")
    assert fault(lambda: choose(bench, session, stranger, "a")) == Problem.NOT_JOINED


def test_unknown_option_is_refused_and_nothing_is_stored(bench: Workbench, session: Session) -> None:
    person = join(bench, session)
    assert fault(lambda: choose(bench, session, person, "zzz")) == Problem.ANSWER_CODE_UNKNOWN
    assert rows(bench, session) == []


def test_flood_of_one_participant_is_slowed_and_harms_nobody_else(bench: Workbench, session: Session) -> None:
    flooder, other = join(bench, session), join(bench, session)
    still = Workbench(bench.settings, bench.database, clock=lambda: NOON, visitor=bench.visitor)
    for _ in range(30):
        choose(still, session, flooder, "a")
    assert fault(lambda: choose(still, session, flooder, "a")) == Problem.SUBMISSIONS_TOO_FAST
    assert choose(still, session, other, "b").question_id == "q-single"


def test_two_hundred_at_once_are_each_counted_once(bench: Workbench, session: Session) -> None:
    people = [join(bench, session) for _ in range(40)]
    keys = [(person, new_id()) for person in people]
    with ThreadPoolExecutor(20) as pool:
        list(pool.map(lambda pair: choose(bench, session, pair[0], "a", key=pair[1]), keys * 5))
    with bench.database.reading() as transaction:
        current = select(func.count()).select_from(AnswerRow).where(col(AnswerRow.is_current))
        assert transaction.exec(current).one() == 40
    assert len(rows(bench, session)) == 40


def test_results_reach_the_room_only_while_they_are_shown(bench: Workbench, session: Session) -> None:
    choose(bench, session, join(bench, session), "b")
    hidden = bench.room.visit(session.code).room.summary
    bench.sessions.show_results(session.id, question_id="q-single")
    shown = bench.room.visit(session.code).room.summary
    assert (hidden, [row.people for row in shown.rows]) == (None, [0, 1, 0])


def test_words_that_were_not_let_through_do_not_reach_the_room(bench: Workbench, session: Session) -> None:
    person = join(bench, session)
    bench.sessions.open_question(session.id, question_id="q-open")
    write(bench, session, person, "Šo vadītājs vēl nav redzējis")
    bench.sessions.show_results(session.id, question_id="q-open")
    assert bench.room.visit(session.code).room.summary.answers == ()


def test_key_of_the_screen_moves_with_what_is_shown_and_not_with_answers(
    bench: Workbench, session: Session
) -> None:
    person = join(bench, session)
    before = bench.room.pulse(session.id)
    choose(bench, session, person, "a")
    answered = bench.room.pulse(session.id)
    bench.sessions.close_question(session.id, question_id="q-single")
    closed = bench.room.pulse(session.id)
    assert (before.key == answered.key, answered.key == closed.key) == (True, False)
    assert before.revision < answered.revision < closed.revision


@pytest.mark.parametrize(("ended", "stage"), [(False, Stage.QUESTION), (True, Stage.ENDED)])
def test_stage_follows_the_session(bench: Workbench, session: Session, ended: bool, stage: Stage) -> None:
    if ended:
        bench.sessions.end(session.id)
    assert bench.room.visit(session.code).room.stage == stage


def test_survey_is_open_at_every_question_and_finishes_once_all_required_are_answered(
    bench: Workbench, survey: Session
) -> None:
    person = join(bench, survey)
    write(bench, survey, person, "Savā laikā")
    assert fault(lambda: bench.room.finish(survey.code, person.secret)) == Problem.QUESTIONS_LEFT
    choose(bench, survey, person, "a")
    assert bench.room.finish(survey.code, person.secret).finished_at is not None


def test_survey_is_taken_up_on_another_device_with_the_code(bench: Workbench, survey: Session) -> None:
    person = join(bench, survey)
    secret = bench.room.resume(survey.code, take_back_code=person.take_back_code.lower())
    assert bench.room.visit(survey.code, secret).participant == person.participant


def test_clearing_an_answer_leaves_nothing_that_counts(bench: Workbench, survey: Session) -> None:
    person = join(bench, survey)
    write(bench, survey, person, "Pārdomāju")
    write(bench, survey, person, "")
    assert bench.room.visit(survey.code, person.secret).answers["q-open"].text is None


def test_taking_back_erases_every_answer_with_its_codings_and_moderation(
    bench: Workbench, session: Session
) -> None:
    person, other = join(bench, session), join(bench, session)
    bench.sessions.open_question(session.id, question_id="q-open")
    write(bench, session, person, "Pirmais")
    saved = write(bench, session, person, "Otrais")
    kept = write(bench, session, other, "Cita cilvēka")
    _build_on(bench, session, saved.answer_id)
    taken = bench.room.take_back(session.code, take_back_code=person.take_back_code)
    assert ([row.id for row in rows(bench, session)], taken.answers) == ([kept.answer_id], 1)
    with bench.database.reading() as transaction:
        assert transaction.exec(select(CodingRow)).all() == []
        assert transaction.exec(select(ModerationRow)).all() == []
        assert transaction.get(ParticipantRow, person.participant.id) is None


def test_quote_of_what_was_taken_back_says_so_and_holds_nothing(bench: Workbench, session: Session) -> None:
    person = join(bench, session)
    bench.sessions.open_question(session.id, question_id="q-open")
    saved = write(bench, session, person, "Man vajag skaidrus noteikumus.")
    _build_on(bench, session, saved.answer_id)
    bench.room.take_back(session.code, take_back_code=person.take_back_code)
    with bench.database.reading() as transaction:
        quote = transaction.exec(select(QuoteRow)).one()
    assert (quote.answer_id, quote.erased_at is not None) == (None, True)


def test_taking_back_leaves_a_line_in_the_log_that_names_nobody(bench: Workbench, session: Session) -> None:
    person = join(bench, session)
    choose(bench, session, person, "a")
    bench.room.take_back(session.code, take_back_code=person.take_back_code)
    with bench.database.reading() as transaction:
        line = transaction.exec(select(DecisionRow)).one()
    assert (line.action, line.subject, line.details, line.account_id) == (
        "answers taken back",
        session.id,
        {"answers": 1},
        None,
    )


def test_code_is_read_without_diacritics_case_and_dashes(bench: Workbench, session: Session) -> None:
    from survey_engine.collect.codes import fold_code

    person = join(bench, session)
    choose(bench, session, person, "a")
    assert bench.room.take_back(session.code, take_back_code=fold_code(person.take_back_code)).answers == 1


def test_code_of_one_session_is_unknown_in_another(bench: Workbench, session: Session) -> None:
    person = join(bench, session)
    other = make_session(bench, make_study(bench))
    action = lambda: bench.room.take_back(other.code, take_back_code=person.take_back_code)  # noqa: E731
    assert fault(action) == Problem.TAKE_BACK_UNKNOWN


def test_ninth_wrong_code_is_throttled_even_with_the_right_one(bench: Workbench, session: Session) -> None:
    person = join(bench, session)
    for _ in range(8):
        fault(lambda: bench.room.take_back(session.code, take_back_code="nē-nav-000"))
    action = lambda: bench.room.take_back(session.code, take_back_code=person.take_back_code)  # noqa: E731
    assert fault(action) == Problem.TAKE_BACK_THROTTLED


def test_throttle_ends_after_five_minutes_and_is_only_for_that_session(
    bench: Workbench, session: Session
) -> None:
    person = join(bench, session)
    for _ in range(8):
        fault(lambda: bench.room.take_back(session.code, take_back_code="nē-nav-000"))
    later = Workbench(bench.settings, bench.database, clock=lambda: bench.clock() + timedelta(minutes=6))
    assert later.room.take_back(session.code, take_back_code=person.take_back_code).answers == 0


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(min_size=1, max_size=200).filter(lambda text: text.strip())
    | st.sampled_from(
        [
            "Pirmā rinda\r\nOtrā\rTrešā\nCeturtā",
            "👩‍👩‍👧‍👦 un \u200bnulles platuma\u200d atstarpe\ufeff",
            "e\u0301 nav é",
            "  ar atstarpēm  ",
            "=2+2",
            "<script>alert('x')</script>",
        ]
    )
)
def test_words_are_stored_exactly_as_they_were_sent(bench: Workbench, survey_of_text, text: str) -> None:
    session, person = survey_of_text
    later = Workbench(bench.settings, bench.database, clock=_ticking(bench))
    saved = write(later, session, person, text)
    with bench.database.reading() as transaction:
        assert transaction.get(AnswerRow, saved.answer_id).text == text


@pytest.fixture
def survey_of_text(bench: Workbench) -> tuple[Session, Joined]:
    study = make_study(bench)
    session = make_session(bench, study, make_version(bench, study, open_text()), Mode.SURVEY)
    return session, join(bench, session)


_hours = iter(range(1, 100_000))


def _ticking(bench: Workbench):
    moment = NOON + timedelta(hours=next(_hours))
    return lambda: moment


def _build_on(bench: Workbench, session: Session, answer_id: str) -> None:
    with bench.database.writing() as transaction:
        theme = ThemeRow(study_id=session.study_id, name="Noteikumi", created_at=NOON)
        transaction.add(theme)
        transaction.flush()
        transaction.add(CodingRow(theme_id=theme.id, answer_id=answer_id, made_at=NOON))
        transaction.add(
            ModerationRow(
                answer_id=answer_id, session_id=session.id, state="shown", decided_by="a", decided_at=NOON
            )
        )
        transaction.add(
            QuoteRow(
                study_id=session.study_id, answer_id=answer_id, start=0, end=3, made_by="a", made_at=NOON
            )
        )
