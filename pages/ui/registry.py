"""Every page, in the order of the journey: its file, its address, its name, its stage.

A page is listed once, here; the navigation, the screenshots and the tests read this list.
"""

from dataclasses import dataclass
from pathlib import Path

from survey_engine.i18n import mark

FOLDER = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page: `file` below pages/, `path` in the address, `title` translatable, `stage` its section.

    `needs` says what the address must carry besides: '' | 'study' | 'session' | 'guideline'.
    """

    file: str
    path: str
    title: str
    icon: str
    stage: str
    needs: str = "study"


STAGES = {
    "start": mark("Start"),
    "design": mark("Design"),
    "collect": mark("Collect"),
    "themes": mark("Themes"),
    "compare": mark("Compare"),
    "guidelines": mark("Guidelines"),
    "settings": mark("Settings"),
}

PAGES: tuple[PageEntry, ...] = (
    PageEntry("start/studies.py", "studies", mark("Studies"), ":material/home:", "start", needs=""),
    PageEntry(
        "start/guide.py",
        "guide",
        mark("Which way to involve people?"),
        ":material/alt_route:",
        "start",
        needs="",
    ),
    PageEntry("start/study.py", "study", mark("Overview"), ":material/flag:", "start"),
    PageEntry("design/about.py", "about", mark("About the study"), ":material/description:", "design"),
    PageEntry(
        "design/questionnaire.py", "questionnaire", mark("Questionnaire"), ":material/list_alt:", "design"
    ),
    PageEntry("design/bank.py", "bank", mark("Question bank"), ":material/inventory_2:", "design"),
    PageEntry("design/languages.py", "languages", mark("Languages"), ":material/translate:", "design"),
    PageEntry("design/agenda.py", "agenda", mark("Agenda"), ":material/schedule:", "design"),
    PageEntry("collect/sessions.py", "sessions", mark("Sessions"), ":material/groups:", "collect"),
    PageEntry(
        "collect/console.py", "console", mark("Console"), ":material/tune:", "collect", needs="session"
    ),
    PageEntry(
        "collect/projector.py",
        "projector",
        mark("Projector"),
        ":material/present_to_all:",
        "collect",
        needs="session",
    ),
    PageEntry("collect/notes.py", "notes", mark("Notes"), ":material/edit_note:", "collect", needs="session"),
    PageEntry(
        "collect/paper.py", "paper", mark("Paper forms"), ":material/print:", "collect", needs="session"
    ),
    PageEntry(
        "collect/responses.py",
        "responses",
        mark("Responses"),
        ":material/monitoring:",
        "collect",
        needs="session",
    ),
    PageEntry("collect/answers.py", "answers", mark("Answers"), ":material/forum:", "collect"),
    PageEntry("collect/files.py", "files", mark("Files in and out"), ":material/upload_file:", "collect"),
    PageEntry("themes/words.py", "words", mark("Words"), ":material/match_word:", "themes"),
    PageEntry("themes/suggested.py", "themes", mark("Themes"), ":material/category:", "themes"),
    PageEntry("themes/quotes.py", "quotes", mark("Quotes"), ":material/format_quote:", "themes"),
    PageEntry("compare/groups.py", "groups", mark("By group"), ":material/bar_chart:", "compare"),
    PageEntry(
        "compare/agreement.py", "agreement", mark("Shared and different"), ":material/join_inner:", "compare"
    ),
    PageEntry("guidelines/draft.py", "draft", mark("Draft"), ":material/article:", "guidelines"),
    PageEntry(
        "guidelines/publish.py", "publish", mark("Check and publish"), ":material/publish:", "guidelines"
    ),
    PageEntry("settings/account.py", "account", mark("Account"), ":material/person:", "settings", needs=""),
)
