"""A database's tables as a folder of Parquet: one folder a table, and a data package that says what is in them."""

import json
from pathlib import Path

import duckdb

from load.dictionary import described
from load.published import tables

PARTITION = "published_year"
NO_YEAR = 0  # of documents without a date; a number, so that every reader takes the partition for a number
_YEAR = f"coalesce(year(published), {NO_YEAR})"
_KEYS = {"documents": "document_id", "claims": "claim_id"}  # the partitioned tables, in one row a key
_TEXT_ROWS = 10_000  # a row group; long texts in larger ones leave threads idle
_ROWS = 100_000


def write(con: duckdb.DuckDBPyConnection, folder: Path) -> dict[str, int]:
    """Write every table into an empty folder, sorted, zstd; returns the rows by table. Same rows, same bytes."""
    files: dict[str, list[str]] = {}
    rows: dict[str, int] = {}
    for name in tables(con):
        place = folder / name
        place.mkdir()
        rows[name] = _partitioned(con, name, place) if name in _KEYS else _whole(con, name, place)
        files[name] = sorted(str(path.relative_to(folder)) for path in place.rglob("*.parquet"))
    package = described(con, files, "parquet", dict.fromkeys(_KEYS, PARTITION))
    (folder / "datapackage.json").write_text(json.dumps(package, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return rows


def _partitioned(con: duckdb.DuckDBPyConnection, name: str, place: Path) -> int:
    key = _KEYS[name]
    of = "documents" if name == "documents" else f"{name} JOIN documents USING (document_id)"
    years = [int(row[0]) for row in con.execute(f"SELECT DISTINCT {_YEAR} FROM {of} ORDER BY 1").fetchall()]
    rows = 0
    for year in years or [NO_YEAR]:
        part = place / f"{PARTITION}={year}"
        part.mkdir()
        query = f"SELECT {name}.* FROM {of} WHERE {_YEAR} = {year} ORDER BY {key}"
        rows += _copy(con, query, part, _TEXT_ROWS if name == "documents" else _ROWS)
    return rows


def _whole(con: duckdb.DuckDBPyConnection, name: str, place: Path) -> int:
    return _copy(con, f'SELECT * FROM "{name}" ORDER BY ALL', place, _ROWS)


def _copy(con: duckdb.DuckDBPyConnection, query: str, place: Path, group: int) -> int:
    options = f"FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {group}"
    done = con.execute(f"COPY ({query}) TO ? ({options})", [str(place / "part-0.parquet")]).fetchone()
    return int(done[0]) if done else 0
