"""Write a questionnaire as LimeSurvey's tab-separated structure: base language whole, then each translation."""

import csv
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from typing import Any

from survey_engine.design.kinds import AnyQuestion, OpenText, Points
from survey_engine.design.models import Form
from survey_engine.exchange.forms.carried import Notes, Outgoing, Why, Written
from survey_engine.exchange.forms.fields import fields_apart, restored
from survey_engine.exchange.forms.limesurvey.defaults import write_default
from survey_engine.exchange.forms.limesurvey.groups_out import group_row, groups_of
from survey_engine.exchange.forms.limesurvey.items import Item, Labelled, Part, Section, Shape, Survey
from survey_engine.exchange.forms.limesurvey.kinds_in import SHUFFLED
from survey_engine.exchange.forms.limesurvey.kinds_out import NOT_MISSED, NOT_MISSED_IN, WRITERS
from survey_engine.exchange.forms.limesurvey.markup import to_markup
from survey_engine.exchange.forms.limesurvey.reading import carry
from survey_engine.exchange.forms.limesurvey.rules import ALWAYS, Variable, variables_of, write_rule
from survey_engine.exchange.forms.limesurvey.tokens import Own, mark_of, to_class
from survey_engine.exchange.forms.limesurvey.validation import write_pattern
from survey_engine.exchange.forms.names import short_code
from survey_engine.exchange.forms.tongues import languages_in
from survey_engine.exchange.forms.whole import beside_questions, with_keys
from survey_engine.exchange.forms.whole_kinds import IN_PIECES, lost_of
from survey_engine.texts import Texts

COLUMNS = (
    *("id", "related_id", "class", "type/scale", "name", "relevance", "text", "help", "language"),
    *("validation", "mandatory", "other", "default", "same_default"),
)
ATTRIBUTES = (
    *("cssclass", "date_max", "date_min", "em_validation_q", "equals_num_value", "exclude_all_others"),
    *("max_answers", "max_num_value_n", "maximum_chars", "min_answers", "min_num_value_n"),
    *("multiflexible_max", "multiflexible_min", "num_value_int_only", "random_order"),
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
    groups = groups_of(form, outgoing.title, languages)
    items = _items(form, groups, outgoing.title, languages, notes)
    for field in (name for name in beside_questions(form) if name != "sections"):
        notes.add(0, "", Why.FIELD, field=field)
    # There all groups are one page each, or none is.
    if any(section.one_page for section in form.sections):
        notes.add(0, "", Why.FIELD, field="one_page")
    target = StringIO(newline="")
    sheet = csv.DictWriter(target, (*COLUMNS, *ATTRIBUTES), restval="", delimiter="\t", lineterminator="\r\n")
    sheet.writeheader()
    sheet.writerows(_settings(outgoing.title, languages))
    for language in languages:
        is_base = language == languages[0]
        for group in groups:
            sheet.writerow(group_row(group, language, is_base=is_base))
            for item in items:
                if item.section == group.key:
                    sheet.writerows(_item_rows(item, language, is_base=is_base))
    return Written((BYTE_ORDER_MARK + target.getvalue()).encode(), notes.all())


def _settings(title: str, languages: Sequence[str]) -> Iterator[Row]:
    # Without the language, LimeSurvey's reader takes the survey to be in English.
    yield {"class": "S", "name": "language", "text": languages[0]}
    if len(languages) > 1:
        yield {"class": "S", "name": "additional_languages", "text": " ".join(languages[1:])}
    yield {"class": "S", "name": "format", "text": "G"}
    for language in languages:
        yield {"class": "SL", "name": "surveyls_title", "text": to_markup(title), "language": language}


def _items(
    form: Form, groups: Sequence[Section], title: str, languages: Sequence[str], notes: Notes
) -> list[Item]:
    taken: set[str] = set()
    asked: list[_Asked] = []
    variables: dict[str, Sequence[Variable]] = {}
    keys = {group.id: group.key for group in groups}
    for number, question in enumerate(form.questions, start=1):
        if question.kind not in WRITERS:
            notes.add(number, question.key, Why.KIND_OUT, kind=question.kind)
            continue
        code = short_code(question.key, taken, LONGEST_CODE)
        taken.add(code.casefold())
        one = _asked(question, WRITERS[question.kind](question, languages), code, number)
        relevance = write_rule(question.show_if, variables) if question.show_if else None
        item = replace(
            one.item,
            section=keys[question.section],
            relevance=relevance or "1",
            default=write_default(one.item, one.own, question),
            validation=write_pattern(question.pattern) if isinstance(question, OpenText) else "",
        )
        variables[question.id] = variables_of(item, one.own, question)
        asked.append(replace(one, item=item))
    survey = Survey(tuple(languages), _everywhere(title, languages), groups, [one.noted() for one in asked])
    return _with_the_rest(asked, survey, notes)


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


def _with_the_rest(asked: Sequence[_Asked], survey: Survey, notes: Notes) -> list[Item]:
    """Read the items back, and note in each what they do not say of the question."""
    found = {question.key: question for question in carry(survey).form.questions}
    items = []
    for one in asked:
        question, number = one.question, one.item.row
        read, kind = found.get(question.key), one.own.kind
        if read is not None and read.kind != question.kind:
            kind = question.kind
            read = restored(read, kind, {}, Notes(), number, question.key)
        fields = fields_apart(question, read)
        is_ruled = one.item.relevance not in ALWAYS and "show_if" in fields
        for reason, details in lost_of(question, way_out=False, own_statements=False):
            notes.add(number, question.key, reason, **details)
        not_missed = NOT_MISSED_IN[question.kind] if question.kind in IN_PIECES else NOT_MISSED
        for field in sorted(fields.keys() - not_missed - ({"show_if"} if is_ruled else set())):
            notes.add(number, question.key, Why.FIELD, field=field)
        rule = mark_of(one.item.relevance) if "show_if" in fields else ""
        items.append(one.noted(kind=kind, fields=fields, rule=rule))
    return items


def _asked(question: AnyQuestion, shape: Shape, code: str, number: int) -> _Asked:
    reserved = {*shape.extras, *(["other"] if shape.other else [])}
    answers, answer_codes = _parts(shape.answers, reserved, shape.extras)
    subquestions, sub_codes = _parts(shape.subquestions, reserved, shape.extras)
    columns, _changed = _parts(shape.columns, (), ())
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
        answers=answers,
        subquestions=[*subquestions, *(replace(part, scale="1") for part in columns)],
        attributes={
            **shape.attributes,
            **_limit(question, code, subquestions),
            **({SHUFFLED: "1"} if getattr(question, "shuffle", False) else {}),
        },
    )
    return _Asked(question, item, own)


def _limit(question: AnyQuestion, code: str, parts: Sequence[Part]) -> dict[str, str]:
    """Return the condition that what is ticked in a budget costs no more than there is."""
    if not isinstance(question, Points) or not question.is_budget:
        return {}
    costs = [
        f'if({code}_{part.code}.NAOK == "Y", {option.cost or 0}, 0)'
        for part, option in zip(parts, question.options, strict=True)
    ]
    return {"em_validation_q": f"sum({', '.join(costs)}) <= {question.total}"}


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


def _everywhere(title: str, languages: Sequence[str]) -> Texts:
    return dict.fromkeys(languages, to_markup(title))


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
        "validation": item.validation,
        "default": item.default,
        "same_default": "1" if item.default else "",
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
