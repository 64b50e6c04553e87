"""Latvian base forms: what the Hunspell dictionary knows about a form, weighed against simplemma.

Hunspell names the stem and, in dictionary 1.4, how the form was made (verbal noun,
reflexive, diminutive, participle). From that every possible base form is derived, and
one is chosen by rules that were checked on the Latvian treebank (`tools/bench_text.py`).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from survey_engine.themes.dictionaries import Dictionary

REFLEXIVE = ("os", "ies", "as", "ās", "mies", "ties", "oties")
PARTICIPLE = re.compile(r"(t|m|oš|uš|dam)(as|ās|os)$")
VERBAL_NOUN = re.compile(r"(.+)šan(a|as|ai|u|ā|ām|ās|os)$")
# "-ais" is the base form of these alone; every other adjective goes back to "-s".
DEFINITE = frozenset(
    [
        "galvenais",
        "pēdējais",
        "pārējais",
        "nākamais",
        "pirmais",
        "otrais",
        "trešais",
        "ceturtais",
        "piektais",
        "sestais",
        "septītais",
        "astotais",
        "devītais",
        "desmitais",
        "vienīgais",
        "jaunākais",
        "vecākais",
        "kreisais",
        "labais",
    ]
)
NOMINATIVE = ("s", "š", "a", "e", "t")
# What is left of an analysis when the dictionary (0.7) does not say how the form was made.
COARSE = frozenset({"form", "coarse verb", "coarse adverb"})
SHORTEST_PART = 5
NAME_ENDINGS = (
    ("ijā", "ija"),
    ("ijas", "ija"),
    ("iju", "ija"),
    ("ijai", "ija"),
    ("iem", "s"),
    ("ām", "a"),
    ("ēm", "e"),
    ("ē", "e"),
    ("ei", "e"),
    ("ai", "a"),
    ("ā", "a"),
    ("as", "a"),
    ("es", "e"),
    ("am", "s"),
    ("os", "i"),
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible base form, and how the dictionary arrived at it."""

    lemma: str
    kind: str


def candidates(word: str, dictionary: Dictionary) -> tuple[Candidate, ...]:
    """Return the possible base forms of a lower-case Latvian word, as the dictionary lists them."""
    for spelling in (word, word.capitalize()):
        analyses = dictionary.analyze(spelling)
        if analyses:
            found = [c for line in analyses for c in _read(word, line, spelling != word)]
            return tuple(dict.fromkeys(found))
    return ()


def _read(word: str, analysis: str, is_name: bool) -> list[Candidate]:
    fields = _fields(analysis)
    stem = fields["st"][0].lower() if fields["st"] else ""
    if not stem:
        return []
    flags, inflection = frozenset(fields["fl"]), (fields["is"] or [""])[0]
    part = _part_of_speech(fields["po"], stem, flags)
    if not fields["po"] and not inflection and part != "closed":
        return _coarse(word, stem, flags)
    negated = (
        word.startswith("ne") and not stem.startswith("ne") and ("-" in flags or analysis.startswith("ne "))
    )
    ne = "ne" if negated else ""
    if part == "verb":
        return _verb(word, stem, flags, inflection)
    if part == "noun":
        return [_noun(word, ne, stem, flags, inflection, fields["po"], is_name)]
    if part == "adjective":
        return _adjective(word, ne, stem, flags)
    return [Candidate(ne + stem, "closed" if part else "form")]


def _fields(analysis: str) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {"st": [], "po": [], "fl": [], "is": []}
    for name, value in re.findall(r"(st|po|fl|is):(\S+)", analysis):
        fields[name].append(value)
    return fields


def _part_of_speech(tags: list[str], stem: str, flags: frozenset[str]) -> str:
    tag = tags[0] if tags else ""
    for start, part in (("darb", "verb"), ("liet", "noun"), ("īpv", "adjective")):
        if tag.startswith(start):
            return part
    if not tag and stem.endswith(("t", "ties")):
        return "verb"
    return tag


def _verb(word: str, stem: str, flags: frozenset[str], inflection: str) -> list[Candidate]:
    noun = VERBAL_NOUN.match(word)
    if noun and ("J" in flags or inflection.startswith("r")):
        reflexive = inflection.startswith("r") or noun[2] == "os"
        return [
            Candidate(
                noun[1] + ("šanās" if reflexive else "šana"), "reflexive noun" if reflexive else "verbal noun"
            )
        ]
    if noun and stem.endswith("ties"):
        return [Candidate(noun[1] + "šanās", "reflexive noun")]
    found = []
    if "W" in flags and word.endswith(("oši", "ami", "āmi")):
        found.append(Candidate(word, "adverb"))
    if _is_reflexive(word, inflection, flags) and stem.endswith("t"):
        return [*found, Candidate(stem[:-1] + "ties", "reflexive")]
    return [*found, Candidate(stem, "participle" if flags - {"-"} and not inflection else "verb")]


def _coarse(word: str, stem: str, flags: frozenset[str]) -> list[Candidate]:
    """Return what endings alone tell, for a dictionary that names only the stem."""
    noun = VERBAL_NOUN.match(word)
    if noun and stem.endswith(("t", "ties")):
        return [Candidate(noun[1] + ("šanās" if noun[2] == "os" else "šana"), "verbal noun")]
    if stem.endswith("t") and word.endswith(REFLEXIVE) and not PARTICIPLE.search(word):
        return [Candidate(stem[:-1] + "ties", "coarse verb")]
    if stem.endswith("s") and word == stem[:-1] + "i" and "o" in flags:
        return [Candidate(word, "coarse adverb")]
    if stem.endswith("s") and word == stem[:-1] + "āk":
        return [Candidate(stem[:-1] + "i", "coarse adverb")]
    if re.search("(iņ|īt)[^ī]{0,4}$", word) and not re.search("(iņ|īt)[^ī]{0,4}$", stem):
        return [Candidate(_diminutive(word, stem), "form")]
    return [Candidate(stem, "form")]


