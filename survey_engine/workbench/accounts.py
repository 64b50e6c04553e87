"""Accounts: the first one by a one-time link, signing in with throttling, signing out everywhere."""

from datetime import timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from itsdangerous import BadSignature, URLSafeTimedSerializer
from sqlmodel import col, delete, func, select

from survey_engine.accounts import Account, check_password, clean_email
from survey_engine.design.limits import clean_title
from survey_engine.design.models import MemberRole
from survey_engine.errors import EngineError, Problem
from survey_engine.ids import new_secret
from survey_engine.storage.database import Transaction
from survey_engine.storage.keys import hash_secret, secret_key
from survey_engine.storage.tables import AccountRow, AttemptRow, InvitationRow, MemberRow, StudyRow
from survey_engine.texts import INTERFACE_LANGUAGES
from survey_engine.workbench.service import Service

MOST_ATTEMPTS = 5
THROTTLE = timedelta(minutes=5)
INVITATION_LASTS = timedelta(days=7)
COOKIE_LASTS = timedelta(days=14)

_hasher = PasswordHasher()
# Verified against when there is no such account, so that both cases take equally long.
_NOBODY = _hasher.hash("nobody")


class Accounts(Service):
    """Who can sign in. Passwords are kept as argon2id hashes."""

    def exist(self) -> bool:
        """Say whether anybody has an account yet."""
        with self.database.reading() as transaction:
            return bool(transaction.exec(select(func.count()).select_from(AccountRow)).one())

    def invite(self) -> str:
        """Return the secret of a fresh one-time link for creating an account."""
        secret = new_secret()
        with self.database.writing() as transaction:
            transaction.add(InvitationRow(secret_hash=self._hash(secret), made_at=self.now()))
        return secret

    def invitation_is_valid(self, secret: str) -> bool:
        """Say whether a one-time link can still be used."""
        with self.database.reading() as transaction:
            return self._invitation(transaction, secret) is not None

    def create(self, *, secret: str, email: str, name: str, password: str, language: str = "lv") -> Account:
        """Create an account with a one-time link.

        Raises INVITATION_INVALID, EMAIL_INVALID, EMAIL_TAKEN, PASSWORD_WEAK.
        """
        email, password_hash = clean_email(email), _hasher.hash(check_password(password))
        with self.database.writing() as transaction:
            invitation = self._invitation(transaction, secret)
            if invitation is None:
                raise EngineError(Problem.INVITATION_INVALID)
            if transaction.exec(select(AccountRow).where(AccountRow.email == email)).first():
                raise EngineError(Problem.EMAIL_TAKEN, email=email)
            invitation.used_at = self.now()
            _forget_other_first_links(transaction, invitation)
            row = AccountRow(
                email=email,
                name=name.strip() or email,
                language=language,
                created_at=self.now(),
                password_hash=password_hash,
            )
            transaction.add(row)
            transaction.flush()
            _show_samples(transaction, row.id)
            return Account.model_validate(row)

    def sign_in(self, *, email: str, password: str) -> Account:
        """Return the account; raise SIGN_IN_FAILED, or SIGN_IN_THROTTLED after five failures in five minutes."""
        email = email.strip().casefold()
        with self.database.writing() as transaction:
            self._throttle(transaction, email)
            row = transaction.exec(select(AccountRow).where(AccountRow.email == email)).first()
            # Counted before it is known to be wrong, so that attempts side by side are throttled too.
            transaction.add(AttemptRow(email=email, at=self.now()))
        # Argon2 takes long on purpose, and must not keep a room's answers waiting for the database.
        if not _verified(row.password_hash if row else _NOBODY, password) or row is None:
            raise EngineError(Problem.SIGN_IN_FAILED)
        with self.database.writing() as transaction:
            transaction.exec(delete(AttemptRow).where(col(AttemptRow.email) == email))
        return Account.model_validate(row)

    def cookie_for(self, account: Account) -> str:
        """Return the signed cookie value that stands for a signed-in account."""
        return self._signer().dumps([account.id, account.epoch])

    def visitor(self, cookie: str | None) -> Account | None:
        """Return whose valid cookie this is; None where it is missing, forged, expired or signed out."""
        try:
            account_id, epoch = self._signer().loads(cookie or "", max_age=int(COOKIE_LASTS.total_seconds()))
        except (BadSignature, ValueError):
            return None
        with self.database.reading() as transaction:
            row = transaction.get(AccountRow, account_id)
            return Account.model_validate(row) if row is not None and row.epoch == epoch else None

    def sign_out(self, account: Account) -> None:
        """End every signed-in session of the account, on every device."""
        with self.database.writing() as transaction:
            row = transaction.get(AccountRow, account.id)
            if row is not None:
                row.epoch += 1

    def set_language(self, account: Account, *, language: str) -> None:
        """Remember the interface language of an account."""
        with self.database.writing() as transaction:
            row = transaction.get(AccountRow, account.id)
            if row is not None:
                row.language = language

    def change(self, account: Account, *, name: str, language: str) -> None:
        """Change the name and the interface language of an account; raise TITLE_EMPTY, LANGUAGE_UNKNOWN."""
        name = clean_title(name)
        if language not in INTERFACE_LANGUAGES:
            raise EngineError(Problem.LANGUAGE_UNKNOWN, language=language)
        with self.database.writing() as transaction:
            row = transaction.get(AccountRow, account.id)
            if row is not None:
                row.name, row.language = name, language

    def _throttle(self, transaction: Transaction, email: str) -> None:
        since = self.now() - THROTTLE
        transaction.exec(delete(AttemptRow).where(col(AttemptRow.at) < since))
        failed = transaction.exec(
            select(func.count()).select_from(AttemptRow).where(AttemptRow.email == email)
        ).one()
        if failed >= MOST_ATTEMPTS:
            raise EngineError(Problem.SIGN_IN_THROTTLED, minutes=int(THROTTLE.total_seconds() // 60))

    def _invitation(self, transaction: Transaction, secret: str) -> InvitationRow | None:
        row = transaction.get(InvitationRow, self._hash(secret))
        fresh = row is not None and row.used_at is None and row.made_at > self.now() - INVITATION_LASTS
        return row if fresh else None

    def _hash(self, secret: str) -> str:
        return hash_secret(self.workbench.settings.folder, secret)

    def _signer(self) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(secret_key(self.workbench.settings.folder), salt="facilitator")


def _show_samples(transaction: Transaction, account_id: str) -> None:
    """Give a new account the invented sample studies that belong to nobody yet.

    One that somebody owns may by now hold what real people said, and is shared like any other.
    """
    nobodys = select(StudyRow.id).where(
        col(StudyRow.is_sample), col(StudyRow.id).not_in(select(MemberRow.study_id))
    )
    for study_id in transaction.exec(nobodys).all():
        transaction.add(MemberRow(study_id=study_id, account_id=account_id, role=MemberRole.OWNER))


def _forget_other_first_links(transaction: Transaction, used: InvitationRow) -> None:
    """With the first account, the links that earlier starts printed for it are of no use any more."""
    if not transaction.exec(select(func.count()).select_from(AccountRow)).one():
        transaction.exec(delete(InvitationRow).where(col(InvitationRow.secret_hash) != used.secret_hash))


def _verified(password_hash: str, password: str) -> bool:
    try:
        return _hasher.verify(password_hash, password)
    except (VerificationError, InvalidHashError):
        return False
