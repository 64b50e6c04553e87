"""What a check has to say about a questionnaire before it is published: where, what, and how to mend it.

A finding that refuses holds publishing back; one that advises leaves the choice to the facilitator.
"""

from collections.abc import Callable
from enum import StrEnum

from survey_engine.i18n import mark
from survey_engine.records import Value


class Check(StrEnum):
    """One thing that is looked at; the value is its stable code."""

    NO_QUESTIONS = "no-questions"
    NOTHING_TO_ANSWER = "nothing-to-answer"
    TEXT_MISSING = "text-missing"
    TRANSLATION_MISSING = "translation-missing"
    TOO_FEW_OPTIONS = "too-few-options"
    OPTION_EMPTY = "option-empty"
    OPTION_TRANSLATION_MISSING = "option-translation-missing"
    OPTIONS_SAME = "options-same"
    LEAST_OVER_MOST = "least-over-most"
    LEAST_OVER_OPTIONS = "least-over-options"
    ENDS_MISSING = "ends-missing"
    NAMES_MISSING = "names-missing"
    NAMES_UNFIT = "names-unfit"
    RANGE_EMPTY = "range-empty"
    COSTS_MISSING = "costs-missing"
    NOTHING_FITS = "nothing-fits"
    ALL_FITS = "all-fits"
    TEXTS_SAME = "texts-same"
    CRITERIA_NONE = "criteria-none"
    CRITERION_EMPTY = "criterion-empty"
    CRITERION_TRANSLATION_MISSING = "criterion-translation-missing"
    CRITERIA_SAME = "criteria-same"
    DEFAULT_GONE = "default-gone"
    PATTERN_BROKEN = "pattern-broken"
    PATTERN_SLOW = "pattern-slow"
    RULE_MISSING = "rule-missing"
    RULE_LATER = "rule-later"
    RULE_CIRCLE = "rule-circle"
    RULE_UNFIT = "rule-unfit"
    RULE_EMPTY = "rule-empty"
    RULE_OPTION_GONE = "rule-option-gone"
    RULE_GROUP_EMPTY = "rule-group-empty"
    RULE_GROUP_GONE = "rule-group-gone"
    RULE_NEVER = "rule-never"
    AXIS_UNNAMED = "axis-unnamed"
    PICTURE_UNSAID = "picture-unsaid"


