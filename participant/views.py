"""How a participant's pages are drawn: one template each, everything they need travelling inside them.

Style and script are part of the page (one round trip, nothing to fetch later on bad Wi-Fi) and are
allowed by their hashes; nothing else may run.
"""

import gzip
import hashlib
from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from babel.core import Locale
from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from survey_engine import workbench as engine
from survey_engine.collect.kinds import one_decimal
from survey_engine.design.kinds import CANT_SAY, DECLINED, Question
from survey_engine.design.kinds.date import say_day
from survey_engine.i18n import Translations, mark, preferred_language, translations
from survey_engine.texts import INTERFACE_LANGUAGES, Texts, say_number

HERE = Path(__file__).resolve().parent
TOKENS = HERE.parent / "data" / "look" / "tokens.css"
LANGUAGE_COOKIE = "balsis_language"
LANGUAGE_NAMES = {"lv": "Latviešu", "en": "English", "ru": "Русский"}
YEAR = 365 * 24 * 3600
# Codes that say the same in every study; the labels of all others are the study's own.
CODE_WORDS = {
    CANT_SAY: mark("Can't say"),
    DECLINED: mark("Prefer not to say"),
    "agree": mark("I agree"),
    "disagree": mark("I disagree"),
    "pass": mark("I pass"),
}


@dataclass(frozen=True, slots=True)
class Tongue:
    """The language of one page: ours for what we say, the study's own wherever it has it."""

    language: str
    offered: tuple[str, ...]

    @property
    def catalog(self) -> Translations:
        """Return our own words in this language."""
        return translations(self.language)

    def words(self, texts: Texts) -> Markup:
        """Return a text of the study; one that is missing falls back, and says in which language it is."""
        for code in (self.language, *self.offered, *texts):
            text = texts.get(code, "")
            if text.strip():
                shown = escape(text)
                return (
                    shown
                    if code == self.language
                    else Markup('<span lang="{}">{}</span>').format(code, shown)
                )
        return Markup("")

    def label(self, question: Question, code: str) -> Markup:
        """Return what a code of a question says; a labelled point of a scale keeps its number."""
        if label := self.words(question.label(code)):
            return Markup("{} = {}").format(code, label) if question.kind == "scale" else label
        return escape(self.catalog.gettext(CODE_WORDS[code]) if code in CODE_WORDS else code)

    def number(self, value: float) -> str:
        """Return a number with one decimal as this language writes it."""
        return format_decimal(one_decimal(value), format="0.0", locale=self.language)

    def amount(self, value: float) -> str:
        """Return a number with all its decimals as this language writes it."""
        return say_number(value, self.language)

    def typed(self, number: str) -> str:
        """Return a stored number as this language types it, with a decimal comma where that is usual."""
        return number if self.language == "en" else number.replace(".", ",")

    def day(self, day: date) -> str:
        """Return a day as this language writes it in full."""
        return say_day(day, self.language)

    def clock(self, moment: datetime) -> str:
        """Return the hour and minute of a moment as this language writes it, in the server's time zone."""
        return moment.astimezone().strftime("%H.%M" if self.language == "lv" else "%H:%M")

    def moment(self, at: datetime) -> str:
        """Return the day, hour and minute of a moment, with the name of the server's time zone."""
        local = at.astimezone()
        return f"{say_day(local.date(), self.language)}, {self.clock(at)} ({local.tzname()})"

    def left(self, left: timedelta) -> str:
        """Return how long is left in the largest unit of which there are at least two, rounded down."""
        minutes = int(left.total_seconds() // 60)
        if minutes >= 2 * 24 * 60:
            days = minutes // (24 * 60)
            return self.catalog.ngettext("{n} day left", "{n} days left", days).format(n=days)
        if minutes >= 2 * 60:
            return self.catalog.ngettext("{n} hour left", "{n} hours left", minutes // 60).format(
                n=minutes // 60
            )
        return self.catalog.ngettext("{n} minute left", "{n} minutes left", minutes).format(n=minutes)


def tongue_of(request: Request, offered: Sequence[str] = INTERFACE_LANGUAGES, joined: str = "") -> Tongue:
    """Return the language asked for, else remembered, else joined in, else the browser's; of those offered."""
    wanted = (
        request.query_params.get("lang"),
        request.cookies.get(LANGUAGE_COOKIE),
        joined,
        *_asked_for(request),
        preferred_language(request.headers.get("accept-language", "")),
        *offered,
        *INTERFACE_LANGUAGES,
    )
    among = tuple(offered) or INTERFACE_LANGUAGES
    return Tongue(next(code for code in wanted if code in among), among)


def page(
    request: Request, template: str, tongue: Tongue, *, status: int = 200, **context: object
) -> HTMLResponse:
    """Return a whole page; the language chosen in its address is remembered."""
    html = render(template, tongue, languages=_switches(request, tongue), style=_asset("room.css"), **context)
    response = _packed(request, html, status)
    response.headers["Content-Security-Policy"] = _policy()
    if request.query_params.get("lang") == tongue.language:
        remember(response, request, LANGUAGE_COOKIE, tongue.language)
    return response


def render(template: str, tongue: Tongue, **context: object) -> str:
    """Return a template drawn in one language."""
    return (
        _templates()
        .get_template(template)
        .render(
            _=tongue.catalog.gettext,
            ngettext=tongue.catalog.ngettext,
            tongue=tongue,
            script=_asset("room.js"),
            **context,
        )
    )


def remember(response: HTMLResponse, request: Request, name: str, value: str, path: str = "/") -> None:
    """Set a cookie that no script can read and no other site can send along with a form."""
    response.set_cookie(
        name, value, max_age=YEAR, path=path, httponly=True, samesite="lax", secure=is_secure(request)
    )


def is_secure(request: Request) -> bool:
    """Say whether cookies may be limited to https: the request came so, or the public address is so."""
    public = engine.current().settings.public_url
    return request.url.scheme == "https" or public.startswith("https://")


def _packed(request: Request, html: str, status: int) -> HTMLResponse:
    """Return the page, packed where the browser can unpack it: on bad Wi-Fi a quarter comes sooner."""
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return HTMLResponse(html, status, {"Vary": "Accept-Encoding"})
    headers = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
    return HTMLResponse(gzip.compress(html.encode(), compresslevel=5, mtime=0), status, headers)


def _switches(request: Request, tongue: Tongue) -> Iterable[tuple[str, str, str]]:
    """Return code, name and address of this page in each language that is offered."""
    kept = {name: value for name, value in request.query_params.items() if name != "lang"}
    for code in tongue.offered:
        yield code, _name_of(code), "?" + urlencode({**kept, "lang": code})


def _asked_for(request: Request) -> Iterable[str]:
    """Return the languages that the browser asks for, the most wanted first, without their regions."""
    for part in request.headers.get("accept-language", "").split(","):
        yield part.split(";")[0].split("-")[0].strip().lower()


def _name_of(code: str) -> str:
    """Return what a language calls itself."""
    return LANGUAGE_NAMES.get(code) or (Locale.parse(code).get_display_name(code) or code).capitalize()


def _policy() -> str:
    return (
        f"default-src 'none'; style-src {_hash('room.css')}; script-src {_hash('room.js')}; "
        "connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


def _hash(name: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(_asset(name).encode()).digest()).decode()}'"


@cache
def _asset(name: str) -> Markup:
    text = (HERE / "static" / name).read_text(encoding="utf-8")
    return Markup(TOKENS.read_text(encoding="utf-8") + text if name.endswith(".css") else text)


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
