"""The cheap look: is there a civil-society word with a number near it?

One pass of a multi-pattern automaton over the folded text finds the words; a number is looked for around a hit only.
"""

import re
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

# How far around a word a number is looked for within its sentence, in characters. A false hit costs one closer look, a
# missed one costs a claim.
_SENTENCE = 250
_LONGEST = 40  # characters of the longest word of the gate
_SHORT = 3  # letters: «نه» begins «نهاد», so a short number word counts only where it ends


_MARKS = "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
_MARKED = re.compile(f"[{_MARKS}]+")


class Gate:
    """Built from the whole words and the beginnings of words that make a document worth reading."""

    def __init__(self, words: frozenset[str], starts: frozenset[str], numbers: frozenset[str]) -> None:
        self._words = words - starts
        self._number = _number_pattern(numbers)
        self._automaton = AhoCorasick(  # a DFA is three times as fast here as the default
            sorted(words | starts), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
        )

    def places(self, folded: str) -> list[int]:
        """Where civil-society words begin in a text."""
        return [start for start, _ in self._words_in(folded)]

    def holds_number(self, folded: str) -> bool:
        """Whether a number or a word of rank stands in a text."""
        return self._number.search(folded) is not None

    def passes(self, folded: str) -> bool:
        """Whether a civil-society word stands near a number in a folded text; marks of vowels are no letters."""
        if any(mark in folded for mark in _MARKS):
            folded = _MARKED.sub("", folded)
        for start, end in self._words_in(folded):
            low, high = max(0, start - _SENTENCE), min(len(folded), end + _SENTENCE)
            first = max(low, folded.rfind("\n", low, start), folded.rfind(". ", low, start))
            ends = (folded.find("\n", end, high), folded.find(". ", end, high))
            if self._number.search(folded, first, min((position for position in ends if position >= 0), default=high)):
                return True
        return False

    def _words_in(self, folded: str) -> Iterator[tuple[int, int]]:
        """The spans of the civil-society words of a text."""
        length = len(folded)
        for _, start, end in self._automaton.find_matches_as_indexes(folded):
            if start and folded[start - 1].isalpha():
                space = folded.find(" ", start, end)
                if space < 0:
                    continue
                inner = self._word_at(folded, space + 1)  # «درصد خیریه»: «صد خیر» hid a word
                if inner is None:
                    continue
                start, end = inner
            if end < length and folded[end].isalpha() and folded[start:end] in self._words:
                continue
            yield start, end

    def _word_at(self, folded: str, start: int) -> tuple[int, int] | None:
        """The span of the word that begins at a place, if it is one."""
        found = self._automaton.find_matches_as_indexes(folded[start : start + _LONGEST])
        return next(((start, start + last) for _, first, last in found if first == 0), None)


def _number_pattern(words: frozenset[str]) -> re.Pattern[str]:
    """Digits, or a number word at the beginning of a word: glued forms («هزارو») begin with one."""
    short = "|".join(sorted(re.escape(word) for word in words if len(word) <= _SHORT))
    long = "|".join(sorted(re.escape(word) for word in words if len(word) > _SHORT))
    return re.compile(rf"[0-9%]|(?<![^\W\d_])(?:(?:{short})(?![^\W\d_])|{long})")
