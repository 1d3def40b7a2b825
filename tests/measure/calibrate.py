"""Write `seeds/calibration.csv`: how often claims are right on annotated text, by rule and kind, and by subject.

`make calibrate [SETS="FOLDER …"]` learns from annotated sets; without a name, from all.

A claim is right where the gold set's own scorer finds its core right: number, kind, unit, subject. Optional claims and
repetitions count neither way. The sentences of `tests/corpus` are left out: they were written to pass.

A row is the whole, a rule and kind, or a subject. Most have few annotated claims, so their share is drawn towards the
whole: `(correct + STRENGTH × whole) / (claims + STRENGTH)`, the mean of a Beta distribution whose prior weighs as much
as STRENGTH claims; the whole is `(correct + 1) / (claims + 2)`. How the rows make a claim's confidence, and what
becomes of a rule or subject without a row, stands in `transform/calibration.py`.

Why the subject: by rule and kind alone, articles left out came out hardly better than with one figure for all. With the
subject beside them wrong claims sank clearly. Language, place, the distance from number to noun and whether a subject
is civil society by itself were tried as well and added too little.
"""

import argparse
import csv
import io
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from tests.measure.annotated import HAS_GOLD, SEEDS, Judged, is_set, named, scored
from transform.calibration import ANY, CALIBRATION, WHOLE, Calibration, Estimate, Key

STRENGTH = 20
STEPS = (0.0, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99)


def estimates(judged: Iterable[Judged]) -> dict[Key, Estimate]:
    """The calibration table that is learned from claims, sorted by its key."""
    rights: dict[Key, list[bool]] = {WHOLE: []}
    for one in judged:
        for key in (WHOLE, (one.rule, one.kind, ANY), (ANY, ANY, one.subject)):
            rights.setdefault(key, []).append(one.right)
    whole = (sum(rights[WHOLE]) + 1) / (len(rights[WHOLE]) + 2)
    return {
        key: Estimate(len(known), sum(known), _rounded(whole if key == WHOLE else _drawn(known, whole)))
        for key, known in sorted(rights.items())
    }


def _drawn(rights: Sequence[bool], whole: float) -> float:
    return (sum(rights) + STRENGTH * whole) / (len(rights) + STRENGTH)


def _rounded(share: float) -> float:
    return min(max(round(share, 4), 0.0001), 0.9999)  # nothing is certain, however much text there is


def held_out(judged: Sequence[Judged]) -> Iterator[tuple[float, bool]]:
    """Each claim's confidence as learned from all other articles, and whether it is right."""
    for article in dict.fromkeys(one.article for one in judged):
        others = [one for one in judged if one.article != article]
        calibration = Calibration(estimates(others))
        for one in judged:
            if one.article == article:
                yield calibration.confidence(one.rule, one.kind, one.subject), one.right


def by_confidence(judged: Sequence[Judged]) -> Iterator[tuple[float, int, float | None]]:
    """For each step: the claims that are at least so sure, and the share that is right; None where there are none."""
    pairs = list(held_out(judged))
    for step in STEPS:
        rights = [right for confidence, right in pairs if confidence >= step]
        yield step, len(rights), sum(rights) / len(rights) if rights else None


def as_csv(table: Mapping[Key, Estimate]) -> str:
    """The table as it stands in `seeds/`."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(CALIBRATION)
    for key, one in table.items():
        writer.writerow([*key, one.claims, one.correct, f"{one.confidence:.4f}"])
    return out.getvalue()


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the table; 1, and nothing written, where no annotated text is there."""
    parser = argparse.ArgumentParser(description="Learn seeds/calibration.csv from annotated text.")
    parser.add_argument("sets", nargs="*", type=Path, help="folders of the gold set's form")
    sets = named(parser.parse_args(arguments).sets)
    missing = [str(folder) for folder in sets.values() if not (HAS_GOLD and is_set(folder))]
    if missing:
        print(f"{', '.join(missing)}: no annotated set here; seeds/calibration.csv stays as it is", file=sys.stderr)
        return 1
    judged = [one for name, folder in sets.items() for one in scored(name, folder).judged]
    text = as_csv(estimates(judged))
    (SEEDS / "calibration.csv").write_text(text, encoding="utf-8")
    print(text, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
