"""What is compared: people counted by line and group, as plain values without a database.

A *line* is one thing that people can say (an option, a stance on a statement, a theme);
a *table* holds the lines that belong together and the groups whose people said them.
"""

from dataclasses import dataclass
from enum import StrEnum

NO_GROUP = ""


class LineKind(StrEnum):
    """What a line stands for."""

    CHOICE = "choice"
    STATEMENT = "statement"
    SCALE = "scale"
    THEME = "theme"


@dataclass(frozen=True, slots=True)
class ComparedGroup:
    """A group as people named it; `NO_GROUP` is for those who named none."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class GroupedCounts:
    """One line: how many people of each group said it, and the answers in which they did.

    `people` and `answers` run in the order of the table's groups. A line that is `set_apart`
    (those who passed) is counted and protected, but it is nothing that people said.
    """

    line_id: str
    label: str
    people: tuple[int, ...]
    answers: tuple[tuple[str, ...], ...] = ()
    set_apart: bool = False

    def answers_of(self, position: int) -> tuple[str, ...]:
        """Return the answer ids behind one group's count ('' positions hold none)."""
        return self.answers[position] if position < len(self.answers) else ()


@dataclass(frozen=True, slots=True)
class CountTable:
    """Lines that belong together, by group. Each person counts once in a line.

    `sizes`         people of each group who answered (the n of every share in that column)
    `adds_up`       each person stands in exactly one line, so that a column sums to its n
    `totals_known`  the room has seen these lines undivided, so that a line's sum over the groups is known
    """

    table_id: str
    label: str
    kind: LineKind
    groups: tuple[ComparedGroup, ...]
    sizes: tuple[int, ...]
    lines: tuple[GroupedCounts, ...]
    adds_up: bool
    totals_known: bool

    def __post_init__(self) -> None:
        for line in self.lines:
            if len(line.people) != len(self.groups) or len(self.sizes) != len(self.groups):
                raise ValueError(f"line {line.line_id}: one count for each group is needed")
            if any(not 0 <= people <= n for people, n in zip(line.people, self.sizes, strict=True)):
                raise ValueError(f"line {line.line_id}: more people than answered")


@dataclass(frozen=True, slots=True)
class ScaleTable:
    """One scale by group: how many people of each group chose each point.

    `tallies[g][p]` counts group g at `points[p]`; `cant_say` is set apart and in no mean.
    `totals_known` as for a table of counts. A statement of a matrix has its code as `line_id`, and the
    question as `context`. `has_way_out` says whether people could say that they can't say.
    """

    table_id: str
    label: str
    low_label: str
    high_label: str
    points: tuple[int, ...]
    groups: tuple[ComparedGroup, ...]
    tallies: tuple[tuple[int, ...], ...]
    cant_say: tuple[int, ...]
    totals_known: bool = True
    line_id: str = "mean"
    context: str = ""
    has_way_out: bool = True

    @property
    def sizes(self) -> tuple[int, ...]:
        """People of each group who chose a point."""
        return tuple(sum(tally) for tally in self.tallies)
