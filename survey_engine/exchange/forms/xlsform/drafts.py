"""A question as rows of an XLSForm, on the way out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from survey_engine.exchange.forms.carried import Why
from survey_engine.texts import Texts

# Where a text holds the first, pyxform looks for a question of that name; the second reads the same to people.
REFERENCE, UNLINKED = "${", "$\u200b{"
# In the column `balsis` of a choice that stands for a list without any.
NO_CHOICE = "no_choice"
# In the column `balsis` of a choice that is no option: "other", "none of these", "can't say".
EXTRA = "extra"
# In the column `balsis` of a row that belongs to a question above and is none itself.
PART = "part"
# The appearance of a group whose questions stand on one page.
ONE_PAGE = "field-list"


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of the sheet `choices`; `is_extra` where it is not among the options of the question."""

    code: str
    label: Texts
    is_extra: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A further row of a question: a statement of a table, or the room for "other"."""

    code: str
    type: str
    label: Texts
    cells: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, Texts] = field(default_factory=dict)
    is_item: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """One row of the sheet `survey`, and the list of choices that it uses.

    `type` and `cells`, also those of the parts, may hold `{name}`, the name of the row, and
    `{list}`, that of its list. The parts of a group stand inside it. `own` is what only Balsis knows; `lost` is
    what people who answer elsewhere will miss, as (reason, details).
    """

    type: str
    cells: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, Texts] = field(default_factory=dict)
    choices: Sequence[Choice] = ()
    parts: Sequence[Part] = ()
    own: Mapping[str, object] = field(default_factory=dict)
    lost: Sequence[tuple[Why, Mapping[str, object]]] = ()

    @property
    def is_group(self) -> bool:
        """Say whether the parts stand inside the row."""
        return self.type == "begin_group"

    @property
    def uses_list(self) -> bool:
        """Say whether a row needs the list of choices."""
        return any("{list}" in type_ for type_ in (self.type, *(part.type for part in self.parts)))
