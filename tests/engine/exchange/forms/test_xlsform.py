"""XLSForms of other people: what is carried over, and that the rest is listed row by row."""

from datetime import date

import pytest

from survey_engine.design.kinds import (
    Date,
    Information,
    Matrix,
    MultipleChoice,
    Number,
    OpenText,
    Option,
    Scale,
    SingleChoice,
)
from survey_engine.design.kinds.conditions import Condition, Relation, ShowIf
from survey_engine.design.models import Form
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.forms.carried import Carried, Outgoing, Why
from survey_engine.exchange.forms.formats import write_form
from survey_engine.exchange.forms.workbooks import read_workbook
from survey_engine.exchange.forms.xlsform import read_xlsform
from tests.engine.exchange.forms.workbook import Rows, book_of, workbook

HEADING = ("type", "name", "label::Latviešu (lv)", "label::English (en)", "hint::Latviešu (lv)")
CHOICES: Rows = [
    ("list_name", "name", "label::Latviešu (lv)", "label::English (en)"),
    ("jn", "ja", "Jā", "Yes"),
    ("jn", "ne", "Nē", "No"),
    ("skala", 1, "Slikti", "Bad"),
    ("skala", 5, "Labi", "Good"),
]


def read(*rows: tuple[object, ...], heading: tuple[str, ...] = HEADING, **sheets: Rows) -> Carried:
    return read_xlsform("forma.xlsx", workbook([heading, *rows], **{"choices": CHOICES, **sheets}))


def listed(carried: Carried) -> list[tuple[int, str, Why]]:
    return [(one.row, one.name, one.reason) for one in carried.not_carried]


def test_list_of_options_becomes_a_single_choice() -> None:
    carried = read(("select_one jn", "piekrit", "Vai piekrītat?", "Do you agree?", "Viena atbilde"))

    (question,) = carried.form.questions
    assert isinstance(question, SingleChoice)
    assert (question.key, question.text) == ("piekrit", {"lv": "Vai piekrītat?", "en": "Do you agree?"})
    assert question.help == {"lv": "Viena atbilde"}
    assert [(one.code, one.label) for one in question.options] == [
        ("ja", {"lv": "Jā", "en": "Yes"}),
        ("ne", {"lv": "Nē", "en": "No"}),
    ]
    assert (carried.languages, carried.not_carried) == (("lv", "en"), ())


@pytest.mark.parametrize(
    ("constraint", "limits"),
    [
        ("count-selected(.) <= 2", (0, 2)),
        ("count-selected(.)>=1 and count-selected(.)<3", (1, 2)),
        ("count-selected(.) = 2", (2, 2)),
    ],
)
def test_constraint_on_the_number_chosen_becomes_least_and_most(
    constraint: str, limits: tuple[int, int]
) -> None:
    heading = ("type", "name", "label::lv", "constraint")
    carried = read(("select_multiple jn", "q", "Kas?", constraint), heading=heading)

    (question,) = carried.form.questions
    assert isinstance(question, MultipleChoice)
    assert (question.least, question.most) == limits
    assert carried.not_carried == ()


@pytest.mark.parametrize(
    ("type_", "parameters", "codes"),
    [
        ("range", "start=1 end=5 step=1", ("1", "2", "3", "4", "5")),
        ("range", "start=0;end=2", ("0", "1", "2")),
        ("range", "start=0, end=1, step=0.5", ("0", "0.5", "1")),
        ("range", "", tuple(str(number) for number in range(1, 11))),
    ],
)
def test_range_keeps_its_numbers_as_codes(type_: str, parameters: str, codes: tuple[str, ...]) -> None:
    carried = read((type_, "q", "Cik?", parameters), heading=("type", "name", "label::lv", "parameters"))

    assert [question.codes() for question in carried.form.questions] == [codes]
    assert carried.not_carried == ()


