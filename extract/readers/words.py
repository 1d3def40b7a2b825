"""The words that tell what stands at a page's head, in the form in which they are compared."""

import re
import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from extract.fold import fold, reading_copy
from extract.seeds import SEEDS, read_table

_WORDS = ("surface", "class", "value", "note")
_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
_MONTHS = ("surface", "calendar", "month")


def plain(text: str) -> str:
    """Text as it is compared: folded, without marks, lower case."""
    return lower(reading_copy(fold(text)).text)


def lower(text: str) -> str:
    """Text with letters of one case, as long as before (`str.lower` makes two letters of a dotted capital I)."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text.translate(_LOWER)


def alternatives(surfaces: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; inner spaces may be left out."""
    ordered = sorted(set(surfaces), key=lambda surface: (-len(surface), surface))
    return "(?:" + "|".join(re.escape(surface).replace(r"\ ", " ?") for surface in ordered) + ")"


@dataclass(frozen=True)
class PageWords:
    """Words by their class, and the months by calendar and name."""

    by_class: Mapping[str, tuple[str, ...]]
    months: Mapping[str, tuple[str, int]]  # without spaces, to calendar (`j`, `g`) and number

    def pattern(self, *classes: str) -> str:
        """A pattern for the words of some classes."""
        return alternatives(word for name in classes for word in self.by_class[name])


@cache
def page_words() -> PageWords:
    """The words of `page_words.csv` and the month names of `months.csv`."""
    by_class: dict[str, tuple[str, ...]] = {}
    months: dict[str, tuple[str, int]] = {}
    for row in read_table(SEEDS / "fa" / "page_words.csv", _WORDS):
        word = plain(row["surface"])
        by_class[row["class"]] = (*by_class.get(row["class"], ()), word)
        if row["class"] == "month":
            months[word.replace(" ", "")] = ("g", int(row["value"]))
    for row in read_table(SEEDS / "fa" / "months.csv", _MONTHS):
        if row["calendar"] != "h":  # persiantools knows no lunar calendar, and pages give such a date beside another
            months[plain(row["surface"]).replace(" ", "")] = (row["calendar"], int(row["month"]))
    return PageWords(by_class, months)
