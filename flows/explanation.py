"""A claim beside what it was made from: for each field of the tidy claim, what the text said."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from extract.model import Mention, Reading, SaidClaim
from extract.seeds import read_table
from flows.settings import SEEDS
from flows.tables import as_text, isolated
from transform.calibration import Calibration, Estimate
from transform.claims import TidyClaim, as_record, tidy
from transform.references import References

_FIRST = ("sentence", "evidence", "number_text")
_SENTENCE_END = re.compile(r"[.!?؟؛]\s|\n")


def explained(reading: Reading, references: References, calibration: Calibration) -> list[dict[str, object]]:
    """Each claim of a reading as a record, with `sentence`, and `from`: what its resolved fields were resolved from."""
    document = reading.document
    found = []
    for said, claim in zip(reading.claims, tidy(reading, references), strict=True):
        record = as_record(claim, document.article, calibration)
        record["sentence"] = sentence_of(document.text, said.evidence_start, said.evidence_start + len(said.evidence))
        record["from"] = {**_origins(said, document.published), "confidence": _learned(claim, calibration)}
        found.append(record)
    return found


def rejected(reading: Reading) -> list[dict[str, object]]:
    """The candidate numbers that are no claims, and why: the code and what it means."""
    table = read_table(SEEDS / "rejection_reasons.csv", ("reason", "name_fa", "name_en"))
    meanings = {row["reason"]: row["name_en"] for row in table}
    return [
        {
            "number_text": one.number_text,
            "start": one.start,
            "end": one.end,
            "reason": one.reason,
            "meaning": meanings.get(one.reason),
        }
        for one in reading.rejections
    ]


def sentence_of(text: str, start: int, end: int) -> str:
    """The sentence or line that holds a span, without line ends."""
    begin = max((match.end() for match in _SENTENCE_END.finditer(text, 0, start)), default=0)
    after = _SENTENCE_END.search(text, end)
    return " ".join(text[begin : after.end() if after else len(text)].split())


def as_lines(one: Mapping[str, object]) -> list[str]:
    """An explanation for a person: a line a field, and after `←` what it was resolved from."""
    origins = one["from"]
    assert isinstance(origins, dict)
    lines = [f"claim {one['claim_id']}: {one['kind']} {one['subject']}, by rule {one['rule']}"]
    rest = [name for name in one if name not in (*_FIRST, "claim_id", "kind", "subject", "rule", "from")]
    for name in (*_FIRST, *rest):
        value = one[name]
        if value is None:
            continue
        origin = f"  ← {isolated(origins[name])}" if origins.get(name, value) != value else ""
        lines.append(f"  {name:<13} {isolated(as_text(value))}{origin}")
    return [*lines, ""]


def rejected_lines(rejections: Sequence[Mapping[str, object]]) -> list[str]:
    """Rejections for a person, one a line."""
    return [
        f"no claim: {isolated(as_text(one['number_text']))} at {one['start']}-{one['end']}: {one['meaning']}"
        for one in rejections
    ]


def _origins(said: SaidClaim, published: dt.date | None) -> dict[str, str]:
    day = f"published {published}" if published else "no publication date"
    mention = said.place or next(iter(said.context), None)
    by = "named with it" if said.place else "inherited from office, headline, dateline or the text's first place"
    origins = {
        "value": f"{said.number_text} ({as_text(said.value)} {said.unit})",
        "place": f"{_mentioned(mention)}, {by}" if mention else "nothing in the text",
        "period_type": f"{said.period}, {day}",
    }
    if said.scope:
        origins["scope"] = said.scope
    if said.speaker:
        origins["speaker"] = said.speaker
    if said.speaker_role:
        origins["speaker_role"] = said.speaker_role
    return origins


def _learned(claim: TidyClaim, calibration: Calibration) -> str:
    by_rule, by_subject, whole = calibration.rows(claim.rule, claim.kind, claim.subject)
    shares = [_share(by_rule, "this rule and kind"), _share(by_subject, "this subject"), _share(whole, "all")]
    return f"right among annotated claims: {', '.join(shares)}"


def _share(estimate: Estimate | None, whose: str) -> str:
    return f"{estimate.correct} of {estimate.claims} of {whose}" if estimate else f"none known of {whose}"


def _mentioned(mention: Mention) -> str:
    kind = f" ({mention.type})" if mention.type else ""
    return f"{mention.surface}{kind} at {mention.start}-{mention.end}"
