"""A facilitator's page over Streamlit's websocket, as a browser would hold it open.

It asks for the page, reruns its fragments whenever the server told it to, knows the buttons by
their keys, and hands every new element to whoever subclasses it.
"""

import asyncio
import re
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlencode

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection

LARGEST_MESSAGE = 64 * 2**20
SHOWN_WITHIN = 30.0
# The id that Streamlit gives a widget ends with the key that the page gave it.
KEY_IN_ID = re.compile(r"^\$\$ID-[0-9a-f]+-(?P<key>.+)$")


@dataclass
class StudioPage:
    """One open page: `page` is its address below /studio; `runs` counts what the server finished."""

    port: int
    cookie_header: str
    page: str
    query: dict[str, str]
    runs: int = 0
    buttons: dict[str, str] = field(default_factory=dict)
    _socket: ClientConnection | None = None
    _tasks: "dict[str, asyncio.Task[None]]" = field(default_factory=dict)

    async def __aenter__(self) -> "StudioPage":
        self._socket = await websockets.connect(
            f"ws://127.0.0.1:{self.port}/studio/_stcore/stream",
            subprotocols=[websockets.Subprotocol("streamlit")],
            additional_headers={"Cookie": self.cookie_header},
            max_size=LARGEST_MESSAGE,
        )
        self._tasks["reading"] = asyncio.create_task(self._read(self._socket))
        await self._send(self._rerun())
        async with asyncio.timeout(SHOWN_WITHIN):
            while not self.runs:
                await asyncio.sleep(0.02)
        return self

    async def __aexit__(self, *reason: object) -> None:
        for task in self._tasks.values():
            task.cancel()
        with suppress(asyncio.CancelledError):
            await self._tasks["reading"]
        if self._socket is not None:
            await self._socket.close()

    async def press(self, key: str) -> None:
        """Press the button with this key and wait until the page has run."""
        before, message = self.runs, self._rerun()
        widget = message.rerun_script.widget_states.widgets.add()
        widget.id, widget.trigger_value = self.buttons[key], True
        await self._send(message)
        async with asyncio.timeout(SHOWN_WITHIN):
            while self.runs == before:
                await asyncio.sleep(0.02)

    def note(self, element: Element) -> None:
        """Take notice of a new element; buttons are known to every page."""
        if element.WhichOneof("type") == "button" and (found := KEY_IN_ID.match(element.button.id)):
            self.buttons[found["key"]] = element.button.id

    async def _read(self, socket: ClientConnection) -> None:
        async for raw in socket:
            message = ForwardMsg()
            message.ParseFromString(raw if isinstance(raw, bytes) else raw.encode())
            kind = message.WhichOneof("type")
            if kind == "auto_rerun":
                self._repeat(message.auto_rerun.interval, message.auto_rerun.fragment_id)
            elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                self.note(message.delta.new_element)
            elif kind == "script_finished":
                self.runs += 1

    def _repeat(self, seconds: float, fragment_id: str) -> None:
        if earlier := self._tasks.pop(fragment_id, None):
            earlier.cancel()

        async def tick() -> None:
            while True:
                await asyncio.sleep(seconds)
                await self._send(self._rerun(fragment_id))

        self._tasks[fragment_id] = asyncio.create_task(tick())

    def _rerun(self, fragment_id: str = "") -> BackMsg:
        message = BackMsg()
        state = message.rerun_script
        state.query_string, state.page_name = urlencode(self.query), self.page
        state.fragment_id, state.is_auto_rerun = fragment_id, bool(fragment_id)
        return message

    async def _send(self, message: BackMsg) -> None:
        if self._socket is not None:
            await self._socket.send(message.SerializeToString())
