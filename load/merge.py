"""Rows into the working database: one transaction a batch, and the batch is in it once, in whole, or not at all."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, astuple, dataclass, fields

import duckdb
import pyarrow as pa

from load.errors import LoadError
from load.journal import Batch, Run, in_utc
from load.rows import Rows

STAMPS = ("recorded_at", "run_id", "batch_id")  # of the batch that first brought the row as it is now
_KEYS = {"documents": "document_id", "claims": "claim_id", "rejections": "rejection_id", "quarantine": "quarantine_id"}
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


def merge(con: duckdb.DuckDBPyConnection, rows: Rows) -> Merged:
    """Merge a batch: of its documents, rows that vanished go, changed ones change, equal ones stay as they are.

    WrongRows, with everything rolled back, where an id is not unique or a span does not hold its number.
    """
    try:
        with _transaction(con):
            _stage(con, "touched", rows.touched)
            for name in _KEYS:
                _stage(con, name, getattr(rows, name), like=name)
            for name in ("claims", "rejections"):
                _check_spans(con, rows.batch, name)
            merged = {name: _merge(con, rows.batch, name) for name in _KEYS}
            _insert(con, "batches", pa.Table.from_pylist([asdict(rows.batch)]))
    except (duckdb.ConstraintException, duckdb.ConversionException) as error:
        raise WrongRows(rows.batch, "values that the schema does not allow", [" ".join(str(error).split())]) from error
    return merged["claims"]


def put_run(con: duckdb.DuckDBPyConnection, run: Run) -> None:
    """Keep a run in place of what was kept of it before; not where the table is of another version of the schema.

    Such a database is built anew by the next load, and with it this run, from the journal.
    """
    if set(_columns(con, "runs", ())) != {field.name for field in fields(Run)}:
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
        for name in ("touched", *_KEYS):
            con.execute(f"DROP TABLE IF EXISTS temp.staged_{name}")


def _stage(con: duckdb.DuckDBPyConnection, name: str, rows: pa.Table, like: str | None = None) -> None:
    """The distinct rows in a temporary table, in the types of the table they are for."""
    names = _columns(con, like) if like else list(rows.column_names)
    listed = ", ".join(f'"{column}"' for column in names)
    with _registered(con, rows):
        if like:
            con.execute(f"CREATE TEMP TABLE staged_{name} AS SELECT {listed} FROM {like} LIMIT 0")
            con.execute(f"INSERT INTO staged_{name} BY NAME SELECT DISTINCT {listed} FROM arriving")
        else:
            con.execute(f"CREATE TEMP TABLE staged_{name} AS SELECT DISTINCT {listed} FROM arriving")


def _merge(con: duckdb.DuckDBPyConnection, batch: Batch, name: str) -> Merged:
    key = _KEYS[name]
    shared = f"SELECT count(*) FROM {name} SEMI JOIN staged_{name} USING ({key})"
    before = _number(con, shared)
    removed = 0 if name == "quarantine" else _number(con, _deletion(con, name))
    equal = _number(con, shared)
    listed = ", ".join(f'"{column}"' for column in _columns(con, name))
    inserted = _number(
        con,
        f"INSERT INTO {name} ({listed}, recorded_at, run_id, batch_id) "
        f"SELECT {listed}, ?, ?, ? FROM staged_{name} ANTI JOIN {name} USING ({key}) ORDER BY {key}",
        [batch.recorded_at, batch.run_id, batch.batch_id],
    )
    _check_unique(con, batch, name)
    changed = before - equal
    return Merged(inserted - changed, changed, removed - changed, equal)


def _deletion(con: duckdb.DuckDBPyConnection, name: str) -> str:
    same = " AND ".join(f's."{column}" IS NOT DISTINCT FROM {name}."{column}"' for column in _columns(con, name))
    return (
        f"DELETE FROM {name} WHERE document_id IN (SELECT document_id FROM staged_touched) "
        f"AND NOT EXISTS (SELECT 1 FROM staged_{name} s WHERE {same})"
    )


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
        f"SELECT {key} FROM {name} SEMI JOIN staged_{name} USING ({key}) GROUP BY 1 HAVING count(*) > 1 ORDER BY 1"
    ).fetchall()
    if found:
        raise WrongRows(batch, f"ids that {name} would hold more than once", [row[0] for row in found])


def _insert(con: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    listed = ", ".join(column for column in _columns(con, name, ()) if column in rows.column_names)
    with _registered(con, rows):
        con.execute(f"INSERT INTO {name} ({listed}) SELECT {listed} FROM arriving")


@contextmanager
def _registered(con: duckdb.DuckDBPyConnection, rows: pa.Table) -> Iterator[None]:
    con.register("arriving", rows)
    try:
        yield
    finally:
        with suppress(duckdb.Error):  # an aborted transaction refuses it, and would hide what aborted it
            con.unregister("arriving")


def _columns(con: duckdb.DuckDBPyConnection, name: str, without: Sequence[str] = STAMPS) -> list[str]:
    found = con.execute(
        "SELECT column_name FROM duckdb_columns() WHERE database_name = current_database() AND schema_name = 'main' "
        "AND table_name = ? ORDER BY column_index",
        [name],
    ).fetchall()
    return [column for (column,) in found if column not in without]


def _number(con: duckdb.DuckDBPyConnection, query: str, parameters: Sequence[object] = ()) -> int:
    row = con.execute(query, list(parameters)).fetchone()
    return int(row[0]) if row else 0
