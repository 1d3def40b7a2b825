"""The schema is the one data contract: it is commented, and the records of the code have its columns."""

import re
from collections.abc import Collection
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import duckdb
import pytest

from extract.model import Bound, Document, Kind, Modality, Quarantined, Rejection
from extract.seeds import SEEDS, read_table
from load.journal import Batch, Run
from transform.claims import TidyClaim
from transform.periods import TYPES
from warehouse import database

_PERSIAN = re.compile(r"[\u0600-\u06ff]")
_STAMPS = {"recorded_at", "run_id", "batch_id"}
_HELD = _STAMPS | {"superseded_at"}
_SPAN = {"start": "span_start", "end": "span_end"}


def _columns(con: duckdb.DuckDBPyConnection, table: str) -> set[str]:
    query = "SELECT column_name FROM duckdb_columns() WHERE schema_name = 'main' AND table_name = ?"
    return {name for (name,) in con.execute(query, [table]).fetchall()}


@pytest.mark.parametrize(
    ("table", "record", "more"),
    [
        ("claims", TidyClaim, _HELD | {"report_id", "observation_id", "published", "review"}),
        ("documents", Document, _HELD | {"document_id", "text_hash"}),
        ("rejections", Rejection, _HELD),
        ("quarantine", Quarantined, _STAMPS | {"quarantine_id"}),
        ("runs", Run, set()),
        ("batches", Batch, set()),
    ],
)
def test_a_table_has_the_columns_of_its_record(
    con: duckdb.DuckDBPyConnection, table: str, record: Any, more: set[str]
) -> None:
    names = {_SPAN.get(field.name, field.name) if record is not Run else field.name for field in fields(record)}
    assert _columns(con, table) == names | more


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("kind", get_args(Kind)),
        ("bound", get_args(Bound)),
        ("modality", get_args(Modality)),
        ("period_type", TYPES),
        ("status", {row["status"] for row in read_table(SEEDS / "fa" / "statuses.csv", ("surface", "status", "note"))}),
        (
            "register",
            {row["register"] for row in read_table(SEEDS / "fa" / "registers.csv", ("surface", "register", "note"))},
        ),
    ],
)
def test_the_enumerations_are_those_of_the_code_and_the_words(
    con: duckdb.DuckDBPyConnection, column: str, values: Collection[str]
) -> None:
    checks = con.execute("SELECT constraint_text FROM duckdb_constraints() WHERE table_name = 'claims'").fetchall()
    listed = next(text for (text,) in checks if re.match(rf'CHECK\(\(?"?{column}"? IN', text))
    assert set(re.findall(r"'(\w+)'", listed)) == set(values)


def test_every_table_view_and_column_is_explained_in_both_languages(con: duckdb.DuckDBPyConnection) -> None:
    found = con.execute(
        "SELECT table_name, comment FROM duckdb_tables() WHERE schema_name = 'main' UNION ALL "
        "SELECT view_name, comment FROM duckdb_views() WHERE NOT internal UNION ALL "
        "SELECT table_name || '.' || column_name, comment FROM duckdb_columns() "
        "WHERE table_name IN (SELECT table_name FROM duckdb_tables() WHERE schema_name = 'main')"
    ).fetchall()
    assert len(found) > 100
    for name, comment in found:
        english, _, persian = (comment or "").partition(" | ")
        assert english, name
        assert _PERSIAN.search(persian), name
        assert not _PERSIAN.search(english.replace("«یک»", "")), name


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "sum"},
        {"bound": "between"},
        {"value_high": 50},
        {"place": "Isfahan"},
        {"status": "asleep"},
        {"span_end": 9},
        {"evidence": None},
    ],
)
def test_a_row_that_breaks_the_contract_is_refused(insert: Any, rows: Any, changes: dict[str, Any]) -> None:
    with pytest.raises(duckdb.ConstraintException):
        insert("claims", rows["claims"], **changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"confidence": 1},
        {"confidence": 0},
        {"confidence": None},
        {"correct": 5},
        {"correct": -1},
        {"subject": "ngo"},  # of a rule and a subject at once
        {"kind": "*"},
        {"rule": "*", "kind": "*"},  # stands there already
    ],
)
def test_a_calibration_that_cannot_be_is_refused(insert: Any, changes: dict[str, Any]) -> None:
    row = {"rule": "fa.unheard_of", "kind": "count", "subject": "*", "claims": 4, "correct": 3, "confidence": 0.8}
    insert("calibration", row)
    with pytest.raises(duckdb.ConstraintException):
        insert("calibration", row, **{"rule": "fa.another", **changes})


def test_nothing_is_fetched_from_elsewhere(con: duckdb.DuckDBPyConnection) -> None:
    settings = con.execute(
        "SELECT current_setting('autoinstall_known_extensions'), current_setting('autoload_known_extensions')"
    ).fetchone()
    assert settings == (False, False)


# What an extension brings that DuckDB knows by name and could fetch by itself.
@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    "query",
    ["SELECT st_point(1, 2)", "SELECT * FROM read_xlsx('a.xlsx')", "SELECT * FROM 'https://example.invalid/a.csv'"],
)
def test_an_extension_is_refused_and_not_loaded(tmp_path: Path, query: str, read_only: bool) -> None:
    path = tmp_path / "empty.duckdb"
    database.connect(path).close()
    with database.connect(path, read_only) as opened:
        before = opened.execute("SELECT extension_name FROM duckdb_extensions() WHERE loaded").fetchall()
        with pytest.raises(duckdb.Error, match="extension"):
            opened.execute(query)
        assert opened.execute("SELECT extension_name FROM duckdb_extensions() WHERE loaded").fetchall() == before


def test_the_checks_have_names_and_find_nothing_in_an_empty_warehouse(con: duckdb.DuckDBPyConnection) -> None:
    checks = database.checks()
    assert len(checks) >= 8
    assert [(name, con.execute(query).fetchall()) for name, query in checks] == [(name, []) for name, _ in checks]
