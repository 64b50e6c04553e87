"""The guide to ways of involving people: picks in the address, what fits, cautions, the way to a study."""

from streamlit.testing.v1 import AppTest

from survey_engine.design.methods import picks
from survey_engine.workbench import Workbench
from tests.pages.conftest import OpenPage

PAGE = "start/guide.py"
DRAFT = {
    "about": "draft",
    "stage": "draft",
    "promise": "hear",
    "touched": "everybody",
    "people": "many",
    "time": "weeks",
    "conflict": "calm",
    "reach": "easy",
}


def links(app: AppTest) -> list[str]:
    return [one.proto.url for one in app.get("link_button")]


def test_guide_asks_eight_picks_and_recommends_nothing_yet(open_page: OpenPage) -> None:
    app = open_page(PAGE)
    assert not app.exception
    assert [one.value for one in app.radio] == [None] * len(picks())
    assert (app.info[0].value, len(app.subheader)) == ("Vēl 8 izvēles, un redzēsiet, kas der.", 0)


def test_picks_of_the_address_show_what_fits_and_where_to_begin(open_page: OpenPage) -> None:
    app = open_page(PAGE, **DRAFT)
    assert app.subheader[0].value == "Projekta publiskā apspriešana"
    assert links(app)[0] == "studies?new=1&template=draft-consultation"


def test_reasons_are_shown_with_their_source_and_so_is_what_speaks_against(open_page: OpenPage) -> None:
    shown = " ".join(one.value for one in open_page(PAGE, **(DRAFT | {"time": "days"})).markdown)
    assert "**Kas runā pretī**" in shown
    assert "Domāta tieši gatava teksta pārbaudei. :small[:gray[(UK Consultation Principles 2018)]]" in shown


def test_pick_goes_into_the_address(open_page: OpenPage) -> None:
    app = open_page(PAGE)
    app.radio(key="pick-stage").set_value("early").run()
    assert app.query_params["stage"] in ("early", ["early"])


def test_taken_decision_is_called_a_pretence_before_anything_else_is_picked(open_page: OpenPage) -> None:
    app = open_page(PAGE, stage="decided")
    assert app.error[0].value.startswith("**Lēmums jau ir pieņemts.** Jautāt būtu izlikšanās.")


def test_pretence_is_answered_by_informing_and_by_what_would_fit_later(open_page: OpenPage) -> None:
    app = open_page(PAGE, **(DRAFT | {"promise": "nothing"}))
    assert app.subheader[0].value == "Atklāta informēšana"
    assert [one.value for one in app.header] == ["Kas der tagad", "Kas derētu, kad tas būs novērsts"]


def test_picks_that_pull_apart_are_told_so(open_page: OpenPage) -> None:
    apart = {"about": "facts", "promise": "decide", "touched": "group", "people": "many", "time": "days"}
    app = open_page(PAGE, **(DRAFT | apart | {"stage": "early"}))
    assert (len(app.subheader), "Nav veida" in " ".join(one.value for one in app.warning)) == (0, True)


def test_answer_that_does_not_exist_counts_as_none(open_page: OpenPage) -> None:
    app = open_page(PAGE, stage="<script>")
    assert not app.exception
    assert app.radio(key="pick-stage").value is None


def test_guide_stores_nothing(open_page: OpenPage, bench: Workbench) -> None:
    open_page(PAGE, **DRAFT)
    assert bench.studies.all() == ()


def test_nobody_signed_in_sees_no_guide(open_page: OpenPage) -> None:
    app = open_page(PAGE, signed_in=False, **DRAFT)
    assert (len(app.title), len(app.radio), len(app.subheader)) == (0, 0, 0)
