"""Each kind of question as a row of an XLSForm: one function for each kind, one entry in WRITERS."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from survey_engine.design.kinds import (
    Information,
    MultipleChoice,
    OpenText,
    Option,
    Scale,
    SingleChoice,
    Statement,
    Words,
)
from survey_engine.design.kinds.words import LONGEST_ENTRY
from survey_engine.exchange.forms.carried import Why
from survey_engine.exchange.forms.wording import VOTES, said
from survey_engine.exchange.forms.xlsform.drafts import Choice, Draft
from survey_engine.i18n import mark
from survey_engine.texts import has_text

Languages = Sequence[str]
LEAVE_EMPTY = mark("If you cannot say, leave this empty.")
HOW_MANY = mark("Choose at least {least} and at most {most}.")
AT_LEAST = mark("Choose at least {least}.")
AT_MOST = mark("Choose at most {most}.")
TOO_LONG = mark("At most {longest} characters.")


def write_single(question: SingleChoice, languages: Languages) -> Draft:
    """Return a list to choose one from."""
    return Draft("select_one {list}", choices=_choices(question.options))


def write_multiple(question: MultipleChoice, languages: Languages) -> Draft:
    """Return a list to choose several from, with the numbers as a constraint."""
    counts = {">=": question.least or None, "<=": question.most}
    limits = [f"count-selected(.) {sign} {number}" for sign, number in counts.items() if number is not None]
    wording = HOW_MANY if len(limits) == 2 else AT_LEAST if question.least else AT_MOST
    message = said(wording, languages, least=question.least, most=question.most) if limits else {}
    return Draft(
        "select_multiple {list}",
        cells={"constraint": " and ".join(limits)},
        texts={"constraint_message": message},
        choices=_choices(question.options),
    )


def write_scale(question: Scale, languages: Languages) -> Draft:
    """Return a range; labels of its ends stand at its first and last tick."""
    ends = (Choice("1", question.low), Choice(str(question.points), question.high))
    labelled = any(has_text(end.label) for end in ends)
    labels = " tick_labelset={list}" if labelled else ""
    return Draft(
        "range",
        cells={"parameters": f"start=1 end={question.points} step=1{labels}"},
        texts={
            "guidance_hint": said(LEAVE_EMPTY, languages)
            if question.cant_say and not question.required
            else {}
        },
        choices=ends if labelled else (),
        own={"cant_say": question.cant_say},
        lost=((Why.CANT_SAY, {}),) if question.cant_say and question.required else (),
    )


def write_open(question: OpenText, languages: Languages) -> Draft:
    """Return a text, of several lines where it may be long."""
    return Draft(
        "text",
        cells={
            "appearance": "multiline" if question.long else "",
            "constraint": f"string-length(.) <= {question.longest}",
        },
        texts={"constraint_message": said(TOO_LONG, languages, longest=question.longest)},
    )


def write_words(question: Words, languages: Languages) -> Draft:
    """Return a text with one entry a line: XLSForm has no kind for a few short entries."""
    longest = question.most * (LONGEST_ENTRY + 1) - 1
    return Draft(
        "text",
        cells={"appearance": "multiline", "constraint": f"string-length(.) <= {longest}"},
        texts={"constraint_message": said(TOO_LONG, languages, longest=longest)},
        own={"kind": question.kind, "most": question.most},
    )


def write_statement(question: Statement, languages: Languages) -> Draft:
    """Return a list of the three votes."""
    votes = tuple(Choice(code, said(VOTES[code], languages)) for code in question.codes())
    return Draft("select_one {list}", choices=votes, own={"kind": question.kind})


def write_information(question: Information, languages: Languages) -> Draft:
    """Return a note."""
    return Draft("note")


WRITERS: Mapping[str, Callable[[Any, Languages], Draft]] = {
    "single": write_single,
    "multiple": write_multiple,
    "scale": write_scale,
    "open": write_open,
    "words": write_words,
    "statement": write_statement,
    "information": write_information,
}


def _choices(options: Iterable[Option]) -> tuple[Choice, ...]:
    return tuple(Choice(option.code, option.label) for option in options)
