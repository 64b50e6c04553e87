"""The comparisons service: counts made in the database, protected before anybody sees them."""

import pytest
from sqlalchemy import text

from survey_engine.collect.models import Answer, Session
from survey_engine.compare.models import LineKind
from survey_engine.compare.verdicts import Verdict
from survey_engine.design.kinds import Question
from survey_engine.errors import EngineError, Problem
from survey_engine.storage.tables import CodingRow, QuoteRow, ThemeRow
from survey_engine.themes.models import Coding, Quote, Theme, ThemeState
from survey_engine.workbench import Workbench
from survey_engine.workbench.demo import load_demo
from tests import factories
from tests.conftest import make_account
from tests.factories import (
    NOON,
    make_answer,
    make_note,
    make_participant,
    make_session,
    make_study,
    make_version,
)


def answer_all(
    bench: Workbench, session: Session, question: Question, group: str | None, *codes: str
) -> None:
    for code in codes:
        make_answer(bench, make_participant(bench, session, group), question, codes=(code,))


def counts(bench: Workbench, study_id: str, subject: str, **over: object) -> dict[str, list[object]]:
    found = bench.comparisons.by_group(study_id, subject, **over)
    return {
        line.line_id: [
            side.cell.people if side.cell.people is not None else side.cell.visibility.value
            for side in line.sides
        ]
        for line in found.lines
    }


def test_people_are_counted_by_group_and_few_are_not_told(bench: Workbench) -> None:
    study, question = make_study(bench), factories.multiple()
    session = make_session(bench, study, make_version(bench, study, question))
    other = make_session(bench, study, make_version(bench, study, question))
    answer_all(bench, session, question, "ngo", *"aaaaabb")
    answer_all(bench, other, question, "council", *"abbbb")
    assert counts(bench, study.id, question.id) == {
        "a": [5, "few"],
        "b": ["few", 4],
        "c": ["few", "few"],
    }


def test_neighbour_is_told_as_a_range_where_one_room_has_seen_the_total(bench: Workbench) -> None:
    study, question = make_study(bench), factories.multiple()
    session = make_session(bench, study, make_version(bench, study, question))
    answer_all(bench, session, question, "ngo", *"aaaaabb")
    answer_all(bench, session, question, "council", *"abbbb")
    assert counts(bench, study.id, question.id)["a"] == ["between", "few"]


def test_person_who_changed_an_answer_counts_once(bench: Workbench) -> None:
    study, question = make_study(bench), factories.single()
    session = make_session(bench, study, make_version(bench, study, question))
    answer_all(bench, session, question, "ngo", *"aaabbb")
    person = make_participant(bench, session, "ngo")
    make_answer(bench, person, question, codes=("b",), is_current=False)
    make_answer(bench, person, question, codes=("a",))
    assert [row[0] for row in counts(bench, study.id, question.id).values()] == [4, 3, "few"]


def test_people_without_a_group_are_named_as_such(bench: Workbench) -> None:
    study, question = make_study(bench), factories.single()
    session = make_session(bench, study, make_version(bench, study, question))
    answer_all(bench, session, question, None, *"aaabbb")
    found = bench.comparisons.by_group(study.id, question.id, language="en")
    assert [group.label for group, _people in found.people] == [
        "NGOs and residents",
        "Council and staff",
        "No group given",
    ]


def test_cant_say_is_in_no_mean(bench: Workbench) -> None:
    study, question = make_study(bench), factories.scale()
    session = make_session(bench, study, make_version(bench, study, question))
    answer_all(bench, session, question, "ngo", *"1223334455", "cant_say", "cant_say", "cant_say")
    side = bench.comparisons.by_group(study.id, question.id).lines[0].sides[0]
    assert side.mean is not None
    assert (side.mean.n, side.mean.mean, side.cell.people) == (10, 3.2, 3)


