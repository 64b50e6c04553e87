"""A LimeSurvey survey as typed items, whichever file it came from or goes to."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from survey_engine.texts import Texts

Labelled = tuple[str, Texts]


@dataclass(frozen=True, slots=True)
class Part:
    """A sub-question or an answer option, with its code; `scale` tells the two axes of an array apart."""

    row: int
    code: str
    text: Texts
    scale: str = "0"
    default: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A question: `letter` is its type in LimeSurvey, `row` where it stands, `section` the key of its group."""

    row: int
    letter: str
    code: str
    text: Texts
    help: Texts = field(default_factory=dict)
    mandatory: str = ""
    other: str = ""
    relevance: str = ""
    validation: str = ""
    default: str = ""
    subquestions: Sequence[Part] = ()
    answers: Sequence[Part] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    section: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A group of questions under its key in the file; `id` is what Balsis noted, '' where it did not."""

    row: int
    title: Texts
    description: Texts
    relevance: str = ""
    key: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Feature:
    """Something else that the file holds, such as a welcome text, a quota or a condition."""

    row: int
    name: str
    value: str = ""
    is_rule: bool = False


@dataclass(frozen=True, slots=True)
class Survey:
    """A whole survey; the base language comes first."""

    languages: tuple[str, ...]
    title: Texts
    sections: Sequence[Section]
    items: Sequence[Item]
    features: Sequence[Feature] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """What a kind makes of an item: its letter, its parts as (code, label), its attributes.

    `kind` is set where the letter alone would come back as another kind; `extras` are the codes
    of parts that are no options. `columns` are the second axis of an array.
    """

    letter: str
    answers: Sequence[Labelled] = ()
    subquestions: Sequence[Labelled] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    kind: str = ""
    other: bool = False
    extras: Collection[str] = ()
    columns: Sequence[Labelled] = ()
