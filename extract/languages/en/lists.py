"""Counts whose noun stands elsewhere: "Ilam with 12, Kerman 30"; and which place a number of a list belongs to."""

from dataclasses import replace

from extract.languages.en.counts import ARRIVES, Outcome, counted, status_follows
from extract.languages.en.draft import Candidate, Noun
from extract.languages.en.sentence import Sentence
from extract.languages.en.subjects import carried, is_complement, is_content, noun_after, nouns_before
from extract.languages.en.vocabulary import load_vocabulary
from extract.lexicon import Hit
from extract.sentence import PlaceMention

_PLACE_JOINTS = frozenset(
    ("with", "has", "had", "have", "(", ":", "at", "-", "by", "where", "for", "'s", "just", "only")
)
_HEADING = 12  # tokens of a heading before its colon
_AFTER_MORE = frozenset(("", "by", "in", "this", "next", ",", "before", "within", "soon", "and"))
_AFTER_ELIDED = frozenset(
    [
        "",
        ",",
        "and",
        ";",
        ")",
        "(",
        "in",
        "from",
        "are",
        "were",
        "is",
        "have",
        "had",
        "has",
        "of",
        "belong",
        "work",
        "operate",
        "for",
        "or",
        "abroad",
        "overseas",
        "elsewhere",
        "by",
        "more",
        "fewer",
        "to",
        "with",
    ]
)


def count_elided(candidate: Candidate) -> Outcome:
    """ "Ilam with 12, Kerman 30 and 14 in Yazd", "of these, 120 are active": the noun stands at another number."""
    sentence, number = candidate.sentence, candidate.number
    if number.form not in ("cardinal", "vague"):
        return None
    after = sentence.word(number.last)
    at = sentence.before_bound(number.first)
    if _follows_unknown(candidate):
        return None
    heading = _heading(candidate, at) or _added(candidate, at) or _topping(candidate, at)
    if heading is not None:
        return counted("en.count.elided", candidate, heading)
    is_part = any(hit.last in (at, at - 1) for hit in sentence.cues("these"))  # "of which 310 focus on …"
    ends = after in _AFTER_ELIDED or status_follows(candidate) or sentence.at("place", number.last) is not None
    here = any(draft.kind == "count" for draft in candidate.memory.here(sentence))
    verbs, is_rest = load_vocabulary().words, is_part or sentence.ending("rest", at) is not None
    ends = ends or after in verbs["plain"] or (is_rest and after in verbs["parting"]) or (here and after.endswith("ed"))
    is_led = sentence.word(at - 1) == "with" and sentence.at("unit", number.last) is None
    ends = ends or (here and (is_led or not after.endswith("s")) and place_before(sentence, at) is not None)
    ends = ends or _is_dated_base(candidate, at)
    if not (ends or (is_part and sentence.at("unit", number.last) is None)):
        return None
    if not (_of_share(candidate, at) or _stands_in_list(candidate)):
        return None
    noun = _of_share(candidate, at) or (carried(candidate) if _opens(candidate, at) else _listed(candidate))
    return counted("en.count.elided", candidate, noun) if noun is not None else None


def _heading(candidate: Candidate, at: int) -> Noun | None:
    """The charities of "Charities in Zanjan: 96 in health, 41 in education"."""
    sentence, number, memory = candidate.sentence, candidate.number, candidate.memory
    goes_on = sentence.word(number.last) in ("in", "for", "from") and sentence.at("period", number.last) is None
    goes_on = goes_on or any(period.first == number.last for period in sentence.periods)  # "18 this year"
    if sentence.word(at - 1) != ":" or not goes_on or at > _HEADING:
        return None
    nouns = [noun for noun in nouns_before(sentence, at - 1, memory) if noun.tie == "own"]
    noun = next((noun for noun in reversed(nouns) if not is_complement(sentence, noun)), None)
    return replace(noun, is_carried=True) if noun is not None else None


def _follows_unknown(candidate: Candidate) -> bool:
    """The 520,000 of "640,000 acorns, followed by Ilam with 520,000": of a thing that nobody knows."""
    sentence, number = candidate.sentence, candidate.number
    before = [
        n for n in sentence.numbers if n.last < number.first and n.form == "cardinal" and not sentence.in_period(n)
    ]
    is_part = sentence.words[:2] == ["of", "the"] or bool(sentence.cues("followed"))
    if not before or candidate.memory.here(sentence) or not is_part:
        return False
    return sentence.word(before[-1].last).endswith("s") and is_content(sentence.word(before[-1].last))


