"""LimeSurvey's files: both layouts of `.lss`, the tab-separated structure, and what is listed."""

import csv
from io import StringIO

import pytest

from survey_engine.design.kinds import Option, SingleChoice
from survey_engine.design.models import Form
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.forms.carried import Carried, Outgoing, Why
from survey_engine.exchange.forms.limesurvey import read_lss, read_tsv, write_tsv

TEXTS = {"lv": "Vai piekrītat?", "en": "Do you <b>agree</b>?"}
# What LimeSurvey 5 writes: texts apart, by language.
NEW = """
 <groups><rows><row><gid>2</gid><group_order>1</group_order><grelevance>1</grelevance></row></rows></groups>
 <group_l10ns><rows><row><gid>2</gid><group_name>Visi</group_name><language>lv</language></row></rows></group_l10ns>
 <questions><rows><row><qid>7</qid><parent_qid>0</parent_qid><gid>2</gid><type>{letter}</type><title>Q1</title>
  <preg/><other>N</other><mandatory>Y</mandatory><question_order>1</question_order><relevance>{relevance}</relevance>
 </row></rows></questions>
 <question_l10ns><rows>
  <row><qid>7</qid><question><![CDATA[Vai piekrītat?]]></question><help><![CDATA[Viena<br />atbilde]]></help>
   <language>lv</language></row>
  <row><qid>7</qid><question><![CDATA[Do you <b>agree</b>?]]></question><help/><language>en</language></row>
  <row><qid>8</qid><question>Rīts</question><language>lv</language></row>
  <row><qid>8</qid><question>Morning</question><language>en</language></row>
  <row><qid>9</qid><question>Vakars</question><language>lv</language></row>
  <row><qid>9</qid><question>Evening</question><language>en</language></row>
 </rows></question_l10ns>
 <subquestions><rows>
  <row><qid>9</qid><parent_qid>7</parent_qid><title>SQ2</title><question_order>2</question_order></row>
  <row><qid>8</qid><parent_qid>7</parent_qid><title>SQ1</title><question_order>1</question_order></row>
 </rows></subquestions>
 <answers><rows>
  <row><aid>4</aid><qid>7</qid><code>A2</code><sortorder>2</sortorder><scale_id>0</scale_id></row>
  <row><aid>3</aid><qid>7</qid><code>A1</code><sortorder>1</sortorder><scale_id>0</scale_id></row>
 </rows></answers>
 <answer_l10ns><rows>
  <row><aid>3</aid><answer>Jā</answer><language>lv</language></row>
  <row><aid>3</aid><answer>Yes</answer><language>en</language></row>
  <row><aid>4</aid><answer>Nē</answer><language>lv</language></row>
  <row><aid>4</aid><answer>No</answer><language>en</language></row>
 </rows></answer_l10ns>
 <question_attributes><rows>
  <row><qid>7</qid><attribute>max_answers</attribute><value>1</value></row>
  <row><qid>7</qid><attribute>random_order</attribute><value>{random}</value></row>
 </rows></question_attributes>
"""
# What LimeSurvey 2 wrote: each row once for each language.
OLD = """
 <groups><rows>
  <row><gid>2</gid><group_name>Visi</group_name><group_order>0</group_order><language>lv</language></row>
  <row><gid>2</gid><group_name>All</group_name><group_order>0</group_order><language>en</language></row>
 </rows></groups>
 <questions><rows>
  <row><qid>7</qid><parent_qid>0</parent_qid><gid>2</gid><type>L</type><title>Q1</title><mandatory>Y</mandatory>
   <question><![CDATA[Do you <b>agree</b>?]]></question><question_order>0</question_order><language>en</language></row>
  <row><qid>7</qid><parent_qid>0</parent_qid><gid>2</gid><type>L</type><title>Q1</title><mandatory>Y</mandatory>
   <question><![CDATA[Vai piekrītat?]]></question><help><![CDATA[Viena<br />atbilde]]></help>
   <question_order>0</question_order><language>lv</language></row>
 </rows></questions>
 <answers><rows>
  <row><qid>7</qid><code>A2</code><answer>No</answer><sortorder>2</sortorder><language>en</language></row>
  <row><qid>7</qid><code>A1</code><answer>Yes</answer><sortorder>1</sortorder><language>en</language></row>
  <row><qid>7</qid><code>A2</code><answer>Nē</answer><sortorder>2</sortorder><language>lv</language></row>
  <row><qid>7</qid><code>A1</code><answer>Jā</answer><sortorder>1</sortorder><language>lv</language></row>
 </rows></answers>
"""
SURVEY = """
 <surveys><rows><row><language>lv</language><additional_languages>en</additional_languages></row></rows></surveys>
 <surveys_languagesettings><rows>
  <row><surveyls_language>lv</surveyls_language><surveyls_title>Aptauja</surveyls_title></row>
  <row><surveyls_language>en</surveyls_language><surveyls_title>Survey</surveyls_title></row>
 </rows></surveys_languagesettings>
"""


