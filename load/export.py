"""The published snapshot in a folder of one's own, for spreadsheets and other tools."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import duckdb
import pyarrow.csv as csv

from load import datapackage, folders, manifest, parquet, workbook
from load.cells import FORMULA
from load.dictionary import Table, catalogue
from load.errors import NotOurFolder, explained
from load.published import snapshot
from load.sql import number
from warehouse.database import HISTORY

Format = Literal["parquet", "csv", "xlsx"]
_BOM = b"\xef\xbb\xbf"  # Excel takes a file without it for Windows-1256


def export(home: Path, directory: Path, format: Format = "parquet") -> dict[str, int]:  # noqa: A002 - as the option
    """Write what is published into a folder; returns the rows by table, of a workbook those by sheet.

    Parquet: every table, the history too. CSV: tables of today and views, UTF-8 with a byte order mark and LF. XLSX:
    one workbook for people, with at most 100,000 rows a sheet. A text that a spreadsheet would run gets an apostrophe
    before it. The folder is swapped in as a whole: it may be absent, empty, or hold an earlier export and nothing else.
    """
    directory = directory.resolve()
    with explained(directory), snapshot(home) as con:
        folders.heal(directory)
        _check_ours(directory)
        with folders.making(directory.with_name(f".{directory.name}.shomar-new")) as new:
            rows = _write(con, new, format, home)
            folders.settle(new)
            folders.swap(new, directory)
    return rows


def planned(home: Path, format: Format) -> dict[str, int]:  # noqa: A002 - as the option
    """The rows that an export would return, with nothing written."""
    with snapshot(home) as con:
        if format == "xlsx":
            return workbook.planned(con)
        chosen = _of_today(con) if format == "csv" else {n: t for n, t in catalogue(con).items() if not t.view}
        return {name: number(con, f"SELECT count(*) FROM {table.sql}") for name, table in chosen.items()}


def _write(con: duckdb.DuckDBPyConnection, folder: Path, form: Format, home: Path) -> dict[str, int]:
    if form == "parquet":
        return parquet.write(con, folder).tables
    if form == "csv":
        return _write_csv(con, folder)
    return _write_workbook(con, folder, home)


def _check_ours(directory: Path) -> None:
    if not directory.exists():
        return
    if not directory.is_dir():
        raise NotOurFolder(f"{directory}: a file stands here; name a folder")
    there = {str(path.relative_to(directory)) for path in directory.rglob("*") if not path.is_dir()}
    strange = sorted(there - _exported(directory))
    if strange:
        raise NotOurFolder(f"{directory}: holds files that are no export of ours ({strange[0]}); name another folder")


def _exported(directory: Path) -> set[str]:
    """The files that an earlier export says it wrote."""
    try:
        package = json.loads((directory / datapackage.FILE).read_bytes())
        if package["name"] != datapackage.NAME:
            return set()
        return {datapackage.FILE, *(path for resource in package["resources"] for path in resource["path"])}
    except (OSError, ValueError, LookupError, TypeError):
        return set()


def _write_workbook(con: duckdb.DuckDBPyConnection, folder: Path, home: Path) -> dict[str, int]:
    rows = workbook.write(con, folder / workbook.FILE, manifest.published_at(home / "published"))
    about = {
        "name": "workbook",
        "path": [workbook.FILE],
        "type": "file",
        "format": "xlsx",
        "title": "Shomar",
        "title_fa": "شمار",
    }
    datapackage.write(folder, [about])
    return rows


def _write_csv(con: duckdb.DuckDBPyConnection, folder: Path) -> dict[str, int]:
    tables = _of_today(con)
    rows = {name: _write_one(con, table, folder / f"{name}.csv") for name, table in tables.items()}
    resources = [datapackage.described(table, [f"{name}.csv"], "csv", tables, False) for name, table in tables.items()]
    datapackage.write(folder, resources)
    return rows


def _of_today(con: duckdb.DuckDBPyConnection) -> dict[str, Table]:
    """The tables and views of what is held now."""
    return {name: table for name, table in catalogue(con).items() if table.schema != HISTORY}


def _write_one(con: duckdb.DuckDBPyConnection, table: Table, path: Path) -> int:
    listed = ", ".join(_cell(column.name, column.kind) for column in table.columns)
    reader = con.sql(f"SELECT {listed} FROM (FROM {table.sql} ORDER BY {_order(table)})").to_arrow_reader()
    count = 0
    with path.open("wb") as file:
        file.write(_BOM + ",".join(reader.schema.names).encode() + b"\n")
        with csv.CSVWriter(file, reader.schema, write_options=csv.WriteOptions(include_header=False)) as writer:
            for batch in reader:
                writer.write_batch(batch)
                count += batch.num_rows
    return count


def _order(table: Table) -> str:
    return ", ".join(_names(datapackage.key(table))) or "ALL"


def _names(columns: Sequence[str]) -> Iterator[str]:
    return (f'"{column}"' for column in columns)


def _cell(column: str, kind: str) -> str:
    if kind not in ("VARCHAR", "JSON") and not kind.endswith("[]"):
        return f'"{column}"'
    text = f"""array_to_string("{column}", ' ')""" if kind.endswith("[]") else f'CAST("{column}" AS VARCHAR)'
    return f"""CASE WHEN regexp_matches({text}, '{FORMULA}') THEN '''' || {text} ELSE {text} END AS "{column}\""""
