"""What is chosen beforehand, as the column `default` of XLSForm: both ways."""

import re
from collections.abc import Mapping, Sequence

from survey_engine.design.kinds import AnyQuestion
from survey_engine.exchange.forms.xlsform.drafts import EXTRA
from survey_engine.exchange.forms.xlsform.layout import FormRow

NUMERAL = re.compile(r"-?\d{1,15}(\.\d{1,6})?")


def write_default(question: AnyQuestion, written: Mapping[str, str]) -> str:
    """Return the default; '' where XLSForm cannot have it. `written` are the names of choices by their codes."""
    if len(question.default) != 1 or not question.takes_default:
        return ""
    (code,) = question.default
    if question.has_numbers:
        return code if NUMERAL.fullmatch(code) else ""
    return written.get(code, "")


def read_default(given: str, question: AnyQuestion, choices: Sequence[FormRow]) -> str:
    """Return the code of a default; '' where it is no plain answer to the question."""
    if not question.takes_default:
        return ""
    if question.has_numbers:
        return given if NUMERAL.fullmatch(given) else ""
    named = {
        one.cell("name"): str(one.own.get(EXTRA) or one.own.get("code") or one.cell("name"))
        for one in choices
    }
    code = named.get(given, "")
    return code if code in question.codes() or any(code == one.own.get(EXTRA) for one in choices) else ""