def test_range_with_labelled_ends_becomes_a_scale_with_labelled_ends() -> None:
    carried = read(
        ("range", "q", "Cik labi?", "start=1 end=5 step=1 tick_labelset=skala"),
        heading=("type", "name", "label::lv", "parameters"),
    )

    (question,) = carried.form.questions
    assert isinstance(question, Scale)
    assert (question.low, question.high) == (
        {"lv": "Slikti", "en": "Bad"},
        {"lv": "Labi", "en": "Good"},
    )


def test_texts_become_short_or_long_with_their_limit() -> None:
    heading = ("type", "name", "label::lv", "appearance", "constraint")
    carried = read(
        ("text", "a", "Īsi", "", ""),
        ("text", "b", "Gari", "multiline", "string-length(.) <= 300"),
        heading=heading,
    )

    found = [one for one in carried.form.questions if isinstance(one, OpenText)]
    assert [(one.long, one.longest) for one in found] == [(False, 2_000), (True, 300)]


def test_note_becomes_information() -> None:
    (question,) = read(("note", "n", "Sveicināti", "", "Lasiet")).form.questions

    assert isinstance(question, Information)
    assert (question.text, question.help) == ({"lv": "Sveicināti"}, {"lv": "Lasiet"})


@pytest.mark.parametrize(
    ("type_", "reason"),
    [
        ("geopoint", Why.KIND),
        ("geoshape", Why.KIND),
        ("image", Why.KIND),
        ("barcode", Why.KIND),
        ("select_one_from_file x.csv", Why.KIND),
        ("calculate", Why.CALCULATION),
        ("start", Why.DEVICE),
        ("deviceid", Why.DEVICE),
        ("acknowledge", Why.CONSENT),
        ("select_one nekas", Why.LIST_MISSING),
        ("range x=1", Why.KIND),
        ("", Why.STRAY),
    ],
)
def test_row_that_balsis_has_no_kind_for_is_listed(type_: str, reason: Why) -> None:
    carried = read(("text", "pirms", "Kas?", "", ""), (type_, "q", "Kas?", "", ""))

    assert [one.key for one in carried.form.questions] == ["pirms"]
    assert listed(carried) == [(3, "q", reason)]


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("relevant", "${a} = 'ja'", Why.RULE),
        ("calculation", "1 + 1", Why.CALCULATION),
        ("default", "varbūt", Why.DEFAULT),
        ("media::image", "karte.png", Why.MEDIA),
        ("image::Latviešu (lv)", "karte.png", Why.MEDIA),
        ("appearance", "w3", Why.APPEARANCE),
        ("constraint", ". != 'x'", Why.CONSTRAINT),
        ("required", "${a} = 'ja'", Why.REQUIRED_SOMETIMES),
        ("choice_filter", "x = 1", Why.SETTING),
        ("trigger", "${a}", Why.SETTING),
        ("guidance_hint::Latviešu (lv)", "Vadītājam", Why.SETTING),
    ],
)
def test_cell_that_balsis_has_no_place_for_is_listed_and_the_question_kept(
    column: str, cell: str, reason: Why
) -> None:
    carried = read(("select_one jn", "q", "Kas?", cell), heading=("type", "name", "label::lv", column))

    assert [one.key for one in carried.form.questions] == ["q"]
    assert listed(carried) == [(2, "q", reason)]


def test_groups_become_sections_and_repeats_are_listed() -> None:
    carried = read(
        ("begin_group", "g", "Sadaļa", "", ""),
        ("text", "a", "Kas?", "", ""),
        ("end_group", "", "", "", ""),
        ("begin repeat", "r", "Bērni", "", ""),
        ("text", "b", "Vārds?", "", ""),
        ("end repeat", "", "", "", ""),
    )

    assert [one.key for one in carried.form.questions] == ["a", "b"]
    assert [(one.id, one.title) for one in carried.form.sections] == [
        ("g", {"lv": "Sadaļa"}),
        ("g_after", {}),
    ]
    assert [one.section for one in carried.form.questions] == ["g", "g_after"]
    assert listed(carried) == [(5, "r", Why.REPEAT)]


