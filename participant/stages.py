"""What one page shows: the room waiting, a question open or closed, a survey's step, or the end."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import urlencode

from participant.forms import Refusal, Submission
from survey_engine.collect.models import Answer, AnswerValue
from survey_engine.collect.orders import as_seen
from survey_engine.collect.pool_views import PoolView, pool_view
from survey_engine.collect.rooms import Stage, Step
from survey_engine.collect.visits import RoomView, Visit
from survey_engine.design.kinds import Question
from survey_engine.design.kinds.base import place_of
from survey_engine.design.models import Section
from survey_engine.ids import new_id

REVIEW = "end"
LONGEST_PLACE = 6
SOON = timedelta(days=2)


class Shape(StrEnum):
    """Which template a stage is drawn with; a page has several questions."""

    WAITING = "waiting"
    QUESTION = "question"
    PAGE = "page"
    CLOSED = "closed"
    INFORMATION = "information"
    OTHERS = "others"
    REVIEW = "review"
    EARLY = "early"
    ENDED = "ended"


NOTHING = AnswerValue()


@dataclass(frozen=True, slots=True)
class StageView:
    """One page for one participant. `shown` is what stands in the form: what was just refused, or stored.

    `chosen` is what somebody wrote that the participant wants to vote on again.
    A page has its steps as `parts`, of which each is drawn like a question of its own; what stands
    before the names of a part's fields is `pre`.
    """

    shape: Shape
    visit: Visit
    step: Step | None = None
    shown: AnswerValue = NOTHING
    saved_at: datetime | None = None
    problem: str = ""
    place: str = ""
    chosen: str = ""
    parts: "tuple[StageView, ...]" = ()
    pre: str = ""

    @property
    def pool(self) -> PoolView | None:
        """Return what others wrote for this participant to answer to, where this step has that."""
        return pool_view(self.visit, self.step, self.chosen)

    @property
    def room(self) -> RoomView:
        """Return what everybody in the session sees."""
        return self.visit.room

    @property
    def question(self) -> Question:
        """Return the question that this page is about."""
        assert self.step is not None
        person = self.visit.participant
        return as_seen(self.step.question, person.id) if person else self.step.question

    @property
    def client_key(self) -> str:
        """Return a fresh key under which a browser without script sends this form."""
        return new_id()

    @property
    def me(self) -> str:
        """Return a name under which this browser keeps drafts of this participant."""
        person = self.visit.participant
        return f"{self.room.session.code}:{person.number if person else 0}"

    @property
    def words(self) -> tuple[str, ...]:
        """Return the entries of a words answer, one for each box of the form."""
        entries = (self.shown.text or "").split("\n")
        most = getattr(self.question, "most", 0)
        return tuple([*entries, *[""] * most][: max(most, len(entries))])

    def amount(self, option: str) -> str:
        """Return what stands in the field of an option: the amount given to it, or what was typed there."""
        return next((part for row, part in map(place_of, self.shown.codes) if row == option), "")

    @property
    def before(self) -> str:
        """Return the place of the step before this one that the person is shown, or ''."""
        index = self._index
        earlier = [step for step in self.visit.steps if self.room.steps.index(step) < index]
        return str(self.room.steps.index(earlier[-1]) + 1) if earlier else ""

    @property
    def after(self) -> str:
        """Return the place after this one in a survey; at the end, of the review.

        Whether the step there is shown depends on the answer given here: whoever comes to one that
        is not shown is led on.
        """
        last = self.parts[-1].step if self.parts else self.step
        index = (self.room.steps.index(last) if last in self.room.steps else self._index) + 2
        return str(index) if index <= len(self.room.steps) else REVIEW

    @property
    def is_late(self) -> bool:
        """Say whether a survey closes so soon that somebody in the middle of it has to know."""
        left = self.room.opening.left
        return left is not None and left < SOON

    @property
    def number(self) -> int | None:
        """Return the number of the step: in a survey among those that the person is shown."""
        if self.step is None or not self.room.is_survey:
            return self.step.number if self.step else None
        asked = self.visit.asked
        return asked.index(self.step) + 1 if self.step in asked else None

    @property
    def questions(self) -> int:
        """Return how many questions there are: in a survey, for this person as far as is known."""
        return len(self.visit.asked) if self.room.is_survey else self.room.questions

    @property
    def takes_text(self) -> bool:
        """Say whether people write in their own words here."""
        return any(part.question.takes_text for part in self.parts or (self,) if part.step)

    @property
    def onward(self) -> str:
        """Return the query of the address to which the script goes once everything here is saved."""
        if not self.parts:
            return urlencode({"q": self.after})
        return urlencode({"q": self.place, "seen": "-".join(part.place for part in self.parts)})

    @property
    def wrong(self) -> tuple["StageView", ...]:
        """Return the parts of a page that could not be saved."""
        return tuple(part for part in self.parts if part.problem)

    @property
    def heading(self) -> Section | None:
        """Return the section that this is in."""
        return self._section

    @property
    def section(self) -> Section | None:
        """Return the section whose first question for this person this is: what is said above it."""
        section = self._section
        if section is None:
            return None
        first = next(step for step in self.visit.steps if step.question.section == section.id)
        return section if first == self.step else None

    @property
    def page(self) -> tuple[int, int] | None:
        """Return which of the sections this is, and how many the person goes through; None without any."""
        passed = dict.fromkeys(step.question.section for step in self.visit.steps)
        names = [one.id for one in self.room.sections if one.id in passed]
        if self._section is None or len(names) < 2:
            return None
        return names.index(self._section.id) + 1, len(names)

    @property
    def _section(self) -> Section | None:
        wanted = self.step.question.section if self.step in self.visit.steps and self.step else ""
        return next((one for one in self.room.sections if one.id == wanted), None)

    @property
    def answered(self) -> tuple[tuple[str, int, Step, Answer | None], ...]:
        """Return each step that the person is asked with its place, its number and their answer."""
        steps = self.room.steps
        return tuple(
            (str(steps.index(step) + 1), number, step, self.visit.answers.get(step.question.id))
            for number, step in enumerate(self.visit.asked, start=1)
        )

    @property
    def _index(self) -> int:
        return self.room.steps.index(self.step) if self.step in self.room.steps else len(self.room.steps)


def stage_of(
    visit: Visit,
    at: str = "",
    refused: Submission | None = None,
    problem: str = "",
    chosen: str = "",
    refusals: Sequence[Refusal] = (),
) -> dict[str, object]:
    """Return what the templates draw for this visit: `at` is the place in a survey; for `chosen` see `StageView`.

    `refusals` are the answers of a page that were not stored.
    """
    room = visit.room
    if refusals and (first := room.step_of(refusals[0].sent.question_id)):
        view = _page(visit, visit.together(first), refusals)
    elif refused is not None and (step := room.step_of(refused.question_id)):
        # What was typed stays in the form, whatever became of the question.
        view = StageView(Shape.QUESTION, visit, step, refused.value, None, problem, at)
    elif room.stage == Stage.ENDED:
        view = StageView(Shape.ENDED, visit)
    elif room.is_early:
        view = StageView(Shape.EARLY, visit)
    elif room.is_survey:
        view = _in_survey(visit, at or _next_place(visit), problem)
    else:
        view = _in_room(visit, room.step)
    return {"stage": replace(view, chosen=chosen), "is_open": is_open(visit)}


def results_stage(room: RoomView) -> StageView:
    """Return what the results are drawn with for everybody: nobody's own answer is marked in it."""
    return StageView(Shape.QUESTION, Visit(room), room.step)


