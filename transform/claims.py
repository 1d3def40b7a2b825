"""Claims as said to tidy claims: the fields of the claim model, resolved."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal

from extract.fold import persian_letters
from extract.model import Bound, Document, Kind, Mention, Modality, Reading, SaidClaim
from transform.calibration import Calibration
from transform.money import in_rials
from transform.names import name_key
from transform.periods import resolve as resolve_period
from transform.places import resolve as resolve_place
from transform.references import COUNTRY, References
from transform.speakers import Voice, joined


@dataclass(frozen=True, slots=True)
class TidyClaim:
    """One row of `claims`; the fields after `rule` are the claim model's, in its order."""

    claim_id: str
    document_id: str
    rule: str
    kind: Kind
    subject: str
    value: Decimal
    value_high: Decimal | None
    unit: str
    bound: Bound
    place: str
    locality: str | None
    period_type: str
    period_start: dt.date | None
    period_end: dt.date | None
    status: str | None
    field: str | None
    scope: str | None
    rank_by: str | None
    modality: Modality
    speaker: str | None
    speaker_role: str | None
    register: str | None
    evidence: str
    number_text: str
    start: int
    end: int


_FIELDS = tuple(field.name for field in fields(TidyClaim) if field.name not in ("claim_id", "document_id", "rule"))


def tidy(reading: Reading, references: References) -> list[TidyClaim]:
    """The tidy claims of a document, in the order of the reading; ValueError for a rule's ill-written period."""
    if not reading.claims:
        return []
    voices = joined(reading.claims)
    return [_tidied(claim, reading.document, voices, references) for claim in reading.claims]


def as_record(claim: TidyClaim, article: str, calibration: Calibration | None = None) -> dict[str, object]:
    """A claim as an object of JSON: whole values as int, others as float, dates as YYYY-MM-DD, null where not said.

    With a calibration, `confidence` says how sure it is.
    """
    record: dict[str, object] = {"article": article, "claim_id": claim.claim_id, "rule": claim.rule}
    if calibration:
        record["confidence"] = calibration.confidence(claim.rule, claim.kind, claim.subject)
    for name in _FIELDS:
        value = getattr(claim, name)
        if isinstance(value, Decimal):
            value = int(value) if value == value.to_integral_value() else float(value)
        elif isinstance(value, dt.date):
            value = value.isoformat()
        record[name] = value
    return record


def _tidied(said: SaidClaim, document: Document, voices: Mapping[Voice, Voice], references: References) -> TidyClaim:
    place, locality = resolve_place(said.place, said.context, references)
    period_type, period_start, period_end = resolve_period(said.period, document.published)
    modality = said.modality  # what begins after publication is a plan
    if document.published is not None and period_start is not None and period_start > document.published:
        period_type, modality = "future", "target" if modality == "actual" else modality
    elif period_type == "range" and document.published is not None and period_end is not None:
        period_end = min(period_end, document.published)  # «در تابستان امسال», told in the middle of it
    unit, value, value_high = in_rials(said.unit, said.value, said.value_high)
    speaker, speaker_role = voices[said.speaker, said.speaker_role]
    return TidyClaim(
        said.claim_id,
        said.document_id,
        said.rule,
        said.kind,
        said.subject,
        value,
        value_high,
        unit,
        said.bound,
        place,
        persian_letters(_as_written(locality, document.text)) if locality else None,
        period_type,
        period_start,
        period_end,
        said.status,
        said.field,
        _scope(said, place),
        said.rank_by,
        modality,
        persian_letters(speaker) if speaker else None,
        persian_letters(speaker_role) if speaker_role else None,
        said.register,
        said.evidence,
        said.number_text,
        said.start,
        said.end,
    )


def _scope(said: SaidClaim, place: str) -> str | None:
    """Among whom a rank is: the country's provinces, the parts of the claim's province, the world."""
    if said.kind != "rank":
        return said.scope
    if said.scope == "country":
        return COUNTRY
    if said.scope == "province":  # of which province, the text may have left unsaid
        return place if place != COUNTRY else None
    return said.scope


def _as_written(locality: Mention, text: str) -> str:
    """The locality as the article writes it, on one line; as folded where the span holds more."""
    words = text[locality.start : locality.end].split()
    for first in range(len(words)):  # a type may stand before the name: «شهرستان خرم‌آباد»
        written = " ".join(words[first:])
        if name_key(written) == name_key(locality.surface):
            return written
        if name_key(written[:-1]) == name_key(locality.surface):  # «خیران خرم‌آبادی»
            return written[:-1]
    return locality.surface
