"""Advice on wording: each check speaks where it should, keeps quiet where it should, and says where it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey_engine.design.kinds import (
    AnyQuestion,
    Information,
    Matrix,
    MultipleChoice,
    Number,
    OpenText,
    Option,
    Points,
    Priced,
    Ranking,
    Scale,
    SingleChoice,
    Statement,
    YesNo,
)
from survey_engine.design.models import Form
from survey_engine.design.wording import (
    LANGUAGES,
    Place,
    WordingCheck,
    advise,
    advise_question,
    advise_time,
    same_in_languages,
)
from survey_engine.design.wording.advice import BETTER, TITLES, WHY
from survey_engine.design.wording.lexicons import LEXICONS, find, lines, phrases
from survey_engine.design.wording.ranges import Range, range_of
from survey_engine.design.wording.scales import leaning_of
from survey_engine.design.wording.sources import sources_of


def single(text: str, *labels: str, language: str = "lv") -> SingleChoice:
    options = tuple(
        Option(code=str(n), label={language: label}) for n, label in enumerate(labels or ("Jā", "Nē"))
    )
    return SingleChoice(id="q", text={language: text}, options=options)


def scale(low: str, high: str, *, id: str = "q", cant_say: bool = True) -> Scale:
    return Scale(id=id, text={"en": "The roads?"}, low={"en": low}, high={"en": high}, cant_say=cant_say)


def said(question: AnyQuestion) -> list[tuple[str, str]]:
    return [(str(one.check), one.passage) for one in advise_question(question, LANGUAGES)]


def test_two_questions_in_one_are_shown_where_they_stand() -> None:
    question = single("Cik ātri un laipni jūs apkalpoja?", "Labi", "Slikti", "Nezinu")
    (advice,) = advise_question(question, ["lv"])
    assert (advice.place, advice.start, advice.end, advice.passage) == (
        Place.TEXT,
        0,
        18,
        "Cik ātri un laipni",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Kā vērtējat NVO un pašvaldības sadarbību?",
        "Kā vērtējat bērnu un jauniešu centru?",
        "Cik labas ir attiecības starp skolu un vecākiem?",
    ],
)
def test_pair_that_is_one_thing_is_not_two_questions(text: str) -> None:
    assert said(single(text, "Labi", "Slikti", "Nezinu")) == []


def test_open_question_may_ask_two_things() -> None:
    assert said(OpenText(id="q", text={"en": "What would you change, and why?"})) == []


def test_background_for_an_answer_of_ones_own_is_not_leading() -> None:
    assert said(OpenText(id="q", text={"en": "Given your experience, what would you change?"})) == []


def test_question_that_names_both_sides_is_neither_leading_nor_negated() -> None:
    text = "Do you agree or disagree that the park should be larger?"
    assert said(single(text, "Agree", "Disagree", "Can't say", language="en")) == []


def test_negated_statement_is_pointed_out_and_a_plain_one_is_not() -> None:
    negated = Statement(id="q", text={"ru": "Школы не следует закрывать."})
    plain = Statement(id="q", text={"ru": "Школы следует сохранить."})
    assert [said(negated), said(plain)] == [[("double-negation", "не следует")], []]


def test_leading_negation_is_advised_on_once() -> None:
    found = said(single("Don't you agree that parking is dear?", "Yes", "No", "Can't say", language="en"))
    assert [check for check, _ in found] == ["leading"]


@pytest.mark.parametrize(
    ("low", "high", "checks"),
    [
        ("Very bad", "Very good", []),
        ("Bad", "Very good", ["unbalanced-scale"]),
        ("Good", "Very good", ["unbalanced-scale"]),
        ("Not at all important", "Very important", []),
        ("Never", "Very often", []),
    ],
)
def test_scale_is_balanced_when_its_ends_are_opposites(low: str, high: str, checks: list[str]) -> None:
    assert [check for check, _ in said(scale(low, high))] == checks


def test_scale_without_cant_say_has_no_way_out() -> None:
    assert said(scale("Very bad", "Very good", cant_say=False)) == [("no-way-out", "The roads?")]


def test_scales_that_turn_are_those_of_the_smaller_number() -> None:
    usual, other = ("Very bad", "Very good"), ("Very good", "Very bad")
    form = Form(questions=(scale(*usual, id="a"), scale(*other, id="b"), scale(*usual, id="c")))
    assert [(one.check, one.question_id) for one in advise(form, ["en"])] == [(WordingCheck.SCALE_TURNS, "b")]


def test_ranges_that_share_a_number_overlap_and_name_each_other() -> None:
    (advice,) = advise_question(single("Cik jums gadu?", "18-25", "25-35", "36 un vairāk"), ["lv"])
    assert (advice.check, advice.passage, advice.other, advice.option) == (
        WordingCheck.OPTIONS_OVERLAP,
        "25-35",
        "18-25",
        "1",
    )


def test_missing_numbers_between_ranges_are_named() -> None:
    (advice,) = advise_question(single("Cik jums gadu?", "līdz 17", "18-25", "30-45", "46+"), ["lv"])
    assert (advice.check, advice.other) == (WordingCheck.OPTIONS_GAP, "26–29")


@pytest.mark.parametrize(
    ("label", "language", "found"),
    [
        ("18–25", "lv", Range(low=18, high=25)),
        ("līdz 18", "lv", Range(low=0, high=18)),
        ("mazāk par 2", "lv", Range(low=0, high=2, open_high=True)),
        ("65 or over", "en", Range(low=65, high=float("inf"))),
        ("более 5 км", "ru", Range(low=5, high=float("inf"), open_low=True)),
        ("1 000–2 000 €", "en", Range(low=1000, high=2000)),
        ("17.00", "lv", None),
        ("Reti", "lv", None),
    ],
)
def test_range_is_read_from_a_label(label: str, language: str, found: Range | None) -> None:
    assert range_of(label, language) == found


def test_abbreviation_is_hard_until_it_is_explained() -> None:
    bare = OpenText(id="q", text={"en": "What do you think of the TPUB?"})
    told = bare.model_copy(
        update={"help": {"en": "The plan of use and building (TPUB) says what goes where."}}
    )
    assert [said(bare), said(told)] == [[("jargon", "TPUB")], []]


def test_officialese_comes_with_a_plainer_word() -> None:
    (advice,) = advise_question(OpenText(id="q", text={"en": "Say what happened prior to it."}), ["en"])
    assert advice.better(str) == "Say it plainly, for example: before"


def test_long_sentence_says_how_many_words_it_has() -> None:
    text = " ".join(["word"] * 26) + ". Short."
    (advice,) = advise_question(OpenText(id="q", text={"en": text}), ["en"])
    assert (advice.passage, advice.found, advice.most) == (text.removesuffix(" Short."), 26, 25)


def test_information_is_looked_at_for_hard_words_only() -> None:
    assert said(Information(id="q", text={"en": "Don't you agree and why?"})) == []


def test_language_without_words_of_ours_gets_no_advice() -> None:
    assert advise_question(OpenText(id="q", text={"et": "Kas te ei nõustu?"}), ["et"]) == ()


def test_time_is_too_short_only_when_answering_takes_more() -> None:
    form = Form(questions=tuple(OpenText(id=str(n), text={"en": "Why?"}) for n in range(10)))
    assert [len(advise_time(form, ["en"], minutes=minutes)) for minutes in (5, 10)] == [1, 0]


@pytest.mark.parametrize("check", list(WordingCheck))
def test_every_check_has_words_and_a_source(check: WordingCheck) -> None:
    assert check in TITLES.keys() & WHY.keys() & BETTER.keys()
    assert [source.full for source in sources_of(check) if not source.full] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_of_a_language_can_be_read(language: str) -> None:
    names = sorted(file.stem for file in (LEXICONS / language).glob("*.txt"))
    assert {name: bool(lines(name, language)) for name in names} == dict.fromkeys(names, True)
    assert all(phrases(name, language) for name in names if name != "scale_words")
    assert leaning_of(lines("scale_words", language)[0].split("(")[-1].split("|")[0].strip("*)"), language)


def test_typographic_apostrophe_is_read_like_a_plain_one() -> None:
    text = "The park is nice, isn’t it?"
    assert [text[one.start : one.end] for one in find("leading", "en", text)][:1] == ["isn’t it"]


@given(text=st.text(max_size=200), label=st.text(max_size=40), language=st.sampled_from(LANGUAGES))
def test_passage_is_always_a_substring_of_the_text_it_names(text: str, label: str, language: str) -> None:
    question = single(text, label, "18-25", "25-30", language=language)
    texts = {Place.TEXT: lambda one: text, Place.OPTION: lambda one: question.label(one.option)[language]}
    for one in advise_question(question, [language]):
        assert texts[one.place](one)[one.start : one.end] == one.passage


def test_long_name_is_not_a_hard_word() -> None:
    assert said(OpenText(id="q", text={"en": "What do you think of Prinzregentenplatz Square?"})) == []


def test_advice_that_is_the_same_in_several_languages_is_given_once() -> None:
    options = tuple(Option(code=label, label={"lv": label, "en": label}) for label in ("1-3", "3-5", "6+"))
    question = SingleChoice(id="q", text={"lv": "Cik?", "en": "How many?"}, options=options)
    found = same_in_languages(advise_question(question, ["lv", "en"]))
    assert [(one.passage, codes) for one, codes in found] == [("3-5", ("lv", "en"))]


def test_yes_or_no_needs_a_way_out_for_an_opinion_and_no_negation() -> None:
    opinion = YesNo(id="q", text={"lv": "Vai jūs atbalstāt jauno kārtību?"})
    assert said(opinion) == [("no-way-out", "Vai jūs atbalstāt jauno kārtību?")]
    assert said(opinion.model_copy(update={"cant_say": True})) == []
    negated = YesNo(id="q", text={"lv": "Vai centrā nedrīkst braukt ar auto?"}, cant_say=True)
    assert [check for check, _ in said(negated)] == ["double-negation"]


def test_matrix_is_judged_by_its_ends_its_way_out_and_each_of_its_statements() -> None:
    rows = (Option(code="a", label={"en": "How satisfied are you with the buses and the lighting?"}),)
    matrix = Matrix(
        id="q",
        text={"en": "The city?"},
        options=rows,
        low={"en": "very bad"},
        high={"en": "good"},
        cant_say=False,
    )
    (first, *rest) = advise_question(matrix, ["en"])
    assert (first.check, first.place, first.option) == (WordingCheck.DOUBLE_BARRELLED, Place.OPTION, "a")
    assert [one.check for one in rest] == [WordingCheck.UNBALANCED_SCALE, WordingCheck.NO_WAY_OUT]


@pytest.mark.parametrize(
    "question",
    [
        Ranking(id="q", text={"lv": "Kuri no šiem pakalpojumiem ir svarīgākie?"}),
        Points(id="q", text={"lv": "Kuri no šiem pakalpojumiem ir svarīgākie?"}),
        MultipleChoice(id="q", text={"lv": "Kuri no šiem pakalpojumiem ir svarīgākie?"}, other=True),
    ],
)
def test_way_out_is_not_asked_for_where_there_is_one_or_can_be_none(question: AnyQuestion) -> None:
    options = tuple(Priced(code=str(n), label={"lv": name}) for n, name in enumerate(("Autobusi", "Skolas")))
    assert said(question.model_copy(update={"options": options})) == []


def test_one_number_cannot_answer_two_questions() -> None:
    number = Number(id="q", text={"en": "How satisfied are you with the buses and the lighting?"})
    assert [check for check, _ in said(number)] == ["double-barrelled"]


@pytest.mark.parametrize("chosen", [(), ("0",)])
def test_answer_that_is_chosen_beforehand_is_advised_against(chosen: tuple[str, ...]) -> None:
    question = single("Vai piedalīsieties?").model_copy(update={"default": chosen})
    found = [one.check for one in advise_question(question, ("lv",))]
    assert found == [WordingCheck.PRESELECTED] * bool(chosen)
