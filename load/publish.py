"""The working database as readers get it: a copy that is complete, checked, and put in place by a rename."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from load import folders, parquet
from load.build import working
from load.checks import HeldBack, failures
from load.errors import LoadError, explained
from load.published import NAME

STORAGE = "v1.2.0"  # read by every DuckDB since 1.2; what 2.0 writes by itself no older one opens
_NEW = ".new"


class OpenForWriting(LoadError):
    """Another program writes to the published database, which only a run may replace."""


@dataclass(frozen=True, slots=True)
class Publication:
    """Where the snapshot is, and its rows by table."""

    database: Path
    parquet: Path
    rows: dict[str, int]


def publish(home: Path) -> Publication:
    """Check the working database and publish it; HeldBack, with nothing published, where a check fails.

    Needs `lock.writer`. Readers of the old snapshot keep it; those who open it from now on get the new one.
    """
    published = home / "published"
    with explained(published), working(home) as con:
        failed = failures(con)
        if failed:
            raise HeldBack(failed)
        folders.heal(published / "parquet")
        with folders.making(published / _NEW) as new:
            (new / "parquet").mkdir()
            _copy(con, new / NAME)
            rows = parquet.write(con, new / "parquet")
            folders.settle(new)
            _put_database(new / NAME, published / NAME)
            folders.swap(new / "parquet", published / "parquet")
    return Publication(published / NAME, published / "parquet", rows)


def _copy(con: duckdb.DuckDBPyConnection, path: Path) -> None:
    row = con.execute("SELECT current_database()").fetchone()
    name = str(row[0]).replace('"', '""') if row else ""
    con.execute(f"ATTACH ? AS snapshot (STORAGE_VERSION '{STORAGE}')", [str(path)])
    try:
        con.execute(f'COPY FROM DATABASE "{name}" TO snapshot')  # with views and comments
        con.execute("DROP SCHEMA IF EXISTS snapshot.build CASCADE")
        con.execute("CHECKPOINT snapshot")
    finally:
        con.execute("DETACH snapshot")


def _put_database(new: Path, place: Path) -> None:
    log = place.with_name(f"{place.name}.wal")
    if new.with_name(f"{new.name}.wal").exists():
        raise LoadError(f"{new}: the copy has an open log; run again")
    # A log is of one file: beside another one DuckDB 2 refuses to open it, and 1.5 mixes the two in silence.
    log.unlink(missing_ok=True)
    folders.put(new, place)
    if log.exists():
        raise OpenForWriting(f"{place}: another program has it open for writing; close it, delete {log}, run again")
