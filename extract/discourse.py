"""What a document says once: repetitions and headlines that say less give no second claim.

Language-neutral: it works on claims as said.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal

from extract.fold import key
from extract.model import SaidClaim, digest

_ROUNDING = Decimal("0.06")  # a headline's figure this near below the body's exact one is the same figure rounded

_TELLING = 40  # a figure this large does not return by chance
_NO_TIME = frozenset(("as_of", "unknown"))  # what a claim gets that says no time


def settle(claims: list[SaidClaim], headlines: Collection[str]) -> list[SaidClaim]:
    """The claims without repetitions, in the order of the text, each with an id of its own.

    A repeated claim stands at its first place and takes over what later places add (bound, time, place, speaker); a
    claim of the headline that only rounds or shortens one of the body is left out.
    """
    claims = _without_weak_headlines(claims, headlines)
    groups: dict[tuple[object, ...], list[SaidClaim]] = defaultdict(list)
    for claim in claims:
        groups[_identity(claim)].append(claim)
    kept = [claim for group in groups.values() for claim in _merge(group, headlines)]
    return _distinct(sorted(kept, key=lambda claim: (claim.start, claim.end)))


def _identity(claim: SaidClaim) -> tuple[object, ...]:
    field = (claim.field, claim.scope) if claim.kind == "rank" else ""
    return (claim.kind, claim.subject, claim.value, claim.value_high, claim.unit, claim.rank_by, field)


def _merge(group: list[SaidClaim], headlines: Collection[str]) -> list[SaidClaim]:
    """One claim for those that agree; a number that returns at another time or with another status is another claim."""
    kept: list[SaidClaim] = []
    for claim in group:
        for index, known in enumerate(kept):
            if known.claim_id in headlines and known.period in _NO_TIME:  # a bare headline does not say what is planned
                known = replace(known, modality=claim.modality)
            is_headline = known.claim_id in headlines or claim.claim_id in headlines
            if known.start != claim.start and _agree(known, claim, is_headline):
                kept[index] = _enriched(known, claim)
                break
        else:
            kept.append(claim)
    return kept


def _agree(first: SaidClaim, second: SaidClaim, is_headline: bool) -> bool:
    if first.modality != second.modality or not _may_be_one_place(first, second, is_headline):
        return False
    return _compatible(first.status, second.status) and (
        first.period == second.period or first.period in _NO_TIME or second.period in _NO_TIME
    )


def _may_be_one_place(first: SaidClaim, second: SaidClaim, is_headline: bool) -> bool:
    """A rank is often said again without its place, a telling figure too; of a small one the places must be equal."""
    if first.kind == "rank" or first.place == second.place:
        return _same_place(first, second)
    if first.place is None or second.place is None:
        return is_headline or first.value >= _TELLING
    return _same_place(first, second) or (is_headline and first.value >= _TELLING)


def _compatible(first: str | None, second: str | None) -> bool:
    return first is None or second is None or first == second


def _enriched(first: SaidClaim, later: SaidClaim) -> SaidClaim:
    return replace(
        first,
        bound=later.bound if first.bound == "exact" else first.bound,
        period=later.period if _is_vaguer(first.period, later.period) else first.period,
        place=first.place or later.place,
        context=later.context or first.context,
        status=first.status or later.status,
        field=first.field or later.field,
        scope=first.scope or later.scope,
        rank_by=first.rank_by or later.rank_by,
        register=first.register or later.register,
        speaker=first.speaker or later.speaker,
        speaker_role=first.speaker_role or later.speaker_role,
    )


def _is_vaguer(first: str, later: str) -> bool:
    return (first in _NO_TIME and later != "unknown") or (first == "future" and later.startswith("future:"))


def _same_place(first: SaidClaim, second: SaidClaim) -> bool:
    """Whether two claims may be of one place: one of them names none, or both name the same."""
    if first.place is None or second.place is None:
        return True
    return key(first.place.surface) == key(second.place.surface)


def _without_weak_headlines(claims: list[SaidClaim], headlines: Collection[str]) -> list[SaidClaim]:
    body = [claim for claim in claims if claim.claim_id not in headlines]
    return [
        claim
        for claim in claims
        if claim.claim_id not in headlines or not any(_says_less(claim, other) for other in body)
    ]


def _says_less(headline: SaidClaim, other: SaidClaim) -> bool:
    if headline.kind != other.kind or headline.unit != other.unit:
        return False
    if headline.kind == "rank":
        same = (headline.value, headline.scope, headline.subject) == (other.value, other.scope, other.subject)
        return same and _same_place(headline, other)
    if headline.value == other.value or headline.subject != other.subject:
        return False
    low = min(headline.value, other.value)
    return (low > 0 and abs(headline.value - other.value) <= _ROUNDING * other.value and other.value % 10 != 0) or (
        low > 100 and abs(headline.value - other.value) <= _ROUNDING * other.value and headline.value % 100 == 0
    )


def _distinct(claims: list[SaidClaim]) -> list[SaidClaim]:
    """Claims that share number, kind and what should set them apart get ids by their order in the text."""
    seen: dict[str, int] = defaultdict(int)
    result = []
    for claim in claims:
        count = seen[claim.claim_id]
        seen[claim.claim_id] += 1
        if count:
            result.append(replace(claim, claim_id=digest(claim.claim_id, count)))
        else:
            result.append(claim)
    return result
