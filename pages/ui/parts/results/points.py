"""Points: options by their mean; a budget: options by how many would fund them, and what fits."""

import pandas as pd
import streamlit as st

from pages.ui.i18n import _, language, localised, say_mean
from pages.ui.parts.results.base import people_said
from pages.ui.plain import plain
from survey_engine.collect.kinds import Funding, Shares, one_decimal
from survey_engine.design.kinds import Points


def draw(question: Points, summary: Shares | Funding) -> None:
    """Draw the options with most first; every figure has its n beside it."""
    if isinstance(summary, Funding):
        _draw_funding(question, summary)
    else:
        _draw_shares(question, summary)


def funding_note(question: Points, funding: Funding) -> str:
    """Return what the options that fit cost, of how much."""
    spent, total = (question.say_amount(amount, language()) for amount in (funding.spent, funding.total))
    return _("In order of support, {spent} of {total} would be spent.").format(spent=spent, total=total)


def _draw_shares(question: Points, shares: Shares) -> None:
    rows = shares.in_order
    table = pd.DataFrame(
        {
            "option": [localised(row.label) for row in rows],
            "mean": [None if row.mean is None else float(one_decimal(row.mean)) for row in rows],
            "people": [row.people for row in rows],
        }
    )
    said = "; ".join(f"{localised(row.label)}: {say_mean(row.mean)}" for row in rows)
    st.dataframe(
        table,
        hide_index=True,
        width="stretch",
        height="content" if len(rows) <= 8 else 320,
        alt=f"{localised(question.text)} {people_said(shares.people)}. {said}",
        column_config={
            "option": st.column_config.TextColumn(_("Answer"), width="medium"),
            "mean": st.column_config.ProgressColumn(
                _("Mean share"),
                min_value=0,
                max_value=shares.total,
                format="%.1f",
                help=_("Over everybody who answered; giving nothing counts as 0."),
            ),
            "people": st.column_config.NumberColumn(_("Gave it something")),
        },
    )
    total = _("shared out by each: {total}").format(total=question.say_amount(shares.total, language()))
    st.caption(plain(f"{people_said(shares.people)} · {total}"))


def _draw_funding(question: Points, funding: Funding) -> None:
    rows = funding.in_order
    costs = [question.say_amount(row.cost, language()) for row in rows]
    table = pd.DataFrame(
        {
            "option": [localised(row.label) for row in rows],
            "people": [row.people for row in rows],
            "cost": costs,
            "fits": [_("yes") if row.fits else _("no") for row in rows],
        }
    )
    said = "; ".join(f"{localised(row.label)}: {row.people}" for row in rows)
    st.dataframe(
        table,
        hide_index=True,
        width="stretch",
        height="content" if len(rows) <= 8 else 320,
        alt=f"{localised(question.text)} {people_said(funding.people)}. {said}",
        column_config={
            "option": st.column_config.TextColumn(_("Answer"), width="medium"),
            "people": st.column_config.ProgressColumn(
                _("Would fund it"), min_value=0, max_value=max(funding.people, 1), format="%d"
            ),
            "cost": st.column_config.TextColumn(_("Cost")),
            "fits": st.column_config.TextColumn(
                _("Fits the budget"),
                help=_("Most support first, then whatever the rest can pay for; the cheaper among equals."),
            ),
        },
    )
    st.caption(plain(f"{people_said(funding.people)} · {funding_note(question, funding)}"))
