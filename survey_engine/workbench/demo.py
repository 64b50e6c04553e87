"""The sample study: two invented focus groups, from questionnaire to draft guideline.

Everything in `data/samples/focus_groups.json` is invented and says so; it is stored
exactly as real answers are, so that every page has something true to its form to show.
"""

import json
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from sqlmodel import SQLModel, select

from survey_engine.collect.models import (
    SAID_ALOUD,
    Answer,
    Mode,
    Moderation,
    Origin,
    Participant,
    QuestionState,
    Session,
    Shown,
)
from survey_engine.design.kinds import KINDS
from survey_engine.design.models import Form, MemberRole, Questionnaire, QuestionnaireVersion, Study
from survey_engine.errors import EngineError, Problem
from survey_engine.guidelines.models import Chapter, Evidence, EvidenceKind, Guideline, Recommendation, Stance
from survey_engine.i18n import mark
from survey_engine.settings import ROOT
from survey_engine.storage import tables
from survey_engine.storage.database import Transaction
from survey_engine.themes.models import Coding, Quote, Theme, ThemeState
from survey_engine.workbench import Workbench

SAMPLE = ROOT / "data" / "samples" / "focus_groups.json"
VOTES = {"a": "agree", "d": "disagree", "p": "pass"}
STATEMENTS = ("trust", "yearly", "grants", "unpaid", "website")
MAKER = "sample"

Sample = dict[str, Any]


def load_demo(workbench: Workbench, *, owner_email: str | None = None) -> Study:
    """Store the sample study and return it; with `owner_email` it belongs to that account.

    One transaction. Raises NOT_FOUND where there is no such account.
    """
    sample: Sample = json.loads(SAMPLE.read_text(encoding="utf-8"))
    with workbench.database.writing() as transaction:
        loader = _Loader(transaction, sample, workbench.clock())
        study = loader.load()
        if owner_email is not None:
            _give_to(transaction, study, owner_email)
    return study


def _give_to(transaction: Transaction, study: Study, email: str) -> None:
    account = transaction.exec(
        select(tables.AccountRow).where(tables.AccountRow.email == email.casefold())
    ).first()
    if account is None:
        raise EngineError(Problem.NOT_FOUND, what=mark("account"))
    transaction.add(tables.MemberRow(study_id=study.id, account_id=account.id, role=MemberRole.OWNER))


