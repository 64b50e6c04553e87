"""Two plays of one live room: people come in and answer; then the facilitator opens the next question."""

import asyncio
import random
import time
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass

from sqlmodel import select

from survey_engine.collect.models import Session
from survey_engine.design.models import Study, groups_of
from survey_engine.storage.tables import AnswerRow
from tools.play.figures import Figures, spread_of
from tools.play.participants import Crowd, Submission, crowd_at
from tools.play.projector import Projector
from tools.play.server import usage_of
from tools.play.studio import StudioPage
from tools.rooms import Facilitator
from tools.serving import Served

JOIN_WITHIN, ANSWER_WITHIN = 10.0, 5.0
IDLE_FOR = 5.0
SHOWN_WITHIN = 30.0
SEED = 20260512


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything that stands ready: the running app, who runs the room, and the room."""

    served: Served
    facilitator: Facilitator
    study: Study
    session: Session

    @property
    def cpu_seconds(self) -> float:
        """Return the processor seconds that the server has used so far."""
        return usage_of(self.served.process.pid).cpu_seconds

    def page(self, kind: type[StudioPage], name: str) -> StudioPage:
        """Return one of the facilitator's pages about this room, not yet open."""
        return kind(
            self.served.port,
            self.facilitator.cookie_header,
            name,
            {"study": self.study.id, "session": self.session.id},
        )


async def play(stage: Stage, people: int) -> list[Figures]:
    """Play both scenes with a projector hanging on the room, and return the figures of each."""
    chance = random.Random(SEED)
    groups = [group.key for group in groups_of(stage.study)]
    async with AsyncExitStack() as open_pages:
        projector = await open_pages.enter_async_context(stage.page(Projector, "projector"))
        crowd = await open_pages.enter_async_context(
            crowd_at(stage.served.port, stage.session.code, people, groups)
        )
        assert isinstance(projector, Projector)
        first = await _coming_in(stage, crowd, projector, chance)
        second = await _next_question(stage, crowd, projector, chance)
    return [first, second]


async def _coming_in(stage: Stage, crowd: Crowd, projector: Projector, chance: random.Random) -> Figures:
    """Everybody joins within 10 s, waits, and answers the open question within 5 s."""
    began = stage.cpu_seconds
    await crowd.come_in(JOIN_WITHIN, chance)
    crowd.follow_all()
    joined = stage.cpu_seconds - began
    return await _answering(
        stage,
        crowd,
        projector,
        chance,
        scenario="come in",
        first_question=[one.seconds_to_question for one in crowd.people],
        cpu_before=joined,
    )


async def _next_question(stage: Stage, crowd: Crowd, projector: Projector, chance: random.Random) -> Figures:
    """The facilitator presses "next" on the console; everybody's phone follows, and they answer."""
    console = stage.page(StudioPage, "console")
    async with console:
        pressed, began = time.perf_counter(), stage.cpu_seconds
        await console.press("next")
        await _until(lambda: all(one.question_at > pressed for one in crowd.people))
        followed = [max(one.question_at - pressed, 0.0) for one in crowd.people]
        await console.press("results")
        opened = stage.cpu_seconds - began
    return await _answering(
        stage,
        crowd,
        projector,
        chance,
        scenario="next one",
        first_question=followed,
        cpu_before=opened,
    )


async def _answering(
    stage: Stage,
    crowd: Crowd,
    projector: Projector,
    chance: random.Random,
    *,
    scenario: str,
    first_question: Sequence[float],
    cpu_before: float,
) -> Figures:
    session = stage.facilitator.bench.sessions.get(stage.session.id)
    question = stage.facilitator.bench.sessions.form(session.id).question(session.current_question)
    assert question is not None
    before_idle = stage.cpu_seconds
    await asyncio.sleep(IDLE_FOR)
    after_idle = stage.cpu_seconds
    sent = await crowd.answer(question.id, question.codes(), ANSWER_WITHIN, chance)
    await _until(lambda: projector.visible_at(question.id, len(sent)) is not None)
    used = usage_of(stage.served.process.pid)
    lost, doubled = _kept(stage, question.id, sent)
    return Figures(
        scenario=scenario,
        people=len(sent),
        first_question_ms=spread_of(first_question),
        acknowledged_ms=spread_of(one.acknowledged_at - one.submitted_at for one in sent),
        visible_ms=spread_of(_until_visible(projector, question.id, sent)),
        cpu_s=round(cpu_before + used.cpu_seconds - after_idle, 2),
        idle_core_share=round((after_idle - before_idle) / IDLE_FOR, 3),
        memory_mb=round(used.memory_mb, 1),
        lost=lost,
        doubled=doubled,
    )


async def _until(condition: Callable[[], bool]) -> None:
    deadline = time.perf_counter() + SHOWN_WITHIN
    while not condition() and time.perf_counter() < deadline:
        await asyncio.sleep(0.05)


def _until_visible(projector: Projector, question: str, sent: Sequence[Submission]) -> list[float]:
    """Return how long each answer took to the screen: the n-th saved is shown when the chart holds n."""
    in_order = sorted(sent, key=lambda one: one.acknowledged_at)
    return [
        (projector.visible_at(question, rank) or one.submitted_at + SHOWN_WITHIN) - one.submitted_at
        for rank, one in enumerate(in_order, start=1)
    ]


def _kept(stage: Stage, question: str, sent: Sequence[Submission]) -> tuple[int, int]:
    """Return how many acknowledged answers are not stored, and how many rows nobody sent or sent once."""
    wanted = select(AnswerRow).where(
        AnswerRow.session_id == stage.session.id, AnswerRow.question_id == question
    )
    with stage.facilitator.bench.database.reading() as transaction:
        stored = [row.client_key for row in transaction.exec(wanted).all()]
    keys = {one.client_key for one in sent}
    acknowledged = {one.client_key for one in sent if one.is_acknowledged}
    return len(acknowledged - set(stored)), len(stored) - len(keys & set(stored))
