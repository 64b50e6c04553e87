"""Coming in: the code, what people are told, group and consent, and the code for taking back."""

import asyncio

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from participant.forms import field
from participant.views import page
from participant.visits import (
    SEE_OTHER,
    code_of,
    entrance_page,
    let_in,
    status_of,
    tongue_for,
    unknown_page,
    visit_of,
    words_of,
)
from survey_engine import workbench as engine
from survey_engine.collect.codes import fold_join_code
from survey_engine.collect.visits import Visit
from survey_engine.errors import EngineError
from survey_engine.workbench.room import consent_of


async def show_entrance(request: Request) -> Response:
    """Ask for the code of a session, and go to it once it is typed."""
    typed = request.query_params.get("code", "")
    code = fold_join_code(typed)
    if not code:
        return entrance_page(request)
    try:
        await run_in_threadpool(engine.current().room.visit, code)
    except EngineError as fault:
        return unknown_page(request, fault)
    return RedirectResponse(f"/{code}", SEE_OTHER)


def join_page(
    request: Request,
    visit: Visit,
    *,
    problem: str = "",
    group: str = "",
    status: int = 200,
    invitation: str = "",
    may_join: bool = True,
) -> Response:
    """Return what a newcomer has to know and to choose before taking part.

    `invitation` is the token of the one-time link that they came by.
    """
    tongue = tongue_for(request, visit)
    return page(
        request,
        "join.html",
        tongue,
        status=status,
        room=visit.room,
        consent=consent_of(visit.room.study, tongue.language),
        problem=problem,
        group=group,
        invitation=invitation,
        may_join=may_join and bool(invitation or not visit.room.opening.plan.by_invitation),
    )


async def join(request: Request) -> Response:
    """Let somebody in, and show them the code with which they can take their answers back."""
    form, code = await request.form(), code_of(request)
    group, language = field(form, "group"), field(form, "language")
    consent, invitation = field(form, "consent") == "yes", field(form, "invitation")
    try:
        joined = await asyncio.wrap_future(
            engine.current().room.join_soon(
                code, group_key=group, language=language, consent=consent, invitation=invitation
            )
        )
    except EngineError as fault:
        return await _join_again(request, fault, group, invitation)
    return let_in(RedirectResponse(f"/{code}/welcome", SEE_OTHER), request, code, joined.secret)


async def show_welcome(request: Request) -> Response:
    """Show a participant the code with which they can take their answers back."""
    try:
        visit = await visit_of(request)
    except EngineError as fault:
        return unknown_page(request, fault)
    if visit.participant is None:
        return RedirectResponse(f"/{code_of(request)}", SEE_OTHER)
    return page(request, "welcome.html", tongue_for(request, visit), room=visit.room, visit=visit)


async def resume(request: Request) -> Response:
    """Bring somebody back on another device, by the code for taking back."""
    form, code = await request.form(), code_of(request)
    try:
        secret = await run_in_threadpool(
            lambda: engine.current().room.resume(code, take_back_code=field(form, "take_back_code"))
        )
    except EngineError as fault:
        return await _join_again(request, fault, "")
    return let_in(RedirectResponse(f"/{code}", SEE_OTHER), request, code, secret)


async def _join_again(request: Request, fault: EngineError, group: str, invitation: str = "") -> Response:
    try:
        visit = await visit_of(request)
    except EngineError as unknown:
        return unknown_page(request, unknown)
    words = words_of(fault, tongue_for(request, visit))
    return join_page(
        request, visit, problem=words, group=group, status=status_of(fault), invitation=invitation
    )
