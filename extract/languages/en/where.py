"""Where the thing is that a draft counts: the place beside its number or noun, or in reach in its sentence."""

from itertools import pairwise

from extract.languages.en.draft import Draft, Memory
from extract.languages.en.lists import place_before, place_in_turn
from extract.languages.en.sentence import BREAKS, CLAUSE_SIGNS, Sentence
from extract.languages.en.vocabulary import homes_of, load_vocabulary
from extract.lexicon import Hit
from extract.model import PlaceType
from extract.sentence import PlaceMention

_COMPASS = frozenset(("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outside"))
_PLURALS = frozenset(("provinces", "counties", "cities", "towns", "villages"))
_HOME = ("province", "county", "city")
_OFFICE_REACH = 9  # tokens between the name of an office and the place that it is of


def place_of(draft: Draft, segment: tuple[int, int], memory: Memory) -> PlaceMention | None:
    """The place beside the number, in its segment, at the sentence's head; else the one that the paragraph is about."""
    sentence = draft.sentence
    places = _places_of(draft)
    respective = _respective(draft, places)
    if respective is not None:
        return respective
    beside = place_before(sentence, sentence.before_bound(draft.first))
    if beside is not None:
        return beside
    end = draft.end
    before = [place for place in places if place.last <= draft.first and not _is_parted(draft, place)]
    behind = next((p for p in places if end <= p.first and _is_within(draft, end, p.first, segment[1])), None)
    if behind is not None and before and _opens_next(sentence, behind):
        behind = None
    if behind is not None and not (before and "," in sentence.words[end : behind.first]):
        return of_row(sentence, behind)
    inside = [place for place in places if draft.noun and draft.last <= place.first and place.last <= draft.noun[0]]
    if inside:
        return inside[0]
    unknown = _unlisted(draft, end)
    if unknown is not None:
        return unknown
    if before and not _is_total(draft):
        return _of_those_before(draft, before)
    return None if places else _of_paragraph(sentence, memory)


def _places_of(draft: Draft) -> list[PlaceMention]:
    """The places in reach; beside another place the country is only the whole of a share ("4% of the country's …")."""
    sentence = draft.sentence
    places = [place for place in _with_country(draft) if not is_passed_by(sentence, place)]
    if draft.kind != "share":
        return places
    if all(place.known_as == "country" for place in places):
        return [place for place in places if not _is_whole(draft, place)]
    is_beside = sentence.word(draft.last) not in ("of", "in")  # "a third nationwide"
    return [p for p in places if p.known_as != "country" or (is_beside and p.first == draft.last)]


def _is_whole(draft: Draft, country: PlaceMention) -> bool:
    """The country of "4 percent of the country's charities": these are elsewhere."""
    words = draft.sentence.words[draft.last : country.last]
    return 0 <= country.first - draft.last <= 2 and "of" in words


def _of_those_before(draft: Draft, places: list[PlaceMention]) -> PlaceMention | None:
    """The last of the places before the number, or what the row is of that it ends."""
    rows = [place for place in places if places[-1] in _row(draft.sentence, place)[1:]]
    if rows and draft.kind != "rank" and all(p.known_as in _HOME for p in _row(draft.sentence, rows[0])):
        one = of_row(draft.sentence, rows[0])
        return one if one is not rows[0] else places[-1]
    if _is_in_all(draft.sentence, places[-1]):
        return _country(draft.sentence, places[0], places[-1])
    return places[0] if draft.kind == "share" and draft.carried else places[-1]


def _of_paragraph(sentence: Sentence, memory: Memory) -> PlaceMention | None:
    """The place that the paragraph is about, or the province named last for "the province"."""
    if memory.place is not None and memory.place[0] == sentence.line:
        return memory.place[1]
    return memory.province if sentence.cues("province") else None


def _is_parted(draft: Draft, place: PlaceMention) -> bool:
    """A dash or ", and that" between a place and a number: another statement begins."""
    sentence = draft.sentence
    words = sentence.words[place.last : draft.first]
    if any(place.last <= hit.first < draft.first for hit in sentence.of("said")):
        is_venue = sentence.word(sentence.start) in ("speaking", "addressing")  # "Speaking at a meeting in Tabriz, …"
        return "—" in words or is_venue or _is_counted(sentence, place, 1)
    return "—" in words or ("and", "that") in pairwise(words)


def _opens_next(sentence: Sentence, place: PlaceMention) -> bool:
    """ "In Yazd the figure is 900 and in Qom about 700", "… for 9 and Qom for 7": the next one's place."""
    leads = sentence.words[max(0, place.first - 2) : place.first] in (["and", "in"], [",", "in"])
    leads = leads or (sentence.word(place.first - 1) == "and" and sentence.word(place.last) == "for")
    return leads and _is_counted(sentence, place, 4)


def _is_in_all(sentence: Sentence, place: PlaceMention) -> bool:
    """ "300 to Qom and 200 to Yazd provinces, where they …": in all the places told."""
    is_plural = sentence.word(place.last - 1) in _PLURALS and place.last - place.first > 1
    return is_plural and sentence.words[place.last : place.last + 2] == [",", "where"]


