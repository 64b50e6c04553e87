"""Killed in the middle of a burst: what was acknowledged is there exactly once, the rest comes through on retry."""

import asyncio
import random
from pathlib import Path

from sqlmodel import select

from survey_engine.collect.models import Session
from survey_engine.settings import Settings
from survey_engine.storage.tables import AnswerRow
from survey_engine.workbench import Workbench, open_workbench
from tests.factories import make_session, make_study, make_version, single
from tools.play.participants import Crowd, Submission, crowd_at
from tools.serving import Served, start, stop

PEOPLE = 60
BURST_SECONDS = 1.5


def stored_keys(bench: Workbench, session: Session) -> list[str]:
    with bench.database.reading() as transaction:
        rows = transaction.exec(select(AnswerRow).where(AnswerRow.session_id == session.id))
        return sorted(row.client_key for row in rows)


async def killed_in_a_burst(
    served: Served, crowd: Crowd, session: Session
) -> tuple[list[Submission], Served]:
    """Let everybody answer, kill the server meanwhile and start it again; return what was sent."""
    chance = random.Random(2026)
    await crowd.come_in(0.5, chance)
    answering = asyncio.create_task(crowd.answer(session.current_question, ("a", "b"), BURST_SECONDS, chance))
    await asyncio.sleep(BURST_SECONDS / 2)
    stop(served, kill=True)
    again = await asyncio.to_thread(start, served.folder, port=served.port)
    return await answering, again


def test_acknowledged_answers_outlive_a_kill_and_none_is_doubled(tmp_path: Path) -> None:
    bench = open_workbench(Settings(tmp_path, f"sqlite:///{tmp_path / 'balsis.db'}")).as_operator()
    study = make_study(bench)
    made = make_session(bench, study, make_version(bench, study, single()))
    bench.sessions.open_question(made.id, question_id="q-single")
    session = bench.sessions.get(made.id)
    served = start(tmp_path)

    async def playing() -> list[Submission]:
        nonlocal served
        async with crowd_at(served.port, session.code, PEOPLE, ("ngo",)) as crowd:
            sent, served = await killed_in_a_burst(served, crowd, session)
        return sent

    try:
        sent = asyncio.run(playing())
    finally:
        stop(served)
    assert stored_keys(bench, session) == sorted(one.client_key for one in sent if one.is_acknowledged)
    # The burst was interrupted: some had to send again.
    assert max(one.tries for one in sent) > 1
