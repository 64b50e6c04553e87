"""Files through the front door: stored whole or not at all, guarded, and out again as they went in."""

import csv
from io import BytesIO, StringIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from sqlmodel import func, select

from survey_engine.accounts import Account
from survey_engine.collect.models import SAID_ALOUD, Mode
from survey_engine.design.models import groups_of
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.answers_in import Columns
from survey_engine.storage.tables import AnswerRow, DecisionRow, ParticipantRow, SessionRow, StudyRow
from survey_engine.workbench import Workbench
from survey_engine.workbench.exchange import Kept, Outgoing
from tests import factories as make
from tests.conftest import make_account


def rows(table: str, outgoing: Outgoing) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(outgoing.as_csv()[table].decode("utf-8-sig"), newline="")))


def import_table(bench: Workbench, text: str, *, columns: Columns | None = None, **options: Any) -> Kept:
    files = bench.files
    sheet = files.preview("atbildes.csv", text.encode())
    study_id = options.get("study_id")
    intake = files.read_answers(sheet, columns or Columns(("teksts",)), study_id=study_id)
    return files.keep(intake, **options)


def count(bench: Workbench, table: type) -> int:
    with bench.database.reading() as transaction:
        return transaction.exec(select(func.count()).select_from(table)).one()


def test_a_new_study_holds_what_the_file_held_and_belongs_to_whoever_imported_it(
    bench: Workbench, account: Account
) -> None:
    mine = bench.on_behalf_of(account)

    kept = import_table(mine, "teksts\nLabi\nSlikti\n", title="Ielas")

    assert (kept.study.title, kept.participants, kept.answers, kept.questions) == ("Ielas", 2, 2, 1)
    assert [study.title for study in mine.studies.all()] == ["Ielas"]
    assert mine.sessions.get(kept.session.id).mode == Mode.RECORD


def test_the_only_account_becomes_the_owner_when_the_operator_names_none(
    bench: Workbench, account: Account
) -> None:
    assert import_table(bench, "teksts\na\n", title="A").owner == account.email
    make_account(bench, "juris@example.org", "Juris")
    assert import_table(bench, "teksts\na\n", title="B").owner is None
    assert import_table(bench, "teksts\na\n", title="C", owner_email="Juris@example.org").owner == (
        "juris@example.org"
    )
    with pytest.raises(EngineError) as refused:
        import_table(bench, "teksts\na\n", title="D", owner_email="zane@example.org")
    assert refused.value.problem == Problem.ACCOUNT_MISSING


def test_groups_that_the_study_has_are_found_by_key_or_name_and_others_added(bench: Workbench) -> None:
    study = make.make_study(bench)
    text = "g,teksts\nngo,a\nДума и сотрудники,b\nJaunieši,c\n"

    kept = import_table(bench, text, columns=Columns(("teksts",), group="g"), study_id=study.id)

    assert kept.new_groups == ("Jaunieši",)
    assert [group.key for group in groups_of(kept.study)] == ["ngo", "council", "jauniesi"]
    outgoing = bench.files.outgoing(study.id)
    assert [row["group"] for row in rows("answers_long.csv", outgoing)] == ["ngo", "council", "jauniesi"]


def test_nothing_at_all_is_stored_when_one_row_is_bad_and_all_were_asked_for(bench: Workbench) -> None:
    with pytest.raises(EngineError) as refused:
        import_table(bench, "teksts,b\na,1\n,2\n", title="Ielas", all_or_nothing=True)

    assert (refused.value.problem, refused.value.details["number"]) == (Problem.ROWS_REFUSED, 1)
    assert [count(bench, table) for table in (StudyRow, SessionRow, AnswerRow)] == [0, 0, 0]


