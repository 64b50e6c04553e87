"""Read what the methods annex is written from."""

from collections import Counter

from survey_engine.design.models import QuestionnaireVersion, form_of
from survey_engine.guidelines.annex import GroupFact, MethodFacts, QuestionFact, SessionFact, ThemesFact
from survey_engine.guidelines.facts import Known
from survey_engine.storage import voices
from survey_engine.storage.collect import versions_of
from survey_engine.texts import pick
from survey_engine.workbench.guidelines.comparing import protection
from survey_engine.workbench.guidelines.reading import Reader


def method_facts(reader: Reader) -> MethodFacts:
    """Return when, where, how many, which questions, and how themes were found, for a whole study."""
    study, transaction = reader.study, reader.transaction
    people = voices.people_who_answered(transaction, list(reader.sessions))
    work = voices.theme_work(transaction, study.id)
    return MethodFacts(
        study=study.title,
        purpose=study.purpose,
        place=study.place,
        k=study.k,
        sample=study.is_sample,
        people=_exactly(sum(count for _session, _group, count in people)),
        sessions=_sessions(reader, people),
        groups=_groups(reader, people),
        questions=_questions(reader),
        themes=ThemesFact(
            themes=work.kept,
            suggested=work.suggested,
            by_machine=work.by_machine,
            by_people=work.by_people,
            refused=work.refused,
            decisions=work.decisions,
            quotes=work.quotes,
        ),
    )


def _sessions(reader: Reader, people: tuple[tuple[str, str | None, int], ...]) -> tuple[SessionFact, ...]:
    by_session: Counter[str] = Counter()
    for session, _group, count in people:
        by_session[session] += count
    notes = voices.count_notes(reader.transaction, list(reader.sessions))
    return tuple(
        SessionFact(
            title=session.title,
            place=session.place,
            mode=session.mode,
            held_on=(session.held_at or session.created_at).date(),
            people=_exactly(by_session[id]),
            notes=notes.get(id, 0),
        )
        for id, session in reader.sessions.items()
    )


def _groups(reader: Reader, people: tuple[tuple[str, str | None, int], ...]) -> tuple[GroupFact, ...]:
    by_group: Counter[str | None] = Counter()
    for _session, group, count in people:
        by_group[group] += count
    labels = reader.group_labels
    keys = [*(key for key in labels if by_group[key]), *sorted(k for k in by_group if k and k not in labels)]
    known = protection(reader.study.k)([by_group[key] for key in keys])
    return tuple(GroupFact(labels.get(key, key or ""), count) for key, count in zip(keys, known, strict=True))


def _questions(reader: Reader) -> tuple[QuestionFact, ...]:
    answered = voices.count_answered(reader.transaction, list(reader.sessions))
    versions = {version.id: version for version in versions_of(reader.transaction, reader.study.id)}
    asked: Counter[tuple[str, str]] = Counter()
    for (session_id, question_id), count in answered.items():
        if version_id := reader.sessions[session_id].version_id:
            asked[version_id, question_id] += count
    used = {session.version_id for session in reader.sessions.values()}
    return tuple(
        fact
        for id, version in reversed(versions.items())
        if id in used
        for fact in _questions_of(version, asked, reader.language)
    )


def _questions_of(
    version: QuestionnaireVersion, asked: Counter[tuple[str, str]], language: str
) -> tuple[QuestionFact, ...]:
    return tuple(
        QuestionFact(
            questionnaire=version.title,
            version=version.number,
            text=pick(question.text, language),
            answered=_exactly(asked[version.id, question.id]),
        )
        for question in form_of(version).questions
        if question.takes_answers
    )


def _exactly(count: int) -> Known:
    return Known(count, count)
