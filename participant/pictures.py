"""Pictures of studies: for those who joined the room that shows them, and for the study's facilitators.

A picture never changes under its address, so a browser may keep it; nobody between may.
"""

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from participant.visits import code_of, secret_of
from survey_engine import workbench as engine
from survey_engine.accounts import STUDIO_COOKIE
from survey_engine.design.models import Picture
from survey_engine.errors import EngineError
from survey_engine.workbench import Workbench

KEPT = {"Cache-Control": "private, max-age=31536000, immutable"}


async def show_room_picture(request: Request) -> Response:
    """Give a picture of a session to whoever joined it."""
    pictures, picture_id = engine.current().pictures, request.path_params["picture"]
    code, secret = code_of(request), secret_of(request)
    return await _given(lambda: pictures.shown_in_room(code, secret, picture_id=picture_id))


async def show_study_picture(request: Request) -> Response:
    """Give a picture of a study to somebody who works on it."""
    study_id, picture_id = request.path_params["study"], request.path_params["picture"]
    return await _given(lambda: _own(request).pictures.get(study_id, picture_id=picture_id))


async def show_preview_picture(request: Request) -> Response:
    """Give a picture of a questionnaire in the making to somebody who works on it."""

    def picture() -> Picture:
        own = _own(request)
        study_id = own.questionnaires.get(request.path_params["questionnaire"]).study_id
        return own.pictures.get(study_id, picture_id=request.path_params["picture"])

    return await _given(picture)


def _own(request: Request) -> Workbench:
    bench = engine.current()
    return bench.on_behalf_of(bench.accounts.visitor(request.cookies.get(STUDIO_COOKIE)))


async def _given(find: Callable[[], Picture]) -> Response:
    """Return the picture; whatever speaks against it, it is not there, so that nothing can be guessed."""
    try:
        picture = await run_in_threadpool(find)
    except EngineError:
        return Response(status_code=404)
    return Response(picture.content, media_type=picture.media_type, headers=KEPT)
