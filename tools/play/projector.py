"""The projector as the room sees it: which numbers its screen showed, and from when on."""

import json
import time
from dataclasses import dataclass, field

from streamlit.proto.Element_pb2 import Element

from tools.play.studio import StudioPage


@dataclass(frozen=True, slots=True)
class Seen:
    """What the screen showed from one moment on (of the performance counter, in seconds)."""

    at: float
    question: str
    answered: int
    charted: int


@dataclass
class Projector(StudioPage):
    """An open projector page; `seen` grows while the room answers."""

    seen: list[Seen] = field(default_factory=list)

    def note(self, element: Element) -> None:
        """Note the numbers whenever the component that draws the screen is given new ones."""
        super().note(element)
        if element.WhichOneof("type") != "bidi_component":
            return
        content = json.loads(element.bidi_component.json or "{}")
        if "joined" in content:
            answered, rows = content.get("answered") or {}, content.get("rows") or []
            self.seen.append(
                Seen(
                    at=time.perf_counter(),
                    question=content["question"],
                    answered=answered.get("number", 0),
                    charted=sum(row["people"] for row in rows),
                )
            )

    def visible_at(self, question: str, number: int) -> float | None:
        """Return when the chart (or, while results are hidden, the count) first held this many answers."""
        return next(
            (
                seen.at
                for seen in self.seen
                if seen.question == question and max(seen.charted, seen.answered) >= number
            ),
            None,
        )
