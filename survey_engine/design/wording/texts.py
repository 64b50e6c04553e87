"""The texts of a question in one language, its sentences and words, and where each stands."""

import re
from collections.abc import Iterator

from nltk.tokenize import RegexpTokenizer

from survey_engine.design.kinds import Criteria, Position, Question
from survey_engine.design.kinds.choice import Choice
from survey_engine.design.kinds.graded import Graded
from survey_engine.design.wording.advice import Place
from survey_engine.records import Value

WORD = RegexpTokenizer(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
SENTENCE = re.compile(r"[^.!?…\n]+[.!?…]*")


class Text(Value):
    """One text of a question: which one, the code of its option, and what it says."""

    place: Place
    text: str
    option: str = ""


def texts_of(question: Question, language: str) -> Iterator[Text]:
    """Return every text of a question that is written in this language."""
    found = [
        Text(place=Place.TEXT, text=question.text.get(language, "")),
        Text(place=Place.HELP, text=question.help.get(language, "")),
    ]
    if isinstance(question, Choice):
        found += [
            Text(place=Place.OPTION, text=one.label.get(language, ""), option=one.code)
            for one in question.options
        ]
    if isinstance(question, Criteria):
        found += [
            Text(place=Place.CRITERION, text=one.label.get(language, ""), option=one.code)
            for one in question.criteria
        ]
    if isinstance(question, Position):
        found += [
            Text(place=Place.AXIS, text=text.get(language, ""))
            for axis in (question.x, question.y)
            for text in (axis.name, axis.low, axis.high)
        ]
    if isinstance(question, Graded):
        found += [
            Text(place=Place.LOW, text=question.low.get(language, "")),
            Text(place=Place.HIGH, text=question.high.get(language, "")),
        ]
    return (one for one in found if one.text.strip())


def labels_of(question: Question, language: str) -> list[Text]:
    """Return the answers that are offered in this language, in their order; of a matrix, its ends."""
    answers = (Place.LOW, Place.HIGH) if isinstance(question, Graded) else (Place.OPTION,)
    return [one for one in texts_of(question, language) if one.place in answers]


def words_of(text: str) -> list[tuple[str, int, int]]:
    """Return the words of a text with their places in code points, end-exclusive."""
    return [(text[start:end], start, end) for start, end in WORD.span_tokenize(text)]


def sentences_of(text: str) -> Iterator[tuple[str, int]]:
    """Return the sentences of a text, each with the place where it begins."""
    for match in SENTENCE.finditer(text):
        if match.group().strip():
            yield match.group(), match.start()
