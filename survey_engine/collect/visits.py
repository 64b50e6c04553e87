"""A session as one of its participants meets it: what is shown now, and what they said themselves."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby

from survey_engine.collect.contributions import Contribution, Pool
from survey_engine.collect.kinds import Summary
from survey_engine.collect.models import Answer, AnswerValue, Mode, Participant, Session
from survey_engine.collect.rooms import Stage, Step
from survey_engine.collect.showing import shown_to
from survey_engine.collect.surveys import Opening, Openness
from survey_engine.design.models import Group, Section, Study, groups_of


@dataclass(frozen=True, slots=True)
class Results:
    """What a room sees of its answers, and a short mark that changes when, and only when, they do."""

    summary: Summary
    key: str


@dataclass(frozen=True, slots=True)
class RoomView:
    """What everybody in a session sees at this moment; `results` is None while they are hidden.

    `pools` holds, by question, what people wrote for one another. A newcomer cannot join `full_groups`.
    """

    session: Session
    study: Study
    steps: tuple[Step, ...]
    sections: tuple[Section, ...] = ()
    results: Results | None = None
    pools: dict[str, Pool] = field(default_factory=dict)
    opening: Opening = field(default_factory=Opening)
    full_groups: frozenset[str] = frozenset()

    @property
    def groups(self) -> tuple[Group, ...]:
        """Return the groups of which a newcomer chooses one."""
        return groups_of(self.study)

    @property
    def stage(self) -> Stage:
        """Return whether the room waits, looks at a question, or is over. A survey never waits."""
        if self.is_over:
            return Stage.ENDED
        return Stage.QUESTION if self.is_survey or self.step is not None else Stage.WAITING

    @property
    def is_over(self) -> bool:
        """Say whether no more answers are taken: the session was ended, or its last day is past."""
        return self.session.ended_at is not None or self.opening.openness == Openness.CLOSED

    @property
    def is_early(self) -> bool:
        """Say whether a survey has not opened yet."""
        return not self.is_over and self.opening.openness == Openness.EARLY

    @property
    def is_survey(self) -> bool:
        """Say whether people answer at their own pace."""
        return self.session.mode == Mode.SURVEY

    @property
    def step(self) -> Step | None:
        """Return the step that a live room looks at, or None."""
        return self.step_of(self.session.current_question)

    @property
    def questions(self) -> int:
        """Return how many steps are answered; information is only read."""
        return sum(step.number is not None for step in self.steps)

    @property
    def key(self) -> str:
        """Return a short mark of what is shown; it changes when, and only when, the screen has to.

        While a question is open, showing its results leaves the form alone: they have a place of their own.
        """
        step = self.step
        if step is None:
            return _mark(self.stage, "")
        results = () if step.state.is_open else (step.state.results_shown,)
        return _mark(
            self.stage, self.session.current_question, step.state.is_open, step.state.phase, *results
        )

    @property
    def results_key(self) -> str:
        """Return a short mark of the results shown ('' while there are none)."""
        return "" if self.results is None else self.results.key

    @property
    def pool_key(self) -> str:
        """Return a short mark of what people answer to of one another now ('' where they do not)."""
        pool = self.pools.get(self.session.current_question)
        return "" if pool is None else pool.key

    @property
    def summary(self) -> Summary | None:
        """Return the results shown, or None."""
        return None if self.results is None else self.results.summary

    def step_of(self, question_id: str) -> Step | None:
        """Return the step of a question, or None."""
        return next((step for step in self.steps if step.question.id == question_id), None)

    def page_of(self, step: Step) -> str:
        """Return the section on whose one page a step stands in a survey; '' where it stands alone."""
        question = step.question
        pages = {section.id for section in self.sections if section.one_page}
        alone = question.takes_contributions or not self.is_survey
        return question.section if question.section in pages and not alone else ""

    def takes_answers(self, question_id: str) -> bool:
        """Say whether this question can be answered at this moment."""
        step = self.step_of(question_id)
        if step is None or not step.question.takes_answers or self.is_over or self.is_early:
            return False
        return self.is_survey or (self.session.mode == Mode.LIVE and step.state.is_open)


@dataclass(frozen=True, slots=True)
class Visit:
    """A view of the room by one person: who they are (None: nobody yet) and what they answered."""

    room: RoomView
    participant: Participant | None = None
    take_back_code: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return the steps that this person is shown, in order."""
        said = {id: AnswerValue(codes=tuple(one.codes), text=one.text) for id, one in self.answers.items()}
        group_key = self.participant.group_key if self.participant else None
        shown = shown_to((step.question for step in self.room.steps), said, group_key)
        return tuple(step for step in self.room.steps if step.question.id in shown)

    @property
    def asked(self) -> tuple[Step, ...]:
        """Return the steps that this person is shown and can answer, in order; from 1 they are numbered so."""
        return tuple(step for step in self.steps if step.question.takes_answers)

    def is_shown(self, step: Step) -> bool:
        """Say whether this person is shown a step; most are shown to everybody."""
        return not step.question.show_if or step in self.steps

    def together(self, step: Step) -> tuple[Step, ...]:
        """Return the steps that this person is shown on one page with this one; alone, it is the only one.

        In a survey these are the steps of a section of one page. What people answer to of one another
        stands alone: what is before and after it are two pages.
        """
        pages = (tuple(run) for _, run in groupby(self.room.steps, key=self.room.page_of))
        page = next((run for run in pages if step in run and self.room.page_of(step)), ())
        shown = self.steps if page else ()
        return tuple(one for one in page if one in shown) or (step,)

    @property
    def unanswered(self) -> tuple[Step, ...]:
        """Return the required steps that this person is shown and that hold no answer yet."""
        return tuple(
            step
            for step in self.steps
            if step.question.takes_answers and step.question.required and not self.has_answered(step)
        )

    def has_answered(self, step: Step) -> bool:
        """Say whether the person answered this step with anything at all."""
        answer = self.answers.get(step.question.id)
        said = answer is not None and bool(answer.codes or (answer.text or "").strip())
        return said or bool(self.contributed(step.question.id))

    def contributed(self, question_id: str) -> tuple[Contribution, ...]:
        """Return what the person wrote for others to answer to, also what the room does not see."""
        pool = self.room.pools.get(question_id)
        return pool.of(self.participant.id) if pool and self.participant else ()


@dataclass(frozen=True, slots=True)
class Joined:
    """A new participant, the secret of their cookie, and the code with which they can take back."""

    participant: Participant
    secret: str
    take_back_code: str


@dataclass(frozen=True, slots=True)
class Saved:
    """The acknowledgement of an answer: it is durably stored. `repeated` where it already was."""

    answer_id: str
    question_id: str
    saved_at: datetime
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """One of several answers that are sent together, under its own key."""

    question_id: str
    value: AnswerValue
    client_key: str


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What was erased: how many answers, and whose browser should forget its drafts."""

    answers: int
    participant_number: int


@dataclass(frozen=True, slots=True)
class Pulse:
    """What a listening page has to know: the room, and marks that say whether the page shows it."""

    room: RoomView
    key: str
    results_key: str
    pool_key: str = ""

    @property
    def revision(self) -> int:
        """Return the revision of the session."""
        return self.room.session.revision


def results_of(summary: Summary) -> Results:
    """Return results with their mark."""
    return Results(summary, _mark(repr(summary)))


def _mark(*parts: object) -> str:
    return hashlib.blake2b("\x1f".join(map(str, parts)).encode(), digest_size=6).hexdigest()
