"""Passages found in an answer."""

from hypothesis import given, settings
from hypothesis import strategies as st

from survey_engine.themes.places import places_of, sentences_of, spanned

TEXT = "Labdien! 🙂 Ceļi ir slikti.\nCeļi ir slikti, un viss."


def test_every_place_of_a_passage_is_found():
    assert [TEXT[a:b] for a, b in places_of(TEXT, " Ceļi ir slikti ")] == ["Ceļi ir slikti"] * 2


def test_words_that_are_not_there_have_no_place():
    assert places_of(TEXT, "ceļi") == ()


def test_no_words_have_no_place():
    assert places_of(TEXT, "  ") == ()


def test_sentences_end_at_line_breaks_too():
    assert [TEXT[a:b] for a, b in sentences_of(TEXT)] == [
        "Labdien!",
        "🙂 Ceļi ir slikti.",
        "Ceļi ir slikti, un viss.",
    ]


def test_one_place_reaches_over_several():
    assert spanned([(5, 9), (0, 3)]) == (0, 9)


@settings(deadline=None)
@given(st.text(alphabet="aā .!?\n🙂", max_size=60))
def test_sentences_leave_out_nothing_but_white_space(text):
    covered = {i for a, b in sentences_of(text) for i in range(a, b)}

    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)
