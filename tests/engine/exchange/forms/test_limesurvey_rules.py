"""LimeSurvey's groups, conditions, regular expressions and defaults: both ways, and what is listed."""

import csv
from io import StringIO

import pytest

from survey_engine.design.kinds import (
    AnyQuestion,
    MultipleChoice,
    Number,
    OpenText,
    Option,
    Scale,
    SingleChoice,
    YesNo,
)
from survey_engine.design.kinds.conditions import Condition, Relation, ShowIf
from survey_engine.design.kinds.patterns import Pattern, Shape
from survey_engine.design.models import Form, Section
from survey_engine.exchange.forms.carried import Carried, Outgoing, Why
from survey_engine.exchange.forms.limesurvey import read_lss, read_tsv, write_tsv

HEADING = "class\ttype/scale\tname\trelevance\ttext\tlanguage\tvalidation\tdefault"
QUESTIONS = [
    "Q\tL\tQ1\t1\tVai?\tlv",
    "A\t0\tA1\t\tJā\tlv",
    "A\t0\tA2\t\tNē\tlv",
    "Q\tM\tQ2\t1\tKuri?\tlv",
    "SQ\t\tSQ1\t1\tViens\tlv",
    "SQ\t\tSQ2\t1\tDivi\tlv",
    "Q\tN\tQ3\t1\tCik?\tlv",
    "Q\tF\tQ4\t1\tVērtējiet\tlv",
    "SQ\t\tSQ1\t1\tParki\tlv",
    "A\t0\tx\t\tSlikti\tlv",
    "A\t0\ty\t\tLabi\tlv",
    "Q\tY\tQ5\t1\tVai tā?\tlv",
    "Q\t5\tQ6\t1\tCik labi?\tlv",
]


def read(*rows: str) -> Carried:
    return read_tsv("a.txt", "\n".join([HEADING, "S\t\tlanguage\t\tlv", *rows]).encode())


def reasons(carried: Carried) -> list[tuple[str, Why]]:
    return [(one.name, one.reason) for one in carried.not_carried if one.reason is not Why.POINTS]


def rows_of(form: Form, languages: tuple[str, ...] = ("lv",)) -> list[dict[str, str]]:
    content = write_tsv(Outgoing(form, "Anketa", languages)).content.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(content, newline=""), delimiter="\t"))


def relevance(rule: ShowIf, *earlier: AnyQuestion) -> str:
    asked = OpenText(id="last", key="last", text={"lv": "Kāpēc?"}, show_if=rule)
    return next(
        row["relevance"] for row in rows_of(Form(questions=(*earlier, asked))) if row["name"] == "last"
    )


@pytest.mark.parametrize(
    ("expression", "conditions", "any_of"),
    [
        ('Q1.NAOK == "A1"', [("Q1", Relation.IS, ("A1",), 0)], False),
        ('((Q1.NAOK == "A1"))', [("Q1", Relation.IS, ("A1",), 0)], False),
        ("Q1 eq 'A1'", [("Q1", Relation.IS, ("A1",), 0)], False),
        ('Q1.NAOK != "A1"', [("Q1", Relation.IS_NOT, ("A1",), 0)], False),
        ('!(Q1.NAOK == "A1")', [("Q1", Relation.IS_NOT, ("A1",), 0)], False),
        ('(Q1.NAOK == "A1" or Q1.NAOK == "A2")', [("Q1", Relation.IS, ("A1", "A2"), 0)], False),
        ("!is_empty(Q1.NAOK)", [("Q1", Relation.ANSWERED, (), 0)], False),
        ("is_empty(Q1)", [("Q1", Relation.IS_NOT, ("A1", "A2"), 0)], False),
        ('Q2_SQ1.NAOK == "Y"', [("Q2", Relation.IS, ("SQ1",), 0)], False),
        ('Q2_SQ2.NAOK == ""', [("Q2", Relation.IS_NOT, ("SQ2",), 0)], False),
        ("Q3.NAOK >= 18", [("Q3", Relation.AT_LEAST, (), 18)], False),
        ('Q3.NAOK le "17.5"', [("Q3", Relation.AT_MOST, (), 17.5)], False),
        ("Q6.NAOK > 3", [("Q6", Relation.AT_LEAST, (), 4)], False),
        ('Q4_SQ1.NAOK == "y"', [("Q4", Relation.IS, ("SQ1=2",), 0)], False),
        ('Q5.NAOK == "N"', [("Q5", Relation.IS, ("no",), 0)], False),
        (
            'Q1.NAOK == "A1" && (Q3.NAOK >= 18)',
            [("Q1", Relation.IS, ("A1",), 0), ("Q3", Relation.AT_LEAST, (), 18)],
            False,
        ),
        (
            '((Q1.NAOK == "A1" or Q1.NAOK == "A2") and Q5.NAOK == "Y")',
            [("Q1", Relation.IS, ("A1", "A2"), 0), ("Q5", Relation.IS, ("yes",), 0)],
            False,
        ),
        (
            'Q1.NAOK == "A1" || Q5.NAOK == "Y"',
            [("Q1", Relation.IS, ("A1",), 0), ("Q5", Relation.IS, ("yes",), 0)],
            True,
        ),
    ],
)
def test_condition_of_one_level_becomes_a_rule(expression: str, conditions: list, any_of: bool) -> None:
    carried = read(*QUESTIONS, f"Q\tT\tlast\t{expression.replace(chr(34), chr(39))}\tKāpēc?\tlv")

    rule = carried.form.questions[-1].show_if
    assert [(one.question, one.relation, one.codes, one.amount) for one in rule.conditions] == conditions
    assert (rule.any_of, reasons(carried)) == (any_of, [])


