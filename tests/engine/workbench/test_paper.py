"""Sheets of paper: reserved once, typed in once, corrected without losing anything, taken back by their code."""

from collections.abc import Callable
from io import BytesIO

import docx
import pytest

from survey_engine.accounts import Account
from survey_engine.collect.models import Mode, Origin, Session
from survey_engine.design.kinds import Information
from survey_engine.design.kinds.conditions import Condition, ShowIf
from survey_engine.errors import EngineError, Problem
from survey_engine.storage.room import all_answers_of
from survey_engine.workbench import Workbench
from survey_engine.workbench.paper import MOST_SHEETS
from tests import factories as make
from tests.pictures import drawn


@pytest.fixture
def session(bench: Workbench, account: Account) -> Session:
    study = make.make_study(bench, account)
    version = make.make_version(bench, study, make.single(), make.open_text())
    return make.make_session(bench, study, version, Mode.SURVEY)


@pytest.fixture
def codes(bench: Workbench, session: Session) -> list[str]:
    """The codes of two sheets, as they are printed."""
    batch = bench.paper.print_sheets(session.id, language="lv", number=2)
    document = docx.Document(BytesIO(bench.paper.document(session.id, batch=batch)))
    return [section.header.tables[0].cell(0, 0).paragraphs[0].text for section in document.sections]


def type_in(bench: Workbench, session: Session, code: str, marks: str = "2", text: str = "", **more: object):
    sheet = bench.paper.find(session.id, code=code)
    given = {"consent": True, "group": "1", "entries": {"q-single": (marks,), "q-open": (text,)}, **more}
    return bench.paper.enter(session.id, sheet_id=sheet.id, **given)


def problem_of(call: Callable[[], object]) -> Problem:
    with pytest.raises(EngineError) as refused:
        call()
    return refused.value.problem


def answers(bench: Workbench, session: Session) -> list[tuple[str, ...]]:
    long = bench.files.outgoing(session.study_id).tables[0]
    rows = [dict(zip(long.columns, row, strict=True)) for row in long.rows]
    names = ("codes", "text", "language", "origin")
    return sorted(tuple(str(row[name] or "") for name in names) for row in rows)


def test_sheets_are_numbered_on_from_the_last_and_printed_again_alike(bench, session, codes) -> None:
    later = bench.paper.print_sheets(session.id, language="ru", number=3)
    batches = bench.paper.batches(session.id)
    assert [(one.first, one.last, one.language, one.entered) for one in batches] == [
        (3, 5, "ru", 0),
        (1, 2, "lv", 0),
    ]
    assert batches[0].id == later
    again = docx.Document(BytesIO(bench.paper.document(session.id, batch=batches[1].id)))
    assert [s.header.tables[0].cell(0, 0).paragraphs[0].text for s in again.sections] == codes


def test_code_is_found_however_it_is_typed(bench, session, codes) -> None:
    numbers = [bench.paper.find(session.id, code=code.lower().replace("-", " ")).number for code in codes]
    assert numbers == [1, 2]
    assert problem_of(lambda: bench.paper.find(session.id, code="nav-tāda-000")) == Problem.SHEET_UNKNOWN


def test_code_belongs_to_one_session(bench, session, codes) -> None:
    other = make.make_session(bench, bench.studies.get(session.study_id))
    assert problem_of(lambda: bench.paper.find(other.id, code=codes[0])) == Problem.SHEET_UNKNOWN


@pytest.mark.parametrize("number", [0, -1, MOST_SHEETS + 1])
def test_number_of_sheets_has_limits(bench, session, number: int) -> None:
    call = lambda: bench.paper.print_sheets(session.id, language="lv", number=number)  # noqa: E731
    assert problem_of(call) == Problem.SHEETS_UNFIT


def test_session_without_questions_prints_nothing(bench, session) -> None:
    notes = make.make_session(bench, bench.studies.get(session.study_id), None, Mode.RECORD)
    call = lambda: bench.paper.print_sheets(notes.id, language="lv", number=1)  # noqa: E731
    assert problem_of(call) == Problem.SESSION_WITHOUT_QUESTIONS


def test_sheet_becomes_one_participant_with_answers_from_paper(bench, session, codes, account) -> None:
    own = bench.on_behalf_of(account)
    view = type_in(own, session, codes[0], "2", " Kā rakstīts ", text_language="ru")
    assert (view.by, view.group, view.text_language) == ("Anna", "1", "ru")
    assert view.entries == {"q-single": ("2",), "q-open": (" Kā rakstīts ",)}
    assert answers(bench, session) == [("", " Kā rakstīts ", "ru", "paper"), ("b", "", "", "paper")]
    assert next((group.key, group.joined) for group in bench.sessions.state(session.id).groups) == ("ngo", 1)
    assert bench.paper.batches(session.id)[0].entered == 1


def test_sheet_is_typed_in_only_once(bench, session, codes) -> None:
    type_in(bench, session, codes[0], "2")
    assert problem_of(lambda: type_in(bench, session, codes[0], "3")) == Problem.SHEET_ENTERED
    assert [row[0] for row in answers(bench, session)] == ["b"]


