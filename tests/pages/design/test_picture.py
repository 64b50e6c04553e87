"""A picture in the editor of an information: chosen, described, refused without losing, taken out."""

import pytest

from survey_engine.accounts import Account
from survey_engine.design.kinds import Information
from survey_engine.design.models import Questionnaire, Study, form_of
from survey_engine.i18n import translations
from survey_engine.workbench import Workbench
from tests.factories import make_study
from tests.pages.conftest import OpenPage
from tests.pictures import drawn

PAGE = "design/questionnaire.py"
_ = translations("lv").gettext


@pytest.fixture
def study(bench: Workbench, account: Account) -> Study:
    return make_study(bench, account, languages=["lv"])


@pytest.fixture
def draft(bench: Workbench, study: Study) -> Questionnaire:
    made = bench.questionnaires.create(study.id, title="Anketa")
    return bench.questionnaires.add(made.id, question=Information(id="case", text={"lv": "Gadījums"}))


def editor(open_page: OpenPage, study: Study, draft: Questionnaire):
    return open_page(PAGE, study=study.id, questionnaire=draft.id, question="case")


def save(app) -> None:
    next(one for one in app.button if one.label == _("Save the question")).click().run()


def stored(bench: Workbench, draft: Questionnaire) -> Information:
    return form_of(bench.questionnaires.get(draft.id)).questions[0]


def test_picture_is_saved_together_with_its_words(open_page, bench, study, draft) -> None:
    app = editor(open_page, study, draft)
    app.file_uploader(key="case-picture").set_value(("a.png", drawn(size=(40, 30)), "image/png"))
    app.text_input(key="case-picture-alt-lv").set_value("Karte ar ceļu")
    save(app)
    saved = stored(bench, draft)
    assert not app.exception
    assert (saved.picture_width, saved.picture_height, saved.picture_alt) == (40, 30, {"lv": "Karte ar ceļu"})
    assert bench.pictures.get(study.id, picture_id=saved.picture).width == 40


def test_broken_picture_is_refused_and_what_was_written_stays(open_page, bench, study, draft) -> None:
    app = editor(open_page, study, draft)
    app.file_uploader(key="case-picture").set_value(("a.png", b"nekas", "image/png"))
    app.text_area(key="case-text-lv").set_value("Jauns virsraksts")
    save(app)
    assert [one.value.startswith("a.png nav vesels") for one in app.error] == [True]
    assert app.text_area(key="case-text-lv").value == "Jauns virsraksts"
    assert stored(bench, draft).text == {"lv": "Gadījums"}


def test_picture_is_taken_out_with_its_words_and_undo_brings_both_back(
    open_page, bench, study, draft
) -> None:
    kept = bench.pictures.keep(study.id, name="a.png", content=drawn())
    shown = {"picture": kept.id, "picture_width": 60, "picture_height": 40, "picture_alt": {"lv": "Karte"}}
    bench.questionnaires.save_question(draft.id, question=stored(bench, draft).model_copy(update=shown))
    app = editor(open_page, study, draft)
    app.checkbox(key="case-picture-out").check()
    save(app)
    assert (stored(bench, draft).picture, stored(bench, draft).picture_alt) == ("", {})
    bench.questionnaires.undo(draft.id)
    assert (stored(bench, draft).picture, stored(bench, draft).picture_alt) == (kept.id, {"lv": "Karte"})
