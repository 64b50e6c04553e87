"""What a questionnaire holds beside its questions, such as an agenda, and what refers to questions by their ids.

In files a question is named by its key; ids belong to one installation.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from survey_engine.design.edits import in_order
from survey_engine.design.kinds import AnyQuestion
from survey_engine.design.models import Form
from survey_engine.exchange.forms.carried import Notes, Why

# The fields that hold the id of a question.
REFERENCES = ("question_id", "question")
Plain = dict[str, Any]


def with_keys(form: Form) -> Form:
    """Return the form as files have it: the key of each question in place of its id."""
    return with_ids(form, {question.id: question.key for question in form.questions if question.key})


def with_ids(form: Form, ids: Mapping[str, str]) -> Form:
    """Return the form with other ids for its questions, also where something refers to them."""
    plain = _renamed(form.model_dump(mode="json"), ids)
    for question in plain["questions"]:
        question["id"] = ids.get(question["id"], question["id"])
    return Form.model_validate(plain)


def beside_questions(form: Form) -> Plain:
    """Return everything but the questions, as plain data: only what is not as in an empty form."""
    return form.model_dump(mode="json", exclude={"questions"}, exclude_defaults=True)


def put_together(questions: Iterable[AnyQuestion], beside: Plain, notes: Notes) -> Form:
    """Return a form; a part that is impossible, or is about a question that is not there, is noted and left out."""
    form = Form(questions=tuple(questions))
    ids = {question.id for question in form.questions}
    for name in sorted(beside.keys() & (Form.model_fields.keys() - {"questions"})):
        kept, lost = _with_known(beside[name], ids)
        try:
            form = Form.model_validate(form.model_dump() | {name: kept})
        except ValidationError as error:
            where = ".".join(str(part) for part in error.errors()[0]["loc"])
            notes.add(0, name, Why.UNFIT, problem=f"{where}: {str(error.errors()[0]['input'])[:60]}")
            continue
        for reference in lost:
            notes.add(0, name, Why.REFERENCE, key=reference)
    return in_order(form, form.questions)


def _with_known(value: Any, ids: Iterable[str]) -> tuple[Any, list[str]]:
    """Return a list without the entries about unknown questions, and those questions."""
    if not isinstance(value, list):
        return value, []
    lost = [one for entry in value for one in _references(entry) if one not in ids]
    return [entry for entry in value if all(one in ids for one in _references(entry))], lost


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inside in value.items():
            if name in REFERENCES and isinstance(inside, str):
                yield from [inside] if inside else []
            else:
                yield from _references(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from _references(inside)


def _renamed(value: Any, ids: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {
            name: ids.get(inside, inside)
            if name in REFERENCES and isinstance(inside, str)
            else _renamed(inside, ids)
            for name, inside in value.items()
        }
    return [_renamed(inside, ids) for inside in value] if isinstance(value, list) else value
