"""The draft page: guidelines of a study, the outline of one, and one recommendation."""

from survey_engine.guidelines.models import EvidenceKind, Stance
from survey_engine.guidelines.picks import KeptQuote, Passage, PickedComparison, PickedTheme
from survey_engine.storage.guidelines import blank_quotes_of
from survey_engine.storage.tables import AnswerRow
from survey_engine.workbench import Workbench
from tests.conftest import make_account
from tests.engine.guidelines.conftest import NAME, Room
from tests.factories import NOON, make_study
from tests.pages.conftest import OpenPage
from tests.pages.guidelines.looking import field, press, submit, words_on

DRAFT = "guidelines/draft.py"


def open_recommendation(open_page: OpenPage, room: Room):
    return open_page(
        DRAFT,
        study=room.study.id,
        guideline=room.guideline.id,
        recommendation=room.recommendation.id,
    )


def test_page_is_closed_to_somebody_without_an_account(open_page: OpenPage, room: Room) -> None:
    page = open_page(DRAFT, signed_in=False, study=room.study.id, guideline=room.guideline.id)
    assert "Vadlīnijas" not in words_on(page)


def test_guideline_of_somebody_elses_study_is_not_shown(open_page: OpenPage, room: Room, account) -> None:
    stranger = make_account(room.bench, "svesa@example.org", "Sveša")
    study = make_study(room.bench, stranger, title="Svešs pētījums")
    guideline = room.guidelines.create(study.id, title="Svešas vadlīnijas")
    page = open_page(DRAFT, study=room.study.id, guideline=guideline.id)
    assert "Svešas vadlīnijas" not in words_on(page)


def test_empty_study_says_how_to_start(open_page: OpenPage, bench: Workbench, account) -> None:
    page = open_page(DRAFT, study=make_study(bench, account).id)
    assert not page.exception
    assert page.info[0].value.startswith("Vadlīniju vēl nav.")


def test_guideline_starts_with_the_outline_in_its_language(
    open_page: OpenPage, bench: Workbench, account
) -> None:
    study = make_study(bench, account)
    page = open_page(DRAFT, study=study.id)
    page.text_input(key="start_title").set_value("Jaunas")
    page.selectbox(key="start_language").set_value("ru")
    submit(page, "Sākt")
    (made,) = bench.guidelines.listed(study.id)
    chapters = bench.guidelines.draft(made.guideline.id).chapters
    assert (made.guideline.title, chapters[0].record.title) == ("Jaunas", "Информация и открытость")


def test_guideline_without_a_title_is_refused_and_the_purpose_stays(
    open_page: OpenPage, bench: Workbench, account
) -> None:
    page = open_page(DRAFT, study=make_study(bench, account).id)
    page.text_area(key="start_purpose").set_value("Vienoties")
    submit(page, "Sākt")
    assert (len(page.error), page.text_area(key="start_purpose").value) == (1, "Vienoties")


def test_list_names_guidelines_with_their_recommendations(open_page: OpenPage, room: Room) -> None:
    page = open_page(DRAFT, study=room.study.id)
    assert "1 ieteikums · vēl nav publicēts" in words_on(page)


def test_outline_says_which_recommendation_rests_on_nothing(open_page: OpenPage, room: Room) -> None:
    page = open_page(DRAFT, study=room.study.id, guideline=room.guideline.id)
    assert not page.exception
    assert "Vēl ne uz kā nebalstās" in words_on(page)


def test_outline_counts_who_stands_behind_each(open_page: OpenPage, room: Room) -> None:
    room.guidelines.attach(room.recommendation.id, PickedTheme(room.theme.id))
    page = open_page(DRAFT, study=room.study.id, guideline=room.guideline.id)
    assert "Domei | par: maz cilvēku · 1 pieraksts · 1 grupa · 1 sesija" in words_on(page)


def test_recommendation_is_added_from_the_outline(open_page: OpenPage, room: Room) -> None:
    page = open_page(DRAFT, study=room.study.id, guideline=room.guideline.id)
    field(page, "add_text_", "text_area").set_value("Otrais.")
    submit(page, "Pievienot")
    assert [each.record.text for each in room.guidelines.draft(room.guideline.id).recommendations] == [
        "Publicēt vienu kalendāru.",
        "Otrais.",
    ]


def test_deleted_chapter_comes_back_from_the_outline(open_page: OpenPage, room: Room) -> None:
    page = open_page(DRAFT, study=room.study.id, guideline=room.guideline.id)
    press(page, f"delete_{room.recommendation.chapter_id}")
    assert room.guidelines.draft(room.guideline.id).chapters == ()
    press(page, f"restore_{room.recommendation.chapter_id}")
    assert len(room.guidelines.draft(room.guideline.id).chapters) == 1


