"""Accounts: one-time links, argon2id, throttling, signing out everywhere."""

from datetime import timedelta

import pytest

from survey_engine.accounts import Account
from survey_engine.errors import EngineError, Problem
from survey_engine.storage.tables import AccountRow
from survey_engine.workbench import Workbench
from tests.conftest import PASSWORD, make_account


def fault(action) -> Problem:
    with pytest.raises(EngineError) as caught:
        action()
    return caught.value.problem


def test_account_is_found_again_by_its_cookie(bench: Workbench, account: Account) -> None:
    assert bench.accounts.visitor(bench.accounts.cookie_for(account)) == account


def test_forged_cookie_is_nobody(bench: Workbench, account: Account) -> None:
    assert bench.accounts.visitor(bench.accounts.cookie_for(account)[:-2] + "xx") is None


def test_signing_out_ends_every_cookie(bench: Workbench, account: Account) -> None:
    phone, laptop = bench.accounts.cookie_for(account), bench.accounts.cookie_for(account)
    bench.accounts.sign_out(account)
    assert [bench.accounts.visitor(phone), bench.accounts.visitor(laptop)] == [None, None]


def test_one_time_link_works_once(bench: Workbench) -> None:
    secret = bench.accounts.invite()
    bench.accounts.create(secret=secret, email="a@example.org", name="A", password=PASSWORD)
    again = lambda: bench.accounts.create(secret=secret, email="b@example.org", name="B", password=PASSWORD)  # noqa: E731
    assert fault(again) == Problem.INVITATION_INVALID


def test_refused_account_does_not_use_up_the_link(bench: Workbench) -> None:
    secret = bench.accounts.invite()
    fault(lambda: bench.accounts.create(secret=secret, email="a@example.org", name="A", password="short"))
    assert bench.accounts.invitation_is_valid(secret)


def test_email_is_taken_whatever_its_case(bench: Workbench, account: Account) -> None:
    assert fault(lambda: make_account(bench, "ANNA@example.org ", "Other")) == Problem.EMAIL_TAKEN


def test_password_is_kept_as_argon2id_only(bench: Workbench, account: Account) -> None:
    with bench.database.reading() as transaction:
        row = transaction.get(AccountRow, account.id)
    assert row.password_hash.startswith("$argon2id$")
    assert PASSWORD not in row.password_hash


def test_right_password_signs_in(bench: Workbench, account: Account) -> None:
    assert bench.accounts.sign_in(email=" Anna@Example.org", password=PASSWORD) == account


def test_sixth_attempt_is_throttled_even_with_the_right_password(bench: Workbench, account: Account) -> None:
    for _ in range(5):
        fault(lambda: bench.accounts.sign_in(email=account.email, password="wrong"))
    assert (
        fault(lambda: bench.accounts.sign_in(email=account.email, password=PASSWORD))
        == Problem.SIGN_IN_THROTTLED
    )


def test_throttled_account_does_not_lock_others_out(bench: Workbench, account: Account) -> None:
    other = make_account(bench, "berta@example.org", "Berta")
    for _ in range(6):
        fault(lambda: bench.accounts.sign_in(email=account.email, password="wrong"))
    assert bench.accounts.sign_in(email=other.email, password=PASSWORD) == other


def test_throttle_ends_after_five_minutes(bench: Workbench, account: Account) -> None:
    for _ in range(6):
        fault(lambda: bench.accounts.sign_in(email=account.email, password="wrong"))
    later = Workbench(bench.settings, bench.database, clock=lambda: bench.clock() + timedelta(minutes=6))
    assert later.accounts.sign_in(email=account.email, password=PASSWORD) == account


def test_links_printed_by_earlier_starts_end_with_the_first_account(bench: Workbench) -> None:
    earlier, used = bench.accounts.invite(), bench.accounts.invite()
    bench.accounts.create(secret=used, email="a@example.org", name="A", password=PASSWORD)
    assert bench.accounts.invitation_is_valid(earlier) is False


def test_link_for_a_colleague_outlasts_the_account_of_another(bench: Workbench, account: Account) -> None:
    one, other = bench.accounts.invite(), bench.accounts.invite()
    bench.accounts.create(secret=one, email="b@example.org", name="B", password=PASSWORD)
    assert bench.accounts.invitation_is_valid(other) is True
