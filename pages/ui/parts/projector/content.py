"""What the projector's component receives: a screen put into words, as plain values."""

from typing import Any

from pages.ui.i18n import _, localised, ngettext, say_mean
from pages.ui.invitation import Invitation
from pages.ui.parts.picture import picture_address
from pages.ui.parts.projector.amounts import draw_bins, draw_funding, draw_shares
from pages.ui.parts.projector.plane import plane_content, plane_note
from pages.ui.parts.projector.voices import draw_voices
from pages.ui.parts.results import code_label, people_declined, people_said
from pages.ui.parts.results.criteria import criterion_name
from survey_engine.collect.kinds import (
    Counts,
    Days,
    Figures,
    Funding,
    Grid,
    Listing,
    Plane,
    Ranks,
    Ratings,
    Shares,
    Summary,
    Voices,
    WordCounts,
)
from survey_engine.collect.rooms import Screen, Stage, Step
from survey_engine.design.kinds import Information, Matrix, MultipleChoice, Points, Position, Question

BARS = 8
# About as many answers as a wall holds at a size that the last row can read.
ON_WALL = 12
Content = dict[str, Any]


def content_of(screen: Screen, invitation: Invitation) -> Content:
    """Return the whole screen as plain values; people's own words stay apart from all markup."""
    question = screen.step.question if screen.step else None
    return {
        "stage": screen.stage.value,
        "question": question.id if question else "",
        "title": _title(screen),
        "meta": _meta(screen),
        "lead": _lead(question, screen.summary),
        "picture": _picture(question, screen.session.study_id),
        "join": _("Join at"),
        "address": invitation.short,
        "code": invitation.code,
        "qr": {
            "side": invitation.qr.side,
            "path": invitation.qr.path,
            "alt": _("QR code that leads to {address}").format(address=invitation.url),
        },
        "joined": _joined(screen.joined),
        "answered": _answered(screen),
        "controls": {"theme": _("Light or dark (T)"), "full": _("Full screen (F)")},
        **_result(question, screen.summary, is_open=bool(screen.step and screen.step.state.is_open)),
    }


def _title(screen: Screen) -> str:
    if screen.stage == Stage.ENDED:
        return _("Thank you! The session has ended.")
    return localised(screen.step.question.text) if screen.step else screen.session.title


def _lead(question: Question | None, summary: Summary | None) -> str:
    # An explanation helps until there is a result, which then needs the room.
    if question is None or summary is not None:
        return ""
    return "\n".join(filter(None, [localised(question.help), *_links(question)]))


def _links(question: Question) -> list[str]:
    """Return the links of an information as the room can read them: what they are, and on which host."""
    if not isinstance(question, Information):
        return []
    read = localised(question.link_text) or _("Read more")
    links = ((read, question.link_host), (_("Video"), question.video_host))
    return [f"{named}: {host}" for named, host in links if host]


def _picture(question: Question | None, study_id: str) -> Content | None:
    if not isinstance(question, Information) or not question.picture:
        return None
    address = picture_address(study_id, question.picture)
    return {
        "address": address,
        "alt": localised(question.picture_alt) or _("Picture"),
        "upright": question.picture_height > question.picture_width,
    }


def _meta(screen: Screen) -> str:
    if screen.stage == Stage.ENDED:
        return screen.session.title
    if screen.step is None:
        return screen.session.place
    if screen.step.number is None:
        return ""
    place = _("Question {number} of {total}").format(number=screen.step.number, total=screen.questions)
    return f"{place} · {_openness(screen.step)}"


def _openness(step: Step) -> str:
    if step.state.is_open:
        return _("answers can still be changed")
    return _("closed") if step.state.closed_at else _("opens shortly")


def _joined(number: int) -> Content:
    return {"number": number, "label": ngettext("joined", "joined", number)}


def _answered(screen: Screen) -> Content | None:
    step = screen.step
    if step is None or step.number is None:
        return None
    if step.question.show_if:
        # Not everybody is asked: whoever counts the room should not wait for the others.
        label = ngettext("answered, of {n} asked", "answered, of {n} asked", screen.asked)
        return {"number": step.answered, "label": label.format(n=screen.asked)}
    return {"number": step.answered, "label": ngettext("answered", "answered", step.answered)}


