"""The published snapshot in a folder of one's own, for spreadsheets and other tools."""

import json
from pathlib import Path
from typing import Literal

import duckdb
import pyarrow.csv as csv

from load import folders, parquet
from load.dictionary import described
from load.errors import NotOurFolder, NotYetSupported, explained
from load.published import snapshot, tables, views

Format = Literal["parquet", "csv", "xlsx"]
_PACKAGE = "datapackage.json"
_BOM = b"\xef\xbb\xbf"  # Excel takes a file without it for Windows-1256
_FORMULA = "^[=+\\-@\\t\\r]"  # a cell that a spreadsheet would take for a formula


def export(home: Path, directory: Path, format: Format = "parquet") -> dict[str, int]:  # noqa: A002 - as the option
    """Write the published tables (CSV: the views too) into a folder; returns the rows by table.

    The folder is swapped in as a whole: it may be absent, empty, or hold an earlier export and nothing else.
    CSV is UTF-8 with a byte order mark and LF; a text that a spreadsheet would run gets an apostrophe before it.
    """
    if format == "xlsx":
        raise NotYetSupported(f"{directory}: Excel files are not written yet; use --format csv, which Excel opens")
    directory = directory.resolve()
    with explained(directory), snapshot(home) as con:
        folders.heal(directory)
        _check_ours(directory)
        with folders.making(directory.with_name(f".{directory.name}.shomar-new")) as new:
            rows = parquet.write(con, new) if format == "parquet" else _write_csv(con, new)
            folders.settle(new)
            folders.swap(new, directory)
    return rows


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
        package = json.loads((directory / _PACKAGE).read_bytes())
        if package["name"] != "shomar":
            return set()
        return {_PACKAGE, *(path for resource in package["resources"] for path in resource["path"])}
    except (OSError, ValueError, LookupError, TypeError):
        return set()


def _write_csv(con: duckdb.DuckDBPyConnection, folder: Path) -> dict[str, int]:
    rows = {name: _write_one(con, name, folder / f"{name}.csv") for name in [*tables(con), *views(con)]}
    package = described(con, {name: [f"{name}.csv"] for name in rows}, "csv", {})
    (folder / _PACKAGE).write_text(json.dumps(package, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return rows


def _write_one(con: duckdb.DuckDBPyConnection, name: str, path: Path) -> int:
    described_ = con.execute(f'DESCRIBE "{name}"').fetchall()
    listed = ", ".join(_cell(column, kind) for column, kind, *_ in described_)
    reader = con.sql(f'SELECT {listed} FROM (FROM "{name}" ORDER BY ALL)').to_arrow_reader()
    count = 0
    with path.open("wb") as file:
        file.write(_BOM + ",".join(reader.schema.names).encode() + b"\n")
        with csv.CSVWriter(file, reader.schema, write_options=csv.WriteOptions(include_header=False)) as writer:
            for batch in reader:
                writer.write_batch(batch)
                count += batch.num_rows
    return count


def _cell(column: str, kind: str) -> str:
    if kind != "VARCHAR":
        return f'"{column}"'
    safe = f"""CASE WHEN regexp_matches("{column}", '{_FORMULA}') THEN '''' || "{column}" ELSE "{column}" END"""
    return f'{safe} AS "{column}"'
