"""In the room: what is on now, sending an answer, following the room, and filling in a survey."""

import asyncio
from collections.abc import Sequence

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse

from participant import stages
from participant.entrance import join_page
from participant.events import hub
from participant.forms import Refusal, Submission, submission_of, submissions_of, wants_json
from participant.leaving import handed_in_page
from participant.views import page, render
from participant.visits import (
    SEE_OTHER,
    code_of,
    secret_of,
    status_of,
    tongue_for,
    unknown_page,
    visit_of,
    words_of,
)
from survey_engine import workbench as engine
from survey_engine.collect.visits import Said, Saved, Visit
from survey_engine.errors import EngineError, Problem

NO_CONTENT = 204


async def show_room(request: Request) -> Response:
    """Show a participant what is on now, and a newcomer what they should know first."""
    try:
        visit = await visit_of(request)
    except EngineError as fault:
        return unknown_page(request, fault)
    code = visit.room.session.code
    if request.path_params["code"] != code:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/{code}{query}", SEE_OTHER)
    if visit.participant is None:
        return join_page(request, visit)
    if (seen := request.query_params.get("seen")) and visit.room.is_survey:
        onward = stages.onward(visit, request.query_params.get("q", ""), seen.split("-"))
        return RedirectResponse(f"/{code}{onward}", SEE_OTHER)
    return _room_page(request, visit)


async def answer(request: Request) -> Response:
    """Store an answer; to the page's script say so, and a browser without it goes on to what is next."""
    sent = None
    try:
        sent = await submission_of(request)
        saved = await asyncio.wrap_future(
            engine.current().room.submit_soon(
                code_of(request),
                secret_of(request),
                question_id=sent.question_id,
                value=sent.value,
                client_key=sent.client_key,
                entry=sent.entry,
            )
        )
    except EngineError as fault:
        return await _refused(request, fault, sent)
    if wants_json(request):
        return JSONResponse(_acknowledgement(saved))
    return RedirectResponse(f"/{code_of(request)}{stages.place(sent.next)}", SEE_OTHER)


async def answer_page(request: Request) -> Response:
    """Store the answers of a page of several questions, and go on; what was refused is said at its question."""
    sent = await submissions_of(request)
    try:
        visit = await visit_of(request)
        due = tuple(one for one in sent if stages.is_due(visit, one))
        said = [Said(one.question_id, one.value, one.client_key) for one in due]
        stored = await asyncio.wrap_future(
            engine.current().room.submit_page_soon(code_of(request), secret_of(request), answers=said)
        )
        visit = await visit_of(request)
    except EngineError as fault:
        if fault.problem != Problem.SUBMISSIONS_TOO_FAST:
            return await _refused(request, fault, None)
        stored = (fault,) * len(due)
    faults = [(one, fault) for one, fault in zip(due, stored, strict=True) if isinstance(fault, EngineError)]
    if faults:
        tongue = tongue_for(request, visit)
        refusals = [Refusal(one, words_of(fault, tongue)) for one, fault in faults]
        return _room_page(request, visit, refusals=refusals, status=status_of(faults[0][1]))
    return RedirectResponse(f"/{code_of(request)}{stages.after_page(visit, sent)}", SEE_OTHER)


async def show_state(request: Request) -> Response:
    """Give the page's script what has changed since what it shows; nothing where nothing has."""
    try:
        visit = await visit_of(request)
        if visit.participant is None:
            raise EngineError(Problem.NOT_JOINED)
    except EngineError as fault:
        return JSONResponse({"problem": fault.problem}, status_of(fault))
    room, tongue = visit.room, tongue_for(request, visit)
    shown = tuple(request.query_params.get(name, "") for name in ("since", "results", "pool"))
    if shown == (room.key, room.results_key, room.pool_key):
        return Response(status_code=NO_CONTENT)
    keys = {"key": room.key, "results_key": room.results_key, "pool_key": room.pool_key}
    changes = {**keys, "question": room.session.current_question}
    if shown[0] != room.key:
        html = render("stage.html", tongue, **stages.stage_of(visit))
        changes |= {"html": html, "open": stages.is_open(visit)}
    else:
        changes |= {"results_html": render("results.html", tongue, **stages.stage_of(visit))}
    return JSONResponse(changes)


async def show_pool(request: Request) -> Response:
    """Give the page's script what others wrote, as this participant sees it now."""
    try:
        visit = await visit_of(request)
    except EngineError as fault:
        return JSONResponse({"problem": fault.problem}, status_of(fault))
    asked, chosen = (request.query_params.get(name, "") for name in ("question", "s"))
    stage = stages.pool_stage(visit, asked, chosen) if visit.participant else None
    if stage is None or stage.pool is None:
        return Response(status_code=NO_CONTENT)
    html = render("pool_part.html", tongue_for(request, visit), stage=stage)
    return JSONResponse({"key": stage.pool.pool.key, "html": html})


async def show_events(request: Request) -> Response:
    """Tell a participant's page, for as long as it is open, when to look again."""
    try:
        visit = await visit_of(request)
    except EngineError as fault:
        return Response(status_code=status_of(fault))
    if visit.participant is None:
        return Response(status_code=status_of(EngineError(Problem.NOT_JOINED)))
    return StreamingResponse(
        hub().stream(visit.room.session.id, tongue_for(request, visit)),
        media_type="text/event-stream",
        # Asks proxies not to hold the stream back.
        headers={"X-Accel-Buffering": "no", "Cache-Control": "no-store"},
    )


async def finish(request: Request) -> Response:
    """Hand the survey in; where a required question is left, say which."""
    code = code_of(request)
    try:
        await run_in_threadpool(engine.current().room.finish, code, secret_of(request))
    except EngineError as fault:
        if fault.problem != Problem.QUESTIONS_LEFT:
            return await _refused(request, fault, None)
        visit = await visit_of(request)
        words = words_of(fault, tongue_for(request, visit))
        return _room_page(request, visit, problem=words, status=status_of(fault), q=stages.REVIEW)
    visit = await visit_of(request)
    if visit.room.opening.plan.shared_device:
        return handed_in_page(request, visit)
    return RedirectResponse(f"/{code}{stages.place(stages.REVIEW)}", SEE_OTHER)


def _room_page(
    request: Request,
    visit: Visit,
    *,
    refused: Submission | None = None,
    problem: str = "",
    status: int = 200,
    q: str | None = None,
    refusals: Sequence[Refusal] = (),
) -> Response:
    place = request.query_params.get("q", "") if q is None else q
    chosen = request.query_params.get("s", "")
    stage = stages.stage_of(visit, place, refused, problem, chosen, refusals)
    return page(request, "room.html", tongue_for(request, visit), status=status, **stage)


async def _refused(request: Request, fault: EngineError, sent: Submission | None) -> Response:
    """Say why an answer was not stored; on a page without script what was typed stays in view."""
    try:
        visit = await visit_of(request)
    except EngineError as unknown:
        return unknown_page(request, unknown)
    tongue = tongue_for(request, visit)
    words = words_of(fault, tongue)
    if wants_json(request):
        return JSONResponse({"problem": fault.problem, "words": words}, status_of(fault))
    if visit.participant is None:
        return join_page(request, visit, problem=words, status=status_of(fault))
    place = stages.number_of(visit, sent.question_id) if sent else ""
    return _room_page(request, visit, refused=sent, problem=words, status=status_of(fault), q=place)


def _acknowledgement(saved: Saved) -> dict[str, object]:
    return {"question": saved.question_id, "saved_at": saved.saved_at.isoformat(), "repeated": saved.repeated}
