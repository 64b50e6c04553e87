"""A thousand made-up broken files: each is refused in words, or read with reasons in words; nothing half is stored."""

import re
from collections.abc import Callable, Iterator
from random import Random

import pytest

from survey_engine.accounts import Account
from survey_engine.design.models import form_of
from survey_engine.errors import EngineError
from survey_engine.exchange.forms.carried import Carried
from survey_engine.exchange.forms.formats import read_form
from survey_engine.workbench import Workbench
from tests.engine.exchange.forms.test_limesurvey import NEW, OLD, lss
from tests.engine.exchange.forms.workbook import book_of
from tests.factories import make_study

EACH = 500
WHOLE: dict[str, list[list[object]]] = {
    "survey": [
        [
            "type",
            "name",
            "label::Latviešu (lv)",
            "label::English (en)",
            "constraint",
            "parameters",
            "relevant",
        ],
        ["begin_group", "g", "Sadaļa", "Section", "", "", ""],
        ["select_one jn", "a", "Vai?", "Do you?", "", "", ""],
        ["select_multiple jn or_other", "b", "Kas?", "What?", "count-selected(.) <= 2", "", "${a} = 'ja'"],
        ["end_group", "", "", "", "", "", ""],
        ["range", "c", "Cik?", "How much?", "", "start=1 end=5 step=1", ""],
        ["begin_group", "m", "Cik svarīgi?", "How important?", "", "", ""],
        ["select_one skala", "m_1", "Laiks", "Time", "", "", ""],
        ["end_group", "", "", "", "", "", ""],
        ["text", "d", "Kāpēc?", "Why?", "string-length(.) <= 300", "", ""],
        ["rank jn", "e", "Secībā", "In order", "", "", ""],
    ],
    "choices": [
        ["list_name", "name", "label::Latviešu (lv)", "label::English (en)"],
        ["jn", "ja", "Jā", "Yes"],
        ["jn", "ne", "Nē", "No"],
        ["skala", 1, "Maz", "Little"],
        ["skala", 2, "Daudz", "Much"],
    ],
    "settings": [["form_title", "default_language"], ["Forma", "Latviešu (lv)"]],
}
CELLS = [
    None,
    "",
    "type",
    "label::",
    "::",
    "begin_repeat",
    "end_group",
    "select_one",
    "select_one nav",
    "a b",
    "1a",
]
CELLS += [
    "start=1 end=1e9 step=0",
    "start=x",
    "[" * 2_000,
    '{"kind": 3, "fields": [1]}',
    "${zz}",
    "x" * 1_500,
    7,
    True,
]
CELLS += [
    "count-selected(.) <= 999",
    "string-length(.) <= 0",
    "_x0000_",
    "table-list",
    "ā\u200b",
    -1.5,
    "geopoint",
]
TAGS = ["qid", "gid", "parent_qid", "language", "type", "title", "code", "rows", "row", "answer", "scale_id"]
VALUES = [
    "",
    "x",
    "8",
    "-9",
    "99999999999999",
    "R",
    "F",
    ":",
    "de",
    "!!",
    "&#0;",
    "]]>",
    "<row>",
    "{x}",
    "&lt;img&gt;",
]


def broken_xlsform(chance: Random) -> bytes:
    sheets = {name: [list(row) for row in rows] for name, rows in WHOLE.items()}
    for _time in range(chance.randint(1, 4)):
        chance.choice(DAMAGES)(sheets, chance)
    content = book_of(sheets)
    return spoilt(content, chance) if chance.random() < 0.3 else content


def broken_lss(chance: Random) -> bytes:
    tables = chance.choice([OLD, NEW.format(letter=chance.choice("LM!RFSTY5X*|Q"), relevance="1", random=0)])
    for _time in range(chance.randint(1, 4)):
        tag = chance.choice(TAGS)
        there = list(re.finditer(rf"<{tag}>([^<]*)</{tag}>", tables))
        if chance.random() < 0.1 or not there:
            tables = tables.replace(tag, chance.choice(TAGS), chance.choice([-1, 1]))
        else:
            place = chance.choice(there)
            changed = chance.choice(["", f"<{tag}>{chance.choice(VALUES)}</{tag}>"])
            tables = tables[: place.start()] + changed + tables[place.end() :]
    content = lss(tables)
    return spoilt(content, chance) if chance.random() < 0.3 else content


def spoilt(content: bytes, chance: Random) -> bytes:
    changed = bytearray(content[: chance.randint(1, len(content))])
    for _time in range(chance.randint(0, 6)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def change_cell(sheets: dict[str, list[list[object]]], chance: Random) -> None:
    row = chance.choice(chance.choice([rows for rows in sheets.values() if rows] or [[[""]]]))
    if row:
        row[chance.randrange(len(row))] = chance.choice(CELLS)


def drop_row(sheets: dict[str, list[list[object]]], chance: Random) -> None:
    rows = chance.choice(list(sheets.values()) or [[]])
    if rows:
        rows.pop(chance.randrange(len(rows)))


def repeat_row(sheets: dict[str, list[list[object]]], chance: Random) -> None:
    rows = chance.choice(list(sheets.values()) or [[]])
    if rows:
        rows.insert(chance.randrange(len(rows)), list(chance.choice(rows)))


def drop_column(sheets: dict[str, list[list[object]]], chance: Random) -> None:
    place = chance.randrange(4)
    for row in chance.choice(list(sheets.values()) or [[]]):
        del row[place : place + 1]


def rename_sheet(sheets: dict[str, list[list[object]]], chance: Random) -> None:
    if sheets:
        name = chance.choice(list(sheets))
        sheets[chance.choice(["Survey", "aptauja", "choices "])] = sheets.pop(name)


DAMAGES = (change_cell, change_cell, change_cell, drop_row, repeat_row, drop_column, rename_sheet)


def read_all(
    make: Callable[[Random], bytes], ending: str, number: int = EACH
) -> Iterator[Carried | EngineError]:
    for seed in range(number):
        try:
            yield read_form(f"a{ending}", make(Random(seed)))
        except EngineError as refused:
            yield refused


@pytest.mark.parametrize(("make", "ending"), [(broken_xlsform, ".xlsx"), (broken_lss, ".lss")])
def test_thousand_broken_files_are_refused_or_read_in_words(make: Callable, ending: str) -> None:
    found = list(read_all(make, ending))
    refused = [one for one in found if isinstance(one, EngineError)]
    read = [one for one in found if isinstance(one, Carried)]

    assert all(one.say(str) for one in refused)
    assert all(one.why(str) for carried in read for one in carried.not_carried)
    assert all(question.cleaned() == question for carried in read for question in carried.form.questions)
    # The damage is real, and not so great that nothing is read.
    assert len(refused) > EACH // 10
    assert sum(bool(one.not_carried) for one in read) > EACH // 20


@pytest.mark.parametrize(("make", "ending"), [(broken_xlsform, ".xlsx"), (broken_lss, ".lss")])
def test_what_is_stored_of_a_broken_file_is_what_was_shown(
    make: Callable, ending: str, bench: Workbench, account: Account
) -> None:
    study = make_study(bench, account)
    shown = [one for one in read_all(make, ending, 40) if isinstance(one, Carried)]
    for carried in shown:
        bench.forms.keep(carried, study_id=study.id, title="A")

    stored = [form_of(one).questions for one in bench.questionnaires.of_study(study.id)]
    assert [[one.key for one in questions] for questions in stored] == [
        [one.key for one in carried.form.questions] for carried in shown
    ]
