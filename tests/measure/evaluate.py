"""Print how well the extractor reads: annotated sets by kind with what it misses, phrase corpora, figures and limits.

`make evaluate [SHOW=10] [SETS="FOLDER …"]` scores annotated sets; without a name, all. `make floors` does the
same, adds limits that are missing, and raises those that today's figures beat.
"""

import argparse
import datetime as dt
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tests.measure import phrases
from tests.measure.annotated import HAS_GOLD, Scored, is_set, named, scored, scorer
from tests.measure.calibrate import by_confidence
from tests.measure.figures import completed, figures, figures_of, limits, write

# The columns of the README's table.
MEASURES = {
    "number_f1": "number F1",
    "core_f1": "core F1",
    "strict_f1": "strict F1",
    "core_precision": "precision (core)",
    "modality": "modality",
    "locality": "locality",
    "scope": "scope",
    "speaker": "speaker",
    "repetitions": "repetitions",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; 1 where one is beyond its limit."""
    parser = argparse.ArgumentParser(description="How well the extractor reads.")
    parser.add_argument("sets", nargs="*", type=Path, help="folders of the gold set's form")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="list up to N misses and N false alarms a set")
    parser.add_argument("--raise", dest="raised", action="store_true", help="raise the limits to today's figures")
    options = parser.parse_args(arguments)
    found = list(_sets(options.sets))
    for one in found:
        _print_report(one, options.show)
    for name, path in phrases.CORPORA.items():
        passed, total = phrases.passing(path)
        print(f"phrases {name}: {passed} of {total} texts make their claims and no other")
    print()
    print(*markdown(found), sep="\n")
    return _compare(options.raised)


def _sets(folders: Iterable[Path]) -> Iterator[Scored]:
    for name, folder in named(folders).items():
        if HAS_GOLD and is_set(folder):
            yield scored(name, folder)
        else:
            print(f"{folder}: no annotated set here, nothing to score")


def _print_report(one: Scored, show: int) -> None:
    print(f"{one.name}: {len(one.articles)} articles, {one.printed} claims printed")
    scorer().report(one.report, one.articles, show)
    print()


def markdown(found: Sequence[Scored]) -> Iterator[str]:
    """The tables of the README."""
    if not found:
        return
    yield f"On {dt.datetime.now(dt.UTC):%-d %B %Y}:"
    yield ""
    yield from _table(["set", *MEASURES.values()], _rows(found))
    yield ""
    judged = [one for scored_ in found for one in scored_.judged]
    steps = by_confidence(judged)
    rows = ([f"≥ {step:.2f}" if step else "any", str(claims), _shown(share, 3)] for step, claims, share in steps)
    yield from _table(["confidence", "claims", "precision (core)"], rows)


def _rows(found: Iterable[Scored]) -> Iterator[list[str]]:
    for one in found:
        values = figures(one)
        label = f"{one.name}: {len(one.articles)} articles"
        yield [label, *(_shown(values[measure]) for measure in MEASURES)]


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _shown(value: float | None, places: int = 2) -> str:
    return "–" if value is None else f"{value:.{places}f}"


def _compare(raised: bool) -> int:
    """Print today's figures beside their limits, which are raised where asked for; 1 where one is beyond its own."""
    known = completed(limits())
    today = {name: figures_of(name) for name in dict.fromkeys(one.set for one in known)}
    rows, kept, broken = [], [], 0
    for one in known:
        there = today[one.set]
        figure = there.get(one.measure) if there else None
        fails = there is not None and not one.holds(figure)
        broken += fails
        kept.append(one.raised(figure))
        shown = "not here" if there is None else "none" if figure is None else f"{figure:.4f}"
        mark = "  BEYOND IT" if fails else f"  now {kept[-1].value:.3f}" if raised and kept[-1] != one else ""
        rows.append(f"{one.set:<12} {one.measure:<15} {shown:>8}  {one.limit.replace('_', ' ')} {one.value:.3f}{mark}")
    print("", "figures and their limits (tests/floors.csv)", *rows, sep="\n")
    if raised:
        write(kept)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
