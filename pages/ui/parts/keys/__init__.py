"""Enter goes on to the next field of a form, as Tab does: for whoever types in many sheets."""

from pathlib import Path

import streamlit as st

HERE = Path(__file__).resolve().parent

_component = st.components.v2.component(
    "balsis_keys", html="<span></span>", js=(HERE / "keys.js").read_text(encoding="utf-8")
)


def let_enter_go_on(*, start: str) -> None:
    """Let Enter move on in the first form of the page; its first field is focused once for each `start`."""
    _component(data={"start": start}, key=f"keys_{start}", height=1)
