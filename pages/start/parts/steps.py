"""The next step of a study in words, and the page where it is done."""

from survey_engine.design.progress import Step
from survey_engine.i18n import mark

# The step as an invitation, and the address of its page in the registry.
STEPS: dict[Step, tuple[str, str]] = {
    Step.TELL_PEOPLE: (mark("Say what participants are told and consent to"), "about"),
    Step.WRITE_QUESTIONS: (mark("Write the questions"), "questionnaire"),
    Step.PUBLISH: (mark("Check the questionnaire and publish it"), "questionnaire"),
    Step.START_SESSION: (mark("Prepare a session and invite people"), "sessions"),
    Step.GATHER_ANSWERS: (mark("Gather answers in the session"), "sessions"),
    Step.FIND_THEMES: (mark("Find the themes in the answers"), "themes"),
    Step.KEEP_QUOTES: (mark("Keep quotes for the themes"), "quotes"),
    Step.DRAFT_GUIDELINE: (mark("Draft recommendations with their evidence"), "draft"),
    Step.PUBLISH_GUIDELINE: (mark("Check the guideline and publish it"), "publish"),
    Step.CONSULT: (mark("Look at what all groups share and what only one says"), "agreement"),
}
