"""The texts as a file for a translator, and what comes back: looked at first, taken over as one edit."""

import streamlit as st

from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _, language, language_name, ngettext, translator
from pages.ui.plain import plain
from survey_engine.design.models import Questionnaire
from survey_engine.design.translating import say_places
from survey_engine.exchange.texts_sheet import TextsIn
from survey_engine.workbench import Workbench
from survey_engine.workbench.wordings import Worded

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw_translator(bench: Workbench, questionnaire: Questionnaire, worded: Worded) -> None:
    """Draw the file to send, and the field for the one that comes back."""
    st.markdown(
        _(
            "One row for each text, one column for each language of the study. The translator fills in a column "
            "and sends the file back; the first column stays as it is."
        )
    )
    shown = language()
    st.download_button(
        _("Texts for a translator (XLSX)"),
        lambda: bench.wordings.sheet(questionnaire.id, language=shown),
        file_name="balsis-texts.xlsx",
        mime=XLSX,
        icon=":material/download:",
        on_click="ignore",
        disabled=not worded.texts,
    )
    file = st.file_uploader(_("The file that came back"), type=["xlsx", "csv"], key="texts-file")
    if file is None:
        return
    with problems_shown():
        found = bench.wordings.read_sheet(questionnaire.id, name=file.name, content=file.getvalue())
        _draw_refused(found)
        _draw_changes(bench, questionnaire, worded, found)


def _draw_refused(found: TextsIn) -> None:
    for remark in found.remarks:
        st.caption(plain(remark.say(_)))
    if not found.refused:
        return
    count = ngettext("{n} row is left out.", "{n} rows are left out.", len(found.refused))
    with st.expander(count.format(n=len(found.refused)), expanded=True):
        st.markdown("\n".join(f"- {plain(refusal.say(_))}" for refusal in found.refused))


def _draw_changes(bench: Workbench, questionnaire: Questionnaire, worded: Worded, found: TextsIn) -> None:
    if not found.changes:
        st.info(_("This file changes nothing."))
        return
    chosen = st.pills(
        _("Languages to take over"),
        found.languages,
        selection_mode="multi",
        default=found.languages,
        format_func=language_name,
        key=f"texts-languages-{questionnaire.id}",
    )
    places = say_places(worded.wordings, translator().gettext)
    changes = [change for change in found.changes if change.language in chosen]
    rows = [
        {
            _("Where"): places.get(change.address, change.address),
            _("Language"): language_name(change.language),
            _("Now"): change.before,
            _("From the file"): change.after,
        }
        for change in changes
    ]
    if not rows:
        return
    st.dataframe(rows, hide_index=True, width="stretch", alt=_("What the file changes"))
    label = ngettext("Take over {n} text", "Take over {n} texts", len(rows)).format(n=len(rows))
    if st.button(label, type="primary"):
        seen: dict[str, dict[str, str]] = {}
        for change in changes:
            seen.setdefault(change.address, {})[change.language] = change.before
        bench.wordings.save(questionnaire.id, texts=found.texts(chosen), seen=seen)
        say_after_rerun(_("Taken over. You can undo it as one step."))
        st.rerun()
