"""The hand-made phrase corpora, `tests/corpus/*/claims*.jsonl`: short texts and the claims that they make."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from extract.engine import read_one
from extract.model import Document
from tests.measure.annotated import ROOT, SEEDS, Record, lines
from transform.claims import as_record, tidy
from transform.references import References, load_references

CORPORA: Mapping[str, Path] = {
    f"{path.parent.name}/{path.stem}": path for path in sorted((ROOT / "tests" / "corpus").glob("*/claims*.jsonl"))
}


def passing(path: Path) -> tuple[int, int]:
    """How many texts of a corpus make their claims and no other, and how many there are."""
    references = load_references(SEEDS)
    cases = lines(path)
    return sum(passes(case, path.parent.name, references) for case in cases), len(cases)


def passes(case: Record, language: str, references: References) -> bool:
    """Whether a text makes just the claims that its case names, each in the fields that are given."""
    records = claims_of(case, language, references)
    return len(records) == len(case["claims"]) and matched(case["claims"], records)


def claims_of(case: Record, language: str, references: References) -> list[Record]:
    """The claims that a case's text makes."""
    day = dt.date.fromisoformat(case["published"]) if case["published"] else None
    reading = read_one(Document("key", "article", case["text"], "memory", published=day, lang=language))
    return [as_record(claim, "article") for claim in tidy(reading, references)]


def matched(wanted: Sequence[Record], records: Sequence[Mapping[str, object]]) -> bool:
    """Whether each wanted claim has a record of its own; tried in every order, for claims may differ in one field."""
    if not wanted:
        return True
    first, rest = wanted[0], wanted[1:]
    return any(
        all(record[name] == value for name, value in first.items())
        and matched(rest, [*records[:place], *records[place + 1 :]])
        for place, record in enumerate(records)
    )
