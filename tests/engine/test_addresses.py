"""Under which address phones find the room, and what they read off the wall."""

import pytest

from survey_engine import addresses
from survey_engine.addresses import participants_url, qr_code, short_address


@pytest.fixture(autouse=True)
def network(monkeypatch) -> None:
    monkeypatch.setattr(addresses, "network_address", lambda: "192.168.1.7")


def test_public_address_is_taken_where_there_is_one() -> None:
    assert (
        participants_url("https://balsis.example", "http://localhost:8501/studio", 8501)
        == "https://balsis.example"
    )


def test_address_that_the_facilitator_uses_serves_participants_too() -> None:
    assert participants_url("", "https://hall.example/studio/console", 8501) == "https://hall.example"


@pytest.mark.parametrize("seen", ["http://localhost:8501/studio", "http://127.0.0.1:8501/studio", ""])
def test_phones_get_the_laptops_address_instead_of_localhost(seen: str) -> None:
    assert participants_url("", seen, 8600) == "http://192.168.1.7:8600"


def test_without_a_network_there_is_only_localhost(monkeypatch) -> None:
    monkeypatch.setattr(addresses, "network_address", lambda: None)
    assert participants_url("", "", 8501) == "http://localhost:8501"


def test_address_is_shown_without_what_nobody_types() -> None:
    assert short_address("https://balsis.example/") == "balsis.example"


def test_qr_code_has_its_quiet_zone() -> None:
    code = qr_code("http://192.168.1.7:8501/ABC234")
    corners = [run for run in code.path.split("M") if run.startswith("4 4h7")]
    assert (code.side, len(corners)) == (37, 1)
