"""Paper: every kind can be drawn, and what stands on a sheet can be typed in and read again."""

from io import BytesIO

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from survey_engine.collect.kinds import check_answer
from survey_engine.collect.models import AnswerValue
from survey_engine.design.kinds import Information, Question
from survey_engine.design.kinds.conditions import Condition, ShowIf
from survey_engine.design.models import Form, Group, Section
from survey_engine.errors import Problem
from survey_engine.exchange.paper import (
    KINDS,
    PaperForm,
    Tongue,
    blanks_of,
    kind_of,
    read_group,
    read_typed,
    typed_group,
    typed_of,
    write_paper,
)
from tests import factories as make
from tests.questions import ANSWERS, QUESTIONS

quickly = settings(max_examples=15, deadline=None)
GROUPS = (Group(key="ngo", label={"lv": "NVO"}), Group(key="council", label={"lv": "Dome"}))


def paper(
    *questions: Question, sheets: int = 1, sections: tuple[Section, ...] = ()
) -> docx.document.Document:
    content = write_paper(
        PaperForm(
            title="Sadarbība",
            occasion="Pirmā fokusgrupa · Ķekava",
            tongue=Tongue("lv"),
            information={"lv": "Ko pētām."},
            consent="Piekrītu.",
            groups=GROUPS,
            form=Form(questions=questions, sections=sections),
            k=3,
            sheets=tuple((number, f"VĒJŠ-BĒRZS-{number:03d}") for number in range(1, sheets + 1)),
            address="balsis.example/ABC234/take-back",
        )
    )
    return docx.Document(BytesIO(content))


def words_of(document: docx.document.Document) -> str:
    tables = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *tables])


def read(question: Question, *typed: str) -> AnswerValue | Problem:
    outcome = read_typed(Form(questions=(question,)), {question.id: typed})
    return outcome.faults[0].error.problem if outcome.faults else outcome.answers[question.id]


@pytest.mark.parametrize("kind", KINDS)
@quickly
@given(data=some.data())
def test_answer_typed_from_a_sheet_is_the_answer(kind: str, data: some.DataObject) -> None:
    question = data.draw(QUESTIONS[kind]).cleaned()
    value = check_answer(question, data.draw(ANSWERS[kind](question)))
    # What people write for others to vote on is on no paper.
    if question.takes_contributions and (value.text or not value.codes):
        return
    typed = typed_of(question, value)
    # Votes are read in the order of the sheet, in whatever order they were cast.
    assert typed_of(question, read(question, *typed)) == typed if question.takes_answers else typed == ()
    if question.takes_answers and not question.takes_contributions:
        assert read(question, *typed) == value
    assert len(typed) == len(kind_of(question).blanks(question, Tongue("lv")))


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=3, deadline=None)
@given(data=some.data())
def test_question_of_every_kind_stands_on_the_sheet(kind: str, data: some.DataObject) -> None:
    question = data.draw(QUESTIONS[kind]).cleaned()
    said = words_of(paper(question))
    assert question.text["lv"] in said
    assert [
        option.label["lv"] for option in getattr(question, "options", ()) if option.label["lv"] not in said
    ] == []


def test_every_sheet_has_its_code_on_every_page_and_at_the_end() -> None:
    document = paper(make.single(), sheets=3)
    heads = [section.header.tables[0].cell(0, 0).paragraphs[0].text for section in document.sections]
    assert heads == ["VĒJŠ-BĒRZS-001", "VĒJŠ-BĒRZS-002", "VĒJŠ-BĒRZS-003"]
    assert [words_of(document).count(code) for code in heads] == [1, 1, 1]
    assert [len(section.header.part.related_parts) for section in document.sections] == [1, 1, 1]
    assert words_of(document).count("Ko izvēlaties?") == 3


def test_sheet_says_what_people_are_told_and_asks_for_consent_and_group() -> None:
    said = words_of(paper(make.single()))
    for line in ("Ko pētām.", "\tPiekrītu.", "□ 1\tNVO", "□ 2\tDome", "balsis.example/ABC234/take-back"):
        assert line in said


