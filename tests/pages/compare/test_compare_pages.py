"""The compare pages: empty, usual, a fault, and what must not be shown although it is there."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from survey_engine.accounts import Account
from survey_engine.workbench import Workbench
from survey_engine.workbench.demo import load_demo
from tests import factories
from tests.factories import (
    make_answer,
    make_participant,
    make_session,
    make_study,
    make_version,
    single,
)
from tests.pages.conftest import OpenPage

AGREEMENT, GROUPS = "compare/agreement.py", "compare/groups.py"


def cells(app: AppTest) -> list[list[str]]:
    return [[str(value) for value in row] for table in app.table for row in table.value.to_numpy().tolist()]


def charts(app: AppTest) -> str:
    return " ".join(
        json.dumps(json.loads(chart.proto.spec), ensure_ascii=False) for chart in app.get("vega_lite_chart")
    )


def two_rooms(bench: Workbench, account: Account) -> tuple[str, str]:
    study, question = make_study(bench, owner=account), factories.multiple()
    version = make_version(bench, study, question)
    for group, codes in (("ngo", "aaaaaaaabb"), ("council", "abbbbbbb")):
        session = make_session(bench, study, version, title=f"Sesija {group}")
        for code in codes:
            make_answer(bench, make_participant(bench, session, group), question, codes=(code,))
    return study.id, question.id


def test_agreement_says_that_there_is_nothing_yet(
    open_page: OpenPage, bench: Workbench, account: Account
) -> None:
    app = open_page(AGREEMENT, study=make_study(bench, owner=account).id)
    assert not app.exception
    assert [info.value for info in app.info] == [
        "Vēl nav ko salīdzināt: neviena grupa nav atbildējusi. Atver sesiju vai izvēlies citas sesijas."
    ]


def test_agreement_sorts_the_sample_under_its_headings(
    open_page: OpenPage, bench: Workbench, account: Account
) -> None:
    app = open_page(AGREEMENT, study=load_demo(bench, owner_email=account.email).id)
    assert not app.exception
    assert [heading.value for heading in app.subheader] == [
        "Saka abas grupas",
        "Grupas atšķiras",
        "Saka tikai viena grupa",
        "Par maz, lai spriestu",
    ]
    assert "12 no 14 un 10 no 12." in charts(app)


def test_agreement_never_shows_a_count_below_k(
    open_page: OpenPage, bench: Workbench, account: Account
) -> None:
    study, _question = two_rooms(bench, account)
    app = open_page(AGREEMENT, study=study)
    shown = charts(app) + json.dumps(cells(app), ensure_ascii=False)
    assert "8 no 10" in shown
    assert [count for count in ("1 no 8", "2 no 10", "0 no 10") if count in shown] == []


def test_groups_show_counts_with_n_interval_and_few(
    open_page: OpenPage, bench: Workbench, account: Account
) -> None:
    study, question = two_rooms(bench, account)
    app = open_page(GROUPS, study=study, subject=question)
    assert not app.exception
    assert cells(app)[:3] == [
        ["8 no 10 · 49–94 %", "maz · n 8"],
        ["maz · n 10", "7 no 8 · 53–98 %"],
        ["maz · n 10", "maz · n 8"],
    ]


def test_groups_say_in_words_who_says_it_more_often(
    open_page: OpenPage, bench: Workbench, account: Account
) -> None:
    study, question = two_rooms(bench, account)
    app = open_page(GROUPS, study=study, subject=question)
    assert cells(app)[4] == [
        "Dome un darbinieki – biežāk: 7 no 8; NVO un iedzīvotāji: maz. Atšķirība droša.",
        "nerāda",
    ]


def test_groups_say_that_there_is_nothing_yet(
    open_page: OpenPage, bench: Workbench, account: Account
) -> None:
    app = open_page(GROUPS, study=make_study(bench, owner=account).id)
    assert len(app.info) == 1
    assert not app.table


def test_study_of_somebody_else_is_a_fault_in_words_and_shows_nothing(
    open_page: OpenPage, bench: Workbench
) -> None:
    study = load_demo(bench)
    for page in (AGREEMENT, GROUPS):
        app = open_page(page, study=study.id)
        assert len(app.error) == 1
        assert not app.get("vega_lite_chart")


def test_visitor_without_an_account_sees_no_comparison(open_page: OpenPage, bench: Workbench) -> None:
    app = open_page(AGREEMENT, signed_in=False, study=load_demo(bench).id)
    assert not app.title
    assert not app.get("vega_lite_chart")


def test_scale_stands_by_its_means_with_those_who_cant_say_apart(
    open_page: OpenPage, bench: Workbench, account: Account
) -> None:
    study, question = make_study(bench, owner=account), factories.scale()
    session = make_session(bench, study, make_version(bench, study, question))
    for group, codes in (("ngo", "1112223334445555"), ("council", "3334444555")):
        for code in (*codes, "cant_say", "cant_say", "cant_say"):
            make_answer(bench, make_participant(bench, session, group), question, codes=(code,))
    app = open_page(GROUPS, study=study.id, subject=question.id)
    assert not app.exception
    assert [row[0].split(" (")[0] for row in cells(app)[:2]] == ["vidēji 3,1", "3 no 19"]


def test_tables_show_labels_as_typed_whatever_marks_are_in_them(
    open_page: OpenPage, bench: Workbench, account: Account
) -> None:
    typed = "![x](http://a.example/i.png) :red[a]"
    groups = [{"key": key, "label": {"lv": f"{typed} {key}"}} for key in ("ngo", "council")]
    study = make_study(bench, owner=account, groups=groups)
    question = factories.single().model_copy(update={"options": (factories.option("a", typed),)})
    session = make_session(bench, study, make_version(bench, study, question))
    for group in ("ngo", "council") * 5:
        make_answer(bench, make_participant(bench, session, group), question, codes=("a",))
    for page in (AGREEMENT, GROUPS):
        app = open_page(page, study=study.id)
        assert not app.exception
        shown = [table.value.reset_index() for table in app.table]
        texts = [text for table in shown for text in (*table.columns, *map(str, table.to_numpy().ravel()))]
        assert [text for text in texts if "![x]" in text or " :red[" in text] == []
        assert [text for text in texts if r"!\[x\]" in text] != []


@pytest.mark.parametrize("page", ["compare/groups.py", "compare/agreement.py", "collect/answers.py"])
def test_answers_to_an_earlier_wording_are_told_apart(
    open_page: OpenPage, bench: Workbench, account: Account, page: str
) -> None:
    study = make_study(bench, account, languages=["lv"])
    draft = bench.questionnaires.create(study.id, title="Anketa")
    bench.questionnaires.add(draft.id, question=single("a"))
    for text in ("Ko izvēlaties?", "Ko tad?"):
        asked = single("a").model_copy(update={"text": {"lv": text}})
        bench.questionnaires.save_question(draft.id, question=asked)
        session = make_session(bench, study, bench.questionnaires.publish(draft.id))
        for _number in range(3):
            make_answer(bench, make_participant(bench, session, "ngo"), asked, codes=("a",))
    app = open_page(page, study=study.id)
    if page.startswith("collect"):
        app.selectbox(key="answers_question").set_value("a").run()
    assert not app.exception
    assert ["Toreiz tas skanēja: „Ko izvēlaties?”" in one.value for one in app.warning] == [True]
