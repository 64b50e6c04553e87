"""What a live session looks like now, computed once per revision for everybody who looks."""

from pages.ui.cached import cached
from pages.ui.workbench import workbench
from survey_engine.collect.kinds import Summary
from survey_engine.collect.rooms import RoomState, Screen


def screen_of(session_id: str) -> Screen:
    """Return what the room may see. Asking for the revision also asks whether the visitor may."""
    sessions = workbench().sessions
    revision = sessions.revision(session_id)
    return cached("screen", session_id, revision, compute=lambda: sessions.screen(session_id))


def state_of(session_id: str) -> RoomState:
    """Return the steps of a session and who is there."""
    sessions = workbench().sessions
    revision = sessions.revision(session_id)
    return cached("room-state", session_id, revision, compute=lambda: sessions.state(session_id))


def summary_of(session_id: str, question_id: str) -> Summary:
    """Return what was answered to a question, for the facilitator's eyes."""
    bench = workbench()
    revision = bench.sessions.revision(session_id)
    return cached(
        "summary",
        session_id,
        revision,
        question_id,
        compute=lambda: bench.results.summary(session_id, question_id),
    )
