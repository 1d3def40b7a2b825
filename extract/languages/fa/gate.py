"""The cheap look: is there a civil-society word with a number near it?

One pass of a multi-pattern automaton over the folded text finds the words; a number is looked for around a hit only.
"""

import re

from ahocorasick_rs import AhoCorasick, MatchKind

# How far around a word a number is looked for, in characters: about a long sentence. A false hit costs one closer look,
# a missed one costs a claim.
_SENTENCE = 160
_NUMBER = re.compile(
    r"[0-9%]|(?<![^\W\d_])(?:دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده|یازده|دوازده|سیزده|چهارده|پانزده|شانزده|هفده|هجده|نوزده|بیست|سی"
    r"|چهل|پنجاه|شصت|هفتاد|هشتاد|نود|صد|یکصد|دویست|سیصد|چهارصد|پانصد|ششصد|هفتصد|هشتصد|نهصد|هزار|میلیون|میلیارد|نیمی|نیم|نصف"
    r"|یک|نخست|اول|دوم|سوم|چهارم|پنجم|بیشترین|سرامد|پیشتاز|صدر|صدها|هزاران|همت)"
)


class Gate:
    """Built from the whole words and the beginnings of words that make a document worth reading."""

    def __init__(self, words: frozenset[str], starts: frozenset[str]) -> None:
        self._words = words - starts
        self._automaton = AhoCorasick(sorted(words | starts), matchkind=MatchKind.LeftmostLongest)

    def passes(self, folded: str) -> bool:
        """Whether a civil-society word stands near a number in a folded text."""
        length = len(folded)
        for _, start, end in self._automaton.find_matches_as_indexes(folded):
            if start and folded[start - 1].isalpha():
                continue
            if end < length and folded[end].isalpha() and folded[start:end] in self._words:
                continue
            if _NUMBER.search(folded, max(0, start - _SENTENCE), min(length, end + _SENTENCE)):
                return True
        return False
