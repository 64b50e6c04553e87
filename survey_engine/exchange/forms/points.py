"""The points of a scale or a matrix as options with a label each, as other tools have them."""

import re
from collections.abc import Mapping, Sequence

from survey_engine.design.kinds.graded import Graded, PointsShown
from survey_engine.texts import Texts, has_text

# Between a point and its name.
DASH = " – "
NUMBERED = re.compile(r"(\d{1,2})(?: – (.*))?", re.DOTALL)


def labelled_points(question: Graded, languages: Sequence[str]) -> list[tuple[str, Texts]]:
    """Return each point with its label: its name where points are shown by name, else "1 – its name"."""
    points = [str(number) for number in range(1, question.points + 1)]
    return [(code, _label(code, question, languages)) for code in points]


def points_of(labels: Sequence[Texts]) -> dict[str, object]:
    """Return the fields of a scale whose points are labelled like this, as `labelled_points` does or freely."""
    names = [
        {language: _name(number, text) for language, text in label.items()}
        for number, label in enumerate(labels, start=1)
    ]
    between = names[1:-1]
    languages = dict.fromkeys(code for name in between for code, text in name.items() if text)
    is_named = (
        bool(names) and all(has_text(name) for name in names) and names == [dict(one) for one in labels]
    )
    return {
        "points": len(labels),
        "low": _kept(names[0]) if names else {},
        "high": _kept(names[-1]) if len(names) > 1 else {},
        "between": {code: "\n".join(name.get(code, "") for name in between) for code in languages},
        "shown_as": PointsShown.NAMES if is_named else PointsShown.NUMBERS,
    }


def _label(code: str, question: Graded, languages: Sequence[str]) -> Texts:
    names = question.point_label(code)
    if question.shown_as == PointsShown.NAMES and has_text(names):
        return names
    return {one: code + (DASH + names[one] if names.get(one) else "") for one in languages}


def _name(number: int, label: str) -> str:
    found = NUMBERED.fullmatch(label)
    named = (found[2] or "") if found and int(found[1]) == number else label
    return " ".join(named.split("\n"))


def _kept(texts: Mapping[str, str]) -> Texts:
    return {code: text for code, text in texts.items() if text}
