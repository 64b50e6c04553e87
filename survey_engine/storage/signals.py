"""Who wants to know that a session or a study changed: revisions, told after each commit."""

from collections import defaultdict
from collections.abc import Callable
from threading import Lock

Listener = Callable[[int], None]


class Signals:
    """Listeners by subject (a session id or a study id). Listeners must return at once."""

    def __init__(self) -> None:
        self._listeners: dict[str, set[Listener]] = defaultdict(set)
        self._lock = Lock()

    def listen(self, subject: str, listener: Listener) -> Callable[[], None]:
        """Call `listener(revision)` after each change of the subject; return a function that stops it."""
        with self._lock:
            self._listeners[subject].add(listener)

        def stop() -> None:
            with self._lock:
                self._listeners[subject].discard(listener)
                if not self._listeners[subject]:
                    del self._listeners[subject]

        return stop

    def tell(self, subject: str, revision: int) -> None:
        """Tell every listener of the subject that it is now at `revision`."""
        with self._lock:
            listeners = tuple(self._listeners.get(subject, ()))
        for listener in listeners:
            listener(revision)
