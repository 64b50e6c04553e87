"""Reading and writing studies, their members, questionnaires and versions."""

from typing import Any

from sqlmodel import col, delete, func, select

from survey_engine.accounts import Account
from survey_engine.design.models import Questionnaire, QuestionnaireVersion, Study, form_of
from survey_engine.design.progress import Progress
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import (
    AccountRow,
    AnswerRow,
    ChapterRow,
    CodingRow,
    GuidelineRow,
    MemberRow,
    ParticipantRow,
    PublicationRow,
    QuestionnaireEditRow,
    QuestionnaireRow,
    QuestionnaireVersionRow,
    QuoteRow,
    RecommendationRow,
    SessionRow,
    StudyRow,
    ThemeRow,
)


def studies(transaction: Transaction, account_id: str | None, archived: bool) -> tuple[Study, ...]:
    """Return the studies of an account (None: of everybody), newest first."""
    found = select(StudyRow).order_by(col(StudyRow.created_at).desc(), col(StudyRow.id))
    found = found.where(
        col(StudyRow.archived_at).is_not(None) if archived else col(StudyRow.archived_at).is_(None)
    )
    if account_id is not None:
        mine = select(MemberRow.study_id).where(MemberRow.account_id == account_id)
        found = found.where(col(StudyRow.id).in_(mine))
    return tuple(Study.model_validate(row) for row in transaction.exec(found))


def members(transaction: Transaction, study_id: str) -> tuple[tuple[Account, str], ...]:
    """Return who may work on a study, and as what, in the order of their names."""
    found = (
        select(AccountRow, MemberRow.role)
        .join(MemberRow, col(MemberRow.account_id) == col(AccountRow.id))
        .where(MemberRow.study_id == study_id)
        .order_by(AccountRow.name, AccountRow.email)
    )
    return tuple((Account.model_validate(row), role) for row, role in transaction.exec(found))


def account_by_email(transaction: Transaction, email: str) -> Account | None:
    """Return the account with this e-mail, or None."""
    row = transaction.exec(select(AccountRow).where(AccountRow.email == email)).first()
    return Account.model_validate(row) if row else None


def group_use(transaction: Transaction, study_id: str, key: str) -> int:
    """Return how many participants and notes of a study say that they belong to a group."""
    sessions = select(SessionRow.id).where(SessionRow.study_id == study_id)
    counted = 0
    for table in (ParticipantRow, AnswerRow):
        found = select(func.count()).where(table.group_key == key, col(table.session_id).in_(sessions))
        counted += transaction.exec(found).one()
    return counted


def questionnaires(transaction: Transaction, study_id: str) -> tuple[Questionnaire, ...]:
    """Return the questionnaires of a study, oldest first."""
    found = (
        select(QuestionnaireRow)
        .where(QuestionnaireRow.study_id == study_id)
        .order_by(col(QuestionnaireRow.created_at), col(QuestionnaireRow.id))
    )
    return tuple(Questionnaire.model_validate(row) for row in transaction.exec(found))


def versions(
    transaction: Transaction, *, study_id: str | None = None, questionnaire_id: str | None = None
) -> tuple[QuestionnaireVersion, ...]:
    """Return the published versions of a study or of one questionnaire, newest first."""
    table = QuestionnaireVersionRow
    found = select(table).order_by(col(table.published_at).desc(), col(table.number).desc())
    if study_id is not None:
        found = found.where(table.study_id == study_id)
    if questionnaire_id is not None:
        found = found.where(table.questionnaire_id == questionnaire_id)
    return tuple(QuestionnaireVersion.model_validate(row) for row in transaction.exec(found))


def published_codes(transaction: Transaction, questionnaire_id: str, question_id: str) -> frozenset[str]:
    """Return every option code that a question ever had in a published version."""
    forms = [form_of(version) for version in versions(transaction, questionnaire_id=questionnaire_id)]
    found = [form.question(question_id) for form in forms]
    return frozenset(code for question in found if question is not None for code in question.part_codes)


def last_edit(transaction: Transaction, questionnaire_id: str) -> QuestionnaireEditRow | None:
    """Return the latest edit of a questionnaire that was not undone, or None."""
    table = QuestionnaireEditRow
    found = select(table).where(table.questionnaire_id == questionnaire_id)
    return transaction.exec(found.order_by(col(table.id).desc())).first()


def forget_old_edits(transaction: Transaction, questionnaire_id: str, keep: int) -> None:
    """Delete what is too old to be undone: all but the latest `keep` edits."""
    table = QuestionnaireEditRow
    latest = select(table.id).where(table.questionnaire_id == questionnaire_id)
    oldest = transaction.exec(latest.order_by(col(table.id).desc()).offset(keep - 1).limit(1)).first()
    if oldest is not None:
        transaction.exec(
            delete(table).where(col(table.questionnaire_id) == questionnaire_id, col(table.id) < oldest)
        )


def progress(transaction: Transaction, study: Study) -> Progress:
    """Count what there is in a study so far, stage by stage."""
    forms = [form_of(one) for one in questionnaires(transaction, study.id)]
    sessions = select(SessionRow.id).where(SessionRow.study_id == study.id)
    guidelines = select(GuidelineRow.id).where(
        GuidelineRow.study_id == study.id, col(GuidelineRow.removed_at).is_(None)
    )
    chapters = select(ChapterRow.id).where(
        col(ChapterRow.guideline_id).in_(guidelines), col(ChapterRow.removed_at).is_(None)
    )
    themes = select(ThemeRow.id).where(ThemeRow.study_id == study.id)

    def count(table: type, *where: Any) -> int:
        return int(transaction.exec(select(func.count()).select_from(table).where(*where)).one())

    return Progress(
        has_consent=bool(study.consent),
        groups=len(study.groups),
        questionnaires=len(forms),
        questions=sum(len(form.questions) for form in forms),
        versions=count(QuestionnaireVersionRow, QuestionnaireVersionRow.study_id == study.id),
        sessions=count(SessionRow, SessionRow.study_id == study.id),
        ended=count(SessionRow, SessionRow.study_id == study.id, col(SessionRow.ended_at).is_not(None)),
        people=count(ParticipantRow, col(ParticipantRow.session_id).in_(sessions)),
        answers=count(AnswerRow, col(AnswerRow.session_id).in_(sessions), col(AnswerRow.is_current)),
        themes=count(ThemeRow, ThemeRow.study_id == study.id),
        codings=count(CodingRow, col(CodingRow.theme_id).in_(themes)),
        quotes=count(QuoteRow, QuoteRow.study_id == study.id),
        guidelines=count(GuidelineRow, col(GuidelineRow.id).in_(guidelines)),
        recommendations=count(
            RecommendationRow,
            col(RecommendationRow.chapter_id).in_(chapters),
            col(RecommendationRow.removed_at).is_(None),
        ),
        publications=count(PublicationRow, col(PublicationRow.guideline_id).in_(guidelines)),
    )
