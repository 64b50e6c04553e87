"""A section of a survey as one page: sent as one plain form, each question stored and judged by itself."""

import re

import pytest
from sqlmodel import select
from starlette.testclient import TestClient

from survey_engine.collect.models import Mode, Session
from survey_engine.design.kinds import Question
from survey_engine.design.kinds.conditions import Condition, ShowIf
from survey_engine.design.models import Section
from survey_engine.storage.tables import AnswerRow
from survey_engine.workbench import Workbench
from tests.engine.exchange.forms.made_up import one_of_each
from tests.factories import (
    make_session,
    make_study,
    make_version,
    number,
    open_text,
    scale,
    single,
    statements,
    yesno,
)
from tests.participant.conftest import join

ONLY_A = ShowIf(conditions=(Condition(question="q-single", codes=("a",)),))


def on_page(question: Question, **changes: object) -> Question:
    return question.model_copy(update={"section": "S", **changes})


def make_survey(bench: Workbench, *questions: Question) -> Session:
    study = make_study(bench)
    page = Section(id="S", title={"lv": "Par sadarbību"}, text={"lv": "Trīs jautājumi"}, one_page=True)
    return make_session(bench, study, make_version(bench, study, *questions, sections=(page,)), Mode.SURVEY)


@pytest.fixture
def survey(bench: Workbench) -> Session:
    """A question before, then a page of three: a required choice, a text, a number up to ten."""
    return make_survey(
        bench,
        yesno(),
        on_page(single(), required=True),
        on_page(open_text()),
        on_page(number(most=10)),
    )


def send_page(client: TestClient, session: Session, place: int = 2, **fields: object):
    """Send a page as a browser without script does: all its fields at once."""
    html = client.get(f"/{session.code}?q={place}").text
    form = dict(re.findall(r'name="(q\d+-(?:question|client_key))" value="([^"]*)"', html))
    return client.post(
        f"/{session.code}/page", data=form | {name.replace("_", "-", 1): one for name, one in fields.items()}
    )


def stored(bench: Workbench) -> dict[str, tuple[list[str], str | None]]:
    with bench.database.reading() as transaction:
        rows = transaction.exec(select(AnswerRow).where(AnswerRow.is_current)).all()
        return {row.question_id: (row.codes, row.text) for row in rows}


def test_page_shows_all_questions_of_its_section_and_their_numbers(client, survey) -> None:
    join(client, survey)
    page = client.get(f"/{survey.code}?q=3").text
    assert re.findall(r'<section class="ask" id="(q\d)"', page) == ["q2", "q3", "q4"]
    assert re.findall(r"Question \d of \d", page) == ["Question 2 of 4", "Question 3 of 4", "Question 4 of 4"]
    assert ("Par sadarbību" in page, "Trīs jautājumi" in page) == (True, True)
    assert f'href="/{survey.code}?q=1"' in page


def test_saving_a_page_stores_each_answer_and_goes_on(bench, client, survey) -> None:
    join(client, survey)
    sent = send_page(client, survey, q2_choice="a", q3_text="Laika trūkst\r\nun naudas", q4_choice="4")
    assert (sent.status_code, sent.headers["location"]) == (303, f"/{survey.code}?q=end")
    assert stored(bench) == {
        "q-single": (["a"], None),
        "q-open": ([], "Laika trūkst\nun naudas"),
        "q-number": (["4"], None),
    }


def test_answer_that_fails_is_said_at_its_question_and_loses_no_other(bench, client, survey) -> None:
    join(client, survey)
    refused = send_page(client, survey, q3_text="Laika trūkst", q4_choice="99")
    assert refused.status_code == 422
    assert stored(bench) == {"q-open": ([], "Laika trūkst")}
    asks = refused.text.split('<section class="ask"')[1:]
    assert ["hidden" in re.search(r'<p class="problem"([^>]*)>', ask)[1] for ask in asks] == [
        False,
        True,
        False,
    ]
    assert ["autofocus" in ask for ask in asks] == [True, False, False]
    assert 'value="99"' in asks[2]
    assert "Not yet saved: No. 2, 4" in refused.text


