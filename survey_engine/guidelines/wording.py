"""The small sentences of a guideline (dates, shares, counts) in Latvian, English or Russian."""

from dataclasses import dataclass
from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

from survey_engine.guidelines.backing import Backing, GroupBacking
from survey_engine.guidelines.facts import Known, Told
from survey_engine.i18n import Translations

# Keeps a number and its sign on one line.
NARROW = "\u00a0"
# Written as in Europe: "12 May 2026", a decimal point.
LOCALES = {"en": "en_GB"}


@dataclass(frozen=True, slots=True)
class Wording:
    """A language and its catalog; every method returns words for a reader."""

    language: str
    translations: Translations

    @property
    def locale(self) -> str:
        """The conventions for dates and numbers."""
        return LOCALES.get(self.language, self.language)

    def gettext(self, text: str) -> str:
        """Return a text in this language."""
        return self.translations.gettext(text)

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """Return the form that fits the number."""
        return self.translations.ngettext(singular, plural, number)

    def day(self, day: date) -> str:
        """Return a date in full, such as "12 May 2026"."""
        return format_date(day, "long", locale=self.locale)

    def told(self, told: Told) -> str:
        """Return a share with its n and interval: "12 of 14 (86 %, 95 % interval 60–96 %)"."""
        if not told.n:
            return self.gettext("nobody answered")
        return self.gettext("{people} of {n} ({percent}, {level} interval {interval})").format(
            people=told.people,
            n=told.n,
            percent=self.percent(told.people / told.n),
            level=self.percent(0.95),
            interval=self.interval(told.low, told.high),
        )

    def rated(self, told: Told, mean: float | None) -> str:
        """Return a share, and the mean of those people where there is one."""
        if mean is None:
            return self.told(told)
        return self.gettext("mean {mean}, rated by {people}").format(
            mean=self.number(mean), people=self.told(told)
        )

    def known(self, known: Known) -> str:
        """Return what may be told of a group's count."""
        if known.mean is not None:
            return self.gettext("mean {mean} (95 % interval {low} to {high}), n {n}").format(
                mean=self.number(known.mean),
                low=self.number(known.low or 0.0),
                high=self.number(known.high or 0.0),
                n=known.n,
            )
        if known.few:
            few = self.gettext("few")
            return self.gettext("{people} of {n}").format(people=few, n=known.n) if known.n else few
        if known.least != known.most:
            people = self.gettext("{least} to {most}").format(least=known.least, most=known.most)
            return self.gettext("{people} of {n}").format(people=people, n=known.n) if known.n else people
        if known.low is None or known.high is None or not known.n:
            return str(known.least)
        return self.told(Told(known.least, known.n, known.low, known.high))

    def closed(self, sentence: str) -> str:
        """Return a sentence with one full stop, also where its last word is an abbreviation ("2026 г.")."""
        return f"{sentence.rstrip('.')}." if sentence.endswith("..") else sentence

    def number(self, value: float) -> str:
        """Return a number with one decimal."""
        return str(format_decimal(value, "0.0", locale=self.locale))

    def percent(self, rate: float) -> str:
        """Return a rate as a whole percentage."""
        sign = "%" if self.language == "en" else f"{NARROW}%"
        return f"{round(rate * 100)}{sign}"

    def interval(self, low: float, high: float) -> str:
        """Return an interval of rates."""
        return f"{round(low * 100)}–{self.percent(high)}"

    def people(self, number: int) -> str:
        """Return a number of people."""
        return self.ngettext("{n} person", "{n} people", number).format(n=number)

    def notes(self, number: int) -> str:
        """Return a number of notes of what was said aloud."""
        return self.ngettext("{n} note", "{n} notes", number).format(n=number)

    def groups(self, number: int) -> str:
        """Return a number of groups."""
        return self.ngettext("{n} group", "{n} groups", number).format(n=number)

    def sessions(self, number: int) -> str:
        """Return a number of sessions."""
        return self.ngettext("{n} session", "{n} sessions", number).format(n=number)

    def backing(self, backing: Backing) -> str:
        """Return who stands behind something, as one line with its groups; '' where nobody was heard."""
        counted = self.counted(backing)
        return f"{counted} ({'; '.join(self.by_group(backing))})" if counted else ""

    def counted(self, backing: Backing) -> str:
        """Return how many people, notes, groups and sessions; '' where nobody was heard."""
        if backing.is_empty:
            return ""
        people = self.gettext("few people") if backing.told.few else self.people(backing.people)
        counted = [people] if backing.people else []
        counted += [self.notes(backing.notes)] if backing.notes else []
        return " · ".join([*counted, self.groups(len(backing.groups)), self.sessions(backing.sessions)])

    def by_group(self, backing: Backing) -> list[str]:
        """Return who stands behind something, group by group; one group alone needs no numbers again."""
        if len(backing.groups) == 1:
            return [backing.groups[0].label]
        return [f"{group.label}: {self.group_backing(group)}" for group in backing.groups]

    def group_backing(self, group: GroupBacking) -> str:
        """Return the people and notes of one group."""
        parts = [self.known(group.people)] if group.people.few or group.people.most else []
        parts += [self.notes(group.notes)] if group.notes else []
        return ", ".join(parts)