def test_nothing_at_all_is_stored_when_storing_fails_in_the_middle(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("survey_engine.workbench.exchange.store.insert_intake", broken)

    with pytest.raises(OSError, match="disk"):
        import_table(bench, "teksts\na\n", title="Ielas")
    assert [count(bench, table) for table in (StudyRow, SessionRow, ParticipantRow)] == [0, 0, 0]


def test_an_import_raises_the_revision_and_stands_in_the_log(bench: Workbench) -> None:
    study = make.make_study(bench)

    kept = import_table(bench, "teksts,b\na,1\n,2\n", study_id=study.id)

    assert bench.studies.get(study.id).revision == study.revision + 1
    with bench.database.reading() as transaction:
        logged = transaction.exec(select(DecisionRow).where(DecisionRow.study_id == study.id)).one()
    assert (logged.action, logged.subject) == ("import", kept.session.id)
    assert (logged.details["file"], logged.details["answers"], logged.details["refused"]) == (
        "atbildes.csv",
        1,
        1,
    )


def test_another_accounts_study_can_be_neither_read_nor_filled(bench: Workbench, account: Account) -> None:
    theirs = make.make_study(bench, account)
    stranger = bench.on_behalf_of(make_account(bench, "juris@example.org", "Juris"))
    nobody = bench.on_behalf_of(None)

    for visitor in (stranger, nobody):
        for attempt in (
            lambda v=visitor: v.files.outgoing(theirs.id),
            lambda v=visitor: v.files.find_study(theirs.title),
            lambda v=visitor: import_table(v, "teksts\na\n", study_id=theirs.id),
        ):
            with pytest.raises(EngineError) as refused:
                attempt()
            assert refused.value.problem == Problem.NOT_FOUND
    with pytest.raises(EngineError) as refused:
        import_table(nobody, "teksts\na\n", title="Mans")
    assert refused.value.problem == Problem.NOT_ALLOWED


def test_only_the_operator_may_back_up(bench: Workbench, account: Account, tmp_path) -> None:
    with pytest.raises(EngineError) as refused:
        bench.on_behalf_of(account).files.backup(tmp_path / "b.zip")

    assert refused.value.problem == Problem.NOT_ALLOWED


def test_a_study_is_found_by_id_or_by_a_title_that_only_it_has(bench: Workbench) -> None:
    one, other = make.make_study(bench), make.make_study(bench)
    named = make.make_study(bench, title="Cits")

    assert bench.files.find_study(one.id).id == one.id
    assert bench.files.find_study("Cits").id == named.id
    with pytest.raises(EngineError) as several:
        bench.files.find_study(other.title)
    with pytest.raises(EngineError) as none:
        bench.files.find_study("Nav tāda")
    assert (several.value.problem, none.value.problem) == (Problem.STUDY_SEVERAL, Problem.NOT_FOUND)


@pytest.fixture
def filled(bench: Workbench) -> Outgoing:
    study = make.make_study(bench)
    questions = (
        make.single(),
        make.multiple(),
        make.scale(),
        make.open_text(),
        make.words(),
        make.statement(),
    )
    session = make.make_session(bench, study, make.make_version(bench, study, *questions))
    anna = make.make_participant(bench, session, "ngo", number=1, label="Anna Liepa")
    make.make_participant(bench, session, None, number=2)
    single, multiple, scale, open_text, words, statement = questions
    make.make_answer(bench, anna, single, codes=("a",), is_current=False)
    make.make_answer(bench, anna, single, codes=("b",))
    make.make_answer(bench, anna, multiple, codes=("a", "c"))
    make.make_answer(bench, anna, scale, codes=("4",))
    make.make_answer(bench, anna, open_text, text='=1+1; "jā",\nun nē', language="lv")
    make.make_answer(bench, anna, words, text="telpas\nnauda")
    make.make_answer(bench, anna, statement, codes=("agree",))
    make.make_note(bench, session, "Visi smejas.", "council")
    return bench.files.outgoing(study.id, language="lv")


def test_long_has_one_row_for_each_current_answer_with_codes_labels_and_words(filled: Outgoing) -> None:
    long = rows("answers_long.csv", filled)

    assert [(r["question_key"], r["codes"], r["labels"], r["text"]) for r in long] == [
        ("q-single", "b", "Izvēle b", ""),
        ("q-multiple", "a|c", "Izvēle a|Izvēle c", ""),
        ("q-scale", "4", "4", ""),
        ("q-open", "", "", '\'=1+1; "jā",\nun nē'),
        ("q-words", "", "", "telpas\nnauda"),
        ("q-statement", "agree", "agree", ""),
        ("", "", "", "Visi smejas."),
    ]
    assert [(r["participant"], r["group"], r["group_label"], r["origin"]) for r in (long[0], long[-1])] == [
        ("1", "ngo", "NVO un iedzīvotāji", "participant"),
        ("", "council", "Dome un darbinieki", "note"),
    ]
    assert long[-1]["question_id"] == SAID_ALOUD


def test_wide_has_one_row_for_each_participant_and_a_column_for_each_option(filled: Outgoing) -> None:
    wide = rows("answers_wide.csv", filled)

    answered = {name: wide[0][name] for name in wide[0] if name.startswith("q-")}
    assert answered == {
        "q-single": "b",
        "q-multiple_a": "1",
        "q-multiple_b": "0",
        "q-multiple_c": "1",
        "q-scale": "4",
        "q-open": '\'=1+1; "jā",\nun nē',
        "q-words": "telpas | nauda",
        "q-statement": "agree",
    }
    assert {wide[1][name] for name in answered} == {""}
    assert [remark.details["number"] for remark in filled.remarks] == [1]


def test_the_codebook_explains_every_column_of_both_tables(filled: Outgoing) -> None:
    book = rows("codebook.csv", filled)

    for name in ("answers_long", "answers_wide"):
        explained = list(dict.fromkeys(row["column"] for row in book if row["file"] == name))
        assert explained == list(next(table for table in filled.tables if table.name == name).columns)
    scale = [(r["code"], r["label_lv"], r["question_lv"]) for r in book if r["column"] == "q-scale"]
    assert (scale[0], scale[-1][0]) == (("1", "Slikti", "Cik labi sadarbojamies?"), "cant_say")


def test_names_never_leave(filled: Outgoing) -> None:
    assert not any(b"Liepa" in content for content in filled.as_csv().values())


def test_a_workbook_holds_the_same_three_tables_with_numbers_as_numbers(filled: Outgoing) -> None:
    book = load_workbook(BytesIO(filled.as_xlsx()))
    wide = list(book["answers_wide"].values)

    assert book.sheetnames == ["answers_long", "answers_wide", "codebook"]
    assert dict(zip(wide[0], wide[1], strict=True))["q-scale"] == 4
    assert {cell.data_type for row in book["answers_long"] for cell in row} <= {"s", "n"}


WORDS_OF_PEOPLE = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=60)


@given(texts=st.lists(WORDS_OF_PEOPLE.filter(str.strip), min_size=1, max_size=6))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_export_then_import_gives_the_same_words(bench: Workbench, texts: list[str]) -> None:
    study = make.make_study(bench)
    question = make.open_text()
    session = make.make_session(bench, study, make.make_version(bench, study, question))
    for number, text in enumerate(texts, start=1):
        person = make.make_participant(bench, session, number=number)
        make.make_answer(bench, person, question, text=text)
    outgoing = bench.files.outgoing(study.id)

    for name, content in (("a.csv", outgoing.as_csv()["answers_long.csv"]), ("a.xlsx", outgoing.as_xlsx())):
        sheet = bench.files.preview(name, content)
        intake = bench.files.read_answers(sheet, Columns(("text",)), study_id=study.id)
        assert [said.text for said in intake.said] == texts
