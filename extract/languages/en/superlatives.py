"""Rank 1 said without a number: "has the highest number of NGOs", "tops the list", and who follows."""

from dataclasses import replace
from decimal import Decimal

from extract.languages.en.draft import Candidate, Draft, Memory, Noun
from extract.languages.en.lists import row_of_places
from extract.languages.en.ranks import MEASURES, SUPERLATIVES, belonging, domain_of, measures_at, measures_of, ranked
from extract.languages.en.sentence import Sentence
from extract.languages.en.subjects import carried, is_strong, is_tied
from extract.lexicon import Hit
from extract.sentence import Number, PlaceMention

_OWNS = frozenset(
    [
        "has",
        "have",
        "had",
        "boasts",
        "boast",
        "enjoys",
        "hosts",
        "host",
        "with",
        "recorded",
        "holds",
        "hold",
        "registered",
        "saw",
        "owns",
        "for",
    ]
)
_MARKS = frozenset(
    [
        "tops",
        "top",
        "topped",
        "topping",
        "leads",
        "lead",
        "leading",
        "led",
        "heads",
        "head",
        "leader",
        "pioneer",
        "frontrunner",
        "ahead",
        "first",
    ]
)


def superlatives(sentence: Sentence, memory: Memory) -> list[Draft]:
    """Rank 1 said without a number: "has the highest number of NGOs", "tops the list"; and who follows."""
    drafts: list[Draft] = []
    for hit in sentence.cues("top", "most"):
        if any(number.first <= hit.first < number.last + 2 and number.form == "ordinal" for number in sentence.numbers):
            continue
        if any(draft.first <= hit.first < draft.last + 4 for draft in drafts) or sentence.word(hit.first - 2) == "one":
            continue
        mark = _mark(sentence, hit)
        if mark is None:
            continue
        candidate = Candidate(sentence, Number(Decimal(1), mark, mark + 1, "ordinal"), memory)
        drafts += _top(candidate, hit) if hit.code == "top" else _most(candidate, hit)
    return drafts


def _mark(sentence: Sentence, hit: Hit) -> int | None:
    """The token that says the rank: "tops", "highest"."""
    marks = _MARKS if hit.code == "top" else SUPERLATIVES
    return next((index for index in range(hit.first, hit.last) if sentence.words[index] in marks), None)


def _top(candidate: Candidate, hit: Hit) -> list[Draft]:
    sentence, memory = candidate.sentence, candidate.memory
    places: list[PlaceMention | None] = [*row_of_places(sentence, hit.first)]
    if not places and sentence.word(hit.first - 1) in ("province", "county", "city"):
        places = [None]  # "the province topped the country"
    measures = measures_of(sentence, hit.last)
    noun = domain_of(sentence, hit.first, measures, memory)
    if any(place is not None and place_is_counted(sentence, place) for place in places):
        return []  # "Isfahan with 7,900 and Fars with 5,800 top the list": the counts say it
    if not places or noun is None or not is_tied(sentence, noun, memory):
        return []
    if not measures and not any(is_strong(subject) for subject in sentence.of("subject")) and not memory.subject:
        return []
    return _row(candidate, noun, measures, places, hit.last)


def place_is_counted(sentence: Sentence, place: PlaceMention) -> bool:
    """Whether a number stands with a place: "Fars with 5,800"."""
    return any(0 <= number.first - place.last <= 2 for number in sentence.numbers)


