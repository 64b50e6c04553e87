"""Advice on how questions are worded, in Latvian, English and Russian: it blocks nothing.

Each check is a module; `advise` looks through a questionnaire, `advise_question` through one question.
The method and the sources: `data/methods/wording_sources.json`; the words: `data/lexicons/wording`.
"""

from survey_engine.design.wording.advice import Advice, Place, WordingCheck, same_in_languages
from survey_engine.design.wording.checking import LANGUAGES, advise, advise_question, advise_time

__all__ = [
    "LANGUAGES",
    "Advice",
    "Place",
    "WordingCheck",
    "advise",
    "advise_question",
    "advise_time",
    "same_in_languages",
]
