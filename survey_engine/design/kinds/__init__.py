"""The kinds of question: one module each, one entry here.

A new kind is a module in this package, one in `collect/kinds`, a template in
`participant/templates/kinds`, an editor in `pages/design/kinds` and a drawing in
`pages/ui/parts/results`; `tests/rules` fails if a kind lacks one of them.
"""

from typing import Annotated

from pydantic import Field

from survey_engine.design.kinds.audience import Audience
from survey_engine.design.kinds.base import CANT_SAY, DECLINED, Option, Question
from survey_engine.design.kinds.contributing import Contributing, Phase
from survey_engine.design.kinds.criteria import Criteria, Criterion
from survey_engine.design.kinds.date import Date
from survey_engine.design.kinds.ideas import Ideas
from survey_engine.design.kinds.information import Information
from survey_engine.design.kinds.matrix import Matrix
from survey_engine.design.kinds.multiple import MultipleChoice
from survey_engine.design.kinds.number import Number
from survey_engine.design.kinds.open import OpenText
from survey_engine.design.kinds.points import Points, Priced
from survey_engine.design.kinds.position import Axis, Position
from survey_engine.design.kinds.ranking import Ranking
from survey_engine.design.kinds.scale import Scale
from survey_engine.design.kinds.single import SingleChoice
from survey_engine.design.kinds.statement import Statement
from survey_engine.design.kinds.statements import Statements
from survey_engine.design.kinds.words import Words
from survey_engine.design.kinds.yesno import YesNo

AnyQuestion = Annotated[
    SingleChoice
    | YesNo
    | MultipleChoice
    | Scale
    | Matrix
    | Criteria
    | Position
    | Ranking
    | Points
    | Number
    | Date
    | OpenText
    | Words
    | Statement
    | Statements
    | Ideas
    | Audience
    | Information,
    Field(discriminator="kind"),
]

KINDS: dict[str, type[Question]] = {
    "single": SingleChoice,
    "yesno": YesNo,
    "multiple": MultipleChoice,
    "scale": Scale,
    "matrix": Matrix,
    "criteria": Criteria,
    "position": Position,
    "ranking": Ranking,
    "points": Points,
    "number": Number,
    "date": Date,
    "open": OpenText,
    "words": Words,
    "statement": Statement,
    "statements": Statements,
    "ideas": Ideas,
    "audience": Audience,
    "information": Information,
}

__all__ = [
    "CANT_SAY",
    "DECLINED",
    "KINDS",
    "AnyQuestion",
    "Audience",
    "Axis",
    "Contributing",
    "Criteria",
    "Criterion",
    "Date",
    "Ideas",
    "Information",
    "Matrix",
    "MultipleChoice",
    "Number",
    "OpenText",
    "Option",
    "Phase",
    "Points",
    "Position",
    "Priced",
    "Question",
    "Ranking",
    "Scale",
    "SingleChoice",
    "Statement",
    "Statements",
    "Words",
    "YesNo",
]