def test_session_that_was_not_chosen_is_not_counted(bench: Workbench) -> None:
    study, question = make_study(bench), factories.single()
    version = make_version(bench, study, question)
    first, second = make_session(bench, study, version), make_session(bench, study, version)
    answer_all(bench, first, question, "ngo", *"aaabbb")
    answer_all(bench, second, question, "ngo", *"aaabbb")
    chosen = counts(bench, study.id, question.id, session_ids=(first.id,))
    assert [row[0] for row in chosen.values()] == [3, 3, "few"]


def coded(bench: Workbench, theme: Theme, *answers: Answer) -> None:
    with bench.database.writing() as transaction:
        if transaction.get(ThemeRow, theme.id) is None:
            transaction.add(ThemeRow(**theme.model_dump()))
            transaction.flush()
        for answer in answers:
            coding = Coding(theme_id=theme.id, answer_id=answer.id, made_by="account:x", made_at=NOON)
            transaction.add(CodingRow(**coding.model_dump()))


def theme_of(study_id: str) -> Theme:
    return Theme(study_id=study_id, name="Nauda", state=ThemeState.KEPT, made_by="account:x", created_at=NOON)


def test_theme_counts_people_not_answers_and_no_notes(bench: Workbench) -> None:
    study, question = make_study(bench), factories.open_text()
    session = make_session(bench, study, make_version(bench, study, question))
    people = [make_participant(bench, session, "ngo") for _ in range(5)]
    said = [make_answer(bench, person, question, text="Vajag naudu") for person in people[:4]]
    again = make_answer(bench, people[0], question, text="Un vēl naudu", entry=1)
    make_answer(bench, people[4], question, text="Vajag laiku")
    note = make_note(bench, session, "Naudas nav")
    theme = theme_of(study.id)
    coded(bench, theme, *said, again, note)
    line = bench.comparisons.by_group(study.id, theme.id).lines[0]
    assert (line.sides[0].cell.people, line.sides[0].cell.n) == (4, 5)
    assert line.sides[0].answers == tuple(answer.id for answer in (*said, again))
    assert bench.comparisons.agreement(study.id).words_without_people == 1


def test_quotes_of_a_group_told_as_few_are_not_read_out(bench: Workbench) -> None:
    study, question = make_study(bench), factories.open_text()
    session = make_session(bench, study, make_version(bench, study, question))
    theme = theme_of(study.id)
    answers = {}
    for group, number in (("ngo", 4), ("council", 2)):
        answers[group] = [
            make_answer(bench, make_participant(bench, session, group), question, text="Vajag naudu")
            for _ in range(number)
        ]
        for _ in range(4):
            make_answer(bench, make_participant(bench, session, group), question, text="Cits")
    coded(bench, theme, *answers["ngo"], *answers["council"])
    keep(bench, study.id, theme, answers["ngo"][0], answers["council"][0])
    line = bench.comparisons.by_group(study.id, theme.id).lines[0]
    passages = bench.comparisons.passages(study.id, line)
    assert [[passage.words for passage in found] for _side, found in passages] == [["Vajag"], []]


def keep(bench: Workbench, study_id: str, theme: Theme, *answers: Answer) -> None:
    with bench.database.writing() as transaction:
        for answer in answers:
            quote = Quote(
                study_id=study_id,
                answer_id=answer.id,
                start=0,
                end=5,
                theme_id=theme.id,
                made_by="x",
                made_at=NOON,
            )
            transaction.add(QuoteRow(**quote.model_dump()))


def test_comparison_of_somebody_elses_study_is_not_there(bench: Workbench) -> None:
    study = make_study(bench, owner=make_account(bench, "a@example.org", "A"))
    stranger = bench.on_behalf_of(make_account(bench, "b@example.org", "B"))
    with pytest.raises(EngineError) as raised:
        stranger.comparisons.agreement(study.id)
    assert raised.value.problem is Problem.NOT_FOUND


def test_question_that_nobody_was_asked_is_not_found(bench: Workbench) -> None:
    with pytest.raises(EngineError) as raised:
        bench.comparisons.by_group(make_study(bench).id, "nowhere")
    assert raised.value.problem is Problem.NOT_FOUND


