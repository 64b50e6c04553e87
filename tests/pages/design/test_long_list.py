"""A long questionnaire is listed page by page; a short one whole."""

import pytest

from survey_engine.accounts import Account
from survey_engine.design.models import Form, Study, form_of
from survey_engine.workbench import Workbench
from tests.factories import make_study, open_text
from tests.pages.conftest import OpenPage

PAGE = "design/questionnaire.py"


@pytest.fixture
def study(bench: Workbench, account: Account) -> Study:
    return make_study(bench, account, languages=["lv"])


def listed(app) -> list[str]:
    return [one.key.removeprefix("edit-") for one in app.button if (one.key or "").startswith("edit-")]


@pytest.mark.parametrize(("questions", "shown"), [(20, 20), (21, 10)])
def test_long_questionnaire_shows_its_first_page_and_a_short_one_all(
    questions: int, shown: int, open_page: OpenPage, bench: Workbench, study: Study
) -> None:
    form = Form(questions=tuple(open_text(f"q{number}") for number in range(questions)))
    bench.questionnaires.create(study.id, title="Gara", form=form)
    app = open_page(PAGE, study=study.id)

    assert not app.exception
    assert listed(app) == [f"q{number}" for number in range(shown)]


def test_last_question_can_be_reached_and_edited(open_page: OpenPage, bench: Workbench, study: Study) -> None:
    form = Form(questions=tuple(open_text(f"q{number}") for number in range(21)))
    made = bench.questionnaires.create(study.id, title="Gara", form=form)
    app = open_page(PAGE, study=study.id)
    app.session_state[f"page-{made.id}-3"] = 3
    app.run()

    assert not app.exception
    assert listed(app) == ["q20"]


def test_way_back_from_an_editor_leads_to_the_page_of_its_question(
    open_page: OpenPage, bench: Workbench, study: Study
) -> None:
    form = Form(questions=tuple(open_text(f"q{number}") for number in range(31)))
    made = bench.questionnaires.create(study.id, title="Gara", form=form)
    app = open_page(PAGE, study=study.id)
    app.session_state[f"page-{made.id}-4"] = 3
    app.run()
    app.button(key="edit-q25").click().run()
    next(one for one in app.button if one.label == "Aizvērt nesaglabājot").click().run()

    assert not app.exception
    assert listed(app) == [f"q{number}" for number in range(20, 30)]


def test_new_question_is_on_the_page_that_is_shown_after_saving(
    open_page: OpenPage, bench: Workbench, study: Study
) -> None:
    form = Form(questions=tuple(open_text(f"q{number}") for number in range(30)))
    made = bench.questionnaires.create(study.id, title="Gara", form=form)
    app = open_page(PAGE, study=study.id, questionnaire=made.id, question="new-open")
    app.text_area(key="new-open-text-lv").input("Kas vēl?").run()
    next(one for one in app.button if one.label == "Saglabāt jautājumu").click().run()

    assert not app.exception
    assert listed(app) == [form_of(bench.questionnaires.get(made.id)).questions[-1].id]


def test_short_list_has_its_buttons_once(open_page: OpenPage, bench: Workbench, study: Study) -> None:
    form = Form(questions=tuple(open_text(f"q{number}") for number in range(3)))
    bench.questionnaires.create(study.id, title="Īsa", form=form)
    app = open_page(PAGE, study=study.id)

    assert "add-question-below" not in {one.key for one in app.button}
