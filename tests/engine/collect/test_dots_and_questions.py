"""Ideas with dots from a budget, and questions from the audience with one vote from each person."""

import pytest

from survey_engine.collect.kinds import Voices
from survey_engine.collect.models import AnswerValue, Session
from survey_engine.design.kinds import Contributing, Phase
from survey_engine.errors import EngineError, Problem
from survey_engine.workbench import Workbench
from tests.factories import audience, ideas, make_session, make_study, make_version


class Room:
    """A live session with one open question, and what people send to it."""

    def __init__(self, bench: Workbench, question: Contributing) -> None:
        study = make_study(bench)
        self.bench, self.question = bench, question
        self.session: Session = make_session(bench, study, make_version(bench, study, question))
        self.sent = 0
        bench.sessions.open_question(self.session.id, question_id=question.id)

    def join(self) -> str:
        return self.bench.room.join(self.session.code, group_key="ngo", language="lv", consent=True).secret

    def send(self, secret: str, *codes: str, text: str | None = None) -> str:
        self.sent += 1
        value, key = AnswerValue(codes=codes, text=text), f"klients-{self.sent}"
        asked = self.question.id
        return self.bench.room.submit(
            self.session.code, secret, question_id=asked, value=value, client_key=key
        ).answer_id

    def written(self, secret: str, *texts: str) -> list[str]:
        ids = [self.send(secret, text=text) for text in texts]
        self.bench.moderation.let_through(self.session.id, answer_ids=ids)
        return ids

    def ranked(self) -> list[tuple[str, int, int]]:
        summary = self.bench.results.summary(self.session.id, self.question.id)
        assert isinstance(summary, Voices)
        return [(row.text, row.tally[0], row.people) for row in summary.ranked]


def test_ideas_are_ranked_by_dots_with_how_many_people_gave_them(bench: Workbench) -> None:
    room = Room(bench, ideas())
    one, other = room.join(), room.join()
    bus, park = room.written(one, "Autobuss", "Parks")
    room.send(one, f"{bus}=2", f"{park}=3")
    room.send(other, f"{bus}=2")
    assert room.ranked() == [("Autobuss", 4, 2), ("Parks", 3, 1)]


def test_dots_given_anew_take_the_place_of_those_before(bench: Workbench) -> None:
    room = Room(bench, ideas())
    secret = room.join()
    bus, park = room.written(secret, "Autobuss", "Parks")
    room.send(secret, f"{bus}=2")
    room.send(secret, f"{bus}=0", f"{park}=1")
    assert room.ranked() == [("Parks", 1, 1), ("Autobuss", 0, 0)]


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (("{0}=3", "{1}=3"), Problem.DOTS_TOO_MANY),
        (("{0}=4",), Problem.DOTS_ON_ONE),
        (("{0}=-1",), Problem.ANSWER_CODE_UNKNOWN),
        (("{0}=²",), Problem.ANSWER_CODE_UNKNOWN),
        (("{0}=1", "{0}=1"), Problem.ANSWER_UNFIT),
        (("nav=1",), Problem.CONTRIBUTION_GONE),
    ],
)
def test_dots_that_do_not_fit_are_refused(bench: Workbench, given: tuple[str, ...], problem: Problem) -> None:
    room = Room(bench, ideas())
    secret = room.join()
    ids = room.written(secret, "Autobuss", "Parks")
    with pytest.raises(EngineError) as refused:
        room.send(secret, *(code.format(*ids) for code in given))
    assert refused.value.problem == problem


def test_dots_wait_until_the_facilitator_opens_voting(bench: Workbench) -> None:
    asked = ideas().model_copy(update={"starts_with": Phase.COLLECTING})
    room = Room(bench, asked)
    secret = room.join()
    (bus,) = room.written(secret, "Autobuss")
    with pytest.raises(EngineError) as refused:
        room.send(secret, f"{bus}=1")
    assert refused.value.problem == Problem.VOTING_CLOSED
    bench.contributions.set_phase(room.session.id, question_id=asked.id, phase=Phase.VOTING)
    room.send(secret, f"{bus}=1")
    assert room.ranked() == [("Autobuss", 1, 1)]


def test_question_has_one_vote_of_each_person_who_may_take_it_back(bench: Workbench) -> None:
    room = Room(bench, audience())
    one, other = room.join(), room.join()
    when, why = room.written(one, "Kad?", "Kāpēc?")
    for secret in (one, other, other):
        room.send(secret, f"{why}=up")
    room.send(one, f"{when}=up")
    room.send(one, f"{when}=none")
    assert room.ranked() == [("Kāpēc?", 2, 2), ("Kad?", 0, 0)]


def test_answered_question_comes_last_and_stays_marked_when_it_is_hidden_and_shown(bench: Workbench) -> None:
    room = Room(bench, audience())
    secret = room.join()
    when, _why = room.written(secret, "Kad?", "Kāpēc?")
    room.send(secret, f"{when}=up")
    bench.contributions.mark_answered(room.session.id, answer_id=when, on=True)
    bench.moderation.hide(room.session.id, answer_id=when, reason="other")
    bench.moderation.let_through(room.session.id, answer_ids=[when])
    assert room.ranked() == [("Kāpēc?", 0, 0), ("Kad?", 1, 1)]
    actions = [decision.action for decision in bench.moderation.log(room.session.id)]
    assert sorted(actions) == ["answered", "hide", "let-through", "let-through", "let-through"]
