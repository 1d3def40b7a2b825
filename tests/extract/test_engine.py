"""The whole reader: the worked example of the claim model, languages, what is dropped, and the order."""

import datetime as dt
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from extract.engine import read, read_one
from extract.model import Document, Reading
from extract.readers import read_sources
from transform.claims import TidyClaim, tidy
from transform.references import load_references

_SEEDS = Path(__file__).parents[2] / "seeds"
_REFERENCES = load_references(_SEEDS)
_PUBLISHED = dt.date(2024, 7, 18)
_NEW_YEAR = dt.date(2024, 3, 20)


def _document(text: str) -> Document:
    return Document("key", "article", text, "memory", published=_PUBLISHED, lang="fa")


def _seed_article() -> Document:
    items = list(read_sources([_SEEDS / "news" / "isfahan-ngos.txt"]))
    assert len(items) == 1
    assert isinstance(items[0], Document)
    return items[0]


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_one(_seed_article())


@pytest.fixture(scope="module")
def claims(reading: Reading) -> list[TidyClaim]:
    return tidy(reading, _REFERENCES)


def test_the_seed_article_gives_the_worked_example(claims: list[TidyClaim]) -> None:
    found = sorted(
        (
            claim.kind,
            claim.subject,
            int(claim.value),
            claim.bound,
            claim.period_type,
            claim.scope or "",
            (claim.rank_by or "") if claim.field is None else "",  # the example leaves it open beside a field
            claim.field or "",
        )
        for claim in claims
        if claim.value_high is None
    )
    assert found == [
        ("count", "ngo", 1800, "about", "as_of", "", "", ""),
        ("count", "session", 6, "exact", "year_to_date", "", "", ""),
        ("rank", "ngo", 1, "exact", "as_of", "IR", "member", ""),
        ("rank", "ngo", 1, "exact", "as_of", "IR", "ngo", ""),
        ("rank", "ngo", 1, "exact", "as_of", "IR-10", "", "charity"),
    ]
    shared = [claim for claim in claims if claim.value_high is not None]
    assert {claim.field for claim in shared} == {"culture", "religion", "social_harm"}
    assert len(shared) == 3
    for claim in shared:
        assert (claim.kind, claim.subject) == ("rank", "ngo")
        assert (claim.value, claim.value_high) == (Decimal(2), Decimal(3))
        assert (claim.bound, claim.scope, claim.period_type) == ("between", "IR-10", "as_of")


def test_the_seed_article_s_place_time_and_speaker(claims: list[TidyClaim]) -> None:
    assert {claim.place for claim in claims} == {"IR-10"}
    assert {claim.locality for claim in claims} == {None}
    assert {claim.speaker for claim in claims} == {"مسعود مهدویان فر"}
    assert {claim.speaker_role for claim in claims} == {"مدیرکل دفتر امور اجتماعی استانداری اصفهان"}
    for claim in claims:
        start = _NEW_YEAR if claim.period_type == "year_to_date" else _PUBLISHED
        assert (claim.period_start, claim.period_end) == (start, _PUBLISHED)
        assert claim.modality == "actual"


def test_claims_of_the_seed_article_have_ids_of_their_own(reading: Reading) -> None:
    again = read_one(_seed_article())
    assert len({claim.claim_id for claim in reading.claims}) == len(reading.claims)
    assert again == reading


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "قیمت هر کیلو سیب ۴۵ هزار تومان و ساعت ۱۸ است."),
        ("en", "The price of a kilo of apples is 450,000 rials and the match ended 3-1."),
    ],
)
def test_a_document_that_the_cheap_look_drops_gives_nothing(language: str, text: str) -> None:
    reading = read_one(Document("key", "article", text, "memory", published=_PUBLISHED, lang=language))
    assert reading.dropped
    assert (reading.claims, reading.rejections) == ((), ())


def test_a_document_of_another_language_is_dropped() -> None:
    reading = read_one(Document("k", "a", "Die Provinz hat 120 Vereine.", "memory"))
    assert reading.dropped
    assert (reading.claims, reading.rejections) == ((), ())


def test_readings_come_one_each_in_order() -> None:
    documents = [_document(f"در استان قم {count} خیریه فعال است.") for count in (3, 14, 27)]
    assert [reading.document.text for reading in read(documents)] == [document.text for document in documents]


def test_extract_imports_no_flows_and_no_tables() -> None:
    code = (
        "import sys, extract.engine, extract.readers, extract.languages.en, extract.languages.fa;"
        "print(sorted({'prefect', 'duckdb', 'pandas', 'pyarrow'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        *(("در استان یزد ۳۷ سمن فعال است.", lang) for lang in (None, "fa", "FA", "fa-IR", "per")),
        *(("There are 37 NGOs in Yazd Province.", lang) for lang in (None, "en", "EN", "en-GB")),
    ],
)
def test_a_language_is_known_by_its_tag_or_else_by_the_letters(text: str, lang: str | None) -> None:
    reading = read_one(Document("k", "k", text, "k.txt", lang=lang))
    assert [claim.value for claim in reading.claims] == [37]
