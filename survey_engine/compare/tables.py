"""Questions and themes as tables to compare, from counts that were made elsewhere."""

from collections.abc import Mapping, Sequence
from math import ceil, floor

from survey_engine.compare.models import (
    NO_GROUP,
    ComparedGroup,
    CountTable,
    GroupedCounts,
    LineKind,
    ScaleTable,
)
from survey_engine.design.kinds import (
    CANT_SAY,
    Criteria,
    Matrix,
    MultipleChoice,
    Number,
    Points,
    Position,
    Question,
    SingleChoice,
    Statement,
    YesNo,
)
from survey_engine.design.kinds.base import code_at, place_of
from survey_engine.design.kinds.graded import Graded
from survey_engine.design.kinds.statement import AGREE, DISAGREE, PASS
from survey_engine.design.models import Group
from survey_engine.i18n import Translations, mark
from survey_engine.texts import pick

# The steps of a scale of amounts for which the protection of few people is still quick.
FINEST = 100
ByGroup = Mapping[str, int]
STANCES = {AGREE: mark("agree"), DISAGREE: mark("disagree"), PASS: mark("pass"), CANT_SAY: mark("can't say")}


def can_be_compared(question: Question) -> bool:
    """Say whether the answers to a question are choices that groups can be compared by."""
    if isinstance(question, Points):
        return question.is_budget or question.total <= FINEST
    if isinstance(question, Number):
        return span_of(question) is not None
    return isinstance(question, SingleChoice | YesNo | MultipleChoice | Statement | Graded | Position)


def is_told_by_mean(question: Question) -> bool:
    """Say whether a question that can be compared is told by means, as a scale is."""
    if isinstance(question, Points):
        return not question.is_budget
    return isinstance(question, Graded | Number)


def span_of(question: Number) -> range | None:
    """Return the whole numbers that may be answered, where they are few enough to be protected quickly.

    Decimals, or a side without an end, are no scale with steps: such numbers are not compared by group.
    """
    if question.decimals or question.least is None or question.most is None:
        return None
    span = range(ceil(question.least), floor(question.most) + 1)
    return span if 1 < len(span) <= FINEST + 1 else None


def compared_groups(
    groups: Sequence[Group], people: ByGroup, language: str, words: Translations
) -> tuple[ComparedGroup, ...]:
    """Return the study's groups, then any other that people are in; those without a group come last, if any."""
    declared = [ComparedGroup(group.key, pick(group.label, language) or group.key) for group in groups]
    known = {group.key for group in groups} | {NO_GROUP}
    others = [ComparedGroup(key, key) for key in sorted(people) if key not in known]
    nobody = [ComparedGroup(NO_GROUP, words.gettext("No group given"))] if people.get(NO_GROUP) else []
    return (*declared, *others, *nobody)


def choice_table(
    question: Question,
    groups: tuple[ComparedGroup, ...],
    answered: ByGroup,
    chosen: Mapping[str, ByGroup],
    *,
    totals_known: bool,
    language: str,
    words: Translations,
) -> CountTable:
    """Return a choice or a statement by group; `chosen` counts people by code and group."""
    is_statement = isinstance(question, Statement)
    set_apart = {PASS} if is_statement else {CANT_SAY} if isinstance(question, YesNo) else set()
    lines = tuple(
        GroupedCounts(
            code,
            pick(question.label(code), language) or words.gettext(STANCES.get(code, code)),
            _in_order(groups, chosen.get(code, {})),
            set_apart=code in set_apart,
        )
        for code in question.codes()
    )
    return CountTable(
        table_id=question.id,
        label=pick(question.text, language),
        kind=LineKind.STATEMENT if is_statement else LineKind.CHOICE,
        groups=groups,
        sizes=_in_order(groups, answered),
        lines=lines,
        adds_up=not isinstance(question, MultipleChoice | Points),
        totals_known=totals_known,
    )


