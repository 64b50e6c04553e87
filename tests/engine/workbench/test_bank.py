"""The bank of questions: one key in every study, changed or not, and indicator sets put in whole."""

import pytest

from survey_engine.accounts import Account
from survey_engine.design.bank import Indicator, our_sets
from survey_engine.design.models import Questionnaire, Study, form_of
from survey_engine.design.templates import Better
from survey_engine.errors import EngineError, Problem
from survey_engine.workbench import Workbench
from tests.conftest import make_account
from tests.factories import make_study, scale, single


@pytest.fixture
def study(bench: Workbench, account: Account) -> Study:
    return make_study(bench, account, languages=["lv"], title="Pirmais")


@pytest.fixture
def draft(bench: Workbench, study: Study) -> Questionnaire:
    made = bench.questionnaires.create(study.id, title="Anketa")
    bench.questionnaires.add(made.id, question=single("a"))
    return bench.questionnaires.add(made.id, question=scale("b"))


@pytest.fixture
def elsewhere(bench: Workbench, account: Account) -> Questionnaire:
    study = make_study(bench, account, languages=["lv"], title="Otrais")
    return bench.questionnaires.create(study.id, title="Cita anketa")


def fault(action) -> Problem:
    with pytest.raises(EngineError) as caught:
        action()
    return caught.value.problem


def asked(bench: Workbench, draft: Questionnaire) -> list[tuple[str, str]]:
    form = form_of(bench.questionnaires.get(draft.id))
    return [(question.kind, question.bank_key) for question in form.questions]


def reword(bench: Workbench, draft: Questionnaire, text: str) -> None:
    question = form_of(bench.questionnaires.get(draft.id)).questions[0]
    bench.questionnaires.save_question(draft.id, question=question.model_copy(update={"text": {"lv": text}}))


def test_kept_question_is_used_in_another_study_under_its_key_and_an_id_of_its_own(
    bench: Workbench, draft: Questionnaire, elsewhere: Questionnaire
) -> None:
    kept = bench.bank.keep(draft.id, question_id="a")
    bench.bank.insert(elsewhere.id, keys=[kept.key])
    question = form_of(bench.questionnaires.get(elsewhere.id)).questions[0]
    assert (question.bank_key, question.text, question.id == "a") == (kept.key, single().text, False)
    assert asked(bench, draft) == [("single", kept.key), ("scale", "")]


def test_question_stays_changed_until_it_is_kept_anew(bench: Workbench, draft: Questionnaire) -> None:
    kept = bench.bank.keep(draft.id, question_id="a")
    assert bench.bank.changed(draft.id) == frozenset()
    reword(bench, draft, "Ko tad?")
    assert bench.bank.changed(draft.id) == {"a"}
    assert bench.bank.keep(draft.id, question_id="a").key == kept.key
    assert bench.bank.changed(draft.id) == frozenset()


def test_two_questions_of_one_text_get_two_keys(
    bench: Workbench, draft: Questionnaire, elsewhere: Questionnaire
) -> None:
    bench.questionnaires.add(elsewhere.id, question=single("c"))
    first = bench.bank.keep(draft.id, question_id="a")
    second = bench.bank.keep(elsewhere.id, question_id="c")
    assert (first.key, second.key) == ("ko_izvelaties", "ko_izvelaties_2")


def test_question_is_put_in_only_once(bench: Workbench, draft: Questionnaire) -> None:
    kept = bench.bank.keep(draft.id, question_id="a")
    before = bench.questionnaires.get(draft.id).form
    bench.bank.insert(draft.id, keys=[kept.key, kept.key])
    assert bench.questionnaires.get(draft.id).form == before


@pytest.mark.parametrize(
    ("text", "found"), [("IZVĒLATIES", 1), ("izvēle c", 1), ("pirmais izvēle", 1), ("zirgs", 0)]
)
def test_bank_is_searched_by_words_of_text_options_and_source(
    bench: Workbench, study: Study, draft: Questionnaire, text: str, found: int
) -> None:
    bench.bank.keep(draft.id, question_id="a")
    hits = [kept for kept in bench.bank.search(study.id, text=text) if kept.study_id]
    assert len(hits) == found


def test_question_taken_out_of_the_bank_stays_where_it_is_used(
    bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    kept = bench.bank.keep(draft.id, question_id="a")
    bench.bank.drop(study.id, key=kept.key)
    assert [one for one in bench.bank.search(study.id) if one.study_id] == []
    assert asked(bench, draft)[0] == ("single", kept.key)


def test_bank_of_another_account_is_neither_seen_nor_used(
    bench: Workbench, account: Account, study: Study, draft: Questionnaire
) -> None:
    stranger = make_account(bench, "berta@example.org", "Berta")
    hers = make_study(bench, stranger, title="Bertas")
    form = bench.questionnaires.create(hers.id, title="Bertas anketa")
    bench.questionnaires.add(form.id, question=single("x"))
    kept = bench.bank.keep(form.id, question_id="x")
    anna = bench.on_behalf_of(account).bank
    assert kept.key not in {one.key for one in anna.search(study.id)}
    assert fault(lambda: anna.insert(draft.id, keys=[kept.key])) == Problem.NOT_FOUND


def test_our_indicator_set_is_put_in_whole_as_one_edit(
    bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    ours = our_sets()[0]
    keys = [one.key for one in ours.indicators]
    bench.bank.insert(draft.id, keys=keys)
    assert [key for _kind, key in asked(bench, draft)[2:]] == keys
    bench.questionnaires.undo(draft.id)
    assert len(asked(bench, draft)) == 2


def test_set_of_ones_own_keeps_direction_and_unit(
    bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    kept = bench.bank.keep(draft.id, question_id="b")
    indicator = Indicator(key=kept.key, better=Better.HIGHER, unit="balles")
    made = bench.bank.save_set(study.id, title="Sadarbība", indicators=[indicator])
    assert bench.bank.sets(study.id)[0].indicators == (indicator,)
    bench.bank.delete_set(made.id)
    assert [one.id for one in bench.bank.sets(study.id)] == [one.id for one in our_sets()]


def test_set_of_nothing_or_of_unknown_questions_is_refused(bench: Workbench, study: Study) -> None:
    unknown = Indicator(key="nav", better=Better.LOWER)
    assert fault(lambda: bench.bank.save_set(study.id, title="A", indicators=[])) == Problem.INDICATORS_NONE
    assert fault(lambda: bench.bank.save_set(study.id, title="A", indicators=[unknown])) == Problem.NOT_FOUND


def test_questionnaire_from_an_indicator_template_carries_the_keys_of_the_bank(
    bench: Workbench, study: Study
) -> None:
    ours = our_sets()[0]
    made = bench.questionnaires.create(study.id, title="Rādītāji", template=ours.id)
    keys = {key for _kind, key in asked(bench, made) if key}
    assert keys == {one.key for one in ours.indicators}
    assert bench.bank.changed(made.id) == frozenset()
