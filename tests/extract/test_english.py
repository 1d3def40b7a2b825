"""The English reader: short texts and the claims that they make, and texts that nobody would write."""

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.engine import read_one
from extract.model import Document, Reading
from transform.claims import as_record, tidy
from transform.references import load_references

_TESTS = Path(__file__).parents[1]
_REFERENCES = load_references(_TESTS.parent / "seeds")
_LINES = (_TESTS / "corpus" / "en" / "claims.jsonl").read_text(encoding="utf-8").splitlines()
_CASES = [json.loads(line) for line in _LINES if line]
_MOST_EXPECTED_FAILURES = 0.1
_PUBLISHED = dt.date(2024, 5, 20)


def _document(text: str, published: dt.date | None = _PUBLISHED) -> Document:
    return Document("key", "article", text, "memory", published=published, lang="en")


def _records(published: str | None, text: str) -> list[dict[str, object]]:
    day = dt.date.fromisoformat(published) if published else None
    return [as_record(claim, "article") for claim in tidy(read_one(_document(text, day)), _REFERENCES)]


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
    assert len(_CASES) >= 190
    assert len({case["text"] for case in _CASES}) == len(_CASES)
    assert sum("xfail" in case for case in _CASES) <= _MOST_EXPECTED_FAILURES * len(_CASES)
    kinds = {claim["kind"] for case in _CASES for claim in case["claims"]}
    assert kinds == {"count", "rank", "amount", "share", "change", "ratio", "measure"}
    assert sum(not case["claims"] for case in _CASES) >= 15


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=str(number), marks=[pytest.mark.xfail(reason=case["xfail"])] if "xfail" in case else [])
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


_PARTS = [
    *("NGO", "NGOs", "charities", "cooperative members", "volunteers", "orphans", "Relief Committee", "the number of"),
    *(
        "Yazd Province",
        "Shiraz",
        "counties",
        "nationwide",
        "thousand",
        "million",
        "and",
        "to",
        "between",
        "respectively",
    ),
    *(
        "ranks",
        "third",
        "first",
        "tops the list",
        "highest number of",
        "percent",
        "%",
        "rose",
        "fell",
        "tripled",
        "rials",
    ),
    *(
        "$",
        "tomans",
        "each",
        "for every",
        "people",
        "of them",
        "a half",
        "one in ten",
        "two-thirds",
        "dozens",
        "tens of",
    ),
    *("last year", "the Iranian year", "ended March 20, 2023", "Sept.", "1398", "2020-21", "since", "by", "months to"),
    *(
        "12",
        "5,600",
        "1.5",
        "2019",
        "1/2/3",
        "one",
        "twenty",
        "hundred",
        "m",
        "bn",
        "'s",
        "’",
        "-",
        "–",
        "(",
        ")",
        ",",
        ".",
    ),
    *("\n", ":", '"', "“", "said", "Ali Rezaei", "director general of", "he", "according to", "will", "not", "pledged"),
    *("\u200c", "\u200f", "\u0640", "\u00ad", "İ", "ﬁ", "٣٤", "سمن", "about", "more than", "of which", "in that order"),
]
_TEXTS = st.lists(
    st.one_of(st.sampled_from(_PARTS), st.sampled_from(_PARTS), st.text(max_size=3)), max_size=40
).flatmap(lambda parts: st.sampled_from(["", " "]).map(lambda joint: joint.join(parts)))


def _check_spans(reading: Reading) -> None:
    text = reading.document.text
    for claim in reading.claims:
        assert text[claim.start : claim.end] == claim.number_text
        assert claim.number_text
        assert text[claim.evidence_start :].startswith(claim.evidence)
        assert claim.evidence_start <= claim.start < claim.end <= claim.evidence_start + len(claim.evidence)
    for rejection in reading.rejections:
        assert text[rejection.start : rejection.end] == rejection.number_text
    assert len({claim.claim_id for claim in reading.claims}) == len(reading.claims)
    assert len({rejection.rejection_id for rejection in reading.rejections}) == len(reading.rejections)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_TEXTS)
def test_any_text_is_read_and_every_span_is_exact(text: str) -> None:
    reading = read_one(_document(text))
    _check_spans(reading)
    assert read_one(_document(text)) == reading
    tidy(reading, _REFERENCES)


@pytest.mark.parametrize(
    "run",
    [
        "7" * 100_000,
        "two thousand and " * 20_000,
        "((((((“““" * 10_000,
        "’s" * 50_000,
        "NGOs " * 20_000,
        "5 to " * 20_000,
        "1/" * 30_000,
        "March 20, " * 20_000,
        "Yazd and Shiraz, " * 10_000,
        "one in " * 20_000,
        "A. " * 30_000,
        "tens of thousands of " * 10_000,
    ],
    ids=lambda run: run[:8].strip(),
)
def test_hostile_runs_are_read(run: str) -> None:
    reading = read_one(_document(f"There are 19 charities in Semnan {run} and 3 NGOs"))
    _check_spans(reading)


def test_a_document_that_the_cheap_look_drops_gives_nothing() -> None:
    reading = read_one(_document("The price of a kilo of apples is 450,000 rials and the match ended 3-1."))
    assert reading.dropped
    assert (reading.claims, reading.rejections) == ((), ())


@pytest.mark.parametrize("lang", [None, "en", "EN", "en-GB"])
def test_english_is_known_by_its_tag_or_else_by_the_letters(lang: str | None) -> None:
    reading = read_one(Document("k", "k", "There are 37 NGOs in Yazd Province.", "k.txt", lang=lang))
    assert [claim.value for claim in reading.claims] == [37]


def test_every_number_ends_as_a_claim_or_a_rejection() -> None:
    text = "On May 2, 2024, some 40 charities met in room 12 at 9:30 and gave 5 billion rials to 300 orphans."
    reading = read_one(_document(text))
    spans = [(claim.start, claim.end) for claim in reading.claims]
    spans += [(rejection.start, rejection.end) for rejection in reading.rejections]
    ended = {text[start:end] for start, end in spans}
    assert {"40", "12", "9", "30", "5 billion rials", "300", "2", "2024"} <= ended