def test_group_shown_as_a_field_list_becomes_a_section_of_one_page() -> None:
    carried = read(
        ("begin_group", "g", "Lapa", "field-list"),
        ("text", "a", "Kas?", ""),
        ("end_group", "", "", ""),
        ("begin_group", "h", "Sadaļa", ""),
        ("text", "b", "Kur?", ""),
        ("end_group", "", "", ""),
        heading=("type", "name", "label::lv", "appearance"),
    )

    assert [(one.id, one.one_page) for one in carried.form.sections] == [("g", True), ("h", False)]
    assert listed(carried) == []


@pytest.mark.parametrize("type_", ["select_one jn or_other", "select_multiple jn or_other"])
def test_other_comes_along(type_: str) -> None:
    carried = read((type_, "q", "Kas?", "", ""))

    assert [getattr(one, "other", None) for one in carried.form.questions] == [True]
    assert listed(carried) == []


def test_none_that_stands_alone_comes_along() -> None:
    alone = "not(selected(., 'none') and count-selected(.) > 1)"
    carried = read(
        ("select_multiple jn", "q", "Kas?", f"count-selected(.) <= 2 and {alone}"),
        heading=("type", "name", "label::lv", "constraint"),
    )

    (question,) = carried.form.questions
    assert isinstance(question, MultipleChoice)
    assert (question.most, question.none, listed(carried)) == (2, True, [])


def test_ranking_comes_along() -> None:
    carried = read(("rank jn", "q", "Kas?", "", ""))

    assert [(one.kind, one.key) for one in carried.form.questions] == [("ranking", "q")]
    assert listed(carried) == []


def test_group_shown_as_a_table_becomes_a_matrix() -> None:
    carried = read(
        ("begin_group", "m", "Cik svarīgi?", "table-list"),
        ("select_one skala", "m_a", "Laiks", ""),
        ("select_one skala", "m_b", "Nauda", ""),
        ("end_group", "", "", ""),
        heading=("type", "name", "label::lv", "appearance"),
    )

    (question,) = carried.form.questions
    assert isinstance(question, Matrix)
    assert (question.key, question.text, question.option_codes) == ("m", {"lv": "Cik svarīgi?"}, ("a", "b"))
    assert (question.points, listed(carried)) == (2, [(2, "m", Why.POINTS)])


def test_table_of_several_lists_is_read_row_by_row() -> None:
    carried = read(
        ("begin_group", "m", "Cik svarīgi?", "table-list"),
        ("select_one skala", "a", "Laiks", ""),
        ("select_one jn", "b", "Nauda", ""),
        ("end_group", "", "", ""),
        heading=("type", "name", "label::lv", "appearance"),
    )

    assert [(one.kind, one.key) for one in carried.form.questions] == [("single", "a"), ("single", "b")]
    assert [one.section for one in carried.form.questions] == ["m", "m"]
    assert listed(carried) == [(2, "m", Why.APPEARANCE)]


def test_text_that_puts_in_an_answer_is_listed() -> None:
    assert listed(read(("text", "q", "Kāpēc ${a}?", "", ""))) == [(2, "q", Why.PIPED)]


def test_text_without_a_language_is_in_the_default_language() -> None:
    settings: Rows = [("form_title", "default_language"), ("Forma", "Latvian")]
    carried = read(("text", "q", "Kas?"), heading=("type", "name", "label"), settings=settings)

    assert (carried.form.questions[0].text, carried.title) == ({"lv": "Kas?"}, "Forma")


def test_column_in_an_unknown_language_is_listed() -> None:
    carried = read(("text", "q", "Kas?", "nuq"), heading=("type", "name", "label::lv", "label::Qqqq (qqq)"))

    assert listed(carried) == [(1, "label::Qqqq (qqq)", Why.LANGUAGE)]


