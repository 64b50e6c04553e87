"""Short ASCII names from texts in any script: keys of questions for exports, keys of groups."""

import re
import unicodedata
from collections.abc import Collection, Mapping

from survey_engine.texts import pick

LONGEST_KEY = 32

# Close to the road-sign transliteration of Russian; what matters is that it is readable and stable.
CYRILLIC = dict(zip("абвгдеёзийклмнопрстуфыэіїєґ", "abvgdeeziyklmnoprstufyeiieg", strict=True)) | {
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ь": "",
    "ю": "yu",
    "я": "ya",
}


def slug(text: str, longest: int = LONGEST_KEY) -> str:
    """Return lower-case ASCII letters, digits and single underscores, cut at a word's end; '' if nothing is left."""
    spelled = "".join(
        CYRILLIC.get(letter, letter) for letter in unicodedata.normalize("NFC", text).casefold()
    )
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    while len(words) > 1 and len("_".join(words)) > longest:
        words.pop()
    return "_".join(words)[:longest]


def make_key(texts: Mapping[str, str], taken: Collection[str], otherwise: str = "question") -> str:
    """Return a key from a text: at most 32 characters, not starting with a digit, not among `taken`."""
    base = slug(pick(texts, "en")) or otherwise
    if base[0].isdigit():
        base = f"{otherwise[0]}_{base}"[:LONGEST_KEY].rstrip("_")
    key, number = base, 1
    while key in taken:
        number += 1
        key = f"{base[: LONGEST_KEY - len(str(number)) - 1]}_{number}"
    return key
