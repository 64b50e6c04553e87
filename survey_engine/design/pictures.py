"""Which pictures a questionnaire shows."""

from collections.abc import Iterable

from survey_engine.design.kinds import Information, Question


def pictures_in(questions: Iterable[Question]) -> frozenset[str]:
    """Return the ids of the pictures that these questions show."""
    return frozenset(one.picture for one in questions if isinstance(one, Information) and one.picture)
