"""Writing a draft: chapters and recommendations in order, deleted and brought back."""

import pytest
from sqlmodel import select

from survey_engine.accounts import Account
from survey_engine.errors import EngineError, Problem
from survey_engine.storage.tables import DecisionRow, StudyRow
from survey_engine.workbench import Workbench
from tests.conftest import make_account
from tests.engine.guidelines.conftest import Room
from tests.factories import make_study


def fault(action) -> Problem:
    with pytest.raises(EngineError) as caught:
        action()
    return caught.value.problem


def titles(room: Room) -> list[str]:
    return [chapter.record.title for chapter in room.guidelines.draft(room.guideline.id).chapters]


def numbered(room: Room) -> list[tuple[str, str]]:
    return [
        (each.number, each.record.text) for each in room.guidelines.draft(room.guideline.id).recommendations
    ]


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("lv", "Informācija un atklātība"),
        ("en", "Information and openness"),
        ("ru", "Информация и открытость"),
    ],
)
def test_outline_gives_its_chapters_in_order(bench: Workbench, language: str, first: str) -> None:
    guideline = bench.guidelines.create(make_study(bench).id, title="V", outline=language)
    chapters = bench.guidelines.draft(guideline.id).chapters
    assert (len(chapters), chapters[0].record.title) == (5, first)


def test_guideline_from_nothing_has_no_chapters(bench: Workbench) -> None:
    guideline = bench.guidelines.create(make_study(bench).id, title="V")
    assert bench.guidelines.draft(guideline.id).chapters == ()


def test_guideline_without_a_title_is_refused(bench: Workbench) -> None:
    study = make_study(bench)
    assert fault(lambda: bench.guidelines.create(study.id, title="  ")) is Problem.TITLE_EMPTY


def test_guideline_in_a_language_without_words_of_ours_is_refused(bench: Workbench) -> None:
    study = make_study(bench)
    assert (
        fault(lambda: bench.guidelines.create(study.id, title="V", language="de")) is Problem.LANGUAGE_UNKNOWN
    )


def test_what_a_guideline_says_about_itself_can_be_changed(room: Room) -> None:
    room.guidelines.edit(room.guideline.id, purpose="Vienoties", how_made="Divas grupas")
    changed = room.guidelines.get(room.guideline.id)
    assert (changed.title, changed.purpose, changed.how_made) == ("Vadlīnijas", "Vienoties", "Divas grupas")


def test_chapters_change_places(room: Room) -> None:
    last = room.guidelines.add_chapter(room.guideline.id, title="Nauda")
    room.guidelines.move_chapter(last.id, by=-1)
    assert titles(room) == ["Nauda", "Informācija"]


def test_chapter_stays_at_the_end_when_moved_further(room: Room) -> None:
    room.guidelines.add_chapter(room.guideline.id, title="Nauda")
    room.guidelines.move_chapter(room.recommendation.chapter_id, by=9)
    assert titles(room) == ["Nauda", "Informācija"]


def test_deleted_chapter_takes_its_recommendations_and_brings_them_back(room: Room) -> None:
    room.guidelines.remove_chapter(room.recommendation.chapter_id)
    assert numbered(room) == []
    room.guidelines.restore_chapter(room.recommendation.chapter_id)
    assert numbered(room) == [("1.1", "Publicēt vienu kalendāru.")]


def test_recommendations_are_numbered_in_their_chapter(room: Room) -> None:
    money = room.guidelines.add_chapter(room.guideline.id, title="Nauda")
    room.guidelines.add_recommendation(money.id, text="Vienu kārtību.")
    assert [number for number, _text in numbered(room)] == ["1.1", "2.1"]


def test_recommendation_moves_to_the_end_of_another_chapter(room: Room) -> None:
    money = room.guidelines.add_chapter(room.guideline.id, title="Nauda")
    room.guidelines.add_recommendation(money.id, text="Vienu kārtību.")
    room.guidelines.move_recommendation(room.recommendation.id, to_chapter_id=money.id)
    assert numbered(room) == [("2.1", "Vienu kārtību."), ("2.2", "Publicēt vienu kalendāru.")]


def test_recommendation_does_not_move_into_another_guideline(room: Room) -> None:
    other = room.guidelines.create(room.study.id, title="Citas")
    chapter = room.guidelines.add_chapter(other.id, title="Cita")
    move = lambda: room.guidelines.move_recommendation(room.recommendation.id, to_chapter_id=chapter.id)  # noqa: E731
    assert fault(move) is Problem.NOT_FOUND


