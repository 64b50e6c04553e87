"""Design a study: its groups and languages, and the questionnaire with questions of several kinds."""
