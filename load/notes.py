"""Notes of the journal: one small file each time, never changed, and the rows that it puts into a table of its name."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb

from load import folders
from load.errors import explained

TABLES = ("overrides", "publications")
_WRITING = ".writing"


def keep(
    con: duckdb.DuckDBPyConnection, home: Path, table: str, moment: dt.datetime, rows: Sequence[Mapping[str, object]]
) -> None:
    """Keep rows in a file of `journal/TABLE`, from which a rebuild takes them, and in the table. Needs `lock.writer`.

    What is no column of the table is kept in the file alone.
    """
    folder = home / "journal" / table
    with explained(folder), folders.making(folder / _WRITING, folder=False) as new:
        text = json.dumps(list(rows), ensure_ascii=False, indent=1, default=_plain)
        new.write_text(f"{text}\n", encoding="utf-8")
        folders.flush(new)
        folders.put(new, folder / f"{moment:%Y%m%dT%H%M%S%f}.json")
    _insert(con, table, rows)


def keep_publication(con: duckdb.DuckDBPyConnection, home: Path, rows: Mapping[str, int]) -> None:
    """Keep that a publication went out, with its rows by table: growth is measured against it."""
    moment = now()
    said = {"published_at": moment, "run_id": newest_run(con)}
    keep(con, home, "publications", moment, [{**said, "table_name": name, "rows": rows[name]} for name in sorted(rows)])


def restore(con: duckdb.DuckDBPyConnection, home: Path) -> None:
    """Fill the tables of an empty database from all notes of a data folder, in the order of writing."""
    for table in TABLES:
        folder = home / "journal" / table
        with explained(folder):
            kept = [json.loads(path.read_bytes()) for path in sorted(folder.glob("*.json"))]
        _insert(con, table, [row for rows in kept for row in rows])


def newest_run(con: duckdb.DuckDBPyConnection) -> str:
    """The id of the newest run that a database knows; empty where it knows none."""
    row = con.execute("SELECT run_id FROM runs ORDER BY started_at DESC, run_id DESC LIMIT 1").fetchone()
    return str(row[0]) if row else ""


def now() -> dt.datetime:
    """This moment, as tables keep it: UTC, to the microsecond."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)


def _insert(con: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Mapping[str, object]]) -> None:
    if not rows:
        return
    names = con.table(table).columns
    listed, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    values = [[row[name] for name in names] for row in rows]
    con.executemany(f"INSERT INTO {table} ({listed}) VALUES ({marks})", values)


def _plain(value: object) -> str:
    if isinstance(value, dt.datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a note")
