"""A way out for those whom no answer fits, and no answer that is there before anybody gave it."""

from collections.abc import Iterator

from survey_engine.design.kinds import MultipleChoice, Question, YesNo
from survey_engine.design.kinds.choice import OpenChoice
from survey_engine.design.kinds.graded import Graded
from survey_engine.design.wording.advice import Advice, Place, WordingCheck
from survey_engine.design.wording.lexicons import has
from survey_engine.design.wording.scales import FEWEST_ANSWERS, leaning_of
from survey_engine.design.wording.texts import labels_of


def no_way_out(question: Question, language: str) -> Iterator[Advice]:
    """Advise where an opinion or an open list of things leaves no answer to those whom none fits."""
    text = question.text.get(language, "")
    if not text.strip():
        return
    if isinstance(question, Graded):
        missing = not question.cant_say
    elif isinstance(question, YesNo):
        missing = not question.cant_say and has("opinions", language, text)
    else:
        missing = isinstance(question, OpenChoice) and _is_closed_in(question, text, language)
    if missing:
        yield Advice(
            check=WordingCheck.NO_WAY_OUT,
            language=language,
            question_id=question.id,
            place=Place.TEXT,
            end=len(text),
            passage=text,
        )


def preselected(question: Question, language: str) -> Iterator[Advice]:
    """Advise where an answer is chosen before anybody has thought about the question."""
    text = question.text.get(language, "")
    if question.default and text.strip():
        yield Advice(
            check=WordingCheck.PRESELECTED,
            language=language,
            question_id=question.id,
            place=Place.TEXT,
            end=len(text),
            passage=text,
        )


def _is_closed_in(question: OpenChoice, text: str, language: str) -> bool:
    if question.other or (isinstance(question, MultipleChoice) and question.none):
        return False
    labels = [label.text for label in labels_of(question, language)]
    if len(labels) < 2 or any(has("ways_out", language, label) for label in labels):
        return False
    if all(has("yes_or_no", language, label) for label in labels):
        return has("opinions", language, text)
    leanings = [one for label in labels if (one := leaning_of(label, language))]
    if len(leanings) >= FEWEST_ANSWERS:
        return all(one.side for one in leanings)
    return not leanings and has("open_lists", language, text)
