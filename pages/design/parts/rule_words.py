"""The rule of a question in the visitor's words, shared by the list, the rule's editor and the preview."""

from textwrap import shorten

from pages.ui.i18n import _, localised
from pages.ui.parts.results import code_label
from survey_engine.design.kinds import Question
from survey_engine.design.models import Form, Study, groups_of
from survey_engine.design.rules import say_rule
from survey_engine.i18n import mark

GROUP = mark("The group that people named")
LONGEST_NAME = 70


def rule_words(question: Question, form: Form, study: Study) -> str:
    """Return to whom a question is shown, as a sentence; '' where everybody sees it."""
    return say_rule(question, form, _, lambda asked, code: answer_label(asked, code, study))


def answer_label(asked: Question | None, code: str, study: Study) -> str:
    """Return what a code of a question means; without a question, what a group is called."""
    if asked is not None:
        return code_label(asked, code)
    return next((localised(group.label) for group in groups_of(study) if group.key == code), code)


def listed_name(form: Form, question: Question) -> str:
    """Return a question with its number, short enough for a list to choose from."""
    number = next(n for n, one in enumerate(form.questions, start=1) if one.id == question.id)
    return f"{number}. {shorten(localised(question.text), LONGEST_NAME, placeholder=' …')}"
