"""Questionnaires in the formats of other tools, in and out: XLSForm, LimeSurvey, SurveyJS, and Balsis's own."""
