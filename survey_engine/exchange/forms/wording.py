"""Words of ours that a file needs in the languages of a questionnaire, such as the votes on a statement."""

from collections.abc import Sequence

from survey_engine.design.kinds import CANT_SAY
from survey_engine.design.kinds.statement import AGREE, DISAGREE, PASS
from survey_engine.design.kinds.yesno import LABELS
from survey_engine.i18n import mark, translations
from survey_engine.texts import Texts

VOTES = {AGREE: mark("Agree"), DISAGREE: mark("Disagree"), PASS: mark("Pass")}
OWN_WORDS = VOTES | LABELS | {CANT_SAY: mark("Can't say")}


def said(text: str, languages: Sequence[str], **details: object) -> Texts:
    """Return a sentence of ours in every language: in English where there is no translation."""
    return {code: translations(code).gettext(text).format(**details) for code in languages}
