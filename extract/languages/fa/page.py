"""Which lines of a page are headline, body, or chrome that says nothing."""

from dataclasses import dataclass
from typing import Literal

from extract.fold import key
from extract.languages.fa.vocabulary import Vocabulary

Part = Literal["headline", "body", "chrome"]
_BODY_LENGTH = 90


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the reading copy: its text, where it starts, and what part of the page it is."""

    text: str
    start: int
    part: Part


def page_lines(text: str, title: str | None, vocabulary: Vocabulary) -> list[Line]:
    """The non-empty lines of a reading copy. What follows an end mark («انتهای پیام», «نظرات») is chrome."""
    title_key = key(title) if title else ""
    lines: list[Line] = []
    position = 0
    is_tail = seen_body = False
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            is_mark = not is_tail and len(stripped) < _BODY_LENGTH and bool(vocabulary.tail_marks.match(stripped))
            is_tail = is_tail or (is_mark and seen_body)  # above the body it closes nothing: «برچسب‌ها: …»
            part: Part = "chrome" if is_tail or is_mark or _is_chrome(stripped, vocabulary) else "body"
            if part == "body" and not seen_body:
                seen_body = _is_body(stripped)
                part = "body" if seen_body else "headline"
            elif part == "body" and title_key and len(stripped) < 2 * len(title_key) and key(stripped) == title_key:
                part = "headline"
            lines.append(Line(raw, position, part))
        position += len(raw) + 1
    if not seen_body:  # a text of one or two short lines has no headline apart from it
        lines = [Line(line.text, line.start, "body" if line.part == "headline" else line.part) for line in lines]
    return lines


def _is_body(line: str) -> bool:
    return len(line) >= _BODY_LENGTH or line.endswith((".", "؛", "!"))


def _is_chrome(line: str, vocabulary: Vocabulary) -> bool:
    trail = sum(line.count(sign) for sign in "<>›|")  # «خانه > جامعه > جوانان»
    if trail > 1 and len(line) < _BODY_LENGTH and not any(sign.isdecimal() for sign in line):
        return True
    return line[0] in "©»" or (len(line) < 140 and vocabulary.chrome_marks.match(line) is not None)
