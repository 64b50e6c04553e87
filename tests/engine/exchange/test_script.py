"""The facilitator's script: read back as a document, and opened by a word processor."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from survey_engine.accounts import Account
from survey_engine.design.kinds import Criteria, Criterion, Information, Option
from survey_engine.design.models import AgendaStep, Questionnaire, StepKind
from survey_engine.workbench import Workbench
from tests.factories import make_study, scale, single
from tests.pictures import drawn


@pytest.fixture
def draft(bench: Workbench, account: Account) -> Questionnaire:
    study = make_study(bench, account, languages=["lv"], title="Sadarbība", place="Ķekava")
    made = bench.questionnaires.create(study.id, title="Darbnīca")
    bench.questionnaires.add(made.id, question=single("a", codes="xy"))
    bench.questionnaires.add(made.id, question=scale("b"))
    steps = (
        AgendaStep(kind=StepKind.OPENING, minutes=10, leader="Anna", notes="Sveiciens\nun noteikumi"),
        AgendaStep(kind=StepKind.QUESTION, minutes=5, question_id="a"),
        AgendaStep(kind=StepKind.BREAK, minutes=15, title={"lv": "=Kafija"}),
    )
    for step in steps:
        bench.agendas.add(made.id, step=step)
    return bench.agendas.book(made.id, minutes=20, starts_at="18:00")


def test_script_holds_the_agenda_as_a_table_with_clock_minutes_and_leader(
    bench: Workbench, draft: Questionnaire
) -> None:
    document = Document(BytesIO(bench.agendas.script(draft.id, language="lv")))
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["Kad", "Minūtes", "Solis", "Vada"],
        ["18:00", "10", "Ievads", "Anna"],
        ["18:10", "5", "Ko izvēlaties?", ""],
        ["18:15", "15", "=Kafija", ""],
        ["18:30", "", "Beigas", ""],
    ]


def test_script_holds_notes_questions_options_and_what_does_not_fit(
    bench: Workbench, draft: Questionnaire
) -> None:
    document = Document(BytesIO(bench.agendas.script(draft.id, language="lv")))
    lines = [(one.style.name, one.text) for one in document.paragraphs if one.text]
    assert [text for style, text in lines if style == "Heading 2"] == [
        "1. Ievads",
        "2. Ko izvēlaties?",
        "3. =Kafija",
    ]
    assert [text for style, text in lines if style == "List Bullet"] == ["Izvēle x", "Izvēle y"]
    assert [text for style, text in lines if style == "Notice"] == [
        "Darba kārtība ir par 10 min garāka nekā atvēlētais laiks.",
        "Jautājumi, kas nav nevienā solī: 1",
    ]
    assert ("Detail", "Piezīmes: Sveiciens\nun noteikumi") in lines


def test_script_has_room_to_write_at_every_step(bench: Workbench, draft: Questionnaire) -> None:
    document = Document(BytesIO(bench.agendas.script(draft.id, language="lv")))
    assert [len(table.rows) for table in document.tables[1:]] == [1, 1, 1]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_script_opens_in_a_word_processor(bench: Workbench, draft: Questionnaire, tmp_path: Path) -> None:
    source = tmp_path / "script.docx"
    source.write_bytes(bench.agendas.script(draft.id, language="lv"))
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/office"]
    subprocess.run(
        [*command, "--convert-to", "txt:Text", "--outdir", str(tmp_path), str(source)],
        check=True,
        timeout=120,
    )
    assert "Ko izvēlaties?" in (tmp_path / "script.txt").read_text(encoding="utf-8")


def test_script_lists_what_is_rated_and_says_criteria_and_ends_in_a_line_each(
    bench: Workbench, draft: Questionnaire
) -> None:
    question = Criteria(
        id="c",
        text={"lv": "Kā vērtējat?"},
        options=(Option(code="x", label={"lv": "Forums"}), Option(code="y", label={"lv": "Aptauja"})),
        criteria=(
            Criterion(code="e", label={"lv": "Ietekme"}),
            Criterion(code="w", label={"lv": "Darbs"}, less_is_better=True),
        ),
        points=3,
        low={"lv": "Nemaz"},
        high={"lv": "Pilnībā"},
        between={"lv": "Daļēji"},
    )
    bench.questionnaires.add(draft.id, question=question)
    bench.agendas.add(draft.id, step=AgendaStep(kind=StepKind.QUESTION, minutes=5, question_id="c"))
    document = Document(BytesIO(bench.agendas.script(draft.id, language="lv")))
    lines = [one.text for one in document.paragraphs if one.text]
    start = lines.index("Forums")

    assert lines[start : start + 4] == ["Forums", "Aptauja", "Ietekme · Darbs", "Nemaz – Daļēji – Pilnībā"]


def test_script_says_what_a_picture_shows_in_words(bench: Workbench, draft: Questionnaire) -> None:
    kept = bench.pictures.keep(draft.study_id, name="a.png", content=drawn())
    case = Information(
        id="case", text={"lv": "Gadījums"}, picture=kept.id, picture_alt={"lv": "Karte ar ceļu"}
    )
    bench.questionnaires.add(draft.id, question=case)
    bench.agendas.add(draft.id, step=AgendaStep(kind=StepKind.INFORMATION, question_id="case"))
    document = Document(BytesIO(bench.agendas.script(draft.id, language="lv")))
    said = [one.text for one in document.paragraphs if "Karte" in one.text]
    assert said == ["Attēls: Karte ar ceļu"]
