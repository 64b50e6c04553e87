"""The questionnaire page: empty, writing, refusing without losing, publishing."""

import pytest
from streamlit.testing.v1 import AppTest

from survey_engine.accounts import Account
from survey_engine.collect.previews import PEOPLE
from survey_engine.collect.rooms import Screen
from survey_engine.design.models import Questionnaire, Study, form_of
from survey_engine.design.templates import templates
from survey_engine.workbench import Workbench
from tests.conftest import make_account
from tests.factories import make_study, open_text, scale, single
from tests.pages.conftest import OpenPage

PAGE = "design/questionnaire.py"


@pytest.fixture
def study(bench: Workbench, account: Account) -> Study:
    return make_study(bench, account, languages=["lv"])


@pytest.fixture
def draft(bench: Workbench, study: Study) -> Questionnaire:
    made = bench.questionnaires.create(study.id, title="Anketa")
    for question in (single("a"), open_text("b")):
        made = bench.questionnaires.add(made.id, question=question)
    return made


def button(app: AppTest, label: str):
    return next(one for one in app.button if one.label == label)


def stored(bench: Workbench, draft: Questionnaire) -> list:
    return list(form_of(bench.questionnaires.get(draft.id)).questions)


def test_study_without_a_questionnaire_offers_templates(open_page: OpenPage, study: Study) -> None:
    app = open_page(PAGE, study=study.id)
    assert not app.exception
    assert [len(radio.options) for radio in app.radio] == [len(templates())]


def test_questionnaire_is_made_from_a_template(open_page: OpenPage, bench: Workbench, study: Study) -> None:
    app = open_page(PAGE, study=study.id)
    button(app, "Izveidot anketu").click().run()
    assert not app.exception
    assert len(form_of(bench.questionnaires.of_study(study.id)[0]).questions) == 14


def test_questions_are_listed_in_their_order(open_page: OpenPage, study: Study, draft: Questionnaire) -> None:
    app = open_page(PAGE, study=study.id)
    texts = [one.value for one in app.markdown if one.value.startswith("**")]
    assert texts == ["**Ko izvēlaties?**", "**Kas traucē sadarboties?**"]


