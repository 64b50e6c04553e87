"""A session as its participants meet it: come in, answer, come back, take everything back.

Nobody here has an account: the session's code lets people in, a cookie secret brings them back,
and the take-back code lets them erase what they said. Writes go through the database's writer,
which commits waiting ones together; what is returned is on the disk.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from survey_engine.collect.codes import fold_join_code
from survey_engine.collect.kinds import check_answer
from survey_engine.collect.models import Answer, AnswerValue, Participant
from survey_engine.collect.surveys import opening_of
from survey_engine.collect.visits import (
    Joined,
    Pulse,
    Results,
    RoomView,
    Said,
    Saved,
    TakenBack,
    Visit,
    results_of,
)
from survey_engine.design.models import Study, groups_of
from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import mark, translations
from survey_engine.storage import room as stored
from survey_engine.storage.database import Transaction
from survey_engine.storage.invitations import use_up
from survey_engine.storage.keys import hash_secret
from survey_engine.storage.tables import ParticipantRow, SessionRow, StudyRow
from survey_engine.texts import pick
from survey_engine.themes.vectors import text_hash
from survey_engine.workbench import admission
from survey_engine.workbench.answering import count_what_is_shown, earlier_answer
from survey_engine.workbench.forgetting import forget_words
from survey_engine.workbench.limits import Flood, Recent
from survey_engine.workbench.pools import contribution, pool_of, pools_of
from survey_engine.workbench.service import Service
from survey_engine.workbench.summaries import summary_of

T = TypeVar("T")

CONSENT = mark("I have read this and want to take part.")
MOST_ATTEMPTS = 8
THROTTLE = timedelta(minutes=5)

_FLOOD = Flood()
_RESULTS: Recent[Results] = Recent(32)


class Room(Service):
    """One participant's side of a session. Ids in arguments come from `visit`, never from a browser."""

    def visit(self, code: str, secret: str = "") -> Visit:
        """Return what a session shows now and, where the secret is a participant's, what they answered.

        `code` may be typed in any case and with spaces. Raises ROOM_UNKNOWN.
        """
        with self.database.reading() as transaction:
            room = self._results(transaction, self._room(transaction, code))
            room = replace(room, pools=pools_of(transaction, room, counted=True))
            person = self._known_person(transaction, room, secret)
            if person is None:
                return Visit(replace(room, full_groups=admission.full_groups(transaction, room)))
            answers = stored.answers_of(transaction, person.id)
            return Visit(room, person, stored.take_back_code_of(self._folder, person.id), answers)

    def pulse(self, session_id: str, *, without_results_of: str = "") -> Pulse | None:
        """Return whether listening pages show the right thing; None where the session is gone.

        Results are not worked out while the room's key is still `without_results_of`.
        """
        with self.database.reading() as transaction:
            room = stored.room_by_id(transaction, session_id)
            if room is None:
                return None
            room = replace(room, opening=opening_of(room.session, self.now()))
            key = room.key
            if key != without_results_of:
                room = self._results(transaction, room)
                room = replace(room, pools=pools_of(transaction, room))
            return Pulse(room, key, room.results_key, room.pool_key)

    def join(
        self, code: str, *, group_key: str | None, language: str, consent: bool, invitation: str = ""
    ) -> Joined:
        """Let somebody in who agreed to what the study tells them.

        Raises ROOM_UNKNOWN, ROOM_ENDED, SURVEY_NOT_OPEN, ROOM_NOT_JOINABLE, CONSENT_MISSING,
        ROOM_GROUP_UNKNOWN, INVITED_ONLY, INVITATION_UNKNOWN, INVITATION_USED, GROUP_FULL.
        """
        return self.join_soon(
            code, group_key=group_key, language=language, consent=consent, invitation=invitation
        ).result()

    def join_soon(
        self, code: str, *, group_key: str | None, language: str, consent: bool, invitation: str = ""
    ) -> "Future[Joined]":
        """Do what `join` does, and return at once: the future holds what `join` returns or raises."""

        def job(transaction: Transaction) -> Joined:
            room = self._room(transaction, code)
            link = admission.admit(
                transaction, self._folder, room, invitation, consent=consent, group_key=group_key
            )
            joined = self._add_participant(transaction, room, group_key, language)
            admission.claim(transaction, link, joined.participant.id)
            return joined

        return self._write(job)

    def submit(
        self, code: str, secret: str, *, question_id: str, value: AnswerValue, client_key: str, entry: int = 0
    ) -> Saved:
        """Store an answer durably and exactly as given; the same key again stores nothing twice.

        `entry` names a text of one's own, where people answer to what others wrote (see `contribution`).

        Raises ROOM_UNKNOWN, NOT_JOINED, ROOM_ENDED, QUESTION_CLOSED, SUBMISSION_UNFIT,
        SUBMISSIONS_TOO_FAST, and whatever `check_answer` finds.
        """
        return self.submit_soon(
            code, secret, question_id=question_id, value=value, client_key=client_key, entry=entry
        ).result()

    def submit_soon(
        self, code: str, secret: str, *, question_id: str, value: AnswerValue, client_key: str, entry: int = 0
    ) -> "Future[Saved]":
        """Do what `submit` does, and return at once: the future holds what `submit` returns or raises."""

        def job(transaction: Transaction) -> Saved:
            room, person = self._person(transaction, code, secret)
            if earlier := earlier_answer(transaction, room, person, client_key):
                return earlier
            _FLOOD.admit(person.id, self.now())
            return self._add_answer(transaction, room, person, question_id, value, client_key, entry)

        return self._write(job)

    def submit_page_soon(
        self, code: str, secret: str, *, answers: Sequence[Said]
    ) -> "Future[tuple[Saved | EngineError, ...]]":
        """Store the answers of one page in one transaction; what is wrong with one keeps no other from being stored.

        The future holds for each answer what `submit` returns or raises. It raises ROOM_UNKNOWN,
        NOT_JOINED, SUBMISSIONS_TOO_FAST. The last question is stored first: rules refer to earlier ones,
        so that each is judged by the answers that the page was drawn with.
        """

        def job(transaction: Transaction) -> tuple[Saved | EngineError, ...]:
            room, person = self._person(transaction, code, secret)
            _FLOOD.admit(person.id, self.now())
            said = [self._try_answer(transaction, room, person, one) for one in reversed(answers)]
            return tuple(reversed(said))

        return self._write(job)

    def _try_answer(
        self, transaction: Transaction, room: RoomView, person: Participant, said: Said
    ) -> Saved | EngineError:
        try:
            return earlier_answer(transaction, room, person, said.client_key) or self._add_answer(
                transaction, room, person, said.question_id, said.value, said.client_key, 0
            )
        except EngineError as fault:
            return fault

    def finish(self, code: str, secret: str) -> Participant:
        """Note that somebody has filled in the whole survey; raise QUESTIONS_LEFT, ROOM_ENDED, SURVEY_NOT_OPEN."""

        def job(transaction: Transaction) -> Participant:
            room, person = self._person(transaction, code, secret)
            admission.refuse_outside_days(room)
            answers = stored.answers_of(transaction, person.id)
            room = replace(room, pools=pools_of(transaction, room))
            visit = Visit(room, person, answers=answers)
            if left := visit.unanswered:
                numbers = [str(number) for number, step in enumerate(visit.asked, 1) if step in left]
                raise EngineError(Problem.QUESTIONS_LEFT, numbers=", ".join(numbers))
            kept = transaction.get_one(ParticipantRow, person.id)
            kept.finished_at = kept.finished_at or self.now()
            use_up(transaction, person.id)
            transaction.touch_session(room.session.id)
            return Participant.model_validate(kept)

        return self._write(job).result()

    def invited(self, code: str, *, invitation: str) -> str:
        """Return the cookie secret of whoever began with a one-time link; '' where nobody has yet.

        Raises ROOM_UNKNOWN, INVITATION_UNKNOWN, INVITATION_USED.
        """
        with self.database.reading() as transaction:
            room = self._room(transaction, code)
            return admission.secret_behind(transaction, self._folder, room, invitation)

    def resume(self, code: str, *, take_back_code: str) -> str:
        """Return the cookie secret of whoever has this take-back code, for going on with another device.

        Raises ROOM_UNKNOWN, TAKE_BACK_UNKNOWN, TAKE_BACK_THROTTLED.
        """

        def job(transaction: Transaction) -> str | None:
            found = self._holder(transaction, code, take_back_code)
            return None if found is None else stored.secret_of(self._folder, found.id)

        return _known(self._write(job).result(), take_back_code)

    def take_back(self, code: str, *, take_back_code: str, secret: str = "") -> TakenBack:
        """Erase everything that the holder of this code said in the session, and the holder too.

        Quotes made of it stay as empty places that say so. Raises ROOM_UNKNOWN,
        TAKE_BACK_UNKNOWN, TAKE_BACK_THROTTLED.
        """

        def job(transaction: Transaction) -> TakenBack | None:
            found = self._holder(transaction, code, take_back_code, secret)
            return None if found is None else self._erase(transaction, found)

        taken = _known(self._write(job).result(), take_back_code)
        self.database.scrub()
        return taken

    def _results(self, transaction: Transaction, room: RoomView) -> RoomView:
        """Return what the room sees with the results, where they are shown; worked out once per revision."""
        step, session = room.step, room.session
        if step is None or not step.state.results_shown:
            return room

        def compute() -> Results:
            return results_of(
                summary_of(transaction, (session.id,), step.question, room.study, shown_only=True)
            )

        key = (self.database.url, session.id, session.revision, step.question.id)
        return replace(room, results=_RESULTS.get(key, compute))

    def _room(self, transaction: Transaction, code: str) -> RoomView:
        room = stored.room_by_code(transaction, fold_join_code(code))
        if room is None:
            raise _unknown(code)
        return replace(room, opening=opening_of(room.session, self.now()))

    def _session(self, transaction: Transaction, code: str) -> SessionRow:
        row = stored.session_by_code(transaction, fold_join_code(code))
        if row is None:
            raise _unknown(code)
        return row

    def _person(self, transaction: Transaction, code: str, secret: str) -> tuple[RoomView, Participant]:
        room = self._room(transaction, code)
        person = self._known_person(transaction, room, secret)
        if person is None:
            raise EngineError(Problem.NOT_JOINED)
        return room, person

    def _known_person(self, transaction: Transaction, room: RoomView, secret: str) -> Participant | None:
        if not secret:
            return None
        return stored.participant_by_secret(transaction, self._folder, room.session.id, secret)

    def _add_participant(
        self, transaction: Transaction, room: RoomView, group_key: str | None, language: str
    ) -> Joined:
        session, study = room.session, room.study
        groups = {group.key for group in groups_of(study)}
        if groups and group_key not in groups:
            raise EngineError(Problem.ROOM_GROUP_UNKNOWN)
        language = language if language in study.languages else next(iter(study.languages), "lv")
        participant_id, code_hash = stored.free_place(transaction, self._folder, session.id)
        secret = stored.secret_of(self._folder, participant_id)
        person = Participant(
            id=participant_id,
            session_id=session.id,
            number=stored.next_number(transaction, session.id),
            group_key=group_key if groups else None,
            language=language,
            secret_hash=hash_secret(self._folder, secret),
            code_hash=code_hash,
            consented_at=self.now(),
            consent_text=consent_of(study, language),
            joined_at=self.now(),
        )
        stored.add_participant(transaction, person)
        transaction.touch_session(session.id)
        return Joined(person, secret, stored.take_back_code_of(self._folder, participant_id))

    def _add_answer(
        self,
        transaction: Transaction,
        room: RoomView,
        person: Participant,
        question_id: str,
        value: AnswerValue,
        client_key: str,
        entry: int,
    ) -> Saved:
        session, step = room.session, room.step_of(question_id)
        admission.refuse_outside_days(room)
        if step is None:
            raise EngineError(Problem.SUBMISSION_UNFIT)
        if not room.takes_answers(question_id):
            raise EngineError(Problem.QUESTION_CLOSED)
        before = stored.answers_of(transaction, person.id)
        if step.question.show_if and not Visit(room, person, answers=before).is_shown(step):
            raise EngineError(Problem.QUESTION_FOR_OTHERS)
        checked = check_answer(step.question, value)
        if checked.is_empty and not room.is_survey and not entry and question_id not in before:
            raise EngineError(Problem.ANSWER_EMPTY)
        if step.question.takes_contributions:
            pool = pool_of(transaction, room, step)
            checked, entry = contribution(pool, person, checked, entry, before.get(question_id))
        elif entry:
            raise EngineError(Problem.SUBMISSION_UNFIT)
        answer = Answer(
            session_id=session.id,
            participant_id=person.id,
            question_id=question_id,
            entry=entry,
            codes=list(checked.codes),
            text=checked.text,
            client_key=client_key,
            said_at=self.now(),
        )
        stored.replace_answer(transaction, answer)
        count_what_is_shown(transaction, room, person)
        transaction.touch_session(session.id)
        return Saved(answer.id, question_id, answer.said_at)

    def _holder(
        self, transaction: Transaction, code: str, take_back_code: str, secret: str = ""
    ) -> ParticipantRow | None:
        """Return whose take-back code this is; a code that is nobody's counts as an attempt.

        Whoever comes with the cookie of the code's own holder guesses nothing, and is never kept waiting.
        """
        row = self._session(transaction, code)
        subject = f"take-back:{row.id}"
        code_hash = stored.hash_of_code(self._folder, row.id, take_back_code)
        found = stored.participant_by_code(transaction, row.id, code_hash)
        if found is not None and secret and found.secret_hash == hash_secret(self._folder, secret):
            return found
        if stored.count_attempts(transaction, subject, since=self.now() - THROTTLE) >= MOST_ATTEMPTS:
            raise EngineError(Problem.TAKE_BACK_THROTTLED, minutes=int(THROTTLE.total_seconds() // 60))
        if found is None:
            stored.add_attempt(transaction, subject, at=self.now(), kept_for=THROTTLE)
        return found

    def _erase(self, transaction: Transaction, person: ParticipantRow) -> TakenBack:
        answers = stored.all_answers_of(transaction, person.id)
        row = transaction.get_one(SessionRow, person.session_id)
        forget_words(transaction, Study.model_validate(transaction.get_one(StudyRow, row.study_id)), answers)
        stored.erase_participant(
            transaction,
            person,
            answer_ids=[answer.id for answer in answers],
            text_hashes=[text_hash(answer.text) for answer in answers if answer.text],
            at=self.now(),
        )
        self.record(
            transaction,
            row.study_id,
            "answers taken back",
            row.id,
            reason="asked for by the participant, with their code",
            answers=len(answers),
        )
        transaction.touch_session(row.id)
        transaction.touch_study(row.study_id)
        return TakenBack(sum(answer.is_current for answer in answers), person.number)

    def _write(self, job: Callable[[Transaction], T]) -> "Future[T]":
        return self.database.writer.put(job)

    @property
    def _folder(self) -> Path:
        return self.workbench.settings.folder


def consent_of(study: Study, language: str) -> str:
    """Return what a newcomer agrees to: the study's own words, or ours where it has none."""
    return pick(study.consent, language, study.languages) or translations(language).gettext(CONSENT)


def _unknown(code: str) -> EngineError:
    return EngineError(Problem.ROOM_UNKNOWN, code=code.strip()[:40])


def _known(found: T | None, take_back_code: str) -> T:
    if found is None:
        raise EngineError(Problem.TAKE_BACK_UNKNOWN, code=take_back_code.strip()[:40])
    return found