def test_recommendation_shows_what_it_rests_on_and_what_speaks_against_it(
    open_page: OpenPage, room: Room
) -> None:
    room.guidelines.attach(room.recommendation.id, KeptQuote(room.quote.id), why="Jo svarīgi")
    room.guidelines.attach(
        room.recommendation.id, PickedComparison("q-statement", "agree"), stance=Stance.AGAINST
    )
    page = open_recommendation(open_page, room)
    assert not page.exception
    assert [each.value for each in page.header] == ["Publicēt vienu kalendāru."]
    assert "konkursu" in page.get("html")[1].proto.body
    assert "Jo svarīgi" in page.get("html")[1].proto.body
    assert page.dataframe[0].value.iloc[0].tolist() == ["piekrīt", "4–5 no 5", "maz"]


def test_participants_name_is_not_shown(open_page: OpenPage, room: Room) -> None:
    room.guidelines.attach(room.recommendation.id, KeptQuote(room.quote.id))
    page = open_recommendation(open_page, room)
    assert "konkursu" in words_on(page)
    assert NAME not in words_on(page)


def test_markup_in_an_answer_is_shown_as_it_was_said(open_page: OpenPage, room: Room) -> None:
    room.guidelines.edit_recommendation(
        room.recommendation.id, text="**Ļoti** <b>vajag</b>", addressee="<i>Domei</i>"
    )
    page = open_recommendation(open_page, room)
    assert page.header[0].value == "\\*\\*Ļoti\\*\\* \\<b\\>vajag\\</b\\>"
    assert "&lt;i&gt;Domei&lt;/i&gt;" in page.get("html")[0].proto.body


def test_quote_is_attached_by_picking(open_page: OpenPage, room: Room) -> None:
    page = open_recommendation(open_page, room)
    press(page, "attach")
    assert not page.exception
    (fact,) = room.guidelines.draft(room.guideline.id).recommendations[0].supporting
    assert (fact.evidence.kind, fact.evidence.quote_id) == (EvidenceKind.QUOTE, room.quote.id)


def test_passage_is_attached_straight_from_an_answer(open_page: OpenPage, room: Room) -> None:
    page = open_recommendation(open_page, room)
    page.radio(key="quote_from").set_value(False).run()
    field(page, "passage_", "text_area").set_value("tas jau beidzies").run()
    press(page, "attach")
    (fact,) = room.guidelines.draft(room.guideline.id).recommendations[0].supporting
    assert fact.fact.text == "tas jau beidzies"


def test_passage_that_nobody_said_is_refused(open_page: OpenPage, room: Room) -> None:
    page = open_recommendation(open_page, room)
    page.radio(key="quote_from").set_value(False).run()
    field(page, "passage_", "text_area").set_value("to neviens neteica").run()
    assert "to neviens neteica" in page.error[0].value
    assert room.guidelines.draft(room.guideline.id).recommendations[0].evidence == ()


def test_same_quote_twice_is_refused_in_words(open_page: OpenPage, room: Room) -> None:
    room.guidelines.attach(room.recommendation.id, KeptQuote(room.quote.id))
    page = open_recommendation(open_page, room)
    press(page, "attach")
    assert "konkursu" in page.error[0].value
    assert len(room.guidelines.draft(room.guideline.id).recommendations[0].evidence) == 1


def test_evidence_is_taken_off_and_put_back(open_page: OpenPage, room: Room) -> None:
    evidence = room.guidelines.attach(room.recommendation.id, KeptQuote(room.quote.id))
    page = open_recommendation(open_page, room)
    press(page, f"remove_{evidence.id}")
    assert room.guidelines.draft(room.guideline.id).recommendations[0].evidence == ()
    press(page, f"put_back_{evidence.id}")
    assert len(room.guidelines.draft(room.guideline.id).recommendations[0].evidence) == 1


def test_recommendation_is_changed_on_its_page(open_page: OpenPage, room: Room) -> None:
    page = open_recommendation(open_page, room)
    field(page, "edit_due_").set_value("2027. gada budžetam")
    submit(page, "Saglabāt")
    assert "2027. gada budžetam" in words_on(page)


def test_recommendation_that_was_deleted_says_so(open_page: OpenPage, room: Room) -> None:
    room.guidelines.remove_recommendation(room.recommendation.id)
    page = open_recommendation(open_page, room)
    assert page.warning[0].value.startswith("Šī ieteikuma melnrakstā vairs nav")


def test_words_taken_back_are_not_shown(open_page: OpenPage, room: Room) -> None:
    said = room.answers[0]
    room.guidelines.attach(room.recommendation.id, Passage(said.id, 0, len(said.text)))
    assert said.text in words_on(open_recommendation(open_page, room))
    with room.bench.database.writing() as transaction:
        blank_quotes_of(transaction, [said.id], at=NOON)
        transaction.delete(transaction.get_one(AnswerRow, said.id))
        transaction.touch_study(room.study.id)
    page = open_recommendation(open_page, room)
    assert "Dalībnieks to atsauca: 2026. gada 12. maijs." in words_on(page)
    assert said.text not in words_on(page)
