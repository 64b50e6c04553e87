"""The overview of one study: stages, the next step, sharing."""

import pytest
from streamlit.testing.v1 import AppTest

from survey_engine.accounts import Account
from survey_engine.design.models import Study
from survey_engine.workbench import Workbench
from tests.conftest import make_account
from tests.factories import make_participant, make_session, make_study, make_version, single
from tests.pages.conftest import OpenPage

PAGE = "start/study.py"


@pytest.fixture
def study(bench: Workbench, account: Account) -> Study:
    return make_study(bench, account, title="Sadarbība", consent={"lv": "Piekrītu."})


def press(app: AppTest, label: str) -> AppTest:
    return next(one for one in app.button if one.label == label).click().run()


def stages(app: AppTest) -> list[str]:
    return [one.value for one in app.markdown if one.value.startswith("**")]


def test_new_study_shows_five_stages_and_the_first_step(open_page: OpenPage, study: Study) -> None:
    app = open_page(PAGE, study=study.id)
    assert not app.exception
    assert [stage.split("**")[1] for stage in stages(app)] == [
        "1. Sagatavošana",
        "2. Vākšana",
        "3. Tēmas",
        "4. Salīdzināšana",
        "5. Vadlīnijas",
    ]
    assert app.button[0].label == "Uzrakstīt jautājumus"


def test_stages_count_what_is_done(open_page: OpenPage, bench: Workbench, study: Study) -> None:
    session = make_session(bench, study, make_version(bench, study, single()))
    make_participant(bench, session)
    shown = stages(open_page(PAGE, study=study.id))
    assert shown[0].endswith("1 jautājums · 1 publicēta versija")
    assert shown[1].endswith("1 sesija · 1 cilvēks · 0 atbilžu")


def test_study_is_shared_by_email(open_page: OpenPage, bench: Workbench, study: Study) -> None:
    make_account(bench, "berta@example.org", "Berta")
    app = open_page(PAGE, study=study.id)
    app.text_input[0].input("berta@example.org")
    press(app, "Kopīgot pētījumu")
    assert [member.name for member in bench.studies.members(study.id)] == ["Anna", "Berta"]


def test_sharing_with_nobody_says_so_and_keeps_the_email(open_page: OpenPage, study: Study) -> None:
    app = open_page(PAGE, study=study.id)
    app.text_input[0].input("nav@example.org")
    press(app, "Kopīgot pētījumu")
    assert (len(app.error), app.text_input[0].value) == (1, "nav@example.org")


def test_somebody_with_whom_it_is_shared_sees_it_but_cannot_share_it(
    open_page: OpenPage, bench: Workbench, account: Account
) -> None:
    other = make_account(bench, "berta@example.org", "Berta")
    study = make_study(bench, other, title="Bertas pētījums")
    bench.on_behalf_of(other).studies.share(study.id, email=account.email)
    app = open_page(PAGE, study=study.id)
    assert ([one.value for one in app.title], len(app.text_input)) == (["Bertas pētījums"], 0)


def test_study_of_somebody_else_is_not_shown(open_page: OpenPage, bench: Workbench) -> None:
    other = make_account(bench, "berta@example.org", "Berta")
    study = make_study(bench, other, title="Bertas pētījums", purpose="Bertas mērķis")
    app = open_page(PAGE, study=study.id)
    shown = " ".join(one.value for one in (*app.title, *app.markdown, *app.caption, *app.error))
    assert ("Bertas" in shown, len(app.title), len(app.error)) == (False, 0, 1)
