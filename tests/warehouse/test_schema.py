"""The schema says what the claim model says, and says it in two languages."""

import re
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import duckdb
import pytest
from duckdb import DuckDBPyConnection as Connection

from extract.model import Bound, Document, Kind, Modality
from extract.seeds import read_table
from load.journal import Batch, Run
from load.merge import STAMPS
from transform.claims import TidyClaim
from transform.periods import TYPES

TABLES = ("batches", "claims", "documents", "quarantine", "rejections", "runs")
REFERENCES = ("cities", "counties", "fields", "outlets", "population", "provinces", "rejection_reasons", "subjects")
BOTH = re.compile(r"[^\u0600-\u06ff]*[A-Za-z][^\u0600-\u06ff]* \| .*[\u0600-\u06ff].*")


def columns(con: Connection, table: str) -> list[str]:
    return [row[0] for row in con.execute(f"DESCRIBE {table}").fetchall()]


def test_a_file_is_a_table_of_its_name(con: Connection) -> None:
    files = sorted(path.stem for path in (Path(__file__).parents[2] / "warehouse" / "schema").glob("*.sql"))
    found = con.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()
    assert files == [name for (name,) in found] == sorted(TABLES + REFERENCES)


def test_every_table_and_column_is_described_in_english_and_persian(con: Connection) -> None:
    said = con.execute(
        "SELECT table_name, comment FROM duckdb_tables() UNION ALL "
        "SELECT table_name || '.' || column_name, comment FROM duckdb_columns() "
        "WHERE table_name IN (SELECT table_name FROM duckdb_tables())"
    ).fetchall()
    assert len(said) > 100
    assert [name for name, comment in said if not BOTH.fullmatch(comment or "")] == []


def test_every_view_is_described_in_english_and_persian(con: Connection) -> None:
    said = con.execute("SELECT view_name, comment FROM duckdb_views() WHERE NOT internal").fetchall()
    assert [name for name, comment in said if not BOTH.fullmatch(comment or "")] == []


@pytest.mark.parametrize(
    ("table", "record", "more"),
    [
        ("claims", TidyClaim, STAMPS),
        ("documents", Document, ("document_id", "text_hash", *STAMPS)),
        ("batches", Batch, ()),
        ("runs", Run, ()),
    ],
)
def test_a_table_has_the_names_of_its_record(con: Connection, table: str, record: Any, more: tuple[str, ...]) -> None:
    renamed = {"start": "span_start", "end": "span_end"}
    assert sorted(columns(con, table)) == sorted([*(renamed.get(one.name, one.name) for one in fields(record)), *more])


def test_only_reference_tables_have_a_key(con: Connection) -> None:
    found = con.execute(
        "SELECT DISTINCT table_name FROM duckdb_constraints() WHERE constraint_type IN ('PRIMARY KEY', 'UNIQUE')"
    ).fetchall()
    assert sorted(name for (name,) in found) == sorted(REFERENCES)


def test_no_time_has_a_zone_and_every_value_is_a_decimal(con: Connection) -> None:
    found = con.execute("SELECT DISTINCT data_type FROM duckdb_columns() WHERE NOT internal").fetchall()
    assert not [kind for (kind,) in found if "ZONE" in kind]
    assert {row[1] for row in con.execute("DESCRIBE claims").fetchall() if row[0].startswith("value")} == {
        "DECIMAL(38,6)"
    }


@pytest.mark.usefixtures("sound")
@pytest.mark.parametrize(
    ("column", "codes"),
    [
        ("kind", get_args(Kind)),
        ("bound", get_args(Bound)),
        ("modality", get_args(Modality)),
        ("period_type", sorted(TYPES)),
    ],
)
def test_the_schema_knows_the_codes_of_the_code_and_no_other(
    con: Connection, put: Any, column: str, codes: tuple[str, ...]
) -> None:
    for code in codes:
        put("claims", **{column: code, "value_high": 13 if code == "between" else None})
    with pytest.raises(duckdb.ConstraintException):
        put("claims", **{column: "whim"})


@pytest.mark.usefixtures("sound")
@pytest.mark.parametrize(("file", "column"), [("statuses.csv", "status"), ("registers.csv", "register")])
def test_the_schema_knows_the_codes_of_the_words(
    con: Connection, put: Any, seeds: Path, file: str, column: str
) -> None:
    for row in read_table(seeds / "fa" / file, ("surface", column, "note")):
        put("claims", **{column: row[column]})
    with pytest.raises(duckdb.ConstraintException):
        put("claims", **{column: "whim"})


@pytest.mark.parametrize(
    "values",
    [
        {"bound": "between"},
        {"value_high": 13},
        {"place": "Isfahan"},
        {"place": "IR-1"},
        {"span_start": -1},
        {"span_end": 10},
        {"value": None},
        {"evidence": None},
        {"value": "1" + "0" * 32},
    ],
)
def test_the_schema_refuses_what_cannot_be(con: Connection, put: Any, values: dict[str, Any]) -> None:
    with pytest.raises((duckdb.ConstraintException, duckdb.ConversionException)):
        put("claims", **values)
    assert con.execute("SELECT count(*) FROM claims").fetchall() == [(0,)]


def test_a_run_of_more_unchanged_documents_than_it_met_is_refused(put: Any) -> None:
    with pytest.raises(duckdb.ConstraintException):
        put("runs", documents=3, unchanged=2, dropped=2)
