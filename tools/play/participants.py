"""Participants as their browsers behave: come in over HTTP, follow by server-sent events, send an answer.

One client serves all of them, each with cookies and connections of their own.
"""

import asyncio
import json
import random
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

import httpx

from survey_engine.ids import new_id

PATIENCE = httpx.Timeout(30.0, read=60.0)
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
    """One phone: its cookies, what its page shows, and when a question came onto it."""

    number: int
    group: str
    cookies: dict[str, str] = field(default_factory=dict)
    shown: str = ""
    seconds_to_question: float = 0.0
    question_at: float = 0.0


@dataclass(frozen=True, slots=True)
class Crowd:
    """Everybody in one room, and the address they came to."""

    http: httpx.AsyncClient
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

    async def _follow(self, one: Participant) -> None:
        """Hold the events of the room open, coming back where the connection breaks."""
        while True:
            with suppress(httpx.HTTPError):
                async with self.http.stream("GET", f"/{self.code}/events", headers=_headers(one)) as stream:
                    async for line in stream.aiter_lines():
                        if line.startswith("data:"):
                            await self._look(one, json.loads(line.removeprefix("data:")))
            await asyncio.sleep(BETWEEN_TRIES)

    async def _look(self, one: Participant, pulse: dict[str, str]) -> None:
        """Fetch what is new where the room shows something else than this phone does."""
        known, one.shown = one.shown, pulse["key"]
        if known and known != pulse["key"]:
            await self._get(one, f"/{self.code}/state?since={known}&results=")
            one.question_at = time.perf_counter()

    async def _join(self, one: Participant, after: float) -> None:
        await asyncio.sleep(after)
        began = time.perf_counter()
        await self._get(one, f"/{self.code}")
        form = {"group": one.group, "language": self.language, "consent": "yes"}
        joined = await self.http.post(f"/{self.code}/join", data=form, headers=_headers(one))
        if joined.status_code != httpx.codes.SEE_OTHER:
            raise RuntimeError(f"joining was refused: {joined.status_code} {joined.text[:300]}")
        one.cookies |= dict(joined.cookies)
        await self._get(one, joined.headers["location"])
        page = await self._get(one, f"/{self.code}")
        if "<form" not in page.text:
            raise RuntimeError("the room shows no question to answer")
        one.seconds_to_question = time.perf_counter() - began

    async def _answer(self, one: Participant, question_id: str, choice: str, after: float) -> Submission:
        await asyncio.sleep(after)
        sent = Submission(submitted_at=time.perf_counter())
        body = {"question": question_id, "client_key": sent.client_key, "choices": [choice], "text": None}
        await self._send_until_saved(one, sent, body)
        sent.acknowledged_at = time.perf_counter()
        if one.number % SECOND_SENDING == 0:
            await self._send_until_saved(one, sent, body)
        return sent

    async def _send_until_saved(self, one: Participant, sent: Submission, body: Mapping[str, object]) -> None:
        while True:
            sent.tries += 1
            with suppress(httpx.HTTPError):
                answer = await self.http.post(
                    f"/{self.code}/answer", json=body, headers=_headers(one, "application/json")
                )
                if answer.status_code == httpx.codes.OK:
                    return
                if answer.status_code < httpx.codes.INTERNAL_SERVER_ERROR:
                    raise RuntimeError(f"the answer was refused: {answer.status_code} {answer.text[:300]}")
            await asyncio.sleep(BETWEEN_TRIES)

    async def _get(self, one: Participant, path: str) -> httpx.Response:
        page = await self.http.get(path, headers=_headers(one))
        return page.raise_for_status()


@asynccontextmanager
async def crowd_at(url: str, code: str, people: int, groups: Sequence[str]) -> AsyncIterator[Crowd]:
    """Give a crowd that is about to come to this address, spread over the groups."""
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=None)
    async with httpx.AsyncClient(base_url=url, timeout=PATIENCE, limits=limits, trust_env=False) as http:
        everybody = tuple(Participant(number, groups[number % len(groups)]) for number in range(people))
        crowd = Crowd(http, code, everybody)
        try:
            yield crowd
        finally:
            for task in crowd.following:
                task.cancel()
            await asyncio.gather(*crowd.following, return_exceptions=True)


def _headers(one: Participant, accept: str = "text/html") -> dict[str, str]:
    cookies = "; ".join(f"{name}={value}" for name, value in one.cookies.items())
    return {"Accept": accept, **({"Cookie": cookies} if cookies else {})}
