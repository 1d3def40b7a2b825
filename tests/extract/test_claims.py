"""Short texts and the claims that they make: the fields that are given must be met, and there may be no other claim."""

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from extract.engine import read_one
from extract.model import Document
from transform.claims import as_record, tidy
from transform.references import load_references

_TESTS = Path(__file__).parents[1]
_REFERENCES = load_references(_TESTS.parent / "seeds")
_LINES = (_TESTS / "corpus" / "fa" / "claims.jsonl").read_text(encoding="utf-8").splitlines()
_CASES = [json.loads(line) for line in _LINES if line]
_MOST_EXPECTED_FAILURES = 0.25


def _records(published: str | None, text: str) -> list[dict[str, object]]:
    day = dt.date.fromisoformat(published) if published else None
    reading = read_one(Document("key", "article", text, "memory", published=day, lang="fa"))
    return [as_record(claim, "article") for claim in tidy(reading, _REFERENCES)]


def _meets(record: Mapping[str, object], wanted: Mapping[str, object]) -> bool:
    return all(record[name] == value for name, value in wanted.items())


def _matched(wanted: list[dict[str, object]], records: list[dict[str, object]]) -> bool:
    """Whether each wanted claim has a record of its own; tried in every order, for claims may differ in one field."""
    if not wanted:
        return True
    first, rest = wanted[0], wanted[1:]
    return any(
        _meets(record, first) and _matched(rest, records[:index] + records[index + 1 :])
        for index, record in enumerate(records)
    )


def test_the_corpus_is_large_and_mostly_read() -> None:
    assert len(_CASES) >= 80
    assert len({case["text"] for case in _CASES}) == len(_CASES)
    assert sum("xfail" in case for case in _CASES) <= _MOST_EXPECTED_FAILURES * len(_CASES)
    kinds = {claim["kind"] for case in _CASES for claim in case["claims"]}
    assert kinds == {"count", "rank", "amount", "share", "change", "ratio", "measure"}
    assert any(not case["claims"] for case in _CASES)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=str(number),
            marks=[pytest.mark.xfail(reason=case["xfail"])] if "xfail" in case else [],
        )
        for number, case in enumerate(_CASES, 1)
    ],
)
def test_a_text_makes_its_claims_and_no_other(case: dict[str, object]) -> None:
    published, text, wanted = case["published"], case["text"], case["claims"]
    assert published is None or isinstance(published, str)
    assert isinstance(text, str)
    assert isinstance(wanted, list)
    records = _records(published, text)
    shown = [
        {name: record[name] for name in dict.fromkeys([*(key for claim in wanted for key in claim), "number_text"])}
        for record in records
    ]
    assert len(records) == len(wanted), shown
    assert _matched(wanted, records), shown
