"""Draw what evidence says: a quote, figures with n and interval, a comparison by group, an outside source."""

import pandas as pd
import streamlit as st

from pages.guidelines.parts.choosing import wording
from pages.guidelines.parts.markup import show_quote
from pages.ui.i18n import _
from pages.ui.plain import plain
from survey_engine.guidelines import headings
from survey_engine.guidelines.document import (
    ComparisonParagraph,
    FigureParagraph,
    GoneParagraph,
    Paragraph,
    QuoteParagraph,
    SourceParagraph,
)


def show_paragraph(paragraph: Paragraph, *, against: bool = False) -> None:
    """Draw one piece of evidence as it will stand in the document."""
    match paragraph:
        case QuoteParagraph():
            _show_quote(paragraph, against)
        case FigureParagraph():
            _show_figure(paragraph)
        case ComparisonParagraph():
            _show_comparison(paragraph)
        case SourceParagraph():
            _show_source(paragraph)
        case GoneParagraph():
            st.caption(plain(paragraph.line))


def _show_quote(quote: QuoteParagraph, against: bool) -> None:
    if taken_back := headings.taken_back_line(quote, wording()):
        st.caption(f":material/undo: {plain(taken_back)}")
        return
    show_quote(quote.text, [quote.caption, quote.why], against=against)


def _show_figure(figure: FigureParagraph) -> None:
    st.markdown(f"**{plain(figure.about)}**")
    for row in figure.rows:
        st.markdown(plain(f"{row.label}: {row.line}" if row.label else row.line))
    for text in filter(None, [figure.note, figure.why]):
        st.caption(plain(text))


def _show_comparison(comparison: ComparisonParagraph) -> None:
    st.markdown(f"**{plain(comparison.about)}**")
    if comparison.groups:
        rows = [(row.label, *row.cells) for row in comparison.rows]
        table = pd.DataFrame(rows, columns=[_("Answer"), *comparison.groups])
        st.dataframe(table, hide_index=True, width="stretch", alt=_("People by group"))
    for text in filter(None, [comparison.note, comparison.why]):
        st.caption(plain(text))


def _show_source(source: SourceParagraph) -> None:
    link = f" [{plain(source.url)}](<{source.url}>)" if source.url and "<" not in source.url else ""
    st.markdown(f"{plain(source.line)}{link}")
    if source.why:
        st.caption(plain(source.why))