def _result(question: Question | None, summary: Summary | None, *, is_open: bool) -> Content:
    drawn: Content = {
        "rows": None,
        "words": None,
        "wall": None,
        "grid": None,
        "plane": None,
        "top": None,
        "wide": False,
        "empty": "",
        "note": "",
        "some": _("{shown} of {all} on the screen"),
        "alt": "",
        "bars": BARS,
    }
    if question is None or summary is None:
        return drawn
    if isinstance(summary, Counts):
        drawn |= {"rows": _rows(question, summary), "note": _counts_note(question, summary.people)}
    elif isinstance(summary, Grid) and isinstance(question, Matrix):
        drawn |= {"grid": _grid(question, summary), "note": _counts_note(question, summary.people)}
    elif isinstance(summary, Ratings):
        drawn |= {"grid": _heat(summary, is_open=is_open), "note": _heat_note(summary)}
    elif isinstance(summary, Plane) and isinstance(question, Position):
        drawn |= {"plane": plane_content(question, summary), "note": plane_note(summary)}
    elif isinstance(summary, Ranks):
        rows = _ranked(summary, is_open=is_open)
        drawn |= {"rows": rows, "top": summary.places, "note": _ranks_note(summary.people)}
    elif isinstance(summary, Shares):
        drawn |= draw_shares(summary, is_open=is_open)
    elif isinstance(summary, Figures | Days):
        drawn |= draw_bins(question, summary)
    elif isinstance(summary, Funding) and isinstance(question, Points):
        drawn |= draw_funding(question, summary, is_open=is_open)
    elif isinstance(summary, Voices):
        drawn |= draw_voices(question, summary)
    elif isinstance(summary, WordCounts):
        drawn |= {"words": _words(summary), "note": _words_note(summary.people) if summary.rows else ""}
    elif isinstance(summary, Listing):
        drawn |= {
            "wall": [{"key": a.answer_id, "text": a.text} for a in summary.answers],
            "note": _wall_note(len(summary.answers)),
        }
    if not any((drawn["rows"], drawn["words"], drawn["wall"], drawn["grid"], drawn["plane"])):
        drawn["empty"] = _("What people write appears here once it has been let through.")
    alt = f"{localised(question.text)} {people_said(summary.people)}."
    if summary.declined:
        said = people_declined(summary.declined)
        drawn["note"] = f"{drawn['note']} · {said}" if drawn["note"] else said
    return drawn | {"alt": alt}


def _rows(question: Question, counts: Counts) -> list[Content]:
    return [
        {
            "key": row.code,
            "label": code_label(question, row.code),
            "people": row.people,
            "apart": row.set_apart,
        }
        for row in counts.rows
    ]


def _grid(question: Matrix, grid: Grid) -> Content:
    points = [str(point) for point in range(1, grid.points + 1)]
    heads = [f"{point} {localised(question.point_label(point))}".strip() for point in points]
    most = max((people for row in grid.rows for people in row.tally), default=0)
    return {
        "heads": [*heads, _("Mean"), _("n")],
        "rows": [
            {
                "key": row.code,
                "label": localised(row.label),
                "cells": [{"text": str(people), "share": people / (most or 1)} for people in row.tally],
                "sums": [say_mean(row.mean), str(row.people)],
            }
            for row in grid.rows
        ],
    }


def _heat(ratings: Ratings, *, is_open: bool) -> Content:
    """Return things by criteria; while answers come in they keep their places, so that nothing jumps."""
    return {
        "heat": True,
        "heads": [*(criterion_name(one) for one in ratings.criteria), _("Score")],
        "rows": [
            {
                "key": thing.code,
                "label": localised(thing.label),
                "place": "" if is_open else f"{ratings.place_of(thing) or '–'}.",
                "cells": [
                    {
                        "text": say_mean(cell.mean),
                        "n": str(cell.people),
                        "share": 0 if cell.mean is None else ratings.goodness(one, cell.mean),
                    }
                    for one, cell in zip(ratings.criteria, thing.cells, strict=True)
                ],
                "sums": [say_mean(thing.score)],
            }
            for thing in (ratings.things if is_open else ratings.in_order)
        ],
    }


def _heat_note(ratings: Ratings) -> str:
    return ngettext(
        "Means from 1 to {points}, n small beside; darker is better: {n} person",
        "Means from 1 to {points}, n small beside; darker is better: {n} people",
        ratings.people,
    ).format(points=ratings.points, n=ratings.people)


def _ranked(ranks: Ranks, *, is_open: bool) -> list[Content]:
    """Return the options as bars; while answers come in they keep their places, so that nothing jumps."""
    return [
        {
            "key": row.code,
            "label": localised(row.label),
            "people": row.score,
            "shown": say_mean(row.mean),
            "detail": _("first for {n}").format(n=row.first),
            "apart": False,
        }
        for row in (ranks.rows if is_open else ranks.in_order)
    ]


def _words(counts: WordCounts) -> list[Content]:
    return [
        {
            "key": row.lemma,
            "label": row.shown,
            "people": row.people,
            "forms": ", ".join(form for form, _people in row.forms),
        }
        for row in counts.rows
    ]


def _counts_note(question: Question, people: int) -> str:
    counted = ngettext(
        "Counts, not percentages: {n} person", "Counts, not percentages: {n} people", people
    ).format(n=people)
    several = _("several choices each")
    return f"{counted} · {several}" if isinstance(question, MultipleChoice) else counted


def _ranks_note(people: int) -> str:
    return ngettext(
        "Mean place, 1 is first; a longer bar is higher: {n} person",
        "Mean place, 1 is first; a longer bar is higher: {n} people",
        people,
    ).format(n=people)


def _words_note(people: int) -> str:
    return ngettext("Size means people: {n} person", "Size means people: {n} people", people).format(n=people)


def _wall_note(answers: int) -> str:
    if not answers:
        return ""
    shown = _("On the wall: {n}; the newest lowest") if answers > ON_WALL else _("On the wall: {n}")
    return shown.format(n=answers)