def _topping(candidate: Candidate, at: int) -> Noun | None:
    """ "Rural cooperatives top the list with 31,000": of the kind that is on top."""
    sentence = candidate.sentence
    if sentence.word(at - 1) != "with" or candidate.memory.here(sentence):
        return None
    cue = next((hit for hit in sentence.cues("top", "make_up") if at - 7 <= hit.first and hit.last < at), None)
    is_top = cue is not None and (cue.last == at - 1 or "largest" in sentence.words[cue.last : at])
    hit = sentence.ending("subject", cue.first) if cue is not None and is_top else None
    if hit is None or hit.entry.note != "own":
        return None
    return Noun(hit.code, candidate.number.first, candidate.number.last, "own", is_carried=True)


def _added(candidate: Candidate, at: int) -> Noun | None:
    """The 200 of "it hopes to add 200 more by March", the 26 of "The other 26 rent": of what was counted before."""
    sentence, number, memory = candidate.sentence, candidate.number, candidate.memory
    if memory.here(sentence) or not memory.subject:
        return None
    words = load_vocabulary().words
    verb = sentence.word(at - 1)
    is_more = sentence.word(number.last) == "more" and sentence.word(number.last + 1) in _AFTER_MORE
    is_added = is_more and (verb in words["plain"] or verb in words["deed"] or verb == "add")
    after = sentence.word(number.last)
    is_rest = sentence.words[:at] in (["the", "other"], ["the", "remaining"]) and not after.endswith("s")
    return carried(candidate) if is_added or is_rest else None


def _of_share(candidate: Candidate, at: int) -> Noun | None:
    """The 320,000 of "half of the children, or 320,000": a share in numbers."""
    here, number = candidate.memory.here(candidate.sentence), candidate.number
    if not here or here[-1].kind != "share" or candidate.sentence.words[max(0, at - 2) : at] != [",", "or"]:
        return None
    return Noun(here[-1].subject, number.first, number.last, "own", is_carried=True)


def _stands_in_list(candidate: Candidate) -> bool:
    sentence, number = candidate.sentence, candidate.number
    at = sentence.before_bound(number.first)
    if sentence.words[max(0, at - 4) : at] == ["of", "which", "there", "are"]:
        return False
    if place_before(sentence, at) is not None or whole_before(sentence, at) is not None:
        return True
    if place_in_turn(sentence, number.first) is not None:
        return True
    if _is_part_told(candidate, at):
        return True
    these = any(
        hit.first < number.first and number.first - hit.last <= 25
        for hit in sentence.cues("these", "rest", "respectively")
    )
    here = any(draft.kind == "count" for draft in candidate.memory.here(sentence))
    place_after = sentence.word(number.last) in ("abroad", "overseas", "elsewhere") or (
        sentence.word(number.last) in ("in", "from", "to")
        and (
            any(number.last < place.first <= number.last + 5 for place in sentence.places)
            or (bool(sentence.places) and sentence.is_capital(number.last + 1))
        )
    )
    row = bool(sentence.cues("respectively")) and (here or _row_follows(candidate))
    shared = any(draft.kind == "share" for draft in candidate.memory.here(sentence))
    known = here or shared or bool(candidate.memory.subject and not sentence.of("subject"))
    if here and sentence.word(number.last) in ("", ",", "and") and any(h.last == at for h in sentence.of("subject")):
        return True  # "women's cooperatives number 312 and student cooperatives 1,100"
    if (here or candidate.memory.subject) and _opens(candidate, at):
        return True
    ends = sentence.word(number.last) in ("", ",", ";", "more")
    if here and ends and sentence.word(at - 1) in ARRIVES | {"has", "have", "now", "and"}:
        return True  # "… 14 NGOs in 2011; it now has 46", "… and 12 more have applied"
    if here and (_of_which(candidate) or _has_share(candidate)):
        return True
    if here and (
        sentence.word(at - 1) in ("another", "first", "other")
        or _goes_on(candidate, at, number.last)
        or is_base_value(sentence, at)
    ):
        return True
    return these or row or (here and place_after) or (known and _is_said_of_part(candidate))


def whole_before(sentence: Sentence, at: int) -> Hit | None:
    """The members of "of the members, 41,000 are women"."""
    hit = sentence.ending("subject", at - 1) if sentence.word(at - 1) == "," else None
    is_whole = hit is not None and sentence.word(hit.first - 2) == "of"
    if not is_whole and sentence.word(0) == "of" and sentence.word(at - 1) == ",":
        first = next(iter(sentence.of("subject")), None)  # "Of the members in Ilam, 41,000 are women"
        return first if first is not None and first.first <= 3 and first.entry.note != "anaphor" else None
    if hit is None or hit.entry.note == "anaphor":
        return None
    is_whole = sentence.word(hit.first - 2) == "of" and sentence.word(hit.first - 1) in ("the", "these", "those", "its")
    return hit if is_whole else None


