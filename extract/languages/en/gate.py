"""The cheap look: is there a civil-society word with a number in its sentence?

One pass of a multi-pattern automaton over the lower-cased text; a number is looked for around a hit only.
"""

import re
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

_SENTENCE = 300  # characters around a word in which a number is looked for, within its line


class Gate:
    """Built from the whole words and the beginnings of words that make a document worth reading."""

    def __init__(self, words: frozenset[str], starts: frozenset[str], numbers: frozenset[str]) -> None:
        self._words = words - starts
        self._number = re.compile(rf"[0-9%]|\b(?:{'|'.join(sorted(map(re.escape, numbers)))})\b")
        self._automaton = AhoCorasick(sorted(words | starts), matchkind=MatchKind.LeftmostLongest)

    def opens(self, text: str) -> bool:
        """Whether a civil-society word stands in a text."""
        return next(self._words_in(text.lower()), None) is not None

    def passes(self, folded: str) -> bool:
        """Whether a civil-society word stands near a number in a folded text."""
        lower = folded.lower()
        for start, end in self._words_in(lower):
            low, high = max(0, start - _SENTENCE), min(len(lower), end + _SENTENCE)
            first = max(low, lower.rfind("\n", low, start))
            last = lower.find("\n", end, high)
            if self._number.search(lower, first, high if last < 0 else last):
                return True
        return False

    def _words_in(self, lower: str) -> Iterator[tuple[int, int]]:
        """The spans of the civil-society words of a text."""
        length = len(lower)
        for _, start, end in self._automaton.find_matches_as_indexes(lower):
            if start and lower[start - 1].isalpha():
                continue
            if end < length and lower[end].isalpha() and lower[start:end] in self._words:
                continue
            yield start, end
