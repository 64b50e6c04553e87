"""The note-taker's page, and what its sheet hands over."""

from pages.ui.parts.notebook import WrittenNote
from tests import factories as make


def words_on(app) -> str:
    return "\n".join(str(e.value) for e in (*app.caption, *app.text, *app.info, *app.error))


def hand_over(monkeypatch, *notes: WrittenNote) -> list[dict]:
    """Let the sheet hand these notes over once, and return what it was given to draw."""
    given: list[dict] = []

    def drawn(session_id: str, **shown):
        given.append(shown)
        return notes if len(given) == 1 else ()

    monkeypatch.setattr("pages.collect.parts.note_writing.draw_notebook", drawn)
    return given


def test_page_says_what_notes_are_where_there_is_none(open_page, room) -> None:
    app = open_page("collect/notes.py", **room.ids)
    assert not app.exception
    assert "Piezīmju vēl nav." in words_on(app)


def test_note_from_the_sheet_is_stored_and_listed(open_page, room, monkeypatch) -> None:
    room.show("q-open")
    given = hand_over(monkeypatch, WrittenNote("k1", "uzzinām *no avīzes*", "ngo", "q-open"))
    app = open_page("collect/notes.py", **room.ids)
    assert not app.exception
    (note,) = room.bench.notes.of_session(room.session.id)
    assert (note.text, note.group_key, note.about) == ("uzzinām *no avīzes*", "ngo", "q-open")
    assert "uzzinām *no avīzes*" in words_on(app)
    assert given[-1]["stored"] == ["k1"]


def test_note_that_is_sent_again_is_listed_once(open_page, room, monkeypatch) -> None:
    room.bench.notes.add(room.session.id, text="vārdi", group_key="ngo", client_key="k1")
    hand_over(monkeypatch, WrittenNote("k1", "vārdi", "ngo", ""))
    open_page("collect/notes.py", **room.ids)
    assert len(room.bench.notes.of_session(room.session.id)) == 1


def test_note_is_about_what_the_room_sees(open_page, room, monkeypatch) -> None:
    room.show("q-single")
    given = hand_over(monkeypatch)
    open_page("collect/notes.py", **room.ids)
    assert given[-1]["about"] == "q-single"


def test_groups_of_the_study_can_be_chosen_and_nobody_in_particular(open_page, room, monkeypatch) -> None:
    given = hand_over(monkeypatch)
    open_page("collect/notes.py", **room.ids)
    assert [key for key, _label in given[-1]["groups"]] == ["", "ngo", "council"]


def test_correction_is_listed_instead_of_the_note(open_page, room, monkeypatch) -> None:
    note = make.make_note(room.bench, room.session, "nav nauda")
    hand_over(monkeypatch)
    app = open_page("collect/notes.py", **room.ids)
    app.text_area[0].set_value("nav naudas")
    next(b for b in app.button if b.label == "Saglabāt labojumu").click().run()
    assert not app.exception
    assert [n.text for n in room.bench.notes.of_session(room.session.id)] == ["nav naudas"]
    assert note.text == "nav nauda"


def test_sheet_never_writes_markup() -> None:
    from pathlib import Path

    script = Path("pages/ui/parts/notebook/notebook.js").read_text(encoding="utf-8")
    assert [word for word in ("innerHTML", "outerHTML", "insertAdjacentHTML") if word in script] == []
