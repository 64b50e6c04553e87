"""Statements of a pool as questions of their own, so that they are compared like a Polis conversation."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from survey_engine.collect.models import Shown
from survey_engine.compare.lines import Line
from survey_engine.design.kinds import Statement, Statements
from survey_engine.design.kinds.base import code_at
from survey_engine.design.kinds.statements import VOTES
from survey_engine.storage.database import Transaction
from survey_engine.workbench.pools import written

Chosen = Mapping[tuple[str, str], Mapping[str, int]]


class PooledStatement(Statement):
    """One statement of a pool: `pool` is the question, `code` what votes name the statement by."""

    pool: str
    code: str


def statements_in(
    transaction: Transaction, session_ids: Sequence[str], pool: Statements, language: str
) -> tuple[PooledStatement, ...]:
    """Return the facilitator's statements, then those of people that were let through."""
    return tuple(
        PooledStatement(
            id=code_at(pool.id, one.code),
            text=one.label or {language: one.text},
            pool=pool.id,
            code=one.code,
        )
        for one in written(transaction, session_ids, pool)
        if one.state == Shown.SHOWN
    )


def votes_on(statement: PooledStatement, chosen: Chosen) -> dict[str, Mapping[str, int]]:
    """Return people by vote and group."""
    return {vote: chosen.get((statement.pool, code_at(statement.code, vote)), {}) for vote in VOTES}


def voted_by_group(by_vote: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    """Return how many people of each group voted on a statement: each of them once."""
    groups = {group for people in by_vote.values() for group in people}
    return {group: sum(people.get(group, 0) for people in by_vote.values()) for group in groups}


def as_parts(statement: PooledStatement, lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a statement as lines of its pool: each names the statement and the vote."""
    return [
        replace(
            line,
            table_id=statement.pool,
            line_id=code_at(statement.code, line.line_id),
            label=f"{line.context}: {line.label}",
        )
        for line in lines
        if line.table_id == statement.id
    ]
