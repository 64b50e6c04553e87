"""Words: a few short entries from each person.

An answer's text is its entries joined by line breaks, each kept as typed; lines that hold
nothing are boxes left empty, not words, and are not kept. White space around an entry and
its case do not make another word: people are counted once for a word, however they wrote it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from survey_engine.collect.kinds.base import (
    Kind,
    WordCounts,
    WordRow,
    counted,
    people_in,
    person_of,
    refuse_codes,
    require,
)
from survey_engine.collect.models import Answer, AnswerValue
from survey_engine.design.kinds import Words
from survey_engine.design.kinds.words import LONGEST_ENTRY
from survey_engine.errors import EngineError, Problem

LINE_BREAK = re.compile(r"\r\n|\r|\n")


def entries_of(text: str | None) -> tuple[str, ...]:
    """Return the entries of a words answer as typed; lines with nothing on them are left out."""
    return tuple(line for line in LINE_BREAK.split(text or "") if line.strip())


def check(question: Words, value: AnswerValue) -> AnswerValue:
    """Return the entries joined by line breaks; raise WORDS_TOO_MANY or WORD_TOO_LONG."""
    require(question, value)
    refuse_codes(value)
    entries = entries_of(value.text)
    if len(entries) > question.most:
        raise EngineError(Problem.WORDS_TOO_MANY, written=len(entries), most=question.most)
    for entry in entries:
        over = len(entry.strip()) - LONGEST_ENTRY
        if over > 0:
            raise EngineError(Problem.WORD_TOO_LONG, word=entry.strip(), longest=LONGEST_ENTRY, over=over)
    return AnswerValue(text="\n".join(entries) if entries else None)


def fold(entry: str) -> str:
    """Return an entry without its case, the white space around it and doubled spaces."""
    return " ".join(entry.split()).casefold()


def count_words(answers: Sequence[Answer], lemma_of: Callable[[str], str] = fold) -> WordCounts:
    """Return the words by the number of people who said them, the forms of one lemma together.

    `lemma_of` says which entries are forms of one word. The form shown is the one that most
    people used; among equals the first in alphabetical order, so that it stays the same.
    """
    kept = counted(answers)
    people: dict[str, set[str]] = defaultdict(set)
    forms: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for answer in kept:
        for entry in entries_of(answer.text):
            lemma, form = lemma_of(entry), fold(entry)
            people[lemma].add(person_of(answer))
            forms[lemma][form].add(person_of(answer))
            spellings[form][" ".join(entry.split())] += 1
    rows = (_row(lemma, len(people[lemma]), forms[lemma], spellings) for lemma in people)
    return WordCounts(people_in(kept), tuple(sorted(rows, key=lambda row: (-row.people, row.shown))))


def _row(lemma: str, people: int, forms: dict[str, set[str]], spellings: dict[str, Counter[str]]) -> WordRow:
    by_use = sorted(((form, len(said_by)) for form, said_by in forms.items()), key=lambda f: (-f[1], f[0]))
    return WordRow(lemma, _spelt(spellings[by_use[0][0]]), people, tuple(by_use))


def _spelt(spellings: Counter[str]) -> str:
    # "NVO" stays "NVO" and "Rīga" "Rīga": the spelling that was used most, lower case among equals.
    return min(spellings, key=lambda spelling: (-spellings[spelling], spelling.swapcase()))


def summarise(question: Words, answers: Sequence[Answer]) -> WordCounts:
    """Return the words by people; the workbench counts the forms of a lemma together instead."""
    return count_words(answers)


KIND = Kind(check=check, summarise=summarise)