def _is_part_told(candidate: Candidate, at: int) -> bool:
    """A part of a row, of a whole that was told in numbers, or of a deed that goes on; "other counties: 30"."""
    sentence = candidate.sentence
    is_label = sentence.word(at - 1) == ":" and sentence.ending("place_type", at - 1) is not None
    is_part = _is_bracketed(candidate, at) or _whole_number(candidate) is not None
    return is_label or is_part or _is_deed(candidate, at) or _row_noun(candidate) is not None


def _is_bracketed(candidate: Candidate, at: int) -> bool:
    """ "480 NGOs: health (112), culture (71) and women (40)": parts in brackets behind the field or kind."""
    sentence, number = candidate.sentence, candidate.number
    if sentence.word(at - 1) != "(" or sentence.word(number.last) != ")" or sentence.at("unit", number.last):
        return False
    here = [draft for draft in candidate.memory.here(sentence) if draft.kind == "count"]
    alike = [n for n in sentence.numbers if n is not number and sentence.word(n.last) == ")"]
    return bool(here) and (bool(alike) or sentence.ending("field", at - 1) is not None)


def _whole_number(candidate: Candidate) -> Noun | None:
    """The 35 and the 23 of "of the 58, 35 are registered and the other 23 have applied": parts of a count told."""
    sentence, number = candidate.sentence, candidate.number
    whole = next((n for n in sentence.numbers if sentence.words[max(0, n.first - 2) : n.first] == ["of", "the"]), None)
    if whole is None or whole is number or whole.first > 3 or sentence.word(whole.last) != ",":
        return None
    told = (
        draft for draft in reversed(candidate.memory.drafts) if draft.kind == "count" and draft.value == whole.value
    )
    draft = next(told, None)
    return Noun(draft.subject, number.first, number.last, "own", is_carried=True) if draft is not None else None


def _is_deed(candidate: Candidate, at: int) -> bool:
    """The 19 of "opened 214 centres and shut down 19", the 64 of "…, 64 more than a year ago"."""
    sentence, number = candidate.sentence, candidate.number
    if not any(draft.kind == "count" for draft in candidate.memory.here(sentence)):
        return False
    if sentence.word(number.last) in ("more", "fewer") and sentence.word(number.last + 1) == "than":
        return sentence.word(at - 1) == ","
    lead = at - 1 - (sentence.word(at - 1) in ("down", "up", "out", "off"))
    is_end = sentence.word(number.last) in ("", ",", ";")
    is_deed = sentence.word(lead) in load_vocabulary().words["deed"] or sentence.word(lead).endswith("ed")
    return is_end and (is_deed or lead < at - 1) and sentence.word(lead - 1) in ("and", ",", "but")


def _row_noun(candidate: Candidate) -> Noun | None:
    """The 16 of "Ardakan and Meybod recorded 16 and 11 of the new endowments": two places, two numbers."""
    sentence, number = candidate.sentence, candidate.number
    following = next((n for n in sentence.numbers if n.first == number.last + 1), None)
    if following is None or sentence.word(number.last) != "and" or number.form != following.form:
        return None
    noun = noun_after(Candidate(sentence, following, candidate.memory), following.last)
    places = [place for place in sentence.places if place.last <= number.first]
    if noun is None or len(places) < 2:
        return None
    return Noun(noun.code, number.first, number.last, noun.tie, is_carried=True)


def _of_which(candidate: Candidate) -> bool:
    """The 11 of "19 requests, 11 of which have been approved"."""
    last = candidate.number.last
    return candidate.words[last : last + 2] in (["of", "which"], ["of", "whom"])


def _has_share(candidate: Candidate) -> bool:
    """The 8,100 of "15,300 patients, 8,100 (53%) of them women"."""
    sentence, last = candidate.sentence, candidate.number.last
    inner = next((number for number in sentence.numbers if number.first == last + 1), None)
    return sentence.word(last) == "(" and inner is not None and sentence.at("unit", inner.last) is not None


