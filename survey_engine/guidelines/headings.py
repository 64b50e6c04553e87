"""The fixed words of an exported guideline, in its language."""

from survey_engine.guidelines.document import Document, DocumentRecommendation, QuoteParagraph
from survey_engine.guidelines.wording import Wording


def version_line(document: Document, wording: Wording) -> str:
    """Return which version this is and of when."""
    day = wording.day(document.dated)
    if document.version:
        return wording.gettext("Version {n}, {day}").format(n=document.version, day=day)
    return wording.gettext("Draft, {day}").format(day=day)


def sample_line(wording: Wording) -> str:
    """Return the mark of a document whose voices are invented."""
    return wording.gettext("Invented sample: nobody in this document exists.")


def supporting_heading(wording: Wording) -> str:
    """Return the heading of the evidence."""
    return wording.gettext("What it rests on")


def opposing_heading(wording: Wording) -> str:
    """Return the heading of the counter-evidence."""
    return wording.gettext("What speaks against it")


def annex_heading(wording: Wording) -> str:
    """Return the heading of the methods annex."""
    return wording.gettext("Annex: how this came about")


def no_evidence(wording: Wording) -> str:
    """Return what stands where a recommendation has no evidence yet."""
    return wording.gettext("Nothing yet.")


def nothing_against(wording: Wording) -> str:
    """Return what stands where nobody was heard against a recommendation."""
    return wording.gettext("Nothing was put forward against it in this study.")


def about_lines(document: Document, wording: Wording) -> list[tuple[str, str]]:
    """Return what the document says about itself: (label, text), without what is empty."""
    _ = wording.gettext
    lines = [
        (_("Purpose"), document.purpose),
        (_("For whom"), document.audience),
        (_("How it was made"), document.how_made),
    ]
    return [(label, text) for label, text in lines if text.strip()]


def detail_lines(each: DocumentRecommendation, wording: Wording) -> list[tuple[str, str]]:
    """Return who should do it, by when, how it will be seen, and why, without what is empty."""
    _ = wording.gettext
    lines = [
        (_("To whom"), each.addressee),
        (_("By when"), each.due),
        (_("How it will be seen"), each.indicator),
        (_("Why"), each.rationale),
    ]
    return [(label, text) for label, text in lines if text.strip()]


def taken_back_line(quote: QuoteParagraph, wording: Wording) -> str:
    """Return what stands in the place of a quote that was taken back; '' where it was not."""
    if quote.taken_back_on is None:
        return ""
    day = wording.day(quote.taken_back_on)
    return wording.closed(wording.gettext("Taken back by the participant on {day}.").format(day=day))


def marked_line(marked: int, wording: Wording) -> str:
    """Return the notice about characters shown as a mark; '' where there are none."""
    if not marked:
        return ""
    return wording.ngettext(
        "{n} character that cannot be printed is shown as {mark}.",
        "{n} characters that cannot be printed are shown as {mark}.",
        marked,
    ).format(n=marked, mark="\ufffd")
