"""What can go wrong that a person can act on.

    EngineError          carries one Problem and its details; never a traceback on screen
    └── Problem          one member per fault; its words are in WORDS, and are translatable

A real bug is not an EngineError: it is let through, logged, and mended.
Every text says what happened, where, and two ways out.
"""

from collections.abc import Callable
from enum import StrEnum

from survey_engine.i18n import mark


class Problem(StrEnum):
    """One fault a person can act on; the value is its stable code."""

    NOT_FOUND = "not-found"
    NOT_ALLOWED = "not-allowed"
    SIGN_IN_FAILED = "sign-in-failed"
    SIGN_IN_THROTTLED = "sign-in-throttled"
    EMAIL_TAKEN = "email-taken"
    EMAIL_INVALID = "email-invalid"
    PASSWORD_WEAK = "password-weak"
    INVITATION_INVALID = "invitation-invalid"
    DATABASE_NEWER = "database-newer"
    GROUP_EMPTY = "group-empty"
    NOT_READY = "not-ready"


WORDS: dict[Problem, str] = {
    Problem.NOT_FOUND: mark(
        "This {what} is not here. It may have been deleted, or the link is cut short. Go back to your studies, or ask whoever sent the link for a new one."
    ),
    Problem.NOT_ALLOWED: mark(
        "This {what} belongs to somebody else. Ask its owner to share it with you, or go back to your own studies."
    ),
    Problem.SIGN_IN_FAILED: mark(
        "The e-mail and the password do not go together. Check both and try again, or ask another facilitator on this installation for a new link."
    ),
    Problem.SIGN_IN_THROTTLED: mark(
        "Too many attempts for this account. Wait {minutes} min and try again, or use another account."
    ),
    Problem.EMAIL_TAKEN: mark(
        "There is already an account with the e-mail {email}. Sign in with it, or choose another e-mail."
    ),
    Problem.EMAIL_INVALID: mark(
        "“{email}” does not look like an e-mail address. Write it as name@example.org, or leave the form."
    ),
    Problem.PASSWORD_WEAK: mark(
        "The password is too short: it has {length} characters and needs at least {least}. Use a longer one, or several words in a row."
    ),
    Problem.INVITATION_INVALID: mark(
        "This link has been used or has expired. Start the program again for a new link, or sign in."
    ),
    Problem.DATABASE_NEWER: mark(
        "The database was written by a newer version of Balsis ({found}). Install that version, or restore a backup made with this one."
    ),
    Problem.GROUP_EMPTY: mark(
        "Nobody in the group “{group}” has answered this. Choose another group, or another question."
    ),
    Problem.NOT_READY: mark("{what} is not ready yet: {why}. Complete it, or choose another one."),
}


class EngineError(Exception):
    """A fault that a person can act on: a Problem and the details that its words need."""

    def __init__(self, problem: Problem, **details: object) -> None:
        self.problem = problem
        self.details = details
        super().__init__(self.say(str))

    def say(self, translate: Callable[[str], str]) -> str:
        """Return the words for a person, translated by `translate` (a gettext function)."""
        return translate(WORDS[self.problem]).format(**self.details)
