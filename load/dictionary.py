"""The data dictionary: what tables, views and columns mean, from the comments of the schema."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import duckdb

from warehouse.database import HISTORY

SEPARATOR = " | "
# What a number counts or is measured in, by the column's name; other numbers are codes or bare.
_UNITS = {
    **dict.fromkeys(("value", "value_high"), "as the column unit says"),
    **dict.fromkeys(("observations.low", "observations.high", "series.low", "series.high"), "as the column unit says"),
    **dict.fromkeys(("expected", "found", "tolerance"), "unit of the first of claim_ids"),
    **dict.fromkeys(("span_start", "span_end"), "code point"),
    **dict.fromkeys(("confidence", "gap"), "share, 0 to 1"),
    **dict.fromkeys(("documents", "unchanged", "dropped"), "document"),
    **dict.fromkeys(("claims", "correct"), "claim"),
    "rejections": "rejection",
    "quarantined": "input",
    "reports": "report",
    "outlets": "outlet",
    "observations": "observation",
    "offending": "row",
    "population": "person",
    "per_100000": "organisation per 100,000 people",
}
_NUMBERS = ("DECIMAL", "DOUBLE", "BIGINT", "INTEGER", "SMALLINT", "HUGEINT", "FLOAT")
# Columns of views are named after columns of tables; where more than one table has it, the first of these tells.
_TOLD_BY = ("claims", "observations", "documents", "series", "reports", "provinces", "subjects", "fields", "population")
_NAMED = {
    "field": ("Field of activity", "زمینه فعالیت"),
    "place": ("Place", "جا"),
    "province": ("Province", "استان"),
    "subject": ("Subject", "موضوع"),
}
_ENDINGS = {
    "_en": (", in English", "، به انگلیسی"),
    "_fa": (", in Persian", "، به فارسی"),
    "_jalali": (", as a Jalali date", "، به تاریخ خورشیدی"),
}
Meaning = tuple[str, str]  # in English, in Persian; empty where it is not told


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its SQL type, whether it may be null, what it means, and the unit of a number."""

    name: str
    kind: str
    nullable: bool
    meaning: Meaning
    unit: str | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table or view with what it means; `key` holds the columns of a PRIMARY KEY of the DDL, if there is one."""

    schema: str
    name: str
    view: bool
    meaning: Meaning
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def full(self) -> str:
        """`claims`, or `history.claims`."""
        return self.name if self.schema == "main" else f"{self.schema}.{self.name}"

    @property
    def sql(self) -> str:
        """The name as it stands in a query."""
        return f'"{self.schema}"."{self.name}"'


def catalogue(con: duckdb.DuckDBPyConnection) -> dict[str, Table]:
    """The tables and views of `main` and the tables of `history` by their full names; tables first, sorted."""
    keys = dict(con.execute(_KEYS).fetchall())
    columns: dict[tuple[str, str], list[Column]] = {}
    for schema, table, name, kind, nullable, comment in con.execute(_COLUMNS).fetchall():
        unit = _UNITS.get(f"{table}.{name}", _UNITS.get(name)) if kind.startswith(_NUMBERS) else None
        columns.setdefault((schema, table), []).append(Column(name, kind, nullable, meaning(comment), unit))
    found = [
        Table(schema, name, view, meaning(comment), tuple(columns[schema, name]), tuple(keys.get((schema, name), ())))
        for schema, name, view, comment in con.execute(_TABLES).fetchall()
    ]
    told = _told([table for table in found if not table.view and table.schema == "main"])
    return {table.full: _telling(table, told) if table.view else table for table in found}


def meaning(comment: str | None) -> Meaning:
    """A comment's English and Persian halves: they are joined where the last bar before Persian letters stands."""
    if not comment:
        return "", ""
    persian = re.search("[\u0600-\u06ff]", comment)
    joint = comment.rfind(SEPARATOR, 0, persian.start()) if persian else -1
    return (comment, "") if joint < 0 else (comment[:joint], comment[joint + len(SEPARATOR) :])


def page(con: duckdb.DuckDBPyConnection) -> str:
    """docs/dictionary.md for a database with the tables, macros and views of `warehouse/`."""
    shown = [table for table in catalogue(con).values() if table.schema == "main"]
    tables = [table for table in shown if not table.view]
    views = [table for table in shown if table.view]
    return "\n".join(
        [*_PREFACE, "## Tables", *_listed(tables), "## Views", *_listed(views), *_macros(con), *_sections(shown)]
    )


