"""How many people, groups and sessions stand behind a recommendation.

People are counted once, however often they are quoted. What was noted down without
knowing who said it is counted as notes, never as people. Results and comparisons as a
whole say how opinions lie, not who asks for this, and add nobody.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from survey_engine.guidelines.facts import EvidenceFact, Known

Protect = Callable[[Sequence[int]], Sequence[Known]]


@dataclass(frozen=True, slots=True)
class GroupBacking:
    """People and notes of one group, as they may be published."""

    label: str
    people: Known
    notes: int


@dataclass(frozen=True, slots=True)
class Backing:
    """Who stands behind the evidence: distinct people, notes, groups, sessions."""

    people: int
    notes: int
    sessions: int
    groups: tuple[GroupBacking, ...]

    @property
    def told(self) -> Known:
        """What may be published of the total: of a single group no more than of that group."""
        heard = [group.people for group in self.groups if group.people.few or group.people.most]
        return heard[0] if len(heard) == 1 else Known(self.people, self.people)

    @property
    def is_empty(self) -> bool:
        """Say whether nobody was heard at all."""
        return not (self.people or self.notes)


def backing_of(facts: Sequence[EvidenceFact], labels: Mapping[str | None, str], protect: Protect) -> Backing:
    """Return who stands behind the facts, each person counted once.

    `labels` names the groups in the order in which they are shown (None: no group stated);
    `protect` says what may be told of the people of each group that is there.
    """
    voices = {voice.answer_id: voice for fact in facts for voice in fact.voices}.values()
    people = {voice.person_id: voice for voice in voices if voice.person_id}
    by_group = Counter(voice.group_key for voice in people.values())
    notes_by_group = Counter(voice.group_key for voice in voices if not voice.person_id)
    keys = _in_order([*by_group, *notes_by_group], labels)
    heard = [key for key in keys if by_group[key]]
    told = dict(zip(heard, protect([by_group[key] for key in heard]), strict=True))
    return Backing(
        people=len(people),
        notes=sum(notes_by_group.values()),
        sessions=len({voice.session_id for voice in voices}),
        groups=tuple(
            GroupBacking(labels.get(key, key or ""), told.get(key, Known(0, 0)), notes_by_group[key])
            for key in keys
        ),
    )


def _in_order(keys: Sequence[str | None], labels: Mapping[str | None, str]) -> list[str | None]:
    known = [key for key in labels if key in keys]
    return known + sorted({key for key in keys if key not in labels}, key=str)
