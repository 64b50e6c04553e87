"""What a browser sent, as an answer. Words reach the engine exactly as they stood in the text field.

A text field's value has plain line breaks; sending it as a form turns each into CR LF, so for forms
that is turned back. Half a surrogate pair, which no text may hold, becomes U+FFFD, as it would in
a form. Nothing else is touched: no trimming, no normalising.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from survey_engine.collect.models import AnswerValue
from survey_engine.errors import EngineError, Problem

LARGEST_BODY = 256 * 1024
LONGEST_FIELD = 200
LONGEST_ENTRY = 4
# How the fields of a question are called that shares its page with others: its place, then its own name.
ON_PAGE = re.compile(r"q(\d{1,6})-(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Submission:
    """An answer as it was sent: to which question, under which key, and where to go on afterwards.

    `entry` names a text of one's own that this one takes the place of.
    """

    question_id: str
    client_key: str
    value: AnswerValue
    next: str = ""
    entry: int = 0


@dataclass(frozen=True, slots=True)
class Refusal:
    """An answer that was not stored, and why, in words."""

    sent: Submission
    words: str


def wants_json(request: Request) -> bool:
    """Say whether the page's script asks, and not the browser itself."""
    return request.headers.get("accept", "").startswith("application/json")


async def submission_of(request: Request) -> Submission:
    """Return the answer in a request, sent by the script as JSON or by the browser as a form."""
    if request.headers.get("content-type", "").startswith("application/json"):
        return _from_json(await _body(request))
    return _from_form(await request.form(max_part_size=LARGEST_BODY))


async def submissions_of(request: Request) -> tuple[Submission, ...]:
    """Return the answers of a page of several questions, sent as one form: each under its own names."""
    form = await request.form(max_part_size=LARGEST_BODY)
    parts: dict[str, list[tuple[str, UploadFile | str]]] = {}
    for name, value in form.multi_items():
        if found := ON_PAGE.fullmatch(name):
            parts.setdefault(found[1], []).append((found[2], value))
    return tuple(_from_form(FormData(part)) for part in parts.values())


def _from_form(form: FormData) -> Submission:
    texts = [_line_breaks(text) for text in form.getlist("text") if isinstance(text, str)]
    words = [_line_breaks(word) for word in form.getlist("word") if isinstance(word, str)]
    return Submission(
        question_id=field(form, "question"),
        client_key=field(form, "client_key"),
        value=AnswerValue(
            codes=tuple(_codes(form)),
            text=texts[0] if texts else "\n".join(words) if words else None,
        ),
        next=field(form, "next"),
        entry=_entry(field(form, "entry")),
    )


def _codes(form: FormData) -> Iterator[str]:
    """Yield what was chosen, in the order of the form; fields left empty choose nothing.

    "choice" and "choice:ROW" hold a code; "amount:CODE" holds what is given to that code; "place:CODE:x"
    and "place:CODE:y" hold the two halves of where something was placed.
    """
    spots: dict[str, dict[str, str]] = {}
    for name, value in form.multi_items():
        what, _, code = name.partition(":")
        if isinstance(value, str) and value.strip() and what in ("choice", "amount"):
            yield value if what == "choice" else f"{code}={value.strip()}"
        if isinstance(value, str) and value.strip() and what == "place":
            thing, _, axis = code.rpartition(":")
            spots.setdefault(thing, {})[axis] = value.strip()
    for thing, spot in spots.items():
        yield f"{thing}={spot.get('x', '')},{spot.get('y', '')}"


def field(form: FormData, name: str) -> str:
    """Return a short field of a form; '' where it is missing or far too long to be one."""
    value = form.get(name, "")
    return value if isinstance(value, str) and len(value) <= LONGEST_FIELD else ""


def _entry(sent: str) -> int:
    return int(sent) if sent.isascii() and sent.isdecimal() and len(sent) <= LONGEST_ENTRY else 0


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise EngineError(Problem.SUBMISSION_UNFIT)
    return bytes(body)


def _from_json(body: bytes) -> Submission:
    try:
        sent: Any = json.loads(body)
        choices, text = sent.get("choices") or [], sent.get("text")
        fits = isinstance(choices, list) and isinstance(text, str | None)
    except (ValueError, AttributeError, RecursionError):
        fits = False
    if not fits:
        raise EngineError(Problem.SUBMISSION_UNFIT)
    return Submission(
        question_id=str(sent.get("question", "")),
        client_key=str(sent.get("client_key", "")),
        value=AnswerValue(
            codes=tuple(_whole(str(code)) for code in choices),
            text=None if text is None else _whole(text),
        ),
    )


def _line_breaks(text: str) -> str:
    return text.replace("\r\n", "\n")


def _whole(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
