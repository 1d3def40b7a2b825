"""The estimate: drawn towards the whole where claims are few; and the table that stands in `seeds/`."""

import itertools
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from extract import engine
from tests.measure import calibrate
from tests.measure.annotated import SEEDS, Judged
from tests.measure.calibrate import STEPS, STRENGTH, as_csv, by_confidence, estimates, held_out
from transform.calibration import ANY, WHOLE, Calibration, Estimate, Key, load_calibration


def judged(rule: str, subject: str, right: int, wrong: int, article: str = "a") -> list[Judged]:
    return [Judged(article, rule, "count", subject, place < right) for place in range(right + wrong)]


def test_without_any_claim_all_is_even() -> None:
    assert estimates([]) == {WHOLE: Estimate(0, 0, 0.5)}


def test_rules_and_subjects_are_drawn_to_the_whole() -> None:
    whole = (92 + 1) / (98 + 2)

    def drawn(claims: int, correct: int) -> Estimate:
        return Estimate(claims, correct, round((correct + STRENGTH * whole) / (claims + STRENGTH), 4))

    assert estimates(judged("r", "ngo", 80, 0) + judged("q", "ngo", 8, 2) + judged("r", "person", 4, 4)) == {
        WHOLE: Estimate(98, 92, whole),
        (ANY, ANY, "ngo"): drawn(90, 88),
        (ANY, ANY, "person"): drawn(8, 4),
        ("q", "count", ANY): drawn(10, 8),
        ("r", "count", ANY): drawn(88, 84),
    }


@pytest.mark.parametrize("claims", [1, 3, 10, 100])
def test_more_claims_bring_an_estimate_nearer_to_their_share(claims: int) -> None:
    others = judged("q", "person", 500, 500)
    few, more = (
        estimates(others + judged("r", "ngo", count, 0))["r", "count", ANY].confidence for count in (claims, claims + 1)
    )
    assert 0.5 < few < more < 1


@pytest.mark.parametrize(("right", "wrong", "share"), [(10**6, 0, 0.9999), (0, 10**6, 0.0001)])
def test_nothing_is_certain(right: int, wrong: int, share: float) -> None:
    assert estimates(judged("r", "ngo", right, wrong))[WHOLE].confidence == share


def test_the_table_does_not_depend_on_the_order() -> None:
    three = judged("r", "ngo", 1, 1) + judged("q", "person", 1, 0)
    assert len({as_csv(estimates(order)) for order in itertools.permutations(three)}) == 1


def test_a_claim_is_no_witness_of_itself() -> None:
    claims = judged("r", "ngo", 1, 0, "a") + judged("r", "ngo", 0, 9, "b")
    [first, *rest] = held_out(claims)
    assert first == (Calibration(estimates(claims[1:])).confidence("r", "count", "ngo"), True)
    assert first[0] < 0.2 < min(confidence for confidence, _ in rest)


def test_each_step_holds_the_claims_that_are_at_least_so_sure() -> None:
    sure = judged("r", "ngo", 150, 0, "a") + judged("r", "ngo", 150, 0, "b")
    claims = sure + judged("q", "person", 10, 10, "c") + judged("q", "person", 10, 10, "d")
    rows = list(by_confidence(claims))
    assert [step for step, _, _ in rows] == list(STEPS)
    assert rows[0] == (0.0, 340, 320 / 340)
    assert rows[-1] == (STEPS[-1], 300, 1.0)
    assert list(by_confidence(judged("q", "person", 1, 1, "c")))[-1] == (STEPS[-1], 0, None)


def test_without_annotated_text_nothing_is_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(calibrate, "SEEDS", "must not be touched")
    assert calibrate.main([f"{tmp_path}/nowhere"]) == 1
    assert "nowhere: no annotated set here" in capsys.readouterr().err


def test_a_new_calibration_does_not_make_text_be_read_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    seeds = Path(shutil.copytree(SEEDS, tmp_path / "seeds"))
    monkeypatch.setattr(engine, "SEEDS", seeds)
    before = engine.fingerprint.__wrapped__()
    (seeds / "calibration.csv").write_text("", encoding="utf-8")
    assert engine.fingerprint.__wrapped__() == before
    (seeds / "fa" / "units.csv").write_text("", encoding="utf-8")
    assert engine.fingerprint.__wrapped__() != before


def test_the_table_of_the_project_is_one_that_the_estimate_gives() -> None:
    rows = load_calibration(SEEDS).estimates
    by_rule = [Judged("a", rule, kind, "", right) for (rule, kind, _), right in _rights(rows) if rule != ANY]
    by_subject = [Judged("a", "", "", subject, right) for (_, _, subject), right in _rights(rows) if subject != ANY]
    assert len(by_rule) == len(by_subject) == rows[WHOLE].claims
    learned = {**estimates(by_rule), **estimates(by_subject)}
    table = {key: learned[key] for key in sorted(learned) if key not in ((ANY, ANY, ""), ("", "", ANY))}
    assert (SEEDS / "calibration.csv").read_text(encoding="utf-8") == as_csv(table)


def _rights(rows: Mapping[Key, Estimate]) -> Iterator[tuple[Key, bool]]:
    return ((key, place < one.correct) for key, one in rows.items() for place in range(one.claims))