def scale_tables(
    question: Graded,
    groups: tuple[ComparedGroup, ...],
    chosen: Mapping[str, ByGroup],
    *,
    totals_known: bool,
    language: str,
) -> tuple[ScaleTable, ...]:
    """Return a scale by group, each statement of a matrix, or each thing by each criterion, with "can't say" set apart."""

    def table(label: str, start: str = "", line_id: str = "mean", context: str = "") -> ScaleTable:
        points = tuple(range(1, question.points + 1))
        by_point = [_in_order(groups, chosen.get(f"{start}{point}", {})) for point in points]
        return ScaleTable(
            table_id=question.id,
            label=label,
            low_label=pick(question.low, language),
            high_label=pick(question.high, language),
            points=points,
            groups=groups,
            tallies=tuple(zip(*by_point, strict=True)),
            cant_say=_in_order(groups, chosen.get(f"{start}{CANT_SAY}", {})),
            totals_known=totals_known,
            line_id=line_id,
            context=context,
        )

    asked = pick(question.text, language)
    if isinstance(question, Criteria):
        cells = ((cell, pick(question.cell_label(cell), language)) for cell in question.cells)
        return tuple(table(label, code_at(cell, ""), cell, asked) for cell, label in cells)
    if not isinstance(question, Matrix):
        return (table(asked),)
    return tuple(
        table(pick(row.label, language), code_at(row.code, ""), row.code, asked) for row in question.options
    )


def amount_tables(
    question: Points,
    groups: tuple[ComparedGroup, ...],
    answered: ByGroup,
    chosen: Mapping[str, ByGroup],
    *,
    totals_known: bool,
    language: str,
) -> tuple[ScaleTable, ...]:
    """Return what each option was given by group, as a scale from nothing to the whole total.

    A room sees the mean of what an option was given, not how many gave which amount: its total gives
    away no more than the means of the groups do, unless one of them is too small to be told.
    `totals_known` says whether that is so.
    """

    # An earlier version may have had more to share out.
    seen = [int(amount) for amount in (place_of(code)[1] for code in chosen) if amount.isdecimal()]
    most = max([question.total, *seen])

    def tally(code: str, group: ComparedGroup) -> tuple[int, ...]:
        given = [
            chosen.get(code_at(code, str(amount)), {}).get(group.key, 0) for amount in range(1, most + 1)
        ]
        return (answered.get(group.key, 0) - sum(given), *given)

    return tuple(
        ScaleTable(
            table_id=question.id,
            label=pick(option.label, language),
            low_label="",
            high_label=pick(question.unit, language),
            points=tuple(range(most + 1)),
            groups=groups,
            tallies=tuple(tally(option.code, group) for group in groups),
            cant_say=(0,) * len(groups),
            has_way_out=False,
            totals_known=totals_known,
            line_id=option.code,
            context=pick(question.text, language),
        )
        for option in question.options
    )


def number_table(
    question: Number,
    groups: tuple[ComparedGroup, ...],
    chosen: Mapping[str, ByGroup],
    *,
    totals_known: bool,
    language: str,
) -> ScaleTable:
    """Return whole numbers by group, as a scale from the lowest that may be answered to the highest."""
    # An earlier version may have let in others.
    seen = [int(code) for code in chosen if code.removeprefix("-").isdecimal()]
    span = span_of(question) or range(0)
    points = range(min([*span, *seen]), max([*span, *seen]) + 1)
    by_point = [_in_order(groups, chosen.get(str(point), {})) for point in points]
    unit = pick(question.unit, language)
    return ScaleTable(
        table_id=question.id,
        label=pick(question.text, language),
        low_label=unit,
        high_label=unit,
        points=tuple(points),
        groups=groups,
        tallies=tuple(zip(*by_point, strict=True)),
        cant_say=(0,) * len(groups),
        has_way_out=False,
        totals_known=totals_known,
    )


def theme_table(
    theme_id: str,
    name: str,
    groups: tuple[ComparedGroup, ...],
    spoke: ByGroup,
    raised: ByGroup,
    answers: Mapping[str, tuple[str, ...]],
) -> CountTable:
    """Return one theme by group: who raised it, of those who answered its questions in words.

    A person may raise several themes, and no room has seen a theme counted undivided.
    """
    line = GroupedCounts(
        theme_id,
        name,
        _in_order(groups, raised),
        tuple(answers.get(group.key, ()) for group in groups),
    )
    return CountTable(
        table_id=theme_id,
        label="",
        kind=LineKind.THEME,
        groups=groups,
        sizes=_in_order(groups, spoke),
        lines=(line,),
        adds_up=False,
        totals_known=False,
    )


def _in_order(groups: tuple[ComparedGroup, ...], counts: ByGroup) -> tuple[int, ...]:
    return tuple(counts.get(group.key, 0) for group in groups)
