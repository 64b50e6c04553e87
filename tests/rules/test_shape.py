"""The shape of modules: they say what they are for, stay readable, and have names that mean something."""

import ast
import re

import pytest

from tests.rules.source import ROOT, python_files, tree

CODE = ["app.py", *python_files("survey_engine", "pages", "participant", "door", "tools")]
HAND_WRITTEN = [file for file in CODE if "/migrations/" not in file]
LONGEST_MODULE = 400
# One entry a fault with its words: a list is found in one place, however long it gets.
LISTS = {"survey_engine/errors.py"}
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc", "data", "info"}
PICTURES = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")
SCREENS = ("*.py", "*.html", "*.js", "*.po", "*.json")


@pytest.mark.parametrize("file", HAND_WRITTEN)
def test_module_says_what_it_is_for(file: str) -> None:
    source = (ROOT / file).read_text(encoding="utf-8")
    assert not source.strip() or ast.get_docstring(tree(file))


@pytest.mark.parametrize("file", sorted({*HAND_WRITTEN} - LISTS))
def test_module_stays_one_room(file: str) -> None:
    assert len((ROOT / file).read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("file", HAND_WRITTEN)
def test_module_has_a_name_that_means_something(file: str) -> None:
    assert file.split("/")[-1].removesuffix(".py") not in EMPTY_NAMES


@pytest.mark.parametrize(
    "folder", ["survey_engine", "pages", "participant", "door", "data/locales", "data/templates"]
)
def test_screens_do_without_emoji(folder: str) -> None:
    files = [path for pattern in SCREENS for path in (ROOT / folder).rglob(pattern)]
    assert [str(f.relative_to(ROOT)) for f in files if PICTURES.search(f.read_text(encoding="utf-8"))] == []
