"""Write a questionnaire as LimeSurvey's tab-separated structure: base language whole, then each translation."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from survey_engine.design.kinds import AnyQuestion
from survey_engine.exchange.forms.carried import Notes, Outgoing, Why, Written
from survey_engine.exchange.forms.limesurvey.items import Item, Part
from survey_engine.exchange.forms.limesurvey.kinds_out import WRITERS, Labelled, Shape
from survey_engine.exchange.forms.limesurvey.markup import to_markup
from survey_engine.exchange.forms.limesurvey.tokens import Own, to_class
from survey_engine.exchange.forms.names import short_code
from survey_engine.exchange.forms.tongues import languages_in

COLUMNS = (
    *("id", "related_id", "class", "type/scale", "name", "relevance", "text", "help", "language"),
    *("validation", "mandatory", "other", "default", "same_default"),
)
ATTRIBUTES = ("cssclass", "max_answers", "maximum_chars", "min_answers")
# Database limits of LimeSurvey: letters and digits, 20 for a question, 5 for an option.
LONGEST_CODE, LONGEST_OPTION = 20, 5
BYTE_ORDER_MARK = "\ufeff"
Row = dict[str, str]


def write_tsv(outgoing: Outgoing) -> Written:
    """Return the structure; kinds that LimeSurvey has nothing for are listed by their number, from 1."""
    notes = Notes()
    languages = languages_in(outgoing.form, outgoing.languages) or ("en",)
    items = list(_items(outgoing, languages, notes))
    target = StringIO(newline="")
    sheet = csv.DictWriter(target, (*COLUMNS, *ATTRIBUTES), restval="", delimiter="\t", lineterminator="\r\n")
    sheet.writeheader()
    sheet.writerows(_settings(outgoing.title, languages))
    for language in languages:
        title = to_markup(outgoing.title)
        sheet.writerow(
            {
                "id": "1",
                "class": "G",
                "type/scale": "1",
                "name": title,
                "relevance": "1",
                "language": language,
            }
        )
        for item in items:
            sheet.writerows(_item_rows(item, language, is_base=language == languages[0]))
    return Written((BYTE_ORDER_MARK + target.getvalue()).encode(), notes.all())


def _settings(title: str, languages: Sequence[str]) -> Iterator[Row]:
    # Without the language, LimeSurvey's reader takes the survey to be in English.
    yield {"class": "S", "name": "language", "text": languages[0]}
    if len(languages) > 1:
        yield {"class": "S", "name": "additional_languages", "text": " ".join(languages[1:])}
    yield {"class": "S", "name": "format", "text": "G"}
    for language in languages:
        yield {"class": "SL", "name": "surveyls_title", "text": to_markup(title), "language": language}


def _items(outgoing: Outgoing, languages: Sequence[str], notes: Notes) -> Iterator[Item]:
    taken: set[str] = set()
    for number, question in enumerate(outgoing.form.questions, start=1):
        if question.kind not in WRITERS:
            notes.add(number, question.key, Why.KIND_OUT, kind=question.kind)
            continue
        code = short_code(question.key, taken, LONGEST_CODE)
        taken.add(code.casefold())
        yield _item(question, WRITERS[question.kind](question, languages), code, number)


def _item(question: AnyQuestion, shape: Shape, code: str, number: int) -> Item:
    answers, answer_codes = _parts(shape.answers)
    subquestions, sub_codes = _parts(shape.subquestions)
    own = Own(shape.kind, question.key if code != question.key else "", answer_codes | sub_codes)
    return Item(
        row=number,
        letter=shape.letter,
        code=code,
        text=question.text,
        help=question.help,
        mandatory="Y" if question.required and question.takes_answers else "N",
        other="N",
        relevance="1",
        answers=answers,
        subquestions=subquestions,
        attributes={**shape.attributes, "cssclass": to_class(own)},
    )


def _parts(labelled: Sequence[Labelled]) -> tuple[list[Part], dict[str, str]]:
    """Return the parts under codes that LimeSurvey takes, and the codes that had to change."""
    parts: list[Part] = []
    changed: dict[str, str] = {}
    taken: set[str] = set()
    for row, (code, label) in enumerate(labelled, start=1):
        short = short_code(code, taken, LONGEST_OPTION, numbers=True)
        taken.add(short.casefold())
        if short != code:
            changed[short] = code
        parts.append(Part(row, short, label))
    return parts, changed


def _item_rows(item: Item, language: str, is_base: bool) -> Iterator[Row]:
    yield {
        "id": str(item.row),
        "class": "Q",
        "type/scale": item.letter,
        "name": item.code,
        "relevance": item.relevance,
        "text": to_markup(item.text.get(language, "")),
        "help": to_markup(item.help.get(language, "")),
        "language": language,
        "mandatory": item.mandatory,
        "other": item.other,
        **(item.attributes if is_base else {}),
    }
    for kind, parts in (("SQ", item.subquestions), ("A", item.answers)):
        for part in parts:
            yield {
                "related_id": str(item.row),
                "class": kind,
                "type/scale": part.scale,
                "name": part.code,
                "relevance": "1" if kind == "SQ" else "",
                "text": to_markup(part.text.get(language, "")),
                "language": language,
            }
