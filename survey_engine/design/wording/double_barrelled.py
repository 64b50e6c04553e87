"""Two questions in one: two things joined by "and" that somebody may judge differently.

Fixed turns ("and why", "and/or", "how quickly and politely") stand in a list for each language. Two things
after a word that judges ("satisfied with the buses and the lighting") are told from one thing with a
double name ("the child and youth centre") in `joined`, by what the grammar of each language shows.
"""

from collections.abc import Iterator

from survey_engine.design.kinds import Matrix, Number, Question, Statement, YesNo
from survey_engine.design.kinds.choice import Choice
from survey_engine.design.kinds.graded import Graded
from survey_engine.design.wording.advice import Advice, Place, WordingCheck
from survey_engine.design.wording.joined import joined_clauses, joined_things
from survey_engine.design.wording.lexicons import Found, find
from survey_engine.design.wording.texts import Text, texts_of


def double_barrelled(question: Question, language: str) -> Iterator[Advice]:
    """Advise on the first such passage in a closed question, and in each statement of a matrix.

    In one's own words two things can be answered.
    """
    if not isinstance(question, (Choice, Graded, YesNo, Number, Statement)):
        return
    asked = (Place.TEXT, Place.OPTION) if isinstance(question, Matrix) else (Place.TEXT,)
    for text in texts_of(question, language):
        if text.place in asked:
            yield from _in_text(question, language, text)


def _in_text(question: Question, language: str, asked: Text) -> Iterator[Advice]:
    text = asked.text
    harmless = list(find("harmless_pairs", language, text))
    lists = ["double_barrelled", *(["double_statements"] if isinstance(question, Statement) else [])]
    found = [one for name in lists for one in find(name, language, text)]
    found += joined_things(text, language)
    found += joined_clauses(text, language) if isinstance(question, Statement) else []
    for one in sorted(found, key=lambda one: one.start):
        if not any(_overlap(one, pair) for pair in harmless):
            yield _about(question, language, asked, one)
            return


def _overlap(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end


def _about(question: Question, language: str, asked: Text, one: Found) -> Advice:
    return Advice(
        check=WordingCheck.DOUBLE_BARRELLED,
        language=language,
        question_id=question.id,
        place=asked.place,
        option=asked.option,
        start=one.start,
        end=one.end,
        passage=asked.text[one.start : one.end],
    )
