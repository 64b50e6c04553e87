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


def test_cost_written_beside_an_option_makes_a_budget(
    open_page: OpenPage, bench: Workbench, account: Account
) -> None:
    study = make.make_study(bench, account, languages=["lv"])
    draft = bench.questionnaires.create(study.id, title="Anketa")
    app = open_page(PAGE, study=study.id, questionnaire=draft.id, question="new-points")
    app.text_area(key="new-points-text-lv").set_value("Ko atbalstīt?")
    for number, (name, cost) in enumerate((("Tilts", 700), ("Sols", 200)), start=1):
        app.text_input(key=f"new-points-option-+{number}-lv").set_value(name)
        app.number_input(key=f"new-points-option-+{number}-cost").set_value(cost)
    app.number_input(key="new-points-total").set_value(800)
    next(one for one in app.button if one.label == "Saglabāt jautājumu").click().run()
    (saved,) = form_of(bench.questionnaires.get(draft.id)).questions
    assert (saved.is_budget, saved.total, saved.codes()) == (True, 800, ("1=700", "2=200"))
