"""A piece of advice on wording: where it stands, why it matters, a better way, and its source."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from survey_engine.design.wording.sources import Source, sources_of
from survey_engine.i18n import mark
from survey_engine.records import Value


class WordingCheck(StrEnum):
    """One thing that is looked at; the value is its stable code."""

    DOUBLE_BARRELLED = "double-barrelled"
    LEADING = "leading"
    DOUBLE_NEGATION = "double-negation"
    UNBALANCED_SCALE = "unbalanced-scale"
    NO_WAY_OUT = "no-way-out"
    JARGON = "jargon"
    LONG_SENTENCE = "long-sentence"
    OPTIONS_OVERLAP = "options-overlap"
    OPTIONS_GAP = "options-gap"
    SCALE_TURNS = "scale-turns"
    TOO_LONG = "too-long"
    PRESELECTED = "preselected"


class Place(StrEnum):
    """In which text of a question a passage stands; FORM is the whole questionnaire."""

    TEXT = "text"
    HELP = "help"
    OPTION = "option"
    CRITERION = "criterion"
    AXIS = "axis"
    LOW = "low"
    HIGH = "high"
    FORM = "form"


TITLES: dict[WordingCheck, str] = {
    WordingCheck.DOUBLE_BARRELLED: mark("Two questions in one"),
    WordingCheck.LEADING: mark("Leads to an answer"),
    WordingCheck.DOUBLE_NEGATION: mark("A negation to answer with yes or no"),
    WordingCheck.UNBALANCED_SCALE: mark("The scale leans to one side"),
    WordingCheck.NO_WAY_OUT: mark("No way out"),
    WordingCheck.JARGON: mark("Hard words"),
    WordingCheck.LONG_SENTENCE: mark("A long sentence"),
    WordingCheck.OPTIONS_OVERLAP: mark("Options overlap"),
    WordingCheck.OPTIONS_GAP: mark("Options do not cover everything"),
    WordingCheck.SCALE_TURNS: mark("The scale changes direction"),
    WordingCheck.TOO_LONG: mark("Too much for the time"),
    WordingCheck.PRESELECTED: mark("An answer is chosen beforehand"),
}

WHY: dict[WordingCheck, str] = {
    WordingCheck.DOUBLE_BARRELLED: mark(
        "Somebody may think one thing about the first part and another about the second, and has only one answer."
    ),
    WordingCheck.LEADING: mark("The words show which answer is expected, and people tend to give it."),
    WordingCheck.DOUBLE_NEGATION: mark(
        "With a negation in the question it is not clear what “no” or “disagree” means."
    ),
    WordingCheck.UNBALANCED_SCALE: mark(
        "One side has more or stronger answers than the other, so results shift to that side."
    ),
    WordingCheck.NO_WAY_OUT: mark(
        "Those whom no answer fits will choose one by chance or leave, and that cannot be seen in the result."
    ),
    WordingCheck.JARGON: mark("Not everybody knows this word, and people answer all the same."),
    WordingCheck.LONG_SENTENCE: mark(
        "The sentence has {found} words; over {most}, its beginning is forgotten before the end."
    ),
    WordingCheck.OPTIONS_OVERLAP: mark(
        "“{passage}” and “{other}” overlap, so some people fit into both and choose by chance."
    ),
    WordingCheck.OPTIONS_GAP: mark("Some people find no place of theirs: {other} is missing."),
    WordingCheck.SCALE_TURNS: mark(
        "Here the scale runs the other way than in most of the questions, and many people will not notice."
    ),
    WordingCheck.TOO_LONG: mark(
        "Answering takes about {found} min and {most} min are meant for it; the last questions get careless answers or none."
    ),
    WordingCheck.PRESELECTED: mark(
        "What is chosen beforehand is often left as it is by people who never thought about it, and cannot be told from an answer."
    ),
}

BETTER: dict[WordingCheck, str] = {
    WordingCheck.DOUBLE_BARRELLED: mark("Ask about each in a question of its own, or keep the one you need."),
    WordingCheck.LEADING: mark(
        "Name both sides or neither, for example “support or oppose”, and leave out words that judge."
    ),
    WordingCheck.DOUBLE_NEGATION: mark("Say it without “not”: ask about what is, or should be."),
    WordingCheck.UNBALANCED_SCALE: mark(
        "Give both sides as many answers, equally strong, with ends that are opposites."
    ),
    WordingCheck.NO_WAY_OUT: mark("Add “can't say”, “other” or “none of these”, whichever fits."),
    WordingCheck.JARGON: mark("Use an everyday word, or say in a few words what it is."),
    WordingCheck.LONG_SENTENCE: mark("Make two sentences of it; move the background to the explanation."),
    WordingCheck.OPTIONS_OVERLAP: mark("Let each answer begin where the one before has ended."),
    WordingCheck.OPTIONS_GAP: mark("Add what is missing, or an answer “other”."),
    WordingCheck.SCALE_TURNS: mark("Turn the ends round, so that the same side always means the same."),
    WordingCheck.TOO_LONG: mark(
        "Leave out what you will not use, or give it more time; open questions take the longest."
    ),
    WordingCheck.PRESELECTED: mark("Let people choose themselves, or tell them where the choice comes from."),
}
INSTEAD = mark("Say it plainly, for example: {plain}")


class Advice(Value):
    """One piece of advice. `start` and `end` are code points in the text named by `place`, end-exclusive.

    `option` is the code of an option or a criterion; `plain` a plainer word; `found`, `most` and `other` fill in the words.
    """

    check: WordingCheck
    language: str
    question_id: str = ""
    place: Place = Place.TEXT
    option: str = ""
    start: int = 0
    end: int = 0
    passage: str = ""
    plain: str = ""
    found: int = 0
    most: int = 0
    other: str = ""

    @property
    def sources(self) -> tuple[Source, ...]:
        """Return what the advice rests on."""
        return sources_of(self.check)

    def title(self, translate: Callable[[str], str]) -> str:
        """Return what the matter is, in a few words."""
        return translate(TITLES[self.check])

    def why(self, translate: Callable[[str], str]) -> str:
        """Return why it matters, in a sentence."""
        return self._say(translate(WHY[self.check]))

    def better(self, translate: Callable[[str], str]) -> str:
        """Return a better way, in a sentence."""
        return self._say(translate(INSTEAD if self.plain else BETTER[self.check]))

    def _say(self, words: str) -> str:
        return words.format(
            passage=self.passage, plain=self.plain, found=self.found, most=self.most, other=self.other
        )


def same_in_languages(advice: Sequence[Advice]) -> tuple[tuple[Advice, tuple[str, ...]], ...]:
    """Return each advice once with the languages in which it is the same, such as one on ranges of numbers."""
    grouped: dict[Advice, list[Advice]] = {}
    for one in advice:
        grouped.setdefault(one.model_copy(update={"language": ""}), []).append(one)
    return tuple((same[0], tuple(one.language for one in same)) for same in grouped.values())
