"""Versions of a questionnaire: what each changed, and answers to an earlier wording that are told apart."""

import pytest

from survey_engine.accounts import Account
from survey_engine.design.changes import ChangeKind
from survey_engine.design.models import Questionnaire, Study
from survey_engine.workbench import Workbench
from tests.factories import make_answer, make_participant, make_session, make_study, scale, single


@pytest.fixture
def study(bench: Workbench, account: Account) -> Study:
    return make_study(bench, account, languages=["lv"])


@pytest.fixture
def draft(bench: Workbench, study: Study) -> Questionnaire:
    made = bench.questionnaires.create(study.id, title="Anketa")
    bench.questionnaires.add(made.id, question=single("a"))
    return bench.questionnaires.add(made.id, question=scale("b"))


def answered(bench: Workbench, study: Study, draft: Questionnaire, people: int) -> str:
    """Publish the draft, and let so many people answer its first question."""
    session = make_session(bench, study, bench.questionnaires.publish(draft.id))
    for _number in range(people):
        make_answer(bench, make_participant(bench, session, "ngo"), single("a"), codes=("a",))
    return session.id


def reword(bench: Workbench, draft: Questionnaire) -> None:
    bench.questionnaires.save_question(
        draft.id, question=single("a").model_copy(update={"text": {"lv": "Ko tad?"}})
    )


def test_draft_says_what_it_changes_only_after_a_first_version(
    bench: Workbench, draft: Questionnaire
) -> None:
    assert bench.questionnaires.changes(draft.id) == ()
    bench.questionnaires.publish(draft.id)
    reword(bench, draft)
    assert [one.kind for one in bench.questionnaires.changes(draft.id)] == [ChangeKind.TEXT]


def test_history_says_what_each_version_changed_and_how_many_questions_stayed(
    bench: Workbench, draft: Questionnaire
) -> None:
    bench.questionnaires.publish(draft.id)
    reword(bench, draft)
    bench.questionnaires.publish(draft.id)
    history = bench.questionnaires.history(draft.id)
    assert [(one.version.number, len(one.changes), one.comparable) for one in history] == [
        (2, 1, 1),
        (1, 0, 0),
    ]


def test_answers_to_an_earlier_wording_are_counted(
    bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    before = answered(bench, study, draft, people=4)
    reword(bench, draft)
    after = answered(bench, study, draft, people=3)
    found = bench.results.earlier(study.id, "a", session_ids=[before, after])
    assert found is not None
    assert (found.earlier, found.people, found.text, found.now) == (
        4,
        7,
        {"lv": "Ko izvēlaties?"},
        {"lv": "Ko tad?"},
    )
    assert bench.comparisons.by_group(study.id, "a").earlier == found
    assert bench.comparisons.agreement(study.id).earlier == (found,)


def test_few_answers_to_an_earlier_wording_are_told_as_few(
    bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    answered(bench, study, draft, people=2)
    reword(bench, draft)
    answered(bench, study, draft, people=3)
    found = bench.comparisons.by_group(study.id, "a").earlier
    assert found is not None
    assert (found.earlier, found.people) == (None, 5)


def test_one_session_alone_mixes_nothing(bench: Workbench, study: Study, draft: Questionnaire) -> None:
    before = answered(bench, study, draft, people=3)
    reword(bench, draft)
    answered(bench, study, draft, people=3)
    assert bench.results.earlier(study.id, "a", session_ids=[before]) is None


def test_version_that_asks_the_same_mixes_nothing(
    bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    answered(bench, study, draft, people=3)
    bench.questionnaires.delete(draft.id, question_id="b")
    answered(bench, study, draft, people=3)
    assert bench.comparisons.by_group(study.id, "a").earlier is None
