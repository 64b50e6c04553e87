"""Links of an information on a participant's page: links, and nothing else."""

from starlette.testclient import TestClient

from survey_engine.design.kinds import Information
from survey_engine.workbench import Workbench
from tests.factories import make_session, make_study, make_version, single
from tests.participant.conftest import join

CASE = Information(
    id="q-case",
    text={"lv": "Gadījums"},
    link="https://case.example/long",
    link_text={"lv": "Viss gadījums"},
    video="https://video.example/1",
)


def test_links_are_shown_with_their_hosts_and_nothing_is_embedded(
    client: TestClient, bench: Workbench
) -> None:
    study = make_study(bench)
    room = make_session(bench, study, make_version(bench, study, CASE, single()))
    join(client, room)
    bench.sessions.open_question(room.id, question_id="q-case")
    html = client.get(f"/{room.code}?lang=lv").text
    assert html.count('target="_blank" rel="noopener noreferrer"') == 2
    assert '<a href="https://case.example/long"' in html
    assert "Viss gadījums</a>" in html
    assert all(f"({host})" in html for host in ("case.example", "video.example"))
    assert not any(tag in html for tag in ("<iframe", "<video", "<img", "<object"))
