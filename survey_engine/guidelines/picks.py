"""What can be picked as evidence, and the link that comes of it.

A pick names a place in the data (a quote, a theme, a question, a comparison) or an
outside source; it never carries words or figures, which are always read anew.
"""

from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from survey_engine.errors import EngineError, Problem
from survey_engine.guidelines.models import Evidence, EvidenceKind, SourceKind


@dataclass(frozen=True, slots=True)
class KeptQuote:
    """A quote that was kept before."""

    quote_id: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage straight from an answer: code points, end-exclusive. It is kept as a quote."""

    answer_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PickedTheme:
    """A theme, with everybody whose answers belong to it."""

    theme_id: str


@dataclass(frozen=True, slots=True)
class PickedResult:
    """What was answered to a question: one code of it, or all of them. No sessions means all sessions."""

    question_id: str
    code: str | None = None
    session_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PickedComparison:
    """A question (one code of it, or all of them) or a theme, by group. No sessions means all sessions."""

    question_id: str | None = None
    code: str | None = None
    theme_id: str | None = None
    session_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutsideSource:
    """A law, standard, study or practice; `place` is an article or a page, `url` may be empty."""

    kind: SourceKind
    title: str
    place: str = ""
    url: str = ""


Pick = KeptQuote | PickedTheme | PickedResult | PickedComparison | OutsideSource


def check_source(source: OutsideSource) -> OutsideSource:
    """Return the source without stray white space; raise SOURCE_UNNAMED or LINK_UNFIT."""
    clean = replace(
        source, title=source.title.strip(), place=source.place.strip(), url=check_link(source.url)
    )
    if not clean.title:
        raise EngineError(Problem.SOURCE_UNNAMED)
    return clean


def check_link(link: str) -> str:
    """Return a link that a reader can follow (http or https with a host), or ''; raise LINK_UNFIT."""
    link = link.strip()
    if link and not _can_be_followed(link):
        raise EngineError(Problem.LINK_UNFIT, link=link)
    return link


def _can_be_followed(link: str) -> bool:
    try:
        parts = urlsplit(link)
        host = parts.hostname
    except ValueError:
        return False
    plain = not any(character.isspace() or ord(character) < 32 for character in link)
    return plain and parts.scheme in ("http", "https") and bool(host)


def pointing_at(evidence: Evidence, pick: Pick) -> Evidence:
    """Return the evidence as a link to what was picked."""
    told: dict[str, object]
    match pick:
        case KeptQuote():
            told = {"kind": EvidenceKind.QUOTE, "quote_id": pick.quote_id}
        case PickedTheme():
            told = {"kind": EvidenceKind.THEME, "theme_id": pick.theme_id}
        case PickedResult():
            told = {
                "kind": EvidenceKind.RESULT,
                "question_id": pick.question_id,
                "code": pick.code,
                "session_ids": list(pick.session_ids),
            }
        case PickedComparison():
            told = {
                "kind": EvidenceKind.COMPARISON,
                "question_id": pick.question_id,
                "code": pick.code,
                "theme_id": pick.theme_id,
                "session_ids": list(pick.session_ids),
            }
        case OutsideSource():
            told = {
                "kind": EvidenceKind.SOURCE,
                "source_kind": pick.kind,
                "source_title": pick.title,
                "source_place": pick.place,
                "source_url": pick.url,
            }
    return evidence.model_copy(update=told)


def point_at_the_same(one: Evidence, other: Evidence) -> bool:
    """Say whether two links of a recommendation lead to the same thing, whatever their stance."""
    return _target(one) == _target(other)


def _target(evidence: Evidence) -> tuple[object, ...]:
    match evidence.kind:
        case EvidenceKind.QUOTE:
            # A quote that was taken back is like no other.
            return (evidence.kind, evidence.quote_id or evidence.id)
        case EvidenceKind.SOURCE:
            return (
                evidence.kind,
                evidence.source_title.casefold(),
                evidence.source_place.casefold(),
                evidence.source_url,
            )
    pointed = (evidence.question_id, evidence.code, evidence.theme_id)
    return (evidence.kind, *pointed, *sorted(evidence.session_ids)) if any(pointed) else (evidence.id,)
