"""Print how long the warehouse takes and how much memory, at growing sizes: `make benchmark-warehouse`.

For every size a made-up history (`generated.py`) is built from the journal on and published; then a day's claims come
on top and it is published again. What a day costs should hardly grow from one size to the next. Each step runs in a
process of its own, whose peak memory is that step's. Seconds in brackets are processor time of all cores together.
"""

import argparse
import multiprocessing
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from extract.seeds import SEEDS
from load import build, published
from load.journal import Journal
from load.lock import writer
from load.publish import publish
from tests.measure import generated

SIZES = (30_000, 90_000, 300_000)  # documents
RECIPES = Path(build.__file__).resolve().parents[1] / "warehouse" / "recipes"
_MIB = 1 << 20
_Result = TypeVar("_Result")


class Cost(NamedTuple):
    """Seconds of a step, those of all cores together, and the peak memory of its process in MiB."""

    seconds: float
    worked: float  # where it is much less than the seconds, the machine was busy with other things
    memory: float

    def __str__(self) -> str:
        return f"{self.seconds:.1f} s ({self.worked:.1f} s), {self.memory:,.0f} MiB"


def main() -> int:
    """Print the table, and each size's figures as they come on the error stream."""
    parser = argparse.ArgumentParser(description="How long the warehouse takes, and how much memory.")
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="documents, each of some 3.3 claims")
    parser.add_argument("--journals", type=Path, help="folder that keeps the generated journals for the next time")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="shomar-benchmark-") as temporary:
        folder = options.journals or Path(temporary)
        found = [measured(folder, size) for size in options.sizes]
    print("| what |", *(f"{documents:,} documents |" for documents in options.sizes), "should be |")
    print("| --- |" + " ---: |" * len(found), "--- |")
    for name in dict.fromkeys(name for figures in found for name in figures):
        print(f"| {name} |", *(f"{figures.get(name, '')} |" for figures in found), f"{_WANTED.get(name, '')} |")
    return 0


_WANTED = {
    "rebuild": "≤ 180 s, 4,096 MiB",
    "load of a day": "≤ 10 s",
    "publication after it": "≤ 30 s",
    "slowest recipe": "≤ 1 s",
}


def measured(folder: Path, documents: int) -> dict[str, object]:
    """The figures of one size, by name."""
    kept = folder / str(documents)
    if not (kept / "done").exists():
        shutil.rmtree(kept, ignore_errors=True)
        _apart(_generated, kept, documents)
        (kept / "done").touch()
    home = folder / f"{documents}.home"
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(kept / "journal", home / "journal", copy_function=os.link)  # batches never change
    found: dict[str, object] = {"claims": f"{_claims(home):,}"}

    def note(name: str, figure: object) -> None:
        found[name] = figure
        print(f"{documents} documents: {name}: {figure}", file=sys.stderr, flush=True)

    note("rebuild", _apart(_rebuilt, home))
    note("first publication", _apart(_published, home))
    before = _claims(home)
    _apart(generated.write_day, home)
    note("claims of a day", f"{_claims(home) - before:,}")
    note("load of a day", _apart(_loaded, home))
    note("publication after it", _apart(_published, home))
    note("working database", f"{_size(home / build.NAME):,.0f} MiB")
    note("published", f"{_size(home / 'published'):,.0f} MiB")
    recipes = _apart(_cooked, home)
    for name, seconds in recipes.items():
        note(f"recipe {name}", f"{seconds:.2f} s")
    if recipes:
        note("slowest recipe", f"{max(recipes.values()):.2f} s")
    shutil.rmtree(home)
    return found


def _apart(step: Callable[..., _Result], *given: object) -> _Result:
    """The result of a step in a new process."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(step, given)


def _generated(kept: Path, documents: int) -> None:
    generated.write(kept, documents)


def _rebuilt(home: Path) -> Cost:
    return _timed(lambda: build.rebuild(home, SEEDS), home)


def _loaded(home: Path) -> Cost:
    return _timed(lambda: build.load_batches(home, SEEDS), home)


def _published(home: Path) -> Cost:
    return _timed(lambda: publish(home), home)


def _timed(step: Callable[[], object], home: Path) -> Cost:
    start, worked = time.perf_counter(), time.process_time()
    with writer(home):
        step()
    seconds, worked = time.perf_counter() - start, time.process_time() - worked
    return Cost(seconds, worked, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _cooked(home: Path) -> dict[str, float]:
    """Seconds of each recipe on the published snapshot."""
    took: dict[str, float] = {}
    for path in sorted(RECIPES.glob("*.sql")):
        with published.snapshot(home) as con:
            start = time.perf_counter()
            con.execute(path.read_text(encoding="utf-8")).fetchall()
            took[path.stem] = time.perf_counter() - start
    return took


def _claims(home: Path) -> int:
    return sum(batch.claims for batch in Journal(home).batches())


def _size(place: Path) -> float:
    files = [place] if place.is_file() else [path for path in place.rglob("*") if path.is_file()]
    return sum(path.stat().st_size for path in files) / _MIB


if __name__ == "__main__":
    sys.exit(main())
