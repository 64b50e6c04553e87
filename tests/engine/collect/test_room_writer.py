"""The writer: together when people wait, each for themselves when one fails."""

from datetime import UTC, datetime
from threading import Event

import pytest
from sqlmodel import select

from survey_engine.storage.tables import LogRow
from survey_engine.workbench import Workbench
from tests.factories import make_session, make_study


def add(what: str):
    return lambda transaction: transaction.add(LogRow(what=what, at=datetime.now(UTC)))


def stored(bench: Workbench) -> list[str]:
    with bench.database.reading() as transaction:
        return sorted(row.what for row in transaction.exec(select(LogRow)))


def fail(transaction) -> None:
    transaction.add(LogRow(what="from the one that fails", at=datetime.now(UTC)))
    transaction.flush()
    raise ValueError("wrong")


def test_one_that_fails_leaves_nothing_and_harms_no_other(bench: Workbench) -> None:
    futures = [bench.database.writer.put(job) for job in (add("a"), fail, add("b"))]
    futures[0].result(), futures[2].result()
    with pytest.raises(ValueError, match="wrong"):
        futures[1].result()
    assert stored(bench) == ["a", "b"]


def test_whoever_waits_is_committed_in_one_transaction(bench: Workbench) -> None:
    going, entered = Event(), Event()

    def slow(transaction) -> None:
        entered.set()
        going.wait(10)

    session_ids = [bench.database.writer.put(slow)]
    entered.wait(10)
    seen: list[int] = []

    def count(transaction) -> None:
        seen.append(id(transaction))

    session_ids += [bench.database.writer.put(count) for _ in range(10)]
    going.set()
    for future in session_ids:
        future.result(10)
    assert len(set(seen)) == 1


def test_nobody_is_acknowledged_where_the_commit_fails(bench: Workbench) -> None:
    def spoil(transaction) -> None:
        def refuse() -> None:
            raise OSError("the disk is full")

        transaction.commit = refuse

    futures = [bench.database.writer.put(job) for job in (spoil,)]
    with pytest.raises(OSError, match="full"):
        futures[0].result()
    assert stored(bench) == []


def test_writer_goes_on_after_a_fault(bench: Workbench) -> None:
    with pytest.raises(ValueError, match="wrong"):
        bench.database.writer.put(fail).result()
    bench.database.writer.put(add("after")).result()
    assert stored(bench) == ["after"]


def test_job_that_nobody_waits_for_any_more_is_left_out(bench: Workbench) -> None:
    going, entered = Event(), Event()

    def slow(transaction) -> None:
        entered.set()
        going.wait(10)

    first = bench.database.writer.put(slow)
    entered.wait(10)
    given_up = bench.database.writer.put(add("given up"))
    given_up.cancel()
    going.set()
    first.result(10)
    bench.database.writer.put(add("kept")).result(10)
    assert stored(bench) == ["kept"]


def test_revision_is_raised_once_for_a_batch(bench: Workbench) -> None:
    session = make_session(bench, make_study(bench))
    going, entered = Event(), Event()

    def slow(transaction) -> None:
        entered.set()
        going.wait(10)

    waiting = [bench.database.writer.put(slow)]
    entered.wait(10)
    waiting += [bench.database.writer.put(lambda t: t.touch_session(session.id)) for _ in range(10)]
    told: list[int] = []
    bench.signals.listen(session.id, told.append)
    going.set()
    for future in waiting:
        future.result(10)
    assert told == [1]
