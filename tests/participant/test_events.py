"""The room's pulse: at once for whoever comes, again when the screen changes, and an end when asked."""

import asyncio
import json
from collections.abc import AsyncIterator

import pytest

from participant import events
from participant.events import Hub, hub
from participant.views import Tongue
from survey_engine.collect.models import AnswerValue, Session
from survey_engine.ids import new_id
from survey_engine.workbench import Workbench

ENGLISH = Tongue("en", ("en",))


async def next_key(stream: AsyncIterator[str]) -> str:
    event = await asyncio.wait_for(anext(stream), 10)
    shown = next(line for line in event.splitlines() if line.startswith("data: "))
    return json.loads(shown.removeprefix("data: "))["key"]


def test_listener_hears_at_once_what_the_room_shows(bench: Workbench, session: Session) -> None:
    async def listening() -> str:
        return await next_key(Hub().stream(session.id, ENGLISH))

    assert asyncio.run(listening()) == bench.room.pulse(session.id).key


def test_every_listener_hears_of_the_next_question(bench: Workbench, session: Session) -> None:
    async def listening() -> list[str]:
        here = Hub()
        streams = [here.stream(session.id, ENGLISH) for _ in range(3)]
        await asyncio.gather(*(next_key(stream) for stream in streams))
        await asyncio.to_thread(bench.sessions.open_question, session.id, question_id="q-open")
        return await asyncio.gather(*(next_key(stream) for stream in streams))

    assert asyncio.run(listening()) == [bench.room.pulse(session.id).key] * 3


def test_answers_alone_wake_nobody(bench: Workbench, session: Session) -> None:
    person = bench.room.join(session.code, group_key="ngo", language="lv", consent=True)

    def answer() -> None:
        bench.room.submit(
            session.code,
            person.secret,
            question_id="q-single",
            value=AnswerValue(codes=("a",)),
            client_key=new_id(),
        )

    async def listening() -> tuple[str, str, str]:
        stream = Hub().stream(session.id, ENGLISH)
        first = await next_key(stream)
        await asyncio.to_thread(answer)
        waiting = asyncio.ensure_future(anext(stream))
        await asyncio.to_thread(bench.sessions.close_question, session.id, question_id="q-single")
        # The first thing heard after the answer is the closing, not the answer.
        event = await asyncio.wait_for(waiting, 10)
        return first, event, bench.room.pulse(session.id).key

    first, event, closed = asyncio.run(listening())
    assert (closed in event, first in event) == (True, False)


def test_leaving_ends_every_stream(session: Session) -> None:
    async def listening() -> list[str]:
        here = Hub()
        stream = here.stream(session.id, ENGLISH)
        await next_key(stream)
        here.leave()
        return [event async for event in stream]

    assert asyncio.run(listening()) == []


def test_session_that_is_gone_ends_its_streams(session: Session) -> None:
    async def listening() -> list[str]:
        return [event async for event in Hub().stream("no-such-session", ENGLISH)]

    assert asyncio.run(asyncio.wait_for(listening(), 10)) == []


def test_nobody_listening_is_watched_by_nobody(session: Session) -> None:
    async def listening() -> int:
        here = Hub()
        stream = here.stream(session.id, ENGLISH)
        await next_key(stream)
        await stream.aclose()
        return len(next(iter(here._watches.values())).listeners)

    assert asyncio.run(listening()) == 0


def test_each_loop_has_one_hub() -> None:
    async def same() -> bool:
        return hub() is hub()

    assert asyncio.run(same())


def answered(bench: Workbench, session: Session) -> None:
    """Let somebody come and answer the open choice."""
    person = bench.room.join(session.code, group_key="ngo", language="lv", consent=True)
    bench.room.submit(
        session.code,
        person.secret,
        question_id="q-single",
        value=AnswerValue(codes=("a",)),
        client_key=new_id(),
    )


def test_results_travel_in_the_event_and_mark_nobody(bench: Workbench, session: Session) -> None:
    bench.sessions.show_results(session.id, question_id="q-single")

    async def listening() -> dict[str, str]:
        stream = Hub().stream(session.id, ENGLISH)
        await next_key(stream)
        await asyncio.to_thread(answered, bench, session)
        return json.loads((await asyncio.wait_for(anext(stream), 10)).split("data: ")[1])

    told = asyncio.run(listening())
    assert told["results"] == bench.room.pulse(session.id).results_key
    assert ("1 person answered" in told["html"], "mine" in told["html"]) == (True, False)


def test_results_are_not_sent_again_to_whoever_has_just_drawn_them(
    bench: Workbench, session: Session
) -> None:
    bench.sessions.show_results(session.id, question_id="q-single")

    async def listening() -> str:
        return await asyncio.wait_for(anext(Hub().stream(session.id, ENGLISH)), 10)

    assert '"html"' not in asyncio.run(listening())


def test_next_question_does_not_wait_for_results_to_be_told_together(
    bench: Workbench, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "RESULTS_TOGETHER_SECONDS", 3600.0)
    bench.sessions.show_results(session.id, question_id="q-single")

    async def listening() -> str:
        stream = Hub().stream(session.id, ENGLISH)
        await next_key(stream)
        await asyncio.to_thread(answered, bench, session)
        await asyncio.to_thread(bench.sessions.open_question, session.id, question_id="q-open")
        return await next_key(stream)

    assert asyncio.run(listening()) == bench.room.pulse(session.id).key
