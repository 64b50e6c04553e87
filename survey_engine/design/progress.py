"""How far a study has come, and what is best done next."""

from enum import StrEnum

from survey_engine.records import Value


class Step(StrEnum):
    """The next thing to do in a study."""

    TELL_PEOPLE = "tell-people"
    WRITE_QUESTIONS = "write-questions"
    PUBLISH = "publish"
    START_SESSION = "start-session"
    GATHER_ANSWERS = "gather-answers"
    FIND_THEMES = "find-themes"
    KEEP_QUOTES = "keep-quotes"
    DRAFT_GUIDELINE = "draft-guideline"
    PUBLISH_GUIDELINE = "publish-guideline"
    CONSULT = "consult"


class Progress(Value):
    """What there is in a study so far, counted."""

    has_consent: bool = False
    groups: int = 0
    questionnaires: int = 0
    questions: int = 0
    versions: int = 0
    sessions: int = 0
    ended: int = 0
    people: int = 0
    answers: int = 0
    themes: int = 0
    codings: int = 0
    quotes: int = 0
    guidelines: int = 0
    recommendations: int = 0
    publications: int = 0

    @property
    def next_step(self) -> Step:
        """Return the earliest step that is still open; imported answers need no questionnaire."""
        if not self.answers and not self.sessions:
            return self._next_in_design()
        if not self.answers:
            return Step.GATHER_ANSWERS
        steps = {
            Step.FIND_THEMES: self.themes,
            Step.KEEP_QUOTES: self.quotes,
            Step.DRAFT_GUIDELINE: self.recommendations,
            Step.PUBLISH_GUIDELINE: self.publications,
        }
        return next((step for step, done in steps.items() if not done), Step.CONSULT)

    def _next_in_design(self) -> Step:
        if not self.questions:
            return Step.WRITE_QUESTIONS
        if not self.has_consent:
            return Step.TELL_PEOPLE
        return Step.START_SESSION if self.versions else Step.PUBLISH
