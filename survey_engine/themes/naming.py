"""Names and typical words of themes: the words that mark a theme off from the others.

Words are ordered by log-odds with an informative prior (Monroe, Colaresi and Quinn 2008),
counted in answers, and shown in the form in which they were said most often.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from survey_engine.themes.lemmas import LEXICONS
from survey_engine.themes.tokens import NEGATIONS
from survey_engine.themes.words import Reading

PRIOR = 10.0
TERMS, TERMS_OF_OTHERS = 6, 3
WORDS_IN_NAME = 2
SHORTEST, LONGEST = 3, 40
EVERY_NEGATION = frozenset[str]().union(*NEGATIONS.values())


@dataclass(frozen=True, slots=True)
class Naming:
    """A name that a person could have written, and the typical words of a theme."""

    name: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A lemma with its language and how strongly it marks a theme (a z-score)."""

    lemma: str
    language: str
    strength: float


def name_themes(
    readings: Sequence[Reading], weights: Sequence[int], labels: Sequence[int], count: int, language: str
) -> tuple[Naming, ...]:
    """Return a naming for each theme 0 to `count` - 1; labels of -1 belong to none.

    Words in `language` (the study's) come first; no two themes get the same name.
    """
    marking = _marking_terms(readings, weights, labels, count)
    forms = _forms(readings, weights)
    names: list[Naming] = []
    for theme in range(count):
        members = [r for r, label in zip(readings, labels, strict=True) if label == theme]
        names.append(_naming(marking[theme], members, forms, language, {n.name for n in names}))
    return tuple(names)


def _marking_terms(
    readings: Sequence[Reading], weights: Sequence[int], labels: Sequence[int], count: int
) -> list[list[Term]]:
    within: list[Counter[tuple[str, str]]] = [Counter() for _ in range(count)]
    overall: Counter[tuple[str, str]] = Counter()
    for reading, weight, label in zip(readings, weights, labels, strict=True):
        for key in {(t.lemma, t.language) for t in reading.tokens if _can_name(t.lemma, t.is_stop)}:
            overall[key] += weight
            if label >= 0:
                within[label][key] += weight
    return [sorted(_scored(mine, overall), key=lambda t: (-t.strength, t.lemma)) for mine in within]


def _can_name(lemma: str, is_stop: bool) -> bool:
    return not is_stop and lemma not in EVERY_NEGATION and SHORTEST <= len(lemma) <= LONGEST


def _scored(mine: Counter[tuple[str, str]], overall: Counter[tuple[str, str]]) -> list[Term]:
    total, inside = sum(overall.values()), sum(mine.values())
    found = []
    for key, number in mine.items():
        prior = PRIOR * overall[key] / total
        others = overall[key] - number
        here = (number + prior) / max(inside + PRIOR - number - prior, 0.5)
        there = (others + prior) / max(total - inside + PRIOR - others - prior, 0.5)
        spread = math.sqrt(1 / (number + prior) + 1 / (others + prior))
        found.append(Term(*key, (math.log(here) - math.log(there)) / spread))
    return found


@cache
def colourless() -> frozenset[str]:
    """Return the words that name nothing by themselves."""
    lines = (LEXICONS / "colourless.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


Forms = dict[tuple[str, str], Counter[str]]


def _forms(readings: Sequence[Reading], weights: Sequence[int]) -> Forms:
    forms: Forms = defaultdict(Counter)
    for reading, weight in zip(readings, weights, strict=True):
        for token in reading.tokens:
            forms[token.lemma, token.language][token.form.lower()] += weight
    return forms


def _shown(term: Term, forms: Forms) -> str:
    """Return the form said most often; the base form where it is nearly as common."""
    said = forms[term.lemma, term.language]
    form, number = min(said.items(), key=lambda item: (-item[1], item[0]))
    return term.lemma if number == 1 or 2 * said[term.lemma] >= number else form


def _naming(
    terms: list[Term], members: Sequence[Reading], forms: Forms, language: str, taken: set[str]
) -> Naming:
    coloured = [t for t in terms if t.lemma not in colourless()] or terms
    own = [t for t in coloured if t.language == language]
    others = [t for t in coloured if t.language != language]
    shown = [_shown(t, forms) for t in (*own[:TERMS], *others[: TERMS_OF_OTHERS if own else TERMS])]
    leading = (own if len(own) >= WORDS_IN_NAME else [*own, *others])[: 2 * TERMS]
    leading.sort(key=lambda t: -t.strength * (0.5 if _is_verb(t) else 1.0))
    return Naming(_name(leading, members, forms, taken), tuple(dict.fromkeys(shown)))


def _is_verb(term: Term) -> bool:
    return term.lemma.endswith({"lv": ("t", "ties"), "ru": ("ть", "ться", "ти")}.get(term.language, ("\0",)))


def _name(terms: list[Term], members: Sequence[Reading], forms: Forms, taken: set[str]) -> str:
    words = [_shown(t, forms) for t in terms]
    phrase = _phrase([t.lemma for t in terms[:TERMS]], members)
    parts = [phrase] if phrase else []
    for term, word in zip(terms, words, strict=True):
        if len(parts) >= WORDS_IN_NAME and _capital(", ".join(parts)) not in taken:
            break
        if not any(word in part.split() or term.lemma in part.split() for part in parts) and not (
            phrase and term.lemma in _lemmas_of_phrase(phrase, members)
        ):
            parts.append(word)
    name = _capital(", ".join(parts))
    if not name and members:
        name = _capital(" ".join(members[0].answer.text.split())[:40])
    return name


def _phrase(lemmas: list[str], members: Sequence[Reading]) -> str:
    """Return two marking words that are often said side by side, as they are said; '' where none are."""
    pairs: Counter[tuple[str, str]] = Counter()
    said: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for reading in members:
        for one, two in zip(reading.tokens, reading.tokens[1:], strict=False):
            if (
                one.lemma in lemmas
                and two.lemma in lemmas
                and one.lemma != two.lemma
                and two.start - one.end == 1
            ):
                pairs[one.lemma, two.lemma] += 1
                said[one.lemma, two.lemma][f"{one.form} {two.form}".lower()] += 1
    if not pairs:
        return ""
    pair, number = min(pairs.items(), key=lambda item: (-item[1], item[0]))
    if number < max(2, len(members) // 5):
        return ""
    return min(said[pair].items(), key=lambda item: (-item[1], item[0]))[0]


def _lemmas_of_phrase(phrase: str, members: Sequence[Reading]) -> set[str]:
    words = set(phrase.split())
    return {t.lemma for reading in members for t in reading.tokens if t.form.lower() in words}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
