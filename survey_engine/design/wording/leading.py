"""Leading questions: words that show which answer is expected, and words that judge."""

from collections.abc import Iterator

from survey_engine.design.kinds import Question, Statement
from survey_engine.design.wording.advice import Advice, Place, WordingCheck
from survey_engine.design.wording.lexicons import find


def leading(question: Question, language: str) -> Iterator[Advice]:
    """Advise on the first leading passage; a statement may say what it likes, as people vote against it too."""
    text = question.text.get(language, "")
    if not question.takes_answers or isinstance(question, Statement):
        return
    found = [one for name in ("leading", "loaded") for one in find(name, language, text)]
    both_sides = list(find("both_sides", language, text))
    for one in sorted(found, key=lambda one: one.start):
        if any(pair.start <= one.end and one.start <= pair.end for pair in both_sides):
            continue
        yield Advice(
            check=WordingCheck.LEADING,
            language=language,
            question_id=question.id,
            place=Place.TEXT,
            start=one.start,
            end=one.end,
            passage=text[one.start : one.end],
        )
        return
