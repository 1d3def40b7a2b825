"""Persian numbers: cardinals, fractions, ordinals, vague plurals, ranges.

«یک هزار و ۸۰۰», «۵ تا ۶ هزار», «بین ۳۰ و ۴۰», «یک‌سوم», «ده‌ها هزار», «بیست و چهارمین».
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from extract.languages.fa.cardinals import Cardinal, CardinalReader, Words, digits_value
from extract.sentence import Form, Number

__all__ = ["NumberReader", "digits_value"]

Phrases = Mapping[tuple[str, ...], tuple[str, Decimal]]

_RANGE = frozenset(("تا", "الی", "-", "یا"))
_BETWEEN = frozenset(("بین", "میان", "مابین"))
_ORDINAL_ENDINGS = frozenset(("م", "ام", "مین", "امین"))
_GO_ON = _RANGE | _ORDINAL_ENDINGS | {"و"}  # beside number words, what can make another number of a cardinal
_YEAR_DIGITS = 4
_FORMS: dict[str, Form] = {"fraction": "fraction", "ordinal": "ordinal", "vague": "vague"}


def _is_year(value: Decimal) -> bool:
    return 1250 <= value <= 1500 or 1900 <= value <= 2100


class NumberReader:
    """Reads numbers from tokens by a table of number words (`seeds/fa/numbers.csv`)."""

    def __init__(self, words: Words, phrases: Phrases) -> None:
        self._words = words
        self._cardinals = CardinalReader(words)
        self._phrases = phrases  # surfaces of two or three tokens: «ده ها», «سی ام»
        self._phrase_heads = frozenset(phrase[0] for phrase in phrases)

    def read(self, tokens: Sequence[str]) -> list[Number]:
        """The number expressions of a sentence in order; they do not overlap."""
        found: list[Number] = []
        last = 0
        words = self._words
        for index, token in enumerate(tokens):
            if index >= last and (token in words or token[0].isdecimal()):
                number = self._at(tokens, index)
                if number is not None:
                    found.append(number)
                    last = number.last
        return found

    def _at(self, tokens: Sequence[str], index: int) -> Number | None:
        number = self._phrase(tokens, index)
        if number is None:
            kind, value = self._words.get(tokens[index], ("", Decimal(0)))
            if kind in _FORMS:
                number = Number(value, index, index + 1, _FORMS[kind])
        if number is not None:
            return self._scaled(tokens, number) if number.form == "vague" else number
        cardinal = self._year(tokens, index) or self._cardinals.read(tokens, index)
        if cardinal is None:
            return None
        number = _number(cardinal, index)
        following = tokens[number.last] if number.last < len(tokens) else ""
        if following not in _GO_ON and following not in self._words:
            return number
        return self._fraction(tokens, number) or self._ordinal(tokens, number) or self._range(tokens, number) or number

    def _year(self, tokens: Sequence[str], index: int) -> Cardinal | None:
        """«در سال ۱۴۰۲ هزار و ۱۰۰ میلیارد تومان»: the year keeps apart from the scale word behind it."""
        token = tokens[index]
        if index == 0 or tokens[index - 1] != "سال" or len(token) != _YEAR_DIGITS or not token.isdecimal():
            return None
        if not _is_year(Decimal(token)) or self._cardinals.kind(tokens, index + 1) != "scale":
            return None
        return Cardinal(Decimal(token), index + 1, is_digits=True)

    def _phrase(self, tokens: Sequence[str], index: int) -> Number | None:
        if tokens[index] not in self._phrase_heads:
            return None
        for length in (3, 2):
            words = tuple(tokens[index : index + length])
            kind, value = self._phrases.get(words, ("", Decimal(0)))
            if len(words) == length and kind in _FORMS:
                return Number(value, index, index + length, _FORMS[kind])
        return None

    def _scaled(self, tokens: Sequence[str], vague: Number) -> Number:
        """«صدها میلیارد», «ده‌ها هزار میلیارد»."""
        value, last = vague.value, vague.last
        while self._cardinals.kind(tokens, last) == "scale" and last < vague.last + 2:
            value, last = value * self._cardinals.value(tokens, last), last + 1
        return replace(vague, value=value, last=last)

    def _fraction(self, tokens: Sequence[str], number: Number) -> Number | None:
        """«یک سوم», «سه چهارم»: a small cardinal and an ordinal behind it; of digits only «۳ دهم», «۲۵ صدم»."""
        part = self._cardinals.tenths(tokens, number.first)
        if part is not None:
            return Number(part.value, number.first, part.last, "fraction")
        if number.is_digits or number.value > 9 or number.value != int(number.value):
            return None
        value = self._cardinals.value(tokens, number.last)
        is_ordinal = self._cardinals.kind(tokens, number.last) == "ordinal" and not tokens[number.last].endswith("ین")
        if not is_ordinal or value < 3 or not 0 < number.value < value:
            return None
        return Number(number.value / value, number.first, number.last + 1, "fraction")

    def _ordinal(self, tokens: Sequence[str], number: Number) -> Number | None:
        """«بیست و چهارم», «۱۲مین», «صد و سی ام», «دو هزارمین»."""
        last = number.last
        if last >= len(tokens) or number.value != int(number.value):
            return None
        if tokens[last] in _ORDINAL_ENDINGS and (number.is_digits or tokens[last - 1] == "سی"):
            return replace(number, last=last + 1, form="ordinal")
        if number.is_digits:
            return None
        value = self._cardinals.value(tokens, last + 1)
        if tokens[last] == "و" and self._cardinals.kind(tokens, last + 1) == "ordinal" and _takes(number.value, value):
            return replace(number, value=number.value + value, last=last + 2, form="ordinal")
        value = self._cardinals.value(tokens, last)
        if self._cardinals.kind(tokens, last) == "ordinal" and value >= 1000 and tokens[last].endswith("ین"):
            return replace(number, value=number.value * value, last=last + 1, form="ordinal")
        return None

    def _range(self, tokens: Sequence[str], low: Number) -> Number | None:
        """«۳۰ تا ۴۰», «بین ۳۰ و ۴۰», «۵ تا ۶ هزار»: the scale word is shared where the lower end has none."""
        at = low.last
        if at + 1 >= len(tokens) or not (tokens[at] in _RANGE or self._is_between(tokens, low)):
            return None
        high = self._cardinals.read(tokens, at + 1)
        if high is None or (tokens[at] == "-" and not (low.is_digits and (high.value < 1000 or high.scale > 1))):
            return None
        value = low.value
        if not low.scaled and value < high.value / high.scale:
            value *= high.scale
        if low.is_digits and _is_year(value) and _is_year(high.value):
            return None  # «از سال ۱۳۹۲ تا ۱۳۹۸» are two years
        if value >= high.value or (low.value == 1 and high.value == 2 and tokens[at] == "یا"):
            return None
        return replace(low, value=value, high=high.value, last=high.last, is_digits=False, scaled=high.scale > 1)

    def _is_between(self, tokens: Sequence[str], low: Number) -> bool:
        return tokens[low.last] == "و" and low.first > 0 and tokens[low.first - 1] in _BETWEEN


def _number(cardinal: Cardinal, first: int) -> Number:
    scale = cardinal.scale
    return Number(cardinal.value, first, cardinal.last, is_digits=cardinal.is_digits, scaled=scale > 1, scale=scale)


def _takes(number: Decimal, ordinal: Decimal) -> bool:
    """Whether an ordinal goes on a number: «صد و بیستم», «سیصد و بیست و یکم», not «ده و دوم»."""
    whole = int(number)  # a Decimal of many digits has no remainder
    if ordinal < 10:
        return ordinal > 0 and whole % 10 == 0 and whole % 100 != 10
    return whole % (100 if ordinal < 100 else 1000) == 0
