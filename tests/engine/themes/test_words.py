"""Counts by base form, words in context, words side by side."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from survey_engine.themes.words import Answer, collocations, concordance, count_lemmas, read_answers

SAID = (
    Answer("a1", "Ceļi ir slikti, ceļi ir bedraini", "anna"),
    Answer("a2", "Jāremontē ceļus un tiltus", "juris"),
    Answer("a3", "Tiltus remontēt, tiltus!", "juris"),
)


def counted(answers):
    return {c.lemma: c for c in count_lemmas(read_answers(answers, "lv"))}


def test_a_word_counts_once_in_an_answer_with_all_its_forms():
    road = counted(SAID)["ceļš"]

    assert (road.answers, road.people, road.forms) == (2, 2, (("ceļi", 2), ("ceļus", 1)))


def test_people_count_once_over_their_answers():
    assert counted(SAID)["tilts"].people == 1


def test_people_are_not_counted_where_nobody_is_known():
    assert counted([Answer("a", "Ceļi slikti")])["ceļš"].people is None


def test_stop_words_are_left_out():
    assert "un" not in counted(SAID)


def test_concordance_leads_back_to_the_place_in_the_answer():
    lines = concordance(read_answers(SAID, "lv"), "ceļš")
    texts = {a.id: a.text for a in SAID}

    assert [texts[line.answer_id][line.start : line.end] for line in lines] == ["Ceļi", "ceļi", "ceļus"]


def test_concordance_finds_the_very_form_too():
    assert len(concordance(read_answers(SAID, "lv"), "Tiltus")) == 3


def test_concordance_of_a_word_nobody_said_is_empty():
    assert concordance(read_answers(SAID, "lv"), "budžets") == ()


def test_collocations_never_join_two_answers():
    answers = [Answer(str(i), text) for i, text in enumerate(["grantu sistēma", "skaidra"] * 3)]

    assert [(c.words, c.together) for c in collocations(read_answers(answers, "lv"))] == [
        (("grants", "sistēma"), 3)
    ]


def test_collocations_do_not_step_over_a_stop_word():
    answers = [Answer(str(i), "uzticēšanās un budžets") for i in range(4)]

    assert collocations(read_answers(answers, "lv")) == ()


@settings(deadline=None)
@given(st.lists(st.text(alphabet="ceļi tilt un 🙂\n", max_size=30), max_size=8))
def test_counts_add_up_to_the_words_that_are_there(texts):
    readings = read_answers((Answer(str(i), t) for i, t in enumerate(texts)), "lv")
    forms = Counter(t.form.lower() for r in readings for t in r.tokens if not t.is_stop)

    assert sum(n for c in count_lemmas(readings) for _, n in c.forms) == sum(forms.values())
