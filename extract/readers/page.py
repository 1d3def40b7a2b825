"""What a page says about itself at its head: title, date, outlet and the agency that it quotes."""

import re
from dataclasses import dataclass, replace
from functools import cache

from extract.model import Document
from extract.readers import byline, dateline
from extract.readers.words import page_words, plain

_HEAD = 2000
_BODY = 150  # characters: a line as long is no headline
_TITLE_WORDS = 3
_BODY_ENDS = (".", "؛", "،", ":", "…")


@dataclass(frozen=True, slots=True)
class _Line:
    said: str  # as in the document
    plain: str


def describe(document: Document) -> Document:
    """The document with what its own head tells; a field that the record gave is never changed.

    The same object where nothing is missing or nothing is found.
    """
    if document.title and document.published and document.outlet and document.origin:
        return document
    head = document.text[:_HEAD]
    lines = [_Line(line.strip(), " ".join(plain(line).split())) for line in head.splitlines() if line.strip()]
    title = published = None
    if document.published is None:
        published = dateline.publication_date([line.plain for line in lines])
    if document.title is None:
        title = _title(lines)
    outlet, origin = _byline(head, document)
    if not (title or published or outlet or origin):
        return document
    return replace(
        document,
        title=document.title or title,
        published=document.published or published,
        outlet=document.outlet or outlet,
        origin=document.origin or origin,
    )


def _byline(head: str, document: Document) -> tuple[str | None, str | None]:
    """The outlet and the agency that it quotes: another one, or none."""
    if document.outlet and document.origin:
        return None, None
    read = byline.Head.of(head)
    reported = byline.reported_by(read)
    outlet = document.outlet or reported
    quoted = byline.quoted_from(read)
    for origin in (quoted, reported):  # a record's outlet that reports «به گزارش ایسنا» quotes that agency
        if origin and outlet and not byline.same_outlet(origin, outlet):
            return outlet, origin
    return outlet, None if outlet else quoted


def _title(lines: list[_Line]) -> str | None:
    """The first line that reads like a headline; one that stands twice goes before all others."""
    candidates = []
    for line in lines:
        if _is_body(line.plain):
            break
        candidates.append(line)
    if len(candidates) == len(lines):  # no body below: a short text has no headline apart from it
        candidates = candidates[:-1]
    seen: set[str] = set()
    first = None
    for line in candidates:
        if not _is_headline(line.plain):
            continue
        if line.plain in seen:
            return line.said
        seen.add(line.plain)
        if first is None and len(line.plain.split()) >= _TITLE_WORDS:
            first = line.said
    return first


def _is_body(line: str) -> bool:
    if byline.is_byline(line) and len(line.split()) > 6:
        return True
    return len(line) >= _BODY and not dateline.is_dateline(line)


def _is_headline(line: str) -> bool:
    if len(line) < 8 or line.endswith(_BODY_ENDS) or line[0] in "•*-|»«/[©" and not line.startswith("«"):
        return False
    if any(sign in line for sign in ("|", "»", "•")) and "«" not in line or byline.is_byline(line):
        return False
    if sum(c.isalpha() for c in line) * 2 < len(line) or dateline.is_dateline(line):
        return False
    return not _chrome_pattern().match(line)


@cache
def _chrome_pattern() -> re.Pattern[str]:
    """Words that make chrome of a line where they stand alone, or before a sign or number."""
    words = page_words().pattern("chrome", "published", "updated", "today")
    return re.compile(rf"[^\w]{{0,4}}(?:[0-9]{{1,2}}\. )?{words}\s{{0,3}}(?:$|[:؛/|!«»•*–—(-]|[0-9])")
