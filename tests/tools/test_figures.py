"""The figures of a play: percentiles by the nearest rank, in milliseconds."""

from tools.play.figures import Figures, Spread, spread_of


def test_spread_takes_the_nearest_rank() -> None:
    assert spread_of(number / 1000 for number in range(1, 101)) == Spread(50.0, 95.0, 100.0)


def test_spread_of_one_is_that_one() -> None:
    assert spread_of([0.02]) == Spread(20.0, 20.0, 20.0)


def test_spread_of_nothing_is_zero() -> None:
    assert spread_of([]) == Spread(0.0, 0.0, 0.0)


def test_figures_hold_exactly_what_bench_json_promises() -> None:
    one = Spread(1.0, 2.0, 3.0)
    plain = Figures("come in", 100, one, one, one, 1.0, 0.03, 300.0, 0, 0).plain()
    assert plain == {
        "scenario": "come in",
        "people": 100,
        "first_question_ms": {"p50": 1.0, "p95": 2.0, "max": 3.0},
        "acknowledged_ms": {"p50": 1.0, "p95": 2.0, "max": 3.0},
        "visible_ms": {"p50": 1.0, "p95": 2.0, "max": 3.0},
        "cpu_s": 1.0,
        "idle_core_share": 0.03,
        "memory_mb": 300.0,
        "lost": 0,
        "doubled": 0,
    }
