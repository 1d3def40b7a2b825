"""Rows that differ put in place of those that were held: what is held no more goes to the schema `history`.

Nothing is overwritten: a row has the moment from which it is held as it stands, and in `history` the one from which it
was held no more. The macro `as_of` puts both together.
"""

import datetime as dt
from dataclasses import dataclass

import duckdb

from load.sql import number
from warehouse.database import HISTORY

STAMPS = ("recorded_at", "superseded_at", "run_id", "batch_id")  # of a row's history, not of what it says
# The tables that keep their past, by their keys; and the day of each whose year says which part of its Parquet a row is
# in. A rejection lies with its document.
KEYS = {
    "documents": "document_id",
    "rejections": "rejection_id",
    "reports": "report_id",
    "claims": "claim_id",
    "appearances": "appearance_id",
    "observations": "observation_id",
    "series": "point_id",
    "contradictions": "contradiction_id",
    "audits": "audit_id",
}
DAYS = {
    "documents": "published",
    "rejections": "published",
    "reports": "first_published",
    "claims": "published",
    "appearances": "published",
    "observations": "first_reported",
    "series": "period_end",
    "contradictions": "reported",
    "audits": "reported",
}
NO_YEAR = 0  # of rows without a date; a number, so that every reader takes the partition for a number


@dataclass(frozen=True, slots=True)
class Put:
    """How many rows came, and how many went; a row that changed is among both."""

    came: int
    went: int


def put(con: duckdb.DuckDBPyConnection, table: str, scope: str, moment: dt.datetime) -> Put:
    """Make the rows of a table that are in scope those of `staged_TABLE`; equal ones stay as they are.

    `scope` is a condition on the table's columns, the same text for every run: nothing of it comes from outside.
    """
    key = KEYS[table]
    said = columns(con, table)
    differ = " OR ".join(f'held."{name}" IS DISTINCT FROM staged."{name}"' for name in said if name != key)
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE going AS SELECT held.{key} FROM (FROM {table} WHERE {scope}) AS held "
        f"LEFT JOIN staged_{table} AS staged ON staged.{key} = held.{key} WHERE staged.{key} IS NULL OR {differ}"
    )
    went = supersede(con, table, f"{key} IN (SELECT {key} FROM going)", literal(moment))
    con.execute(f"CREATE OR REPLACE TEMP TABLE coming AS FROM staged_{table} ANTI JOIN {table} USING ({key})")
    came = number(
        con,
        f"INSERT INTO {table} BY NAME SELECT *, {literal(moment)} AS recorded_at FROM coming ORDER BY {key}",
    )
    touch_years(con, table, "coming")
    for name in ("going", "coming"):
        con.execute(f"DROP TABLE {name}")
    return Put(came, went)


def supersede(con: duckdb.DuckDBPyConnection, table: str, condition: str, moment: str) -> int:
    """Move the rows that meet a condition to `history`, held until the moment, an expression; returns how many."""
    moved = number(
        con,
        f"INSERT INTO {HISTORY}.{table} BY NAME SELECT * REPLACE ({moment} AS superseded_at) FROM {table} "
        f"WHERE {condition}",
    )
    if moved:
        touch_years(con, table, table, condition)
        touch_years(con, table, table, condition, published_as=f"{HISTORY}.{table}")
        con.execute(f"DELETE FROM {table} WHERE {condition}")
    return moved


def literal(moment: dt.datetime) -> str:
    """A moment as SQL writes it."""
    return f"TIMESTAMP '{moment:%Y-%m-%d %H:%M:%S.%f}'"


def touch_years(
    con: duckdb.DuckDBPyConnection, table: str, of: str, condition: str = "true", published_as: str | None = None
) -> None:
    """Note the years in whose Parquet rows of a table changed."""
    dated = f"(FROM {of} WHERE {condition})"
    if table == "rejections":
        dated += " LEFT JOIN (SELECT document_id, published FROM documents) USING (document_id)"
    con.execute(
        f"INSERT INTO build.changed_years SELECT DISTINCT ?, coalesce(year({DAYS[table]}), {NO_YEAR}) FROM {dated}",
        [published_as or table],
    )


def columns(con: duckdb.DuckDBPyConnection, table: str) -> list[str]:
    """The columns of a table of `main` that say something: all but its stamps."""
    found = con.execute(
        "SELECT column_name FROM duckdb_columns() WHERE database_name = current_database() AND schema_name = 'main' "
        "AND table_name = ? ORDER BY column_index",
        [table],
    ).fetchall()
    return [name for (name,) in found if name not in STAMPS]
