"""A LimeSurvey survey as a questionnaire: what Balsis has no place for is listed item by item."""

from collections.abc import Mapping
from dataclasses import replace

from survey_engine.exchange.forms.carried import Carried, Notes, Why
from survey_engine.exchange.forms.fields import restored
from survey_engine.exchange.forms.gathering import Gathering
from survey_engine.exchange.forms.limesurvey.items import Item, Part, Section, Survey
from survey_engine.exchange.forms.limesurvey.kinds_in import (
    OTHER_LETTERS,
    OWN_READERS,
    READERS,
    SHUFFLED,
    Source,
)
from survey_engine.exchange.forms.limesurvey.markup import expression_in, lost_tags, to_plain
from survey_engine.exchange.forms.limesurvey.tokens import from_class
from survey_engine.exchange.forms.tongues import language_named
from survey_engine.exchange.forms.whole import put_together
from survey_engine.texts import Texts, has_text, pick

ALWAYS = {"", "1"}
UNSET = {"", "0", "N", "none", "default", "normal"}
# How a question looks or is counted in LimeSurvey; nothing of what is asked is lost without it.
LOOKS = {"cssclass", "question_template", "question_theme_name", "statistics_showgraph", "display_rows"}
LOOKS |= {
    "statistics_graphtype",
    "statistics_showmap",
    "public_statistics",
    "display_columns",
    "text_input_width",
}
LOOKS |= {"label_input_columns", "text_input_columns", "input_size", "answer_width", "location_mapservice"}
LOOKS |= {
    "save_as_default",
    "alphasort",
    "page_break",
    "dropdown_size",
    "time_limit_timer_style",
    "input_boxes",
}
LOOKS |= {
    "printable_help",
    "scale_export",
    "location_mapwidth",
    "location_mapheight",
    "location_mapzoom",
    "hide_tip",
}
USED = {
    "exclude_all_others",
    "min_num_value_n",
    "max_num_value_n",
    "num_value_int_only",
    "date_min",
    "date_max",
    "min_answers",
    "max_answers",
    "maximum_chars",
}
# Types that may offer an answer of one's own.
WITH_OTHER = set("L!OMP")
# Types whose options may stand in a random order.
WITH_ORDER = set("L!OMPRFH")
RANDOM = {"random_order", "answer_order", "subquestion_order", "random_group"}


def carry(survey: Survey) -> Carried:
    """Return the questionnaire in a survey, and what did not come along."""
    notes = Notes()
    languages = _languages(survey, notes)
    gathering = Gathering(notes)
    for feature in survey.features:
        if feature.is_rule:
            notes.add(feature.row, feature.name, Why.RULE, rule=feature.value)
        else:
            notes.add(feature.row, feature.name, Why.FEATURE, feature=feature.value or feature.name)
    for section in survey.sections:
        _note_section(section, len(survey.sections) > 1, notes)
    for item in survey.items:
        _read_item(item, languages, gathering)
    named = tuple(dict.fromkeys(languages.values()))
    title = pick(_plain(survey.title, languages), named[0] if named else "en")
    form = put_together(gathering.form().questions, {}, notes)
    return Carried(form, named, notes.all(), title)


def _read_item(item: Item, languages: Mapping[str, str], gathering: Gathering) -> None:
    own, letter = from_class(item.attributes.get("cssclass", "")), item.letter.strip()
    read = OWN_READERS.get(own.kind) or READERS.get(letter)
    if read is None:
        kind = f"{OTHER_LETTERS[letter]} ({letter})" if letter in OTHER_LETTERS else letter or "?"
        gathering.notes.add(item.row, item.code, Why.KIND, kind=kind)
        return
    _note_unused(item, gathering.notes)
    plain = replace(
        item,
        text=_plain(item.text, languages),
        help=_plain(item.help, languages),
        subquestions=[_plain_part(part, languages) for part in item.subquestions],
        answers=[_plain_part(part, languages) for part in item.answers],
    )
    named = tuple(dict.fromkeys(languages.values()))
    question = read(Source(plain, own, gathering.notes, named))
    if question is not None and (own.fields or own.kind not in ("", question.kind)):
        kind = own.kind or question.kind
        question = restored(question, kind, own.fields, gathering.notes, item.row, item.code)
    gathering.add(question, item.row, item.code)


def _note_unused(item: Item, notes: Notes) -> None:
    if item.relevance.strip() not in ALWAYS:
        notes.add(item.row, item.code, Why.RULE, rule=item.relevance)
    if item.validation.strip():
        notes.add(item.row, item.code, Why.CONSTRAINT, rule=item.validation)
    if item.default.strip():
        notes.add(item.row, item.code, Why.DEFAULT, value=item.default)
    if item.other.strip().upper() == "Y" and item.letter.strip() not in WITH_OTHER:
        notes.add(item.row, item.code, Why.OTHER)
    if item.mandatory.strip().upper() == "S":
        notes.add(item.row, item.code, Why.SETTING, setting="mandatory", value="soft")
    for name, value in item.attributes.items():
        if name == SHUFFLED and item.letter.strip() in WITH_ORDER:
            continue
        if name in RANDOM and value.strip() not in UNSET:
            notes.add(item.row, item.code, Why.ORDER)
        elif name not in LOOKS | USED and value.strip() not in UNSET:
            notes.add(item.row, item.code, Why.SETTING, setting=name, value=to_plain(value)[:200])
    for text in (*item.text.values(), *item.help.values()):
        _note_markup(item.row, item.code, text, notes)
    for part in (*item.subquestions, *item.answers):
        for text in part.text.values():
            _note_markup(part.row, part.code, text, notes)


def _note_markup(row: int, code: str, text: str, notes: Notes) -> None:
    if tags := lost_tags(text):
        notes.add(row, code, Why.MARKUP, tags=tags)
    if place := expression_in(text):
        notes.add(row, code, Why.PIPED, place=place)


def _note_section(section: Section, is_one_of_several: bool, notes: Notes) -> None:
    title = to_plain(pick(section.title, "en"))
    if is_one_of_several or has_text(section.description):
        notes.add(section.row, title, Why.SECTION, title=title)
    if section.relevance.strip() not in ALWAYS:
        notes.add(section.row, title, Why.RULE, rule=section.relevance)


def _languages(survey: Survey, notes: Notes) -> dict[str, str]:
    """Return the languages that Balsis knows, by their codes in the file."""
    found: dict[str, str] = {}
    for code in survey.languages:
        known = language_named(code)
        if known is None:
            notes.add(0, code, Why.LANGUAGE, language=code)
        elif known in found.values():
            notes.add(0, code, Why.LANGUAGE_TWICE)
        else:
            found[code] = known
    return found


def _plain(texts: Texts, languages: Mapping[str, str]) -> Texts:
    plain = {languages[code]: to_plain(text) for code, text in texts.items() if code in languages}
    return {code: text for code, text in plain.items() if text}


def _plain_part(part: Part, languages: Mapping[str, str]) -> Part:
    return replace(part, text=_plain(part.text, languages))
