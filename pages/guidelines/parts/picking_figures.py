"""Pick a theme, the result of a question, or a comparison by group."""

from collections.abc import Sequence

import streamlit as st

from pages.ui.i18n import _
from survey_engine.guidelines.picks import PickedComparison, PickedResult, PickedTheme
from survey_engine.workbench.guidelines import Choices
from survey_engine.workbench.guidelines.choices import Choice, QuestionChoice


def theme_picked(choices: Choices, key: str) -> PickedTheme | None:
    """Return the theme that was picked; None where the study has none."""
    if not choices.themes:
        st.info(_("No themes yet. Suggest or make some under Themes first."))
        return None
    labels = _labels(choices.themes)
    chosen = st.selectbox(_("Theme"), list(labels), format_func=labels.__getitem__, key=f"theme_{key}")
    return PickedTheme(chosen)


def result_picked(choices: Choices, key: str) -> PickedResult | None:
    """Return the question and code that were picked; None where no question was asked yet."""
    if not choices.questions:
        st.info(_("No question was asked yet. Hold a session first, or pick other evidence."))
        return None
    question = _question(choices.questions, f"result_question_{key}")
    code = _code(question, f"result_code_{key}")
    return PickedResult(question.id, code, _sessions(choices, f"result_sessions_{key}"))


def comparison_picked(choices: Choices, key: str) -> PickedComparison | None:
    """Return the question or theme to compare by group; None where there is nothing to compare."""
    questions = [question for question in choices.questions if question.codes]
    if not questions and not choices.themes:
        st.info(_("Nothing to compare yet. Ask a question with choices, or keep a theme first."))
        return None
    labels = {f"question:{each.id}": each.label for each in questions}
    labels |= {f"theme:{each.id}": _("Theme “{theme}”").format(theme=each.label) for each in choices.themes}
    chosen = st.selectbox(
        _("Question or theme"), list(labels), format_func=labels.__getitem__, key=f"compared_{key}"
    )
    kind, _colon, subject = chosen.partition(":")
    sessions = _sessions(choices, f"compared_sessions_{key}")
    if kind == "theme":
        return PickedComparison(theme_id=subject, session_ids=sessions)
    question = next(each for each in questions if each.id == subject)
    code = _code(question, f"compared_code_{key}")
    return PickedComparison(question_id=subject, code=code, session_ids=sessions)


def _question(questions: Sequence[QuestionChoice], key: str) -> QuestionChoice:
    by_id = {each.id: each for each in questions}
    chosen = st.selectbox(_("Question"), list(by_id), format_func=lambda id: by_id[id].label, key=key)
    return by_id[chosen]


def _code(question: QuestionChoice, key: str) -> str | None:
    if not question.codes:
        return None
    labels = {None: _("All answers"), **_labels(question.codes)}
    code: str | None = st.selectbox(
        _("Answer"), list(labels), format_func=labels.__getitem__, key=f"{key}_{question.id}"
    )
    return code


def _sessions(choices: Choices, key: str) -> tuple[str, ...]:
    if len(choices.sessions) < 2:
        return ()
    labels = _labels(choices.sessions)
    chosen = st.multiselect(
        _("Sessions"), list(labels), format_func=labels.__getitem__, key=key, placeholder=_("All")
    )
    return tuple(chosen)


def _labels(choices: Sequence[Choice]) -> dict[str, str]:
    return {each.id: each.label for each in choices}
