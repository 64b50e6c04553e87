"""Turn the facts behind a link into a paragraph of the document."""

from survey_engine.guidelines.document import (
    ComparisonParagraph,
    ComparisonRow,
    FigureParagraph,
    FigureRow,
    GoneParagraph,
    Paragraph,
    QuoteParagraph,
    SourceParagraph,
)
from survey_engine.guidelines.facts import (
    ComparisonFact,
    EvidenceFact,
    QuoteFact,
    ResultFact,
    SourceFact,
    ThemeFact,
    Told,
)
from survey_engine.guidelines.models import Evidence, SourceKind
from survey_engine.guidelines.wording import Wording


def paragraph_of(each: EvidenceFact, wording: Wording, *, sample: bool = False) -> Paragraph:
    """Return what the document says about one piece of evidence; quotes of a sample say that they are invented."""
    fact, evidence = each.fact, each.evidence
    match fact:
        case QuoteFact():
            return _quote(fact, evidence, wording, sample)
        case ThemeFact():
            return _theme(fact, evidence, wording)
        case ResultFact():
            return _result(fact, evidence, wording)
        case ComparisonFact():
            return _comparison(fact, evidence, wording)
        case SourceFact():
            return _source(evidence, wording)
    if each.taken_back_at is not None:
        return _taken_back(each, evidence)
    return GoneParagraph(
        evidence_id=evidence.id, line=wording.gettext("This evidence is not there any more.")
    )


def quote_caption(fact: QuoteFact, wording: Wording, *, sample: bool = False) -> str:
    """Return the line under a quote: group, session and date, never a person."""
    _ = wording.gettext
    where = ", ".join(filter(None, [fact.session, wording.day(fact.held_on) if fact.held_on else ""]))
    parts = [fact.group or _("group not stated"), where]
    parts += [_("theme “{theme}”").format(theme=fact.theme)] if fact.theme else []
    parts += [_("noted down as said aloud")] if fact.said_aloud else []
    parts += [_("the answer was changed later")] if fact.changed_since else []
    parts += [_("invented sample")] if sample else []
    return " · ".join(filter(None, parts))


def source_line(evidence: Evidence) -> str:
    """Return an outside source as it is cited: its title and the place in it."""
    return ", ".join(filter(None, [evidence.source_title, evidence.source_place]))


def source_kind_name(kind: SourceKind, wording: Wording) -> str:
    """Return what an outside source is, in words."""
    _ = wording.gettext
    return {
        SourceKind.LAW: _("law"),
        SourceKind.STANDARD: _("standard"),
        SourceKind.STUDY: _("study"),
        SourceKind.PRACTICE: _("practice elsewhere"),
    }[kind]


def theme_about(fact: ThemeFact, wording: Wording) -> str:
    """Return the heading of a theme as evidence."""
    return wording.gettext("Theme “{theme}”").format(theme=fact.name)


def theme_note(fact: ThemeFact, wording: Wording) -> str:
    """Return the definition of a theme and the notes that belong to it."""
    notes = wording.ngettext(
        "besides, {n} note of what was said aloud", "besides, {n} notes of what was said aloud", fact.notes
    ).format(n=fact.notes)
    return " · ".join(filter(None, [fact.definition, notes if fact.notes else ""]))


def result_note(fact: ResultFact, wording: Wording) -> str:
    """Return how many answered, and in which sessions."""
    answered = wording.ngettext("{n} person answered", "{n} people answered", fact.answered)
    return " · ".join(filter(None, [answered.format(n=fact.answered), *fact.sessions]))


def _quote(fact: QuoteFact, evidence: Evidence, wording: Wording, sample: bool) -> QuoteParagraph:
    return QuoteParagraph(
        evidence_id=evidence.id,
        quote_id=fact.quote_id,
        answer_id=fact.answer_id,
        start=fact.start,
        end=fact.end,
        text=fact.text,
        language=fact.language,
        caption=quote_caption(fact, wording, sample=sample),
        why=evidence.why,
    )


def _taken_back(each: EvidenceFact, evidence: Evidence) -> QuoteParagraph:
    at = each.taken_back_at
    return QuoteParagraph(
        evidence_id=evidence.id,
        quote_id=evidence.quote_id or "",
        answer_id=None,
        start=0,
        end=0,
        text="",
        taken_back_on=at.date() if at else None,
    )


def _theme(fact: ThemeFact, evidence: Evidence, wording: Wording) -> FigureParagraph:
    return FigureParagraph(
        evidence_id=evidence.id,
        about=theme_about(fact, wording),
        note=theme_note(fact, wording),
        rows=(_row("", fact.told, wording),) if fact.told else (),
        why=evidence.why,
    )


def _result(fact: ResultFact, evidence: Evidence, wording: Wording) -> FigureParagraph:
    return FigureParagraph(
        evidence_id=evidence.id,
        about=fact.question,
        note=result_note(fact, wording),
        rows=tuple(_row(line.label, line.told, wording, line.mean) for line in fact.lines),
        why=evidence.why,
    )


def _row(label: str, told: Told, wording: Wording, mean: float | None = None) -> FigureRow:
    return FigureRow(
        label=label,
        people=told.people,
        n=told.n,
        low=told.low,
        high=told.high,
        line=wording.rated(told, mean),
    )


def _comparison(fact: ComparisonFact, evidence: Evidence, wording: Wording) -> ComparisonParagraph:
    return ComparisonParagraph(
        evidence_id=evidence.id,
        about=fact.about,
        note=" · ".join(fact.sessions),
        groups=fact.groups,
        rows=tuple(
            ComparisonRow(label=line.label, cells=tuple(wording.known(cell) for cell in line.cells))
            for line in fact.lines
        ),
        why=evidence.why,
    )


def _source(evidence: Evidence, wording: Wording) -> SourceParagraph:
    kind = evidence.source_kind or SourceKind.PRACTICE
    return SourceParagraph(
        evidence_id=evidence.id,
        source=kind,
        line=f"{source_line(evidence)} ({source_kind_name(kind, wording)})",
        url=evidence.source_url,
        why=evidence.why,
    )
