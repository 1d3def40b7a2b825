"""Who tells the news and whom the teller quotes: «به گزارش X به نقل از Y», «اصفهان - ایرنا -», «ایسنا/…».

A name is believed where the table of outlets has it, or where clear words bound it: anything else after these
words is a person or an office.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.readers.head import Head
from extract.readers.words import alternatives, page_words, plain
from extract.seeds import SEEDS, read_table

_OUTLETS = ("outlet", "domain", "domain_aliases", "name_fa", "name_en", "kind", "province")
_OPEN, _CLOSE = '[«"“(]?', '[»"”)]?'
_QUOTES = re.compile('[«»"“”()]')
_SPACES = re.compile("[\\s\u200c]*\\s[\\s\u200c]*")
_WORD = r"\w{1,20}"


@dataclass(frozen=True)
class _Names:
    """The outlets that are known: how each is called here, and the patterns that find them."""

    called: dict[str, str]  # every spelling, without spaces, to the name
    sure: str  # pattern: names that are nothing else
    every: str  # pattern: also those that are everyday words


def reported_by(head: Head) -> str | None:
    """The outlet that a page's head names: after «به گزارش» and its like, else at the start of a line."""
    words = page_words().by_class
    leads = words["report"] + words["talk"]
    said = (name for lead in leads for name in _names_after(lead, _report_pattern(), head))
    return next(said, None) or next(_line_names(head), None)


def quoted_from(head: Head) -> str | None:
    """The agency that a page's head names after «به نقل از»."""
    said = (name for lead in page_words().by_class["quote"] for name in _names_after(lead, _quote_pattern(), head))
    return next(said, None)


def is_byline(line: str) -> bool:
    """Whether a line begins by saying who reports it."""
    words = page_words().by_class
    return line.startswith(words["report"] + words["quote"])


def known_name(name: str) -> str | None:
    """The name of an outlet of the table that is called, coded or found at `name`."""
    return _names().called.get(plain(name).replace(" ", ""))


def same_outlet(one: str, other: str) -> bool:
    """Whether two names, codes or domains stand for one outlet, or one is a part of the other."""
    first, second = (plain(known_name(name) or name).replace(" ", "") for name in (one, other))
    return first in second or second in first


def _names_after(lead: str, pattern: re.Pattern[str], head: Head) -> Iterator[str]:
    # Searching for the literal words first is ten times as fast as a pattern that begins with them.
    position = head.lowered.find(lead)
    while position >= 0:
        end = position + len(lead)
        if position == 0 or not head.lowered[position - 1].isalnum():
            match = pattern.match(head.lowered, end)
            name = _name(match, head) if match else None
            if name:
                yield name
        position = head.lowered.find(lead, end)


def _line_names(head: Head) -> Iterator[str]:
    for line in head.lines:
        match = _line_pattern().match(head.lowered, line.start)
        name = _name(match, head) if match else None
        if name:
            yield name


def _name(match: re.Match[str], head: Head) -> str | None:
    for group, found in match.groupdict().items():
        if found and group.startswith("known"):
            return _names().called[found.replace(" ", "")]
        if found and found.strip() not in _no_names():
            return _QUOTES.sub("", _SPACES.sub(" ", head.said(*match.span(group)))).strip()
    return None


@cache
def _no_names() -> frozenset[str]:
    words = page_words().by_class
    return frozenset(words["not_name"] + words["name_part"])


@cache
def _names() -> _Names:
    words = page_words()
    everyday = set(words.by_class["everyday"])
    press = re.compile(rf"^{words.pattern('press', 'site')} ")
    called: dict[str, str] = {}
    sure, every = set(), set()
    for row in read_table(SEEDS / "outlets.csv", _OUTLETS):
        name = row["name_fa"].split("(")[0].strip()
        full = plain(name)
        bare = press.sub("", full)
        for spelling in (full, bare):
            every.add(spelling)
            if spelling not in everyday:
                sure.add(spelling)
        codes = (row["outlet"], row["domain"], *row["domain_aliases"].split(), plain(row["name_en"]))
        for spelling in (full, bare, *codes):
            if spelling:
                called.setdefault(spelling.replace(" ", ""), name)
    return _Names(called, alternatives(sure), alternatives(every))


def _end() -> str:
    """The pattern of what may follow a name: a sign, the end of the line, or the words that begin another part."""
    page = page_words()
    quote, origin, joint = page.pattern("quote"), page.pattern("from"), page.pattern("and")
    return rf"(?=\s*(?:[،؛:,;./|»\n)\"”]|[-–—]\s|$)|\s+(?:{joint} )?{quote} |\s+{origin} )"


def _known() -> str:
    """The pattern of a known name: with «خبرگزاری» before it, or no other word, or with a clear end."""
    page, names = page_words(), _names()
    press = page.pattern("press", "site")
    return (
        rf"(?:{page.pattern('by')}(?: {_WORD}){{0,2}}? )?(?:{press} {_OPEN}(?P<known1>{names.every})(?!\w)"
        rf"|{_OPEN}(?P<known2>{names.sure})(?!\w)|{_OPEN}(?P<known3>{names.every}){_CLOSE}{_end()})"
    )


def _said() -> str:
    """The pattern of an unknown name that clear words bound."""
    page = page_words()
    return (
        rf"(?P<said1>{page.pattern('press')} {_OPEN}{_WORD}(?: {_WORD}){{0,2}}?){_CLOSE}{_end()}"
        rf"|(?:{page.pattern('site')} )?{_OPEN}(?P<said2>{_part()}){_CLOSE}{_end()}"
    )


def _part() -> str:
    """The pattern of a name that ends in «خبر», «نیوز»."""
    return rf"(?:{_WORD} ?)?(?:{_WORD} ?)?{page_words().pattern('name_part')}"


@cache
def _report_pattern() -> re.Pattern[str]:
    in_quotes = rf"[«\"“](?P<said3>{_WORD}(?: {_WORD}){{0,2}})[»\"”]"
    page = page_words()
    no_outlet = rf"(?!{page.pattern('office', 'by')}\b)"
    quote = rf"(?: {page.pattern('and')})? {page.pattern('quote')} "
    before_quoted = rf"{no_outlet}(?P<said4>{_WORD}(?: {_WORD}){{0,2}}?){quote}"
    return re.compile(rf" (?:{_known()}|{_said()}|{in_quotes}|{before_quoted})")


@cache
def _quote_pattern() -> re.Pattern[str]:
    return re.compile(rf" (?:{_known()}|{_said()})")


@cache
def _line_pattern() -> re.Pattern[str]:
    page, names = page_words(), _names()
    place = rf"(?:{_WORD}(?: {_WORD}){{0,2}} ?[-–—] ?)?"
    known = rf"{place}(?:{page.pattern('press')} (?P<known1>{names.every})|(?P<known2>{names.sure})) ?[/:|؛–—-]"
    return re.compile(rf"[ ]{{0,8}}(?:{known}|(?P<said1>{_part()}) ?[/|؛])")