def test_revision_rises_with_every_answer_of_any_session(bench: Workbench) -> None:
    study = make_study(bench)
    session = make_session(bench, study)
    before = bench.comparisons.revision(study.id)
    with bench.database.writing() as transaction:
        transaction.touch_session(session.id)
    assert bench.comparisons.revision(study.id) == before + 1


def test_demo_says_what_was_shared_and_what_only_one_group_said(bench: Workbench) -> None:
    agreement = bench.comparisons.agreement(load_demo(bench).id).agreement
    verdicts = {line.table_id: line.verdict for line in agreement.lines if line.kind is LineKind.STATEMENT}
    assert verdicts == {
        "trust": Verdict.ALL,
        "yearly": Verdict.ALL,
        "grants": Verdict.ONE,
        "unpaid": Verdict.ONE,
        "website": Verdict.TOO_FEW,
    }


def test_every_number_shown_for_the_demo_is_the_one_that_plain_sql_counts(bench: Workbench) -> None:
    study = load_demo(bench)
    counted = text(
        "SELECT count(DISTINCT a.participant_id) FROM answer a JOIN participant p ON p.id = a.participant_id,"
        " json_each(a.codes) c WHERE a.is_current AND a.question_id = :question AND c.value = :code"
        " AND p.group_key = :group"
    )
    checked = 0
    for subject in bench.comparisons.lines(study.id):
        if subject.kind in (LineKind.THEME, LineKind.SCALE):
            continue
        for line in bench.comparisons.by_group(study.id, subject.id).lines:
            for side in line.sides:
                asked = {"question": subject.id, "code": line.line_id, "group": side.group.key}
                with bench.database.reading() as transaction:
                    people = int(transaction.execute(counted, asked).scalar_one())
                assert side.cell.least <= people <= side.cell.most
                checked += side.cell.people == people
    assert checked > 15


def test_statements_of_a_matrix_are_compared_one_by_one(bench: Workbench) -> None:
    study = factories.make_study(bench)
    question = factories.matrix()
    session = factories.make_session(bench, study, factories.make_version(bench, study, question))
    for group, codes in (("ngo", ("a=5", "b=1")), ("council", ("a=1", "b=cant_say"))):
        for _person in range(4):
            person = factories.make_participant(bench, session, group)
            factories.make_answer(bench, person, question, codes=codes)
    found = bench.comparisons.by_group(study.id, question.id)
    assert [(line.line_id, line.label, line.context) for line in found.lines] == [
        ("a", "Apgalvojums a", question.text["lv"]),
        ("b", "Apgalvojums b", question.text["lv"]),
    ]
    assert [side.mean.mean for side in found.lines[0].sides if side.mean] == [5.0, 1.0]


def test_things_are_compared_by_each_criterion(bench: Workbench) -> None:
    study = factories.make_study(bench)
    question = factories.criteria(codes="a")
    session = factories.make_session(bench, study, factories.make_version(bench, study, question))
    for group, codes in (("ngo", ("a/c1=5", "a/c2=1")), ("council", ("a/c1=1", "a/c2=cant_say"))):
        for _person in range(4):
            person = factories.make_participant(bench, session, group)
            factories.make_answer(bench, person, question, codes=codes)
    found = bench.comparisons.by_group(study.id, question.id)
    assert [(line.line_id, line.label) for line in found.lines] == [
        ("a/c1", "Rīks a · Ietekme"),
        ("a/c2", "Rīks a · Izmaksas"),
    ]
    assert [side.mean.mean for side in found.lines[0].sides if side.mean] == [5.0, 1.0]


