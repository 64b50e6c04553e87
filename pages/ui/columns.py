"""How wide a page is read: lines that run across a whole monitor are not."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

WIDEST = 1100


def reading_column() -> DeltaGenerator:
    """Return a container for pages that are read and written, no wider than is comfortable."""
    return st.container(width=WIDEST)
