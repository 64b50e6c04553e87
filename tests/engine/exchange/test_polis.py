"""Polis conversations: the last vote counts, nothing disappears, what is impossible is named."""

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.intake import Intake
from survey_engine.exchange.polis import read_polis
from survey_engine.exchange.refusals import About, Reason

NOW = datetime(2026, 5, 12, 12, tzinfo=UTC)
COMMENTS = """timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body
1000,x,1,7,0,0,1,"Vajag skvēru,
un soliņus"
2000,x,0,8,0,0,-1,Reklāma
3000,x,2,7,0,0,0,Vajag autobusu
"""
VOTES = """timestamp,datetime,comment-id,voter-id,vote
5000,x,0,7,1
4000,x,0,7,-1
6000,x,1,7,0
6000,x,1,7,1
7000,x,2,9,-1
"""
PEOPLE = """participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1,2
7,0,1,2,1,0,1,1,
9,1,0,1,0,1,,,-1
11,,0,0,0,0,,,
"""


def read(comments: str = COMMENTS, votes: str = VOTES, people: str | None = PEOPLE, **more: str) -> Intake:
    files = {"comments.csv": comments, "votes.csv": votes, **more}
    if people is not None:
        files["participants-votes.csv"] = people
    return read_polis("saruna", {name: text.encode() for name, text in files.items()}, now=NOW, language="lv")


def votes_of(intake: Intake) -> list[tuple[int, str, tuple[str, ...], int]]:
    return [(s.number, s.question_id, s.codes, int(s.said_at.timestamp() * 1000)) for s in intake.said]


def refusals_of(intake: Intake) -> list[tuple[str, int, Reason]]:
    return [(refusal.file, refusal.line, refusal.reason) for refusal in intake.refused]


def test_every_comment_becomes_a_statement_word_for_word_and_rejected_ones_are_marked() -> None:
    questions = read().questions

    assert [(q.id, q.key, q.text["lv"], bool(q.help)) for q in questions] == [
        ("s0", "s0", "Reklāma", True),
        ("s1", "s1", "Vajag skvēru,\nun soliņus", False),
        ("s2", "s2", "Vajag autobusu", False),
    ]


def test_the_last_vote_by_time_counts_and_the_later_row_of_two_at_the_same_moment() -> None:
    intake = read()

    assert votes_of(intake) == [
        (7, "s0", ("agree",), 5000),
        (7, "s1", ("agree",), 6000),
        (9, "s2", ("disagree",), 7000),
    ]
    superseded = [r.details["number"] for r in intake.remarks if r.about is About.VOTES_SUPERSEDED]
    assert superseded == [2]


def test_everybody_in_votes_or_in_the_matrix_is_a_participant_in_the_group_that_polis_found() -> None:
    intake = read()

    assert [(p.number, p.group_key) for p in intake.people] == [(7, "polis-0"), (9, "polis-1"), (11, None)]
    assert [(g.key, g.label["lv"]) for g in intake.groups] == [("polis-0", "Polis A"), ("polis-1", "Polis B")]


def test_the_conversation_is_read_without_the_matrix() -> None:
    intake = read(people=None)

    assert ([p.number for p in intake.people], intake.groups) == ([7, 9], ())


def test_votes_that_cannot_be_are_refused_one_by_one_with_their_line() -> None:
    votes = VOTES + "8000,x,99,7,1\n8000,x,1,9,5\n8000,x,one,9,1\nsoon,x,1,9,1\n9000,x,1,9,-1\n"

    intake = read(votes=votes)

    assert refusals_of(intake) == [
        ("votes.csv", 7, Reason.STATEMENT_UNKNOWN),
        ("votes.csv", 8, Reason.VOTE_IMPOSSIBLE),
        ("votes.csv", 9, Reason.NOT_A_NUMBER),
        ("votes.csv", 10, Reason.TIME_IMPOSSIBLE),
    ]
    assert votes_of(intake)[-1] == (9, "s1", ("disagree",), 9000)


def test_somebody_whose_only_vote_is_refused_was_there_all_the_same() -> None:
    intake = read(votes=VOTES + "8000,x,99,12,1\n", people=None)

    assert [person.number for person in intake.people] == [7, 9, 12]


