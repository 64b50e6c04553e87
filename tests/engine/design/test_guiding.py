"""The guide to ways of involving people: what it recommends when, where it warns, and on whose word."""

import json
from collections.abc import Iterator

import pytest

from survey_engine.design.guiding import guide, missing_picks, situation_of, warnings_for
from survey_engine.design.methods import (
    FOLDER,
    Method,
    Reason,
    Situation,
    methods,
    picks,
    source,
    warnings,
)
from survey_engine.design.templates import template
from survey_engine.texts import INTERFACE_LANGUAGES, missing_languages

PICKED = ("about", "stage", "promise", "touched", "people", "time", "conflict", "reach")
# What is picked, in the order above; what should come first; what should be warned of.
SITUATIONS: dict[str, tuple[str, str, list[str]]] = {
    "NGOs and a council on working together": (
        "understand early shape organisations few weeks differ easy",
        "focus-groups",
        [],
    ),
    "ideas of a whole parish in a hall": (
        "ideas early shape everybody hall weeks calm easy",
        "world-cafe",
        [],
    ),
    "a day for ideas where nobody knows the answer": (
        "ideas early together everybody hall months calm easy",
        "open-space",
        [],
    ),
    "choosing tools after seeing cases": (
        "choose options shape group room weeks calm easy",
        "workshop",
        [],
    ),
    "what all residents need": (
        "understand early hear everybody many months calm easy",
        "survey",
        [],
    ),
    "a heated matter and very many people": (
        "understand options hear everybody many weeks heated easy",
        "statements",
        [],
    ),
    "a draft that can still change": (
        "draft draft hear everybody many weeks calm easy",
        "draft-consultation",
        ["duties"],
    ),
    "before the budget is drafted": (
        "money early hear everybody many weeks calm easy",
        "budget-priorities",
        [],
    ),
    "a sum that residents share out": (
        "money early decide everybody many months calm easy",
        "participatory-budget",
        [],
    ),
    "people who come to no meeting": (
        "understand early shape group few weeks calm hard",
        "interviews",
        ["missing-voices"],
    ),
    "sides that no longer talk": (
        "choose options together organisations few months stuck easy",
        "mediation",
        ["stuck"],
    ),
    "organisations in dispute": (
        "choose options together organisations room weeks heated easy",
        "round-table",
        [],
    ),
    "a hard choice with months to spare": (
        "choose options together everybody hall months heated mixed",
        "citizens-assembly",
        [],
    ),
    "what specialists expect": (
        "facts early hear specialists few months differ easy",
        "delphi",
        [],
    ),
    "a service that many use": (
        "evaluate after hear group room weeks calm easy",
        "feedback",
        [],
    ),
    "municipalities that learn from one another": (
        "evaluate after together organisations few months calm easy",
        "benchlearning",
        [],
    ),
    "a village to be heard next week": (
        "choose options hear everybody hall days calm easy",
        "open-meeting",
        [],
    ),
    "a draft promised as work together": (
        "draft draft together everybody hall weeks calm easy",
        "draft-consultation",
        ["promise-too-big", "duties"],
    ),
    "a handful for everybody": (
        "understand early hear everybody few weeks calm easy",
        "focus-groups",
        ["few-for-all"],
    ),
    "the decision is taken": (
        "choose decided hear everybody many weeks calm easy",
        "inform",
        ["decided"],
    ),
    "nothing can change": (
        "choose options nothing everybody many weeks calm easy",
        "inform",
        ["informing"],
    ),
    "nobody promised to use it": (
        "understand early unclear organisations few weeks calm easy",
        "inform",
        ["mandate"],
    ),
    "the result comes too late": (
        "money early hear everybody many late calm easy",
        "inform",
        ["too-late"],
    ),
}
PRETENCES = ("decided", "informing", "mandate", "too-late")


def picked(codes: str) -> Situation:
    return situation_of(dict(zip(PICKED, codes.split(), strict=True)))


def reasons_of(method: Method) -> tuple[Reason, ...]:
    return (*method.fits, *method.against)


def texts_in(value: object) -> Iterator[dict[str, str]]:
    if isinstance(value, dict):
        if value.keys() & set(INTERFACE_LANGUAGES):
            yield value
        for inner in value.values():
            yield from texts_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts_in(inner)


@pytest.mark.parametrize("name", SITUATIONS)
def test_situation_gets_the_way_that_fits_and_its_warnings(name: str) -> None:
    codes, first, warned = SITUATIONS[name]
    found = guide(picked(codes))
    assert (found.suggestions[0].method.name, [one.name for one in found.warnings]) == (first, warned)


@pytest.mark.parametrize("name", SITUATIONS)
def test_every_recommendation_carries_reasons_that_the_situation_meets(name: str) -> None:
    situation = picked(SITUATIONS[name][0])
    shown = guide(situation)
    reasons = [one for each in (*shown.suggestions, *shown.later) for one in (*each.fits, *each.against)]
    assert {situation.meets(reason.when) for reason in reasons} == {True}
    assert [each.method.name for each in shown.suggestions if not each.fits] == []


