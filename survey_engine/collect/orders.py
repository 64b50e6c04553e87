"""Options in random order: another one for each person, and always the same for that person.

The order follows from the ids of the participant, the question and the options alone, so that it need not be
stored, stays through reloads and restarts, and can be worked out again from an export.
"""

import hashlib

from survey_engine.design.kinds import CANT_SAY, Question
from survey_engine.design.kinds.choice import NONE, OTHER, Choice

STAY_LAST = frozenset({OTHER, NONE, CANT_SAY})


def order_seen(question: Choice, participant_id: str) -> tuple[str, ...]:
    """Return the codes of the options in the order in which this participant is offered them.

    Options called "other", "none" and "can't say" stay last, as those do that a question offers by
    itself, and so do as many of the last ones as the question says.
    """
    codes = list(question.option_codes)
    if not question.shuffle:
        return tuple(codes)
    fixed = STAY_LAST | set(codes[len(codes) - question.stay_last :])
    moved = sorted(
        (code for code in codes if code not in fixed),
        key=lambda code: _lot(participant_id, question.id, code),
    )
    return (*moved, *(code for code in codes if code in fixed))


def _lot(*parts: str) -> bytes:
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=8).digest()


def as_seen(question: Question, participant_id: str) -> Question:
    """Return a question with its options in the order in which this participant is offered them."""
    if not (isinstance(question, Choice) and question.shuffle):
        return question
    by_code = {option.code: option for option in question.options}
    options = tuple(by_code[code] for code in order_seen(question, participant_id))
    return question.model_copy(update={"options": options})
