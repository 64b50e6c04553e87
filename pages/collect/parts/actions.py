"""Buttons that do one thing: a single call of the workbench, its fault shown in words."""

from collections.abc import Callable
from typing import Any

from pages.ui.feedback import problems_shown


def doing(action: Callable[..., object], *positional: Any, **named: Any) -> Callable[[], None]:
    """Return what a button calls: the action, with an EngineError shown on the page instead of raised.

    As a callback it runs before the page is drawn, so that the page shows what has become of it.
    """

    def act() -> None:
        with problems_shown():
            action(*positional, **named)

    return act
