"""The page of suggested themes."""

from survey_engine.themes.models import ThemeState
from tests.factories import make_study


def press(app, label):
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception


def test_pressing_suggest_makes_a_draft(open_page, bench, study):
    app = open_page("themes/suggested.py", study=study.id)
    press(app, "Ieteikt tēmas")

    assert {c.theme.state for c in bench.themes.cards(study.id)} == {ThemeState.SUGGESTED}
    assert any("melnraksts" in info.value for info in app.info)


def test_page_says_that_the_model_is_missing(open_page, study):
    app = open_page("themes/suggested.py", study=study.id)

    assert any("Daudzvalodu modelis nav uzstādīts" in info.value for info in app.info)


def test_card_shows_people_by_group_and_what_was_said_aloud(open_page, bench, study):
    theme = bench.themes.create(study.id, name="Ceļi")
    ids = {v.text: v.id for v in bench.themes.voices(study.id)}
    for text in ("Ceļi, ceļi!", "Tilti un ceļi jāremontē", "Par 🙂 ceļiem runāja ilgi"):
        bench.themes.move_answer(ids[text], from_theme=None, to_theme=theme.id)
    app = open_page("themes/suggested.py", study=study.id)

    assert "2 cilvēki · Dome un darbinieki 1 · NVO un iedzīvotāji 1 · 1 teikts skaļi" in [
        c.value for c in app.caption
    ]


def test_keeping_a_theme_is_one_press(open_page, bench, study):
    bench.themes.suggest(study.id, count=2)
    app = open_page("themes/suggested.py", study=study.id)
    press(app, "Paturēt")

    assert sorted(c.theme.state for c in bench.themes.cards(study.id)) == ["kept", "suggested"]


def test_dismissed_theme_can_be_taken_back(open_page, bench, study):
    bench.themes.suggest(study.id, count=2)
    before = bench.themes.cards(study.id)
    app = open_page("themes/suggested.py", study=study.id)
    press(app, "Atmest")
    press(app, "Atsaukt: atmesta tēma")

    assert bench.themes.cards(study.id) == before


def test_theme_is_renamed_in_its_form(open_page, bench, study):
    bench.themes.create(study.id, name="Ceļi")
    app = open_page("themes/suggested.py", study=study.id)
    next(t for t in app.text_input if t.value == "Ceļi").set_value("Ceļi un tilti")
    press(app, "Saglabāt")

    assert [c.theme.name for c in bench.themes.cards(study.id)] == ["Ceļi un tilti"]


def test_empty_name_is_refused_in_words(open_page, bench, study):
    bench.themes.create(study.id, name="Ceļi")
    app = open_page("themes/suggested.py", study=study.id)
    next(t for t in app.text_input if t.value == "Ceļi").set_value(" ")
    press(app, "Saglabāt")

    assert len(app.error) == 1
    assert [c.theme.name for c in bench.themes.cards(study.id)] == ["Ceļi"]


def test_study_without_words_has_nothing_to_suggest(open_page, bench, account):
    app = open_page("themes/suggested.py", study=make_study(bench, account).id)

    assert not app.button


def test_themes_of_somebody_elses_study_are_not_shown(open_page, bench):
    other = make_study(bench)
    bench.themes.create(other.id, name="Noslēpums")
    app = open_page("themes/suggested.py", study=other.id)

    assert not app.subheader
    assert len(app.error) == 1
