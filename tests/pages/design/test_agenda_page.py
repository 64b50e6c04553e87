"""The agenda page: empty, made from the questions, over the time, refused without losing, not for strangers."""

import pytest
from streamlit.testing.v1 import AppTest

from survey_engine.accounts import Account
from survey_engine.design.models import AgendaStep, Questionnaire, StepKind, Study, form_of
from survey_engine.workbench import Workbench
from tests.conftest import make_account
from tests.factories import make_study, open_text, single
from tests.pages.conftest import OpenPage

PAGE = "design/agenda.py"


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


def agenda(bench: Workbench, draft: Questionnaire) -> tuple[AgendaStep, ...]:
    return form_of(bench.questionnaires.get(draft.id)).agenda


def test_empty_agenda_says_what_to_do(open_page: OpenPage, study: Study, draft: Questionnaire) -> None:
    app = open_page(PAGE, study=study.id)
    assert not app.exception
    assert [one.value for one in app.info] == [
        "Darba kārtības vēl nav. Pievienojiet soli vai izveidojiet to no jautājumiem un pielāgojiet."
    ]


def test_agenda_is_made_from_the_questions_and_taken_back(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    app = open_page(PAGE, study=study.id)
    button(app, "Izveidot no jautājumiem").click().run()
    assert not app.exception
    assert [step.question_id for step in agenda(bench, draft)] == ["", "a", "b", ""]
    assert "**Plānotas 14 min**" in [one.value for one in app.markdown]
    button(app, "Atsaukt darba kārtības izmaiņu").click().run()
    assert agenda(bench, draft) == ()


def test_agenda_over_the_booked_time_is_said(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    bench.agendas.draft(draft.id)
    app = open_page(PAGE, study=study.id)
    app.number_input(key=f"booked-{draft.id}").set_value(10)
    button(app, "Saglabāt laiku").click().run()
    assert [one.value for one in app.warning] == [
        "Darba kārtība ir par 4 minūtēm garāka nekā atvēlētais laiks. "
        "Saīsiniet kādu soli vai atvēliet vairāk laika."
    ]


def test_step_is_written_with_its_leader_and_notes(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    app = open_page(PAGE, study=study.id)
    app.button(key="add-step-discussion").click().run()
    app.text_input(key="new-discussion-title-lv").input("Sadarbība")
    app.text_input(key="new-discussion-leader").input("Anna")
    app.text_area(key="new-discussion-notes").input("Divi gadījumi")
    button(app, "Saglabāt soli").click().run()
    assert not app.exception
    written = [(one.kind, one.title, one.leader, one.notes, one.minutes) for one in agenda(bench, draft)]
    assert written == [(StepKind.DISCUSSION, {"lv": "Sadarbība"}, "Anna", "Divi gadījumi", 15)]


def test_refused_step_keeps_what_was_entered(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    app = open_page(PAGE, study=study.id, step="new-break")
    app.text_input(key="new-break-leader").input("a" * 201)
    button(app, "Saglabāt soli").click().run()
    assert len(app.error) == 1
    assert app.text_input(key="new-break-leader").value == "a" * 201


def test_change_of_a_step_by_somebody_else_is_shown_before_it_is_overwritten(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    step = AgendaStep(id="s", kind=StepKind.BREAK, title={"lv": "Kafija"})
    bench.agendas.add(draft.id, step=step)
    app = open_page(PAGE, study=study.id, step="s")
    bench.agendas.save(draft.id, step=step.model_copy(update={"title": {"lv": "Tēja"}}))
    app.text_input(key="s-title-lv").input("Pusdienas")
    button(app, "Saglabāt soli").click().run()
    assert ("Tēja" in app.error[0].value, "Pusdienas" in app.error[0].value) == (True, True)
    button(app, "Saglabāt soli").click().run()
    assert agenda(bench, draft)[0].title == {"lv": "Pusdienas"}


def test_deleted_question_takes_its_step_along_and_says_so(
    open_page: OpenPage, bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    bench.agendas.draft(draft.id)
    app = open_page("design/questionnaire.py", study=study.id)
    app.button(key="delete-a").click().run()
    assert [step.question_id for step in agenda(bench, draft)] == ["", "b", ""]
    button(app, "Atjaunot dzēsto jautājumu").click().run()
    assert [step.question_id for step in agenda(bench, draft)] == ["", "a", "b", ""]


def test_agenda_of_somebody_else_is_not_shown(open_page: OpenPage, bench: Workbench) -> None:
    study = make_study(bench, make_account(bench, "berta@example.org", "Berta"))
    made = bench.questionnaires.create(study.id, title="Bertas anketa")
    bench.agendas.add(made.id, step=AgendaStep(kind=StepKind.BREAK, title={"lv": "Bertas kafija"}))
    app = open_page(PAGE, study=study.id, questionnaire=made.id)
    shown = " ".join(one.value for one in (*app.title, *app.markdown, *app.caption, *app.error))
    assert ("Bertas" in shown, len(app.error)) == (False, 1)
