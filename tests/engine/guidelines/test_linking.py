"""Attaching evidence, and what it says once it is attached."""

import pytest
from sqlmodel import select

from survey_engine.errors import EngineError, Problem
from survey_engine.guidelines.drafts import DraftRecommendation
from survey_engine.guidelines.facts import ComparisonFact, EvidenceFact, QuoteFact, ResultFact, ThemeFact
from survey_engine.guidelines.models import SourceKind, Stance
from survey_engine.guidelines.picks import (
    KeptQuote,
    OutsideSource,
    Passage,
    PickedComparison,
    PickedResult,
    PickedTheme,
)
from survey_engine.storage.tables import AnswerRow, QuoteRow, ThemeRow
from survey_engine.themes.models import ThemeState
from tests.engine.guidelines.conftest import SAID, Room
from tests.factories import (
    criteria,
    make_answer,
    make_participant,
    make_session,
    make_study,
    make_version,
    open_text,
    position,
)


def fault(action) -> EngineError:
    with pytest.raises(EngineError) as caught:
        action()
    return caught.value


def attached(room: Room, *picks, **options) -> DraftRecommendation:
    for pick in picks:
        room.guidelines.attach(room.recommendation.id, pick, **options)
    return room.guidelines.draft(room.guideline.id).recommendations[0]


def only(room: Room, pick) -> EvidenceFact:
    (found,) = attached(room, pick).evidence
    return found


def test_kept_quote_is_exactly_its_place_in_the_answer(room: Room) -> None:
    fact = only(room, KeptQuote(room.quote.id)).fact
    assert isinstance(fact, QuoteFact)
    assert (fact.text, fact.group, fact.session) == ("konkursu", "NVO un iedzīvotāji", "Pirmā fokusgrupa")


def test_passage_of_an_answer_is_kept_as_a_quote(room: Room) -> None:
    fact = only(room, Passage(room.answers[1].id, 0, 3)).fact
    assert isinstance(fact, QuoteFact)
    assert fact.text == SAID[:3]


def test_passage_that_was_kept_before_is_the_same_quote(room: Room) -> None:
    quote = room.quote
    attached(room, Passage(room.answers[0].id, quote.start, quote.end))
    with room.bench.database.reading() as transaction:
        assert len(transaction.exec(select(QuoteRow)).all()) == 1


@pytest.mark.parametrize(("start", "end"), [(3, 3), (-1, 4), (5, 2), (0, 9999)])
def test_passage_outside_of_its_answer_is_refused(room: Room, start: int, end: int) -> None:
    passage = Passage(room.answers[0].id, start, end)
    assert fault(lambda: attached(room, passage)).problem is Problem.NOT_FOUND


def test_theme_counts_people_with_accepted_codings_and_notes_apart(room: Room) -> None:
    found = only(room, PickedTheme(room.theme.id))
    assert isinstance(found.fact, ThemeFact)
    assert found.fact.told is not None
    assert (found.fact.told.people, found.fact.told.n, found.fact.notes) == (2, 7, 1)


def test_result_of_a_code_counts_who_gave_it(room: Room) -> None:
    fact = only(room, PickedResult("q-statement", "agree")).fact
    assert isinstance(fact, ResultFact)
    assert [(line.label, line.told.people, line.told.n) for line in fact.lines] == [("piekrīt", 6, 7)]


def test_result_without_a_code_lists_all_of_them_and_stands_for_nobody(room: Room) -> None:
    each = attached(room, PickedResult("q-statement"))
    assert [line.told.people for line in each.evidence[0].fact.lines] == [6, 1, 0]
    assert each.behind.is_empty


def test_whole_result_of_criteria_lists_the_things_with_their_scores(room: Room) -> None:
    version = make_version(room.bench, room.study, criteria())
    session = make_session(room.bench, room.study, version)
    person = make_participant(room.bench, session)
    make_answer(room.bench, person, criteria(), codes=("a/c1=2", "a/c2=5", "b/c1=5", "b/c2=1"))
    fact = only(room, PickedResult("q-criteria")).fact
    assert isinstance(fact, ResultFact)
    assert [(line.label, line.mean, line.told.people, line.told.n) for line in fact.lines] == [
        ("Rīks b", 5.0, 1, 1),
        ("Rīks a", 5 / 3, 1, 1),
    ]


def test_whole_result_of_a_position_lists_each_axis(room: Room) -> None:
    session = make_session(room.bench, room.study, make_version(room.bench, room.study, position()))
    make_answer(room.bench, make_participant(room.bench, session), position(), codes=("a=2,10",))
    fact = only(room, PickedResult("q-position")).fact
    assert isinstance(fact, ResultFact)
    assert [(line.label, line.mean, line.told.people) for line in fact.lines][:3] == [
        ("Rīks a · Darbs", 2.0, 1),
        ("Rīks a · Labums", 10.0, 1),
        ("Rīks b · Darbs", None, 0),
    ]


def test_result_over_some_sessions_counts_those_alone(room: Room) -> None:
    other = make_session(room.bench, room.study, title="Otrā", version_id=room.session.version_id)
    make_answer(room.bench, make_participant(room.bench, other), open_text(), text="Vēl kāds.")
    fact = only(room, PickedResult("q-statement", "agree", (other.id,))).fact
    assert (fact.answered, fact.sessions) == (0, ("Otrā",))


def test_comparison_protects_small_groups_also_against_subtraction(room: Room) -> None:
    fact = only(room, PickedComparison("q-statement", "agree")).fact
    assert isinstance(fact, ComparisonFact)
    (line,) = fact.lines
    by_group = dict(zip(fact.groups, line.cells, strict=True))
    assert by_group["Dome un darbinieki"].few
    assert by_group["NVO un iedzīvotāji"].least < by_group["NVO un iedzīvotāji"].most


