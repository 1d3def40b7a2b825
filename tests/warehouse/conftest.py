"""A warehouse of a few made-up rows, each a sound one but for what a test says."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from duckdb import DuckDBPyConnection as Connection

from load import references
from warehouse import database

TEXT = "در اصفهان ۱۲ سمن کار کردند."
STAMPS = {"recorded_at": "2024-07-18 12:00:00", "run_id": "r", "batch_id": "b"}
SOUND: dict[str, dict[str, Any]] = {
    "batches": {**STAMPS, "fingerprint": "f"}
    | dict.fromkeys(("documents", "dropped", "claims", "rejections", "quarantined"), 0),
    "runs": {"run_id": "r", "started_at": "2024-07-18 12:00:00", "outcome": "running"}
    | dict.fromkeys(("documents", "unchanged", "dropped", "claims", "rejections", "quarantined"), 0),
    "documents": {
        "document_id": "d",
        "key": "k",
        "article": "a",
        "source": "s",
        "text": TEXT,
        "text_hash": "h",
        "published": "2024-07-18",
        "outlet": "irna",
        **STAMPS,
    },
    "claims": {
        "claim_id": "c",
        "document_id": "d",
        "rule": "count",
        "kind": "count",
        "subject": "ngo",
        "value": 12,
        "unit": "item",
        "bound": "exact",
        "place": "IR-10",
        "period_type": "as_of",
        "period_start": "2024-07-18",
        "period_end": "2024-07-18",
        "modality": "actual",
        "evidence": "۱۲ سمن",
        "number_text": "۱۲",
        "span_start": 10,
        "span_end": 12,
        **STAMPS,
    },
    "rejections": {
        "rejection_id": "j",
        "document_id": "d",
        "number_text": "۱۲",
        "span_start": 10,
        "span_end": 12,
        "reason": "code",
        **STAMPS,
    },
    "quarantine": {"quarantine_id": "q", "source": "s", "reason": "empty", "detail": "", "sample": "", **STAMPS},
    "counties": {"county_code": "9999", "name_fa": "نو", "province": "IR-10"},
    "cities": {"name_fa": "نو", "province": "IR-10"},
    "outlets": {"outlet": "new", "province": "IR-10"},
    "population": {
        "place": "IR-10",
        "county_code": "",
        "date": "1900-01-01",
        "population": 1,
        "basis": "census",
        "source": "made up",
    },
}
Put = Callable[..., None]


@pytest.fixture(scope="session")
def seeds() -> Path:
    return Path(__file__).parents[2] / "seeds"


@pytest.fixture
def con(seeds: Path) -> Iterator[Connection]:
    """An empty warehouse with its views and the reference tables of the repository."""
    connection = database.connect(":memory:")
    database.create_schema(connection)
    database.create_views(connection)
    references.load(connection, seeds)
    yield connection
    connection.close()


@pytest.fixture
def put(con: Connection) -> Put:
    """Insert a sound row, with other values where some are given."""

    def put(table: str, **values: Any) -> None:
        row = {**SOUND[table], **values}
        names, marks = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
        con.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(row.values()))

    return put


@pytest.fixture
def sound(put: Put) -> None:
    """One row in every table that a batch fills."""
    for table in ("batches", "runs", "documents", "claims", "rejections", "quarantine"):
        put(table)