@pytest.mark.parametrize(
    "expression",
    [
        "Q1.NAOK == 'A3'",
        "later.NAOK == 'Y'",
        "(Q1.NAOK == 'A1' and Q5.NAOK == 'Y') or Q3.NAOK >= 3",
        "Q3.NAOK > 2.5",
        "!(Q3.NAOK >= 3)",
        "is_empty(Q3)",
        "count(Q2_SQ1.NAOK, Q2_SQ2.NAOK) > 1",
        "Q1.shown == 'Jā'",
        "((((",
        "(" * 500 + "Q1 == 'A1'" + ")" * 500,
        "Q1.NAOK == 'A1' Q5",
        "0",
    ],
)
def test_expression_that_says_more_is_listed_as_it_stands(expression: str) -> None:
    carried = read(*QUESTIONS, f"Q\tT\tlast\t{expression}\tKāpēc?\tlv")

    assert reasons(carried) == [("last", Why.RULE)]
    assert carried.not_carried[-1].details["rule"] == expression


def test_condition_of_a_group_holds_for_each_of_its_questions() -> None:
    carried = read(
        "G\t1\tPirmā\t1\t\tlv",
        *QUESTIONS,
        "G\t2\tOtrā\tQ5.NAOK == 'Y'\t\tlv",
        "Q\tT\tQ7\tQ1.NAOK == 'A1'\tKāpēc?\tlv",
        "Q\tT\tQ8\t1\tKā?\tlv",
    )

    rules = {one.key: [each.question for each in one.show_if.conditions] for one in carried.form.questions}
    assert (rules["Q7"], rules["Q8"], reasons(carried)) == (["Q1", "Q5"], ["Q5"], [])


def test_condition_of_a_group_that_says_more_is_listed_and_the_others_kept() -> None:
    carried = read(
        "G\t1\tPirmā\t1\t\tlv",
        *QUESTIONS,
        "G\t2\tOtrā\trand(1, 2) == 1\t\tlv",
        "Q\tT\tQ7\tQ1.NAOK == 'A1'\tKāpēc?\tlv",
    )

    assert [each.question for each in carried.form.questions[-1].show_if.conditions] == ["Q1"]
    assert reasons(carried) == [("Otrā", Why.RULE)]


CHOICE = SingleChoice(
    id="a", key="a", text={"lv": "?"}, options=(Option(code="ja", label={"lv": "Jā"}),), other=True
)
MANY = MultipleChoice(id="b", key="b", text={"lv": "?"}, options=(Option(code="x", label={"lv": "X"}),))
RATED = Scale(id="c", key="c", text={"lv": "?"}, cant_say=True)
GROUPED = SingleChoice(
    id="g", key="group", text={"lv": "Kas Jūs esat?"}, options=(Option(code="ngo", label={"lv": "NVO"}),)
)


