"""DOCX: real styles, the language set, and no answer that could break the file."""

from io import BytesIO

import docx
import pytest
from docx.document import Document as Docx
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from survey_engine.guidelines.docx import fit, to_docx
from survey_engine.guidelines.models import Stance
from survey_engine.i18n import translations
from tests.engine.guidelines.makers import document, gone, quote, source


def read(*facts, language: str = "lv") -> Docx:
    return docx.Document(BytesIO(to_docx(document(*facts, language=language), translations(language))))


def texts(file: Docx, style: str) -> list[str]:
    return [paragraph.text for paragraph in file.paragraphs if paragraph.style.name == style]


def test_quote_stands_verbatim_in_the_style_for_quotes() -> None:
    assert texts(read(quote("Mēs par konkursu\nuzzinām pēdējie.")), "Quote") == [
        "Mēs par konkursu\nuzzinām pēdējie."
    ]


def test_counter_evidence_has_a_style_of_its_own() -> None:
    assert texts(read(quote("Nē.", stance=Stance.AGAINST)), "Quote against") == ["Nē."]


def test_headings_are_numbered() -> None:
    assert texts(read(source()), "Heading 2") == ["1.1 Izveidot vienu kārtību."]


def test_title_is_a_title() -> None:
    assert texts(read(source()), "Title") == ["Vadlīnijas"]


@pytest.mark.parametrize(("language", "tag"), [("lv", "lv-LV"), ("ru", "ru-RU"), ("en", "en-GB")])
def test_language_of_the_document_is_set(language: str, tag: str) -> None:
    styles = read(source(), language=language).styles.element
    assert {each.get(qn("w:val")) for each in styles.iter(qn("w:lang"))} == {tag}


def test_words_in_another_language_say_so() -> None:
    file = read(quote("До решения.", language="ru"))
    said = next(paragraph for paragraph in file.paragraphs if paragraph.style.name == "Quote")
    assert [each.get(qn("w:val")) for each in said._p.iter(qn("w:lang"))] == ["ru-RU"]


def test_footer_counts_the_pages() -> None:
    footer = read(source()).sections[0].footer._element
    assert [each.text for each in footer.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]


def test_header_names_the_guideline_and_its_version() -> None:
    assert (
        read(source()).sections[0].header.paragraphs[0].text
        == "Vadlīnijas · Melnraksts, 2026. gada 21. novembris"
    )


def test_unprintable_character_is_marked_and_counted() -> None:
    file = read(quote("a\x00b\x1fc"), language="en")
    assert texts(file, "Quote") == ["a\ufffdb\ufffdc"]
    assert texts(file, "Quote source")[-1] == "2 characters that cannot be printed are shown as \ufffd."


def test_quote_that_was_taken_back_says_so() -> None:
    assert texts(read(gone()), "Quote") == ["Dalībnieks to atsauca: 2026. gada 12. maijs."]


def test_link_of_a_source_leads_out_of_the_file() -> None:
    file = read(source(url="https://likumi.lv/?a=1&b=2"))
    assert "https://likumi.lv/?a=1&b=2" in {
        rel.target_ref for rel in file.part.rels.values() if rel.is_external
    }


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1))
def test_any_answer_can_be_written_and_read_back(said: str) -> None:
    assert texts(read(quote(said)), "Quote") == [fit(said)]
