"""A questionnaire as SurveyJS JSON, out only: one page, one element a question; one function for each kind."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
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
from survey_engine.design.kinds.choice import NONE, OTHER, OpenChoice, ShownAs
from survey_engine.design.kinds.graded import Graded, PointsShown
from survey_engine.design.kinds.words import LONGEST_ENTRY
from survey_engine.exchange.forms import surveyjs_in_pieces as in_pieces
from survey_engine.exchange.forms.carried import Notes, Outgoing, Why, Written
from survey_engine.exchange.forms.points import labelled_points
from survey_engine.exchange.forms.tongues import languages_in
from survey_engine.exchange.forms.whole import beside_questions
from survey_engine.exchange.forms.whole_kinds import SAID_IN, lost_of
from survey_engine.exchange.forms.wording import OWN_WORDS, said
from survey_engine.texts import Texts, has_text, pick

Languages = Sequence[str]
Element = dict[str, Any]
Writer = Callable[[Any, Languages], Element]


def write_surveyjs(outgoing: Outgoing) -> Written:
    """Return the questionnaire; kinds that SurveyJS has nothing for are listed by their number, from 1."""
    notes = Notes()
    languages = languages_in(outgoing.form, outgoing.languages) or ("en",)
    elements: list[Element] = []
    for number, question in enumerate(outgoing.form.questions, start=1):
        if question.kind not in WRITERS:
            notes.add(number, question.key, Why.KIND_OUT, kind=question.kind)
            continue
        common = {
            "name": question.key,
            "title": localised(question.text, languages),
            "description": localised(question.help, languages),
            "isRequired": question.required,
        }
        for reason, details in lost_of(question, own_statements=False):
            notes.add(number, question.key, reason, **details)
        for field in _not_said(question):
            notes.add(number, question.key, Why.FIELD, field=field)
        element = common | WRITERS[question.kind](question, languages)
        if getattr(question, "shuffle", False):
            element["rowsOrder" if str(element["type"]).startswith("matrix") else "choicesOrder"] = "random"
        elements.append({name: value for name, value in element.items() if value not in (None, False, "")})
    for field in beside_questions(outgoing.form):
        notes.add(0, "", Why.FIELD, field=field)
    whole = {
        "title": outgoing.title,
        "locale": languages[0],
        "pages": [{"name": "page1", "elements": elements}],
    }
    return Written((json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode(), notes.all())


def localised(texts: Texts, languages: Languages) -> dict[str, str] | None:
    """Return a text as SurveyJS has it: by language, and `default` where a language is missing."""
    if not has_text(texts):
        return None
    shown = {code: texts[code] for code in languages if texts.get(code)}
    return {"default": pick(texts, languages[0], languages), **shown}


def write_single(question: SingleChoice, languages: Languages) -> Element:
    """Return radio buttons, or a list that opens where it is long."""
    return {
        "type": "dropdown" if question.shown_as == ShownAs.SEARCH else "radiogroup",
        "choices": _choices(question.options, languages),
        **_other(question, languages),
    }


def write_yesno(question: YesNo, languages: Languages) -> Element:
    """Return radio buttons with yes and no."""
    return _own_choices(question, languages)


def write_multiple(question: MultipleChoice, languages: Languages) -> Element:
    """Return check boxes with the numbers that may be chosen."""
    return {
        "type": "tagbox" if question.shown_as == ShownAs.SEARCH else "checkbox",
        "choices": _choices(question.options, languages),
        "minSelectedChoices": question.least or None,
        "maxSelectedChoices": question.most,
        "showNoneItem": question.none,
        "noneText": localised(question.label(NONE), languages) if question.none else None,
        **_other(question, languages),
    }


def write_scale(question: Scale, languages: Languages) -> Element:
    """Return a rating; "can't say" is one more value after the last point."""
    points = _points(question, languages)
    return {
        "type": "rating",
        "rateType": "stars" if question.shown_as == PointsShown.STARS else None,
        "rateMin": 1,
        "rateMax": question.points,
        "rateValues": points if question.cant_say or question.between else None,
        "minRateDescription": localised(question.low, languages),
        "maxRateDescription": localised(question.high, languages),
    }


def write_matrix(question: Matrix, languages: Languages) -> Element:
    """Return a matrix: statements down, points across."""
    return {
        "type": "matrix",
        "columns": _points(question, languages),
        "rows": _choices(question.options, languages),
        "eachRowRequired": question.required,
    }


def write_ranking(question: Ranking, languages: Languages) -> Element:
    """Return a ranking; with fewer places than options people choose what they rank."""
    return {
        "type": "ranking",
        "choices": _choices(question.options, languages),
        "selectToRankEnabled": question.places < len(question.options),
        "maxSelectedChoices": question.top,
    }


def write_number(question: Number, languages: Languages) -> Element:
    """Return a field for a number, within its range."""
    return {
        "type": "text",
        "inputType": "number",
        "min": question.least,
        "max": question.most,
        "step": float(question.step),
    }


def write_date(question: Date, languages: Languages) -> Element:
    """Return a field for a day, within its range."""
    return {
        "type": "text",
        "inputType": "date",
        "min": question.earliest.isoformat() if question.earliest else None,
        "max": question.latest.isoformat() if question.latest else None,
    }


def write_open(question: OpenText, languages: Languages) -> Element:
    """Return a field of one or of several lines."""
    return {"type": "comment" if question.long else "text", "maxLength": question.longest}


def write_words(question: Words, languages: Languages) -> Element:
    """Return one short field for each entry."""
    items = [{"name": str(number), "title": str(number)} for number in range(1, question.most + 1)]
    return {"type": "multipletext", "items": [item | {"maxLength": LONGEST_ENTRY} for item in items]}


def write_statement(question: Statement, languages: Languages) -> Element:
    """Return radio buttons with the three votes."""
    return _own_choices(question, languages)


def write_information(question: Information, languages: Languages) -> Element:
    """Return a text to read: the heading, and a paragraph for each line."""
    found = dict.fromkeys((*question.text, *question.help))
    html = {code: _html(question.text.get(code, ""), question.help.get(code, "")) for code in found}
    return {"type": "html", "html": localised(html, languages), "title": None, "description": None}


def _in_pieces(write: Callable[[Any, Languages, in_pieces.Localise], Element]) -> Writer:
    return lambda question, languages: write(question, languages, localised)


WRITERS: Mapping[str, Writer] = {
    "criteria": _in_pieces(in_pieces.write_criteria),
    "points": _in_pieces(in_pieces.write_points),
    "position": _in_pieces(in_pieces.write_position),
    "statements": _in_pieces(in_pieces.write_statements),
    "ideas": _in_pieces(in_pieces.write_contributions),
    "audience": _in_pieces(in_pieces.write_contributions),
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
# Fields that the element of every kind says, or without which people are asked the same.
SAID = {
    "key",
    "kind",
    "text",
    "help",
    "required",
    "id",
    "options",
    "other",
    "shown_as",
    "none",
    "least",
    "most",
}
SAID |= {"picture_width", "picture_height"}
SAID |= {
    "points",
    "low",
    "high",
    "between",
    "cant_say",
    "top",
    "longest",
    "long",
    "decimals",
    "earliest",
    "latest",
    "shuffle",
}


def _not_said(question: Question) -> list[str]:
    changed = question.model_dump(exclude_defaults=True)
    return [field for field in changed if field not in SAID | SAID_IN.get(question.kind, set())]


def _own_choices(question: Question, languages: Languages) -> Element:
    own = [Option(code=code, label=said(OWN_WORDS[code], languages)) for code in question.codes()]
    return {"type": "radiogroup", "choices": _choices(own, languages)}


def _other(question: OpenChoice, languages: Languages) -> Element:
    words = localised(question.label(OTHER), languages) if question.other else None
    return {"showOtherItem": question.other, "otherText": words}


def _points(question: Graded, languages: Languages) -> list[Any]:
    is_named = bool(question.between) or question.kind == "matrix"
    points: list[Any] = [
        {"value": int(code), "text": localised(label, languages)} if is_named else int(code)
        for code, label in labelled_points(question, languages)
    ]
    if question.cant_say:
        points.append({"value": CANT_SAY, "text": localised(said(OWN_WORDS[CANT_SAY], languages), languages)})
    return points


def _choices(options: Iterable[Option], languages: Languages) -> list[Element]:
    return [
        {"value": option.code, "text": localised(option.label, languages) or option.code}
        for option in options
    ]


def _html(heading: str, body: str) -> str:
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in body.split("\n") if line.strip())
    return (f"<h4>{escape(heading)}</h4>" if heading else "") + paragraphs
