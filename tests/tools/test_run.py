"""What the terminal says at the start, and what is served."""

import socket
import string
from pathlib import Path

import pytest

from survey_engine.workbench import Workbench
from tests.conftest import make_account
from tools.run import is_taken, opening_lines, server_arguments
from tools.words import WORDS, said, terminal_language

LOCALE_NAMES = ("LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in LOCALE_NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("BALSIS_PUBLIC_URL", raising=False)


def said_at_start(port: int = 8501) -> list[str]:
    return [line.strip() for line in opening_lines(port) if line.strip()]


def test_start_offers_a_one_time_link_while_there_is_no_account(bench: Workbench) -> None:
    link = said_at_start()[-1]
    secret = link.partition("?token=")[2]
    assert link.startswith("First account: http://localhost:8501/first-account?token=")
    assert bench.accounts.invitation_is_valid(secret)


def test_start_offers_no_link_once_there_is_an_account(bench: Workbench) -> None:
    make_account(bench, "anna@example.org", "Anna")
    assert [line for line in said_at_start() if "token" in line] == []


def test_facilitator_is_told_the_address_with_the_port_that_is_served(folder: Path) -> None:
    assert said_at_start(8600)[0] == "Facilitator:   http://localhost:8600/studio"


def test_participants_are_told_the_public_address_where_there_is_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BALSIS_PUBLIC_URL", "https://balsis.example.org/")
    assert said_at_start()[1] == "Participants:  https://balsis.example.org"


def test_pages_accept_visitors_of_the_public_address() -> None:
    assert server_arguments(8501, "https://balsis.example.org")[-2:] == [
        "--browser.serverAddress",
        "balsis.example.org",
    ]


def test_port_is_taken_while_somebody_listens_on_it() -> None:
    with socket.socket() as listener:
        listener.bind(("0.0.0.0", 0))
        listener.listen()
        assert is_taken(listener.getsockname()[1])


def test_port_is_free_when_nobody_listens_on_it() -> None:
    with socket.socket() as probe:
        probe.bind(("0.0.0.0", 0))
        port = probe.getsockname()[1]
    assert not is_taken(port)


@pytest.mark.parametrize(
    ("locale", "language"), [("lv_LV.UTF-8", "lv"), ("ru_RU", "ru"), ("de_DE.UTF-8", "en"), ("C", "en")]
)
def test_terminal_speaks_the_language_of_the_locale(
    locale: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", locale)
    assert terminal_language() == language


def test_words_of_the_terminal_name_what_they_are_given() -> None:
    assert said("port-taken", port=8501, other=8502).startswith("Port 8501 is taken by another program.")


@pytest.mark.parametrize("name", WORDS)
def test_words_of_the_terminal_exist_in_three_languages_with_the_same_places(name: str) -> None:
    places = {
        language: {place for _, place, _, _ in string.Formatter().parse(text) if place}
        for language, text in WORDS[name].items()
    }
    assert set(places) == {"lv", "en", "ru"}
    assert len(set(map(frozenset, places.values()))) == 1
