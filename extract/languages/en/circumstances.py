"""What is joined to a draft from its sentence and memory: bound, status, field, register, modality, place, time."""

from typing import cast

from extract.languages.en.counts import is_in_passing
from extract.languages.en.draft import Draft, Memory
from extract.languages.en.numbers import Number
from extract.languages.en.sentence import BREAKS, CLAUSE_SIGNS, PlaceMention, Sentence
from extract.languages.en.vocabulary import PEOPLE
from extract.languages.en.when import departs, period_of, planned, unplanned
from extract.languages.en.where import place_of
from extract.lexicon import Hit
from extract.model import Bound

_CLAUSE_ENDS = frozenset(("while", "but", "whereas", "although", "which", "who", ";", ":", "—"))
_FIELDED = frozenset(
    [
        "endowment",
        "ngo",
        "charity",
        "association",
        "tashakol",
        "cooperative",
        "foundation",
        "network",
        "licence",
        "donor",
        "jihadi_group",
        "person",
        "member",
        "event",
        "centre",
        "training",
        "session",
    ]
)
_OWN_FIELD = {"training": "education"}  # what a subject is of by itself
_FIELD_WORDS = frozenset(("field", "fields", "area", "areas", "sector", "sphere"))
_DOES = frozenset(("active", "focus", "work", "working", "operate", "operating", "engaged", "focused", "specialize"))
_SHARES = frozenset(("change", "share"))


def complete(draft: Draft, memory: Memory) -> None:
    """Fill what the rule left open."""
    _set_bound(draft)
    segment = segment_of(draft)
    if draft.status is None:
        draft.status = _status(draft, segment, memory)
    if draft.field is None:
        draft.field = _field(draft, segment)
    draft.register = draft.register or _register(draft)
    if draft.place is None:
        draft.place = _same_place(draft, memory) or place_of(draft, segment, memory)
    if draft.period is None:
        draft.period = period_of(draft, segment, memory)
    if draft.modality == "actual" and not draft.period.startswith("since") and not departs(draft):
        _set_modality(draft, memory)
    if draft.modality == "actual" and draft.period.startswith("future"):
        draft.modality = "target"
    is_plan = draft.modality == "target" and draft.kind != "rank"
    draft.period = planned(draft.period) if is_plan else unplanned(draft.period)


def _same_place(draft: Draft, memory: Memory) -> PlaceMention | None:
    """A change or a share without a noun of its own is of the place of what it is said of."""
    here = memory.here(draft.sentence)
    if draft.carried and draft.kind in _SHARES and here and here[-1].sentence is draft.sentence:
        return here[-1].place
    return None


def _set_bound(draft: Draft) -> None:
    """A bound word just before the number, or just behind it; the vague plural and the range keep theirs."""
    sentence = draft.sentence
    if draft.bound != "exact" or draft.kind == "rank":
        return
    index = draft.first
    for _ in range(3):
        hit = sentence.ending("bound_before", index)
        if hit is not None:
            draft.bound = cast(Bound, hit.code)
            return
        if sentence.word(index - 1) in ("a", "total", "of", "some", "to", "by"):
            index -= 1
        else:
            break
    after = sentence.at("bound_after", draft.last)
    if after is None and draft.noun is not None and draft.noun[0] >= draft.last:
        after = sentence.at("bound_after", draft.noun[1])
    if after is not None:
        draft.bound = cast(Bound, after.code)


def segment_of(draft: Draft) -> tuple[int, int]:
    """The tokens that speak of the draft: from the number before it to the number behind it, within its clause."""
    sentence = draft.sentence
    ends = max(draft.last, draft.noun[1] if draft.noun else 0)
    begins = min(draft.first, draft.noun[0] if draft.noun and draft.noun[0] < draft.first else draft.first)
    others = [
        other
        for other in sentence.numbers
        if not (sentence.in_period(other) or other.form == "ordinal" or _is_aside(sentence, other))
    ]
    first = max((other.last for other in others if other.last <= begins), default=0)
    ahead = [other for other in others if other.first >= ends]
    while ahead and _is_coordinated(sentence, ends, ahead[0].first):
        ends = ahead.pop(0).last
    last = ahead[0].first if ahead else len(sentence.words)
    for index in range(ends, last):
        if sentence.words[index] in _CLAUSE_ENDS and sentence.words[index - 1] != "of":
            last = index
            break
    return first, last


