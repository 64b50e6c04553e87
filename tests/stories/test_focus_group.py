"""The main job: from an empty installation to a published guideline, with a room of people in between."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from survey_engine.design.templates import template
from survey_engine.workbench import Workbench
from tests.stories.conftest import Device
from tests.stories.guests import Guest, arriving
from tests.stories.installations import answers_in, freshly_run, workbench_of
from tests.stories.people import LAPTOP, PHONE, PROJECTOR, Participant, Studio, counted, saved

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

TEMPLATE = template("cooperation-focus-groups")
QUESTIONS = {question.key: question for question in TEMPLATE.questions}
NGO, COUNCIL = (group.label for group in TEMPLATE.groups)
TITLE, SESSION = "Kā sadarbojamies Ozolupes novadā", "Pirmais vakars"
THEME, GUIDELINE = "Laikus un vienuviet", "Kā strādāt kopā"

CALENDAR = (
    "Vajag vienu kalendāru, kurā visi konkursi redzami laikus: par tiem uzzinām, kad tie jau beigušies."
)
BUDGET = "Septembrī noturētu budžeta sapulci ar biedrībām,\nnevis decembrī, kad budžets jau pieņemts."
RULES = "Нужны понятные правила конкурса финансирования, написанные вместе с обществами."
QUOTE = "Vajag vienu kalendāru, kurā visi konkursi redzami laikus"
# Who else is in the room: a group, and what they answer.
OTHERS = (
    ("ngo", "Konkursu noteikumus un finansējuma kārtību rakstīt kopā ar biedrībām."),
    ("ngo", "Konkursi jāsludina laikus, vienā kalendārā, lai visi tos redz."),
    ("council", "Budžeta sapulce ar biedrībām rudenī, pirms budžets tiek pieņemts."),
    ("council", "Skaidrāki konkursa noteikumi un finansējuma kārtība palīdzētu arī mums."),
    ("council", "Kopīgs konkursu un sanāksmju kalendārs mājaslapā."),
)
NOTES = (
    ("NVO un aktīvie iedzīvotāji", "Visi māj ar galvu: kalendāra trūkst jau gadiem."),
    ("Dome un pašvaldības darbinieki", "Budžetu raksta augustā; neviens biedrībām to nav teicis."),
)
DO_CALENDAR = "Visus konkursus izsludināt vienā kalendārā divus mēnešus iepriekš."
DO_RULES = "Konkursu noteikumus rakstīt kopā ar biedrībām."


def test_a_focus_group_goes_from_sign_up_to_an_exported_guideline(device: Device, tmp_path: Path) -> None:
    with freshly_run(tmp_path) as running:
        studio = Studio(device(*LAPTOP).new_page())
        sign_up(studio, running.link)
        make_study(studio)
        publish_questionnaire(studio)
        code = make_session(studio)
        screen = open_beside(studio, "Projector", PROJECTOR)
        notebook = open_beside(studio, "Notes", LAPTOP)
        bench = workbench_of(tmp_path)
        with arriving(running.address, code, [group for group, _ in OTHERS]) as guests:
            room = let_people_in(device, running.address, code, guests)
            hold_session(studio, screen, notebook, room, bench)
        find_themes(studio, bench)
        keep_quote(studio)
        look_at_comparisons(studio)
        draft_guideline(studio)
        publish_guideline(studio)
        take_files_along(studio, tmp_path, [*room.codes, code])


@dataclass(frozen=True, slots=True)
class Room:
    """Three people at their own devices, the rest of the room, and the codes that the three were given."""

    phone: Participant
    laptop: Participant
    russian: Participant
    codes: tuple[str, ...]
    guests: Sequence[Guest]

    @property
    def three(self) -> tuple[Participant, ...]:
        """Return those whose screens we look at."""
        return self.phone, self.laptop, self.russian


def sign_up(studio: Studio, link: str) -> None:
    """Create the first account by the link that the start printed."""
    studio.page.goto(link)
    studio.field("Your name").fill("Anna Ozola")
    studio.field("E-mail").fill("anna@ozolupe.example")
    studio.page.get_by_label(re.compile(f"^{studio.say('Password')}")).fill("četri vārdi vienā rindā")
    studio.press("Create the account")
    studio.sees(studio.say("Your first study"))


def make_study(studio: Studio) -> None:
    """Start from the template for two focus groups, in three languages, with the groups that it brings."""
    studio.field("Title").fill(TITLE)
    studio.page.get_by_role("radio", name=TEMPLATE.title["lv"]).check(force=True)
    for language in ("krievu", "angļu"):
        studio.page.get_by_role("button", name=language, exact=True).click()
    studio.press("Create the study")
    expect(studio.page.get_by_role("heading", name=TITLE, level=1)).to_be_visible()
    studio.sees(f"{NGO['lv']}, {COUNCIL['lv']}", "latviešu, krievu, angļu")


def publish_questionnaire(studio: Studio) -> None:
    """Freeze the first version of the questionnaire."""
    studio.follow("Questionnaire")
    studio.page.get_by_role("tab", name=studio.say("Publish"), exact=True).click()
    studio.press("Publish version {n}", n=1)
    studio.sees(studio.say("Nothing has changed since version {n}.", n=1))


def make_session(studio: Studio) -> str:
    """Make a live session, go to its console and return the code that lets people in."""
    studio.follow("Sessions")
    studio.field("Title").fill(SESSION)
    studio.press("Make the session")
    studio.sees(SESSION)
    studio.link("Console", studio.page.get_by_test_id("stMain")).click()
    studio.sees(studio.say("The room is joining"))
    way_in = studio.page.get_by_text(re.compile(r"kods [A-Z0-9]{6}")).first.inner_text()
    return re.search(r"kods ([A-Z0-9]{6})", way_in).group(1)


def open_beside(studio: Studio, link: str, size: tuple[int, int]) -> Studio:
    """Open a page of the session in a window of its own, as its link on the console does."""
    with studio.page.context.expect_page() as opened:
        studio.link(link, studio.page.get_by_test_id("stMain")).click()
    page: Page = opened.value
    page.set_viewport_size({"width": size[0], "height": size[1]})
    return Studio(page)


def let_people_in(device: Device, address: str, code: str, guests: Sequence[Guest]) -> Room:
    """Let three people join by the code: two phones and a laptop, one in Russian, in two groups."""
    touch = {"is_mobile": True, "has_touch": True}
    phone = Participant(device(*PHONE, **touch).new_page())
    laptop = Participant(device(*LAPTOP).new_page())
    russian = Participant(device(*PHONE, **touch).new_page(), "ru")
    codes = (
        phone.join(address, code.lower(), NGO["lv"]),
        laptop.join(address, code, COUNCIL["lv"]),
        russian.join(address, code, NGO["ru"]),
    )
    assert len(set(codes)) == 3
    return Room(phone, laptop, russian, codes, guests)


def hold_session(studio: Studio, screen: Studio, notebook: Studio, room: Room, bench: Workbench) -> None:
    """Run the evening from the first thing to read until the word of thanks."""
    session_id = re.search(r"session=([\w-]+)", studio.page.url).group(1)
    expect(screen.page.locator(".count.joined")).to_contain_text("8")
    read_together(studio, room)
    answer_with_a_choice(studio, screen, room)
    open_own_words(studio, room)
    answer_without_network(room.phone, bench, session_id)
    answer_and_reload(room.laptop, room.codes[1])
    type_while_the_room_changes(studio, room.russian)
    for guest, (_group, text) in zip(room.guests, OTHERS, strict=True):
        guest.answers(text=text)
    let_one_through(studio, screen)
    take_notes(notebook)
    end_session(studio, screen, room)


def read_together(studio: Studio, room: Room) -> None:
    """Show the first thing to read; each reads it in their own language."""
    studio.press("Next: something to read")
    for person in room.three:
        person.is_at(QUESTIONS["welcome"].text[person.language])


def answer_with_a_choice(studio: Studio, screen: Studio, room: Room) -> None:
    """Ask the first question; everybody answers; the screen counts and, once allowed, shows the result."""
    question = QUESTIONS["how_often"]
    studio.press("Next: question {number}", number=1)
    for person, code in zip(room.three, ("some", "monthly", "some"), strict=True):
        person.is_at(question.text[person.language])
        person.choose(question.label(code)[person.language])
        person.send()
    for guest in room.guests:
        guest.answers(choice="once")
    expect(screen.page.locator(".count.answered")).to_contain_text("8")
    expect(screen.page.get_by_role("row")).to_have_count(0)
    studio.press("Show results")
    row = screen.page.get_by_role("row", name=question.label("some")["lv"])
    expect(row.get_by_role("cell")).to_have_text("2")
    expect(room.phone.page.locator("#results")).to_contain_text(question.label("once")["lv"])


def open_own_words(studio: Studio, room: Room) -> None:
    """Go to the open question, let it be read, and open it; everybody follows within seconds."""
    text = QUESTIONS["one_change"].text
    studio.page.get_by_role("button", name=re.compile(rf"^\d+\. {text['lv'][:40]}")).click()
    for person in room.three:
        person.is_at(text[person.language])
        expect(person.page.locator("#soon")).to_be_visible()
    studio.press("Open for answers")
    for person in room.three:
        expect(person.words).to_be_editable()


def answer_without_network(person: Participant, bench: Workbench, session_id: str) -> None:
    """Lose the network in the middle of typing: what is sent then is saved, once, when it comes back."""
    half = len(CALENDAR) // 2
    person.words.press_sequentially(CALENDAR[:half])
    person.page.context.set_offline(True)
    person.words.press_sequentially(CALENDAR[half:])
    person.press("Send answer")
    person.is_unsent("Not yet sent; trying again")
    expect(person.words).to_have_value(CALENDAR)
    person.page.context.set_offline(False)
    person.is_saved()
    found = [answer.text for answer in answers_in(bench, session_id, only_current=False) if answer.text]
    assert found == [CALENDAR]


def answer_and_reload(person: Participant, code: str) -> None:
    """Answer, load the page again, and be the same person with the same answer."""
    person.words.fill(BUDGET)
    person.send()
    person.page.reload()
    expect(person.words).to_have_value(BUDGET)
    person.is_saved()
    person.page.get_by_text(person.say("Who sees my answer?")).click()
    expect(person.page.get_by_text(code)).to_be_visible()


def type_while_the_room_changes(studio: Studio, person: Participant) -> None:
    """A draft outlives a reload, and nothing that the facilitator does touches what is being typed."""
    half = len(RULES) // 2
    person.words.fill(RULES[:half])
    person.page.reload()
    expect(person.words).to_have_value(RULES[:half])
    person.is_unsent()
    person.words.focus()
    person.words.press("End")
    studio.press("Show results")
    expect(person.page.locator("#results")).to_contain_text(
        person.say("The facilitator has not let any answer through yet.")
    )
    person.words.press_sequentially(RULES[half:])
    expect(person.words).to_have_value(RULES)
    person.send()


def let_one_through(studio: Studio, screen: Studio) -> None:
    """Let one answer through and hide another; the screen shows exactly the one."""
    expect(screen.page.locator(".count.answered")).to_contain_text("8")
    shown = studio.page.locator("[class*='st-key-show_']")
    expect(shown).to_have_count(8)
    studio.beside(BUDGET, studio.button("Let through")).click()
    expect(screen.page.get_by_role("listitem")).to_have_text([BUDGET])
    studio.beside(CALENDAR, studio.button("Hide")).click()
    studio.page.get_by_role("menuitem", name=studio.say("Beside the point")).click()
    expect(shown).to_have_count(6)
    expect(screen.page.get_by_role("listitem")).to_have_text([BUDGET])


def take_notes(notebook: Studio) -> None:
    """Write down two things that were said aloud, each with its group, by the keyboard."""
    for group, text in NOTES:
        notebook.page.get_by_role("radio", name=re.compile(f"^{group}")).check(force=True)
        notebook.field("What was said").fill(text)
        notebook.field("What was said").press("Control+Enter")
        notebook.sees(text)
    notebook.sees(counted("{n} note", "{n} notes", 2))


def end_session(studio: Studio, screen: Studio, room: Room) -> None:
    """Close the question, go on to the next, end the session; everybody is thanked."""
    studio.press("Close answers")
    for person in room.three:
        expect(person.page.locator("#shut")).to_contain_text(person.say("This question is closed."))
    studio.press("Next: something to read")
    for person in room.three:
        person.is_at(QUESTIONS["statements"].text[person.language])
    studio.press("End")
    studio.press("End the session")
    for person in room.three:
        person.is_at(person.say("Thank you"))
    expect(screen.heading).to_have_text(screen.say("Thank you! The session has ended."))
    screen.page.close()
    studio.sees(studio.say("The session has ended"))


def find_themes(studio: Studio, bench: Workbench) -> None:
    """Let themes be suggested over everything that was said, and give the largest a name of our own."""
    studio.follow("Themes")
    studio.press("Suggest themes")
    studio.is_told("There is a new draft. Kept themes are as they were.")
    study = re.search(r"study=([\w-]+)", studio.page.url).group(1)
    largest = bench.themes.cards(study)[0].theme
    studio.beside(largest.name, studio.button("Rename")).click()
    form = studio.page.get_by_test_id("stPopoverBody")
    studio.field("Name of the theme", form).fill(THEME)
    studio.press("Save", form)
    expect(studio.page.get_by_role("heading", name=THEME, exact=True)).to_be_visible()
    assert THEME in [card.theme.name for card in bench.themes.cards(study)]


def keep_quote(studio: Studio) -> None:
    """Keep the first words of an answer as a quote, under the theme that was named."""
    studio.follow("Answers")
    studio.beside(CALENDAR, studio.link("Pick a quote")).click()
    studio.sees(studio.say("Quotes"), CALENDAR)
    ways = studio.unfold("Choose by sentence, or by words from the answer")
    studio.field("Or words copied from the answer", ways).fill(QUOTE)
    studio.field("Or words copied from the answer", ways).press("Enter")
    expect(studio.page.get_by_test_id("stMain").locator("blockquote")).to_have_text(QUOTE)
    studio.choose("Under the theme", THEME)
    studio.press("Keep the quote")
    studio.sees(counted("{n} kept quote", "{n} kept quotes", 1))


def look_at_comparisons(studio: Studio) -> None:
    """Both comparisons open and name their groups with their size."""
    for page in ("By group", "Shared and different"):
        studio.follow(page)
        studio.sees(f"{NGO['lv']}, 4", f"{COUNCIL['lv']}, 4")


def draft_guideline(studio: Studio) -> None:
    """Start a guideline with one chapter and two recommendations, one of them resting on the quote."""
    studio.follow("Draft")
    form = studio.unfold("Start a guideline")
    studio.field("Title", form).fill(GUIDELINE)
    studio.choose("Chapters to start from", studio.say("None"), form)
    started = studio.page.get_by_role("heading", name=GUIDELINE, level=1)
    studio.press_until(started, "Start the guideline", form)
    studio.field("Title of a new chapter").fill("Finansējums")
    studio.press("Add the chapter")
    expect(studio.page.get_by_role("heading", name="1. Finansējums")).to_be_visible()
    studio.is_drawn()
    for number, text in enumerate((DO_CALENDAR, DO_RULES), start=1):
        form = studio.unfold("Add a recommendation")
        studio.field("What should be done", form).fill(text)
        studio.field("To whom", form).fill("Novada domei")
        studio.press("Add the recommendation", form)
        expect(studio.page.get_by_role("link", name=f"1.{number} {text}")).to_be_visible()
        studio.is_drawn()
    studio.page.get_by_role("link", name=f"1.1 {DO_CALENDAR}").click()
    studio.sees(studio.say("Attach evidence"))
    studio.press("Attach")
    studio.sees_no_more("Nothing yet: pick it below.")
    studio.sees(QUOTE)


def publish_guideline(studio: Studio) -> None:
    """Publishing refuses the recommendation that rests on nothing and names it; with evidence it goes through."""
    main = studio.page.get_by_test_id("stMain")
    studio.follow("Check and publish")
    main.get_by_role("link", name=GUIDELINE).click()
    studio.press("Publish as version {n}", n=1)
    refusal = main.get_by_role("alert").filter(has_text="1.2")
    expect(refusal).to_contain_text(DO_RULES)
    main.get_by_role("link", name=f"1.2 {DO_RULES}").click()
    studio.sees(studio.say("Attach evidence"))
    studio.page.get_by_role("radio", name=studio.say("Theme"), exact=True).click()
    studio.choose("Theme", THEME)
    studio.press("Attach")
    studio.sees_no_more("Nothing yet: pick it below.")
    studio.follow("Check and publish")
    main.get_by_role("link", name=GUIDELINE).click()
    studio.press("Publish as version {n}", n=1)
    studio.is_told("Published. Download it below.")


def take_files_along(studio: Studio, folder: Path, codes: Sequence[str]) -> None:
    """Both files hold the quote word for word, and nothing that would lead to a person."""
    texts = []
    for form in ("docx", "md"):
        with studio.page.expect_download() as download:
            studio.page.locator(f".st-key-file_1_{form}").get_by_role("button").click()
        texts.append(words_of(saved(download.value, folder)))
    for text in texts:
        assert [said in text for said in (QUOTE, DO_CALENDAR, DO_RULES, NGO["lv"])] == [True] * 4
        assert [code for code in (*codes, "Anna", "anna@") if code in text] == []


def words_of(file: Path) -> str:
    """Return everything that stands in a file, tables too."""
    if file.suffix == ".md":
        return file.read_text(encoding="utf-8")
    return "\n".join(node.text or "" for node in Document(str(file)).element.body.iter() if node.text)
