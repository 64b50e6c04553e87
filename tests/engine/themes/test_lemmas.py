"""Base forms of words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey_engine.themes import dictionaries, lemmas
from survey_engine.themes.lemmas import lemma_of, lemmatise


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("ceļiem", "ceļš"),
        ("bērnudārzos", "bērnudārzs"),
        ("Pašvaldības", "pašvaldība"),
        ("nesadarbojas", "sadarboties"),
        ("atbalstīšanas", "atbalstīšana"),
        ("galdiņa", "galdiņš"),
        ("vissvarīgākais", "svarīgs"),
        ("svarīgi", "svarīgi"),
        ("vēlāk", "vēlu"),
        ("vajadzētu", "vajadzēt"),
        ("esam", "būt"),
    ],
)
def test_latvian_form_goes_back_to_its_base_form(form, lemma):
    if not dictionaries.has_latvian_dictionary():
        pytest.skip("no Latvian dictionary on this machine")
    assert lemma_of(form, "lv") == lemma


@pytest.mark.parametrize(
    ("form", "lemma"), [("дорогах", "дорога"), ("лучше", "хорошо"), ("сделали", "сделать"), ("ещё", "еще")]
)
def test_russian_form_goes_back_to_its_base_form(form, lemma):
    assert lemma_of(form, "ru") == lemma


@pytest.mark.parametrize(
    ("form", "lemma"), [("Roads", "road"), ("thought", "think"), ("council's", "council")]
)
def test_english_form_goes_back_to_its_base_form(form, lemma):
    assert lemma_of(form, "en") == lemma


def test_empty_words_stay_empty_so_that_lines_keep_their_numbers():
    assert lemmatise(["ceļus", "", "ceļi"], "lv") == ["ceļš", "", "ceļš"]


def test_word_of_another_language_is_only_folded():
    assert lemma_of("Straße", "de") == "straße"


def test_latvian_works_coarsely_without_a_dictionary(monkeypatch):
    monkeypatch.setattr(lemmas, "latvian_dictionary", lambda: None)
    lemma_of.cache_clear()

    assert lemma_of("mājās", "lv") == "māja"

    lemma_of.cache_clear()


@settings(deadline=None)
@given(st.text(max_size=80), st.sampled_from(["lv", "ru", "en"]))
def test_every_text_has_a_base_form_on_one_line(text, language):
    word = " ".join(text.split())

    assert "\n" not in lemma_of(word, language)
