"""Which language an answer is in."""

import pytest

from survey_engine.themes.language import Guess, language_of, languages_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Mums vajag vairāk sarunu", "lv"),
        ("Нам нужно больше говорить", "ru"),
        ("We need to talk more", "en"),
        ("Sadarbiba ir laba un laiks ari", "lv"),
        ("Kas notiek ar budžetu? The budget!", "lv"),
        ("как добраться от Quiddestraße до Hauptbahnhof", "ru"),
    ],
)
def test_language_is_told_from_letters_and_function_words(text, language):
    assert language_of(text).language == language


def test_language_of_one_word_is_uncertain():
    assert language_of("Budget").certain is False


def test_declared_language_settles_one_word():
    assert language_of("forums", declared="lv") == Guess("lv", False)


def test_declared_language_does_not_overrule_the_script():
    assert language_of("Бюджет", declared="lv") == Guess("ru", True)


def test_text_without_letters_has_no_language():
    assert language_of("12 🙂 !!!") == Guess(None, False)


def test_uncertain_answer_follows_what_the_others_are_in():
    texts = ["Mums vajag vairāk sarunu", "Gribam skaidrus noteikumus", "transports"]

    assert [guess.language for guess in languages_of(texts)] == ["lv", "lv", "lv"]


def test_decomposed_letters_are_latvian_letters_too():
    assert language_of("c\u0327ela\u0304").language == "lv"
