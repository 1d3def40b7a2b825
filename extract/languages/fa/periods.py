"""Persian mentions of time as period expressions (docs/architecture.md), by patterns over token shapes.

Each token (or run that is one unit, such as «سال گذشته») becomes one letter (`period_units`); the patterns below are
regular expressions over those letters, so a match's place is its tokens' place. What a match says is worked out in
`period_expressions`.
"""

import re
from collections.abc import Sequence

from extract.languages.fa.period_expressions import EXPRESSIONS
from extract.languages.fa.period_units import Unit, may_hold_time, units_of
from extract.languages.fa.vocabulary import Vocabulary
from extract.lexicon import Hit
from extract.sentence import Number, PeriodMention

_ERA = "(?:h?x)?"
_SAID = f"[aA][Yyzu]{_ERA}"  # a year behind «سال»
_YEAR = f"(?:R|{_SAID}|[Yyz]{_ERA})"  # a year behind a month, a season, a quarter
_MONTH = "m?Mm?"
_WEEKDAY = "n?W"  # «سه شنبه» in two words

# Tried in this order; a token belongs to the first pattern that makes an expression of it.
_PATTERNS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("date", "D"),
        ("days", f"(?:r|[nzOo](?:[,&][nzOo])+){_MONTH}(?:,?{_YEAR})?"),
        ("part_of_month", f"Hm?O?{_MONTH}{_YEAR}?|[ck]O{_MONTH}{_YEAR}?"),
        ("first_days", f"[nz]dO{_MONTH}{_YEAR}?"),
        ("day", f"(?:d?{_WEEKDAY},?d?)?[nzOo]{_MONTH}(?:,?{_YEAR})?{_ERA}"),
        ("day_of_month", "[oO]mm?[eJ]"),
        ("half", f"HO(?:{_YEAR}|a)"),
        ("months", f"[nzN](?:mt?|t)O?(?:R|{_SAID})|[nzN](?:mt?O|tO?){_YEAR}|[nzN](?:mt?|t)(?:S(?:{_YEAR}|a)?|O?)"),
        ("seasons", f"f?S{_YEAR}?[&>]f?S{_YEAR}?"),
        ("quarter", f"f?S(?:{_YEAR}|a(?=[^YyzuN]|$))?"),
        ("last", "[nzNyu](?:a|m|k|d|c)e"),
        ("month_range", f"{_MONTH}{_YEAR}?>E?{_MONTH}{_YEAR}?"),
        ("month_list", f"(?:n(?=m))?{_MONTH}(?:[,&]{_MONTH})+{_YEAR}?"),
        ("month", f"{_MONTH},?{_YEAR}|{_MONTH}e"),  # «اسفندماه گذشته»
        ("month", "(?<=>E)M|(?<=O)M"),  # «تا پایان آذر», «از ابتدای مهر»
        ("bare_month", _MONTH),
        ("year_range", f"n?[aA]s{_ERA}|v|n?[aA][Yyzu]{_ERA}[->]E?[aA]?[Yyzu]{_ERA}"),
        ("year_list", f"n?A[Yyzu](?:[,&][Yyzu])+{_ERA}|n?a[Yyzu](?:&[Yyz])+{_ERA}"),
        ("decade", f"c[YnuyN]{_ERA}"),
        ("year", f"(?<![nzN])a[yu]{_ERA}|[aA][Yz]{_ERA}|A[yu]{_ERA}"),
        ("relative", "R"),
        ("weekday", f"d?{_WEEKDAY}(?:k[eJ])?"),
        ("year", "(?<=>)Y"),
    )
)


def find_periods(
    words: Sequence[str], hits: dict[str, list[Hit]], numbers: Sequence[Number], vocabulary: Vocabulary
) -> list[PeriodMention]:
    """The time mentions of a sentence in order; the phrases of the table first, then dates, months, years."""
    fixed = [PeriodMention(hit.code, hit.first, hit.last) for hit in hits.get("period", ())]
    is_range = any(number.high is not None for number in numbers)
    if not is_range and not may_hold_time(words, hits, vocabulary):
        return _longest([_since(mention, words) for mention in _with_years(fixed, [], words)])
    shapes, units = units_of(words, hits, numbers, vocabulary)
    found: list[PeriodMention] = []
    taken: set[int] = set()
    apart = any(hit.code == "respectively" for hit in hits.get("cue", ()))
    for name, pattern in _PATTERNS:
        for match in pattern.finditer(shapes):
            run = range(match.start(), match.end())
            if taken.isdisjoint(run):
                mentions = _mentions(name, units[match.start() : match.end()], apart)
                found += mentions
                taken.update(run if mentions else ())
    found.sort(key=lambda mention: mention.first)
    found = _joined(found, words)
    return _longest([*found, *(_since(mention, words) for mention in _with_years(fixed, found, words))])