def _told(tables: Iterable[Table]) -> dict[str, Meaning]:
    """What a column of a name means, by the first table that has it."""
    order = {name: place for place, name in enumerate(_TOLD_BY)}
    by_rank = sorted(tables, key=lambda table: (order.get(table.name, len(order)), table.name))
    found: dict[str, Meaning] = {}
    for table in by_rank:
        for column in table.columns:
            found.setdefault(column.name, column.meaning)
    return found


def _telling(view: Table, told: dict[str, Meaning]) -> Table:
    """A view whose columns without a comment of their own mean what the tables' columns of that name do."""
    columns = tuple(
        column if any(column.meaning) else Column(column.name, column.kind, True, _from(column.name, told), column.unit)
        for column in view.columns
    )
    return Table(view.schema, view.name, True, view.meaning, columns, view.key)


def _from(name: str, told: dict[str, Meaning]) -> Meaning:
    if name in told:
        return told[name]
    for ending, (english, persian) in _ENDINGS.items():
        base = _NAMED.get(name.removesuffix(ending), told.get(name.removesuffix(ending)))
        if name.endswith(ending) and base:
            return base[0] + english, base[1] + persian
    return "", ""


def _listed(tables: list[Table]) -> Iterator[str]:
    yield "| name | what it holds | آنچه در آن است |\n| --- | --- | --- |"
    for table in tables:
        yield f"| [`{table.name}`](#{table.name}) | {_cell(table.meaning[0])} | {_cell(table.meaning[1])} |"
    yield ""


def _sections(tables: list[Table]) -> Iterator[str]:
    for table in tables:
        yield f"## {table.name}"
        yield "".join(f"{half}\n\n" for half in table.meaning if half).rstrip("\n") + "\n"
        yield "| column | type | meaning | معنا | unit |\n| --- | --- | --- | --- | --- |"
        for column in table.columns:
            kind = column.kind if column.nullable or table.view else f"{column.kind} NOT NULL"
            cells = (f"`{column.name}`", kind, *map(_cell, column.meaning), column.unit or "")
            yield f"| {' | '.join(cells)} |"
        yield ""


def _macros(con: duckdb.DuckDBPyConnection) -> Iterator[str]:
    found = con.execute(_MACROS).fetchall()
    if not found:
        return
    yield "## Macros"
    yield "| call | what it gives | آنچه می‌دهد |\n| --- | --- | --- |"
    for name, parameters, comment in found:
        english, persian = meaning(comment)
        yield f"| `{name}({', '.join(parameters)})` | {_cell(english)} | {_cell(persian)} |"
    yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


_PREFACE = (
    "# Data dictionary",
    "Made by `make docs` from the comments of `warehouse/`; change them there. The same descriptions travel with the",
    "data: as comments of `shomar.duckdb`, in `datapackage.json`, and in the metadata of every Parquet file.",
    "",
    "- Time stamps are UTC, days are Gregorian.",
    "- The schema `history` holds the rows that are held no more, in tables of the same names and columns; in Parquet",
    "  they lie under `history/`.",
    "- In CSV, lists are texts joined by a space, and a text that a spreadsheet would run has an apostrophe before it.",
    "- In the workbook of `shomar export --format xlsx` the first row of a sheet says in Persian what its columns are,",
    "  the second bears the names that stand here; beside each day stands its Jalali date.",
    "",
)
_OURS = f"database_name = current_database() AND schema_name IN ('main', '{HISTORY}')"
_TABLES = f"""
SELECT schema_name, table_name, false AS view, comment FROM duckdb_tables() WHERE {_OURS} AND NOT internal
UNION ALL
SELECT schema_name, view_name, true, comment FROM duckdb_views() WHERE {_OURS} AND NOT internal
ORDER BY 3, schema_name <> 'main', 1, 2
"""
_COLUMNS = f"""
SELECT schema_name, table_name, column_name, data_type, is_nullable, comment FROM duckdb_columns()
WHERE {_OURS} AND NOT internal ORDER BY schema_name, table_name, column_index
"""
_KEYS = f"""
SELECT (schema_name, table_name), constraint_column_names FROM duckdb_constraints()
WHERE {_OURS} AND constraint_type = 'PRIMARY KEY'
"""
_MACROS = """
SELECT function_name, parameters, comment FROM duckdb_functions()
WHERE database_name = current_database() AND NOT internal AND function_type LIKE '%macro'
    AND comment IS NOT NULL  -- the others are parts of these
ORDER BY 1
"""
