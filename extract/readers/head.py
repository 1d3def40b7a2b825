"""The head of a page: its lines as they are compared, and the way back to what stands in the document."""

from dataclasses import dataclass
from typing import NamedTuple

from extract.fold import ReadingCopy, fold, reading_copy
from extract.readers.words import lower

_LENGTH = 2000  # what a page says of itself stands here; below is the article


class Line(NamedTuple):
    """A line that is not blank, without idle spaces, and where it stands in `Head.lowered`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Head:
    """The first characters of a text, their reading copy, the same with letters of one case, and its lines."""

    text: str
    copy: ReadingCopy
    lowered: str
    lines: tuple[Line, ...]

    @classmethod
    def of(cls, text: str) -> "Head":
        """The head of a text."""
        text = text[:_LENGTH]
        copy = reading_copy(fold(text))
        lowered = lower(copy.text)
        lines = []
        start = 0
        for raw in lowered.split("\n"):
            end = start + len(raw)
            line = " ".join(raw.split())
            if line:
                lines.append(Line(line, start, end))
            start = end + 1
        return cls(text, copy, lowered, tuple(lines))

    def said(self, start: int, end: int) -> str:
        """What the document has where `lowered[start:end]` stands."""
        first, last = self.copy.span(start, end)
        return self.text[first:last].strip()
