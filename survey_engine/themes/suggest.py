"""Suggest themes over answers in several languages; a person has the last word.

Exactly repeated answers are read once and weighted; answers without usable words, or
too unlike anything else, stay ungrouped rather than being forced into a theme.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from survey_engine.themes import vectors as sentence_vectors
from survey_engine.themes.clusters import Labels, Weights, attached, clustered, fit_of, usual_count
from survey_engine.themes.dictionaries import has_latvian_dictionary
from survey_engine.themes.excerpts import excerpts_of
from survey_engine.themes.features import Points, points_of, smoothed
from survey_engine.themes.naming import name_themes
from survey_engine.themes.vectors import Vectors
from survey_engine.themes.words import Answer, Reading, read_answers

Embed = Callable[[Sequence[str]], Vectors]
Progress = Callable[[float], None]

SMALL_ROOM = 60
# Cosine to the rest of its theme; where a person asked for so many themes, all that can be read is placed.
WEAKEST_FIT_ASKED, WEAKEST_FIT, WEAKEST_FIT_SMALL = -1.1, 0.0, 0.05


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote as a place: row, start and end in code points; `text` is exactly what stands there."""

    row: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class SuggestedTheme:
    """A theme as the machine proposes it. `key` is the one it was kept under, '' for a new one."""

    id: str
    key: str
    name: str
    terms: tuple[str, ...]
    rows: tuple[int, ...]
    quotes: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Themes, the theme id of each row (None: ungrouped), how well each row fits, and how it was done."""

    themes: tuple[SuggestedTheme, ...]
    rows: tuple[str | None, ...]
    fits: tuple[float, ...]
    with_vectors: bool
    with_latvian_dictionary: bool


@dataclass(frozen=True, slots=True)
class Decided:
    """What people decided: rows that belong to a theme key, and (row, key) pairs that do not."""

    kept: Mapping[int, str]
    refused: frozenset[tuple[int, str]] = frozenset()


NOTHING_DECIDED = Decided({})


def suggest_themes(
    texts: Sequence[str],
    *,
    declared: str | None = None,
    language: str | None = None,
    count: int | None = None,
    decided: Decided = NOTHING_DECIDED,
    embed: Embed | None = None,
    progress: Progress | None = None,
) -> Suggestion:
    """Group texts into themes; the same texts give the same themes.

    `declared` is the language the texts are known to be in, `language` the one to name themes
    in (the commonest among the texts by default), `count` how many themes beside the kept ones
    (3 to 12 by the number of answers by default). `embed` gives sentence vectors; without it, and without the
    model, the coarser way is taken and `with_vectors` says so. Kept rows stay with their theme.
    """
    distinct, positions = _collapsed(texts, declared, decided)
    vectors = _vectors([r.answer.text for r in distinct], embed, progress) if len(distinct) > 1 else None
    weights = np.array([len(p) for p in positions], dtype=np.float64)
    if not distinct:
        return _nothing(len(texts), vectors is not None)
    points = points_of(distinct, vectors)
    keys = sorted({decided.kept[p[0]] for p in positions if p[0] in decided.kept})
    kept = {i: keys.index(decided.kept[p[0]]) for i, p in enumerate(positions) if p[0] in decided.kept}
    groups = _groups(points, weights, kept, len(keys), count)
    labels, fits = _settled(groups, points, weights, kept, positions, keys, decided, count)
    return _told(
        texts, distinct, positions, weights, points, labels, fits, keys, language, vectors is not None
    )


def _collapsed(
    texts: Sequence[str], declared: str | None, decided: Decided
) -> tuple[list[Reading], list[list[int]]]:
    """Return each distinct usable text once, with the rows where it stands.

    Rows that people put into different themes are never merged.
    """
    readings = read_answers((Answer(str(row), text) for row, text in enumerate(texts)), declared)
    places: dict[tuple[str, str], list[int]] = {}
    refused: dict[int, list[str]] = {}
    for row, key in sorted(decided.refused):
        refused.setdefault(row, []).append(key)
    for row, reading in enumerate(readings):
        if any(not token.is_stop for token in reading.tokens):
            same = " ".join(reading.answer.text.casefold().split()).strip(" .,!?…;:\"'«»“”„()-–—")
            marks = (decided.kept.get(row, ""), *refused.get(row, ()))
            places.setdefault((same, "\0".join(marks)), []).append(row)
    return [readings[rows[0]] for rows in places.values()], list(places.values())


def _vectors(texts: Sequence[str], embed: Embed | None, progress: Progress | None) -> Vectors | None:
    if embed is not None:
        return embed(texts)
    if not sentence_vectors.available():
        return None
    return sentence_vectors.vectors_of(texts, progress)


def _groups(
    points: Points, weights: Weights, kept: Mapping[int, int], kept_themes: int, count: int | None
) -> Labels:
    """Return the group of each point: the kept themes first, then new ones among what is left."""
    labels = np.full(len(points), -1, dtype=np.int64)
    for i, group in attached(points, weights, kept, kept_themes).items():
        labels[i] = group
    free = np.where(labels < 0)[0]
    wanted = min(usual_count(int(weights[free].sum())), len(free) // 2) if count is None else count
    if len(free) == 1 and count is None:
        wanted = 1
    found = clustered(smoothed(points)[free], weights[free], wanted)
    labels[free] = np.where(found < 0, -1, found + kept_themes)
    return labels


def _settled(
    labels: Labels,
    points: Points,
    weights: Weights,
    kept: Mapping[int, int],
    positions: Sequence[Sequence[int]],
    keys: Sequence[str],
    decided: Decided,
    count: int | None,
) -> tuple[Labels, Weights]:
    """Take out what fits nowhere, what a person refused, and themes of a single answer nobody asked for."""
    fits = fit_of(points, weights, labels)
    settled = labels.copy()
    weakest = (
        WEAKEST_FIT_ASKED if count else WEAKEST_FIT_SMALL if weights.sum() <= SMALL_ROOM else WEAKEST_FIT
    )
    for i, label in enumerate(labels.tolist()):
        alone = (labels == label).sum() == 1
        refused = label < len(keys) and any((row, keys[label]) in decided.refused for row in positions[i])
        unfit = fits[i] < weakest and not alone
        lonely = alone and weights[i] < 2 and count is None
        if i not in kept and (refused or unfit or (lonely and label >= len(keys))):
            settled[i] = -1
    return settled, fits


def _nothing(rows: int, with_vectors: bool) -> Suggestion:
    return Suggestion((), (None,) * rows, (0.0,) * rows, with_vectors, has_latvian_dictionary())


def _told(
    texts: Sequence[str],
    distinct: Sequence[Reading],
    positions: Sequence[Sequence[int]],
    weights: Weights,
    points: Points,
    labels: Labels,
    fits: Weights,
    keys: Sequence[str],
    language: str | None,
    with_vectors: bool,
) -> Suggestion:
    order = _by_size(labels, weights)
    ranked = [order.index(label) if label in order else -1 for label in labels.tolist()]
    spoken = language or _commonest(distinct, weights)
    namings = name_themes(distinct, [int(w) for w in weights], ranked, len(order), spoken)
    themes = []
    for number, (group, naming) in enumerate(zip(order, namings, strict=True)):
        members = [i for i, label in enumerate(ranked) if label == number]
        found = excerpts_of(members, distinct, points, weights, naming.terms)
        places = [(positions[e.reading][0], e.start, e.end) for e in found]
        themes.append(
            SuggestedTheme(
                id=f"t{number + 1}",
                key=keys[group] if group < len(keys) else "",
                name=naming.name,
                terms=naming.terms,
                rows=tuple(sorted(row for i in members for row in positions[i])),
                quotes=tuple(Passage(row, start, end, texts[row][start:end]) for row, start, end in places),
            )
        )
    of_row = {row: theme.id for theme in themes for row in theme.rows}
    fit_of_row = {row: float(fits[i]) for i, rows in enumerate(positions) for row in rows}
    return Suggestion(
        tuple(themes),
        tuple(of_row.get(row) for row in range(len(texts))),
        tuple(round(fit_of_row.get(row, 0.0), 4) for row in range(len(texts))),
        with_vectors,
        has_latvian_dictionary(),
    )


def _by_size(labels: Labels, weights: Weights) -> list[int]:
    sizes: Counter[int] = Counter()
    for label, weight in zip(labels.tolist(), weights.tolist(), strict=True):
        if label >= 0:
            sizes[label] += int(weight)
    return sorted(sizes, key=lambda label: (-sizes[label], label))


def _commonest(readings: Sequence[Reading], weights: Weights) -> str:
    heard: Counter[str] = Counter()
    for reading, weight in zip(readings, weights.tolist(), strict=True):
        heard[reading.language.language or ""] += int(weight)
    return min(heard, key=lambda code: (-heard[code], code)) if heard else ""
