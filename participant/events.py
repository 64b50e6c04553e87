"""The room's pulse for every listening page: one look at the database for all of them.

A session's listeners share one watcher. It wakes when the session's revision moves, looks whether
what participants see has changed (answers alone change nothing on their screens), and only
then tells the pages, which fetch what is new.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from weakref import WeakKeyDictionary

from starlette.concurrency import run_in_threadpool

from survey_engine import workbench as engine
from survey_engine.collect.visits import Pulse

HEARTBEAT_SECONDS = 15.0
# Another process may have written: look even where no signal came.
LOOK_AGAIN_SECONDS = 5.0
TOGETHER_SECONDS = 0.05
RESULTS_TOGETHER_SECONDS = 0.5


class Watch:
    """One session, its listeners, and what they should be showing."""

    def __init__(self, session_id: str) -> None:
        self.session_id = session_id
        self.pulse: Pulse | None = None
        self.listeners: set[asyncio.Event] = set()
        self.task: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Look, tell, and wait, for as long as anybody listens."""
        workbench, loop, moved = engine.current(), asyncio.get_running_loop(), asyncio.Event()
        stop = workbench.signals.listen(
            self.session_id, lambda revision: loop.call_soon_threadsafe(moved.set)
        )
        try:
            while self.listeners:
                moved.clear()
                self._tell(await run_in_threadpool(workbench.room.pulse, self.session_id))
                with suppress(TimeoutError):
                    await asyncio.wait_for(moved.wait(), LOOK_AGAIN_SECONDS)
                shows_results = self.pulse is not None and self.pulse.results_key
                await asyncio.sleep(RESULTS_TOGETHER_SECONDS if shows_results else TOGETHER_SECONDS)
        finally:
            stop()

    def _tell(self, pulse: Pulse | None) -> None:
        known, self.pulse = self.pulse, pulse
        if known and pulse and (known.key, known.results_key) == (pulse.key, pulse.results_key):
            return
        self.wake()

    def wake(self) -> None:
        """Let every listener look at the pulse."""
        for listener in self.listeners:
            listener.set()


class Hub:
    """The watched sessions of one event loop."""

    def __init__(self) -> None:
        self._watches: dict[str, Watch] = {}
        self._is_leaving = False

    async def stream(self, session_id: str) -> AsyncIterator[str]:
        """Give server-sent events: one at once, one with every change, one with every heartbeat."""
        listener = asyncio.Event()
        watch = self._watch(session_id, listener)
        try:
            while not self._is_leaving:
                with suppress(TimeoutError):
                    await asyncio.wait_for(listener.wait(), HEARTBEAT_SECONDS)
                listener.clear()
                if watch.pulse is None or self._is_leaving:
                    break
                yield _event(watch.pulse)
        finally:
            watch.listeners.discard(listener)

    def leave(self) -> None:
        """End every stream, so that the server can stop."""
        self._is_leaving = True
        for watch in self._watches.values():
            watch.wake()

    def _watch(self, session_id: str, listener: asyncio.Event) -> Watch:
        watch = self._watches.setdefault(session_id, Watch(session_id))
        watch.listeners.add(listener)
        if watch.pulse is not None:
            listener.set()
        if watch.task is None or watch.task.done():
            watch.task = asyncio.create_task(watch.run())
            watch.task.add_done_callback(lambda task: self._forget(watch))
        return watch

    def _forget(self, watch: Watch) -> None:
        if not watch.listeners:
            self._watches.pop(watch.session_id, None)
        watch.pulse = None
        watch.wake()


_HUBS: "WeakKeyDictionary[asyncio.AbstractEventLoop, Hub]" = WeakKeyDictionary()


def hub() -> Hub:
    """Return the hub of the running event loop."""
    return _HUBS.setdefault(asyncio.get_running_loop(), Hub())


def _event(pulse: Pulse) -> str:
    shown = json.dumps({"key": pulse.key, "results": pulse.results_key})
    return f": still here\nid: {pulse.revision}\nevent: room\ndata: {shown}\n\n"
