"""Documents that cannot go stale: settings, commands, decisions and the sources of data."""

import ast
import re
from pathlib import Path

import pytest

from tests.rules.source import ROOT, calls, dotted, python_files, tree

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
# Set by the system or by a test run, not by whoever installs Balsis.
NOT_SETTINGS = {"CI", "LANG", "LC_ALL", "LC_MESSAGES"}
OF_DATA = [
    path for path in sorted((ROOT / "data").rglob("*")) if path.is_file() and "local" not in path.parts
]


def settings_read() -> set[str]:
    """Return every environment variable that the program reads."""
    files = ["app.py", *python_files("survey_engine", "pages", "participant", "door", "tools")]
    read = {
        argument.value
        for file in files
        for call in calls(tree(file))
        if dotted(call.func).split(".")[-1] in ("get", "getenv", "pop")
        and re.search(r"env|environ", dotted(call.func))
        for argument in call.args[:1]
        if isinstance(argument, ast.Constant) and str(argument.value).isupper()
    }
    return read - NOT_SETTINGS


@pytest.mark.parametrize("name", sorted(settings_read()))
def test_every_setting_is_in_the_readme(name: str) -> None:
    assert f"`{name}`" in README


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_every_make_target_that_is_named_exists(document: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z-]+)", (ROOT / document).read_text(encoding="utf-8")))
    assert named <= targets


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_every_path_that_is_named_exists(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    named = re.findall(r"`((?:docs|tools|tests|pages|participant|door|survey_engine|data)/[\w./-]*)`", text)
    made_when_running = ("data/local",)
    gone = {path for path in named if not (ROOT / path).exists() and not path.startswith(made_when_running)}
    assert gone == set()


@pytest.mark.parametrize(
    "folder",
    sorted(path.name for path in (ROOT / "survey_engine").iterdir() if (path / "__init__.py").exists()),
)
def test_every_room_of_the_engine_is_explained(folder: str) -> None:
    assert f"{folder}/" in CONTRIBUTING


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.stem)
def test_every_decision_says_context_choice_and_cost(decision: Path) -> None:
    text = decision.read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert "Context" in text
    assert "Choice" in headings
    assert [heading for heading in headings if "cost" in heading.lower()] != []


@pytest.mark.parametrize("file", OF_DATA, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_data_file_says_where_it_comes_from(file: Path) -> None:
    readme = next(
        (
            folder / "README.md"
            for folder in file.parents
            if (folder / "README.md").exists() and folder != ROOT
        ),
        None,
    )
    assert readme is not None, (
        "a README.md in its folder should say who made it, from what, under which licence"
    )
    if file.name != "README.md":
        text = readme.read_text(encoding="utf-8")
        assert {file.name, f"*{file.suffix}"} & set(re.findall(r"`([^`]+)`", text))
