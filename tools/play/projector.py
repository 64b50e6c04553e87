"""A projector page over Streamlit's websocket, as a browser would hold it open.

It asks for the page, reruns its fragment whenever the server told it to, and notes when the
component received which numbers.
"""

import asyncio
import json
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection

PAGE = "projector"
LARGEST_MESSAGE = 64 * 2**20


@dataclass(frozen=True, slots=True)
class Seen:
    """What the screen showed from one moment on (of the performance counter, in seconds)."""

    at: float
    joined: int
    answered: int
    charted: int


@dataclass
class Projector:
    """One open projector page; `seen` grows while it runs."""

    port: int
    cookie_header: str
    study_id: str
    session_id: str
    seen: list[Seen] = field(default_factory=list)
    runs: int = 0
    _timers: dict[str, "asyncio.Task[None]"] = field(default_factory=dict)

    async def watch(self, ready: asyncio.Event, until: asyncio.Event) -> None:
        """Hold the page open from `ready` (set once something is shown) to `until`."""
        address = f"ws://127.0.0.1:{self.port}/studio/_stcore/stream"
        async with websockets.connect(
            address,
            subprotocols=[websockets.Subprotocol("streamlit")],
            additional_headers={"Cookie": self.cookie_header},
            max_size=LARGEST_MESSAGE,
        ) as socket:
            await socket.send(self._rerun())
            reading = asyncio.create_task(self._read(socket, ready))
            await until.wait()
            for task in (reading, *self._timers.values()):
                task.cancel()
            with suppress(asyncio.CancelledError):
                await reading

    def visible_at(self, number: int) -> float | None:
        """Return when the chart (or, while results are hidden, the count) first held this many answers."""
        return next((seen.at for seen in self.seen if max(seen.charted, seen.answered) >= number), None)

    async def _read(self, socket: ClientConnection, ready: asyncio.Event) -> None:
        async for raw in socket:
            message = ForwardMsg()
            message.ParseFromString(raw if isinstance(raw, bytes) else raw.encode())
            kind = message.WhichOneof("type")
            if kind == "auto_rerun":
                self._repeat(socket, message.auto_rerun.interval, message.auto_rerun.fragment_id)
            elif kind == "delta" and self._note(message):
                ready.set()
            elif kind == "script_finished":
                self.runs += 1

    def _repeat(self, socket: ClientConnection, seconds: float, fragment_id: str) -> None:
        if earlier := self._timers.pop(fragment_id, None):
            earlier.cancel()

        async def tick() -> None:
            while True:
                await asyncio.sleep(seconds)
                await socket.send(self._rerun(fragment_id))

        self._timers[fragment_id] = asyncio.create_task(tick())

    def _rerun(self, fragment_id: str = "") -> bytes:
        message = BackMsg()
        state = message.rerun_script
        state.query_string = urlencode({"study": self.study_id, "session": self.session_id})
        state.page_name = PAGE
        state.fragment_id = fragment_id
        state.is_auto_rerun = bool(fragment_id)
        encoded: bytes = message.SerializeToString()
        return encoded

    def _note(self, message: ForwardMsg) -> bool:
        """Note the numbers on the screen; return whether this message held the screen at all."""
        content = _content(message)
        if content is None:
            return False
        answered, rows = content.get("answered") or {}, content.get("rows") or []
        seen = Seen(
            time.perf_counter(),
            joined=content["joined"]["number"],
            answered=answered.get("number", 0),
            charted=sum(row["people"] for row in rows),
        )
        last = self.seen[-1] if self.seen else None
        if last is None or (last.joined, last.answered, last.charted) != (
            seen.joined,
            seen.answered,
            seen.charted,
        ):
            self.seen.append(seen)
        return True


def _content(message: ForwardMsg) -> dict[str, Any] | None:
    """Return what the projector's component was given; None where the message is about something else."""
    element = message.delta.new_element
    if element.WhichOneof("type") != "bidi_component":
        return None
    content: dict[str, Any] = json.loads(element.bidi_component.json or "{}")
    return content if "joined" in content else None
