"""The cheap look: is there a civil-society word with a number near it?

One pass of a multi-pattern automaton over the folded text finds the words; a number is looked for around a hit only.
"""

import re

from ahocorasick_rs import AhoCorasick, MatchKind

# The first or rarest token of every own subject and tie of the vocabulary; a hit must begin a word. The endings that
# may follow are not looked at: a false hit costs one closer look, a missed one costs a claim.
_SENTENCE = 400
_NUMBER = re.compile(
    r"[0-9%]|(?<![^\W\d_])(?:دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده|یازده|دوازده|سیزده|چهارده|پانزده|شانزده|هفده|هجده|نوزده|بیست|سی"
    r"|چهل|پنجاه|شصت|هفتاد|هشتاد|نود|صد|یکصد|دویست|سیصد|چهارصد|پانصد|ششصد|هفتصد|هشتصد|نهصد|هزار|میلیون|میلیارد|نیمی|نیم|نصف"
    r"|یک|نخست|اول|دوم|سوم|چهارم|پنجم|بیشترین|سرامد|پیشتاز|صدر|صدها|هزاران|همت)"
)


class Gate:
    """Built from the words that make a document worth reading."""

    def __init__(self, words: frozenset[str]) -> None:
        self._automaton = AhoCorasick(sorted(words), matchkind=MatchKind.LeftmostLongest)

    def passes(self, folded: str) -> bool:
        """Whether a civil-society word stands near a number in a folded text."""
        for _, start, end in self._automaton.find_matches_as_indexes(folded):
            if start and folded[start - 1].isalpha():
                continue
            if _NUMBER.search(folded, max(0, start - _SENTENCE), min(len(folded), end + _SENTENCE)):
                return True
        return False
