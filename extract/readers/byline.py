"""Who tells the news and whom the teller quotes: «به گزارش X به نقل از Y», «اصفهان - ایرنا -», «ایسنا/…».

A name is believed where the table of outlets has it, or where clear words bound it: anything else after these
words is a person or an office.
"""

import re
from dataclasses import dataclass
from functools import cache

from extract.fold import ReadingCopy, fold, reading_copy
from extract.readers.words import alternatives, lower, page_words, plain
from extract.seeds import SEEDS, read_table

_OUTLETS = ("outlet", "domain", "domain_aliases", "name_fa", "name_en", "kind", "province")
_OPEN, _CLOSE = '[«"“(]?', '[»"”)]?'
_END = r"(?=\s*(?:[،؛:,;./|»\n)\"”]|[-–—]\s|$)|\s+(?:و )?به نقل |\s+از )"
_WORD = r"\w{1,20}"


@dataclass(frozen=True)
class _Names:
    """The outlets that are known: how each is called here, and the patterns that find them."""

    called: dict[str, str]  # every spelling, without spaces, to the name
    sure: str  # pattern: names that are nothing else
    every: str  # pattern: also those that are everyday words


@dataclass(frozen=True, slots=True)
class Head:
    """A page's head as it stands, and its reading copy in which Latin letters have one case."""

    text: str
    copy: ReadingCopy
    lowered: str

    @classmethod
    def of(cls, text: str) -> "Head":
        """The head for the patterns of this page."""
        copy = reading_copy(fold(text))
        return cls(text, copy, lower(copy.text))


def reported_by(head: Head) -> str | None:
    """The outlet that a page's head names: after «به گزارش», else at the start of a line."""
    return _first_name(_report_pattern(), head) or _first_name(_line_pattern(), head)


def quoted_from(head: Head) -> str | None:
    """The agency that a page's head names after «به نقل از»."""
    return _first_name(_quote_pattern(), head)


def is_byline(line: str) -> bool:
    """Whether a line begins by saying who reports it."""
    return line.startswith(("به گزارش", "به نقل از", "منبع:"))


def same_outlet(one: str, other: str) -> bool:
    """Whether two names, codes or domains stand for one outlet, or one is a part of the other."""
    first, second = (plain(_known_name(name) or name).replace(" ", "") for name in (one, other))
    return first in second or second in first


def _first_name(pattern: re.Pattern[str], head: Head) -> str | None:
    for match in pattern.finditer(head.lowered):
        for group, found in match.groupdict().items():
            if found and group.startswith("known"):
                return _names().called[found.replace(" ", "")]
            if found and found.strip() not in _no_names():
                start, end = head.copy.span(*match.span(group))
                return head.text[start:end].strip()
    return None


def _known_name(name: str) -> str | None:
    return _names().called.get(plain(name).replace(" ", ""))


@cache
def _no_names() -> frozenset[str]:
    words = page_words().by_class
    return frozenset(words["not_name"] + words["name_part"])


@cache
def _names() -> _Names:
    words = page_words()
    everyday = set(words.by_class["everyday"])
    press = re.compile(rf"^{words.pattern('press')} ")
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


def _known() -> str:
    """The pattern of a known name: with «خبرگزاری» before it, or no other word, or with a clear end."""
    page, names = page_words(), _names()
    return (
        rf"(?:{page.pattern('by')} )?(?:{page.pattern('press')} {_OPEN}(?P<known1>{names.every})(?!\w)"
        rf"|{_OPEN}(?P<known2>{names.sure})(?!\w)|{_OPEN}(?P<known3>{names.every}){_CLOSE}{_END})"
    )


def _said() -> str:
    """The pattern of an unknown name that clear words bound."""
    page = page_words()
    return (
        rf"{page.pattern('press')} {_OPEN}(?P<said1>{_WORD}(?: {_WORD}){{0,2}}){_CLOSE}{_END}"
        rf"|{_OPEN}(?P<said2>(?:{_WORD} ?)?(?:{_WORD} ?)?{page.pattern('name_part')}){_CLOSE}{_END}"
    )


@cache
def _report_pattern() -> re.Pattern[str]:
    in_quotes = rf"[«\"“](?P<said3>{_WORD}(?: {_WORD}){{0,2}})[»\"”]"
    before_quoted = rf"(?P<said4>{_WORD}(?: {_WORD}){{0,2}}) به نقل از "
    return re.compile(
        rf"(?<!\w)(?:به گزارش|گفت و گو با|گفتگو با|گفت وگو با) (?:{_known()}|{_said()}|{in_quotes}|{before_quoted})"
    )


@cache
def _quote_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)به نقل از (?:{_known()}|{_said()})")


@cache
def _line_pattern() -> re.Pattern[str]:
    page, names = page_words(), _names()
    place = rf"(?:{_WORD}(?: {_WORD}){{0,2}} ?[-–—] ?)?"
    known = rf"{place}(?:{page.pattern('press')} (?P<known1>{names.every})|(?P<known2>{names.sure})) ?[/:|؛–—-]"
    said = rf"(?P<said1>(?:{_WORD} ?)?(?:{_WORD} ?)?{page.pattern('name_part')}) ?[/|؛]"
    return re.compile(rf"^[ ]{{0,8}}(?:{known}|{said})", re.MULTILINE)
