"""Edits of a questionnaire's questions: each takes a form and returns a new one.

Every edit leaves the form in order: each section's questions together, in the order of the sections.
What belongs to sections themselves is in `sections.py`.
"""

from collections.abc import Iterable, Mapping, Sequence

from survey_engine.design.keys import make_key
from survey_engine.design.kinds import AnyQuestion
from survey_engine.design.kinds.conditions import ShowIf
from survey_engine.design.models import Form
from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import mark
from survey_engine.ids import new_id


def add_question(form: Form, question: AnyQuestion, position: int | None = None) -> Form:
    """Return the form with a question put in at `position` (from 0; None: at the end), with a key of its own.

    One that names no section of the form gets that of the question before it; at the end, the last.
    """
    questions = list(form.questions)
    where = len(questions) if position is None else max(0, min(position, len(questions)))
    if form.section(question.section) is None:
        before = questions[where - 1].section if where else ""
        last = form.sections[-1].id if form.sections else ""
        question = question.model_copy(update={"section": last if where == len(questions) else before})
    questions.insert(where, with_key(form, question))
    return in_order(form, questions)


def change_question(form: Form, question: AnyQuestion) -> Form:
    """Return the form with the question of the same id replaced; raise NOT_FOUND, KIND_FIXED."""
    before = question_in(form, question.id)
    if before.kind != question.kind:
        raise EngineError(Problem.KIND_FIXED)
    changed = with_key(form, question)
    return in_order(form, [changed if old.id == question.id else old for old in form.questions])


def move_question(form: Form, question_id: str, by: int) -> Form:
    """Return the form with a question moved by so many places, stopping at the ends; raise NOT_FOUND.

    The heading of a section is a place, too: a question moves over it into the section before or after.
    """
    question_in(form, question_id)
    outline = list(form.outline)
    place = outline.index(question_id)
    outline.remove(question_id)
    outline.insert(max(0, min(place + by, len(outline))), question_id)
    return arrange(form, outline)


def arrange(form: Form, outline: Sequence[str]) -> Form:
    """Return the form in a new order: ids of its questions and sections, each section before its questions.

    Raises ORDER_UNFIT where these are not the questions and sections of the form, each once.
    """
    if sorted(outline) != sorted(form.outline):
        raise EngineError(Problem.ORDER_UNFIT)
    section, questions, sections = "", [], []
    by_id = {question.id: question for question in form.questions}
    for id in outline:
        if id in by_id:
            questions.append(by_id[id].model_copy(update={"section": section}))
        else:
            section = id
            sections.append(form.section(id))
    return form.model_copy(update={"questions": tuple(questions), "sections": tuple(sections)})


def duplicate_question(form: Form, question_id: str, copy_id: str | None = None) -> Form:
    """Return the form with a copy right after a question, under a new id and key; raise NOT_FOUND."""
    original = question_in(form, question_id)
    copy = original.model_copy(update={"id": copy_id or new_id(), "key": ""})
    return add_question(form, copy, form.questions.index(original) + 1)


def delete_question(form: Form, question_id: str) -> Form:
    """Return the form without a question and its steps in the agenda; raise NOT_FOUND, QUESTION_REFERRED where a rule refers to it."""
    deleted = question_in(form, question_id)
    numbers = [
        str(number)
        for number, question in enumerate(form.questions, start=1)
        if deleted.id in question.show_if.questions and question.id != deleted.id
    ]
    if numbers:
        raise EngineError(Problem.QUESTION_REFERRED, numbers=", ".join(numbers))
    agenda = tuple(step for step in form.agenda if step.question_id != deleted.id)
    left = [question for question in form.questions if question.id != deleted.id]
    return in_order(form, left).model_copy(update={"agenda": agenda})


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


def in_order(form: Form, questions: Iterable[AnyQuestion]) -> Form:
    """Return the form with these questions, each with its section; one that is in none comes first."""
    places = {section.id: place for place, section in enumerate(form.sections)}
    kept = [q if q.section in places else q.model_copy(update={"section": ""}) for q in questions]
    # Sorting keeps the order of those that stand in the same section.
    ordered = sorted(kept, key=lambda question: places.get(question.section, -1))
    return form.model_copy(update={"questions": tuple(ordered)})


def with_own_ids(questions: Sequence[AnyQuestion]) -> tuple[AnyQuestion, ...]:
    """Return copies of questions under new ids; rules among them refer to the copies."""
    ids = {question.id: new_id() for question in questions}
    return tuple(
        question.model_copy(update={"id": ids[question.id], "show_if": _referring(question.show_if, ids)})
        for question in questions
    )


def _referring(rule: ShowIf, ids: Mapping[str, str]) -> ShowIf:
    conditions = (
        one.model_copy(update={"question": ids.get(one.question, one.question)}) for one in rule.conditions
    )
    return rule.model_copy(update={"conditions": tuple(conditions)})
