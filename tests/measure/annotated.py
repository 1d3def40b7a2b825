"""Annotated sets: articles whose claims were marked by hand, and the extractor's claims scored against them.

A set is a folder with `articles.jsonl` and `claims.jsonl`, in the form of the gold set, whose `score.py` scores all.
"""

import importlib.util
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from extract.engine import read
from extract.model import Document
from extract.readers import read_sources
from transform.claims import as_record, tidy
from transform.references import load_references

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"
GOLD = ROOT.parent / "shared" / "gold"  # not part of this repository
GOLD_SETS: Mapping[str, Path] = {"agency": GOLD, "provincial": GOLD / "provincial"}
OWN_SETS = {path.parent.name: path.parent for path in sorted((ROOT / "tests/corpus/articles").glob("*/claims.jsonl"))}
SETS: Mapping[str, Path] = {**GOLD_SETS, **OWN_SETS}
HAS_GOLD = (GOLD / "score.py").is_file()

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim that the extractor made and that counts: of which set and article, and whether its core is right."""

    article: str
    rule: str
    kind: str
    subject: str
    right: bool


@dataclass(frozen=True, slots=True)
class Scored:
    """A set beside what the extractor makes of it: the scorer's report, and the claims that count."""

    name: str
    articles: Mapping[str, Record]
    report: Record
    printed: int  # all claims, those that do not count too
    judged: tuple[Judged, ...]


def named(folders: Iterable[Path]) -> dict[str, Path]:
    """Sets by their name, which is the folder's but for the gold sets; without any, all."""
    gold = {folder.resolve(): name for name, folder in SETS.items()}
    return {gold.get(folder.resolve(), folder.name): folder for folder in folders} or dict(SETS)


def is_set(folder: Path) -> bool:
    """Whether a folder holds an annotated set."""
    return (folder / "articles.jsonl").is_file() and (folder / "claims.jsonl").is_file()


@cache
def scorer() -> Any:
    """The module `score.py` of the gold set."""
    spec = importlib.util.spec_from_file_location("gold_score", GOLD / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def scored(name: str, folder: Path) -> Scored:
    """The set of a folder, scored."""
    articles, gold = scorer().read_gold(str(folder))
    claims = extracted(folder / "articles.jsonl")
    report = scorer().score(claims, gold, articles)
    return Scored(name, articles, report, len(claims), tuple(_judged(name, claims, gold, articles)))


def extracted(path: Path) -> list[Record]:
    """The claims that `shomar extract` prints for a file."""
    references = load_references(SEEDS)
    documents = (item for item in read_sources([path]) if isinstance(item, Document))
    return [
        as_record(claim, reading.document.article) for reading in read(documents) for claim in tidy(reading, references)
    ]


def _judged(name: str, claims: list[Record], gold: list[Record], articles: Mapping[str, Record]) -> list[Judged]:
    """The claims that count, as the scorer counts: neither optional ones nor repetitions, each once."""
    found = []
    for article in articles:
        ours = [claim for claim in claims if claim["article"] == article]
        theirs = [claim for claim in gold if claim["article"] == article]
        pairs, aside = scorer().score_article(ours, theirs, articles)
        for place, claim in enumerate(ours):
            if place not in aside:
                key = f"{name}/{article}"
                found.append(Judged(key, claim["rule"], claim["kind"], claim["subject"], place in pairs["core"]))
    return found


def lines(path: Path) -> list[Record]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
