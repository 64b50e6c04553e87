"""Play a room against the running app and measure it: `make bench`, `make bench PEOPLE=300`.

The app runs as in use, with the sample's questionnaire in a folder of its own. Participants are HTTP
clients that follow by server-sent events; one projector page hangs on Streamlit's websocket. Only
loopback addresses are used. Prints a table and writes bench.json.
"""

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import select

from survey_engine.collect.models import Session
from survey_engine.design.models import Study, groups_of
from survey_engine.storage.tables import AnswerRow
from tools.play.figures import Figures, spread_of, table
from tools.play.participants import Crowd, crowd_at
from tools.play.projector import Projector
from tools.play.server import usage_of
from tools.rooms import Facilitator, facilitator_in, live_room, sample_of
from tools.serving import ROOT, Served, serving

JOIN_WITHIN, ANSWER_WITHIN = 10.0, 5.0
IDLE_FOR = 5.0
SHOWN_WITHIN = 30.0
SEED = 20260512


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything that stands ready for one play."""

    served: Served
    facilitator: Facilitator
    study: Study
    session: Session


def main(*, people: int, output: Path, port: int | None) -> int:
    """Play one room and report; return how many answers were lost or doubled."""
    with tempfile.TemporaryDirectory(prefix="balsis-bench-") as folder:
        facilitator = facilitator_in(Path(folder))
        study = sample_of(facilitator)
        session = live_room(facilitator, study, title="Bench")
        facilitator.bench.sessions.show_results(session.id, question_id=session.current_question)
        with serving(Path(folder), port=port) as served:
            figures = asyncio.run(play(Stage(served, facilitator, study, session), people))
    print(table([figures]))
    output.write_text(json.dumps([figures.plain()], indent=2) + "\n", encoding="utf-8")
    print(f"written: {output}")
    return figures.lost + figures.doubled


async def play(stage: Stage, people: int) -> Figures:
    """Let people join within 10 s and answer within 5 s while a projector shows the result."""
    chance, pid = random.Random(SEED), stage.served.process.pid
    projector = Projector(
        stage.served.port, stage.facilitator.cookie_header, stage.study.id, stage.session.id
    )
    ready, over = asyncio.Event(), asyncio.Event()
    watching = asyncio.create_task(projector.watch(ready, over))
    await asyncio.wait_for(ready.wait(), SHOWN_WITHIN)
    groups = [group.key for group in groups_of(stage.study)]
    async with crowd_at(stage.served.url(""), stage.session.code, people, groups) as crowd:
        began = usage_of(pid).cpu_seconds
        await crowd.come_in(JOIN_WITHIN, chance)
        listening = [asyncio.create_task(crowd.follow(one)) for one in crowd.people]
        before_idle = usage_of(pid).cpu_seconds
        await asyncio.sleep(IDLE_FOR)
        after_idle = usage_of(pid).cpu_seconds
        await crowd.answer(stage.session.current_question, _codes(stage), ANSWER_WITHIN, chance)
        await _until_shown(projector, people)
        used = usage_of(pid)
        for task in listening:
            task.cancel()
        await asyncio.gather(*listening, return_exceptions=True)
    over.set()
    with suppress(asyncio.CancelledError):
        await watching
    lost, doubled = _kept(stage, crowd)
    return Figures(
        scenario="one choice",
        people=people,
        first_question_ms=spread_of(one.first_question for one in crowd.people),
        acknowledged_ms=spread_of(one.acknowledged_at - one.submitted_at for one in crowd.people),
        visible_ms=spread_of(_until_visible(projector, crowd)),
        cpu_s=round(used.cpu_seconds - began - (after_idle - before_idle), 2),
        idle_core_share=round((after_idle - before_idle) / IDLE_FOR, 3),
        memory_mb=round(used.memory_mb, 1),
        lost=lost,
        doubled=doubled,
    )


async def _until_shown(projector: Projector, people: int) -> None:
    deadline = time.perf_counter() + SHOWN_WITHIN
    while projector.visible_at(people) is None and time.perf_counter() < deadline:
        await asyncio.sleep(0.05)


def _until_visible(projector: Projector, crowd: Crowd) -> list[float]:
    """Return how long each answer took to the screen: the n-th saved is shown when the chart holds n."""
    in_order = sorted(crowd.people, key=lambda one: one.acknowledged_at)
    return [
        (projector.visible_at(rank) or one.submitted_at + SHOWN_WITHIN) - one.submitted_at
        for rank, one in enumerate(in_order, start=1)
    ]


def _codes(stage: Stage) -> tuple[str, ...]:
    form = stage.facilitator.bench.sessions.form(stage.session.id)
    question = form.question(stage.session.current_question)
    return question.codes() if question else ()


def _kept(stage: Stage, crowd: Crowd) -> tuple[int, int]:
    """Return how many acknowledged answers are not stored, and how many are stored more than once."""
    with stage.facilitator.bench.database.reading() as transaction:
        of_session = select(AnswerRow).where(AnswerRow.session_id == stage.session.id)
        keys = [row.client_key for row in transaction.exec(of_session).all()]
    acknowledged = {one.client_key for one in crowd.people if one.is_acknowledged}
    return len(acknowledged - set(keys)), len(keys) - len(set(keys) & {p.client_key for p in crowd.people})


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--people", type=int, default=100)
    parser.add_argument("--output", type=Path, default=ROOT / "bench.json")
    parser.add_argument("--port", type=int, help="serve on this port instead of a free one")
    chosen = parser.parse_args()
    sys.exit(main(people=chosen.people, output=chosen.output, port=chosen.port) > 0)
