"""A transcript: choose the file, say which group each speaker belongs to, look, bring it in."""

from collections.abc import Mapping

import streamlit as st

from pages.collect.parts.encodings import choose_encoding
from pages.collect.parts.intake import draw_intake
from pages.ui.i18n import _, localised, ngettext
from pages.ui.links import go_to
from pages.ui.plain import plain
from survey_engine.design.models import Study, groups_of
from survey_engine.workbench import Workbench

NO_GROUP, NO_SPEAKER = "", "-"


def draw_transcript(bench: Workbench, study: Study) -> None:
    """Draw the steps; raise what the reader raises."""
    file = st.file_uploader(
        _("A transcript in which every turn begins with “Speaker:”"), type=["txt", "docx"], key="transcript"
    )
    encoding = choose_encoding("transcript_encoding")
    if file is None:
        return
    content = file.getvalue()
    transcript = bench.files.read_turns(file.name, content, encoding=encoding)
    groups = _choose_groups(study, transcript.speakers())
    speaking = [name for name, group in groups.items() if group != NO_SPEAKER]
    if len(speaking) < len(groups):
        transcript = bench.files.read_turns(file.name, content, encoding=encoding, only=speaking)
    chosen = {name: groups[name] for name in speaking}
    intake = bench.files.read_transcript(transcript, chosen, study_id=study.id)
    title = st.text_input(_("Title of the session"), value=intake.title, key=f"session_{file.file_id}")
    if draw_intake(bench, intake, study_id=study.id, session_title=title):
        go_to("sessions", study=study.id)


def _choose_groups(study: Study, speakers: Mapping[str, int]) -> dict[str, str]:
    st.markdown(_("Who speaks? Say which group each of them belongs to. Names are never shown or exported."))
    labels = {group.key: localised(group.label) for group in groups_of(study)}
    labels = {NO_GROUP: _("No group"), **labels, NO_SPEAKER: _("Not a speaker: part of the text")}
    places = st.columns(2)
    return {
        name: places[number % 2].selectbox(
            _("{name}, {turns}").format(
                name=plain(name), turns=ngettext("{n} turn", "{n} turns", turns).format(n=turns)
            ),
            list(labels),
            format_func=labels.__getitem__,
            key=f"speaker_{name}",
        )
        for number, (name, turns) in enumerate(speakers.items())
    }
