"""Cells that spreadsheets would run: none leaves, and each comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey_engine.exchange.formulas import protect, unprotect
from survey_engine.exchange.tables import Table, code_cell

STARTS = "=+-@\t\r\n ＝＋－＠'"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", " =1", "＝1", "'=1"])
def test_a_text_that_starts_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert protect(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Jā", "'tis", "a=b", "„Labi”", "5-6", " labi"])
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert protect(text) == text


@given(st.text() | st.text(alphabet=STARTS + "a"))
def test_taking_the_apostrophe_off_gives_back_what_was_written(text: str) -> None:
    assert unprotect(protect(text)) == text
    assert not protect(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_numbers_stay_numbers_when_the_same_sign_in_a_text_is_made_harmless() -> None:
    table = Table("t", ("-a",), [(code_cell("-1"),), ("-1",), (0,), (None,), (code_cell("1.50"),)])

    assert list(table.safe()) == [["'-a"], [-1], ["'-1"], [0], [None], ["1.50"]]
