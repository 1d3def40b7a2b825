"""Numbers in every spelling: a table, and words that only look like numbers."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from extract.fold import fold, reading_copy
from extract.languages.fa.sentence import read_sentence
from extract.languages.fa.vocabulary import Vocabulary
from extract.sentence import Number
from extract.tokens import tokenize

_CORPUS = Path(__file__).parents[1] / "corpus" / "fa" / "numbers.csv"
_MARKS = {"\\u200f": "\u200f", "\\u202b": "\u202b", "\\u202c": "\u202c", "\\u00ad": "\u00ad"}

with _CORPUS.open(encoding="utf-8", newline="") as _handle:
    _ROWS = [(row["surface"], row["value"], row["value_high"]) for row in csv.DictReader(_handle)]


def _read(vocabulary: Vocabulary, text: str) -> tuple[list[Number], int]:
    """The numbers of a text and how many tokens it has."""
    tokens = vocabulary.glue.split(tokenize(reading_copy(fold(text)).text))
    return vocabulary.numbers.read(tokens.text), len(tokens)


def _unescaped(surface: str) -> str:
    for written, mark in _MARKS.items():
        surface = surface.replace(written, mark)
    return surface


def test_the_table_is_large() -> None:
    assert len(_ROWS) >= 150
    assert len({surface for surface, _, _ in _ROWS}) == len(_ROWS)


@pytest.mark.parametrize(("surface", "value", "high"), _ROWS)
def test_the_whole_surface_is_one_number(vocabulary: Vocabulary, surface: str, value: str, high: str) -> None:
    numbers, count = _read(vocabulary, _unescaped(surface))
    assert [(number.value, number.high) for number in numbers] == [(Decimal(value), Decimal(high) if high else None)], (
        numbers
    )
    assert (numbers[0].first, numbers[0].last) == (0, count)


@pytest.mark.parametrize(
    ("surface", "thirds"), [("یک سوم", 1), ("یک‌سوم", 1), ("یکسوم", 1), ("دو سوم", 2), ("دو‌سوم", 2), ("ثلث", 1)]
)
def test_thirds(vocabulary: Vocabulary, surface: str, thirds: int) -> None:
    numbers, count = _read(vocabulary, surface)
    assert len(numbers) == 1
    assert abs(numbers[0].value * 3 - thirds) < Decimal("1e-9")
    assert (numbers[0].form, numbers[0].last) == ("fraction", count)


@pytest.mark.parametrize(
    ("text", "value", "high"),
    [
        ("بین ۳۰ و ۴۰ هزار", 30_000, 40_000),
        ("بین بیست و سی", 20, 30),
        ("میان ۱۲ و ۱۵", 12, 15),
        ("بین ۳۰ تا ۴۰", 30, 40),
        ("بین ۳ و نیم و ۴", Decimal("3.5"), 4),
        ("وششصد", 600, None),
        ("سمن وهفتاد", 70, None),
        ("سمن وصدها", 200, None),
    ],
)
def test_a_word_before_the_number_is_none_of_it(
    vocabulary: Vocabulary, text: str, value: Decimal | int, high: int | None
) -> None:
    numbers, count = _read(vocabulary, text)
    assert [(number.value, number.high, number.last) for number in numbers] == [(value, high, count)]
    assert numbers[0].first > 0


@pytest.mark.parametrize("text", ["۱۴ استان و ۵ شهر", "بین ۵ استان و ۷ شهر", "۹۲، ۱۴ و ۲۵۶", "از ۲۰ به ۳۰", "۵ و ۷"])
def test_numbers_that_stand_apart_are_no_range(vocabulary: Vocabulary, text: str) -> None:
    numbers, _ = _read(vocabulary, text)
    assert len(numbers) > 1
    assert [number.high for number in numbers] == [None] * len(numbers)


@pytest.mark.parametrize("word", ["دومین", "دومین کنگره", "پنجم", "بیست و سومین نشست", "۱۲مین", "سی‌ام", "اول"])
def test_ordinals_are_no_cardinals(vocabulary: Vocabulary, word: str) -> None:
    numbers, _ = _read(vocabulary, word)
    assert [number.form for number in numbers] == ["ordinal"]


@pytest.mark.parametrize("word", ["ده‌ها", "صدها", "هزاران", "میلیون‌ها", "ده‌ها هزار"])
def test_vague_plurals_are_vague(vocabulary: Vocabulary, word: str) -> None:
    numbers, _ = _read(vocabulary, word)
    assert [number.form for number in numbers] == ["vague"]


@pytest.mark.parametrize(
    "text",
    [
        "نهاد",
        "نهادها",
        "مردم‌نهاد",
        "سیاست",
        "سیاستگذار",
        "صدا",
        "صداوسیما",
        "صدقات",
        "صدور",
        "سهم",
        "سهمیه",
        "سهامداران",
        "دولت",
        "دوره",
        "دوستان",
        "دوباره",
        "پنجره",
        "هشدار",
        "هفته",
        "هفته‌نامه",
        "یکی",
        "یکدیگر",
        "یکپارچه",
        "یکسان",
        "یکجا",
        "نیمه",
        "نیمکت",
        "نهایت",
        "نهضت",
        "دهستان",
        "دهیاری",
        "دهه",
        "سیمان",
        "سیستان",
        "سیراب",
        "شستشو",
        "صدرا",
        "هزینه",
        "هزارتوی",
        "چهارشنبه",
        "چهارراه",
        "چهارچوب",
        "پنجشنبه",
        "یکشنبه",
        "دوشنبه",
        "دوچرخه",
        "چهره",
        "نودهشت",
        "بیستون",
        "صدیقه",
        "یکتا",
        "اولویت",
        "دومینو",
        "هفتگی",
        "نوده",
        "نهادینه",
        "دهلران",
        "سیرجان",
        "نهم‌دی",
        "سیستم",
        "سیاه",
        "هشتگرد",
        "سمن",
        "سیو",
        "صدوقی",
        "پنجتن",
        "ونه",
        "وسیع",
        "وسیله",
        "وسیم",
        "ودود",
        "ویکتور",
        "هزارها",
        "هزارتو",
        "هزارپا",
        "نیمرخ",
        "نیمسال",
        "چهارم",
        "شهروند",
        "شصتچی",
        "پنجاهمین",
        "دوازدهم",
        "سیدو",
        "سهو",
        "سیهای",
        "نهصدمین",
    ],
)
def test_words_that_only_hold_a_number_word(vocabulary: Vocabulary, text: str) -> None:
    numbers, _ = _read(vocabulary, text)
    assert [number for number in numbers if number.form == "cardinal"] == []


@pytest.mark.parametrize("text", ["۱۴۰۳/۰۲/۱۵", "15.02.1403", "۱/۲/۳/۴"])
def test_written_dates_are_no_numbers(vocabulary: Vocabulary, text: str) -> None:
    assert _read(vocabulary, text)[0] == []


def test_a_sentence_that_is_all_numbers_is_no_prose(vocabulary: Vocabulary) -> None:
    prose = read_sentence(tokenize(reading_copy(fold("یزد ۱۲، " * 53)).text), vocabulary)
    assert len(prose.numbers) == 53
    assert not prose.is_run
    for noise in ("هزار و " * 80, "۵ تا " * 80, "۵ سمن " * 70):
        assert read_sentence(tokenize(reading_copy(fold(noise)).text), vocabulary).is_run
