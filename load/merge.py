"""Batches into the working database: in one transaction, each is in it once, in whole, or not at all.

What the tables of statistics are derived from comes in here: documents, rejections, and the statements (tidy claims) of
every document, copies too.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, astuple, dataclass, fields

import duckdb
import pyarrow as pa

from load.errors import LoadError
from load.journal import Batch, Run, in_utc
from load.published import tables
from load.rows import Rows
from load.sql import number, registered
from load.versions import columns, supersede, touch_years
from warehouse import database

_STATEMENTS = "build.statements"
# What arrives: the table that it goes into, and its key.
_TABLES = {"documents": "documents", "claims": _STATEMENTS, "rejections": "rejections", "quarantine": "quarantine"}
_KEYS = {"documents": "document_id", "claims": "claim_id", "rejections": "rejection_id", "quarantine": "quarantine_id"}
_VERSIONED = ("documents", "rejections")
_BROUGHT = "recorded_at, run_id, batch_id"
_DERIVED = ("report_id", "observation_id", "published", "review")  # of a claim, not of a statement
_SHOWN = 5


class WrongRows(LoadError):
    """Rows that break a promise of the tables; the batch that holds them was not loaded."""

    def __init__(self, batch: Batch, trouble: str, rows: Sequence[str]) -> None:
        named = ", ".join(rows[:_SHOWN]) + (f" and {len(rows) - _SHOWN} more" if len(rows) > _SHOWN else "")
        super().__init__(f"batch {batch.batch_id}: {trouble}: {named}; nothing of it was loaded: mend the rule")
        self.rows = tuple(rows)


@dataclass(frozen=True, slots=True)
class Merged:
    """What a batch did to the claims."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    equal: int = 0

    def __add__(self, other: "Merged") -> "Merged":
        return Merged(*(mine + its for mine, its in zip(astuple(self), astuple(other), strict=True)))


def merge(con: duckdb.DuckDBPyConnection, group: Sequence[Rows]) -> Merged:
    """Merge batches, of which no two hold a document: rows that vanished go, changed ones change, equal ones stay.

    WrongRows, with everything rolled back, where an id is not unique or a span does not hold its number.
    """
    first = group[0].batch
    try:
        with _transaction(con):
            _stage_touched(con, group)
            for name in _KEYS:
                _stage(con, name, [(rows.batch, getattr(rows, name)) for rows in group])
            for name in ("claims", "rejections"):
                _check_spans(con, first, name)
            merged = {name: _merge(con, first, name) for name in _KEYS}
            con.execute("INSERT INTO build.touched FROM staged_touched")
            _insert(con, "batches", pa.Table.from_pylist([asdict(rows.batch) for rows in group]))
    except (duckdb.ConstraintException, duckdb.ConversionException) as error:
        raise WrongRows(first, "values that the schema does not allow", [" ".join(str(error).split())]) from error
    return merged["claims"]


def put_run(con: duckdb.DuckDBPyConnection, run: Run) -> None:
    """Keep a run in place of what was kept of it before; not where the table is of another version of the schema.

    Such a database is built anew by the next load, and with it this run, from the journal.
    """
    known = con.table("runs").columns if "runs" in tables(con) else []
    if set(known) != {field.name for field in fields(Run)}:
        return
    with _transaction(con):
        con.execute("DELETE FROM runs WHERE run_id = ?", [run.run_id])
        _insert(con, "runs", pa.Table.from_pylist([asdict(in_utc(run))]))