def _is_coordinated(sentence: Sentence, first: int, last: int) -> bool:
    """ "90 tons of rice and 40,000 liters of oil were distributed": what is said of the second is said of the first."""
    between = sentence.words[first : sentence.before_bound(last)]
    if between[-1:] not in (["and"], [","]) or "," in between[:-1] or not sentence.shares_verb(first, last):
        return False
    starts = [place.first for place in sentence.places] + [period.first for period in sentence.periods]
    starts += [hit.first for hit in sentence.of("status")]
    return not any(first <= start < last for start in starts)


def _is_aside(sentence: Sentence, number: Number) -> bool:
    """A number that does not end what is said of another: "one" of something, ", or 43%," of the same."""
    is_share = sentence.word(number.first - 1) in ("or", "(") and sentence.at("unit", number.last) is not None
    return is_share or is_in_passing(sentence, number.first) or sentence.words[number.first] == "one"


def _status(draft: Draft, segment: tuple[int, int], memory: Memory) -> str | None:
    """The adjective before the noun, else the predicate behind, else a verb close before the number."""
    if draft.kind in ("rank", "ratio", "measure", "amount"):
        return None
    sentence = draft.sentence
    hits = [hit for hit in sentence.of("status") if hit.code != "covered" or draft.subject in PEOPLE]
    own = _own_status(draft, hits)
    if own is not None:
        return own
    end = max(draft.last, draft.noun[1] if draft.noun else 0)
    behind = next((hit for hit in hits if end <= hit.first and sentence.at("subject", hit.last) is None), None)
    if behind is not None and not is_in_passing(sentence, draft.first):
        is_own = behind.first < segment[1] and _is_predicate(sentence, end, behind)
        if is_own or _is_shared(sentence, end, behind.first):
            return behind.code
    if draft.kind == "change":
        here = memory.here(sentence)
        return here[-1].status if draft.carried and here else None
    before = [hit for hit in hits if segment[0] <= hit.first and hit.last <= draft.first]
    nouns = sentence.of("subject")
    before = [hit for hit in before if not any(hit.last <= noun.first < draft.first for noun in nouns)]
    before = [hit for hit in before if not CLAUSE_SIGNS & set(sentence.words[hit.last : draft.first])]
    if before and draft.first - before[-1].last <= 4 and sentence.word(before[-1].last) != ",":
        return before[-1].code
    return None


def _is_shared(sentence: Sentence, first: int, last: int) -> bool:
    """ "6,400 orphans and 11,300 families are covered": the predicate is of both."""
    words = [word for word in sentence.words[first:last] if word not in ("are", "is", "have", "been", "were")]
    return (
        words[:1] == ["and"]
        and "those" not in words
        and len(words) <= 9
        and "," not in words
        and sentence.shares_verb(first, last - 1)
    )


def _own_status(draft: Draft, hits: list[Hit]) -> str | None:
    """ "455 registered charities"; of "930 of the 2,138 registered" the adjective is the other number's."""
    if draft.noun is None or draft.noun[0] < draft.last:
        return None
    between = [n for n in draft.sentence.numbers if draft.last <= n.first < draft.noun[0]]
    if between:
        return None
    return next((hit.code for hit in hits if draft.last <= hit.first and hit.last <= draft.noun[0]), None)


def _is_predicate(sentence: Sentence, end: int, hit: Hit) -> bool:
    """Whether a status behind the noun is said of it: near, and no other statement between."""
    between = sentence.words[end : hit.first]
    return len(between) <= 12 and not any(word in ("that", "said", "and") for word in between)


def _field(draft: Draft, segment: tuple[int, int]) -> str | None:
    """The field before the noun ("environmental NGOs"), or of "in the field of …", "active in …" behind it."""
    if draft.subject not in _FIELDED or draft.kind == "rank":
        return None
    sentence = draft.sentence
    fields = sentence.of("field")
    last = draft.noun[1] if draft.noun else draft.last
    if draft.noun is None:  # "22% in health": a part says its field at once
        near = (
            hit for hit in fields if hit.first - last in (1, 2) and sentence.word(last) in ("in", "to", "on", "for")
        )
        part = next(near, None)
        if part is not None:
            return part.code
    for hit in fields:
        is_own = (hit.first, hit.last) == draft.noun or hit.code in (
            "relief",
            draft.subject,
            _OWN_FIELD.get(draft.subject),
        )
        is_before = draft.last <= hit.first and hit.last <= last
        if not is_own and (is_before or _is_attached(draft, hit)):
            return hit.code
    for hit in fields:
        if last <= hit.first < segment[1] and hit.first - last <= 12:
            lead = sentence.words[max(last, hit.first - 3) : hit.first]
            does = _DOES & set(sentence.words[last : hit.first])
            if _FIELD_WORDS & set(lead) or (lead[-1:] in (["in"], ["on"], ["for"]) and does):
                return hit.code
    return None


