"""The front door: services that open transactions, the only place that joins stages and storage.

    workbench = current()                      one installation, nobody signed in
    workbench.on_behalf_of(account)            the same, for somebody who signed in
    workbench.as_operator()                    the same, for whoever runs the machine (command line)

Every service method is one transaction. A method that touches a study first asks
whether the visitor may.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from survey_engine.accounts import Account
from survey_engine.settings import Settings
from survey_engine.storage.database import Database
from survey_engine.storage.migrate import migrate
from survey_engine.storage.signals import Signals

if TYPE_CHECKING:
    from survey_engine.workbench.accounts import Accounts
    from survey_engine.workbench.agendas import Agendas
    from survey_engine.workbench.bank import Bank
    from survey_engine.workbench.collect import Contributions, ModerationDesk, Notes, Results, Sessions
    from survey_engine.workbench.compare import Comparisons
    from survey_engine.workbench.design import Questionnaires
    from survey_engine.workbench.exchange import Files
    from survey_engine.workbench.forms import FormFiles
    from survey_engine.workbench.guidelines import Guidelines
    from survey_engine.workbench.paper import Paper
    from survey_engine.workbench.pictures import Pictures
    from survey_engine.workbench.room import Room
    from survey_engine.workbench.sections import Sections
    from survey_engine.workbench.studies import Studies
    from survey_engine.workbench.surveys import Surveys
    from survey_engine.workbench.themes import Quotes, Themes
    from survey_engine.workbench.wordings import WordingDesk


class Operator:
    """Whoever runs the machine: may see every study. Only the command line and tests act as one."""


OPERATOR = Operator()


def utc_now() -> datetime:
    """Return the present moment in UTC; the one clock that the engine reads."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Workbench:
    """The services of one installation, for one visitor (None: somebody without an account)."""

    settings: Settings
    database: Database
    clock: Callable[[], datetime] = utc_now
    visitor: Account | Operator | None = None

    def on_behalf_of(self, account: Account | None) -> "Workbench":
        """Return the workbench as this account may use it."""
        return replace(self, visitor=account)

    def as_operator(self) -> "Workbench":
        """Return the workbench without limits, for the command line."""
        return replace(self, visitor=OPERATOR)

    @property
    def signals(self) -> Signals:
        """Return where to listen for revisions of sessions and studies."""
        return self.database.signals

    @cached_property
    def accounts(self) -> "Accounts":
        """Accounts, signing in and out."""
        from survey_engine.workbench.accounts import Accounts

        return Accounts(self)

    @cached_property
    def studies(self) -> "Studies":
        """Studies, who may see them, their groups and languages."""
        from survey_engine.workbench.studies import Studies

        return Studies(self)

    @cached_property
    def questionnaires(self) -> "Questionnaires":
        """Questionnaires and their published versions."""
        from survey_engine.workbench.design import Questionnaires

        return Questionnaires(self)

    @cached_property
    def sections(self) -> "Sections":
        """The sections of questionnaires, and the order of what is in them."""
        from survey_engine.workbench.sections import Sections

        return Sections(self)

    @cached_property
    def agendas(self) -> "Agendas":
        """What happens when in live work."""
        from survey_engine.workbench.agendas import Agendas

        return Agendas(self)

    @cached_property
    def bank(self) -> "Bank":
        """Questions that are kept for other studies, and indicator sets."""
        from survey_engine.workbench.bank import Bank

        return Bank(self)

    @cached_property
    def pictures(self) -> "Pictures":
        """Pictures that a study shows."""
        from survey_engine.workbench.pictures import Pictures

        return Pictures(self)

    @cached_property
    def wordings(self) -> "WordingDesk":
        """The texts of a questionnaire and its study in all their languages."""
        from survey_engine.workbench.wordings import WordingDesk

        return WordingDesk(self)

    @cached_property
    def sessions(self) -> "Sessions":
        """Sessions as the facilitator runs them."""
        from survey_engine.workbench.collect import Sessions

        return Sessions(self)

    @cached_property
    def surveys(self) -> "Surveys":
        """Surveys over days: when they open and close."""
        from survey_engine.workbench.surveys import Surveys

        return Surveys(self)

    @cached_property
    def notes(self) -> "Notes":
        """What was said aloud, as the note-taker wrote it down."""
        from survey_engine.workbench.collect import Notes

        return Notes(self)

    @cached_property
    def paper(self) -> "Paper":
        """Printed sheets of a session, and what stands on those that came back."""
        from survey_engine.workbench.paper import Paper

        return Paper(self)

    @cached_property
    def moderation(self) -> "ModerationDesk":
        """What the room may see of open answers."""
        from survey_engine.workbench.collect import ModerationDesk

        return ModerationDesk(self)

    @cached_property
    def contributions(self) -> "Contributions":
        """Phases and what has become of contributions, where people answer to one another."""
        from survey_engine.workbench.collect import Contributions

        return Contributions(self)

    @cached_property
    def results(self) -> "Results":
        """What was answered to a question, counted or listed."""
        from survey_engine.workbench.collect import Results

        return Results(self)

    @cached_property
    def room(self) -> "Room":
        """A session as its participants see it; needs no account."""
        from survey_engine.workbench.room import Room

        return Room(self)

    @cached_property
    def themes(self) -> "Themes":
        """Words, suggested themes and codings."""
        from survey_engine.workbench.themes import Themes

        return Themes(self)

    @cached_property
    def quotes(self) -> "Quotes":
        """Passages kept from answers."""
        from survey_engine.workbench.themes import Quotes

        return Quotes(self)

    @cached_property
    def comparisons(self) -> "Comparisons":
        """Groups beside one another."""
        from survey_engine.workbench.compare import Comparisons

        return Comparisons(self)

    @cached_property
    def guidelines(self) -> "Guidelines":
        """Guidelines, recommendations, evidence, publications."""
        from survey_engine.workbench.guidelines import Guidelines

        return Guidelines(self)

    @cached_property
    def files(self) -> "Files":
        """Files in and out, backups."""
        from survey_engine.workbench.exchange import Files

        return Files(self)

    @cached_property
    def forms(self) -> "FormFiles":
        """Questionnaires from files of other tools, and into them."""
        from survey_engine.workbench.forms import FormFiles

        return FormFiles(self)


def words_of_database(error: Exception) -> str:
    """Return what the database itself says of a fault, never its address; '' where it is not the database's.

    A driver that is not installed is the database's fault, too.
    """
    if not isinstance(error, (SQLAlchemyError, ModuleNotFoundError)):
        return ""
    said = str(getattr(error, "orig", None) or error).strip()
    return said.splitlines()[0] if said else type(error).__name__


def current() -> Workbench:
    """Return the workbench of the installation that the environment names, migrated and ready."""
    return open_workbench(Settings.from_environment())


@lru_cache(maxsize=8)
def open_workbench(settings: Settings) -> Workbench:
    """Return the workbench of an installation; make its folder and migrate its database first."""
    # For its owner alone; a folder that was there before keeps the rights that somebody gave it.
    settings.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    database = Database(settings.database_url)
    migrate(database)
    return Workbench(settings, database)
