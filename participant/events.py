"""The room's pulse for every listening page: one look at the database for all of them.

A session's listeners share one watcher. It wakes when the session's revision moves and looks whether
what participants see has changed; answers alone change nothing on their screens. What the facilitator
does is told at once, and the pages fetch it. Results, which move with every answer, are told at most
twice a second and travel in the event itself, drawn once for each language: a hall of phones that
fetched them twice a second would leave no time for its answers.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from weakref import WeakKeyDictionary

from starlette.concurrency import run_in_threadpool

from participant.stages import results_stage
from participant.views import Tongue, render
from survey_engine import workbench as engine
from survey_engine.collect.visits import Pulse

HEARTBEAT_SECONDS = 15.0
# Another process may have written: look even where no signal came.
LOOK_AGAIN_SECONDS = 5.0
TOGETHER_SECONDS = 0.05
RESULTS_TOGETHER_SECONDS = 0.5
# Between so many listeners, whoever sends an answer has a turn.
WOKEN_AT_ONCE = 25


class Listener:
    """One page that listens: in which language, and the mark of the results that it was given last."""

    def __init__(self, tongue: Tongue) -> None:
        self.tongue = tongue
        self.news = asyncio.Event()
        self.results_key: str | None = None

    async def wait(self) -> None:
        """Wait for news, or until a sign of life is due."""
        with suppress(TimeoutError):
            async with asyncio.timeout(HEARTBEAT_SECONDS):
                await self.news.wait()
        self.news.clear()


class Watch:
    """One session, its listeners, and what they should be showing."""

    def __init__(self, session_id: str) -> None:
        self.session_id = session_id
        self.pulse: Pulse | None = None
        self.listeners: set[Listener] = set()
        self.task: asyncio.Task[None] | None = None
        self._results_due = 0.0
        self._events: dict[tuple[Tongue, bool], str] = {}

    async def run(self) -> None:
        """Look, tell, and wait, for as long as anybody listens."""
        workbench, loop, moved = engine.current(), asyncio.get_running_loop(), asyncio.Event()
        stop = workbench.signals.listen(
            self.session_id, lambda revision: loop.call_soon_threadsafe(moved.set)
        )
        try:
            while self.listeners:
                moved.clear()
                looked = loop.time()
                is_whole = await self._look(looked)
                with suppress(TimeoutError):
                    async with asyncio.timeout_at(
                        looked + LOOK_AGAIN_SECONDS if is_whole else self._results_due
                    ):
                        await moved.wait()
                await asyncio.sleep(looked + TOGETHER_SECONDS - loop.time())
        finally:
            stop()

    async def _look(self, now: float) -> bool:
        """Look and tell what has changed; say whether results were looked at too, where there are any."""
        known, is_due = self.pulse, now >= self._results_due
        without = known.key if known and (known.results_key or known.pool_key) and not is_due else ""
        room = engine.current().room
        pulse = await run_in_threadpool(lambda: room.pulse(self.session_id, without_results_of=without))
        if pulse and known and without == pulse.key:
            return pulse.revision == known.revision
        self._results_due = now + RESULTS_TOGETHER_SECONDS
        self.pulse, self._events = pulse, {}
        if known is None or pulse is None or _shown(known) != _shown(pulse):
            await self.wake()
        return True

    async def wake(self) -> None:
        """Let every listener look at the pulse."""
        for number, listener in enumerate(tuple(self.listeners), start=1):
            listener.news.set()
            if number % WOKEN_AT_ONCE == 0:
                await asyncio.sleep(0)

    def event_for(self, listener: Listener) -> str | None:
        """Return what a listener is told; None where the session is gone."""
        pulse, known = self.pulse, listener.results_key
        if pulse is None:
            return None
        # Whoever has just come shows the results already: its page was drawn with them.
        with_results = known is not None and known != pulse.results_key
        listener.results_key = pulse.results_key
        if (listener.tongue, with_results) not in self._events:
            self._events[listener.tongue, with_results] = _event(pulse, listener.tongue, with_results)
        return self._events[listener.tongue, with_results]


class Hub:
    """The watched sessions of one event loop."""

    def __init__(self) -> None:
        self._watches: dict[str, Watch] = {}
        self._is_leaving = False

    async def stream(self, session_id: str, tongue: Tongue) -> AsyncIterator[str]:
        """Give server-sent events: one at once, one with every change, one with every heartbeat."""
        listener = Listener(tongue)
        watch = self._watch(session_id, listener)
        try:
            while not self._is_leaving:
                await listener.wait()
                event = watch.event_for(listener)
                if event is None or self._is_leaving:
                    break
                yield event
        finally:
            watch.listeners.discard(listener)

    def leave(self) -> None:
        """End every stream, so that the server can stop."""
        self._is_leaving = True
        for watch in self._watches.values():
            _wake_all(watch)

    def _watch(self, session_id: str, listener: Listener) -> Watch:
        watch = self._watches.setdefault(session_id, Watch(session_id))
        watch.listeners.add(listener)
        if watch.pulse is not None:
            listener.news.set()
        if watch.task is None or watch.task.done():
            watch.task = asyncio.create_task(watch.run())
            watch.task.add_done_callback(lambda task: self._forget(watch))
        return watch

    def _forget(self, watch: Watch) -> None:
        if not watch.listeners:
            self._watches.pop(watch.session_id, None)
        watch.pulse = None
        _wake_all(watch)


def _wake_all(watch: Watch) -> None:
    for listener in watch.listeners:
        listener.news.set()


_HUBS: "WeakKeyDictionary[asyncio.AbstractEventLoop, Hub]" = WeakKeyDictionary()


def hub() -> Hub:
    """Return the hub of the running event loop."""
    return _HUBS.setdefault(asyncio.get_running_loop(), Hub())


def _shown(pulse: Pulse) -> tuple[str, str, str]:
    return pulse.key, pulse.results_key, pulse.pool_key


def _event(pulse: Pulse, tongue: Tongue, with_results: bool) -> str:
    shown = {"key": pulse.key, "results": pulse.results_key, "pool": pulse.pool_key}
    if with_results and pulse.results_key:
        shown |= {"html": render("results.html", tongue, stage=results_stage(pulse.room))}
    return f": still here\nid: {pulse.revision}\nevent: room\ndata: {json.dumps(shown)}\n\n"
