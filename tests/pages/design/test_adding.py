"""Choosing the kind of a new question."""

from pages.design.kinds import EDITORS
from pages.design.parts.adding import FAMILIES
from tests.factories import make_study


def test_every_kind_is_offered_once():
    assert sorted(kind for kinds in FAMILIES.values() for kind in kinds) == sorted(EDITORS)


def test_pressing_add_offers_every_kind(open_page, bench, account):
    study = make_study(bench, account)
    questionnaire = bench.questionnaires.create(study.id, title="Anketa")
    app = open_page("design/questionnaire.py", study=study.id, questionnaire=questionnaire.id)
    app.button(key="add-question").click().run()

    assert {f"add-{kind}" for kind in EDITORS} <= {button.key for button in app.button}