WORDS: dict[Check, str] = {
    Check.NO_QUESTIONS: mark("The questionnaire is empty. Add a question, or start from a template."),
    Check.NOTHING_TO_ANSWER: mark(
        "There is only information to read and nothing to answer. Add a question, or tell people so on the study's page."
    ),
    Check.TEXT_MISSING: mark(
        "Question {number} has no text in any language. Write it, or delete the question."
    ),
    Check.TRANSLATION_MISSING: mark(
        "Question {number} has no text in {language}; people will see it in another language. Write it, or take {language} out of the study's languages."
    ),
    Check.TOO_FEW_OPTIONS: mark(
        "Question {number} needs at least two options to choose from and has {found}. Add options, or make it an open question."
    ),
    Check.OPTION_EMPTY: mark(
        "Option {option} of question {number} has no text in any language. Write it, or remove the option."
    ),
    Check.OPTION_TRANSLATION_MISSING: mark(
        "Options of question {number} without a text in {language}: {found}; people will see them in another language. Write them, or leave it so."
    ),
    Check.OPTIONS_SAME: mark(
        "Question {number} has the option “{label}” twice in {language}. Change one of them, or remove it."
    ),
    Check.LEAST_OVER_MOST: mark(
        "Question {number} asks for at least {least} and at most {most} options. Lower the first number, or raise the second."
    ),
    Check.LEAST_OVER_OPTIONS: mark(
        "Question {number} asks for at least {least} options and offers only {found}. Lower the number, or add options."
    ),
    Check.ENDS_MISSING: mark(
        "The ends of the scale in question {number} have no label in {language}. Say what the first and the last point mean, or people will guess."
    ),
    Check.NAMES_MISSING: mark(
        "The points between the ends in question {number} have no names in {language}; people will see their numbers. Name each of them, or show the points as numbers."
    ),
    Check.NAMES_UNFIT: mark(
        "Question {number} names {found} points between the ends in {language} and has {most}. Write one line for each of them, or leave them all without a name."
    ),
    Check.RANGE_EMPTY: mark(
        "Nothing fits into question {number}: its range ends before it begins. Change one of the ends, or leave it empty."
    ),
    Check.COSTS_MISSING: mark(
        "Question {number} is a budget, and options without a cost: {found}. Say what each of them costs, or take all costs out to have points shared out."
    ),
    Check.NOTHING_FITS: mark(
        "Nothing in question {number} can be funded: every option costs more than {most}. Raise the total, or lower a cost."
    ),
    Check.ALL_FITS: mark(
        "Everything in question {number} can be funded with {most}, so nobody has to choose. Lower the total, or add options."
    ),
    Check.TEXTS_SAME: mark(
        "Questions {number} and {other} have the same text. Change one of them, or delete it."
    ),
    Check.CRITERIA_NONE: mark(
        "Question {number} has nothing to rate by. Add a criterion, or make it a matrix or a scale."
    ),
    Check.CRITERION_EMPTY: mark(
        "Criterion {option} of question {number} has no text in any language. Write it, or remove the criterion."
    ),
    Check.CRITERION_TRANSLATION_MISSING: mark(
        "Criteria of question {number} without a text in {language}: {found}; people will see them in another language. Write them, or leave it so."
    ),
    Check.AXIS_UNNAMED: mark(
        "Names or ends of the axes in question {number} that are missing in {language}: {found}. Write them, or people will guess what the sides of the square mean."
    ),
    Check.PICTURE_UNSAID: mark(
        "The picture of question {number} is not described in {language}: whoever cannot see it would learn nothing of it. Describe it, or take the picture out."
    ),
    Check.CRITERIA_SAME: mark(
        "Question {number} has the criterion “{label}” twice in {language}. Change one of them, or remove it."
    ),
    Check.DEFAULT_GONE: mark(
        "What is chosen beforehand in question {number} is no longer among its options. Choose another one, or none."
    ),
    Check.PATTERN_BROKEN: mark(
        "The pattern of question {number} is no regular expression. Correct it, or let any text fit."
    ),
    Check.PATTERN_SLOW: mark(
        "The pattern of question {number} takes too long on some texts, because parts of it repeat inside one another. Write it without a repetition in a repetition, or choose a ready one."
    ),
    Check.RULE_MISSING: mark(
        "The rule of question {number} refers to a question that is no longer here. Choose another one in the rule, or take the condition out."
    ),
    Check.RULE_LATER: mark(
        "Question {number} is shown according to the answer to question {other}, which comes after it. Move question {number} further down, or change its rule."
    ),
    Check.RULE_CIRCLE: mark(
        "Question {number} is shown according to question {other}, and that one according to question {number}: nobody would see them. Take the condition out of one of them, or choose another question in it."
    ),
    Check.RULE_UNFIT: mark(
        "The rule of question {number} asks for something that answers to question {other} do not hold. Choose anew what is asked there, or take the condition out."
    ),
    Check.RULE_EMPTY: mark(
        "The rule of question {number} does not say which answer to question {other} it means. Choose an answer, or take the condition out."
    ),
    Check.RULE_OPTION_GONE: mark(
        "The rule of question {number} means an option that question {other} no longer has. Choose another answer in the rule, or take the condition out."
    ),
    Check.RULE_GROUP_EMPTY: mark(
        "The rule of question {number} does not say which group it means. Choose a group, or take the condition out."
    ),
    Check.RULE_GROUP_GONE: mark(
        "The rule of question {number} means a group that the study no longer has. Choose another group, or take the condition out."
    ),
    Check.RULE_NEVER: mark(
        "Nobody can ever see question {number}: no answers fulfil all of its conditions. Take one of them out, or let any of them be enough."
    ),
}

REFUSING = frozenset(
    {
        Check.NO_QUESTIONS,
        Check.NOTHING_TO_ANSWER,
        Check.TEXT_MISSING,
        Check.TOO_FEW_OPTIONS,
        Check.OPTION_EMPTY,
        Check.OPTIONS_SAME,
        Check.LEAST_OVER_MOST,
        Check.LEAST_OVER_OPTIONS,
        Check.NAMES_UNFIT,
        Check.CRITERIA_NONE,
        Check.CRITERION_EMPTY,
        Check.CRITERIA_SAME,
        Check.RANGE_EMPTY,
        Check.COSTS_MISSING,
        Check.PICTURE_UNSAID,
        Check.NOTHING_FITS,
        Check.DEFAULT_GONE,
        Check.PATTERN_BROKEN,
        Check.PATTERN_SLOW,
        Check.RULE_MISSING,
        Check.RULE_LATER,
        Check.RULE_CIRCLE,
        Check.RULE_UNFIT,
        Check.RULE_EMPTY,
        Check.RULE_OPTION_GONE,
        Check.RULE_GROUP_EMPTY,
        Check.RULE_GROUP_GONE,
        Check.RULE_NEVER,
    }
)


class Finding(Value):
    """One remark: the check, the question (its id and place from 1; 0 is the whole form), the details."""

    check: Check
    question_id: str = ""
    number: int = 0
    language: str = ""
    option: int = 0
    label: str = ""
    found: int = 0
    least: int = 0
    most: int = 0
    other: int = 0

    @property
    def refuses(self) -> bool:
        """Say whether the questionnaire cannot be published with this."""
        return self.check in REFUSING

    def say(
        self, translate: Callable[[str], str], language_name: Callable[[str], str] = lambda code: code
    ) -> str:
        """Return the words for a person; `language_name` turns "lv" into a name that fits the sentence."""
        details = self.model_dump(exclude={"check", "question_id", "language"})
        language = language_name(self.language) if self.language else ""
        return translate(WORDS[self.check]).format(**details, language=language)
