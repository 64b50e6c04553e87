"""What only Balsis knows of a question, kept as class names in LimeSurvey's attribute `cssclass`."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from urllib.parse import quote, unquote

KIND, KEY, CODE, EXTRA, RULE, FIELDS = (
    "balsis-kind-",
    "balsis-key-",
    "balsis-code-",
    "balsis-extra-",
    "balsis-rule-",
    "balsis-fields-",
)


@dataclass(frozen=True, slots=True)
class Own:
    """The kind, the key where LimeSurvey has another one, and option codes by those in the file.

    `extras` are the codes of answers that are no options, `fields` what LimeSurvey has no place for.
    `rule` is a mark of the condition as it was written: it shows whether somebody changed it.
    """

    kind: str = ""
    key: str = ""
    codes: Mapping[str, str] = field(default_factory=dict)
    extras: Sequence[str] = ()
    fields: Mapping[str, Any] = field(default_factory=dict)
    rule: str = ""


def mark_of(relevance: str) -> str:
    """Return a short mark of a condition."""
    return sha256(relevance.strip().encode()).hexdigest()[:8]


def to_class(own: Own) -> str:
    """Return the class names; '' where there is nothing to keep."""
    words = [KIND + own.kind] if own.kind else []
    words += [KEY + quote(own.key, safe="")] if own.key else []
    words += [f"{CODE}{written}-{quote(code, safe='')}" for written, code in own.codes.items()]
    words += [EXTRA + code for code in own.extras]
    words += [RULE + own.rule] if own.rule else []
    words += [FIELDS + quote(json.dumps(own.fields), safe="")] if own.fields else []
    return " ".join(words)


def from_class(classes: str) -> Own:
    """Return what `to_class` was given; other class names are passed over."""
    kind = key = rule = ""
    codes: dict[str, str] = {}
    extras: list[str] = []
    fields: Mapping[str, Any] = {}
    for word in classes.split():
        if word.startswith(KIND):
            kind = word.removeprefix(KIND)
        elif word.startswith(KEY):
            key = unquote(word.removeprefix(KEY))
        elif word.startswith(CODE):
            written, _, code = word.removeprefix(CODE).partition("-")
            codes[written] = unquote(code)
        elif word.startswith(EXTRA):
            extras.append(word.removeprefix(EXTRA))
        elif word.startswith(RULE):
            rule = word.removeprefix(RULE)
        elif word.startswith(FIELDS):
            fields = _fields(unquote(word.removeprefix(FIELDS)))
    return Own(kind, key, codes, extras, fields, rule)


def _fields(noted: str) -> Mapping[str, Any]:
    try:
        fields = json.loads(noted)
    except (ValueError, RecursionError):
        return {}
    return fields if isinstance(fields, dict) else {}
