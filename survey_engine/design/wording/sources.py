"""What the advice on wording rests on: the literature, kept in `data/methods/wording_sources.json`."""

import json
from functools import cache

from survey_engine.records import Value
from survey_engine.settings import ROOT

FILE = ROOT / "data" / "methods" / "wording_sources.json"


class Source(Value):
    """A published work: the short form for a line, the full form for a list, and a note on its use here."""

    short: str
    full: str
    note: str = ""


@cache
def sources_of(check: str) -> tuple[Source, ...]:
    """Return the works behind a check or an estimate, by its code; KeyError for an unknown code."""
    stored = json.loads(FILE.read_text(encoding="utf-8"))
    return tuple(Source.model_validate(stored["sources"][name]) for name in stored["used_for"][check])
