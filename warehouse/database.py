"""Opening the database and running the SQL files that are its contract: schema, views and checks."""

from pathlib import Path

import duckdb

_FOLDER = Path(__file__).resolve().parent
# Nothing is fetched and nothing is loaded that the program did not bring; 2 GB is enough for millions of claims.
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "memory_limit": "2GB",
}


def connect(path: Path | str, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """A connection to a database file (or `:memory:`); raises duckdb.IOException where another process writes to it."""
    return duckdb.connect(str(path), read_only=read_only, config=_CONFIG)


def create_schema(con: duckdb.DuckDBPyConnection) -> None:
    """Create every table of `schema/`, with its comments; raises duckdb.CatalogException where one is there already."""
    for query in _queries("schema").values():
        con.execute(query)


def create_views(con: duckdb.DuckDBPyConnection) -> None:
    """Create or replace every view of `views/`, those that others stand on first."""
    for query in _queries("views").values():
        con.execute(query)


def checks() -> list[tuple[str, str]]:
    """Name and query of every check of `checks/`: a query returns the rows that offend it, none where all is well."""
    return list(_queries("checks").items())


def _queries(folder: str) -> dict[str, str]:
    """The files of a folder by their stem, in the order of their names; views that stand on others come later."""
    files = sorted((_FOLDER / folder).glob("*.sql"), key=lambda path: (path.stem not in _FIRST, path.stem))
    return {path.stem: path.read_text(encoding="utf-8") for path in files}


# Views that others stand on, so they are made before them.
_FIRST = ("calendar", "claims_readable")
