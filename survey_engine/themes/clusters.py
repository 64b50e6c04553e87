"""Group points: agglomerative clustering for a start, k-means to refine; what people decided stays fixed.

The same points give the same groups: nothing here is drawn by chance without a seed.
"""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from survey_engine.themes.features import Points, unit

Weights = NDArray[np.float64]
Labels = NDArray[np.int64]

MOST_TO_LINK = 3000
SMALLEST_SHARE = 0.08
ROUNDS = 50
# How alike an answer must be to a kept theme (cosine): at least, and as a share of what is usual in it.
LEAST_ALIKE, LEAST_ALIKE_ONE, NEARLY = 0.25, 0.4, 0.8


def usual_count(answers: int) -> int:
    """Return how many themes to start with: the square root of half the answers, 3 to 12.

    No automatic choice was reliable on twelve data sets; this rule came nearest.
    """
    return int(np.clip(round(math.sqrt(answers / 2)), 3, 12))


def clustered(points: Points, weights: Weights, count: int) -> Labels:
    """Return the group of each point, 0 to `count` - 1 (fewer where there are fewer points)."""
    count = min(count, len(points))
    if count < 1:
        return np.full(len(points), -1, dtype=np.int64)
    return _refined(points, weights, _linked(points, weights, count))


def attached(points: Points, weights: Weights, kept: Mapping[int, int], groups: int) -> dict[int, int]:
    """Return the kept points with their groups, and those of the others that clearly belong to one.

    Clearly: nearly as near to the middle of the kept points as these are themselves.
    """
    found = dict(kept)
    if not groups:
        return found
    members = [
        np.array([i for i, g in kept.items() if g == group], dtype=np.int64) for group in range(groups)
    ]
    middles = unit(np.vstack([_mean(points, weights, where) for where in members]))
    near = points @ middles.T
    least = np.array([_least_to_attach(points[where], weights[where]) for where in members])
    best = near.argmax(axis=1)
    for i in np.where(near[np.arange(len(points)), best] >= least[best])[0].tolist():
        found.setdefault(i, int(best[i]))
    return found


def _least_to_attach(points: Points, weights: Weights) -> float:
    if len(points) < 2:
        return LEAST_ALIKE_ONE
    usual = float(np.median(fit_of(points, weights, np.zeros(len(points), dtype=np.int64))))
    return max(LEAST_ALIKE, NEARLY * usual)


def _linked(points: Points, weights: Weights, count: int) -> Points:
    """Return `count` centres from an agglomerative clustering (average linkage, cosine).

    Cut finely enough that each centre stands for several points: otherwise one odd answer
    would take a whole theme.
    """
    step = max(1, math.ceil(len(points) / MOST_TO_LINK))
    sample, share = points[::step], weights[::step]
    nonzero = np.where(np.linalg.norm(sample, axis=1) > 0)[0]
    if len(nonzero) <= count:
        return sample[: max(count, 1)]
    groups = _tree_cut(sample[nonzero], share[nonzero], count)
    sizes = np.bincount(groups, weights=share[nonzero])
    largest = np.argsort(-sizes, kind="stable")[:count]
    return np.vstack([_mean(sample, share, nonzero[groups == group]) for group in largest])


def _tree_cut(points: Points, weights: Weights, count: int) -> Labels:
    """Return the coarsest cut of the tree in which `count` groups are of a fair size, else the plain cut."""
    from scipy.cluster.hierarchy import cut_tree, linkage  # heavy: loaded when themes are asked for
    from scipy.spatial.distance import pdist

    tree = linkage(np.clip(pdist(points, "cosine"), 0.0, None), "average")
    fair = max(2.0, SMALLEST_SHARE * weights.sum() / count)
    cuts = cut_tree(tree, list(range(count, min(len(points), 4 * count + 20) + 1)))
    for column in range(cuts.shape[1]):
        if (np.bincount(cuts[:, column], weights=weights) >= fair).sum() >= count:
            break
    else:
        column = 0
    found: Labels = cuts[:, column].astype(np.int64)
    return found


def _mean(points: Points, weights: Weights, members: Any) -> Points:
    where = np.asarray(members, dtype=np.int64)
    mean: Points = np.average(points[where], axis=0, weights=weights[where])
    return mean


def _refined(points: Points, weights: Weights, centres: Points) -> Labels:
    """Run Lloyd's k-means from given centres; an emptied group keeps its centre."""
    labels = np.full(len(points), -1, dtype=np.int64)
    for _ in range(ROUNDS):
        distance = (centres**2).sum(axis=1) - 2 * points @ centres.T
        found = distance.argmin(axis=1)
        if np.array_equal(found, labels):
            break
        labels = found
        for group in range(len(centres)):
            if (labels == group).any():
                centres[group] = _mean(points, weights, np.where(labels == group)[0])
    return labels


def fit_of(points: Points, weights: Weights, labels: Labels) -> NDArray[np.float64]:
    """Return how alike each point is to the rest of its group (cosine; a repeated answer counts for itself)."""
    fits = np.zeros(len(points))
    for group in set(labels.tolist()) - {-1}:
        mine = np.where(labels == group)[0]
        total = (points[mine] * weights[mine, None]).sum(axis=0)
        rest = unit(total[None, :] - points[mine])
        fits[mine] = np.where((weights[mine] > 1) & (len(mine) == 1), 1.0, (points[mine] * rest).sum(axis=1))
    return fits
