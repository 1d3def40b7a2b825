"""The working database as readers get it: a copy that is complete, checked, and put in place by a rename."""

import datetime as dt
import hashlib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb

from load import folders, manifest, notes, parquet
from load.build import NAME as WORKING
from load.build import working
from load.checks import mark_checked
from load.datapackage import LICENCE
from load.dictionary import catalogue
from load.errors import LoadError, explained
from load.manifest import File, Manifest
from load.overrides import Gates, pass_gates
from load.published import NAME, tables
from warehouse.database import HISTORY

STORAGE = "v1.2.0"  # read by every DuckDB since 1.2; what 2.0 writes by itself no older one opens
_NEW = ".new"
_PARQUET = "parquet"
_TEXTS = {"documents": "zstd"}  # long texts: a third smaller than by what DuckDB chooses, in less time
_KEPT = ("main", HISTORY)  # the schemas that are published


class OpenForWriting(LoadError):
    """Another program writes to the published database, which only a run may replace."""


@dataclass(frozen=True, slots=True)
class Publication:
    """Where the snapshot is, its rows by table, and what the gates said."""

    database: Path
    parquet: Path
    rows: dict[str, int]
    gates: Gates


def publish(home: Path, override: str | None = None) -> Publication:
    """Check the working database and publish it; HeldBack, with nothing published, where a check fails.

    `override` is the reason for which bands are let pass (`load.overrides`).

    Needs `lock.writer`. Readers of the old snapshot keep it; those who open it from now on get the new one.
    Parquet files of years that `build.changed_years` does not name are those of before.
    """
    published = home / "published"
    with explained(published), working(home) as con:
        gates = pass_gates(con, home, home / WORKING, override)
        folders.heal(published / _PARQUET)
        with folders.making(published / _NEW) as new:
            done = _written(con, new, published)
            folders.settle(new)
            _put_database(new / NAME, published / NAME)
            folders.swap(new / _PARQUET, published / _PARQUET)
            folders.put(new / manifest.FILE, published / manifest.FILE)
        _remember(con, done.publication)
        mark_checked(con)
        notes.keep_publication(con, home, done.rows)
    return Publication(published / NAME, published / _PARQUET, done.rows, gates)


def _written(con: duckdb.DuckDBPyConnection, new: Path, published: Path) -> Manifest:
    """Write all that is published into a new folder, the manifest last."""
    schema = _schema(con)
    before = _before(con, published, schema)
    (new / _PARQUET).mkdir()
    _copy(con, new / NAME)
    written = parquet.write(con, new / _PARQUET, _reusable(con, published, before))
    linked = {f"{_PARQUET}/{path}": before[f"{_PARQUET}/{path}"] for path in written.linked}
    rows = {f"{_PARQUET}/{path}": count for path, count in written.files.items()}
    done = Manifest(
        publication=uuid.uuid4().hex,
        published_at=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        run_id=_last_run(con),
        layout=_layout(),
        schema=schema,
        license=LICENCE["name"],
        rows=written.tables,
        files=manifest.listed(new, rows, linked),
    )
    manifest.write(new, done)
    return done


def _before(con: duckdb.DuckDBPyConnection, published: Path, schema: str) -> Mapping[str, File]:
    """The files of the last publication, if it was of this database as it stands, in this layout; else none."""
    said = manifest.read(published)
    if said is None or (said.layout, said.schema) != (_layout(), schema):
        return {}
    if not (_has(con, "publication") and _has(con, "changed_years")):
        return {}
    row = con.execute("SELECT 1 FROM build.publication WHERE id = ?", [said.publication]).fetchone()
    return said.files if row else {}


def _reusable(con: duckdb.DuckDBPyConnection, published: Path, before: Mapping[str, File]) -> parquet.Before | None:
    if not before:
        return None
    touched = con.execute("SELECT DISTINCT table_name, year FROM build.changed_years").fetchall()
    rows = {
        path.removeprefix(f"{_PARQUET}/"): file.rows
        for path, file in before.items()
        if file.rows is not None and _size(published / path) == file.bytes
    }
    return parquet.Before(published / _PARQUET, rows, frozenset((str(name), int(year)) for name, year in touched))


def _remember(con: duckdb.DuckDBPyConnection, publication: str) -> None:
    """Say in the working database what was published from it, and that nothing has changed since."""
    con.execute("BEGIN")
    con.execute("CREATE OR REPLACE TABLE build.publication AS SELECT CAST(? AS VARCHAR) AS id", [publication])
    if _has(con, "changed_years"):
        con.execute("DELETE FROM build.changed_years")
    con.execute("COMMIT")


def _copy(con: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Write the published schemas into a database of their own: first all that is in the catalogue, then the rows."""
    row = con.execute("SELECT current_database()").fetchone()
    name = str(row[0]).replace('"', '""') if row else ""
    con.execute(f"ATTACH ? AS snapshot (STORAGE_VERSION '{STORAGE}')", [str(path)])
    try:
        con.execute(f'COPY FROM DATABASE "{name}" TO snapshot (SCHEMA)')  # with views, macros and comments
        for (other,) in con.execute(_SCHEMAS).fetchall():
            con.execute(f'DROP SCHEMA snapshot."{other}" CASCADE')
        for table in catalogue(con).values():
            if not table.view:
                con.execute(f"SET force_compression = '{_TEXTS.get(table.name, 'auto')}'")
                con.execute(f'INSERT INTO snapshot.{table.sql} FROM "{name}".{table.sql}')
        con.execute("CHECKPOINT snapshot")
    finally:
        con.execute("SET force_compression = 'auto'")
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


def _schema(con: duckdb.DuckDBPyConnection) -> str:
    """A hash of what the tables and views are called, hold and mean."""
    return hashlib.sha256(repr(catalogue(con)).encode()).hexdigest()


def _layout() -> str:
    """What writes the files: another DuckDB may write the same rows in other bytes."""
    return f"{manifest.LAYOUT}, DuckDB {duckdb.__version__}, {STORAGE}"


def _last_run(con: duckdb.DuckDBPyConnection) -> str | None:
    row = con.execute("SELECT run_id FROM runs ORDER BY started_at DESC, run_id DESC LIMIT 1").fetchone()
    return str(row[0]) if row else None


def _has(con: duckdb.DuckDBPyConnection, name: str) -> bool:
    return name in tables(con, "build")


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else -1


_SCHEMAS = f"""
SELECT schema_name FROM duckdb_schemas()
WHERE database_name = 'snapshot' AND NOT internal AND schema_name NOT IN {_KEPT}
"""
