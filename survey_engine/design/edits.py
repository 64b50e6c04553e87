"""Edits of a questionnaire's questions: each takes a form and returns a new one."""

from collections.abc import Sequence

from survey_engine.design.keys import make_key
from survey_engine.design.kinds import AnyQuestion
from survey_engine.design.models import Form
from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import mark
from survey_engine.ids import new_id


def add_question(form: Form, question: AnyQuestion, position: int | None = None) -> Form:
    """Return the form with a question put in at `position` (from 0; None: at the end), with a key of its own."""
    questions = list(form.questions)
    where = len(questions) if position is None else max(0, min(position, len(questions)))
    questions.insert(where, with_key(form, question))
    return with_questions(form, questions)


def change_question(form: Form, question: AnyQuestion) -> Form:
    """Return the form with the question of the same id replaced; raise NOT_FOUND, KIND_FIXED."""
    before = question_in(form, question.id)
    if before.kind != question.kind:
        raise EngineError(Problem.KIND_FIXED)
    changed = with_key(form, question)
    return with_questions(form, [changed if old.id == question.id else old for old in form.questions])


def move_question(form: Form, question_id: str, by: int) -> Form:
    """Return the form with a question moved by so many places, stopping at the ends; raise NOT_FOUND."""
    moved = question_in(form, question_id)
    questions = [question for question in form.questions if question.id != question_id]
    place = max(0, min(form.questions.index(moved) + by, len(questions)))
    questions.insert(place, moved)
    return with_questions(form, questions)


def duplicate_question(form: Form, question_id: str, copy_id: str | None = None) -> Form:
    """Return the form with a copy right after a question, under a new id and key; raise NOT_FOUND."""
    original = question_in(form, question_id)
    copy = original.model_copy(update={"id": copy_id or new_id(), "key": ""})
    return add_question(form, copy, form.questions.index(original) + 1)


def delete_question(form: Form, question_id: str) -> Form:
    """Return the form without a question and without its steps in the agenda; raise NOT_FOUND."""
    deleted = question_in(form, question_id)
    agenda = tuple(step for step in form.agenda if step.question_id != deleted.id)
    left = [question for question in form.questions if question.id != deleted.id]
    return with_questions(form, left).model_copy(update={"agenda": agenda})


def with_questions(form: Form, questions: Sequence[AnyQuestion]) -> Form:
    """Return the form with these questions; everything else in it stays."""
    return form.model_copy(update={"questions": tuple(questions)})


def question_in(form: Form, question_id: str) -> AnyQuestion:
    """Return the question with this id; raise NOT_FOUND."""
    question = form.question(question_id)
    if question is None:
        raise EngineError(Problem.NOT_FOUND, what=mark("question"))
    return question


def with_key(form: Form, question: AnyQuestion) -> AnyQuestion:
    """Return the question with a key that no other question of the form has."""
    taken = {other.key for other in form.questions if other.id != question.id}
    if question.key and question.key not in taken:
        return question
    return question.model_copy(update={"key": make_key(question.text, taken)})
