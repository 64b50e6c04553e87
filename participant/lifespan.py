"""What starts before the first request, and what has to end before the last connection can."""

import asyncio
import signal
import sys
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from types import FrameType
from typing import Any

from starlette.concurrency import run_in_threadpool

from participant.events import hub
from survey_engine import workbench as engine
from survey_engine.workbench.warming import warm_up

ENDING = (signal.SIGTERM, signal.SIGINT)
# A facilitator's page that is being drawn keeps the interpreter for 5 ms at a time by default, and a
# request needs it several times: hundreds of phones would wait for one console.
SWITCH_SECONDS = 0.001
# What the facilitators' pages load with their first run.
PAGES_LOAD = ("pandas", "pyarrow", "altair")


@asynccontextmanager
async def lifespan(app: object) -> AsyncIterator[None]:
    """Migrate the database before anybody comes in; end the event streams when the server is told to stop."""
    await run_in_threadpool(engine.current)
    sys.setswitchinterval(SWITCH_SECONDS)
    threading.Thread(target=warm_up, args=(PAGES_LOAD,), name="balsis-warming", daemon=True).start()
    streams = hub()
    with _before_ending(streams.leave):
        yield
    streams.leave()


@contextmanager
def _before_ending(action: Callable[[], None]) -> Iterator[None]:
    """Do something as soon as the process is told to end, and then what would have been done anyway.

    The server waits for open responses before it says that it stops, and event streams never
    end by themselves.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    loop, before = asyncio.get_running_loop(), {number: signal.getsignal(number) for number in ENDING}

    def ending(number: int, frame: FrameType | None) -> Any:
        loop.call_soon_threadsafe(action)
        handler = before[signal.Signals(number)]
        if callable(handler):
            handler(number, frame)

    for number, handler in before.items():
        if callable(handler):
            signal.signal(number, ending)
    try:
        yield
    finally:
        for number, handler in before.items():
            if callable(handler):
                signal.signal(number, handler)