def test_points_are_compared_by_their_mean_and_a_budget_by_who_would_fund_what(bench: Workbench) -> None:
    study, shares, budget = make_study(bench), factories.points(), factories.budget()
    version = make_version(bench, study, shares, budget)
    for group, given in (("ngo", 60), ("council", 10)):
        session = make_session(bench, study, version)
        for extra in range(6):
            person = make_participant(bench, session, group)
            kept = given + extra
            make_answer(bench, person, shares, codes=(f"a={kept}", f"b={100 - kept}"))
            make_answer(bench, person, budget, codes=("a=3000",) if group == "ngo" else ("c=4000",))
    lines = bench.comparisons.by_group(study.id, shares.id).lines
    assert {line.kind for line in lines} == {LineKind.SCALE}
    means = {line.line_id: [side.mean and side.mean.mean for side in line.sides] for line in lines}
    assert means == {"a": [62.5, 12.5], "b": [37.5, 87.5], "c": [0.0, 0.0]}
    assert counts(bench, study.id, budget.id) == {
        "a=3000": [6, "few"],
        "b=5000": ["few", "few"],
        "c=4000": ["few", 6],
    }


def test_whole_numbers_within_a_range_are_compared_by_their_mean_and_others_are_left_out(
    bench: Workbench,
) -> None:
    study, question = make_study(bench), factories.number(least=0, most=50)
    endless = factories.number("q-endless")
    version = make_version(bench, study, question, endless, factories.date())
    for group, km in (("ngo", 30), ("council", 5)):
        session = make_session(bench, study, version)
        for extra in range(6):
            person = make_participant(bench, session, group)
            make_answer(bench, person, question, codes=(str(km + extra),))
            make_answer(bench, person, endless, codes=("7",))
    (line,) = bench.comparisons.by_group(study.id, question.id).lines
    assert [side.mean and side.mean.mean for side in line.sides] == [32.5, 7.5]
    assert [one.id for one in bench.comparisons.lines(study.id)] == [question.id]


def test_points_of_a_mixed_room_are_compared_unless_a_group_is_too_small(bench: Workbench) -> None:
    study, shares = make_study(bench), factories.points(codes="ab")
    session = make_session(bench, study, make_version(bench, study, shares))
    for group, given in (("ngo", 60), ("council", 10)):
        for extra in range(6):
            kept = given + extra
            person = make_participant(bench, session, group)
            make_answer(bench, person, shares, codes=(f"a={kept}", f"b={100 - kept}"))

    def means() -> list[float | None]:
        line = bench.comparisons.by_group(study.id, shares.id).lines[0]
        return [side.mean and side.mean.mean for side in line.sides]

    assert means() == [62.5, 12.5]
    make_answer(bench, make_participant(bench, session, None), shares, codes=("a=100",))
    assert means() == [None, None, None]


def test_things_on_two_axes_are_compared_along_each(bench: Workbench) -> None:
    study = factories.make_study(bench)
    question = factories.position(codes="a")
    session = factories.make_session(bench, study, factories.make_version(bench, study, question))
    for group, code in (("ngo", "a=0,10"), ("council", "a=5,10")):
        for _person in range(4):
            person = factories.make_participant(bench, session, group)
            factories.make_answer(bench, person, question, codes=(code,))
    found = bench.comparisons.by_group(study.id, question.id)
    assert [(line.line_id, line.label) for line in found.lines] == [
        ("a/x", "Rīks a · Darbs"),
        ("a/y", "Rīks a · Labums"),
    ]
    assert [side.mean.mean for side in found.lines[0].sides if side.mean] == [0.0, 5.0]


def test_who_prefers_not_to_say_is_in_no_share_and_in_no_n(bench: Workbench) -> None:
    study = make_study(bench, k=3)
    question = factories.single().model_copy(update={"decline": True})
    session = make_session(bench, study, make_version(bench, study, question))
    for group in ("ngo", "council"):
        answer_all(bench, session, question, group, *"aaabbb", "declined", "declined")
    found = bench.comparisons.by_group(study.id, question.id)
    assert [line.line_id for line in found.lines if line.line_id == "declined"] == []
    assert {side.cell.n for line in found.lines for side in line.sides} == {6}