def test_sheets_and_settings_that_are_not_read_are_listed() -> None:
    carried = read(
        ("text", "q", "Kas?", "", ""),
        settings=[("form_title", "public_key"), ("F", "abc")],
        entities=[("list_name",), ("koki",)],
    )

    assert listed(carried) == [(1, "entities", Why.SHEET), (2, "public_key", Why.SETTING)]


def test_second_question_of_the_same_name_gets_another_and_is_listed() -> None:
    carried = read(("text", "q", "Viens", "", ""), ("text", "q", "Divi", "", ""))

    assert [one.key for one in carried.form.questions] == ["q", "q_2"]
    assert listed(carried) == [(3, "q", Why.KEY_TWICE)]


def test_question_with_too_long_a_text_is_listed_and_not_cut() -> None:
    carried = read(("text", "q", "a" * 1_001, "", ""))

    assert (carried.form.questions, listed(carried)) == ((), [(2, "q", Why.UNFIT)])


def test_workbook_without_a_survey_is_refused() -> None:
    with pytest.raises(EngineError) as refused:
        read_xlsform("forma.xlsx", book_of({"aptauja": [HEADING, ("text", "q", "Kas?")]}))
    assert refused.value.problem is Problem.SHEET_MISSING


def test_survey_without_a_column_of_types_is_refused() -> None:
    with pytest.raises(EngineError) as refused:
        read(("q", "Kas?"), heading=("name", "label"))
    assert refused.value.problem is Problem.COLUMN_MISSING


