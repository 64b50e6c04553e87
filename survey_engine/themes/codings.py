"""What belongs to which theme, as it is shown and as the next run must respect it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from survey_engine.themes.excerpts import QUOTES, passage
from survey_engine.themes.models import MACHINE, Coding, Theme, ThemeState
from survey_engine.themes.suggest import Decided
from survey_engine.themes.words import Answer

SURE_FROM = 0.15
SAME_THEME_FROM = 0.6


@dataclass(frozen=True, slots=True)
class Voice:
    """An answer in words and whose it is: `person` is '' for notes and turns of nobody known."""

    id: str
    text: str
    person: str
    group_key: str
    session_id: str
    session_title: str
    question_id: str

    def as_read(self) -> Answer:
        """Return what the counting of words needs of it."""
        return Answer(self.id, self.text, self.person)


@dataclass(frozen=True, slots=True)
class Member:
    """An answer in a theme: whether a person put it there, and how surely the machine did (0 to 1)."""

    voice: Voice
    by_person: bool
    weight: float | None

    @property
    def is_uncertain(self) -> bool:
        """Say whether the machine was in doubt and nobody has looked yet."""
        return not self.by_person and self.weight is not None and self.weight < SURE_FROM


@dataclass(frozen=True, slots=True)
class Place:
    """A passage of an answer: start and end in code points, end-exclusive."""

    voice: Voice
    start: int
    end: int

    @property
    def text(self) -> str:
        """Return exactly what stands there."""
        return self.voice.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class ThemeCard:
    """A theme as it is shown: its members, how many people of which group, and passages that stand for it."""

    theme: Theme
    members: tuple[Member, ...]
    people: int
    by_group: tuple[tuple[str, int], ...]
    quotes: tuple[Place, ...]


def card_of(theme: Theme, codings: Sequence[Coding], voices: Mapping[str, Voice]) -> ThemeCard:
    """Return the card of a theme, its surest members first. Codings of other answers are left out."""
    members = [
        Member(voices[c.answer_id], c.made_by != MACHINE, c.weight)
        for c in codings
        if c.accepted and c.answer_id in voices
    ]
    members.sort(key=lambda m: -_sureness(m))
    people = {(m.voice.person, m.voice.group_key) for m in members if m.voice.person}
    groups = Counter(group for _, group in people)
    return ThemeCard(
        theme=theme,
        members=tuple(members),
        people=len({person for person, _ in people}),
        by_group=tuple(sorted(groups.items(), key=lambda item: (-item[1], item[0]))),
        quotes=_quotes(members, theme.terms),
    )


def _sureness(member: Member) -> float:
    return 1.0 if member.by_person and member.weight is None else member.weight or 0.0


def _quotes(members: Sequence[Member], terms: Sequence[str]) -> tuple[Place, ...]:
    found: dict[str, Place] = {}
    for member in members:
        place = Place(member.voice, *passage(member.voice.text, terms))
        found.setdefault(" ".join(place.text.casefold().split()).strip(" .!?"), place)
        if len(found) == QUOTES:
            break
    return tuple(found.values())


def decided_rows(voices: Sequence[Voice], themes: Sequence[Theme], codings: Iterable[Coding]) -> Decided:
    """Return what the next run must leave as it is: who is in a kept theme, and who a person took out.

    An answer in several kept themes stands for the one a person put it in, else for the first.
    """
    rows = {voice.id: row for row, voice in enumerate(voices)}
    kept_themes = {theme.id for theme in themes if theme.state is ThemeState.KEPT}
    kept: dict[int, str] = {}
    refused: set[tuple[int, str]] = set()
    for coding in sorted(codings, key=lambda c: (c.made_by == MACHINE, c.theme_id)):
        row = rows.get(coding.answer_id)
        if row is None or coding.theme_id not in kept_themes:
            continue
        if coding.accepted:
            kept.setdefault(row, coding.theme_id)
        else:
            refused.add((row, coding.theme_id))
    return Decided(kept, frozenset(refused))


def is_dismissed(members: set[str], dismissed: Iterable[set[str]]) -> bool:
    """Say whether a suggestion is one that a person has dismissed: mostly the same answers."""
    return any(
        len(members & old) / len(members | old) >= SAME_THEME_FROM for old in dismissed if members | old
    )
