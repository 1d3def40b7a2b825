"""Words of a vocabulary found in tokens: the longest surface of each class at each place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

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
    """Surfaces by their first token, longest first."""

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], Entry]]) -> None:
        table: dict[str, dict[tuple[str, ...], list[Entry]]] = defaultdict(lambda: defaultdict(list))
        for words, entry in entries:
            known = table[words[0]][words[1:]]
            if all(entry.kind != other.kind for other in known):
                known.append(entry)
        self._first: dict[str, list[tuple[int, list[str], list[Entry]]]] = {
            word: sorted(((len(rest), list(rest), found) for rest, found in rests.items()), key=lambda row: -row[0])
            for word, rests in table.items()
        }

    def __contains__(self, word: str) -> bool:
        return word in self._first

    def hits(self, words: list[str]) -> dict[str, list[Hit]]:
        """The hits in a list of tokens by class, in the order of their places; hits of one class do not overlap."""
        found: dict[str, list[Hit]] = {}
        first = self._first
        for index, word in enumerate(words):
            rows = first.get(word)
            if rows is None:
                continue
            for length, rest, entries in rows:
                if length and words[index + 1 : index + 1 + length] != rest:
                    continue
                for entry in entries:
                    known = found.setdefault(entry.kind, [])
                    if not known or known[-1].last <= index:
                        known.append(Hit(index, index + 1 + length, entry))
        return found
