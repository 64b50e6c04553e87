"""Advice on wording on the questionnaire page: counted in the list, told in the editor, holding nothing back."""

import pytest
from streamlit.testing.v1 import AppTest

from survey_engine.accounts import Account
from survey_engine.design.kinds import Statement
from survey_engine.design.models import Questionnaire, Study, form_of
from survey_engine.workbench import Workbench
from tests.factories import make_study, open_text, scale
from tests.pages.conftest import OpenPage

PAGE = "design/questionnaire.py"
NEGATED = Statement(id="s", key="s", text={"lv": "Pašvaldībai nevajadzētu slēgt skolas."})


@pytest.fixture
def study(bench: Workbench, account: Account) -> Study:
    return make_study(bench, account, languages=["lv"])


@pytest.fixture
def draft(bench: Workbench, study: Study) -> Questionnaire:
    made = bench.questionnaires.create(study.id, title="Anketa")
    for question in (open_text("b"), scale("c"), NEGATED):
        made = bench.questionnaires.add(made.id, question=question)
    return made


def captions(app: AppTest) -> list[str]:
    return [one.value for one in app.caption]


def test_list_says_what_the_advice_is_about_and_how_long_answering_takes(
    open_page: OpenPage, study: Study, draft: Questionnaire
) -> None:
    app = open_page(PAGE, study=study.id)
    assert not app.exception
    assert [one for one in captions(app) if "ieteikum" in one] == [
        "1 ieteikums: Noliegums, uz kuru atbild ar jā vai nē"
    ]
    assert "Atbildēšanai vajag ap 2 min" in captions(app)


def test_editor_says_where_why_and_on_whose_word(
    open_page: OpenPage, study: Study, draft: Questionnaire
) -> None:
    app = open_page(PAGE, study=study.id, question="s")
    assert "**Noliegums, uz kuru atbild ar jā vai nē** · „nevajadzētu”" in [one.value for one in app.markdown]
    assert "Avots: Krosnick & Presser 2010; Lietz 2010" in captions(app)


def test_editor_of_a_plain_question_says_nothing(
    open_page: OpenPage, study: Study, draft: Questionnaire
) -> None:
    app = open_page(PAGE, study=study.id, question="b")
    assert "Ieteikumi formulējumam" not in [one.value for one in app.subheader]


def test_wording_is_looked_at_without_saving(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    app = open_page(PAGE, study=study.id, question="c")
    app.text_area(key="c-text-lv").input("Cik ātri un laipni jūs apkalpoja?")
    next(one for one in app.button if one.label == "Pārlūkot formulējumu").click().run()
    assert "**Divi jautājumi vienā** · „Cik ātri un laipni”" in [one.value for one in app.markdown]
    assert form_of(bench.questionnaires.get(draft.id)).questions[1].text == {"lv": "Cik labi sadarbojamies?"}


def test_question_with_advice_can_be_saved(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    app = open_page(PAGE, study=study.id, question="s")
    app.text_area(key="s-text-lv").input("Pašvaldībai nevajag slēgt skolas.")
    next(one for one in app.button if one.label == "Saglabāt jautājumu").click().run()
    assert form_of(bench.questionnaires.get(draft.id)).questions[2].text == {
        "lv": "Pašvaldībai nevajag slēgt skolas."
    }


def test_too_little_time_is_told(open_page: OpenPage, study: Study, draft: Questionnaire) -> None:
    app = open_page(PAGE, study=study.id)
    app.number_input(key=f"minutes-{draft.id}").set_value(1).run()
    assert "**Par daudz šim laikam**" in [one.value for one in app.markdown]