@contextmanager
def _transaction(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    con.execute("BEGIN")
    try:
        yield
        con.execute("COMMIT")
    except BaseException:
        with suppress(duckdb.Error):  # a failed COMMIT has rolled back by itself
            con.execute("ROLLBACK")
        raise
    finally:
        for name in ("coming", "staged_touched", *(f"staged_{name}" for name in _KEYS)):
            con.execute(f"DROP TABLE IF EXISTS temp.{name}")


def _stage_touched(con: duckdb.DuckDBPyConnection, group: Sequence[Rows]) -> None:
    """The documents about which the batches say all there is to say, and when they said it."""
    touched = pa.concat_tables([_stamped(rows.touched, rows.batch) for rows in group])
    with registered(con, touched):
        con.execute("CREATE TEMP TABLE staged_touched AS SELECT DISTINCT document_id, recorded_at FROM arriving")


def _stage(con: duckdb.DuckDBPyConnection, name: str, arriving: Sequence[tuple[Batch, pa.Table]]) -> None:
    """The distinct rows, each with the stamps of its batch, in a temporary table that allows what the schema does."""
    definition = database.definition(name).replace(f"CREATE TABLE {name}", f"CREATE TEMP TABLE staged_{name}", 1)
    con.execute(definition)
    listed = ", ".join(f'"{column}"' for column in _columns(con, name))
    # Of a report and an observation a statement knows nothing yet.
    unknown = ", '' AS report_id, '' AS observation_id" if name == "claims" else ""
    with registered(con, pa.concat_tables([_stamped(rows, batch) for batch, rows in arriving])):
        con.execute(
            f"INSERT INTO staged_{name} BY NAME SELECT {listed}, {_BROUGHT}{unknown} FROM arriving "
            f"QUALIFY row_number() OVER (PARTITION BY {listed} ORDER BY batch_id) = 1"
        )


def _stamped(rows: pa.Table, batch: Batch) -> pa.Table:
    when, text = pa.timestamp("us"), pa.string()
    for name, value, kind in (
        ("recorded_at", batch.recorded_at, when),
        ("run_id", batch.run_id, text),
        ("batch_id", batch.batch_id, text),
    ):
        rows = rows.append_column(name, pa.array([value] * rows.num_rows, kind))
    return rows


def _merge(con: duckdb.DuckDBPyConnection, batch: Batch, name: str) -> Merged:
    table, key = _TABLES[name], _KEYS[name]
    shared = f"SELECT count(*) FROM {table} SEMI JOIN staged_{name} USING ({key})"
    before = number(con, shared)
    removed = _remove(con, name)
    equal = number(con, shared)
    con.execute(f"CREATE TEMP TABLE coming AS FROM staged_{name} ANTI JOIN {table} USING ({key})")
    listed = ", ".join(f'"{column}"' for column in _columns(con, name))
    inserted = number(con, f"INSERT INTO {table} BY NAME SELECT {listed}, {_BROUGHT} FROM coming ORDER BY {key}")
    if name in _VERSIONED:
        touch_years(con, name, "coming")
    con.execute("DROP TABLE coming")
    _check_unique(con, batch, name)
    changed = before - equal
    return Merged(inserted - changed, changed, removed - changed, equal)


def _remove(con: duckdb.DuckDBPyConnection, name: str) -> int:
    """Take out what the batches do not say any more of their documents; what keeps its past goes to the history."""
    if name == "quarantine":
        return 0
    table = _TABLES[name]
    same = " AND ".join(f's."{column}" IS NOT DISTINCT FROM {table}."{column}"' for column in _columns(con, name))
    condition = (
        f"{table}.document_id IN (SELECT document_id FROM staged_touched) "
        f"AND NOT EXISTS (SELECT 1 FROM staged_{name} s WHERE {same})"
    )
    if name in _VERSIONED:
        said = f"(SELECT t.recorded_at FROM staged_touched t WHERE t.document_id = {table}.document_id)"
        return supersede(con, table, condition, said)
    return number(con, f"DELETE FROM {table} WHERE {condition}")


def _check_spans(con: duckdb.DuckDBPyConnection, batch: Batch, name: str) -> None:
    key = _KEYS[name]
    found = con.execute(
        f"SELECT {key} FROM staged_{name} LEFT JOIN staged_documents USING (document_id) "
        "WHERE span_start < 0 OR span_end <= span_start "
        "OR substring(text, span_start + 1, span_end - span_start) IS DISTINCT FROM number_text ORDER BY 1"
    ).fetchall()
    if found:
        raise WrongRows(batch, f"spans of {name} that do not hold their number", [row[0] for row in found])


def _check_unique(con: duckdb.DuckDBPyConnection, batch: Batch, name: str) -> None:
    key = _KEYS[name]
    found = con.execute(
        f"SELECT {key} FROM {_TABLES[name]} SEMI JOIN staged_{name} USING ({key}) "
        "GROUP BY 1 HAVING count(*) > 1 ORDER BY 1"
    ).fetchall()
    if found:
        raise WrongRows(batch, f"ids that {name} would hold more than once", [row[0] for row in found])


def _insert(con: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    listed = ", ".join(column for column in con.table(name).columns if column in rows.column_names)
    with registered(con, rows):
        con.execute(f"INSERT INTO {name} ({listed}) SELECT {listed} FROM arriving")


def _columns(con: duckdb.DuckDBPyConnection, name: str) -> list[str]:
    """The columns of a table that say something; of claims those of a statement."""
    return [column for column in columns(con, name) if name != "claims" or column not in _DERIVED]
