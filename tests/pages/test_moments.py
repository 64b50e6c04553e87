"""Moments are written as each language writes dates."""

from datetime import UTC, datetime

import pytest

from pages.ui import moments


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("lv", "2026. gada 22. novembris, 01:27"),
        ("ru", "22 ноября 2026, 01:27"),
        ("en", "22 November 2026, 01:27"),
    ],
)
def test_moment_is_written_as_the_language_writes_dates(
    language: str, written: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moments, "language", lambda: language)

    assert moments.moment(datetime(2026, 11, 21, 23, 27, tzinfo=UTC)) == written