@pytest.mark.parametrize(
    ("condition", "expression"),
    [
        (Condition(question="a", codes=("ja",)), 'a.NAOK == "ja"'),
        (Condition(question="a", codes=("ja", "other")), '(a.NAOK == "ja" or a.NAOK == "-oth-")'),
        (Condition(question="a", relation=Relation.IS_NOT, codes=("ja",)), 'a.NAOK != "ja"'),
        (Condition(question="b", codes=("x",)), 'b_x.NAOK == "Y"'),
        (Condition(question="a", relation=Relation.ANSWERED), "!is_empty(a.NAOK)"),
        (
            Condition(question="c", relation=Relation.AT_MOST, amount=2),
            '(!is_empty(c.NAOK) and c.NAOK != "na" and c.NAOK <= 2)',
        ),
        (Condition(codes=("ngo",)), 'group.NAOK == "ngo"'),
        (Condition(codes=("council",)), "1"),
    ],
)
def test_rule_is_written_as_an_expression(condition: Condition, expression: str) -> None:
    assert relevance(ShowIf(conditions=(condition,)), GROUPED, CHOICE, MANY, RATED) == expression


def test_rule_on_a_group_that_is_not_asked_for_is_listed() -> None:
    asked = YesNo(key="q", text={"lv": "Vai?"}, show_if=ShowIf(conditions=(Condition(codes=("ngo",)),)))
    written = write_tsv(Outgoing(Form(questions=(asked,)), "Anketa", ("lv",)))

    assert [(one.name, one.details["field"]) for one in written.not_carried] == [("q", "show_if")]


def test_rule_that_somebody_changed_in_limesurvey_is_the_new_one() -> None:
    rule = ShowIf(
        conditions=(Condition(question="a", codes=("ja", "other")), Condition(codes=("ngo",))), any_of=True
    )
    asked = OpenText(id="q", key="q", text={"lv": "Kāpēc?"}, show_if=rule)
    content = write_tsv(Outgoing(Form(questions=(CHOICE, GROUPED, asked)), "A", ("lv",))).content.decode()
    before = '((a.NAOK == ""ja"" or a.NAOK == ""-oth-"") or group.NAOK == ""ngo"")'
    changed = content.replace(before, 'a.NAOK == ""ja""')
    read_back = read_tsv("a.txt", changed.encode()).form.questions[-1].show_if

    assert (before in content, read_tsv("a.txt", content.encode()).form.questions[-1].show_if) == (True, rule)
    assert read_back == ShowIf(conditions=(Condition(question="a", codes=("ja",)),))


def test_sections_become_groups_in_each_language_and_come_back() -> None:
    section = Section(id="s1", title={"lv": "Ievads", "en": "Start"}, text={"lv": "Lasiet", "en": "Read"})
    asked = YesNo(id="q", key="q", text={"lv": "Vai?", "en": "Do you?"}, section="s1")
    form = Form(questions=(YesNo(id="p", key="p", text={"lv": "Vai?"}), asked), sections=(section,))
    groups = [
        (row["name"], row["text"], row["language"])
        for row in rows_of(form, ("lv", "en"))
        if row["class"] == "G"
    ]
    written = write_tsv(Outgoing(form, "Anketa", ("lv", "en")))

    assert groups == [
        ("Anketa", "", "lv"),
        ("Ievads", "Lasiet", "lv"),
        ("Anketa", "", "en"),
        ("Start", "Read", "en"),
    ]
    assert read_tsv("a.txt", written.content).form == form


def test_only_group_without_a_title_gives_no_section() -> None:
    assert read("G\t1\t\t1\t\tlv", *QUESTIONS).form.sections == ()


