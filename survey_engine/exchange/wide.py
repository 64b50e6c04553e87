"""The columns of the wide table: what each kind of question has there, and what stands in a cell.

Most questions have one column. Where an answer has several parts (options of a multiple choice, words
beside "other"), each part has its own, named after the question and the code of the part.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from survey_engine.collect.orders import order_seen
from survey_engine.design.kinds import (
    DECLINED,
    Contributing,
    Criteria,
    Matrix,
    MultipleChoice,
    Points,
    Position,
    Question,
    Ranking,
    Statements,
)
from survey_engine.design.kinds.base import place_of
from survey_engine.design.kinds.choice import OTHER, Choice, OpenChoice
from survey_engine.design.kinds.criteria import BETWEEN as IN_CELL
from survey_engine.exchange.study_answers import OutAnswer
from survey_engine.exchange.tables import Cell, code_cell
from survey_engine.texts import Texts

BETWEEN = "|"


class Holds(StrEnum):
    """What a column holds; the value is what the codebook says, in English like the columns."""

    ANSWER = "answer to the question"
    CHOSEN = "1 chosen, 0 not chosen"
    POINT = "point chosen for the statement, or for the thing by the criterion"
    PLACE = "place given to the option, 1 is first; empty where it has none"
    AMOUNT = "amount given to the option, 0 where it got nothing"
    ACROSS = "steps from the left end of the horizontal axis, which is 0; empty where it was not placed"
    UPWARDS = "steps from the lower end of the vertical axis, which is 0; empty where it was not placed"
    WORDS = "the person's own words beside “other”, verbatim"
    VOTE = "vote on the statement"
    VOTES = "votes on what people wrote: answer_id of the text, =, the vote; several have | between them"
    ASKED = "1 the question was shown to this person, 0 it was not: see its rule in the questionnaire"
    DECLINED = "1 the person preferred not to say, 0 they answered; empty where neither"
    ORDER = "codes of the options in the random order in which this person saw them, with | between them"
    OWN = "what the person wrote for others to vote on, verbatim; several have | between them"


# Not what was answered but how the question was put to the person.
CIRCUMSTANCES = frozenset({Holds.ASKED, Holds.DECLINED, Holds.ORDER})
WITHOUT_CODES = frozenset({Holds.WORDS, Holds.VOTES, Holds.OWN, *CIRCUMSTANCES})


@dataclass(frozen=True, slots=True)
class WideColumn:
    """One column: its name, its question, what it holds, and of which part ('' is the whole question)."""

    name: str
    question: Question
    holds: Holds
    part: str = ""

    @property
    def codes(self) -> tuple[tuple[str, Texts], ...]:
        """Return the codes that the codebook explains for this column, with their labels."""
        if self.holds in WITHOUT_CODES:
            return ()
        if self.holds is Holds.VOTE:
            parts = [(place_of(code), self.question.label(code)) for code in self.question.codes()]
            return tuple((vote, label) for (text, vote), label in parts if text == self.part)
        if self.holds in (Holds.PLACE, Holds.AMOUNT, Holds.ACROSS, Holds.UPWARDS):
            return ((self.part, self.question.label(self.part)),)
        if isinstance(self.question, Matrix | Criteria):
            parts = [(place_of(code), self.question.label(code)) for code in self.question.codes()]
            return tuple((point, label) for (row, point), label in parts if row == self.part)
        codes = (self.part,) if self.part else self.question.codes()
        return tuple((code, self.question.label(code)) for code in codes)


def columns_of(question: Question, name: str) -> Iterator[WideColumn]:
    """Yield the columns of a question whose own column would be called `name`."""
    if isinstance(question, MultipleChoice):
        for code in question.codes():
            yield WideColumn(f"{name}_{code}", question, Holds.CHOSEN, code)
    elif isinstance(question, Matrix):
        for row in question.option_codes:
            yield WideColumn(f"{name}_{row}", question, Holds.POINT, row)
    elif isinstance(question, Criteria):
        for cell in question.cells:
            yield WideColumn(f"{name}_{cell.replace(IN_CELL, '_')}", question, Holds.POINT, cell)
    elif isinstance(question, Position):
        for option in question.option_codes:
            yield WideColumn(f"{name}_{option}_x", question, Holds.ACROSS, option)
            yield WideColumn(f"{name}_{option}_y", question, Holds.UPWARDS, option)
    elif isinstance(question, Ranking):
        for option in question.option_codes:
            yield WideColumn(f"{name}_{option}", question, Holds.PLACE, option)
    elif isinstance(question, Points):
        for option in question.option_codes:
            yield WideColumn(f"{name}_{option}", question, Holds.AMOUNT, option)
    elif isinstance(question, Contributing):
        yield from _contributed(question, name)
    else:
        yield WideColumn(name, question, Holds.ANSWER)
    if isinstance(question, OpenChoice) and question.other:
        yield WideColumn(f"{name}_{OTHER}_text", question, Holds.WORDS, OTHER)
    if question.show_if:
        yield WideColumn(f"{name}_asked", question, Holds.ASKED)
    if question.decline:
        yield WideColumn(f"{name}_declined", question, Holds.DECLINED)
    if isinstance(question, Choice) and question.shuffle:
        yield WideColumn(f"{name}_order", question, Holds.ORDER)


def _contributed(question: Contributing, name: str) -> Iterator[WideColumn]:
    for code in question.option_codes if isinstance(question, Statements) else ():
        yield WideColumn(f"{name}_{code}", question, Holds.VOTE, code)
    yield WideColumn(f"{name}_votes", question, Holds.VOTES)
    yield WideColumn(f"{name}_own", question, Holds.OWN)


def cell_of(column: WideColumn, answers: Sequence[OutAnswer]) -> Cell:
    """Return one cell: empty where nothing was answered."""
    said = [
        answer
        for answer in answers
        if (answer.codes or answer.text is not None) and answer.codes != (DECLINED,)
    ]
    return CELLS[column.holds](column, said) if said else None


def circumstance_of(
    column: WideColumn, participant_id: str, answers: Sequence[OutAnswer], shown: Collection[str]
) -> Cell:
    """Return one cell about how a question was put to a person; `shown` are the questions they are shown."""
    if column.holds is Holds.ASKED:
        return int(column.question.id in shown)
    if column.holds is Holds.DECLINED:
        said = [answer.codes == (DECLINED,) for answer in answers if answer.codes or answer.text]
        return int(any(said)) if said else None
    assert isinstance(column.question, Choice)
    return BETWEEN.join(order_seen(column.question, participant_id))


def joined_codes(codes: tuple[str, ...]) -> Cell:
    """Return codes in one cell, several with | between them."""
    return code_cell(codes[0]) if len(codes) == 1 else BETWEEN.join(codes) or None


def _answer(column: WideColumn, said: Sequence[OutAnswer]) -> Cell:
    if len(said) == 1 and said[0].codes:
        return joined_codes(said[0].codes)
    texts = [answer.text or BETWEEN.join(answer.codes) for answer in said]
    if column.question.kind == "words":
        texts = [word for text in texts for word in text.split("\n")]
    return f" {BETWEEN} ".join(texts)


def _chosen(column: WideColumn, said: Sequence[OutAnswer]) -> Cell:
    return int(any(column.part in answer.codes for answer in said))


def _point(column: WideColumn, said: Sequence[OutAnswer]) -> Cell:
    """Return the point of one statement; several answers of one person stand beside one another."""
    places = (place_of(code) for answer in said for code in answer.codes)
    return joined_codes(tuple(point for row, point in places if row == column.part))


def _place(column: WideColumn, said: Sequence[OutAnswer]) -> Cell:
    places = [str(answer.codes.index(column.part) + 1) for answer in said if column.part in answer.codes]
    return joined_codes(tuple(places))


def _amount(column: WideColumn, said: Sequence[OutAnswer]) -> Cell:
    return joined_codes(tuple(dict(map(place_of, answer.codes)).get(column.part, "0") for answer in said))


def _step(column: WideColumn, said: Sequence[OutAnswer]) -> Cell:
    """Return the step along one axis; several answers of one person stand beside one another."""
    along = 0 if column.holds is Holds.ACROSS else 2
    places = (place_of(code) for answer in said for code in answer.codes)
    return joined_codes(tuple(place.partition(",")[along] for row, place in places if row == column.part))


def _words(column: WideColumn, said: Sequence[OutAnswer]) -> Cell:
    return f" {BETWEEN} ".join(answer.text for answer in said if answer.text) or None


def _votes(column: WideColumn, said: Sequence[OutAnswer]) -> Cell:
    own = set(column.question.codes())
    return joined_codes(tuple(code for answer in said for code in answer.codes if code not in own))


CELLS: dict[Holds, Callable[[WideColumn, Sequence[OutAnswer]], Cell]] = {
    Holds.ANSWER: _answer,
    Holds.CHOSEN: _chosen,
    Holds.POINT: _point,
    Holds.PLACE: _place,
    Holds.AMOUNT: _amount,
    Holds.ACROSS: _step,
    Holds.UPWARDS: _step,
    Holds.WORDS: _words,
    Holds.VOTE: _point,
    Holds.VOTES: _votes,
    Holds.OWN: _words,
}