def test_sending_a_page_again_stores_nothing_twice(bench, client, survey) -> None:
    join(client, survey)
    for _ in range(2):
        send_page(client, survey, q2_choice="a", q3_text="Vārdi")
    with bench.database.reading() as transaction:
        assert len(transaction.exec(select(AnswerRow)).all()) == 2


def test_question_that_an_answer_of_the_page_brings_up_is_shown_after_saving(bench, client) -> None:
    survey = make_survey(bench, on_page(single()), on_page(open_text(), show_if=ONLY_A), on_page(scale()))
    join(client, survey)
    assert "Kas traucē" not in client.get(f"/{survey.code}?q=1").text
    sent = send_page(client, survey, 1, q1_choice="a", q3_choice="2")
    assert sent.headers["location"] == f"/{survey.code}?q=1#q2"
    assert "Kas traucē" in client.get(f"/{survey.code}?q=1").text
    again = send_page(client, survey, 1, q1_choice="a", q2_text="Laiks", q3_choice="2")
    assert again.headers["location"] == f"/{survey.code}?q=end"


def test_text_to_a_question_that_goes_away_with_the_same_page_is_kept_and_not_counted(bench, client) -> None:
    survey = make_survey(bench, on_page(single()), on_page(open_text(), show_if=ONLY_A), on_page(scale()))
    join(client, survey)
    send_page(client, survey, 1, q1_choice="a")
    sent = send_page(client, survey, 1, q1_choice="b", q2_text="Jau rakstīts")
    assert sent.status_code == 303
    with bench.database.reading() as transaction:
        texts = transaction.exec(select(AnswerRow.text).where(AnswerRow.question_id == "q-open")).all()
    assert texts == ["Jau rakstīts"]


def test_pool_stays_a_page_of_its_own_between_two_pages(bench, client) -> None:
    survey = make_survey(
        bench,
        on_page(single()),
        on_page(scale()),
        on_page(statements()),
        on_page(open_text()),
        on_page(number()),
    )
    join(client, survey)
    pages = [client.get(f"/{survey.code}?q={place}").text for place in (2, 3, 4)]
    assert [re.findall(r'class="ask" id="(q\d)"', page) for page in pages] == [
        ["q1", "q2"],
        [],
        ["q4", "q5"],
    ]


def test_script_is_led_on_once_everything_was_seen(client, survey) -> None:
    join(client, survey)
    onward = re.search(r'data-next="([^"]*)"', client.get(f"/{survey.code}?q=2").text)[1].replace(
        "&amp;", "&"
    )
    assert onward == f"/{survey.code}?q=2&seen=2-3-4"
    assert client.get(onward).headers["location"] == f"/{survey.code}?q=end"


def test_live_session_asks_one_by_one_all_the_same(bench, client) -> None:
    study = make_study(bench)
    page = Section(id="S", title={"lv": "Lapa"}, one_page=True)
    version = make_version(bench, study, on_page(single()), on_page(open_text()), sections=(page,))
    session = make_session(bench, study, version)
    bench.sessions.open_question(session.id, question_id="q-single")
    join(client, session)
    assert 'class="ask"' not in client.get(f"/{session.code}").text


def test_every_field_and_id_of_a_page_is_its_own_whatever_the_kind(bench, client) -> None:
    kinds = [one for one in one_of_each().questions if not one.takes_contributions]
    twice = [on_page(one, id=f"{one.kind}-{turn}", decline=True) for turn in "ab" for one in kinds]
    survey = make_survey(bench, yesno(), *twice)
    join(client, survey)
    page = client.get(f"/{survey.code}?q=3").text
    ids = re.findall(r'\sid="([^"]+)"', page)
    form = page.split('id="answer"')[1].split("</form>")[0]
    referred = {name for names in re.findall(r'aria-\w+by="([^"]+)"', form) for name in names.split()}
    assert len(ids) == len(set(ids))
    assert referred - set(ids) == set()
    assert [name for name in re.findall(r'\sname="([^"]+)"', form) if not re.match(r"q\d+-", name)] == []
