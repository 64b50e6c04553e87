"""Open answers from a table: choose the file, say which column holds what, look, bring it in."""

import streamlit as st

from pages.collect.parts.encodings import choose_encoding
from pages.collect.parts.intake import draw_intake
from pages.ui.i18n import _, ngettext
from pages.ui.links import go_to
from survey_engine.design.models import Study
from survey_engine.exchange.answers_in import Columns
from survey_engine.exchange.sheets import Sheet
from survey_engine.workbench import Workbench

ROWS_SHOWN = 5


def draw_answers(bench: Workbench, study: Study) -> None:
    """Draw the steps; raise what the reader raises."""
    file = st.file_uploader(
        _("A table with a heading and one person in each row"),
        type=["csv", "xlsx", "txt", "tsv"],
        key="table",
    )
    encoding = choose_encoding("table_encoding")
    if file is None:
        return
    sheet = bench.files.preview(file.name, file.getvalue(), encoding=encoding)
    _draw_rows(sheet)
    columns = _choose_columns(sheet)
    if not columns.texts:
        st.info(_("Choose at least one column with answers."), icon=":material/info:")
        return
    intake = bench.files.read_answers(sheet, columns, study_id=study.id)
    title = st.text_input(_("Title of the session"), value=intake.title, key=f"session_{file.file_id}")
    if draw_intake(bench, intake, study_id=study.id, session_title=title):
        go_to("sessions", study=study.id)


def _draw_rows(sheet: Sheet) -> None:
    shown = [dict(zip(sheet.columns, row.cells, strict=True)) for row in sheet.rows[:ROWS_SHOWN]]
    st.dataframe(shown, hide_index=True, alt=_("The first rows of the file"))
    rows = len(sheet.rows)
    st.caption(
        ngettext(
            "The first rows of {file}; {n} row can be read.",
            "The first rows of {file}; {n} rows can be read.",
            rows,
        ).format(file=sheet.name, n=rows)
    )


def _choose_columns(sheet: Sheet) -> Columns:
    names = [name for name in dict.fromkeys(sheet.columns) if name]
    texts = st.multiselect(
        _("Columns with answers"), names, placeholder=_("Choose columns"), key="text_columns"
    )
    left, middle, right = st.columns(3)
    others = [name for name in names if name not in texts]
    return Columns(
        tuple(texts),
        group=_one_of(left, _("Group"), others, "group_column"),
        participant=_one_of(middle, _("What tells people apart"), others, "person_column"),
        language=_one_of(right, _("Language"), others, "language_column"),
    )


def _one_of(place: st.delta_generator.DeltaGenerator, label: str, names: list[str], key: str) -> str | None:
    return place.selectbox(label, names, index=None, placeholder=_("No column"), key=key)
