"""Gather questions into a form while a file is read: cleaned like in the editor, each under a key of its own."""

from pydantic import ValidationError

from survey_engine.design.keys import LONGEST_KEY, make_key
from survey_engine.design.kinds import AnyQuestion, Question
from survey_engine.design.models import Form
from survey_engine.errors import EngineError
from survey_engine.exchange.forms.carried import Notes, Why

LONGEST_OWN_KEY = 64


class Gathering:
    """The questions read so far. A question that cannot be kept is noted, never cut to fit."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.questions: dict[str, AnyQuestion] = {}
        # The section that the next questions stand in.
        self.section = ""

    def add(self, question: AnyQuestion | None, row: int, name: str) -> AnyQuestion | None:
        """Add a question, cleaned, and return it; None was noted already by whoever read it."""
        if question is None:
            return None
        try:
            cleaned = question.cleaned()
        except EngineError as error:
            self.notes.add(row, name, Why.UNFIT, problem=error)
            return None
        key = self._key(cleaned)
        if cleaned.key and key != cleaned.key:
            self.notes.add(row, name, Why.KEY_TWICE, written=key)
        self.questions[key] = kept = cleaned.model_copy(update={"key": key, "id": key})
        return kept

    def form(self) -> Form:
        """Return what was gathered."""
        return Form(questions=tuple(self.questions.values()))

    def _key(self, question: Question) -> str:
        key = question.key.strip()
        if key and key not in self.questions and len(key) <= LONGEST_OWN_KEY:
            return key
        return make_key({"en": key[:LONGEST_KEY]} if key else question.text, self.questions)


def made(kind: type[Question], notes: Notes, row: int, name: str, **fields: object) -> AnyQuestion | None:
    """Return a question of this kind; where a value is impossible, note it and return None."""
    try:
        return kind.model_validate(fields)  # type: ignore[return-value]
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        notes.add(row, name, Why.UNFIT, problem=f"{place}: {str(first['input'])[:60]}")
        return None
