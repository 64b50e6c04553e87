"""How much the projector's sheet holds: drawn by the real script, in a real browser, from plain values."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from pages.ui.parts.projector import HERE
from tests.browsing import launched

LONG = "Pašvaldība savlaicīgi un saprotamā valodā informē iedzīvotājus par plānotajām pārmaiņām " * 2
NOTHING = {
    **{"stage": "question", "question": "q", "title": "Ko izvēlaties?", "lead": "", "empty": "", "alt": ""},
    **{"meta": "", "join": "", "address": "", "code": "ABC234", "joined": None, "answered": None},
    **{"qr": {"side": 1, "path": "M0 0h1v1z", "alt": ""}, "controls": {"theme": "", "full": ""}},
    **{"rows": None, "words": None, "wall": None, "grid": None, "plane": None, "top": None, "wide": False},
    "picture": None,
    **{"note": "", "some": "uz ekrāna {shown} no {all}", "bars": 8, "theme": "light", "small": False},
}
# Parts of rows, cells or the sheet that are drawn where the footer stands, or that lie over one another.
CUT = """() => {
    const foot = document.querySelector("footer").getBoundingClientRect().top;
    const rows = [...document.querySelectorAll("tbody tr")].filter((row) => row.offsetHeight);
    return rows.filter((row) => row.getBoundingClientRect().bottom > foot).length;
}"""
SHOWN = "() => [...document.querySelectorAll('tbody tr')].filter((row) => row.offsetHeight).length"


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    with launched() as started:
        yield started


def drawn(chrome: Browser, **content: object) -> Page:
    """Return a page of 1920 by 1080 with the sheet drawn from these values."""
    page = chrome.new_page(viewport={"width": 1920, "height": 1080})
    html, css, js = (
        (HERE / f"projector.{kind}").read_text(encoding="utf-8") for kind in ("html", "css", "js")
    )
    page.set_content(f"<style>body {{ margin: 0 }} {css}</style><div id=place>{html}</div>")
    page.add_script_tag(
        content=js.replace("export default function", "window.draw_sheet = function"), type="module"
    )
    page.wait_for_function("() => window.draw_sheet")
    page.evaluate(
        "(data) => { window.draw_sheet({ data, parentElement: document.querySelector('#place') }) }",
        NOTHING | content,
    )
    return page


def row(number: int, label: str) -> dict[str, object]:
    return {"key": str(number), "label": f"{number}. {label}", "people": number, "apart": False}


def line(number: int) -> dict[str, object]:
    cells = [{"text": "3", "share": 0.5} for _ in range(5)]
    return {"key": str(number), "label": f"{number}. {LONG}", "cells": cells, "sums": ["2,0", "34"]}


def test_twenty_long_options_are_not_cut_by_the_footer(chrome) -> None:
    page = drawn(chrome, rows=[row(number, LONG) for number in range(1, 21)])
    assert page.evaluate(CUT) == 0


def test_note_says_how_many_options_have_room(chrome) -> None:
    page = drawn(chrome, note="36 cilvēki " * 20, rows=[row(number, LONG) for number in range(1, 31)])
    shown = page.evaluate(SHOWN)
    assert page.locator("footer .note").inner_text().endswith(f"uz ekrāna {shown} no 30")


def test_long_table_is_not_drawn_over_the_footer(chrome) -> None:
    heads = ["1 pilnīgi noteikti nepiekrītu", "2", "3", "4", "5 pilnīgi noteikti piekrītu", "Vidējais", "n"]
    page = drawn(chrome, grid={"heads": heads, "rows": [line(number) for number in range(1, 21)]})
    assert page.evaluate(CUT) == 0


def test_few_short_options_are_all_shown_in_full(chrome) -> None:
    page = drawn(chrome, rows=[row(number, "Izvēle") for number in range(1, 9)])
    assert (page.evaluate(SHOWN), page.locator("footer .note").inner_text()) == (8, "")
