"""Plain makers of records for tests, written straight into the tables."""

from datetime import UTC, datetime, timedelta
from itertools import count

from survey_engine.accounts import Account
from survey_engine.collect.models import SAID_ALOUD, Answer, Mode, Origin, Participant, Session
from survey_engine.design.kinds import (
    Audience,
    Axis,
    Criteria,
    Criterion,
    Date,
    Ideas,
    Matrix,
    MultipleChoice,
    Number,
    OpenText,
    Option,
    Phase,
    Points,
    Position,
    Priced,
    Question,
    Ranking,
    Scale,
    SingleChoice,
    Statement,
    Statements,
    Words,
    YesNo,
)
from survey_engine.design.models import Form, MemberRole, Questionnaire, QuestionnaireVersion, Section, Study
from survey_engine.storage.tables import (
    AnswerRow,
    MemberRow,
    ParticipantRow,
    QuestionnaireRow,
    QuestionnaireVersionRow,
    SessionRow,
    StudyRow,
)
from survey_engine.workbench import Workbench

NOON = datetime(2026, 5, 12, 12, 0, tzinfo=UTC)
_numbers = count(1)

GROUPS = [
    {"key": "ngo", "label": {"lv": "NVO un iedzīvotāji", "en": "NGOs and residents", "ru": "НКО и жители"}},
    {
        "key": "council",
        "label": {"lv": "Dome un darbinieki", "en": "Council and staff", "ru": "Дума и сотрудники"},
    },
]


def option(code: str, lv: str) -> Option:
    return Option(code=code, label={"lv": lv, "en": f"{lv} (en)", "ru": f"{lv} (ru)"})


def single(id: str = "q-single", codes: str = "abc") -> SingleChoice:
    return SingleChoice(
        id=id, key=id, text={"lv": "Ko izvēlaties?"}, options=tuple(option(c, f"Izvēle {c}") for c in codes)
    )


def multiple(id: str = "q-multiple", codes: str = "abc") -> MultipleChoice:
    return MultipleChoice(
        id=id, key=id, text={"lv": "Ko vēl?"}, options=tuple(option(c, f"Izvēle {c}") for c in codes)
    )


def yesno(id: str = "q-yesno") -> YesNo:
    return YesNo(id=id, key=id, text={"lv": "Vai nāksiet arī nākamreiz?"}, cant_say=True)


def scale(id: str = "q-scale") -> Scale:
    return Scale(
        id=id, key=id, text={"lv": "Cik labi sadarbojamies?"}, low={"lv": "Slikti"}, high={"lv": "Labi"}
    )


def matrix(id: str = "q-matrix", codes: str = "ab") -> Matrix:
    return Matrix(
        id=id,
        key=id,
        text={"lv": "Cik labi tas izdodas?"},
        options=tuple(option(c, f"Apgalvojums {c}") for c in codes),
        low={"lv": "Slikti"},
        high={"lv": "Labi"},
    )


def criteria(id: str = "q-criteria", codes: str = "ab") -> Criteria:
    return Criteria(
        id=id,
        key=id,
        text={"lv": "Cik labs ir katrs rīks?"},
        options=tuple(option(c, f"Rīks {c}") for c in codes),
        criteria=(
            Criterion(code="c1", label={"lv": "Ietekme", "en": "Effect", "ru": "Эффект"}, weight=2),
            Criterion(code="c2", label={"lv": "Izmaksas"}, less_is_better=True),
        ),
        low={"lv": "Maz"},
        high={"lv": "Daudz"},
    )


def position(id: str = "q-position", codes: str = "ab") -> Position:
    return Position(
        id=id,
        key=id,
        text={"lv": "Cik darba un cik labuma?"},
        options=tuple(option(c, f"Rīks {c}") for c in codes),
        x=Axis(name={"lv": "Darbs"}, low={"lv": "maz darba"}, high={"lv": "daudz darba"}),
        y=Axis(name={"lv": "Labums"}, low={"lv": "maz labuma"}, high={"lv": "daudz labuma"}),
    )


def ranking(id: str = "q-ranking", codes: str = "abc") -> Ranking:
    return Ranking(
        id=id, key=id, text={"lv": "Kas svarīgāk?"}, options=tuple(option(c, f"Izvēle {c}") for c in codes)
    )


def points(id: str = "q-points", codes: str = "abc") -> Points:
    return Points(
        id=id,
        key=id,
        text={"lv": "Kam cik?"},
        options=tuple(Priced(code=c, label=option(c, f"Izvēle {c}").label) for c in codes),
    )


def budget(id: str = "q-budget", costs: tuple[int, ...] = (3000, 5000, 4000), total: int = 8000) -> Points:
    options = tuple(
        Priced(code=c, label=option(c, f"Izvēle {c}").label, cost=cost)
        for c, cost in zip("abcdefgh", costs, strict=False)
    )
    unit = {"lv": "EUR", "en": "EUR", "ru": "евро"}
    return Points(id=id, key=id, text={"lv": "Ko atbalstīt?"}, options=options, total=total, unit=unit)