def test_old_excel_file_that_is_damaged_is_refused() -> None:
    with pytest.raises(EngineError) as refused:
        read_xlsform("forma.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert refused.value.problem is Problem.FILE_BROKEN


def test_group_inside_a_group_is_listed() -> None:
    carried = read(
        ("begin_group", "g", "Sadaļa", "", ""),
        ("begin_group", "h", "Iekšā", "", ""),
        ("text", "a", "Kas?", "", ""),
        ("end_group", "", "", "", ""),
        ("end_group", "", "", "", ""),
    )

    assert [one.section for one in carried.form.questions] == ["g"]
    assert listed(carried) == [(3, "h", Why.SECTION)]


@pytest.mark.parametrize(
    ("relevant", "conditions", "any_of"),
    [
        ("${a} = 'ja'", [("a", Relation.IS, ("ja",), 0)], False),
        ("selected(${a}, 'ja')", [("a", Relation.IS, ("ja",), 0)], False),
        ("not(selected(${a}, 'ja'))", [("a", Relation.IS_NOT, ("ja",), 0)], False),
        ("${n} >= 18", [("n", Relation.AT_LEAST, (), 18)], False),
        (
            "${a} != '' or ${n} <= 5",
            [("a", Relation.ANSWERED, (), 0), ("n", Relation.AT_MOST, (), 5)],
            True,
        ),
    ],
)
def test_plain_condition_becomes_a_rule(relevant: str, conditions: list, any_of: bool) -> None:
    carried = read(
        ("select_one jn", "a", "Vai?", ""),
        ("integer", "n", "Cik?", ""),
        ("text", "q", "Kas?", relevant),
        heading=("type", "name", "label::lv", "relevant"),
    )

    rule = carried.form.questions[-1].show_if
    assert [(one.question, one.relation, one.codes, one.amount) for one in rule.conditions] == conditions
    assert (rule.any_of, listed(carried)) == (any_of, [])


@pytest.mark.parametrize(
    "relevant", ["${a} = 'cits'", "${vēlāk} = 'ja'", "${a} = 'ja' and ${n} > 3 or true()", "count(.) > 1"]
)
def test_condition_that_says_more_is_listed(relevant: str) -> None:
    carried = read(
        ("select_one jn", "a", "Vai?", ""),
        ("text", "q", "Kas?", relevant),
        heading=("type", "name", "label::lv", "relevant"),
    )

    assert listed(carried) == [(3, "q", Why.RULE)]


@pytest.mark.parametrize(
    ("type_", "constraint", "ends"),
    [
        ("integer", ". >= 0 and . <= 120", (0, 120)),
        ("decimal", ". <= 1.5", (None, 1.5)),
        ("date", ". >= date('2026-01-01')", (date(2026, 1, 1), None)),
    ],
)
def test_numbers_and_dates_come_along_with_their_range(type_: str, constraint: str, ends: tuple) -> None:
    carried = read((type_, "q", "Cik?", constraint), heading=("type", "name", "label::lv", "constraint"))

    (question,) = carried.form.questions
    assert isinstance(question, Number | Date)
    found = (
        (question.least, question.most)
        if isinstance(question, Number)
        else (question.earliest, question.latest)
    )
    assert (found, listed(carried)) == (ends, [])


def test_random_order_comes_along() -> None:
    carried = read(
        ("select_one jn", "q", "Kas?", "randomize=true"), heading=("type", "name", "label::lv", "parameters")
    )

    assert (getattr(carried.form.questions[0], "shuffle", None), listed(carried)) == (True, [])


@pytest.mark.parametrize(
    ("constraint", "fitting", "unfitting"),
    [
        ("regex(., '^[0-9]{4}$')", "1234", "12345"),
        ("string-length(.) <= 9 and regex(., '[0-9]{4}')", "LV-1234!", "LV-12"),
        ('regex(., "it\'s")', "yes, it's", "its"),
    ],
)
def test_regular_expression_becomes_a_pattern(constraint: str, fitting: str, unfitting: str) -> None:
    carried = read(("text", "q", "Kas?", constraint), heading=("type", "name", "label::lv", "constraint"))
    (question,) = carried.form.questions

    assert isinstance(question, OpenText)
    assert (question.pattern.fits(fitting), question.pattern.fits(unfitting), listed(carried)) == (
        True,
        False,
        [],
    )


@pytest.mark.parametrize(
    ("type_", "given", "default"),
    [("select_one jn", "ja", ("ja",)), ("integer", "18", ("18",)), ("range", "3", ("3",))],
)
def test_default_comes_along(type_: str, given: str, default: tuple[str, ...]) -> None:
    carried = read((type_, "q", "Kas?", given), heading=("type", "name", "label::lv", "default"))

    assert ([one.default for one in carried.form.questions], listed(carried)) == ([default], [])


@pytest.mark.parametrize(
    ("type_", "given"), [("text", "Rīga"), ("integer", "once(random())"), ("date", "today()")]
)
def test_default_that_is_no_plain_answer_is_listed(type_: str, given: str) -> None:
    carried = read((type_, "q", "Kas?", given), heading=("type", "name", "label::lv", "default"))

    assert listed(carried) == [(2, "q", Why.DEFAULT)]


@pytest.mark.parametrize(
    ("key", "relevant", "lost"), [("group", "selected(${group}, 'ngo')", []), ("kas", "", ["show_if"])]
)
def test_rule_on_the_group_is_written_where_a_question_asks_for_it(
    key: str, relevant: str, lost: list
) -> None:
    asked = SingleChoice(
        id="g", key=key, text={"lv": "?"}, options=(Option(code="ngo", label={"lv": "NVO"}),)
    )
    rule = ShowIf(conditions=(Condition(codes=("ngo",)),))
    form = Form(questions=(asked, OpenText(id="q", key="q", text={"lv": "Kāpēc?"}, show_if=rule)))
    written = write_form(Outgoing(form, "A", ("lv",)), "a.xlsx")
    rows = read_workbook("a.xlsx", written.content)["survey"]
    column = rows[0].cells.index("relevant") if relevant else None

    assert (rows[-1].cells[column] if column is not None else "") == relevant
    assert [one.details["field"] for one in written.not_carried] == lost
    assert read_xlsform("a.xlsx", written.content).form.questions[-1].show_if == rule
