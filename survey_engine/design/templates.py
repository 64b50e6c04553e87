"""Studies to start from, kept in `data/templates/*.json`: whole, and in three languages."""

from functools import lru_cache
from pathlib import Path

from pydantic import Field

from survey_engine.design.kinds import AnyQuestion
from survey_engine.design.models import DEFAULT_K, Form, Group
from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import mark
from survey_engine.ids import new_id
from survey_engine.records import Value
from survey_engine.texts import Texts

TEMPLATES = Path(__file__).resolve().parent.parent.parent / "data" / "templates"


class Template(Value):
    """A study and a questionnaire to start from. `about` says when it fits, in a sentence or two."""

    name: str
    title: Texts
    about: Texts
    purpose: Texts = Field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    information: Texts = Field(default_factory=dict)
    consent: Texts = Field(default_factory=dict)
    k: int = DEFAULT_K
    questionnaire: Texts
    questions: tuple[AnyQuestion, ...] = ()


@lru_cache(maxsize=1)
def templates() -> tuple[Template, ...]:
    """Return every template, by file name."""
    files = sorted(TEMPLATES.glob("*.json"))
    return tuple(Template.model_validate_json(file.read_text(encoding="utf-8")) for file in files)


def template(name: str) -> Template:
    """Return the template of this name; raise NOT_FOUND."""
    found = next((one for one in templates() if one.name == name), None)
    if found is None:
        raise EngineError(Problem.NOT_FOUND, what=mark("template"))
    return found


def form_from(source: Template) -> Form:
    """Return the questions of a template under ids of their own, so that two studies never share one."""
    return Form(questions=tuple(_own(question) for question in source.questions))


def _own(question: AnyQuestion) -> AnyQuestion:
    return question.model_copy(update={"id": new_id()})
