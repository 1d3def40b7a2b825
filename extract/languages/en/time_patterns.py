"""How English writes times: patterns over a sentence's lower-case words joined by single spaces.

Every pattern matches a bounded run of words, so a sentence costs its length. `PeriodReader` knows each meaning.
"""

import re
from collections.abc import Iterable

_FRAGMENTS = {
    "day": r"[0-3]?[0-9](?: (?:st|nd|rd|th))?",
    "dd": "[0-3]?[0-9]",
    "year": r"(?:1[34]|19|20)[0-9]{{2}}",
    "double": r"(?:{month} )?{year} ?[-/] ?(?:{year}|[0-9]{{2}})",
    "date": (
        r"(?:{month} {day}(?: ,)? {year}|{day} (?:of )?{month}(?: ,)?(?: {year})?|{month} (?:of |, )?{year}"
        r"|{month} {day}(?![0-9,.])|{month})"
    ),
    "any": r"(?:{date}|{double}|{year})",
    "count": r"(?:[0-9]{{1,3}}|{small})",
    "iranian": r"(?:iranian |persian |solar |jalali )",
    "over": r"(?:over |in |during |within )?(?:the )?",
    "unit": r"(?P<u>year|month|week|day|decade)s?",
    "ahead": r" (?:of|since|before|earlier|prior|preceding)",
    "end": r" (?:to|ended|ending|until|through)(?: on| in)?",
    "part": r"(?:early |late |mid - |the beginning of |the start of |the end of |end of |the )?",
    "relative": r"past|last|previous|preceding|this|current|present|ongoing|new|next|coming|upcoming",
    "y": r"(?:(?: ,)? (?P<y>{year}))?",
    "begun": (
        r"(?:[a-z]+ (?:began|started|opened|struck|hit) (?:on |in )?"
        r"|(?:it was|they were|its|their) (?:founded|set up|launched|established|formed) in )"
    ),
    "which": r"(?: ,)?(?: that| which)?",
    "season": r"(?P<s>spring|summer|autumn|fall|winter)",
    "a_year": r"(?:the )?{iranian}?(?:calendar |fiscal )?year",
}
# Pattern, meaning, and the words of which one must stand in the sentence (none: a month or a year must).
# Of two that match at one place the longer counts, then the earlier here.
_CASES = (
    (
        r"{over}(?:past|last|previous|recent|preceding) (?P<n>{count}) {unit}",
        "last",
        "past last previous recent preceding",
    ),
    (r"{over}(?:past|last) (?P<u>decade)", "last", "past last previous recent preceding"),
    (
        r"{over}(?:past|last|previous) (?P<n>{count}) {iranian}(?:calendar |fiscal )?years",
        "whole_years",
        "past last previous",
    ),
    (
        r"(?:in|over|during|within) (?:the|these|those) {count}(?: | - ){unit}(?: period)?(?!{end}|{ahead})",
        "same_length",
        "months weeks days years month week year day",
    ),
    (
        r"(?:(?:in|during|over)(?: the)?|for the|last|this|next) {season}(?: of)?(?: (?P<y>{year}))?",
        "season",
        "spring summer autumn fall winter",
    ),
    (
        r"(?:by|before|until) (?:(?:the )?end of |end |late )?(?:the |this )?{season}",
        "season_end",
        "spring summer autumn fall winter",
    ),
    (r"since (?:the |last |this )?{season}", "season_since", "spring summer autumn fall winter"),
    (r"{over}(?:past|last|previous) (?P<n>24|48|72) hours", "hours", "past last previous"),
    (
        r"(?:the )?(?P<r>{relative}) {iranian}(?:calendar |fiscal )?year",
        "relative_year",
        "iranian persian solar jalali",
    ),
    (r"(?P<n>{count}) {unit} ago", "ago", "ago"),
    (r"an? (?P<u>year|month|week) ago", "ago", "ago"),
    (r"{over}(?:next|coming|upcoming|following) (?P<n>{count}) {unit}", "next", "next coming upcoming following"),
    (r"(?:the )?(?:first )?(?P<n>{count}) - month period{end} (?P<d>{date})", "months_to", "month months"),
    (r"(?:the )?(?:first )?(?:(?P<n>{count}) )?months?{end} (?P<d>{date})", "months_to", "month months"),
    (r"(?:the )?first (?P<n>{count}) months(?: of the year(?= [(,]))?", "first_months", "months"),
    (
        r"(?:the )?(?P<o>first|second|third|fourth) (?P<u>quarter|half)(?: of the year(?= [(,]))?",
        "part_of_year",
        "quarter half",
    ),
    (r"(?:in )?(?P<c>h|q) (?P<k>[1-4]) (?:of )?(?P<d>{year})", "coded_part", "h q"),
    (r"(?:the )?(?P<o>{nth}) {iranian}(?:calendar )?month", "nth_month", "month"),
    (
        r"(?:the )?(?P<o>{nth}) month(?= of (?:the |this |last )?(?:current |present |previous )?(?:{iranian}|year))",
        "nth_month",
        "month",
    ),
    (r"(?:the )?{iranian}(?:calendar )?month(?: of)? (?P<d>{month}(?: {year})?)", "month", "month"),
    (r"{a_year}{which} (?:ended|ending|to|ends)(?: on| in)? (?P<d>{date})", "year_ended", "year"),
    (r"{a_year}{which} (?:began|started|starting|beginning|begins)(?: on| in)? (?P<d>{date})", "year_begun", "year"),
    (
        r"(?:the )?(?:{iranian}(?:calendar |fiscal )?year|fiscal(?: year)?|{iranian}) ?(?:of )?(?P<d>{double}|{year})",
        "iranian_year",
        "iranian persian solar jalali fiscal",
    ),
    (
        r"(?:since|from) {part}(?P<d>{any}) (?:on|onward|onwards|so far|until now|up to now|to date)",
        "since",
        "since from",
    ),
    (r"(?:from |between |during )?(?P<d>{any}) (?:-|to|until|and|through|till) (?P<e>{any})", "dates", ""),
    (
        r"(?:on |from |between )?(?P<m>{month}) (?P<a>{dd}) (?:-|to|and) (?P<b>{dd}){y}(?! {month})",
        "days_of_month",
        "",
    ),
    (
        r"since {part}{begun}?(?P<d>{any})",
        "since",
        "since",
    ),
    (r"(?:by|until|till|before) {part}(?:the |last )?{iranian}?(?:year )?(?P<d>{any})", "by", "by until till before"),
    (r"as (?:of|at) (?P<d>{any})", "as_of", "as"),
    (r"(?P<p>in|on|of|for|during|back in|early|late|mid -|year|the|{iranian}) (?P<d>{any})", "date", ""),
    (r"(?P<d>{date}|{double})", "bare_date", ""),
    (
        r"(?:by|until|till) (?:last )?(?P<w>saturday|sunday|monday|tuesday|wednesday|thursday|friday)",
        "by_weekday",
        "saturday sunday monday tuesday wednesday thursday friday",
    ),
    (
        r"since (?:last )?(?P<w>saturday|sunday|monday|tuesday|wednesday|thursday|friday)",
        "since_weekday",
        "saturday sunday monday tuesday wednesday thursday friday",
    ),
    (
        r"(?:on|last|this) (?P<w>saturday|sunday|monday|tuesday|wednesday|thursday|friday)",
        "weekday",
        "saturday sunday monday tuesday wednesday thursday friday",
    ),
)


class TimePatterns:
    """The compiled patterns for the months and number words of the tables."""

    def __init__(self, months: Iterable[str], small: Iterable[str], ordinals: Iterable[str]) -> None:
        known = {"month": _any(months), "small": _any(small), "nth": _any(ordinals)}
        for name, fragment in _FRAGMENTS.items():
            known[name] = fragment.format_map(known)
        self.cases = [
            (re.compile(rf"(?<!\S)(?:{case.format_map(known)})(?= |$)"), meaning, frozenset(words.split()))
            for case, meaning, words in _CASES
        ]
        self.double = re.compile(known["double"])
        self.parts = re.compile(rf"(?P<m>{known['month']})|(?P<y>{known['year']})|(?P<n>[0-9]{{1,2}})")


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word))) + ")"
