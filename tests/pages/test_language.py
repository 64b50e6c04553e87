"""The language in which pages speak: the visitor's own, and for a preview the chosen one."""

from types import SimpleNamespace

import pytest

from pages.ui import i18n

TEXTS = {"lv": "Parks", "uk": "Парк"}


@pytest.fixture(autouse=True)
def latvian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "LANGUAGE", SimpleNamespace(get=lambda: "lv"))


def test_preview_says_everything_in_its_language() -> None:
    with i18n.previewed_in("ru"):
        assert (i18n.language(), i18n._("Yes")) == ("ru", "Да")


def test_preview_in_a_language_that_is_not_ours_shows_the_texts_of_the_study_in_it() -> None:
    with i18n.previewed_in("uk"):
        assert (i18n.language(), i18n.localised(TEXTS)) == ("en", "Парк")


def test_visitor_is_spoken_to_in_their_own_language_after_a_preview() -> None:
    with i18n.previewed_in("ru"):
        pass
    assert (i18n.language(), i18n.localised(TEXTS)) == ("lv", "Parks")
