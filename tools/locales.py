"""What is written on screen, and how far it is translated: `python -m tools.locales [ROOM ...]`.

Texts are found in the code by room (design, collect, ...) and held against the catalogs in
data/locales. Nothing is written unless asked: --update adds what is missing to the catalogs,
--prune takes out what no longer stands anywhere; translations are kept as they are.
"""

import argparse
import string
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "data" / "locales"
TRANSLATED = ("lv", "ru")
ROOMS = (
    *("design", "collect", "themes", "compare", "guidelines"),
    *("start", "settings", "ui", "door", "participant", "exchange", "errors"),
)
# What stands below these folders belongs to the room named by the next part of the path.
BY_NEXT_PART = (
    "survey_engine/workbench",
    "survey_engine/storage",
    "survey_engine/cli",
    "survey_engine",
    "pages",
)
EXCEPTIONS = {
    "survey_engine/errors.py": "errors",
    "survey_engine/workbench/room.py": "participant",
    "survey_engine/cli": "exchange",
    "door": "door",
    "participant": "participant",
}
KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "gettext": None, "mark": None, "ngettext": (1, 2)}

MessageId = str | tuple[str, ...] | list[str]


@dataclass(frozen=True, slots=True)
class Used:
    """A text that stands in the code: one form, or singular and plural."""

    id: MessageId
    room: str
    place: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a catalog, in words."""

    language: str
    room: str
    id: str
    what: str

    def __str__(self) -> str:
        return f"{self.language}/{self.room}.po: {self.what}: {self.id!r}"


@dataclass(frozen=True, slots=True)
class Report:
    """What is missing, unused or wrong in the catalogs of one language."""

    language: str
    missing: tuple[Used, ...]
    unused: tuple[Fault, ...]
    faults: tuple[Fault, ...] = field(default=())


def room_of(path: str) -> str:
    """Return the room to whose catalogs the texts of a file (a path below the root) belong."""
    for start, room in EXCEPTIONS.items():
        if path == start or path.startswith(f"{start}/"):
            return room
    for start in BY_NEXT_PART:
        if path.startswith(f"{start}/"):
            part = path[len(start) + 1 :].split("/")[0].removesuffix(".py")
            if part in ROOMS:
                return part
    return "ui"


@lru_cache(maxsize=1)
def used() -> tuple[Used, ...]:
    """Return every text that stands in the code, once for each room that has it."""
    found = {(text.id, text.room): text for text in _extracted()}
    return tuple(found.values())


def catalogs(language: str) -> dict[str, Catalog]:
    """Return the catalogs of a language by room."""
    return {file.stem: _read(file, language) for file in sorted((LOCALES / language).glob("*.po"))}


def report(language: str, rooms: Iterable[str] = ROOMS) -> Report:
    """Hold the texts of these rooms against the catalogs of a language."""
    rooms, stored = tuple(rooms), catalogs(language)
    translated = {key for catalog in stored.values() for key, m in _messages(catalog) if _is_complete(m)}
    standing = {text.id if isinstance(text.id, str) else text.id[0] for text in used()}
    here = {room: catalog for room, catalog in stored.items() if room in rooms}
    return Report(
        language,
        missing=tuple(text for text in used() if text.room in rooms and _key(text.id) not in translated),
        unused=tuple(
            Fault(language, room, key, "no longer used")
            for room, catalog in here.items()
            for key, _message in _messages(catalog)
            if key not in standing
        ),
        faults=tuple(
            Fault(language, room, key, what)
            for room, catalog in here.items()
            for key, message in _messages(catalog)
            for what in faults_of(message, catalog.num_plurals)
        ),
    )


def faults_of(message: Message, plural_forms: int) -> Iterator[str]:
    """Say what is wrong with a translation: fuzzy, wrong number of forms, other placeholders."""
    forms = _forms(message)
    if message.fuzzy:
        yield "marked fuzzy"
    if isinstance(message.id, tuple) and len(forms) != plural_forms:
        yield f"{len(forms)} plural forms instead of {plural_forms}"
    expected = placeholders(*([message.id] if isinstance(message.id, str) else message.id))
    for form in filter(None, forms):
        try:
            found = placeholders(form)
        except ValueError:
            yield "broken braces"
            continue
        # In Latvian and Russian the first form is also for 21, so no form may do without the number.
        if found != expected:
            yield f"placeholders {sorted(found)} instead of {sorted(expected)}"


def placeholders(*texts: str) -> set[str]:
    """Return the names in braces; raise ValueError where a brace is left open."""
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def update(language: str, rooms: Iterable[str], *, prune: bool = False) -> list[Path]:
    """Add what is missing to the catalogs of these rooms; return the files that changed."""
    found, stored, changed = report(language, rooms), catalogs(language), []
    for room in rooms:
        catalog = stored.get(room) or Catalog(locale=language, project="Balsis", fuzzy=False)
        absent = [text for text in found.missing if text.room == room and text.id not in catalog]
        for text in absent:
            catalog.add(text.id)
        gone = [fault for fault in found.unused if fault.room == room] if prune else []
        for fault in gone:
            catalog.delete(fault.id)
        if absent or gone:
            changed.append(_write(catalog, LOCALES / language / f"{room}.po"))
    return changed


def _extracted() -> Iterator[Used]:
    for path, method in _sources():
        name = path.relative_to(ROOT).as_posix()
        for line, text, _comments, _context in extract_from_file(method, path, keywords=KEYWORDS):
            if text:
                yield Used(text if isinstance(text, str) else tuple(text), room_of(name), f"{name}:{line}")


def _sources() -> Iterator[tuple[Path, str]]:
    for folder in ("survey_engine", "pages", "door", "participant"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path, "python"
        for path in sorted((ROOT / folder).rglob("*.html")):
            yield path, "jinja2.ext:babel_extract"


@lru_cache(maxsize=64)
def _read(file: Path, language: str) -> Catalog:
    with file.open("rb") as handle:
        return read_po(handle, locale=language, abort_invalid=True)


def _write(catalog: Catalog, file: Path) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as handle:
        write_po(handle, catalog, width=0, no_location=True, ignore_obsolete=True)
    return file


def _messages(catalog: Catalog) -> Iterator[tuple[str, Message]]:
    return ((_key(message.id), message) for message in catalog if message.id)


def _key(id: MessageId) -> str:
    return id if isinstance(id, str) else id[0]


def _forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def _is_complete(message: Message) -> bool:
    forms = _forms(message)
    return bool(forms) and all(forms) and not message.fuzzy


def _say(reports: Mapping[str, Report]) -> int:
    for language, found in reports.items():
        for text in found.missing:
            print(f"{language}/{text.room}.po: missing: {_key(text.id)!r} ({text.place})")
        for fault in (*found.faults, *found.unused):
            print(fault)
    for language, found in reports.items():
        print(
            f"{language}: {len(found.missing)} missing, {len(found.faults)} wrong, {len(found.unused)} unused"
        )
    return int(any(found.missing or found.faults or found.unused for found in reports.values()))


def main(arguments: list[str] | None = None) -> int:
    """Report on the rooms named (all by default), writing only where --update or --prune asks for it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=", ".join(ROOMS))
    parser.add_argument("--update", action="store_true", help="add what is missing to the catalogs")
    parser.add_argument("--prune", action="store_true", help="also take out what is no longer used")
    parser.add_argument("--check", action="store_true", help="exit with 1 where anything is missing or wrong")
    chosen = parser.parse_args(arguments)
    if unknown := set(chosen.rooms) - set(ROOMS):
        parser.error(f"there is no room {', '.join(sorted(unknown))}; there are {', '.join(ROOMS)}")
    rooms = tuple(chosen.rooms) or ROOMS
    if chosen.update or chosen.prune:
        for language in TRANSLATED:
            for file in update(language, rooms, prune=chosen.prune):
                print(f"written: {file.relative_to(ROOT)}")
        _read.cache_clear()
    status = _say({language: report(language, rooms) for language in TRANSLATED})
    return status if chosen.check else 0


if __name__ == "__main__":
    sys.exit(main())
