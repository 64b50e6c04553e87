"""Measure the advice on wording on the good and bad questions written for this project.

    python -m tools.bench_wording             hits and false alarms by language and check
    python -m tools.bench_wording --seen      name each miss and false alarm, but not the held-out ones

The list is our own (`data/methods/wording_examples.json`): the figures say how the checks do on it, not
how they would on the questions of others. What each batch gave when it was new stands in
`data/methods/README.md`: those figures are the fair ones.
"""

import argparse
import json
from collections.abc import Iterable
from typing import Any

from survey_engine.design.kinds import KINDS
from survey_engine.design.models import Form
from survey_engine.design.wording import LANGUAGES, WordingCheck, advise
from survey_engine.records import Value
from survey_engine.settings import ROOT

BATCHES = (("first", False), ("first", True), ("second", False), ("third", False), ("fourth", True))
FILE = ROOT / "data" / "methods" / "wording_examples.json"


class Example(Value):
    """A form of one question or a few, the check that should speak ('' none), and whether it was held out."""

    language: str
    expected: str
    batch: str
    held_out: bool
    form: Form

    @property
    def found(self) -> frozenset[str]:
        """Return the codes of the checks that speak."""
        return frozenset(str(one.check) for one in advise(self.form, [self.language]))

    @property
    def words(self) -> str:
        """Return the texts of the questions, to name the example."""
        return " && ".join(question.text[self.language] for question in self.form.questions)


class Score(Value):
    """How many of so many bad questions were found, and on how many of so many good ones there was an alarm."""

    hits: int
    bad: int
    alarms: int
    good: int

    @property
    def hit_rate(self) -> float:
        """Return the share of bad questions that were found, in per cent."""
        return 100 * self.hits / self.bad if self.bad else 0.0

    @property
    def alarm_rate(self) -> float:
        """Return the share of good questions with an alarm, in per cent."""
        return 100 * self.alarms / self.good if self.good else 0.0


def examples() -> tuple[Example, ...]:
    """Return every example of the list."""
    stored = json.loads(FILE.read_text(encoding="utf-8"))["examples"]
    return tuple(
        Example(
            language=one["language"],
            expected=one["expected"],
            batch=one["batch"],
            held_out=one["held_out"],
            form=_form(one["questions"], one["language"]),
        )
        for one in stored
    )


def score(chosen: Iterable[Example]) -> Score:
    """Count hits and false alarms; an alarm is any advice at all on a good question."""
    chosen = list(chosen)
    bad = [one for one in chosen if one.expected]
    good = [one for one in chosen if not one.expected]
    hits = sum(one.expected in one.found for one in bad)
    return Score(hits=hits, bad=len(bad), alarms=sum(bool(one.found) for one in good), good=len(good))


def _form(questions: list[dict[str, Any]], language: str) -> Form:
    return Form.model_validate(
        {"questions": [_question(one, language, f"q{n}") for n, one in enumerate(questions, start=1)]}
    )


def _question(written: dict[str, Any], language: str, id: str) -> Any:
    fields = dict(written)
    for name in ("text", "low", "high"):
        if name in fields:
            fields[name] = {language: fields[name]}
    if "options" in fields:
        fields["options"] = [
            {"code": str(n), "label": {language: label}} for n, label in enumerate(fields["options"], start=1)
        ]
    return KINDS[fields["kind"]].model_validate({"id": id, **fields})


def _print_scores(chosen: list[Example]) -> None:
    for batch, held_out in BATCHES:
        for language in LANGUAGES:
            found = score(
                one
                for one in chosen
                if (one.language, one.batch, one.held_out) == (language, batch, held_out)
            )
            print(
                f"{batch:7}{'held out' if held_out else 'seen':9} {language}"
                f"  hits {found.hits}/{found.bad} ({found.hit_rate:.0f} %)"
                f"  false alarms {found.alarms}/{found.good} ({found.alarm_rate:.0f} %)"
            )


def _print_checks(chosen: list[Example]) -> None:
    print(f"\n{'hits':18}" + "".join(f"{language:>12}" for language in LANGUAGES))
    for check in WordingCheck:
        row = []
        for language in LANGUAGES:
            found = score(one for one in chosen if one.expected == check and one.language == language)
            row.append(f"{found.hits}/{found.bad}" if found.bad else "-")
        print(f"{check:18}" + "".join(f"{cell:>12}" for cell in row))


def _print_seen(chosen: list[Example]) -> None:
    for one in (one for one in chosen if not one.held_out):
        extra = sorted(one.found - {one.expected})
        if one.expected and one.expected not in one.found:
            print(f"missed    {one.language} {one.expected}: {one.words} (said: {', '.join(extra) or '-'})")
        elif extra:
            print(f"{'also' if one.expected else 'alarm':9} {one.language} {', '.join(extra)}: {one.words}")


def main(arguments: list[str] | None = None) -> None:
    """Print the scores, and with --seen each fault on the examples that may be looked at."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seen", action="store_true", help="name each fault that was not held out")
    chosen = list(examples())
    if parser.parse_args(arguments).seen:
        _print_seen(chosen)
    _print_scores(chosen)
    _print_checks(chosen)


if __name__ == "__main__":
    main()
