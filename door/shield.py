"""What every page at the root is protected by: security headers, and forms only from our own pages.

A browser sends `Sec-Fetch-Site` (over https) or `Origin` with each form; a program that sends
neither carries nobody else's cookie. Addresses are compared without their scheme, which a
TLS proxy hides.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from door.guard import STUDIO
from survey_engine import workbench as engine

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # "no-referrer" would also blank the Origin that the check of forms needs.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
REFUSED = (
    "This form came from another address and was refused. Open the page itself and send it from there; "
    "behind a proxy, set BALSIS_PUBLIC_URL to the address that people type."
)


class Shield:
    """An ASGI application that adds the headers and refuses forms sent from other sites."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(STUDIO + "/"):
            await self.app(scope, receive, send)
        elif scope["method"] not in SAFE_METHODS and not _is_from_here(Headers(scope=scope)):
            await PlainTextResponse(REFUSED, status_code=403)(scope, receive, _with_headers(send))
        else:
            await self.app(scope, receive, _with_headers(send))


def shield() -> Middleware:
    """Return the shield as middleware for the application."""
    return Middleware(Shield)


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sending


def _is_from_here(headers: Headers) -> bool:
    if site := headers.get("sec-fetch-site"):
        return site in {"same-origin", "none"}
    if origin := headers.get("origin"):
        public = engine.current().settings.public_url
        return urlsplit(origin).netloc in {headers.get("host", ""), urlsplit(public).netloc} - {""}
    return True
