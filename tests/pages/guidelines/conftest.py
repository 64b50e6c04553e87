"""The pages of guidelines over the same room as the tests of the engine."""

from tests.engine.guidelines.conftest import room

__all__ = ["room"]
