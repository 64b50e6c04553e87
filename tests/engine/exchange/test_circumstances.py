"""What the wide table says about how a question was put: not asked, declined, in which order."""

from survey_engine.collect.models import Mode, Session
from survey_engine.collect.orders import order_seen
from survey_engine.design.kinds import DECLINED
from survey_engine.design.kinds.conditions import Condition, ShowIf
from survey_engine.design.models import Form, QuestionnaireVersion, Study
from survey_engine.exchange.answers_out import tables_of
from survey_engine.exchange.study_answers import OutAnswer, OutPerson, StudyAnswers
from tests.factories import NOON, open_text, single

SAID = (
    ("p1", "q-single", ("a",)),
    ("p1", "q-open", (DECLINED,)),
    ("p2", "q-single", ("b",)),
    ("p3", "q-single", ("a",)),
)


def source_of(*questions) -> StudyAnswers:
    form = Form(questions=questions).model_dump(mode="json")
    version = QuestionnaireVersion(
        id="v",
        questionnaire_id="q",
        study_id="t",
        number=1,
        title="",
        form=form,
        published_at=NOON,
        published_by="",
    )
    return StudyAnswers(
        study=Study(id="t", title="Paraugs", created_at=NOON),
        sessions=(
            Session(id="s", study_id="t", version_id="v", mode=Mode.SURVEY, title="S", created_at=NOON),
        ),
        versions=(version,),
        people=[OutPerson(f"p{number}", "s", number, None, "lv", NOON) for number in (1, 2, 3)],
        answers=[
            OutAnswer(
                f"{person}-{asked}", "s", person, asked, "", 0, codes, None, None, None, "participant", NOON
            )
            for person, asked, codes in SAID
        ],
    )


def test_wide_table_tells_not_asked_and_declined_from_not_answered() -> None:
    rule = ShowIf(conditions=(Condition(question="q-single", codes=("a",)),))
    last = open_text().model_copy(update={"show_if": rule, "decline": True})
    first = single().model_copy(update={"shuffle": True})
    _long, wide, codebook = tables_of(source_of(first, last), "lv")
    rows = [dict(zip(wide.columns, row, strict=True)) for row in wide.rows]
    assert [(row["q-open_asked"], row["q-open_declined"], row["q-open"]) for row in rows] == [
        (1, 1, None),
        (0, None, None),
        (1, None, None),
    ]
    assert [row["q-single_order"] for row in rows] == [
        "|".join(order_seen(first, p)) for p in ("p1", "p2", "p3")
    ]
    assert {row[1] for row in codebook.rows if row[0] == "answers_wide"} == set(wide.columns)
