"""Every text of a questionnaire in one walk, whatever the kind of question, each at a stable address.

A field that is annotated `Texts` is a text in several languages, in a question, its options and whatever
else is nested in it. Addresses name things by their id or code, such as `questions/ID/options/CODE/label`,
so that they stay true when questions or options are moved.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel

from survey_engine.texts import Texts

M = TypeVar("M", bound=BaseModel)
SEPARATOR = "/"
# What names one of several things, the best first.
NAMES = ("id", "code", "key")


@dataclass(frozen=True, slots=True)
class TextAt:
    """One text in the languages that it has so far, and where it stands."""

    address: str
    texts: Texts

    @property
    def field(self) -> str:
        """Return the name of its field, such as "label"."""
        return self.address.rpartition(SEPARATOR)[2]


def texts_of(form: BaseModel) -> tuple[TextAt, ...]:
    """Return every text of a form (or of one question), in its order, also those that are still empty."""
    return tuple(_walk(form, ""))


def with_texts(form: M, changed: Mapping[str, Texts]) -> M:
    """Return the form with the texts at these addresses replaced; raise KeyError for an unknown address."""
    unknown = changed.keys() - {text.address for text in texts_of(form)}
    if unknown:
        raise KeyError(sorted(unknown)[0])
    return _replaced(form, "", changed) if changed else form


def _walk(value: BaseModel, path: str) -> Iterator[TextAt]:
    for name, field in type(value).model_fields.items():
        inside = getattr(value, name)
        if field.annotation == Texts:
            yield TextAt(path + name, inside)
        for step, part in _parts(inside):
            yield from _walk(part, f"{path}{name}{SEPARATOR}{step}")


def _parts(inside: Any) -> Iterator[tuple[str, BaseModel]]:
    """Yield the records in a field, each with its step of the address: none for a single one."""
    if isinstance(inside, BaseModel):
        yield "", inside
    if isinstance(inside, tuple | list):
        for number, part in enumerate(inside, start=1):
            if isinstance(part, BaseModel):
                yield f"{_name(part, number)}{SEPARATOR}", part


def name_of(part: object) -> str:
    """Return the id, code or key by which a part of a form is known among its like; '' where it has none."""
    given = (getattr(part, name, "") for name in NAMES) if isinstance(part, BaseModel) else ()
    return next((str(name) for name in given if name), "")


def _name(part: BaseModel, number: int) -> str:
    return name_of(part) or str(number)


def _replaced(value: M, path: str, changed: Mapping[str, Texts]) -> M:
    updates: dict[str, Any] = {}
    for name in type(value).model_fields:
        inside = getattr(value, name)
        if path + name in changed:
            updates[name] = dict(changed[path + name])
        elif isinstance(inside, BaseModel):
            updates[name] = _replaced(inside, f"{path}{name}{SEPARATOR}", changed)
        elif isinstance(inside, tuple):
            below = f"{path}{name}{SEPARATOR}"
            updates[name] = tuple(
                _replaced(part, f"{below}{_name(part, number)}{SEPARATOR}", changed)
                if isinstance(part, BaseModel)
                else part
                for number, part in enumerate(inside, start=1)
            )
    return value.model_copy(update=updates)
