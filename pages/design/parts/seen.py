"""What a form showed when it was opened, so that nobody's change is overwritten unseen."""

from typing import TypeVar

from pages.ui.session import SEEN, is_drawn
from survey_engine.design.kinds import Question
from survey_engine.design.models import AgendaStep, Study

T = TypeVar("T", Study, Question, AgendaStep)


def remember(record: T, first_field: str) -> bool:
    """Keep the record if its form, known by the key of its first field, has just been opened; say so."""
    fresh = not is_drawn(first_field) or not SEEN.get().startswith(f"{record.id} ")
    if fresh:
        renew(record)
    return fresh


def renew(record: T) -> None:
    """Keep the record as it is now: the visitor has seen what somebody else wrote."""
    SEEN.set(f"{record.id} {record.model_dump_json()}")


def forget() -> None:
    """Keep nothing: the form was saved or closed."""
    SEEN.set("")


def seen(record: T) -> T:
    """Return the record as it was when its form was opened."""
    id, _, content = SEEN.get().partition(" ")
    return type(record).model_validate_json(content) if id == record.id else record
