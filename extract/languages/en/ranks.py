"""Rules for ranks with an ordinal: "ranks third nationwide", "the second-largest number of NGOs"."""

from decimal import Decimal

from extract.languages.en.counts import Outcome
from extract.languages.en.draft import Candidate, Draft, Memory, Noun, drafted
from extract.languages.en.lists import place_before, row_of_places
from extract.languages.en.sentence import Sentence
from extract.languages.en.subjects import is_content, is_modifier, is_tied, nouns_before
from extract.languages.en.where import is_passed_by
from extract.sentence import PlaceMention

SUPERLATIVES = frozenset(("largest", "highest", "biggest", "greatest", "most"))
MEASURES = frozenset(
    ("number", "share", "rate", "amount", "volume", "concentration", "proportion", "membership", "ratio")
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


def ordinal_rank(candidate: Candidate) -> Outcome:
    """An ordinal with "place" or "ranks"; "the third province in terms of"; "the second-largest number of"."""
    sentence, number = candidate.sentence, candidate.number
    if number.form == "cardinal" and not _is_number_one(candidate):
        return None
    if number.form not in ("ordinal", "cardinal"):
        return None
    if not (_is_ranked(candidate) or _is_peer(candidate) or _goes_on(candidate)):
        return "ordinal" if number.form == "ordinal" else None
    measures = measures_of(sentence, number.last)
    by = _free_measure(sentence, number.last) if not measures else None
    made = _made(candidate)
    if made is not None:
        measures = [(made, made.code)]
    noun = domain_of(sentence, number.first, measures, candidate.memory)
    if noun is None:
        return "rank_of_nothing"
    if not is_tied(sentence, noun, candidate.memory):
        return "not_civil_society"
    if not sentence.places and "provinces" in sentence.words[: number.first]:
        return "rank_of_nothing"  # "the two provinces rank first and fourth": which, an earlier sentence says
    drafts = []
    for place in _ranked_places(candidate):
        drafts += ranked(candidate, noun, measures, number.value, place, (number.first, number.last))
    for draft in drafts:
        draft.rank_by = by or draft.rank_by
    return drafts


def _free_measure(sentence: Sentence, index: int) -> str | None:
    """The text's own words for a measure: "second in exports", "in per capita gifts … share the first"."""
    behind = _run_of(sentence, index + 1) if sentence.word(index) in ("in", "for", "by") else None
    opening = _run_of(sentence, sentence.start + 1) if sentence.word(sentence.start) in ("in", "by", "for") else None
    return behind or opening


def _run_of(sentence: Sentence, first: int) -> str | None:
    """One to three words that may be a measure, no place and no time."""
    last = first
    scopes = sentence.cues("scope_country", "scope_province", "scope_world")
    spans = [(mention.first, mention.last) for row in (sentence.places, sentence.periods, scopes) for mention in row]
    while last < first + 3 and not sentence.is_capital(last):
        if not (is_content(sentence.word(last)) or sentence.words[last : last + 2] == ["per", "capita"]):
            break
        if any(start <= last < end for start, end in spans):
            break
        last += 1
    return " ".join(sentence.words[first:last]) or None


def _made(candidate: Candidate) -> Noun | None:
    """What a place was ranked by in "raised 910 billion, making it the seventh province in this respect"."""
    sentence, number = candidate.sentence, candidate.number
    here = [draft for draft in candidate.memory.here(sentence) if draft.kind in ("amount", "count")]
    if not here or not {"making", "putting", "placing"} & set(sentence.words[here[-1].last : number.first]):
        return None
    return Noun(here[-1].subject, number.first, number.last, "own", is_carried=True)


def _is_number_one(candidate: Candidate) -> bool:
    """ "ranked number one", "ranks No 3"."""
    sentence, at = candidate.sentence, candidate.number.first - 1
    return sentence.word(at) in ("number", "no") and sentence.ending("rank_verb", at) is not None


def _is_ranked(candidate: Candidate) -> bool:
    sentence, number = candidate.sentence, candidate.number
    later = next((n for n in sentence.numbers if n.first == number.last + 1 and n.form == "ordinal"), None)
    if later is not None and sentence.word(number.first - 1) == "from" and sentence.word(number.last) == "to":
        return _is_ranked(Candidate(sentence, later, candidate.memory))  # "rose from ninth to sixth place"
    if sentence.at("rank_noun", number.last) is not None or sentence.at("rank_noun", number.last + 1) is not None:
        return sentence.word(number.last) not in (",", "and", "of")
    at = number.first - 1
    while sentence.word(at) in ("the", "in", "as", "at", "number", "no", "among", "jointly", "currently"):
        at -= 1
    verb = sentence.ending("rank_verb", at + 1)
    named = bool(sentence.places) or "province" in sentence.words[:at]
    if verb is None and sentence.word(at) in ("is", "was", "are") and named:  # "the province is third in …"
        return sentence.word(number.last) in ("in", "nationwide", "among", "nationally", "after", "by")
    follows = sentence.word(number.last)
    return verb is not None and not (follows.isalpha() and sentence.at("subject", number.last) is not None)


def _is_peer(candidate: Candidate) -> bool:
    """ "is the third province in terms of NGOs", "the second-largest number of charities"."""
    sentence, number = candidate.sentence, candidate.number
    at = number.last + (sentence.word(number.last) == "-")
    if sentence.word(at) in SUPERLATIVES:
        return bool(MEASURES & set(sentence.words[at + 1 : at + 4])) or sentence.at("peer", at + 1) is not None
    rest = sentence.words[at + 1 : at + 8]
    return sentence.at("peer", at) is not None and bool({"terms", "number", "by", "respect", "regard"} & set(rest))


def _goes_on(candidate: Candidate) -> bool:
    """ "Yazd ranked second and Kerman third", "first, second and third"."""
    sentence, number = candidate.sentence, candidate.number
    ranks = [draft for draft in candidate.memory.here(sentence) if draft.kind == "rank"]
    if not ranks or number.form != "ordinal":
        return False
    if place_before(sentence, number.first) is not None or number.first - ranks[-1].last <= 2:
        return True
    if sentence.ending("base", number.first) is not None:
        return True  # "the seventh province, up from eleventh"
    is_next = sentence.word(number.first - 1) == "and"
    return is_next and (bool(measures_of(sentence, number.last)) or sentence.word(number.last) in ("in", "for"))


def _ranked_places(candidate: Candidate) -> list[PlaceMention | None]:
    """The places that share the rank, or the one at the ordinal's own turn in a row of ordinals."""
    sentence, number = candidate.sentence, candidate.number
    row = [n for n in sentence.numbers if n.form == "ordinal"]
    cut = max((i for i in range(number.first) if sentence.words[i] == ";"), default=-1)
    row = [n for n in row if n.first > cut]
    turn = next(index for index, n in enumerate([*row, number]) if n is number)
    before = [p for p in sentence.places if p.last <= number.first and not is_passed_by(sentence, p)]
    beside = place_before(sentence, number.first)
    if beside is not None and turn:
        return [beside]
    if not before:
        ranks = [draft for draft in candidate.memory.here(sentence) if draft.kind == "rank"]
        return [ranks[-1].place] if ranks else [belonging(sentence, number.last)]
    verb = next(
        (hit.first for hit in sentence.cues("rank_verb", "rank_noun") if before[0].last <= hit.first), number.first
    )
    places = row_of_places(sentence, min(verb, number.first)) or before[-1:]
    if len(row) > 1 and len(places) == len(row):
        return [places[turn]]
    return list(places)


def belonging(sentence: Sentence, index: int) -> PlaceMention | None:
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


def measures_of(sentence: Sentence, index: int) -> list[tuple[Noun, str]]:
    """What the rank is by, behind "in terms of", "in", "by", "for": each measure with its code, else its words."""
    for at in range(index, min(index + 16, len(sentence.words))):
        for lead in _LEADS_BY:
            if tuple(sentence.words[at : at + len(lead)]) == lead:
                found = measures_at(sentence, at + len(lead))
                if found:
                    return found
    return measures_at(sentence, index) if sentence.word(index) in (*MEASURES, "-", *SUPERLATIVES) else []


def measures_at(sentence: Sentence, index: int) -> list[tuple[Noun, str]]:
    found = []
    limit = index + 7
    for hit in sentence.of("subject"):
        if any(n.form == "ordinal" and index <= n.first < hit.first for n in sentence.numbers):
            break
        if is_modifier(sentence, hit):
            continue  # the "youth" of "the activity of youth NGOs"
        if index <= hit.first < limit and hit.entry.note != "anaphor" and "," not in sentence.words[index : hit.first]:
            text = hit.code if hit.code != "other" else " ".join(sentence.words[hit.first : hit.last])
            if sentence.words[hit.last : hit.last + 2] == ["per", "capita"]:
                text = " ".join(sentence.words[hit.first : hit.last + 2])
            found.append((Noun(hit.code, hit.first, hit.last, hit.entry.note), text))
            joined = sentence.word(hit.last) == "and"
            if not joined:
                break
            limit = hit.last + 5
    return found


def domain_of(sentence: Sentence, index: int, measures: list[tuple[Noun, str]], memory: Memory) -> Noun | None:
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
    here = memory.here(sentence)
    told = memory.drafts[-1].subject if memory.drafts else ""
    code = here[-1].subject if here else memory.subject or told
    return Noun(code, index, index, "own", is_carried=True) if code else None


def ranked(
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
    ranks = [other.rank_by for other in candidate.memory.here(candidate.sentence) if other.kind == "rank"]
    measured = noun.code if not said and noun.code in counted else ""  # "with 1,400 NGOs, Tehran stands first"
    for _, text in measures or [(noun, measured or next(iter(ranks), None) or "")]:
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
