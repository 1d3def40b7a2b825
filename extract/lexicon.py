"""Words of a vocabulary found in tokens: the longest surface of each class at each place."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from extract.fold import fold, reading_copy
from extract.tokens import tokenize


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a vocabulary: a surface, its class (one per table) and what it stands for."""

    surface: str
    kind: str
    code: str
    note: str = ""


class Hit(NamedTuple):
    """An entry found at tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    entry: Entry

    @property
    def code(self) -> str:
        """What the entry stands for."""
        return self.entry.code


def words_of(surface: str) -> tuple[str, ...]:
    """The tokens of a surface in the form in which they stand in a reading copy."""
    return tuple(tokenize(reading_copy(fold(surface)).text).text)


def joinings(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every way to write neighbouring words as one: pages drop the ZWNJ between them."""
    if len(words) < 2:
        yield tuple(words)
        return
    for rest in joinings(words[1:]):
        yield (words[0], *rest)
        if words[0].isalpha() and rest[0].isalpha():
            yield (words[0] + rest[0], *rest[1:])


class Lexicon:
    """Surfaces in one multi-pattern automaton over the tokens written with single spaces.

    A pattern begins and ends with a space, so that it matches whole tokens only.
    """

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], Entry]]) -> None:
        table: dict[str, list[Entry]] = defaultdict(list)
        for words, entry in entries:
            known = table[f" {' '.join(words)} "]
            if all(entry.kind != other.kind for other in known):
                known.append(entry)
        self._entries = [(pattern.count(" ") - 1, tuple(found)) for pattern, found in table.items()]
        self._automaton = AhoCorasick(list(table))
        self._first = frozenset(pattern.split(" ", 2)[1] for pattern in table)

    def __contains__(self, word: str) -> bool:
        """Whether a surface begins with the word."""
        return word in self._first

    def hits(self, words: list[str]) -> dict[str, list[Hit]]:
        """The hits in a list of tokens by class, in the order of their places; hits of one class do not overlap."""
        matches = self._automaton.find_matches_as_indexes(f" {' '.join(words)} ", overlapping=True)
        if not matches:
            return {}
        starts = list(accumulate([len(word) + 1 for word in words], initial=0))
        found: dict[str, list[Hit]] = {}
        for start, _, pattern in sorted((start, -end, pattern) for pattern, start, end in matches):
            index = bisect_left(starts, start)
            length, entries = self._entries[pattern]
            for entry in entries:
                known = found.get(entry.kind)
                if known is None:
                    found[entry.kind] = [Hit(index, index + length, entry)]
                elif known[-1].last <= index:
                    known.append(Hit(index, index + length, entry))
        return found
