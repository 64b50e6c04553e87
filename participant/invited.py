"""Coming by a one-time link: to the join page, back to where one was, or to a kind word that it is used."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from participant.entrance import join_page
from participant.visits import SEE_OTHER, code_of, let_in, status_of, tongue_for, unknown_page, words_of
from survey_engine import workbench as engine
from survey_engine.collect.visits import Visit
from survey_engine.errors import EngineError


async def show_invited(request: Request) -> Response:
    """Show whoever comes by a link what it is good for; opening it alone changes nothing."""
    code, token = code_of(request), request.path_params["token"]
    room = engine.current().room
    try:
        visit = await run_in_threadpool(room.visit, code)
    except EngineError as fault:
        return unknown_page(request, fault)
    try:
        secret = await run_in_threadpool(lambda: room.invited(code, invitation=token))
    except EngineError as fault:
        return _refused(request, visit, fault)
    if secret:
        return let_in(RedirectResponse(f"/{code}", SEE_OTHER), request, code, secret)
    return join_page(request, visit, invitation=token)


def _refused(request: Request, visit: Visit, fault: EngineError) -> Response:
    words = words_of(fault, tongue_for(request, visit))
    return join_page(request, visit, problem=words, status=status_of(fault), may_join=False)
