"""The document as it will be read, drawn with the same words as its files."""

import pandas as pd
import streamlit as st

from pages.guidelines.parts.evidence import show_paragraph
from pages.guidelines.parts.markup import show_details
from pages.ui.plain import plain
from survey_engine.guidelines import headings
from survey_engine.guidelines.document import Annex, Document, DocumentRecommendation, Side
from survey_engine.guidelines.wording import Wording
from survey_engine.i18n import translations


def show_document(document: Document) -> None:
    """Draw the whole document in its own language."""
    words = Wording(document.language, translations(document.language))
    st.header(plain(document.title), anchor=False)
    st.caption(plain(headings.version_line(document, words)))
    if document.sample:
        st.markdown(f"**{plain(headings.sample_line(words))}**")
    show_details(headings.about_lines(document, words))
    for chapter in document.chapters:
        st.subheader(f"{chapter.number}\\. {plain(chapter.title)}", anchor=False, divider="gray")
        if chapter.introduction:
            st.markdown(plain(chapter.introduction))
        for each in chapter.recommendations:
            _show_recommendation(each, words)
    st.subheader(plain(headings.annex_heading(words)), anchor=False, divider="gray")
    _show_annex(document.annex)


def _show_recommendation(each: DocumentRecommendation, words: Wording) -> None:
    st.markdown(f"**{each.number} {plain(each.text)}**")
    show_details(headings.detail_lines(each, words))
    _show_side(headings.supporting_heading(words), each.supporting, headings.no_evidence(words))
    _show_side(headings.opposing_heading(words), each.opposing, headings.nothing_against(words), against=True)


def _show_side(heading: str, side: Side, nothing: str, *, against: bool = False) -> None:
    st.caption(f"**{plain(heading)}**")
    for paragraph in side.paragraphs:
        show_paragraph(paragraph, against=against)
    st.caption(plain(side.voices if side.paragraphs else nothing))


def _show_annex(annex: Annex) -> None:
    for text in annex.paragraphs:
        st.markdown(plain(text))
    for table in annex.tables:
        st.markdown(f"**{plain(table.title)}**")
        frame = pd.DataFrame(list(table.rows), columns=list(table.header))
        st.dataframe(frame, hide_index=True, width="stretch", alt=table.title)
