"""The methods annex, written from the data: when, where, how many, which questions, how themes were found."""

from dataclasses import dataclass
from datetime import date

from survey_engine.collect.models import Mode
from survey_engine.guidelines.document import Annex, Table
from survey_engine.guidelines.facts import Known
from survey_engine.guidelines.wording import Wording


@dataclass(frozen=True, slots=True)
class SessionFact:
    """One session: how many people answered in it, and how many notes were taken of what was said aloud."""

    title: str
    place: str
    mode: Mode
    held_on: date | None
    people: Known
    notes: int


@dataclass(frozen=True, slots=True)
class GroupFact:
    """A group and how many of its people answered, as it may be published."""

    label: str
    people: Known


@dataclass(frozen=True, slots=True)
class QuestionFact:
    """A question as it was asked, the questionnaire version it stood in, and how many answered it."""

    questionnaire: str
    version: int
    text: str
    answered: Known


@dataclass(frozen=True, slots=True)
class ThemesFact:
    """How themes were found: what the machine proposed and what people decided.

    `by_machine` and `by_people` count answers placed under a theme by either, `refused`
    those that people took out; `decisions` counts what is in the decision log about themes.
    """

    themes: int = 0
    suggested: int = 0
    by_machine: int = 0
    by_people: int = 0
    refused: int = 0
    decisions: int = 0
    quotes: int = 0


@dataclass(frozen=True, slots=True)
class MethodFacts:
    """Everything that the annex is written from."""

    study: str
    purpose: str
    place: str
    k: int
    sample: bool
    people: Known
    sessions: tuple[SessionFact, ...] = ()
    groups: tuple[GroupFact, ...] = ()
    questions: tuple[QuestionFact, ...] = ()
    themes: ThemesFact = ThemesFact()


def annex_from(facts: MethodFacts, wording: Wording) -> Annex:
    """Return the annex in the language of the guideline."""
    sentences = [
        _sample(facts, wording),
        _study(facts, wording),
        _people(facts, wording),
        _themes(facts.themes, wording),
        _quotes(wording),
        _intervals(wording),
        _protection(facts.k, wording),
    ]
    tables = [_sessions(facts, wording), _groups(facts, wording), *_questions(facts, wording)]
    return Annex(
        paragraphs=tuple(filter(None, sentences)), tables=tuple(table for table in tables if table.rows)
    )


def mode_name(mode: Mode, wording: Wording) -> str:
    """Return how the answers of a session came in, in words."""
    _ = wording.gettext
    return {
        Mode.LIVE: _("live session"),
        Mode.SURVEY: _("open survey"),
        Mode.RECORD: _("record of what was said"),
    }[mode]


def _sample(facts: MethodFacts, wording: Wording) -> str:
    text = wording.gettext(
        "The voices in this document are an invented sample: nobody in it exists, and nothing in it was said by anybody."
    )
    return text if facts.sample else ""


def _study(facts: MethodFacts, wording: Wording) -> str:
    _ = wording.gettext
    name = _("The study “{study}”, {place}.") if facts.place else _("The study “{study}”.")
    return f"{name.format(study=facts.study, place=facts.place)} {facts.purpose}".strip()


def _people(facts: MethodFacts, wording: Wording) -> str:
    _, days = wording.gettext, sorted({each.held_on for each in facts.sessions if each.held_on})
    people = _("People who answered: {people}.").format(people=wording.known(facts.people))
    sessions = _("Sessions: {n}.").format(n=len(facts.sessions))
    if not days:
        return f"{people} {sessions}"
    when = _("Held on {day}.") if len(days) == 1 else _("Held between {day} and {last}.")
    held = wording.closed(when.format(day=wording.day(days[0]), last=wording.day(days[-1])))
    return f"{people} {sessions} {held}"


def _themes(facts: ThemesFact, wording: Wording) -> str:
    _ = wording.gettext
    if not facts.themes:
        return ""
    kept = wording.ngettext("{n} theme was kept.", "{n} themes were kept.", facts.themes)
    suggested = wording.ngettext(
        "{n} of them was proposed by the machine.",
        "{n} of them were proposed by the machine.",
        facts.suggested,
    )
    decisions = wording.ngettext(
        "{n} decision on themes is in the log.", "{n} decisions on themes are in the log.", facts.decisions
    )
    told = [
        kept.format(n=facts.themes),
        suggested.format(n=facts.suggested) if facts.suggested else "",
        _(
            "Answers placed under a theme: {machine} by the machine, {people} by people; people took out {refused}."
        ).format(machine=facts.by_machine, people=facts.by_people, refused=facts.refused),
        decisions.format(n=facts.decisions) if facts.decisions else "",
        _("What people decided, the machine does not change."),
    ]
    return " ".join(filter(None, told))


def _quotes(wording: Wording) -> str:
    return wording.gettext(
        "Quotes are word for word as they were written or noted down, in the language in which they were said; they name the group and the session, never the person."
    )


def _intervals(wording: Wording) -> str:
    return wording.gettext(
        "Intervals are 95 % score intervals (Wilson): they say how far from the share counted here that of many more such people could lie. People were not drawn at random."
    )


def _protection(k: int, wording: Wording) -> str:
    return wording.gettext(
        "Small groups are protected: numbers of a group below {k} are told as “few”, and where they could be worked out from others, those are told as a range."
    ).format(k=k)


def _sessions(facts: MethodFacts, wording: Wording) -> Table:
    _ = wording.gettext
    rows = tuple(
        (
            each.title,
            wording.day(each.held_on) if each.held_on else "–",
            each.place or "–",
            mode_name(each.mode, wording),
            wording.known(each.people),
            str(each.notes),
        )
        for each in facts.sessions
    )
    header = (_("Session"), _("When"), _("Where"), _("How"), _("People"), _("Notes"))
    return Table(title=_("Sessions"), header=header, rows=rows)


def _groups(facts: MethodFacts, wording: Wording) -> Table:
    _ = wording.gettext
    rows = tuple((each.label, wording.known(each.people)) for each in facts.groups)
    return Table(title=_("People by group"), header=(_("Group"), _("People")), rows=rows)


def _questions(facts: MethodFacts, wording: Wording) -> list[Table]:
    _ = wording.gettext
    versions = list(dict.fromkeys((each.questionnaire, each.version) for each in facts.questions))
    return [
        Table(
            title=_("Questions: {questionnaire}, version {n}").format(questionnaire=title, n=number),
            header=(_("Question"), _("People")),
            rows=tuple(
                (each.text, wording.known(each.answered))
                for each in facts.questions
                if (each.questionnaire, each.version) == (title, number)
            ),
        )
        for title, number in versions
    ]
