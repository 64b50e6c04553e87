"""The texts of a study and a questionnaire for whoever translates them: where each stands, and what is missing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from survey_engine.design.all_texts import SEPARATOR, TextAt, texts_of, with_texts
from survey_engine.design.change_words import FIELDS
from survey_engine.design.groups import clean_groups
from survey_engine.design.limits import LONGEST_LABEL, LONGEST_QUESTION, LONGEST_TEXT, clean_texts
from survey_engine.design.models import Form, Group, Study, groups_of
from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import mark
from survey_engine.records import Value
from survey_engine.texts import Texts, has_text

LONGEST_BY_FIELD = {
    "text": LONGEST_QUESTION,
    **dict.fromkeys(("label", "title", "low", "high"), LONGEST_LABEL),
}
STUDY, FORM = "study", "form"

PLACES = {
    "information": mark("What participants are told"),
    "consent": mark("What they consent to"),
    "groups": mark("Group {n}"),
    "questions": mark("Question {n}"),
    "sections": mark("Section {n}"),
    "agenda": mark("Agenda, step {n}"),
}
PARTS = {"options": mark("option {n}"), "criteria": mark("criterion {n}")}
ANOTHER = mark("part {n}")


class Told(Value):
    """What people are told about a study before anything is asked."""

    information: Texts
    consent: Texts
    groups: tuple[Group, ...]


class Wordings(Value):
    """Everything that is worded: addresses begin with `study/` or `form/`."""

    study: Told
    form: Form


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many of the texts that there are in any language are written in this one."""

    language: str
    written: int
    most: int


def wordings_of(study: Study, form: Form) -> Wordings:
    """Return the texts of a study and of one of its questionnaires as one value."""
    told = Told(information=study.information, consent=study.consent, groups=groups_of(study))
    return Wordings(study=told, form=form)


def written_texts(wordings: Wordings) -> tuple[TextAt, ...]:
    """Return the texts that are written in at least one language, in their order."""
    return tuple(text for text in texts_of(wordings) if has_text(text.texts))


def completeness(texts: Sequence[TextAt], languages: Sequence[str]) -> tuple[Completeness, ...]:
    """Return for each language how many of these texts it has."""
    return tuple(
        Completeness(code, sum(bool(text.texts.get(code, "").strip()) for text in texts), len(texts))
        for code in languages
    )


def longest_at(address: str) -> int:
    """Return how many characters a text at this address may have, as far as its field says so."""
    return LONGEST_BY_FIELD.get(address.rpartition(SEPARATOR)[2], LONGEST_TEXT)


def translated(wordings: Wordings, changed: Mapping[str, Texts]) -> Wordings:
    """Return the wordings with these texts, each added to the languages that it has; '' takes a text out.

    Raises NOT_FOUND for an address that nothing has (any more), and what `Question.cleaned` and
    `clean_groups` raise.
    """
    stored = {text.address: text.texts for text in texts_of(wordings)}
    if changed.keys() - stored.keys():
        raise EngineError(Problem.NOT_FOUND, what=mark("text"))
    fresh = {
        address: clean_texts({**stored[address], **texts}, longest_at(address))
        for address, texts in changed.items()
    }
    return _cleaned(wordings, with_texts(wordings, fresh))


def say_places(wordings: Wordings, translate: Callable[[str], str]) -> dict[str, str]:
    """Return where each text stands, in words by address, such as "Question 3, option 2"."""
    steps = {text.address: text.address.split(SEPARATOR) for text in texts_of(wordings)}
    numbers = _numbers(steps.values())
    return {address: _say_place(parts, numbers, translate) for address, parts in steps.items()}


def _numbers(addresses: Iterable[Sequence[str]]) -> dict[tuple[str, ...], int]:
    """Return the place, from 1, of every question, group or option among its like, by its steps."""
    counted: dict[tuple[str, ...], int] = {}
    numbers: dict[tuple[str, ...], int] = {}
    for steps in addresses:
        for depth in range(3, len(steps), 2):
            one, above = tuple(steps[:depth]), tuple(steps[: depth - 1])
            if one not in numbers:
                numbers[one] = counted[above] = counted.get(above, 0) + 1
    return numbers


def _say_place(
    steps: Sequence[str], numbers: Mapping[tuple[str, ...], int], translate: Callable[[str], str]
) -> str:
    said = [translate(PLACES.get(steps[1], ANOTHER)).format(n=numbers.get(tuple(steps[:3]), 0))]
    if len(steps) > 5:
        said.append(translate(PARTS.get(steps[3], ANOTHER)).format(n=numbers[tuple(steps[:5])]))
    elif len(steps) == 4 and steps[3] in FIELDS and steps[3] != "text":
        said.append(translate(FIELDS[steps[3]]))
    return ", ".join(said)


def _cleaned(before: Wordings, after: Wordings) -> Wordings:
    questions = tuple(
        question if question == before.form.question(question.id) else question.cleaned()
        for question in after.form.questions
    )
    groups = after.study.groups
    told = after.study.model_copy(
        update={"groups": clean_groups(groups) if groups != before.study.groups else groups}
    )
    return Wordings(study=told, form=after.form.model_copy(update={"questions": questions}))
