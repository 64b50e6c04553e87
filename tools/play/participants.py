"""Participants as their browsers behave: come in over HTTP, follow by server-sent events, send an answer.

Each has cookies and connections of its own, and asks for what its page's script would ask for.
"""

import asyncio
import json
import random
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlencode

from survey_engine.ids import new_id
from tools.play.wire import BROKEN, Wire

OK, SEE_OTHER, SERVER_FAULT = 200, 303, 500
BETWEEN_TRIES = 0.5
SECOND_SENDING = 10


@dataclass
class Submission:
    """One answer on its way (moments of the performance counter; 0 while it has not happened)."""

    client_key: str = field(default_factory=new_id)
    submitted_at: float = 0.0
    acknowledged_at: float = 0.0
    tries: int = 0

    @property
    def is_acknowledged(self) -> bool:
        """Say whether the phone shows that the answer is saved."""
        return self.acknowledged_at > 0


@dataclass
class Participant:
    """One phone: its connections, what its page shows, and when a question came onto it."""

    number: int
    group: str
    wire: Wire
    looking: Wire
    shown: str = ""
    results: str = ""
    seconds_to_question: float = 0.0
    question_at: float = 0.0
    _told: dict[str, str] = field(default_factory=dict)
    _looking: "asyncio.Task[None] | None" = None


@dataclass(frozen=True, slots=True)
class Crowd:
    """Everybody in one room."""

    code: str
    people: tuple[Participant, ...]
    language: str = "lv"
    following: "list[asyncio.Task[None]]" = field(default_factory=list)

    async def come_in(self, within: float, chance: random.Random) -> None:
        """Let everybody join at a moment of their own within so many seconds."""
        await asyncio.gather(*(self._join(one, chance.uniform(0, within)) for one in self.people))

    async def answer(
        self, question_id: str, codes: Sequence[str], within: float, chance: random.Random
    ) -> list[Submission]:
        """Let everybody answer once within so many seconds; every tenth phone sends a second time."""
        sent = (
            self._answer(one, question_id, chance.choice(codes), chance.uniform(0, within))
            for one in self.people
        )
        return list(await asyncio.gather(*sent))

    def follow_all(self) -> None:
        """Let every phone follow the room until the crowd leaves."""
        self.following.extend(asyncio.create_task(self._follow(one)) for one in self.people)

    async def leave(self) -> None:
        """Let every phone stop following and hang up."""
        for task in self.following:
            task.cancel()
        await asyncio.gather(*self.following, return_exceptions=True)
        await asyncio.gather(*(wire.close() for one in self.people for wire in (one.wire, one.looking)))

    async def _follow(self, one: Participant) -> None:
        """Hold the events of the room open, coming back where the connection breaks."""
        while True:
            with suppress(*BROKEN):
                async for line in one.wire.lines(f"/{self.code}/events"):
                    if line.startswith("data:"):
                        one._told = json.loads(line.removeprefix("data:"))
                        if "html" in one._told and one._told["key"] == one.shown:
                            one.results = one._told["results"]
                        elif one._looking is None or one._looking.done():
                            one._looking = asyncio.create_task(self._look(one))
            await asyncio.sleep(BETWEEN_TRIES)

    async def _look(self, one: Participant) -> None:
        """Fetch what is new for as long as the room shows something else than this phone does."""
        if not one.shown:
            one.shown, one.results = one._told["key"], one._told["results"]
        while (one.shown, one.results) != (one._told["key"], one._told["results"]):
            address = f"/{self.code}/state?since={one.shown}&results={one.results}"
            try:
                reply = await one.looking.get(address, "application/json")
            except BROKEN:
                return
            if reply.status != OK:
                return
            view = json.loads(reply.text)
            if view["key"] != one.shown:
                one.question_at = time.perf_counter()
            one.shown, one.results = view["key"], view["results_key"]

    async def _join(self, one: Participant, after: float) -> None:
        await asyncio.sleep(after)
        began = time.perf_counter()
        await self._page(one, f"/{self.code}")
        form = urlencode({"group": one.group, "language": self.language, "consent": "yes"})
        joined = await one.wire.post(f"/{self.code}/join", form.encode(), "application/x-www-form-urlencoded")
        if joined.status != SEE_OTHER:
            raise RuntimeError(f"joining was refused: {joined.status} {joined.text[:300]}")
        await self._page(one, joined.headers["location"])
        if "<form" not in await self._page(one, f"/{self.code}"):
            raise RuntimeError("the room shows no question to answer")
        one.seconds_to_question = time.perf_counter() - began

    async def _answer(self, one: Participant, question_id: str, choice: str, after: float) -> Submission:
        await asyncio.sleep(after)
        sent = Submission(submitted_at=time.perf_counter())
        body = {"question": question_id, "client_key": sent.client_key, "choices": [choice], "text": None}
        await self._send_until_saved(one, sent, json.dumps(body).encode())
        sent.acknowledged_at = time.perf_counter()
        if one.number % SECOND_SENDING == 0:
            await self._send_until_saved(one, sent, json.dumps(body).encode())
        return sent

    async def _send_until_saved(self, one: Participant, sent: Submission, body: bytes) -> None:
        while True:
            sent.tries += 1
            with suppress(*BROKEN):
                answer = await one.wire.post(
                    f"/{self.code}/answer", body, "application/json", "application/json"
                )
                if answer.status == OK:
                    return
                if answer.status < SERVER_FAULT:
                    raise RuntimeError(f"the answer was refused: {answer.status} {answer.text[:300]}")
            await asyncio.sleep(BETWEEN_TRIES)

    async def _page(self, one: Participant, path: str) -> str:
        page = await one.wire.get(path)
        if page.status != OK:
            raise RuntimeError(f"{path} was refused: {page.status} {page.text[:300]}")
        return page.text


@asynccontextmanager
async def crowd_at(port: int, code: str, people: int, groups: Sequence[str]) -> AsyncIterator[Crowd]:
    """Give a crowd that is about to come to this port, spread over the groups."""
    crowd = Crowd(code, tuple(_newcomer(number, groups, port) for number in range(people)))
    try:
        yield crowd
    finally:
        await crowd.leave()


def _newcomer(number: int, groups: Sequence[str], port: int) -> Participant:
    """Return a phone whose connections share their cookies, as a browser's do."""
    cookies: dict[str, str] = {}
    group = groups[number % len(groups)]
    return Participant(number, group, Wire("127.0.0.1", port, cookies), Wire("127.0.0.1", port, cookies))
