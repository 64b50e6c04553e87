"""The language that most of an imported text is in, and language codes as files give them."""

import re
from collections.abc import Sequence

from survey_engine.design.limits import clean_language
from survey_engine.errors import EngineError
from survey_engine.texts import INTERFACE_LANGUAGES

LONGEST_LOOK = 20_000
CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z]{2,4})?")


def language_of_most(texts: Sequence[str]) -> str:
    """Return the code of the language of these texts together, of the 97 that py3langid knows."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # loaded when needed: 0.3 s

    together = "\n".join(texts)[:LONGEST_LOOK]
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    try:
        return clean_language(str(identifier.classify(together)[0]))
    except EngineError:
        # Numbers, formulas, a name or two pass for no language or for a rare one: no import fails for that.
        identifier.set_languages(list(INTERFACE_LANGUAGES))
        return str(identifier.classify(together)[0])


def language_code(text: str) -> str | None:
    """Return the language of a code such as lv, LV or lv-LV; None where it is no code."""
    found = CODE.fullmatch(text.strip())
    return found[1].lower() if found else None
