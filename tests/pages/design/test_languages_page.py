"""The languages page: complete or not, side by side, for a translator and back, not for strangers."""

from io import BytesIO

import pytest
from openpyxl import Workbook
from streamlit.testing.v1 import AppTest

from survey_engine.accounts import Account
from survey_engine.design.models import Questionnaire, Study, form_of
from survey_engine.workbench import Workbench
from tests.conftest import make_account
from tests.factories import make_study, open_text, single
from tests.pages.conftest import OpenPage

PAGE = "design/languages.py"
TEXT = "form/questions/a/text"


@pytest.fixture
def study(bench: Workbench, account: Account) -> Study:
    return make_study(bench, account, languages=["lv", "uk"], groups=[])


@pytest.fixture
def draft(bench: Workbench, study: Study) -> Questionnaire:
    made = bench.questionnaires.create(study.id, title="Anketa")
    bench.questionnaires.add(made.id, question=open_text("a"))
    return bench.questionnaires.add(made.id, question=single("b", codes="xy"))


def button(app: AppTest, label: str):
    return next(one for one in app.button if one.label == label)


def text_of(bench: Workbench, draft: Questionnaire) -> dict[str, str]:
    return form_of(bench.questionnaires.get(draft.id)).questions[0].text


def test_each_language_says_how_complete_it_is(
    open_page: OpenPage, study: Study, draft: Questionnaire
) -> None:
    app = open_page(PAGE, study=study.id)
    assert not app.exception
    assert [one.proto.text for one in app.get("progress")] == [
        "latviešu: teksti 4 no 4",
        "ukraiņu: teksti 0 no 4",
    ]


def test_text_is_written_beside_the_other_language_and_undone(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    app = open_page(PAGE, study=study.id)
    app.text_area(key=f"text-{TEXT}-uk").input("Що?")
    button(app, "Saglabāt šos tekstus").click().run()
    assert not app.exception
    assert text_of(bench, draft) == {"lv": "Kas traucē sadarboties?", "uk": "Що?"}
    button(app, "Atsaukt tekstu izmaiņu").click().run()
    assert text_of(bench, draft) == {"lv": "Kas traucē sadarboties?"}


def test_only_what_is_missing_is_shown_where_asked_for(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    bench.wordings.save(draft.id, texts={TEXT: {"uk": "Що?"}})
    app = open_page(PAGE, study=study.id)
    app.toggle(key="languages-missing").set_value(True).run()
    assert [one.key for one in app.text_area if one.key.endswith("-uk")] == [
        "text-form/questions/b/text-uk",
        "text-form/questions/b/options/x/label-uk",
        "text-form/questions/b/options/y/label-uk",
    ]


def test_refused_text_keeps_what_was_entered(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    app = open_page(PAGE, study=study.id)
    app.text_area(key=f"text-{TEXT}-uk").input("a" * 1001)
    button(app, "Saglabāt šos tekstus").click().run()
    assert (len(app.error), app.text_area(key=f"text-{TEXT}-uk").value) == (1, "a" * 1001)
    assert text_of(bench, draft) == {"lv": "Kas traucē sadarboties?"}


def test_text_of_somebody_else_is_shown_before_it_is_overwritten(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    app = open_page(PAGE, study=study.id)
    bench.wordings.save(draft.id, texts={TEXT: {"uk": "Їхній"}})
    app.text_area(key=f"text-{TEXT}-uk").input("Мій")
    button(app, "Saglabāt šos tekstus").click().run()
    assert ("Їхній" in app.error[0].value, "Мій" in app.error[0].value) == (True, True)
    button(app, "Saglabāt šos tekstus").click().run()
    assert text_of(bench, draft)["uk"] == "Мій"


def test_file_of_a_translator_is_looked_at_before_it_is_taken_over(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    book, content = Workbook(), BytesIO()
    for row in (("address", "uk"), (TEXT, "Що?"), ("form/questions/gone/text", "Хто?")):
        book.active.append(row)
    book.save(content)
    app = open_page(PAGE, study=study.id)
    app.session_state["languages-view"] = "Tulkotājam"
    app.run()
    app.file_uploader(key="texts-file").upload("texts.xlsx", content.getvalue(), "application/zip").run()
    assert not app.exception
    assert "1 rinda netiek ņemta." in [one.label for one in app.expander]
    assert text_of(bench, draft) == {"lv": "Kas traucē sadarboties?"}
    button(app, "Pārņemt 1 tekstu").click().run()
    assert text_of(bench, draft)["uk"] == "Що?"


def test_texts_of_somebody_else_are_not_shown(open_page: OpenPage, bench: Workbench) -> None:
    study = make_study(bench, make_account(bench, "berta@example.org", "Berta"))
    made = bench.questionnaires.create(study.id, title="Bertas anketa")
    bench.questionnaires.add(made.id, question=open_text())
    app = open_page(PAGE, study=study.id, questionnaire=made.id)
    shown = " ".join(one.value for one in (*app.title, *app.markdown, *app.text_area, *app.error))
    assert ("traucē" in shown, len(app.error)) == (False, 1)
