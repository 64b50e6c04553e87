"""The time that answering takes: reading by language, answering by kind."""

import pytest

from survey_engine.design.answering_time import answering_minutes, answering_seconds, question_seconds
from survey_engine.design.kinds import (
    AnyQuestion,
    Criteria,
    Criterion,
    Information,
    OpenText,
    Option,
    SingleChoice,
    Words,
)
from survey_engine.design.models import Form
from tests import factories as make

TEXT = " ".join(["word"] * 15)
TEXTS = {"en": TEXT, "lv": TEXT, "ru": TEXT}
LABELS = tuple(Option(code=str(n), label=dict.fromkeys(TEXTS, "two words")) for n in range(5))


def test_ordinary_question_takes_the_ten_seconds_that_others_measured() -> None:
    assert round(question_seconds(SingleChoice(text=TEXTS, options=LABELS), "en"), 1) == 10.3


@pytest.mark.parametrize(("language", "seconds"), [("en", 3.8), ("ru", 4.2), ("lv", 4.5), ("et", 4.5)])
def test_same_number_of_words_takes_longer_where_words_say_more(language: str, seconds: float) -> None:
    assert round(question_seconds(Information(text=TEXTS), language), 1) == seconds


def test_each_word_that_may_be_entered_takes_its_time() -> None:
    assert [question_seconds(Words(text={}, most=most), "en") for most in (1, 3)] == [6.0, 18.0]


def test_each_cell_of_criteria_takes_its_time_and_its_criterion_is_read_again() -> None:
    by = tuple(Criterion(code=f"c{n}", label={"en": "effect"}) for n in range(2))
    question = Criteria(text={}, options=LABELS[:3], criteria=by)
    reading = (3 * 2 + 3 * 2 * 1) * 60 / 238
    assert question_seconds(question, "en") == pytest.approx(6 * 2.0 + reading)


def test_text_missing_in_a_language_is_read_in_another() -> None:
    assert question_seconds(Information(text={"en": TEXT}), "lv") == question_seconds(
        Information(text={"lv": TEXT}), "lv"
    )


def test_form_takes_as_long_as_its_questions_and_minutes_are_rounded_up() -> None:
    form = Form(questions=(OpenText(text={}), OpenText(text={}, long=False)))
    assert (answering_seconds(form, "en"), answering_minutes(form, "en")) == (70, 2)


def test_empty_form_takes_no_time() -> None:
    assert answering_minutes(Form(), "en") == 0


@pytest.mark.parametrize(
    ("question", "seconds"),
    [
        (make.yesno(), 4),
        (make.matrix(codes="abcde"), 15),
        (make.ranking(codes="abc"), 12),
        (make.points(codes="abc"), 15),
        (make.budget(), 6),
        (make.number(), 6),
        (make.date(), 8),
    ],
)
def test_each_part_of_an_answer_takes_its_time(question: AnyQuestion, seconds: float) -> None:
    unread = question.model_copy(
        update={"text": {}, "options": tuple(_unread(question)), "low": {}, "high": {}}
    )
    assert question_seconds(unread, "en") == seconds


def _unread(question: AnyQuestion) -> list[Option]:
    return [one.model_copy(update={"label": {}}) for one in getattr(question, "options", ())]
