"""Made-up questionnaires: whatever the editor can make, odd characters and missing translations included."""

from collections.abc import Sequence

from hypothesis import strategies as st

from survey_engine.design.edits import add_question, in_order
from survey_engine.design.kinds import (
    KINDS,
    AnyQuestion,
    Audience,
    Axis,
    Criteria,
    Criterion,
    Date,
    Ideas,
    Information,
    Matrix,
    MultipleChoice,
    Number,
    OpenText,
    Option,
    Points,
    Position,
    Priced,
    Ranking,
    Scale,
    SingleChoice,
    Statement,
    Statements,
    Words,
    YesNo,
)
from survey_engine.design.kinds.choice import ShownAs
from survey_engine.design.kinds.conditions import Condition, Relation, ShowIf
from survey_engine.design.kinds.graded import PointsShown
from survey_engine.design.kinds.patterns import Pattern, Shape
from survey_engine.design.limits import clean_texts
from survey_engine.design.models import Form, Section
from survey_engine.exchange.forms.limesurvey.kinds_out import WRITERS as TO_LIMESURVEY
from survey_engine.exchange.forms.surveyjs import WRITERS as TO_SURVEYJS
from survey_engine.exchange.forms.whole import with_keys
from survey_engine.exchange.forms.xlsform.kinds_out import WRITERS as TO_XLSFORM
from survey_engine.texts import Texts

LANGUAGES = ("lv", "ru", "en")
# What means something to one format or another, beside what people write.
ODD = [
    "${jautajums}",
    "{TOKEN:NAME}",
    "<b>",
    "&amp;",
    "=1+1",
    "- ",
    "“”",
    "_x000D_",
    "\t",
    "\n",
    "1 – a",
    "\\",
    "'",
]

letters = st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n")
sentences = st.lists(st.one_of(st.sampled_from(ODD), st.text(letters, max_size=12)), max_size=4).map("".join)
texts = st.dictionaries(st.sampled_from(LANGUAGES), sentences, max_size=3)
keys = st.one_of(
    st.just(""), st.from_regex(r"[a-z_][a-z0-9_]{0,40}", fullmatch=True), st.text(letters, max_size=20)
)
codes = st.one_of(
    st.sampled_from(["", "other", "none", "cant_say"]),
    st.integers(0, 200).map(str),
    st.text(letters, min_size=1, max_size=8).map(str.strip),
)


@st.composite
def options(draw: st.DrawFn) -> tuple[Option, ...]:
    found = draw(st.lists(st.builds(Option, code=codes, label=texts), max_size=6))
    return tuple(found)


common = {
    "key": keys,
    "text": texts,
    "help": texts,
    "required": st.booleans(),
    "decline": st.booleans(),
    "default": st.lists(st.sampled_from(["1", "yes", "agree", "cant_say", "-2.5"]), max_size=1).map(tuple),
}
patterns = st.builds(
    Pattern,
    shape=st.sampled_from(Shape),
    own=st.sampled_from(["", "[0-9]+", "a|b", "a/b", r"\\/", "(?i)x", "^a$", "(", "."]),
    message=texts,
)
days = st.one_of(st.none(), st.dates())
open_choice = {"other": st.booleans(), "shuffle": st.booleans(), "shown_as": st.sampled_from(ShownAs)}
graded = {
    "points": st.integers(2, 11),
    "low": texts,
    "high": texts,
    "between": texts,
    "shown_as": st.sampled_from(PointsShown),
    "cant_say": st.booleans(),
}
axes = st.builds(Axis, name=texts, low=texts, high=texts)
questions: st.SearchStrategy[AnyQuestion] = st.one_of(
    st.builds(SingleChoice, options=options(), **open_choice, **common),
    st.builds(YesNo, cant_say=st.booleans(), **common),
    st.builds(
        MultipleChoice,
        options=options(),
        least=st.integers(0, 9),
        most=st.one_of(st.none(), st.integers(1, 9)),
        none=st.booleans(),
        **open_choice,
        **common,
    ),
    st.builds(Scale, **graded, **common),
    st.builds(Matrix, options=options(), **graded, **common),
    st.builds(Ranking, options=options(), top=st.one_of(st.none(), st.integers(1, 9)), **common),
    st.builds(
        Number,
        unit=st.dictionaries(st.sampled_from(LANGUAGES), st.text(letters, max_size=20)),
        least=st.one_of(st.none(), st.integers(-99, 99).map(float)),
        most=st.one_of(st.none(), st.floats(-1e6, 1e6)),
        decimals=st.integers(0, 6),
        **common,
    ),
    st.builds(Date, earliest=days, latest=days, **common),
    st.builds(OpenText, longest=st.integers(1, 20_000), long=st.booleans(), pattern=patterns, **common),
    st.builds(Words, most=st.integers(1, 10), **common),
    st.builds(Statement, **common),
    st.builds(
        Criteria,
        options=options(),
        criteria=st.lists(
            st.builds(Criterion, code=codes, label=texts, weight=st.integers(1, 10)), max_size=3
        ),
        **{**graded, "points": st.integers(2, 7)},
        **common,
    ),
    st.builds(
        Points,
        options=st.lists(
            st.builds(Priced, code=codes, label=texts, cost=st.none() | st.integers(1, 90)), max_size=4
        ),
        total=st.integers(1, 1_000),
        unit=st.dictionaries(st.sampled_from(LANGUAGES), st.text(letters, max_size=20)),
        **common,
    ),
    st.builds(
        Position, options=options(), x=axes, y=axes, steps=st.integers(2, 20), shuffle=st.booleans(), **common
    ),
    st.builds(Statements, options=options(), most=st.integers(0, 9), longest=st.integers(20, 400), **common),
    st.builds(Ideas, dots=st.integers(1, 20), **common),
    st.builds(Audience, most=st.integers(1, 9), **common),
    st.builds(Information, key=keys, text=texts, help=texts),
)


