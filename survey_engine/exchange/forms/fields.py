"""What a format has no place for: found by reading back what was written, kept beside it, put back on the way in."""

from collections.abc import Mapping
from typing import Any

from survey_engine.design.kinds import KINDS, AnyQuestion
from survey_engine.exchange.forms.carried import Notes, Why
from survey_engine.exchange.forms.gathering import made

# The id belongs to one installation; key and kind are kept by themselves.
APART = {"id", "key", "kind"}
Fields = Mapping[str, Any]


def fields_apart(question: AnyQuestion, found: AnyQuestion | None) -> dict[str, Any]:
    """Return the fields of a question that are not in what was read back, as plain data."""
    plain = question.model_dump(mode="json", exclude=APART)
    other = found.model_dump(mode="json", exclude=APART) if found else {}
    return {name: value for name, value in plain.items() if name not in other or other[name] != value}


def restored(
    question: AnyQuestion, kind: str, fields: Fields, notes: Notes, row: int, name: str
) -> AnyQuestion | None:
    """Return a question of this kind with these fields instead of those that the format itself gave.

    A kind or a field that is not known here (of a later version of Balsis) is noted and passed over.
    """
    if kind not in KINDS:
        notes.add(row, name, Why.KIND, kind=kind[:60])
        return question
    known = KINDS[kind].model_fields.keys() - APART
    for strange in sorted(fields.keys() - known):
        notes.add(row, name, Why.FIELD, field=strange[:60])
    given = {name: value for name, value in question.model_dump().items() if name in known | {"key"}}
    return made(KINDS[kind], notes, row, name, **given | {one: fields[one] for one in fields.keys() & known})
