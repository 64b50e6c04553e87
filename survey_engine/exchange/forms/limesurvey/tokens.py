"""What only Balsis knows of a question, kept as class names in LimeSurvey's attribute `cssclass`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

KIND, KEY, CODE = "balsis-kind-", "balsis-key-", "balsis-code-"


@dataclass(frozen=True, slots=True)
class Own:
    """The kind, the key where LimeSurvey has another one, and option codes by those in the file."""

    kind: str = ""
    key: str = ""
    codes: Mapping[str, str] = field(default_factory=dict)


def to_class(own: Own) -> str:
    """Return the class names; '' where there is nothing to keep."""
    words = [KIND + own.kind] if own.kind else []
    words += [KEY + quote(own.key, safe="")] if own.key else []
    words += [f"{CODE}{written}-{quote(code, safe='')}" for written, code in own.codes.items()]
    return " ".join(words)


def from_class(classes: str) -> Own:
    """Return what `to_class` was given; other class names are passed over."""
    kind = key = ""
    codes: dict[str, str] = {}
    for word in classes.split():
        if word.startswith(KIND):
            kind = word.removeprefix(KIND)
        elif word.startswith(KEY):
            key = unquote(word.removeprefix(KEY))
        elif word.startswith(CODE):
            written, _, code = word.removeprefix(CODE).partition("-")
            codes[written] = unquote(code)
    return Own(kind, key, codes)
