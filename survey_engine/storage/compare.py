"""People counted by group, in the database: who answered, who chose what, who spoke to which theme.

A person counts once, however many answers they gave. Notes and turns that belong to no
participant are words without a person: they can be quoted, but they are not counted.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Select, TableValuedAlias, and_, distinct, func, or_, select
from sqlmodel import col

from survey_engine.collect.models import Origin
from survey_engine.compare.models import NO_GROUP
from survey_engine.design.models import Form, form_of
from survey_engine.storage.collect import NOT_DECLINED
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import (
    AnswerRow,
    CodingRow,
    ParticipantRow,
    QuestionnaireVersionRow,
    SessionRow,
    StudyRow,
    ThemeRow,
)
from survey_engine.themes.models import Theme, ThemeState

PERSON = func.coalesce(col(AnswerRow.participant_id), col(AnswerRow.id))
GROUP = func.coalesce(col(ParticipantRow.group_key), col(AnswerRow.group_key), NO_GROUP)
IS_A_PERSON = or_(
    col(AnswerRow.participant_id).is_not(None),
    col(AnswerRow.origin).not_in([Origin.NOTE, Origin.TRANSCRIPT]),
)
HAS_WORDS = func.length(func.trim(func.coalesce(col(AnswerRow.text), ""))) > 0


def revision_of(transaction: Transaction, study_id: str) -> int:
    """Return a number that rises with every change of the study or of any of its sessions."""
    study = select(col(StudyRow.revision)).where(col(StudyRow.id) == study_id)
    sessions = select(func.coalesce(func.sum(col(SessionRow.revision)), 0)).where(
        col(SessionRow.study_id) == study_id
    )
    return int(transaction.execute(study).scalar_one()) + int(transaction.execute(sessions).scalar_one())


def forms_of(transaction: Transaction, session_ids: Sequence[str]) -> tuple[Form, ...]:
    """Return the forms that these sessions used, the newest version first."""
    used = select(col(SessionRow.version_id)).where(col(SessionRow.id).in_(session_ids))
    statement = (
        select(QuestionnaireVersionRow)
        .where(col(QuestionnaireVersionRow.id).in_(used))
        .order_by(
            col(QuestionnaireVersionRow.published_at).desc(), col(QuestionnaireVersionRow.number).desc()
        )
    )
    return tuple(form_of(row) for row in transaction.execute(statement).scalars())


def people_by_group(transaction: Transaction, session_ids: Sequence[str]) -> dict[str, int]:
    """Return how many participants of each group took part; `NO_GROUP` for those who named none."""
    group = func.coalesce(col(ParticipantRow.group_key), NO_GROUP)
    statement = (
        select(group, func.count()).where(col(ParticipantRow.session_id).in_(session_ids)).group_by(group)
    )
    return {str(key): int(people) for key, people in transaction.execute(statement)}


def count_mixed_sessions(transaction: Transaction, session_ids: Sequence[str]) -> int:
    """Return how many of these sessions had people of more than one group in them."""
    groups = func.count(distinct(func.coalesce(col(ParticipantRow.group_key), NO_GROUP)))
    mixed = (
        select(col(ParticipantRow.session_id))
        .where(col(ParticipantRow.session_id).in_(session_ids))
        .group_by(col(ParticipantRow.session_id))
        .having(groups > 1)
    )
    return int(transaction.execute(select(func.count()).select_from(mixed.subquery())).scalar_one())


def answered_by_group(
    transaction: Transaction, session_ids: Sequence[str], question_ids: Iterable[str]
) -> dict[str, dict[str, int]]:
    """Return how many people of each group chose something, by question and group."""
    has_codes = func.json_array_length(col(AnswerRow.codes)) > 0
    statement = (
        select(col(AnswerRow.question_id), GROUP, func.count(distinct(PERSON)))
        .select_from(AnswerRow)
        .outerjoin(ParticipantRow, col(ParticipantRow.id) == col(AnswerRow.participant_id))
        .where(_asked(session_ids, question_ids), has_codes)
        .group_by(col(AnswerRow.question_id), GROUP)
    )
    return _nested(transaction, statement)


def chosen_by_group(
    transaction: Transaction, session_ids: Sequence[str], question_ids: Iterable[str]
) -> dict[tuple[str, str], dict[str, int]]:
    """Return how many people of each group chose each code, by (question, code) and group."""
    codes = _each_code(transaction)
    code: ColumnElement[str] = codes.c.value
    statement = (
        select(col(AnswerRow.question_id), code, GROUP, func.count(distinct(PERSON)))
        .select_from(AnswerRow)
        .outerjoin(ParticipantRow, col(ParticipantRow.id) == col(AnswerRow.participant_id))
        .select_from(codes)
        .where(_asked(session_ids, question_ids))
        .group_by(col(AnswerRow.question_id), code, GROUP)
    )
    counts: dict[tuple[str, str], dict[str, int]] = {}
    for question, value, group, people in transaction.execute(statement):
        counts.setdefault((str(question), str(value)), {})[str(group)] = int(people)
    return counts


def themes_of(transaction: Transaction, study_id: str) -> tuple[Theme, ...]:
    """Return the themes that people kept, in their order; the suggested ones while none is kept."""
    statement = (
        select(ThemeRow)
        .where(col(ThemeRow.study_id) == study_id, col(ThemeRow.state) != ThemeState.DISMISSED)
        .order_by(col(ThemeRow.position), col(ThemeRow.name))
    )
    themes = [Theme.model_validate(row) for row in transaction.execute(statement).scalars()]
    kept = tuple(theme for theme in themes if theme.state is ThemeState.KEPT)
    return kept or tuple(themes)


def questions_by_theme(
    transaction: Transaction, session_ids: Sequence[str], theme_ids: Sequence[str]
) -> dict[str, frozenset[str]]:
    """Return the questions in whose answers people raised each theme."""
    statement = _coded(
        select(col(CodingRow.theme_id), col(AnswerRow.question_id)).distinct(), session_ids, theme_ids
    )
    found: dict[str, set[str]] = {}
    for theme, question in transaction.execute(statement):
        found.setdefault(str(theme), set()).add(str(question))
    return {theme: frozenset(questions) for theme, questions in found.items()}


def spoke_by_group(
    transaction: Transaction, session_ids: Sequence[str], question_ids: Iterable[str]
) -> dict[str, int]:
    """Return how many people of each group answered any of these questions in words."""
    statement = (
        select(GROUP, func.count(distinct(PERSON)))
        .select_from(AnswerRow)
        .outerjoin(ParticipantRow, col(ParticipantRow.id) == col(AnswerRow.participant_id))
        .where(_asked(session_ids, question_ids), HAS_WORDS)
        .group_by(GROUP)
    )
    return {str(group): int(people) for group, people in transaction.execute(statement)}


def raised_by_group(
    transaction: Transaction, session_ids: Sequence[str], theme_ids: Sequence[str]
) -> dict[str, dict[str, int]]:
    """Return how many people of each group raised each theme, by theme and group."""
    counted = select(col(CodingRow.theme_id), GROUP, func.count(distinct(PERSON)))
    statement = _coded(counted, session_ids, theme_ids).group_by(col(CodingRow.theme_id), GROUP)
    return _nested(transaction, statement)


def answers_by_theme(
    transaction: Transaction, session_ids: Sequence[str], theme_ids: Sequence[str]
) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the ids of the answers that raised each theme, by (theme, group), as they were said."""
    statement = _coded(select(col(CodingRow.theme_id), GROUP, col(AnswerRow.id)), session_ids, theme_ids)
    found: dict[tuple[str, str], list[str]] = {}
    for theme, group, answer in transaction.execute(
        statement.order_by(col(AnswerRow.said_at), col(AnswerRow.id))
    ):
        found.setdefault((str(theme), str(group)), []).append(str(answer))
    return {key: tuple(answers) for key, answers in found.items()}


