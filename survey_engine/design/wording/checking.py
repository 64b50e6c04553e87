"""Look through a question, or a whole questionnaire, with every check in every language."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from survey_engine.design.answering_time import answering_seconds
from survey_engine.design.kinds import KINDS, Question
from survey_engine.design.models import Form
from survey_engine.design.wording.advice import Advice, Place, WordingCheck
from survey_engine.design.wording.double_barrelled import double_barrelled
from survey_engine.design.wording.leading import leading
from survey_engine.design.wording.negation import double_negation
from survey_engine.design.wording.options import options_gap, options_overlap
from survey_engine.design.wording.plain_language import jargon, long_sentence
from survey_engine.design.wording.scales import scale_turns, unbalanced_scale
from survey_engine.design.wording.ways_out import no_way_out, preselected

LANGUAGES = ("lv", "en", "ru")
CHECKS: tuple[Callable[[Question, str], Iterator[Advice]], ...] = (
    double_barrelled,
    leading,
    double_negation,
    unbalanced_scale,
    no_way_out,
    jargon,
    long_sentence,
    options_overlap,
    options_gap,
    preselected,
)


def advise(form: Form, languages: Sequence[str], *, minutes: float | None = None) -> tuple[Advice, ...]:
    """Return all advice on a questionnaire, question by question; `minutes` is the time meant for it."""
    return (
        *(one for question in form.questions for one in advise_question(question, languages)),
        *(one for code in _known(languages) for one in scale_turns(form.questions, code)),
        *(advise_time(form, languages, minutes=minutes) if minutes else ()),
    )


def advise_question(question: Question, languages: Sequence[str]) -> tuple[Advice, ...]:
    """Return the advice on one question in those of the languages that are known (lv, en, ru)."""
    written = question.model_dump_json()
    return tuple(one for code in _known(languages) for one in _advice_on(question.kind, written, code))


@lru_cache(maxsize=4096)
def _advice_on(kind: str, written: str, language: str) -> tuple[Advice, ...]:
    """Return the advice on a question as it is written; an edit of one question leaves the others as they were."""
    question = KINDS[kind].model_validate_json(written)
    return tuple(one for check in CHECKS for one in check(question, language))


def advise_time(form: Form, languages: Sequence[str], *, minutes: float) -> tuple[Advice, ...]:
    """Return advice for each language in which answering takes more than the minutes meant for it."""
    return tuple(one for code in languages for one in _too_long(form, code, minutes))


def _known(languages: Sequence[str]) -> list[str]:
    return [code for code in languages if code in LANGUAGES]


def _too_long(form: Form, language: str, minutes: float) -> Iterator[Advice]:
    seconds = answering_seconds(form, language)
    if seconds > minutes * 60:
        yield Advice(
            check=WordingCheck.TOO_LONG,
            language=language,
            place=Place.FORM,
            found=max(1, round(seconds / 60)),
            most=round(minutes),
        )
