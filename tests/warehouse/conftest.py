"""A warehouse of a few rows, made up for these tests."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from extract.seeds import SEEDS
from load import references
from warehouse import database

Insert = Callable[..., None]
NOON = dt.datetime.fromisoformat("2024-07-18T12:00")
STAMPS = {"recorded_at": NOON, "run_id": "run", "batch_id": "batch"}
TEXT = "در استان ۴۲ سمن فعال است."
DOCUMENT = {
    "document_id": "d1",
    "key": "d1",
    "article": "d1",
    "source": "inbox/d1.txt",
    "title": "سمن‌های استان",
    "text": TEXT,
    "published": dt.date(2024, 7, 18),
    "outlet": "روزنامه آزمون",
    "text_hash": "h1",
    **STAMPS,
}
CLAIM = {
    "claim_id": "c1",
    "document_id": "d1",
    "report_id": "d1",
    "observation_id": "o1",
    "rule": "fa.count.noun_after",
    "kind": "count",
    "subject": "ngo",
    "value": 42,
    "unit": "item",
    "bound": "exact",
    "place": "IR-10",
    "period_type": "as_of",
    "period_start": dt.date(2024, 7, 18),
    "period_end": dt.date(2024, 7, 18),
    "modality": "actual",
    "evidence": "۴۲ سمن",
    "number_text": "۴۲",
    "span_start": 9,
    "span_end": 11,
    **STAMPS,
}
REJECTION = {
    "rejection_id": "r1",
    "document_id": "d1",
    "number_text": "۴۲",
    "span_start": 9,
    "span_end": 11,
    "reason": "date",
    **STAMPS,
}
BATCH = {
    "batch_id": "batch",
    "run_id": "run",
    "recorded_at": NOON,
    "fingerprint": "f",
    "documents": 1,
    "dropped": 0,
    "claims": 1,
    "rejections": 1,
    "quarantined": 1,
}
QUARANTINED = {
    "quarantine_id": "q1",
    "source": "inbox/q1.txt",
    "reason": "empty",
    "detail": "no text; leave it out",
    "sample": "",
    **STAMPS,
}
RUN = {
    "run_id": "run",
    "started_at": NOON,
    "outcome": "done",
    "documents": 1,
    "unchanged": 0,
    "dropped": 0,
    "claims": 1,
    "rejections": 1,
    "quarantined": 1,
}


@pytest.fixture
def seeds() -> Path:
    """The tables that analysts edit."""
    return SEEDS


@pytest.fixture
def rows() -> dict[str, dict[str, Any]]:
    """A row of each table that a run fills."""
    return {
        "runs": RUN,
        "batches": BATCH,
        "documents": DOCUMENT,
        "claims": CLAIM,
        "rejections": REJECTION,
        "quarantine": QUARANTINED,
    }


@pytest.fixture
def con(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A file with schema, reference tables and views, and no rows beside them."""
    opened = database.connect(tmp_path / "warehouse.duckdb")
    database.create_schema(opened)
    references.load(opened, SEEDS)
    database.create_macros(opened)
    database.create_views(opened)
    yield opened
    opened.close()


@pytest.fixture
def insert(con: duckdb.DuckDBPyConnection) -> Insert:
    """Put a row into a table."""

    def put(table: str, row: dict[str, Any], **changes: Any) -> None:
        row = {**row, **changes}
        marks = ", ".join("?" * len(row))
        con.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))

    return put


@pytest.fixture
def filled(
    con: duckdb.DuckDBPyConnection, insert: Insert, rows: dict[str, dict[str, Any]]
) -> duckdb.DuckDBPyConnection:
    """A row in each table that a run fills."""
    for table, row in rows.items():
        insert(table, row)
    return con
