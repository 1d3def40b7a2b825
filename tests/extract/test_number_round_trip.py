"""Numbers written out by a writer of our own, in every spelling that pages have, and read back.

Each form of number has a writer: it takes a source of chance and gives a text and what must be read from it.
"""

import random
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

import pytest

from extract.fold import fold, reading_copy
from extract.languages.fa.vocabulary import Vocabulary
from extract.sentence import Form, Number
from extract.tokens import tokenize

_UNITS = ["صفر", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده", "یازده", "دوازده", "سیزده"]
_UNITS += ["چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده"]
_TENS = ["-", "-", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"]
_HUNDREDS = ["-", "صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"]
_SCALES = ((10**9, "میلیارد"), (10**6, "میلیون"), (10**3, "هزار"))
_DIGITS = ("0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩")
_ANDS = (" و ", " و ", " و ", "\u200cو\u200c", "  و ", "\u200cو ", "و", "و ", " و", "\u00adو\u00ad", "و\u200c")
_GAPS = (" ", " ", "\u200c", "  ", "", "\u00a0")
_TO = (" تا ", " تا ", " الی ", "\u200cتا\u200c", "  تا ")
_MARKS = ("\u200e", "\u200f", "\u202b", "\u202c", "\u2067", "\ufeff")
_ENDINGS = ("مین", " مین", "\u200cمین", "ام", "\u200cام", "\u200cامین")


class Written(NamedTuple):
    """A text and the one number that must be read from it."""

    text: str
    value: Decimal
    high: Decimal | None = None
    form: Form = "cardinal"


class Writer:
    """Writes numbers; a seed decides all that is left to chance."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)

    def words(self, value: int, ordinal: str = "") -> str:
        """A value below a thousand in words; `ordinal` is the ending of the last word."""
        parts: list[str] = []
        if value >= 100:
            parts.append(self.rng.choice(("صد", "یکصد")) if value < 200 and not ordinal else _HUNDREDS[value // 100])
        rest = value % 100
        if rest >= 20:
            parts.append(_TENS[rest // 10])
            rest %= 10
        if rest or not parts:
            parts.append(_UNITS[rest])
        if ordinal:
            parts[-1] = _as_ordinal(parts[-1], ordinal)
        return self._joined(parts)

    def _joined(self, parts: list[str]) -> str:
        text = parts[0]
        for part in parts[1:]:
            text += self.rng.choice(_ANDS) + part
        return text

    def digits(self, value: int | Decimal, point: str = ".", separated: bool = False) -> str:
        """A value in digits of one of the three sets, at times of two, at times with direction marks inside."""
        plain = f"{value:,}" if separated else str(value)
        plain = plain.replace(".", point).replace(",", self.rng.choice((",", "٬", "،")))
        sets = self.rng.choices(_DIGITS, k=2) if self.rng.random() < 0.1 else [self.rng.choice(_DIGITS)]
        text = "".join(self.rng.choice(sets)[int(sign)] if "0" <= sign <= "9" else sign for sign in plain)
        if self.rng.random() < 0.05:
            at = self.rng.randrange(len(text) + 1)
            text = text[:at] + self.rng.choice(_MARKS) + text[at:]
        return text

    def group(self, count: int, mode: str) -> str:
        """A group below a thousand in words or digits."""
        is_words = mode == "words" or (mode == "mixed" and self.rng.random() < 0.4)
        return self.words(count) if is_words else self.digits(count)

    def scaled(self, value: int) -> str:
        """Words or digits a group, falling scales, one spelling of «و» for each joint."""
        mode = self.rng.choice(("words", "mixed", "digits"))
        parts: list[str] = []
        rest = value
        for scale, word in _SCALES:
            count, rest = divmod(rest, scale)
            if not count:
                continue
            is_bare = count == 1 and scale == 1000 and not parts and self.rng.random() < 0.5
            parts.append(word if is_bare else self._thousands(count, mode) + self.rng.choice(_GAPS) + word)
        if rest or not parts:
            parts.append(self.group(rest, mode))
        text = parts[0]
        for part in parts[1:]:
            is_clear = (
                part[0].isdecimal() or part.endswith(("هزار", "میلیون")) or part.startswith(("یکصد", *_HUNDREDS[1:]))
            )
            text += (" " if is_clear and self.rng.random() < 0.15 else self.rng.choice(_ANDS)) + part
        return text

    def _thousands(self, count: int, mode: str) -> str:
        """How many there are of a scale word; from a thousand on with «هزار» in it: «۲ هزار و ۳۴۵ میلیارد»."""
        if count < 1000:
            return self.group(count, mode)
        thousands, rest = divmod(count, 1000)
        text = self.group(thousands, mode) + self.rng.choice(_GAPS) + "هزار"
        return text + self.rng.choice(_ANDS) + self.group(rest, mode) if rest else text

    def spoilt(self, text: str) -> str:
        """The text as old systems write it: Arabic letters, kashida, vowel marks."""
        chance = self.rng.random()
        if chance < 0.1:
            return text.replace("ی", "ي").replace("ک", "ك")
        if chance < 0.15:
            return text.replace("ا", "ا\u0640")
        if chance < 0.2:
            return text.replace("س", "س\u0650")
        return text

    def value(self) -> int:
        """A value that news may hold: small ones, round ones, and any up to a thousand billion."""
        kind = self.rng.random()
        if kind < 0.2:
            return self.rng.randint(1, 999)
        if kind < 0.4:
            return self.rng.randint(1, 999) * int("1" + "000" * self.rng.randint(0, 3))
        if kind < 0.5:
            return self.rng.randint(1, 99) * 10**12 + self.rng.randint(100, 999) * 10**9
        return int(10 ** self.rng.uniform(0, 12))

    def scale(self) -> tuple[int, str]:
        """A scale word."""
        return self.rng.choice(_SCALES)

    def small(self, value: int) -> str:
        """A value below a thousand in words or digits."""
        return self.group(value, "mixed")


def _as_ordinal(word: str, ending: str) -> str:
    if word == "سه":
        return "سو" + ending
    return f"سی\u200cا{ending}" if word == "سی" else word + ending


def _cardinal(writer: Writer) -> Written:
    value = writer.value()
    if writer.rng.random() < 0.3:
        return Written(writer.digits(value, separated=writer.rng.random() < 0.5), Decimal(value))
    return Written(writer.scaled(value), Decimal(value))


def _decimal(writer: Writer) -> Written:
    value = Decimal(writer.rng.randint(1, 9999)) / writer.rng.choice((10, 100))
    text = writer.digits(value, point=writer.rng.choice((".", "/", "٫")))
    if writer.rng.random() < 0.5:
        scale, word = writer.scale()
        return Written(text + writer.rng.choice(_GAPS) + word, value * scale)
    return Written(text, value)


def _half(writer: Writer) -> Written:
    """«نیم میلیون», «دو و نیم میلیون», «۵ میلیارد و نیم»."""
    scale, word = writer.scale()
    count = writer.rng.randint(1, 99)
    gap = writer.rng.choice(_GAPS)
    shape = writer.rng.randrange(4)
    if shape == 0:
        return Written(f"نیم{gap}{word}", Decimal(scale) / 2)
    if shape == 1:
        return Written(f"{writer.small(count)}{writer.rng.choice(_ANDS)}نیم", count + Decimal("0.5"))
    if shape == 2:
        return Written(f"{writer.small(count)}{gap}{word} و نیم", (count + Decimal("0.5")) * scale)
    return Written(f"{writer.small(count)}{writer.rng.choice(_ANDS)}نیم {word}", (count + Decimal("0.5")) * scale)


def _tenths(writer: Writer) -> Written:
    """«هفت و سه دهم», «۷ و ۲۵ صدم»."""
    whole = writer.rng.randint(1, 19)
    size, word = writer.rng.choice(((10, "دهم"), (100, "صدم"), (1000, "هزارم")))
    part = writer.rng.randrange(1, size)
    write = writer.words if writer.rng.random() < 0.5 else writer.digits
    text = f"{write(whole)} و {write(part)} {word}"
    return Written(text, whole + Decimal(part) / size)


def _fraction(writer: Writer) -> Written:
    whole = writer.rng.choice((4, 5, 8, 10, 16, 20))
    part = writer.rng.randrange(1, min(whole, 10))
    gap = writer.rng.choice((" ", "\u200c", "" if whole != 10 else " "))  # «چهاردهم» is the fourteenth
    text = writer.words(part) + gap + writer.words(whole, "م")
    return Written(text, Decimal(part) / whole, form="fraction")


def _ordinal(writer: Writer) -> Written:
    value = writer.rng.randint(2, 999)
    if writer.rng.random() < 0.3:
        return Written(writer.digits(value) + writer.rng.choice(_ENDINGS), Decimal(value), form="ordinal")
    return Written(writer.words(value, writer.rng.choice(("م", "مین"))), Decimal(value), form="ordinal")


def _vague(writer: Writer) -> Written:
    word, value = writer.rng.choice((("ده", 20), ("صد", 200), ("هزار", 2000), ("میلیون", 2 * 10**6)))
    text = word + writer.rng.choice(("ها", "\u200cها", " ها")) if word != "ده" else writer.rng.choice(("ده‌ها", "ده ها"))
    if value < 2000 and writer.rng.random() < 0.6:
        scale, scale_word = writer.scale()
        return Written(f"{text} {scale_word}", Decimal(value * scale), form="vague")
    return Written(text, Decimal(value), form="vague")


def _range(writer: Writer) -> Written:
    """«۳۰ تا ۴۰», «۵ تا ۶ هزار», «۷ هزار تا ۸ هزار»."""
    low = writer.rng.randint(1, 900)
    high = low + writer.rng.randint(1, 99)
    to = writer.rng.choice(_TO)
    if writer.rng.random() < 0.4:
        return Written(f"{writer.small(low)}{to}{writer.small(high)}", Decimal(low), Decimal(high))
    scale, word = writer.scale()
    shared = "" if writer.rng.random() < 0.6 else f" {word}"
    text = f"{writer.small(low)}{shared}{to}{writer.small(high)} {word}"
    return Written(text, Decimal(low * scale), Decimal(high * scale))


_FORMS: dict[str, tuple[Callable[[Writer], Written], int]] = {
    "cardinal": (_cardinal, 90_000),
    "decimal": (_decimal, 15_000),
    "half": (_half, 15_000),
    "tenths": (_tenths, 7_000),
    "fraction": (_fraction, 3_000),
    "ordinal": (_ordinal, 15_000),
    "vague": (_vague, 1_000),
    "range": (_range, 18_000),
}


def _tokens(vocabulary: Vocabulary, text: str) -> list[str]:
    return vocabulary.glue.split(tokenize(reading_copy(fold(text)).text)).text


def _is_read(numbers: list[Number], length: int, written: Written) -> bool:
    if len(numbers) != 1:
        return False
    number = numbers[0]
    return (number.value, number.high, number.form, number.first, number.last) == (*written[1:], 0, length)


def test_the_round_trip_is_long() -> None:
    assert sum(count for _, count in _FORMS.values()) >= 100_000


@pytest.mark.parametrize("form", _FORMS)
def test_generated_numbers_are_read_back(vocabulary: Vocabulary, form: str) -> None:
    write, count = _FORMS[form]
    writer = Writer(seed=1403)
    wrong = []
    for _ in range(count):
        written = write(writer)
        text = writer.spoilt(written.text)
        words = _tokens(vocabulary, text)
        numbers = vocabulary.numbers.read(words)
        if not _is_read(numbers, len(words), written):
            wrong.append((text, written, numbers))
    assert wrong[:10] == [], len(wrong)


_UNIT_CODES = {
    "تومان": ("toman", 1),
    "تومن": ("toman", 1),
    "تومانی": ("toman", 1),
    "ریال": ("rial", 1),
    "همت": ("toman", 10**12),
    "دلار": ("USD", 1),
    "یورو": ("EUR", 1),
    "درصد": ("percent", 1),
    "٪": ("percent", 1),
    "برابر": ("factor", 1),
}


def test_a_unit_behind_a_generated_number_is_read(vocabulary: Vocabulary) -> None:
    writer = Writer(seed=98)
    wrong = []
    for _ in range(3_000):
        written = writer.rng.choice((_cardinal, _decimal, _half, _range))(writer)
        surface, (code, factor) = writer.rng.choice(list(_UNIT_CODES.items()))
        words = _tokens(vocabulary, written.text + writer.rng.choice((" ", " ", "\u200c")) + surface)
        numbers = vocabulary.numbers.read(words)
        units = [hit for hit in vocabulary.lexicon.hits(words).get("unit", ()) if hit.first == numbers[0].last]
        read = [(unit.code, vocabulary.factors[unit.entry.surface]) for unit in units]
        if not _is_read(numbers, len(words) - 1, written) or read != [(code, Decimal(factor))]:
            wrong.append((written, surface, numbers, read))
    assert wrong[:10] == []
