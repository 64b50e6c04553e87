"""Start everything: the facilitators' pages under /studio, and everybody else's at the root.

`streamlit run app.py` serves both on one port; `make run` sets everything up first.
"""

import streamlit as st

from door.guard import guard
from door.routes import door_routes
from door.shield import shield
from participant.lifespan import lifespan
from participant.routes import participant_routes

app = st.App(
    "pages/frame.py",
    routes=[*door_routes(), *participant_routes()],
    middleware=[shield(), guard()],
    lifespan=lifespan,
)
