"""Statements of a pool compared by group, one by one, like a Polis conversation."""

from survey_engine.compare.verdicts import Verdict
from survey_engine.design.kinds.base import code_at
from survey_engine.workbench import Workbench
from tests.factories import make_answer, make_participant, make_session, make_study, make_version, statements


def test_statement_that_only_one_group_agrees_with_is_found(bench: Workbench) -> None:
    study = make_study(bench)
    pool = statements()
    session = make_session(bench, study, make_version(bench, study, pool))
    author = make_participant(bench, session)
    own = make_answer(bench, author, pool, text="Vajag grantus", entry=1)
    bench.moderation.let_through(session.id, answer_ids=[own.id])
    for group, vote in (("ngo", "agree"), ("council", "disagree")):
        for _person in range(12):
            codes = (code_at("a", "agree"), code_at(own.id, vote))
            make_answer(bench, make_participant(bench, session, group), pool, codes=codes)
    found = bench.comparisons.agreement(study.id).agreement
    assert [line.context for line in found.under(Verdict.ALL)] == ["Apgalvojums a"]
    assert [line.context for line in found.under(Verdict.ONE)] == ["Vajag grantus"]
    named = [(one.kind, one.label) for one in bench.comparisons.lines(study.id)]
    assert named[:3] == [("statement", text) for text in ("Apgalvojums a", "Apgalvojums b", "Vajag grantus")]


def test_pool_as_a_whole_names_statement_and_vote_in_each_line(bench: Workbench) -> None:
    study = make_study(bench)
    pool = statements(codes="a")
    session = make_session(bench, study, make_version(bench, study, pool))
    for _person in range(5):
        make_answer(bench, make_participant(bench, session), pool, codes=("a=agree",))
    lines = bench.comparisons.by_group(study.id, pool.id).lines
    assert (lines[0].line_id, lines[0].sides[0].cell.people) == ("a=agree", 5)
    assert [line.label for line in lines] == [
        f"Apgalvojums a: {vote}" for vote in ("piekrīt", "nepiekrīt", "izlaiž")
    ]
