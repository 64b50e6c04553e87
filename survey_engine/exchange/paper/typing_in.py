"""A sheet as it was typed in, read question by question: the answers, and what is wrong with which of them.

Paper cannot insist: what a required question was left without is left out. Everything else is
checked as any answer is, and nothing is guessed or dropped.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from survey_engine.collect.kinds import check_answer
from survey_engine.collect.models import AnswerValue
from survey_engine.design.kinds import DECLINED, Question
from survey_engine.design.models import Form, Group
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.paper.base import CODE_WORDS, DECLINED_MARK, Blank, Tongue, codes_from
from survey_engine.exchange.paper.kinds import kind_of
from survey_engine.texts import INTERFACE_LANGUAGES

Entries = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with what was typed for one question; `number` is the one printed before it."""

    question_id: str
    number: int
    error: EngineError


@dataclass(frozen=True, slots=True)
class Typed:
    """Everything typed for one sheet: an answer by question (empty ones included), and the faults."""

    answers: dict[str, AnswerValue]
    faults: tuple[Fault, ...]

    @property
    def answered(self) -> int:
        """Return how many questions hold an answer."""
        return sum(not value.is_empty for value in self.answers.values())


def read_typed(form: Form, entries: Entries) -> Typed:
    """Return what was typed into the blanks of each question as answers; a question without any is empty."""
    answers: dict[str, AnswerValue] = {}
    faults: list[Fault] = []
    asked = [question for question in form.questions if question.takes_answers]
    for number, question in enumerate(asked, start=1):
        try:
            answers[question.id] = read_answer(question, entries.get(question.id, ()))
        except EngineError as error:
            faults.append(Fault(question.id, number, error))
    return Typed(answers, tuple(faults))


def read_group(groups: Sequence[Group], typed: str) -> str | None:
    """Return the key of the group whose mark was typed; None where nobody ticked one."""
    marks = {group.key: str(place) for place, group in enumerate(groups, start=1)}
    keys = codes_from(typed, marks)
    if len(keys) > 1:
        raise EngineError(Problem.ANSWER_TOO_MANY, chosen=len(keys), most=1)
    return keys[0] if keys else None


def typed_group(groups: Sequence[Group], key: str | None) -> str:
    """Return the mark of a group, as it is typed."""
    return next((str(place) for place, group in enumerate(groups, start=1) if group.key == key), "")


def read_answer(question: Question, typed: Sequence[str]) -> AnswerValue:
    """Return what was typed for one question as an answer; raise what is wrong with it."""
    if not any(text.strip() for text in typed):
        return AnswerValue()
    declined = question.decline and [text.strip() for text in typed if text.strip()] == [DECLINED_MARK]
    value = AnswerValue(codes=(DECLINED,)) if declined else kind_of(question).read(question, typed)
    return check_answer(question.model_copy(update={"required": False}), value)


def typed_of(question: Question, value: AnswerValue) -> tuple[str, ...]:
    """Return an answer as somebody would type it."""
    if question.decline and value.codes == (DECLINED,):
        blanks = kind_of(question).blanks(question, Tongue(INTERFACE_LANGUAGES[0]))
        return (DECLINED_MARK, *("" for _blank in blanks[1:]))
    return kind_of(question).write(question, value)


def blanks_of(question: Question, tongue: Tongue) -> tuple[Blank, ...]:
    """Return the places to type into; the first takes the mark of "prefer not to say" where it is offered."""
    first, *others = kind_of(question).blanks(question, tongue) or (Blank(),)
    if not question.decline:
        return kind_of(question).blanks(question, tongue)
    declined = (DECLINED_MARK, tongue.gettext(CODE_WORDS[DECLINED]))
    return (replace(first, marks=(*first.marks, declined)), *others)
