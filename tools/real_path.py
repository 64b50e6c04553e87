"""The whole path on real data, timed: `python -m tools.real_path ../shared/data --out FOLDER`.

Each Polis conversation and each file of Latvian texts goes in, its themes are suggested,
its groups compared, a guideline drafted from both, published, and written as DOCX.
The recommendations are placeholders; what they stand on is real.
"""

import argparse
import csv
import io
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from survey_engine.compare.models import LineKind
from survey_engine.compare.verdicts import Verdict
from survey_engine.design.models import Study
from survey_engine.exchange.answers_in import Columns
from survey_engine.guidelines.picks import Passage, Pick, PickedComparison, PickedTheme
from survey_engine.settings import Settings
from survey_engine.workbench import Workbench, open_workbench

T = TypeVar("T")
MOST_RECOMMENDATIONS = 6


@dataclass
class Walk:
    """One conversation on its way, and how long each step took (seconds)."""

    name: str
    seconds: dict[str, float] = field(default_factory=dict)

    def step(self, name: str, action: Callable[[], T]) -> T:
        """Do one step and keep its time."""
        start = time.perf_counter()
        result = action()
        self.seconds[name] = time.perf_counter() - start
        return result


def walk(bench: Workbench, name: str, keep: Callable[[], Study], target: Path) -> Walk:
    """Take one study from import to a DOCX in `target`; return the times of its steps."""
    taken = Walk(name)
    study = taken.step("import", keep)
    taken.step("words", lambda: bench.themes.words(study.id))
    taken.step("themes", lambda: bench.themes.suggest(study.id))
    taken.step("compare", lambda: bench.comparisons.agreement(study.id))
    guideline = taken.step("draft", lambda: _draft(bench, study))
    taken.step("publish", lambda: bench.guidelines.publish(guideline))
    content = taken.step("docx", lambda: bench.guidelines.exported(guideline, form="docx", number=1))
    (target / f"{name}.docx").write_bytes(content)
    return taken


def _draft(bench: Workbench, study: Study) -> str:
    guideline = bench.guidelines.create(study.id, title=study.title)
    chapter = bench.guidelines.add_chapter(guideline.id, title="Ko no tā secināt")
    for text, picks in list(_grounds(bench, study))[:MOST_RECOMMENDATIONS]:
        made = bench.guidelines.add_recommendation(chapter.id, text=text)
        for pick in picks:
            bench.guidelines.attach(made.id, pick)
    return guideline.id


def _grounds(bench: Workbench, study: Study) -> Iterator[tuple[str, list[Pick | Passage]]]:
    """Give what recommendations can stand on: lines of the agreement map, then themes with their quotes."""
    agreement = bench.comparisons.agreement(study.id).agreement
    for verdict in (Verdict.ALL, Verdict.DIFFER, Verdict.ONE, Verdict.TOO_FEW):
        for line in [line for line in agreement.under(verdict) if line.kind is LineKind.STATEMENT][:2]:
            yield (
                f"{line.context}: {line.label}",
                [PickedComparison(question_id=line.table_id, code=line.line_id)],
            )
    for card in bench.themes.cards(study.id):
        passages = [Passage(place.voice.id, place.start, place.end) for place in card.quotes]
        yield card.theme.name, [PickedTheme(card.theme.id), *passages]


def _polis(bench: Workbench, folder: Path) -> Study:
    files = {file.name: file.read_bytes() for file in folder.glob("*.csv")}
    return bench.files.keep(bench.files.read_polis(folder.name, files), title=folder.name).study


def _texts(bench: Workbench, name: str, file: Path, group: str) -> Study:
    content = file.read_bytes()
    if file.suffix == ".tsv":
        rows = csv.reader(io.StringIO(content.decode()), delimiter="\t")
        buffer = io.StringIO()
        csv.writer(buffer).writerows(rows)
        content = buffer.getvalue().encode()
    sheet = bench.files.preview(f"{name}.csv", content)
    intake = bench.files.read_answers(sheet, Columns(texts=("text",), group=group, language="lv"))
    return bench.files.keep(intake, title=name).study


def main() -> None:
    """Walk every conversation and print a row of seconds for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=Path(tempfile.mkdtemp()))
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        bench = open_workbench(Settings.from_environment({"BALSIS_DATA": folder})).as_operator()
        polis = [
            (place.name, lambda place=place: _polis(bench, place))
            for place in sorted((arguments.data / "polis").iterdir())
            if place.is_dir()
        ]
        latvian = [
            (
                "lv-topics",
                lambda: _texts(bench, "lv-topics", arguments.data / "topics" / "lv.tsv", "category"),
            ),
            (
                "lv-questions",
                lambda: _texts(bench, "lv-questions", arguments.data / "questions" / "lv.csv", "label"),
            ),
        ]
        walks = [walk(bench, name, keep, arguments.out) for name, keep in [*polis, *latvian]]
    steps = list(walks[0].seconds)
    print(f"{'':28}" + "".join(f"{step:>10}" for step in steps))
    for taken in walks:
        print(f"{taken.name:28}" + "".join(f"{taken.seconds[step]:9.1f}s" for step in steps))
    print(f"documents in {arguments.out}")


if __name__ == "__main__":
    main()
