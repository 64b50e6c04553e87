"""Writing and showing things to be rated by criteria."""

from collections.abc import Sequence

import streamlit as st

from pages.design.kinds.fields import edit_common, edit_required
from pages.design.kinds.graded import edit_points, point_name
from pages.design.parts.options import edit_options
from pages.design.parts.texts import edit_texts
from pages.ui.i18n import _
from pages.ui.plain import plain
from survey_engine.design.kinds import Criteria, Criterion
from survey_engine.design.kinds.criteria import HEAVIEST, MOST_CRITERIA, cell_at
from survey_engine.design.kinds.graded import PointsShown
from survey_engine.i18n import mark
from survey_engine.texts import has_text, pick

TITLE = mark("Rating by criteria")
ABOUT = mark("People rate several things by several criteria; the result is a heat table and a ranked list.")
ICON = ":material/table_chart:"
# So many empty rows wait below the criteria that there are: a form cannot grow two lists at once.
SPARE = 2
AT_FIRST = 3


def edit(question: Criteria, languages: Sequence[str]) -> Criteria:
    """Draw the fields inside a form and return the question as it was written."""
    edited = edit_required(edit_common(question, languages))
    options = edit_options(question, languages, label=mark("Thing to rate {n}"), add=_("Add a thing to rate"))
    criteria = _edit_criteria(question, languages)
    edited = edited.model_copy(update={"options": options, "criteria": criteria})
    return edit_points(edited, languages, [PointsShown.NUMBERS], most=7)


def preview(question: Criteria, language: str, key: str) -> None:
    """Draw each thing with its criteria as a participant sees them."""
    for option in question.options:
        st.markdown(f"**{plain(pick(option.label, language)) or '…'}**")
        for one in question.criteria:
            st.segmented_control(
                plain(pick(one.label, language)) or "…",
                question.point_codes,
                format_func=lambda code: point_name(question, code, language),
                key=f"{key}-{cell_at(option.code, one.code)}",
            )


def _edit_criteria(question: Criteria, languages: Sequence[str]) -> tuple[Criterion, ...]:
    """Draw the criteria with a few empty rows and return those that have a text."""
    st.subheader(_("Criteria"), anchor=False)
    st.caption(_("A criterion is taken out by clearing its text. After saving there is room for more."))
    spare = SPARE if question.criteria else AT_FIRST
    most = min(len(question.criteria) + spare, MOST_CRITERIA)
    rows = (*question.criteria, *(Criterion(code="", label={}) for _row in range(spare)))[:most]
    drawn = [_edit_criterion(question.id, one, n, languages) for n, one in enumerate(rows, start=1)]
    return tuple(one for one in drawn if has_text(one.label))


def _edit_criterion(subject: str, one: Criterion, number: int, languages: Sequence[str]) -> Criterion:
    key = f"{subject}-criterion-{one.code or f'new{number}'}"
    with st.container(border=True, gap="small"):
        name = _("Criterion {n}").format(n=number)
        label = edit_texts(name, one.label, languages, key=key)
        with st.container(horizontal=True, vertical_alignment="center"):
            less = st.checkbox(_("Less is better"), value=one.less_is_better, key=f"{key}-less")
            weight = st.number_input(
                _("Weight"),
                1,
                HEAVIEST,
                one.weight,
                key=f"{key}-weight",
                width=140,
                help=_("2 counts twice in the score; leave all at 1 if they are equally important."),
            )
    return one.model_copy(update={"label": label, "less_is_better": less, "weight": int(weight)})
