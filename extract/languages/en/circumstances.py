"""What is joined to a draft from its sentence and memory: bound, status, field, register, modality, place, time."""

from typing import cast

from extract.languages.en.attributes import field_of, register_of, status_of
from extract.languages.en.draft import Draft, Memory
from extract.languages.en.lists import is_in_passing, place_before
from extract.languages.en.modality import CLAUSE_ENDS, set_modality
from extract.languages.en.sentence import Sentence
from extract.languages.en.subjects import is_content
from extract.languages.en.vocabulary import load_vocabulary
from extract.languages.en.when import departs, period_of, planned, unplanned
from extract.languages.en.where import place_of
from extract.lexicon import Hit
from extract.model import Bound
from extract.sentence import Number, PlaceMention

_SHARES = frozenset(("change", "share"))


def complete(draft: Draft, memory: Memory) -> None:
    """Fill what the rule left open."""
    _set_bound(draft)
    segment = segment_of(draft)
    if draft.status is None:
        draft.status = status_of(draft, segment, memory)
    if draft.field is None:
        draft.field = field_of(draft, segment)
    draft.register = draft.register or register_of(draft)
    if draft.place is None:
        draft.place = _same_place(draft, memory) or place_of(draft, segment, memory)
    if draft.period is None:
        draft.period = period_of(draft, segment, memory)
    if draft.modality == "actual" and not draft.period.startswith("since") and not departs(draft):
        set_modality(draft, memory)
    if draft.modality == "actual" and draft.period.startswith("future"):
        draft.modality = "target"
    is_plan = draft.modality == "target" and draft.kind != "rank"
    draft.period = planned(draft.period) if is_plan else unplanned(draft.period, draft)


def _same_place(draft: Draft, memory: Memory) -> PlaceMention | None:
    """A change or a share without a noun of its own is of the place of what it is said of."""
    here = memory.here(draft.sentence)
    if (
        any(hit.first == draft.last for hit in draft.sentence.cues("country"))
        and draft.sentence.word(draft.last) != "of"
    ):
        return None  # "against a quarter nationwide"
    if place_before(draft.sentence, draft.sentence.before_bound(draft.first)) is not None:
        return None
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
        if hit is not None and _is_particle(sentence, hit):
            return
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


def _is_particle(sentence: Sentence, bound: Hit) -> bool:
    """The "over" of "handed over 40 houses"."""
    return bound.entry.surface == "over" and sentence.word(bound.first - 1) in load_vocabulary().words["hand_over"]


def segment_of(draft: Draft) -> tuple[int, int]:
    """The tokens that speak of the draft: from the number before it to the number behind it, within its clause."""
    sentence = draft.sentence
    ends = draft.end
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
        if sentence.words[index] in CLAUSE_ENDS and sentence.words[index - 1] != "of":
            last = index
            break
    return first, last


def _is_coordinated(sentence: Sentence, first: int, last: int) -> bool:
    """ "90 tons of rice and 40,000 liters of oil were distributed": what is said of the second is said of the first."""
    between = sentence.words[first : sentence.before_bound(last)]
    if between[-1:] not in (["and"], [","]) or "," in between[:-1] or not sentence.shares_verb(first, last):
        return False
    behind = next((number.last for number in sentence.numbers if number.first == last), last)
    if between[-1] == "," and not is_content(sentence.word(behind)):
        return False  # "out of the 240 NGOs, 60 are active"
    starts = [place.first for place in sentence.places] + [period.first for period in sentence.periods]
    starts += [hit.first for hit in sentence.of("status")]
    return not any(first <= start < last for start in starts)


def _is_aside(sentence: Sentence, number: Number) -> bool:
    """A number that does not end what is said of another: "one" of something, ", or 43%," of the same."""
    is_share = sentence.word(number.first - 1) in ("or", "(") and sentence.at("unit", number.last) is not None
    return is_share or is_in_passing(sentence, number.first) or sentence.words[number.first] == "one"
