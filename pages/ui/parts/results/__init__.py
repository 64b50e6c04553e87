"""How the result of each kind of question is drawn: one module a kind, shared by all pages."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from pages.ui.parts.results import (
    audience,
    criteria,
    date,
    ideas,
    information,
    matrix,
    multiple,
    number,
    open,
    points,
    position,
    ranking,
    scale,
    single,
    statement,
    statements,
    words,
    yesno,
)
from pages.ui.parts.results.base import code_label, people_declined, people_said
from survey_engine.collect.kinds import Summary
from survey_engine.design.kinds import Question

DRAWINGS: dict[str, Callable[[Any, Any], None]] = {
    "single": single.draw,
    "yesno": yesno.draw,
    "multiple": multiple.draw,
    "scale": scale.draw,
    "matrix": matrix.draw,
    "criteria": criteria.draw,
    "position": position.draw,
    "ranking": ranking.draw,
    "points": points.draw,
    "number": number.draw,
    "date": date.draw,
    "open": open.draw,
    "words": words.draw,
    "statement": statement.draw,
    "statements": statements.draw,
    "ideas": ideas.draw,
    "audience": audience.draw,
    "information": information.draw,
}


def draw_result(question: Question, summary: Summary) -> None:
    """Draw what was answered to a question, with its n and its table."""
    DRAWINGS[question.kind](question, summary)
    if summary.declined:
        st.caption(people_declined(summary.declined))


__all__ = ["DRAWINGS", "code_label", "draw_result", "people_declined", "people_said"]
