"""The frame around every page: its settings, language, sign-in and navigation; nothing else."""

import sys
from pathlib import Path

# Streamlit runs this file with pages/ on the path; packages are found from the project's root.
sys.path[:0] = [root] if (root := str(Path(__file__).resolve().parent.parent)) not in sys.path else []

import streamlit as st  # noqa: E402

from pages.ui.feedback import show_notice  # noqa: E402
from pages.ui.links import keep_address  # noqa: E402
from pages.ui.navigation import navigation  # noqa: E402
from pages.ui.visitor import visitor_or_stop  # noqa: E402

# A file of our own: an icon by name would be fetched from elsewhere.
ICON = Path(__file__).resolve().parent.parent / "data" / "look" / "icon.svg"
st.set_page_config(page_title="Balsis", page_icon=ICON, layout="wide")
page = navigation(visitor_or_stop())
keep_address(page.url_path)
show_notice()
page.run()
