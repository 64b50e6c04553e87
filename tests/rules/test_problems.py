"""Faults that people can act on: each has words, and is raised with what its words need."""

import ast
import re
import string

import pytest

from survey_engine.errors import WORDS, Problem
from tests.rules.source import calls, dotted, python_files, tree

Raised = tuple[str, str, frozenset[str]]


def raised() -> list[Raised]:
    """Return every EngineError made in the code: where, which Problem, which details."""
    return [
        (f"{file}:{call.lineno}", call.args[0].attr, frozenset(k.arg for k in call.keywords if k.arg))
        for file in python_files("survey_engine", "pages", "participant", "door")
        for call in calls(tree(file))
        if dotted(call.func).split(".")[-1] == "EngineError"
        and call.args
        and isinstance(call.args[0], ast.Attribute)
        and all(keyword.arg for keyword in call.keywords)
    ]


def needed(problem: Problem) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(WORDS[problem]) if name}


def test_every_problem_has_words() -> None:
    assert set(WORDS) == set(Problem)


@pytest.mark.parametrize("problem", list(Problem))
def test_words_of_a_problem_say_two_ways_out(problem: Problem) -> None:
    happened, _, ways = WORDS[problem].partition(". ")
    assert happened
    assert re.search(r"\bor\b", ways, re.IGNORECASE)


@pytest.mark.parametrize(("place", "name", "details"), raised())
def test_problem_is_raised_with_exactly_what_its_words_need(
    place: str, name: str, details: frozenset
) -> None:
    assert details == needed(Problem[name]), place


def test_every_problem_is_raised_somewhere() -> None:
    used = {
        node.attr
        for file in python_files("survey_engine", "pages", "participant", "door")
        if file != "survey_engine/errors.py"
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Attribute) and dotted(node.value) == "Problem"
    }
    assert {problem.name for problem in Problem} - used == set()
