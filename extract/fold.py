"""One spelling for many: the folded text of the gate and the reading copy of the rules.

The folded text has one code point for each of the document's, so its spans are the document's spans. The reading
copy is shorter where marks were dropped; `ReadingCopy.span` leads back to the document.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

# Pairs of single code points only: a replacement of another length would move every span behind it.
_LETTERS = (
    ("ي", "ی"),
    ("ى", "ی"),
    ("ئ", "ی"),
    ("ك", "ک"),
    ("ة", "ه"),
    ("ۀ", "ه"),
    ("أ", "ا"),
    ("إ", "ا"),
    ("آ", "ا"),
    ("ؤ", "و"),
)
_DIGITS = tuple((chr(base + digit), str(digit)) for base in (0x06F0, 0x0660) for digit in range(10))
_SIGNS = (
    ("٪", "%"),
    ("٬", ","),
    ("٫", "."),
    ("\u00a0", " "),
    ("\u202f", " "),
    ("\t", " "),
    ("\r", "\n"),
    ("–", "-"),
    ("−", "-"),
)
ONE_TO_ONE = _LETTERS + _DIGITS + _SIGNS

# Marks that writers use as an invisible word joint; the soft hyphen and «¬» stand for ZWNJ in old agency texts.
_JOINTS = "\u200b\u200c\u200d\u200e\u200f\u00ad\u00ac\u202a-\u202e\u2066-\u2069\ufeff"
# What may stand between the two halves of a word in a folded text: a space, nothing, or a mark.
WORD_JOINERS = (" ", "", "\u200c", "\u200f", "\u200e", "\u00ad", "\u00ac", " \u200c", "\u200c ")
_DROPPED = "\u0640\u0610-\u061a\u064b-\u065f\u0670"
_MARKS = re.compile(f"[{_JOINTS}{_DROPPED}]+|[\ufb50-\ufdff\ufe70-\ufefe]+")
_BETWEEN_LETTERS = re.compile(f"(?<=[^\\W\\d_])[{_JOINTS}](?=[^\\W\\d_])")
_JOINT = re.compile(f"[{_JOINTS}]")


def fold(text: str) -> str:
    """The text with one form for ي/ی, ك/ک, the three digit sets and a few signs; as long as the text."""
    for old, new in ONE_TO_ONE:
        text = text.replace(old, new)
    return text


def persian_letters(text: str) -> str:
    """A name with Persian ی and ک for their Arabic twins, so that one name is written one way in tables."""
    return text.replace("ي", "ی").replace("ك", "ک")


@dataclass(frozen=True, slots=True)
class ReadingCopy:
    """A folded text without marks, and where its pieces stand in the document."""

    text: str
    _here: tuple[int, ...]  # first position of each piece in `text`, ascending
    _there: tuple[int, ...]  # where that piece starts in the document

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The document's span of `text[start:end]`; for an empty span, an empty one."""
        if start >= end:
            return (self._back(start),) * 2
        return self._back(start), self._back(end - 1) + 1

    def _back(self, position: int) -> int:
        piece = bisect_right(self._here, position) - 1
        return self._there[piece] + position - self._here[piece]


def reading_copy(folded: str) -> ReadingCopy:
    """The reading copy of a folded text: a joint between two letters becomes a space, every other mark goes."""
    folded = _BETWEEN_LETTERS.sub(" ", folded)  # the usual case, one code point for one
    pieces: list[str] = []
    here, there = [0], [0]
    length = last = 0
    for match in _MARKS.finditer(folded):
        start, end = match.span()
        pieces.append(folded[last:start])
        length += start - last
        put = _replacement(folded, match.group(), start, end)
        pieces.append(put)
        for index in range(len(put)):  # a ligature is more letters than code points: they share the last one
            here.append(length + index)
            there.append(min(start + index, end - 1))
        length += len(put)
        here.append(length)
        there.append(end)
        last = end
    pieces.append(folded[last:])
    return ReadingCopy("".join(pieces), tuple(here), tuple(there))


def _replacement(folded: str, marks: str, start: int, end: int) -> str:
    shapes = "".join(c for c in marks if c >= "\ufb50" and c != "\ufeff") if max(marks) >= "\ufb50" else ""
    if shapes:  # Arabic presentation forms: one shape a code point, ligatures of more than one letter among them
        return fold(unicodedata.normalize("NFKC", shapes))
    between_letters = start > 0 and end < len(folded) and folded[start - 1].isalpha() and folded[end].isalpha()
    if "\u0640" in marks and start > 0 and end < len(folded):
        before, after = folded[max(0, start - 3) : start].strip(" ")[-1:], folded[end : end + 3].strip(" ")[:1]
        if before.isdecimal() and after.isdecimal():
            return "-"  # «۳۰ـ۴۰»: the kashida for a dash
    return " " if between_letters and _JOINT.search(marks) else ""


def key(text: str) -> str:
    """The form in which two spellings of one name are equal: folded, no marks, no spaces, lower case."""
    return "".join(reading_copy(fold(text)).text.split()).lower()
