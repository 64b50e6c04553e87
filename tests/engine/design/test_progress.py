"""The next step of a study."""

import pytest

from survey_engine.design.progress import Progress, Step

DONE = {
    "has_consent": True,
    "questions": 3,
    "versions": 1,
    "sessions": 2,
    "people": 20,
    "answers": 60,
    "themes": 4,
    "quotes": 3,
    "recommendations": 2,
    "publications": 1,
}


@pytest.mark.parametrize(
    ("without", "step"),
    [
        (tuple(DONE), Step.WRITE_QUESTIONS),
        (("has_consent", "versions", "sessions", "answers"), Step.TELL_PEOPLE),
        (("versions", "sessions", "answers"), Step.PUBLISH),
        (("sessions", "answers"), Step.START_SESSION),
        (("answers",), Step.GATHER_ANSWERS),
        (("questions", "versions", "sessions", "themes"), Step.FIND_THEMES),
        (("quotes",), Step.KEEP_QUOTES),
        (("recommendations", "publications"), Step.DRAFT_GUIDELINE),
        (("publications",), Step.PUBLISH_GUIDELINE),
        ((), Step.CONSULT),
    ],
)
def test_next_step_is_the_earliest_that_is_open(without: tuple[str, ...], step: Step) -> None:
    counted = {name: value for name, value in DONE.items() if name not in without}
    assert Progress(**counted).next_step == step
