"""Checking and counting answers, kind by kind."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from survey_engine.collect.kinds import KINDS, check_answer, one_decimal, summarise
from survey_engine.collect.kinds.position import Along
from survey_engine.collect.kinds.words import entries_of
from survey_engine.collect.models import Answer, AnswerValue
from survey_engine.design import kinds as design
from survey_engine.design.kinds import Information, MultipleChoice, OpenText, Words
from survey_engine.errors import EngineError, Problem
from tests import factories as make

SINGLE, SCALE, STATEMENT = make.single(), make.scale(), make.statement()
OPEN, WORDS = make.open_text(), make.words()
RANKING = make.ranking()
MATRIX = make.matrix()
CRITERIA = make.criteria()
POSITION = make.position()
YESNO = make.yesno()
WITH_OTHER = SINGLE.model_copy(update={"other": True})
MULTIPLE = MultipleChoice(id="m", options=tuple(make.option(c, c.upper()) for c in "abcd"), least=2, most=3)


def value(*codes: str, text: str | None = None) -> AnswerValue:
    return AnswerValue(codes=codes, text=text)


def fault(question: design.Question, answer: AnswerValue) -> tuple[Problem, dict[str, object]]:
    with pytest.raises(EngineError) as caught:
        check_answer(question, answer)
    return caught.value.problem, caught.value.details


def said(person: str, *codes: str, text: str | None = None, after_seconds: int = 0, **more) -> Answer:
    return Answer(
        session_id="s",
        participant_id=person,
        question_id="q",
        codes=list(codes),
        text=text,
        said_at=make.NOON + timedelta(seconds=after_seconds),
        **more,
    )


def test_every_kind_of_question_can_be_answered() -> None:
    assert set(KINDS) == set(design.KINDS)


@pytest.mark.parametrize(
    "question", [SINGLE, YESNO, SCALE, STATEMENT, MULTIPLE, MATRIX, CRITERIA, POSITION, RANKING, OPEN, WORDS]
)
def test_empty_answer_is_fine_where_none_is_required(question: design.Question) -> None:
    assert check_answer(question, value()).is_empty


@pytest.mark.parametrize(
    "question", [SINGLE, YESNO, SCALE, STATEMENT, MULTIPLE, MATRIX, CRITERIA, POSITION, RANKING, OPEN, WORDS]
)
def test_empty_answer_is_refused_where_one_is_required(question: design.Question) -> None:
    required = question.model_copy(update={"required": True})
    assert fault(required, value(text="  \n")) == (Problem.ANSWER_EMPTY, {})


@pytest.mark.parametrize("question", [SINGLE, YESNO, SCALE, STATEMENT, MULTIPLE, MATRIX, CRITERIA, POSITION])
def test_unknown_code_is_refused_and_named(question: design.Question) -> None:
    assert fault(question, value("zebra")) == (Problem.ANSWER_CODE_UNKNOWN, {"code": "zebra"})


@pytest.mark.parametrize("question", [SINGLE, YESNO, SCALE, STATEMENT])
def test_second_choice_is_refused_where_one_is_asked_for(question: design.Question) -> None:
    two = value(*question.codes()[:2])
    assert fault(question, two) == (Problem.ANSWER_TOO_MANY, {"chosen": 2, "most": 1})


@pytest.mark.parametrize("question", [SINGLE, YESNO, SCALE, STATEMENT, MULTIPLE, MATRIX, CRITERIA, POSITION])
def test_words_are_refused_where_people_choose(question: design.Question) -> None:
    assert fault(question, value(text="vārdi"))[0] == Problem.ANSWER_UNFIT


@pytest.mark.parametrize("question", [OPEN, WORDS])
def test_codes_are_refused_where_people_write(question: design.Question) -> None:
    assert fault(question, value("a"))[0] == Problem.ANSWER_UNFIT


def test_anything_is_refused_where_people_only_read() -> None:
    assert fault(Information(id="i"), value("a"))[0] == Problem.ANSWER_UNFIT


def test_choices_are_stored_in_the_order_of_the_question_each_once() -> None:
    assert check_answer(MULTIPLE, value("c", "a", "c")) == value("a", "c")


def test_too_few_choices_are_refused_with_both_numbers() -> None:
    assert fault(MULTIPLE, value("a")) == (Problem.ANSWER_TOO_FEW, {"chosen": 1, "least": 2})


def test_too_many_choices_are_refused_with_both_numbers() -> None:
    assert fault(MULTIPLE, value(*"abcd")) == (Problem.ANSWER_TOO_MANY, {"chosen": 4, "most": 3})


def test_words_beside_other_are_kept_to_the_character() -> None:
    assert check_answer(WITH_OTHER, value("other", text=" Cits  ceļš ")) == value(
        "other", text=" Cits  ceļš "
    )


def test_words_alone_mean_other() -> None:
    assert check_answer(WITH_OTHER, value(text="Cits ceļš")) == value("other", text="Cits ceļš")


def test_words_beside_another_choice_are_refused_and_not_dropped() -> None:
    assert fault(WITH_OTHER, value("a", text="Cits ceļš")) == (Problem.OTHER_UNCHOSEN, {})


def test_other_with_too_many_words_is_refused_with_how_much() -> None:
    problem, details = fault(WITH_OTHER, value("other", text="ā" * 302))
    assert (problem, details["over"]) == (Problem.TEXT_TOO_LONG, 2)


def test_other_is_unknown_where_it_is_not_offered() -> None:
    assert fault(SINGLE, value("other"))[0] == Problem.ANSWER_CODE_UNKNOWN


def test_none_of_these_stands_alone_whatever_the_least() -> None:
    question = MULTIPLE.model_copy(update={"none": True})
    assert check_answer(question, value("none")) == value("none")
    assert fault(question, value("a", "b", "none")) == (Problem.NONE_AND_OTHERS, {})


def test_words_beside_other_are_listed_for_those_who_lead() -> None:
    counts = summarise(WITH_OTHER, [said("1", "other", text="Cits ceļš"), said("2", "a")])
    assert [(row.code, row.people) for row in counts.rows][-1] == ("other", 1)
    assert [one.text for one in counts.others] == ["Cits ceļš"]


def test_fixed_words_are_there_in_every_language() -> None:
    assert YESNO.label("yes") == {"lv": "Jā", "en": "Yes", "ru": "Да"}


def test_matrix_keeps_one_point_for_each_statement_in_their_order() -> None:
    assert check_answer(MATRIX, value("b=1", "a=cant_say")) == value("a=cant_say", "b=1")
    assert fault(MATRIX, value("a=1", "a=2"))[0] == Problem.ANSWER_UNFIT
    assert fault(MATRIX, value("a=6")) == (Problem.ANSWER_CODE_UNKNOWN, {"code": "a=6"})


def test_required_matrix_says_how_many_statements_are_left() -> None:
    required = MATRIX.model_copy(update={"required": True})
    assert fault(required, value("b=1")) == (Problem.ROWS_LEFT, {"left": 1, "all": 2})


def test_statement_of_a_matrix_has_its_mean_of_those_who_chose_a_point() -> None:
    grid = summarise(MATRIX, [said("1", "a=5", "b=1"), said("2", "a=2"), said("3", "a=cant_say")])
    assert [(r.code, r.tally, r.cant_say, r.mean, r.people) for r in grid.rows] == [
        ("a", (0, 1, 0, 0, 1), 1, 3.5, 2), ("b", (1, 0, 0, 0, 0), 0, 1.0, 1),
    ]  # fmt: skip
    assert grid.people == 3


def test_code_of_a_matrix_says_statement_and_point() -> None:
    assert MATRIX.label("a=5")["lv"] == "Apgalvojums a: 5 = Labi"
    assert MATRIX.label("a=cant_say")["ru"] == "Apgalvojums a (ru): Не могу сказать"


def test_criteria_keep_one_point_for_each_cell_in_their_order() -> None:
    assert check_answer(CRITERIA, value("b/c1=1", "a/c2=cant_say")) == value("a/c2=cant_say", "b/c1=1")
    assert fault(CRITERIA, value("a/c1=1", "a/c1=2"))[0] == Problem.ANSWER_UNFIT
    assert fault(CRITERIA, value("a/c3=1")) == (Problem.ANSWER_CODE_UNKNOWN, {"code": "a/c3=1"})


def test_required_criteria_say_how_many_cells_are_left() -> None:
    required = CRITERIA.model_copy(update={"required": True})
    assert fault(required, value("b/c1=1")) == (Problem.ROWS_LEFT, {"left": 3, "all": 4})


def test_score_weighs_criteria_and_turns_those_of_which_less_is_better() -> None:
    people = [said("1", "a/c1=5", "a/c2=5", "b/c1=4", "b/c2=1"), said("2", "a/c1=3", "b/c2=cant_say")]
    ratings = summarise(CRITERIA, people)
    assert [[(c.mean, c.people, c.cant_say) for c in t.cells] for t in ratings.things] == [
        [(4.0, 2, 0), (5.0, 1, 0)],
        [(4.0, 1, 0), (1.0, 1, 1)],
    ]
    assert [thing.score for thing in ratings.things] == [3.0, 13 / 3]
    assert [(t.code, ratings.place_of(t), t.people) for t in ratings.in_order] == [("b", 1, 1), ("a", 2, 2)]


def test_thing_has_no_score_until_every_criterion_was_rated() -> None:
    ratings = summarise(CRITERIA, [said("1", "a/c1=5")])
    assert [(thing.score, ratings.place_of(thing)) for thing in ratings.things] == [(None, None)] * 2


def test_code_of_criteria_says_thing_criterion_and_point() -> None:
    assert CRITERIA.label("a/c1=5")["lv"] == "Rīks a · Ietekme: 5 = Daudz"


def test_positions_are_kept_in_the_order_of_the_question_one_for_each_thing() -> None:
    assert check_answer(POSITION, value("b=0,10", "a=3,4")) == value("a=3,4", "b=0,10")
    assert fault(POSITION, value("a=1,1", "a=2,2"))[0] == Problem.ANSWER_UNFIT


@pytest.mark.parametrize("code", ["a=11,0", "a=1", "a=-1,0", "c=1,1", "a=01,1", "a=1,1,1"])
def test_place_off_the_grid_is_refused_and_named(code: str) -> None:
    assert fault(POSITION, value(code)) == (Problem.ANSWER_CODE_UNKNOWN, {"code": code})


@pytest.mark.parametrize("code", ["a=3,", "a=,3"])
def test_place_along_one_axis_only_is_refused_in_words(code: str) -> None:
    assert fault(POSITION, value(code)) == (Problem.POSITION_HALF, {})


def test_required_position_places_every_thing() -> None:
    required = POSITION.model_copy(update={"required": True})
    assert fault(required, value("a=1,1")) == (Problem.ROWS_LEFT, {"left": 1, "all": 2})


def test_thing_has_its_mean_place_and_spread_with_n() -> None:
    plane = summarise(POSITION, [said("1", "a=2,10"), said("2", "a=4,10", "b=0,5")])
    assert [(t.code, t.people) for t in plane.things] == [("a", 2), ("b", 1)]
    first, second = plane.things
    assert (first.x, first.y) == (Along(3.0, 2**0.5), Along(10.0, 0.0))
    assert (second.x, second.y, plane.people) == (Along(0.0, None), Along(5.0, None), 2)


def test_code_of_a_position_says_thing_and_both_axes() -> None:
    assert POSITION.label("a=3,4")["lv"] == "Rīks a: Darbs 3, Labums 4"


def test_ranking_keeps_the_order_that_was_given() -> None:
    assert check_answer(RANKING, value("c", "a")) == value("c", "a")


def test_ranking_refuses_one_option_in_two_places_and_more_than_there_are() -> None:
    assert fault(RANKING, value("c", "c")) == (Problem.RANKED_TWICE, {})
    top = RANKING.model_copy(update={"top": 1})
    assert fault(top, value("a", "b")) == (Problem.ANSWER_TOO_MANY, {"chosen": 2, "most": 1})
    assert fault(top, value("zebra")) == (Problem.ANSWER_CODE_UNKNOWN, {"code": "zebra"})


def test_required_ranking_fills_every_place() -> None:
    required = RANKING.model_copy(update={"required": True})
    assert fault(required, value("a", "b")) == (Problem.ANSWER_TOO_FEW, {"chosen": 2, "least": 3})


def test_ranking_has_mean_place_first_places_and_points_with_n() -> None:
    ranks = summarise(RANKING, [said("1", "a", "b", "c"), said("2", "b")])
    assert [(r.code, r.ranked, r.first, r.mean, r.score) for r in ranks.rows] == [
        ("a", 1, 1, 1.0, 1.5), ("b", 2, 1, 1.5, 2.5), ("c", 1, 0, 3.0, 0.5),
    ]  # fmt: skip
    assert [row.code for row in ranks.in_order] == ["b", "a", "c"]


def test_mean_is_rounded_alike_everywhere() -> None:
    assert [str(one_decimal(mean)) for mean in (3.25, 3.35, 2.0)] == ["3.3", "3.4", "2.0"]


def test_cant_say_is_refused_where_the_scale_does_not_offer_it() -> None:
    strict = SCALE.model_copy(update={"cant_say": False})
    assert fault(strict, value("cant_say"))[0] == Problem.ANSWER_CODE_UNKNOWN


def test_open_text_is_kept_to_the_character() -> None:
    text = "  \tnav  skaidrs…\r\n\n– kā? 👍🏽 "
    assert check_answer(OPEN, value(text=text)).text == text


def test_open_text_that_is_too_long_is_refused_with_how_much() -> None:
    short = OpenText(id="o", longest=10)
    assert fault(short, value(text="ā" * 13)) == (Problem.TEXT_TOO_LONG, {"longest": 10, "over": 3})


def test_length_is_counted_in_code_points() -> None:
    assert check_answer(OpenText(id="o", longest=3), value(text="👍🏽ā")).text == "👍🏽ā"


def test_boxes_left_empty_are_not_words() -> None:
    assert check_answer(WORDS, value(text="\nuzticēšanās\r\n  \nnauda \n")).text == "uzticēšanās\nnauda "


def test_more_words_than_asked_for_are_refused_with_both_numbers() -> None:
    assert fault(WORDS, value(text="a\nb\nc\nd")) == (Problem.WORDS_TOO_MANY, {"written": 4, "most": 3})


def test_word_that_is_too_long_is_refused_and_named() -> None:
    problem, details = fault(WORDS, value(text="labi\n" + "a" * 62))
    assert (problem, details["over"], details["word"]) == (Problem.WORD_TOO_LONG, 2, "a" * 62)


def test_cant_say_and_pass_are_counted_apart() -> None:
    scale = summarise(SCALE, [said("1", "cant_say"), said("2", "5")])
    vote = summarise(STATEMENT, [said("1", "pass"), said("2", "agree")])
    assert [r.code for r in scale.rows if r.set_apart] == ["cant_say"]
    assert [(r.code, r.people) for r in vote.rows if r.set_apart] == [("pass", 1)]
    assert scale.people == 2


def test_rows_keep_the_order_of_the_question_whatever_is_chosen_most() -> None:
    counts = summarise(SINGLE, [said("1", "c"), said("2", "c"), said("3", "a")])
    assert [(row.code, row.people) for row in counts.rows] == [("a", 1), ("b", 0), ("c", 2)]


def test_empty_and_replaced_answers_do_not_count() -> None:
    counts = summarise(SINGLE, [said("1", "a"), said("2"), said("3", "b", is_current=False)])
    assert counts.people == 1


def test_open_answers_are_listed_as_they_came() -> None:
    listing = summarise(OPEN, [said("1", text="otrais", after_seconds=2), said("2", text="pirmais")])
    assert [answer.text for answer in listing.answers] == ["pirmais", "otrais"]


def test_word_counts_people_not_how_often_they_wrote_it() -> None:
    counts = summarise(WORDS, [said("1", text="Nauda\nnauda "), said("2", text="NAUDA")])
    assert [(row.lemma, row.people, row.forms) for row in counts.rows] == [("nauda", 2, (("nauda", 2),))]


def test_word_is_shown_in_the_spelling_most_used() -> None:
    counts = summarise(WORDS, [said("1", text="NVO"), said("2", text="NVO"), said("3", text="nvo")])
    assert [row.shown for row in counts.rows] == ["NVO"]


def test_nothing_is_counted_where_nobody_answers() -> None:
    assert summarise(Information(id="i"), []).people == 0


PEOPLE = some.sampled_from("ABCDEFGH")
CHOICES = some.lists(some.tuples(PEOPLE, some.sets(some.sampled_from("abcd"))), max_size=25)


@given(CHOICES)
def test_people_are_counted_once_however_often_they_answered(choices) -> None:
    answers = [said(person, *sorted(codes)) for person, codes in choices]
    counts = summarise(MULTIPLE, answers)
    assert counts.people == len({person for person, codes in choices if codes})
    for row in counts.rows:
        assert row.people == len({person for person, codes in choices if row.code in codes})


@given(CHOICES, some.randoms())
def test_counts_do_not_depend_on_order_or_on_replay(choices, random) -> None:
    answers = [said(person, *sorted(codes)) for person, codes in choices]
    again = answers + answers
    random.shuffle(again)
    assert summarise(MULTIPLE, again) == summarise(MULTIPLE, answers)


WRITTEN = some.lists(some.tuples(PEOPLE, some.text(alphabet="aāAĀ \n", max_size=12)), max_size=15)


@given(WRITTEN, some.randoms())
def test_words_do_not_depend_on_order_or_on_replay(written, random) -> None:
    answers = [said(person, text=text) for person, text in written]
    again = answers + answers
    random.shuffle(again)
    assert summarise(WORDS, again) == summarise(WORDS, answers)


@given(WRITTEN)
def test_no_word_has_more_people_than_answered(written) -> None:
    counts = summarise(Words(id="w", most=10), [said(person, text=text) for person, text in written])
    assert all(1 <= row.people <= counts.people for row in counts.rows)
    assert counts.people == len({person for person, text in written if entries_of(text)})


@given(some.text(max_size=200))
def test_open_text_is_never_changed_by_checking(text: str) -> None:
    kept = check_answer(OPEN, value(text=text))
    assert kept.text == (text if text.strip() else None)
