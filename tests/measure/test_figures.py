"""Limits: when they hold, how they are raised; and the corpora's own comparison."""

import math
from pathlib import Path

import pytest

from tests.measure.annotated import SETS
from tests.measure.figures import Limit, completed, limits, write
from tests.measure.phrases import CORPORA, matched


@pytest.mark.parametrize(
    ("limit", "figure", "holds"),
    [
        ("at_least", 0.9, True),
        ("at_least", 0.95, True),
        ("at_least", 0.8999, False),
        ("at_least", None, False),
        ("at_most", 0.9, True),
        ("at_most", 0.1, True),
        ("at_most", 0.9001, False),
        ("at_most", None, False),
    ],
)
def test_a_limit_holds(limit: str, figure: float | None, holds: bool) -> None:
    assert Limit("set", "measure", limit, 0.9).holds(figure) == holds


@pytest.mark.parametrize(
    ("limit", "figure", "value"),
    [
        ("at_least", 0.9149, 0.91),
        ("at_least", 0.915, 0.915),
        ("at_least", 0.9199, 0.915),
        ("at_least", 1.0, 1.0),
        ("at_least", 0.85, 0.9),  # never lowered
        ("at_least", None, 0.9),
        ("at_most", 0.0431, 0.045),
        ("at_most", 0.045, 0.045),
        ("at_most", 0.0, 0.0),
        ("at_most", 0.95, 0.9),
        ("at_most", None, 0.9),
    ],
)
def test_a_limit_is_raised_to_the_figure(limit: str, figure: float | None, value: float) -> None:
    raised = Limit("set", "measure", limit, 0.9).raised(figure)
    assert raised.value == value
    assert figure is None or not Limit("set", "measure", limit, 0.9).holds(figure) or raised.holds(figure)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    made = [Limit("one", "core_f1", "at_least", 0.905), Limit("one", "false_alarms", "at_most", 1.0)]
    write(made, tmp_path / "floors.csv")
    assert limits(tmp_path / "floors.csv") == made


def test_each_wanted_claim_needs_a_record_of_its_own() -> None:
    records = [{"kind": "count", "value": 4, "place": "IR-10"}, {"kind": "count", "value": 4, "place": "IR-07"}]
    assert matched([{"value": 4}, {"place": "IR-10"}], records)  # the first must leave the other its record
    assert matched([{"place": "IR-10"}, {"value": 4}], records)
    assert not matched([{"place": "IR-10"}, {"place": "IR-10"}], records)
    assert not matched([{"value": 5}], records)


def test_a_measure_without_a_limit_gets_one_that_lets_all_pass() -> None:
    kept = Limit("agency", "strict_f1", "at_least", 0.7)
    found = completed([kept, Limit("gone", "core_f1", "at_least", 0.7)])
    assert kept in found
    assert Limit("provincial", "false_alarms", "at_most", math.inf) in found
    assert Limit("fa/claims", "passed", "at_least", 0.0) in found
    assert {one.set for one in found} == {*SETS, *CORPORA}
