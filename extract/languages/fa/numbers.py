"""Persian numbers: digits, words and mixtures, fractions, ordinals, vague plurals, ranges.

«یک هزار و ۸۰۰», «دو و نیم میلیون», «۵ تا ۶ هزار», «یک‌سوم», «ده‌ها هزار», «بیست و چهارمین».
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

Form = Literal["cardinal", "fraction", "ordinal", "vague"]
Words = Mapping[str, tuple[str, Decimal]]  # a number word's class and value

_RANGE = frozenset(("تا", "الی", "-", "یا"))
_MAX_DIGITS = 18
_UNBOUNDED = Decimal("1e30")


@dataclass(frozen=True, slots=True)
class Number:
    """A number expression at tokens `first` to `last` (exclusive); a fraction's value is below one."""

    value: Decimal
    first: int
    last: int
    form: Form = "cardinal"
    high: Decimal | None = None
    is_digits: bool = False  # one run of digits and no word
    scaled: bool = False  # a scale word stands in it


def digits_value(token: str) -> Decimal | None:
    """The value of a digit token: «12,500», «12،500», «1.5», «1/5» (the slash is a decimal sign); None for a date."""
    if not token[0].isdecimal() or len(token) > _MAX_DIGITS + 6:
        return None
    plain = token.replace(",", "").replace("،", "")
    parts = plain.replace("/", ".").split(".")
    if len(parts) > 2:
        groups = token.split(".")
        if (
            len(groups) > 2
            and groups[0].isdecimal()
            and all(group.isdecimal() and len(group) == 3 for group in groups[1:])
        ):  # «12.500.000»
            return Decimal("".join(groups))
        return None
    return Decimal(".".join(parts))


def _is_year(value: Decimal) -> bool:
    return 1250 <= value <= 1500 or 1900 <= value <= 2100