def test_question_is_moved_down(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    app = open_page(PAGE, study=study.id)
    app.button(key="down-a").click().run()
    assert [question.id for question in stored(bench, draft)] == ["b", "a"]


def test_deleted_question_comes_back_by_undo(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    app = open_page(PAGE, study=study.id)
    app.button(key="delete-a").click().run()
    assert [question.id for question in stored(bench, draft)] == ["b"]
    button(app, "Atjaunot dzēsto jautājumu").click().run()
    assert [question.id for question in stored(bench, draft)] == ["a", "b"]


def test_new_question_is_kept_only_when_it_is_saved(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    app = open_page(PAGE, study=study.id, question="new-scale")
    assert len(stored(bench, draft)) == 2
    app.text_area(key="new-scale-text-lv").input("Cik labi?")
    button(app, "Saglabāt jautājumu").click().run()
    assert not app.exception
    assert [(question.kind, question.key) for question in stored(bench, draft)][2:] == [("scale", "cik_labi")]


def test_refused_question_keeps_what_was_entered(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    app = open_page(PAGE, study=study.id, question="b")
    app.text_area(key="b-text-lv").input("a" * 1001)
    app.text_area(key="b-help-lv").input("Paskaidrojums")
    button(app, "Saglabāt jautājumu").click().run()
    assert len(app.error) == 1
    assert (len(app.text_area(key="b-text-lv").value), app.text_area(key="b-help-lv").value) == (
        1001,
        "Paskaidrojums",
    )
    assert stored(bench, draft)[1].text == {"lv": "Kas traucē sadarboties?"}


def test_option_is_added_without_losing_what_was_entered(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    app = open_page(PAGE, study=study.id, question="a")
    app.text_input(key="a-option-b-lv").input("Mainīta izvēle")
    button(app, "Pievienot variantu").click().run()
    assert app.text_input(key="a-option-b-lv").value == "Mainīta izvēle"
    app.text_input(key="a-option-+1-lv").input("Jauna izvēle")
    button(app, "Saglabāt jautājumu").click().run()
    options = stored(bench, draft)[0].options
    assert [(option.code, option.label["lv"]) for option in options] == [
        ("a", "Izvēle a"),
        ("b", "Mainīta izvēle"),
        ("c", "Izvēle c"),
        ("1", "Jauna izvēle"),
    ]


def test_option_that_is_taken_out_is_gone_after_saving(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    app = open_page(PAGE, study=study.id, question="a")
    app.button(key="a-b-out").click().run()
    button(app, "Saglabāt jautājumu").click().run()
    assert stored(bench, draft)[0].codes() == ("a", "c")


def test_change_by_somebody_else_is_shown_before_it_is_overwritten(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    app = open_page(PAGE, study=study.id, question="b")
    theirs = open_text("b").model_copy(update={"text": {"lv": "Viņu teksts"}})
    bench.questionnaires.save_question(draft.id, question=theirs)
    app.text_area(key="b-text-lv").input("Mans teksts")
    button(app, "Saglabāt jautājumu").click().run()
    assert ("Viņu teksts" in app.error[0].value, "Mans teksts" in app.error[0].value) == (True, True)
    assert stored(bench, draft)[1].text == {"lv": "Viņu teksts"}
    button(app, "Saglabāt jautājumu").click().run()
    assert stored(bench, draft)[1].text == {"lv": "Mans teksts"}


def test_closing_without_saving_changes_nothing(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    app = open_page(PAGE, study=study.id, question="b")
    app.text_area(key="b-text-lv").input("Mans teksts")
    button(app, "Aizvērt nesaglabājot").click().run()
    assert stored(bench, draft)[1] == open_text("b")


def test_texts_of_people_are_not_read_as_markdown(
    open_page: OpenPage, bench: Workbench, study: Study
) -> None:
    made = bench.questionnaires.create(study.id, title="Anketa")
    bench.questionnaires.add(
        made.id, question=scale().model_copy(update={"text": {"lv": "1. :red[Vai] *tā*?"}})
    )
    app = open_page(PAGE, study=study.id)
    assert [one.value for one in app.markdown if one.value.startswith("**")] == [
        r"**1\. \:red\[Vai\] \*tā\*?**"
    ]


def test_questionnaire_of_somebody_else_is_not_shown(open_page: OpenPage, bench: Workbench) -> None:
    other = make_account(bench, "berta@example.org", "Berta")
    study = make_study(bench, other, title="Bertas pētījums")
    made = bench.questionnaires.create(study.id, title="Bertas anketa")
    bench.questionnaires.add(made.id, question=open_text())
    app = open_page(PAGE, study=study.id, questionnaire=made.id)
    shown = " ".join(one.value for one in (*app.title, *app.markdown, *app.caption, *app.error))
    assert ("Bertas" in shown, "Kas traucē" in shown, len(app.error)) == (False, False, 1)


def test_questionnaire_of_another_study_is_not_taken_from_the_address(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    other = make_study(bench, make_account(bench, "berta@example.org", "Berta"))
    made = bench.questionnaires.create(other.id, title="Bertas anketa")
    app = open_page(PAGE, study=study.id, questionnaire=made.id)
    assert [one.value for one in app.title] == ["Anketa"]


def view(app: AppTest, name: str) -> AppTest:
    app.session_state["questionnaire-view"] = name
    return app.run()


def test_publishing_freezes_a_version_and_then_has_nothing_to_publish(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    app = view(open_page(PAGE, study=study.id), "Publicēt")
    button(app, "Publicēt 1. versiju").click().run()
    assert [version.number for version in bench.questionnaires.versions(study.id)] == [1]
    assert [one.value for one in app.info] == ["Kopš 1. versijas nekas nav mainījies."]


def test_publishing_is_held_back_and_says_why(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    bench.questionnaires.add(draft.id, question=single("c", codes="x"))
    app = view(open_page(PAGE, study=study.id), "Publicēt")
    assert button(app, "Publicēt 1. versiju").disabled
    assert any("jautājumam vajag vismaz divus variantus" in one.value for one in app.markdown)


def test_preview_shows_every_kind_in_the_language_that_is_chosen(
    open_page: OpenPage, bench: Workbench, account: Account
) -> None:
    study = make_study(bench, account, languages=["lv", "ru"])
    bench.questionnaires.create(study.id, title="Anketa", template="cooperation-focus-groups")
    app = view(open_page(PAGE, study=study.id), "Priekšskats")
    app.get("button_group")[1].set_value("list").run()
    app.get("button_group")[0].set_value("ru").run()
    assert not app.exception
    assert "Вопрос 1 из 12" in [one.value for one in app.caption]


def test_preview_shows_the_participants_own_page_in_the_size_of_a_phone(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire, monkeypatch: pytest.MonkeyPatch
) -> None:
    framed: list[tuple[str, int]] = []
    monkeypatch.setattr(
        "pages.design.parts.preview.draw_frame", lambda address, width, **_: framed.append((address, width))
    )
    app = view(open_page(PAGE, study=study.id), "Priekšskats")
    app.toggle(key="preview-answers").set_value(True).run()
    assert not app.exception
    revision = bench.questionnaires.get(draft.id).revision
    assert framed[-1] == (f"/preview-filled/{draft.id}?lang=lv&r={revision}", 390)


def test_preview_on_the_projector_says_that_its_answers_are_invented(
    open_page: OpenPage, study: Study, draft: Questionnaire, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Screen] = []
    monkeypatch.setattr(
        "pages.design.parts.preview.draw_screen", lambda screen, *_, **__: shown.append(screen)
    )
    app = view(open_page(PAGE, study=study.id), "Priekšskats")
    app.get("button_group")[1].set_value("projector").run()
    assert not app.exception
    assert any("izdomātas" in one.value for one in app.caption)
    assert shown[-1].summary is not None
    assert shown[-1].summary.people == PEOPLE


def test_publishing_says_what_changes_and_then_lists_it_with_the_version(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    bench.questionnaires.publish(draft.id)
    bench.questionnaires.delete(draft.id, question_id="a")
    app = view(open_page(PAGE, study=study.id), "Publicēt")
    line = "- Izņemts, bija 1. jautājums: „Ko izvēlaties?”"
    assert line in [one.value for one in app.markdown]
    button(app, "Publicēt 2. versiju").click().run()
    assert not app.exception
    expander = next(one for one in app.expander if "1 izmaiņa" in one.label)
    assert [one.value for one in expander.markdown] == [line]
