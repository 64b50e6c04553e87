"""Measure a long questionnaire: bringing in 300 questions from an XLSForm, and editing it on its page.

`make bench` runs it before the room; `python -m tools.bench_forms` runs it alone. "Editing" is the
processor time that one interaction takes: the write, and the page drawn anew. Prints the
middle of several, and writes nothing.
"""

import argparse
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from time import process_time
from types import SimpleNamespace
from unittest.mock import patch

from openpyxl import Workbook
from streamlit.testing.v1 import AppTest

from survey_engine.accounts import STUDIO_COOKIE
from survey_engine.design.models import Questionnaire, form_of
from survey_engine.settings import ROOT
from survey_engine.workbench.warming import settle
from tools.rooms import Facilitator, facilitator_in

PAGE = ROOT / "pages" / "design" / "questionnaire.py"
QUESTIONS, TIMES = 300, 7
IMPORT_LIMIT, EDIT_LIMIT = 2.0, 0.3
LANGUAGES = ("lv", "ru", "en")


@dataclass(frozen=True, slots=True)
class Measured:
    """One thing that was measured, how long it took at most, and how long it may take, in seconds."""

    what: str
    seconds: float
    limit: float

    def __str__(self) -> str:
        verdict = "ok" if self.seconds < self.limit else "TOO SLOW"
        return f"{self.what:<58}{self.seconds * 1000:8.0f} ms   (limit {self.limit * 1000:.0f})  {verdict}"


def long_xlsform(questions: int = QUESTIONS) -> bytes:
    """Return an XLSForm in three languages: choices, scales and texts in turn."""
    book = Workbook()
    survey, choices = book.active, book.create_sheet("choices")
    survey.title = "survey"
    labels = [f"label::{language}" for language in LANGUAGES]
    survey.append(["type", "name", *labels, "parameters"])
    choices.append(["list_name", "name", *labels])
    for number in range(questions):
        kind = ("select_one a", "select_multiple a", "range", "text")[number % 4]
        texts = [f"Kā jūs vērtējat pakalpojumu, {number}? ({language})" for language in LANGUAGES]
        survey.append([kind, f"q{number}", *texts, "start=1 end=5 step=1" if kind == "range" else None])
    for code in range(1, 8):
        choices.append(["a", f"c{code}", *(f"Atbilde {code} {language}" for language in LANGUAGES)])
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def main() -> int:
    """Measure, print, and return how many figures are over their limit."""
    with tempfile.TemporaryDirectory(prefix="balsis-forms-") as folder:
        facilitator = facilitator_in(Path(folder))
        with _signed_in(facilitator, Path(folder)):
            measured = list(_measure(facilitator))
    for one in measured:
        print(one)
    return sum(one.seconds >= one.limit for one in measured)


def _measure(facilitator: Facilitator) -> Iterator[Measured]:
    bench, content = facilitator.bench, long_xlsform()
    studies = iter(
        [bench.studies.create(title="Garā anketa", languages=list(LANGUAGES)) for _time in range(3)]
    )
    made: list[Questionnaire] = []

    def bring_in() -> None:
        carried = bench.forms.read("gara.xlsx", content)
        made.append(bench.forms.keep(carried, study_id=next(studies).id, title="Gara"))

    yield Measured(f"importing {QUESTIONS} questions", _middle(bring_in, 3), IMPORT_LIMIT)
    first = made[-1]
    questions = form_of(first).questions
    asked = questions[len(questions) // 2]
    moves = iter([1, -1] * TIMES)
    yield Measured(
        "moving a question: the write alone",
        _middle(lambda: bench.questionnaires.move(first.id, question_id=asked.id, by=next(moves)), TIMES),
        EDIT_LIMIT,
    )
    for what, seconds in _page(first).items():
        yield Measured(what, seconds, EDIT_LIMIT)


def _page(questionnaire: Questionnaire) -> dict[str, float]:
    app = AppTest.from_file(str(PAGE), default_timeout=60)
    app.query_params["study"], app.query_params["questionnaire"] = questionnaire.study_id, questionnaire.id
    app.run()
    # As the app does when it has started.
    settle()
    shown = next(one.key for one in app.button if (one.key or "").startswith("down-")).removeprefix("down-")
    found = {"drawing the list again": _middle(lambda: app.run(), TIMES)}
    found["moving a question on the page"] = _middle(lambda: app.button(key=f"down-{shown}").click().run(), 3)
    app.button(key=f"edit-{shown}").click().run()
    found["typing in the editor"] = _middle(lambda: app.run(), TIMES)
    if app.exception:
        raise RuntimeError(app.exception[0].value)
    return found


def _middle(act: Callable[[], object], times: int) -> float:
    taken = []
    for _time in range(times):
        begun = process_time()
        act()
        taken.append(process_time() - begun)
    return sorted(taken)[len(taken) // 2]


@contextmanager
def _signed_in(facilitator: Facilitator, folder: Path) -> Iterator[None]:
    """Let pages run as this facilitator sees them, in this installation."""
    context = SimpleNamespace(
        cookies={STUDIO_COOKIE: facilitator.cookie}, locale="lv-LV", url="http://localhost/studio"
    )
    with patch("streamlit.context", context), patch.dict("os.environ", {"BALSIS_DATA": str(folder)}):
        yield


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__).parse_args()
    raise SystemExit(main() > 0)
