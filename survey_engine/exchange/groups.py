"""Which group of a study a file means: by key or by name in any language; others are new."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from survey_engine.design.keys import make_key
from survey_engine.design.models import Group
from survey_engine.exchange.intake import NamedGroup
from survey_engine.texts import pick


@dataclass(frozen=True, slots=True)
class Matched:
    """The groups of the study with the new ones after them, and what each name in the file stands for.

    `keys` leads from the key in the file to the key in the study; `added` holds the new names.
    """

    groups: tuple[Group, ...]
    keys: dict[str, str]
    added: tuple[str, ...]


def match_groups(groups: Sequence[Group], named: Collection[NamedGroup], languages: Sequence[str]) -> Matched:
    """Find each named group among those of a study, or add it."""
    known = list(groups)
    keys: dict[str, str] = {}
    added: list[str] = []
    for name in named:
        found = next((group for group in known if _is_same(group, name)), None)
        if found is None:
            found = Group(key=_key(name, {group.key for group in known}), label=name.label)
            known.append(found)
            added.append(pick(name.label, next(iter(languages), "lv")))
        keys[name.key] = found.key
    return Matched(tuple(known), keys, tuple(added))


def _is_same(group: Group, name: NamedGroup) -> bool:
    known = {group.key.casefold(), *(label.strip().casefold() for label in group.label.values())}
    return not known.isdisjoint({name.key.casefold(), *(label.casefold() for label in name.label.values())})


def _key(name: NamedGroup, taken: Collection[str]) -> str:
    """Return a key for a new group: the one in the file where it is fit to be one."""
    fit = name.key.isascii() and name.key.replace("-", "").replace("_", "").isalnum()
    if fit and name.key == name.key.lower() and name.key not in taken:
        return name.key
    return make_key(name.label, taken, otherwise="group")
