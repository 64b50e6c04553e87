"""Every kind drawn: on the console with a table, and on the projector with n."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from pages.ui.invitation import Invitation
from pages.ui.parts.projector.content import content_of
from survey_engine.accounts import Account
from survey_engine.addresses import qr_code
from survey_engine.collect.models import Session
from survey_engine.design.kinds import Question
from survey_engine.workbench import Workbench
from tests import factories as make
from tests.pages.conftest import OpenPage

INVITATION = Invitation("http://x.example/ABC234", "x.example", "ABC234", qr_code("http://x.example/ABC234"))
WITH_OTHER = make.single("q-choice").model_copy(update={"other": True})
ANSWERED: dict[str, tuple[Question, tuple[tuple[tuple[str, ...], str | None], ...]]] = {
    "single": (WITH_OTHER, ((("other",), "tikai vadītājam"), (("a",), None))),
    "yesno": (make.yesno(), ((("no",), None), (("cant_say",), None))),
    "criteria": (
        make.criteria(),
        ((("a/c1=5", "a/c2=2", "b/c1=1", "b/c2=5"), None), (("a/c1=2",), None)),
    ),
    "position": (make.position(), ((("a=2,10", "b=0,5"), None), (("a=4,10",), None))),
    "ranking": (make.ranking(), ((("c", "a"), None), (("c",), None))),
    "points": (make.points(), ((("a=40", "c=60"), None), (("a=100",), None))),
    "number": (make.number(), ((("12",), None), (("3",), None))),
    "date": (make.date(), ((("2026-11-21",), None), (("2026-11-22",), None))),
    "budget": (make.budget(), ((("a=3000", "b=5000"), None), (("c=4000",), None))),
    "matrix": (make.matrix(), ((("a=5", "b=1"), None), (("a=2",), None))),
    "statements": (make.statements(), ((("a=agree", "b=pass"), None), (("a=disagree",), None))),
}
EVERY = pytest.mark.parametrize("kind", ANSWERED)


@pytest.fixture
def shown(bench: Workbench, account: Account, kind: str) -> Session:
    """A session that shows the result of one question, which two people answered."""
    question, answers = ANSWERED[kind]
    study = make.make_study(bench, account)
    session = make.make_session(bench, study, make.make_version(bench, study, question))
    for codes, text in answers:
        person = make.make_participant(bench, session)
        make.make_answer(bench, person, question, codes=codes, text=text)
    bench.sessions.open_question(session.id, question_id=question.id)
    bench.sessions.show_results(session.id, question_id=question.id)
    return session


@EVERY
def test_console_draws_the_result_as_a_table(open_page: OpenPage, shown: Session) -> None:
    app: AppTest = open_page("collect/console.py", study=shown.study_id, session=shown.id)
    assert (list(app.exception), list(app.error)) == ([], [])
    assert len(app.dataframe) == 1
    assert sum(caption.value.startswith("atbildēja 2 cilvēki") for caption in app.caption) == 1


@EVERY
def test_projector_shows_the_result_with_its_n(
    bench: Workbench, shown: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pages.ui.i18n.language", lambda: "lv")
    content = content_of(bench.sessions.screen(shown.id), INVITATION)
    assert sum(bool(content[part]) for part in ("rows", "grid", "plane")) == 1
    assert (content["empty"], "2" in content["note"]) == ("", True)
    assert "tikai vadītājam" not in json.dumps(content, ensure_ascii=False)


@EVERY
def test_answers_page_says_what_was_answered(open_page: OpenPage, shown: Session, kind: str) -> None:
    app = open_page("collect/answers.py", study=shown.study_id, session=shown.id)
    assert (list(app.exception), list(app.error)) == ([], [])


@pytest.mark.parametrize("kind", ["matrix"])
def test_projector_says_counts_mean_and_n_of_each_statement(
    bench: Workbench, shown: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pages.ui.i18n.language", lambda: "lv")
    grid = content_of(bench.sessions.screen(shown.id), INVITATION)["grid"]
    assert grid["heads"] == ["1 Slikti", "2", "3", "4", "5 Labi", "Vidējais", "n"]
    assert [(row["label"], [c["text"] for c in row["cells"]], row["sums"]) for row in grid["rows"]] == [
        ("Apgalvojums a", ["0", "1", "0", "0", "1"], ["3,5", "2"]),
        ("Apgalvojums b", ["1", "0", "0", "0", "0"], ["1,0", "1"]),
    ]


@pytest.mark.parametrize("kind", ["criteria"])
def test_heat_table_says_mean_and_n_in_every_cell_and_is_put_in_order_once_closed(
    bench: Workbench, shown: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pages.ui.i18n.language", lambda: "lv")
    grid = content_of(bench.sessions.screen(shown.id), INVITATION)["grid"]
    assert grid["heads"] == ["Ietekme ×2", "Izmaksas (mazāk ir labāk)", "Kopvērtējums"]
    assert [(row["label"], row["place"], row["sums"]) for row in grid["rows"]] == [
        ("Rīks a", "", ["3,7"]),
        ("Rīks b", "", ["1,0"]),
    ]
    cells = [{"text": "3,5", "n": "2", "share": 0.625}, {"text": "2,0", "n": "1", "share": 0.75}]
    assert grid["rows"][0]["cells"] == cells
    bench.sessions.close_question(shown.id, question_id="q-criteria")
    closed = content_of(bench.sessions.screen(shown.id), INVITATION)["grid"]["rows"]
    assert [(row["place"], row["label"]) for row in closed] == [("1.", "Rīks a"), ("2.", "Rīks b")]


@pytest.mark.parametrize("kind", ["position"])
def test_square_names_its_quadrants_and_each_thing_with_place_and_n(
    bench: Workbench, shown: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pages.ui.i18n.language", lambda: "lv")
    plane = content_of(bench.sessions.screen(shown.id), INVITATION)["plane"]
    assert (plane["across"], plane["upwards"]) == ("Darbs →", "↑ Labums")
    assert plane["corners"][:2] == ["maz darba, daudz labuma", "daudz darba, daudz labuma"]
    assert [(one["number"], one["x"], one["y"], one["said"]) for one in plane["things"]] == [
        ("1", 0.3, 1.0, "→ 3,0, ↑ 10,0 (n 2)"),
        ("2", 0.0, 0.5, "→ 0,0, ↑ 5,0 (n 1)"),
    ]


@pytest.mark.parametrize("kind", ["ranking"])
def test_ranking_is_put_in_order_on_the_projector_only_once_it_is_closed(
    bench: Workbench, shown: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pages.ui.i18n.language", lambda: "lv")
    open_rows = content_of(bench.sessions.screen(shown.id), INVITATION)["rows"]
    bench.sessions.close_question(shown.id, question_id="q-ranking")
    closed_rows = content_of(bench.sessions.screen(shown.id), INVITATION)["rows"]
    assert [[row["key"] for row in rows] for rows in (open_rows, closed_rows)] == [list("abc"), list("cab")]
    assert closed_rows[0]["shown"] == "1,0"


@pytest.mark.parametrize("kind", ["points", "budget"])
def test_amounts_are_put_in_order_on_the_projector_once_the_question_is_closed(
    bench: Workbench, shown: Session, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pages.ui.i18n.language", lambda: "lv")
    monkeypatch.setattr("pages.ui.parts.projector.amounts.language", lambda: "lv")
    monkeypatch.setattr("pages.ui.parts.results.points.language", lambda: "lv")
    bench.sessions.close_question(shown.id, question_id=f"q-{kind}")
    content = content_of(bench.sessions.screen(shown.id), INVITATION)
    told = [(row["label"], row["people"], row.get("shown"), row["detail"]) for row in content["rows"]]
    assert (
        told
        == {
            "points": [
                ("Izvēle a", 70.0, "70,0", "kaut ko piešķīra 2"),
                ("Izvēle c", 30.0, "30,0", "kaut ko piešķīra 1"),
                ("Izvēle b", 0, "0,0", "kaut ko piešķīra 0"),
            ],
            "budget": [
                ("Izvēle a", 1, None, "3\xa0000 EUR · budžetā pietiek"),
                ("Izvēle c", 1, None, "4\xa0000 EUR · budžetā pietiek"),
                ("Izvēle b", 1, None, "5\xa0000 EUR"),
            ],
        }[kind]
    )
