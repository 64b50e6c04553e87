"""A questionnaire as participants would meet it, shown to its facilitators alone: nothing is stored.

It is drawn by the participants' own templates, and may stand in a frame on a page of ours, which no
page of a participant may.
"""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from participant import stages
from participant.forms import Refusal, submission_of, submissions_of, wants_json
from participant.views import LANGUAGE_COOKIE, page, remember
from participant.visits import SEE_OTHER, status_of, tongue_for, unknown_page, words_of
from survey_engine import workbench as engine
from survey_engine.accounts import STUDIO_COOKIE
from survey_engine.collect.kinds import check_answer
from survey_engine.collect.previews import preview_visit
from survey_engine.collect.visits import Visit
from survey_engine.design.models import form_of
from survey_engine.errors import EngineError, Problem

FRAMED = {"X-Frame-Options": "SAMEORIGIN"}
NO_CONTENT = 204
# Below the second, somebody invented has answered everything; links inside a preview stay in it.
STARTS = EMPTY, FILLED = "preview", "preview-filled"


async def show_preview(request: Request) -> Response:
    """Show a page of the questionnaire, empty or filled in by somebody invented."""
    try:
        visit = await run_in_threadpool(_visit, request)
    except EngineError as fault:
        return unknown_page(request, fault)
    at = request.query_params.get("q", "") or "1"
    if seen := request.query_params.get("seen"):
        onward = stages.onward(visit, at, seen.split("-"))
        return RedirectResponse(f"/{visit.room.session.code}{onward}", SEE_OTHER)
    return _framed(request, visit, stages.stage_of(visit, at))


def _framed(request: Request, visit: Visit, stage: dict[str, object], status: int = 200) -> Response:
    tongue = tongue_for(request, visit)
    response = page(request, "room.html", tongue, status=status, **stage)
    policy = response.headers["Content-Security-Policy"]
    response.headers["Content-Security-Policy"] = policy.replace(
        "frame-ancestors 'none'", "frame-ancestors 'self'"
    )
    response.headers.update(FRAMED)
    # A language that is looked at here is not the one that this browser joins rooms in.
    if "set-cookie" in response.headers:
        del response.headers["set-cookie"]
    remember(response, request, LANGUAGE_COOKIE, tongue.language, path=f"/{visit.room.session.code}")
    return response


async def answer_preview(request: Request) -> Response:
    """Check what was answered as in earnest, and go on; nothing of it is kept."""
    try:
        visit = await run_in_threadpool(_visit, request)
    except EngineError as fault:
        return unknown_page(request, fault)
    tongue = tongue_for(request, visit)
    try:
        sent = await submission_of(request)
        step = visit.room.step_of(sent.question_id)
        if step is None:
            raise EngineError(Problem.SUBMISSION_UNFIT)
        check_answer(step.question, sent.value)
    except EngineError as fault:
        return JSONResponse({"problem": fault.problem, "words": words_of(fault, tongue)}, status_of(fault))
    if wants_json(request):
        said_at = visit.room.session.created_at.isoformat()
        return JSONResponse({"question": sent.question_id, "saved_at": said_at, "repeated": False})
    return RedirectResponse(f"/{visit.room.session.code}{stages.place(sent.next)}", SEE_OTHER)


async def answer_preview_page(request: Request) -> Response:
    """Check the answers of a page as in earnest, and go on; nothing of them is kept."""
    try:
        visit = await run_in_threadpool(_visit, request)
    except EngineError as fault:
        return unknown_page(request, fault)
    sent, tongue = await submissions_of(request), tongue_for(request, visit)
    refusals: list[Refusal] = []
    for one in sent:
        step = visit.room.step_of(one.question_id)
        try:
            if step and stages.is_due(visit, one):
                check_answer(step.question, one.value)
        except EngineError as fault:
            refusals.append(Refusal(one, words_of(fault, tongue)))
    if refusals:
        return _framed(request, visit, stages.stage_of(visit, refusals=refusals), 422)
    return RedirectResponse(f"/{visit.room.session.code}{stages.after_page(visit, sent)}", SEE_OTHER)


async def finish_preview(request: Request) -> Response:
    """Show the last page."""
    return RedirectResponse(f"{request.url.path.rpartition('/')[0]}{stages.place(stages.REVIEW)}", SEE_OTHER)


async def show_nothing(request: Request) -> Response:
    """Say that nothing has changed: nobody else is here."""
    return Response(status_code=NO_CONTENT)


def _visit(request: Request) -> Visit:
    bench = engine.current()
    account = bench.accounts.visitor(request.cookies.get(STUDIO_COOKIE))
    own = bench.on_behalf_of(account)
    questionnaire = own.questionnaires.get(request.path_params["questionnaire"])
    study = own.studies.get(questionnaire.study_id)
    start = request.url.path.split("/")[1]
    language = request.query_params.get("lang") or request.cookies.get(LANGUAGE_COOKIE, "")
    return preview_visit(
        study,
        form_of(questionnaire),
        code=f"{start}/{questionnaire.id}",
        language=language if language in study.languages else study.languages[0],
        at=bench.clock(),
        answered=start == FILLED,
    )
