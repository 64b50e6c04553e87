"""Pictures of a study: kept once, never changed, brought along, and seen by nobody else."""

import pytest
from sqlmodel import col, delete, func, select

from survey_engine.accounts import Account
from survey_engine.design.findings import Check
from survey_engine.design.kinds import Information
from survey_engine.design.models import Questionnaire, Study, form_of
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.forms.carried import Why
from survey_engine.exchange.pictures import PictureFile
from survey_engine.storage.tables import PictureRow, StudyRow
from survey_engine.workbench import Workbench
from tests.conftest import make_account
from tests.factories import make_study, single
from tests.pictures import drawn

ALT = {"lv": "Karte ar diviem ceļiem"}


@pytest.fixture
def study(bench: Workbench, account: Account) -> Study:
    return make_study(bench, account, languages=["lv"], title="Ceļi")


@pytest.fixture
def kept(bench: Workbench, study: Study) -> PictureFile:
    return bench.pictures.keep(study.id, name="karte.png", content=drawn())


@pytest.fixture
def draft(bench: Workbench, study: Study, kept: PictureFile) -> Questionnaire:
    made = bench.questionnaires.create(study.id, title="Anketa")
    bench.questionnaires.add(made.id, question=case(kept))
    return bench.questionnaires.add(made.id, question=single("a"))


def case(file: PictureFile, **changes: object) -> Information:
    plain = {
        "id": "case",
        "text": {"lv": "Gadījums"},
        "picture": file.id,
        "picture_width": file.width,
        "picture_height": file.height,
        "picture_alt": ALT,
    }
    return Information.model_validate(plain | changes)


def first(bench: Workbench, questionnaire_id: str) -> Information:
    question = form_of(bench.questionnaires.get(questionnaire_id)).questions[0]
    assert isinstance(question, Information)
    return question


def fault(action) -> Problem:
    with pytest.raises(EngineError) as caught:
        action()
    return caught.value.problem


def rows(bench: Workbench) -> int:
    with bench.database.reading() as transaction:
        return transaction.exec(select(func.count()).select_from(PictureRow)).one()


def test_same_picture_is_kept_once_however_often_it_is_sent(bench, study, kept) -> None:
    again = bench.pictures.keep(study.id, name="cits.png", content=drawn())
    assert (again.id, rows(bench)) == (kept.id, 1)


def test_picture_is_given_to_the_facilitators_of_its_study_alone(bench, study, kept) -> None:
    stranger = bench.on_behalf_of(make_account(bench, "zane@example.org", "Zane"))
    assert bench.pictures.get(study.id, picture_id=kept.id).content == kept.content
    assert fault(lambda: stranger.pictures.get(study.id, picture_id=kept.id)) == Problem.NOT_FOUND
    assert fault(lambda: stranger.pictures.keep(study.id, name="a", content=drawn())) == Problem.NOT_FOUND


def test_picture_that_is_in_no_study_of_the_visitor_cannot_be_named(bench, kept) -> None:
    zane = make_account(bench, "zane@example.org", "Zane")
    stranger, own = bench.on_behalf_of(zane), make_study(bench, zane)
    made = stranger.questionnaires.create(own.id, title="Anketa")
    assert fault(lambda: stranger.questionnaires.add(made.id, question=case(kept))) == Problem.NOT_FOUND


def test_undo_brings_the_earlier_picture_back(bench, study, draft, kept) -> None:
    other = bench.pictures.keep(study.id, name="b.png", content=drawn(colour="red"))
    bench.questionnaires.save_question(draft.id, question=case(other))
    assert first(bench, draft.id).picture == other.id
    bench.questionnaires.undo(draft.id)
    assert first(bench, draft.id).picture == kept.id
    assert bench.pictures.get(study.id, picture_id=kept.id).content == kept.content


def test_published_version_keeps_its_picture_when_the_draft_takes_it_out(bench, study, draft, kept) -> None:
    version = bench.questionnaires.publish(draft.id)
    bench.questionnaires.save_question(draft.id, question=Information(id="case", text={"lv": "Gadījums"}))
    shown = form_of(bench.questionnaires.version(version.id)).questions[0].picture
    assert bench.pictures.get(study.id, picture_id=shown).content == kept.content


def test_picture_that_is_not_described_holds_publishing_back(bench, draft, kept) -> None:
    bench.questionnaires.save_question(draft.id, question=case(kept, picture_alt={}))
    (finding,) = bench.questionnaires.check(draft.id)
    assert (finding.check, finding.language, finding.refuses) == (Check.PICTURE_UNSAID, "lv", True)
    assert fault(lambda: bench.questionnaires.publish(draft.id)) == Problem.NOT_PUBLISHABLE


def test_question_of_the_bank_brings_its_picture_into_another_study(bench, account, draft, kept) -> None:
    key = bench.bank.keep(draft.id, question_id="case").key
    other = make_study(bench, account, languages=["lv"], title="Otrais")
    made = bench.questionnaires.create(other.id, title="Cita")
    bench.bank.insert(made.id, keys=[key])
    assert first(bench, made.id).picture == kept.id
    assert bench.pictures.get(other.id, picture_id=kept.id).content == kept.content


def test_own_json_carries_the_picture_into_another_installation(bench, account, draft, kept) -> None:
    written = bench.forms.write(draft.id, ".json")
    zane = make_account(bench, "zane@example.org", "Zane")
    elsewhere, own = bench.on_behalf_of(zane), make_study(bench, zane)
    carried = elsewhere.forms.read("anketa.json", written.content)
    made = elsewhere.forms.keep(carried, study_id=own.id, title="Anketa")
    assert (written.not_carried, carried.not_carried) == ((), ())
    assert (first(elsewhere, made.id).picture, first(elsewhere, made.id).picture_alt) == (kept.id, ALT)
    assert elsewhere.pictures.get(own.id, picture_id=kept.id).content == kept.content


@pytest.mark.parametrize("ending", [".xlsx", ".txt", ".surveyjs.json"])
def test_other_formats_say_that_the_picture_does_not_come_along(bench, draft, ending: str) -> None:
    lost = bench.forms.write(draft.id, ending).not_carried
    assert ("picture", Why.FIELD) in {(one.details.get("field"), one.reason) for one in lost}


@pytest.mark.parametrize("ending", [".xlsx", ".txt"])
def test_file_that_only_names_a_picture_is_read_without_it_and_says_so(bench, draft, kept, ending) -> None:
    carried = bench.forms.read(f"a{ending}", bench.forms.write(draft.id, ending).content)
    question = carried.form.questions[0]
    assert (question.picture, question.picture_width) == ("", 0)
    assert [one.details for one in carried.not_carried if one.reason == Why.MEDIA] == [{"file": kept.id}]


def test_pictures_go_when_their_study_goes(bench, study, kept) -> None:
    with bench.database.writing() as transaction:
        transaction.exec(delete(StudyRow).where(col(StudyRow.id) == study.id))
    assert rows(bench) == 0
