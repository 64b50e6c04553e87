"""A LimeSurvey survey as a questionnaire: what Balsis has no place for is listed item by item."""

from collections.abc import Mapping
from dataclasses import replace

from survey_engine.design.kinds import AnyQuestion
from survey_engine.design.kinds.conditions import ShowIf
from survey_engine.design.models import Form
from survey_engine.exchange.forms.carried import Carried, Notes, Why
from survey_engine.exchange.forms.fields import restored
from survey_engine.exchange.forms.gathering import Gathering
from survey_engine.exchange.forms.limesurvey.defaults import read_default
from survey_engine.exchange.forms.limesurvey.items import Item, Part, Survey
from survey_engine.exchange.forms.limesurvey.kinds_in import (
    OTHER_LETTERS,
    OWN_READERS,
    READERS,
    SHUFFLED,
    Source,
)
from survey_engine.exchange.forms.limesurvey.markup import expression_in, in_languages, lost_tags, to_plain
from survey_engine.exchange.forms.limesurvey.rules import ALWAYS, Variable, read_rule, variables_of
from survey_engine.exchange.forms.limesurvey.sections_in import read_sections
from survey_engine.exchange.forms.limesurvey.tokens import Own, from_class, mark_of
from survey_engine.exchange.forms.limesurvey.validation import read_pattern
from survey_engine.exchange.forms.tongues import language_named
from survey_engine.exchange.forms.whole import put_together
from survey_engine.exchange.forms.whole_kinds import kind_in_pieces
from survey_engine.texts import pick

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
    reading = _Reading(survey, _languages(survey, notes), notes)
    for feature in survey.features:
        if feature.is_rule:
            notes.add(feature.row, feature.name, Why.RULE, rule=feature.value)
        else:
            notes.add(feature.row, feature.name, Why.FEATURE, feature=feature.value or feature.name)
    for section in survey.sections:
        for text in (*section.title.values(), *section.description.values()):
            _note_markup(section.row, to_plain(pick(section.title, "en")), text, notes)
    for item in survey.items:
        reading.take(item)
    named = tuple(dict.fromkeys(reading.languages.values()))
    title = pick(in_languages(survey.title, reading.languages), named[0] if named else "en")
    return Carried(reading.form(), named, notes.all(), title)


class _Reading:
    """The questions read so far, what expressions call them, and the sections that they stand in."""

    def __init__(self, survey: Survey, languages: Mapping[str, str], notes: Notes) -> None:
        self.languages = languages
        self.gathering = Gathering(notes)
        self.notes = notes
        self.groups = {group.key: group for group in survey.sections}
        self.sections = read_sections(survey, languages, notes)
        self.variables: dict[str, Variable] = {}

    def take(self, item: Item) -> None:
        """Read an item and keep its question."""
        own, letter = from_class(item.attributes.get("cssclass", "")), item.letter.strip()
        in_pieces = kind_in_pieces(own.kind)
        read = OWN_READERS.get(own.kind) or READERS.get(letter)
        if read is None and in_pieces is None:
            kind = f"{OTHER_LETTERS[letter]} ({letter})" if letter in OTHER_LETTERS else letter or "?"
            self.notes.add(item.row, item.code, Why.KIND, kind=kind)
            return
        if in_pieces is None:
            _note_unused(item, self.notes)
        named = tuple(dict.fromkeys(self.languages.values()))
        source = Source(self._plain(item), own, self.notes, named)
        question = source.make(in_pieces) if in_pieces else read(source) if read else None
        if question is None:
            return
        question = self._completed(question, item, own)
        kept = self.gathering.add(self._restored(question, item, own), item.row, item.code)
        if kept is not None:
            self.variables |= {one.name: one for one in variables_of(item, own, kept)}

    def form(self) -> Form:
        """Return the questions in their sections."""
        found = [one.model_dump(mode="json") for one in self.sections.values() if one]
        return put_together(self.gathering.form().questions, {"sections": found} if found else {}, self.notes)

    def _plain(self, item: Item) -> Item:
        return replace(
            item,
            text=in_languages(item.text, self.languages),
            help=in_languages(item.help, self.languages),
            subquestions=[self._plain_part(part) for part in item.subquestions],
            answers=[self._plain_part(part) for part in item.answers],
        )

    def _plain_part(self, part: Part) -> Part:
        return replace(part, text=in_languages(part.text, self.languages))

    def _completed(self, question: AnyQuestion, item: Item, own: Own) -> AnyQuestion:
        """Return the question in its section, with its rule, its pattern and what is chosen beforehand."""
        section = self.sections.get(item.section)
        changes: dict[str, object] = {"section": section.id if section else ""}
        if not self._is_as_written(item, own):
            changes["show_if"] = self._rule(item)
        pattern = read_pattern(item.validation) if question.kind == "open" else None
        if pattern:
            changes["pattern"] = pattern
        elif item.validation.strip():
            self.notes.add(item.row, item.code, Why.CONSTRAINT, rule=item.validation)
        chosen = read_default(item, own, question)
        if chosen:
            changes["default"] = (chosen,)
        elif item.default.strip():
            self.notes.add(item.row, item.code, Why.DEFAULT, value=item.default)
        return question.model_copy(update=changes)

    def _restored(self, question: AnyQuestion, item: Item, own: Own) -> AnyQuestion | None:
        """Return the question with what Balsis noted; a condition that somebody changed since is the new one."""
        kind, fields = own.kind or question.kind, dict(own.fields)
        if own.rule and not self._is_as_written(item, own):
            fields.pop("show_if", None)
        if not fields and kind == question.kind:
            return question
        return restored(question, kind, fields, self.notes, item.row, item.code)

    def _is_as_written(self, item: Item, own: Own) -> bool:
        group = self.groups.get(item.section)
        is_whole = group is None or group.relevance.strip() in ALWAYS
        return is_whole and own.rule == mark_of(item.relevance)

    def _rule(self, item: Item) -> ShowIf:
        """Return the rule of an item and its group; what is more than conditions is noted as it stands."""
        group = self.groups.get(item.section)
        said = [(item.row, item.code, item.relevance.strip())]
        said += [(group.row, to_plain(pick(group.title, "en")), group.relevance.strip())] if group else []
        said = [one for one in said if one[2] not in ALWAYS]
        rule = read_rule(" and ".join(f"({one[2]})" for one in said), self.variables) if said else ShowIf()
        if rule is not None:
            return rule
        alone = read_rule(said[0][2], self.variables) if len(said) > 1 else None
        for row, name, expression in said[1:] if alone else said:
            self.notes.add(row, name, Why.RULE, rule=expression)
        return alone or ShowIf()


def _note_unused(item: Item, notes: Notes) -> None:
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
        if part.default:
            notes.add(part.row, part.code, Why.DEFAULT, value=part.default)
        for text in part.text.values():
            _note_markup(part.row, part.code, text, notes)


def _note_markup(row: int, code: str, text: str, notes: Notes) -> None:
    if tags := lost_tags(text):
        notes.add(row, code, Why.MARKUP, tags=tags)
    if place := expression_in(text):
        notes.add(row, code, Why.PIPED, place=place)


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
