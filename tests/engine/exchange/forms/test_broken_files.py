"""Broken files end in words for a person: never in another error, never in half a questionnaire."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey_engine.design.models import Form
from survey_engine.errors import EngineError
from survey_engine.exchange.forms.carried import WORDS, Outgoing, Why
from survey_engine.exchange.forms.formats import read_form, readable, write_form
from tests.engine.exchange.forms.made_up import LANGUAGES, letters, one_of_each
from tests.engine.exchange.forms.test_limesurvey import NEW, OLD, lss
from tests.engine.exchange.forms.workbook import book_of

words = st.sampled_from(
    [
        *(
            "type",
            "name",
            "label",
            "label::lv",
            "label::Latviešu (lv)",
            "hint",
            "relevant",
            "constraint",
            "balsis",
        ),
        *(
            "list_name",
            "parameters",
            "appearance",
            "required",
            "media::image",
            "label::",
            "::",
            "default_language",
        ),
        *(
            "select_one a",
            "select_multiple a or_other",
            "range",
            "text",
            "note",
            "begin_group",
            "end_repeat",
            "a",
        ),
        *(
            "start=1 end=1e9 step=0",
            "start=x",
            "start=0 end=NaN",
            "start=1 end=Infinity",
            "count-selected(.) <= 999",
        ),
        *(
            "string-length(.) <= 0",
            '{"kind": "words", "most": "x"}',
            '{"filled": 3, "key": [1]}',
            "[" * 3_000,
        ),
        *("${a}", "yes", "1", "", "x" * 1_200),
    ]
)
cells = st.one_of(
    words,
    st.text(letters, max_size=6),
    st.integers(-3, 3),
    st.floats(allow_nan=False),
    st.booleans(),
    st.none(),
)
rows = st.lists(st.lists(cells, max_size=6), max_size=8)
TABBED = "class\ttype/scale\tname\ttext\thelp\tlanguage\trelevance\tmin_answers\tcssclass\n"
tabbed = st.lists(
    st.tuples(
        st.sampled_from(["S", "SL", "G", "Q", "SQ", "A", "C", "AS", "", "?"]),
        st.sampled_from([*"LMSTX5YGOPQ1:", "0", ""]),
        st.sampled_from(["language", "additional_languages", "surveyls_title", "Q1", "A1", "", "ā"]),
        st.one_of(st.sampled_from(["lv", "xx", "{x}", "<img>", "&#0;", '"']), st.text(max_size=8)),
        st.text(max_size=4),
        st.sampled_from(["", "lv", "en", "!!"]),
        st.sampled_from(["", "1", "x > 1"]),
        st.sampled_from(["", "1", "999", "x"]),
        st.sampled_from(
            ["", "balsis-kind-scale", "balsis-kind-words", "balsis-key-%FF", "balsis-code-", "balsis-kind-?"]
        ),
    ).map("\t".join),
    max_size=12,
)


def read_or_refuse(name: str, content: bytes) -> None:
    """Read a file: it is refused in words, or gives questions that the editor can keep, and reasons in words."""
    try:
        carried = read_form(name, content)
    except EngineError as refused:
        refused.say(str)
        return
    assert all(one.why(str) for one in carried.not_carried)
    assert all(question.cleaned() == question for question in carried.form.questions)
    assert len({question.key for question in carried.form.questions}) == len(carried.form.questions)


def spoiled(content: bytes, spots: Sequence[tuple[int, int]]) -> bytes:
    spoilt = bytearray(content)
    for place, byte in spots:
        spoilt[place % len(spoilt)] = byte
    return bytes(spoilt)


@given(survey=rows, choices=rows, settings_=rows)
@settings(max_examples=150, deadline=None)
def test_workbook_of_anything_is_read_or_refused(survey: list, choices: list, settings_: list) -> None:
    sheets = {
        "survey": [("type", "name", "label::lv", "balsis"), *survey],
        "choices": choices,
        "settings": settings_,
    }
    read_or_refuse("a.xlsx", book_of(sheets))


@given(rows=tabbed)
@settings(max_examples=150, deadline=None)
def test_tab_separated_rows_of_anything_are_read_or_refused(rows: list[str]) -> None:
    read_or_refuse("a.txt", (TABBED + "\n".join(rows)).encode("utf-8", "replace"))


@given(
    layout=st.sampled_from([NEW.format(letter="L", relevance="1", random=0), OLD]),
    changes=st.lists(
        st.tuples(
            st.sampled_from(
                ["qid", "gid", "language", "code", "type", "parent_qid", "rows", "row", ">7<", ">lv<", ">1<"]
            ),
            st.sampled_from(
                ["x", "qid", "", ">8<", ">-9<", "><", ">99999999999999<", "row", ">L<", ">&lt;<"]
            ),
        ),
        max_size=4,
    ),
)
@settings(max_examples=150, deadline=None)
def test_lss_of_anything_is_read_or_refused(layout: str, changes: list[tuple[str, str]]) -> None:
    tables = layout
    for before, after in changes:
        tables = tables.replace(before, after)
    read_or_refuse("a.lss", lss(tables))


@pytest.mark.parametrize("ending", [one.ending for one in readable()])
@given(
    spots=st.lists(st.tuples(st.integers(0, 100_000), st.integers(0, 255)), min_size=1, max_size=8),
    cut=st.integers(0, 9_000),
)
@settings(max_examples=40, deadline=None)
def test_file_with_spoiled_bytes_is_read_or_refused(ending: str, spots: list, cut: int) -> None:
    made = {".lss": lss(OLD), ".xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000)}
    whole = made.get(ending) or write_form(Outgoing(one_of_each(), "A", LANGUAGES), f"a{ending}").content
    read_or_refuse(f"a{ending}", spoiled(whole, spots))
    read_or_refuse(f"a{ending}", whole[:cut])


@pytest.mark.parametrize("ending", [one.ending for one in readable()])
@pytest.mark.parametrize(
    "content", [b"", b"\0" * 40, b"{}", b"[[[", "ā".encode("cp1257"), b"PK\x03\x04", b"<a/>"]
)
def test_something_else_under_the_ending_is_refused(ending: str, content: bytes) -> None:
    with pytest.raises(EngineError):
        read_form(f"a{ending}", content)


def test_every_reason_has_words() -> None:
    assert set(WORDS) == set(Why)


def test_questionnaire_without_questions_comes_back_without_questions() -> None:
    for ending in (".json", ".xlsx", ".txt"):
        written = write_form(Outgoing(Form(), "Tukša", ("lv",)), f"a{ending}")
        assert read_form(f"a{ending}", written.content).form == Form()
