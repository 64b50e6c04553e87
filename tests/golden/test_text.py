"""Words and themes on real data: never worse than when they were measured last."""

import os

import pytest

from survey_engine.themes import vectors
from survey_engine.themes.dictionaries import has_latvian_dictionary
from survey_engine.themes.lemmas import lemma_of
from tools import bench_text

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(
        not bench_text.SHARED.exists() and not os.environ.get("CI"), reason="the real data is not here"
    ),
]


@pytest.mark.parametrize(("language", "least"), [("lv", 95.5), ("ru", 94.5), ("en", 96.3)])
def test_lemmas_of_content_words_are_as_accurate_as_measured(language, least):
    if language == "lv" and not has_latvian_dictionary():
        least = 75.0

    assert bench_text.lemma_accuracy(language, lambda w: lemma_of(w, language))[1] >= least


@pytest.mark.parametrize(("length", "least"), [(1, 94.0), (2, 98.5), (3, 99.5), (5, 99.8)])
def test_languages_of_short_texts_are_as_accurate_as_measured(length, least):
    assert bench_text.language_accuracy(length) >= least


@pytest.mark.parametrize(
    ("name", "language", "least"),
    [("questions", "lv", (0.65, 0.70)), ("questions", "mix", (0.55, 0.65)), ("topics", "lv", (0.33, 0.26))],
)
def test_themes_agree_with_given_groups_as_measured(name, language, least):
    if not vectors.available():
        pytest.skip("the model is optional")
    data = bench_text.sample(name, language, 200, seed=0)
    found = bench_text.agreement(data, bench_text.our_groups(data, bench_text.Remembered()))

    assert (found[0] >= least[0], found[1] >= least[1]) == (True, True)
