"""Each kind of question on paper: one module a kind, one entry here; a kind without one is written on lines."""

from survey_engine.design.kinds import Question
from survey_engine.exchange.paper.base import PaperKind
from survey_engine.exchange.paper.kinds import (
    audience,
    criteria,
    date,
    ideas,
    information,
    matrix,
    multiple,
    number,
    open,
    plain,
    points,
    position,
    ranking,
    scale,
    single,
    statement,
    statements,
    words,
    yesno,
)

KINDS: dict[str, PaperKind] = {
    "single": single.KIND,
    "yesno": yesno.KIND,
    "multiple": multiple.KIND,
    "scale": scale.KIND,
    "matrix": matrix.KIND,
    "criteria": criteria.KIND,
    "position": position.KIND,
    "ranking": ranking.KIND,
    "points": points.KIND,
    "number": number.KIND,
    "date": date.KIND,
    "open": open.KIND,
    "words": words.KIND,
    "statement": statement.KIND,
    "statements": statements.KIND,
    "ideas": ideas.KIND,
    "audience": audience.KIND,
    "information": information.KIND,
}


def kind_of(question: Question) -> PaperKind:
    """Return how a question is drawn and typed in; on lines, where its kind has no drawing of its own."""
    return KINDS.get(question.kind, plain.KIND)


__all__ = ["KINDS", "kind_of"]
