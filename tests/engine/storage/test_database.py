"""Transactions commit whole or not at all, raise a revision once, and then tell who listens."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
from pydantic import ValidationError
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import AnswerRow, ParticipantRow, SessionRow, StudyRow
from survey_engine.workbench import Workbench
from tests.factories import make_answer, make_participant, make_session, make_study, open_text, single


class Interrupted(Exception):
    """What a crash in the middle of a write looks like from inside."""


@contextmanager
def interrupted_write(bench: Workbench) -> Iterator[Transaction]:
    with suppress(Interrupted), bench.database.writing() as transaction:
        yield transaction
        raise Interrupted


def revision_of(bench: Workbench, session_id: str) -> int:
    with bench.database.reading() as transaction:
        return transaction.get_one(SessionRow, session_id).revision


def titles(bench: Workbench) -> list[str]:
    with bench.database.reading() as transaction:
        return list(transaction.exec(select(StudyRow.title)).all())


def test_write_is_rolled_back_whole_when_it_is_interrupted(bench: Workbench) -> None:
    study = make_study(bench, title="Before")
    with interrupted_write(bench) as transaction:
        transaction.get_one(StudyRow, study.id).title = "After"
        transaction.flush()
    assert titles(bench) == ["Before"]


def test_interrupted_write_raises_no_revision(bench: Workbench) -> None:
    session = make_session(bench, make_study(bench))
    with interrupted_write(bench) as transaction:
        transaction.touch_session(session.id)
    assert revision_of(bench, session.id) == 0


def test_reading_keeps_nothing_that_was_changed_in_it(bench: Workbench) -> None:
    study = make_study(bench, title="Before")
    with bench.database.reading() as transaction:
        transaction.get_one(StudyRow, study.id).title = "After"
        transaction.flush()
    assert titles(bench) == ["Before"]


def test_revision_rises_once_however_often_the_session_is_touched(bench: Workbench) -> None:
    session = make_session(bench, make_study(bench))
    with bench.database.writing() as transaction:
        transaction.touch_session(session.id)
        transaction.touch_session(session.id)
    assert revision_of(bench, session.id) == 1


def test_study_and_session_rise_each_for_themselves(bench: Workbench) -> None:
    study = make_study(bench)
    session = make_session(bench, study)
    with bench.database.writing() as transaction:
        transaction.touch_study(study.id)
    with bench.database.reading() as transaction:
        study_revision = transaction.get_one(StudyRow, study.id).revision
    assert (study_revision, revision_of(bench, session.id)) == (1, 0)


def test_listener_is_told_the_revision_that_was_committed(bench: Workbench) -> None:
    session = make_session(bench, make_study(bench))
    seen: list[tuple[int, int]] = []
    bench.signals.listen(session.id, lambda revision: seen.append((revision, revision_of(bench, session.id))))
    with bench.database.writing() as transaction:
        transaction.touch_session(session.id)
    assert seen == [(1, 1)]


def test_listener_hears_nothing_of_an_interrupted_write(bench: Workbench) -> None:
    session = make_session(bench, make_study(bench))
    told: list[int] = []
    bench.signals.listen(session.id, told.append)
    with interrupted_write(bench) as transaction:
        transaction.touch_session(session.id)
    assert told == []


def test_listener_hears_nothing_after_it_stopped(bench: Workbench) -> None:
    told: list[int] = []
    stop = bench.signals.listen("s", told.append)
    stop()
    bench.signals.tell("s", 1)
    assert told == []


def test_listener_of_one_session_hears_nothing_of_another(bench: Workbench) -> None:
    told: list[int] = []
    bench.signals.listen("mine", told.append)
    bench.signals.tell("yours", 1)
    assert told == []


def test_record_cannot_be_changed_once_it_left_the_database(bench: Workbench) -> None:
    study = make_study(bench)
    with pytest.raises(ValidationError):
        study.title = "Other"


def test_second_current_answer_of_one_person_is_refused_by_the_database(bench: Workbench) -> None:
    person = make_participant(bench, make_session(bench, make_study(bench)))
    make_answer(bench, person, single(), codes=("a",))
    with pytest.raises(IntegrityError):
        make_answer(bench, person, single(), codes=("b",))


def test_earlier_answers_of_one_person_stay_beside_the_current_one(bench: Workbench) -> None:
    person = make_participant(bench, make_session(bench, make_study(bench)))
    make_answer(bench, person, single(), codes=("a",), is_current=False)
    make_answer(bench, person, single(), codes=("b",))
    with bench.database.reading() as transaction:
        codes = transaction.exec(select(AnswerRow.codes).order_by(AnswerRow.said_at)).all()
    assert list(codes) == [["a"], ["b"]]


def test_same_submission_is_refused_a_second_time_by_the_database(bench: Workbench) -> None:
    session = make_session(bench, make_study(bench))
    first, second = make_participant(bench, session), make_participant(bench, session)
    make_answer(bench, first, open_text(), text="Reiz", client_key="k")
    with pytest.raises(IntegrityError):
        make_answer(bench, second, open_text(), text="Divreiz", client_key="k")


def test_answers_go_with_the_participant_they_belong_to(bench: Workbench) -> None:
    person = make_participant(bench, make_session(bench, make_study(bench)))
    make_answer(bench, person, open_text(), text="Mani vārdi")
    with bench.database.writing() as transaction:
        transaction.delete(transaction.get_one(ParticipantRow, person.id))
    with bench.database.reading() as transaction:
        assert transaction.exec(select(AnswerRow)).all() == []


def test_acknowledged_means_written_to_the_disk(bench: Workbench) -> None:
    with bench.database.engine.connect() as connection:
        mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()
        full = connection.exec_driver_sql("PRAGMA synchronous").scalar_one()
        keys = connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one()
    assert (mode, full, keys) == ("wal", 2, 1)


def test_fault_of_the_database_does_not_repeat_what_somebody_said(bench: Workbench) -> None:
    study = make_study(bench)
    with pytest.raises(IntegrityError) as fault, bench.database.writing() as transaction:
        transaction.add(StudyRow(**study.model_dump() | {"title": "Slepeni vārdi"}))
    assert "Slepeni" not in str(fault.value)
