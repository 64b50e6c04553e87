"""What is chosen beforehand, as LimeSurvey's default answer: both ways."""

import re

from survey_engine.design.kinds import AnyQuestion
from survey_engine.exchange.forms.limesurvey.items import Item
from survey_engine.exchange.forms.limesurvey.rules import variables_of
from survey_engine.exchange.forms.limesurvey.tokens import Own

NUMERAL = re.compile(r"-?\d{1,15}(\.\d{1,6})?")


def read_default(item: Item, own: Own, question: AnyQuestion) -> str:
    """Return the code of the default; '' where there is none or it is no answer to the question."""
    given = item.default.strip()
    if not given or not question.takes_default:
        return ""
    if question.has_numbers and not question.codes():
        return given if NUMERAL.fullmatch(given) else ""
    code = _codes(item, own, question).get(given, "")
    return code if code in question.codes() else ""


def write_default(item: Item, own: Own, question: AnyQuestion) -> str:
    """Return the default as the item has it; '' where LimeSurvey cannot have it."""
    if len(question.default) != 1 or not question.takes_default:
        return ""
    if question.has_numbers and not question.codes():
        return question.default[0] if NUMERAL.fullmatch(question.default[0]) else ""
    found = {code: written for written, code in _codes(item, own, question).items()}
    return found.get(question.default[0], "")


def _codes(item: Item, own: Own, question: AnyQuestion) -> dict[str, str]:
    whole = [one for one in variables_of(item, own, question) if not one.is_part]
    return dict(whole[0].codes) if whole else {}
