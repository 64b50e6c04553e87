"""The options of a choice: a text per language in each row, and the order in which they are shown."""

from collections.abc import Sequence

from pages.design.parts.rows import draw_rows
from pages.design.parts.texts import edit_texts
from pages.ui.i18n import _
from survey_engine.design.kinds import Option
from survey_engine.design.kinds.choice import Choice


def edit_options(question: Choice, languages: Sequence[str]) -> tuple[Option, ...]:
    """Draw the options and return them; rows without any text are left out, new ones have no code yet."""
    known = {option.code: option for option in question.options}
    edited: list[Option] = []

    def draw(row: str, number: int) -> None:
        label = known[row].label if row in known else {}
        texts = edit_texts(
            _("Option {n}").format(n=number), label, languages, key=f"{question.id}-option-{row}"
        )
        if any(text.strip() for text in texts.values()):
            edited.append(Option(code=row if row in known else "", label=texts))

    draw_rows(draw, key=question.id, add=_("Add an option"))
    return tuple(edited)
