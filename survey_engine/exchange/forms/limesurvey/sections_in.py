"""Groups of LimeSurvey as sections of a questionnaire."""

from collections.abc import Mapping

from survey_engine.design.limits import LONGEST_LABEL, LONGEST_TEXT, clean_texts
from survey_engine.design.models import Section
from survey_engine.errors import EngineError
from survey_engine.exchange.forms.carried import Notes, Why
from survey_engine.exchange.forms.limesurvey import items
from survey_engine.exchange.forms.limesurvey.markup import in_languages
from survey_engine.texts import Texts, has_text


def read_sections(
    survey: items.Survey, languages: Mapping[str, str], notes: Notes
) -> dict[str, Section | None]:
    """Return the section of each group by the group's key; None for one that only holds questions together.

    That is the only group where it says nothing, and a first one that is called like the survey.
    """
    found: dict[str, Section | None] = {}
    taken: set[str] = set()
    title = in_languages(survey.title, languages)
    for number, group in enumerate(survey.sections, start=1):
        section = _section(group, languages, notes)
        says_nothing = len(survey.sections) == 1 and not has_text(section.title)
        is_whole = number == 1 and _is_called(section.title, title)
        if not group.id and not has_text(section.text) and (says_nothing or is_whole):
            found[group.key] = None
            continue
        id = group.id if group.id and group.id not in taken else f"group_{number}"
        taken.add(id)
        found[group.key] = section.model_copy(update={"id": id})
    return found


def _is_called(title: Texts, survey: Texts) -> bool:
    return bool(title) and all(survey.get(code) == text for code, text in title.items())


def _section(group: items.Section, languages: Mapping[str, str], notes: Notes) -> Section:
    title = in_languages(group.title, languages)
    name = next(iter(title.values()), "")
    return Section(
        title=_cleaned(title, LONGEST_LABEL, group.row, name, notes),
        text=_cleaned(in_languages(group.description, languages), LONGEST_TEXT, group.row, name, notes),
    )


def _cleaned(texts: Texts, longest: int, row: int, name: str, notes: Notes) -> Texts:
    try:
        return clean_texts(texts, longest)
    except EngineError as error:
        notes.add(row, name[:60], Why.UNFIT, problem=error)
        return {}