@pytest.mark.parametrize(
    "answer", ["stage=decided", "promise=nothing", "promise=unclear", "time=late"], ids=PRETENCES
)
def test_nothing_that_asks_people_is_recommended_where_asking_would_be_a_pretence(answer: str) -> None:
    pick, code = answer.split("=")
    for codes, _, _ in SITUATIONS.values():
        found = guide(picked(codes).model_copy(update={pick: code}))
        assert ({one.method.asks for one in found.suggestions}, found.stops) == ({False}, True)


def test_what_would_fit_once_it_is_mended_is_said_as_well() -> None:
    found = guide(picked("money early hear everybody many late calm easy"))
    assert [one.method.name for one in found.later][:1] == ["budget-priorities"]


def test_informing_alone_is_never_recommended_where_people_can_be_asked() -> None:
    shown = [guide(picked(codes)) for codes, first, _ in SITUATIONS.values() if first != "inform"]
    assert {one.method.asks for found in shown for one in found.suggestions} == {True}


def test_small_group_is_never_offered_a_method_for_many() -> None:
    found = guide(picked("ideas early shape group few weeks calm easy"))
    assert [one.method.name for one in found.suggestions if one.method.people.least > 15] == []


def test_warnings_that_stop_come_first() -> None:
    found = warnings_for(Situation(stage="draft", about="draft", promise="nothing", conflict="stuck"))
    assert [one.stops for one in found] == [True, False, False]


def test_warning_speaks_before_all_is_picked() -> None:
    assert [one.name for one in warnings_for(Situation(stage="decided"))] == ["decided"]


def test_nothing_picked_warns_of_nothing_and_misses_every_pick() -> None:
    assert (warnings_for(Situation()), missing_picks(Situation())) == ((), PICKED)


def test_answer_that_a_pick_does_not_offer_counts_as_none() -> None:
    assert situation_of({"stage": "<b>", "about": "ideas", "study": "x"}) == Situation(about="ideas")


def test_picks_are_the_fields_of_a_situation_in_their_order() -> None:
    assert tuple(pick.name for pick in picks()) == tuple(Situation.model_fields) == PICKED


@pytest.mark.parametrize("method", methods(), ids=lambda one: one.name)
def test_every_condition_names_picks_and_answers_that_exist(method: Method) -> None:
    offered = {pick.name: {answer.code for answer in pick.answers} for pick in picks()}
    named = [
        (pick, code) for reason in reasons_of(method) for pick, codes in reason.when.items() for code in codes
    ]
    assert [(pick, code) for pick, code in named if code not in offered.get(pick, ())] == []


def test_every_condition_of_a_warning_names_picks_and_answers_that_exist() -> None:
    offered = {pick.name: {answer.code for answer in pick.answers} for pick in picks()}
    named = [
        (pick, code)
        for one in warnings()
        for when in one.when
        for pick, codes in when.items()
        for code in codes
    ]
    assert [(pick, code) for pick, code in named if code not in offered.get(pick, ())] == []


@pytest.mark.parametrize("method", methods(), ids=lambda one: one.name)
def test_every_reason_and_method_names_a_source_that_is_listed(method: Method) -> None:
    cited = [*method.sources, *(key for reason in reasons_of(method) for key in reason.sources)]
    assert [key for key in cited if not source(key).full] == []
    assert [reason.says["en"] for reason in reasons_of(method) if not reason.sources] == []


def test_every_warning_names_a_published_source() -> None:
    assert [one.name for one in warnings() if not all(source(key).url for key in one.sources)] == []


def test_every_listed_source_is_used() -> None:
    stored = json.loads((FOLDER / "participation_sources.json").read_text(encoding="utf-8"))["sources"]
    used = {key for one in warnings() for key in one.sources}
    used |= {key for method in methods() for key in method.sources}
    used |= {key for method in methods() for reason in reasons_of(method) for key in reason.sources}
    assert set(stored) == used


@pytest.mark.parametrize("method", methods(), ids=lambda one: one.name)
def test_every_text_of_a_method_is_in_all_three_languages(method: Method) -> None:
    found = list(texts_in(method.model_dump()))
    assert [text for text in found if missing_languages(text, INTERFACE_LANGUAGES)] == []


def test_every_text_of_picks_and_warnings_is_in_all_three_languages() -> None:
    found = [text for one in (*picks(), *warnings()) for text in texts_in(one.model_dump())]
    assert [text for text in found if missing_languages(text, INTERFACE_LANGUAGES)] == []


@pytest.mark.parametrize("method", methods(), ids=lambda one: one.name)
def test_method_that_asks_people_leads_to_a_template_that_exists(method: Method) -> None:
    assert [template(name).name for name in method.templates] == list(method.templates)
    assert bool(method.templates) == (method.asks and method.name != "mediation")
