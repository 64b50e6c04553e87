"""All answers of a study, word for word."""

from survey_engine.accounts import Account
from survey_engine.workbench import Workbench
from tests import factories as make


def texts(app) -> list[str]:
    return [element.value for element in app.text]


def test_page_says_that_there_is_nothing_yet(open_page, bench: Workbench, account: Account) -> None:
    study = make.make_study(bench, account)
    app = open_page("collect/answers.py", study=study.id)
    assert not app.exception
    assert len(app.info) == 1


def test_answers_are_shown_word_for_word(open_page, room) -> None:
    room.answer("q-open", text="nav <b>naudas</b>\n*un* punkts")
    app = open_page("collect/answers.py", study=room.study.id)
    assert texts(app) == ["nav <b>naudas</b>\n*un* punkts"]


def test_answers_are_narrowed_to_words_and_group(open_page, room) -> None:
    room.answer("q-open", text="par nauda", group="ngo")
    room.answer("q-open", text="par naudu", group="council")
    room.answer("q-open", text="cits", group="council")
    app = open_page("collect/answers.py", study=room.study.id)
    app.text_input(key="answers_text").set_value("NAUD")
    app.selectbox(key="answers_group").set_value("council").run()
    assert texts(app) == ["par naudu"]


def test_choices_of_one_question_are_summed_up(open_page, room) -> None:
    room.answer("q-single", "a")
    app = open_page("collect/answers.py", study=room.study.id)
    app.selectbox(key="answers_question").set_value("q-single").run()
    assert list(app.dataframe[0].value["people"]) == [1, 0, 0]


def test_session_in_the_address_is_chosen(open_page, room) -> None:
    other = make.make_session(room.bench, room.study, room.version, title="Otrā")
    room.answer("q-open", text="pirmajā")
    make.make_note(room.bench, other, "otrajā")
    app = open_page("collect/answers.py", study=room.study.id, session=other.id)
    assert texts(app) == ["otrajā"]


def test_replaced_answer_is_not_shown(open_page, room) -> None:
    person = make.make_participant(room.bench, room.session)
    make.make_answer(room.bench, person, make.open_text(), text="vecais", is_current=False)
    make.make_answer(room.bench, person, make.open_text(), text="jaunais")
    app = open_page("collect/answers.py", study=room.study.id)
    assert texts(app) == ["jaunais"]


def test_answers_come_in_pages(open_page, room) -> None:
    for number in range(53):
        make.make_note(room.bench, room.session, f"teikums {number}")
    app = open_page("collect/answers.py", study=room.study.id)
    assert not app.exception
    assert len(texts(app)) == 50


def test_answers_are_not_shown_to_strangers(open_page, room, bench: Workbench) -> None:
    other = make.make_study(bench)
    make.make_note(bench, make.make_session(bench, other), "svešie vārdi")
    app = open_page("collect/answers.py", study=other.id)
    assert (texts(app), len(app.error)) == ([], 1)
