"""The whole reader: the worked example of the claim model, and texts that nobody would write."""

import datetime as dt
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.engine import read, read_one
from extract.model import Document, Reading
from extract.readers import read_sources
from transform.claims import TidyClaim, tidy
from transform.references import load_references

_SEEDS = Path(__file__).parents[2] / "seeds"
_REFERENCES = load_references(_SEEDS)
_PUBLISHED = dt.date(2024, 7, 18)
_NEW_YEAR = dt.date(2024, 3, 20)


def _document(text: str, published: dt.date | None = _PUBLISHED) -> Document:
    return Document("key", "article", text, "memory", published=published, lang="fa")


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


def test_a_document_that_the_cheap_look_drops_gives_nothing() -> None:
    reading = read_one(_document("قیمت هر کیلو سیب ۴۵ هزار تومان و ساعت ۱۸ است."))
    assert reading.dropped
    assert (reading.claims, reading.rejections) == ((), ())


def test_a_document_of_another_language_is_dropped() -> None:
    reading = read_one(Document("k", "a", "Die Provinz hat 120 Vereine.", "memory"))
    assert reading.dropped
    assert (reading.claims, reading.rejections) == ((), ())


def test_readings_come_one_each_in_order() -> None:
    documents = [_document(f"در استان قم {count} خیریه فعال است.") for count in (3, 14, 27)]
    assert [reading.document.text for reading in read(documents)] == [document.text for document in documents]


WORDS = [
    *("سمن", "خیریه", "سازمان مردم‌نهاد", "انجمن", "داوطلب", "یتیم", "کمیته امداد", "عضو", "جلسه", "استان یزد"),
    *("شهرستان اردکان", "کشور", "هزار", "میلیون", "و", "تا", "به ترتیب", "رتبه", "نخست", "بیشترین", "درصد", "رشد"),
    *("برابر", "تومان", "ریال", "همت", "هر", "نفر", "از این تعداد", "هر کدام", "نیمی از", "سه رتبه اول", "سال گذشته"),
    *("۱۲", "٣٤", "5,600", "۱/۵", "۱۴۰۳/۰۲/۳۱", "1403", "یک", "دو", "ده‌ها", "یک‌سوم", "دارد", "شد", "نیست", "تاکنون"),
    *("،", ".", "\n", ":", "«", "»", "(", ")", "-", "٪", "/", "\u200c", "\u200f", "\u0640", "\u00ad", "\u202b", "ﻻ"),
    *("حدود", "بیش از", "کمتر از", "قرار است", "تیر", "ماهه", "گفت", "مدیرکل", "بهزیستی", "استاندار", "و۲", "۳و"),
]
TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(WORDS), st.text(max_size=3)), max_size=40).flatmap(
    lambda parts: st.sampled_from(["", " "]).map(lambda joint: joint.join(parts))
)


def _check_spans(reading: Reading) -> None:
    text = reading.document.text
    for claim in reading.claims:
        assert text[claim.start : claim.end] == claim.number_text
        assert claim.number_text
        assert text[claim.evidence_start :].startswith(claim.evidence)
        evidence_end = claim.evidence_start + len(claim.evidence)
        assert claim.evidence_start <= claim.start < claim.end <= evidence_end
    for rejection in reading.rejections:
        assert text[rejection.start : rejection.end] == rejection.number_text
    assert len({claim.claim_id for claim in reading.claims}) == len(reading.claims)
    assert len({rejection.rejection_id for rejection in reading.rejections}) == len(reading.rejections)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text_is_read_and_every_span_is_exact(text: str) -> None:
    reading = read_one(_document(text))
    _check_spans(reading)
    assert read_one(_document(text)) == reading
    tidy(reading, _REFERENCES)


@pytest.mark.parametrize(
    "run",
    [
        "۷" * 100_000,
        "هزار و " * 100_000,
        "((((((«««" * 10_000,
        "\u200c" * 100_000,
        "و" * 100_000,
        "سمن " * 20_000,
        "۵ تا " * 20_000,
        "۱/" * 30_000,
        "\u0640" * 100_000,
        "یک" * 30_000,
    ],
    ids=["digits", "thousands", "brackets", "joints", "ands", "nouns", "ranges", "slashes", "kashida", "ones"],
)
def test_hostile_runs_are_read(run: str) -> None:
    reading = read_one(_document(f"در استان سمنان ۱۹ خیریه فعال است {run} و ۳ سمن"))
    _check_spans(reading)


def test_extract_imports_no_flows_and_no_tables() -> None:
    code = (
        "import sys, extract.engine, extract.readers, extract.languages.fa;"
        "print(sorted({'prefect', 'duckdb', 'pandas', 'pyarrow'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("lang", [None, "fa", "FA", "fa-IR", "per"])
def test_a_language_is_known_by_its_tag_or_else_by_the_letters(lang: str | None) -> None:
    reading = read_one(Document("k", "k", "در استان یزد ۳۷ سمن فعال است.", "k.txt", lang=lang))
    assert [claim.value for claim in reading.claims] == [37]
