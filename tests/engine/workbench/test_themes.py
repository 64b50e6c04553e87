"""Themes and quotes: the machine proposes, people decide, and what they decided stays."""

import numpy as np
import pytest

from survey_engine.errors import EngineError, Problem
from survey_engine.themes import vectors
from survey_engine.themes.models import ThemeState
from tests.conftest import make_account
from tests.factories import (
    make_answer,
    make_note,
    make_participant,
    make_session,
    make_study,
    make_version,
    open_text,
    words,
)

SAID = {
    "ngo": ["Ceļi ir slikti", "Jāremontē ceļi un tilti", "Ceļi ir bedraini", "Trūkst bērnudārzu vietu"],
    "council": ["Bērnudārzos nav vietu", "Vajag bērnudārzu", "Tilti un ceļi jāremontē", "Bērnudārzu trūkst"],
}


@pytest.fixture(autouse=True)
def no_model(monkeypatch):
    monkeypatch.setattr(vectors, "available", lambda: False)


@pytest.fixture
def room(bench):
    """A study with eight answers of people in two groups, and a note of nobody in particular."""
    study, question = make_study(bench), open_text()
    session = make_session(bench, study, make_version(bench, study, question, words()))
    for group, texts in SAID.items():
        for text in texts:
            make_answer(bench, make_participant(bench, session, group), question, text=text)
    make_note(bench, session, "Par ceļiem runāja ilgi", group="ngo")
    return study


def card(bench, study, name):
    return next(c for c in bench.themes.cards(study.id) if c.theme.name == name)


def texts_in(found):
    return {member.voice.text for member in found.members}


def by_text(bench, study):
    return {voice.text: voice.id for voice in bench.themes.voices(study.id)}


def test_sources_are_questions_answered_in_words_and_what_was_said_aloud(bench, room):
    assert [(s.id, s.answers) for s in bench.themes.sources(room.id)] == [("q-open", 8), ("said-aloud", 1)]


def test_words_count_people_and_leave_notes_without_a_person_out_of_that(bench, room):
    roads = next(c for c in bench.themes.words(room.id) if c.lemma == "ceļš")

    assert (roads.answers, roads.people) == (5, 4)


def test_concordance_names_the_answer(bench, room):
    lines = bench.themes.concordance(room.id, "ceļš")
    known = {voice.id: voice.text for voice in bench.themes.voices(room.id)}

    assert all(known[line.answer_id][line.start : line.end] == line.word for line in lines)


def test_suggestion_is_stored_as_a_proposal_of_the_machine(bench, room):
    bench.themes.suggest(room.id, ["q-open"], count=2)

    cards = bench.themes.cards(room.id)
    assert {c.theme.state for c in cards} == {ThemeState.SUGGESTED}
    assert {m.by_person for c in cards for m in c.members} == {False}
    assert sum(len(c.members) for c in cards) == 8


def test_new_run_replaces_what_nobody_kept(bench, room):
    bench.themes.suggest(room.id, count=3)
    first = {c.theme.id for c in bench.themes.cards(room.id)}
    bench.themes.suggest(room.id, count=2)

    assert not first & {c.theme.id for c in bench.themes.cards(room.id)}


def test_kept_theme_and_its_answers_survive_a_new_run(bench, room):
    bench.themes.suggest(room.id, count=2)
    before = bench.themes.cards(room.id)[0]
    bench.themes.rename(before.theme.id, name="Ceļi un tilti")
    bench.themes.suggest(room.id, count=4)

    assert texts_in(before) <= texts_in(card(bench, room, "Ceļi un tilti"))


def test_answer_that_a_person_moved_is_where_they_put_it_after_a_new_run(bench, room):
    bench.themes.suggest(room.id, count=2)
    one, two = bench.themes.cards(room.id)
    moved = one.members[0].voice
    bench.themes.move_answer(moved.id, from_theme=one.theme.id, to_theme=two.theme.id)
    bench.themes.suggest(room.id, count=3)

    cards = {c.theme.id: c for c in bench.themes.cards(room.id)}
    assert moved.text in texts_in(cards[two.theme.id])
    assert moved.text not in texts_in(cards[one.theme.id])


def test_dismissed_suggestion_does_not_come_back(bench, room):
    bench.themes.suggest(room.id, count=2)
    gone = bench.themes.cards(room.id)[0]
    bench.themes.dismiss(gone.theme.id, reason="Nav tēma")
    bench.themes.suggest(room.id, count=2)

    assert texts_in(gone) not in [texts_in(c) for c in bench.themes.cards(room.id)]


def test_size_is_people_by_group(bench, room):
    theme = bench.themes.create(room.id, name="Ceļi")
    ids = by_text(bench, room)
    for text in ("Ceļi ir slikti", "Tilti un ceļi jāremontē", "Par ceļiem runāja ilgi"):
        bench.themes.move_answer(ids[text], from_theme=None, to_theme=theme.id)

    found = card(bench, room, "Ceļi")
    assert (len(found.members), found.people, dict(found.by_group)) == (3, 2, {"ngo": 1, "council": 1})


def test_merging_brings_answers_quotes_and_one_name_together(bench, room):
    bench.themes.suggest(room.id, count=2)
    one, two = bench.themes.cards(room.id)
    voice = two.members[0].voice
    quote = bench.quotes.keep_quote(room.id, answer_id=voice.id, start=0, end=4, theme_id=two.theme.id)
    bench.themes.merge([one.theme.id, two.theme.id], name="Viss")

    assert [(c.theme.name, len(c.members)) for c in bench.themes.cards(room.id)] == [
        ("Viss", len(one.members) + len(two.members))
    ]
    assert [(k.quote.id, k.theme.name) for k in bench.quotes.of_study(room.id)] == [(quote.id, "Viss")]


