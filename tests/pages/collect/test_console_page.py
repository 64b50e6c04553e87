"""The console: what a facilitator sees and does while the room waits."""

import pytest

from survey_engine.collect.models import Mode, Shown
from tests import factories as make


def words_on(app) -> str:
    said = (*app.caption, *app.markdown, *app.text, *app.info, *app.error)
    return "\n".join(str(element.value) for element in said)


def current(room):
    return room.bench.sessions.state(room.session.id).current


def test_console_waits_for_the_room_at_first(open_page, room) -> None:
    app = open_page("collect/console.py", **room.ids)
    assert not app.exception
    assert "Telpa pievienojas" in words_on(app)
    assert "Vēl neviens nav pievienojies." in words_on(app)


def test_next_opens_the_first_step(open_page, room) -> None:
    app = open_page("collect/console.py", **room.ids)
    app.button(key="next").click().run()
    assert current(room).question.id == "q-info"


def test_question_is_opened_closed_and_opened_again(open_page, room) -> None:
    app = open_page("collect/console.py", **room.ids)
    app.button(key="go_q-single").click().run()
    app.button(key="open").click().run()
    assert current(room).state.is_open is True
    app.button(key="close").click().run()
    assert current(room).state.is_open is False
    assert "Slēgts" in words_on(app)


def test_results_are_shown_and_hidden_and_it_is_said(open_page, room) -> None:
    room.show("q-single", results=False)
    app = open_page("collect/console.py", **room.ids)
    assert "Rezultāti paslēpti" in words_on(app)
    app.button(key="results").click().run()
    assert "Telpa redz rezultātus" in words_on(app)


def test_live_result_is_a_table_with_n(open_page, room) -> None:
    room.answer("q-single", "a")
    room.answer("q-single", "b")
    room.show("q-single", results=False)
    app = open_page("collect/console.py", **room.ids)
    assert list(app.dataframe[0].value["people"]) == [1, 1, 0]
    assert "atbildēja 2 cilvēki" in words_on(app)


def test_groups_are_counted_joined_and_answered(open_page, room) -> None:
    room.answer("q-single", "a", group="council")
    room.show("q-single")
    app = open_page("collect/console.py", **room.ids)
    assert "| Dome un darbinieki | 1 | 1 |" in words_on(app)


@pytest.mark.parametrize(
    "question_id", ["q-info", "q-single", "q-multiple", "q-scale", "q-open", "q-words", "q-statement"]
)
def test_every_kind_is_drawn_with_and_without_answers(open_page, room, question_id: str) -> None:
    room.show(question_id, results=question_id != "q-info")
    empty = open_page("collect/console.py", **room.ids)
    codes = {"q-single": "a", "q-multiple": "a", "q-scale": "cant_say", "q-statement": "pass"}
    if question_id != "q-info":
        room.answer(
            question_id,
            *filter(None, [codes.get(question_id)]),
            text=None if question_id in codes else "vārds",
        )
    full = open_page("collect/console.py", **room.ids)
    assert (list(empty.exception), list(full.exception)) == ([], [])


def test_waiting_answer_is_let_through_by_one_button(open_page, room) -> None:
    answer = room.answer("q-open", text="par *vēlu*")
    room.show("q-open")
    app = open_page("collect/console.py", **room.ids)
    assert "par *vēlu*" in words_on(app)
    app.button(key=f"show_{answer.id}").click().run()
    assert [a.state for a in room.bench.moderation.answers(room.session.id, "q-open")] == [Shown.SHOWN]


def test_all_that_were_read_are_let_through_at_once(open_page, room) -> None:
    for number in range(3):
        room.answer("q-open", text=f"teikums {number}")
    room.show("q-open")
    app = open_page("collect/console.py", **room.ids)
    app.button(key="let_all_through").click().run()
    assert len(room.bench.sessions.screen(room.session.id).summary.answers) == 3


def test_ended_session_says_so_and_opens_nothing(open_page, room) -> None:
    room.bench.sessions.end(room.session.id)
    app = open_page("collect/console.py", **room.ids)
    assert "Sesija ir beigusies" in words_on(app)
    assert [b.key for b in app.button if b.key in ("open", "next")] == []


def test_survey_has_no_console_and_says_why(open_page, room) -> None:
    survey = make.make_session(room.bench, room.study, room.version, Mode.SURVEY)
    app = open_page("collect/console.py", study=room.study.id, session=survey.id)
    assert not app.exception
    assert "Atvērta aptauja" in words_on(app)


def test_question_that_was_opened_by_somebody_else_meanwhile_is_no_fault(open_page, room) -> None:
    app = open_page("collect/console.py", **room.ids)
    room.bench.sessions.end(room.session.id)
    app.button(key="next").click().run()
    assert not app.exception
    assert "ir beigusies" in words_on(app)
