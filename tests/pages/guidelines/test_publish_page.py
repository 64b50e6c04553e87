"""The page that checks and publishes."""

from survey_engine.guidelines.picks import KeptQuote
from survey_engine.workbench import Workbench
from tests.engine.guidelines.conftest import NAME, Room
from tests.factories import make_study
from tests.pages.conftest import OpenPage
from tests.pages.guidelines.looking import press, words_on

PUBLISH = "guidelines/publish.py"


def opened(open_page: OpenPage, room: Room):
    return open_page(PUBLISH, study=room.study.id, guideline=room.guideline.id)


def test_study_without_guidelines_leads_to_the_draft(open_page: OpenPage, bench: Workbench, account) -> None:
    page = open_page(PUBLISH, study=make_study(bench, account).id)
    assert not page.exception
    assert page.info[0].value.startswith("Vadlīniju vēl nav.")


def test_page_is_closed_to_somebody_without_an_account(open_page: OpenPage, room: Room) -> None:
    page = open_page(PUBLISH, signed_in=False, study=room.study.id, guideline=room.guideline.id)
    assert "kalendāru" not in words_on(page)


def test_recommendation_without_evidence_is_named_with_a_link_to_it(open_page: OpenPage, room: Room) -> None:
    page = opened(open_page, room)
    (link,) = [each for each in page.get("link_button") if "kalendāru" in each.proto.label]
    assert room.recommendation.id in link.proto.url


def test_publishing_is_refused_and_names_what_lacks_evidence(open_page: OpenPage, room: Room) -> None:
    page = press(opened(open_page, room), "publish")
    assert "1.1 Publicēt vienu kalendāru" in page.error[-1].value
    assert room.guidelines.publications(room.guideline.id) == ()


def test_publishing_freezes_a_version_and_offers_its_files(open_page: OpenPage, room: Room) -> None:
    room.guidelines.attach(room.recommendation.id, KeptQuote(room.quote.id))
    page = press(opened(open_page, room), "publish")
    assert not page.exception
    assert [each.number for each in room.guidelines.publications(room.guideline.id)] == [1]
    assert "1. redakcija, " in words_on(page)


def test_checks_say_when_every_recommendation_rests_on_something(open_page: OpenPage, room: Room) -> None:
    room.guidelines.attach(room.recommendation.id, KeptQuote(room.quote.id))
    assert [each.value for each in opened(open_page, room).success] == ["Katrs ieteikums uz kaut ko balstās."]


def test_advice_stops_nothing(open_page: OpenPage, room: Room) -> None:
    room.guidelines.attach(room.recommendation.id, KeptQuote(room.quote.id))
    page = opened(open_page, room)
    assert "Par to uzklausīta tikai viena grupa." in words_on(page)
    assert len(page.error) == 0


def test_participants_name_is_not_shown(open_page: OpenPage, room: Room) -> None:
    room.guidelines.attach(room.recommendation.id, KeptQuote(room.quote.id))
    page = opened(open_page, room)
    assert NAME not in words_on(page)
