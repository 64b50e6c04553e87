"""The page of words."""

from tests.factories import make_study


def test_words_are_counted_with_their_forms(open_page, study):
    app = open_page("themes/words.py", study=study.id)

    table = app.dataframe[0].value.set_index("word")
    assert (table.answers["ceļš"], table.people["ceļš"], table.forms["ceļš"]) == (5, 4, "ceļi 5, ceļiem 1")


def test_commonest_word_is_shown_in_context(open_page, study):
    app = open_page("themes/words.py", study=study.id)

    assert [s.value for s in app.subheader] == ["„ceļš” kontekstā"]
    assert "Jāremontē **ceļi** un tilti" in [m.value for m in app.markdown]


def test_word_in_the_address_is_shown_in_context(open_page, study):
    app = open_page("themes/words.py", study=study.id, word="tilts")

    assert [s.value for s in app.subheader] == ["„tilts” kontekstā"]


def test_chart_says_in_words_what_it_shows(open_page, study):
    app = open_page("themes/words.py", study=study.id)

    assert "ceļš: 5" in app.get("vega_lite_chart")[0].proto.alt


def test_study_without_words_says_so(open_page, bench, account):
    app = open_page("themes/words.py", study=make_study(bench, account).id)

    assert [i.value for i in app.info] == ["Neviens vēl nav atbildējis vārdiem."]


def test_what_people_wrote_is_never_read_as_markup(open_page, bench, study):
    from tests.factories import make_note, make_session

    make_note(bench, make_session(bench, study), "**treknraksts** un :material/close: <b>tilts</b>")
    app = open_page("themes/words.py", study=study.id, word="treknraksts")

    assert r"\*\***treknraksts**\*\*" in app.markdown[0].value
    assert not [m for m in app.markdown if "<b>" in m.value]


def test_words_of_somebody_elses_study_are_not_shown(open_page, bench):
    app = open_page("themes/words.py", study=make_study(bench).id)

    assert not app.dataframe
    assert len(app.error) == 1


def test_nobody_reads_words_without_signing_in(open_page, study):
    app = open_page("themes/words.py", signed_in=False, study=study.id)

    assert not app.dataframe
    assert not app.markdown
