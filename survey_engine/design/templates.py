"""Studies to start from, kept in `data/templates/*.json`: whole, and in three languages."""

from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import Field, model_validator

from survey_engine.design.edits import with_own_ids
from survey_engine.design.kinds import AnyQuestion
from survey_engine.design.models import DEFAULT_K, AgendaStep, Form, Group, Section, StepKind
from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import mark
from survey_engine.records import Value
from survey_engine.texts import INTERFACE_LANGUAGES, Texts, pick

TEMPLATES = Path(__file__).resolve().parent.parent.parent / "data" / "templates"


class Better(StrEnum):
    """Which direction of an indicator is better."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


class PlannedStep(Value):
    """A step of the agenda of live work; `question` is the key of what the room is shown, '' for nothing."""

    kind: StepKind
    title: Texts = Field(default_factory=dict)
    minutes: int
    notes: Texts = Field(default_factory=dict)
    question: str = ""


class Template(Value):
    """A study and a questionnaire to start from. `about` says when it fits, in a sentence or two.

    `order` is its place in the list. `better` says of the keys of indicators which direction is better;
    in the file it stands at the question itself.
    """

    name: str
    order: int = 100
    title: Texts
    about: Texts
    purpose: Texts = Field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    information: Texts = Field(default_factory=dict)
    consent: Texts = Field(default_factory=dict)
    k: int = DEFAULT_K
    questionnaire: Texts
    questions: tuple[AnyQuestion, ...] = ()
    sections: tuple[Section, ...] = ()
    better: dict[str, Better] = Field(default_factory=dict)
    agenda: tuple[PlannedStep, ...] = ()
    booked_minutes: int = 0

    @model_validator(mode="before")
    @classmethod
    def _better_apart(cls, stored: Any) -> Any:
        """Take the better direction from each question as it is stored: a question itself knows of none."""
        if not isinstance(stored, dict) or "better" in stored:
            return stored
        asked = stored.get("questions", ())
        better = {one["key"]: one["better"] for one in asked if isinstance(one, dict) and "better" in one}
        bare = [
            {name: value for name, value in one.items() if name != "better"} if isinstance(one, dict) else one
            for one in asked
        ]
        return stored | {"questions": bare, "better": better}


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


def form_from(source: Template, language: str = INTERFACE_LANGUAGES[0]) -> Form:
    """Return the questions and the agenda of a template under ids of their own: no two studies share one.

    Notes to the facilitator are kept in `language` alone.
    """
    questions = with_own_ids(tuple(_in_bank(question, source) for question in source.questions))
    ids = {question.key: question.id for question in questions}
    return Form(
        questions=questions,
        sections=source.sections,
        agenda=tuple(_step(planned, ids, language) for planned in source.agenda),
        booked_minutes=source.booked_minutes,
    )


def _in_bank(question: AnyQuestion, source: Template) -> AnyQuestion:
    """Return the question of an indicator under its key in the bank; any other as it is."""
    return (
        question.model_copy(update={"bank_key": question.key}) if question.key in source.better else question
    )


def _step(planned: PlannedStep, ids: dict[str, str], language: str) -> AgendaStep:
    return AgendaStep(
        kind=planned.kind,
        title=planned.title,
        minutes=planned.minutes,
        notes=pick(planned.notes, language),
        question_id=ids[planned.question] if planned.question else "",
    )
