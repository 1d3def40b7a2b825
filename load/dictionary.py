"""The data dictionary, from the comments of the schema, in the form of a data package (Frictionless)."""

import re
from collections.abc import Mapping, Sequence

import duckdb

_TYPES = {
    "BOOLEAN": "boolean",
    "DATE": "date",
    "TIMESTAMP": "datetime",
    "DOUBLE": "number",
    "SMALLINT": "integer",
    "INTEGER": "integer",
    "BIGINT": "integer",
}


def described(
    con: duckdb.DuckDBPyConnection,
    files: Mapping[str, Sequence[str]],
    form: str,
    partitions: Mapping[str, str],
) -> dict[str, object]:
    """A data package of tables and views, each with its files, its columns and what they mean."""
    comments = dict(
        con.execute(
            "SELECT table_name, comment FROM duckdb_tables() WHERE database_name = current_database() UNION ALL "
            "SELECT view_name, comment FROM duckdb_views() WHERE database_name = current_database()"
        ).fetchall()
    )
    return {
        "name": "shomar",
        "title": "Shomar",
        "resources": [
            {
                "name": name,
                "path": list(paths),
                "format": form,
                **_both(comments.get(name)),
                "schema": {"fields": _fields(con, name, partitions.get(name))},
            }
            for name, paths in sorted(files.items())
        ],
    }


def _fields(con: duckdb.DuckDBPyConnection, name: str, partition: str | None) -> list[dict[str, object]]:
    found = con.execute(
        "SELECT column_name, data_type, is_nullable, comment FROM duckdb_columns() "
        "WHERE database_name = current_database() AND table_name = ? ORDER BY column_index",
        [name],
    ).fetchall()
    made = [
        {"name": column, "type": _type(kind), **({} if nullable else _REQUIRED), **_both(comment)}
        for column, kind, nullable, comment in found
    ]
    if partition:
        made.append({"name": partition, "type": "integer", **_both(_PARTITION)})
    return made


_REQUIRED: dict[str, object] = {"constraints": {"required": True}}
SEPARATOR = " | "
_PARTITION = (
    "Gregorian year of publication, from the folder's name; 0 where no date is known"
    f"{SEPARATOR}سال میلادی انتشار، از نام پوشه؛ ۰ اگر تاریخ معلوم نیست"
)


def _type(kind: str) -> str:
    return "number" if kind.startswith("DECIMAL") else _TYPES.get(kind, "string")


def _both(comment: str | None) -> dict[str, object]:
    """A comment's English and Persian halves: they are joined where the last bar before Persian letters stands."""
    if not comment:
        return {}
    persian = re.search("[\u0600-\u06ff]", comment)
    joint = comment.rfind(SEPARATOR, 0, persian.start()) if persian else -1
    if joint < 0:
        return {"description": comment}
    return {"description": comment[:joint], "description_fa": comment[joint + len(SEPARATOR) :]}