def pool_stage(visit: Visit, question_id: str, chosen: str) -> StageView | None:
    """Return what the pool of a question is drawn with for one participant; None where there is none now."""
    step = visit.room.step_of(question_id)
    if step is None or question_id not in visit.room.pools or not visit.room.takes_answers(question_id):
        return None
    return replace(_about(Shape.QUESTION, visit, step, number_of(visit, question_id)), chosen=chosen)


def is_open(visit: Visit) -> bool:
    """Say whether what a live room looks at takes answers now."""
    return visit.room.takes_answers(visit.room.session.current_question)


def place(at: str) -> str:
    """Return the query of an address for a place in a survey; '' for anything that is none."""
    return f"?{urlencode({'q': at})}" if at == REVIEW or _is_number(at) else ""


def number_of(visit: Visit, question_id: str) -> str:
    """Return the place of a question in a survey, or ''."""
    step = visit.room.step_of(question_id)
    return str(visit.room.steps.index(step) + 1) if step and visit.room.is_survey else ""


def _is_number(at: str) -> bool:
    # "²" is a digit, too, and a thousand digits are a number.
    return at.isascii() and at.isdecimal() and len(at) <= LONGEST_PLACE


def _in_room(visit: Visit, step: Step | None) -> StageView:
    if step is None:
        return StageView(Shape.WAITING, visit)
    if not visit.is_shown(step):
        return StageView(Shape.OTHERS, visit, step)
    if not step.question.takes_answers:
        return StageView(Shape.INFORMATION, visit, step)
    return _about(Shape.QUESTION if step.state.is_open else Shape.CLOSED, visit, step)


