"""Who is asking and what they see: the session in the address, the participant in the cookie."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from participant.views import Tongue, page, remember, tongue_of
from survey_engine import workbench as engine
from survey_engine.collect.codes import fold_join_code
from survey_engine.collect.visits import Visit
from survey_engine.errors import EngineError, Problem

ROOM_COOKIE = "balsis_room"
LAST_COOKIE = "balsis_last"
SEE_OTHER = 303
STATUS = {
    Problem.ROOM_UNKNOWN: 404,
    Problem.NOT_JOINED: 401,
    Problem.QUESTION_CLOSED: 409,
    Problem.QUESTION_FOR_OTHERS: 409,
    Problem.ROOM_ENDED: 409,
    Problem.SURVEY_NOT_OPEN: 409,
    Problem.GROUP_FULL: 409,
    Problem.INVITED_ONLY: 403,
    Problem.INVITATION_UNKNOWN: 404,
    Problem.INVITATION_USED: 409,
    Problem.SUBMISSIONS_TOO_FAST: 429,
    Problem.TAKE_BACK_THROTTLED: 429,
}


def code_of(request: Request) -> str:
    """Return the session's code in the address, as it is stored."""
    return fold_join_code(request.path_params.get("code", ""))


def secret_of(request: Request) -> str:
    """Return the participant's secret; its cookie is sent only below the session's own address."""
    return request.cookies.get(ROOM_COOKIE, "")


async def visit_of(request: Request) -> Visit:
    """Return what the session shows to whoever asks; raise ROOM_UNKNOWN."""
    return await run_in_threadpool(engine.current().room.visit, code_of(request), secret_of(request))


def tongue_for(request: Request, visit: Visit) -> Tongue:
    """Return the language of a page about this session."""
    joined = visit.participant.language if visit.participant else ""
    return tongue_of(request, visit.room.study.languages, joined)


def words_of(fault: EngineError, tongue: Tongue) -> str:
    """Return what a fault says to a participant."""
    return fault.say(tongue.catalog.gettext)


def status_of(fault: EngineError) -> int:
    """Return the HTTP status of a fault."""
    return STATUS.get(fault.problem, 422)


def let_in(response: Response, request: Request, code: str, secret: str) -> Response:
    """Let the browser come back as this participant: to the session itself, and from `/` to it."""
    remember(response, request, ROOM_COOKIE, secret, path=f"/{code}")
    remember(response, request, LAST_COOKIE, code)
    return response


def entrance_page(request: Request, *, problem: str = "", typed: str = "", status: int = 200) -> Response:
    """Return the page that asks for a code."""
    return page(
        request,
        "entrance.html",
        tongue_of(request),
        status=status,
        problem=problem,
        typed=typed,
        last=request.cookies.get(LAST_COOKIE, "")[:10],
    )


def unknown_page(request: Request, fault: EngineError) -> Response:
    """Return the page that asks for another code."""
    words = words_of(fault, tongue_of(request))
    typed = request.path_params.get("code", "") or request.query_params.get("code", "")
    return entrance_page(request, problem=words, typed=typed[:40], status=status_of(fault))