def _goes_on(candidate: Candidate, at: int, last: int) -> bool:
    """ "1,100 of them are women and 350 live abroad", "…; 480 have received loans": a part and its own verb."""
    sentence, verbs = candidate.sentence, load_vocabulary().words
    word = sentence.word(last)
    is_verb = word in verbs["plain"] or word in ("are", "were", "have", "has")
    is_deed = word.endswith("ed") and word not in verbs["adjective"]
    in_field = word == "in" and bool({"field", "area", "sector"} & set(sentence.words[last + 1 : last + 4]))
    in_field = in_field or (
        word in ("in", "to", "with", "on", "for") and any(0 < hit.first - last <= 3 for hit in sentence.of("field"))
    )
    by_another = word == "by" and bool(sentence.of("register"))  # "72 are licensed by Behzisti, 61 by the police"
    joints = ("and", ",", "remaining") if by_another else ("and", ";", ",", "while")
    here = candidate.memory.here(sentence)
    dated = word == "in" and any(p.first in (last, last + 1) for p in sentence.periods) and bool(here)
    if dated and here[-1].kind == "count" and sentence.word(at - 1) in ("and", ","):
        return True  # "17,000 in 2021 and 20,000 in 2023"
    in_list = (
        word in ("in", "to", "with", "on", "for", "at") and bool(here) and here[-1].kind == "count" and here[-1].carried
    )
    return (is_verb or is_deed or in_field or by_another or in_list) and sentence.word(at - 1) in joints


def is_base_value(sentence: Sentence, at: int) -> bool:
    """ "4,120 jobs …, compared with 3,600 in the year before": the earlier value of what is counted."""
    base = sentence.ending("base", at)
    return base is not None and base.entry.surface not in ("than", "from a year")


def _is_dated_base(candidate: Candidate, at: int) -> bool:
    """The 34 of "against 34 last year"."""
    sentence, last = candidate.sentence, candidate.number.last
    return is_base_value(sentence, at) and any(period.first == last for period in sentence.periods)


def is_in_passing(sentence: Sentence, index: int) -> bool:
    """ "charities with 41,000 members are active": a number that another statement is built around."""
    at = sentence.before_bound(index)
    return sentence.word(at - 1) == "with" and place_before(sentence, at) is None and at > 1


def _opens(candidate: Candidate, at: int) -> bool:
    """ "So far, 41 have been held", "said that 900 had joined": no noun before the number, a verb right behind it."""
    sentence, number = candidate.sentence, candidate.number
    start = at if sentence.word(at - 1) == "that" and sentence.of("said") else 0
    nouns = any(start <= hit.first < number.first for hit in sentence.of("subject"))
    is_first = at - start <= 5 and not nouns
    return is_first and sentence.word(number.last) in ("have", "had", "were", "are", "has") and number.value > 1


def _row_follows(candidate: Candidate) -> bool:
    """Whether the number is one of a row: "92, 14 and 256 NGOs, respectively"."""
    number = candidate.number
    return any(other is not number and abs(other.first - number.first) <= 4 for other in candidate.sentence.numbers)


def _is_said_of_part(candidate: Candidate) -> bool:
    """ "120 are active and 30 inactive", "the other 40 were dissolved"."""
    sentence, number = candidate.sentence, candidate.number
    if status_follows(candidate):
        return True
    end = number.last + 6
    be = sentence.word(number.last) in ("are", "were", "have", "is", "has")
    return be and any(number.last <= hit.first <= end for hit in sentence.of("status"))


def place_before(sentence: Sentence, index: int) -> PlaceMention | None:
    """The place that a number of a list belongs to: "Ilam with 12", "Kerman 30", "Yazd (14)"."""
    for place in sentence.places:
        between = sentence.words[place.last : index]
        if place.last > index:
            continue
        leads_in = between[-1:] == ["with"] or between[-2:] in (["share", "of"], ["number", ","])
        is_ranked = leads_in and len(between) <= 6 and len(set(between) - load_vocabulary().words["ranked"]) <= 1
        if (
            between == [",", "with"]
            or is_ranked
            or (len(between) <= 1 and all(word in _PLACE_JOINTS for word in between))
        ):
            return place
    return None


def _listed(candidate: Candidate) -> Noun | None:
    """The noun of the list: its whole's, of a draft before, else of a later number, else a noun before, else told."""
    part = _whole_number(candidate) or _row_noun(candidate) or _whole_noun(candidate)
    return (
        part
        or _told_here(candidate)
        or _told_later(candidate)
        or _named_before(candidate)
        or _owned(candidate)
        or carried(candidate)
    )


def _whole_noun(candidate: Candidate) -> Noun | None:
    """The noun of "of the members, 41,000 are women", "19 requests, 11 of which"."""
    sentence, number = candidate.sentence, candidate.number
    hit = whole_before(sentence, sentence.before_bound(number.first))
    if hit is not None:
        return Noun(hit.code, number.first, number.last, hit.entry.note, is_carried=True)
    if not _of_which(candidate):
        return None
    nouns = nouns_before(sentence, number.first, candidate.memory)
    noun = next((n for n in nouns if sentence.word(n.first - 1) not in ("for", "of", "by", "new")), None)
    return replace(noun, is_carried=True) if noun is not None else None


