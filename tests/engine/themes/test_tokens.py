"""Words of a text and their places."""

from hypothesis import given, settings
from hypothesis import strategies as st

from survey_engine.themes.tokens import is_stop_word, stop_words, tokens_of


@settings(deadline=None)
@given(st.text(), st.sampled_from(["lv", "ru", "en", None]))
def test_a_token_is_exactly_what_stands_in_its_place(text, language):
    assert all(text[t.start : t.end] == t.form for t in tokens_of(text, language))


def test_places_count_code_points_after_an_emoji():
    text = "👩‍👩‍👧 Ceļi slikti"

    assert [(t.form, text[t.start : t.end]) for t in tokens_of(text, "lv")] == [
        ("Ceļi", "Ceļi"),
        ("slikti", "slikti"),
    ]


def test_a_letter_with_a_combining_mark_does_not_break_its_word():
    assert [t.form for t in tokens_of("ce\u0304les cel\u0327i", "lv")] == ["ce\u0304les", "cel\u0327i"]


def test_negations_are_no_stop_words():
    assert [is_stop_word(w, w, c) for w, c in (("nav", "lv"), ("не", "ru"), ("not", "en"))] == [False] * 3


def test_words_that_matter_are_no_stop_words():
    kept = {
        "lv": ("problēma", "darbs", "cilvēks"),
        "ru": ("работа", "люди", "город"),
        "en": ("problem", "work"),
    }

    assert not [word for code, words in kept.items() for word in words if word in stop_words(code)]


def test_closed_classes_are_stop_words():
    assert all(w in stop_words("lv") for w in ("kas", "mēs", "jūs", "un", "par", "esam"))


def test_russian_word_in_a_latvian_answer_is_read_as_russian():
    assert [t.lemma for t in tokens_of("Mums дороги", "lv")][1] == "дорога"
