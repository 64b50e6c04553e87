"""Questionnaires: editing with undo, two people at once, publishing versions that never change."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from survey_engine.accounts import Account
from survey_engine.collect.models import Decision
from survey_engine.design.kinds import Option
from survey_engine.design.models import Questionnaire, form_of
from survey_engine.errors import EngineError, Problem
from survey_engine.storage.tables import DecisionRow
from survey_engine.workbench import Workbench
from tests.conftest import make_account
from tests.factories import make_study, open_text, scale, single, statement, words


@pytest.fixture
def anna(bench: Workbench, account: Account) -> Workbench:
    return bench.on_behalf_of(account)


@pytest.fixture
def draft(bench: Workbench, anna: Workbench, account: Account) -> Questionnaire:
    study = make_study(bench, account, languages=["lv"])
    made = anna.questionnaires.create(study.id, title="Anketa")
    anna.questionnaires.add(made.id, question=single("a"))
    return anna.questionnaires.add(made.id, question=scale("b"))


def fault(action) -> Problem:
    with pytest.raises(EngineError) as caught:
        action()
    return caught.value.problem


def ids(questionnaire: Questionnaire) -> list[str]:
    return [question.id for question in form_of(questionnaire).questions]


def test_deleted_question_comes_back_at_its_place(anna: Workbench, draft: Questionnaire) -> None:
    anna.questionnaires.delete(draft.id, question_id="a")
    assert anna.questionnaires.undo(draft.id).form == draft.form


def test_undo_says_when_there_is_nothing_left(anna: Workbench, draft: Questionnaire) -> None:
    for _ in range(2):
        anna.questionnaires.undo(draft.id)
    assert fault(lambda: anna.questionnaires.undo(draft.id)) == Problem.NOTHING_TO_UNDO


def test_only_the_latest_edits_are_kept_for_undo(
    anna: Workbench, draft: Questionnaire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("survey_engine.workbench.drafts.MOST_UNDO", 3)
    for by in (1, -1, 1, -1):
        anna.questionnaires.move(draft.id, question_id="a", by=by)
    for _ in range(3):
        anna.questionnaires.undo(draft.id)
    assert fault(lambda: anna.questionnaires.undo(draft.id)) == Problem.NOTHING_TO_UNDO


def test_edit_that_changes_nothing_is_not_kept_for_undo(anna: Workbench, draft: Questionnaire) -> None:
    anna.questionnaires.move(draft.id, question_id="a", by=-1)
    assert (anna.questionnaires.last_edit(draft.id), anna.questionnaires.get(draft.id).revision) == (
        "add",
        draft.revision,
    )


def test_edit_raises_the_revision_of_questionnaire_and_study(anna: Workbench, draft: Questionnaire) -> None:
    before = anna.studies.get(draft.study_id).revision
    moved = anna.questionnaires.move(draft.id, question_id="a", by=1)
    assert (moved.revision, anna.studies.get(draft.study_id).revision) == (draft.revision + 1, before + 1)


def test_question_that_somebody_else_changed_is_not_overwritten(
    anna: Workbench, draft: Questionnaire
) -> None:
    seen = form_of(draft).questions[0]
    theirs = seen.model_copy(update={"text": {"lv": "Viņu teksts"}})
    yours = seen.model_copy(update={"text": {"lv": "Mans teksts"}})
    anna.questionnaires.save_question(draft.id, question=theirs, seen=seen)
    with pytest.raises(EngineError) as caught:
        anna.questionnaires.save_question(draft.id, question=yours, seen=seen)
    assert caught.value.problem == Problem.CHANGED_MEANWHILE
    assert caught.value.details == {"theirs": "Viņu teksts", "yours": "Mans teksts"}


def test_two_people_may_change_different_questions(anna: Workbench, draft: Questionnaire) -> None:
    first, second = form_of(draft).questions
    anna.questionnaires.save_question(
        draft.id, question=first.model_copy(update={"text": {"lv": "Viens"}}), seen=first
    )
    saved = anna.questionnaires.save_question(
        draft.id, question=second.model_copy(update={"text": {"lv": "Divi"}}), seen=second
    )
    assert [question.text["lv"] for question in form_of(saved).questions] == ["Viens", "Divi"]


def test_published_version_is_the_form_and_stays_so(anna: Workbench, draft: Questionnaire) -> None:
    version = anna.questionnaires.publish(draft.id)
    anna.questionnaires.delete(draft.id, question_id="a")
    assert anna.questionnaires.version(version.id).form == draft.form


def test_publishing_again_gives_version_two(anna: Workbench, draft: Questionnaire) -> None:
    anna.questionnaires.publish(draft.id)
    anna.questionnaires.add(draft.id, question=words())
    assert anna.questionnaires.publish(draft.id).number == 2
    assert [version.number for version in anna.questionnaires.versions(draft.study_id)] == [2, 1]


def test_publishing_says_when_nothing_changed(anna: Workbench, draft: Questionnaire) -> None:
    anna.questionnaires.publish(draft.id)
    anna.questionnaires.delete(draft.id, question_id="a")
    anna.questionnaires.undo(draft.id)
    assert fault(lambda: anna.questionnaires.publish(draft.id)) == Problem.NOTHING_CHANGED


def test_publishing_is_refused_while_something_is_to_be_mended(anna: Workbench, draft: Questionnaire) -> None:
    anna.questionnaires.add(draft.id, question=single("empty", codes=""))
    assert fault(lambda: anna.questionnaires.publish(draft.id)) == Problem.NOT_PUBLISHABLE
    assert anna.questionnaires.versions(draft.study_id) == ()


def test_advice_does_not_hold_publishing_back(anna: Workbench, draft: Questionnaire) -> None:
    anna.studies.change(draft.study_id, languages=["lv", "ru"])
    assert len(anna.questionnaires.check(draft.id)) > 0
    assert anna.questionnaires.publish(draft.id).number == 1


def test_publishing_leaves_a_trace(anna: Workbench, draft: Questionnaire, account: Account) -> None:
    version = anna.questionnaires.publish(draft.id)
    with anna.database.reading() as transaction:
        rows = transaction.exec(
            select(DecisionRow).where(DecisionRow.action == "questionnaire-published")
        ).all()
    decisions = [Decision.model_validate(row) for row in rows]
    assert [(one.account_id, one.subject) for one in decisions] == [(account.id, version.id)]


def test_option_code_of_a_published_version_is_never_given_again(
    anna: Workbench, draft: Questionnaire
) -> None:
    question = form_of(draft).questions[0]
    numbered = question.model_copy(
        update={"options": tuple(Option(code=code, label={"lv": code}) for code in "123")}
    )
    anna.questionnaires.save_question(draft.id, question=numbered)
    anna.questionnaires.publish(draft.id)
    fewer = numbered.model_copy(update={"options": numbered.options[:2]})
    anna.questionnaires.save_question(draft.id, question=fewer)
    more = numbered.model_copy(
        update={"options": (*numbered.options[:2], Option(code="", label={"lv": "jauns"}))}
    )
    saved = anna.questionnaires.save_question(draft.id, question=more)
    assert form_of(saved).questions[0].codes() == ("1", "2", "4")


def test_questionnaire_of_somebody_else_is_as_good_as_not_there(
    bench: Workbench, draft: Questionnaire
) -> None:
    berta = bench.on_behalf_of(make_account(bench, "berta@example.org", "Berta")).questionnaires
    version = bench.questionnaires.publish(draft.id)
    for action in (
        lambda: berta.get(draft.id),
        lambda: berta.add(draft.id, question=words()),
        lambda: berta.save_question(draft.id, question=single("a")),
        lambda: berta.delete(draft.id, question_id="a"),
        lambda: berta.undo(draft.id),
        lambda: berta.check(draft.id),
        lambda: berta.publish(draft.id),
        lambda: berta.version(version.id),
    ):
        assert fault(action) == Problem.NOT_FOUND


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["add", "change", "move", "duplicate", "delete"]),
        st.integers(0, 9),
        st.integers(-3, 3),
    ),
    max_size=12,
)
NEW = (single, scale, open_text, words, statement)


def edit(bench: Workbench, draft_id: str, what: str, place: int, by: int) -> None:
    questions = form_of(bench.questionnaires.get(draft_id)).questions
    service, fresh = (
        bench.questionnaires,
        NEW[place % len(NEW)]().model_copy(update={"id": f"new-{len(questions)}-{by}"}),
    )
    if what == "add" and fresh.id not in {q.id for q in questions}:
        service.add(draft_id, question=fresh, position=place)
    elif questions and what != "add":
        chosen = questions[place % len(questions)]
        if what == "change":
            service.save_question(
                draft_id, question=chosen.model_copy(update={"text": {"lv": f"Teksts {by}"}})
            )
        elif what == "move":
            service.move(draft_id, question_id=chosen.id, by=by)
        elif what == "duplicate":
            service.duplicate(draft_id, question_id=chosen.id)
        else:
            service.delete(draft_id, question_id=chosen.id)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EDITS)
def test_any_edits_undone_give_the_form_back(bench: Workbench, steps: list[tuple[str, int, int]]) -> None:
    draft = bench.questionnaires.create(make_study(bench).id, title="Anketa")
    bench.questionnaires.add(draft.id, question=single("a"))
    before = bench.questionnaires.add(draft.id, question=scale("b"))
    for step in steps:
        edit(bench, draft.id, *step)
    while bench.questionnaires.get(draft.id).form != before.form:
        bench.questionnaires.undo(draft.id)
    assert bench.questionnaires.get(draft.id).form == before.form


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EDITS)
def test_any_published_version_equals_its_form(bench: Workbench, steps: list[tuple[str, int, int]]) -> None:
    draft = bench.questionnaires.create(make_study(bench, languages=["lv"]).id, title="Anketa")
    bench.questionnaires.add(draft.id, question=single("a"))
    for step in steps:
        edit(bench, draft.id, *step)
    form = form_of(bench.questionnaires.get(draft.id))
    if form.questions:
        assert form_of(bench.questionnaires.publish(draft.id)) == form
