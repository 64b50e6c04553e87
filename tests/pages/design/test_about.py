"""The page about a study: its frame, its groups, what people are told."""

import pytest
from streamlit.testing.v1 import AppTest

from survey_engine.accounts import Account
from survey_engine.design.models import Study, groups_of
from survey_engine.workbench import Workbench
from tests.conftest import make_account
from tests.factories import make_participant, make_session, make_study
from tests.pages.conftest import OpenPage

PAGE = "design/about.py"


@pytest.fixture
def study(bench: Workbench, account: Account) -> Study:
    return make_study(bench, account, languages=["lv", "ru"])


def press(app: AppTest, label: str) -> AppTest:
    return next(one for one in app.button if one.label == label).click().run()


def test_texts_are_written_side_by_side_and_kept(open_page: OpenPage, bench: Workbench, study: Study) -> None:
    app = open_page(PAGE, study=study.id)
    app.text_area(key=f"{study.id}-consent-lv").input("Piekrītu.")
    app.text_area(key=f"{study.id}-consent-ru").input("Согласен.")
    press(app, "Saglabāt")
    assert not app.exception
    assert bench.studies.get(study.id).consent == {"lv": "Piekrītu.", "ru": "Согласен."}


def test_refused_study_keeps_what_was_entered(open_page: OpenPage, bench: Workbench, study: Study) -> None:
    app = open_page(PAGE, study=study.id)
    app.text_input(key=f"{study.id}-title").input(" ")
    app.text_input(key=f"{study.id}-place").input("Ķekava")
    press(app, "Saglabāt")
    assert (len(app.error), app.text_input(key=f"{study.id}-place").value) == (1, "Ķekava")
    assert bench.studies.get(study.id).title == study.title


def test_group_is_renamed_and_another_is_added(open_page: OpenPage, bench: Workbench, study: Study) -> None:
    app = open_page(PAGE, study=study.id)
    app.text_input(key=f"{study.id}-group-ngo-lv").input("Biedrības")
    press(app, "Pievienot grupu")
    app.text_input(key=f"{study.id}-group-+1-lv").input("Jaunieši")
    press(app, "Saglabāt grupas")
    assert not app.exception
    groups = groups_of(bench.studies.get(study.id))
    assert [(group.key, group.label["lv"]) for group in groups] == [
        ("ngo", "Biedrības"),
        ("council", "Dome un darbinieki"),
        ("jauniesi", "Jaunieši"),
    ]


def test_saving_groups_again_changes_nothing(open_page: OpenPage, bench: Workbench, study: Study) -> None:
    app = open_page(PAGE, study=study.id)
    press(app, "Pievienot grupu")
    app.text_input(key=f"{study.id}-group-+1-lv").input("Jaunieši")
    press(press(app, "Saglabāt grupas"), "Saglabāt grupas")
    assert len(app.error) == 0
    assert len(groups_of(bench.studies.get(study.id))) == 3


def test_group_that_people_belong_to_is_not_taken_out(
    open_page: OpenPage, bench: Workbench, study: Study
) -> None:
    make_participant(bench, make_session(bench, study), "ngo")
    app = open_page(PAGE, study=study.id)
    app.button(key=f"groups-{study.id}-ngo-out").click().run()
    press(app, "Saglabāt grupas")
    assert len(app.error) == 1
    assert [group.key for group in groups_of(bench.studies.get(study.id))] == ["ngo", "council"]


def test_study_of_somebody_else_is_not_shown(open_page: OpenPage, bench: Workbench) -> None:
    other = make_account(bench, "berta@example.org", "Berta")
    study = make_study(bench, other, title="Bertas pētījums", purpose="Bertas mērķis")
    app = open_page(PAGE, study=study.id)
    shown = [one.value for one in (*app.title, *app.text_input, *app.text_area, *app.caption, *app.error)]
    assert (any("Bertas" in value for value in shown), len(app.error)) == (False, 1)
