"""What was found in the reading copy, as it stands in the document: claims as said, places, rejections."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from extract.draft import Draft
from extract.fold import ReadingCopy
from extract.model import Document, Mention, Reason, Rejection, SaidClaim, digest
from extract.sentence import PlaceMention
from extract.speakers import Person

Span = tuple[int, int]


def said(
    document: Document,
    copy: ReadingCopy,
    draft: Draft[Any],
    place: PlaceMention | None,
    context: tuple[Mention, ...],
    person: Person | None,
) -> SaidClaim:
    """A draft as a claim; its evidence is the run that holds number and noun."""
    start, end = copy.span(*draft.sentence.span(draft.first, draft.last))
    first = min(draft.first, draft.noun[0]) if draft.noun else draft.first
    last = max(draft.last, draft.noun[1]) if draft.noun else draft.last
    evidence_start, evidence_end = copy.span(*draft.sentence.span(first, last))
    return SaidClaim(
        claim_id=digest(document.document_id, start, end, draft.kind, draft.apart),
        document_id=document.document_id,
        rule=draft.rule,
        kind=draft.kind,
        subject=draft.subject,
        value=draft.value,
        value_high=draft.high,
        unit=draft.unit,
        bound=draft.bound,
        number_text=document.text[start:end],
        start=start,
        end=end,
        evidence=document.text[evidence_start:evidence_end],
        evidence_start=evidence_start,
        period=draft.period or "unknown",
        place=mentioned(copy, place) if place is not None else None,
        context=context,
        status=draft.status,
        field=draft.field,
        scope=draft.scope,
        rank_by=draft.rank_by,
        modality=draft.modality,
        speaker=_text(document, copy, person.name) if person else None,
        speaker_role=_text(document, copy, person.role) if person else None,
        register=draft.register,
    )


def mentioned(copy: ReadingCopy, place: PlaceMention) -> Mention:
    """A place as a claim carries it."""
    return Mention(place.name, *copy.span(*place.span), place.type)


def rejected(document: Document, copy: ReadingCopy, span: Span, reason: Reason) -> Rejection:
    """The number at a span of the reading copy as no claim."""
    start, end = copy.span(*span)
    identity = digest(document.document_id, start, end, "rejection")
    return Rejection(identity, document.document_id, document.text[start:end], start, end, reason)


def passed_over(document: Document, copy: ReadingCopy, text: str, start: int, reason: Reason) -> Iterator[Rejection]:
    """The figures of a part of the reading copy that no rule looks at; number words there are not looked for."""
    for match in _FIGURE.finditer(text):
        yield rejected(document, copy, (start + match.start(), start + match.end()), reason)


_FIGURE = re.compile(r"[0-9]+(?:[.,/،][0-9]+)*")


def repeated(document: Document, claims: Iterable[SaidClaim], kept: Iterable[SaidClaim]) -> Iterator[Rejection]:
    """The places of claims that say again what another one says, or less: what `settle` left out."""
    told = {(claim.start, claim.end) for claim in kept}
    for claim in claims:
        span = claim.start, claim.end
        if span not in told:
            told.add(span)
            identity = digest(document.document_id, *span, "rejection")
            yield Rejection(identity, document.document_id, claim.number_text, *span, "repetition")


def _text(document: Document, copy: ReadingCopy, span: Span | None) -> str | None:
    if span is None:
        return None
    start, end = copy.span(*span)
    return " ".join(document.text[start:end].split()) or None
