"""One sheet on one page: marks and words are typed as they stand on the paper, and saved as one write."""

from collections.abc import Iterator

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _, language, language_name
from pages.ui.parts.keys import let_enter_go_on
from pages.ui.plain import plain
from pages.ui.workbench import workbench
from survey_engine.collect.models import Session
from survey_engine.design.kinds import Question
from survey_engine.design.models import Form, Study, groups_of
from survey_engine.exchange.paper import Blank, Tongue, blanks_of, read_typed
from survey_engine.moments import say_day, say_time
from survey_engine.workbench.paper import SheetView

SHORT, LONG_PX = 220, 120


def draw_typing(session: Session, study: Study, view: SheetView) -> None:
    """Draw the sheet as it is typed in, corrected, or no longer there."""
    st.header(f"{view.code} · {_('sheet {number}').format(number=view.sheet.number)}", anchor=False)
    st.button(_("Another sheet"), icon=":material/arrow_back:", on_click=_leave, key="paper_leave")
    if view.taken_back:
        st.warning(
            _("The answers of this sheet were taken back with its code. Destroy the sheet."),
            icon=":material/undo:",
        )
        return
    if view.sheet.entered_at is not None:
        st.info(" ".join(_history(view)), icon=":material/history:")
    _draw_sheet(session, study, view)


def _leave() -> None:
    st.query_params.pop("sheet", None)


def _history(view: SheetView) -> Iterator[str]:
    sheet = view.sheet
    for told, moment, name in (
        (_("Typed in by {name} on {when}."), sheet.entered_at, view.by),
        (_("Corrected by {name} on {when}."), sheet.corrected_at, view.corrected_by),
    ):
        if moment is not None:
            when = f"{say_day(moment, language())}, {say_time(moment, language())}"
            yield plain(told.format(name=name or "–", when=when))
    yield _("What you change is added; what stood there before is kept.")


def _draw_sheet(session: Session, study: Study, view: SheetView) -> None:
    bench, tongue = workbench(), Tongue(view.sheet.language, tuple(study.languages))
    form, key = bench.sessions.form(session.id), f"paper_{view.sheet.id}"
    was_entered = view.sheet.entered_at is not None
    with st.form(f"form_{key}", enter_to_submit=False):
        st.caption(
            _(
                "Type the marks printed beside the boxes that are ticked. Tab or Enter goes on to the next field."
            )
        )
        consent = st.checkbox(
            _("The consent on the sheet is ticked"), value=was_entered, key=f"{key}_consent"
        )
        group = _draw_group(study, view, tongue, key)
        entries, places = _draw_questions(form, view, tongue, key)
        written = st.selectbox(
            _("Language of what is written"),
            study.languages,
            index=study.languages.index(view.text_language) if view.text_language in study.languages else 0,
            format_func=language_name,
            key=f"{key}_language",
        )
        asked = st.form_submit_button(_("Save the sheet"), type="primary")
        outcome = st.container()
    let_enter_go_on(start=key)
    if not asked:
        return
    for fault in read_typed(form, entries).faults:
        places[fault.question_id].error(plain(fault.error.say(_)), icon=":material/error:")
    with outcome, problems_shown():
        bench.paper.enter(
            session.id,
            sheet_id=view.sheet.id,
            entries=entries,
            group=group,
            text_language=written,
            consent=consent,
            correct=was_entered,
        )
        say_after_rerun(_("Sheet {number} is saved.").format(number=view.sheet.number))
        _leave()
        st.rerun()


def _draw_group(study: Study, view: SheetView, tongue: Tongue, key: str) -> str:
    groups = groups_of(study)
    if not groups:
        return ""
    st.markdown(f"**{_('Group')}**")
    named = tuple(
        (str(place), tongue.words(group.label) or group.key) for place, group in enumerate(groups, start=1)
    )
    return _draw_blank(Blank(marks=named), view.group, _("Group"), f"{key}_group")


def _draw_questions(
    form: Form, view: SheetView, tongue: Tongue, key: str
) -> tuple[dict[str, tuple[str, ...]], dict[str, DeltaGenerator]]:
    entries: dict[str, tuple[str, ...]] = {}
    places: dict[str, DeltaGenerator] = {}
    asked = [question for question in form.questions if question.takes_answers]
    for number, question in enumerate(asked, start=1):
        title = f"{number}. {tongue.words(question.text)}"
        st.markdown(f"**{plain(title)}**")
        before = view.entries.get(question.id, ())
        entries[question.id] = tuple(_draw_blanks(question, before, tongue, title, f"{key}_{question.id}"))
        places[question.id] = st.empty()
    return entries, places


def _draw_blanks(
    question: Question, before: tuple[str, ...], tongue: Tongue, title: str, key: str
) -> Iterator[str]:
    blanks = blanks_of(question, tongue)
    shown: tuple[tuple[str, str], ...] = ()
    for place, blank in enumerate(blanks):
        # A legend that is the same for many rows is said once.
        legend, shown = blank.marks != shown, blank.marks
        value = before[place] if place < len(before) else ""
        yield _draw_blank(blank, value, title, f"{key}_{place}", legend=legend)


def _draw_blank(blank: Blank, value: str, title: str, key: str, *, legend: bool = True) -> str:
    if legend and any(label for _mark, label in blank.marks):
        st.caption(" · ".join(f"**{mark}** {plain(label)}" for mark, label in blank.marks))
    # A label that is not drawn is read aloud as it stands: nothing in it is Markdown.
    label, visible = (plain(blank.label), "visible") if blank.label else (title, "collapsed")
    if blank.is_long:
        return st.text_area(label, value, height=LONG_PX, label_visibility=visible, key=key)
    width = "stretch" if blank.is_text else SHORT
    return st.text_input(label, value, width=width, label_visibility=visible, autocomplete="off", key=key)
