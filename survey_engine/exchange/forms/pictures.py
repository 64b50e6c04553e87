"""Pictures in a file of a questionnaire: in our own JSON as base64 by their id; no other format carries them."""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from typing import Any

from survey_engine.design.kinds import AnyQuestion, Information
from survey_engine.design.models import Form
from survey_engine.design.pictures import pictures_in
from survey_engine.errors import EngineError
from survey_engine.exchange.forms.carried import Notes, Why
from survey_engine.exchange.pictures import PictureFile, read_picture


def write_pictures(form: Form, files: Iterable[PictureFile], notes: Notes) -> dict[str, str]:
    """Return the pictures of a form as base64 by their id; one whose bytes are not given is noted."""
    shown, given = pictures_in(form.questions), {file.id: file for file in files}
    for lost in sorted(shown - given.keys()):
        notes.add(0, "pictures", Why.MEDIA, file=lost)
    return {id: b64encode(given[id].content).decode() for id in sorted(shown & given.keys())}


def read_pictures(written: Any, notes: Notes) -> dict[str, PictureFile]:
    """Return pictures by the id that they have in the file, each taken in as if somebody uploaded it."""
    found: dict[str, PictureFile] = {}
    for id, content in written.items() if isinstance(written, dict) else ():
        try:
            found[id] = read_picture(id[:12], b64decode(str(content), validate=True))
        except EngineError as error:
            notes.add(0, "pictures", Why.UNFIT, problem=error)
        except ValueError:
            notes.add(0, "pictures", Why.MEDIA, file=id[:64])
    return found


def with_pictures(form: Form, files: Mapping[str, PictureFile], notes: Notes) -> Form:
    """Return the form with these pictures; a question keeps the description of one that did not come along."""
    questions = tuple(_with_picture(question, files, notes) for question in form.questions)
    return form.model_copy(update={"questions": questions})


def _with_picture(question: AnyQuestion, files: Mapping[str, PictureFile], notes: Notes) -> AnyQuestion:
    if not isinstance(question, Information) or not question.picture:
        return question
    file = files.get(question.picture)
    if file is None:
        notes.add(0, question.key, Why.MEDIA, file=question.picture[:64])
        return question.model_copy(update={"picture": "", "picture_width": 0, "picture_height": 0})
    return question.model_copy(
        update={"picture": file.id, "picture_width": file.width, "picture_height": file.height}
    )
