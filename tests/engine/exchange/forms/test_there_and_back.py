"""Whatever the editor can make goes out and comes back as it was, in every format that goes both ways."""

import json

import pytest
from hypothesis import given, settings

from survey_engine.design.kinds import KINDS
from survey_engine.design.models import AgendaStep, Form, Section, StepKind
from survey_engine.exchange.forms.carried import Carried, Outgoing, Why
from survey_engine.exchange.forms.formats import read_form, write_form
from survey_engine.exchange.forms.limesurvey.kinds_out import WRITERS as TO_LIMESURVEY
from survey_engine.exchange.forms.surveyjs import WRITERS as TO_SURVEYJS
from survey_engine.exchange.forms.xlsform.kinds_out import WRITERS as TO_XLSFORM
from tests.engine.exchange.forms.made_up import LANGUAGES, as_read, forms, one_of_each

BOTH_WAYS = (".json", ".xlsx", ".txt")


def there_and_back(form: Form, ending: str, title: str = "Anketa") -> Carried:
    written = write_form(Outgoing(form, title, LANGUAGES), f"anketa{ending}")
    return read_form(f"anketa{ending}", written.content)


@pytest.mark.parametrize("ending", BOTH_WAYS)
@given(form=forms())
@settings(max_examples=60, deadline=None)
def test_questionnaire_comes_back_as_it_was(ending: str, form: Form) -> None:
    carried = there_and_back(form, ending)

    assert (carried.form, carried.languages, carried.title) == (as_read(form), LANGUAGES, "Anketa")
    assert carried.not_carried == ()


@pytest.mark.parametrize("ending", BOTH_WAYS)
@given(form=forms())
@settings(max_examples=20, deadline=None)
def test_second_time_out_is_the_same_as_the_first(ending: str, form: Form) -> None:
    again = there_and_back(there_and_back(form, ending).form, ending)

    assert again == there_and_back(form, ending)


def on_one_page() -> Form:
    section = Section(id="s", title={"lv": "Lapa"}, one_page=True)
    inside = (one.model_copy(update={"section": "s"}) for one in one_of_each().questions)
    return Form(questions=tuple(inside), sections=(section,))


@pytest.mark.parametrize(
    ("ending", "comes_back", "listed"),
    [
        (".json", True, []),
        (".xlsx", True, []),
        (".txt", False, ["one_page"]),
        (".surveyjs.json", False, ["sections"]),
    ],
)
def test_section_of_one_page_comes_back_or_is_listed(
    ending: str, comes_back: bool, listed: list[str]
) -> None:
    written = write_form(Outgoing(on_one_page(), "Anketa", LANGUAGES), f"a{ending}")
    told = [one.details["field"] for one in written.not_carried if one.reason == Why.FIELD and not one.row]
    assert told == listed
    if ending in BOTH_WAYS:
        assert [one.one_page for one in there_and_back(on_one_page(), ending).form.sections] == [comes_back]


@pytest.mark.parametrize("ending", BOTH_WAYS)
@pytest.mark.parametrize("title", ["“Balsis” & <balsis>", "=1+1", "{x}", "${x}"])
def test_title_comes_back_as_it_was(ending: str, title: str) -> None:
    assert there_and_back(one_of_each(), ending, title).title == title


@pytest.mark.parametrize(
    "writers", [TO_XLSFORM, TO_LIMESURVEY, TO_SURVEYJS], ids=["XLSForm", "LimeSurvey", "SurveyJS"]
)
def test_every_kind_is_written(writers: dict) -> None:
    assert set(writers) == set(KINDS)


@pytest.mark.parametrize("ending", [*BOTH_WAYS, ".surveyjs.json"])
def test_usual_question_of_each_kind_is_written_whole(ending: str) -> None:
    lost = write_form(Outgoing(one_of_each(), "Anketa", LANGUAGES), f"a{ending}").not_carried

    # Where people see what others wrote and vote on it, only Balsis brings them together.
    written = {Why.OWN_STATEMENTS} if ending in (".txt", ".surveyjs.json") else {Why.ALONE}
    alone = [] if ending == ".json" else ["statements", "ideas", "audience"]
    assert [one.name for one in lost] == [kind for kind in KINDS if kind in alone]
    assert {one.reason for one in lost if one.name == "statements"} == (written if alone else set())
    assert {one.reason for one in lost if one.name != "statements"} == ({Why.ALONE} if alone else set())


def with_agenda(form: Form) -> Form:
    """Return the form with an agenda that shows its first question."""
    step = AgendaStep(kind=StepKind.QUESTION, minutes=7, notes="Klusi", question_id=form.questions[0].id)
    return form.model_copy(update={"agenda": (step,), "booked_minutes": 90, "starts_at": "18:00"})


@pytest.mark.parametrize("ending", [".json", ".xlsx"])
def test_agenda_comes_back_about_the_same_question(ending: str) -> None:
    form = with_agenda(one_of_each())

    assert there_and_back(form, ending).form == as_read(form)
    assert there_and_back(form, ending).form.agenda[0].question_id == form.questions[0].key


@pytest.mark.parametrize("ending", [".xlsx", ".txt", ".surveyjs.json"])
def test_agenda_is_listed_where_the_format_has_none(ending: str) -> None:
    written = write_form(Outgoing(with_agenda(one_of_each()), "Anketa", LANGUAGES), f"a{ending}")

    fields = [one.details["field"] for one in written.not_carried if one.reason is Why.FIELD]
    assert fields == ["agenda", "booked_minutes", "starts_at"]


def test_step_about_a_question_that_did_not_come_along_is_listed() -> None:
    whole = json.loads(write_form(Outgoing(with_agenda(one_of_each()), "A", LANGUAGES), "a.json").content)
    whole["questions"][0]["kind"] = "hologramma"
    carried = read_form("a.json", json.dumps(whole).encode())

    assert carried.form.agenda == ()
    assert [one.reason for one in carried.not_carried] == [Why.REFERENCE, Why.KIND]
