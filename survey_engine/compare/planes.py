"""Things on two axes by group: each thing along each axis is compared like a scale from 0."""

from collections.abc import Iterator, Mapping

from survey_engine.compare.models import ComparedGroup, ScaleTable
from survey_engine.design.kinds import Option, Position
from survey_engine.design.kinds.position import Axis
from survey_engine.texts import pick

ByGroup = Mapping[str, int]
Placed = tuple[tuple[str, int, int], ByGroup]


def plane_tables(
    question: Position,
    groups: tuple[ComparedGroup, ...],
    chosen: Mapping[str, ByGroup],
    *,
    totals_known: bool,
    language: str,
) -> Iterator[ScaleTable]:
    """Yield two scales for each thing, one along each axis; `chosen` counts people by code and group."""
    placed = [(spot, by_group) for code, by_group in chosen.items() if (spot := question.spot_of(code))]
    for option in question.options:
        for along, axis in enumerate((question.x, question.y)):
            yield ScaleTable(
                table_id=question.id,
                label=axis_label(option, axis, language),
                low_label=pick(axis.low, language),
                high_label=pick(axis.high, language),
                points=tuple(range(question.steps + 1)),
                groups=groups,
                tallies=tuple(_tally(question, option.code, along, group, placed) for group in groups),
                cant_say=(0,) * len(groups),
                totals_known=totals_known,
                line_id=f"{option.code}/{'xy'[along]}",
                context=pick(question.text, language),
            )


def axis_label(option: Option, axis: Axis, language: str) -> str:
    """Return a thing and an axis as one label."""
    return f"{pick(option.label, language)} · {pick(axis.name, language)}".rstrip(" ·")


def _tally(
    question: Position, row: str, along: int, group: ComparedGroup, placed: list[Placed]
) -> tuple[int, ...]:
    tally = [0] * (question.steps + 1)
    for (code, *place), by_group in placed:
        if code == row:
            tally[place[along]] += by_group.get(group.key, 0)
    return tuple(tally)
