"""Phrases of time and the period expression that each gives."""

import csv
from pathlib import Path

import pytest

from extract.fold import fold, reading_copy
from extract.languages.fa.periods import find_periods
from extract.languages.fa.vocabulary import Vocabulary
from extract.tokens import tokenize

_CORPUS = Path(__file__).parents[1] / "corpus" / "fa" / "periods.csv"

with _CORPUS.open(encoding="utf-8", newline="") as _handle:
    _ROWS = [(row["phrase"], row["period"]) for row in csv.DictReader(_handle)]


def _periods(vocabulary: Vocabulary, text: str) -> list[str]:
    words = vocabulary.glue.split(tokenize(reading_copy(fold(text)).text)).text
    mentions = find_periods(words, vocabulary.lexicon.hits(words), vocabulary.numbers.read(words), vocabulary)
    return [mention.expression for mention in mentions]


@pytest.mark.parametrize(("phrase", "period"), _ROWS)
def test_a_phrase_gives_its_period(vocabulary: Vocabulary, phrase: str, period: str) -> None:
    assert _periods(vocabulary, phrase) == [period]


@pytest.mark.parametrize(
    "phrase",
    [
        *("۱۵۰۰ خیریه", "شماره ۱۳۹۹", "تیر چراغ", "ماه تابان", "سال‌ها تلاش", "مهر مادری"),
        *(
            "در این سال ۷۰ سمن",
            "در یک سال ۷۰ جلسه",
            "مهر ۹۸ سمن",
            "از ۹۵ تا ۹۹ درصد",
            "۱۲/۵۰۰/۰۰۰",
            "۳۲/۱۳/۱۴۰۲",
            "دهه ۹۵",
        ),
        *("از ۴۰ تا ۵۰ خیریه", "نیمه دوم مسابقه", "تیر و مهر مادری", "۹۰ سال", "۱۲ تا ۲۲ سمن", "ربیع آمد"),
    ],
)
def test_a_phrase_without_time_gives_none(vocabulary: Vocabulary, phrase: str) -> None:
    assert _periods(vocabulary, phrase) == []


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("در سال‌های ۹۴ و ۹۵ به ترتیب ۱۸ و ۲۷ سمن", ["year:j1394", "year:j1395"]),
        ("سال‌های ۱۳۹۸، ۱۳۹۹ و ۱۴۰۰ به ترتیب ۳، ۴ و ۵", ["year:j1398", "year:j1399", "year:j1400"]),
        ("در سال ۹۴ تعداد ۱۸، سال ۹۵ تعداد ۲۷ سمن", ["year:j1394", "year:j1395"]),
        ("در ماه‌های خرداد و تیر به ترتیب ۱۸ و ۲۷ نشست", ["month:j?/03", "month:j?/04"]),
        ("سمن‌ها از ۱۸ در سال ۹۴ به ۲۷ در سال ۹۵ رسید", ["year:j1394", "year:j1395"]),
    ],
)
def test_times_that_numbers_are_given_to_stand_apart(vocabulary: Vocabulary, text: str, periods: list[str]) -> None:
    assert _periods(vocabulary, text) == periods
