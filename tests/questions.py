"""Questions of every kind as the editor can make them, and answers that fit them, for property tests."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from hypothesis import strategies as some

from survey_engine.collect.models import AnswerValue
from survey_engine.design.kinds import (
    Audience,
    Axis,
    Contributing,
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
    Phase,
    Points,
    Position,
    Priced,
    Question,
    Ranking,
    Scale,
    SingleChoice,
    Statement,
    Statements,
    Words,
    YesNo,
)
from survey_engine.design.kinds.base import code_at, place_of
from survey_engine.design.kinds.choice import OTHER, ShownAs
from survey_engine.design.kinds.graded import PointsShown
from survey_engine.design.kinds.position import spot_at

TEXTS = some.fixed_dictionaries({"lv": some.sampled_from(["Kas?", "Cik labi?", "Ko darīt =vispirms|tad?"])})
WORDS = some.text(alphabet="aāšж =|,\n", max_size=20)
FEW = some.integers(1, 4)


def options(least: int = 2, most: int = 6) -> some.SearchStrategy[tuple[Option, ...]]:
    return some.integers(least, most).map(
        lambda n: tuple(Option(code="", label={"lv": f"Izvēle {place}"}) for place in range(1, n + 1))
    )


def criteria() -> some.SearchStrategy[tuple[Criterion, ...]]:
    made = some.builds(
        Criterion,
        code=some.just(""),
        label=some.just({"lv": "Ietekme"}),
        less_is_better=some.booleans(),
        weight=some.integers(1, 3),
    )
    return some.lists(made, min_size=1, max_size=3).map(tuple)


def priced() -> some.SearchStrategy[tuple[Priced, ...]]:
    """Options that cost nothing, as where points are shared out, or something each."""

    def with_costs(plain: tuple[Option, ...]) -> some.SearchStrategy[tuple[Priced, ...]]:
        costs = some.just([None] * len(plain)) | some.lists(
            some.integers(1, 90), min_size=len(plain), max_size=len(plain)
        )
        return costs.map(
            lambda given: tuple(
                Priced(code=o.code, label=o.label, cost=cost) for o, cost in zip(plain, given, strict=True)
            )
        )

    return options().flatmap(with_costs)


AXIS = some.builds(Axis, name=TEXTS, low=some.just({}) | TEXTS, high=TEXTS)

POINTS = {
    "text": TEXTS,
    "points": some.integers(2, 11),
    "cant_say": some.booleans(),
    "shown_as": some.sampled_from(PointsShown),
    "low": some.just({"lv": "Slikti"}),
    "between": some.sampled_from([{}, {"lv": " Viduvēji \nLabi\n"}]),
}

QUESTIONS: dict[str, some.SearchStrategy[Question]] = {
    "single": some.builds(
        SingleChoice,
        text=TEXTS,
        options=options(),
        other=some.booleans(),
        shown_as=some.sampled_from(ShownAs),
    ),
    "yesno": some.builds(YesNo, text=TEXTS, cant_say=some.booleans()),
    "multiple": some.builds(
        MultipleChoice,
        text=TEXTS,
        options=options(),
        other=some.booleans(),
        none=some.booleans(),
        most=some.none() | some.integers(2, 6),
    ),
    "scale": some.builds(Scale, **POINTS),
    "matrix": some.builds(Matrix, options=options(), **POINTS),
    "criteria": some.builds(
        Criteria,
        options=options(),
        criteria=criteria(),
        **{**POINTS, "points": some.integers(2, 7), "shown_as": some.just(PointsShown.NUMBERS)},
    ),
    "position": some.builds(
        Position, text=TEXTS, options=options(), x=AXIS, y=AXIS, steps=some.integers(2, 20)
    ),
    "ranking": some.builds(Ranking, text=TEXTS, options=options(), top=some.none() | some.integers(1, 8)),
    "points": some.builds(
        Points, text=TEXTS, options=priced(), total=some.integers(1, 120), unit=some.just({"lv": "EUR"})
    ),
    "number": some.builds(
        Number,
        text=TEXTS,
        unit=some.sampled_from([{}, {"lv": " km "}]),
        least=some.none() | some.just(-5),
        most=some.none() | some.integers(1, 10**6),
        decimals=some.integers(0, 6),
    ),
    "date": some.builds(
        Date,
        text=TEXTS,
        earliest=some.none() | some.just(date(1950, 1, 1)),
        latest=some.none() | some.just(date(2050, 1, 1)),
    ),
    "open": some.builds(OpenText, text=TEXTS),
    "words": some.builds(Words, text=TEXTS, most=FEW),
    "statement": some.builds(Statement, text=TEXTS),
    "ideas": some.builds(Ideas, text=TEXTS, starts_with=some.sampled_from(Phase), dots=FEW, dots_on_one=FEW),
    "audience": some.builds(Audience, text=TEXTS, most=FEW),
    "statements": some.builds(Statements, text=TEXTS, options=options(), most=FEW),
    "information": some.builds(
        Information,
        text=TEXTS,
        link=some.sampled_from(["", "https://balsis.example/a?b=c#d"]),
        link_text=some.just({}) | TEXTS,
        video=some.sampled_from(["", "https://video.example/1"]),
    ),
}


def one_code(question: Question) -> some.SearchStrategy[AnswerValue]:
    return some.sampled_from(question.codes()).map(lambda code: AnswerValue(codes=(code,)))


def one_choice(question: SingleChoice) -> some.SearchStrategy[AnswerValue]:
    written = some.builds(AnswerValue, codes=some.just((OTHER,)), text=WORDS)
    return one_code(question) | written if question.other else one_code(question)


def several(question: MultipleChoice) -> some.SearchStrategy[AnswerValue]:
    chosen = some.sets(some.sampled_from(question.option_codes), max_size=question.most or 6)
    return chosen.map(lambda codes: AnswerValue(codes=tuple(codes))) | one_code(question)


def rows(question: Matrix) -> some.SearchStrategy[AnswerValue]:
    points = some.lists(some.none() | some.sampled_from(question.point_codes), max_size=len(question.options))
    return points.map(
        lambda chosen: AnswerValue(
            codes=tuple(code_at(row, p) for row, p in zip(question.option_codes, chosen, strict=False) if p)
        )
    )


def cells(question: Criteria) -> some.SearchStrategy[AnswerValue]:
    points = some.lists(some.none() | some.sampled_from(question.point_codes), max_size=len(question.cells))
    return points.map(
        lambda chosen: AnswerValue(
            codes=tuple(code_at(cell, p) for cell, p in zip(question.cells, chosen, strict=False) if p)
        )
    )


def spots(question: Position) -> some.SearchStrategy[AnswerValue]:
    step = some.integers(0, question.steps)
    places = some.lists(some.none() | some.tuples(step, step), max_size=len(question.options))
    return places.map(
        lambda placed: AnswerValue(
            codes=tuple(
                spot_at(row, *at) for row, at in zip(question.option_codes, placed, strict=False) if at
            )
        )
    )


def ordered(question: Ranking) -> some.SearchStrategy[AnswerValue]:
    return some.permutations(question.option_codes).flatmap(
        lambda codes: some.integers(0, question.places).map(lambda n: AnswerValue(codes=tuple(codes[:n])))
    )


def amounts(question: Points) -> some.SearchStrategy[AnswerValue]:
    if question.is_budget:
        chosen = some.permutations(question.codes()).map(lambda codes: affordable(question, codes))
    else:
        cuts = some.lists(
            some.integers(0, question.total),
            min_size=len(question.options) - 1,
            max_size=len(question.options) - 1,
        )
        chosen = cuts.map(lambda at: shared_out(question, sorted(at)))
    return chosen.map(lambda codes: AnswerValue(codes=codes)) | some.just(AnswerValue())


def affordable(question: Points, codes: list[str]) -> tuple[str, ...]:
    left, kept = question.total, []
    for code in codes:
        cost = int(place_of(code)[1])
        if cost <= left:
            left -= cost
            kept.append(code)
    return tuple(kept)


def shared_out(question: Points, cuts: list[int]) -> tuple[str, ...]:
    ends = zip([0, *cuts], [*cuts, question.total], strict=True)
    return tuple(
        code_at(code, str(end - start))
        for code, (start, end) in zip(question.option_codes, ends, strict=True)
    )


def votes(question: Statements) -> some.SearchStrategy[AnswerValue]:
    cast = some.fixed_dictionaries(
        {}, optional={row: some.sampled_from(["agree", "disagree", "pass"]) for row in question.option_codes}
    )
    voted = cast.map(lambda by: AnswerValue(codes=tuple(code_at(row, vote) for row, vote in by.items())))
    return voted | some.builds(AnswerValue, text=WORDS)


def numbers(question: Number) -> some.SearchStrategy[AnswerValue]:
    low = -5 if question.least is None else question.least
    high = 10**7 if question.most is None else question.most
    places = some.integers(int(low) * 10**question.decimals, int(high) * 10**question.decimals)
    written = places.map(lambda n: f" {Decimal(n).scaleb(-question.decimals):f}".replace(".", ","))
    return written.map(lambda text: AnswerValue(codes=(text,)))


def days(question: Date) -> some.SearchStrategy[AnswerValue]:
    chosen = some.dates(question.earliest or date(1, 1, 1), question.latest or date(9999, 12, 31))
    return chosen.map(lambda day: AnswerValue(codes=(day.isoformat(),)))


def contributed(question: Contributing, vote: str) -> some.SearchStrategy[AnswerValue]:
    voted = some.sampled_from([(), (code_at("kāds-cits", vote),)])
    return voted.map(lambda codes: AnswerValue(codes=codes)) | some.builds(AnswerValue, text=WORDS)


ANSWERS: dict[str, Callable[..., some.SearchStrategy[AnswerValue]]] = {
    "single": one_choice,
    "yesno": one_code,
    "multiple": several,
    "scale": one_code,
    "matrix": rows,
    "criteria": cells,
    "position": spots,
    "ranking": ordered,
    "points": amounts,
    "number": numbers,
    "date": days,
    "open": lambda question: some.builds(AnswerValue, text=WORDS),
    "words": lambda question: some.just(AnswerValue(text="nauda\nlaiks"[: 5 if question.most < 2 else 99])),
    "statement": one_code,
    "statements": votes,
    "ideas": lambda question: contributed(question, "1"),
    "audience": lambda question: contributed(question, "up"),
    "information": lambda question: some.just(AnswerValue()),
}
