"""A batch of the journal as rows of the warehouse: tidied, in Arrow, under the names of the schema."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

import pyarrow as pa

from extract.model import Document, Quarantined, Reading, Rejection, digest
from load import shapes
from load.arrow import DECIMAL, column, table, undisturbed
from load.journal import Batch
from transform.claims import TidyClaim, tidy
from transform.references import References

_SPAN = {"start": "span_start", "end": "span_end"}  # `end` is a reserved word of SQL
_KINDS: dict[str, pa.DataType] = {
    "value": DECIMAL,
    "value_high": DECIMAL,
    "period_start": pa.date32(),
    "period_end": pa.date32(),
    "start": pa.int32(),
    "end": pa.int32(),
}
CLAIMS = pa.schema([(field.name, _KINDS.get(field.name, pa.string())) for field in fields(TidyClaim)])


@dataclass(frozen=True, slots=True)
class Rows:
    """What one batch puts into the tables; `touched` are the documents about which it says all there is to say."""

    batch: Batch
    touched: pa.Table
    documents: pa.Table
    claims: pa.Table
    rejections: pa.Table
    quarantine: pa.Table


def as_rows(
    batch: Batch,
    readings: Sequence[Reading],
    dropped: Iterable[str],
    quarantined: Sequence[Quarantined],
    references: References,
) -> Rows:
    """The rows of readings, of the ids of dropped documents, and of quarantined input."""
    documents = [reading.document for reading in readings]
    with undisturbed():
        claims = [claim for reading in readings for claim in tidy(reading, references)]
    return Rows(
        batch,
        pa.table({"document_id": column([*(one.document_id for one in documents), *dropped], pa.string())}),
        _documents(documents),
        _spanned(table(claims, CLAIMS)),
        _rejections([rejection for reading in readings for rejection in reading.rejections]),
        _quarantine(quarantined),
    )


def _documents(items: Sequence[Document]) -> pa.Table:
    rows = shapes.documents(items)
    return rows.append_column("text_hash", column([item.text_hash for item in items], pa.string()))


def _rejections(items: Sequence[Rejection]) -> pa.Table:
    return _spanned(shapes.rejections(items))


def _quarantine(items: Sequence[Quarantined]) -> pa.Table:
    rows = shapes.quarantine(items)
    ids = [digest(item.source, item.reason, item.detail, item.sample) for item in items]
    return rows.append_column("quarantine_id", column(list(ids), pa.string()))


def _spanned(rows: pa.Table) -> pa.Table:
    return rows.rename_columns([_SPAN.get(name, name) for name in rows.column_names])
