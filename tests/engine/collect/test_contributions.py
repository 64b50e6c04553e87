"""What people write for one another: in which turn it is shown, which votes count, and what is taken back."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from survey_engine.collect.contributions import Contribution, Pool
from survey_engine.collect.kinds import Voices
from survey_engine.collect.models import AnswerValue, Mode, Session
from survey_engine.design.kinds import Phase
from survey_engine.errors import EngineError, Problem
from survey_engine.storage.tables import AnswerRow
from survey_engine.workbench import Workbench
from tests.factories import make_session, make_study, make_version, statements

Q = "q-statements"
Send = Callable[..., str]


@pytest.fixture
def room(bench: Workbench) -> Session:
    study = make_study(bench)
    room = make_session(bench, study, make_version(bench, study, statements()))
    bench.sessions.open_question(room.id, question_id=Q)
    return room


def join(bench: Workbench, room: Session) -> str:
    return bench.room.join(room.code, group_key="ngo", language="lv", consent=True).secret


def send(
    bench: Workbench, room: Session, secret: str, key: str, *codes: str, text: str | None = None, **more
):
    value = AnswerValue(codes=codes, text=text)
    return bench.room.submit(
        room.code, secret, question_id=Q, value=value, client_key=f"klients-{key}", **more
    ).answer_id


def tallies(bench: Workbench, room: Session) -> dict[str, tuple[int, ...]]:
    summary = bench.results.summary(room.id, Q)
    assert isinstance(summary, Voices)
    return {row.text or row.code: row.tally for row in summary.rows}


def test_votes_on_one_statement_after_the_other_stand_together(bench: Workbench, room: Session) -> None:
    secret = join(bench, room)
    for number, code in enumerate(("a=agree", "b=pass", "a=disagree")):
        send(bench, room, secret, str(number), code)
    assert tallies(bench, room) == {"a": (0, 1, 0), "b": (0, 0, 1)}
    assert bench.results.summary(room.id, Q).people == 1


def test_vote_sent_twice_is_stored_once(bench: Workbench, room: Session) -> None:
    secret = join(bench, room)
    assert send(bench, room, secret, "x", "a=agree") == send(bench, room, secret, "x", "a=agree")
    assert tallies(bench, room)["a"] == (1, 0, 0)


def test_own_statement_reaches_others_once_it_was_let_through(bench: Workbench, room: Session) -> None:
    secret, other = join(bench, room), join(bench, room)
    own = send(bench, room, secret, "own", text=" Vajag\n<b>grantus ")
    with pytest.raises(EngineError) as refused:
        send(bench, room, other, "early", f"{own}=agree")
    assert refused.value.problem == Problem.CONTRIBUTION_GONE
    bench.moderation.let_through(room.id, answer_ids=[own])
    send(bench, room, other, "now", f"{own}=agree")
    assert tallies(bench, room)[" Vajag\n<b>grantus "] == (1, 0, 0)


def test_votes_on_a_hidden_statement_count_for_nobody_until_it_is_shown_again(
    bench: Workbench, room: Session
) -> None:
    secret, other = join(bench, room), join(bench, room)
    own = send(bench, room, secret, "own", text="Mans")
    bench.moderation.let_through(room.id, answer_ids=[own])
    send(bench, room, other, "vote", f"{own}=agree")
    bench.moderation.hide(room.id, answer_id=own, reason="personal")
    assert "Mans" not in tallies(bench, room)
    send(bench, room, other, "more", "a=agree")
    bench.moderation.let_through(room.id, answer_ids=[own])
    assert tallies(bench, room)["Mans"] == (1, 0, 0)


def test_author_takes_everything_back_and_no_word_is_left(bench: Workbench, room: Session) -> None:
    secret, other = join(bench, room), join(bench, room)
    own = send(bench, room, secret, "own", text="Mans vārds")
    bench.moderation.let_through(room.id, answer_ids=[own])
    send(bench, room, other, "vote", f"{own}=agree", "a=agree")
    code = bench.room.visit(room.code, secret).take_back_code
    bench.room.take_back(room.code, take_back_code=code)
    assert tallies(bench, room) == {"a": (1, 0, 0), "b": (0, 0, 0)}
    assert "Mans" not in repr(bench.files.outgoing(room.study_id).tables)


def test_one_person_writes_as_many_as_fit_and_an_emptied_place_is_free_again(
    bench: Workbench, room: Session
) -> None:
    secret = join(bench, room)
    send(bench, room, secret, "first", text="viens")
    send(bench, room, secret, "second", text="divi")
    with pytest.raises(EngineError) as refused:
        send(bench, room, secret, "third", text="trīs")
    assert refused.value.problem == Problem.CONTRIBUTIONS_TOO_MANY
    send(bench, room, secret, "away", text="", entry=1)
    send(bench, room, secret, "fourth", text="četri")
    assert [one.text for one in bench.room.visit(room.code, secret).contributed(Q)] == ["divi", "četri"]


def test_changed_statement_waits_again_and_earlier_words_are_history(bench: Workbench, room: Session) -> None:
    secret = join(bench, room)
    own = send(bench, room, secret, "own", text="viens")
    bench.moderation.let_through(room.id, answer_ids=[own])
    send(bench, room, secret, "changed", text="citādi", entry=1)
    assert tallies(bench, room) == {"a": (0, 0, 0), "b": (0, 0, 0)}
    with bench.database.reading() as transaction:
        assert (transaction.get(AnswerRow, own).text, transaction.get(AnswerRow, own).is_current) == (
            "viens",
            False,
        )


@pytest.mark.parametrize(
    ("codes", "text", "entry", "problem"),
    [
        (("a=agree", "a=pass"), None, 0, Problem.ANSWER_UNFIT),
        (("a=agree",), "un vārdi", 0, Problem.ANSWER_UNFIT),
        (("a=love",), None, 0, Problem.ANSWER_CODE_UNKNOWN),
        (("c=agree",), None, 0, Problem.CONTRIBUTION_GONE),
        (("a=agree",), None, 1, Problem.SUBMISSION_UNFIT),
        ((), "vārdi", 2, Problem.SUBMISSION_UNFIT),
        ((), "", 0, Problem.ANSWER_EMPTY),
        ((), "g" * 141, 0, Problem.TEXT_TOO_LONG),
    ],
)
def test_what_does_not_fit_is_refused(
    bench: Workbench, room: Session, codes: tuple[str, ...], text: str | None, entry: int, problem: Problem
) -> None:
    with pytest.raises(EngineError) as refused:
        send(bench, room, join(bench, room), "x", *codes, text=text, entry=entry)
    assert refused.value.problem == problem


def test_phase_of_voting_takes_no_new_statements_but_votes(bench: Workbench, room: Session) -> None:
    secret = join(bench, room)
    bench.contributions.set_phase(room.id, question_id=Q, phase=Phase.VOTING)
    with pytest.raises(EngineError) as refused:
        send(bench, room, secret, "own", text="viens")
    assert refused.value.problem == Problem.CONTRIBUTIONS_CLOSED
    send(bench, room, secret, "vote", "a=agree")
    assert tallies(bench, room)["a"] == (1, 0, 0)


def test_only_own_words_wait_for_moderation_and_votes_do_not(bench: Workbench, room: Session) -> None:
    secret = join(bench, room)
    send(bench, room, secret, "own", text="viens")
    send(bench, room, secret, "vote", "a=agree")
    bench.sessions.show_results(room.id, question_id=Q)
    assert bench.sessions.screen(room.id).waiting == 1
    assert [one.answer.text for one in bench.moderation.answers(room.id, Q)] == ["viens"]


def test_listening_pages_are_told_of_a_new_statement_and_not_of_a_vote(
    bench: Workbench, room: Session
) -> None:
    secret = join(bench, room)
    before = bench.room.pulse(room.id)
    own = send(bench, room, secret, "own", text="viens")
    send(bench, room, secret, "vote", "a=agree")
    same = bench.room.pulse(room.id)
    assert (before.key, before.pool_key) == (same.key, same.pool_key)
    bench.moderation.let_through(room.id, answer_ids=[own])
    after = bench.room.pulse(room.id)
    assert (after.key, after.pool_key == before.pool_key) == (before.key, False)


def test_survey_is_answered_by_a_statement_of_ones_own(bench: Workbench) -> None:
    study = make_study(bench)
    asked = statements().model_copy(update={"required": True})
    survey = make_session(bench, study, make_version(bench, study, asked), Mode.SURVEY)
    secret = join(bench, survey)
    with pytest.raises(EngineError):
        bench.room.finish(survey.code, secret)
    send(bench, survey, secret, "own", text="viens")
    assert bench.room.finish(survey.code, secret).finished_at is not None


def test_statement_with_the_fewest_votes_comes_first() -> None:
    pool = pool_of({"a": 3, "b": 1, "c": 2})
    assert [one.code for one in pool.in_turn("p", ())] == ["b", "c", "a"]
    assert [one.code for one in pool.in_turn("p", ("b",))] == ["c", "a"]


@settings(max_examples=30, deadline=None)
@given(person=some.text(max_size=8), votes=some.dictionaries(some.sampled_from("abc"), some.integers(0, 3)))
def test_order_of_a_person_stays_while_the_votes_do(person: str, votes: dict[str, int]) -> None:
    pool = pool_of(votes)
    order = pool.in_turn(person, ())
    assert order == pool.in_turn(person, ())
    assert [votes.get(one.code, 0) for one in order] == sorted(votes.get(code, 0) for code in "abc")


def test_people_begin_with_different_statements() -> None:
    firsts = {pool_of({}).in_turn(f"p{number}", ())[0].code for number in range(40)}
    assert firsts == {"a", "b", "c"}


def pool_of(votes: dict[str, int]) -> Pool:
    return Pool(statements(), Phase.BOTH, tuple(Contribution(code) for code in "abc"), votes)