def count_words_without_people(transaction: Transaction, session_ids: Sequence[str]) -> int:
    """Return how many notes and turns belong to no participant, and so to no count."""
    statement = (
        select(func.count())
        .select_from(AnswerRow)
        .where(col(AnswerRow.session_id).in_(session_ids), col(AnswerRow.is_current), ~IS_A_PERSON)
    )
    return int(transaction.execute(statement).scalar_one())


def _asked(session_ids: Sequence[str], question_ids: Iterable[str]) -> ColumnElement[bool]:
    return and_(
        col(AnswerRow.session_id).in_(session_ids),
        col(AnswerRow.question_id).in_(list(question_ids)),
        col(AnswerRow.is_current),
        NOT_DECLINED,
        IS_A_PERSON,
    )


def _coded(statement: Select, session_ids: Sequence[str], theme_ids: Sequence[str]) -> Select:
    return (
        statement.select_from(CodingRow)
        .join(AnswerRow, col(AnswerRow.id) == col(CodingRow.answer_id))
        .outerjoin(ParticipantRow, col(ParticipantRow.id) == col(AnswerRow.participant_id))
        .where(
            col(CodingRow.theme_id).in_(theme_ids),
            col(CodingRow.accepted),
            col(AnswerRow.session_id).in_(session_ids),
            col(AnswerRow.is_current),
            IS_A_PERSON,
            HAS_WORDS,
        )
    )


def _nested(transaction: Transaction, statement: Select) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {}
    for subject, group, people in transaction.execute(statement):
        counts.setdefault(str(subject), {})[str(group)] = int(people)
    return counts


def _each_code(transaction: Transaction) -> TableValuedAlias:
    codes = col(AnswerRow.codes)
    if transaction.get_bind().dialect.name == "postgresql":
        return func.json_array_elements_text(codes).table_valued("value", joins_implicitly=True)
    return func.json_each(codes).table_valued("value", joins_implicitly=True)
