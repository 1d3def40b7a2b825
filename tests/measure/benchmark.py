"""Print the speed of reading on one core, beside what it should be: `make benchmark`.

Articles a second on real text, where it lies beside this repository; seconds a MB on text that was made to be slow.
What is measured is what `shomar extract` does, the best of three rounds, or of fewer where they are slow.
"""

import io
import json
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from extract.engine import read
from extract.model import Document
from extract.readers import read_sources
from tests.measure.annotated import GOLD, GOLD_SETS, ROOT, SEEDS, lines
from transform.calibration import load_calibration
from transform.claims import as_record, tidy
from transform.references import load_references

CORPUS = GOLD.parent / "corpus"
ROUNDS = 3
WANTED = 1.0  # second a MB
ENOUGH = 5.0  # seconds after which nothing is measured again
LONG = (1_000_000, 10_000_000)  # bytes of UTF-8: time must grow with the length and no faster
_PARAGRAPH = 120  # characters
_HOSTILE: dict[str, str] = {
    "100,000 digits": "سمن " + "۷" * 100_000,
    "100,000 digits with separators": "سمن " + "۷۷۷،" * 33_000,
    "100,000 «هزار و»": "سمن " + "هزار و " * 100_000,
    "100,000 «و»": "سمن ۵ " + "و " * 100_000,
    "nested brackets": "سمن ۵ " + "(«[" * 100_000 + "]»)" * 100_000,
    "zero-width non-joiners": "سمن ۵ " + "\u200c" * 300_000,
    "one sentence of numbers": "سمن " + "۵ سمن " * 100_000,
    "numbers without a noun": "سمن. " + "۱۲ و " * 100_000,
    "percent signs": "سمن ۵ " + "%٪" * 100_000,
    "English digits and words": "NGO " + "two hundred and " * 60_000,
    "line ends": "سمن ۵" + "\n" * 300_000,
}


def main() -> int:
    """Print the table."""
    print("| what | MB | speed | should be |", "| --- | --- | --- | --- |", sep="\n")
    corpus = sorted(CORPUS.glob("*.jsonl.gz"))
    _print_real("corpus", corpus, 8_000)
    _print_real("gold sets", [folder / "articles.jsonl" for folder in GOLD_SETS.values()], 500)
    for name, text in _HOSTILE.items():
        _print_one(name, text)
    for size in LONG:  # the first tells whether the next is worth waiting for
        if _print_one("one long article", _long(size)) > 2 * WANTED:
            print("| a longer one is not tried, for this one is too slow | | | |")
            break
    _print_one("an article of nothing but claims", _claims_only(LONG[0]))
    return 0


def _print_one(name: str, text: str) -> float:
    size = len(text.encode()) / 1e6
    pace = _best(partial(_one, text)) / size
    print(f"| {name} | {size:.1f} | {pace:.2f} s a MB | ≤ {WANTED:.0f} |", flush=True)
    return pace


def _print_real(name: str, paths: list[Path], wanted: int) -> None:
    if not paths or not all(path.is_file() for path in paths):
        print(f"| {name}: not here | | | |")
        return
    documents = _documents(paths)
    size = sum(len(one.text.encode()) for one in documents) / 1e6
    seconds = _best(partial(_documents, paths))
    print(
        f"| {name}: {len(documents)} articles | {size:.1f} | {len(documents) / seconds:,.0f} a second | ≥ {wanted:,} |"
    )


def _documents(paths: list[Path]) -> list[Document]:
    return [item for item in read_sources(paths) if isinstance(item, Document)]


def _one(text: str) -> list[Document]:
    return [Document("k", "a", text, "memory")]


def _long(size: int) -> str:
    """One article of the paragraphs of our annotated Persian articles, over and over.

    Short lines stay out: what ends a page in one of them would end the article.
    """
    paths = sorted((ROOT / "tests" / "corpus" / "articles").glob("persian-*/articles.jsonl"))
    body = (line for path in paths for article in lines(path) for line in article["text"].splitlines())
    return _over("\n".join(line for line in body if len(line) >= _PARAGRAPH) + "\n", size)


def _claims_only(size: int) -> str:
    """The sentences of the phrase corpus: hardly eighty bytes without a claim."""
    cases = [case for path in sorted((ROOT / "tests" / "corpus" / "fa").glob("*.jsonl")) for case in lines(path)]
    return _over("\n".join(case["text"] for case in cases if "\n" not in case["text"]) + "\n", size)


def _over(once: str, size: int) -> str:
    return once * (size // len(once.encode()) + 1)


def _best(documents: Callable[[], Iterable[Document]]) -> float:
    """Seconds of processor time."""
    took: list[float] = []
    while len(took) < ROUNDS and sum(took) < ENOUGH:
        took.append(_seconds(documents))
    return min(took)


def _seconds(documents: Callable[[], Iterable[Document]]) -> float:
    references, calibration = load_references(SEEDS), load_calibration(SEEDS)
    out = io.StringIO()
    start = time.process_time()
    for reading in read(documents()):
        for claim in tidy(reading, references):
            json.dump(as_record(claim, reading.document.article, calibration), out, ensure_ascii=False)
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