def _told_here(candidate: Candidate) -> Noun | None:
    """What the sentence counted before, else what it gave a share of."""
    sentence, number = candidate.sentence, candidate.number
    drafts = candidate.memory.here(sentence)
    counts = [draft for draft in drafts if draft.kind == "count"]
    counts = [draft for draft in counts if not is_in_passing(sentence, draft.first)] or counts
    told = counts or [draft for draft in drafts if draft.kind == "share"]
    return Noun(told[-1].subject, number.first, number.last, "own", is_carried=True) if told else None


def _told_later(candidate: Candidate) -> Noun | None:
    """The noun of a later number: "11, 7 and 5 clinics"."""
    sentence, number = candidate.sentence, candidate.number
    for other in sentence.numbers:
        if other.first > number.last and other.form == "cardinal" and not sentence.in_period(other):
            noun = noun_after(Candidate(sentence, other, candidate.memory), other.last)
            if noun is not None:
                return replace(noun, is_carried=True)
    return None


def _owned(candidate: Candidate) -> Noun | None:
    """The charities of "Tabriz (230) and Marand (44) have the most charities": what a row of places has."""
    sentence, number = candidate.sentence, candidate.number
    if place_before(sentence, sentence.before_bound(number.first)) is None:
        return None
    last = max(n.last for n in sentence.numbers)
    owns = any(word in ("have", "has", "host", "hold") for word in sentence.words[last : last + 3])
    hit = next((hit for hit in sentence.of("subject") if hit.first > last and hit.entry.note == "own"), None)
    if hit is None or not owns:
        return None
    return Noun(hit.code, number.first, number.last, "own", is_carried=True)


def _named_before(candidate: Candidate) -> Noun | None:
    nouns = nouns_before(candidate.sentence, candidate.number.first, candidate.memory, reach=40)
    return next((replace(noun, is_carried=True) for noun in nouns if noun.tie == "own"), None)


def count_each(candidate: Candidate) -> Outcome:
    """ "Alborz and Buin Zahra counties each had eight", "A and B have six NGOs each": a claim for each place."""
    sentence, number = candidate.sentence, candidate.number
    if number.form != "cardinal" or not sentence.cues("each"):
        return None
    noun = noun_after(candidate, number.last) or _listed(candidate)
    end = max(number.last, noun.last if noun else 0)
    at = sentence.before_bound(number.first)
    cue = next((hit for hit in sentence.cues("each") if at - 3 <= hit.first < at or end <= hit.first <= end + 1), None)
    if cue is None or noun is None:
        return None
    places = row_of_places(sentence, min(cue.first, at))
    if len(places) < 2 and sentence.word(cue.last) == "in":  # "between 60 and 70 each in Sirjan and Jiroft"
        behind = [place for place in sentence.places if cue.last < place.first <= cue.last + 8]
        places = row_of_places(sentence, behind[-1].last) if behind else places
    if len(places) < 2:
        return None
    drafts = []
    for index, place in enumerate(places):
        draft = counted("en.count.each", candidate, noun)
        draft.place, draft.apart = place, str(index)
        drafts.append(draft)
    return drafts


def place_in_turn(sentence: Sentence, first: int) -> PlaceMention | None:
    """ "Gonbad and Gorgan, with 14 and 12 NGOs": as many places as numbers, each in a row of its own."""
    row: list[int] = []
    last = -1
    for number in sentence.numbers:
        joined = sentence.words[last : number.first] if row else []
        if row and not (joined and all(word in (",", "and") for word in joined)):
            if first in row:
                break
            row = []
        row.append(number.first)
        last = number.last
    if first not in row or len(row) < 2:
        return None
    places = row_of_places(sentence, row[0] - (sentence.word(row[0] - 1) in ("with", "have", "has")))
    return places[row.index(first)] if len(places) == len(row) else None


def row_of_places(sentence: Sentence, end: int) -> list[PlaceMention]:
    """The places joined by commas and "and" that end just before a token, a verb or two between."""
    places: list[PlaceMention] = []
    index = end
    for place in reversed(sentence.places):
        between = sentence.words[place.last : index]
        if place.last > index:
            continue
        joined = all(
            word in (",", "and", "&", "provinces", "counties", "cities", "the", "provinces") for word in between
        )
        if not (joined or (not places and len(between) <= 2)):
            break
        places.insert(0, place)
        index = place.first
    return places
