"""The published snapshot, as readers open it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from load.errors import NothingPublished, explained

NAME = "shomar.duckdb"
_OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


@contextmanager
def snapshot(home: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The published database, read-only; NothingPublished before the first run has ended."""
    path = home / "published" / NAME
    if not path.is_file():
        raise NothingPublished(f"{path}: nothing is published yet; start with `shomar run`")
    with explained(path):
        con = duckdb.connect(path, read_only=True, config=_OFFLINE)
        con.execute("SET enable_progress_bar = false")  # it would be printed among the data, on stdout
    try:
        yield con
    finally:
        con.close()


def tables(con: duckdb.DuckDBPyConnection, schema: str = "main") -> list[str]:
    """The names of the tables of a schema, sorted."""
    return _names(con, "duckdb_tables()", "table_name", schema)


def views(con: duckdb.DuckDBPyConnection) -> list[str]:
    """The names of the views of a database, sorted."""
    return _names(con, "duckdb_views()", "view_name", "main")


def _names(con: duckdb.DuckDBPyConnection, of: str, name: str, schema: str) -> list[str]:
    rows = con.execute(
        f"SELECT {name} FROM {of} WHERE schema_name = ? AND NOT internal AND NOT temporary "
        "AND database_name = current_database() ORDER BY 1",
        [schema],
    ).fetchall()
    return [row[0] for row in rows]