@st.composite
def rules(draw: st.DrawFn, earlier: Sequence[AnyQuestion]) -> ShowIf:
    """Return a rule on earlier questions, or on the group of a person."""
    one = st.builds(
        Condition,
        question=st.sampled_from(["", *(question.id for question in earlier)]),
        relation=st.sampled_from(Relation),
        codes=st.lists(st.sampled_from(["1", "2", "yes", "agree", "ngo", "other"]), max_size=2).map(tuple),
        amount=st.integers(-5, 20).map(float),
    )
    return ShowIf(conditions=tuple(draw(st.lists(one, max_size=3))), any_of=draw(st.booleans()))


@st.composite
def forms(draw: st.DrawFn) -> Form:
    """Return a form as the editor stores it: cleaned, in order, each question under a key of its own."""
    form = Form()
    for question in draw(st.lists(questions, max_size=6)):
        rule = draw(rules(form.questions))
        stripped = question.model_copy(update={"key": question.key.strip(), "show_if": rule})
        form = add_question(form, stripped.cleaned())
    titles = draw(st.lists(texts, max_size=3))
    sections = tuple(Section(title=clean_texts(title), text=clean_texts(draw(texts))) for title in titles)
    places = [draw(st.integers(-1, len(sections) - 1)) for _question in form.questions]
    placed = [
        question.model_copy(update={"section": sections[place].id if place >= 0 else ""})
        for question, place in zip(form.questions, places, strict=True)
    ]
    return in_order(form.model_copy(update={"sections": sections}), placed)


def as_read(form: Form) -> Form:
    """Return a form as a file gives it back: the key of a question is its id until it is stored."""
    return with_keys(form)


def one_of_each() -> Form:
    """Return a form with one usual question of each kind that every format knows, in three languages."""
    said: Texts = {"lv": "Ko darīt?", "ru": "Что делать?", "en": "What to do?"}
    both = (Option(code="ja", label=said), Option(code="ne", label=said))
    given: dict[str, dict[str, object]] = {
        "matrix": {"options": both, "low": said, "high": said},
        "ranking": {"options": both},
        "single": {"options": both},
        "multiple": {"options": both, "least": 1, "most": 2},
        "criteria": {"options": both, "criteria": (Criterion(code="c1", label=said),)},
        "points": {"options": (Priced(code="ja", label=said), Priced(code="ne", label=said))},
        "position": {"options": both, "x": Axis(name=said), "y": Axis(name=said, low=said, high=said)},
        "statements": {"options": both},
        "scale": {"low": said, "high": said, "cant_say": False},
    }
    known = [
        kind for kind in KINDS if all(kind in writers for writers in (TO_XLSFORM, TO_LIMESURVEY, TO_SURVEYJS))
    ]
    made = (KINDS[kind](key=kind, text=said, help=said, **given.get(kind, {})) for kind in known)
    return Form(questions=tuple(made))
