"""Changes between versions of a questionnaire in words, one line each."""

from collections.abc import Callable

from survey_engine.design.changes import Change, ChangeKind
from survey_engine.i18n import mark
from survey_engine.texts import Texts, pick

WORDS: dict[ChangeKind, str] = {
    ChangeKind.ADDED: mark("New, question {number}: “{text}”"),
    ChangeKind.REMOVED: mark("Gone, it was question {number}: “{text}”"),
    ChangeKind.MOVED: mark("Moved from place {before} to place {after}: “{text}”"),
    ChangeKind.TEXT: mark("Question {number}, {field} in {language}: “{before}” is now “{after}”"),
    ChangeKind.PART_ADDED: mark("Question {number}, added: “{after}”"),
    ChangeKind.PART_REMOVED: mark("Question {number}, taken out: “{before}”"),
    ChangeKind.PART_TEXT: mark("Question {number}, an option in {language}: “{before}” is now “{after}”"),
    ChangeKind.PARTS_MOVED: mark("Question {number}: the options stand in another order"),
    ChangeKind.SETTING: mark("Question {number}, {field}: {before} is now {after}"),
    ChangeKind.FORM: mark("Changed: {field}"),
}
SETTING_CHANGED = mark("Question {number}, changed: {field}")
NEWLY_WRITTEN = mark("Question {number}, {field} now also in {language}: “{after}”")

FIELDS = {
    "text": mark("text"),
    "help": mark("explanation"),
    "low": mark("first point"),
    "high": mark("last point"),
    "between": mark("points between"),
    "required": mark("must be answered"),
    "points": mark("number of points"),
    "least": mark("at least"),
    "most": mark("at most"),
    "longest": mark("longest answer"),
    "long": mark("room for a long answer"),
    "cant_say": mark("“can't say”"),
    "other": mark("“other” in own words"),
    "none": mark("“none of these”"),
    "top": mark("places to rank"),
    "shown_as": mark("how it is shown"),
    "show_if": mark("when it is shown"),
    "section": mark("section"),
    "decline": mark("“prefer not to say”"),
    "default": mark("chosen beforehand"),
    "shuffle": mark("random order"),
    "pattern": mark("pattern"),
    "options": mark("options"),
    "unit": mark("unit"),
    "picture": mark("picture"),
    "picture_alt": mark("description of the picture"),
    "sections": mark("sections"),
    "one_page": mark("which sections are one page"),
    "agenda": mark("agenda"),
    "booked_minutes": mark("booked time"),
    "starts_at": mark("beginning"),
}
ANOTHER = mark("another setting ({name})")
VALUES = {"True": mark("yes"), "False": mark("no"), "": "–"}


def say_change(
    change: Change,
    translate: Callable[[str], str],
    language: str,
    language_name: Callable[[str], str] = lambda code: code,
) -> str:
    """Return a change as one line; texts in several languages are told in `language`."""

    def said(value: str | Texts) -> str:
        if isinstance(value, dict):
            return pick(value, language)
        return translate(VALUES[value]) if value in VALUES else value

    words = WORDS[change.kind]
    if change.kind is ChangeKind.SETTING and not (change.before or change.after):
        words = SETTING_CHANGED
    if change.kind is ChangeKind.TEXT and not change.before:
        words = NEWLY_WRITTEN
    known = FIELDS.get(change.field)
    field = translate(known) if known else translate(ANOTHER).format(name=change.field)
    return translate(words).format(
        number=change.number,
        text=pick(change.text, language),
        field=field,
        language=language_name(change.language) if change.language else "",
        before=said(change.before),
        after=said(change.after),
    )
