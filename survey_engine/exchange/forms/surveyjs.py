"""A questionnaire as SurveyJS JSON, out only: one page, one element a question; one function for each kind."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from typing import Any

from survey_engine.design.kinds import (
    CANT_SAY,
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
from survey_engine.exchange.forms.carried import Notes, Outgoing, Why, Written
from survey_engine.exchange.forms.tongues import languages_in
from survey_engine.exchange.forms.wording import OWN_WORDS, VOTES, said
from survey_engine.texts import Texts, has_text, pick

Languages = Sequence[str]
Element = dict[str, Any]


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
        element = common | WRITERS[question.kind](question, languages)
        elements.append({name: value for name, value in element.items() if value not in (None, False, "")})
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
    """Return radio buttons."""
    return {"type": "radiogroup", "choices": _choices(question.options, languages)}


def write_multiple(question: MultipleChoice, languages: Languages) -> Element:
    """Return check boxes with the numbers that may be chosen."""
    return {
        "type": "checkbox",
        "choices": _choices(question.options, languages),
        "minSelectedChoices": question.least or None,
        "maxSelectedChoices": question.most,
    }


def write_scale(question: Scale, languages: Languages) -> Element:
    """Return a rating; "can't say" is one more value after the last point."""
    points: list[Any] = list(range(1, question.points + 1))
    if question.cant_say:
        points.append({"value": CANT_SAY, "text": localised(said(OWN_WORDS[CANT_SAY], languages), languages)})
    return {
        "type": "rating",
        "rateMin": 1,
        "rateMax": question.points,
        "rateValues": points if question.cant_say else None,
        "minRateDescription": localised(question.low, languages),
        "maxRateDescription": localised(question.high, languages),
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
    votes = [Option(code=code, label=said(VOTES[code], languages)) for code in question.codes()]
    return {"type": "radiogroup", "choices": _choices(votes, languages)}


def write_information(question: Information, languages: Languages) -> Element:
    """Return a text to read: the heading, and a paragraph for each line."""
    found = dict.fromkeys((*question.text, *question.help))
    html = {code: _html(question.text.get(code, ""), question.help.get(code, "")) for code in found}
    return {"type": "html", "html": localised(html, languages), "title": None, "description": None}


WRITERS: Mapping[str, Callable[[Any, Languages], Element]] = {
    "single": write_single,
    "multiple": write_multiple,
    "scale": write_scale,
    "open": write_open,
    "words": write_words,
    "statement": write_statement,
    "information": write_information,
}


def _choices(options: Iterable[Option], languages: Languages) -> list[Element]:
    return [
        {"value": option.code, "text": localised(option.label, languages) or option.code}
        for option in options
    ]


def _html(heading: str, body: str) -> str:
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in body.split("\n") if line.strip())
    return (f"<h4>{escape(heading)}</h4>" if heading else "") + paragraphs
