"""The groups that participants may say they belong to: a key and a name each, none twice."""

from collections.abc import Sequence

from survey_engine.design.keys import make_key
from survey_engine.design.limits import LONGEST_LABEL, clean_texts
from survey_engine.design.models import Group
from survey_engine.errors import EngineError, Problem
from survey_engine.texts import Texts, has_text, pick


def clean_groups(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Return the groups with a unique key each, made from the label where there is none yet.

    Raises GROUP_LABEL_EMPTY, GROUPS_SAME (also where two keys are the same), ENTRY_TOO_LONG.
    """
    cleaned: list[Group] = []
    taken = {group.key for group in groups if group.key}
    for number, group in enumerate(groups, start=1):
        label = clean_texts(group.label, LONGEST_LABEL)
        if not has_text(label):
            raise EngineError(Problem.GROUP_LABEL_EMPTY, number=number)
        key = group.key or make_key(label, taken, otherwise="group")
        _refuse_same(cleaned, key, label)
        taken.add(key)
        cleaned.append(Group(key=key, label=label))
    return tuple(cleaned)


def _refuse_same(groups: Sequence[Group], key: str, label: Texts) -> None:
    for other in groups:
        same = any(other.label.get(code, "").casefold() == text.casefold() for code, text in label.items())
        if other.key == key or same:
            raise EngineError(Problem.GROUPS_SAME, label=pick(label, "lv"))
