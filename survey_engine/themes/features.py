"""Answers as points that can be compared across languages.

Sentence vectors, centred per language so that a theme does not split by language,
joined with latent semantic analysis (LSA) of lemmas and characters, then drawn a step
towards their nearest neighbours. Without sentence vectors the LSA stands alone.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from survey_engine.themes.vectors import Vectors
from survey_engine.themes.words import Reading

Points = NDArray[np.float64]

LSA_SIZE, LSA_SIZE_ALONE = 50, 20
LSA_WEIGHT = 0.5
CHARACTER_WEIGHT = 0.7
FEWEST_TO_CENTRE = 3
CHUNK = 1000
LONGEST_TERM = 60


def points_of(readings: Sequence[Reading], vectors: Vectors | None) -> Points:
    """Return one unit row an answer (zeros where nothing is known of it).

    `vectors` are the sentence vectors in the same order, or None for the coarser way.
    """
    languages = [reading.language.language or "" for reading in readings]
    if vectors is None:
        return centred(_lsa(readings, LSA_SIZE_ALONE), languages)
    lexical = centred(_lsa(readings, LSA_SIZE), languages)
    return unit(np.hstack([centred(vectors.astype(np.float64), languages), LSA_WEIGHT * lexical]))


def centred(points: Points, languages: Sequence[str]) -> Points:
    """Subtract the mean of each language; with one or two answers in it, the mean of all."""
    moved, overall = points.copy(), points.mean(axis=0)
    groups = np.asarray(languages)
    for language in sorted(set(languages)):
        mine = groups == language
        moved[mine] -= points[mine].mean(axis=0) if mine.sum() >= FEWEST_TO_CENTRE else overall
    return unit(moved)


def unit(points: Points) -> Points:
    """Return the rows at length one; a row of zeros stays."""
    lengths = np.linalg.norm(points, axis=1, keepdims=True)
    scaled: Points = np.divide(points, lengths, out=np.zeros_like(points), where=lengths > 1e-12)
    return scaled


def _lsa(readings: Sequence[Reading], size: int) -> Points:
    from sklearn.decomposition import TruncatedSVD  # heavy: loaded when themes are asked for

    table = _weighted_terms([[t.lemma[:LONGEST_TERM] for t in reading.tokens] for reading in readings])
    size = min(size, min(table.shape) - 1)
    if size < 1:
        return np.ones((len(readings), 1))
    found: Points = TruncatedSVD(size, random_state=0).fit_transform(table)
    return found


def _weighted_terms(lemmas: list[list[str]]) -> Any:
    """Return tf-idf of lemmas beside that of their letters (3 to 5 in a row within a word)."""
    from scipy.sparse import hstack
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.preprocessing import normalize

    words = TfidfVectorizer(analyzer=list, sublinear_tf=True).fit_transform(lemmas)
    joined = [" ".join(row) for row in lemmas]
    letters: Any = None
    for rarest in (2, 1) if len(lemmas) >= 100 else (1,):
        try:
            letters = TfidfVectorizer(
                analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=rarest
            ).fit_transform(joined)
            break
        except ValueError:  # no run of letters is common to two answers
            continue
    return normalize(words if letters is None else hstack([words, CHARACTER_WEIGHT * letters]).tocsr())


def smoothed(points: Points) -> Points:
    """Draw each point half-way to its nearest neighbours (a quarter of all, 3 to 12 of them).

    Measured on samples of unequal themes: ARI +.02 over clustering the points as they are.
    """
    number = len(points)
    near = min(int(np.clip(number // 4, 3, 12)), number - 1)
    if near < 1:
        return points
    from scipy.sparse import csr_matrix

    rows, columns, weights = _neighbours(points, near)
    graph = csr_matrix((weights, (rows, columns)), shape=(number, number))
    graph = graph.maximum(graph.T) * 0.5 + graph.minimum(graph.T) * 0.5
    totals = np.asarray(graph.sum(axis=1)).ravel() + 1e-9
    return unit(points + (graph @ points) / totals[:, None])


def _neighbours(points: Points, near: int) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    rows, columns, weights = [], [], []
    for start in range(0, len(points), CHUNK):
        alike = points[start : start + CHUNK] @ points.T
        mine = np.arange(len(alike))
        alike[mine, mine + start] = -1.0
        nearest = np.argpartition(-alike, near - 1, axis=1)[:, :near]
        rows.append(np.repeat(mine + start, near))
        columns.append(nearest.ravel())
        weights.append(np.clip(alike[mine[:, None], nearest], 0.0, None).ravel())
    return np.concatenate(rows), np.concatenate(columns), np.concatenate(weights)
