"""How the door's pages are drawn: one template each, in the visitor's language."""

import hashlib
from base64 import b64encode
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from survey_engine import workbench as engine
from survey_engine.i18n import preferred_language, translations
from survey_engine.texts import INTERFACE_LANGUAGES

HERE = Path(__file__).resolve().parent
TOKENS = HERE.parent / "data" / "look" / "tokens.css"
LANGUAGE_COOKIE = "balsis_language"
LANGUAGE_NAMES = {"lv": "Latviešu", "en": "English", "ru": "Русский"}
YEAR = 365 * 24 * 3600


def language_of(request: Request) -> str:
    """Return the language asked for in the address, else remembered, else the browser's."""
    for code in (request.query_params.get("lang"), request.cookies.get(LANGUAGE_COOKIE)):
        if code in INTERFACE_LANGUAGES:
            return code
    return preferred_language(request.headers.get("accept-language", ""))


def page(request: Request, template: str, *, status: int = 200, **context: object) -> HTMLResponse:
    """Return a page of the door. Its style travels inside it and is allowed by its hash."""
    language = language_of(request)
    catalog = translations(language)
    html = (
        _templates()
        .get_template(template)
        .render(
            _=catalog.gettext,
            language=language,
            languages=[(code, name, _switch(request, code)) for code, name in LANGUAGE_NAMES.items()],
            style=Markup(_style()),
            **context,
        )
    )
    response = HTMLResponse(html, status_code=status)
    digest = b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    response.headers["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    )
    if request.query_params.get("lang") == language:
        response.set_cookie(
            LANGUAGE_COOKIE, language, max_age=YEAR, samesite="lax", secure=is_secure(request), httponly=True
        )
    return response


def is_secure(request: Request) -> bool:
    """Say whether cookies may be limited to https: the request came so, or the public address is so."""
    public = engine.current().settings.public_url
    return request.url.scheme == "https" or public.startswith("https://")


def _switch(request: Request, language: str) -> str:
    """Return the address of this page in another language; what else the address says is kept."""
    kept = {name: value for name, value in request.query_params.items() if name != "lang"}
    return "?" + urlencode({**kept, "lang": language})


@cache
def _style() -> str:
    return TOKENS.read_text(encoding="utf-8") + (HERE / "templates" / "door.css").read_text(encoding="utf-8")


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