def number(id: str = "q-number", **changes: object) -> Number:
    asked = {
        "id": id,
        "key": id,
        "text": {"lv": "Cik tālu dzīvojat?"},
        "unit": {"lv": "km", "ru": "км", "en": "km"},
    }
    return Number.model_validate(asked | changes)


def date(id: str = "q-date", **changes: object) -> Date:
    return Date.model_validate({"id": id, "key": id, "text": {"lv": "Kad tikties?"}} | changes)


def open_text(id: str = "q-open") -> OpenText:
    return OpenText(id=id, key=id, text={"lv": "Kas traucē sadarboties?"})


def words(id: str = "q-words") -> Words:
    return Words(id=id, key=id, text={"lv": "Trīs vārdi par sadarbību"})


def statement(id: str = "q-statement") -> Statement:
    return Statement(id=id, key=id, text={"lv": "Sadarbība vairo uzticēšanos."})


def statements(id: str = "q-statements", codes: str = "ab") -> Statements:
    return Statements(
        id=id,
        key=id,
        text={"lv": "Kam piekrītat?"},
        options=tuple(option(c, f"Apgalvojums {c}") for c in codes),
        most=2,
    )


def ideas(id: str = "q-ideas") -> Ideas:
    return Ideas(id=id, key=id, text={"lv": "Ko darīt?"}, starts_with=Phase.BOTH)


def audience(id: str = "q-audience") -> Audience:
    return Audience(id=id, key=id, text={"lv": "Ko gribat jautāt?"})


def make_study(bench: Workbench, owner: Account | None = None, **changes: object) -> Study:
    study = Study(
        **{
            "title": "Sadarbība (izdomāts paraugs)",
            "languages": ["lv", "ru", "en"],
            "groups": GROUPS,
            "k": 3,
            "created_at": NOON,
            **changes,
        }
    )
    with bench.database.writing() as transaction:
        transaction.add(StudyRow(**study.model_dump()))
        transaction.flush()
        if owner is not None:
            transaction.add(MemberRow(study_id=study.id, account_id=owner.id, role=MemberRole.OWNER))
    return study


def make_version(
    bench: Workbench, study: Study, *questions: Question, sections: tuple[Section, ...] = ()
) -> QuestionnaireVersion:
    form = Form(questions=questions, sections=sections).model_dump(mode="json")
    draft = Questionnaire(study_id=study.id, title="Anketa", form=form, published=1, created_at=NOON)
    version = QuestionnaireVersion(
        questionnaire_id=draft.id,
        study_id=study.id,
        number=1,
        title="Anketa",
        form=form,
        published_at=NOON,
        published_by="",
    )
    with bench.database.writing() as transaction:
        transaction.add(QuestionnaireRow(**draft.model_dump()))
        transaction.flush()
        transaction.add(QuestionnaireVersionRow(**version.model_dump()))
    return version


def make_session(
    bench: Workbench,
    study: Study,
    version: QuestionnaireVersion | None = None,
    mode: Mode = Mode.LIVE,
    **changes: object,
) -> Session:
    session = Session(
        **{
            "study_id": study.id,
            "version_id": version.id if version else None,
            "mode": mode,
            "title": "Pirmā fokusgrupa",
            "place": "Ķekava",
            "created_at": NOON,
            "held_at": NOON,
            **changes,
        }
    )
    with bench.database.writing() as transaction:
        transaction.add(SessionRow(**session.model_dump()))
    return session


def make_participant(
    bench: Workbench, session: Session, group: str | None = "ngo", **changes: object
) -> Participant:
    participant = Participant(
        **{
            "session_id": session.id,
            "number": next(_numbers),
            "group_key": group,
            "joined_at": NOON,
            "consented_at": NOON,
            **changes,
        }
    )
    with bench.database.writing() as transaction:
        transaction.add(ParticipantRow(**participant.model_dump()))
    return participant


def make_answer(
    bench: Workbench,
    participant: Participant,
    question: Question,
    *,
    codes: tuple[str, ...] = (),
    text: str | None = None,
    **changes: object,
) -> Answer:
    answer = Answer(
        **{
            "session_id": participant.session_id,
            "participant_id": participant.id,
            "question_id": question.id,
            "codes": list(codes),
            "text": text,
            "said_at": NOON + timedelta(seconds=next(_numbers)),
            **changes,
        }
    )
    with bench.database.writing() as transaction:
        transaction.add(AnswerRow(**answer.model_dump()))
    return answer


def make_note(
    bench: Workbench, session: Session, text: str, group: str | None = "ngo", **changes: object
) -> Answer:
    note = Answer(
        **{
            "session_id": session.id,
            "question_id": SAID_ALOUD,
            "text": text,
            "group_key": group,
            "origin": Origin.NOTE,
            "entry": next(_numbers),
            "said_at": NOON + timedelta(seconds=next(_numbers)),
            **changes,
        }
    )
    with bench.database.writing() as transaction:
        transaction.add(AnswerRow(**note.model_dump()))
    return note
