"""Say that answers to an earlier wording of a question are among those that are shown together."""

import streamlit as st

from pages.ui.i18n import _, localised
from pages.ui.plain import plain
from survey_engine.workbench.rewording import EarlierWording


def draw_earlier_wording(found: EarlierWording | None, *, named: bool = False) -> None:
    """Draw a notice with how many answered the question while it read otherwise; `named` names it, too."""
    if found is None:
        return
    earlier = _("few") if found.earlier is None else str(found.earlier)
    words = _(
        "This question changed between versions. Of {people} people who answered it, these answered it as it was "
        "before: {earlier}. Then it read: “{before}”. To look at them apart, choose one session."
    ).format(people=found.people, earlier=earlier, before=localised(found.text))
    start = f"**{plain(localised(found.now))}** · " if named else ""
    st.warning(f"{start}{plain(words)}", icon=":material/history:")
