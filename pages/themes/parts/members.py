"""The answers of a theme as a table: choose some, then move them or split them off."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from pages.themes.parts.scope import group_label
from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _
from pages.ui.workbench import workbench
from survey_engine.design.models import Study
from survey_engine.themes.codings import Member
from survey_engine.themes.models import Theme

NOWHERE = ""


def draw_members(
    study: Study, theme: Theme | None, members: Sequence[Member], themes: Sequence[Theme]
) -> None:
    """Draw the answers of a theme (None: of no theme) and, once some are chosen, where they may go."""
    key = theme.id if theme else "ungrouped"
    chosen = _chosen(study, members, key)
    if not chosen:
        st.caption(_("Choose answers in the table to move them or to make a theme of them."))
        return
    move, split = st.columns(2)
    with move:
        _draw_move(theme, chosen, themes, key)
    with split:
        _draw_split(study, theme, chosen, key)


def _chosen(study: Study, members: Sequence[Member], key: str) -> list[Member]:
    found = st.dataframe(
        pd.DataFrame(
            {
                "answer": [member.voice.text for member in members],
                "group": [group_label(study, member.voice.group_key) for member in members],
                "session": [member.voice.session_title for member in members],
                "by": [_standing(member) for member in members],
            }
        ),
        key=f"table_{key}",
        hide_index=True,
        height="content" if len(members) <= 8 else 340,
        on_select="rerun",
        selection_mode="multi-row",
        alt=_("Answers, each with its group and session"),
        column_config={
            "answer": st.column_config.TextColumn(_("Answer"), width="large"),
            "group": st.column_config.TextColumn(_("Group")),
            "session": st.column_config.TextColumn(_("Session")),
            "by": st.column_config.TextColumn(_("How it came here")),
        },
    )
    return [members[row] for row in found["selection"]["rows"] if row < len(members)]


def _standing(member: Member) -> str:
    if member.by_person:
        return _("put here by a person")
    if member.weight is None:
        return ""
    return _("proposed, uncertain") if member.is_uncertain else _("proposed")


def _draw_move(theme: Theme | None, chosen: Sequence[Member], themes: Sequence[Theme], key: str) -> None:
    names = {other.id: other.name for other in themes if theme is None or other.id != theme.id}
    if theme is not None:
        names[NOWHERE] = _("To no theme")
    if not names:
        return
    with st.form(f"move_{key}", border=False):
        target = st.selectbox(_("Move to"), list(names), format_func=lambda one: names.get(one, one))
        if st.form_submit_button(_("Move"), icon=":material/drive_file_move:"):
            with problems_shown():
                workbench().themes.move_answers(
                    [member.voice.id for member in chosen],
                    from_theme=theme.id if theme else None,
                    to_theme=target or None,
                )
                say_after_rerun(_("Moved."))
                st.rerun()


def _draw_split(study: Study, theme: Theme | None, chosen: Sequence[Member], key: str) -> None:
    with st.form(f"split_{key}", border=False, clear_on_submit=True):
        name = st.text_input(_("Or make a theme of them, named"))
        if st.form_submit_button(_("Make a theme"), icon=":material/call_split:"):
            with problems_shown():
                workbench().themes.split_off(
                    study.id,
                    from_theme=theme.id if theme else None,
                    answer_ids=[member.voice.id for member in chosen],
                    name=name,
                )
                say_after_rerun(_("There is a new theme."))
                st.rerun()
