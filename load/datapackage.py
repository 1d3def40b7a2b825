"""The data package (Frictionless, Data Package 2) that lies beside exported tables and says what is in them."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from load import versions
from load.dictionary import Column, Meaning, Table
from warehouse.database import HISTORY

FILE = "datapackage.json"
NAME = "shomar"
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
# What the licence is of: others wrote the articles.
RIGHTS: Meaning = (
    "The licence is of the figures and of what is made of them; texts and evidence are their publishers'.",
    "پروانه از آنِ عددها و چیزهایی است که از آن‌ها ساخته شده؛ متن‌ها و گواه‌ها از آنِ ناشرانشان است.",
)
PARTITION = "published_year"  # the folders of partitioned tables; readers take it for a column
_PARTITION: Meaning = (
    "Gregorian year that the row is filed under, from the folder's name; 0 where no date is known",
    "سال میلادی که سطر زیر آن نهاده شده، از نام پوشه؛ ۰ اگر تاریخ معلوم نیست",
)
# The column that tells a row of `main` from all others; in the history more than one row may bear it.
KEYS = {
    **versions.KEYS,
    "batches": "batch_id",
    "quarantine": "quarantine_id",
    "reviews": "review_id",
    "runs": "run_id",
}
RECORDED = "recorded_at"
_LOADED = {"batch_id": "batches"}
_TOLD = {"subject": "subjects", "field": "fields"}
# Columns that name a row of another table. Not all that look alike do: a place may be a country, a calibration's * all.
_REFERENCES: dict[str, dict[str, str]] = {
    "appearances": {"claim_id": "claims", "document_id": "documents"},
    "audits": {"check_code": "audit_checks", "claim_id": "claims", "subject": "subjects"},
    "cities": {"province": "provinces"},
    "claims": {
        "document_id": "documents",
        "report_id": "reports",
        "observation_id": "observations",
        **_TOLD,
        **_LOADED,
    },
    "contradictions": {
        "observation_a": "observations",
        "observation_b": "observations",
        "reason": "contradiction_reasons",
        "subject": "subjects",
    },
    "counties": {"province": "provinces"},
    "documents": _LOADED,
    "observations": {"point_id": "series", "claim_id": "claims", **_TOLD},
    "outlets": {"province": "provinces"},
    "quarantine": _LOADED,
    "rejections": {"document_id": "documents", "reason": "rejection_reasons", **_LOADED},
    "reports": {"document_id": "documents"},
    "series": {"observation_id": "observations", **_TOLD},
}
_TYPES = {
    "BOOLEAN": "boolean",
    "DATE": "date",
    "TIMESTAMP": "datetime",
    "DOUBLE": "number",
    "SMALLINT": "integer",
    "INTEGER": "integer",
    "BIGINT": "integer",
    "HUGEINT": "integer",
    "JSON": "object",
}
_CSV = {
    "encoding": "utf-8",
    "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True},
}


def write(folder: Path, resources: Sequence[Mapping[str, object]]) -> None:
    """Write the package of a folder's resources."""
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": NAME,
        "title": "Shomar",
        "description": f"Numbers that the news states about Iranian civil society, with what was said. {RIGHTS[0]}",
        "description_fa": f"عددهایی که خبرها درباره جامعه مدنی ایران می‌گویند، با گفته‌ها. {RIGHTS[1]}",
        "licenses": [LICENCE],
        "resources": list(resources),
    }
    (folder / FILE).write_text(json.dumps(package, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def described(
    table: Table, files: Sequence[str], form: str, among: Mapping[str, Table], year: bool
) -> dict[str, object]:
    """A table or view as a resource; `among` are the tables that references may be to, `year` adds the partition."""
    fields = [_field(column, form, table.view) for column in table.columns]
    if year:
        fields.append({"name": PARTITION, "type": "integer", **_both(_PARTITION)})
    return {
        "name": table.full,
        "path": list(files),
        # Of a table in several Parquet files frictionless would read the first alone, and miss the year of the folder.
        "type": "table" if form == "csv" else "file",
        "format": form,
        **(_CSV if form == "csv" else {}),
        **_both(table.meaning),
        "schema": {"fields": fields, **_keys(table), **_references(table, among)},
    }


def key(table: Table) -> tuple[str, ...]:
    """The columns that tell the rows of a table apart; none for a view."""
    if table.view:
        return ()
    if table.key or table.name not in KEYS:
        return table.key
    kept = table.schema == HISTORY and any(column.name == RECORDED for column in table.columns)
    return (KEYS[table.name], RECORDED) if kept else (KEYS[table.name],)


def _field(column: Column, form: str, view: bool) -> dict[str, object]:
    required = not column.nullable and not view
    return {
        "name": column.name,
        **_type(column.kind, form),
        **({"constraints": {"required": True}} if required else {}),
        # An empty cell of CSV is null, but where there are no nulls it is an empty text.
        **({"missingValues": []} if required and column.kind == "VARCHAR" and form == "csv" else {}),
        **({"unit": column.unit} if column.unit else {}),
        **_both(column.meaning),
    }


def _type(kind: str, form: str) -> dict[str, object]:
    if kind.endswith("[]"):
        return {"type": "list", "delimiter": " "} if form == "csv" else {"type": "array"}
    if kind == "TIMESTAMP" and form == "csv":
        return {"type": "datetime", "format": "%Y-%m-%d %H:%M:%S.%f"}
    return {"type": "number" if kind.startswith("DECIMAL") else _TYPES.get(kind, "string")}


def _keys(table: Table) -> dict[str, object]:
    return {"primaryKey": list(key(table))} if key(table) else {}


def _references(table: Table, among: Mapping[str, Table]) -> dict[str, object]:
    there = _REFERENCES.get(table.name, {}) if table.schema == "main" and not table.view else {}
    found = [
        {"fields": [column], "reference": {"resource": other, "fields": list(key(among[other]))}}
        for column, other in there.items()
        if other in among
    ]
    return {"foreignKeys": found} if found else {}


def _both(meaning: Meaning) -> dict[str, object]:
    return {name: half for name, half in zip(("description", "description_fa"), meaning, strict=True) if half}
