"""From an empty study to a published questionnaire in three languages, with a matrix, a ranking and a rule."""

import re

import pytest
from playwright.sync_api import expect

from survey_engine.collect.models import Mode
from survey_engine.texts import Texts
from tests.factories import make_session, make_study
from tests.stories.conftest import Device
from tests.stories.installations import House
from tests.stories.people import LAPTOP, PHONE, Participant, Studio, said

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

NAMES = {"lv": "latviešu", "ru": "krievu", "en": "angļu"}
LIKES: Texts = {"lv": "Vai jums patīk parks?", "ru": "Вам нравится парк?", "en": "Do you like the park?"}
RATE: Texts = {"lv": "Cik labs ir parks?", "ru": "Насколько хорош парк?", "en": "How good is the park?"}
FIRST: Texts = {"lv": "Ko darīt vispirms?", "ru": "Что сделать сначала?", "en": "What to do first?"}
PARTS: tuple[Texts, ...] = (
    {"lv": "Celiņi", "ru": "Дорожки", "en": "Paths"},
    {"lv": "Soliņi", "ru": "Скамейки", "en": "Benches"},
)
WORST: Texts = {"lv": "ļoti slikti", "ru": "очень плохо", "en": "very bad"}
BEST: Texts = {"lv": "ļoti labi", "ru": "очень хорошо", "en": "very good"}


def test_a_questionnaire_is_written_from_nothing_and_its_rule_is_kept(house: House, device: Device) -> None:
    study = make_study(
        house.bench, house.facilitator.account, title="Parks", languages=list(NAMES), groups=()
    )
    studio = Studio(device(*LAPTOP).new_page())
    house.sign_in(studio.page.context)
    house.bench.questionnaires.create(study.id, title="Par parku")
    studio.go(house.page("questionnaire", study=study.id))
    add(studio, "yesno", LIKES)
    add(studio, "matrix", RATE, statements=PARTS)
    add(studio, "ranking", FIRST, options=PARTS)
    show_the_last_to_those_who_like_it(studio)
    publish(studio)
    version = house.bench.questionnaires.versions(study.id)[0]
    survey = make_session(house.bench, study, version, Mode.SURVEY, title="Aptauja")

    assert [asked(device, house, survey.code, language, "Jā") for language in ("lv", "ru")] == [
        [LIKES["lv"], RATE["lv"], FIRST["lv"]],
        [LIKES["ru"], RATE["ru"], FIRST["ru"]],
    ]
    assert asked(device, house, survey.code, "en", "No") == [LIKES["en"], RATE["en"]]


def add(studio: Studio, kind: str, text: Texts, **rows: tuple[Texts, ...]) -> None:
    """Choose a kind among all that are offered, write it in three languages and save it."""
    studio.press("Add a question")
    studio.page.locator(f".st-key-add-{kind} button").click()
    write(studio, studio.say("Question"), text)
    for label, texts in (
        ("Statement {n}", rows.get("statements", ())),
        ("Option {n}", rows.get("options", ())),
    ):
        for number, one in enumerate(texts, start=1):
            write(studio, studio.say(label, n=number), one)
    if kind == "matrix":
        write(studio, studio.say("What the first point means"), WORST)
        write(studio, studio.say("What the last point means"), BEST)
    studio.press("Save the question")
    studio.sees(text["lv"])
    expect(studio.button("Add a question")).to_be_visible()


def write(studio: Studio, label: str, texts: Texts) -> None:
    """Fill in a text in each language."""
    for code, text in texts.items():
        studio.page.get_by_role("textbox", name=f"{label} · {NAMES[code]}", exact=True).fill(text)


def show_the_last_to_those_who_like_it(studio: Studio) -> None:
    """Pick who sees the ranking: those who answered yes to the first question."""
    studio.button("Who sees it").last.click()
    studio.sees(studio.say("Everybody sees it."))
    depends = studio.page.get_by_role("combobox", name=studio.say("It depends on"))
    depends.click()
    studio.page.get_by_role("option", name=re.compile(re.escape(LIKES["lv"]))).click()
    studio.is_drawn()
    answers = studio.page.get_by_role("combobox", name=studio.say("Answers"))
    answers.click()
    studio.page.get_by_role("option", name=said("Yes"), exact=True).click()
    answers.press("Tab")
    studio.press("Add the condition")
    studio.sees_no_more("Everybody sees it.")
    studio.press("Back to the questions")


def publish(studio: Studio) -> None:
    """Look at what is to be said before publishing, and publish."""
    studio.page.get_by_role("tab", name=studio.say("Publish"), exact=True).click()
    studio.press("Publish version {n}", n=1)
    studio.sees(studio.say("Nothing has changed since version {n}.", n=1))


def asked(device: Device, house: House, code: str, language: str, answer: str) -> list[str]:
    """Fill in the survey on a phone and return the questions that this person was asked."""
    person = Participant(device(*PHONE).new_page(), language)
    person.page.goto(house.address + code)
    person.speak()
    person.page.get_by_role("checkbox").check()
    person.press("Join")
    person.follow("Continue")
    seen = [person.heading.inner_text()]
    while seen[-1] != person.say("Your answers"):
        yes = person.page.get_by_role("radio", name=answer if language != "ru" else "Да", exact=True)
        if yes.count():
            yes.check()
        before = seen[-1]
        person.page.get_by_role(
            "button", name=re.compile(f"^({person.say('Save and go on')}|{person.say('Leave out')})$")
        ).first.click()
        expect(person.heading).not_to_have_text(before)
        seen.append(person.heading.inner_text())
    return seen[:-1]
