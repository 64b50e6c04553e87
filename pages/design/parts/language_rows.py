"""Every text in two languages side by side, some at a time, saved together.

What was there when the fields were drawn is remembered, so that only what the visitor changed is written
and nobody else's change is overwritten unseen.
"""

import json
from collections.abc import Sequence

import streamlit as st

from pages.ui.feedback import say_after_rerun
from pages.ui.i18n import _, language_name, translator
from pages.ui.links import link_to
from pages.ui.plain import plain
from pages.ui.session import SEEN, is_drawn
from survey_engine.design.all_texts import TextAt
from survey_engine.design.models import Questionnaire, Study
from survey_engine.design.translating import say_places
from survey_engine.errors import EngineError, Problem
from survey_engine.texts import Texts
from survey_engine.workbench import Workbench
from survey_engine.workbench.wordings import Worded

AT_ONCE = 12
LINE = 70


def draw_completeness(study: Study, worded: Worded) -> None:
    """Draw how many of the texts each language of the study has, in words and as a bar."""
    for one in worded.languages:
        line = _("{language}: {written} of {most} texts").format(
            language=language_name(one.language), written=one.written, most=one.most
        )
        st.progress(one.written / one.most if one.most else 0.0, text=plain(line))
    link_to("about", _("Add a language"), icon=":material/add:", study=study.id)


def choose_languages(study: Study) -> tuple[str, str]:
    """Draw which two languages stand side by side."""
    left, right = st.columns(2)
    with left:
        first = st.selectbox(
            _("From"), study.languages, format_func=language_name, key="languages-left", width="stretch"
        )
    with right:
        second = st.selectbox(
            _("Into"),
            study.languages,
            index=min(1, len(study.languages) - 1),
            format_func=language_name,
            key="languages-right",
            width="stretch",
        )
    return first, second


def draw_rows(
    bench: Workbench, questionnaire: Questionnaire, worded: Worded, languages: tuple[str, str]
) -> None:
    """Draw the texts of one page in a form; a refused one keeps what was entered."""
    left, right = languages
    missing = st.toggle(
        _("Only what is missing in {language}").format(language=language_name(right)), key="languages-missing"
    )
    wanted = [text for text in worded.texts if not (missing and text.texts.get(right, "").strip())]
    if not wanted:
        st.info(_("Nothing is missing in this language."))
        return
    pages = -(-len(wanted) // AT_ONCE)
    page = st.pagination(pages, key=f"languages-page-{missing}") if pages > 1 else 1
    shown = wanted[(page - 1) * AT_ONCE : page * AT_ONCE]
    subject = f"{questionnaire.id}|{left}|{right}|{page}|{missing}"
    drawn = _remembered(subject, shown, languages)
    codes = tuple(dict.fromkeys(languages))
    with st.form(f"texts-{subject}", enter_to_submit=False):
        places = say_places(worded.wordings, translator().gettext)
        edited = {text.address: _draw_text(text, places[text.address], codes) for text in drawn}
        saved = st.form_submit_button(_("Save these texts"), type="primary")
    if saved:
        _save(bench, questionnaire, subject, drawn, edited)


def _draw_text(text: TextAt, place: str, languages: Sequence[str]) -> Texts:
    st.caption(plain(place))
    edited: Texts = {}
    for column, code in zip(st.columns(len(languages)), languages, strict=True):
        with column:
            lines = max(len(said) // LINE + said.count("\n") for said in (*text.texts.values(), ""))
            written = st.text_area(
                f"{plain(place)} · {language_name(code)}",
                text.texts.get(code, ""),
                key=f"text-{text.address}-{code}",
                height=min(320, 78 + 26 * lines),
                label_visibility="collapsed",
                placeholder=language_name(code),
            )
            edited[code] = (written or "").strip()
    return edited


def _remembered(subject: str, shown: Sequence[TextAt], languages: Sequence[str]) -> list[TextAt]:
    """Return the texts whose fields are open, as they were then; those of this page where none are."""
    name, _space, content = SEEN.get().partition(" ")
    kept = [TextAt(*one) for one in json.loads(content)] if name == subject and content else []
    if kept and is_drawn(f"text-{kept[0].address}-{languages[0]}"):
        return kept
    _remember(subject, shown)
    return list(shown)


def _remember(subject: str, texts: Sequence[TextAt]) -> None:
    SEEN.set(f"{subject} {json.dumps([(text.address, text.texts) for text in texts])}")


def _save(
    bench: Workbench,
    questionnaire: Questionnaire,
    subject: str,
    drawn: Sequence[TextAt],
    edited: dict[str, Texts],
) -> None:
    seen = {text.address: text.texts for text in drawn}
    changed = {
        address: only
        for address, texts in edited.items()
        if (
            only := {
                code: said for code, said in texts.items() if said != seen[address].get(code, "").strip()
            }
        )
    }
    try:
        bench.wordings.save(questionnaire.id, texts=changed, seen=seen)
    except EngineError as error:
        if error.problem == Problem.CHANGED_MEANWHILE:
            # Both versions are on the screen now; saving once more is a decision.
            stored = {text.address: text for text in bench.wordings.texts(questionnaire.id).texts}
            _remember(subject, [stored.get(text.address, text) for text in drawn])
        st.error(plain(error.say(_)), icon=":material/error:")
        return
    SEEN.set("")
    say_after_rerun(_("Saved."))
    st.rerun()
