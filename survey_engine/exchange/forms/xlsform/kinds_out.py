"""Each kind of question as rows of an XLSForm: one function for each kind, one entry in WRITERS.

What a row cannot say is not noted here: the file is read back, and what is missing then goes
into the column `balsis`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from survey_engine.design.kinds import (
    CANT_SAY,
    Date,
    Information,
    Matrix,
    MultipleChoice,
    Number,
    OpenText,
    Option,
    Question,
    Ranking,
    Scale,
    SingleChoice,
    Statement,
    Words,
    YesNo,
)
from survey_engine.design.kinds.choice import LONGEST_OTHER, NONE, OTHER, OpenChoice, ShownAs
from survey_engine.design.kinds.choice import Choice as ListOfOptions
from survey_engine.design.kinds.graded import PointsShown
from survey_engine.design.kinds.words import LONGEST_ENTRY
from survey_engine.exchange.forms.carried import Why
from survey_engine.exchange.forms.points import labelled_points
from survey_engine.exchange.forms.whole_kinds import SAID_IN
from survey_engine.exchange.forms.wording import OWN_WORDS, said
from survey_engine.exchange.forms.xlsform.drafts import REFERENCE, UNLINKED, Choice, Draft, Part
from survey_engine.exchange.forms.xlsform.kinds_in_pieces import (
    write_contributions,
    write_criteria,
    write_points,
    write_position,
    write_statements,
)
from survey_engine.exchange.forms.xlsform.limits import Limits, write_limits
from survey_engine.exchange.forms.xlsform.patterns import write_pattern
from survey_engine.exchange.forms.xlsform.ranges import End, say_end, write_range
from survey_engine.i18n import mark
from survey_engine.texts import Texts, has_text, pick

Languages = Sequence[str]
LEAVE_EMPTY = mark("If you cannot say, leave this empty.")
HOW_MANY = mark("Choose at least {least} and at most {most}.")
AT_LEAST = mark("Choose at least {least}.")
AT_MOST = mark("Choose at most {most}.")
ALONE = mark("“None of these” cannot stand beside other options.")
TOO_LONG = mark("At most {longest} characters.")
# A long list with a field to search in.
BETWEEN, FROM, UP_TO = mark("From {least} to {most}."), mark("{least} or more."), mark("{most} or less.")
SEARCH = "autocomplete"


def write_single(question: SingleChoice, languages: Languages) -> Draft:
    """Return a list to choose one from; "other" is a choice more, with a text that it opens."""
    return Draft(
        "select_one {list}",
        cells={**_appearance(question), **_randomized(question)},
        choices=(*_choices(question.options), *_extras(question)),
        parts=_room_for_other(question, languages),
    )


def write_yesno(question: YesNo, languages: Languages) -> Draft:
    """Return a list of yes and no, and of "can't say"."""
    return Draft("select_one {list}", choices=_own_choices(question, languages), own={"kind": question.kind})


def write_multiple(question: MultipleChoice, languages: Languages) -> Draft:
    """Return a list to choose several from, with the numbers, and with what stands alone, as a constraint."""
    limits = Limits(question.least, question.most, NONE if question.none else "")
    wording = HOW_MANY if question.least and question.most else AT_LEAST if question.least else AT_MOST
    if not question.least and question.most is None:
        wording = ALONE
    constraint = write_limits(limits)
    message = said(wording, languages, least=question.least, most=question.most) if constraint else {}
    return Draft(
        "select_multiple {list}",
        cells={"constraint": constraint, **_appearance(question), **_randomized(question)},
        texts={"constraint_message": message},
        choices=(*_choices(question.options), *_extras(question)),
        parts=_room_for_other(question, languages),
    )


def write_scale(question: Scale, languages: Languages) -> Draft:
    """Return a range, as stars where they have no names; names of its points stand at its ticks."""
    named = tuple(
        Choice(code, label)
        for code, label in ((code, question.point_label(code)) for code in question.codes())
        if code != CANT_SAY and (has_text(label) or code in ("1", str(question.points)))
    )
    labelled = any(has_text(one.label) for one in named)
    labels = " tick_labelset={list}" if labelled else ""
    is_stars = question.shown_as == PointsShown.STARS and not labelled
    can_be_left = question.cant_say and not question.required
    return Draft(
        "range",
        cells={
            "parameters": f"start=1 end={question.points} step=1{labels}",
            "appearance": "rating" if is_stars else "",
        },
        texts={"guidance_hint": said(LEAVE_EMPTY, languages) if can_be_left else {}},
        choices=named if labelled else (),
        lost=((Why.CANT_SAY, {}),) if question.cant_say and question.required else (),
    )


def write_matrix(question: Matrix, languages: Languages) -> Draft:
    """Return a group shown as a table: a row to choose one point in for each statement."""
    points = tuple(Choice(code, label) for code, label in labelled_points(question, languages))
    way_out = (Choice(CANT_SAY, said(OWN_WORDS[CANT_SAY], languages), is_extra=True),)
    required = {"required": "yes" if question.required else ""}
    return Draft(
        "begin_group",
        cells={"appearance": "table-list" if question.options else ""},
        choices=(*points, *(way_out if question.cant_say else ())),
        parts=[
            Part(option.code, "select_one {list}", option.label, required, is_item=True)
            for option in question.options
        ]
        or [Part("empty", "note", dict.fromkeys(languages, "–"))],
        own={"kind": question.kind},
    )


def write_ranking(question: Ranking, languages: Languages) -> Draft:
    """Return a list to put in order, whole: XLSForm has no first few places."""
    return Draft("rank {list}", cells=_randomized(question), choices=_choices(question.options))


def write_number(question: Number, languages: Languages) -> Draft:
    """Return a whole number or one with decimals, with its range as a constraint."""
    ends = question.least, question.most
    return Draft(
        "decimal" if question.decimals else "integer",
        cells={"constraint": write_range(*ends)},
        texts={"constraint_message": _range_message(ends, languages)},
    )


def write_date(question: Date, languages: Languages) -> Draft:
    """Return a day, with its range as a constraint."""
    ends = question.earliest, question.latest
    return Draft(
        "date",
        cells={"constraint": write_range(*ends)},
        texts={"constraint_message": _range_message(ends, languages)},
    )


def write_open(question: OpenText, languages: Languages) -> Draft:
    """Return a text, of several lines where it may be long."""
    message = question.pattern.message
    told = said(TOO_LONG, languages, longest=question.longest)
    shape = write_pattern(question.pattern).replace("{", "{{").replace("}", "}}")
    if shape and has_text(message):
        told = {code: pick(message, code, languages).replace(REFERENCE, UNLINKED) for code in languages}
    return Draft(
        "text",
        cells={
            "appearance": "multiline" if question.long else "",
            "constraint": f"string-length(.) <= {question.longest}{' and ' + shape if shape else ''}",
        },
        texts={"constraint_message": told},
    )


def write_words(question: Words, languages: Languages) -> Draft:
    """Return a text with one entry a line: XLSForm has no kind for a few short entries."""
    longest = question.most * (LONGEST_ENTRY + 1) - 1
    return Draft(
        "text",
        cells={"appearance": "multiline", "constraint": f"string-length(.) <= {longest}"},
        texts={"constraint_message": said(TOO_LONG, languages, longest=longest)},
        own={"kind": question.kind},
    )


def write_statement(question: Statement, languages: Languages) -> Draft:
    """Return a list of the three votes."""
    return Draft("select_one {list}", choices=_own_choices(question, languages), own={"kind": question.kind})


def write_information(question: Information, languages: Languages) -> Draft:
    """Return a note."""
    return Draft("note")


WRITERS: Mapping[str, Callable[[Any, Languages], Draft]] = {
    "criteria": write_criteria,
    "points": write_points,
    "position": write_position,
    "statements": write_statements,
    "ideas": write_contributions,
    "audience": write_contributions,
    "single": write_single,
    "yesno": write_yesno,
    "multiple": write_multiple,
    "scale": write_scale,
    "matrix": write_matrix,
    "ranking": write_ranking,
    "number": write_number,
    "date": write_date,
    "open": write_open,
    "words": write_words,
    "statement": write_statement,
    "information": write_information,
}
# Fields without which a question elsewhere is the same to those who answer it, and fields that
# a writer above has put into other words: they are kept in silence.
NOT_MISSED = {
    "bank_key",
    "cant_say",
    "shown_as",
    "between",
    "low",
    "high",
    "options",
    "text",
    "help",
    "other",
    "none",
}
NOT_MISSED |= {"picture_width", "picture_height"}
NOT_MISSED_IN = {"words": {"most"}, **SAID_IN}


def _choices(options: Iterable[Option]) -> tuple[Choice, ...]:
    return tuple(Choice(option.code, option.label) for option in options)


def _own_choices(question: Question, languages: Languages) -> tuple[Choice, ...]:
    return tuple(Choice(code, said(OWN_WORDS[code], languages), is_extra=True) for code in question.codes())


def _extras(question: OpenChoice) -> tuple[Choice, ...]:
    """Return the choices that are not among the options: "other" and "none of these"."""
    codes = (code for code in question.codes() if code not in question.option_codes)
    return tuple(Choice(code, question.label(code), is_extra=True) for code in codes)


def _room_for_other(question: OpenChoice, languages: Languages) -> tuple[Part, ...]:
    if not question.other:
        return ()
    return (
        Part(
            OTHER,
            "text",
            said(mark("Other: what?"), languages),
            {
                "relevant": f"selected(${{{{{{name}}}}}}, '{OTHER}')",
                "constraint": f"string-length(.) <= {LONGEST_OTHER}",
            },
            {"constraint_message": said(TOO_LONG, languages, longest=LONGEST_OTHER)},
        ),
    )


def _range_message(ends: tuple[End, End], languages: Languages) -> Texts:
    least, most = ("" if end is None else say_end(end) for end in ends)
    if not (least or most):
        return {}
    wording = BETWEEN if least and most else FROM if least else UP_TO
    return said(wording, languages, least=least, most=most)


def _randomized(question: ListOfOptions) -> dict[str, str]:
    return {"parameters": "randomize=true"} if question.shuffle else {}


def _appearance(question: OpenChoice) -> dict[str, str]:
    return {"appearance": SEARCH if question.shown_as == ShownAs.SEARCH else ""}
