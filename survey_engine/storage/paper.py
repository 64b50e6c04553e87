"""Printed sheets in the database: reserved by batch, found by what is stored of their code."""

from sqlmodel import col, func, select

from survey_engine.collect.models import PaperSheet
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import AccountRow, PaperSheetRow


def sheets_of(transaction: Transaction, session_id: str) -> tuple[PaperSheet, ...]:
    """Return every sheet that was printed for a session, in the order of their numbers."""
    statement = (
        select(PaperSheetRow)
        .where(PaperSheetRow.session_id == session_id)
        .order_by(col(PaperSheetRow.number))
    )
    return tuple(PaperSheet.model_validate(row) for row in transaction.exec(statement))


def sheet_by_code(transaction: Transaction, session_id: str, code_hash: str) -> PaperSheet | None:
    """Return the sheet of a session whose code has this hash, or None."""
    statement = select(PaperSheetRow).where(
        PaperSheetRow.session_id == session_id, PaperSheetRow.code_hash == code_hash
    )
    row = transaction.exec(statement).first()
    return None if row is None else PaperSheet.model_validate(row)


def last_number(transaction: Transaction, session_id: str) -> int:
    """Return the highest number of a sheet of a session, 0 where none was printed."""
    statement = select(func.max(PaperSheetRow.number)).where(PaperSheetRow.session_id == session_id)
    return int(transaction.exec(statement).one() or 0)


def name_of(transaction: Transaction, maker: str) -> str:
    """Return the name of the account that `maker` stands for, '' where there is none."""
    row = transaction.get(AccountRow, maker.removeprefix("account:"))
    return row.name if row else ""
