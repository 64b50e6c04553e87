"""Take the words of answers that were taken back out of a document, leaving a mark in their place.

Why published versions change in this one way is in `docs/decisions/erasure-and-published-guidelines.md`.
"""

from collections.abc import Collection
from datetime import date

from survey_engine.guidelines.document import (
    Document,
    DocumentChapter,
    DocumentRecommendation,
    Paragraph,
    QuoteParagraph,
    Side,
)


def blank_quotes(document: Document, answer_ids: Collection[str], on: date) -> Document:
    """Return the document without the words, captions and places of quotes from these answers."""
    chapters = tuple(_in_chapter(chapter, answer_ids, on) for chapter in document.chapters)
    return document.model_copy(update={"chapters": chapters})


def _in_chapter(chapter: DocumentChapter, answer_ids: Collection[str], on: date) -> DocumentChapter:
    each = tuple(_in_recommendation(each, answer_ids, on) for each in chapter.recommendations)
    return chapter.model_copy(update={"recommendations": each})


def _in_recommendation(
    each: DocumentRecommendation, answer_ids: Collection[str], on: date
) -> DocumentRecommendation:
    sides = {
        name: side.model_copy(update={"paragraphs": _blanked(side, answer_ids, on)})
        for name, side in (("supporting", each.supporting), ("opposing", each.opposing))
    }
    return each.model_copy(update=sides)


def _blanked(side: Side, answer_ids: Collection[str], on: date) -> tuple[Paragraph, ...]:
    return tuple(
        _blank(paragraph, on)
        if isinstance(paragraph, QuoteParagraph) and paragraph.answer_id in answer_ids
        else paragraph
        for paragraph in side.paragraphs
    )


def _blank(quote: QuoteParagraph, on: date) -> QuoteParagraph:
    # The author's `why` may repeat what was said, so it goes too.
    return QuoteParagraph(
        evidence_id=quote.evidence_id,
        quote_id=quote.quote_id,
        answer_id=None,
        start=0,
        end=0,
        text="",
        taken_back_on=on,
    )
