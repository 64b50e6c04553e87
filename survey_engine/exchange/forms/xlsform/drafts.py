"""A question as rows of an XLSForm, on the way out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from survey_engine.exchange.forms.carried import Why
from survey_engine.texts import Texts

# Where a text holds the first, pyxform looks for a question of that name; the second reads the same to people.
REFERENCE, UNLINKED = "${", "$\u200b{"
# In the column `balsis` of a choice that stands for a list without any.
NO_CHOICE = "no_choice"
Plain = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of the sheet `choices`."""

    code: str
    label: Texts


@dataclass(frozen=True, slots=True)
class Draft:
    """One row of the sheet `survey`, and the list of choices that it uses.

    `type` and `cells` may hold `{list}`, the name of that list. `own` is what only Balsis
    knows; `lost` is what people who answer elsewhere will miss, as (reason, details).
    """

    type: str
    cells: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, Texts] = field(default_factory=dict)
    choices: Sequence[Choice] = ()
    own: Mapping[str, Plain] = field(default_factory=dict)
    lost: Sequence[tuple[Why, Mapping[str, object]]] = ()
