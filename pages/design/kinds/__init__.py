"""How each kind of question is written and shown: one module each, one entry here.

A module has TITLE, ABOUT (one line), ICON, `edit(question, languages) -> question`, which draws the
fields inside a form, and `preview(question, language, key)`, which draws it as a participant sees it.
"""

from types import ModuleType

from pages.design.kinds import (
    audience,
    criteria,
    date,
    ideas,
    information,
    matrix,
    multiple,
    number,
    open,
    points,
    position,
    ranking,
    scale,
    single,
    statement,
    statements,
    words,
    yesno,
)

# In the order in which they are offered.
EDITORS: dict[str, ModuleType] = {
    "single": single,
    "yesno": yesno,
    "multiple": multiple,
    "scale": scale,
    "matrix": matrix,
    "criteria": criteria,
    "position": position,
    "ranking": ranking,
    "points": points,
    "number": number,
    "date": date,
    "open": open,
    "words": words,
    "statement": statement,
    "statements": statements,
    "ideas": ideas,
    "audience": audience,
    "information": information,
}
