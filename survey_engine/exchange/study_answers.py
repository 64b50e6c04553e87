"""Everything that a study has collected, as it is handed to the writers: no names, no secrets."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from survey_engine.collect.models import SAID_ALOUD, Session
from survey_engine.design.kinds import Question
from survey_engine.design.models import QuestionnaireVersion, Study, form_of, groups_of
from survey_engine.texts import pick


@dataclass(frozen=True, slots=True)
class OutPerson:
    """A participant without a name: a number within the session."""

    id: str
    session_id: str
    number: int
    group_key: str | None
    language: str
    joined_at: datetime


@dataclass(frozen=True, slots=True)
class OutAnswer:
    """A current answer, exactly as given."""

    id: str
    session_id: str
    participant_id: str | None
    question_id: str
    about: str
    entry: int
    codes: tuple[str, ...]
    text: str | None
    language: str | None
    group_key: str | None
    origin: str
    said_at: datetime


@dataclass(frozen=True)
class StudyAnswers:
    """One study with its sessions, published versions (the newest first), people and current answers."""

    study: Study
    sessions: tuple[Session, ...]
    versions: tuple[QuestionnaireVersion, ...]
    people: Sequence[OutPerson]
    answers: Sequence[OutAnswer]

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Return every question that takes answers, by id, as its newest version has it, in order."""
        found: dict[str, Question] = {}
        for version in self.versions:
            for question in form_of(version).questions:
                if question.takes_answers:
                    found.setdefault(question.id, question)
        return found

    @cached_property
    def as_asked(self) -> dict[tuple[str, str], Question]:
        """Return the questions as each session asked them, by session and question id."""
        forms = {version.id: form_of(version) for version in self.versions}
        return {
            (session.id, question.id): question
            for session in self.sessions
            if session.version_id in forms
            for question in forms[session.version_id].questions
        }

    @cached_property
    def _forms(self) -> dict[str, tuple[Question, ...]]:
        forms = {version.id: form_of(version).questions for version in self.versions}
        return {session.id: forms.get(session.version_id or "", ()) for session in self.sessions}

    def questions_of(self, session_id: str) -> tuple[Question, ...]:
        """Return the questions of a session in the order in which it asked them."""
        return self._forms[session_id]

    @cached_property
    def person(self) -> dict[str, OutPerson]:
        """Return the participants by id."""
        return {person.id: person for person in self.people}

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Return the languages of the study, and after them any other that a question has."""
        used = (code for question in self.questions.values() for code in (*question.text, *question.help))
        return tuple(dict.fromkeys((*self.study.languages, *used)))

    def group_label(self, key: str | None, language: str) -> str:
        """Return what a group is called; its key where the study no longer has it."""
        label = next((group.label for group in groups_of(self.study) if group.key == key), {})
        return pick(label, language) or key or ""

    def is_in_wide(self, answer: OutAnswer) -> bool:
        """Say whether an answer has a person and a question, and so a cell in the wide table."""
        return (
            answer.participant_id is not None
            and answer.question_id != SAID_ALOUD
            and answer.question_id in self.questions
        )

    def outside_wide(self) -> int:
        """Return how many answers stand in the long table alone."""
        return sum(not self.is_in_wide(answer) for answer in self.answers)

    @cached_property
    def names(self) -> dict[str, str]:
        """Return the name of each question's column: its key, or its id where keys are empty or the same."""
        times = Counter(question.key for question in self.questions.values())
        return {
            id: question.key if question.key and times[question.key] == 1 else id
            for id, question in self.questions.items()
        }
