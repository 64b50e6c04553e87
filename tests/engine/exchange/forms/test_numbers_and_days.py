"""Numbers and days go out as XLSForm and come back as they were; those of others are read, too."""

from hypothesis import given, settings
from hypothesis import strategies as some

from survey_engine.design.kinds import Date, Number
from survey_engine.design.models import Form
from survey_engine.exchange.forms.carried import Outgoing
from survey_engine.exchange.forms.formats import read_form, write_form
from survey_engine.exchange.forms.whole import with_keys
from tests.questions import QUESTIONS

LANGUAGES = ("lv", "ru", "en")


@settings(max_examples=25, deadline=None)
@given(number=QUESTIONS["number"], day=QUESTIONS["date"], required=some.booleans())
def test_number_and_day_come_back_as_they_were(number: Number, day: Date, required: bool) -> None:
    questions = (
        number.model_copy(update={"id": "a", "key": "a", "required": required}).cleaned(),
        day.model_copy(update={"id": "b", "key": "b"}).cleaned(),
    )
    form = Form(questions=questions)
    written = write_form(Outgoing(form, "Anketa", LANGUAGES), "anketa.xlsx")
    carried = read_form("anketa.xlsx", written.content)
    assert (carried.form, carried.not_carried) == (with_keys(form), ())