class _Loader:
    """Turns the sample into rows, in the order in which rows refer to one another."""

    def __init__(self, transaction: Transaction, sample: Sample, now: datetime) -> None:
        self.transaction = transaction
        self.sample = sample
        self.now = now
        # What the sample calls "first/3/help" and what it became.
        self.answers: dict[str, Answer] = {}
        self.themes: dict[str, Theme] = {}
        self.quotes: dict[str, Quote] = {}
        self.session_ids: list[str] = []

    def load(self) -> Study:
        self._add(tables.StudyRow, self.study)
        version = self._questionnaire()
        for session in self.sample["sessions"]:
            self._session(session, version)
        self._themes()
        self._guideline()
        return self.study

    @cached_property
    def study(self) -> Study:
        return Study(**self.sample["study"], is_sample=True, created_at=self.now)

    def _add(self, table: type[SQLModel], *records: SQLModel) -> None:
        self.transaction.add_all([table(**record.model_dump()) for record in records])
        self.transaction.flush()

    def _questionnaire(self) -> QuestionnaireVersion:
        questions = tuple(
            KINDS[question["kind"]].model_validate(question) for question in self.sample["questions"]
        )
        form = Form.model_validate({"questions": questions}).model_dump(mode="json")
        shared: Sample = {"study_id": self.study.id, "title": self.study.title, "form": form}
        draft = Questionnaire(**shared, published=1, created_at=self.now)
        version = QuestionnaireVersion(
            **shared, questionnaire_id=draft.id, number=1, published_at=self.now, published_by=MAKER
        )
        self._add(tables.QuestionnaireRow, draft)
        self._add(tables.QuestionnaireVersionRow, version)
        return version

    def _session(self, sample: Sample, version: QuestionnaireVersion) -> None:
        held_at = datetime.fromisoformat(sample["held_at"])
        session = Session(
            study_id=self.study.id,
            version_id=version.id,
            mode=Mode.LIVE,
            title=sample["title"],
            place=sample["place"],
            created_at=self.now,
            held_at=held_at,
            ended_at=held_at + timedelta(hours=2),
        )
        self.session_ids.append(session.id)
        self._add(tables.SessionRow, session)
        for number, person in enumerate(sample["people"], start=1):
            self._person(session, sample, number, person, held_at + timedelta(minutes=number))
        self._notes(session, sample, held_at)
        self._add(
            tables.QuestionStateRow,
            *(
                QuestionState(session_id=session.id, question_id=question["id"], results_shown=True)
                for question in self.sample["questions"]
            ),
        )

    def _person(self, session: Session, sample: Sample, number: int, person: Sample, at: datetime) -> None:
        participant = Participant(
            session_id=session.id,
            number=number,
            group_key=sample["group"],
            language=person["l"],
            consented_at=at,
            consent_text=self.sample["study"]["consent"][person["l"]],
            joined_at=at,
        )
        self._add(tables.ParticipantRow, participant)
        for question, (codes, text) in _given(person).items():
            answer = Answer(
                session_id=session.id,
                participant_id=participant.id,
                question_id=question,
                codes=codes,
                text=text,
                language=person["l"],
                said_at=at,
            )
            self.answers[f"{sample['key']}/{number}/{question}"] = answer
            self._add(tables.AnswerRow, answer)
            if text is not None:
                self._let_through(answer, at)

    def _let_through(self, answer: Answer, at: datetime) -> None:
        self._add(
            tables.ModerationRow,
            Moderation(
                answer_id=answer.id,
                session_id=answer.session_id,
                state=Shown.SHOWN,
                decided_by=MAKER,
                decided_at=at,
            ),
        )

    def _notes(self, session: Session, sample: Sample, held_at: datetime) -> None:
        for number, note in enumerate(sample["notes"], start=1):
            answer = Answer(
                session_id=session.id,
                question_id=SAID_ALOUD,
                entry=number - 1,
                text=note["t"],
                language="lv",
                group_key=note["g"],
                origin=Origin.NOTE,
                said_at=held_at + timedelta(minutes=30 + number),
            )
            self.answers[f"{sample['key']}/note/{number}"] = answer
            self._add(tables.AnswerRow, answer)

    def _themes(self) -> None:
        for position, sample in enumerate(self.sample["themes"]):
            theme = Theme(
                study_id=self.study.id,
                name=sample["name"],
                definition=sample["definition"],
                state=ThemeState.KEPT,
                made_by=MAKER,
                position=position,
                created_at=self.now,
            )
            self.themes[sample["key"]] = theme
            self._add(tables.ThemeRow, theme)
            self._add(
                tables.CodingRow,
                *(
                    Coding(
                        theme_id=theme.id, answer_id=self.answers[name].id, made_by=MAKER, made_at=self.now
                    )
                    for name in sample["answers"]
                ),
            )
        for sample in self.sample["quotes"]:
            self._quote(sample)

    def _quote(self, sample: Sample) -> None:
        answer = self.answers[sample["answer"]]
        start = (answer.text or "").index(sample["text"])
        quote = Quote(
            study_id=self.study.id,
            answer_id=answer.id,
            start=start,
            end=start + len(sample["text"]),
            theme_id=self.themes[sample["theme"]].id,
            made_by=MAKER,
            made_at=self.now,
        )
        self.quotes[sample["key"]] = quote
        self._add(tables.QuoteRow, quote)

    def _guideline(self) -> None:
        sample = self.sample["guideline"]
        about = {name: sample[name] for name in ("title", "purpose", "audience", "how_made")}
        guideline = Guideline(study_id=self.study.id, language="lv", created_at=self.now, **about)
        self._add(tables.GuidelineRow, guideline)
        for position, chapter_sample in enumerate(sample["chapters"]):
            chapter = Chapter(
                guideline_id=guideline.id,
                title=chapter_sample["title"],
                introduction=chapter_sample["introduction"],
                position=position,
            )
            self._add(tables.ChapterRow, chapter)
            for place, recommendation in enumerate(chapter_sample["recommendations"]):
                self._recommendation(chapter, place, recommendation)

    def _recommendation(self, chapter: Chapter, position: int, sample: Sample) -> None:
        recommendation = Recommendation(
            chapter_id=chapter.id,
            text=sample["text"],
            addressee=sample["addressee"],
            rationale=sample["rationale"],
            position=position,
            changed_at=self.now,
        )
        self._add(tables.RecommendationRow, recommendation)
        links = [(Stance.FOR, link) for link in sample["for"]] + [
            (Stance.AGAINST, link) for link in sample["against"]
        ]
        self._add(
            tables.EvidenceRow,
            *(
                self._evidence(recommendation, place, stance, link)
                for place, (stance, link) in enumerate(links)
            ),
        )

    def _evidence(
        self, recommendation: Recommendation, position: int, stance: Stance, link: Sample
    ) -> Evidence:
        kind = next(kind for kind in EvidenceKind if kind.value in link)
        pointed = link[kind.value]
        return Evidence(
            recommendation_id=recommendation.id,
            stance=stance,
            kind=kind,
            position=position,
            made_by=MAKER,
            made_at=self.now,
            **self._target(kind, pointed, link),
        )

    def _target(self, kind: EvidenceKind, pointed: Any, link: Sample) -> Sample:
        if kind is EvidenceKind.QUOTE:
            return {"quote_id": self.quotes[pointed].id}
        if kind is EvidenceKind.THEME:
            return {"theme_id": self.themes[pointed].id}
        if kind is EvidenceKind.SOURCE:
            return {f"source_{name}": value for name, value in pointed.items()}
        return {"question_id": pointed, "code": link["code"], "session_ids": self.session_ids}


def _given(person: Sample) -> dict[str, tuple[list[str], str | None]]:
    """Return what a person of the sample answered: question id to codes and text."""
    votes = {name: ([VOTES[letter]], None) for name, letter in zip(STATEMENTS, person["s"], strict=True)}
    return {
        "obstacle": ([person["obstacle"]], None),
        "quality": ([person["quality"]], None),
        "words": ([], "\n".join(person["words"])),
        "help": ([], person["help"]),
        **votes,
        "channels": (person["channels"], None),
        "first": ([], person["first"]),
    }
