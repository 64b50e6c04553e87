"""What changed between two versions of a questionnaire, and which questions stayed comparable.

Questions are told apart by their id, options and other parts by their code, so that a new wording is
a change and not one question gone and another one new.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, Field

from survey_engine.design.all_texts import SEPARATOR, name_of, texts_of
from survey_engine.design.kinds import AnyQuestion, Question
from survey_engine.design.models import Form
from survey_engine.records import Value
from survey_engine.texts import Texts

# An explanation may be added without asking anything else.
NOT_WORDING = frozenset({"help", "picture_alt"})
# Names for the program, which nobody is asked by.
UNSEEN = frozenset({"id", "key", "kind", "bank_key", "picture_width", "picture_height"})

# Settings that hold an id, which says nothing to a person.
IDS = frozenset({"section", "picture"})


class ChangeKind(StrEnum):
    """One sort of change."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    TEXT = "text"
    PART_ADDED = "part-added"
    PART_REMOVED = "part-removed"
    PART_TEXT = "part-text"
    PARTS_MOVED = "parts-moved"
    SETTING = "setting"
    FORM = "form"


class Change(Value):
    """One difference; `text` is the question as it reads now (or did), `number` its place from 1.

    `before` and `after` hold a text, a label or a value; in a change of a text they are in `language`.
    """

    kind: ChangeKind
    question_id: str = ""
    number: int = 0
    text: Texts = Field(default_factory=dict)
    field: str = ""
    language: str = ""
    before: str | Texts = ""
    after: str | Texts = ""


def changes_between(before: Form, after: Form) -> tuple[Change, ...]:
    """Return what changed, in the order of the later form; what is gone comes last but for the form itself."""
    old = {question.id: question for question in before.questions}
    moved = _moved(list(old), [question.id for question in after.questions])
    found: list[Change] = []
    for number, question in enumerate(after.questions, start=1):
        if question.id not in old:
            found.append(_about(question, number, ChangeKind.ADDED))
            continue
        if question.id in moved:
            place = list(old).index(question.id) + 1
            found.append(_about(question, number, ChangeKind.MOVED, before=str(place), after=str(number)))
        about = {"question_id": question.id, "number": number, "text": question.text}
        found.extend(change.model_copy(update=about) for change in _in_question(old[question.id], question))
    kept = {question.id for question in after.questions}
    gone = (
        _about(question, number, ChangeKind.REMOVED)
        for number, question in enumerate(before.questions, start=1)
        if question.id not in kept
    )
    return (*found, *gone, *_in_form(before, after))


def is_comparable(before: Question, after: Question) -> bool:
    """Say whether answers to both may be summed up: same kind, same codes, same labels, same text.

    Texts are held against each other in the languages that both have: a translation that is added later
    asks nothing else. An explanation below the question does not count.
    """
    if (before.id, before.kind, set(before.codes())) != (after.id, after.kind, set(after.codes())):
        return False
    old, new = _wording(before), _wording(after)
    return old.keys() == new.keys() and all(_same(old[address], new[address]) for address in old)


def comparable_questions(before: Form, after: Form) -> tuple[str, ...]:
    """Return the ids of the questions whose answers stay comparable, in the order of the later form."""
    pairs = ((before.question(question.id), question) for question in after.questions)
    return tuple(new.id for old, new in pairs if old is not None and is_comparable(old, new))


def _about(question: AnyQuestion, number: int, kind: ChangeKind, before: str = "", after: str = "") -> Change:
    return Change(
        kind=kind, question_id=question.id, number=number, text=question.text, before=before, after=after
    )


def _in_question(before: AnyQuestion, after: AnyQuestion) -> Iterator[Change]:
    old = {text.address: text.texts for text in texts_of(before)}
    new = {text.address: text.texts for text in texts_of(after)}
    for address, texts in new.items():
        if address not in old and texts:
            yield Change(kind=ChangeKind.PART_ADDED, after=texts)
        yield from _in_texts(address, old.get(address, texts), texts)
    for address, texts in old.items():
        if address not in new:
            yield Change(kind=ChangeKind.PART_REMOVED, before=texts)
    both = [address for address in old if address in new]
    if both != [address for address in new if address in old]:
        yield Change(kind=ChangeKind.PARTS_MOVED)
    yield from _settings(before, after)