def test_same_sheet_sent_twice_changes_nothing(bench, session, codes) -> None:
    first = type_in(bench, session, codes[0], "2")
    revision = bench.sessions.revision(session.id)
    assert type_in(bench, session, codes[0], "2") == first
    assert bench.sessions.revision(session.id) == revision


def test_correction_adds_and_keeps_what_stood_there(bench, session, codes, account) -> None:
    type_in(bench, session, codes[0], "2", "vārdi")
    own = bench.on_behalf_of(account)
    view = type_in(own, session, codes[0], "3", "vārdi", correct=True, group="2")
    assert (view.entries["q-single"], view.group, view.corrected_by) == (("3",), "2", "Anna")
    assert [row[:2] for row in answers(bench, session)] == [("", "vārdi"), ("c", "")]
    with bench.database.reading() as transaction:
        kept = all_answers_of(transaction, view.sheet.id)
    assert sorted((row.question_id, tuple(row.codes), row.is_current) for row in kept) == [
        ("q-open", (), True),
        ("q-single", ("b",), False),
        ("q-single", ("c",), True),
    ]
    assert {row.origin for row in kept} == {Origin.PAPER}


def test_language_of_the_words_can_be_corrected(bench, session, codes) -> None:
    type_in(bench, session, codes[0], "", "слова")
    type_in(bench, session, codes[0], "", "слова", text_language="ru", correct=True)
    assert answers(bench, session) == [("", "слова", "ru", "paper")]


def test_faulty_sheet_stores_nothing_and_names_its_questions(bench, session, codes) -> None:
    with pytest.raises(EngineError) as refused:
        type_in(bench, session, codes[0], "9", "vārdi")
    assert (refused.value.problem, refused.value.details["numbers"]) == (Problem.SHEET_UNREADABLE, "1")
    assert answers(bench, session) == []
    assert bench.paper.batches(session.id)[0].entered == 0


def test_sheet_without_consent_stores_nothing(bench, session, codes) -> None:
    call = lambda: type_in(bench, session, codes[0], consent=False)  # noqa: E731
    assert problem_of(call) == Problem.SHEET_WITHOUT_CONSENT
    assert answers(bench, session) == []


def test_code_of_the_sheet_takes_its_answers_back_for_good(bench, session, codes) -> None:
    type_in(bench, session, codes[0], "2", "vārdi")
    taken = bench.room.take_back(session.code, take_back_code=codes[0].lower())
    assert taken.answers == 2
    assert answers(bench, session) == []
    sheet = bench.paper.find(session.id, code=codes[0])
    assert bench.paper.sheet(session.id, sheet_id=sheet.id).taken_back
    assert problem_of(lambda: type_in(bench, session, codes[0])) == Problem.SHEET_TAKEN_BACK


def test_ended_session_still_takes_the_sheets_that_come_back(bench, session, codes) -> None:
    bench.sessions.end(session.id)
    assert type_in(bench, session, codes[0]).entries == {"q-single": ("2",)}


def test_answer_to_a_question_for_others_is_kept_but_not_counted(bench, account) -> None:
    rule = ShowIf(conditions=(Condition(question="q-single", codes=("a",)),))
    only = make.open_text().model_copy(update={"show_if": rule})
    study = make.make_study(bench, account)
    session = make.make_session(bench, study, make.make_version(bench, study, make.single(), only))
    batch = bench.paper.print_sheets(session.id, language="lv", number=1)
    document = docx.Document(BytesIO(bench.paper.document(session.id, batch=batch)))
    code = document.sections[0].header.tables[0].cell(0, 0).paragraphs[0].text
    first = type_in(bench, session, code, "2", "tomēr rakstīju")
    assert first.entries["q-open"] == ("tomēr rakstīju",)
    assert [row[0] for row in answers(bench, session)] == ["b"]
    assert type_in(bench, session, code, "2", "tomēr rakstīju") == first
    type_in(bench, session, code, "2", "tomēr rakstīju vairāk", correct=True)
    type_in(bench, session, code, "1", "tomēr rakstīju vairāk", correct=True)
    assert [row[:2] for row in answers(bench, session)] == [("", "tomēr rakstīju vairāk"), ("a", "")]


def test_picture_stands_on_the_sheet_with_its_words(bench, account) -> None:
    study = make.make_study(bench, account, languages=["lv"])
    kept = bench.pictures.keep(study.id, name="a.png", content=drawn(size=(300, 100)))
    case = Information(id="case", text={"lv": "Gadījums"}, picture=kept.id, picture_alt={"lv": "Karte"})
    session = make.make_session(
        bench, study, make.make_version(bench, study, case, make.single()), Mode.SURVEY
    )
    batch = bench.paper.print_sheets(session.id, language="lv", number=2)
    document = docx.Document(BytesIO(bench.paper.document(session.id, batch=batch)))
    shapes = list(document.inline_shapes)
    assert [shape._inline.docPr.get("descr") for shape in shapes] == ["Karte", "Karte"]
    assert [round(shape.width.cm, 1) for shape in shapes] == [16.4, 16.4]
