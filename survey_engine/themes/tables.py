"""What the command line and imports ask of a column of texts: themes, word counts, base forms."""

from collections.abc import Sequence
from typing import Any

from survey_engine.themes.lemmas import lemmatise
from survey_engine.themes.suggest import Embed, Suggestion, suggest_themes
from survey_engine.themes.words import Answer, WordCount, count_lemmas, read_answers

__all__ = ["count_words", "lemmatise", "suggest_for_rows", "suggestion_as_json", "words_as_json"]


def suggest_for_rows(
    texts: Sequence[str],
    language: str | None = None,
    themes: int | None = None,
    *,
    embed: Embed | None = None,
) -> Suggestion:
    """Return themes for a column of texts; `language` is lv, ru, en, or None to find out per answer."""
    return suggest_themes(texts, declared=language, language=language, count=themes, embed=embed)


def count_words(texts: Sequence[str], language: str | None = None) -> tuple[WordCount, ...]:
    """Return the words of a column of texts by base form, most answers first, stop words left out."""
    return count_lemmas(read_answers((Answer(str(row), text) for row, text in enumerate(texts)), language))


def suggestion_as_json(suggestion: Suggestion) -> dict[str, Any]:
    """Return the fixed shape that other people's scripts read."""
    return {
        "themes": [
            {
                "id": theme.id,
                "name": theme.name,
                "terms": list(theme.terms),
                "rows": list(theme.rows),
                "quotes": [
                    {"row": q.row, "start": q.start, "end": q.end, "text": q.text} for q in theme.quotes
                ],
            }
            for theme in suggestion.themes
        ],
        "rows": list(suggestion.rows),
    }


def words_as_json(counts: Sequence[WordCount]) -> list[dict[str, Any]]:
    """Return the fixed shape that other people's scripts read."""
    return [
        {"lemma": c.lemma, "language": c.language, "answers": c.answers, "forms": dict(c.forms)}
        for c in counts
    ]
