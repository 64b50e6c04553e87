"""Leaving: a shared device forgets who handed in, and answers are taken back with the code, now or later."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from participant.forms import field
from participant.views import LANGUAGE_COOKIE, Tongue, page, tongue_of
from participant.visits import (
    LAST_COOKIE,
    ROOM_COOKIE,
    code_of,
    secret_of,
    status_of,
    tongue_for,
    visit_of,
    words_of,
)
from survey_engine import workbench as engine
from survey_engine.collect.codes import fold_join_code
from survey_engine.collect.visits import Visit
from survey_engine.errors import EngineError

HANDED_IN_SECONDS = 90


async def show_take_back(request: Request) -> Response:
    """Ask for the code; whoever is in the session finds their own filled in."""
    code, tongue, own = code_of(request), tongue_of(request), ""
    if code:
        try:
            visit = await visit_of(request)
        except EngineError as fault:
            words = words_of(fault, tongue)
            return _form(request, tongue, problem=words, code="", status=status_of(fault))
        tongue, own = tongue_for(request, visit), visit.take_back_code
    return _form(request, tongue, code=code, typed=own)


async def take_back(request: Request) -> Response:
    """Erase everything that the holder of the code said, and let the browser forget it."""
    form, tongue = await request.form(), tongue_of(request)
    code, typed = code_of(request) or fold_join_code(field(form, "code")), field(form, "take_back_code")
    secret = secret_of(request)
    try:
        taken = await run_in_threadpool(
            lambda: engine.current().room.take_back(code, take_back_code=typed, secret=secret)
        )
    except EngineError as fault:
        words = words_of(fault, tongue)
        return _form(request, tongue, code=code, typed=typed, problem=words, status=status_of(fault))
    me = f"{code}:{taken.participant_number}"
    response = page(request, "taken_back.html", tongue, taken=taken, code=code, me=me)
    response.delete_cookie(ROOM_COOKIE, path=f"/{code}", httponly=True, samesite="lax")
    return response


def handed_in_page(request: Request, visit: Visit) -> Response:
    """Return what somebody sees last on a shared device: their code; the browser forgets them with it."""
    session, person = visit.room.session, visit.participant
    me = f"{session.code}:{person.number if person else 0}"
    # No switch of language: this page is the answer to a form, and has no address of its own.
    language = tongue_for(request, visit).language
    tongue = Tongue(language, (language,))
    response = page(
        request, "handed_in.html", tongue, room=visit.room, visit=visit, me=me, seconds=HANDED_IN_SECONDS
    )
    for name, path in ((ROOM_COOKIE, f"/{session.code}"), (LAST_COOKIE, "/"), (LANGUAGE_COOKIE, "/")):
        response.delete_cookie(name, path=path, httponly=True, samesite="lax")
    return response


def _form(
    request: Request, tongue: Tongue, *, code: str, typed: str = "", problem: str = "", status: int = 200
) -> Response:
    return page(
        request,
        "take_back.html",
        tongue,
        status=status,
        in_session=bool(code_of(request)) and bool(code),
        code=code,
        typed=typed,
        problem=problem,
    )
