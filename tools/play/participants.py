"""Participants as their browsers behave: come in over HTTP, follow by server-sent events, send an answer.

One client serves all of them, each with cookies and connections of their own.
"""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

import httpx

from survey_engine.ids import new_id

PATIENCE = httpx.Timeout(30.0, read=60.0)
BETWEEN_TRIES = 0.5
SECOND_SENDING = 10


@dataclass
class Participant:
    """One phone: its cookies, and what happened to its answer (moments of the performance counter)."""

    number: int
    group: str
    cookies: dict[str, str] = field(default_factory=dict)
    first_question: float = 0.0
    submitted_at: float = 0.0
    acknowledged_at: float = 0.0
    client_key: str = field(default_factory=new_id)
    tries: int = 0
    events: int = 0

    @property
    def is_acknowledged(self) -> bool:
        """Say whether the phone shows that the answer is saved."""
        return self.acknowledged_at > 0


@dataclass(frozen=True, slots=True)
class Crowd:
    """Everybody in one room, and the address they came to."""

    http: httpx.AsyncClient
    code: str
    people: tuple[Participant, ...]
    language: str = "lv"

    async def come_in(self, within: float, chance: random.Random) -> None:
        """Let everybody join at a moment of their own within so many seconds."""
        await asyncio.gather(*(self._join(one, chance.uniform(0, within)) for one in self.people))

    async def answer(
        self, question_id: str, codes: Sequence[str], within: float, chance: random.Random
    ) -> None:
        """Let everybody answer once within so many seconds; every tenth phone sends a second time."""
        await asyncio.gather(
            *(
                self._answer(one, question_id, chance.choice(codes), chance.uniform(0, within))
                for one in self.people
            )
        )

    async def follow(self, one: Participant) -> None:
        """Hold the events of the room open, coming back where the connection breaks."""
        while True:
            with suppress(httpx.HTTPError):
                async with self.http.stream("GET", f"/{self.code}/events", headers=_headers(one)) as stream:
                    async for line in stream.aiter_lines():
                        one.events += line.startswith("data:")
            await asyncio.sleep(BETWEEN_TRIES)

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
        one.first_question = time.perf_counter() - began

    async def _answer(self, one: Participant, question_id: str, choice: str, after: float) -> None:
        await asyncio.sleep(after)
        body = {"question": question_id, "client_key": one.client_key, "choices": [choice], "text": None}
        one.submitted_at = time.perf_counter()
        await self._send_until_saved(one, body)
        one.acknowledged_at = time.perf_counter()
        if one.number % SECOND_SENDING == 0:
            await self._send_until_saved(one, body)

    async def _send_until_saved(self, one: Participant, body: dict[str, object]) -> None:
        while True:
            one.tries += 1
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
        yield Crowd(
            http, code, tuple(Participant(number, groups[number % len(groups)]) for number in range(people))
        )


def _headers(one: Participant, accept: str = "text/html") -> dict[str, str]:
    cookies = "; ".join(f"{name}={value}" for name, value in one.cookies.items())
    return {"Accept": accept, **({"Cookie": cookies} if cookies else {})}
