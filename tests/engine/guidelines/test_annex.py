"""The methods annex, written from the data."""

from dataclasses import replace
from datetime import date

from survey_engine.collect.models import Mode
from survey_engine.guidelines.annex import GroupFact, QuestionFact, SessionFact, ThemesFact, annex_from
from survey_engine.guidelines.facts import Known
from survey_engine.guidelines.wording import Wording
from survey_engine.i18n import translations
from tests.engine.guidelines.makers import METHOD

FIRST = SessionFact("1. fokusgrupa", "Ķekava", Mode.LIVE, date(2026, 5, 12), Known(14, 14), 5)


def annex(language: str = "en", **changes: object):
    return annex_from(replace(METHOD, **changes), Wording(language, translations(language)))


def test_annex_says_when_and_how_many() -> None:
    said = annex(sessions=(FIRST, replace(FIRST, held_on=date(2026, 5, 19)))).paragraphs[1]
    assert said == "People who answered: 26. Sessions: 2. Held between 12 May 2026 and 19 May 2026."


def test_annex_of_one_day_names_it_once() -> None:
    assert annex(sessions=(FIRST,)).paragraphs[1].endswith("Held on 12 May 2026.")


def test_sessions_are_listed_with_place_mode_people_and_notes() -> None:
    table = annex("lv", sessions=(FIRST,)).tables[0]
    assert table.rows == (("1. fokusgrupa", "2026. gada 12. maijs", "Ķekava", "klātienes sesija", "14", "5"),)


def test_small_group_is_told_as_few() -> None:
    table = annex(groups=(GroupFact("Council", Known(0, 2, few=True)),)).tables[0]
    assert table.rows == (("Council", "few"),)


def test_questions_stand_under_the_version_that_asked_them() -> None:
    asked = (
        QuestionFact("Anketa", 1, "Kas traucē?", Known(14, 14)),
        QuestionFact("Anketa", 2, "Kas traucē visvairāk?", Known(12, 12)),
    )
    assert [table.title for table in annex(questions=asked).tables] == [
        "Questions: Anketa, version 1",
        "Questions: Anketa, version 2",
    ]


def test_share_of_the_machine_in_the_themes_is_told() -> None:
    found = ThemesFact(themes=3, suggested=2, by_machine=40, by_people=5, refused=1, decisions=7)
    said = annex(themes=found).paragraphs[2]
    assert "2 of them were proposed by the machine." in said
    assert "40 by the machine, 5 by people; people took out 1." in said


def test_nothing_is_said_of_themes_where_there_are_none() -> None:
    assert not any("theme" in text for text in annex().paragraphs)


def test_threshold_is_told() -> None:
    assert "below 5" in annex(k=5).paragraphs[-1]


def test_sample_says_that_its_voices_are_invented() -> None:
    assert "invented sample" in annex(sample=True).paragraphs[0]


def test_real_study_does_not_claim_to_be_invented() -> None:
    assert not any("invented" in text for text in annex(sample=False).paragraphs)
