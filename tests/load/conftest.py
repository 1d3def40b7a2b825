"""Small readings, made up for these tests."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from extract.model import Document, Mention, Reading, Rejection, SaidClaim, digest

NOON = dt.datetime.fromisoformat("2024-07-18T12:00")


def document(name: str, text: str, **fields: Any) -> Document:
    """A document of that key."""
    return Document(key=name, article=name, text=text, source=f"inbox/{name}.txt", **fields)


def claim(of: Document, number_text: str, value: str, **fields: Any) -> SaidClaim:
    """A claim on the first place where a number stands in a document."""
    start = of.text.index(number_text)
    said: dict[str, Any] = {
        "claim_id": digest(of.document_id, start, fields.get("kind", "count"), fields.get("rank_by")),
        "document_id": of.document_id,
        "rule": "count",
        "kind": "count",
        "subject": "ngo",
        "value": Decimal(value),
        "value_high": None,
        "unit": "item",
        "bound": "exact",
        "number_text": number_text,
        "start": start,
        "end": start + len(number_text),
        "evidence": of.text,
        "evidence_start": 0,
        "period": "as_of",
        "place": None,
    }
    return SaidClaim(**{**said, **fields})


def reading(name: str, number_text: str, value: str, *, published: dt.date | None = None, **fields: Any) -> Reading:
    """A document of one short sentence with one claim and one rejection."""
    text = f"در سیرجان {number_text} سمن تا ساعت ۸ کار کردند."
    of = document(name, text, published=published, outlet=fields.pop("outlet", None), lang="fa")
    hour = text.index("۸")
    rejected = Rejection(digest(of.document_id, hour), of.document_id, "۸", hour, hour + 1, "clock")
    sirjan = Mention("سیرجان", 3, 9)
    return Reading(of, (claim(of, number_text, value, place=sirjan, **fields),), (rejected,))


@pytest.fixture
def some() -> list[Reading]:
    """Readings of two dated years and of no date; the last is dropped."""
    return [
        reading("a", "۱۲", "12", published=dt.date(2024, 7, 18), outlet="irna"),
        reading("b", "هزار و ۵", "1005", published=dt.date(2023, 1, 2), outlet="isna"),
        reading("c", "۳۰", "30"),
        Reading(document("d", "هوا آفتابی است."), dropped=True),
    ]


Make = Callable[..., Reading]


@pytest.fixture(scope="session")
def make() -> Make:
    return reading


@pytest.fixture
def noon() -> dt.datetime:
    return NOON
