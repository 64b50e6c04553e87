"""Writing the points of a scale or a matrix: how many, what they are called, how they are shown."""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from pages.design.kinds.fields import edit_cant_say
from pages.design.parts.texts import edit_texts
from pages.ui.i18n import _
from pages.ui.plain import plain
from survey_engine.design.kinds.base import CANT_SAY
from survey_engine.design.kinds.graded import Graded, PointsShown
from survey_engine.i18n import mark, translations
from survey_engine.texts import pick

G = TypeVar("G", bound=Graded)
WAYS = {
    PointsShown.NUMBERS: mark("Numbers, with names for the ends"),
    PointsShown.NAMES: mark("Names, one below another"),
    PointsShown.STARS: mark("Stars"),
}


def edit_points(
    question: G, languages: Sequence[str], ways: Sequence[PointsShown] = tuple(WAYS), *, most: int = 11
) -> G:
    """Draw the fields for the points and return the question with them."""
    key = question.id
    points = st.number_input(
        _("Number of points"),
        2,
        most,
        question.points,
        key=f"{key}-points",
        help=_("Five or seven can be told apart; an odd number has a middle."),
    )
    shown_as = _edit_way(question, ways) if len(ways) > 1 else question.shown_as
    low = edit_texts(_("What the first point means"), question.low, languages, key=f"{key}-low")
    between = edit_texts(
        _("Names of the points between, one a line (may stay empty)"),
        question.between,
        languages,
        key=f"{key}-between",
        lines=3,
    )
    high = edit_texts(_("What the last point means"), question.high, languages, key=f"{key}-high")
    named = {"low": low, "between": between, "high": high}
    changes = {"points": points, "shown_as": PointsShown(shown_as), **named}
    return edit_cant_say(question.model_copy(update=changes))


def _edit_way(question: Graded, ways: Sequence[PointsShown]) -> str:
    return st.selectbox(
        _("How the points are shown"),
        ways,
        index=list(ways).index(question.shown_as),
        format_func=lambda way: _(WAYS[PointsShown(way)]),
        key=f"{question.id}-shown-as",
    )


def point_name(question: Graded, code: str, language: str) -> str:
    """Return what stands on a point as a participant sees it."""
    if code == CANT_SAY:
        return translations(language).gettext("Can't say")
    name = plain(pick(question.point_label(code), language))
    return name if name and question.shown_as == PointsShown.NAMES else code
