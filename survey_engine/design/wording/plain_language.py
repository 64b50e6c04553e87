"""Hard words, unexplained abbreviations, and sentences too long to keep in mind."""

import re
from collections.abc import Iterator

from survey_engine.design.kinds import Question
from survey_engine.design.wording.advice import Advice, Place, WordingCheck
from survey_engine.design.wording.lexicons import Found, find, has
from survey_engine.design.wording.texts import Text, sentences_of, texts_of, words_of

# About 25 English words; Latvian and Russian say the same in fewer (see answering_time).
MOST_WORDS = {"en": 25, "lv": 22, "ru": 23}
LONGEST_WORD = {"en": 17, "lv": 18, "ru": 20}
ABBREVIATION = re.compile(r"(?<![\w.-])[^\W\d_a-zа-яё]{3,6}(?![\w-])")
ROMAN = re.compile(r"[IVXLCDM]+")


def jargon(question: Question, language: str) -> Iterator[Advice]:
    """Advise on each hard word of a question once: officialese, very long words, abbreviations not explained."""
    said: set[str] = set()
    whole = " ".join(text.text for text in texts_of(question, language))
    for text in texts_of(question, language):
        for one in _hard_words(text.text, language, whole):
            passage = text.text[one.start : one.end]
            if passage.casefold() not in said:
                said.add(passage.casefold())
                yield _about(question, language, text, one, WordingCheck.JARGON)


def long_sentence(question: Question, language: str) -> Iterator[Advice]:
    """Advise on the first sentence of a question that has too many words."""
    for text in texts_of(question, language):
        if text.place != Place.TEXT:
            continue
        for sentence, start in sentences_of(text.text):
            count = len(words_of(sentence))
            if count > MOST_WORDS[language]:
                begin = start + len(sentence) - len(sentence.lstrip())
                where = Found(start=begin, end=start + len(sentence))
                yield _about(question, language, text, where, WordingCheck.LONG_SENTENCE, count)
                return


def _hard_words(text: str, language: str, whole: str) -> list[Found]:
    found = [*find("jargon", language, text), *_long_words(text, language)]
    if not _is_shouted(text):
        found += _abbreviations(text, language, whole)
    apart: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return apart


def _long_words(text: str, language: str) -> Iterator[Found]:
    for word, start, end in words_of(text):
        longest = max(len(part) for part in word.split("-"))
        is_name = start > 0 and word[0].isupper()
        if not is_name and longest > LONGEST_WORD[language] and not has("known_long_words", language, word):
            yield Found(start=start, end=end)


def _abbreviations(text: str, language: str, whole: str) -> Iterator[Found]:
    for match in ABBREVIATION.finditer(text):
        written = match.group()
        explained = f"({written})" in whole or f"{written} (" in whole
        if (
            not explained
            and not ROMAN.fullmatch(written)
            and not has("known_abbreviations", language, written)
        ):
            yield Found(start=match.start(), end=match.end())


def _is_shouted(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and sum(letter.isupper() for letter in letters) > len(letters) / 2


def _about(
    question: Question, language: str, text: Text, one: Found, check: WordingCheck, count: int = 0
) -> Advice:
    return Advice(
        check=check,
        language=language,
        question_id=question.id,
        place=text.place,
        option=text.option,
        start=one.start,
        end=one.end,
        passage=text.text[one.start : one.end],
        plain=one.plain,
        found=count,
        most=MOST_WORDS[language] if count else 0,
    )