def _in_texts(address: str, before: Texts, after: Texts) -> Iterator[Change]:
    kind = ChangeKind.PART_TEXT if SEPARATOR in address else ChangeKind.TEXT
    field = address.rpartition(SEPARATOR)[2]
    for language in dict.fromkeys((*before, *after)):
        was, now = before.get(language, ""), after.get(language, "")
        if was != now:
            yield Change(kind=kind, field=field, language=language, before=was, after=now)


def _settings(before: BaseModel, after: BaseModel) -> Iterator[Change]:
    for name, field in type(after).model_fields.items():
        was, now = _shared(getattr(before, name), getattr(after, name))
        if name in UNSEEN or field.annotation == Texts or _bare(was) == _bare(now):
            continue
        told = ("", "") if name in IDS else (_shown(was), _shown(now))
        yield Change(kind=ChangeKind.SETTING, field=name, before=told[0], after=told[1])


def _in_form(before: Form, after: Form) -> Iterator[Change]:
    if _on_one_page(before) != _on_one_page(after):
        yield Change(kind=ChangeKind.FORM, field="one_page")
    before, after = _page_by_page(before), _page_by_page(after)
    for name in type(after).model_fields:
        if name != "questions" and getattr(before, name) != getattr(after, name):
            was, now = getattr(before, name), getattr(after, name)
            yield Change(kind=ChangeKind.FORM, field=name, before=_shown(was), after=_shown(now))


def _on_one_page(form: Form) -> frozenset[str]:
    return frozenset(section.id for section in form.sections if section.one_page)


def _page_by_page(form: Form) -> Form:
    """Return the form without saying which sections are one page: that is told by itself."""
    apart = (section.model_copy(update={"one_page": False}) for section in form.sections)
    return form.model_copy(update={"sections": tuple(apart)})


def _bare(value: Any) -> Any:
    """Return a value without its texts: they are told one by one."""
    if isinstance(value, BaseModel):
        fields = type(value).model_fields.items()
        return {name: _bare(getattr(value, name)) for name, field in fields if field.annotation != Texts}
    if isinstance(value, tuple):
        return tuple(_bare(part) for part in value)
    return value


def _shared(before: Any, after: Any) -> tuple[Any, Any]:
    """Return both values without the parts that only one of them has: they come and go by their texts."""
    if not (isinstance(before, tuple) and isinstance(after, tuple)):
        return before, after
    named = [{name: part for part in value if (name := name_of(part))} for value in (before, after)]
    if not any(named):
        return before, after
    both = [name for name in named[1] if name in named[0]]
    return tuple(named[0][name] for name in both), tuple(named[1][name] for name in both)


def _shown(value: Any) -> str:
    """Return a plain value as text; '' for what has to be read in the editor."""
    return str(value) if type(value) in (str, int, float, bool) else ""


def _wording(question: Question) -> dict[str, Texts]:
    return {text.address: text.texts for text in texts_of(question) if text.address not in NOT_WORDING}


def _same(before: Texts, after: Texts) -> bool:
    shared = before.keys() & after.keys()
    return all(before[code] == after[code] for code in shared) and (bool(shared) or not before or not after)


def _moved(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """Return the fewest ids whose move explains the new order: all but a longest run that kept its order."""
    stayed = [id for id in after if id in before]
    places = [before.index(id) for id in stayed]
    best: list[list[int]] = []
    for end, place in enumerate(places):
        runs = [best[start] for start in range(end) if places[start] < place]
        best.append([*max(runs, key=len, default=[]), end])
    kept = {stayed[end] for end in max(best, key=len, default=[])}
    return frozenset(stayed) - kept
