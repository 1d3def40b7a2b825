"""Texts that nobody would write: each is read, every span is exact, and no number is lost."""

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.engine import read_one
from extract.model import Document, Reading
from transform.claims import tidy
from transform.references import load_references

_REFERENCES = load_references(Path(__file__).parents[2] / "seeds")

_ENGLISH = [
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
_PERSIAN = [
    *("سمن", "خیریه", "سازمان مردم‌نهاد", "انجمن", "داوطلب", "یتیم", "کمیته امداد", "عضو", "جلسه", "استان یزد"),
    *("شهرستان اردکان", "کشور", "هزار", "میلیون", "و", "تا", "به ترتیب", "رتبه", "نخست", "بیشترین", "درصد", "رشد"),
    *("برابر", "تومان", "ریال", "همت", "هر", "نفر", "از این تعداد", "هر کدام", "نیمی از", "سه رتبه اول", "سال گذشته"),
    *("۱۲", "٣٤", "5,600", "۱/۵", "۱۴۰۳/۰۲/۳۱", "1403", "یک", "دو", "ده‌ها", "یک‌سوم", "دارد", "شد", "نیست", "تاکنون"),
    *("،", ".", "\n", ":", "«", "»", "(", ")", "-", "٪", "/", "\u200c", "\u200f", "\u0640", "\u00ad", "\u202b", "ﻻ"),
    *("حدود", "بیش از", "کمتر از", "قرار است", "تیر", "ماهه", "گفت", "مدیرکل", "بهزیستی", "استاندار", "و۲", "۳و"),
]
_AROUND = {
    "en": "There are 19 charities in Semnan {} and 3 NGOs",
    "fa": "در استان سمنان ۱۹ خیریه فعال است {} و ۳ سمن",
}
_RUNS = {
    "en": [
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
    "fa": [
        "۷" * 100_000,
        "هزار و " * 100_000,
        "میلیارد " * 9 + "و یکم",
        "((((((«««" * 10_000,
        "\u200c" * 100_000,
        "و" * 100_000,
        "سمن " * 20_000,
        "۵ تا " * 20_000,
        "۱/" * 30_000,
        "\u0640" * 100_000,
        "یک" * 30_000,
    ],
}


def _texts(language: str, parts: list[str]) -> st.SearchStrategy[tuple[str, str]]:
    piece = st.one_of(st.sampled_from(parts), st.sampled_from(parts), st.text(max_size=3))
    joints = st.sampled_from(["", " "])
    return st.builds(lambda pieces, joint: (language, joint.join(pieces)), st.lists(piece, max_size=40), joints)


def _read(language: str, text: str) -> Reading:
    return read_one(Document("key", "article", text, "memory", published=dt.date(2024, 7, 18), lang=language))


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


@settings(max_examples=800, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(_texts("en", _ENGLISH), _texts("fa", _PERSIAN)))
def test_any_text_is_read_and_every_span_is_exact(said: tuple[str, str]) -> None:
    reading = _read(*said)
    _check_spans(reading)
    assert _read(*said) == reading
    tidy(reading, _REFERENCES)


@pytest.mark.parametrize(
    ("language", "run"),
    [
        pytest.param(language, run, id=f"{language} {run[:8].strip()!a}")
        for language, runs in _RUNS.items()
        for run in runs
    ],
)
def test_hostile_runs_are_read(language: str, run: str) -> None:
    _check_spans(_read(language, _AROUND[language].format(run)))


_OPENED = {"en": "Charities of Yazd have 5 centers and ", "fa": "خیریه‌های یزد ۵ مرکز دارند و "}
_FAR = {"en": ["It rained.", "It blew."], "fa": ["باران بارید.", "باد وزید."]}
_WRITTEN = st.lists(
    st.one_of(
        st.text("۰۱۲۳۴۵۶۷۸۹0123456789٠١٢", min_size=1, max_size=30),
        st.text("۱۲۳456٫،,./:-٪%' ", min_size=1, max_size=12),
        st.sampled_from(
            ["سمن", "نفر", "در سال", "میلیون تومان", "درصد", "NGOs", "percent", "million rials", "in", "و"]
        ),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(_OPENED)), _WRITTEN, _WRITTEN)
def test_every_number_ends_as_a_claim_or_a_rejection(language: str, written: list[str], far: list[str]) -> None:
    beside = "\n".join([*_FAR[language], " ".join(far), *_FAR[language]])  # lines that no rule looks at
    reading = _read(language, f"{beside}\n{_OPENED[language]}{' '.join(written)}\n{beside}")
    text = reading.document.text
    ended = {index for claim in reading.claims for index in range(claim.start, claim.end)}
    ended |= {index for rejection in reading.rejections for index in range(rejection.start, rejection.end)}
    lost = [match.group() for match in re.finditer(r"\d+", text) if ended.isdisjoint(range(*match.span()))]
    assert not lost, text