class NumberReader:
    """Reads numbers from tokens by a table of number words (`seeds/fa/numbers.csv`)."""

    def __init__(self, words: Words, phrases: Mapping[tuple[str, ...], tuple[str, Decimal]]) -> None:
        self._words = words
        self._phrases = phrases  # surfaces of two or three tokens: «ده ها», «سی ام»
        self._phrase_heads = frozenset(phrase[0] for phrase in phrases)

    def read(self, tokens: Sequence[str]) -> list[Number]:
        """The number expressions of a sentence in order; they do not overlap."""
        found: list[Number] = []
        index = 0
        count = len(tokens)
        words = self._words
        while index < count:
            token = tokens[index]
            if token in words or token[0].isdecimal():
                number = self._at(tokens, index)
                if number is not None:
                    found.append(number)
                    index = number.last
                    continue
            index += 1
        return found

    def _at(self, tokens: Sequence[str], index: int) -> Number | None:
        phrase = self._phrase(tokens, index)
        if phrase is not None:
            return phrase
        kind, value = self._words.get(tokens[index], ("", Decimal(0)))
        if kind in ("vague", "fraction"):
            return Number(value, index, index + 1, "fraction" if kind == "fraction" else "vague")
        if kind == "ordinal":
            return Number(value, index, index + 1, "ordinal")
        number = self._cardinal(tokens, index)
        if number is None:
            return None
        return self._fraction(tokens, number) or self._ordinal(tokens, number) or self._range(tokens, number) or number

    def _phrase(self, tokens: Sequence[str], index: int) -> Number | None:
        if tokens[index] not in self._phrase_heads:
            return None
        for length in (3, 2):
            words = tuple(tokens[index : index + length])
            known = self._phrases.get(words) if len(words) == length else None
            if known is not None and known[0] in ("vague", "ordinal"):
                return Number(known[1], index, index + length, "vague" if known[0] == "vague" else "ordinal")
        return None

    def _cardinal(self, tokens: Sequence[str], index: int) -> Number | None:
        """Groups with falling scales, joined by «و» (or by nothing after a scale word)."""
        part = self._group(tokens, index)
        if part is None:
            return None
        total, last, scale, is_digits = part
        scaled = scale > 1
        smallest = scale
        while smallest > 1 and last < len(tokens):
            joined = tokens[last] == "و"
            start = last + 1 if joined else last
            if joined and self._is_half(tokens, start) and not self._is_scale(tokens, start + 1):
                total, last = total + smallest / 2, start + 1  # «۵ میلیارد و نیم»
                break
            part = self._group(tokens, start) if start < len(tokens) else None
            if part is None:
                break
            value, end, scale, _ = part
            if value >= smallest or (not joined and not tokens[start][0].isdecimal()) or value != int(value):
                break
            total, last = total + value, end
            smallest = scale
        return Number(total, index, last, is_digits=is_digits and last == index + 1, scaled=scaled)

    def _group(self, tokens: Sequence[str], index: int) -> tuple[Decimal, int, Decimal, bool] | None:
        """One group with its scale words: its value, end, scale (1 without), whether it was digits."""
        base = self._base(tokens, index)
        if base is None:
            return None
        value, last, is_digits = base
        if last + 1 < len(tokens) and tokens[last] == "و" and self._is_half(tokens, last + 1):
            value, last = value + Decimal("0.5"), last + 2  # «چهار و نیم», «دو و نیم میلیون»
        scale = Decimal(1)
        while last < len(tokens) and self._is_scale(tokens, last) and scale < _UNBOUNDED:
            scale *= self._words[tokens[last]][1]
            last += 1
        return value * scale, last, scale, is_digits

    def _base(self, tokens: Sequence[str], index: int) -> tuple[Decimal, int, bool] | None:
        """A number below a thousand in words, a digit token, or the 1 that a bare scale word stands on."""
        token = tokens[index]
        if token[0].isdecimal():
            value = digits_value(token)
            return None if value is None else (value, index + 1, True)
        kind, value = self._words.get(token, ("", Decimal(0)))
        if kind == "scale":
            return (Decimal(1), index, False)
        if kind == "half":
            return (value, index + 1, False)
        if kind not in ("unit", "teen", "ten", "hundred"):
            return None
        last = index + 1
        if token == "یک" and last < len(tokens) and tokens[last] == "صد":
            kind, value, last = "hundred", Decimal(100), last + 1
        while kind in ("ten", "hundred") and last + 1 < len(tokens) and tokens[last] == "و":
            following = tokens[last + 1]
            if following[0].isdecimal() and kind == "hundred" and len(following) < 3:
                return (value + int(following), last + 2, False) if following.isdecimal() else (value, last, False)
            next_kind, next_value = self._words.get(following, ("", Decimal(0)))
            if next_kind not in (("unit",) if kind == "ten" else ("unit", "teen", "ten")) or not next_value:
                break
            if self._is_ordinal(tokens, last + 1) or (value == 10 and kind == "ten"):
                break
            value, last, kind = value + next_value, last + 2, next_kind
        return (value, last, False)

    def _fraction(self, tokens: Sequence[str], number: Number) -> Number | None:
        """«یک سوم», «سه چهارم»: a small cardinal in words and an ordinal behind it."""
        if number.last >= len(tokens) or number.is_digits or number.value > 9 or number.value != int(number.value):
            return None
        kind, value = self._words.get(tokens[number.last], ("", Decimal(0)))
        if kind != "ordinal" or value < 3 or value <= number.value or tokens[number.last].endswith("ین"):
            return None
        return Number(number.value / value, number.first, number.last + 1, "fraction")

    def _ordinal(self, tokens: Sequence[str], number: Number) -> Number | None:
        """«بیست و چهارم», «۱۲مین»."""
        last = number.last
        if last < len(tokens) and number.is_digits and tokens[last] in ("م", "ام", "مین", "امین"):
            return replace(number, last=last + 1, form="ordinal")
        if last + 1 < len(tokens) and tokens[last] == "و" and not number.is_digits:
            kind, value = self._words.get(tokens[last + 1], ("", Decimal(0)))
            if kind == "ordinal" and 0 < value < 10 and number.value % 10 == 0:
                return replace(number, value=number.value + value, last=last + 2, form="ordinal")
        return None

    def _range(self, tokens: Sequence[str], low: Number) -> Number | None:
        """«۳۰ تا ۴۰», «۵ تا ۶ هزار»: the scale word is shared where the lower end has none."""
        if low.last + 1 >= len(tokens) or tokens[low.last] not in _RANGE:
            return None
        high = self._cardinal(tokens, low.last + 1)
        if high is None or (tokens[low.last] == "-" and not (low.is_digits and high.value < 1000)):
            return None
        value = low.value
        if high.scaled and not low.scaled:
            part = self._group(tokens, low.last + 1)
            scale = part[2] if part else Decimal(1)
            if value < high.value / scale:
                value *= scale
        if low.is_digits and _is_year(value) and _is_year(high.value):
            return None  # «از سال ۱۳۹۲ تا ۱۳۹۸» are two years
        if value >= high.value or (low.value == 1 and high.value == 2 and tokens[low.last] == "یا"):
            return None
        return replace(low, value=value, high=high.value, last=high.last, is_digits=False, scaled=high.scaled)

    def _is_scale(self, tokens: Sequence[str], index: int) -> bool:
        return index < len(tokens) and self._words.get(tokens[index], ("",))[0] == "scale"

    def _is_half(self, tokens: Sequence[str], index: int) -> bool:
        return index < len(tokens) and self._words.get(tokens[index], ("",))[0] == "half"

    def _is_ordinal(self, tokens: Sequence[str], index: int) -> bool:
        return index < len(tokens) and self._words.get(tokens[index], ("",))[0] == "ordinal"
