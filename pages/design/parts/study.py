"""The form about a study: title, purpose, place, languages, what people are told, and k."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from pages.design.parts.seen import forget, renew, seen
from pages.design.parts.texts import edit_texts
from pages.ui.feedback import say_after_rerun
from pages.ui.i18n import _, language_name
from pages.ui.plain import plain
from survey_engine.design.languages import OFFERED_LANGUAGES
from survey_engine.design.limits import LARGEST_K, SMALLEST_K
from survey_engine.design.models import Study
from survey_engine.errors import EngineError, Problem
from survey_engine.workbench import Workbench


def first_field(study: Study) -> str:
    """Return the key of the form's first field."""
    return f"{study.id}-title"


def draw_about(bench: Workbench, study: Study) -> None:
    """Draw the form; a refused one keeps what was entered."""
    with st.form(f"about-{study.id}", enter_to_submit=False):
        fields = {**_edit_frame(study), **_edit_telling(study), "k": _edit_k(study)}
        saved = st.form_submit_button(_("Save"), type="primary")
    if saved:
        save_study(bench, study, fields)


def save_study(
    bench: Workbench, study: Study, fields: dict[str, Any], then: Callable[[], None] = forget
) -> None:
    """Save fields of a study; where somebody else changed one of them, show both and ask again."""
    try:
        bench.studies.change(study.id, seen=seen(study), **fields)
    except EngineError as error:
        if error.problem == Problem.CHANGED_MEANWHILE:
            # Both versions are on the screen now; saving once more is a decision.
            renew(study)
        st.error(plain(error.say(_)), icon=":material/error:")
        return
    forget()
    then()
    say_after_rerun(_("Saved."))
    st.rerun()


def _edit_frame(study: Study) -> dict[str, Any]:
    title = st.text_input(_("Title"), value=study.title, key=first_field(study))
    purpose = st.text_area(
        _("Purpose"),
        value=study.purpose,
        key=f"{study.id}-purpose",
        help=_("Why you ask, and what will come of it."),
    )
    place = st.text_input(
        _("Place"),
        value=study.place,
        key=f"{study.id}-place",
        help=_("A municipality, a parish, a neighbourhood."),
    )
    offered = list(dict.fromkeys((*study.languages, *OFFERED_LANGUAGES)))
    chosen = st.pills(
        _("Languages in which people may answer"),
        offered,
        selection_mode="multi",
        default=study.languages,
        format_func=language_name,
        key=f"{study.id}-languages",
        help=_(
            "Fields for a new language appear after saving. The texts of a language that you take out are kept."
        ),
    )
    others = st.text_input(
        _("Other languages, by code"),
        key=f"{study.id}-other-languages",
        help=_("Codes such as ka or sv, with commas between them."),
    )
    languages = [*chosen, *(code for code in others.replace(",", " ").split())]
    return {"title": title, "purpose": purpose, "place": place, "languages": languages}


def _edit_telling(study: Study) -> dict[str, Any]:
    information = edit_texts(
        _("What participants are told"),
        study.information,
        study.languages,
        key=f"{study.id}-information",
        lines=8,
        help=_(
            "Why you ask, who will see what, and what will be done with the answers. Shown before anything is asked."
        ),
    )
    consent = edit_texts(
        _("What they consent to"),
        study.consent,
        study.languages,
        key=f"{study.id}-consent",
        lines=4,
        help=_("In the words of the participant. Nobody takes part without agreeing to it."),
    )
    return {"information": information, "consent": consent}


def _edit_k(study: Study) -> int:
    return int(
        st.number_input(
            _("Smallest number of people shown apart"),
            SMALLEST_K,
            LARGEST_K,
            study.k,
            key=f"{study.id}-k",
            help=_(
                "Where fewer people of a group answered, comparisons say “few” instead of a number, so that "
                "nobody is recognised. Five to start with; three for a focus group whose people sit in one room."
            ),
        )
    )
