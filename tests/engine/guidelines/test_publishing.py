"""Publishing: refused without evidence, frozen afterwards, and open to erasure alone."""

import pytest
from sqlmodel import select

from survey_engine.errors import EngineError, Problem
from survey_engine.guidelines.document import Document
from survey_engine.guidelines.picks import KeptQuote, Passage, PickedResult, PickedTheme
from survey_engine.storage.guidelines import blank_quotes_of
from survey_engine.storage.tables import AnswerRow, DecisionRow, QuoteRow
from survey_engine.workbench import Workbench
from survey_engine.workbench.demo import load_demo
from tests.engine.guidelines.conftest import NAME, SAID, Room
from tests.factories import NOON


def published(room: Room, *picks) -> Document:
    for pick in picks:
        room.guidelines.attach(room.recommendation.id, pick)
    return Document.model_validate(room.guidelines.publish(room.guideline.id).content)


def take_back(room: Room, answer_id: str) -> int:
    with room.bench.database.writing() as transaction:
        changed = blank_quotes_of(transaction, [answer_id], at=NOON)
        transaction.delete(transaction.get_one(AnswerRow, answer_id))
    return changed


def whole(room: Room, number: int) -> Passage:
    return Passage(room.answers[number].id, 0, len(room.answers[number].text or ""))


def test_publishing_without_evidence_is_refused_and_names_the_recommendation(room: Room) -> None:
    with pytest.raises(EngineError) as caught:
        room.guidelines.publish(room.guideline.id)
    assert caught.value.problem is Problem.EVIDENCE_MISSING
    assert caught.value.details["recommendations"] == "1.1 Publicēt vienu kalendāru"


def test_refused_publication_leaves_nothing_behind(room: Room) -> None:
    with pytest.raises(EngineError):
        room.guidelines.publish(room.guideline.id)
    assert (
        room.guidelines.get(room.guideline.id).published,
        room.guidelines.publications(room.guideline.id),
    ) == (0, ())


def test_versions_are_numbered(room: Room) -> None:
    published(room, KeptQuote(room.quote.id))
    room.guidelines.publish(room.guideline.id)
    assert [each.number for each in room.guidelines.publications(room.guideline.id)] == [2, 1]


def test_published_version_does_not_follow_the_draft(room: Room) -> None:
    published(room, KeptQuote(room.quote.id))
    room.guidelines.edit_recommendation(room.recommendation.id, text="Pavisam citādi.")
    document = room.guidelines.document(room.guideline.id, number=1)
    assert document.recommendations[0].text == "Publicēt vienu kalendāru."


def test_publishing_is_in_the_decision_log(room: Room) -> None:
    published(room, KeptQuote(room.quote.id))
    with room.bench.database.reading() as transaction:
        rows = [(row.action, row.details) for row in transaction.exec(select(DecisionRow))]
    assert rows == [("guideline-published", {"number": 1})]


def test_version_that_was_never_published_is_not_found(room: Room) -> None:
    with pytest.raises(EngineError) as caught:
        room.guidelines.document(room.guideline.id, number=7)
    assert caught.value.problem is Problem.NOT_FOUND


def test_name_of_a_participant_is_in_no_document(room: Room) -> None:
    document = published(room, KeptQuote(room.quote.id), PickedTheme(room.theme.id), whole(room, 5))
    assert NAME not in document.model_dump_json()
    assert NAME not in room.guidelines.exported(room.guideline.id, form="md").decode()


def test_quotes_of_a_published_version_are_places_in_their_answers(room: Room) -> None:
    document = published(room, KeptQuote(room.quote.id), whole(room, 3))
    said = {answer.id: answer.text or "" for answer in room.answers}
    assert [quote.text for quote in document.quotes] == [
        said[quote.answer_id or ""][quote.start : quote.end] for quote in document.quotes
    ]


def test_answer_taken_back_leaves_the_draft_with_a_mark(room: Room) -> None:
    room.guidelines.attach(room.recommendation.id, KeptQuote(room.quote.id))
    take_back(room, room.answers[0].id)
    each = room.guidelines.draft(room.guideline.id).recommendations[0]
    assert (each.evidence[0].taken_back_at, each.has_evidence, each.behind.people) == (NOON, False, 0)


def test_answer_taken_back_leaves_published_versions_with_a_mark(room: Room) -> None:
    published(room, whole(room, 0))
    assert take_back(room, room.answers[0].id) == 1
    document = room.guidelines.document(room.guideline.id, number=1)
    assert SAID not in document.model_dump_json()
    assert [quote.taken_back_on for quote in document.quotes] == [NOON.date()]


def test_answer_taken_back_is_blanked_when_its_quote_was_discarded_before(room: Room) -> None:
    published(room, whole(room, 0))
    with room.bench.database.writing() as transaction:
        for quote in transaction.exec(select(QuoteRow)):
            transaction.delete(quote)
    take_back(room, room.answers[0].id)
    assert SAID not in room.guidelines.document(room.guideline.id, number=1).model_dump_json()


def test_counts_of_a_published_version_stay_when_an_answer_is_taken_back(room: Room) -> None:
    published(room, whole(room, 0), PickedResult("q-statement", "agree"))
    take_back(room, room.answers[0].id)
    assert room.guidelines.document(room.guideline.id, number=1).recommendations[0].supporting.people == 6


def test_version_without_the_answer_stays_as_it_was(room: Room) -> None:
    before = published(room, whole(room, 1))
    assert take_back(room, room.answers[0].id) == 0
    assert room.guidelines.document(room.guideline.id, number=1) == before


def test_methods_annex_is_written_from_the_data(room: Room) -> None:
    annex = room.guidelines.document(room.guideline.id).annex
    sessions, groups, questions = annex.tables
    assert sessions.rows == (
        ("Pirmā fokusgrupa", "2026. gada 12. maijs", "Ķekava", "klātienes sesija", "7", "1"),
    )
    assert groups.rows == (("NVO un iedzīvotāji", "5–7"), ("Dome un darbinieki", "maz"))
    assert [row[1] for row in questions.rows] == ["7", "7", "0"]


def test_sample_study_is_marked_in_its_document(bench: Workbench) -> None:
    study = load_demo(bench)
    (found,) = bench.guidelines.listed(study.id)
    document = bench.guidelines.document(found.guideline.id)
    assert all(quote.caption.endswith("izdomāts paraugs") for quote in document.quotes)
