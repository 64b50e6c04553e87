"""Sessions, the people in them, and what they said, word for word."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, String
from sqlmodel import Field

from survey_engine.ids import new_id, new_join_code
from survey_engine.records import Record, UtcTime, Value

# Notes and transcript turns are not answers to one question; they stand under this id.
SAID_ALOUD = "said-aloud"


class Mode(StrEnum):
    """How answers come in: paced in a room, at one's own pace, or written down by somebody."""

    LIVE = "live"
    SURVEY = "survey"
    RECORD = "record"


class Origin(StrEnum):
    """Who put an answer into the system."""

    PARTICIPANT = "participant"
    NOTE = "note"
    TRANSCRIPT = "transcript"
    IMPORT = "import"
    PAPER = "paper"


class Session(Record):
    """One occasion of collecting: a questionnaire version, a place, a time, and a join code.

    `current_question` is what a live room sees now ('' is the waiting screen).
    `revision` rises with every change; live screens and caches follow it.
    `plan` is how a survey runs over days (see `collect.surveys`).
    """

    id: str = Field(default_factory=new_id, primary_key=True)
    study_id: str = Field(foreign_key="study.id", index=True)
    version_id: str | None = Field(default=None, foreign_key="questionnaire_version.id")
    mode: Mode = Field(default=Mode.LIVE, sa_type=String)
    title: str
    place: str = ""
    code: str = Field(default_factory=new_join_code, unique=True)
    current_question: str = ""
    revision: int = 0
    created_at: datetime = Field(sa_type=UtcTime)
    held_at: datetime | None = Field(default=None, sa_type=UtcTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcTime)
    plan: dict = Field(default_factory=dict, sa_type=JSON)


class QuestionState(Record):
    """Where one question of a live session stands: open for answers, and results shown or hidden.

    `let_through` lets people's own words reach the projector without waiting for anybody.
    `phase` is what people do where they answer to one another ('' as the question begins).
    """

    session_id: str = Field(foreign_key="session.id", primary_key=True, ondelete="CASCADE")
    question_id: str = Field(primary_key=True)
    is_open: bool = False
    results_shown: bool = False
    let_through: bool = False
    phase: str = ""
    opened_at: datetime | None = Field(default=None, sa_type=UtcTime)
    closed_at: datetime | None = Field(default=None, sa_type=UtcTime)


class Participant(Record):
    """One person in one session, without a name. `label` is for imports, and is never exported.

    `secret_hash` is of the cookie that brings them back; `code_hash` of the code
    with which they can take their answers back.
    """

    id: str = Field(default_factory=new_id, primary_key=True)
    session_id: str = Field(foreign_key="session.id", index=True, ondelete="CASCADE")
    number: int = 0
    group_key: str | None = None
    language: str = "lv"
    label: str = ""
    secret_hash: str | None = Field(default=None, index=True)
    code_hash: str | None = Field(default=None, index=True)
    consented_at: datetime | None = Field(default=None, sa_type=UtcTime)
    consent_text: str = ""
    joined_at: datetime = Field(sa_type=UtcTime)
    finished_at: datetime | None = Field(default=None, sa_type=UtcTime)


class Answer(Record):
    """What one person answered to one question, exactly as given. Rows are only ever added.

    `codes` are option, point or vote codes; `text` is people's own words (the entries of a
    words question are joined by line breaks). A later answer makes this one not current.
    `entry` numbers several entries of one person; notes and turns count up from 0.
    `client_key` is made on the client, so that sending again stores nothing twice.
    `about` is the question that was being talked about when something was said aloud ('' if none).
    `set_aside`: the person is no longer shown this question, so that the answer is not current; it is
    again when they are.
    """

    id: str = Field(default_factory=new_id, primary_key=True)
    session_id: str = Field(foreign_key="session.id", index=True, ondelete="CASCADE")
    participant_id: str | None = Field(
        default=None, foreign_key="participant.id", index=True, ondelete="CASCADE"
    )
    question_id: str = Field(index=True)
    entry: int = 0
    codes: list[str] = Field(default_factory=list, sa_type=JSON)
    text: str | None = None
    language: str | None = None
    group_key: str | None = None
    about: str = ""
    origin: Origin = Field(default=Origin.PARTICIPANT, sa_type=String)
    client_key: str = Field(default_factory=new_id)
    is_current: bool = True
    set_aside: bool = False
    said_at: datetime = Field(sa_type=UtcTime)


class PaperSheet(Record):
    """One printed paper form: reserved when it is printed, typed in at most once.

    `id` is that of the participant who is made when it is typed in; its code is worked out from it,
    and is the take-back code of that participant. Sheets of one `batch` were printed together.
    """

    id: str = Field(default_factory=new_id, primary_key=True)
    session_id: str = Field(foreign_key="session.id", index=True, ondelete="CASCADE")
    batch: str = Field(index=True)
    number: int
    language: str
    code_hash: str
    printed_at: datetime = Field(sa_type=UtcTime)
    printed_by: str = ""
    entered_at: datetime | None = Field(default=None, sa_type=UtcTime)
    entered_by: str = ""
    corrected_at: datetime | None = Field(default=None, sa_type=UtcTime)
    corrected_by: str = ""


class AnswerValue(Value):
    """The content of an answer before it is stored: codes, or words, or both."""

    codes: tuple[str, ...] = ()
    text: str | None = None

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was answered at all."""
        return not self.codes and not (self.text or "").strip()


class Shown(StrEnum):
    """Whether the room may see an open answer."""

    WAITING = "waiting"
    SHOWN = "shown"
    HIDDEN = "hidden"


class Moderation(Record):
    """A facilitator's decision to let an open answer through to the projector, or not.

    `answered` marks a question from the audience that the speaker has answered.
    """

    answer_id: str = Field(primary_key=True, foreign_key="answer.id", ondelete="CASCADE")
    session_id: str = Field(foreign_key="session.id", index=True, ondelete="CASCADE")
    state: Shown = Field(default=Shown.WAITING, sa_type=String)
    reason: str = ""
    answered: bool = False
    decided_by: str
    decided_at: datetime = Field(sa_type=UtcTime)


class Decision(Record):
    """One line of the log: who decided what, about what, when and why."""

    id: str = Field(default_factory=new_id, primary_key=True)
    study_id: str = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    account_id: str | None = None
    action: str
    subject: str
    reason: str = ""
    details: dict = Field(default_factory=dict, sa_type=JSON)
    decided_at: datetime = Field(sa_type=UtcTime)
