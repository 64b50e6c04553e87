"""What keeps one participant's flood, or a hundred equal questions, from being everybody's burden."""

from collections import OrderedDict, deque
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from datetime import datetime, timedelta
from threading import Lock
from typing import Generic, TypeVar

from survey_engine.errors import EngineError, Problem

V = TypeVar("V")


class Recent(Generic[V]):
    """The latest values by key, shared by all threads; the oldest is forgotten first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[Hashable, Future[V]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, compute: Callable[[], V]) -> V:
        """Return the value of a key; whoever asks while it is computed waits for it."""
        with self._lock:
            known = self._values.get(key)
            if known is None:
                value = self._values[key] = Future[V]()
                while len(self._values) > self._most:
                    self._values.popitem(last=False)
            else:
                self._values.move_to_end(key)
        if known is not None:
            return known.result()
        try:
            value.set_result(compute())
        except BaseException as fault:
            with self._lock:
                self._values.pop(key, None)
            value.set_exception(fault)
        return value.result()


class Flood:
    """How many submissions one person may make in a while: by person, never by address."""

    def __init__(
        self, most: int = 30, within: timedelta = timedelta(seconds=10), people: int = 10_000
    ) -> None:
        self._most, self._within = most, within
        self._times: Recent[deque[datetime]] = Recent(people)

    def admit(self, person: str, now: datetime) -> None:
        """Count one submission; raise SUBMISSIONS_TOO_FAST where there were too many."""
        times = self._times.get(person, deque)
        # A clock that was set back must not lock anybody out.
        while times and not now - self._within < times[0] <= now:
            times.popleft()
        if len(times) >= self._most:
            raise EngineError(Problem.SUBMISSIONS_TOO_FAST, seconds=int(self._within.total_seconds()))
        times.append(now)
