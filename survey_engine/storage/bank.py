"""Reading the bank of questions and the indicator sets of studies."""

from collections.abc import Sequence

from sqlmodel import col, select

from survey_engine.design.bank import BankQuestion, IndicatorList
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import BankQuestionRow, IndicatorListRow


def kept_in(transaction: Transaction, study_ids: Sequence[str]) -> tuple[BankQuestion, ...]:
    """Return the questions that were kept in these studies, the latest first."""
    table = BankQuestionRow
    found = select(table).where(col(table.study_id).in_(study_ids))
    rows = transaction.exec(found.order_by(col(table.kept_at).desc(), col(table.id)))
    return tuple(BankQuestion.model_validate(row) for row in rows)


def kept_row(transaction: Transaction, study_id: str, key: str) -> BankQuestionRow | None:
    """Return what a study keeps under a key, or None."""
    table = BankQuestionRow
    return transaction.exec(select(table).where(table.study_id == study_id, table.key == key)).first()


def taken_keys(transaction: Transaction) -> frozenset[str]:
    """Return every key of the bank, in all studies: a new one is like none of them."""
    return frozenset(transaction.exec(select(BankQuestionRow.key)))


def sets_in(transaction: Transaction, study_ids: Sequence[str]) -> tuple[IndicatorList, ...]:
    """Return the indicator sets of these studies, by title."""
    table = IndicatorListRow
    found = select(table).where(col(table.study_id).in_(study_ids)).order_by(col(table.title), col(table.id))
    return tuple(IndicatorList.model_validate(row) for row in transaction.exec(found))
