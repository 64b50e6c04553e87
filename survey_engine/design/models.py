"""What a study is: who asks whom, where, in which languages, and what people are told."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, LargeBinary
from sqlmodel import Field

from survey_engine.design.kinds import AnyQuestion
from survey_engine.ids import new_id
from survey_engine.records import Record, UtcTime, Value
from survey_engine.texts import Texts

FOCUS_GROUP_K = 3
DEFAULT_K = 5


class Group(Value):
    """Who a participant says they are, such as NGO, council, staff, resident."""

    key: str
    label: Texts


class Study(Record):
    """One inquiry: its purpose, place, languages, groups, and what participants consent to.

    `k` is the smallest number of people that a comparison may show (5; 3 for a focus group).
    `groups` holds `Group` values as plain data; read them with `groups_of`.
    """

    id: str = Field(default_factory=new_id, primary_key=True)
    title: str
    purpose: str = ""
    place: str = ""
    languages: list[str] = Field(default_factory=lambda: ["lv"], sa_type=JSON)
    groups: list[dict] = Field(default_factory=list, sa_type=JSON)
    information: Texts = Field(default_factory=dict, sa_type=JSON)
    consent: Texts = Field(default_factory=dict, sa_type=JSON)
    k: int = DEFAULT_K
    is_sample: bool = False
    revision: int = 0
    created_at: datetime = Field(sa_type=UtcTime)
    archived_at: datetime | None = Field(default=None, sa_type=UtcTime)


def groups_of(study: Study) -> tuple[Group, ...]:
    """Return the groups of a study as values, in the order in which they are offered."""
    return tuple(Group.model_validate(group) for group in study.groups)


class MemberRole(StrEnum):
    """What an account may do in a study."""

    OWNER = "owner"
    FACILITATOR = "facilitator"


class Member(Value):
    """An account that may work on a study, and as what."""

    account_id: str
    name: str
    email: str
    role: MemberRole


class Section(Value):
    """Questions that belong together, with what is said above the first of them.

    `one_page`: in a survey they stand below one another and are saved together.
    """

    id: str = Field(default_factory=new_id)
    title: Texts = Field(default_factory=dict)
    text: Texts = Field(default_factory=dict)
    one_page: bool = False


class StepKind(StrEnum):
    """What happens in a step of live work."""

    OPENING = "opening"
    INFORMATION = "information"
    QUESTION = "question"
    DISCUSSION = "discussion"
    BREAK = "break"
    CLOSING = "closing"


class AgendaStep(Value):
    """One step of live work: how many minutes, who leads, and notes for the facilitator alone.

    `question_id` names what the room is shown, where it is shown anything.
    """

    id: str = Field(default_factory=new_id)
    kind: StepKind
    title: Texts = Field(default_factory=dict)
    minutes: int = Field(default=5, ge=0)
    leader: str = ""
    notes: str = ""
    question_id: str = ""


class Form(Value):
    """A questionnaire as a document that is stored whole: its sections, its questions in order, its agenda.

    Questions of one section follow one another, in the order of `sections`; those of none come first.

    `booked_minutes` is how long the room is there (0: not said), `starts_at` when it begins ("18:00", or "").
    """

    questions: tuple[AnyQuestion, ...] = ()
    sections: tuple[Section, ...] = ()
    agenda: tuple[AgendaStep, ...] = ()
    booked_minutes: int = Field(default=0, ge=0)
    starts_at: str = ""

    def question(self, question_id: str) -> AnyQuestion | None:
        """Return the question with this id, or None."""
        return next((question for question in self.questions if question.id == question_id), None)

    def section(self, section_id: str) -> Section | None:
        """Return the section with this id, or None."""
        return next((section for section in self.sections if section.id == section_id), None)

    def in_section(self, section_id: str) -> tuple[AnyQuestion, ...]:
        """Return the questions of a section in their order; of '', those that stand in none."""
        return tuple(question for question in self.questions if question.section == section_id)

    @property
    def outline(self) -> tuple[str, ...]:
        """Return the ids of all questions and sections in order, each section before its questions."""
        inside = ((section.id, *(q.id for q in self.in_section(section.id))) for section in self.sections)
        return (*(q.id for q in self.in_section("")), *(id for ids in inside for id in ids))


class Picture(Record):
    """A picture that a study shows. `id` is the hash of `content`, so that what it names never changes."""

    id: str = Field(primary_key=True)
    study_id: str = Field(foreign_key="study.id", primary_key=True, ondelete="CASCADE")
    media_type: str
    width: int
    height: int
    content: bytes = Field(sa_type=LargeBinary)
    added_at: datetime = Field(sa_type=UtcTime)


class Questionnaire(Record):
    """A questionnaire in the making. `form` is a `Form` as plain data; `published` counts versions."""

    id: str = Field(default_factory=new_id, primary_key=True)
    study_id: str = Field(foreign_key="study.id", index=True)
    title: str
    form: dict = Field(default_factory=dict, sa_type=JSON)
    published: int = 0
    revision: int = 0
    created_at: datetime = Field(sa_type=UtcTime)


class QuestionnaireVersion(Record):
    """A questionnaire as it was published: it never changes, and answers belong to it."""

    id: str = Field(default_factory=new_id, primary_key=True)
    questionnaire_id: str = Field(foreign_key="questionnaire.id", index=True)
    study_id: str = Field(foreign_key="study.id", index=True)
    number: int
    title: str
    form: dict = Field(default_factory=dict, sa_type=JSON)
    published_at: datetime = Field(sa_type=UtcTime)
    published_by: str


def form_of(record: Questionnaire | QuestionnaireVersion) -> Form:
    """Return the questions of a questionnaire or a published version as values."""
    return Form.model_validate(record.form or {})
