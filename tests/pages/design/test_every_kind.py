"""Every kind can be written in the editor and looked at in the preview."""

import pytest

from survey_engine.accounts import Account
from survey_engine.design.kinds import KINDS
from survey_engine.design.models import form_of
from survey_engine.workbench import Workbench
from tests import factories as make
from tests.pages.conftest import OpenPage

PAGE = "design/questionnaire.py"


@pytest.mark.parametrize("kind", KINDS)
def test_question_of_every_kind_is_written_saved_and_shown(
    open_page: OpenPage, bench: Workbench, account: Account, kind: str
) -> None:
    study = make.make_study(bench, account, languages=["lv"])
    draft = bench.questionnaires.create(study.id, title="Anketa")
    app = open_page(PAGE, study=study.id, questionnaire=draft.id, question=f"new-{kind}")
    assert not app.exception
    app.text_area(key=f"new-{kind}-text-lv").set_value("Kā jums liekas?")
    next(one for one in app.button if one.label == "Saglabāt jautājumu").click().run()
    assert not app.exception
    (saved,) = form_of(bench.questionnaires.get(draft.id)).questions
    assert (saved.kind, saved.text) == (kind, {"lv": "Kā jums liekas?"})
