"""Waiting writes are committed together: one disk flush for many people, each acknowledged after it.

Each job runs in a savepoint, so that one which fails harms no other. A future is resolved
only when the commit has returned; where it fails, nobody of the batch is acknowledged.
"""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy.exc import IntegrityError

if TYPE_CHECKING:
    from survey_engine.storage.database import Database, Transaction

T = TypeVar("T")
Job = Callable[["Transaction"], T]
_Outcome = tuple[Any, BaseException | None]

MOST_AT_ONCE = 200
IDLE_SECONDS = 5


@dataclass(frozen=True, slots=True)
class _Waiting:
    job: Job[Any]
    future: "Future[Any]"


class Writer:
    """One thread a database. It starts with the first job, and ends when there is nothing to do."""

    def __init__(self, database: "Database") -> None:
        self._database = database
        self._queue: SimpleQueue[_Waiting] = SimpleQueue()
        self._lock = Lock()
        self._thread: Thread | None = None

    def put(self, job: Job[T]) -> "Future[T]":
        """Let the job run in the next transaction; the future is resolved once it is on the disk."""
        future: Future[T] = Future()
        with self._lock:
            self._queue.put(_Waiting(job, future))
            if self._thread is None:
                self._thread = Thread(target=self._work, name="balsis-writer", daemon=True)
                self._thread.start()
        return future

    def _work(self) -> None:
        while True:
            try:
                first = self._queue.get(timeout=IDLE_SECONDS)
            except Empty:
                with self._lock:
                    if self._queue.empty():
                        self._thread = None
                        return
                continue
            # From here on a caller who gives up cannot take the job back.
            batch = [first, *self._others()]
            self._commit([one for one in batch if one.future.set_running_or_notify_cancel()])

    def _others(self) -> list[_Waiting]:
        others: list[_Waiting] = []
        while len(others) < MOST_AT_ONCE - 1:
            try:
                others.append(self._queue.get_nowait())
            except Empty:
                break
        return others

    def _commit(self, batch: list[_Waiting]) -> None:
        outcomes: list[_Outcome] = []
        try:
            outcomes = [self._alone(batch[0].job)] if len(batch) == 1 else self._together(batch)
        except BaseException as fault:
            for waiting in batch:
                waiting.future.set_exception(fault)
            return
        for waiting, (result, failure) in zip(batch, outcomes, strict=True):
            if failure is None:
                waiting.future.set_result(result)
            else:
                waiting.future.set_exception(failure)

    def _together(self, batch: list[_Waiting]) -> list[_Outcome]:
        with self._database.writing() as transaction:
            return [_attempt(transaction, waiting.job) for waiting in batch]

    def _alone(self, job: Job[Any]) -> _Outcome:
        """Run a job that shares its transaction with nobody: there, the transaction is the savepoint."""
        try:
            with self._database.writing() as transaction:
                return job(transaction), None
        except IntegrityError:
            with self._database.writing() as transaction:
                return _attempt(transaction, job)


def _attempt(transaction: "Transaction", job: Job[Any]) -> _Outcome:
    """Run a job in a savepoint; once more where another process took the same place meanwhile."""
    for last in (False, True):
        touched = set(transaction.touched)
        try:
            with transaction.begin_nested():
                return job(transaction), None
        except IntegrityError as fault:
            transaction.touched = touched
            if last:
                return None, fault
        except Exception as fault:
            transaction.touched = touched
            return None, fault
    raise AssertionError("unreachable")
