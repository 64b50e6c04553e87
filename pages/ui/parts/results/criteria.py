"""Criteria: a heat table whose every cell also says its mean and n, in the order of the score."""

import pandas as pd
import streamlit as st

from pages.ui.i18n import _, localised, say_mean
from pages.ui.parts.results.base import people_said
from pages.ui.plain import plain
from survey_engine.collect.kinds import GridRow, Ratings, one_decimal
from survey_engine.design.kinds import Criteria, Criterion

# From pale to full, in both themes: what is written on a cell keeps its contrast.
PALE, FULL, ON_PALE, ON_FULL = (233, 243, 240), (11, 107, 93), "#1b2230", "#ffffff"
TURN = 0.75


def draw(question: Criteria, ratings: Ratings) -> None:
    """Draw the things in the order of their score; every cell says its mean and n, and is darker the better."""
    said = "; ".join(f"{localised(thing.label)}: {say_mean(thing.score)}" for thing in ratings.in_order)
    names = {
        one.code: st.column_config.TextColumn(criterion_name(one), width="small") for one in ratings.criteria
    }
    st.dataframe(
        _table(ratings).style.apply(lambda _column: _colours(ratings), axis=None),
        hide_index=True,
        width="stretch",
        height="content" if len(ratings.things) <= 12 else 460,
        alt=f"{localised(question.text)} {people_said(ratings.people)}. {said}",
        column_config={
            "place": st.column_config.NumberColumn(_("Place"), width="small"),
            "thing": st.column_config.TextColumn(_("Rated"), width="medium", pinned=True),
            "score": st.column_config.ProgressColumn(
                _("Score"),
                min_value=1,
                max_value=ratings.points,
                format="%.1f",
                width="small",
                help=_("Mean over the criteria by their weights; turned round where less is better."),
            ),
            **names,
        },
    )
    st.caption(" · ".join([people_said(ratings.people), plain(_legend(question))]))


def criterion_name(one: Criterion) -> str:
    """Return a criterion with its direction and weight, where they are not the usual ones."""
    name = localised(one.label)
    if one.less_is_better:
        name = _("{criterion} (less is better)").format(criterion=name)
    return name if one.weight == 1 else f"{name} ×{one.weight}"


def _table(ratings: Ratings) -> pd.DataFrame:
    rows = ratings.in_order
    own = {
        "place": [ratings.place_of(thing) for thing in rows],
        "thing": [localised(thing.label) for thing in rows],
        "score": [None if thing.score is None else float(one_decimal(thing.score)) for thing in rows],
    }
    means = {one.code: [_said(thing.cells[at]) for thing in rows] for at, one in enumerate(ratings.criteria)}
    return pd.DataFrame({**own, **means})


def _said(cell: GridRow) -> str:
    return f"{say_mean(cell.mean)} (n {cell.people})"


def _colours(ratings: Ratings) -> pd.DataFrame:
    rows = ratings.in_order
    plain_columns = {name: [""] * len(rows) for name in ("place", "thing", "score")}
    heat = {
        one.code: [_colour(ratings, one, thing.cells[at]) for thing in rows]
        for at, one in enumerate(ratings.criteria)
    }
    return pd.DataFrame({**plain_columns, **heat})


def _colour(ratings: Ratings, one: Criterion, cell: GridRow) -> str:
    if cell.mean is None:
        return ""
    good = ratings.goodness(one, cell.mean)
    mixed = [round(pale + (full - pale) * good) for pale, full in zip(PALE, FULL, strict=True)]
    ink = ON_FULL if good > TURN else ON_PALE
    return f"background-color: rgb({', '.join(map(str, mixed))}); color: {ink}"


def _legend(question: Criteria) -> str:
    ends = {"1": localised(question.low), str(question.points): localised(question.high)}
    named = [f"{point} = {name}" for point, name in ends.items() if name]
    return " · ".join([*named, _("a darker cell is better")])
