"""What every answer is protected by: security headers, forms only from our own pages, no endless bodies.

A browser sends `Sec-Fetch-Site` (over https) or `Origin` with each form, and `Origin` with each
WebSocket; a program that sends neither carries nobody else's cookie. Addresses are compared
without their scheme, which a TLS proxy hides.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from door.guard import POLICY_VIOLATION, STUDIO
from survey_engine import workbench as engine

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    # "no-referrer" would also blank the Origin that the check of forms needs.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
HEADERS = EVERYWHERE | {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
    ),
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}
# Streamlit builds its pages with inline styles and evaluated code; what it cannot do here is ask another
# machine for anything, so that no text of a participant makes a facilitator's browser call elsewhere.
STUDIO_HEADERS = EVERYWHERE | {
    "Content-Security-Policy": (
        "default-src 'self' data: blob:; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
        "style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; base-uri 'self'; form-action 'self'; "
        "frame-ancestors 'self'; object-src 'none'"
    ),
    "X-Frame-Options": "SAMEORIGIN",
}
# Scripts and fonts that are the same for everybody, under names that change with their content.
STUDIO_ASSETS = f"{STUDIO}/static/"
# The longest answer in letters of six bytes each takes 120,000.
LARGEST_BODY = 1 << 20
REFUSED = (
    "This form came from another address and was refused. Open the page itself and send it from there; "
    "behind a proxy, set BALSIS_PUBLIC_URL to the address that people type."
)
TOO_LARGE = "What was sent is far too large for this form. Go back and send less."


class Shield:
    """An ASGI application that adds headers and refuses what other sites send, and what is too large."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._connect(scope, receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, _with_headers(send, _headers_for(scope["path"])))
        else:
            await self.app(scope, receive, send)

    async def _connect(self, scope: Scope, receive: Receive, send: Send) -> None:
        if _is_from_here(Headers(scope=scope)):
            await self.app(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        in_studio = _is_in_studio(scope["path"])
        if scope["method"] not in SAFE_METHODS and not _is_from_here(headers):
            await PlainTextResponse(REFUSED, status_code=403)(scope, receive, send)
        elif not in_studio and _announced(headers) > LARGEST_BODY:
            await PlainTextResponse(TOO_LARGE, status_code=413)(scope, receive, send)
        else:
            # Streamlit limits uploads itself, by server.maxUploadSize.
            await self.app(scope, receive if in_studio else _limited(receive), send)


def shield() -> Middleware:
    """Return the shield as middleware for the application."""
    return Middleware(Shield)


def _is_in_studio(path: str) -> bool:
    return path == STUDIO or path.startswith(f"{STUDIO}/")


def _headers_for(path: str) -> dict[str, str]:
    if not _is_in_studio(path):
        return HEADERS
    return (
        STUDIO_HEADERS if path.startswith(STUDIO_ASSETS) else STUDIO_HEADERS | {"Cache-Control": "no-store"}
    )


def _with_headers(send: Send, added: dict[str, str]) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in added.items():
                headers.setdefault(name, value)
        await send(message)

    return sending


def _announced(headers: Headers) -> int:
    length = headers.get("content-length", "")
    return int(length) if length.isdecimal() and len(length) < 20 else 0


def _limited(receive: Receive) -> Receive:
    """Return `receive` that ends a body, whatever was announced, once it is larger than any form of ours."""
    taken = 0

    async def receiving() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > LARGEST_BODY:
            raise HTTPException(413, TOO_LARGE)
        return message

    return receiving


def _is_from_here(headers: Headers) -> bool:
    if (site := headers.get("sec-fetch-site")) and "upgrade" not in headers:
        return site in {"same-origin", "none"}
    if origin := headers.get("origin"):
        public = engine.current().settings.public_url
        return _place(origin) in {headers.get("host", ""), _place(public)} - {""}
    return True


def _place(address: str) -> str:
    try:
        return urlsplit(address).netloc
    except ValueError:
        return ""
