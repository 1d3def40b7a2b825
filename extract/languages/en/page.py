"""Which lines of a page are headline, body, or chrome that says nothing."""

import re
from dataclasses import dataclass
from typing import Literal

from extract.fold import key

Part = Literal["headline", "body", "chrome"]
_BODY_LENGTH = 110
_CHROME_LENGTH = 140


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the reading copy: its text, where it starts, and what part of the page it is."""

    text: str
    start: int
    part: Part


def page_lines(text: str, title: str | None, tails: re.Pattern[str], chrome: re.Pattern[str]) -> list[Line]:
    """The non-empty lines of a reading copy. What follows an end mark ("Leave a Comment", "Related News") is chrome."""
    title_key = key(title) if title else ""
    lines: list[Line] = []
    position = 0
    is_tail = seen_body = False
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            is_tail = is_tail or (seen_body and tails.match(stripped) is not None)
            is_line = stripped[0] in "©»>" or (len(stripped) < _CHROME_LENGTH and chrome.match(stripped) is not None)
            part: Part = "chrome" if is_tail or is_line else "body"
            if part == "body" and not seen_body:
                seen_body = len(stripped) >= _BODY_LENGTH or (
                    stripped.endswith((".", '."', ".”", "!")) and " " in stripped
                )
                part = "body" if seen_body else "headline"
            elif part == "body" and title_key and len(stripped) < 2 * len(title_key) and key(stripped) == title_key:
                part = "headline"
            lines.append(Line(raw, position, part))
        position += len(raw) + 1
    if not seen_body:  # a text of one or two short lines has no headline apart from it
        lines = [Line(line.text, line.start, "body" if line.part == "headline" else line.part) for line in lines]
    return lines
