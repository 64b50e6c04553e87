"""Languages that are offered for a study's texts; the engine accepts any that Unicode's CLDR knows."""

OFFERED_LANGUAGES = ("lv", "ru", "en", "lt", "et", "uk", "be", "pl", "de", "fr")