def test_comparison_of_a_theme_is_protected_beside_its_total(room: Room) -> None:
    fact = only(room, PickedComparison(theme_id=room.theme.id)).fact
    assert all(cell.few or cell.least < cell.most for cell in fact.lines[0].cells)


def test_people_behind_are_counted_over_all_evidence(room: Room) -> None:
    each = attached(
        room, KeptQuote(room.quote.id), PickedTheme(room.theme.id), PickedResult("q-statement", "agree")
    )
    assert (each.behind.people, each.behind.notes, each.behind.sessions) == (6, 1, 1)


def test_counter_evidence_is_counted_apart(room: Room) -> None:
    attached(room, KeptQuote(room.quote.id))
    each = attached(room, PickedResult("q-statement", "disagree"), stance=Stance.AGAINST)
    assert (each.behind.people, each.against.people) == (1, 1)


@pytest.mark.parametrize("stance", list(Stance))
def test_same_evidence_twice_is_refused_in_words(room: Room, stance: Stance) -> None:
    attached(room, KeptQuote(room.quote.id))
    again = fault(lambda: attached(room, KeptQuote(room.quote.id), stance=stance))
    assert (again.problem, again.details["what"]) == (Problem.EVIDENCE_TWICE, "konkursu")


def test_same_passage_as_a_quote_is_refused(room: Room) -> None:
    attached(room, KeptQuote(room.quote.id))
    again = Passage(room.answers[0].id, room.quote.start, room.quote.end)
    assert fault(lambda: attached(room, again)).problem is Problem.EVIDENCE_TWICE


def test_same_evidence_may_stand_under_two_recommendations(room: Room) -> None:
    attached(room, KeptQuote(room.quote.id))
    other = room.guidelines.add_recommendation(room.recommendation.chapter_id, text="Otrs.")
    assert room.guidelines.attach(other.id, KeptQuote(room.quote.id)).quote_id == room.quote.id


def test_removed_evidence_can_be_put_back(room: Room) -> None:
    evidence = attached(room, KeptQuote(room.quote.id)).evidence[0].evidence
    room.guidelines.remove_evidence(evidence.id)
    assert attached(room).evidence == ()
    assert [each.fact.text for each in room.guidelines.removed_evidence(room.recommendation.id)] == [
        "konkursu"
    ]
    room.guidelines.restore_evidence(evidence.id)
    assert len(attached(room).evidence) == 1


def test_removed_evidence_is_not_put_back_beside_the_same(room: Room) -> None:
    evidence = attached(room, KeptQuote(room.quote.id)).evidence[0].evidence
    room.guidelines.remove_evidence(evidence.id)
    attached(room, KeptQuote(room.quote.id))
    assert fault(lambda: room.guidelines.restore_evidence(evidence.id)).problem is Problem.EVIDENCE_TWICE


def test_why_can_be_changed(room: Room) -> None:
    evidence = attached(room, KeptQuote(room.quote.id), why="Pirmais").evidence[0].evidence
    room.guidelines.edit_evidence(evidence.id, why="Skaidrāk", stance=Stance.AGAINST)
    (moved,) = attached(room).opposing
    assert moved.evidence.why == "Skaidrāk"


def test_source_is_stored_clean(room: Room) -> None:
    evidence = only(
        room, OutsideSource(SourceKind.LAW, " Likums ", " 2. nodaļa ", "https://likumi.lv")
    ).evidence
    assert (evidence.source_title, evidence.source_place) == ("Likums", "2. nodaļa")


@pytest.mark.parametrize(
    "pick",
    [
        lambda room: KeptQuote("no-such"),
        lambda room: PickedTheme("no-such"),
        lambda room: PickedResult("no-such"),
        lambda room: PickedResult("q-statement", "no-such"),
        lambda room: PickedResult("q-statement", None, ("no-such",)),
        lambda room: PickedComparison(),
        lambda room: Passage("no-such", 0, 1),
    ],
)
def test_what_is_not_in_the_study_cannot_be_attached(room: Room, pick) -> None:
    assert fault(lambda: attached(room, pick(room))).problem is Problem.NOT_FOUND


def test_answer_of_another_study_cannot_be_quoted(room: Room) -> None:
    session = make_session(room.bench, make_study(room.bench))
    answer = make_answer(room.bench, make_participant(room.bench, session), open_text(), text="Svešs")
    assert fault(lambda: attached(room, Passage(answer.id, 0, 3))).problem is Problem.NOT_FOUND


def test_dismissed_theme_carries_nothing_any_more(room: Room) -> None:
    attached(room, PickedTheme(room.theme.id))
    with room.bench.database.writing() as transaction:
        transaction.get_one(ThemeRow, room.theme.id).state = ThemeState.DISMISSED
    assert not attached(room).has_evidence


def test_changed_answer_keeps_its_quote_and_says_so(room: Room) -> None:
    attached(room, KeptQuote(room.quote.id))
    answer = room.answers[0]
    with room.bench.database.writing() as transaction:
        transaction.get_one(AnswerRow, answer.id).is_current = False
    fact = attached(room).evidence[0].fact
    assert (fact.text, fact.changed_since) == ("konkursu", True)


def test_choices_offer_quotes_themes_and_questions(room: Room) -> None:
    choices = room.guidelines.choices(room.guideline.id)
    assert [quote.text for quote in choices.quotes] == ["konkursu"]
    assert [theme.label for theme in choices.themes] == ["Informācija laikus"]
    assert [question.id for question in choices.questions] == ["q-open", "q-statement", "q-single"]
