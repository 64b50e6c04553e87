"""The options of a choice: a text per language in each row, and the order in which they are shown."""

from collections.abc import Callable, Sequence

from pages.design.parts.rows import draw_rows
from pages.design.parts.texts import edit_texts
from pages.ui.i18n import _
from survey_engine.design.kinds import Option
from survey_engine.design.kinds.choice import Choice
from survey_engine.i18n import mark


def edit_options(
    question: Choice,
    languages: Sequence[str],
    *,
    label: str = mark("Option {n}"),
    add: str = "",
    more: Callable[[Option, str], Option] = lambda option, key: option,
) -> tuple[Option, ...]:
    """Draw the options and return them, under names of their own where given.

    Rows without any text are left out, new ones have no code yet. `more(option, key)` draws what else
    an option has and returns the option with it.
    """
    known = {option.code: option for option in question.options}
    edited: list[Option] = []

    def draw(row: str, number: int) -> None:
        option, key = known.get(row, Option(code="", label={})), f"{question.id}-option-{row}"
        texts = edit_texts(_(label).format(n=number), option.label, languages, key=key)
        option = more(option.model_copy(update={"label": texts}), key)
        if any(text.strip() for text in texts.values()):
            edited.append(option)

    draw_rows(draw, key=question.id, add=add or _("Add an option"))
    return tuple(edited)
