"""Write a questionnaire as LimeSurvey's tab-separated structure: base language whole, then each translation."""

import csv
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from typing import Any

from survey_engine.design.kinds import AnyQuestion
from survey_engine.design.models import Form
from survey_engine.exchange.forms.carried import Notes, Outgoing, Why, Written
from survey_engine.exchange.forms.fields import fields_apart, restored
from survey_engine.exchange.forms.limesurvey.items import Item, Part, Survey
from survey_engine.exchange.forms.limesurvey.kinds_in import SHUFFLED
from survey_engine.exchange.forms.limesurvey.kinds_out import NOT_MISSED, WRITERS, Labelled, Shape
from survey_engine.exchange.forms.limesurvey.markup import to_markup
from survey_engine.exchange.forms.limesurvey.reading import carry
from survey_engine.exchange.forms.limesurvey.tokens import Own, to_class
from survey_engine.exchange.forms.names import short_code
from survey_engine.exchange.forms.tongues import languages_in
from survey_engine.exchange.forms.whole import beside_questions, with_keys
from survey_engine.texts import Texts

COLUMNS = (
    *("id", "related_id", "class", "type/scale", "name", "relevance", "text", "help", "language"),
    *("validation", "mandatory", "other", "default", "same_default"),
)
ATTRIBUTES = (
    *("cssclass", "date_max", "date_min", "exclude_all_others", "max_answers", "max_num_value_n"),
    *("maximum_chars", "min_answers", "min_num_value_n", "num_value_int_only", "random_order"),
)
# Database limits of LimeSurvey: letters and digits, 20 for a question, 5 for an option.
LONGEST_CODE, LONGEST_OPTION = 20, 5
BYTE_ORDER_MARK = "\ufeff"
Row = dict[str, str]


def write_tsv(outgoing: Outgoing) -> Written:
    """Return the structure; kinds that LimeSurvey has nothing for are listed by their number, from 1."""
    notes = Notes()
    languages = languages_in(outgoing.form, outgoing.languages) or ("en",)
    form = with_keys(outgoing.form)
    items = _items(form, languages, notes)
    for field in beside_questions(form):
        notes.add(0, "", Why.FIELD, field=field)
    target = StringIO(newline="")
    sheet = csv.DictWriter(target, (*COLUMNS, *ATTRIBUTES), restval="", delimiter="\t", lineterminator="\r\n")
    sheet.writeheader()
    sheet.writerows(_settings(outgoing.title, languages))
    for language in languages:
        sheet.writerow(_group(outgoing.title, language))
        for item in items:
            sheet.writerows(_item_rows(item, language, is_base=language == languages[0]))
    return Written((BYTE_ORDER_MARK + target.getvalue()).encode(), notes.all())


def _group(title: str, language: str) -> Row:
    """Return the one group that holds all questions."""
    ids = {"id": "1", "class": "G", "type/scale": "1", "relevance": "1"}
    return ids | {"name": to_markup(title), "language": language}


def _settings(title: str, languages: Sequence[str]) -> Iterator[Row]:
    # Without the language, LimeSurvey's reader takes the survey to be in English.
    yield {"class": "S", "name": "language", "text": languages[0]}
    if len(languages) > 1:
        yield {"class": "S", "name": "additional_languages", "text": " ".join(languages[1:])}
    yield {"class": "S", "name": "format", "text": "G"}
    for language in languages:
        yield {"class": "SL", "name": "surveyls_title", "text": to_markup(title), "language": language}


def _items(form: Form, languages: Sequence[str], notes: Notes) -> list[Item]:
    taken: set[str] = set()
    asked: list[_Asked] = []
    for number, question in enumerate(form.questions, start=1):
        if question.kind not in WRITERS:
            notes.add(number, question.key, Why.KIND_OUT, kind=question.kind)
            continue
        code = short_code(question.key, taken, LONGEST_CODE)
        taken.add(code.casefold())
        asked.append(_asked(question, WRITERS[question.kind](question, languages), code, number))
    return _with_the_rest(asked, languages, notes)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question, its item, and what is noted in it."""

    question: AnyQuestion
    item: Item
    own: Own

    def noted(self, **changes: Any) -> Item:
        """Return the item with what is noted."""
        noted = to_class(replace(self.own, **changes))
        return replace(self.item, attributes={**self.item.attributes, "cssclass": noted})


def _with_the_rest(asked: Sequence[_Asked], languages: Sequence[str], notes: Notes) -> list[Item]:
    """Read the items back, and note in each what they do not say of the question."""
    survey = Survey(tuple(languages), {}, (), [one.noted() for one in asked])
    found = {question.key: question for question in carry(survey).form.questions}
    items = []
    for one in asked:
        question, number = one.question, one.item.row
        read, kind = found.get(question.key), one.own.kind
        if read is not None and read.kind != question.kind:
            kind = question.kind
            read = restored(read, kind, {}, Notes(), number, question.key)
        fields = fields_apart(question, read)
        for field in sorted(fields.keys() - NOT_MISSED):
            notes.add(number, question.key, Why.FIELD, field=field)
        items.append(one.noted(kind=kind, fields=fields))
    return items


def _asked(question: AnyQuestion, shape: Shape, code: str, number: int) -> _Asked:
    reserved = {*shape.extras, *(["other"] if shape.other else [])}
    answers, answer_codes = _parts(shape.answers, reserved, shape.extras)
    subquestions, sub_codes = _parts(shape.subquestions, reserved, shape.extras)
    used = {part.code for part in (*answers, *subquestions)}
    extras = [one for one in shape.extras if one in used]
    own = Own(shape.kind, question.key if code != question.key else "", answer_codes | sub_codes, extras)
    item = Item(
        row=number,
        letter=shape.letter,
        code=code,
        text=_markup(question.text),
        help=_markup(question.help),
        mandatory="Y" if question.required and question.takes_answers else "N",
        other="Y" if shape.other else "N",
        relevance="1",
        answers=answers,
        subquestions=subquestions,
        attributes={**shape.attributes, **({SHUFFLED: "1"} if getattr(question, "shuffle", False) else {})},
    )
    return _Asked(question, item, own)


def _parts(
    labelled: Sequence[Labelled], reserved: Collection[str], extras: Collection[str]
) -> tuple[list[Part], dict[str, str]]:
    """Return the parts under codes that LimeSurvey takes, and the codes that had to change."""
    parts: list[Part] = []
    changed: dict[str, str] = {}
    taken = {code.casefold() for code in reserved}
    for row, (code, label) in enumerate(labelled, start=1):
        short = code if code in extras else short_code(code, taken, LONGEST_OPTION, numbers=True)
        taken.add(short.casefold())
        if short != code:
            changed[short] = code
        parts.append(Part(row, short, _markup(label)))
    return parts, changed


def _markup(texts: Texts) -> Texts:
    return {language: to_markup(text) for language, text in texts.items()}


def _item_rows(item: Item, language: str, is_base: bool) -> Iterator[Row]:
    yield {
        "id": str(item.row),
        "class": "Q",
        "type/scale": item.letter,
        "name": item.code,
        "relevance": item.relevance,
        "text": item.text.get(language, ""),
        "help": item.help.get(language, ""),
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
                "text": part.text.get(language, ""),
                "language": language,
            }
