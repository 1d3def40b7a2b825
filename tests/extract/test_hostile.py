"""Texts that nobody would write, and long ones: the work of reading grows with the length, not with its square.

Work is counted in lines of Python that are run, which are the same on every machine, not in seconds.
"""

import datetime as dt
import sys
from types import FrameType
from typing import Any

import pytest

from extract.engine import read_one
from extract.model import Document

_DAY = dt.date(2024, 7, 18)
_ORDINARY = (
    "در استان یزد {0} سمن فعال است. ",
    "سال گذشته {0} همایش از سوی خیریه‌های استان برگزار شد.\n",
    "شهرستان میبد {0} انجمن، ۸ خیریه و ۵ گروه جهادی دارد. ",
    "خیران {0} میلیارد و ۳۰۰ میلیون تومان به مددجویان کمک کردند. ",
    "حمید کریمی مدیرکل بهزیستی یزد گفت: {0} مرکز نیکوکاری مجوز گرفتند.\n",
    "سهم زنان از اعضای سمن‌ها {0} درصد است و رتبه نخست کشور را داریم. ",
)
# Pieces that are repeated, each with a number of its own where it says {0}.
_PIECES = {
    "plain": _ORDINARY[0],
    "ordinary": "".join(_ORDINARY),
    "speakers": _ORDINARY[4],
    "headlines": "{0} سمن\n",
    "lists": "اردکان {0} سمن، بافق {0} سمن، تفت {0} سمن و میبد {0} سمن دارند. ",
    "places": "یزد {0}، ",
    "every second word": "{0} سمن ",
    "every third word": "{0} سمن و ",
    "times": "سال ۹۵ ",
    "dates": "از ۵ مهر ۱۴۰۲ تا ۱۰ آبان ۱۴۰۲ ",
    "ranks": "رتبه نخست کشور ",
    "percents": "{0} درصد سمن ",
    "thousands": "هزار و ",
    "ranges": "۵ تا ",
    "scales": "هزار ",
    "glued": "هزارو",
    "halves": "و نیم ",
    "brackets": "((«",
    "closing": ")» ",
    "digits": "۷",
    "slashes": "۱/",
    "commas": "۱۲۳،",
    "joints": "\u200c",
    "marks": "\u200f۵\u200f",
    "kashida": "ـ",
    "letters": "و",
    "nouns": "سمن ",
    "ligatures": "ﻻ ",
    "lines": "\n",
    "dashes": "۱۴۰۲-",
}
# What a whole article is made of is read at greater lengths: there a look at all that went before is dear.
_ARTICLES = frozenset(("plain", "ordinary", "speakers", "headlines", "lists", "dates", "nouns"))
_GROWTH = 1.1  # how much dearer a character may be in the longer text


def _document(text: str) -> Document:
    return Document("key", "article", text, "memory", published=_DAY, lang="fa")


def _text(piece: str, length: int) -> str:
    """A text of about so many characters with a claim before and behind the repeated piece."""
    body = "".join(piece.format(place + 11) for place in range(length // len(piece)))
    return f"در استان سمنان ۱۹ خیریه فعال است.\n{body}\nشهرستان گرمسار ۳ سمن دارد."


def _work(text: str) -> int:
    """The lines that reading a text runs, each turn of a loop one of them."""
    document = _document(text)
    lines = 0

    def count(_frame: FrameType, _event: str, _argument: Any) -> Any:
        nonlocal lines
        lines += 1
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        read_one(document)
    finally:
        sys.settrace(before)
    return lines


@pytest.mark.parametrize("name", _PIECES)
def test_the_work_grows_with_the_length(name: str) -> None:
    lengths = (6_000, 60_000) if name in _ARTICLES else (4_000, 12_000)
    _work(_text(_PIECES[name], 500))  # what is read once and kept
    none, few, many = (_work(_text(_PIECES[name], length)) for length in (0, *lengths))
    assert (many - none) * lengths[0] <= _GROWTH * lengths[1] * max(few - none, 1_000)


@pytest.mark.parametrize("name", ["thousands", "ranges", "scales", "every second word", "digits", "joints", "brackets"])
def test_what_is_no_text_costs_little(name: str) -> None:
    text, ordinary = _text(_PIECES[name], 10_000), _text(_PIECES["ordinary"], 10_000)
    assert _work(text) / len(text) < _work(ordinary) / len(ordinary)


@pytest.mark.parametrize("name", _PIECES)
def test_spans_are_exact_and_a_claim_stands_beside_what_is_no_text(name: str) -> None:
    reading = read_one(_document(_text(_PIECES[name], 2_000)))
    text = reading.document.text
    for claim in reading.claims:
        assert text[claim.start : claim.end] == claim.number_text
    for rejection in reading.rejections:
        assert text[rejection.start : rejection.end] == rejection.number_text
    assert 19 in {claim.value for claim in reading.claims}


def test_a_long_article_gives_all_its_claims() -> None:
    piece = _PIECES["plain"]
    reading = read_one(_document(_text(piece, 4_000 * len(piece))))
    assert {int(claim.value) for claim in reading.claims} >= set(range(11, 4_011))
