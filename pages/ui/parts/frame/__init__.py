"""A page of ours as it looks on a screen of a given size, made smaller where there is less room for it."""

from pathlib import Path

import streamlit as st

HERE = Path(__file__).resolve().parent

_component = st.components.v2.component(
    "balsis_frame",
    html='<div class="screen"><iframe></iframe></div>',
    css=(HERE / "frame.css").read_text(encoding="utf-8"),
    js=(HERE / "frame.js").read_text(encoding="utf-8"),
)


def draw_frame(address: str, *, width: int, height: int, alt: str) -> None:
    """Draw the page at an address of our own on a screen of `width` by `height` pixels."""
    _component(
        data={"address": address, "width": width, "height": height, "alt": alt},
        key=f"frame_{width}_{address}",
    )
