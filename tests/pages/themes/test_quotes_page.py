"""The page of quotes."""

from tests.factories import make_study


def press(app, label):
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception


def answer(bench, study, text):
    return next(v for v in bench.themes.voices(study.id) if v.text == text)


def test_place_in_the_address_is_kept_word_for_word(open_page, bench, study):
    voice = answer(bench, study, "Jāremontē ceļi un tilti")
    app = open_page("themes/quotes.py", study=study.id, answer=voice.id, start="10", end="14")
    press(app, "Paturēt citātu")

    assert [k.text for k in bench.quotes.of_study(study.id)] == ["ceļi"]


def test_pasted_words_are_found_after_an_emoji(open_page, bench, study):
    voice = answer(bench, study, "Par 🙂 ceļiem runāja ilgi")
    app = open_page("themes/quotes.py", study=study.id, answer=voice.id)
    app.text_input(key=f"pasted_{voice.id}").set_value("ceļiem runāja").run()
    press(app, "Paturēt citātu")

    assert [(k.quote.start, k.text) for k in bench.quotes.of_study(study.id)] == [(6, "ceļiem runāja")]


def test_words_that_are_not_in_the_answer_are_refused(open_page, bench, study):
    voice = answer(bench, study, "Vajag bērnudārzu")
    app = open_page("themes/quotes.py", study=study.id, answer=voice.id)
    app.text_input(key=f"pasted_{voice.id}").set_value("vajag skolu").run()

    assert [w.value for w in app.warning] == ["Atbildē šo vārdu tieši tā nav. Nokopējiet tos no atbildes."]


def test_kept_quotes_stand_under_their_theme(open_page, bench, study):
    theme = bench.themes.create(study.id, name="Ceļi")
    voice = answer(bench, study, "Ceļi, ceļi!")
    bench.quotes.keep_quote(study.id, answer_id=voice.id, start=0, end=4, theme_id=theme.id)
    app = open_page("themes/quotes.py", study=study.id)

    assert [s.value for s in app.subheader] == ["Ceļi"]
    assert [t.value for t in app.text] == ["Ceļi"]


def test_quote_that_was_let_go_is_gone(open_page, bench, study):
    voice = answer(bench, study, "Ceļi, ceļi!")
    bench.quotes.keep_quote(study.id, answer_id=voice.id, start=0, end=4)
    app = open_page("themes/quotes.py", study=study.id)
    press(app, "Izņemt")

    assert bench.quotes.of_study(study.id) == ()


def test_answer_that_is_gone_is_said_to_be_gone(open_page, study):
    app = open_page("themes/quotes.py", study=study.id, answer="nowhere")

    assert [w.value for w in app.warning] == ["Šīs atbildes te vairs nav. Izvēlieties citu."]


def test_answers_of_somebody_elses_study_are_not_shown(open_page, bench, study):
    voice = answer(bench, study, "Ceļi, ceļi!")
    other = make_study(bench)
    app = open_page("themes/quotes.py", study=other.id, answer=voice.id)

    assert not app.text
    assert len(app.error) == 1
