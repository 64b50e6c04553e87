"""Studies: who may see, change and share them."""

import pytest

from survey_engine.accounts import Account
from survey_engine.design.models import Group, MemberRole, form_of, groups_of
from survey_engine.errors import EngineError, Problem
from survey_engine.workbench import Workbench
from tests.conftest import make_account
from tests.factories import make_participant, make_session, make_study


@pytest.fixture
def anna(bench: Workbench, account: Account) -> Workbench:
    return bench.on_behalf_of(account)


@pytest.fixture
def berta(bench: Workbench) -> Workbench:
    return bench.on_behalf_of(make_account(bench, "berta@example.org", "Berta"))


def fault(action) -> Problem:
    with pytest.raises(EngineError) as caught:
        action()
    return caught.value.problem


def test_creator_becomes_the_owner(anna: Workbench, account: Account) -> None:
    study = anna.studies.create(title="Sadarbība")
    assert [(m.account_id, m.role) for m in anna.studies.members(study.id)] == [
        (account.id, MemberRole.OWNER)
    ]


def test_study_from_a_template_has_its_groups_consent_and_questions(anna: Workbench) -> None:
    study = anna.studies.create(
        title="Sadarbība", languages=["lv", "ru"], template="cooperation-focus-groups"
    )
    assert [group.key for group in groups_of(study)] == ["ngo", "council"]
    assert (study.k, study.consent["ru"][:11]) == (3, "Я участвую ")
    assert len(anna.questionnaires.of_study(study.id)[0].form["questions"]) == 14


def test_agenda_of_a_template_shows_the_questions_of_a_further_questionnaire(anna: Workbench) -> None:
    study = anna.studies.create(title="Sadarbība", languages=["ru"])
    made = anna.questionnaires.create(study.id, title="Anketa", template="cooperation-focus-groups")
    form = form_of(made)
    shown = {step.question_id for step in form.agenda} - {""}
    assert (shown, form.agenda[0].notes[:8]) == ({question.id for question in form.questions}, "Покажите")


def test_what_is_given_goes_before_the_template(anna: Workbench) -> None:
    groups = [Group(key="", label={"lv": "Jaunieši"})]
    study = anna.studies.create(title="S", groups=groups, k=5, template="cooperation-focus-groups")
    assert ([group.key for group in groups_of(study)], study.k) == (["jauniesi"], 5)


def test_operator_creates_a_study_for_an_account(bench: Workbench, anna: Workbench, account: Account) -> None:
    study = bench.studies.create(title="Imports", owner_email=account.email)
    assert anna.studies.all() == (study,)


def test_study_of_the_operator_belongs_to_nobody(bench: Workbench, anna: Workbench) -> None:
    bench.studies.create(title="Imports")
    assert (len(bench.studies.all()), anna.studies.all()) == (1, ())


def test_refused_study_leaves_nothing_behind(bench: Workbench, anna: Workbench) -> None:
    assert (
        fault(lambda: anna.studies.create(title="S", owner_email="no@example.org")) == Problem.ACCOUNT_MISSING
    )
    assert bench.studies.all() == ()


def test_nobody_without_an_account_creates_a_study(bench: Workbench) -> None:
    nobody = bench.on_behalf_of(None)
    assert fault(lambda: nobody.studies.create(title="S")) == Problem.NOT_ALLOWED


def test_study_of_somebody_else_is_as_good_as_not_there(anna: Workbench, berta: Workbench) -> None:
    study = anna.studies.create(title="Annas pētījums")
    for action in (
        lambda: berta.studies.get(study.id),
        lambda: berta.studies.change(study.id, title="Bertas"),
        lambda: berta.studies.share(study.id, email="berta@example.org"),
        lambda: berta.studies.members(study.id),
        lambda: berta.studies.archive(study.id),
        lambda: berta.studies.progress(study.id),
        lambda: berta.questionnaires.of_study(study.id),
        lambda: berta.questionnaires.versions(study.id),
        lambda: berta.questionnaires.create(study.id, title="A"),
    ):
        assert fault(action) == Problem.NOT_FOUND
    assert berta.studies.all() == ()


