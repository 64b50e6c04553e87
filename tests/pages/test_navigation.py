"""The menu: what it offers with and without a study in the address."""

import pytest
from streamlit.testing.v1 import AppTest

from pages.ui.visitor import COOKIE
from survey_engine.accounts import Account
from survey_engine.workbench import Workbench
from tests.conftest import make_account
from tests.factories import make_session, make_study
from tests.pages.conftest import ROOT, _Context


@pytest.fixture
def open_frame(bench: Workbench, account: Account, monkeypatch: pytest.MonkeyPatch):
    """Open the frame with its menu, signed in, in Latvian."""

    def opened(**query: str) -> AppTest:
        cookie = bench.accounts.cookie_for(account)
        monkeypatch.setattr("pages.ui.visitor.st.context", _Context({COOKIE: cookie}))
        app = AppTest.from_file(str(ROOT / "pages" / "frame.py"), default_timeout=30)
        for name, value in query.items():
            app.query_params[name] = value
        return app.run()

    return opened


def links(app: AppTest) -> list[tuple[str, str]]:
    return [(one.proto.page, one.proto.query_string) for one in app.sidebar.get("page_link")]


def test_without_a_study_only_the_studies_the_guide_and_the_account_are_offered(open_frame) -> None:
    app = open_frame()
    assert not app.exception
    assert links(app) == [("", ""), ("guide", ""), ("account", "")]


def test_links_keep_the_study(open_frame, bench: Workbench, account: Account) -> None:
    study = make_study(bench, account)
    found = dict(links(open_frame(study=study.id)))
    assert [found[page] for page in ("study", "about", "questionnaire", "sessions")] == [
        f"study={study.id}"
    ] * 4


def test_pages_of_a_session_are_offered_only_when_it_is_in_the_address(
    open_frame, bench: Workbench, account: Account
) -> None:
    study = make_study(bench, account)
    session = make_session(bench, study)
    without, within = open_frame(study=study.id), open_frame(study=study.id, session=session.id)
    assert "console" not in dict(links(without))
    assert dict(links(within))["console"] == f"study={study.id}&session={session.id}"


def test_menu_says_which_study_it_is(open_frame, bench: Workbench, account: Account) -> None:
    study = make_study(bench, account, title="Sadarbība")
    assert "**Sadarbība**" in [one.value for one in open_frame(study=study.id).sidebar.markdown]


def test_title_of_a_study_of_somebody_else_is_not_in_the_menu(open_frame, bench: Workbench) -> None:
    study = make_study(bench, make_account(bench, "berta@example.org", "Berta"), title="Bertas pētījums")
    app = open_frame(study=study.id)
    assert [one.value for one in app.sidebar.markdown if "Bertas" in one.value] == []
    assert links(app) == [("", ""), ("guide", ""), ("account", "")]


def test_language_of_the_screen_is_remembered_with_the_account(
    open_frame, bench: Workbench, account: Account
) -> None:
    app = open_frame()
    app.sidebar.get("button_group")[0].set_value("ru").run()
    assert [one.value for one in app.title] == ["Исследования"]
    assert bench.accounts.visitor(bench.accounts.cookie_for(account)).language == "ru"