def test_undo_takes_a_merge_apart_again(bench, room):
    bench.themes.suggest(room.id, count=2)
    before = bench.themes.cards(room.id)
    voice = before[1].members[0].voice
    bench.quotes.keep_quote(room.id, answer_id=voice.id, start=0, end=4, theme_id=before[1].theme.id)
    bench.themes.merge([c.theme.id for c in before])
    bench.themes.undo(room.id)

    assert bench.themes.cards(room.id) == before
    assert [k.quote.theme_id for k in bench.quotes.of_study(room.id)] == [before[1].theme.id]


def test_undo_takes_back_one_decision_after_another(bench, room):
    theme = bench.themes.create(room.id, name="Ceļi")
    bench.themes.rename(theme.id, name="Tilti")
    bench.themes.rename(theme.id, name="Laivas")
    bench.themes.undo(room.id)
    bench.themes.undo(room.id)

    assert [c.theme.name for c in bench.themes.cards(room.id)] == ["Ceļi"]


def test_undo_does_not_reach_behind_the_last_run(bench, room):
    bench.themes.create(room.id, name="Ceļi")
    bench.themes.suggest(room.id, count=2)

    with pytest.raises(EngineError) as fault:
        bench.themes.undo(room.id)
    assert fault.value.problem is Problem.NOTHING_TO_TAKE_BACK


def test_splitting_off_leaves_the_answers_in_one_theme_only(bench, room):
    bench.themes.suggest(room.id, count=1)
    whole = bench.themes.cards(room.id)[0]
    chosen = [m.voice.id for m in whole.members[:2]]
    made = bench.themes.split_off(room.id, from_theme=whole.theme.id, answer_ids=chosen, name="Atsevišķi")

    sizes = {c.theme.id: len(c.members) for c in bench.themes.cards(room.id)}
    assert sizes == {whole.theme.id: len(whole.members) - 2, made.id: 2}


def test_answers_without_a_theme_are_listed(bench, room):
    theme = bench.themes.create(room.id, name="Ceļi")
    ids = by_text(bench, room)
    bench.themes.move_answer(ids["Ceļi ir slikti"], from_theme=None, to_theme=theme.id)

    assert len(bench.themes.ungrouped(room.id)) == 8


def test_every_decision_raises_the_revision(bench, room):
    before = bench.themes.revision(room.id)
    bench.themes.create(room.id, name="Ceļi")

    assert bench.themes.revision(room.id) == before + 1


def test_stopped_run_changes_nothing(bench, room, monkeypatch):
    monkeypatch.setattr(vectors, "available", lambda: True)
    monkeypatch.setattr(vectors, "vectors_of", lambda texts: np.ones((len(texts), 4), dtype=np.float32))
    bench.themes.create(room.id, name="Ceļi")

    def stop(share):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bench.themes.suggest(room.id, progress=stop)
    assert [c.theme.name for c in bench.themes.cards(room.id)] == ["Ceļi"]


def test_vectors_are_computed_once_for_each_text(bench, room, monkeypatch):
    asked = []

    def counted(texts):
        asked.extend(texts)
        rows = [[len(t), t.count("e"), t.count("i"), 1.0] for t in texts]
        return np.array(rows, dtype=np.float32)

    monkeypatch.setattr(vectors, "available", lambda: True)
    monkeypatch.setattr(vectors, "vectors_of", counted)
    bench.themes.suggest(room.id, ["q-open"], count=2)
    bench.themes.suggest(room.id, ["q-open"], count=3)

    assert len(asked) == 8


def test_quote_is_exactly_what_stands_in_the_answer(bench, room):
    answer = by_text(bench, room)["Jāremontē ceļi un tilti"]
    bench.quotes.keep_quote(room.id, answer_id=answer, start=10, end=14)

    assert [k.text for k in bench.quotes.of_study(room.id)] == ["ceļi"]


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (0, 999), (5, 5), (4, 2), (4, 5)])
def test_quote_outside_of_the_answer_is_refused(bench, room, start, end):
    answer = by_text(bench, room)["Ceļi ir slikti"]

    with pytest.raises(EngineError) as fault:
        bench.quotes.keep_quote(room.id, answer_id=answer, start=start, end=end)
    assert fault.value.problem is Problem.QUOTE_OUTSIDE


def test_same_quote_is_kept_once(bench, room):
    answer = by_text(bench, room)["Ceļi ir slikti"]
    for _ in range(2):
        bench.quotes.keep_quote(room.id, answer_id=answer, start=0, end=4)

    assert len(bench.quotes.of_study(room.id)) == 1


def test_answer_of_another_study_cannot_be_quoted(bench, room):
    answer = by_text(bench, room)["Ceļi ir slikti"]
    other = make_study(bench)

    with pytest.raises(EngineError) as fault:
        bench.quotes.keep_quote(other.id, answer_id=answer, start=0, end=4)
    assert fault.value.problem is Problem.NOT_FOUND


def test_strangers_reach_neither_themes_nor_quotes(bench, room):
    theme = bench.themes.create(room.id, name="Ceļi")
    stranger = bench.on_behalf_of(make_account(bench, "juris@example.org", "Juris"))
    for reach in (
        lambda: stranger.themes.cards(room.id),
        lambda: stranger.themes.words(room.id),
        lambda: stranger.themes.rename(theme.id, name="x"),
        lambda: stranger.themes.suggest(room.id),
        lambda: stranger.quotes.of_study(room.id),
    ):
        with pytest.raises(EngineError) as fault:
            reach()
        assert fault.value.problem is Problem.NOT_FOUND
