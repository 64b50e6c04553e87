"""When a question is shown: conditions on answers to earlier questions and on the group, as plain values.

What they mean for one person is worked out in `survey_engine/collect/showing.py`; what they say in
words, and what is wrong with them, in `survey_engine/design/rules.py`.
"""

from enum import StrEnum

from pydantic import Field

from survey_engine.records import Value

MOST_CONDITIONS = 20
MOST_CODES = 200


class Relation(StrEnum):
    """What is asked of an answer, or of the group; the value is its stable code.

    `is`: holds one of the codes. `is-not`: holds none of them, or there is no answer.
    `at-least`, `at-most`: the number answered (a point, an amount) against `amount`.
    """

    IS = "is"
    IS_NOT = "is-not"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    ANSWERED = "answered"


class Condition(Value):
    """One condition on the answer to a question (its id), or on the group where `question` is ''."""

    question: str = ""
    relation: Relation = Relation.IS
    codes: tuple[str, ...] = Field(default=(), max_length=MOST_CODES)
    amount: float = Field(default=0, allow_inf_nan=False)


class ShowIf(Value):
    """The rule of one question: all of its conditions, or any of them. No conditions: shown to everybody."""

    conditions: tuple[Condition, ...] = Field(default=(), max_length=MOST_CONDITIONS)
    any_of: bool = False

    def __bool__(self) -> bool:
        return bool(self.conditions)

    @property
    def questions(self) -> tuple[str, ...]:
        """Return the ids of the questions that the rule refers to, each once."""
        return tuple(dict.fromkeys(one.question for one in self.conditions if one.question))