def _is_attached(draft: Draft, hit: Hit) -> bool:
    """ "rural women's cooperatives number 312": the field right before a noun that stands before its number."""
    if draft.noun is None or draft.noun[0] >= draft.first:
        return False
    return hit.last == draft.noun[0] or (hit.last == draft.noun[0] - 1 and draft.sentence.word(hit.last) == "'s")


def _register(draft: Draft) -> str | None:
    if draft.status not in ("licensed", "registered") and draft.subject != "licence":
        return None
    sentence = draft.sentence
    for hit in sentence.of("register"):
        before = sentence.words[max(0, hit.first - 3) : hit.first]
        if 0 <= hit.first - draft.last <= 14 and {"by", "from", "with", "at"} & set(before):
            return hit.code
    return None


def _set_modality(draft: Draft, memory: Memory) -> None:
    """A word of planning, need or denial in the number's own clause."""
    sentence = draft.sentence
    begins = draft.first
    at = sentence.before_bound(draft.first)
    near = sentence.words[max(0, at - 4) : at]
    if near[-1:] == ["not"] or (near[-2:-1] == ["not"] and near[-3:-2] not in ([], ["or"])):  # "has not received 20 …"
        draft.modality = "negated"
        return
    for hit in sentence.cues("denial", "target"):
        gap = begins - hit.last if hit.last <= begins else hit.first - draft.last
        between = sentence.words[hit.last : begins] if hit.last <= begins else sentence.words[draft.last : hit.first]
        end = max(draft.last, draft.noun[1] if draft.noun else 0)
        if hit.code == "denial":
            if 0 <= gap <= 18 and hit.last <= begins and _is_denied(sentence, hit, begins):
                draft.modality = "negated"
                return
            continue
        is_shared = hit.first >= end and sentence.word(end) == "and" and sentence.shares_verb(end, hit.first)
        if gap < 0 or gap > 18 or not (is_shared or _same_clause(between, hit.last <= begins)):
            continue
        if hit.code == "target" and "that" in between and hit.last <= begins and "will" not in sentence.words:
            continue
        if _is_noun(sentence, hit):
            continue
        draft.modality = "target"
        return
    here = memory.here(sentence)
    if here and here[-1].modality == "target" and (draft.kind == "change" or _follows(sentence, here[-1], draft)):
        draft.modality = "target"


def _is_denied(sentence: Sentence, denial: Hit, index: int) -> bool:
    """ "denied that it had revoked the licenses of 23 NGOs"; what another verb of speech tells is not denied."""
    others = (hit for hit in sentence.of("said") if denial.last <= hit.first < index)
    return ";" not in sentence.words[denial.last : index] and next(others, None) is None


def _is_noun(sentence: Sentence, hit: Hit) -> bool:
    """The "plan" of "under the committee's plan 300 houses were built"; "plans to build" is none."""
    if hit.entry.surface in ("plan", "plans", "aim", "aims", "goal"):
        return sentence.word(hit.last) not in ("to", "for")
    is_led = sentence.word(hit.first - 1) in ("the", "this", "under", "a", "of")
    return hit.entry.surface in ("target", "need", "hope") and is_led and sentence.word(hit.last) != "to"


def _follows(sentence: Sentence, previous: Draft, draft: Draft) -> bool:
    """ "will build 30 houses and 12 schools": the plan goes on over "and"."""
    between = sentence.words[previous.last : draft.first]
    return (
        len(between) <= 8
        and "," not in between
        and not any(word in ("were", "was", "have", "has", "are", "is") or word in BREAKS for word in between)
    )


def _same_clause(between: list[str], is_before: bool) -> bool:
    """No other statement between a word of planning and the number."""
    words = between[2:] if between[:2] in (["of", "which"], ["of", "whom"]) else between
    if any(word in _CLAUSE_ENDS for word in words):
        return False
    verbs = ("were", "was", "have", "has", "had", "are", "is", "said", "added")
    if is_before and "now" in between:
        return False
    if is_before:
        return not any(word in verbs for word in between)
    other = ("said", "added", "and", "were", "was", "is", "below", "above")
    return not any(word in other for word in between) or len(between) <= 2
