"""What can be picked as evidence in a study, as plain values for a screen."""

from dataclasses import dataclass

from survey_engine.design.kinds import Question
from survey_engine.guidelines.facts import QuoteFact
from survey_engine.storage import voices
from survey_engine.storage.compare import themes_of
from survey_engine.texts import pick
from survey_engine.workbench.guidelines.reading import Reader


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to pick: its id, and what it is called."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class QuestionChoice:
    """A question to pick, with the codes that people could give."""

    id: str
    label: str
    codes: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything in a study that a recommendation can stand on."""

    quotes: tuple[QuoteFact, ...]
    themes: tuple[Choice, ...]
    questions: tuple[QuestionChoice, ...]
    sessions: tuple[Choice, ...]


def choices_in(reader: Reader) -> Choices:
    """Return what can be picked, in the language of the guideline."""
    transaction, study = reader.transaction, reader.study
    return Choices(
        quotes=reader.quotes(voices.quote_ids_of(transaction, study.id)),
        themes=tuple(Choice(theme.id, theme.name) for theme in themes_of(transaction, study.id)),
        questions=tuple(_question(reader, q) for q in reader.questions.values() if q.takes_answers),
        sessions=tuple(Choice(id, session.title) for id, session in reader.sessions.items()),
    )


def _question(reader: Reader, question: Question) -> QuestionChoice:
    codes = tuple(Choice(code, reader.code_label(question, code)) for code in question.codes())
    return QuestionChoice(question.id, pick(question.text, reader.language), codes)
