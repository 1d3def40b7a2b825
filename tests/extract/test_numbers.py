"""Numbers in every spelling: a table, words that only look like numbers, and a generator that knows the value."""

import csv
import math
import random
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from extract.fold import fold, reading_copy
from extract.languages.fa.numbers import Number
from extract.languages.fa.vocabulary import Vocabulary
from extract.tokens import tokenize

_CORPUS = Path(__file__).parents[1] / "corpus" / "fa" / "numbers.csv"
_MARKS = {"\\u200f": "\u200f", "\\u202b": "\u202b", "\\u202c": "\u202c", "\\u00ad": "\u00ad"}
# What the reader does not read yet.
_SPLIT = "a «و» glued to the number behind it is split off only inside a longer glued word"
_NOT_YET = {
    "سیصدوچهل‌وپنج": _SPLIT,
    "یک‌ونیم میلیون": _SPLIT,
    "بیست‌وششمین": _SPLIT,
    "پنجاه\\u00adوسه": _SPLIT,
}

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


@pytest.mark.parametrize(
    ("surface", "value", "high"),
    [
        pytest.param(*row, marks=pytest.mark.xfail(reason=_NOT_YET[row[0]])) if row[0] in _NOT_YET else row
        for row in _ROWS
    ],
)
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
    ],
)
def test_words_that_only_hold_a_number_word(vocabulary: Vocabulary, text: str) -> None:
    numbers, _ = _read(vocabulary, text)
    assert [number for number in numbers if number.form == "cardinal"] == []


@pytest.mark.parametrize("text", ["۱۴۰۳/۰۲/۱۵", "15.02.1403", "۱/۲/۳/۴"])
def test_written_dates_are_no_numbers(vocabulary: Vocabulary, text: str) -> None:
    assert _read(vocabulary, text)[0] == []


# The generator: a value, then one of its spellings.

_UNITS = ["صفر", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده", "یازده", "دوازده", "سیزده"]
_UNITS += ["چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده"]
_TENS = ["-", "-", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"]
_HUNDREDS = ["-", "صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"]
_SCALES = ((10**9, "میلیارد"), (10**6, "میلیون"), (10**3, "هزار"))
_DIGITS = ("0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩")
Join = Callable[[], str]


def _below_thousand(value: int, rng: random.Random, join: Join) -> str:
    parts: list[str] = []
    if value >= 100:
        parts.append(rng.choice(("صد", "یکصد")) if value < 200 else _HUNDREDS[value // 100])
    rest = value % 100
    if rest >= 20:
        parts.append(_TENS[rest // 10])
        rest %= 10
    if rest or not parts:
        parts.append(_UNITS[rest])
    text = parts[0]
    for part in parts[1:]:
        text += join() + part
    return text


def _digits(value: int, rng: random.Random, separated: bool) -> str:
    plain = f"{value:,}".replace(",", rng.choice((",", "٬", "،"))) if separated and value >= 1000 else str(value)
    signs = rng.choice(_DIGITS)
    return "".join(signs[int(sign)] if sign.isascii() and sign.isdecimal() else sign for sign in plain)


def _scaled(value: int, rng: random.Random, mode: str) -> str:
    """Words or digits a group, falling scales, one spelling of «و» for each joint."""

    def join() -> str:
        return rng.choice((" و ", " و ", "\u200cو\u200c", "  و ", "\u200cو "))

    def group(count: int) -> str:
        if mode == "words" or (mode == "mixed" and rng.random() < 0.4):
            return _below_thousand(count, rng, join)
        return _digits(count, rng, separated=False)

    if value == 10**12:
        return group(1) + " هزار میلیارد"
    parts: list[str] = []
    rest = value
    for scale, word in _SCALES:
        count, rest = divmod(rest, scale)
        if not count:
            continue
        if count == 1 and scale == 1000 and not parts and rng.random() < 0.5:
            parts.append(word)
        else:
            parts.append(group(count) + rng.choice((" ", "\u200c", "  ")) + word)
    if rest:
        parts.append(group(rest))
    text = parts[0]
    for part in parts[1:]:
        text += join() + part
    return text


def _spelt(value: int, rng: random.Random) -> str:
    mode = rng.choice(("digits", "separated", "words", "mixed", "scaled"))
    if mode in ("digits", "separated"):
        return _digits(value, rng, separated=mode == "separated")
    text = _scaled(value, rng, mode)
    if rng.random() < 0.2:
        text = text.replace("ی", "ي")
    if rng.random() < 0.2:
        text = text.replace("ک", "ك")
    if rng.random() < 0.1:
        text = text.replace("ا", "ا\u0640")
    return text


def _value(rng: random.Random) -> int:
    kind = rng.random()
    if kind < 0.2:
        return rng.randint(1, 999)
    if kind < 0.4:
        return rng.randint(1, 999) * int("1" + "000" * rng.randint(0, 3))
    if kind < 0.42:
        return int(f"1{'0' * rng.randint(0, 12)}")
    return int(math.pow(10, rng.uniform(0, 12)))


def _wrong(vocabulary: Vocabulary, seed: int, count: int) -> list[tuple[int, str, list[Number]]]:
    rng = random.Random(seed)
    wrong = []
    for _ in range(count):
        value = _value(rng)
        text = _spelt(value, rng)
        numbers, length = _read(vocabulary, text)
        if [(n.value, n.high, n.first, n.last) for n in numbers] != [(Decimal(value), None, 0, length)]:
            wrong.append((value, text, numbers))
    return wrong


def test_generated_numbers_are_read_back(vocabulary: Vocabulary) -> None:
    assert _wrong(vocabulary, seed=1403, count=4_000)[:10] == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_many_generated_numbers_are_read_back(vocabulary: Vocabulary, seed: int) -> None:
    assert _wrong(vocabulary, seed=seed, count=5_000)[:10] == []
