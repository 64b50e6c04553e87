"""A questionnaire on paper: how each kind is drawn, and how what was ticked and written is typed in again."""

from survey_engine.exchange.paper.base import Blank, Tongue
from survey_engine.exchange.paper.form import PaperForm, write_paper
from survey_engine.exchange.paper.kinds import KINDS, kind_of
from survey_engine.exchange.paper.typing_in import (
    Fault,
    Typed,
    blanks_of,
    read_group,
    read_typed,
    typed_group,
    typed_of,
)

__all__ = [
    "KINDS",
    "Blank",
    "Fault",
    "PaperForm",
    "Tongue",
    "Typed",
    "blanks_of",
    "kind_of",
    "read_group",
    "read_typed",
    "typed_group",
    "typed_of",
    "write_paper",
]