def test_print_is_at_least_eleven_points() -> None:
    document = paper(make.matrix(), make.open_text(), make.scale())
    used = {paragraph.style.name for paragraph in document.paragraphs}
    cells = {p.style.name for t in document.tables for row in t.rows for c in row.cells for p in c.paragraphs}
    sizes = {
        name: document.styles[name].font.size for name in (used | cells) - {"List Bullet", "After table"}
    }
    assert {name: size.pt for name, size in sizes.items() if size is not None and size.pt < 11} == {}


def test_unknown_mark_is_said_with_the_marks_there_are() -> None:
    question = make.single()
    (fault,) = read_typed(Form(questions=(question,)), {question.id: ("7",)}).faults
    assert (fault.number, fault.error.problem) == (1, Problem.MARK_UNKNOWN)
    assert fault.error.details == {"mark": "7", "marks": "1 2 3"}


@pytest.mark.parametrize(
    ("question", "typed", "expected"),
    [
        (make.single(), ("2",), AnswerValue(codes=("b",))),
        (make.single(), ("1 2",), Problem.ANSWER_TOO_MANY),
        (make.multiple(), (" 3,1 ",), AnswerValue(codes=("a", "c"))),
        (make.yesno(), ("0",), AnswerValue(codes=("cant_say",))),
        (make.scale(), ("5",), AnswerValue(codes=("5",))),
        (make.scale(), ("6",), Problem.MARK_UNKNOWN),
        (make.matrix(), ("5", "0"), AnswerValue(codes=("a=5", "b=cant_say"))),
        (make.matrix(), ("5", ""), AnswerValue(codes=("a=5",))),
        (make.ranking(), ("2", "", "1"), AnswerValue(codes=("c", "a"))),
        (make.ranking(), ("1", "1", ""), Problem.RANKED_TWICE),
        (make.open_text(), (" kā\nrakstīts ",), AnswerValue(text=" kā\nrakstīts ")),
        (make.words(), ("nauda", "", "laiks"), AnswerValue(text="nauda\nlaiks")),
    ],
)
def test_typed_marks_are_read_as_printed(
    question: Question, typed: tuple[str, ...], expected: object
) -> None:
    assert read(question, *typed) == expected


def test_required_question_left_empty_on_paper_is_left_out() -> None:
    question = make.single().model_copy(update={"required": True})
    assert read(question, "") == AnswerValue()


def test_rule_is_said_with_the_numbers_that_are_printed() -> None:
    asked = Condition(question="q-single", codes=("a", "b"))
    only = make.open_text().model_copy(update={"show_if": ShowIf(conditions=(asked,))})
    said = words_of(paper(Information(text={"lv": "Stāsts"}), make.single(), only))
    assert (
        "2. Kas traucē sadarboties?\nTikai tiem, kuri uz 1. jautājumu atbildēja „Izvēle a” vai „Izvēle b”."
        in said
    )


def test_section_stands_above_its_questions() -> None:
    section = Section(id="s", title={"lv": "Par budžetu"}, text={"lv": "Trīs jautājumi."})
    inside = make.single().model_copy(update={"section": "s"})
    said = words_of(paper(make.yesno(), inside, sections=(section,)))
    assert (
        said.index("Vai nāksiet") < said.index("Par budžetu\nTrīs jautājumi.") < said.index("Ko izvēlaties?")
    )


@pytest.mark.parametrize("question", [make.single(), make.open_text(), make.matrix()])
def test_whoever_ticked_that_they_prefer_not_to_say_says_so(question: Question) -> None:
    offered = question.model_copy(update={"decline": True})
    typed = typed_of(offered, AnswerValue(codes=("declined",)))
    assert (typed[0], read(offered, *typed)) == ("-", AnswerValue(codes=("declined",)))
    assert "□ -\tNevēlos teikt" in words_of(paper(offered))
    assert blanks_of(offered, Tongue("lv"))[0].marks[-1] == ("-", "Nevēlos teikt")


def test_group_is_typed_by_its_mark() -> None:
    assert [read_group(GROUPS, typed) for typed in ("", "1", "2")] == [None, "ngo", "council"]
    assert [typed_group(GROUPS, key) for key in (None, "ngo", "council")] == ["", "1", "2"]
