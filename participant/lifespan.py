"""What starts before the first request and ends after the last one."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.concurrency import run_in_threadpool

from survey_engine import workbench as engine


@asynccontextmanager
async def lifespan(app: object) -> AsyncIterator[None]:
    """Migrate the database before anybody comes in."""
    await run_in_threadpool(engine.current)
    yield
