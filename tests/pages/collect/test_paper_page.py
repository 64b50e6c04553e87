"""The page of paper forms: sheets are printed, typed in by their marks, and corrected."""

from io import BytesIO

import docx
import pytest
from streamlit.testing.v1 import AppTest

from survey_engine.collect.models import PaperSheet

PAGE = "collect/paper.py"


def button(app: AppTest, label: str):
    return next(button for button in app.button if button.label == label)


def words_on(app: AppTest) -> str:
    return "\n".join(str(e.value) for e in (*app.markdown, *app.caption, *app.info, *app.warning, *app.error))


@pytest.fixture
def sheet(room) -> PaperSheet:
    """A sheet that was printed, as its code finds it."""
    batch = room.bench.paper.print_sheets(room.session.id, language="lv", number=2)
    printed = docx.Document(BytesIO(room.bench.paper.document(room.session.id, batch=batch)))
    code = printed.sections[0].header.tables[0].cell(0, 0).paragraphs[0].text
    return room.bench.paper.find(room.session.id, code=code)


def code_of(room, sheet: PaperSheet) -> str:
    return room.bench.paper.sheet(room.session.id, sheet_id=sheet.id).code


def opened(open_page, room, sheet: PaperSheet) -> AppTest:
    app = open_page(PAGE, **room.ids)
    app.text_input(key="paper_code").set_value(code_of(room, sheet).lower())
    return button(app, "Atvērt lapu").click().run()


def typed(app: AppTest, sheet: PaperSheet, **marks: str) -> AppTest:
    app.checkbox(key=f"paper_{sheet.id}_consent").check()
    for name, mark in marks.items():
        app.text_input(key=f"paper_{sheet.id}_{name.replace('_', '-')}_0").set_value(mark)
    return button(app, "Saglabāt lapu").click().run()


def test_nothing_can_be_typed_in_before_a_sheet_is_printed(open_page, room) -> None:
    app = open_page(PAGE, **room.ids)
    assert not app.exception
    assert [field.label for field in app.text_input] == []
    assert [d.label for d in app.get("download_button")] == []


def test_sheets_are_prepared_and_can_be_downloaded(open_page, room) -> None:
    app = open_page(PAGE, **room.ids)
    app.number_input(key="paper_number").set_value(3)
    button(app, "Sagatavot lapas").click().run()
    assert not app.exception
    assert [(b.first, b.last, b.language) for b in room.bench.paper.batches(room.session.id)] == [
        (1, 3, "lv")
    ]
    assert [d.label for d in app.get("download_button")] == ["Lejupielādēt (DOCX)"]
    assert "Ievadītas 0 no 3 izdrukātām lapām." in words_on(app)


def test_sheet_is_typed_in_by_its_marks_and_the_next_one_can_follow(open_page, room, sheet) -> None:
    app = opened(open_page, room, sheet)
    app.text_input(key=f"paper_{sheet.id}_group").set_value("2")
    app.text_area(key=f"paper_{sheet.id}_q-open_0").set_value(" Kā rakstīts ")
    app = typed(app, sheet, q_single="2", q_multiple="1 3", q_scale="0")
    assert not app.exception
    view = room.bench.paper.sheet(room.session.id, sheet_id=sheet.id)
    assert (view.group, view.by) == ("2", "Anna")
    assert {name: text for name, text in view.entries.items() if any(text)} == {
        "q-single": ("2",),
        "q-multiple": ("1 3",),
        "q-scale": ("0",),
        "q-open": (" Kā rakstīts ",),
    }
    assert "sheet" not in app.query_params
    assert "Ievadīta 1 no 2" in words_on(app) or "Ievadītas 1 no 2" in words_on(app)


def test_mark_that_is_not_printed_is_said_beside_its_question_and_nothing_is_lost(
    open_page, room, sheet
) -> None:
    app = typed(opened(open_page, room, sheet), sheet, q_single="7", q_scale="3")
    assert app.error[0].value.split(" ")[:3] == ["„7”", "nav", "starp"]
    assert app.text_input(key=f"paper_{sheet.id}_q-scale_0").value == "3"
    assert room.bench.paper.batches(room.session.id)[0].entered == 0


def test_code_of_no_sheet_is_said_in_words(open_page, room, sheet) -> None:
    app = open_page(PAGE, **room.ids)
    app.text_input(key="paper_code").set_value("nav-tāda-000")
    app = button(app, "Atvērt lapu").click().run()
    assert len(app.error) == 1
    assert app.text_input(key="paper_code").value == "nav-tāda-000"


def test_sheet_typed_in_before_says_by_whom_and_can_be_corrected(open_page, room, sheet) -> None:
    typed(opened(open_page, room, sheet), sheet, q_single="2")
    app = opened(open_page, room, sheet)
    assert [info.value.split(",")[0] for info in app.info] == ["Ievadīja Anna"]
    app = typed(app, sheet, q_single="3")
    view = room.bench.paper.sheet(room.session.id, sheet_id=sheet.id)
    assert (view.entries["q-single"], view.corrected_by) == (("3",), "Anna")


def test_sheet_that_was_taken_back_offers_nothing_to_type(open_page, room, sheet) -> None:
    typed(opened(open_page, room, sheet), sheet, q_single="2")
    room.bench.room.take_back(room.session.code, take_back_code=code_of(room, sheet))
    app = opened(open_page, room, sheet)
    assert (len(app.warning), len(app.text_input)) == (1, 0)
    assert "Izvēle" not in words_on(app)