def _country(sentence: Sentence, first: PlaceMention, last: PlaceMention) -> PlaceMention:
    span = sentence.span(first.first, last.last)
    return PlaceMention("Iran", first.first, last.last, "country", "country", span)


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
    row = _row(sentence, place)
    if len(row) < 2 or _is_counted(sentence, row[-1], 2):
        return place
    provinces = [other for other in row if other.known_as == "province"]
    if len(provinces) == len(row) and all(other.type in (None, "province") for other in row):
        return _country(sentence, place, row[-1])
    if any(other.known_as not in _HOME for other in row):
        return place
    if provinces:  # "Tehran, Isfahan and Tabriz": cities of several provinces; but "Khoy, West Azarbaijan"
        is_row = "and" in sentence.words[place.last : row[-1].first]
        homes = {homes_of().get(other.name.lower()) if other not in provinces else other.name for other in row}
        return _country(sentence, place, row[-1]) if is_row and len(homes) > 1 else place
    return _home(sentence, row)


def _row(sentence: Sentence, place: PlaceMention) -> list[PlaceMention]:
    """The place and those that follow it by commas and "and"."""
    row = [place]
    for other in sentence.places:
        between = sentence.words[row[-1].last : other.first]
        if other.first >= row[-1].last and between and all(word in (",", "and") for word in between):
            row.append(other)
    return row


def _home(sentence: Sentence, row: list[PlaceMention]) -> PlaceMention | None:
    """The province of several counties; where they are of several, the country."""
    homes = {homes_of().get(place.name.lower(), "") for place in row}
    if len(homes) > 1 and "" not in homes:
        return _country(sentence, row[0], row[-1])
    home = homes.pop() if len(homes) == 1 else ""
    span = sentence.span(row[0].first, row[-1].last)
    return PlaceMention(home, row[0].first, row[-1].last, "province", "province", span) if home else None


def _is_counted(sentence: Sentence, place: PlaceMention, reach: int) -> bool:
    """Whether a number of its own follows a place: "Ilam with 12"."""
    parts = (BREAKS - {"("}) | load_vocabulary().words["deed"]  # "Tabriz and Khoy sent 70 tons" counts neither
    numbers = (number for number in sentence.numbers if not sentence.in_period(number))
    return any(
        0 <= number.first - place.last <= reach and not parts & set(sentence.words[place.last : number.first])
        for number in numbers
    )


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
    if any(0 <= index - cue.last <= 2 for cue in sentence.cues("most")):
        return True  # "has 90 funds, the highest number in Iran"
    if sentence.word(index) == "iran" and (not sentence.is_capital(index) or sentence.is_capital(index + 1)):
        return True  # "Iran Daily"
    return any(hit.first - 4 <= index < hit.last for kind in ("role", "according") for hit in sentence.of(kind))


def _respective(draft: Draft, places: list[PlaceMention]) -> PlaceMention | None:
    """ "Taft, Bafq and Mehriz have 8, 13 and 21 charities, respectively": places in the order of the numbers."""
    sentence = draft.sentence
    if draft.kind == "rank":
        return None
    if not sentence.cues("respectively"):
        return place_in_turn(sentence, draft.first)
    row = _row_to(sentence, sentence.cues("respectively")[-1].first)
    named = [place for place in places if place.known_as not in ("country", "world")]
    if draft.first not in row or len(named) < len(row) or len(row) < 2:
        return None
    ahead = [place for place in named if place.last <= row[0]]
    named = ahead if len(ahead) >= len(row) else named
    return named[len(named) - len(row) + row.index(draft.first)]


def _row_to(sentence: Sentence, index: int) -> list[int]:
    """Where the numbers begin that a "respectively" closes: those that only "and" and units stand between."""
    numbers = [n for n in sentence.numbers if n.form == "cardinal" and not sentence.in_period(n) and n.last <= index]
    row = numbers[-1:]
    for number in reversed(numbers[:-1]):
        between = sentence.words[number.last : row[0].first]
        if len(between) > 6 or not {",", "and"} & set(between) or not sentence.shares_verb(number.last, row[0].first):
            break
        row.insert(0, number)
    return [number.first for number in row]


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
    ahead = next((other for other in sentence.places if other.last == place.first - 1), None)
    if before == "and" and ahead is not None and sentence.word(ahead.first - 1) in ("after", "behind"):
        return True
    if before in ("after", "than", "like", "unlike", "behind", "outside"):
        return True
    if before == "of" and sentence.word(place.first - 2) in _COMPASS:  # "40 km west of Tehran", but "the south of Fars"
        return sentence.word(place.first - 3) != "the"
    return place.known_as == "foreign" and _is_of_residents(sentence, place)


def _is_of_residents(sentence: Sentence, place: PlaceMention) -> bool:
    """ "Iranians living in Germany and Canada": where the givers are, not what they give."""
    if sentence.word(place.first - 1) == "in":
        return sentence.word(place.first - 2) in ("residing", "living", "resident", "based")
    before = next((other for other in sentence.places if other.last == place.first - 1), None)
    return before is not None and sentence.word(before.last) in (",", "and") and _is_of_residents(sentence, before)
