"""The list of studies: the first visit, a new study, other people's studies."""

from streamlit.testing.v1 import AppTest

from survey_engine.accounts import Account
from survey_engine.design.models import groups_of
from survey_engine.workbench import Workbench
from tests.conftest import make_account
from tests.factories import make_participant, make_session, make_study
from tests.pages.conftest import OpenPage

PAGE = "start/studies.py"


def press(app: AppTest, label: str) -> AppTest:
    return next(one for one in app.button if one.label == label).click().run()


def test_first_visit_says_what_to_do_first(open_page: OpenPage) -> None:
    app = open_page(PAGE)
    assert not app.exception
    assert [one.value for one in app.subheader] == ["Jūsu pirmais pētījums"]
    assert app.markdown[0].value.startswith("Pētījums ir viss, ko vēlaties noskaidrot")


def test_study_is_made_from_title_template_and_groups(
    open_page: OpenPage, bench: Workbench, account: Account
) -> None:
    app = open_page(PAGE)
    app.text_input[0].input("Sadarbība")
    app.text_area[0].input("Biedrības\n\n Dome ")
    press(app, "Izveidot pētījumu")
    assert not app.exception
    study = bench.on_behalf_of(account).studies.all()[0]
    assert [group.key for group in groups_of(study)] == ["biedribas", "dome"]
    assert app.query_params["study"] == study.id


def test_template_says_what_it_is_for_how_many_questions_and_how_long(open_page: OpenPage) -> None:
    options = open_page(PAGE).radio[0]
    assert options.options[0] == "Divas fokusgrupas par NVO un pašvaldības sadarbību"
    captions = list(options.proto.captions)
    assert captions[0].startswith("12 jautājumi · atbildēšana apmēram 5 min · tikšanās 90 min. Vieni")
    assert captions[-1] == "Viss jāraksta pašam. Der, ja jautājumi jau ir padomā."


def test_template_of_the_address_is_chosen_and_gives_its_title(open_page: OpenPage) -> None:
    app = open_page(PAGE, new="1", template="budget-priorities")
    assert (app.text_input[0].value, app.radio[0].value.name) == ("Budžeta prioritātes", "budget-priorities")
    press(app, "Izveidot pētījumu")
    assert not app.exception
    assert app.query_params["study"]


def test_template_of_the_address_that_does_not_exist_is_none(open_page: OpenPage) -> None:
    app = open_page(PAGE, new="1", template="<b>")
    assert (app.text_input[0].value, app.radio[0].value.name) == ("", "cooperation-focus-groups")


def test_first_visit_leads_to_the_guide(open_page: OpenPage) -> None:
    assert [one.proto.url for one in open_page(PAGE).get("link_button")] == ["guide"]


def test_study_without_a_title_is_refused_and_keeps_what_was_entered(
    open_page: OpenPage, bench: Workbench
) -> None:
    app = open_page(PAGE)
    app.text_area[0].input("Biedrības")
    press(app, "Izveidot pētījumu")
    assert (len(app.error), app.text_area[0].value, bench.studies.all()) == (1, "Biedrības", ())


def test_card_says_place_people_and_that_it_is_a_sample(
    open_page: OpenPage, bench: Workbench, account: Account
) -> None:
    study = make_study(bench, account, title="Sadarbība", place="Ķekava", is_sample=True)
    session = make_session(bench, study)
    for _ in range(2):
        make_participant(bench, session)
    app = open_page(PAGE)
    assert [one.value for one in app.subheader] == ["Sadarbība"]
    assert app.caption[0].value == "izdomāts paraugs · Ķekava · 1 sesija · 2 cilvēki · 0 atbilžu"


def test_studies_of_other_accounts_are_not_listed(
    open_page: OpenPage, bench: Workbench, account: Account
) -> None:
    make_study(bench, make_account(bench, "berta@example.org", "Berta"), title="Bertas pētījums")
    make_study(bench, account, title="Annas pētījums")
    assert [one.value for one in open_page(PAGE).subheader] == ["Annas pētījums"]


def test_study_that_was_put_away_is_shown_only_when_asked_for(
    open_page: OpenPage, bench: Workbench, account: Account
) -> None:
    make_study(bench, account, title="Jaunais")
    bench.studies.archive(make_study(bench, account, title="Vecais").id)
    app = open_page(PAGE)
    assert [one.value for one in app.subheader] == ["Jaunais"]
    app.toggle(key="archived").set_value(True).run()
    assert [one.value for one in app.subheader] == ["Jaunais", "Vecais"]


def test_nobody_signed_in_sees_no_study(open_page: OpenPage, bench: Workbench, account: Account) -> None:
    make_study(bench, account, title="Annas pētījums")
    app = open_page(PAGE, signed_in=False)
    assert (len(app.title), len(app.subheader)) == (0, 0)
