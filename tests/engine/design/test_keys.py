"""Short ASCII names from texts in any script."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey_engine.design.keys import LONGEST_KEY, make_key, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kas visvairāk traucē?", "kas_visvairak_trauce"),
        ("Что мешает сотрудничать?", "chto_meshaet_sotrudnichat"),
        ("NGOs' needs, yearly", "ngos_needs_yearly"),
        ("Ķekavas ļaudis", "kekavas_laudis"),
        ("…", ""),
    ],
)
def test_text_becomes_a_readable_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_long_text_is_cut_at_the_end_of_a_word() -> None:
    assert slug("viens divi trīs četri pieci seši septiņi") == "viens_divi_tris_cetri_pieci_sesi"


def test_key_does_not_start_with_a_digit() -> None:
    assert make_key({"lv": "2027. gada budžets"}, ()) == "q_2027_gada_budzets"


def test_taken_key_gets_a_number() -> None:
    assert make_key({"lv": "Kas?"}, {"kas", "kas_2"}) == "kas_3"


def test_text_without_letters_gets_a_plain_key() -> None:
    assert make_key({"lv": "?"}, {"question"}) == "question_2"


@given(st.text(max_size=200), st.sets(st.text(max_size=5)))
def test_key_is_always_ascii_short_unique_and_not_a_number_first(text: str, taken: set[str]) -> None:
    first = make_key({"lv": text}, taken)
    second = make_key({"lv": text}, {*taken, first})
    assert first != second
    for key in (first, second):
        assert re.fullmatch(r"[a-z][a-z0-9_]*", key)
        assert len(key) <= LONGEST_KEY
