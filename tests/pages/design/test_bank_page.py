"""The page of the bank: searching, putting in, sets, and the mark in the list of questions."""

import pytest
from streamlit.testing.v1 import AppTest

from survey_engine.accounts import Account
from survey_engine.design.bank import our_sets
from survey_engine.design.models import Questionnaire, Study, form_of
from survey_engine.workbench import Workbench
from tests.conftest import make_account
from tests.factories import make_study, single
from tests.pages.conftest import OpenPage

PAGE = "design/bank.py"


@pytest.fixture
def study(bench: Workbench, account: Account) -> Study:
    return make_study(bench, account, languages=["lv"])


@pytest.fixture
def draft(bench: Workbench, study: Study) -> Questionnaire:
    made = bench.questionnaires.create(study.id, title="Anketa")
    return bench.questionnaires.add(made.id, question=single("a"))


def keys(bench: Workbench, draft: Questionnaire) -> list[str]:
    return [question.bank_key for question in form_of(bench.questionnaires.get(draft.id)).questions]


def test_question_is_kept_from_the_list_and_marked_there(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    app = open_page("design/questionnaire.py", study=study.id)
    app.button(key="keep-a").click().run()
    assert not app.exception
    assert keys(bench, draft) == ["ko_izvelaties"]
    assert any(one.value.endswith(r"Bankā kā ko\_izvelaties") for one in app.caption)


def test_question_is_found_and_put_into_another_questionnaire(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    kept = bench.bank.keep(draft.id, question_id="a")
    other = bench.questionnaires.create(study.id, title="Cita")
    app = open_page(PAGE, study=study.id, questionnaire=other.id)
    app.text_input(key="bank-search").input("izvēlaties").run()
    app.button(key=f"insert-{kept.key}").click().run()
    assert not app.exception
    assert keys(bench, other) == [kept.key]
    assert app.button(key=f"insert-{kept.key}").disabled


def test_search_that_finds_nothing_says_so(open_page: OpenPage, study: Study, draft: Questionnaire) -> None:
    app = open_page(PAGE, study=study.id)
    app.text_input(key="bank-search").input("zirgs ar pūķi").run()
    assert [one.value[:14] for one in app.info] == ["Nekas neatbils"]


def view_sets(app: AppTest) -> AppTest:
    app.session_state["bank-view"] = "Rādītāju kopas"
    return app.run()


def test_whole_indicator_set_is_put_in(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    ours = our_sets()[0]
    app = view_sets(open_page(PAGE, study=study.id))
    app.button(key=f"insert-set-{ours.id}").click().run()
    assert not app.exception
    assert keys(bench, draft)[1:] == [one.key for one in ours.indicators]


def test_set_without_a_title_is_refused_and_keeps_what_was_chosen(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    kept = bench.bank.keep(draft.id, question_id="a")
    app = view_sets(open_page(PAGE, study=study.id))
    app.multiselect(key="set-keys").set_value([kept.key]).run()
    next(one for one in app.button if one.label == "Saglabāt kopu").click().run()
    assert (len(app.error), app.multiselect(key="set-keys").value) == (1, [kept.key])
    app.text_input(key="set-title").input("Mana kopa")
    next(one for one in app.button if one.label == "Saglabāt kopu").click().run()
    assert [one.title for one in bench.bank.sets(study.id)][:1] == [{"": "Mana kopa"}]


def test_bank_of_somebody_else_is_not_shown(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    hers = make_study(bench, make_account(bench, "berta@example.org", "Berta"), title="Bertas")
    made = bench.questionnaires.create(hers.id, title="Bertas anketa")
    bench.questionnaires.add(
        made.id, question=single("x").model_copy(update={"text": {"lv": "Bertas jautājums"}})
    )
    bench.bank.keep(made.id, question_id="x")
    app = open_page(PAGE, study=study.id)
    shown = " ".join(one.value for one in (*app.markdown, *app.caption))
    assert ("Bertas" in shown, "Anketa" in [one.value for one in app.title]) == (False, True)