def _mentions(name: str, units: Sequence[Unit], apart: bool) -> list[PeriodMention]:
    """What a pattern's units say; of years or months that numbers are given to «به ترتیب», one mention each."""
    if apart and name in ("year_list", "month_list"):
        single, shapes = ("year", "Yyzu") if name == "year_list" else ("month", "M")
        return [PeriodMention(EXPRESSIONS[single]([u]), u.first, u.last) for u in units if u.shape in shapes]
    expression = EXPRESSIONS[name](units)
    return [PeriodMention(expression, units[0].first, units[-1].last)] if expression else []


def _with_years(fixed: list[PeriodMention], found: list[PeriodMention], words: Sequence[str]) -> list[PeriodMention]:
    """The phrases of the table; one with a year right behind it is of that year: «دهه فجر سال ۱۴۰۱»."""
    years = {mention.first: mention for mention in found if mention.expression.startswith("year:j")}
    dated = []
    for mention in fixed:
        year = years.get(mention.last)
        bare = "".join(words[mention.last : mention.last + 1])
        if year is None and len(bare) == 4 and bare.isdecimal() and bare[:2] in ("13", "14"):
            year = PeriodMention(f"year:j{bare}", mention.last, mention.last + 1)
        if year is not None and mention.expression.startswith(("range:j?/", "range:j+0/")):
            span = _span(year)
            expression = mention.expression.replace("j?", span).replace("j+0", span)
            mention = PeriodMention(expression, mention.first, year.last)
        dated.append(mention)
    return dated


def _longest(mentions: list[PeriodMention]) -> list[PeriodMention]:
    """The mentions without overlaps: the longer wins, of two equal ones the pattern's (it stands first in the list)."""
    kept: list[PeriodMention] = []
    for mention in sorted(mentions, key=lambda mention: mention.first - mention.last):
        if all(mention.last <= other.first or other.last <= mention.first for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.first)


def _joined(found: list[PeriodMention], words: Sequence[str]) -> list[PeriodMention]:
    """«از X تا Y», «از X تاکنون», «تا پایان X» as one mention."""
    result: list[PeriodMention] = []
    for mention in found:
        before = words[max(0, mention.first - 3) : mention.first]
        if (result and before[-1:] == ["تا"]) or (
            before[-2:-1] == ["تا"] and before[-1:] in (["پایان"], ["اخر"], ["روز"])
        ):
            previous = result[-1] if result else None
            if previous and 0 < mention.first - previous.last <= 2 and _span(previous) and _span(mention):
                result[-1] = PeriodMention(f"range:{_span(previous)}..{_span(mention)}", previous.first, mention.last)
                continue
            if before[-1] in ("پایان", "اخر") and _span(mention):
                result.append(PeriodMention(f"future:..{_span(mention)}", mention.first - 2, mention.last))
                continue
        result.append(_since(mention, words))
    return result


def _since(mention: PeriodMention, words: Sequence[str]) -> PeriodMention:
    after = list(words[mention.last : mention.last + 4])
    before = list(words[max(0, mention.first - 3) : mention.first])
    span = _span(mention)
    opened = "از" in before or _opened(words, mention.first)
    length = next((size for size in (1, 2, 3) if tuple(after[:size]) in _UNTIL_NOW), 0)
    until_now = length > 0
    if "/" in span and before[-2:-1] == ["از"] and before[-1] in _STARTS and not until_now and after[:1] != ["تا"]:
        return PeriodMention(f"range:{span}..d+0", mention.first - 2, mention.last)  # «از ابتدای مهر ۳۰ سمن»
    if span == "j+0" and until_now and after[0].startswith("تا"):  # «امسال تا امروز»
        return PeriodMention("year_to_date:j+0", mention.first, mention.last + length)
    if span and opened and until_now:
        is_day = span.count("/") == 2 or span.startswith("d")  # «از ۲۵ اسفند تا امروز»
        kind = "year_to_date" if span == "j+0" else "range" if is_day and "امروز" in after[:3] else "since"
        body = span if kind != "range" else f"{span}..d+0"
        first = mention.first - before[::-1].index("از") - 1 if "از" in before else mention.first
        return PeriodMention(f"{kind}:{body}", first, mention.last + length)
    return mention


_UNTIL_NOW = frozenset(
    tuple(words.split())
    for words in (
        "تاکنون",
        "تا کنون",
        "تا امروز",
        "تا حالا",
        "تا الان",
        "تا اکنون",
        "تا به امروز",
        "تا به حال",
        "تا به اکنون",
        "به بعد",
        "به این سو",
    )
)
_STARTS = frozenset(("ابتدای", "اغاز"))
_BEGUN = frozenset(("اغاز", "زمان", "شروع", "هنگام", "ابتدای"))
_OPENED = 8  # tokens from «از آغاز …» to the time of it


def _opened(words: Sequence[str], first: int) -> bool:
    """«از آغاز شیوع کرونا در اسفند سال گذشته تا امروز»."""
    near = range(max(0, first - _OPENED), first)
    return any(words[i] in _BEGUN and i > 0 and words[i - 1] == "از" for i in near) and words[first - 1] == "در"


def _span(mention: PeriodMention) -> str:
    """The single span of an expression; empty for none or two."""
    _, _, span = mention.expression.partition(":")
    return "" if ".." in span else span
