"""Look through a whole questionnaire before it is published."""

from collections.abc import Collection, Iterator, Sequence

from survey_engine.design.findings import Check, Finding
from survey_engine.design.models import Form
from survey_engine.design.rules import check_rules


def check_form(form: Form, languages: Sequence[str], group_keys: Collection[str] = ()) -> tuple[Finding, ...]:
    """Return everything that is to be said about a form in its study's languages and groups, in its order."""
    if not form.questions:
        return (Finding(check=Check.NO_QUESTIONS),)
    found = [
        finding
        for number, question in enumerate(form.questions, start=1)
        for finding in question.findings(number, languages)
    ]
    if not any(question.takes_answers for question in form.questions):
        found.append(Finding(check=Check.NOTHING_TO_ANSWER))
    return (*found, *_same_texts(form), *check_rules(form, group_keys))


def _same_texts(form: Form) -> Iterator[Finding]:
    seen: dict[tuple[tuple[str, str], ...], int] = {}
    for number, question in enumerate(form.questions, start=1):
        texts = tuple(sorted((code, text.strip().casefold()) for code, text in question.text.items()))
        first = seen.setdefault(texts, number) if texts else number
        if first != number:
            yield Finding(check=Check.TEXTS_SAME, question_id=question.id, number=first, other=number)
