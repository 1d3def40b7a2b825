"""No figure falls below its floor (`tests/floors.csv`); `make floors` shows all and raises them to today's."""

import pytest

from tests.measure.annotated import ROOT, SETS
from tests.measure.evaluate import MEASURES
from tests.measure.figures import Limit, completed, figures_of, limits

LIMITS = limits()
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("limit", LIMITS, ids=[f"{one.set}-{one.measure}" for one in LIMITS])
def test_a_figure_keeps_to_its_limit(limit: Limit) -> None:
    figures = figures_of(limit.set)
    if figures is None and limit.set in SETS:
        pytest.skip(f"what scores the annotated set {limit.set} does not lie beside this repository")
    assert figures is not None, "no such set or phrase corpus"
    assert limit.holds(figures[limit.measure]), f"{figures[limit.measure]} is not {limit.limit} {limit.value}"


def test_every_set_and_phrase_corpus_is_held_to_every_measure() -> None:
    assert completed(LIMITS) == LIMITS, "`make floors` puts the table in order and adds what is missing"


@pytest.mark.parametrize("name", SETS)
def test_the_readme_tells_no_less_than_the_floors(name: str) -> None:
    head, *rows = [line for line in README.splitlines() if line.startswith(("| set |", f"| {name}:"))]
    told = dict(zip(cells(head), cells(*rows), strict=True))
    shown = [one for one in LIMITS if one.set == name and one.measure in MEASURES]
    assert len(shown) == len(MEASURES)
    for one in shown:
        figure = float(told[MEASURES[one.measure]])  # of two places, so it may stand half of one below what it is
        slack = 0.005 if one.limit == "at_least" else -0.005
        assert one.holds(round(figure + slack, 4)), f"{one.measure}: put what `make evaluate` prints into README.md"


def cells(row: str) -> list[str]:
    """The cells of a Markdown row."""
    return [cell.strip() for cell in row.strip("|").split("|")]
