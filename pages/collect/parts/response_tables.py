"""Tables with bars in them: people by day, by group, and where they stop."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from pages.ui.i18n import _, localised
from survey_engine.collect.responses import DayCount, GroupCount, StopCount


def draw_days(days: Sequence[DayCount]) -> None:
    """Draw how many began and handed in on each day."""
    st.subheader(_("By day"), anchor=False)
    columns = {"day": [day.day for day in days]}
    bars = {
        "started": (_("Began"), [day.started for day in days]),
        "handed": (_("Handed in"), [day.handed_in for day in days]),
    }
    said = "; ".join(f"{day.day.isoformat()}: {day.started}, {day.handed_in}" for day in days)
    _draw(columns, {"day": st.column_config.DateColumn(_("Day"), format="localized")}, bars, said)


def draw_groups(groups: Sequence[GroupCount], k: int) -> None:
    """Draw how many of each group began and handed in; groups of fewer than k are put together."""
    st.subheader(_("By group"), anchor=False)
    if not groups:
        st.caption(_("Groups are told apart from {k} people on, and where the study has groups.").format(k=k))
        return
    names = [" · ".join(map(localised, one.labels)) or _("Smaller groups together") for one in groups]
    few = _("few")
    handed = [few if one.handed_in is None else str(one.handed_in) for one in groups]
    columns = {"group": names, "handed": handed}
    said = "; ".join(
        f"{name}: {one.started}, {told}" for name, one, told in zip(names, groups, handed, strict=True)
    )
    headings = {
        "group": st.column_config.TextColumn(_("Group")),
        "handed": st.column_config.TextColumn(_("Handed in")),
    }
    _draw(columns, headings, {"started": (_("Began"), [one.started for one in groups])}, said)
    if few in handed:
        st.caption(_("“few”: fewer than {k}, or a number that would give such a one away.").format(k=k))


def draw_stops(stops: Sequence[StopCount]) -> None:
    """Draw how many answered each question, and for how many who have not handed in it was the last."""
    st.subheader(_("Where people stop"), anchor=False)
    columns = {"question": [f"{one.number}. {localised(one.text)}" for one in stops]}
    bars = {
        "answered": (_("Answered"), [one.answered for one in stops]),
        "stopped": (_("Stopped after it"), [one.stopped for one in stops]),
    }
    said = "; ".join(f"{one.number}: {one.answered}, {one.stopped}" for one in stops)
    _draw(columns, {"question": st.column_config.TextColumn(_("Question"), width="medium")}, bars, said)
    st.caption(_("Stopped after it: the last question that somebody answered who has not handed in yet."))


def _draw(
    columns: Mapping[str, Sequence[object]],
    headings: Mapping[str, object],
    bars: Mapping[str, tuple[str, Sequence[int]]],
    said: str,
) -> None:
    highest = max([1, *(number for _name, numbers in bars.values() for number in numbers)])
    drawn = {
        key: st.column_config.ProgressColumn(name, min_value=0, max_value=highest, format="%d")
        for key, (name, _numbers) in bars.items()
    }
    st.dataframe(
        pd.DataFrame({**columns, **{key: numbers for key, (_name, numbers) in bars.items()}}),
        hide_index=True,
        width="stretch",
        height="content" if len(next(iter(columns.values()))) <= 15 else 420,
        alt=said,
        column_config={**headings, **drawn},
    )
