"""How sure a claim is: what its rule and its subject say of it; a table that cannot be is refused."""

from pathlib import Path

import pytest

from extract.seeds import SeedError
from transform.calibration import WHOLE, load_calibration

HEADER = "rule,kind,subject,claims,correct,confidence\n"
ROWS = "*,*,*,100,75,0.75\n*,*,ngo,40,36,0.9\n*,*,person,20,10,0.5\nfa.one,count,*,60,54,0.9\n"


def seeds_with(tmp_path: Path, table: str) -> Path:
    (tmp_path / "calibration.csv").write_text(table, encoding="utf-8")
    return tmp_path


# Odds of the whole are 3, of ngo 9, of person 1, of the rule 9.
@pytest.mark.parametrize(
    ("rule", "kind", "subject", "odds"),
    [
        ("fa.new", "count", "school", 3),
        ("fa.new", "count", "ngo", 9),
        ("fa.new", "count", "person", 1),
        ("fa.one", "count", "school", 9),
        ("fa.one", "count", "ngo", 27),
        ("fa.one", "count", "person", 3),
        ("fa.one", "rank", "ngo", 9),  # the rule is known, but for another kind
    ],
)
def test_rule_and_subject_each_shift_the_odds(tmp_path: Path, rule: str, kind: str, subject: str, odds: int) -> None:
    calibration = load_calibration(seeds_with(tmp_path, HEADER + ROWS))
    assert calibration.confidence(rule, kind, subject) == round(odds / (1 + odds), 3)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (HEADER.replace("claims", "number") + ROWS, "calibration.csv:1: the header is"),
        (HEADER + ROWS + "fa.two,count,*,many,1,0.5\n", "calibration.csv:6: "),
        (HEADER + ROWS + "fa.two,count,*,1,2,0.5\n", "calibration.csv:6: a row that cannot be"),
        (HEADER + ROWS + "fa.two,count,*,1,-1,0.5\n", "calibration.csv:6: a row that cannot be"),
        (HEADER + ROWS + "fa.two,count,*,2,2,1.0\n", "calibration.csv:6: a row that cannot be"),
        (HEADER + ROWS + "fa.two,count,*,2,0,0\n", "calibration.csv:6: a row that cannot be"),
        (HEADER + ROWS + "fa.two,count,*,2,1,nan\n", "calibration.csv:6: a row that cannot be"),
        (HEADER + ROWS + "fa.one,count,*,2,1,0.5\n", "calibration.csv:6: a row that cannot be"),  # twice
        (HEADER + ROWS.partition("\n")[2], "calibration.csv: no row *,*,*"),
        (HEADER, "calibration.csv: no row *,*,*"),
    ],
)
def test_a_table_that_cannot_be_is_refused(tmp_path: Path, table: str, said: str) -> None:
    with pytest.raises(SeedError) as raised:
        load_calibration(seeds_with(tmp_path, table))
    assert said in str(raised.value)


def test_the_table_of_the_project_adds_up(seeds: Path) -> None:
    estimates = load_calibration(seeds).estimates
    assert list(estimates) == sorted(estimates)
    for rest in (
        [one for (rule, _, _), one in estimates.items() if rule != "*"],
        [one for (_, _, subject), one in estimates.items() if subject != "*"],
    ):
        assert sum(one.claims for one in rest) == estimates[WHOLE].claims > 0
        assert sum(one.correct for one in rest) == estimates[WHOLE].correct
