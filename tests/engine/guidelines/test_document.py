"""The document: built from facts, complete, and the only thing that a publication needs."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from survey_engine.guidelines.backing import Backing
from survey_engine.guidelines.document import Document, QuoteParagraph
from survey_engine.guidelines.erasure import blank_quotes
from survey_engine.guidelines.facts import Known, Told
from survey_engine.guidelines.models import Stance
from survey_engine.guidelines.wording import Wording
from survey_engine.i18n import translations
from tests.engine.guidelines.makers import document, gone, quote, source

DAY = date(2026, 6, 3)


def words(language: str) -> Wording:
    return Wording(language, translations(language))


def test_evidence_and_counter_evidence_have_their_own_places() -> None:
    made = document(quote("Jā."), quote("Nē.", stance=Stance.AGAINST))
    only = made.recommendations[0]
    assert [p.text for p in only.supporting.paragraphs] == ["Jā."]
    assert [p.text for p in only.opposing.paragraphs] == ["Nē."]


def test_caption_names_group_session_and_date() -> None:
    assert document(quote("Jā.")).quotes[0].caption == "NVO · 1. fokusgrupa, 2026. gada 12. maijs"


def test_caption_says_that_words_were_noted_down_and_changed_later() -> None:
    made = document(quote("Jā.", said_aloud=True, changed_since=True), language="en")
    assert made.quotes[0].caption.endswith("noted down as said aloud · the answer was changed later")


def test_document_survives_being_stored() -> None:
    made = document(quote("Jā."), source(url="https://likumi.lv"), gone())
    assert Document.model_validate_json(made.model_dump_json()) == made


@given(st.text(min_size=1), st.data())
def test_quote_in_a_document_is_a_place_in_its_answer(answer: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(answer) - 1))
    end = data.draw(st.integers(start + 1, len(answer)))
    made = document(quote(answer[start:end], start=start)).quotes[0]
    assert answer[made.start : made.end] == made.text


def test_quote_that_was_taken_back_leaves_its_mark() -> None:
    assert document(gone()).quotes[0].taken_back_on == date(2026, 5, 12)


def test_blanking_leaves_nothing_of_what_was_said() -> None:
    made = document(quote("Mans teikums par naudu."), quote("Mans teikums.", stance=Stance.AGAINST))
    assert "teikums" not in blank_quotes(made, {"a1"}, DAY).model_dump_json()


def test_blanking_says_when() -> None:
    assert blank_quotes(document(quote("Jā.")), {"a1"}, DAY).quotes[0].taken_back_on == DAY


def test_blanking_touches_no_other_answer() -> None:
    made = document(quote("Jā."), source())
    assert blank_quotes(made, {"another"}, DAY) == made


def test_blanked_quote_stays_in_its_place() -> None:
    blanked = blank_quotes(document(source(), quote("Jā.")), {"a1"}, DAY)
    paragraphs = blanked.recommendations[0].supporting.paragraphs
    assert [isinstance(paragraph, QuoteParagraph) for paragraph in paragraphs] == [False, True]


def test_share_is_told_with_n_and_interval() -> None:
    assert (
        words("lv").told(Told(12, 14, 0.6, 0.96)) == "12 no 14 (86\u00a0%, 95\u00a0% intervāls 60–96\u00a0%)"
    )


def test_share_of_nobody_says_so() -> None:
    assert words("en").told(Told(0, 0, 0, 1)) == "nobody answered"


def test_few_tells_no_number() -> None:
    assert words("en").known(Known(0, 2, few=True, n=12)) == "few of 12"


def test_range_is_told_as_a_range() -> None:
    assert words("lv").known(Known(11, 13, n=14)) == "11–13 no 14"


def test_mean_is_told_with_n_and_interval() -> None:
    known = Known(0, 0, n=12, low=2.9, high=3.9, mean=3.4)
    assert words("lv").known(known) == "vidēji 3,4 (95 % intervāls no 2,9 līdz 3,9), n 12"


def test_numbers_bend_the_word_in_latvian() -> None:
    assert [words("lv").people(n) for n in (1, 2, 11, 21)] == [
        "1 cilvēks",
        "2 cilvēki",
        "11 cilvēki",
        "21 cilvēks",
    ]


def test_numbers_bend_the_word_in_russian() -> None:
    assert [words("ru").notes(n) for n in (1, 3, 5)] == ["1 запись", "3 записи", "5 записей"]


def test_nobody_is_no_sentence() -> None:
    assert words("lv").backing(Backing(0, 0, 0, ())) == ""


def test_sentence_that_ends_with_an_abbreviation_has_one_full_stop() -> None:
    day = words("ru").day(DAY)
    assert words("ru").closed(f"Проведено: {day}.") == f"Проведено: {day}"
