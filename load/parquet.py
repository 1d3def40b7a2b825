"""A database's tables as a folder of Parquet: one folder a table, and a data package that says what is in them.

What grows is parted by years, so that a publication writes the years anew that a load has touched and links the others.
"""

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from load import datapackage
from load.datapackage import PARTITION
from load.dictionary import Table, catalogue
from load.versions import DAYS, NO_YEAR
from warehouse.database import HISTORY

_HELD = "SELECT document_id, published, recorded_at FROM main.documents"
_DOCUMENTS = {
    "main": _HELD,
    # A document that is held in another version now, or in none: the day that was known last.
    HISTORY: "SELECT document_id, arg_max_null(published, recorded_at) AS published FROM "
    f"({_HELD} UNION ALL SELECT document_id, published, recorded_at FROM {HISTORY}.documents) GROUP BY document_id",
}
_TEXT_ROWS = 10_000  # a row group; long texts in larger ones leave threads idle
_ROWS = 100_000


@dataclass(frozen=True, slots=True)
class Before:
    """A folder written from the same database before: its files with their rows, and the years touched since."""

    folder: Path
    rows: Mapping[str, int]
    touched: frozenset[tuple[str, int]]


@dataclass(slots=True)
class Written:
    """Rows by table; rows by file, as a path in the folder; the files that are as they were before."""

    tables: dict[str, int] = field(default_factory=dict)
    files: dict[str, int] = field(default_factory=dict)
    linked: set[str] = field(default_factory=set)


def write(con: duckdb.DuckDBPyConnection, folder: Path, before: Before | None = None) -> Written:
    """Write every table into an empty folder, sorted, zstd. Same rows, same bytes, whatever was written before."""
    written = Written()
    tables = {name: table for name, table in catalogue(con).items() if not table.view}
    resources = []
    for table in tables.values():
        start = len(written.files)
        parts = _years(con, table) if table.name in DAYS else {None: None}
        for year, rows in parts.items():
            _put(con, table, year, rows, folder, before, written)
        files = list(written.files)[start:]
        written.tables[table.full] = sum(written.files[path] for path in files)
        resources.append(datapackage.described(table, sorted(files), "parquet", tables, table.name in DAYS))
    datapackage.write(folder, sorted(resources, key=lambda resource: str(resource["name"])))
    return written


def _put(
    con: duckdb.DuckDBPyConnection,
    table: Table,
    year: int | None,
    rows: int | None,
    folder: Path,
    before: Before | None,
    written: Written,
) -> None:
    """Write or link one file."""
    place = Path(*table.full.split("."), *([] if year is None else [f"{PARTITION}={year}"]), "part-0.parquet")
    path = place.as_posix()
    (folder / place).parent.mkdir(parents=True)
    if before and year is not None and before.rows.get(path) == rows and not _touched(table, year, before.touched):
        _link(before.folder / place, folder / place)
        written.linked.add(path)
        written.files[path] = rows or 0
    else:
        written.files[path] = _copy(con, table, year, folder / place)


def _touched(table: Table, year: int, touched: frozenset[tuple[str, int]]) -> bool:
    names = {table.full}
    if table.name == "rejections":  # they move with their documents
        names |= {"documents", f"{HISTORY}.documents"}
    return any((name, year) in touched for name in names)


def _link(old: Path, new: Path) -> None:
    try:
        os.link(old, new)
    except OSError:  # a file system without links, or too many of them
        shutil.copyfile(old, new)


def _years(con: duckdb.DuckDBPyConnection, table: Table) -> dict[int | None, int | None]:
    """Rows by year; there is always a year, so that readers find a file."""
    query = f"SELECT coalesce(year({DAYS[table.name]}), {NO_YEAR}), count(*) {_from(table)} GROUP BY 1 ORDER BY 1"
    return dict(con.execute(query).fetchall()) or {NO_YEAR: 0}


def _copy(con: duckdb.DuckDBPyConnection, table: Table, year: int | None, path: Path) -> int:
    order = ", ".join(f'"{column}"' for column in datapackage.key(table)) or "ALL"
    query = f"SELECT t.* {_from(table)} WHERE {_of(table, year)} ORDER BY {order}"
    group = _TEXT_ROWS if table.name == "documents" else _ROWS
    told = ", ".join(f"{name}: {_quoted(text)}" for name, text in _metadata(table))
    options = f"FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {group}, KV_METADATA {{{told}}}"
    done = con.execute(f"COPY ({query}) TO ? ({options})", [str(path)]).fetchone()
    return int(done[0]) if done else 0


def _from(table: Table) -> str:
    dated = (
        f"LEFT JOIN ({_DOCUMENTS[table.schema]}) AS d ON d.document_id = t.document_id"
        if table.name == "rejections"
        else ""
    )
    return f"FROM {table.sql} AS t {dated}"


def _of(table: Table, year: int | None) -> str:
    """The rows of a year, in a form in which blocks of other years are passed over."""
    if year is None:
        return "true"
    day = DAYS[table.name]
    return (
        f"{day} IS NULL"
        if year == NO_YEAR
        else f"{day} >= make_date({year}, 1, 1) AND {day} < make_date({year + 1}, 1, 1)"
    )


def _metadata(table: Table) -> Iterator[tuple[str, str]]:
    """What a file says of itself: licence, meaning, and as JSON what its columns mean and are measured in."""
    yield "license", datapackage.LICENCE["name"]
    yield "rights", datapackage.RIGHTS[0]
    yield "description", table.meaning[0]
    yield "description_fa", table.meaning[1]
    columns = {
        column.name: {
            "description": column.meaning[0],
            "description_fa": column.meaning[1],
            **({"unit": column.unit} if column.unit else {}),
        }
        for column in table.columns
    }
    yield "columns", json.dumps(columns, ensure_ascii=False)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
