"""Where the thing is that a draft counts: the place beside its number or noun, or in reach in its sentence."""

from extract.languages.en.draft import Draft, Memory
from extract.languages.en.lists import place_before, row_of_places
from extract.languages.en.sentence import BREAKS, CLAUSE_SIGNS, Sentence
from extract.lexicon import Hit
from extract.model import PlaceType
from extract.sentence import PlaceMention

_COMPASS = frozenset(("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outside"))
_OFFICE_REACH = 9  # tokens between the name of an office and the place that it is of


def place_of(draft: Draft, segment: tuple[int, int], memory: Memory) -> PlaceMention | None:
    """The place beside the number, in its segment, at the sentence's head; else the one that the paragraph is about."""
    sentence = draft.sentence
    places = [place for place in _with_country(draft) if not is_passed_by(sentence, place)]
    if draft.kind == "share" and any(place.known_as != "country" for place in places):
        places = [place for place in places if place.known_as != "country"]  # "4 percent of the country's charities"
    respective = _respective(draft, places)
    if respective is not None:
        return respective
    beside = place_before(sentence, sentence.before_bound(draft.first))
    if beside is not None:
        return beside
    end = max(draft.last, draft.noun[1] if draft.noun else 0)
    before = [place for place in places if place.last <= draft.first]
    before = [place for place in before if "—" not in sentence.words[place.last : draft.first]]
    behind = next((p for p in places if end <= p.first and _is_within(draft, end, p.first, segment[1])), None)
    if behind is not None and not (before and "," in sentence.words[end : behind.first]):
        return of_row(sentence, behind)
    inside = [place for place in places if draft.noun and draft.last <= place.first and place.last <= draft.noun[0]]
    if inside:
        return inside[0]
    unknown = _unlisted(draft, end)
    if unknown is not None:
        return unknown
    if before and not _is_total(draft):
        return before[-1] if draft.kind != "share" or not draft.carried else before[0]
    if places:
        return None
    if memory.place is not None and memory.place[0] == sentence.line:
        return memory.place[1]
    return memory.province if sentence.cues("province") else None


def _is_total(draft: Draft) -> bool:
    """The 97,000 of "East Azarbaijan accounts for 5,300 of the 97,000 cooperatives"."""
    words = draft.sentence.words[max(0, draft.first - 2) : draft.first]
    return words == ["of", "the"] and any(n.last == draft.first - 2 for n in draft.sentence.numbers)


def _unlisted(draft: Draft, index: int) -> PlaceMention | None:
    """A name that no table knows, in a list: "97 in Semnan, 88 in Newtown"."""
    sentence = draft.sentence
    first = index + 1
    if not (draft.carried and draft.kind == "count" and sentence.word(index) == "in" and sentence.is_capital(first)):
        return None
    last = first + 1 + (sentence.is_capital(first + 1))
    name = " ".join(sentence.tokens.text[first:last])
    return PlaceMention(name, first, last, None, "unlisted", sentence.span(first, last))


def of_row(sentence: Sentence, place: PlaceMention) -> PlaceMention | None:
    """The place, but of "in Tehran, Alborz and Qom provinces" the country, of several counties their province."""
    row = [place]
    for other in sentence.places:
        between = sentence.words[row[-1].last : other.first]
        if other.first >= row[-1].last and between and all(word in (",", "and") for word in between):
            row.append(other)
    if len(row) < 2 or _is_counted(sentence, row[-1]):
        return place
    if all(other.known_as == "province" and other.type in (None, "province") for other in row):
        return PlaceMention(
            "Iran", place.first, row[-1].last, "country", "country", sentence.span(place.first, row[-1].last)
        )
    return None if all(other.known_as in ("county", "city") for other in row) else place


def _is_counted(sentence: Sentence, place: PlaceMention) -> bool:
    return any(0 <= number.first - place.last <= 2 for number in sentence.numbers)


def _is_within(draft: Draft, first: int, last: int, limit: int) -> bool:
    """Whether a place behind the noun is of the segment, or only of-phrases with other numbers stand between."""
    if not _reaches(draft.sentence, first, last):
        return False
    return last < limit or not CLAUSE_SIGNS & set(draft.sentence.outside(first, last))


