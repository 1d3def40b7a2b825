"""Persian cardinals: digits, number words and mixtures of both, with their scale words, halves and decimals.

«یک هزار و ۸۰۰», «۲ هزار و ۳۴۵ میلیارد», «دو و نیم میلیون», «هفت و سه دهم», «یک میلیون دویست هزار».
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

Words = Mapping[str, tuple[str, Decimal]]  # a number word's class and value

_NO_WORD = ("", Decimal(0))
_ONE = Decimal(1)
_MAX_DIGITS = 18
_UNBOUNDED = Decimal("1e30")
_THOUSAND = 1000
_TENTHS = (10, 100, 1000)
# What a word below a thousand takes behind «و»: «صد و بیست», «بیست و پنج».
_SMALLER = {"hundred": ("unit", "teen", "ten"), "ten": ("unit",)}
_CLASSES = frozenset(("unit", "teen", "ten", "hundred", "half"))


class Cardinal(NamedTuple):
    """A cardinal that ends before token `last`."""

    value: Decimal
    last: int
    scale: Decimal = _ONE  # of its first group, 1 without a scale word: what «۵ تا ۶ هزار» shares
    is_digits: bool = False  # one run of digits and no word


def digits_value(token: str) -> Decimal | None:
    """The value of a digit token: «12,500», «12،500», «1.5», «1/5» (the slash is a decimal sign); None for a date."""
    if not token[0].isdecimal() or len(token) > _MAX_DIGITS + 6:
        return None
    plain = token.replace(",", "").replace("،", "")
    parts = plain.replace("/", ".").split(".")
    if len(parts) <= 2:
        return Decimal(".".join(parts))
    is_grouped = plain == token and len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:])
    return Decimal("".join(parts)) if is_grouped else None  # «12.500.000», «12/500/000»


class CardinalReader:
    """Reads the cardinal at a place, by a table of number words."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def kind(self, tokens: Sequence[str], index: int) -> str:
        """The class of the number word at a place; empty for any other word."""
        return self._words.get(tokens[index], _NO_WORD)[0] if 0 <= index < len(tokens) else ""

    def value(self, tokens: Sequence[str], index: int) -> Decimal:
        """The value of the number word at a place; 0 for any other word."""
        return self._words.get(tokens[index], _NO_WORD)[1] if 0 <= index < len(tokens) else Decimal(0)

    def read(self, tokens: Sequence[str], index: int) -> Cardinal | None:
        """Groups with falling scales, joined by «و» or by nothing: «۲۷ میلیارد و ۸۰۸ میلیون», «یک هزار ۴۱۶»."""
        group = self._group(tokens, index)
        if group is None or group.scale == 1:
            return group
        total, last, scale, _ = group
        first = smallest = scale
        while smallest > 1 and last < len(tokens):
            following = self._following(tokens, last, total, smallest)
            if following is None:
                break
            if following.scale > smallest:  # «۲ هزار و ۳۴۵ میلیارد»
                total, first = total * following.scale, first * following.scale
            total, last, smallest = total + following.value, following.last, following.scale
        if smallest > 1 and self._ends_in_half(tokens, last):
            total, last = total + smallest / 2, last + 2  # «۵ میلیارد و نیم»
        return Cardinal(total, last, first)

    def _following(self, tokens: Sequence[str], last: int, total: Decimal, smallest: Decimal) -> Cardinal | None:
        """The group that goes on a cardinal of the value `total` whose last scale is `smallest`."""
        is_joined = tokens[last] == "و"
        start = last + 1 if is_joined else last
        group = self._group(tokens, start) if start < len(tokens) else None
        if group is None or group.value != int(group.value):
            return None
        if group.scale > smallest:
            return group if is_joined and _counts_thousands(total, group) and smallest == _THOUSAND else None
        is_large = group.scale > 1 or tokens[start][0].isdecimal() or self.kind(tokens, start) == "hundred"
        return group if group.value < smallest and (is_joined or is_large) else None

    def _group(self, tokens: Sequence[str], index: int) -> Cardinal | None:
        """A number with its scale words: its value, end, scale (1 without), whether it was digits."""
        base = self.base(tokens, index)
        if base is None:
            return None
        value, last, _, is_digits = self._with_part(tokens, base)
        scale = _ONE
        while self.kind(tokens, last) == "scale" and scale < _UNBOUNDED:
            scale *= self._words[tokens[last]][1]
            last += 1
        return Cardinal(value * scale, last, scale, is_digits and last == index + 1)

    def _with_part(self, tokens: Sequence[str], base: Cardinal) -> Cardinal:
        """«چهار و نیم», «هفت و سه دهم»: a number and what it has behind the point."""
        if base.last >= len(tokens) or tokens[base.last] != "و":
            return base
        if self.kind(tokens, base.last + 1) == "half":
            return Cardinal(base.value + Decimal("0.5"), base.last + 2)
        part = self.tenths(tokens, base.last + 1)
        return Cardinal(base.value + part.value, part.last) if part is not None else base

    def _ends_in_half(self, tokens: Sequence[str], last: int) -> bool:
        is_half = last < len(tokens) and tokens[last] == "و" and self.kind(tokens, last + 1) == "half"
        return is_half and self.kind(tokens, last + 2) != "scale"

    def tenths(self, tokens: Sequence[str], index: int) -> Cardinal | None:
        """Tenths, hundredths or thousandths in words or digits: «سه دهم», «۲۵ صدم»."""
        base = self.base(tokens, index) if index < len(tokens) else None
        if base is None or self.kind(tokens, base.last) != "ordinal" or tokens[base.last].endswith("ین"):
            return None
        whole = self.value(tokens, base.last)
        is_part = whole in _TENTHS and 0 < base.value < whole and base.value == int(base.value)
        return Cardinal(base.value / whole, base.last + 1) if is_part else None

    def base(self, tokens: Sequence[str], index: int) -> Cardinal | None:
        """A number below a thousand in words, a digit token, or the 1 that a bare scale word stands on."""
        token = tokens[index]
        if token[0].isdecimal():
            value = digits_value(token)
            return None if value is None else Cardinal(value, index + 1, is_digits=True)
        kind, value = self._words.get(token, _NO_WORD)
        if kind == "scale":
            return Cardinal(_ONE, index)
        return None if kind not in _CLASSES else self._below_thousand(tokens, index, kind, value)

    def _below_thousand(self, tokens: Sequence[str], index: int, kind: str, value: Decimal) -> Cardinal:
        """«سیصد و چهل و پنج», «سیصد و ۴۵», «یک صد و ده»."""
        last = index + 1
        if kind == "unit" and self.value(tokens, last) == 100 and self.kind(tokens, last) == "hundred":
            kind, value, last = "hundred", value * 100, last + 1
        while kind in _SMALLER and last + 1 < len(tokens) and tokens[last] == "و":
            following = tokens[last + 1]
            if following.isdecimal() and len(following) < (3 if kind == "hundred" else 2) and value != 10:
                return Cardinal(value + int(following), last + 2)
            next_kind, next_value = self._words.get(following, _NO_WORD)
            if next_kind not in _SMALLER[kind] or not next_value or value == 10:
                break
            if kind == "ten" and self.value(tokens, last + 2) == 10 and self.kind(tokens, last + 2) == "ordinal":
                break  # «بیست و سه دهم» is 20.3
            value, last, kind = value + next_value, last + 2, next_kind
        return Cardinal(value, last)


def _counts_thousands(total: Decimal, group: Cardinal) -> bool:
    """Whether a larger scale takes the thousands before it: «هزار و ۲ میلیارد», not «۵۰۰ هزار و ۲ میلیون»."""
    base = group.value / group.scale
    return base < _THOUSAND and (base >= 100 or total < 100 * _THOUSAND)
