"""Balsis's own JSON, both ways: the questions as they are stored, without the ids of one installation.

Its schema is published in `data/schemas/questionnaire.schema.json`, generated from these
models by `python -m survey_engine.exchange.forms.own_json`; a test holds it current.
"""

import json
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, TypeAdapter, ValidationError

from survey_engine.design.kinds import KINDS, AnyQuestion
from survey_engine.design.limits import clean_language
from survey_engine.design.models import Form
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.encodings import decode
from survey_engine.exchange.forms.carried import Carried, Notes, Outgoing, Why, Written
from survey_engine.exchange.forms.gathering import Gathering
from survey_engine.exchange.forms.pictures import read_pictures, with_pictures, write_pictures
from survey_engine.exchange.forms.tongues import languages_in
from survey_engine.exchange.forms.whole import beside_questions, put_together, with_keys
from survey_engine.exchange.sheets import refuse_large
from survey_engine.settings import ROOT

SCHEMA = ROOT / "data" / "schemas" / "questionnaire.schema.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
FORMAT = "balsis-questionnaire"
KINDS_READ = "JSON (Balsis)"
QUESTION: TypeAdapter[AnyQuestion] = TypeAdapter(AnyQuestion)


class QuestionnaireFile(Form):
    """A questionnaire as a file. `version` is that of this format; questions are named by their keys."""

    format: Literal["balsis-questionnaire"] = "balsis-questionnaire"
    version: Literal[1] = 1
    title: str = ""
    languages: tuple[str, ...] = Field(
        default=(), description="Codes such as lv, ru, en; the first is shown first."
    )
    pictures: dict[str, str] = Field(
        default_factory=dict,
        description="JPEG, PNG or WebP as base64, by the id that questions name them by.",
    )


def write_own_json(outgoing: Outgoing) -> Written:
    """Return the questionnaire as JSON; nothing is left out but pictures whose bytes are not given."""
    form, notes = with_keys(outgoing.form), Notes()
    questions = [question.model_dump(mode="json", exclude={"id"}) for question in form.questions]
    whole = {
        "format": FORMAT,
        "version": 1,
        "title": outgoing.title,
        "languages": languages_in(outgoing.form, outgoing.languages),
        "questions": questions,
        **beside_questions(form),
    }
    if pictures := write_pictures(form, outgoing.pictures, notes):
        whole["pictures"] = pictures
    return Written((json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode(), notes.all())


def read_own_json(name: str, content: bytes) -> Carried:
    """Return the questionnaire; questions that cannot be kept are listed by their number, from 1.

    Raises FILE_TOO_LARGE, FILE_EMPTY, FILE_ENCODING, FILE_BROKEN, FILE_KIND.
    """
    whole = _document(name, content)
    notes = Notes()
    gathering = Gathering(notes)
    for number, plain in enumerate(whole["questions"], start=1):
        key = str(plain.get("key", "")) if isinstance(plain, dict) else ""
        gathering.add(_question(plain, number, key, notes), number, key)
    for setting in whole.keys() - QuestionnaireFile.model_fields.keys() - {"$schema"}:
        notes.add(0, setting, Why.SETTING, setting=setting, value=str(whole[setting])[:60])
    pictures = read_pictures(whole.get("pictures"), notes)
    form = with_pictures(put_together(gathering.form().questions, whole, notes), pictures, notes)
    title = whole.get("title", "")
    languages = _languages(whole.get("languages", ()), notes)
    return Carried(
        form,
        languages_in(form, languages),
        notes.all(),
        title if isinstance(title, str) else "",
        tuple(pictures.values()),
    )


def schema() -> str:
    """Return the schema of the format as JSON."""
    made = {"$schema": DIALECT, **QuestionnaireFile.model_json_schema()}
    made["properties"]["$schema"] = {"type": "string", "description": "Where this schema is kept."}
    made["required"] = ["format", "version", "questions"]
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _document(name: str, content: bytes) -> dict[str, Any]:
    refuse_large(name, len(content))
    try:
        whole = json.loads(decode(name, content))
    except (ValueError, RecursionError):
        raise EngineError(Problem.FILE_BROKEN, name=name) from None
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise EngineError(Problem.FILE_KIND, name=name, kinds=KINDS_READ)
    if whole.get("version") != 1 or not isinstance(whole.get("questions"), list):
        raise EngineError(Problem.FILE_BROKEN, name=name)
    return whole


def _question(plain: Any, number: int, key: str, notes: Notes) -> AnyQuestion | None:
    kind = plain.get("kind") if isinstance(plain, dict) else None
    if not isinstance(kind, str) or kind not in KINDS:
        notes.add(number, key, Why.KIND, kind=str(kind)[:60])
        return None
    try:
        return QUESTION.validate_python(plain)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        notes.add(number, key, Why.UNFIT, problem=f"{place}: {str(first['input'])[:60]}")
        return None


def _languages(given: Any, notes: Notes) -> tuple[str, ...]:
    found: list[str] = []
    for code in given if isinstance(given, list) else ():
        try:
            found.append(clean_language(str(code)))
        except EngineError:
            notes.add(0, "languages", Why.LANGUAGE, language=str(code)[:60])
    return tuple(dict.fromkeys(found))


def _publish() -> Path:
    SCHEMA.parent.mkdir(exist_ok=True)
    SCHEMA.write_text(schema(), encoding="utf-8")
    return SCHEMA


if __name__ == "__main__":
    print(_publish())
