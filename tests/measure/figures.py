"""The figures that say how well the extractor reads, and the limits that they are held to (`tests/floors.csv`)."""

import csv
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from tests.measure import phrases
from tests.measure.annotated import HAS_GOLD, ROOT, SETS, Scored, is_set, scored

FLOORS = ROOT / "tests" / "floors.csv"
STEP = 0.005
COLUMNS = ("set", "measure", "limit", "value")
# The measures of an annotated set, each with the limit that holds whatever the figure is.
MEASURES: Mapping[str, tuple[str, float]] = {
    **{f"{level}_f1": ("at_least", 0.0) for level in ("number", "core", "strict")},
    **dict.fromkeys(("core_precision", "modality", "locality", "scope", "speaker"), ("at_least", 0.0)),
    "repetitions": ("at_most", 1.0),
    "false_alarms": ("at_most", math.inf),
}
PASSED = "passed"  # of a phrase corpus: the share of its texts that make their claims and no other


@dataclass(frozen=True, slots=True)
class Limit:
    """What a figure of a set may not fall below (`at_least`) or rise above (`at_most`)."""

    set: str
    measure: str
    limit: str
    value: float

    def holds(self, figure: float | None) -> bool:
        """Whether a figure keeps to it; one that is not there does not."""
        if figure is None:
            return False
        return figure >= self.value if self.limit == "at_least" else figure <= self.value

    def raised(self, figure: float | None) -> "Limit":
        """The limit of today's figure, rounded to its own side; never a laxer one than this."""
        if figure is None:
            return self
        steps = round(figure / STEP, 6)
        if self.limit == "at_least":
            return replace(self, value=max(self.value, round(math.floor(steps) * STEP, 3)))
        return replace(self, value=min(self.value, round(math.ceil(steps) * STEP, 3)))


def figures(of: Scored) -> dict[str, float | None]:
    """The figures of an annotated set by measure; None where it has nothing to measure by."""
    levels, fields, aside = of.report["levels"], of.report["attributes"], of.report["set_aside"]
    return {
        **{f"{level}_f1": levels[level]["f1"] for level in ("number", "core", "strict")},
        "core_precision": levels["core"]["precision"],
        **{name: fields[name]["share"] for name in ("modality", "locality", "scope", "speaker")},
        "repetitions": aside["repetition"] / of.printed if of.printed else None,
        "false_alarms": float(of.report["articles_without_claims"]["with_false_alarm"]),
    }


def figures_of(name: str) -> dict[str, float | None] | None:
    """The figures of a set or phrase corpus by its name; None where it is not there."""
    if name in phrases.CORPORA:
        passed, total = phrases.passing(phrases.CORPORA[name])
        return {PASSED: passed / total}
    if HAS_GOLD and name in SETS and is_set(SETS[name]):
        return figures(scored(name, SETS[name]))
    return None


def limits(path: Path = FLOORS) -> list[Limit]:
    """The limits, in the order of the table."""
    with path.open(encoding="utf-8", newline="") as handle:
        return [Limit(row["set"], row["measure"], row["limit"], float(row["value"])) for row in csv.DictReader(handle)]


def completed(known: Iterable[Limit]) -> list[Limit]:
    """The limits of every set and phrase corpus by every measure; one that is not known yet lets all pass."""
    there = {(one.set, one.measure): one for one in known}
    lax = [Limit(name, measure, *limit) for name in SETS for measure, limit in MEASURES.items()]
    lax += [Limit(name, PASSED, "at_least", 0.0) for name in phrases.CORPORA]
    return [there.get((one.set, one.measure), one) for one in lax]


def write(limits_: Iterable[Limit], path: Path = FLOORS) -> None:
    """Put the table in place of the old one."""
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows((one.set, one.measure, one.limit, f"{one.value:.3f}") for one in limits_)
