"""Suggested themes: what always holds of them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey_engine.themes import vectors
from survey_engine.themes.suggest import Decided, suggest_themes

ROOM = [
    "Ceļi ir slikti un bedraini",
    "Jāremontē ceļi un tilti",
    "Vajag vairāk bērnudārzu vietu",
    "Bērnudārzos trūkst vietu",
    "Дороги в ямах, надо ремонтировать",
    "Не хватает мест в детских садах",
    "Roads need repair",
    "Not enough kindergarten places",
    "Autobuss kursē reti",
    "Автобусы ходят редко",
    "Jāremontē ceļi un tilti!",
    "Buses run too rarely",
]


def letters_as_vectors(texts):
    """A stand-in for the model: how often each letter occurs."""
    counts = [[text.lower().count(chr(97 + i)) for i in range(26)] + [1.0] for text in texts]
    found = np.array(counts, dtype=np.float32)
    return found / np.linalg.norm(found, axis=1, keepdims=True)


texts_of_people = st.lists(
    st.text(alphabet="abc ceļi tilti дороги 🙂\n.,", max_size=40) | st.sampled_from(ROOM), max_size=14
)


@settings(max_examples=40, deadline=None)
@given(texts_of_people, st.none() | st.integers(1, 6))
def test_quotes_are_places_in_answers(texts, count):
    found = suggest_themes(texts, count=count, embed=letters_as_vectors)

    assert all(texts[q.row][q.start : q.end] == q.text != "" for t in found.themes for q in t.quotes)


@settings(max_examples=25, deadline=None)
@given(texts_of_people, st.none() | st.integers(1, 6))
def test_same_input_gives_same_themes(texts, count):
    assert suggest_themes(texts, count=count, embed=letters_as_vectors) == suggest_themes(
        texts, count=count, embed=letters_as_vectors
    )


@settings(max_examples=25, deadline=None)
@given(texts_of_people, st.none() | st.integers(1, 6))
def test_each_row_is_in_the_theme_that_the_theme_says(texts, count):
    found = suggest_themes(texts, count=count, embed=letters_as_vectors)

    assert {(row, t.id) for t in found.themes for row in t.rows} == {
        (row, theme) for row, theme in enumerate(found.rows) if theme
    }


@settings(max_examples=25, deadline=None)
@given(texts_of_people)
def test_an_empty_row_changes_no_other(texts):
    before = suggest_themes(texts, embed=letters_as_vectors)

    assert suggest_themes([*texts, ""], embed=letters_as_vectors).rows == (*before.rows, None)


def test_no_two_themes_have_the_same_name():
    names = [t.name for t in suggest_themes(ROOM, count=6, embed=letters_as_vectors).themes]

    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["Labi"],
        ["Labi", "Slikti"],
        ["un tas ir", "kas tas"],
        ["🙂", "👩‍👩‍👧", "🙂🙂"],
        ["a" * 20_000],
        ["\u202eabc", "\u200b", "<b>x</b>", "=1+1"],
    ],
)
def test_what_makes_no_theme_stays_ungrouped(texts):
    assert suggest_themes(texts, embed=letters_as_vectors).themes == ()


def test_one_answer_repeated_is_one_theme():
    found = suggest_themes(["Ceļi ir slikti", "ceļi ir slikti!"] * 500, embed=letters_as_vectors)

    assert [len(theme.rows) for theme in found.themes] == [1000]


def test_a_long_answer_is_quoted_by_a_part_of_it():
    long = "Par visu ko citu. " * 30 + "Ceļi ir slikti un bedraini. " + "Vēl kaut kas. " * 30
    found = suggest_themes([long, "Ceļi slikti", "Bedraini ceļi"], count=1, embed=letters_as_vectors)

    assert all(len(q.text) <= 240 for t in found.themes for q in t.quotes)


def test_as_many_themes_as_asked_for_where_there_are_answers_enough():
    assert len(suggest_themes(ROOM, count=4, embed=letters_as_vectors).themes) == 4


def test_kept_rows_stay_with_their_theme():
    decided = Decided({0: "roads", 2: "roads", 8: "buses"})
    found = suggest_themes(ROOM, decided=decided, embed=letters_as_vectors)
    key_of = {row: theme.key for theme in found.themes for row in theme.rows}

    assert [key_of[0], key_of[2], key_of[8]] == ["roads", "roads", "buses"]


def test_a_refused_row_does_not_come_back_to_the_theme():
    decided = Decided({0: "roads", 1: "roads"}, frozenset({(10, "roads")}))
    found = suggest_themes(ROOM, decided=decided, embed=letters_as_vectors)

    assert all(10 not in theme.rows for theme in found.themes if theme.key == "roads")


def test_coarser_way_is_taken_and_said_without_the_model(monkeypatch):
    monkeypatch.setattr(vectors, "available", lambda: False)

    assert suggest_themes(ROOM, count=3).with_vectors is False


@pytest.mark.skipif(not vectors.available(), reason="the model is optional")
def test_languages_that_say_the_same_share_a_theme():
    rows = suggest_themes(ROOM, language="lv").rows

    assert [len({rows[i] for i in same}) for same in ((1, 4, 6, 10), (2, 3, 5, 7), (8, 9, 11))] == [1, 1, 1]


def test_kept_theme_takes_in_what_clearly_belongs_to_it_and_nothing_else():
    texts = ["ceļi ceļi", "ceļi ceļi ceļi", "ceļi, ceļi", "xyz zzz", "qwv www", "xxy zyz", "wqw vvw"]
    found = suggest_themes(texts, decided=Decided({0: "roads"}), embed=letters_as_vectors)

    assert [theme.rows for theme in found.themes if theme.key == "roads"] == [(0, 1, 2)]
