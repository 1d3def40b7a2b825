"""Phrases of time and the period expression that each gives."""

import csv
from pathlib import Path

import pytest

from extract.fold import fold, reading_copy
from extract.languages.fa.sentence import read_sentence
from extract.languages.fa.vocabulary import Vocabulary
from extract.tokens import tokenize

_CORPUS = Path(__file__).parents[1] / "corpus" / "fa" / "periods.csv"

with _CORPUS.open(encoding="utf-8", newline="") as _handle:
    _ROWS = [(row["phrase"], row["period"]) for row in csv.DictReader(_handle)]

# What the reader does not read yet.
_NOT_YET = {
    "در خردادماه": "a month glued to «ماه» that stands alone",
    "۱۴۰۲/۰۹/۱۷": "a written date that is all of the phrase",
    "روز دوشنبه": "a weekday is no period of its own",
}


def _periods(vocabulary: Vocabulary, text: str) -> list[str]:
    tokens = tokenize(reading_copy(fold(text)).text)
    return [mention.expression for mention in read_sentence(tokens, vocabulary, 0, False).periods]


@pytest.mark.parametrize(
    ("phrase", "period"),
    [
        pytest.param(*row, marks=pytest.mark.xfail(reason=_NOT_YET[row[0]])) if row[0] in _NOT_YET else row
        for row in _ROWS
    ],
)
def test_a_phrase_gives_its_period(vocabulary: Vocabulary, phrase: str, period: str) -> None:
    assert _periods(vocabulary, phrase) == [period]


@pytest.mark.parametrize("phrase", ["۱۵۰۰ خیریه", "شماره ۱۳۹۹", "تیر چراغ", "ماه تابان", "سال‌ها تلاش", "مهر مادری"])
def test_a_phrase_without_time_gives_none(vocabulary: Vocabulary, phrase: str) -> None:
    assert _periods(vocabulary, phrase) == []
