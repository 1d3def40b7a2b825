"""Status, field of activity and register of a claim."""

from extract.languages.en.draft import Draft, Memory
from extract.languages.en.lists import is_in_passing
from extract.languages.en.sentence import CLAUSE_SIGNS, Sentence
from extract.languages.en.vocabulary import load_vocabulary
from extract.lexicon import Hit
from extract.subjects import ORGANISED, PEOPLE

_FIELDED = ORGANISED | {"centre", "training", "session"}
_OWN_FIELD = {"training": "education"}  # what a subject is of by itself
_PART_JOINTS = frozenset(("in", "to", "on", "for", "with", "protect"))
_FIELD_WORDS = frozenset(("field", "fields", "area", "areas", "sector", "sphere"))
_DOES = frozenset(
    (
        "active",
        "focus",
        "work",
        "working",
        "operate",
        "operating",
        "engaged",
        "focused",
        "specialize",
        "deal",
        "devoted",
        "dealing",
    )
)


def status_of(draft: Draft, segment: tuple[int, int], memory: Memory) -> str | None:
    """What the text says of the things counted, or of what they are a part of."""
    if draft.kind in ("rank", "ratio", "measure", "amount"):
        return None
    return _said_status(draft, segment, memory) or _of_number(draft) or _inherited(draft, memory)


def _said_status(draft: Draft, segment: tuple[int, int], memory: Memory) -> str | None:
    """The adjective before the noun, else the predicate behind, else a verb close before the number."""
    sentence = draft.sentence
    hits = [hit for hit in sentence.of("status") if hit.code != "covered" or draft.subject in PEOPLE]
    own = _own_status(draft, hits)
    if own is not None:
        return own
    end = draft.end
    behind = next((hit for hit in hits if end <= hit.first and not _is_attribute(sentence, hit)), None)
    if behind is not None and not is_in_passing(sentence, draft.first):
        is_own = behind.first < segment[1] and _is_predicate(sentence, end, behind)
        if is_own or _is_shared(sentence, end, behind.first):
            return behind.code
    if draft.carried and sentence.word(draft.last) == "by" and memory.here(sentence):
        return memory.here(sentence)[-1].status  # "72 are licensed by Behzisti, 61 by the police"
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


def _inherited(draft: Draft, memory: Memory) -> str | None:
    """The status of what a part, a further number of a list or an earlier value goes on with."""
    here = memory.here(draft.sentence)
    told = next((d for d in reversed(here) if d.kind in ("count", "share") and d.subject == draft.subject), None)
    words = draft.sentence.words[draft.last : draft.last + 2]
    is_said = draft.kind == "count" and words[:1] in (["are"], ["were"], ["is"], ["have"], ["has"])
    if is_said and words[1:] and words[1] not in load_vocabulary().words["placed"]:
        return None  # "95 are waiting" says its own
    return told.status if told is not None and (draft.carried or draft.kind == "share") else None


def _of_number(draft: Draft) -> str | None:
    """ "the number of active cooperatives stands at 5,240": the adjective before a noun that stands before."""
    if draft.noun is None or draft.noun[1] > draft.first:
        return None
    hit = draft.sentence.ending("status", draft.noun[0])
    return hit.code if hit is not None else None


def _is_attribute(sentence: Sentence, hit: Hit) -> bool:
    """The "active" of "30,000 active donors", "an active civil society"."""
    return sentence.at("subject", hit.last) is not None or sentence.word(hit.first - 1) in ("a", "an", "the", "their")


def _is_shared(sentence: Sentence, first: int, last: int) -> bool:
    """ "6,400 orphans and 11,300 families are covered": the predicate is of both."""
    behind = sentence.at("status", last)
    if behind is not None and any(behind.last <= number.first <= behind.last + 1 for number in sentence.numbers):
        return False  # "opened 31 centres and closed down 6"
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


def field_of(draft: Draft, segment: tuple[int, int]) -> str | None:
    """The field before the noun ("environmental NGOs"), or of "in the field of …", "active in …" behind it."""
    if draft.subject not in _FIELDED or draft.kind == "rank":
        return None
    sentence = draft.sentence
    fields = sentence.of("field")
    last = draft.noun[1] if draft.noun else draft.last
    if draft.noun is None:  # "22% in health": a part says its field at once
        near = (hit for hit in fields if hit.first - last in (1, 2) and sentence.word(last) in _PART_JOINTS)
        part = next(near, None)
        if part is not None:
            return part.code
    bracketed = _bracketed(draft)
    if bracketed is not None:
        return bracketed.code  # "health (112)"
    for hit in fields:
        is_own = (hit.first, hit.last) == draft.noun or hit.code in (
            "relief",
            draft.subject,
            _OWN_FIELD.get(draft.subject),
        )
        is_before = draft.last <= hit.first and hit.last <= last
        inside = draft.noun is not None and draft.noun[0] <= hit.first and hit.last < draft.noun[1]
        if not is_own and (is_before or inside or _is_attached(draft, hit)):
            return hit.code
    for hit in fields:
        if last <= hit.first < segment[1] and hit.first - last <= 12:
            lead = sentence.words[max(last, hit.first - 3) : hit.first]
            does = _DOES & set(sentence.words[last : hit.first])
            if _FIELD_WORDS & set(lead) or ((set(lead[-2:]) & _PART_JOINTS) and does):
                return hit.code
    return None


def _bracketed(draft: Draft) -> Hit | None:
    """The field of "health (112)", of "environmental NGOs (35)"."""
    sentence, at = draft.sentence, draft.first - 1
    if sentence.word(at) != "(":
        return None
    beside = sentence.ending("subject", at)
    return sentence.ending("field", at) or (sentence.ending("field", beside.first) if beside is not None else None)


def _is_attached(draft: Draft, hit: Hit) -> bool:
    """ "rural women's cooperatives number 312": the field right before a noun that stands before its number."""
    at = draft.sentence.before_bound(draft.first)
    beside = draft.sentence.ending("subject", at)
    noun = draft.noun[0] if draft.noun else beside.first if beside else draft.first
    if noun >= draft.first:
        return False
    return hit.last == noun or (hit.last == noun - 1 and draft.sentence.word(hit.last) == "'s")


def register_of(draft: Draft) -> str | None:
    beside = draft.sentence.ending("register", draft.first - 1)
    if beside is not None and draft.sentence.word(draft.first - 1) == "(":
        return beside.code  # "Behzisti (3,100)"
    if draft.status not in ("licensed", "registered") and draft.subject != "licence":
        return None
    sentence = draft.sentence
    for hit in sentence.of("register"):
        before = sentence.words[max(0, hit.first - 3) : hit.first]
        if 0 <= hit.first - draft.last <= 14 and {"by", "from", "with", "at"} & set(before):
            return hit.code
    return None
