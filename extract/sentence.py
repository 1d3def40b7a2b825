"""What every language finds in a sentence: its tokens, vocabulary hits, numbers, times and places.

Positions are indexes of tokens. A language adds what its own grammar asks of a sentence.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from extract.lexicon import Hit
from extract.model import PlaceType, Reason
from extract.tokens import Tokens

Form = Literal["cardinal", "fraction", "ordinal", "vague", "multiple", "few"]


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
    scale: Decimal = Decimal(1)  # what the scale words of its first group multiply
    is_part: bool = False  # "one in ten": the noun of the whole follows at once


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A time that the text names at tokens `first` to `last` (exclusive), and its expression."""

    expression: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name at tokens `first` to `last` (exclusive), a type word beside it among them."""

    name: str
    first: int
    last: int
    type: PlaceType | None  # as the text says
    known_as: str  # what the gazetteer knows the name as: province, county, city, foreign, country, world
    span: tuple[int, int]  # where it stands in the reading copy


@dataclass(slots=True)
class Sentence:
    """One sentence with everything that was found in it."""

    tokens: Tokens
    words: list[str]  # the tokens as the rules look at them
    hits: dict[str, list[Hit]]
    numbers: list[Number]
    periods: list[PeriodMention]
    places: list[PlaceMention]
    line: int = 0
    is_headline: bool = False
    is_run: bool = False  # number words and hardly anything else: no text, and not looked into
    starts: dict[str, dict[int, Hit]] = field(default_factory=dict)
    ends: dict[str, dict[int, Hit]] = field(default_factory=dict)

    def of(self, kind: str, codes: Iterable[str] | None = None) -> list[Hit]:
        """The hits of a class, of the given codes only."""
        found = self.hits.get(kind, [])
        return found if codes is None else [hit for hit in found if hit.entry.code in codes]

    def at(self, kind: str, index: int) -> Hit | None:
        """The hit of a class that starts at a token."""
        table = self.starts.get(kind)
        if table is None:
            table = self.starts[kind] = {hit.first: hit for hit in self.hits.get(kind, ())}
        return table.get(index)

    def ending(self, kind: str, index: int) -> Hit | None:
        """The hit of a class that ends just before a token."""
        table = self.ends.get(kind)
        if table is None:
            table = self.ends[kind] = {hit.last: hit for hit in reversed(self.hits.get(kind, ()))}
        return table.get(index)

    def word(self, index: int) -> str:
        """The word at an index; empty outside the sentence."""
        words = self.words
        return words[index] if 0 <= index < len(words) else ""

    def is_tail(self, number: Number) -> bool:
        """«۱۲ ۵۰۰», "12'500": three digits behind others may be the end of one number; which, is not sure."""
        index = number.first - 1 - (self.word(number.first - 1) in ("'", "’", "`"))
        before = self.word(index)
        timed = any(period.first <= index < period.last for period in self.periods)
        return before.isdecimal() and len(before) <= 3 and len(self.word(number.first)) == 3 and not timed

    def unread(self) -> Iterator[tuple[int, int, Reason]]:
        """Digits that no number was made of, as tokens and a reason: dates, versions, runs too long for a number."""
        read = {index for number in self.numbers for index in range(number.first, number.last)}
        timed = {index for period in self.periods for index in range(period.first, period.last)}
        for index, word in enumerate(self.words):
            if word[0].isdecimal() and index not in read:
                yield index, index + 1, "date" if index in timed else "code"

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the tokens `first` to `last` (exclusive) stand in the reading copy."""
        return self.tokens.start[first], self.tokens.end[last - 1]


def is_run(words: list[str], number_words: Collection[str], joint: str) -> bool:
    """Whether a long sentence is nearly nothing but number words and what joins them: no reporter writes so."""
    if len(words) < _RUN:
        return False
    numbers = sum(word == joint or word in number_words or word[0].isdecimal() for word in words)
    return numbers > _RUN_SHARE * len(words)


_RUN = 100  # tokens
_RUN_SHARE = 0.9
MOST_NUMBERS = 60  # of a sentence, which has 160 tokens at the most: more is no prose but a table or noise
