"""The account page: name, language, a one-time link."""

from streamlit.testing.v1 import AppTest

from survey_engine.accounts import Account
from survey_engine.storage.tables import AccountRow
from survey_engine.workbench import Workbench
from tests.pages.conftest import OpenPage

PAGE = "settings/account.py"


def press(app: AppTest, label: str) -> AppTest:
    return next(one for one in app.button if one.label == label).click().run()


def test_name_and_language_are_changed(open_page: OpenPage, bench: Workbench, account: Account) -> None:
    app = open_page(PAGE)
    app.text_input[0].input("Anna Kalniņa")
    app.radio[0].set_value("ru")
    press(app, "Saglabāt")
    with bench.database.reading() as transaction:
        row = transaction.get(AccountRow, account.id)
    assert (row.name, row.language) == ("Anna Kalniņa", "ru")
    assert [one.value for one in app.title] == ["Учётная запись"]


def test_empty_name_is_refused(open_page: OpenPage) -> None:
    app = open_page(PAGE)
    app.text_input[0].input("  ")
    assert len(press(app, "Saglabāt").error) == 1


def test_one_time_link_is_shown_once_and_works(open_page: OpenPage, bench: Workbench) -> None:
    app = open_page(PAGE)
    assert len(app.code) == 0
    press(app, "Izveidot vienreizēju saiti")
    address, _, secret = app.code[0].value.partition("?token=")
    assert address.endswith("/first-account")
    assert bench.accounts.invitation_is_valid(secret)
    assert len(app.run().code) == 0


def test_link_is_not_made_for_somebody_who_is_not_signed_in(open_page: OpenPage) -> None:
    assert len(open_page(PAGE, signed_in=False).button) == 0
