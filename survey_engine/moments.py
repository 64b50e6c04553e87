"""Moments as people read them: days and times in the language of the screen, on the clock of this machine."""

from datetime import datetime

from babel.dates import format_date, format_time


def say_day(moment: datetime, language: str) -> str:
    """Return the day of a moment, such as "2026. gada 12. maijs"."""
    return format_date(moment.astimezone(), format="long", locale=language)


def say_time(moment: datetime, language: str) -> str:
    """Return the time of day of a moment, hours and minutes; in Latvian with a dot between them."""
    pattern = "HH.mm" if language == "lv" else "short"
    return format_time(moment.astimezone(), format=pattern, locale=language)
