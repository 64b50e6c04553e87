"""Moments are stored in UTC and come back aware, whatever zone they were given in."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from survey_engine.records import UtcTime

COLUMN, DIALECT = UtcTime(), sqlite.dialect()
# The limits have no zone because hypothesis adds one.
EARLIEST, LATEST = datetime(1900, 1, 2), datetime(2200, 1, 1)  # noqa: DTZ001
zones = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


def stored_and_read(moment: datetime | None) -> datetime | None:
    return COLUMN.process_result_value(COLUMN.process_bind_param(moment, DIALECT), DIALECT)


@given(st.datetimes(EARLIEST, LATEST, timezones=zones))
def test_moment_comes_back_as_the_same_moment_in_utc(moment: datetime) -> None:
    back = stored_and_read(moment)
    assert back == moment
    assert back is not None
    assert back.tzinfo == UTC


def test_no_moment_stays_none() -> None:
    assert stored_and_read(None) is None


def test_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        COLUMN.process_bind_param(datetime(2026, 5, 12), DIALECT)  # noqa: DTZ001 - the very thing that is refused
