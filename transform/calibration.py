"""How sure a claim is, from how often claims of its rule and kind, and of its subject, were right on annotated text."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from extract.seeds import SeedError, read_table

CALIBRATION = ("rule", "kind", "subject", "claims", "correct", "confidence")
ANY = "*"
Key = tuple[str, str, str]
WHOLE: Key = (ANY, ANY, ANY)


@dataclass(frozen=True, slots=True)
class Estimate:
    """The annotated claims of a row, how many of them are right, and the share that is learned from them."""

    claims: int
    correct: int
    confidence: float  # between 0 and 1, neither of them

    @property
    def odds(self) -> float:
        """Right ones for each wrong one."""
        return self.confidence / (1 - self.confidence)


@dataclass(frozen=True, eq=False)
class Calibration:
    """The rows of `seeds/calibration.csv`: the whole, one for each rule and kind, one for each subject."""

    estimates: Mapping[Key, Estimate]

    def rows(self, rule: str, kind: str, subject: str) -> tuple[Estimate | None, Estimate | None, Estimate]:
        """What speaks of a claim: the row of its rule and kind and that of its subject, if there are, and the whole."""
        by_rule = self.estimates.get((rule, kind, ANY))
        return by_rule, self.estimates.get((ANY, ANY, subject)), self.estimates[WHOLE]

    def confidence(self, rule: str, kind: str, subject: str) -> float:
        """How sure such a claim is, 0 to 1; the view `claims_readable` does the same sum.

        Rule and subject each shift the odds of the whole, as if neither knew of the other (naive Bayes); one without
        an annotated claim leaves them as they are.
        """
        by_rule, by_subject, whole = self.rows(rule, kind, subject)
        odds = (by_rule or whole).odds * (by_subject or whole).odds / whole.odds
        share = 1 - 1 / (1 + odds)
        return math.floor(share * 1000 + 0.5) / 1000  # halves go up, as in the view; `round` decides by the last bit


def load_calibration(seeds: Path) -> Calibration:
    """The calibration table of a seeds folder; SeedError where it is misshapen or lacks the row of the whole."""
    path = seeds / "calibration.csv"
    estimates: dict[Key, Estimate] = {}
    for number, row in enumerate(read_table(path, CALIBRATION), 2):
        key = (row["rule"], row["kind"], row["subject"])
        try:
            estimate = Estimate(int(row["claims"]), int(row["correct"]), float(row["confidence"]))
        except ValueError as error:
            raise SeedError(f"{path}:{number}: {error}; `make calibrate` writes the table") from None
        if key in estimates or not (0 <= estimate.correct <= estimate.claims and 0 < estimate.confidence < 1):
            raise SeedError(f"{path}:{number}: a row that cannot be; `make calibrate` writes the table")
        estimates[key] = estimate
    if WHOLE not in estimates:
        raise SeedError(f"{path}: no row {','.join(WHOLE)}; `make calibrate` writes the table")
    return Calibration(MappingProxyType(estimates))