def _reaches(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a place behind the noun belongs to it: no sign of another statement stands between."""
    between = sentence.outside(first, last)
    if any(word in BREAKS or word in ("while", "but", "whereas") for word in between):
        return False
    return "," not in between[:-1] or len(between) <= 8


def _with_country(draft: Draft) -> list[PlaceMention]:
    """The places of a sentence with "nationwide", "in the world"; of a rank these are its scope."""
    sentence = draft.sentence
    places = [p for p in sentence.places if not (_is_office(sentence, p) or sentence.is_dateline(p))]
    if draft.kind == "rank":
        return places
    for hit in sentence.cues("country", "world"):
        if not any(place.first <= hit.first < place.last for place in places) and not _is_scope(draft, hit.first):
            places.append(whole(sentence, hit))
    return sorted(places, key=lambda place: place.first)


def whole(sentence: Sentence, hit: Hit) -> PlaceMention:
    """The country or the world as a place, where a cue speaks of it ("nationwide")."""
    name: PlaceType = "country" if hit.code == "country" else "world"
    surface = "Iran" if name == "country" else "world"
    return PlaceMention(surface, hit.first, hit.last, name, name, sentence.span(hit.first, hit.last))


def _is_scope(draft: Draft, index: int) -> bool:
    """A country behind a rank, or before a body or office ("the country's Welfare Organization")."""
    sentence = draft.sentence
    if any(number.form == "ordinal" and 0 <= index - number.last <= 3 for number in sentence.numbers):
        return True
    if any(cue.first <= index < cue.last for cue in sentence.cues("top", "most")):
        return True  # "leads the country with 214 groups"
    if sentence.word(index) == "iran" and (not sentence.is_capital(index) or sentence.is_capital(index + 1)):
        return True  # "Iran Daily"
    return any(hit.first - 4 <= index < hit.last for kind in ("role", "according") for hit in sentence.of(kind))


def _respective(draft: Draft, places: list[PlaceMention]) -> PlaceMention | None:
    """ "Taft, Bafq and Mehriz have 8, 13 and 21 charities, respectively": places in the order of the numbers."""
    sentence = draft.sentence
    if draft.kind == "rank":
        return None
    if not sentence.cues("respectively"):
        return _in_turn(draft)
    row = [n.first for n in sentence.numbers if n.form == "cardinal" and not sentence.in_period(n)]
    named = [place for place in places if place.known_as not in ("country", "world")]
    if draft.first not in row or len(named) < len(row) or len(row) < 2:
        return None
    return named[len(named) - len(row) + row.index(draft.first)]


def _in_turn(draft: Draft) -> PlaceMention | None:
    """ "Gonbad and Gorgan, with 14 and 12 NGOs": as many places as numbers, each in a row of its own."""
    sentence = draft.sentence
    row: list[int] = []
    last = -1
    for number in sentence.numbers:
        joined = sentence.words[last : number.first] if row else []
        if row and not (joined and all(word in (",", "and") for word in joined)):
            if draft.first in row:
                break
            row = []
        row.append(number.first)
        last = number.last
    if draft.first not in row or len(row) < 2:
        return None
    places = row_of_places(sentence, row[0] - (sentence.word(row[0] - 1) in ("with", "have", "has")))
    return places[row.index(draft.first)] if len(places) == len(row) else None


def _is_office(sentence: Sentence, place: PlaceMention) -> bool:
    """A place of a speaker's office: context, not where the thing is."""
    return any(_is_of_office(sentence, place, role) for role in sentence.of("role"))


def _is_of_office(sentence: Sentence, place: PlaceMention, role: Hit) -> bool:
    """ "governor of Yazd", "head of the welfare office of Yazd", "Yazd's deputy governor"."""
    if place.first >= role.last:
        between = sentence.words[role.last : place.first]
        ends = any(word in (",", "said", "that", "has", "have") or word[0].isdecimal() for word in between)
        return len(between) <= _OFFICE_REACH and not ends
    between = sentence.words[place.last : role.first]
    is_owner = not between or (between[0] == "'s" and len(between) <= 5)
    return is_owner and bool(sentence.of("said")) and not any(word[0].isdecimal() for word in between)


def is_passed_by(sentence: Sentence, place: PlaceMention) -> bool:
    """Whether a place is only passed: "from Tabriz to Chabahar" names a reach, "after Tehran" a place that is ahead."""
    before, after = sentence.word(place.first - 1), sentence.word(place.last)
    if before == "from" and after == "to":
        return any(other.first == place.last + 1 for other in sentence.places)
    if before == "to" and any(other.last == place.first - 1 for other in sentence.places):
        return True
    aside = before == "of" and sentence.word(place.first - 2) in _COMPASS  # "40 km west of Tehran"
    return aside or before in ("after", "than")
