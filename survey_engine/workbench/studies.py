"""Studies: creating, changing, sharing, putting away."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from survey_engine.accounts import clean_email
from survey_engine.design.groups import clean_groups
from survey_engine.design.limits import (
    LONGEST_TITLE,
    clean_k,
    clean_languages,
    clean_text,
    clean_texts,
    clean_title,
)
from survey_engine.design.models import (
    DEFAULT_K,
    Group,
    Member,
    MemberRole,
    Questionnaire,
    Study,
    groups_of,
)
from survey_engine.design.progress import Progress
from survey_engine.design.templates import Template, form_from
from survey_engine.design.templates import template as template_named
from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import mark
from survey_engine.storage import design as store
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import MemberRow, QuestionnaireRow, StudyRow
from survey_engine.texts import pick
from survey_engine.workbench.service import Service

CLEANERS: dict[str, Callable[[Any], Any]] = {
    "title": clean_title,
    "purpose": clean_text,
    "place": lambda place: clean_text(place, LONGEST_TITLE),
    "languages": clean_languages,
    "groups": lambda groups: [group.model_dump() for group in clean_groups(groups)],
    "information": clean_texts,
    "consent": clean_texts,
    "k": clean_k,
}


class Studies(Service):
    """Studies that the visitor owns or that are shared with them."""

    def create(
        self,
        *,
        title: str,
        purpose: str = "",
        place: str = "",
        languages: Sequence[str] = ("lv",),
        groups: Sequence[Group] = (),
        information: Mapping[str, str] | None = None,
        consent: Mapping[str, str] | None = None,
        k: int | None = None,
        template: str | None = None,
        owner_email: str | None = None,
        is_sample: bool = False,
    ) -> Study:
        """Create a study whose owner is the visitor, or the account with `owner_email`.

        What is left empty comes from the template, and so does a first questionnaire.
        Raises TITLE_EMPTY, LANGUAGES_NONE, LANGUAGE_UNKNOWN, GROUP_LABEL_EMPTY, GROUPS_SAME,
        K_TOO_SMALL, ENTRY_TOO_LONG, NOT_FOUND (template), ACCOUNT_MISSING.
        """
        source = template_named(template) if template else None
        given = {
            "title": title,
            "purpose": purpose or (pick(source.purpose, languages[0]) if source and languages else ""),
            "place": place,
            "languages": languages,
            "groups": groups or (source.groups if source else ()),
            "information": information or (source.information if source else {}),
            "consent": consent or (source.consent if source else {}),
            "k": k if k is not None else (source.k if source else DEFAULT_K),
        }
        study = Study(**_cleaned(given), is_sample=is_sample, created_at=self.now())
        with self.database.writing() as transaction:
            owner = self._owner(transaction, owner_email)
            transaction.add(StudyRow(**study.model_dump()))
            transaction.flush()
            if owner:
                transaction.add(MemberRow(study_id=study.id, account_id=owner, role=MemberRole.OWNER))
            if source:
                transaction.add(QuestionnaireRow(**_drafted(study, source, self.now()).model_dump()))
            self.record(transaction, study.id, "study-created", study.id, template=template or "")
        return study

    def all(self, *, archived: bool = False) -> tuple[Study, ...]:
        """Return the visitor's studies, newest first; `archived` those that were put away."""
        if self.workbench.visitor is None:
            return ()
        with self.database.reading() as transaction:
            return store.studies(transaction, self.visitor_id, archived)

    def get(self, study_id: str) -> Study:
        """Return a study; raise NOT_FOUND where it is not there or not the visitor's."""
        with self.database.reading() as transaction:
            return self.allow(transaction, study_id)

    def change(self, study_id: str, *, seen: Study | None = None, **fields: Any) -> Study:
        """Change title, purpose, place, languages, groups, information, consent or k of a study.

        `seen` is the study as it was when the visitor began to write: a field that somebody
        else changed since raises CHANGED_MEANWHILE. Raises what `create` raises, and
        GROUP_IN_USE where a group that people belong to would go.
        """
        changes = _cleaned(fields)
        with self.database.writing() as transaction:
            study = self.allow(transaction, study_id)
            _refuse_overwriting(study, seen, changes)
            if "groups" in changes:
                self._refuse_losing_groups(transaction, study, changes["groups"])
            row = transaction.get_one(StudyRow, study_id)
            for name, value in changes.items():
                setattr(row, name, value)
            transaction.touch_study(study_id)
            self.record(transaction, study_id, "study-changed", study_id, fields=sorted(changes))
        return self.get(study_id)

    def share(self, study_id: str, *, email: str, role: MemberRole = MemberRole.FACILITATOR) -> Member:
        """Let another account work on a study; its owners alone may.

        Raises NOT_ALLOWED, EMAIL_INVALID, ACCOUNT_MISSING, ALREADY_MEMBER.
        """
        with self.database.writing() as transaction:
            self.allow(transaction, study_id, owner=True)
            account = store.account_by_email(transaction, clean_email(email))
            if account is None:
                raise EngineError(Problem.ACCOUNT_MISSING, email=email.strip())
            if transaction.get(MemberRow, (study_id, account.id)):
                raise EngineError(Problem.ALREADY_MEMBER, email=account.email)
            transaction.add(MemberRow(study_id=study_id, account_id=account.id, role=role))
            transaction.touch_study(study_id)
            self.record(transaction, study_id, "study-shared", account.id, role=role)
        return Member(account_id=account.id, name=account.name, email=account.email, role=role)

    def unshare(self, study_id: str, *, account_id: str) -> None:
        """End an account's access to a study; raise NOT_ALLOWED, NOT_FOUND, LAST_OWNER."""
        with self.database.writing() as transaction:
            self.allow(transaction, study_id, owner=account_id != self.visitor_id)
            found = {member.account_id: member for member in _members(transaction, study_id)}
            if account_id not in found:
                raise EngineError(Problem.NOT_FOUND, what=mark("account"))
            owners = [member for member in found.values() if member.role == MemberRole.OWNER]
            if owners == [found[account_id]]:
                raise EngineError(Problem.LAST_OWNER, email=found[account_id].email)
            transaction.delete(transaction.get_one(MemberRow, (study_id, account_id)))
            transaction.touch_study(study_id)
            self.record(transaction, study_id, "study-unshared", account_id)

    def members(self, study_id: str) -> tuple[Member, ...]:
        """Return who may work on a study, by name."""
        with self.database.reading() as transaction:
            self.allow(transaction, study_id)
            return _members(transaction, study_id)

    def archive(self, study_id: str, *, archived: bool = True) -> Study:
        """Put a study away, or bring it back; nothing in it is deleted. Raises NOT_ALLOWED."""
        with self.database.writing() as transaction:
            self.allow(transaction, study_id, owner=True)
            transaction.get_one(StudyRow, study_id).archived_at = self.now() if archived else None
            transaction.touch_study(study_id)
            action = "study-archived" if archived else "study-brought-back"
            self.record(transaction, study_id, action, study_id)
        return self.get(study_id)

    def progress(self, study_id: str) -> Progress:
        """Return what there is in a study so far, counted, and the next step."""
        with self.database.reading() as transaction:
            return store.progress(transaction, self.allow(transaction, study_id))

    def _owner(self, transaction: Transaction, email: str | None) -> str | None:
        if self.workbench.visitor is None:
            raise EngineError(Problem.NOT_ALLOWED, what=mark("study"))
        if email is None:
            return self.visitor_id
        account = store.account_by_email(transaction, clean_email(email))
        if account is None:
            raise EngineError(Problem.ACCOUNT_MISSING, email=email.strip())
        return account.id

    def _refuse_losing_groups(self, transaction: Transaction, study: Study, groups: list[dict]) -> None:
        kept = {group["key"] for group in groups}
        for group in groups_of(study):
            used = 0 if group.key in kept else store.group_use(transaction, study.id, group.key)
            if used:
                raise EngineError(
                    Problem.GROUP_IN_USE, group=pick(group.label, study.languages[0]), count=used
                )


