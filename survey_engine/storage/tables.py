"""Every table, each inheriting its columns from the record that the stages know."""

from datetime import datetime
from typing import Any

from pydantic import ConfigDict
from sqlalchemy import JSON, Index, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

from survey_engine import accounts
from survey_engine.collect import models as collect
from survey_engine.collect.invitations import Invitation
from survey_engine.design import models as design
from survey_engine.design.bank import BankQuestion, IndicatorList
from survey_engine.guidelines import models as guidelines
from survey_engine.ids import new_id
from survey_engine.records import UtcTime
from survey_engine.themes import models as themes

THAWED: Any = ConfigDict(frozen=False)


class Base(SQLModel, registry=registry()):
    """A registry of our own, so that a reloaded module can define its tables again."""

    model_config = THAWED


class AccountRow(accounts.Account, Base, table=True):
    __tablename__ = "account"
    model_config = THAWED

    password_hash: str


class AttemptRow(Base, table=True):
    """A failed attempt to sign in, so that guessing is throttled per account."""

    __tablename__ = "attempt"

    id: int | None = Field(default=None, primary_key=True)
    email: str = Field(index=True)
    at: datetime = Field(sa_type=UtcTime)


class InvitationRow(Base, table=True):
    """A one-time link that lets somebody create an account; only its hash is kept."""

    __tablename__ = "invitation"

    secret_hash: str = Field(primary_key=True)
    made_at: datetime = Field(sa_type=UtcTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcTime)


class StudyRow(design.Study, Base, table=True):
    __tablename__ = "study"
    model_config = THAWED


class MemberRow(Base, table=True):
    """Which accounts may see and change a study."""

    __tablename__ = "member"

    study_id: str = Field(foreign_key="study.id", primary_key=True, ondelete="CASCADE")
    account_id: str = Field(foreign_key="account.id", primary_key=True, ondelete="CASCADE")
    role: design.MemberRole = Field(sa_type=String)


class PictureRow(design.Picture, Base, table=True):
    __tablename__ = "picture"
    model_config = THAWED


class QuestionnaireRow(design.Questionnaire, Base, table=True):
    __tablename__ = "questionnaire"
    model_config = THAWED


class QuestionnaireEditRow(Base, table=True):
    """The form as it was before an edit, so that an edit can be undone.

    `study_texts` are texts of the study by address, where the edit changed those, too.
    """

    __tablename__ = "questionnaire_edit"

    id: int | None = Field(default=None, primary_key=True)
    questionnaire_id: str = Field(foreign_key="questionnaire.id", index=True, ondelete="CASCADE")
    form: dict = Field(sa_type=JSON)
    study_texts: dict | None = Field(default=None, sa_type=JSON)
    what: str
    at: datetime = Field(sa_type=UtcTime)


class BankQuestionRow(BankQuestion, Base, table=True):
    __tablename__ = "bank_question"
    __table_args__ = (UniqueConstraint("study_id", "key"),)
    model_config = THAWED


class IndicatorListRow(IndicatorList, Base, table=True):
    __tablename__ = "indicator_list"
    model_config = THAWED


class QuestionnaireVersionRow(design.QuestionnaireVersion, Base, table=True):
    __tablename__ = "questionnaire_version"
    __table_args__ = (UniqueConstraint("questionnaire_id", "number"),)
    model_config = THAWED


class SessionRow(collect.Session, Base, table=True):
    __tablename__ = "session"
    model_config = THAWED


class QuestionStateRow(collect.QuestionState, Base, table=True):
    __tablename__ = "question_state"
    model_config = THAWED


class ParticipantRow(collect.Participant, Base, table=True):
    __tablename__ = "participant"
    __table_args__ = (UniqueConstraint("session_id", "number"),)
    model_config = THAWED


class AnswerRow(collect.Answer, Base, table=True):
    __tablename__ = "answer"
    __table_args__ = (
        UniqueConstraint("session_id", "client_key"),
        # One person, one answer (per entry): held here, not by any screen.
        Index(
            "one_current_answer",
            "participant_id",
            "question_id",
            "entry",
            unique=True,
            sqlite_where=text("is_current"),
            postgresql_where=text("is_current"),
        ),
        Index("answers_by_question", "session_id", "question_id", "is_current"),
    )
    model_config = THAWED


class PaperSheetRow(collect.PaperSheet, Base, table=True):
    __tablename__ = "paper_sheet"
    __table_args__ = (UniqueConstraint("session_id", "code_hash"), UniqueConstraint("session_id", "number"))
    model_config = THAWED


class SurveyInvitationRow(Invitation, Base, table=True):
    __tablename__ = "survey_invitation"
    __table_args__ = (UniqueConstraint("session_id", "token_hash"),)
    model_config = THAWED


class ModerationRow(collect.Moderation, Base, table=True):
    __tablename__ = "moderation"
    model_config = THAWED


class DecisionRow(collect.Decision, Base, table=True):
    __tablename__ = "decision"
    model_config = THAWED


class ThemeRow(themes.Theme, Base, table=True):
    __tablename__ = "theme"
    model_config = THAWED


class CodingRow(themes.Coding, Base, table=True):
    __tablename__ = "coding"
    model_config = THAWED


class QuoteRow(themes.Quote, Base, table=True):
    __tablename__ = "quote"
    model_config = THAWED


class VectorRow(Base, table=True):
    """The vector of a text, computed once: little-endian float32, by hash of the text and model."""

    __tablename__ = "vector"

    text_hash: str = Field(primary_key=True)
    model: str = Field(primary_key=True)
    numbers: bytes = Field(sa_type=LargeBinary)


class GuidelineRow(guidelines.Guideline, Base, table=True):
    __tablename__ = "guideline"
    model_config = THAWED


class ChapterRow(guidelines.Chapter, Base, table=True):
    __tablename__ = "chapter"
    model_config = THAWED


class RecommendationRow(guidelines.Recommendation, Base, table=True):
    __tablename__ = "recommendation"
    model_config = THAWED


class EvidenceRow(guidelines.Evidence, Base, table=True):
    __tablename__ = "evidence"
    model_config = THAWED


class PublicationRow(guidelines.Publication, Base, table=True):
    __tablename__ = "publication"
    __table_args__ = (UniqueConstraint("guideline_id", "number"),)
    model_config = THAWED


class LogRow(Base, table=True):
    """What happened to the installation as a whole, such as an account made or a backup restored."""

    __tablename__ = "log"

    id: str = Field(default_factory=new_id, primary_key=True)
    what: str
    account_id: str | None = None
    at: datetime = Field(sa_type=UtcTime)
