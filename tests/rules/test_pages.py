"""What every page keeps to: registered, guarded, one place for the session and one for caches."""

import ast
from pathlib import PurePosixPath

import pytest

from pages.ui.registry import PAGES, STAGES
from tests.rules.source import ROOT, calls, dotted, names_used, python_files, tree

KIT = "pages/ui/"
PAGE_FILES = [
    file
    for file in python_files("pages")
    if not file.startswith(KIT) and len(PurePosixPath(file).parts) == 3 and not file.endswith("__init__.py")
]
GUARDS = {"visitor_or_stop", "workbench", "study_or_stop", "session_or_stop", "guideline_or_stop"}
# What a page may say before it knows who is looking: nothing of anybody's study.
BEFORE_THE_GUARD = {"_", "st.title", "st.header", "st.caption"}
CACHES = {"cache_data", "cache_resource"}
MAY_CACHE = {"pages/ui/cached.py"}
CHARTS = {"altair_chart", "vega_lite_chart", "bar_chart", "line_chart", "area_chart", "scatter_chart"}
SPOKEN = {
    *("title", "header", "subheader", "caption", "markdown", "write", "text", "info", "warning", "error"),
    *("success", "toast", "button", "link_button", "page_link", "download_button", "form_submit_button"),
    *("text_input", "text_area", "selectbox", "multiselect", "radio", "checkbox", "toggle", "slider"),
    *("number_input", "file_uploader", "segmented_control", "pills", "expander", "popover", "metric"),
    *("date_input", "time_input", "spinner", "dialog", "chat_input", "feedback", "select_slider"),
}


def test_pages_folder_holds_no_script_but_the_frame() -> None:
    flat = sorted(path.name for path in (ROOT / "pages").glob("*.py"))
    assert flat == ["__init__.py", "frame.py"]


def test_every_page_file_is_registered_once() -> None:
    assert sorted(f"pages/{entry.file}" for entry in PAGES) == sorted(PAGE_FILES)


def test_every_page_has_an_address_of_its_own() -> None:
    paths = [entry.path for entry in PAGES]
    assert len(set(paths)) == len(paths)


def test_every_page_stands_in_the_folder_of_its_stage() -> None:
    assert {entry.file.split("/")[0] == entry.stage for entry in PAGES} == {True}
    assert {entry.stage for entry in PAGES} <= set(STAGES)


@pytest.mark.parametrize("file", PAGE_FILES)
def test_page_guards_itself_before_anything_is_read(file: str) -> None:
    before: set[str] = set()
    for statement in tree(file).body:
        if isinstance(statement, (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)):
            continue
        called = [dotted(call.func) for call in calls(statement)]
        guarded = any(name.split(".")[-1] in GUARDS for name in called)
        if guarded:
            break
        before.update(called)
    else:
        pytest.fail(f"{file} never asks who is looking: call one of {', '.join(sorted(GUARDS))} first")
    assert before <= BEFORE_THE_GUARD


@pytest.mark.parametrize("file", [f for f in python_files("pages") if f != "pages/ui/session.py"])
def test_session_state_is_touched_in_one_file_only(file: str) -> None:
    assert {name for name in names_used(file) if name.split(".")[-1] == "session_state"} == set()


@pytest.mark.parametrize("file", [f for f in python_files("pages") if f not in MAY_CACHE])
def test_pages_cache_in_one_place_only(file: str) -> None:
    assert {name for name in names_used(file) if name.split(".")[-1] in CACHES} == set()


@pytest.mark.parametrize("file", python_files("pages"))
def test_every_chart_says_in_words_what_it_shows(file: str) -> None:
    mute = [
        f"line {call.lineno}"
        for call in calls(tree(file))
        if dotted(call.func).split(".")[-1] in CHARTS and not {"alt"} & {k.arg for k in call.keywords}
    ]
    assert mute == []


@pytest.mark.parametrize("file", python_files("pages"))
def test_every_text_on_a_page_can_be_translated(file: str) -> None:
    hard = [
        f"line {call.lineno}: {text.value!r}"
        for call in calls(tree(file))
        if dotted(call.func).split(".")[-1] in SPOKEN and dotted(call.func).count(".")
        for text in _texts(call)
        if isinstance(text, ast.Constant) and _has_words(text.value)
    ]
    # The one link before anybody is known speaks all three languages at once.
    assert [line for line in hard if "Pieteikties · Sign in · Войти" not in line] == []


@pytest.mark.parametrize("file", python_files("pages"))
def test_no_page_uses_the_deprecated_width(file: str) -> None:
    assert [c.lineno for c in calls(tree(file)) if "use_container_width" in {k.arg for k in c.keywords}] == []


def test_lists_show_words_as_they_were_typed() -> None:
    """A list to choose from reads no Markdown: escaped marks would be seen as backslashes."""
    escaped = [
        f"{file}:{inner.lineno}"
        for file in python_files("pages")
        for call in calls(tree(file))
        if dotted(call.func).split(".")[-1] in ("selectbox", "multiselect")
        for given in call.keywords
        if given.arg == "format_func"
        for inner in calls(given.value)
        if dotted(inner.func) == "plain"
    ]
    assert escaped == []


def _texts(call: ast.Call) -> list[ast.expr]:
    """Return the arguments of a call that people read; a page link names its file first."""
    first = [] if dotted(call.func).endswith("page_link") else call.args[:1]
    return [*first, *(k.value for k in call.keywords if k.arg in ("label", "help", "placeholder", "body"))]


def _has_words(value: object) -> bool:
    text = value if isinstance(value, str) else ""
    return not text.startswith((":material/", "https://")) and any(character.isalpha() for character in text)