def _cleaned(fields: Mapping[str, Any]) -> dict[str, Any]:
    unknown = fields.keys() - CLEANERS.keys()
    if unknown:
        raise TypeError(f"a study has no field {sorted(unknown)}")
    return {name: CLEANERS[name](value) for name, value in fields.items()}


def _refuse_overwriting(study: Study, seen: Study | None, changes: Mapping[str, Any]) -> None:
    for name, yours in changes.items():
        theirs = getattr(study, name)
        if seen is not None and theirs != getattr(seen, name) and theirs != yours:
            raise EngineError(Problem.CHANGED_MEANWHILE, theirs=_shown(theirs), yours=_shown(yours))


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return pick(value, "lv")
    if isinstance(value, list):
        return ", ".join(_shown(one["label"]) if isinstance(one, dict) else str(one) for one in value)
    return str(value)


def _drafted(study: Study, source: Template, at: datetime) -> Questionnaire:
    title = pick(source.questionnaire, study.languages[0])
    form = form_from(source, study.languages[0]).model_dump(mode="json")
    return Questionnaire(study_id=study.id, title=title, form=form, created_at=at)


def _members(transaction: Transaction, study_id: str) -> tuple[Member, ...]:
    return tuple(
        Member(account_id=account.id, name=account.name, email=account.email, role=MemberRole(role))
        for account, role in store.members(transaction, study_id)
    )
