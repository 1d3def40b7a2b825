"""Tokens of a reading copy: numbers, words and signs, each with where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A comma of either script groups thousands only between groups of three digits, so «۹۲،۱۴» stays two numbers; a point
# may stand behind the groups: «12,500.5».
TOKEN = re.compile(
    r"[0-9]{1,3}(?:[,،][0-9]{3})+(?![0-9])(?:[./][0-9]+)?|[0-9]+(?:[./][0-9]+)*|[^\W\d_]+|\n|[^\w\s]",
)
_SENTENCE_END = frozenset(".!؟?\n")


@dataclass(slots=True)
class Tokens:
    """Parallel lists: the text of each token and its span in the reading copy."""

    text: list[str]
    start: list[int]
    end: list[int]

    def __len__(self) -> int:
        return len(self.text)

    def slice(self, first: int, last: int) -> "Tokens":
        """The tokens `first` to `last` (exclusive)."""
        return Tokens(self.text[first:last], self.start[first:last], self.end[first:last])


def tokenize(text: str) -> Tokens:
    """The tokens of a text, spaces left out."""
    spans = [match.span() for match in TOKEN.finditer(text)]
    return Tokens(
        [text[start:end] for start, end in spans],
        [start for start, _ in spans],
        [end for _, end in spans],
    )


def sentences(tokens: Tokens, longest: int = 160) -> Iterator[Tokens]:
    """The sentences of a text: runs of tokens up to a full stop, question mark or line end (left out).

    A run without an end is cut after `longest` tokens, so that no sentence costs more than a fixed amount.
    """
    first = 0
    text = tokens.text
    for index, token in enumerate(text):
        if token in _SENTENCE_END or index - first >= longest:
            last = index if token in _SENTENCE_END else index + 1
            if last > first:
                yield tokens.slice(first, last)
            first = index + 1
    if first < len(text):
        yield tokens.slice(first, len(text))
