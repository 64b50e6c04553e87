"""Ways to involve people, the picks of the guide and its warnings, kept in `data/methods`, each with its sources."""

import json
from enum import StrEnum
from functools import cache
from typing import TypeVar

from pydantic import BaseModel, Field

from survey_engine.records import Value
from survey_engine.settings import ROOT
from survey_engine.texts import Texts

FOLDER = ROOT / "data" / "methods"

Listed = TypeVar("Listed", bound=BaseModel)


class Level(StrEnum):
    """How far people take part, as the IAP2 Spectrum has it: from being told to deciding."""

    INFORM = "inform"
    CONSULT = "consult"
    INVOLVE = "involve"
    COLLABORATE = "collaborate"
    EMPOWER = "empower"


class Situation(Value):
    """What was picked in the guide: the code of an answer for each pick, '' where none was picked."""

    about: str = ""
    stage: str = ""
    promise: str = ""
    touched: str = ""
    people: str = ""
    time: str = ""
    conflict: str = ""
    reach: str = ""

    def meets(self, when: "Condition") -> bool:
        """Say whether every pick that a condition names has one of the answers that it names."""
        return all(getattr(self, pick) in codes for pick, codes in when.items())


# For each pick the answers that meet the condition; all of its picks have to be met.
Condition = dict[str, tuple[str, ...]]


class Source(Value):
    """A work that is cited, and what it is cited for. `url` is '' where there is none to give."""

    short: str
    full: str
    url: str = ""
    note: str = ""


class PickAnswer(Value):
    """One answer of a pick."""

    code: str
    label: Texts


class Pick(Value):
    """One question of the guide; `name` is a field of `Situation`."""

    name: str
    question: Texts
    help: Texts
    answers: tuple[PickAnswer, ...]


class Reason(Value):
    """Why a method fits, or does not, in the situations of a condition, and on whose word.

    `weight` from 1 to 6 is our own judgement; `rules_out` means that the method cannot be used at all.
    """

    when: Condition
    says: Texts
    weight: int = Field(default=1, ge=1, le=6)
    rules_out: bool = False
    sources: tuple[str, ...]


class People(Value):
    """How many people a method is for; `most` None where there is no limit."""

    least: int
    most: int | None = None


class Method(Value):
    """A way to involve people. `asks` is False where it only tells; `templates` are studies to start from."""

    name: str
    title: Texts
    what: Texts
    level: Level
    asks: bool = True
    people: People
    takes: Texts
    good_for: tuple[Texts, ...]
    not_for: tuple[Texts, ...]
    needs: tuple[Texts, ...]
    templates: tuple[str, ...] = ()
    sources: tuple[str, ...]
    fits: tuple[Reason, ...]
    against: tuple[Reason, ...] = ()


class Caution(Value):
    """Where asking people goes wrong, why, and what to do instead.

    `stops`: asking would be a pretence; otherwise something should be mended first. It speaks when any
    of the conditions in `when` is met.
    """

    name: str
    stops: bool
    when: tuple[Condition, ...]
    title: Texts
    why: Texts
    instead: tuple[Texts, ...]
    sources: tuple[str, ...]


@cache
def methods() -> tuple[Method, ...]:
    """Return every method, by file name."""
    files = sorted((FOLDER / "ways").glob("*.json"))
    return tuple(Method.model_validate_json(file.read_text(encoding="utf-8")) for file in files)


@cache
def picks() -> tuple[Pick, ...]:
    """Return the picks of the guide in the order in which they are asked."""
    return _listed("guide_picks.json", "picks", Pick)


@cache
def warnings() -> tuple[Caution, ...]:
    """Return every warning, those that stop first."""
    return _listed("guide_warnings.json", "warnings", Caution)


@cache
def source(key: str) -> Source:
    """Return a cited work by its key; raise KeyError for an unknown one."""
    stored = json.loads((FOLDER / "participation_sources.json").read_text(encoding="utf-8"))
    return Source.model_validate(stored["sources"][key])


def _listed(file: str, key: str, kind: type[Listed]) -> tuple[Listed, ...]:
    stored = json.loads((FOLDER / file).read_text(encoding="utf-8"))
    return tuple(kind.model_validate(one) for one in stored[key])
