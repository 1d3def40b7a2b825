"""The journal's tables: the records of extract/model.py as Arrow, tested against them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pyarrow as pa

from extract.model import Document, Mention, Quarantined, Reading, Reason, Rejection, SaidClaim, digest
from load.arrow import DECIMAL, column, fits, records, table, undisturbed
from transform.sketches import sketches as sketched

OUT_OF_RANGE: Reason = "out_of_range"  # the reason of a claim whose number is too large to keep

_TEXT, _INT, _DAY = pa.string(), pa.int32(), pa.date32()


def schema(**columns: pa.DataType) -> pa.Schema:
    """A schema of the columns in this order."""
    return pa.schema(list(columns.items()))


MENTION = pa.struct([("surface", _TEXT), ("start", _INT), ("end", _INT), ("type", _TEXT)])
DOCUMENTS = schema(
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
_SAYING = tuple(
    name for name in DOCUMENTS.names if name not in ("document_id", "text")
)  # what records of one differ in
CLAIMS = schema(
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
REJECTIONS = schema(rejection_id=_TEXT, document_id=_TEXT, number_text=_TEXT, start=_INT, end=_INT, reason=_TEXT)
SKETCHES = schema(document_id=_TEXT, bands=pa.list_(pa.int64()))
QUARANTINE = schema(source=_TEXT, reason=_TEXT, detail=_TEXT, sample=_TEXT)


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
    return standing_of({name: getattr(document, name) for name in _SAYING})


def standing_of(record: Mapping[str, object]) -> tuple[int, str]:
    """The same for a record by the names of its columns."""
    said = [record[name] for name in _SAYING]
    return said.count(None), repr(said)


def documents(items: Sequence[Document]) -> pa.Table:
    """Documents as a table."""
    return table(items, DOCUMENTS)


def sketches(items: Sequence[Document]) -> pa.Table:
    """The sketches of documents as a table; `bands` is empty where a text is too short to be known again."""
    bands = sketched([document.text for document in items])
    return pa.table({"document_id": [document.document_id for document in items], "bands": bands}, SKETCHES)


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
    with undisturbed():
        claims_of: defaultdict[str, list[SaidClaim]] = defaultdict(list)
        for claim in _said(claims_):
            claims_of[claim.document_id].append(claim)
        rejections_of: defaultdict[str, list[Rejection]] = defaultdict(list)
        for rejection in records(rejections_, Rejection):
            rejections_of[rejection.document_id].append(rejection)
        made = []
        for document in _documents(documents_):
            own = document.document_id
            made.append(Reading(document, tuple(claims_of.pop(own, ())), tuple(rejections_of.pop(own, ()))))
        return made


def _documents(rows: pa.Table) -> Iterator[Document]:
    for document, own in zip(records(rows, Document), rows.column("document_id").to_pylist(), strict=True):
        vars(document)["document_id"] = own  # of the text as it came: half a surrogate pair is kept as U+FFFD
        yield document


def _said(rows: pa.Table) -> Iterator[SaidClaim]:
    places = (said and _as_mention(said) for said in rows.column("place").to_pylist())
    contexts = (tuple(map(_as_mention, said or ())) for said in rows.column("context").to_pylist())
    return records(rows, SaidClaim, place=places, context=contexts)


def _rejected(claim: SaidClaim) -> Rejection:
    own = digest(claim.claim_id, OUT_OF_RANGE)
    return Rejection(own, claim.document_id, claim.number_text, claim.start, claim.end, OUT_OF_RANGE)


def _as_dict(mention: Mention | None) -> dict[str, object] | None:
    if mention is None:
        return None
    return {"surface": mention.surface, "start": mention.start, "end": mention.end, "type": mention.type}


def _as_mention(said: Mapping[str, Any]) -> Mention:
    return Mention(said["surface"], said["start"], said["end"], said["type"])
