"""Amounts on the wall: points that were shared out, what a budget would pay for, numbers, days."""

from typing import Any

from pages.ui.i18n import _, language, localised, ngettext, say_mean
from pages.ui.parts.results.date import days_note
from survey_engine.collect.kinds import Days, Figures, Funding, Shares
from survey_engine.design.kinds import Number, Points, Question
from survey_engine.texts import say_number

Content = dict[str, Any]


def draw_shares(shares: Shares, *, is_open: bool) -> Content:
    """Return the means as bars; while answers come in they keep their places, so that nothing jumps."""
    rows = [
        {
            "key": row.code,
            "label": localised(row.label),
            "people": row.mean or 0,
            "shown": say_mean(row.mean),
            "detail": _("something from {n}").format(n=row.people),
            "apart": False,
        }
        for row in (shares.shares if is_open else shares.in_order)
    ]
    return {"rows": rows, "note": _shares_note(shares)}


def draw_bins(question: Question, summary: Figures | Days) -> Content:
    """Return numbers or days as bars from the lowest up, with their middle and ends below."""
    rows = [
        {"key": row.code, "label": localised(row.label), "people": row.people, "apart": False}
        for row in summary.bins
    ]
    people = ngettext("Counts: {n} person", "Counts: {n} people", summary.people)
    told = _middle(question, summary) if isinstance(question, Number) else days_note(summary)
    return {"rows": rows, "note": " · ".join(filter(None, (people.format(n=summary.people), told)))}


def draw_funding(question: Points, funding: Funding, *, is_open: bool) -> Content:
    """Return support as bars; what fits the budget is said in words below its name."""
    rows = [
        {
            "key": row.code,
            "label": localised(row.label),
            "people": row.people,
            "detail": _cost(question, row.cost, fits=row.fits and not is_open),
            "apart": False,
        }
        for row in (funding.funded if is_open else funding.in_order)
    ]
    people = ngettext("Would fund it, of {n} person", "Would fund it, of {n} people", funding.people)
    note = people.format(n=funding.people)
    return {"rows": rows, "note": note if is_open else f"{note} · {_spent(question, funding)}"}


def _spent(question: Points, funding: Funding) -> str:
    spent = say_number(funding.spent, language())
    total = question.say_amount(funding.total, language())
    return _("spent: {spent} of {total}").format(spent=spent, total=total)


def _middle(question: Number, figures: Figures) -> str:
    if figures.median is None or figures.mean is None:
        return ""
    mean = question.say(round(figures.mean, question.decimals + 1), language())
    return _("median {median}, mean {mean}").format(
        median=question.say(figures.median, language()), mean=mean
    )


def _cost(question: Points, cost: int, *, fits: bool) -> str:
    said = question.say_amount(cost, language())
    return _("{cost} · fits the budget").format(cost=said) if fits else said


def _shares_note(shares: Shares) -> str:
    return ngettext(
        "Mean of what each gave, of {total}: {n} person",
        "Mean of what each gave, of {total}: {n} people",
        shares.people,
    ).format(total=shares.total, n=shares.people)
