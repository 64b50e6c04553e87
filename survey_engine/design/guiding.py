"""Which way to involve people: methods that fit a situation, with reasons, and warnings against a pretence.

A method's score is the sum of the weights of the reasons for it that the situation meets, less those
against it. The reasons, their weights and their sources are data (`data/methods`); nothing else counts.
"""

from collections.abc import Mapping

from survey_engine.design.methods import Caution, Method, Reason, Situation, methods, picks, warnings
from survey_engine.records import Value

# Fewer reasons than this and a method is not worth naming.
LEAST_SCORE = 4
MOST_SUGGESTIONS = 3


class Suggestion(Value):
    """A method that fits: why it does, and what speaks against it all the same; the weightiest first."""

    method: Method
    score: int
    fits: tuple[Reason, ...]
    against: tuple[Reason, ...]


class Guidance(Value):
    """What the guide has to say. `later` would fit if what stops were mended; else it is empty."""

    suggestions: tuple[Suggestion, ...]
    later: tuple[Suggestion, ...]
    warnings: tuple[Caution, ...]

    @property
    def stops(self) -> bool:
        """Say whether asking people would be a pretence as things stand."""
        return any(one.stops for one in self.warnings)


def situation_of(answers: Mapping[str, str]) -> Situation:
    """Return the situation that was picked; an answer that a pick does not offer counts as none."""
    offered = {pick.name: {answer.code for answer in pick.answers} for pick in picks()}
    return Situation(**{name: code for name, code in answers.items() if code in offered.get(name, ())})


def missing_picks(situation: Situation) -> tuple[str, ...]:
    """Return the names of the picks that are still open, in their order."""
    return tuple(pick.name for pick in picks() if not getattr(situation, pick.name))


def warnings_for(situation: Situation) -> tuple[Caution, ...]:
    """Return the warnings that a situation calls for, those that stop first; not all picks need be made."""
    met = [one for one in warnings() if any(situation.meets(when) for when in one.when)]
    return tuple(sorted(met, key=lambda one: not one.stops))


def guide(situation: Situation) -> Guidance:
    """Return what fits a situation. Where asking would be a pretence, only what asks nobody is suggested."""
    found = warnings_for(situation)
    ranked = _ranked(situation)
    asking = tuple(one for one in ranked if one.method.asks)
    if any(one.stops for one in found):
        telling = tuple(one for one in ranked if not one.method.asks)
        return Guidance(suggestions=telling, later=asking[:MOST_SUGGESTIONS], warnings=found)
    return Guidance(suggestions=asking[:MOST_SUGGESTIONS], later=(), warnings=found)


def _ranked(situation: Situation) -> tuple[Suggestion, ...]:
    weighed = [one for method in methods() if (one := _weighed(method, situation)) is not None]
    return tuple(sorted((one for one in weighed if one.score >= LEAST_SCORE), key=lambda one: -one.score))


def _weighed(method: Method, situation: Situation) -> Suggestion | None:
    """Return a method with what speaks for and against it; None where something rules it out."""
    fits, against = _met(method.fits, situation), _met(method.against, situation)
    if any(reason.rules_out for reason in against):
        return None
    score = sum(reason.weight for reason in fits) - sum(reason.weight for reason in against)
    return Suggestion(method=method, score=score, fits=fits, against=against)


def _met(reasons: tuple[Reason, ...], situation: Situation) -> tuple[Reason, ...]:
    return tuple(sorted((one for one in reasons if situation.meets(one.when)), key=lambda one: -one.weight))