def test_groups_of_lss_become_sections_with_their_description() -> None:
    tables = """
     <groups><rows><row><gid>3</gid><group_order>2</group_order><grelevance/></row>
      <row><gid>2</gid><group_order>1</group_order><grelevance>1</grelevance></row></rows></groups>
     <group_l10ns><rows>
      <row><gid>2</gid><group_name>Pirmā</group_name><description>&lt;p&gt;Lasiet&lt;/p&gt;</description>
       <language>lv</language></row>
      <row><gid>3</gid><group_name>Otrā</group_name><language>lv</language></row></rows></group_l10ns>
     <questions><rows>
      <row><qid>8</qid><parent_qid>0</parent_qid><gid>3</gid><type>T</type><title>Q2</title>
       <preg>/^[0-9]{4}$/</preg><relevance>((Q1.NAOK == "Y"))</relevance></row>
      <row><qid>7</qid><parent_qid>0</parent_qid><gid>2</gid><type>Y</type><title>Q1</title></row>
     </rows></questions>
     <conditions><rows><row><qid>8</qid><cfieldname>1X2X7</cfieldname><method>==</method><value>Y</value></row>
     </rows></conditions>
     <defaultvalues><rows><row><dvid>1</dvid><qid>7</qid></row></rows></defaultvalues>
     <defaultvalue_l10ns><rows><row><dvid>1</dvid><defaultvalue>Y</defaultvalue></row></rows></defaultvalue_l10ns>"""
    document = f"<document><LimeSurveyDocType>Survey</LimeSurveyDocType><languages><language>lv</language></languages>{tables}</document>"
    form = (carried := read_lss("a.lss", document.encode())).form

    assert [(one.title, one.text) for one in form.sections] == [
        ({"lv": "Pirmā"}, {"lv": "Lasiet"}),
        ({"lv": "Otrā"}, {}),
    ]
    assert [(one.key, one.section, one.default) for one in form.questions] == [
        ("Q1", "group_1", ("yes",)),
        ("Q2", "group_2", ()),
    ]
    assert form.questions[1].show_if == ShowIf(conditions=(Condition(question="Q1", codes=("yes",)),))
    assert (getattr(form.questions[1], "pattern", None), reasons(carried)) == (
        Pattern(shape=Shape.OWN, own="[0-9]{4}"),
        [],
    )


@pytest.mark.parametrize(
    ("validation", "fitting", "unfitting"),
    [
        ("/^[0-9]{4}$/", "1234", "12345"),
        ("/[0-9]{4}/", "LV-1234!", "LV-12"),
        ("/^a|b$/", "xb", "bx"),
        ("/^lv$/i", "LV", "ee"),
        ("#^a/b$#", "a/b", "a"),
    ],
)
def test_regular_expression_finds_the_same_texts(validation: str, fitting: str, unfitting: str) -> None:
    carried = read(f"Q\tS\tQ1\t1\tKas?\tlv\t{validation}")
    (question,) = carried.form.questions

    assert isinstance(question, OpenText)
    assert (question.pattern.fits(fitting), question.pattern.fits(unfitting), reasons(carried)) == (
        True,
        False,
        [],
    )


@pytest.mark.parametrize(
    ("letter", "validation"), [("S", "/(/"), ("S", "nekas"), ("N", "/^1$/"), ("S", "/" + "a" * 300 + "/")]
)
def test_regular_expression_that_cannot_be_tried_is_listed(letter: str, validation: str) -> None:
    assert reasons(read(f"Q\t{letter}\tQ1\t1\tKas?\tlv\t{validation}")) == [("Q1", Why.CONSTRAINT)]


def test_pattern_and_default_are_written_for_limesurvey() -> None:
    form = Form(
        questions=(
            OpenText(key="mail", text={"lv": "?"}, pattern=Pattern(shape=Shape.POSTCODE)),
            YesNo(key="yes", text={"lv": "?"}, default=("no",)),
            Number(key="age", text={"lv": "?"}, default=("18",)),
        )
    )
    rows = [row for row in rows_of(form) if row["class"] == "Q"]

    assert [(row["validation"], row["default"]) for row in rows] == [
        ("/^(?:LV-?[0-9]{4})$/i", ""),
        ("", "N"),
        ("", "18"),
    ]


def test_default_that_is_no_answer_is_listed() -> None:
    carried = read("Q\tY\tQ1\t1\tVai?\tlv\t\tX", "Q\tM\tQ2\t1\tKas?\tlv", "SQ\t\tA\t1\tViens\tlv\t\tY")

    assert reasons(carried) == [("Q1", Why.DEFAULT), ("A", Why.DEFAULT)]
