"""An open survey: begun on one device, finished on another, and taken back for good."""

import pytest
from playwright.sync_api import expect

from survey_engine.collect.models import Mode, Session
from survey_engine.guidelines.picks import Passage
from tests.factories import make_session, make_study, make_version, open_text, single, words
from tests.stories.conftest import Device
from tests.stories.guests import arriving
from tests.stories.installations import House, answers_in
from tests.stories.people import LAPTOP, PHONE, Participant, Studio, counted, said

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

MINE, QUOTE = "Traucē tas, ka par konkursiem uzzinām pārāk vēlu.", "par konkursiem uzzinām pārāk vēlu"
OTHER = "Trūkst laika un cilvēku."
GROUP = "NVO un iedzīvotāji"


def test_an_open_survey_is_filled_in_resumed_and_taken_back(house: House, device: Device) -> None:
    survey = make_survey(house)
    code = fill_in_half(Participant(device(*PHONE).new_page()), house, survey)
    with arriving(house.address.rstrip("/"), survey.code, ["council"]) as (somebody_else,):
        somebody_else.answers(text=OTHER)
    finish_elsewhere(Participant(device(*LAPTOP).new_page()), house, survey, code)
    recommendation = rest_a_recommendation_on_it(house, survey)
    researcher = Studio(device(*LAPTOP).new_page())
    house.sign_in(researcher.page.context)
    sees_it_everywhere(researcher, house, survey, recommendation)
    take_back(Participant(device(*PHONE).new_page()), house, survey, code)
    is_gone_everywhere(researcher, house, survey, recommendation)


def make_survey(house: House) -> Session:
    """Make a survey of an open question, a choice and a few words."""
    study = make_study(house.bench, house.facilitator.account, title="Aptauja par konkursiem")
    version = make_version(house.bench, study, open_text(), single(), words())
    return make_session(house.bench, study, version, Mode.SURVEY, title="Rudens aptauja")


def fill_in_half(person: Participant, house: House, survey: Session) -> str:
    """Join by the link, answer two of three questions, close the browser; return the person's code."""
    person.page.goto(house.address + survey.code)
    code = person.agree(GROUP)
    person.is_at("Kas traucē sadarboties?")
    person.words.fill(MINE)
    person.press("Save and go on")
    person.is_at("Ko izvēlaties?")
    person.choose("Izvēle b")
    person.press("Save and go on")
    person.is_at("Trīs vārdi par sadarbību")
    person.page.context.close()
    return code


def finish_elsewhere(person: Participant, house: House, survey: Session, code: str) -> None:
    """Go on with another device where the first one stopped; look everything through and hand it in."""
    person.page.goto(house.address + survey.code)
    person.page.get_by_text(person.say("I have already joined, with another device")).click()
    person.page.get_by_label(person.say("Your code: two words and three digits")).fill(code.lower())
    person.press("Go on from there")
    person.is_at("Trīs vārdi par sadarbību")
    person.page.get_by_label(person.say("Word {number}", number=1)).fill("uzticēšanās")
    person.press("Save and go on")
    person.is_at(person.say("Your answers"))
    for given in (MINE, "Izvēle b", "uzticēšanās"):
        expect(person.page.get_by_role("listitem").filter(has_text=given)).to_be_visible()
    person.press("Hand in")
    person.is_at(person.say("Thank you"))


def rest_a_recommendation_on_it(house: House, survey: Session) -> dict[str, str]:
    """Keep a passage of the answer and rest a recommendation on it; return what its page needs."""
    guidelines = house.bench.guidelines
    guideline = guidelines.create(survey.study_id, title="Konkursi laikus")
    chapter = guidelines.add_chapter(guideline.id, title="Saziņa")
    recommendation = guidelines.add_recommendation(chapter.id, text="Konkursus izsludināt laikus.")
    answer = next(answer for answer in answers_in(house.bench, survey.id) if answer.text == MINE)
    start = MINE.index(QUOTE)
    guidelines.attach(recommendation.id, Passage(answer.id, start, start + len(QUOTE)))
    return {"guideline": guideline.id, "recommendation": recommendation.id}


def sees_it_everywhere(studio: Studio, house: House, survey: Session, recommendation: dict[str, str]) -> None:
    """The answer, the quote and the evidence are there, word for word."""
    studio.go(house.page("answers", study=survey.study_id))
    studio.sees(counted("{n} answer", "{n} answers", 4), MINE, OTHER)
    studio.go(house.page("quotes", study=survey.study_id))
    studio.sees(QUOTE)
    studio.go(house.page("draft", study=survey.study_id, **recommendation))
    studio.sees(QUOTE)


def take_back(person: Participant, house: House, survey: Session, code: str) -> None:
    """Take everything back from a device that nobody has seen before."""
    person.page.goto(house.address)
    person.follow("Take my answers back")
    person.page.get_by_label(person.say("Code of the session: six letters and digits")).fill(survey.code)
    person.page.get_by_label(person.say("Your code: two words and three digits")).fill(code)
    person.press("Erase my answers")
    person.is_at(person.say("Your answers are erased"))
    erased = "{n} answer was erased, and so is everything that said which answers were yours."
    several = "{n} answers were erased, and so is everything that said which answers were yours."
    expect(person.page.get_by_role("main")).to_contain_text(counted(erased, several, 3))


def is_gone_everywhere(studio: Studio, house: House, survey: Session, recommendation: dict[str, str]) -> None:
    """Nothing of it is left, in the database or on a page; what was built on it says so."""
    assert [answer.text for answer in answers_in(house.bench, survey.id, only_current=False)] == [OTHER]
    main = studio.page.get_by_test_id("stMain")
    studio.go(house.page("answers", study=survey.study_id))
    studio.sees(counted("{n} answer", "{n} answers", 1), OTHER)
    expect(main).not_to_contain_text(MINE)
    studio.go(house.page("quotes", study=survey.study_id))
    studio.sees(said("This answer was taken back by whoever gave it; nothing of it is left."))
    expect(main).not_to_contain_text(QUOTE)
    studio.go(house.page("draft", study=survey.study_id, **recommendation))
    studio.sees(said("Taken back by the participant on {day}.", day="").rstrip(" ."))
    expect(main).not_to_contain_text(QUOTE)
