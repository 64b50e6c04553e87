"""Accounts of facilitators, note-takers and researchers, and the rules for what they enter."""

import re
from datetime import datetime

from sqlmodel import Field

from survey_engine.errors import EngineError, Problem
from survey_engine.ids import new_id
from survey_engine.records import Record, UtcTime

# NIST SP 800-63B asks for length, not for kinds of characters.
SHORTEST_PASSWORD = 10
# The signed cookie that the door sets and the facilitators' pages read.
STUDIO_COOKIE = "balsis_studio"
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class Account(Record):
    """A facilitator, note-taker or researcher who can sign in. `epoch` rises when they sign out."""

    id: str = Field(default_factory=new_id, primary_key=True)
    email: str = Field(unique=True)
    name: str
    language: str = "lv"
    epoch: int = 0
    created_at: datetime = Field(sa_type=UtcTime)


def clean_email(email: str) -> str:
    """Return the e-mail in lower case and without white space; raise EMAIL_INVALID."""
    cleaned = email.strip().casefold()
    if not EMAIL.fullmatch(cleaned):
        raise EngineError(Problem.EMAIL_INVALID, email=email.strip())
    return cleaned


def check_password(password: str) -> str:
    """Return the password if it is long enough; raise PASSWORD_WEAK."""
    if len(password) < SHORTEST_PASSWORD:
        raise EngineError(Problem.PASSWORD_WEAK, length=len(password), least=SHORTEST_PASSWORD)
    return password
