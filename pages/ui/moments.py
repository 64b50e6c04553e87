"""Moments as the visitor's clock and language show them."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st
from babel.dates import format_datetime

from pages.ui.i18n import language


def moment(at: datetime) -> str:
    """Return a moment in the time zone of the visitor's browser, without seconds."""
    return format_datetime(
        at.astimezone(visitor_zone()),
        "y. 'gada' d. MMMM, HH:mm" if language() == "lv" else "d MMMM y, HH:mm",
        locale=language(),
    )


def visitor_zone() -> ZoneInfo:
    """Return the time zone of the visitor's browser; Riga's where it does not say one that is known."""
    try:
        return ZoneInfo(getattr(st.context, "timezone", None) or "Europe/Riga")
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("Europe/Riga")
