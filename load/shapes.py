"""The journal's tables: the records of extract/model.py as Arrow, tested against them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pyarrow as pa

from extract.model import Document, Mention, Quarantined, Reading, Reason, Rejection, SaidClaim, digest
from load.arrow import DECIMAL, column, fits, records, table

OUT_OF_RANGE: Reason = "out_of_range"  # the reason of a claim whose number is too large to keep

_TEXT, _INT, _DAY = pa.string(), pa.int32(), pa.date32()


def _schema(**columns: pa.DataType) -> pa.Schema:
    return pa.schema(list(columns.items()))


MENTION = pa.struct([("surface", _TEXT), ("start", _INT), ("end", _INT), ("type", _TEXT)])
DOCUMENTS = _schema(
    document_id=_TEXT,
    key=_TEXT,
    article=_TEXT,
    text=_TEXT,
    source=_TEXT,
    title=_TEXT,
    published=_DAY,
    outlet=_TEXT,
    origin=_TEXT,
    url=_TEXT,
    lang=_TEXT,
)
CLAIMS = _schema(
    claim_id=_TEXT,
    document_id=_TEXT,
    rule=_TEXT,
    kind=_TEXT,
    subject=_TEXT,
    value=DECIMAL,
    value_high=DECIMAL,
    unit=_TEXT,
    bound=_TEXT,
    number_text=_TEXT,
    start=_INT,
    end=_INT,
    evidence=_TEXT,
    evidence_start=_INT,
    period=_TEXT,
    place=MENTION,
    context=pa.list_(MENTION),
    status=_TEXT,
    field=_TEXT,
    scope=_TEXT,
    rank_by=_TEXT,
    modality=_TEXT,
    speaker=_TEXT,
    speaker_role=_TEXT,
    register=_TEXT,
)
REJECTIONS = _schema(rejection_id=_TEXT, document_id=_TEXT, number_text=_TEXT, start=_INT, end=_INT, reason=_TEXT)
QUARANTINE = _schema(source=_TEXT, reason=_TEXT, detail=_TEXT, sample=_TEXT)


def without_misfits(reading: Reading) -> Reading:
    """The reading with every claim whose number is no finite one below 10**30 turned into a rejection."""
    misfits = [claim for claim in reading.claims if not (fits(claim.value) and fits(claim.value_high))]
    if not misfits:
        return reading
    kept = tuple(claim for claim in reading.claims if claim not in misfits)
    return replace(reading, claims=kept, rejections=reading.rejections + tuple(map(_rejected, misfits)))


def distinct(readings_: Sequence[Reading]) -> list[Reading]:
    """One reading a document, the same whatever the order: of the record that says most, then the first of the rest."""
    best: dict[str, Reading] = {}
    for reading in readings_:
        known = best.setdefault(reading.document.document_id, reading)
        if known is not reading and _standing(reading) < _standing(known):
            best[reading.document.document_id] = reading
    return list(best.values())


def _standing(reading: Reading) -> tuple[bool, tuple[int, str]]:
    return reading.dropped, standing(reading.document)


def standing(document: Document) -> tuple[int, str]:
    """Where a record stands among those of the same document: the smallest is kept."""
    return standing_of(
        {field.name: getattr(document, field.name) for field in DOCUMENTS if field.name != "document_id"}
    )


def standing_of(record: Mapping[str, object]) -> tuple[int, str]:
    """The same for a record by the names of its columns."""
    said = [record[field.name] for field in DOCUMENTS if field.name not in ("document_id", "text")]
    return said.count(None), repr(said)


def documents(items: Sequence[Document]) -> pa.Table:
    """Documents as a table."""
    return table(items, DOCUMENTS)


def claims(items: Sequence[SaidClaim]) -> pa.Table:
    """Claims as said as a table; places are structs."""
    columns = {field.name: [getattr(claim, field.name) for claim in items] for field in CLAIMS}
    columns["place"] = [_as_dict(place) for place in columns["place"]]
    columns["context"] = [[_as_dict(place) for place in places] for places in columns["context"]]
    return pa.table({field.name: column(columns[field.name], field.type) for field in CLAIMS}, CLAIMS)


def rejections(items: Sequence[Rejection]) -> pa.Table:
    """Rejections as a table."""
    return table(items, REJECTIONS)


def quarantine(items: Sequence[Quarantined]) -> pa.Table:
    """Quarantined input as a table."""
    return table(items, QUARANTINE)


def quarantined(items: pa.Table) -> list[Quarantined]:
    """The records that `quarantine` made a table of."""
    return list(records(items, Quarantined))


def readings(documents_: pa.Table, claims_: pa.Table, rejections_: pa.Table) -> list[Reading]:
    """The readings whose tables these are, in the order of the documents."""
    claims_of: defaultdict[str, list[SaidClaim]] = defaultdict(list)
    for claim in records(claims_, _said):
        claims_of[claim.document_id].append(claim)
    rejections_of: defaultdict[str, list[Rejection]] = defaultdict(list)
    for rejection in records(rejections_, Rejection):
        rejections_of[rejection.document_id].append(rejection)
    made = []
    for document in records(documents_, _document):
        own = document.document_id
        made.append(Reading(document, tuple(claims_of.pop(own, ())), tuple(rejections_of.pop(own, ()))))
    return made


def _document(document_id: str, **fields: Any) -> Document:
    document = Document(**fields)
    vars(document)["document_id"] = document_id  # of the text as it came: half a surrogate pair is kept as U+FFFD
    return document


def _said(place: dict[str, Any] | None, context: list[dict[str, Any]], **fields: Any) -> SaidClaim:
    nearest = Mention(**place) if place else None
    return SaidClaim(place=nearest, context=tuple(Mention(**one) for one in context), **fields)


def _rejected(claim: SaidClaim) -> Rejection:
    own = digest(claim.claim_id, OUT_OF_RANGE)
    return Rejection(own, claim.document_id, claim.number_text, claim.start, claim.end, OUT_OF_RANGE)


def _as_dict(mention: Mention | None) -> dict[str, object] | None:
    if mention is None:
        return None
    return {"surface": mention.surface, "start": mention.start, "end": mention.end, "type": mention.type}