def _most(candidate: Candidate, hit: Hit) -> list[Draft]:
    """The most of something, said of a place that has it, or of a field of activity among those of a place."""
    sentence = candidate.sentence
    at = candidate.number.last
    is_measured = sentence.word(at) != "," and bool(
        MEASURES & {word.removesuffix("s") for word in sentence.words[at : at + 3]}
    )
    if not is_measured and not (sentence.word(at - 1) == "most" and sentence.word(at - 2) == "the"):
        return []
    measures = measures_at(sentence, at)[:2]
    noun = measures[0][0] if measures else _elided(candidate, at)
    if noun is None or noun.tie != "own":
        return []
    owner = next((i for i in range(hit.first - 1, max(-1, hit.first - 5), -1) if sentence.words[i] in _OWNS), None)
    fields = _fields(sentence, noun.last) or (_owning_field(sentence, owner) if owner is not None else [])
    if fields:
        return _of_fields(candidate, noun, fields)
    places: list[PlaceMention | None] = [*row_of_places(sentence, owner)] if owner is not None else []
    if not places and owner is not None and sentence.word(owner - 1) == ",":
        named = [place for place in sentence.places if place.last < owner - 1 and sentence.word(place.last) == ","]
        places = [*named[:1]]  # "Rasht, with 122, has the highest number"
    if not places and owner is not None:  # "Khoy with 14 schools has the largest share"
        led = [p for p in sentence.places if p.last < owner and sentence.word(p.last) == "with"]
        places = [*led[-1:]]
    if not places and owner is not None and sentence.word(owner - 1) in ("province", "county", "city"):
        places = [None]
    if not places and sentence.words[hit.first - 2 : hit.first] == [",", "the"] and noun.is_carried:
        told = [draft for draft in candidate.memory.here(sentence) if draft.kind == "count"]
        places = [told[-1].place] if told else []  # "the province has 300 shelters, the highest number in Iran"
    if not places:
        belongs = belonging(sentence, noun.last)
        places = [belongs] if belongs is not None else []
    return _row(candidate, noun, measures, places, noun.last) if places else []


def _elided(candidate: Candidate, at: int) -> Noun | None:
    """ "Rasht, with 122, has the highest number": of what was counted last."""
    sentence = candidate.sentence
    ends = sentence.word(at) in MEASURES and sentence.word(at + 1) in ("", ",", ";", ".", "in", "and")
    ends = ends or (sentence.word(at - 1) == "most" and sentence.word(at) in ("", ",", ";", "with"))
    return carried(candidate) if ends else None


def _of_fields(candidate: Candidate, noun: Noun, fields: list[str]) -> list[Draft]:
    """Rank 1 for each field, and the places behind it for those that the text names as "followed by"."""
    sentence, mark = candidate.sentence, (candidate.number.first, candidate.number.last)
    row = [(code, Decimal(1), mark) for code in fields]
    follow = next((cue for cue in sentence.cues("followed") if cue.first >= mark[1]), None)
    if follow is not None:
        later = dict.fromkeys(hit.code for hit in sentence.of("field") if hit.first >= follow.last)
        row += [(code, Decimal(place), (follow.first, follow.last)) for place, code in enumerate(later, 2)]
    drafts = []
    for code, value, span in row:
        draft = ranked(candidate, noun, [], value, None, span)[0]
        draft.field, draft.apart, draft.scope = code, f"field:{code}", "province"
        drafts.append(draft)
    return drafts


def _owning_field(sentence: Sentence, owner: int) -> list[str]:
    """ "Charity accounts for the highest number of NGOs": the field that has the most."""
    first = owner - (sentence.word(owner) == "for")
    return [hit.code for hit in sentence.of("field") if first - 2 <= hit.last <= first and hit.first <= 3]


def _fields(sentence: Sentence, index: int) -> list[str]:
    """ "... are active in the field of charity": the fields of activity that come first."""
    leads = [
        i
        for i in range(index, len(sentence.words))
        if sentence.words[i] in ("field", "fields", "area", "areas", "sphere")
    ]
    if not leads:
        return []
    return list(dict.fromkeys(hit.code for hit in sentence.of("field") if leads[0] < hit.first <= leads[0] + 6))


def _row(
    candidate: Candidate, noun: Noun, measures: list[tuple[Noun, str]], places: list[PlaceMention | None], end: int
) -> list[Draft]:
    """Places on top, in their order where the text says so, and those that follow them."""
    sentence = candidate.sentence
    mark = (candidate.number.first, candidate.number.last)
    order = next((cue for cue in sentence.cues("in_order") if cue.first >= mark[1]), None)
    drafts: list[Draft] = []
    for index, place in enumerate(places):
        value, span = Decimal(1), mark
        if order is not None and index:
            value, span = Decimal(index + 1), (order.first, order.last)
        drafts += ranked(candidate, noun, measures, value, place, span)
    follow = next((cue for cue in sentence.cues("followed") if cue.first >= end), None)
    if follow is not None and len(places) == 1:
        later = [place for place in sentence.places if place.first >= follow.last][:4]
        counted = any(number.first > follow.last and number.form == "cardinal" for number in sentence.numbers)
        for index, place in enumerate(() if counted else later, 2):
            drafts += ranked(candidate, noun, measures, Decimal(index), place, (follow.first, follow.last))
    return [replace(draft, noun=draft.noun) for draft in drafts]
