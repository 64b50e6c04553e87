"""What the machine made out of words that are being taken back: typical words and names of themes.

They may hold a word that nobody else said, in its base form, or the beginning of an answer. A
name that a person gave or kept is that person's and stays.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlmodel import col, select

from survey_engine.collect.models import Answer
from survey_engine.design.models import Study
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import AnswerRow, CodingRow, DecisionRow, ThemeRow
from survey_engine.themes.language import languages_of
from survey_engine.themes.models import ThemeState
from survey_engine.themes.tokens import tokens_of
from survey_engine.workbench.theme_history import BEFORE

NAMELESS = "…"


def forget_words(transaction: Transaction, study: Study, answers: Sequence[Answer]) -> None:
    """Take words that only these answers hold out of the themes of a study, and out of its log.

    To be called before the answers are deleted, in the same transaction.
    """
    gone = _words((answer.text for answer in answers), study)
    erased = {answer.id for answer in answers}
    for row in transaction.exec(select(ThemeRow).where(ThemeRow.study_id == study.id)):
        statement = select(CodingRow.answer_id).where(CodingRow.theme_id == row.id)
        theme = {"name": row.name, "terms": row.terms, "state": row.state}
        left = _without(transaction, study, theme, gone, set(transaction.exec(statement)), erased)
        row.name, row.terms = left["name"], left["terms"]
    for decision in transaction.exec(select(DecisionRow).where(DecisionRow.study_id == study.id)):
        if snapshots := decision.details.get(BEFORE):
            kept = [_forgetful(transaction, study, one, gone, erased) for one in snapshots]
            decision.details = {**decision.details, BEFORE: kept}


def _forgetful(
    transaction: Transaction, study: Study, snapshot: dict[str, Any], gone: set[str], erased: set[str]
) -> dict[str, Any]:
    coded = {coding["answer_id"] for coding in snapshot.get("codings", ())}
    theme = snapshot.get("theme")
    if not theme:
        return snapshot
    return {**snapshot, "theme": theme | _without(transaction, study, theme, gone, coded, erased)}


def _without(
    transaction: Transaction,
    study: Study,
    theme: dict[str, Any],
    gone: set[str],
    coded: set[str],
    erased: set[str],
) -> dict[str, Any]:
    """Return name and terms of a theme without the words that nobody else under it said."""
    name, terms = theme["name"], list(theme["terms"])
    suspect = gone & {*_split([name, *terms])}
    if not suspect or not coded & erased:
        return {"name": name, "terms": terms}
    lost = suspect - _words(_texts_of(transaction, coded - erased), study)
    terms = [term for term in terms if not lost & {*_split([term])}]
    if theme["state"] == ThemeState.SUGGESTED and lost & {*_split([name])}:
        name = ", ".join(terms[:2]).capitalize() or NAMELESS
    return {"name": name, "terms": terms}


def _texts_of(transaction: Transaction, answer_ids: Collection[str]) -> list[str | None]:
    return list(transaction.exec(select(AnswerRow.text).where(col(AnswerRow.id).in_(answer_ids))))


def _words(texts: Iterable[str | None], study: Study) -> set[str]:
    """Return every word of some texts, as it was said and in its base form."""
    said = [text for text in texts if text]
    guesses = languages_of(said, study.languages[0] if study.languages else None)
    tokens = (
        token for text, guess in zip(said, guesses, strict=True) for token in tokens_of(text, guess.language)
    )
    return {*_split(said)} | {word for token in tokens for word in (token.form.lower(), token.lemma)}


def _split(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        for word in text.lower().split():
            yield word.strip(".,;:!?…()[]«»„“”\"'")
