"""Plain makers of tables for the tests of compare."""

from survey_engine.compare.models import ComparedGroup, CountTable, GroupedCounts, LineKind, ScaleTable

NGO, COUNCIL = ComparedGroup("ngo", "NGOs"), ComparedGroup("council", "Council")


def groups(number: int) -> tuple[ComparedGroup, ...]:
    return (NGO, COUNCIL, *(ComparedGroup(f"g{i}", f"Group {i}") for i in range(2, number)))[:number]


def line(name: str, *people: int, answers: tuple[tuple[str, ...], ...] = ()) -> GroupedCounts:
    return GroupedCounts(name, name, people, answers)


def themes(sizes: tuple[int, ...], *lines: GroupedCounts) -> CountTable:
    """Themes: nobody has seen their totals, and a person may raise several."""
    return CountTable(
        "themes", "", LineKind.THEME, groups(len(sizes)), sizes, lines, adds_up=False, totals_known=False
    )


def options(sizes: tuple[int, ...], *lines: GroupedCounts, several: bool = False) -> CountTable:
    """A choice that the room has seen undivided; with `several` people chose more than one."""
    return CountTable(
        "q",
        "Question",
        LineKind.CHOICE,
        groups(len(sizes)),
        sizes,
        lines,
        adds_up=not several,
        totals_known=True,
    )


def votes(agree: tuple[int, ...], disagree: tuple[int, ...], passed: tuple[int, ...]) -> CountTable:
    """Votes on a statement."""
    sizes = tuple(sum(column) for column in zip(agree, disagree, passed, strict=True))
    lines = (
        line("agree", *agree),
        line("disagree", *disagree),
        GroupedCounts("pass", "pass", passed, set_apart=True),
    )
    return CountTable(
        "s",
        "Statement",
        LineKind.STATEMENT,
        groups(len(sizes)),
        sizes,
        lines,
        adds_up=True,
        totals_known=True,
    )


def scale(*tallies: tuple[int, ...], cant_say: tuple[int, ...] | None = None) -> ScaleTable:
    """A scale of as many points as the tallies are long."""
    points = tuple(range(1, len(tallies[0]) + 1))
    return ScaleTable(
        "scale",
        "Trust",
        "low",
        "high",
        points,
        groups(len(tallies)),
        tallies,
        cant_say or (0,) * len(tallies),
    )
