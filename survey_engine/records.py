"""What every record shares: frozen values between the layers, times in UTC."""

from datetime import UTC, datetime
from typing import Any

from pydantic import BaseModel, ConfigDict
from sqlalchemy import DateTime
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel


class Record(SQLModel):
    """A frozen value that also has a table in `storage` (written once, inherited there)."""

    model_config = ConfigDict(frozen=True)  # type: ignore[assignment]


class Value(BaseModel):
    """A frozen value without a table of its own: part of a document or a result."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class UtcTime(TypeDecorator[datetime]):
    """A moment, aware and in UTC on both sides of the database."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)
