"""What `.streamlit/config.toml` must keep saying, whoever edits the colours in it."""

import tomllib

import pytest

from tests.rules.source import ROOT

CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("section", "name", "value", "reason"),
    [
        ("server", "baseUrlPath", "studio", "the root belongs to participants"),
        ("server", "headless", True, "a start must not ask for an e-mail address or open a browser"),
        ("browser", "gatherUsageStats", False, "nothing leaves the machine"),
        ("logger", "hideWelcomeMessage", True, "the welcome asks an outside server for an address"),
        ("client", "showErrorDetails", "none", "nobody sees a traceback with somebody's words in it"),
        ("client", "showErrorLinks", False, "no fault is sent to a search engine or a chat"),
        ("runner", "postScriptGC", False, "a full collection after every run costs 60 to 70 ms"),
    ],
)
def test_streamlit_is_configured_so(section: str, name: str, value: object, reason: str) -> None:
    assert CONFIG.get(section, {}).get(name) == value, reason


def test_agent_interface_is_never_switched_on() -> None:
    assert "enableAgentApi" not in CONFIG["server"]