def test_shared_study_is_seen_and_changed_by_both(anna: Workbench, berta: Workbench) -> None:
    study = anna.studies.create(title="S")
    anna.studies.share(study.id, email=" Berta@example.org ")
    berta.studies.change(study.id, place="Ķekava")
    assert anna.studies.get(study.id).place == "Ķekava"


def test_only_an_owner_shares_and_archives(anna: Workbench, berta: Workbench) -> None:
    study = anna.studies.create(title="S")
    anna.studies.share(study.id, email="berta@example.org")
    assert fault(lambda: berta.studies.share(study.id, email="anna@example.org")) == Problem.NOT_ALLOWED
    assert fault(lambda: berta.studies.archive(study.id)) == Problem.NOT_ALLOWED


def test_sharing_twice_says_so(anna: Workbench, berta: Workbench) -> None:
    study = anna.studies.create(title="S")
    anna.studies.share(study.id, email="berta@example.org")
    assert fault(lambda: anna.studies.share(study.id, email="berta@example.org")) == Problem.ALREADY_MEMBER


def test_unshared_study_is_gone_for_the_other(anna: Workbench, berta: Workbench) -> None:
    study = anna.studies.create(title="S")
    member = anna.studies.share(study.id, email="berta@example.org")
    anna.studies.unshare(study.id, account_id=member.account_id)
    assert berta.studies.all() == ()


def test_last_owner_stays(anna: Workbench, account: Account) -> None:
    study = anna.studies.create(title="S")
    assert fault(lambda: anna.studies.unshare(study.id, account_id=account.id)) == Problem.LAST_OWNER


def test_archived_study_is_listed_apart_and_comes_back(anna: Workbench) -> None:
    study = anna.studies.create(title="S")
    anna.studies.archive(study.id)
    assert (anna.studies.all(), [one.id for one in anna.studies.all(archived=True)]) == ((), [study.id])
    anna.studies.archive(study.id, archived=False)
    assert [one.id for one in anna.studies.all()] == [study.id]


def test_change_raises_the_revision_once(anna: Workbench) -> None:
    study = anna.studies.create(title="S")
    changed = anna.studies.change(study.id, title="Cits", place="Ķekava", k=4)
    assert (changed.revision, changed.title, changed.k) == (study.revision + 1, "Cits", 4)


def test_field_that_somebody_else_changed_is_not_overwritten(anna: Workbench) -> None:
    seen = anna.studies.create(title="S")
    anna.studies.change(seen.id, title="Viņu")
    with pytest.raises(EngineError) as caught:
        anna.studies.change(seen.id, seen=seen, title="Mans")
    assert (caught.value.details["theirs"], caught.value.details["yours"]) == ("Viņu", "Mans")


def test_two_people_may_change_different_fields(anna: Workbench) -> None:
    seen = anna.studies.create(title="S")
    anna.studies.change(seen.id, title="Viņu")
    changed = anna.studies.change(seen.id, seen=seen, place="Ķekava")
    assert (changed.title, changed.place) == ("Viņu", "Ķekava")


def test_group_that_people_belong_to_is_not_removed(
    bench: Workbench, anna: Workbench, account: Account
) -> None:
    study = make_study(bench, account)
    make_participant(bench, make_session(bench, study), "ngo")
    council = groups_of(study)[1:]
    assert fault(lambda: anna.studies.change(study.id, groups=council)) == Problem.GROUP_IN_USE


def test_group_that_nobody_belongs_to_is_removed(bench: Workbench, anna: Workbench, account: Account) -> None:
    study = make_study(bench, account)
    make_participant(bench, make_session(bench, study), "ngo")
    anna.studies.change(study.id, groups=groups_of(study)[:1])
    assert [group.key for group in groups_of(anna.studies.get(study.id))] == ["ngo"]


def test_progress_counts_people_of_this_study_alone(
    bench: Workbench, anna: Workbench, account: Account
) -> None:
    study, other = make_study(bench, account), make_study(bench, account)
    make_participant(bench, make_session(bench, study))
    make_participant(bench, make_session(bench, other))
    assert (anna.studies.progress(study.id).people, anna.studies.progress(study.id).sessions) == (1, 1)
