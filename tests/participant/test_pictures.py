"""Pictures of an information: for those who joined and for the study's facilitators, and for nobody else."""

import re

import pytest
from starlette.testclient import TestClient

from survey_engine.accounts import STUDIO_COOKIE, Account
from survey_engine.collect.models import Session
from survey_engine.design.kinds import Information
from survey_engine.design.models import Study
from survey_engine.exchange.pictures import PictureFile
from survey_engine.workbench import Workbench
from tests.conftest import make_account
from tests.factories import make_session, make_study, make_version, single
from tests.participant.conftest import browser, join
from tests.pictures import drawn

ALT = {"lv": 'Karte "A" <b>'}


@pytest.fixture
def study(bench: Workbench, account: Account) -> Study:
    return make_study(bench, account, languages=["lv"])


@pytest.fixture
def kept(bench: Workbench, study: Study) -> PictureFile:
    return bench.pictures.keep(study.id, name="a.png", content=drawn(size=(400, 300)))


def case(file: PictureFile) -> Information:
    return Information(
        id="q-case",
        text={"lv": "Gadījums"},
        picture=file.id,
        picture_width=file.width,
        picture_height=file.height,
        picture_alt=ALT,
    )


@pytest.fixture
def room(bench: Workbench, study: Study, kept: PictureFile) -> Session:
    session = make_session(bench, study, make_version(bench, study, case(kept), single()))
    bench.sessions.open_question(session.id, question_id="q-case")
    return session


def signed_in(bench: Workbench, account: Account) -> TestClient:
    opened = browser()
    opened.cookies.set(STUDIO_COOKIE, bench.accounts.cookie_for(account))
    return opened


def test_page_shows_the_picture_with_its_size_and_words_and_a_way_to_open_it(client, room, kept) -> None:
    join(client, room)
    html = client.get(f"/{room.code}").text
    address = f"/{room.code}/picture/{kept.id}"
    (tag,) = re.findall(r"<img[^>]+>", html)
    assert f'<a href="{address}" target="_blank" rel="noopener">' in html
    for part in (f'src="{address}"', 'width="400" height="300"', 'loading="lazy"'):
        assert part in tag
    assert 'alt="Karte &#34;A&#34; &lt;b&gt;"' in tag


def test_picture_is_an_image_that_only_this_browser_may_keep(client, room, kept) -> None:
    join(client, room)
    answer = client.get(f"/{room.code}/picture/{kept.id}")
    assert (answer.status_code, answer.content) == (200, kept.content)
    names = ("content-type", "cache-control", "x-content-type-options")
    assert [answer.headers[name] for name in names] == [
        "image/jpeg",
        "private, max-age=31536000, immutable",
        "nosniff",
    ]


def test_page_allows_pictures_from_here_and_from_nowhere_else(client, room) -> None:
    join(client, room)
    assert "img-src 'self' data:;" in client.get(f"/{room.code}").headers["content-security-policy"]


def test_whoever_did_not_join_gets_no_picture(client, room, kept) -> None:
    answer = client.get(f"/{room.code}/picture/{kept.id}")
    assert (answer.status_code, answer.content) == (404, b"")


def test_room_gives_no_picture_that_it_does_not_show(bench, client, study, room) -> None:
    other = bench.pictures.keep(study.id, name="b.png", content=drawn(colour="red"))
    join(client, room)
    assert client.get(f"/{room.code}/picture/{other.id}").status_code == 404


def test_facilitator_of_the_study_alone_gets_it_in_the_studio(bench, client, account, study, kept) -> None:
    address = f"/picture/{study.id}/{kept.id}"
    own = signed_in(bench, account)
    stranger = signed_in(bench, make_account(bench, "zane@example.org", "Zane"))
    assert [one.get(address).status_code for one in (own, stranger, client)] == [200, 404, 404]


def test_preview_shows_the_picture_to_the_facilitator_alone(bench, client, account, study, kept) -> None:
    draft = bench.questionnaires.create(study.id, title="Anketa")
    bench.questionnaires.add(draft.id, question=case(kept))
    own = signed_in(bench, account)
    (address,) = re.findall(r'<img src="([^"]+)"', own.get(f"/preview/{draft.id}").text)
    assert address == f"/preview/{draft.id}/picture/{kept.id}"
    assert [one.get(address).status_code for one in (own, client)] == [200, 404]