def lss(tables: str, head: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{head}<document>\n'
        "<LimeSurveyDocType>Survey</LimeSurveyDocType><DBVersion>490</DBVersion>"
        f"<languages><language>en</language><language>lv</language></languages>{tables}{SURVEY}</document>"
    ).encode()


def new(letter: str = "L", relevance: str = "1", random: int = 0) -> Carried:
    return read_lss("a.lss", lss(NEW.format(letter=letter, relevance=relevance, random=random)))


def reasons(carried: Carried) -> list[tuple[str, Why]]:
    return [(one.name, one.reason) for one in carried.not_carried]


@pytest.mark.parametrize("carried", [new(), read_lss("a.lss", lss(OLD))], ids=["new layout", "old layout"])
def test_both_layouts_of_lss_give_the_same_question(carried: Carried) -> None:
    options = (
        Option(code="A1", label={"lv": "Jā", "en": "Yes"}),
        Option(code="A2", label={"lv": "Nē", "en": "No"}),
    )
    assert carried.form.questions == (
        SingleChoice(
            id="Q1",
            key="Q1",
            text={"lv": "Vai piekrītat?", "en": "Do you agree?"},
            help={"lv": "Viena\natbilde"},
            required=True,
            section="group_1",
            options=options,
        ),
    )
    assert [(one.id, one.title["lv"]) for one in carried.form.sections] == [("group_1", "Visi")]
    assert (carried.languages, carried.title, carried.not_carried) == (("lv", "en"), "Aptauja", ())


@pytest.mark.parametrize(
    ("letter", "kind", "codes"),
    [
        ("!", "single", ("A1", "A2")),
        ("M", "multiple", ("SQ1", "SQ2")),
        ("S", "open", ()),
        ("T", "open", ()),
        ("U", "open", ()),
        ("Y", "yesno", ("yes", "no")),
        ("R", "ranking", ()),
        ("A", "matrix", tuple(f"SQ{row}={point}" for row in (1, 2) for point in range(1, 6))),
        ("C", "matrix", tuple(f"SQ{row}={point}" for row in (1, 2) for point in range(1, 4))),
        ("G", "single", ("F", "M")),
        ("5", "scale", ("1", "2", "3", "4", "5")),
        ("X", "information", ()),
        ("N", "number", ()),
        ("D", "date", ()),
    ],
)
def test_letter_becomes_a_kind(letter: str, kind: str, codes: tuple[str, ...]) -> None:
    carried = new(letter)

    assert [(one.kind, one.codes()) for one in carried.form.questions] == [(kind, codes)]
    assert carried.not_carried == ()


@pytest.mark.parametrize(("letter", "kind"), [("O", "single"), ("P", "multiple")])
def test_room_for_comments_is_listed_and_the_question_kept(letter: str, kind: str) -> None:
    carried = new(letter)

    assert [one.kind for one in carried.form.questions] == [kind]
    assert reasons(carried) == [("Q1", Why.FEATURE)]


@pytest.mark.parametrize("letter", [*"QK1:;I*|%"])
def test_letter_without_a_kind_is_listed(letter: str) -> None:
    carried = new(letter)

    assert (carried.form.questions, reasons(carried)) == ((), [("Q1", Why.KIND)])


def test_conditions_and_attributes_are_listed() -> None:
    assert reasons(new(relevance='Q0 == "Y"', random=1)) == [
        ("Q1", Why.RULE),
    ]
    assert getattr(new(random=1).form.questions[0], "shuffle", None) is True


@pytest.mark.parametrize(
    "content",
    [
        b"<html><body/></html>",
        b"<document><LimeSurveyDocType>Group</LimeSurveyDocType></document>",
        b"<document>",
        b"not xml",
        lss(OLD, '<!DOCTYPE document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>').replace(
            b"Visi", b"&b;"
        ),
        lss(OLD, '<!DOCTYPE document [<!ENTITY x SYSTEM "file:///etc/hostname">]>').replace(b"Visi", b"&x;"),
    ],
)
def test_file_that_is_no_survey_or_hides_entities_is_refused(content: bytes) -> None:
    with pytest.raises(EngineError) as refused:
        read_lss("a.lss", content)
    assert refused.value.problem is Problem.FILE_BROKEN


