"""Reading the pictures of studies; each is named by the hash of its bytes, so that it never changes."""

from collections.abc import Iterable

from sqlmodel import col, select

from survey_engine.design.models import Picture
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import PictureRow


def picture(transaction: Transaction, study_id: str, picture_id: str) -> Picture | None:
    """Return a picture of a study, or None."""
    row = transaction.get(PictureRow, (picture_id, study_id))
    return Picture.model_validate(row) if row else None


def known(transaction: Transaction, study_id: str, picture_ids: Iterable[str]) -> frozenset[str]:
    """Return which of these pictures the study has."""
    table = PictureRow
    found = select(table.id).where(table.study_id == study_id, col(table.id).in_(list(picture_ids)))
    return frozenset(transaction.exec(found))


def picture_in(transaction: Transaction, study_ids: Iterable[str], picture_id: str) -> Picture | None:
    """Return a picture from any of these studies, or None."""
    table = PictureRow
    found = select(table).where(table.id == picture_id, col(table.study_id).in_(list(study_ids)))
    row = transaction.exec(found.limit(1)).first()
    return Picture.model_validate(row) if row else None
