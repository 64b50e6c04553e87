"""Texts in all languages: written side by side, sent to a translator and taken back as one edit."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from survey_engine.accounts import Account
from survey_engine.design.models import Questionnaire, Study, form_of, groups_of
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.refusals import Reason
from survey_engine.workbench import Workbench
from tests.factories import make_study, open_text, single

TEXT = "form/questions/a/text"
GROUP = "study/groups/ngo/label"


@pytest.fixture
def study(bench: Workbench, account: Account) -> Study:
    return make_study(bench, account, languages=["lv", "uk"])


@pytest.fixture
def draft(bench: Workbench, study: Study) -> Questionnaire:
    made = bench.questionnaires.create(study.id, title="Anketa")
    bench.questionnaires.add(made.id, question=open_text("a"))
    return bench.questionnaires.add(made.id, question=single("b", codes="xy"))


def workbook(*rows: tuple[str, ...]) -> bytes:
    book, content = Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(content)
    return content.getvalue()


def test_texts_of_questions_and_of_the_study_are_one_edit_and_one_undo(
    bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    bench.wordings.save(draft.id, texts={TEXT: {"uk": "Що?"}, GROUP: {"uk": "ГО"}})
    assert form_of(bench.questionnaires.get(draft.id)).questions[0].text["uk"] == "Що?"
    assert groups_of(bench.studies.get(study.id))[0].label["uk"] == "ГО"
    bench.questionnaires.undo(draft.id)
    assert bench.questionnaires.get(draft.id).form == draft.form
    assert bench.studies.get(study.id).groups == study.groups


def test_undo_leaves_what_others_changed_in_the_study_since(
    bench: Workbench, study: Study, draft: Questionnaire
) -> None:
    bench.wordings.save(draft.id, texts={GROUP: {"uk": "ГО"}})
    bench.studies.change(study.id, consent={"lv": "Piekrītu"}, groups=groups_of(study)[1:])
    bench.questionnaires.undo(draft.id)
    now = bench.studies.get(study.id)
    assert (now.consent, [group.key for group in groups_of(now)]) == ({"lv": "Piekrītu"}, ["council"])


def test_text_that_somebody_else_changed_is_not_overwritten(bench: Workbench, draft: Questionnaire) -> None:
    bench.wordings.save(draft.id, texts={TEXT: {"lv": "Viņu teksts"}})
    with pytest.raises(EngineError) as caught:
        bench.wordings.save(draft.id, texts={TEXT: {"lv": "Mans"}}, seen={TEXT: {"lv": "Kas traucē?"}})
    assert caught.value.problem == Problem.CHANGED_MEANWHILE


def test_file_for_a_translator_has_a_row_for_each_text_and_a_column_for_each_language(
    bench: Workbench, draft: Questionnaire
) -> None:
    sheet = load_workbook(BytesIO(bench.wordings.sheet(draft.id, language="lv"))).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == ["address", "where", "lv", "uk"]
    assert [TEXT, "1. jautājums", "Kas traucē sadarboties?", None] in rows
    assert len(rows) == 1 + len(bench.wordings.texts(draft.id).texts)


def test_file_that_comes_back_says_what_it_changes_and_changes_it(
    bench: Workbench, draft: Questionnaire
) -> None:
    content = workbook(("address", "where", "uk", "lv"), (TEXT, "", "Що?", "Kas traucē sadarboties?"))
    found = bench.wordings.read_sheet(draft.id, name="texts.xlsx", content=content)
    assert [(one.address, one.language, one.before, one.after) for one in found.changes] == [
        (TEXT, "uk", "", "Що?")
    ]
    assert bench.questionnaires.get(draft.id).form == draft.form
    bench.wordings.save(draft.id, texts=found.texts(["uk"]))
    assert form_of(bench.questionnaires.get(draft.id)).questions[0].text["uk"] == "Що?"


def test_rows_that_fit_nothing_are_refused_one_by_one(bench: Workbench, draft: Questionnaire) -> None:
    content = workbook(
        ("address", "uk"),
        ("form/questions/gone/text", "Що?"),
        (TEXT, "a" * 1001),
        (TEXT, "Що?"),
        ("form/questions/b/text", ""),
    )
    found = bench.wordings.read_sheet(draft.id, name="texts.xlsx", content=content)
    assert [(one.line, one.reason) for one in found.refused] == [
        (2, Reason.ADDRESS_UNKNOWN),
        (3, Reason.TEXT_TOO_LONG),
        (4, Reason.ADDRESS_TWICE),
    ]
    assert found.changes == ()


def test_file_as_it_went_out_changes_nothing_whatever_the_texts(
    bench: Workbench, draft: Questionnaire
) -> None:
    for text in ("=1+1", "'=1+1", "@nē", "-5", "#N/A", "viens\ndivi", "_x000D_", "1.0"):
        bench.wordings.save(draft.id, texts={TEXT: {"uk": text}})
        content = bench.wordings.sheet(draft.id, language="lv")
        found = bench.wordings.read_sheet(draft.id, name="texts.xlsx", content=content)
        assert (found.changes, found.refused) == ((), ())


def test_formula_goes_out_as_text(bench: Workbench, draft: Questionnaire) -> None:
    bench.wordings.save(draft.id, texts={TEXT: {"uk": "=1+1"}})
    sheet = load_workbook(BytesIO(bench.wordings.sheet(draft.id, language="lv"))).active
    assert [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []


def test_file_without_a_language_says_so(bench: Workbench, draft: Questionnaire) -> None:
    with pytest.raises(EngineError) as caught:
        bench.wordings.read_sheet(
            draft.id, name="t.xlsx", content=workbook(("address", "teksts"), (TEXT, "a"))
        )
    assert caught.value.problem == Problem.FILE_WITHOUT_LANGUAGES
