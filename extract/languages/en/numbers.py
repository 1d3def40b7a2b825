"""English numbers: digits, words and mixtures, fractions, parts of ten, ordinals, vague plurals, ranges.

"1,200", "two thousand three hundred", "1.5m", "half a million", "two-thirds", "one in ten", "dozens", "30-40".
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from extract.sentence import Number
from extract.tokens import Tokens

Words = Mapping[str, tuple[str, Decimal]]  # a number word's class and value

_AFTER_A_THIRD: tuple[list[str], ...] = (
    [],
    ["of"],
    [","],
    ["the"],
    ["to"],
    ["on"],
    ["from"],
    [";"],
    ["are"],
    ["were"],
    ["more"],
    ["fewer"],
    ["less"],
)
_MAX_DIGITS = 18
_ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th"))
_BELOW_HUNDRED = ("unit", "teen", "ten")
_OUT_OF = (("in",), ("out", "of"), ("out", "of", "every"), ("in", "every"), ("of", "every"))
_PART_OF_WHOLE = 100  # "three out of five": the whole is a small number
_NO_WHOLE = frozenset(
    ["provinces", "cities", "counties", "years", "months", "days", "weeks", "countries", "villages", "areas"]
)


def digits_value(token: str) -> Decimal | None:
    """The value of a digit token: "12,500", "60.5"; None for a date, a fiscal year or a code."""
    if not token[0].isdecimal() or len(token) > _MAX_DIGITS + 6 or "/" in token or "،" in token:
        return None
    plain = token.replace(",", "")
    return Decimal(plain) if plain.count(".") <= 1 else None


def is_year(value: Decimal) -> bool:
    """Whether a number may be a year of either calendar."""
    return 1300 <= value <= 1450 or 1900 <= value <= 2100


class NumberReader:
    """Reads numbers from lower-case tokens by a table of number words (`seeds/en/numbers.csv`)."""

    def __init__(self, words: Words, units: frozenset[str]) -> None:
        self._words = words
        self._units = units  # what may stand inside a range: "5% to 7%"

    def read(self, tokens: Tokens) -> list[Number]:
        """The number expressions of a sentence in order; they do not overlap."""
        found: list[Number] = []
        index = 0
        text = tokens.text
        while index < len(text):
            token = text[index]
            if token[0].isdecimal() or token in self._words or token in ("a", "an", "between"):
                number = self._at(tokens, index)
                if number is not None:
                    found.append(number)
                    index = number.last
                    continue
            index += 1
        return found

    def _kind(self, text: Sequence[str], index: int) -> str:
        return self._words.get(text[index], ("",))[0] if 0 <= index < len(text) else ""

    def _value(self, text: Sequence[str], index: int) -> Decimal:
        return self._words[text[index]][1]

    def _at(self, tokens: Tokens, index: int) -> Number | None:
        text = tokens.text
        if text[index] == "between":
            number = self._at(tokens, index + 1) if index + 1 < len(text) and text[index + 1] != "between" else None
            return self._between(tokens, number, index) if number else None
        kind = self._kind(text, index)
        if kind in ("vague", "multiple", "few"):
            return self._vague(tokens, index, kind)
        special = self._fraction(text, index) or self._ordinal(tokens, index)
        if special is not None:
            return special
        number = self._cardinal(tokens, index)
        if number is None:
            return None
        return self._part(tokens, number) or self._range(tokens, number) or number

    def _vague(self, tokens: Tokens, index: int, kind: str) -> Number | None:
        """ "dozens", "tens of thousands", "several hundred"; "several NGOs" has no number."""
        text = tokens.text
        value = self._value(text, index)
        last = index + 1
        if kind == "multiple":
            return Number(value, index, last, "multiple")
        if kind == "few":
            while self._kind(text, last) in ("scale", "hundred", "dozen"):
                last += 1
            return Number(value, index, last, "few") if last > index + 1 else None
        if text[index] == "tens" and text[last : last + 1] != ["of"]:
            return None
        while text[last : last + 1] == ["of"] and self._kind(text, last + 1) == "vague":
            value *= self._value(text, last + 1) / 2
            last += 2
        if text[index] == "tens" and last == index + 1:
            return None
        return Number(value, index, last, "vague", scaled=True)

    def _fraction(self, text: Sequence[str], index: int) -> Number | None:
        """ "a third of", "two-thirds", "half of the", "a half"; never the third festival."""
        at = index
        count = Decimal(1)
        if text[at] in ("a", "an"):
            at += 1
        elif self._kind(text, at) == "unit" and self._kind(text, at + 1 + (text[at + 1 : at + 2] == ["-"])) != "half":
            count, at = self._value(text, at), at + 1 + (text[at + 1 : at + 2] == ["-"])
        kind = self._kind(text, at)
        if kind == "half":
            return self._half(text, index, at)
        is_third = at > index and kind == "ordinal" and 3 <= self._value(text, at) <= 10
        if not (is_third or kind == "part") or at == index:
            return None
        is_a_third = kind == "ordinal" and text[index] in ("a", "an")
        if is_a_third and text[at + 1 : at + 2] not in _AFTER_A_THIRD:
            return None
        value = self._value(text, at)
        if not 0 < count < value:
            return None
        behind = at + 2 + (text[at + 2 : at + 3] in (["a"], ["an"]))
        if text[at + 1 : at + 2] == ["of"] and self._kind(text, behind) == "scale":  # "a quarter of a million"
            return Number(count / value * self._value(text, behind), index, behind + 1, scaled=True)
        return Number(count / value, index, at + 1, "fraction")

    def _half(self, text: Sequence[str], index: int, at: int) -> Number | None:
        """Half as a share; "half a million", "half a dozen" are cardinals, "half-day" is none."""
        following = at + 1 + (text[at + 1 : at + 2] in (["a"], ["an"]))
        if self._kind(text, following) in ("scale", "dozen", "hundred"):
            scale = self._value(text, following)
            last = following + 1
            while self._kind(text, last) == "scale":
                scale, last = scale * self._value(text, last), last + 1
            return Number(scale / 2, index, last, scaled=True)
        if (
            text[at + 1 : at + 2] == ["-"]
            or self._kind(text, index - 1) == "ordinal"
            or text[at - 1] in ("first", "second")
        ):
            return None
        return Number(Decimal("0.5"), index, at + 1, "fraction")

    def _ordinal(self, tokens: Tokens, index: int) -> Number | None:
        """ "third", "21st", "twenty-first"."""
        text = tokens.text
        if self._kind(text, index) == "ordinal":
            return Number(self._value(text, index), index, index + 1, "ordinal")
        if (
            text[index].isdecimal()
            and text[index + 1 : index + 2]
            and text[index + 1] in _ORDINAL_ENDS
            and tokens.end[index] == tokens.start[index + 1]
            and len(text[index]) < 5
        ):
            return Number(Decimal(text[index]), index, index + 2, "ordinal", is_digits=True)
        if self._kind(text, index) == "ten":
            at = index + 1 + (text[index + 1 : index + 2] == ["-"])
            if self._kind(text, at) == "ordinal" and self._value(text, at) < 10:
                return Number(self._value(text, index) + self._value(text, at), index, at + 1, "ordinal")
        return None

    def _cardinal(self, tokens: Tokens, index: int) -> Number | None:
        """Groups with falling scales: "two thousand (and) three hundred", "2 million 300 thousand"."""
        text = tokens.text
        group = self._group(tokens, index)
        if group is None:
            return None
        total, last, scale = group
        is_digits = text[index][0].isdecimal() and last == index + 1
        smallest, scaled = scale, scale > 1
        while smallest > 1:
            start = last + 1 if text[last : last + 1] == ["and"] else last
            if start > last and text[start : start + 2] == ["a", "half"]:  # "a million and a half"
                return Number(total + smallest / 2, index, start + 2, scaled=True)
            part = self._group(tokens, start) if start < len(text) else None
            if part is None or text[start] in ("a", "an") or part[0] >= smallest:
                break
            if start > last and text[start][0].isdecimal() and part[2] == 1 and smallest != 1000:
                break  # "2 million and 30" are two numbers, "18 thousand and 400" is one
            total, last, smallest = total + part[0], part[1], part[2]
        return Number(total, index, last, is_digits=is_digits, scaled=scaled)

    def _group(self, tokens: Tokens, index: int) -> tuple[Decimal, int, Decimal] | None:
        """One group with its scale words: its value, end and scale (1 without)."""
        text = tokens.text
        base = self._base(text, index)
        if base is None:
            return None
        value, last = base
        for half in (["and", "a", "half"], ["-", "and", "-", "a", "-", "half"]):
            if text[last : last + len(half)] == half:
                value, last = value + Decimal("0.5"), last + len(half)
        scale = Decimal(1)
        if self._kind(text, last) == "dozen":
            return value * 12, last + 1, scale
        if text[last : last + 1] == ["-"] and self._kind(text, last + 1) == "scale":  # "5-billion"
            last += 1
        while self._kind(text, last) == "scale" and scale < 10**15:
            scale, last = scale * self._value(text, last), last + 1
        if (
            scale == 1
            and self._kind(text, last) == "suffix"
            and text[index][0].isdecimal()
            and (len(text[last]) > 1 or tokens.start[last] == tokens.end[last - 1])  # "3 m" is a length, "3 mln" is not
        ):
            scale, last = self._value(text, last), last + 1
        return value * scale, last, scale

    def _base(self, text: Sequence[str], index: int) -> tuple[Decimal, int] | None:
        """A number below a thousand in words, a digit token, or the 1 of "a hundred", "a million"."""
        token = text[index]
        if token[0].isdecimal():
            value = digits_value(token)
            return None if value is None else (value, index + 1)
        if token in ("a", "an"):
            kind = self._kind(text, index + 1)
            if kind == "hundred":
                return self._hundreds(text, Decimal(1), index + 1)
            return (Decimal(1), index + 1) if kind in ("scale", "dozen") else None
        if self._kind(text, index) in ("scale", "hundred"):
            return None  # "million" alone counts nothing
        if self._kind(text, index) == "dozen":
            return None
        small = self._small(text, index)
        if small is None:
            return None
        value, last = small
        return self._hundreds(text, value, last) if self._kind(text, last) == "hundred" and value < 100 else small

    def _hundreds(self, text: Sequence[str], count: Decimal, index: int) -> tuple[Decimal, int]:
        start = index + 1 + (text[index + 1 : index + 2] == ["and"])
        small = self._small(text, start)
        if small is None:
            return count * 100, index + 1
        return count * 100 + small[0], small[1]

    def _small(self, text: Sequence[str], index: int) -> tuple[Decimal, int] | None:
        """A number below a hundred in words: "seven", "twenty-five"."""
        kind = self._kind(text, index)
        if kind not in _BELOW_HUNDRED:
            return None
        value, last = self._value(text, index), index + 1
        at = last + (text[last : last + 1] == ["-"])
        if kind == "ten" and self._kind(text, at) == "unit" and self._value(text, at) > 0:
            return value + self._value(text, at), at + 1
        return value, last

    def _part(self, tokens: Tokens, part: Number) -> Number | None:
        """ "one in ten", "three out of five": part and whole, and the noun of the whole behind."""
        text = tokens.text
        if part.value > 20 or part.scaled:
            return None
        for joint in _OUT_OF:
            start = part.last + len(joint)
            if tuple(text[part.last : start]) != joint or start >= len(text):
                continue
            whole = self._cardinal(tokens, start)
            if whole is None or not part.value < whole.value <= _PART_OF_WHOLE or part.value != int(part.value):
                continue
            following = text[whole.last] if whole.last < len(text) else ""
            if len(joint) == 1 and (following in _NO_WHOLE or following in self._units or not following.isalpha()):
                continue
            return Number(part.value / whole.value, part.first, whole.last, "fraction", is_part=True)
        return None

    def _between(self, tokens: Tokens, low: Number, first: int) -> Number | None:
        if low.high is not None or low.form != "cardinal":
            return None
        at = self._behind_unit(tokens.text, low.last)
        if tokens.text[at : at + 1] != ["and"] or at + 1 >= len(tokens):
            return None
        return self._joined(tokens, low, at + 1, first)

    def _range(self, tokens: Tokens, low: Number) -> Number | None:
        """ "48 to 51", "30-40", "5 or 6", "5 to 6 million" (the scale is shared); "from 30 to 52" are two points."""
        text = tokens.text
        at = self._behind_unit(text, low.last)
        if at + 1 >= len(text) or text[at] not in ("to", "-", "or"):
            return None
        if "from" in text[max(0, low.first - 3) : low.first] and not text[max(0, low.first - 2)].startswith("rang"):
            return None
        if text[at] == "-" and not (text[at + 1][0].isdecimal() and low.is_digits):
            return None
        found = self._joined(tokens, low, at + 1, low.first)
        rises_by = "by" in text[max(0, low.first - 2) : low.first] and text[at] == "to"
        if found is not None and found.high is not None and found.value == 1 and found.high >= _PART_OF_WHOLE:
            return None  # "the ratio is one to 5,800"
        if rises_by and found is not None and found.high is not None and found.high > found.value * 3:
            return None  # "fell by 13 to 204"
        if found is not None and at > low.last and text[found.last : found.last + 1] != text[low.last : at]:
            return None  # "rose 22% to 1,115" has two numbers
        return found

    def _behind_unit(self, text: Sequence[str], index: int) -> int:
        """Behind the unit of a range's lower end: "5% to 7%"."""
        return index + (index + 1 < len(text) and text[index] in self._units)

    def _joined(self, tokens: Tokens, low: Number, start: int, first: int) -> Number | None:
        if tokens.text[start] in ("$", "€", "£") and start + 1 < len(tokens):
            start += 1
        high = self._cardinal(tokens, start)
        if high is None:
            return None
        if low.is_digits and high.scaled and is_year(low.value) and "," not in tokens.text[low.first]:
            return None  # "in 2021 to 60 billion in 2022"
        value = low.value
        if high.scaled and not low.scaled:
            group = self._group(tokens, start)
            scale = group[2] if group else Decimal(1)
            value = value * scale if value < high.value / scale else value
        years = low.is_digits and high.is_digits and is_year(value) and (is_year(high.value) or high.value < 100)
        if years or value >= high.value or self._kind(tokens.text, high.last) == "ordinal":
            return None
        return replace(
            low, value=value, first=first, last=high.last, high=high.value, is_digits=False, scaled=high.scaled
        )
