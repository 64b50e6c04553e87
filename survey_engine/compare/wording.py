"""A comparison in plain words, in any language of the interface: counts first, then what they allow one to say.

The catalog of a language (`survey_engine.i18n.translations`) is handed in; group
names stand alone, since the languages would bend them differently inside a sentence.
"""

from collections.abc import Sequence

from babel.numbers import format_decimal

from survey_engine.compare.lines import Difference, Line, Side
from survey_engine.compare.models import LineKind
from survey_engine.compare.scales import ScaleMean
from survey_engine.compare.suppression import Cell, Visibility
from survey_engine.compare.verdicts import Verdict
from survey_engine.i18n import Translations


def say_count(cell: Cell, words: Translations) -> str:
    """Return a cell as counts: "12 of 14", "11 to 13 of 14", "few", "no answers"."""
    _ = words.gettext
    if cell.visibility is Visibility.NO_ANSWERS:
        return _("no answers")
    if cell.visibility is Visibility.FEW:
        return _("few")
    if cell.visibility is Visibility.BETWEEN and cell.least != cell.most:
        return _("{least} to {most} of {n}").format(least=cell.least, most=cell.most, n=cell.n)
    return _("{people} of {n}").format(people=cell.least, n=cell.n)


def say_scale_mean(mean: ScaleMean | None, words: Translations) -> str:
    """Return a mean with its interval and n, or "few"."""
    _ = words.gettext
    if mean is None:
        return _("few")
    mean_words, low, high = (_decimal(value, words) for value in (mean.mean, mean.low, mean.high))
    return _("mean {mean} ({low} to {high}), n {n}").format(mean=mean_words, low=low, high=high, n=mean.n)


def say_side(line: Line, side: Side, words: Translations) -> str:
    """Return what one group said in this line, without the group's name."""
    if line.kind is LineKind.SCALE:
        return say_scale_mean(side.mean, words)
    return say_count(side.cell, words)


def say_line(line: Line, words: Translations) -> str:
    """Return the sentence that stands beside a line of the agreement map."""
    counts = _say_counts(line, words)
    certainty = say_certainty(line, words)
    return f"{counts} {certainty}".strip()


def say_certainty(line: Line, words: Translations) -> str:
    """Return how sure the line is: clear, chance, or nothing where all say the same."""
    _ = words.gettext
    if line.verdict is Verdict.TOO_FEW:
        return _("It could be chance.") if line.differences else _("Too few people to compare.")
    if line.verdict is Verdict.MINORITY:
        is_said = any(side.cell.visibility is not Visibility.FEW for side in line.sides)
        return _("Fewer than half in every group.") if is_said else ""
    if line.verdict is Verdict.ALL and not line.has_clear_difference:
        return ""
    return _("The difference is clear.")


def say_difference(line: Line, difference: Difference, words: Translations) -> str:
    """Return one sentence about two groups: who says it more often, and whether that means anything."""
    _ = words.gettext
    left, right = line.sides[difference.left], line.sides[difference.right]
    if _is_level(line, left, right):
        return _("{left} and {right}: no difference to be seen.").format(
            left=left.group.label, right=right.group.label
        )
    more, less = (left, right) if _height(line, left) > _height(line, right) else (right, left)
    names = {
        "more": more.group.label,
        "less": less.group.label,
        "more_count": say_side(line, more, words),
        "less_count": say_side(line, less, words),
    }
    return _choose_sentence(line, difference, words).format(**names)


def say_gap(line: Line, difference: Difference, words: Translations) -> str:
    """Return the size of a difference with its interval: percentage points, or points of the scale."""
    _ = words.gettext
    if difference.gap is None:
        return _("not shown")
    gap = difference.gap
    if line.kind is LineKind.SCALE:
        size, low, high = (_decimal(value, words, "+0.0;−0.0") for value in (gap.size, gap.low, gap.high))
        return _("{size} points ({low} to {high})").format(size=size, low=low, high=high)
    size, low, high = (_decimal(100 * value, words, "+0;−0") for value in (gap.size, gap.low, gap.high))
    return _("{size} percentage points ({low} to {high})").format(size=size, low=low, high=high)


def _decimal(value: float, words: Translations, form: str = "0.0") -> str:
    return str(format_decimal(value, format=form, locale=words.info().get("language", "en")))


def _choose_sentence(line: Line, difference: Difference, words: Translations) -> str:
    _ = words.gettext
    if line.kind is LineKind.SCALE:
        if difference.is_clear:
            return _("{more} stands higher: {more_count}; {less}: {less_count}. The difference is clear.")
        return _(
            "{more} stands higher: {more_count}; {less}: {less_count}. With these numbers it could be chance."
        )
    if difference.is_clear:
        return _("{more} more often: {more_count}; {less}: {less_count}. The difference is clear.")
    return _("{more} more often: {more_count}; {less}: {less_count}. With these numbers it could be chance.")


def _say_counts(line: Line, words: Translations) -> str:
    _ = words.gettext
    shown = [side for side in line.sides if side.cell.visibility is not Visibility.NO_ANSWERS]
    if line.only is not None and _others_are_few(line, shown):
        only = line.sides[line.only]
        count = say_side(line, only, words)
        if len(shown) == 2:
            return _("{group}: {count}; few in the other group.").format(group=only.group.label, count=count)
        return _("{group}: {count}; few in the others.").format(group=only.group.label, count=count)
    if line.kind is not LineKind.SCALE and all(s.cell.visibility is Visibility.FEW for s in shown):
        return _("few in every group.")
    if line.kind is not LineKind.SCALE and len(shown) == 2 and line.only is None:
        left, right = (say_side(line, side, words) for side in shown)
        return _("{left} and {right}.").format(left=left, right=right)
    counts = (
        _("{group}: {count}").format(group=s.group.label, count=say_side(line, s, words)) for s in shown
    )
    return "; ".join(counts) + "."


def _others_are_few(line: Line, shown: Sequence[Side]) -> bool:
    others = [side for side in shown if side is not line.sides[line.only or 0]]
    return all(side.cell.visibility is Visibility.FEW for side in others)


def _is_level(line: Line, left: Side, right: Side) -> bool:
    if line.kind is LineKind.SCALE:
        return left.mean is not None and right.mean is not None and left.mean.mean == right.mean.mean
    if left.cell.shares is None or right.cell.shares is None:
        return True
    (left_least, left_most), (right_least, right_most) = left.cell.shares, right.cell.shares
    return left_most.rate >= right_least.rate and right_most.rate >= left_least.rate


def _height(line: Line, side: Side) -> float:
    if line.kind is LineKind.SCALE:
        return side.mean.mean if side.mean else 0.0
    return side.cell.shares[0].rate if side.cell.shares else 0.0
