"""The page of sessions: what there is, and how a new one is made."""

from datetime import UTC, datetime

from survey_engine.accounts import Account
from survey_engine.collect.models import Mode
from survey_engine.collect.surveys import SurveyPlan
from survey_engine.workbench import Workbench
from tests import factories as make
from tests.conftest import make_account


def words_on(app) -> str:
    return "\n".join(e.value for e in (*app.caption, *app.markdown, *app.subheader, *app.info, *app.warning))


def test_page_says_what_a_session_is_where_there_is_none(
    open_page, bench: Workbench, account: Account
) -> None:
    study = make.make_study(bench, account)
    app = open_page("collect/sessions.py", study=study.id)
    assert not app.exception
    assert [info.value.startswith("Sesiju vēl nav.") for info in app.info] == [True]


def test_page_says_that_a_questionnaire_must_be_published_first(
    open_page, bench: Workbench, account: Account
) -> None:
    study = make.make_study(bench, account)
    app = open_page("collect/sessions.py", study=study.id)
    assert [warning.value.startswith("Vēl nav publicētas anketas.") for warning in app.warning] == [True]


def test_session_shows_its_code_and_how_many_joined(open_page, room) -> None:
    room.answer("q-single", "a")
    app = open_page("collect/sessions.py", study=room.study.id)
    assert [head.value for head in app.subheader] == ["Pirmā fokusgrupa"]
    assert room.session.code in words_on(app)
    assert "pievienojies 1" in words_on(app)


def test_new_session_is_made_from_the_form(open_page, room) -> None:
    app = open_page("collect/sessions.py", study=room.study.id)
    app.text_input(key="new_title_1").set_value("Otrā fokusgrupa")
    next(b for b in app.button if b.label == "Izveidot sesiju").click().run()
    assert not app.exception
    assert {s.title for s in room.bench.sessions.of_study(room.study.id)} == {
        "Pirmā fokusgrupa",
        "Otrā fokusgrupa",
    }


def test_session_without_a_title_is_refused_in_words(open_page, room) -> None:
    app = open_page("collect/sessions.py", study=room.study.id)
    next(b for b in app.button if b.label == "Izveidot sesiju").click().run()
    assert len(app.error) == 1
    assert len(room.bench.sessions.of_study(room.study.id)) == 1


def test_session_is_ended_and_reopened(open_page, room) -> None:
    app = open_page("collect/sessions.py", study=room.study.id)
    app.button(key=f"end_{room.session.id}").click().run()
    assert room.bench.sessions.get(room.session.id).ended_at is not None
    app.button(key=f"reopen_{room.session.id}").click().run()
    assert room.bench.sessions.get(room.session.id).ended_at is None


def test_sessions_of_somebody_elses_study_are_not_shown(
    open_page, bench: Workbench, account: Account
) -> None:
    other = make.make_study(bench, make_account(bench, "berta@example.org", "Berta"))
    make.make_session(bench, other, title="Svešā sesija")
    app = open_page("collect/sessions.py", study=other.id)
    assert "Svešā sesija" not in words_on(app)
    assert len(app.error) == 1


def make_survey(bench: Workbench, account: Account, *questions):
    study = make.make_study(bench, account)
    version = make.make_version(bench, study, *(questions or (make.single(),)))
    return make.make_session(bench, study, version, Mode.SURVEY)


def test_days_and_thanks_of_a_survey_are_saved_in_one_go(
    open_page, bench: Workbench, account: Account
) -> None:
    survey = make_survey(bench, account)
    app = open_page("collect/sessions.py", study=survey.study_id)
    app.datetime_input(key=f"closes_{survey.id}").set_value(datetime.fromisoformat("2031-07-01 18:00"))
    app.text_area(key=f"next_{survey.id}_lv").set_value("Jūlijā publicēsim.")
    next(b for b in app.button if b.label == "Saglabāt").click().run()
    assert not app.exception
    plan = bench.surveys.opening(survey.id).plan
    # 18.00 in Riga in summer.
    assert (plan.closes_at, plan.opens_at) == (datetime(2031, 7, 1, 15, 0, tzinfo=UTC), None)
    assert plan.next_steps["lv"] == "Jūlijā publicēsim."
    assert "atvērta līdz: 2031. gada 1. jūlijs, 18:00" in words_on(app)


def test_survey_that_would_close_before_it_opens_is_refused_in_words(
    open_page, bench: Workbench, account: Account
) -> None:
    survey = make_survey(bench, account)
    app = open_page("collect/sessions.py", study=survey.study_id)
    app.datetime_input(key=f"opens_{survey.id}").set_value(datetime.fromisoformat("2031-07-02 18:00"))
    app.datetime_input(key=f"closes_{survey.id}").set_value(datetime.fromisoformat("2031-07-01 18:00"))
    next(b for b in app.button if b.label == "Saglabāt").click().run()
    assert [error.value[:28] for error in app.error] == ["Aptauja beigtos, pirms tā ir"]


def test_links_are_made_from_a_pasted_list(open_page, bench: Workbench, account: Account) -> None:
    survey = make_survey(bench, account)
    app = open_page("collect/sessions.py", study=survey.study_id)
    app.text_area(key=f"invite_pasted_{survey.id}").set_value("a@example.org\nb@example.org")
    next(b for b in app.button if b.label == "Izveidot saites").click().run()
    assert not app.exception
    assert bench.surveys.invitations(survey.id).made == 2
    assert "Saglabājiet šo failu tagad" in words_on(app)


def test_survey_is_set_to_invited_people_and_a_shared_tablet(
    open_page, bench: Workbench, account: Account
) -> None:
    survey = make_survey(bench, account)
    app = open_page("collect/sessions.py", study=survey.study_id)
    app.checkbox(key=f"invited_{survey.id}").check()
    app.checkbox(key=f"shared_{survey.id}").check()
    next(b for b in app.button if b.label == "Saglabāt").click().run()
    plan = bench.surveys.opening(survey.id).plan
    assert (plan.by_invitation, plan.shared_device) == (True, True)


def test_quota_of_a_group_is_saved_and_taken_away_again(
    open_page, bench: Workbench, account: Account
) -> None:
    survey = make_survey(bench, account)
    for most, kept in ((30, {"ngo": 30}), (0, {})):
        app = open_page("collect/sessions.py", study=survey.study_id)
        app.number_input(key=f"quota_{survey.id}_ngo").set_value(most)
        next(b for b in app.button if b.label == "Saglabāt").click().run()
        assert not app.exception
        assert bench.surveys.opening(survey.id).plan.quotas == kept


def test_days_of_a_survey_can_be_taken_away_again(open_page, bench: Workbench, account: Account) -> None:
    survey = make_survey(bench, account)
    bench.surveys.arrange(survey.id, plan=SurveyPlan(closes_at=make.NOON))
    app = open_page("collect/sessions.py", study=survey.study_id)
    app.checkbox(key=f"without_days_{survey.id}").check()
    next(b for b in app.button if b.label == "Saglabāt").click().run()
    assert bench.surveys.opening(survey.id).plan.closes_at is None
