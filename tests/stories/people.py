"""Who acts in the stories: somebody in the studio, and somebody who takes part, each at their own screen.

Everything is found as a person finds it: by its role and by what it says in their language.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Download, Locator, Page, expect

from survey_engine.i18n import translations

PATIENCE = 30_000
PROJECTOR, LAPTOP, PHONE = (1920, 1080), (1366, 768), (390, 844)
READY = '[data-testid="stApp"][data-test-script-state="notRunning"]'


def said(text: str, language: str = "lv", **details: object) -> str:
    """Return a text of ours as it stands on the screen in this language."""
    return translations(language).gettext(text).format(**details)


def counted(singular: str, plural: str, number: int, language: str = "lv") -> str:
    """Return a text of ours with a number, in the form that fits it."""
    return translations(language).ngettext(singular, plural, number).format(n=number)


@dataclass(frozen=True, slots=True)
class Studio:
    """A facilitator, a note-taker or a researcher at a page of the studio."""

    page: Page
    language: str = "lv"

    def say(self, text: str, **details: object) -> str:
        """Return a text of ours in the language of this screen."""
        return said(text, self.language, **details)

    def go(self, address: str) -> None:
        """Open an address and wait until the page is drawn."""
        self.page.goto(address)
        self.is_drawn()

    def is_drawn(self) -> None:
        """Wait until the page is drawn to its end: before that, a form may still be the one of before."""
        self.page.wait_for_selector(READY)

    @property
    def heading(self) -> Locator:
        """What the page is about."""
        return self.page.get_by_role("heading", level=1)

    def button(self, text: str, within: Locator | None = None, **details: object) -> Locator:
        """Return the button that says this; a shortcut may stand behind its words."""
        name = re.compile(f"^{re.escape(self.say(text, **details))}( Shortcut .)?$")
        return (within or self.page).get_by_role("button", name=name)

    def link(self, text: str, within: Locator | None = None, **details: object) -> Locator:
        """Return the link that says this."""
        place = within or self.page
        return place.get_by_role("link", name=self.say(text, **details), exact=True)

    def field(self, text: str, within: Locator | None = None) -> Locator:
        """Return the field for text with this label."""
        return (within or self.page).get_by_role("textbox", name=self.say(text), exact=True)

    def press(self, text: str, within: Locator | None = None, **details: object) -> None:
        """Press the button that says this, once the page is drawn: a press in the midst of drawing is lost."""
        if self.page.get_by_test_id("stApp").count():
            self.is_drawn()
        self.button(text, within, **details).click()

    def press_until(self, wanted: Locator, text: str, within: Locator | None = None) -> None:
        """Press the button, and once more where nothing came of it, as anybody does at a slow machine."""
        self.press(text, within)
        try:
            expect(wanted).to_be_visible(timeout=PATIENCE / 3)
        except AssertionError:
            if self.button(text, within).is_visible():
                self.press(text, within)
            expect(wanted).to_be_visible()

    def follow(self, text: str) -> None:
        """Follow an entry of the menu to its page; the menu may be folded away."""
        menu = self.page.get_by_test_id("stSidebar")
        if menu.get_attribute("data-collapsed") == "true":
            self.page.get_by_test_id("stExpandSidebarButton").click()
        self.link(text, menu).click()
        expect(self.heading).to_be_visible()
        self.is_drawn()

    def unfold(self, text: str, within: Locator | None = None) -> Locator:
        """Open what is folded under these words and return it."""
        folded = (within or self.page).get_by_test_id("stExpander")
        folded = folded.filter(has=self.page.locator("summary", has_text=self.say(text)))
        if folded.locator("details[open]").count() == 0:
            folded.locator("summary").click()
        return folded

    def choose(self, field: str, option: str, within: Locator | None = None) -> None:
        """Choose from a list by typing what it should be, as one does by keyboard."""
        chosen = (within or self.page).get_by_role("combobox", name=self.say(field))
        if chosen.input_value() == option:
            return
        chosen.fill(option)
        expect(self.page.get_by_role("option", name=option)).to_be_visible()
        chosen.press("Enter")
        expect(chosen).to_have_value(option)

    def beside(self, text: str, wanted: Locator) -> Locator:
        """Return what stands in the same block of the page as this text: the button of that very card."""
        blocks = self.page.locator('[data-testid="stVerticalBlock"], [data-testid="stHorizontalBlock"]')
        return blocks.filter(has=self.page.get_by_text(text)).filter(has=wanted).last.locator(wanted)

    def sees(self, *texts: str) -> None:
        """Wait until all these texts stand on the page, and it is drawn to its end."""
        for text in texts:
            expect(self.page.get_by_test_id("stMain").get_by_text(text).first).to_be_visible()
        self.is_drawn()

    def sees_no_more(self, text: str) -> None:
        """Wait until this text of ours has gone from the page."""
        expect(self.page.get_by_test_id("stMain").get_by_text(self.say(text))).to_have_count(0)
        self.is_drawn()

    def is_told(self, text: str, **details: object) -> None:
        """Wait for the short notice that says this, and for the page below it."""
        expect(self.page.get_by_test_id("stToast").last).to_contain_text(self.say(text, **details))
        self.is_drawn()

    @property
    def fault(self) -> Locator:
        """A fault of ours, as Streamlit shows them."""
        return self.page.get_by_test_id("stException")


def saved(download: Download, folder: Path) -> Path:
    """Keep a downloaded file and return where."""
    place = folder / download.suggested_filename
    download.save_as(place)
    return place


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who takes part, on a device of their own."""

    page: Page
    language: str = "lv"

    def say(self, text: str, **details: object) -> str:
        """Return a text of ours in the language of this screen."""
        return said(text, self.language, **details)

    def press(self, text: str, **details: object) -> None:
        """Press the button that says this."""
        self.page.get_by_role("button", name=self.say(text, **details), exact=True).click()

    def follow(self, text: str) -> None:
        """Follow the link that says this."""
        self.page.get_by_role("link", name=self.say(text), exact=True).click()

    def speak(self) -> None:
        """Choose the language of the page, where it is another."""
        language = self.page.get_by_role("link", name=self.language.upper(), exact=True)
        if language.get_attribute("aria-current") is None:
            language.click()
            expect(self.page.locator("html")).to_have_attribute("lang", self.language)

    def join(self, address: str, code: str, group: str) -> str:
        """Choose a language, come in by the code as one of a group, and return the code for taking answers back."""
        self.page.goto(address)
        self.speak()
        self.page.get_by_label(self.say("Code"), exact=True).fill(code)
        self.press("Join")
        return self.agree(group)

    def agree(self, group: str) -> str:
        """Read who sees what, choose a group, consent, and note the code for taking answers back."""
        page = self.page
        expect(page.get_by_role("heading", name=self.say("Who sees what you answer"))).to_be_visible()
        page.get_by_role("radio", name=group).check()
        page.get_by_role("checkbox").check()
        self.press("Join")
        expect(page.get_by_role("heading", name=self.say("You are in"))).to_be_visible()
        token = page.locator(".token").inner_text()
        self.follow("Continue")
        return token

    @property
    def heading(self) -> Locator:
        """What the page is about now."""
        return self.page.get_by_role("heading", level=1)

    @property
    def words(self) -> Locator:
        """The field for an answer in one's own words."""
        return self.page.get_by_role("textbox")

    def is_at(self, text: str) -> None:
        """Wait until the page is about this."""
        expect(self.heading).to_have_text(text)

    def choose(self, *labels: str) -> None:
        """Tick these answers."""
        for label in labels:
            self.page.get_by_label(label, exact=True).check()

    def is_saved(self) -> None:
        """Wait until the page says that the answer is saved, and when."""
        saved = re.compile(rf"^{re.escape(self.say('Saved {time}', time=''))}\d\d[.:]\d\d$")
        expect(self.page.locator("#state")).to_have_text(saved)

    def is_unsent(self, text: str = "Not yet sent") -> None:
        """Wait until the page says that the answer is not sent, in these words."""
        expect(self.page.locator("#state")).to_have_text(self.say(text))

    def send(self) -> None:
        """Send the answer and wait until it is saved."""
        self.press("Send answer")
        self.is_saved()