def test_recommendation_without_text_is_refused(room: Room) -> None:
    add = lambda: room.guidelines.add_recommendation(room.recommendation.chapter_id, text=" ")  # noqa: E731
    assert fault(add) is Problem.RECOMMENDATION_EMPTY


def test_editing_leaves_what_was_not_given(room: Room) -> None:
    changed = room.guidelines.edit_recommendation(room.recommendation.id, due="2027. gads")
    assert (changed.text, changed.addressee, changed.due) == (
        "Publicēt vienu kalendāru.",
        "Domei",
        "2027. gads",
    )


def test_deleted_recommendation_is_listed_and_comes_back_in_its_place(room: Room) -> None:
    room.guidelines.add_recommendation(room.recommendation.chapter_id, text="Otrais.")
    room.guidelines.remove_recommendation(room.recommendation.id)
    assert [each.text for each in room.guidelines.deleted(room.guideline.id)] == ["Publicēt vienu kalendāru."]
    room.guidelines.restore_recommendation(room.recommendation.id)
    assert [text for _number, text in numbered(room)] == ["Publicēt vienu kalendāru.", "Otrais."]


def test_deleting_is_in_the_decision_log_with_its_reason(room: Room) -> None:
    room.guidelines.remove_recommendation(room.recommendation.id, reason="Apvienots ar 2.1")
    with room.bench.database.reading() as transaction:
        rows = [(row.action, row.subject, row.reason) for row in transaction.exec(select(DecisionRow))]
    assert rows == [("recommendation-deleted", room.recommendation.id, "Apvienots ar 2.1")]


def test_deleted_guideline_is_gone_until_it_is_brought_back(room: Room) -> None:
    room.guidelines.remove(room.guideline.id)
    assert room.guidelines.listed(room.study.id) == ()
    assert fault(lambda: room.guidelines.draft(room.guideline.id)) is Problem.NOT_FOUND
    room.guidelines.restore(room.guideline.id)
    assert [each.recommendations for each in room.guidelines.listed(room.study.id)] == [1]


def test_every_change_raises_the_revision_of_the_study(room: Room) -> None:
    before = room.guidelines.revision(room.study.id)
    room.guidelines.edit_recommendation(room.recommendation.id, text="Citādi.")
    with room.bench.database.reading() as transaction:
        stored = transaction.get_one(StudyRow, room.study.id).revision
    assert (room.guidelines.revision(room.study.id), stored > 0) == (before + 1, True)


@pytest.mark.parametrize(
    "act",
    [
        lambda g, room: g.listed(room.study.id),
        lambda g, room: g.get(room.guideline.id),
        lambda g, room: g.draft(room.guideline.id),
        lambda g, room: g.document(room.guideline.id),
        lambda g, room: g.choices(room.guideline.id),
        lambda g, room: g.findings(room.guideline.id),
        lambda g, room: g.publications(room.guideline.id),
        lambda g, room: g.deleted(room.guideline.id),
        lambda g, room: g.removed_evidence(room.recommendation.id),
        lambda g, room: g.revision(room.study.id),
        lambda g, room: g.publish(room.guideline.id),
        lambda g, room: g.remove(room.guideline.id),
        lambda g, room: g.restore(room.guideline.id),
        lambda g, room: g.edit(room.guideline.id, title="Mans"),
        lambda g, room: g.create(room.study.id, title="Mans"),
        lambda g, room: g.add_chapter(room.guideline.id, title="Mans"),
        lambda g, room: g.edit_chapter(room.recommendation.chapter_id, title="Mans"),
        lambda g, room: g.move_chapter(room.recommendation.chapter_id, by=1),
        lambda g, room: g.remove_chapter(room.recommendation.chapter_id),
        lambda g, room: g.add_recommendation(room.recommendation.chapter_id, text="Mans"),
        lambda g, room: g.edit_recommendation(room.recommendation.id, text="Mans"),
        lambda g, room: g.move_recommendation(room.recommendation.id, by=1),
        lambda g, room: g.remove_recommendation(room.recommendation.id),
    ],
)
def test_somebody_elses_guideline_is_as_good_as_not_there(room: Room, act) -> None:
    stranger = room.bench.on_behalf_of(make_account(room.bench, "svesa@example.org", "Sveša"))
    assert fault(lambda: act(stranger.guidelines, room)) is Problem.NOT_FOUND


def test_member_of_the_study_may_write(room: Room, account: Account) -> None:
    room.bench.on_behalf_of(account).guidelines.edit(room.guideline.id, title="Annas vadlīnijas")
    assert room.guidelines.get(room.guideline.id).title == "Annas vadlīnijas"
