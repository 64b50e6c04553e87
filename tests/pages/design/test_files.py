"""A questionnaire from a file and into files: nothing is saved before one has seen what does not come along."""

import pytest
from streamlit.testing.v1 import AppTest

from survey_engine.accounts import Account
from survey_engine.design.models import Study, form_of
from survey_engine.i18n import translations
from survey_engine.workbench import Workbench
from tests.engine.exchange.forms.made_up import one_of_each
from tests.engine.exchange.forms.workbook import workbook
from tests.factories import make_study
from tests.pages.conftest import OpenPage

PAGE = "design/questionnaire.py"
SURVEY = [
    ("type", "name", "label::Latviešu (lv)"),
    ("text", "a", "Kas traucē?"),
    ("geopoint", "vieta", "Kur?"),
]


@pytest.fixture
def study(bench: Workbench, account: Account) -> Study:
    return make_study(bench, account, languages=["lv"])


def button(app: AppTest, label: str):
    return next(one for one in app.button if one.label == label)


def uploaded(app: AppTest, name: str, content: bytes) -> AppTest:
    app.file_uploader(key="questionnaire-file").upload(name, content)
    return app.run()


def test_what_does_not_come_along_is_shown_before_anything_is_saved(
    open_page: OpenPage, bench: Workbench, study: Study
) -> None:
    app = uploaded(open_page(PAGE, study=study.id), "forma.xlsx", workbook(SURVEY))

    assert not app.exception
    assert [list(row) for row in app.dataframe[0].value.itertuples(index=False)] == [
        [3, "vieta", "veidam „geopoint” šeit nav atbilstoša jautājuma veida"]
    ]
    assert bench.questionnaires.of_study(study.id) == ()


def test_questionnaire_from_a_file_is_stored_on_one_click(
    open_page: OpenPage, bench: Workbench, study: Study
) -> None:
    app = uploaded(open_page(PAGE, study=study.id), "forma.xlsx", workbook(SURVEY))
    button(app, "Ienest").click().run()

    assert not app.exception
    (made,) = bench.questionnaires.of_study(study.id)
    assert [(one.key, one.text, one.id != one.key) for one in form_of(made).questions] == [
        ("a", {"lv": "Kas traucē?"}, True)
    ]
    assert made.title == "forma"


def test_broken_file_is_refused_in_words(open_page: OpenPage, bench: Workbench, study: Study) -> None:
    app = uploaded(open_page(PAGE, study=study.id), "forma.xlsx", b"PK nothing")

    assert not app.exception
    assert [one.value.startswith("Fails forma") for one in app.error] == [True]
    assert bench.questionnaires.of_study(study.id) == ()


def test_questionnaire_can_be_taken_along_in_each_format(
    open_page: OpenPage, bench: Workbench, study: Study
) -> None:
    made = bench.questionnaires.create(study.id, title="Anketa", form=one_of_each())
    app = open_page(PAGE, study=study.id)
    app.session_state["questionnaire-view"] = translations("lv").gettext("Files")
    app.run()

    assert not app.exception
    assert [one.label for one in app.get("download_button")] == [
        "Balsis JSON (.json)",
        "XLSForm (.xlsx)",
        "LimeSurvey (.txt)",
        "SurveyJS (.surveyjs.json)",
    ]
    assert bench.forms.read("a.json", bench.forms.write(made.id, ".json").content).title == "Anketa"


def test_questionnaire_of_somebody_else_is_not_written(bench: Workbench, study: Study) -> None:
    from survey_engine.errors import EngineError, Problem
    from tests.conftest import make_account

    made = bench.questionnaires.create(study.id, title="Anketa")
    stranger = bench.on_behalf_of(make_account(bench, "zane@example.org", "Zane"))
    with pytest.raises(EngineError) as refused:
        stranger.forms.write(made.id, ".json")
    assert refused.value.problem is Problem.NOT_FOUND
