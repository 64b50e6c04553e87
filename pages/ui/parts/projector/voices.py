"""What people wrote for one another, as the projector's component receives it: statements with their votes."""

from collections.abc import Callable, Sequence
from typing import Any

from pages.ui.i18n import _, localised, ngettext
from survey_engine.collect.kinds import VoiceRow, Voices
from survey_engine.collect.kinds.statements import most_agreed, most_divided
from survey_engine.design.kinds import Question

# As many as the last row of a hall can read.
ON_SCREEN = 8
OF_EACH = 4
Content = dict[str, Any]


def draw_voices(question: Question, voices: Voices) -> Content:
    """Return what was let through with its votes; nothing where there is nothing yet."""
    return DRAWN[question.kind](voices) if voices.rows else {}


def draw_statements(voices: Voices) -> Content:
    """Return statements as a table: all of a few, else the most agreed and the most divided."""
    rows: list[Content] = []
    if len(voices.rows) <= ON_SCREEN:
        rows = [_line(row) for row in voices.rows]
    else:
        agreed, divided = most_agreed(voices, OF_EACH), most_divided(voices, OF_EACH)
        rows = [*_part("agreed", _("Most agreed"), agreed), *_part("divided", _("Most divided"), divided)]
        rows = rows or [_line(row) for row in voices.rows[:ON_SCREEN]]
    shown = sum(bool(row["cells"]) for row in rows)
    return {
        "grid": {"heads": [_("Agree"), _("Disagree"), _("Pass"), _("n")], "rows": rows},
        "note": _note(voices, shown),
    }


def _part(name: str, title: str, rows: Sequence[VoiceRow]) -> list[Content]:
    heading: Content = {"key": name, "label": title, "cells": [], "sums": []}
    return [heading, *(_line(row) | {"key": f"{name} {row.code}"} for row in rows)] if rows else []


def _line(row: VoiceRow) -> Content:
    return {
        "key": row.code,
        "label": said_in(row),
        "cells": [{"text": str(people), "share": people / (row.people or 1)} for people in row.tally],
        "sums": [str(row.people)],
    }


def said_in(row: VoiceRow) -> str:
    """Return what stands in a row: somebody's own words, or the facilitator's."""
    return row.text or localised(row.label)


def _note(voices: Voices, shown: int) -> str:
    people = ngettext("{n} person took part", "{n} people took part", voices.people).format(n=voices.people)
    if shown == len(voices.rows):
        return people
    return f"{people} · " + _("{shown} of {all} on the screen").format(shown=shown, all=len(voices.rows))


def draw_ideas(voices: Voices) -> Content:
    """Return the ideas with the most dots as bars, each with how many people gave them."""
    rows = [
        _bar(row)
        | {"detail": ngettext("from {n} person", "from {n} people", row.people).format(n=row.people)}
        for row in voices.ranked[:ON_SCREEN]
    ]
    return {"rows": rows, "wide": True, "note": _note(voices, len(rows))}


def draw_questions(voices: Voices) -> Content:
    """Return the questions that most people want answered as a list; those that were are set apart."""
    rows = [
        _bar(row) | {"detail": _("has been answered") if row.answered else "", "apart": row.answered}
        for row in voices.ranked[:ON_SCREEN]
    ]
    return {"rows": rows, "wide": True, "note": _note(voices, len(rows))}


def _bar(row: VoiceRow) -> Content:
    return {"key": row.code, "label": said_in(row), "people": row.tally[0], "apart": False}


DRAWN: dict[str, Callable[[Voices], Content]] = {
    "statements": draw_statements,
    "ideas": draw_ideas,
    "audience": draw_questions,
}
