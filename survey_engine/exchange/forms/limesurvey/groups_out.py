"""Sections as groups of LimeSurvey, on the way out: there every question stands in a group."""

from collections.abc import Sequence

from survey_engine.design.models import Form
from survey_engine.exchange.forms.limesurvey.items import Section
from survey_engine.exchange.forms.limesurvey.markup import to_markup
from survey_engine.exchange.forms.limesurvey.tokens import Own, to_class
from survey_engine.texts import Texts


def groups_of(form: Form, title: str, languages: Sequence[str]) -> tuple[Section, ...]:
    """Return the groups; questions that stand in no section are in a first one called like the survey."""
    found: list[Section] = []
    if form.in_section("") or not form.sections:
        found.append(Section(1, dict.fromkeys(languages, to_markup(title)), {}, "1", "1"))
    for section in form.sections:
        number = len(found) + 1
        texts = _markup(section.title), _markup(section.text)
        found.append(Section(number, *texts, relevance="1", key=str(number), id=section.id))
    return tuple(found)


def group_row(group: Section, language: str, *, is_base: bool) -> dict[str, str]:
    """Return the row of a group in one language; what Balsis notes stands in the first one."""
    return {
        "id": group.key,
        "class": "G",
        "type/scale": group.key,
        "name": group.title.get(language, ""),
        "relevance": group.relevance,
        "text": group.description.get(language, ""),
        "language": language,
        "cssclass": to_class(Own(key=group.id)) if is_base and group.id else "",
    }


def _markup(texts: Texts) -> Texts:
    return {language: to_markup(text) for language, text in texts.items()}
