"""What a page says about itself at its head: title, date, outlet and the agency that it quotes."""

import itertools
import re
from dataclasses import replace
from functools import cache

from extract.model import Document
from extract.readers import byline, dateline
from extract.readers.head import Head, Line
from extract.readers.words import page_words

_BODY = 150  # characters: a line as long is no headline
_TITLE_WORDS = 3
_SENTENCE_WORDS = 8
_NUMBERED = re.compile(r"[0-9]{1,2}[.)] ")  # a menu that was a list
_BODY_ENDS = (".", "؛", "،", ":", "…")


def describe(document: Document) -> Document:
    """The document with what its own head tells; a field that the record gave is never changed.

    The same object where nothing is missing or nothing is found.
    """
    if document.title and document.published and document.outlet and document.origin:
        return document
    head = Head.of(document.text)
    above = tuple(itertools.takewhile(lambda line: not _is_body(line.text), head.lines))
    title = published = None
    if document.published is None:
        published = dateline.publication_date([line.text for line in head.lines], len(above))
    if document.title is None:
        title = _title(head, above)
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


def _byline(head: Head, document: Document) -> tuple[str | None, str | None]:
    """The outlet and the agency that it quotes: another one, or none."""
    if document.outlet and document.origin:
        return None, None
    reported = byline.reported_by(head)
    outlet = document.outlet or reported
    quoted = byline.quoted_from(head)
    # A record's outlet that writes «به گزارش ایسنا» quotes that agency; a name that is not known may be its own.
    for origin in (quoted, reported and byline.known_name(reported)):
        if origin and outlet and not byline.same_outlet(origin, outlet):
            return outlet, origin
    return outlet, None if outlet else quoted


def _title(head: Head, above: tuple[Line, ...]) -> str | None:
    """The first line that reads like a headline; one that stands twice goes before all others."""
    if len(above) == len(head.lines):  # no body below: a short text has no headline apart from it
        above = above[:-1]
    seen: set[str] = set()
    first = None
    for text, start, end in above:
        if _is_headline(text):
            if text in seen:
                return head.said(start, end)
            seen.add(text)
            if first is None and len(text.split()) >= _TITLE_WORDS:
                first = start, end
    return head.said(*first) if first else None


def _is_body(line: str) -> bool:
    if byline.is_byline(line) and len(line.split()) > 6:
        return True
    is_sentence = line.endswith(".") and not line.endswith("..") and len(line.split()) >= _SENTENCE_WORDS
    return (is_sentence or len(line) >= _BODY) and not dateline.is_dateline(line)


def _is_headline(line: str) -> bool:
    if len(line) < 8 or (line.endswith(_BODY_ENDS) and not line.endswith("...")) or line[0] in "•*-|»/[©":
        return False
    if "•" in line or ("»" in line and "«" not in line) or byline.is_byline(line):
        return False
    if "|" in line and len(line.replace("|", " ").split()) < 3 + 3 * line.count("|"):  # a path of sections
        return False
    if sum(c.isalpha() for c in line) * 2 < len(line) or dateline.is_dateline(line):
        return False
    return not (_NUMBERED.match(line) or _chrome_pattern().match(line))


@cache
def _chrome_pattern() -> re.Pattern[str]:
    """Words that make chrome of a line where they stand alone, or before a sign or number."""
    words = page_words().pattern("chrome", "published", "updated", "today")
    return re.compile(rf"[^\w]{{0,4}}{words}\s{{0,3}}(?:$|[:؛/|!«»•*–—(-]|[0-9])")
