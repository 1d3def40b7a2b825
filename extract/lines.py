"""Which lines of a page are headline, body, or chrome that says nothing; a language says how it knows them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from extract.fold import fold, key
from extract.seeds import read_table

Part = Literal["headline", "body", "chrome"]
Look = Callable[[str], bool]  # at a line without outer spaces


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the reading copy: its text, where it starts, and what part of the page it is."""

    text: str
    start: int
    part: Part


def parted(text: str, title: str | None, *, ends: Look, is_chrome: Look, is_body: Look) -> list[Line]:
    """The non-empty lines of a reading copy.

    What stands above the first line of a body or says the title again is headline; what follows a line that `ends` the
    body is chrome.
    """
    title_key = key(title) if title else ""
    lines: list[Line] = []
    position = 0
    is_tail = seen_body = False
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            is_tail = is_tail or (seen_body and ends(stripped))
            part: Part = "chrome" if is_tail or is_chrome(stripped) else "body"
            if part == "body" and not seen_body:
                seen_body = is_body(stripped)
                part = "body" if seen_body else "headline"
            elif part == "body" and len(stripped) < 2 * len(title_key) and _bare(stripped) == title_key:
                part = "headline"
            lines.append(Line(raw, position, part))
        position += len(raw) + 1
    if not seen_body:  # a text of one or two short lines has no headline apart from it
        lines = [Line(line.text, line.start, "body" if line.part == "headline" else line.part) for line in lines]
    return lines


def _bare(line: str) -> str:
    """The `key` of a line of a reading copy, which is folded and without marks."""
    return "".join(line.split()).lower()


def marks(table: Path, kind: str) -> tuple[str, str]:
    """The marks of a class in a language's `chrome.csv` as alternatives of a pattern, the longest first.

    Those that start a line, whatever follows, and those that are a line's label; a pattern that never matches for none.
    """
    rows = [row for row in read_table(table, ("surface", "class", "match", "note")) if row["class"] == kind]
    longest = sorted(rows, key=lambda row: -len(row["surface"]))
    start, label = (
        "|".join(re.escape(fold(row["surface"])) for row in longest if row["match"] == match) or "(?!)"
        for match in ("start", "label")
    )
    return start, label