def _in_survey(visit: Visit, at: str, problem: str) -> StageView:
    steps = visit.room.steps
    # A step that is not shown to this person leads on to the next one that is.
    following = steps[int(at) - 1 :] if _is_number(at) and int(at) else ()
    step = next((step for step in following if visit.is_shown(step)), None)
    if step is None:
        return StageView(Shape.REVIEW, visit, problem=problem, place=REVIEW)
    at = str(steps.index(step) + 1)
    if len(together := visit.together(step)) > 1:
        return _page(visit, together)
    if not step.question.takes_answers:
        return StageView(Shape.INFORMATION, visit, step, place=at)
    return _about(Shape.QUESTION, visit, step, at)


def onward(visit: Visit, at: str, seen: Collection[str]) -> str:
    """Return the address, below the session's, that follows a page of which the places `seen` were saved.

    Where an answer made another question of the page appear, it is the page again, at that question.
    """
    view = _in_survey(visit, at, "")
    places = [part.place for part in view.parts] or [view.place]
    new = next((one for one in places if one not in seen), "")
    if not new:
        return place(view.after)
    return f"{place(view.place)}#q{new}" if view.parts else place(new)


def after_page(visit: Visit, sent: Sequence[Submission]) -> str:
    """Return the address, below the session's, that follows once all answers of a page are stored."""
    seen = [number_of(visit, one.question_id) for one in sent]
    return onward(visit, seen[0], seen) if seen else ""


def is_due(visit: Visit, sent: Submission) -> bool:
    """Say whether an answer of a page is to be stored: it is new, or missing where one is needed."""
    step = visit.room.step_of(sent.question_id)
    if step is None or not step.question.takes_answers:
        return step is None
    if (answer := visit.answers.get(sent.question_id)) is None:
        return step.question.required or not sent.value.is_empty
    return (tuple(answer.codes), answer.text or "") != (sent.value.codes, sent.value.text or "")


def _page(visit: Visit, steps: Sequence[Step], refusals: Sequence[Refusal] = ()) -> StageView:
    """Return a page of several steps; what was refused stands there as it was typed, with the reason."""
    refused = {one.sent.question_id: one for one in refusals}
    drawn = [one for one in visit.room.steps if one in steps or one.question.id in refused]
    parts = tuple(_part(visit, step, refused.get(step.question.id)) for step in drawn)
    saved = max((part.saved_at for part in parts if part.saved_at), default=None)
    return StageView(Shape.PAGE, visit, drawn[0], saved_at=saved, place=parts[0].place, parts=parts)


def _part(visit: Visit, step: Step, refusal: Refusal | None) -> StageView:
    at = number_of(visit, step.question.id)
    part = replace(_about(Shape.QUESTION, visit, step, at), pre=f"q{at}-")
    if refusal is None:
        return part
    return replace(part, shown=refusal.sent.value, saved_at=None, problem=refusal.words)


def _about(shape: Shape, visit: Visit, step: Step, at: str = "") -> StageView:
    answer = visit.answers.get(step.question.id)
    if answer is None:
        # What is chosen beforehand counts for nothing until it is sent.
        beforehand = step.question.default if shape == Shape.QUESTION else ()
        return StageView(shape, visit, step, AnswerValue(codes=beforehand), place=at)
    shown = AnswerValue(codes=tuple(answer.codes), text=answer.text)
    return StageView(shape, visit, step, shown, answer.said_at, place=at)


def _next_place(visit: Visit) -> str:
    """Return where somebody goes on who comes back: the first step they have not answered."""
    if visit.participant is not None and visit.participant.finished_at is not None:
        return REVIEW
    steps = visit.room.steps
    if not visit.answers:
        return "1" if steps else REVIEW
    left = (
        steps.index(step) + 1
        for step in visit.steps
        if step.question.takes_answers and not visit.has_answered(step)
    )
    return str(next(left, REVIEW))