def test_columns_may_stand_in_another_order_and_unknown_ones_are_named() -> None:
    votes = "\ufeffvote,importance,voter-id,comment-id,timestamp\n1,0,7,1,6000\n"

    intake = read(votes=votes)

    assert votes_of(intake) == [(7, "s1", ("agree",), 6000)]
    named = [r.details["columns"] for r in intake.remarks if r.about is About.COLUMNS_IGNORED]
    assert named == ["importance"]


def test_whole_numbers_that_another_program_saved_with_a_point_are_understood() -> None:
    intake = read(votes="timestamp,comment-id,voter-id,vote\n6000,1.0,7.0,-1.0\n")

    assert votes_of(intake) == [(7, "s1", ("disagree",), 6000)]


def test_a_statement_that_comes_twice_is_refused_the_second_time() -> None:
    intake = read(comments=COMMENTS + "9,x,2,7,0,0,1,Cits\n")

    assert refusals_of(intake) == [("comments.csv", 6, Reason.STATEMENT_TWICE)]
    assert intake.questions[2].text["lv"] == "Vajag autobusu"


def test_a_statement_without_text_is_kept_under_its_number() -> None:
    intake = read(comments=COMMENTS + "9,x,3,7,0,0,1,\n")

    assert intake.questions[3].text == {"lv": "[3]"}
    assert [r.details["number"] for r in intake.remarks if r.about is About.STATEMENTS_WITHOUT_TEXT] == [1]


def test_title_and_purpose_come_from_the_summary_where_there_is_one() -> None:
    summary = 'topic,Skvērs\nurl,https://pol.is/x\nconversation-description,"Ko darīt, un kad?"\n'

    intake = read(**{"summary.csv": summary})

    assert (intake.title, intake.purpose) == ("Skvērs", "Ko darīt, un kad?")
    assert read().title == "saruna"


def test_a_topic_too_long_for_a_title_begins_the_purpose() -> None:
    topic = "Ko darīt? " * 30

    intake = read(**{"summary.csv": f"topic,{topic}\nconversation-description,Apraksts\n"})

    assert (intake.title, intake.purpose) == ("saruna", f"{topic.strip()}\n\nApraksts")


def test_the_matrix_is_found_under_the_name_that_the_report_page_gives_it() -> None:
    intake = read(people=None, **{"participant-votes.csv": PEOPLE})

    assert [(p.number, p.group_key) for p in intake.people] == [(7, "polis-0"), (9, "polis-1"), (11, None)]


@given(st.binary(max_size=200), st.binary(max_size=200), st.binary(max_size=200))
@settings(deadline=None)
def test_random_bytes_in_any_file_are_read_or_refused_and_never_crash(
    comments: bytes, votes: bytes, people: bytes
) -> None:
    files = {
        "comments.csv": COMMENTS.encode() + comments,
        "votes.csv": VOTES.encode() + votes,
        "participants-votes.csv": PEOPLE.encode() + people,
    }
    with suppress(EngineError):
        intake = read_polis("saruna", files, now=NOW, language="lv")
        assert len({(said.number, said.question_id) for said in intake.said}) == len(intake.said)


@pytest.mark.parametrize("missing", ["comments.csv", "votes.csv"])
def test_a_missing_file_is_named(missing: str) -> None:
    files = {"comments.csv": COMMENTS.encode(), "votes.csv": VOTES.encode()}
    del files[missing]

    with pytest.raises(EngineError) as refused:
        read_polis("saruna", files, now=NOW)

    assert (refused.value.problem, refused.value.details["name"]) == (Problem.FILE_MISSING, missing)


def test_a_missing_column_is_named_with_its_file() -> None:
    with pytest.raises(EngineError) as refused:
        read(votes="timestamp,comment-id,vote\n1,1,1\n")

    assert (refused.value.problem, refused.value.details["column"]) == (Problem.COLUMN_MISSING, "voter-id")


def test_a_conversation_without_a_single_good_vote_is_refused() -> None:
    with pytest.raises(EngineError) as refused:
        read(votes="timestamp,comment-id,voter-id,vote\n1,99,1,1\n")

    assert (refused.value.problem, refused.value.details["number"]) == (Problem.ROWS_NONE, 1)