def tsv(*rows: str) -> bytes:
    heading = "id\trelated_id\tclass\ttype/scale\tname\trelevance\ttext\thelp\tlanguage\tmandatory\tother\trandom_order"
    return "\r\n".join([heading, *rows]).encode()


def test_tab_separated_rows_are_put_together_by_their_order() -> None:
    carried = read_tsv(
        "a.txt",
        tsv(
            "\t\tS\t\tlanguage\t\tlv",
            "\t\tS\t\tadditional_languages\t\ten",
            "\t\tSL\t\tsurveyls_title\t\tAptauja\t\tlv",
            "\t\tG\t1\tVisi\t1\t\t\tlv",
            "\t\tQ\tL\tQ1\t1\tVai?\t\tlv\tY\tN",
            "\t\tA\t0\tA1\t\tJā\t\tlv",
            "\t\tA\t0\tA2\t\tNē\t\tlv",
            "\t\tG\t1\tAll\t1\t\t\ten",
            '\t\tQ\tL\tQ1\t1\t"Do you ""agree""?"\t\ten\tY\tN',
            "\t\tA\t0\tA1\t\tYes\t\ten",
            "\t\tA\t0\tA2\t\tNo\t\ten",
        ),
    )

    (question,) = carried.form.questions
    assert question.text == {"lv": "Vai?", "en": 'Do you "agree"?'}
    assert [question.label(code) for code in question.codes()] == [
        {"lv": "Jā", "en": "Yes"},
        {"lv": "Nē", "en": "No"},
    ]
    assert (carried.languages, carried.title, carried.not_carried) == (("lv", "en"), "Aptauja", ())


def test_tab_separated_file_without_a_language_is_in_english() -> None:
    assert read_tsv("a.txt", tsv("\t\tQ\tS\tQ1\t1\tWhy?")).languages == ("en",)


def test_other_rows_of_a_tab_separated_file_are_listed() -> None:
    carried = read_tsv(
        "a.txt",
        tsv(
            "\t\tSL\t\tsurveyls_welcometext\t\tLaipni lūdzam",
            "\t\tG\t1\tPirmā\t1\tIevads",
            "\t\tQ\tM\tQ1\tQ0 > 1\tKas {TOKEN:FIRSTNAME}?\t<img src='a.png'>\t\tS\tY\t1",
            "\t\tSQ\t\tSQ1\t\tViens",
            "\t\tSQ\t\tSQ1\t\tViens vēlreiz",
            "\t\tAS\t\tvērtējums",
            "\t\tQTA\t\tkvota",
            "\t\t?\t\tdīvaina",
        ),
    )

    assert reasons(carried) == [
        ("surveyls_welcometext", Why.FEATURE),
        ("Q1", Why.SETTING),
        ("Q1", Why.PIPED),
        ("Q1", Why.MARKUP),
        ("Q1", Why.RULE),
        ("SQ1", Why.CODE_TWICE),
        ("vērtējums", Why.FEATURE),
        ("kvota", Why.FEATURE),
        ("dīvaina", Why.FEATURE),
    ]


def written(*questions: SingleChoice) -> list[dict[str, str]]:
    content = write_tsv(Outgoing(Form(questions=questions), "A", ("lv",))).content.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(content, newline=""), delimiter="\t"))


def test_codes_keep_to_the_limits_of_limesurvey() -> None:
    options = tuple(Option(code=code, label={"lv": code}) for code in ("cannot_say", "cannot", "1", "jā"))
    long = SingleChoice(key="how_often_do_you_take_part", text={"lv": "?"}, options=options)
    twin = SingleChoice(key="how_often_do_you_take_note", text={"lv": "?"}, options=options)
    codes = [(row["class"], row["name"]) for row in written(long, twin) if row["class"] in ("Q", "A")]

    of_options = [("A", "canno"), ("A", "cann2"), ("A", "1"), ("A", "ja")]
    assert codes == [("Q", "howoftendoyoutakepar"), *of_options, ("Q", "howoftendoyoutakenot"), *of_options]


def test_texts_for_limesurvey_are_neither_tags_nor_expressions() -> None:
    question = SingleChoice(key="q", text={"lv": "1 < 2 & {x}\nkā"})

    assert [row["text"] for row in written(question) if row["class"] == "Q"] == [
        "1 &lt; 2 &amp; &#123;x&#125;<br />kā"
    ]
