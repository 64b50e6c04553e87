"""Sections and rules on the questionnaire page: written, moved, picked, said in words."""

import pytest
from streamlit.testing.v1 import AppTest

from survey_engine.accounts import Account
from survey_engine.design.kinds.conditions import Condition, Relation, ShowIf
from survey_engine.design.models import Form, Questionnaire, Section, Study, form_of
from survey_engine.workbench import Workbench
from tests.factories import make_study, open_text, scale, single
from tests.pages.conftest import OpenPage

PAGE = "design/questionnaire.py"


@pytest.fixture
def study(bench: Workbench, account: Account) -> Study:
    return make_study(bench, account, languages=["lv"])


@pytest.fixture
def draft(bench: Workbench, study: Study) -> Questionnaire:
    made = bench.questionnaires.create(study.id, title="Anketa")
    for question in (single("a"), scale("b"), open_text("c")):
        made = bench.questionnaires.add(made.id, question=question)
    return bench.sections.add(made.id, section=Section(id="S", title={"lv": "Par <b>sadarbību</b>"}))


def stored(bench: Workbench, draft: Questionnaire) -> Form:
    return form_of(bench.questionnaires.get(draft.id))


def headings(app: AppTest) -> list[str]:
    return [one.value for one in app.subheader]


def test_section_stands_in_the_list_and_is_never_read_as_markup(
    open_page: OpenPage, study: Study, draft: Questionnaire
) -> None:
    app = open_page(PAGE, study=study.id)
    assert not app.exception
    assert headings(app) == ["Par \\<b\\>sadarbību\\</b\\>"]


def test_new_section_is_written_and_kept(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    app = open_page(PAGE, study=study.id, questionnaire=draft.id, section="new")
    app.text_input(key="section-new-title-lv").input("Par jums")
    next(one for one in app.button if one.label == "Saglabāt sadaļu").click().run()
    assert not app.exception
    assert [section.title["lv"] for section in stored(bench, draft).sections][1] == "Par jums"


def test_section_becomes_one_page(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    app = open_page(PAGE, study=study.id, questionnaire=draft.id, section="S")
    app.checkbox(key="section-S-one-page").check()
    next(one for one in app.button if one.label == "Saglabāt sadaļu").click().run()
    assert [section.one_page for section in stored(bench, draft).sections] == [True]
    assert "Aptaujā: viena lapa" in [one.value for one in open_page(PAGE, study=study.id).caption]


def test_question_moves_down_into_a_section(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    open_page(PAGE, study=study.id).button(key="down-c").click().run()
    assert stored(bench, draft).outline == ("a", "b", "S", "c")


def test_deleting_a_section_keeps_its_questions(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    bench.questionnaires.move(draft.id, question_id="c", by=1)
    open_page(PAGE, study=study.id).button(key="delete-section-S").click().run()
    assert stored(bench, draft).outline == ("a", "b", "c")


def test_condition_is_picked_and_said_in_words(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    app = open_page(PAGE, study=study.id, questionnaire=draft.id, rule="c")
    app.selectbox(key="subject-c").select("a").run()
    app.multiselect(key="codes-c-a").select("b").run()
    next(one for one in app.button if one.label == "Pievienot šo nosacījumu").click().run()
    assert not app.exception
    assert stored(bench, draft).question("c").show_if.conditions == (
        Condition(question="a", relation=Relation.IS, codes=("b",)),
    )
    assert "Rāda tikai tiem, kuri uz 1. jautājumu atbildēja „Izvēle b”." in [
        one.value for one in app.markdown
    ]


def test_condition_is_taken_out_again(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    rule = ShowIf(conditions=(Condition(question="a", codes=("b",)),))
    bench.questionnaires.save_question(draft.id, question=open_text("c").model_copy(update={"show_if": rule}))
    app = open_page(PAGE, study=study.id, questionnaire=draft.id, rule="c")
    app.button(key="out-c-0").click().run()
    assert not stored(bench, draft).question("c").show_if


def test_what_every_kind_shares_is_saved_with_the_question(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    app = open_page(PAGE, study=study.id, questionnaire=draft.id, question="a")
    app.checkbox(key="a-decline").check()
    app.checkbox(key="a-shuffle").check()
    app.selectbox(key="a-default").select("c")
    next(one for one in app.button if one.label == "Saglabāt jautājumu").click().run()
    saved = stored(bench, draft).question("a")
    assert (saved.decline, saved.shuffle, saved.default) == (True, True, ("c",))
