"""The one place where pages cache: by subject and revision, so that what is shown is never stale."""

from collections.abc import Callable
from typing import Any, TypeVar

import streamlit as st

from survey_engine import workbench as engine

T = TypeVar("T")


@st.cache_data(max_entries=256, show_spinner=False)
def _kept(
    folder: str, name: str, subject: str, revision: int, arguments: tuple[Any, ...], _compute: Any
) -> Any:
    return _compute()


def cached(name: str, subject: str, revision: int, *arguments: Any, compute: Callable[[], T]) -> T:
    """Return `compute()`, kept until the revision of the subject moves.

    `name` and `arguments` tell one computation from another; results must be plain or frozen values.
    """
    folder = str(engine.current().settings.folder)
    value: T = _kept(folder, name, subject, revision, arguments, compute)
    return value
