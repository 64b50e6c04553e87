"""An installation to look at or to measure: an account, the sample study, and a live room in it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from survey_engine.accounts import STUDIO_COOKIE, Account
from survey_engine.collect.models import AnswerValue, Mode, Session
from survey_engine.design.models import Study, groups_of
from survey_engine.ids import new_id, new_secret
from survey_engine.settings import Settings
from survey_engine.workbench import Workbench, open_workbench
from survey_engine.workbench.demo import load_demo


@dataclass(frozen=True, slots=True)
class Facilitator:
    """Somebody who can sign in, the cookie that says so, and the workbench as they may use it."""

    account: Account
    cookie: str
    bench: Workbench

    @property
    def cookie_header(self) -> str:
        """Return the header that a browser would send."""
        return f"{STUDIO_COOKIE}={self.cookie}"

    def cookie_for_browser(self, url: str) -> Any:
        """Return the cookie in the form in which a driven browser takes it."""
        return {"name": STUDIO_COOKIE, "value": self.cookie, "url": url, "httpOnly": True}


def facilitator_in(folder: Path, *, language: str = "lv") -> Facilitator:
    """Create an account with a password that nobody knows in the installation of this folder."""
    folder.mkdir(parents=True, exist_ok=True)
    bench = open_workbench(Settings.from_environment({"BALSIS_DATA": str(folder)}))
    account = bench.accounts.create(
        secret=bench.accounts.invite(),
        email=f"{new_secret()[:8]}@example.org",
        name="Anna Ozola",
        password=new_secret(),
        language=language,
    )
    return Facilitator(account, bench.accounts.cookie_for(account), bench.on_behalf_of(account))


def sample_of(facilitator: Facilitator) -> Study:
    """Store the sample study for this facilitator."""
    return load_demo(facilitator.bench.as_operator(), owner_email=facilitator.account.email)


def live_room(facilitator: Facilitator, study: Study, *, title: str, question_id: str = "") -> Session:
    """Start a live session of the study's newest questionnaire, with one question open ('' the first choice)."""
    sessions = facilitator.bench.sessions
    version = sessions.versions(study.id)[0]
    session = sessions.create(study.id, version_id=version.id, mode=Mode.LIVE, title=title, place=study.place)
    questions = sessions.form(session.id).questions
    chosen = question_id or next(question.id for question in questions if question.kind == "single")
    sessions.open_question(session.id, question_id=chosen)
    return sessions.get(session.id)


def fill_room(facilitator: Facilitator, session: Session, *, people: int) -> None:
    """Let so many people of all groups join and answer the open question, and show the result."""
    bench, room = facilitator.bench, facilitator.bench.room
    groups = [group.key for group in groups_of(bench.studies.get(session.study_id))]
    question = bench.sessions.form(session.id).question(session.current_question)
    codes = question.codes() if question else ()
    for number in range(people):
        joined = room.join(session.code, group_key=groups[number % len(groups)], language="lv", consent=True)
        room.submit(
            session.code,
            joined.secret,
            question_id=session.current_question,
            # The first options are chosen most, so that the picture has long and short bars.
            value=AnswerValue(codes=(codes[number * number % 7 % len(codes)],)),
            client_key=new_id(),
        )
    bench.sessions.show_results(session.id, question_id=session.current_question)
