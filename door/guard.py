"""The guard before the facilitators' pages: nothing of Streamlit answers without a valid cookie.

Every WebSocket belongs to Streamlit, so every one of them is guarded, whatever its path.
"""

from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from survey_engine import workbench as engine
from survey_engine.accounts import STUDIO_COOKIE

STUDIO = "/studio"
# A proxy asks whether the process is well; it says nothing else.
HEALTH = f"{STUDIO}/_stcore/health"
# Streamlit's own roots, in case the base path was configured away.
STREAMLIT_ROOTS = frozenset({"studio", "_stcore", "media", "component", "static", "vendor"})
POLICY_VIOLATION = 1008


class StudioGuard:
    """An ASGI application that lets a request through to the studio only for a signed-in account."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not _is_guarded(scope) or await _is_signed_in(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        else:
            await _refusal(scope)(scope, receive, send)


def guard() -> Middleware:
    """Return the guard as middleware for the application."""
    return Middleware(StudioGuard)


def _is_guarded(scope: Scope) -> bool:
    if scope["type"] == "websocket":
        return True
    if scope["type"] != "http" or scope["path"] == HEALTH:
        return False
    segments = [segment for segment in scope["path"].lower().split("/") if segment]
    return bool(segments) and segments[0] in STREAMLIT_ROOTS


async def _is_signed_in(scope: Scope) -> bool:
    cookie = _studio_cookie(Headers(scope=scope))
    if not cookie:
        return False
    return await run_in_threadpool(engine.current().accounts.visitor, cookie) is not None


def _studio_cookie(headers: Headers) -> str:
    # Read as Streamlit reads it for the pages: one strange cookie beside it must not lock anybody out.
    return cookie_parser("; ".join(headers.getlist("cookie"))).get(STUDIO_COOKIE, "")


def _refusal(scope: Scope) -> Response:
    headers = Headers(scope=scope)
    navigates = headers.get("sec-fetch-mode") == "navigate" or "text/html" in headers.get("accept", "")
    if scope["method"] != "GET" or not navigates:
        return PlainTextResponse("Sign in first.", status_code=401)
    query = scope["query_string"].decode("latin-1")
    wanted = quote(scope["path"] + (f"?{query}" if query else ""), safe="")
    return RedirectResponse(f"/sign-in?next={wanted}", status_code=303)