def _is_reflexive(word: str, inflection: str, flags: frozenset[str]) -> bool:
    if len(inflection) >= 4:
        return inflection[3] == "a"
    return word.endswith(("ušies", "usies", "damies", "damās", "oties")) or (
        "7" in flags and word.endswith("šās")
    )


def _noun(
    word: str, ne: str, stem: str, flags: frozenset[str], inflection: str, tags: list[str], is_name: bool
) -> Candidate:
    if len(inflection) == 3 and inflection[1] == "d":
        return Candidate(_diminutive(word, stem), "diminutive")
    if len(tags) > 1 and tags[-1].startswith("lietv5"):
        return Candidate(ne + _feminine(stem), "feminine")
    if "x" in flags and stem.endswith("s"):
        return Candidate(ne + stem[:-1] + "a", "feminine")
    return Candidate(ne + stem, "name" if is_name else "noun")


def _diminutive(word: str, stem: str) -> str:
    """Return the base form of a diminutive: it is a word of its own in Latvian dictionaries."""
    match = re.match(r"(.+)(iņ|īt|īš)[^ī]{0,4}$", word)
    if not match or (stem[:2] != word[:2]):
        return stem
    feminine = stem.endswith(("a", "e"))
    if match[2] == "iņ":
        return match[1] + ("iņa" if feminine else "iņš")
    return match[1] + ("īte" if feminine else "ītis")


def _feminine(stem: str) -> str:
    if stem.endswith("nieks"):
        return stem[:-2] + "ce"
    if stem.endswith("is"):
        return stem[:-2] + "e"
    return stem[:-1] + "e" if stem.endswith(("s", "š")) else stem


def _adjective(word: str, ne: str, stem: str, flags: frozenset[str]) -> list[Candidate]:
    if word.endswith("āk"):
        return [Candidate(ne + stem[:-1] + "i", "comparative adverb")]
    found = (
        [Candidate(word, "adverb")] if word.endswith("i") and flags & {"W", "o"} and "Y" not in flags else []
    )
    return [*found, Candidate(ne + stem, "comparative" if flags & {"Y", "X"} else "adjective")]


def choose(word: str, known: str | None, found: tuple[Candidate, ...]) -> str | None:
    """Return the likeliest base form: `known` is simplemma's where it knows the word; None if nothing is known."""
    if not found or (known and not known.endswith("ais") and all(c.kind in COARSE for c in found)):
        return known
    by_kind = {c.kind: c.lemma for c in reversed(found)}
    lemmas = {c.lemma for c in found}
    for kind in ("reflexive noun", "verbal noun"):
        if kind in by_kind:
            return by_kind[kind]
    if "feminine" in by_kind and not (
        {"noun", "name"} & by_kind.keys() and not word.endswith(("āja", "ēja"))
    ):
        return by_kind["feminine"]
    if known is None:
        return _first(by_kind, found)
    if "adverb" in by_kind and "noun" not in by_kind:
        return by_kind["adverb"]
    if known in lemmas and not ("comparative" in by_kind and known != by_kind["comparative"]):
        return known
    return _against(word, known, by_kind, found)


def _first(by_kind: dict[str, str], found: tuple[Candidate, ...]) -> str:
    order = (
        "closed",
        "adverb",
        "reflexive",
        "participle" if "adjective" in by_kind else "name",
        "noun",
        "name",
    )
    return next((by_kind[kind] for kind in order if kind in by_kind), found[0].lemma)


def _against(word: str, known: str, by_kind: dict[str, str], found: tuple[Candidate, ...]) -> str:
    """Choose where simplemma and the dictionary disagree about `word`."""
    if "closed" in by_kind or known in DEFINITE:
        return known
    unchanged = known == word
    if unchanged and not word.endswith(NOMINATIVE) and not {"participle", "comparative"} & by_kind.keys():
        return known
    if "comparative adverb" in by_kind and known == word.removesuffix("k"):
        return known
    return _first(by_kind, found)


def guess(word: str, dictionary: Dictionary, lemma: Callable[[str], str]) -> str | None:
    """Return the base form of a word the dictionary lacks, through a prefix or the last part of a compound."""
    if word.startswith("ne") and len(word) > SHORTEST_PART + 2:
        inner = [c for c in candidates(word[2:], dictionary) if c.kind in ("verb", "participle", "reflexive")]
        if inner:
            return inner[0].lemma
    for cut in range(3, min(len(word) - SHORTEST_PART, 12) + 1):
        part = [
            c for c in candidates(word[cut:], dictionary) if c.kind in ("noun", "verbal noun", "feminine")
        ]
        if part and not any(c.kind == "name" for c in part):
            return word[:cut] + lemma(word[cut:])
    return _unknown_name(word)


def _unknown_name(word: str) -> str | None:
    """Take the commonest case endings off a word that nobody knows; mostly a name."""
    if len(word) < SHORTEST_PART + 1:
        return None
    for ending, base in NAME_ENDINGS:
        if word.endswith(ending):
            return word.removesuffix(ending) + base
    return None
