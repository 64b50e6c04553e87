"""The picks of the guide, two beside each other; what is picked stands in the address."""

import streamlit as st

from pages.ui.i18n import localised
from pages.ui.plain import plain
from survey_engine.design.guiding import situation_of
from survey_engine.design.methods import Pick, Situation, picks


def draw_picks() -> Situation:
    """Draw the picks with what the address says picked, and return the situation."""
    asked = picks()
    addressed = situation_of({pick.name: st.query_params.get(pick.name, "") for pick in asked})
    chosen: dict[str, str] = {}
    for first in range(0, len(asked), 2):
        for pick, column in zip(asked[first : first + 2], st.columns(2), strict=False):
            with column:
                chosen[pick.name] = _draw(pick, getattr(addressed, pick.name))
    for name, code in chosen.items():
        if code and st.query_params.get(name) != code:
            st.query_params[name] = code
    return situation_of(chosen)


def _draw(pick: Pick, addressed: str) -> str:
    labels = {answer.code: plain(localised(answer.label)) for answer in pick.answers}
    codes = list(labels)
    chosen = st.radio(
        f"**{plain(localised(pick.question))}**",
        codes,
        index=codes.index(addressed) if addressed else None,
        format_func=labels.__getitem__,
        help=plain(localised(pick.help)),
        key=f"pick-{pick.name}",
    )
    return chosen or ""
