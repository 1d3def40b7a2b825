"""Opening the database and running the SQL files that are its contract: schema, macros, views, checks, derivations."""

import re
from functools import cache
from pathlib import Path

import duckdb

_FOLDER = Path(__file__).resolve().parent
# Nothing is fetched and nothing is loaded that the program did not bring; 2 GB is enough for millions of claims.
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "memory_limit": "2GB",
}
HISTORY = "history"  # the schema of rows that are held no more; of the same tables as `main`


def connect(path: Path | str, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """A connection to a database file (or `:memory:`); raises duckdb.IOException where another process writes to it."""
    con = duckdb.connect(str(path), read_only=read_only, config=_CONFIG)
    con.execute("SET enable_progress_bar = false")  # it would be printed among the data, on stdout
    return con


def create_schema(con: duckdb.DuckDBPyConnection) -> None:
    """Create every table of `schema/`, with its comments, and those that keep versions once more in `history`.

    Works on the database that is in use; raises duckdb.CatalogException where a table is there already.
    """
    for query in _queries("schema").values():
        con.execute(query)
    con.execute(f"CREATE SCHEMA {HISTORY}")
    for name in versioned():
        con.execute(f"CREATE TABLE {HISTORY}.{name} AS FROM {name} LIMIT 0")  # what was, was: no constraints of today
        _, _, comments = _queries("schema")[name].partition(";")
        con.execute(re.sub(rf"(COMMENT ON (?:TABLE|COLUMN) ){name}\b", rf"\1{HISTORY}.{name}", comments))


def create_build(con: duckdb.DuckDBPyConnection) -> None:
    """Create the schema `build` of the working database: what tables are derived from, and is not published."""
    con.execute((_FOLDER / "build.sql").read_text(encoding="utf-8"))


def create_macros(con: duckdb.DuckDBPyConnection) -> None:
    """Create or replace every macro of `macros/`, in the order of the files' names; none may stand on a view."""
    for query in _queries("macros").values():
        con.execute(query)


def create_views(con: duckdb.DuckDBPyConnection) -> None:
    """Create or replace every view of `views/`, those that others stand on first."""
    for query in _queries("views").values():
        con.execute(query)


def checks() -> list[tuple[str, str]]:
    """Name and query of every check of `checks/`: a query returns the rows that offend it, none where all is well."""
    return list(_queries("checks").items())


def derivation(name: str) -> str:
    """The query of `derive/` that makes a table, or an intermediate one, from what it is derived from."""
    return _queries("derive")[name]


def audits() -> list[tuple[str, str]]:
    """Name and query of every audit of `audits/`: a row for each claim that it can say something about."""
    return list(_queries("audits").items())


@cache
def versioned() -> tuple[str, ...]:
    """The tables that keep their past, sorted: those with `superseded_at`."""
    return tuple(name for name, query in sorted(_queries("schema").items()) if "superseded_at TIMESTAMP" in query)


def definition(name: str) -> str:
    """The CREATE TABLE of a table of `schema/`, without its comments."""
    return _queries("schema")[name].partition(";")[0]


@cache
def _queries(folder: str) -> dict[str, str]:
    """The files of a folder by their stem, in the order of their names; views that stand on others come later."""
    files = sorted((_FOLDER / folder).glob("*.sql"), key=lambda path: (_place(path.stem), path.stem))
    return {path.stem: path.read_text(encoding="utf-8") for path in files}


def _place(name: str) -> int:
    return _FIRST.index(name) if name in _FIRST else len(_FIRST)


# Views that others stand on, so they are made before them, in this order.
_FIRST = ("calendar", "claims_readable", "populations", "series_readable", "latest_stocks", "latest_numbers", "yearly")
