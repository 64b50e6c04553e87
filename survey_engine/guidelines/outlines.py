"""Chapters to start from, for guidelines on how people and a public body work together."""

from survey_engine.texts import INTERFACE_LANGUAGES, Texts, pick

OUTLINE: tuple[Texts, ...] = (
    {"lv": "Informācija un atklātība", "en": "Information and openness", "ru": "Информация и открытость"},
    {"lv": "Līdzdalība lēmumos", "en": "Taking part in decisions", "ru": "Участие в принятии решений"},
    {"lv": "Finansējums un resursi", "en": "Funding and resources", "ru": "Финансирование и ресурсы"},
    {
        "lv": "Sadarbība ikdienā",
        "en": "Working together from day to day",
        "ru": "Повседневное сотрудничество",
    },
    {
        "lv": "Izpilde un atgriezeniskā saite",
        "en": "Carrying it out and reporting back",
        "ru": "Выполнение и обратная связь",
    },
)


def outline_titles(language: str) -> tuple[str, ...]:
    """Return the chapter titles of the outline in Latvian, English or Russian."""
    if language not in INTERFACE_LANGUAGES:
        raise ValueError(f"there is no outline in {language}")
    return tuple(pick(title, language) for title in OUTLINE)
