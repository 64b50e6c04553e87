"""Every text on screen exists in Latvian and Russian, with the same placeholders and the right plural forms."""

import ast
from collections import defaultdict

import pytest

from tests.rules.source import calls, dotted, python_files, tree
from tools.locales import ROOMS, TRANSLATED, catalogs, placeholders, report, used

BOTH = pytest.mark.parametrize("language", TRANSLATED)
# Words that rightly differ between rooms, with the reason.
DIFFERENT: dict[str, str] = {}


@BOTH
@pytest.mark.parametrize("room", ROOMS)
def test_every_text_of_a_room_is_translated(room: str, language: str) -> None:
    assert [str(text.id) for text in report(language, [room]).missing] == []


@BOTH
def test_no_translation_is_fuzzy_or_loses_a_placeholder_or_a_plural_form(language: str) -> None:
    assert [str(fault) for fault in report(language).faults] == []


@BOTH
def test_no_catalog_keeps_what_is_no_longer_said(language: str) -> None:
    assert [str(fault) for fault in report(language).unused] == []


@BOTH
def test_every_catalog_is_of_a_room(language: str) -> None:
    assert set(catalogs(language)) <= set(ROOMS)


@BOTH
def test_every_catalog_counts_in_three_forms(language: str) -> None:
    assert {room: catalog.num_plurals for room, catalog in catalogs(language).items()} == dict.fromkeys(
        catalogs(language), 3
    )


@BOTH
def test_same_text_is_translated_alike_in_every_room(language: str) -> None:
    said: dict[object, set[object]] = defaultdict(set)
    for catalog in catalogs(language).values():
        for message in catalog:
            if message.id and message.string:
                said[message.id].add(message.string)
    assert {text: ways for text, ways in said.items() if len(ways) > 1 and text not in DIFFERENT} == {}


def test_texts_in_the_code_have_well_formed_placeholders() -> None:
    plural = [text for text in used() if isinstance(text.id, tuple)]
    single = [text for text in used() if isinstance(text.id, str)]
    named = [placeholders(*text.id) for text in plural] + [placeholders(text.id) for text in single]
    assert "" not in set().union(*named)


@pytest.mark.parametrize("file", python_files("survey_engine", "pages", "participant", "door"))
def test_only_whole_literal_texts_are_marked_for_translation(file: str) -> None:
    broken = [
        f"line {call.lineno}"
        for call in calls(tree(file))
        if dotted(call.func) in ("_", "mark", "ngettext")
        for argument in call.args[: 2 if dotted(call.func) == "ngettext" else 1]
        if isinstance(argument, (ast.JoinedStr, ast.BinOp))
    ]
    assert broken == []


# „Latvian” and «Russian»: the marks that open or close a quotation in English only.
FOREIGN_MARKS = {"lv": "“", "ru": "“”"}


@BOTH
def test_translations_quote_with_the_marks_of_their_language(language: str) -> None:
    texts = [message.string for catalog in catalogs(language).values() for message in catalog if message.id]
    forms = [form for text in texts for form in (text if isinstance(text, (tuple, list)) else (text,))]
    assert [form for form in forms if set(form) & set(FOREIGN_MARKS[language])] == []
