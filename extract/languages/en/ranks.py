"""Rules for ranks: "ranks third nationwide", "the second-largest number of NGOs", "tops the list", "has the most"."""

from dataclasses import replace
from decimal import Decimal

from extract.languages.en.counts import Outcome, place_before, row_of_places
from extract.languages.en.draft import Candidate, Draft, Memory, Noun, drafted
from extract.languages.en.numbers import Number
from extract.languages.en.sentence import PlaceMention, Sentence
from extract.languages.en.subjects import is_strong, is_tied, nouns_before
from extract.languages.en.where import is_passed_by
from extract.lexicon import Hit

_SUPERLATIVES = frozenset(("largest", "highest", "biggest", "greatest", "most"))
_MEASURES = frozenset(
    ("number", "share", "rate", "amount", "volume", "concentration", "proportion", "membership", "ratio")
)
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
_LEADS_BY = (
    ("in", "terms", "of"),
    ("with", "regard", "to"),
    ("based", "on"),
    ("by",),
    ("in",),
    ("for",),
    ("regarding",),
    ("with",),
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


def ordinal_rank(candidate: Candidate) -> Outcome:
    """An ordinal with "place" or "ranks"; "the third province in terms of"; "the second-largest number of"."""
    sentence, number = candidate.sentence, candidate.number
    if number.form == "cardinal" and not _is_number_one(candidate):
        return None
    if number.form not in ("ordinal", "cardinal"):
        return None
    if not (_is_ranked(candidate) or _is_peer(candidate) or _goes_on(candidate)):
        return "ordinal" if number.form == "ordinal" else None
    measures = _measures(sentence, number.last)
    noun = _domain(sentence, number.first, measures, candidate.memory)
    if noun is None:
        return "rank_of_nothing"
    if not is_tied(sentence, noun, candidate.memory):
        return "not_civil_society"
    if not sentence.places and "provinces" in sentence.words[: number.first]:
        return "rank_of_nothing"  # "the two provinces rank first and fourth": which, an earlier sentence says
    drafts = []
    for place in _ranked_places(candidate):
        drafts += _drafts(candidate, noun, measures, number.value, place, (number.first, number.last))
    return drafts


def _is_number_one(candidate: Candidate) -> bool:
    """ "ranked number one", "ranks No 3"."""
    sentence, at = candidate.sentence, candidate.number.first - 1
    return sentence.word(at) in ("number", "no") and sentence.ending("rank_verb", at) is not None


def _is_ranked(candidate: Candidate) -> bool:
    sentence, number = candidate.sentence, candidate.number
    if sentence.at("rank_noun", number.last) is not None or sentence.at("rank_noun", number.last + 1) is not None:
        return sentence.word(number.last) not in (",", "and", "of")
    at = number.first - 1
    while sentence.word(at) in ("the", "in", "as", "at", "number", "no", "among", "jointly", "currently"):
        at -= 1
    verb = sentence.ending("rank_verb", at + 1)
    follows = sentence.word(number.last)
    return verb is not None and not (follows.isalpha() and sentence.at("subject", number.last) is not None)


def _is_peer(candidate: Candidate) -> bool:
    """ "is the third province in terms of NGOs", "the second-largest number of charities"."""
    sentence, number = candidate.sentence, candidate.number
    at = number.last + (sentence.word(number.last) == "-")
    if sentence.word(at) in _SUPERLATIVES:
        return bool(_MEASURES & set(sentence.words[at + 1 : at + 4])) or sentence.at("peer", at + 1) is not None
    rest = sentence.words[at + 1 : at + 8]
    return sentence.at("peer", at) is not None and ("terms" in rest or "number" in rest or "by" in rest)


def _goes_on(candidate: Candidate) -> bool:
    """ "Yazd ranked second and Kerman third", "first, second and third"."""
    sentence, number = candidate.sentence, candidate.number
    ranks = [draft for draft in candidate.memory.here(sentence) if draft.kind == "rank"]
    if not ranks or number.form != "ordinal":
        return False
    if place_before(sentence, number.first) is not None or number.first - ranks[-1].last <= 2:
        return True
    return sentence.word(number.first - 1) == "and" and bool(_measures(sentence, number.last))


def _ranked_places(candidate: Candidate) -> list[PlaceMention | None]:
    """The places that share the rank, or the one at the ordinal's own turn in a row of ordinals."""
    sentence, number = candidate.sentence, candidate.number
    row = [n for n in sentence.numbers if n.form == "ordinal"]
    turn = next(index for index, n in enumerate([*row, number]) if n is number)
    before = [p for p in sentence.places if p.last <= number.first and not is_passed_by(sentence, p)]
    beside = place_before(sentence, number.first)
    if beside is not None and turn:
        return [beside]
    if not before:
        ranks = [draft for draft in candidate.memory.here(sentence) if draft.kind == "rank"]
        return [ranks[-1].place] if ranks else [_belongs(sentence, number.last)]
    verb = next(
        (hit.first for hit in sentence.cues("rank_verb", "rank_noun") if before[0].last <= hit.first), number.first
    )
    places = row_of_places(sentence, min(verb, number.first)) or before[-1:]
    if len(row) > 1 and len(places) == len(row):
        return [places[turn]]
    return list(places)


def _belongs(sentence: Sentence, index: int) -> PlaceMention | None:
    """ "third place belongs to Yazd", "the highest number is in Tehran"."""
    for place in sentence.places:
        between = sentence.words[index : place.first]
        if (
            place.first >= index
            and ({"to", "by", "in"} & set(between[-2:]))
            and {"belongs", "belong", "goes", "went", "held", "is", "are", "was"} & set(between)
        ):
            return place
    return None


def _measures(sentence: Sentence, index: int) -> list[tuple[Noun, str]]:
    """What the rank is by, behind "in terms of", "in", "by", "for": each measure with its code, else its words."""
    for at in range(index, min(index + 16, len(sentence.words))):
        for lead in _LEADS_BY:
            if tuple(sentence.words[at : at + len(lead)]) == lead:
                found = _measures_at(sentence, at + len(lead))
                if found:
                    return found
    return _measures_at(sentence, index) if sentence.word(index) in (*_MEASURES, "-", *_SUPERLATIVES) else []


def _measures_at(sentence: Sentence, index: int) -> list[tuple[Noun, str]]:
    found = []
    limit = index + 7
    for hit in sentence.of("subject"):
        if index <= hit.first < limit and hit.entry.note != "anaphor" and "," not in sentence.words[index : hit.first]:
            text = hit.code
            if sentence.words[hit.last : hit.last + 2] == ["per", "capita"]:
                text = " ".join(sentence.words[hit.first : hit.last + 2])
            found.append((Noun(hit.code, hit.first, hit.last, hit.entry.note), text))
            joined = sentence.word(hit.last) == "and"
            if not joined:
                break
            limit = hit.last + 5
    return found


def _domain(sentence: Sentence, index: int, measures: list[tuple[Noun, str]], memory: Memory) -> Noun | None:
    """The domain if it is named before ("the province's NGOs rank third"), else the measure, else what was counted."""
    before = (noun for noun in nouns_before(sentence, index, memory) if noun.tie == "own")
    own = next((measure for measure, _ in measures if measure.tie == "own"), None)
    named = next(before, None)
    if own is not None and (named is None or own.code != "member"):
        return own
    if named is not None:
        return named
    if measures:
        return measures[0][0]
    return Noun(memory.subject, index, index, "own", is_carried=True) if memory.subject else None


def _drafts(
    candidate: Candidate,
    noun: Noun,
    measures: list[tuple[Noun, str]],
    value: Decimal,
    place: PlaceMention | None,
    span: tuple[int, int],
) -> list[Draft]:
    drafts = []
    said = {noun.code for noun, _ in measures}
    counted = [other.subject for other in candidate.memory.here(candidate.sentence) if other.kind == "count"]
    measured = noun.code if not said and noun.code in counted else ""  # "with 1,400 NGOs, Tehran stands first"
    for _, text in measures or [(noun, measured)]:
        draft = drafted("en.rank", "rank", candidate, noun, "position", value=value, span=span)
        draft.rank_by, draft.place = text or None, place
        draft.scope = _scope(candidate.sentence, place)
        draft.apart = f"{text}:{place.name if place else ''}"
        drafts.append(draft)
    return drafts


def _scope(sentence: Sentence, place: PlaceMention | None) -> str:
    for scope in ("world", "country", "province"):
        if sentence.cues(f"scope_{scope}"):
            return scope
    is_local = place is not None and (place.type in ("county", "city") or place.known_as in ("county", "city"))
    return "province" if is_local and place is not None and place.type != "province" else "country"


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
    marks = _MARKS if hit.code == "top" else _SUPERLATIVES
    return next((index for index in range(hit.first, hit.last) if sentence.words[index] in marks), None)


def _top(candidate: Candidate, hit: Hit) -> list[Draft]:
    sentence, memory = candidate.sentence, candidate.memory
    places: list[PlaceMention | None] = [*row_of_places(sentence, hit.first)]
    if not places and sentence.word(hit.first - 1) in ("province", "county", "city"):
        places = [None]  # "the province topped the country"
    measures = _measures(sentence, hit.last)
    noun = _domain(sentence, hit.first, measures, memory)
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
    is_measured = bool(_MEASURES & {word.removesuffix("s") for word in sentence.words[at : at + 3]})
    if not is_measured and not (sentence.word(at - 1) == "most" and sentence.word(at - 2) == "the"):
        return []
    measures = _measures_at(sentence, at)[:2]
    noun = measures[0][0] if measures else _elided(candidate, at)
    if noun is None or noun.tie != "own":
        return []
    owner = next((i for i in range(hit.first - 1, max(-1, hit.first - 5), -1) if sentence.words[i] in _OWNS), None)
    fields = _fields(sentence, noun.last) or (_owning_field(sentence, owner) if owner is not None else [])
    if fields:
        return _of_fields(candidate, noun, fields)
    places: list[PlaceMention | None] = [*row_of_places(sentence, owner)] if owner is not None else []
    if not places and owner is not None and sentence.word(owner - 1) in ("province", "county", "city"):
        places = [None]
    if not places:
        belongs = _belongs(sentence, noun.last)
        places = [belongs] if belongs is not None else []
    return _row(candidate, noun, measures, places, noun.last) if places else []


def _elided(candidate: Candidate, at: int) -> Noun | None:
    """ "Rasht, with 122, has the highest number": of what was counted last."""
    sentence, memory = candidate.sentence, candidate.memory
    ends = sentence.word(at) == "number" and sentence.word(at + 1) in ("", ",", ";", ".", "in", "and")
    return Noun(memory.subject, at, at, "own", is_carried=True) if ends and memory.subject else None


def _of_fields(candidate: Candidate, noun: Noun, fields: list[str]) -> list[Draft]:
    """Rank 1 for each field, and the places behind it for those that the text names as "followed by"."""
    sentence, mark = candidate.sentence, (candidate.number.first, candidate.number.last)
    ranked = [(code, Decimal(1), mark) for code in fields]
    follow = next((cue for cue in sentence.cues("followed") if cue.first >= mark[1]), None)
    if follow is not None:
        later = dict.fromkeys(hit.code for hit in sentence.of("field") if hit.first >= follow.last)
        ranked += [(code, Decimal(place), (follow.first, follow.last)) for place, code in enumerate(later, 2)]
    drafts = []
    for code, value, span in ranked:
        draft = _drafts(candidate, noun, [], value, None, span)[0]
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
        drafts += _drafts(candidate, noun, measures, value, place, span)
    follow = next((cue for cue in sentence.cues("followed") if cue.first >= end), None)
    if follow is not None and len(places) == 1:
        later = [place for place in sentence.places if place.first >= follow.last][:4]
        counted = any(number.first > follow.last and number.form == "cardinal" for number in sentence.numbers)
        for index, place in enumerate(() if counted else later, 2):
            drafts += _drafts(candidate, noun, measures, Decimal(index), place, (follow.first, follow.last))
    return [replace(draft, noun=draft.noun) for draft in drafts]
