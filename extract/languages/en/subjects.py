"""Which thing a number counts: the head of the noun phrase behind it, a noun before it, or one left before."""

from collections.abc import Iterator
from itertools import pairwise

from extract.languages.en.draft import Candidate, Memory, Noun
from extract.languages.en.sentence import BREAKS, Sentence
from extract.languages.en.vocabulary import BODIES, load_vocabulary
from extract.lexicon import Hit
from extract.subjects import PEOPLE

_MODIFIERS = 5  # unknown words that may stand before the head: "120 newly established environmental NGOs"
_SHORT = frozenset(
    ("organization", "organisation", "group", "center", "centre", "house", "body", "institution", "unit", "home")
)
_DETERMINERS = frozenset(
    [
        "the",
        "these",
        "those",
        "this",
        "that",
        "its",
        "their",
        "his",
        "her",
        "our",
        "all",
        "such",
        "his",
        "a",
        "an",
        "total",
        "all",
    ]
)
_DEFINITE = frozenset(["the", "these", "those", "such", "them", "of", "its", "new", "other", "remaining"])
# Own subjects that do not tie a general one to civil society: anybody holds sessions and grants licences.
_THINGS = frozenset(("aid_package", "house", "school", "project", "clinic", "loan", "session", "training", "event"))
_WEAK = frozenset(
    ("session", "training", "event", "licence", "application", "agreement", "visit", "centre", "other", "loan")
)
_PREPOSITIONS = frozenset(("of", "in", "for", "by", "from", "to", "with", "among", "on", "at"))
_ALWAYS_ANAPHOR = frozenset(
    ["others", "unit", "organization", "organisation", "group", "body", "institution", "institute", "entity"]
)


def noun_of(hit: Hit, memory: Memory) -> Noun | None:
    """The subject that a vocabulary hit names; a stand-in ("these groups") is what was named before."""
    if hit.entry.note != "anaphor":
        return Noun(hit.code, hit.first, hit.last, hit.entry.note)
    if hit.entry.surface == "unit":
        code = memory.heads.get("unit") or ("house" if memory.subject == "house" else None)
        return Noun(code, hit.first, hit.last, "own") if code else None
    if hit.entry.surface in ("them", "these", "those", "of them", "ones", "others"):
        return Noun(memory.subject, hit.first, hit.last, "own") if memory.subject else None
    code = memory.heads.get(hit.entry.surface) or memory.body or (memory.subject if memory.subject in BODIES else "")
    return Noun(code, hit.first, hit.last, "own") if code else None


def _short_for(candidate: Candidate, hit: Hit, is_definite: bool) -> str | None:
    """What the centres of "half of the centres", "400 more houses" were called in full before."""
    sentence, memory = candidate.sentence, candidate.memory
    is_bare = hit.entry.note == "general" and sentence.at("field", hit.first - 1) is None
    code = memory.heads.get(hit.entry.surface)
    is_same = code is not None and code == memory.subject  # what was counted last
    if not is_bare or not (is_same or is_definite or sentence.word(hit.first - 1) in _DEFINITE | {"more"}):
        return None
    return code


def of_people(sentence: Sentence, code: str, memory: Memory) -> str:
    """What a code left from before is where "women" or "doctors" is said of it: the people that were named last."""
    named = [hit for hit in sentence.of("subject", PEOPLE) if hit.entry.note == "own"]
    is_human = bool(load_vocabulary().words["human"] & set(sentence.words)) and not named
    return memory.people if is_human and memory.people and code in _THINGS else code


def noun_after(candidate: Candidate, start: int) -> Noun | None:
    """The head of the noun phrase at a token, over adjectives and "of the"; None where a verb or a sign ends it."""
    sentence = candidate.sentence
    index = start
    is_of = False
    while sentence.word(index) == "of" or (
        sentence.word(index) in ("among", "out") and sentence.word(index + 1) in ("the", "of", "all")
    ):
        index, is_of = index + 1, True
    if is_of or sentence.word(start) in _DETERMINERS:
        index = _behind_genitive(candidate, index)
    return _head(candidate, index, is_of)


def _behind_genitive(candidate: Candidate, index: int) -> int:
    """Behind "the", "the province's 2,138", "their": where the noun phrase itself begins."""
    sentence = candidate.sentence
    for at in range(index, min(index + 6, len(sentence.words))):
        if sentence.words[at] == "'s":
            own = any(hit.last == at and hit.entry.note == "own" for hit in sentence.of("subject"))
            index = index if own else at + 1
            break
        if sentence.words[at] in BREAKS or sentence.words[at] in (",", "of", "and"):
            break
    while (sentence.word(index) in _DETERMINERS and not _stands_alone(sentence, index)) or sentence.word(index) in (
        "some",
        "more",
        "than",
        "nearly",
        "about",
    ):
        index += 1
    number = next((n for n in sentence.numbers if n.first == index and n is not candidate.number), None)
    return number.last if number is not None and number.form == "cardinal" else index


def _behind_next(candidate: Candidate, index: int) -> Noun | None:
    """The NGOs of "eight international and 50 national NGOs"."""
    number = next((number for number in candidate.sentence.numbers if number.first == index), None)
    if number is None or number.form != "cardinal":
        return None
    return noun_after(Candidate(candidate.sentence, number, candidate.memory), number.last)


def _stands_alone(sentence: Sentence, index: int) -> bool:
    """The "these" of "5,300 of these, …"."""
    after, words = sentence.word(index + 1), load_vocabulary().words
    is_verb = after in words["state"] or after in words["deed"] or after in words["plain"]
    return sentence.word(index) in ("these", "those") and (is_verb or not after[:1].isalpha())


def _head(candidate: Candidate, index: int, is_of: bool) -> Noun | None:
    sentence = candidate.sentence
    for at in range(index, min(index + _MODIFIERS + 1, len(sentence.words))):
        hit = sentence.at("subject", at)
        if hit is None:
            if sentence.words[at] == "and" and at > index and (shared := _behind_next(candidate, at + 1)) is not None:
                return shared
            if _ends_phrase(sentence, at, index):
                return None
        elif not is_modifier(sentence, hit):
            return None if _counts_many(candidate, hit) else _compound(candidate, hit, is_of or at > index)
    return None


def _ends_phrase(sentence: Sentence, at: int, index: int) -> bool:
    """Whether a word is no adjective before the head: a verb, a small word, a sign, a plural of something else."""
    words, word = load_vocabulary().words, sentence.words[at]
    if sentence.word(at - 1) == "-":  # "NGO-run centers"
        return False
    if word in words["plain"] or _is_foreign_plural(sentence, at, words["adjective"]):
        return True
    near = index < at < index + 3
    if word in words["stop"]:
        return not (word == "more" or (word == "and" and near))
    if word == ",":
        return not (near and sentence.at("subject", at + 1) is None)
    return not (word[0].isalpha() or word in ("-", "'s") or sentence.at("status", at))


def is_modifier(sentence: Sentence, hit: Hit) -> bool:
    """ "cooperative members", "health workshops", "women's NGOs": the noun behind it is the head."""
    if sentence.word(hit.last) == "'s":
        return True
    if sentence.word(hit.last) == "-" and sentence.word(hit.last + 1).isalpha():
        return True
    if hit.entry.note == "anaphor":
        return False
    return sentence.at("subject", hit.last) is not None and not sentence.word(hit.last - 1).endswith("s")


def _counts_many(candidate: Candidate, hit: Hit) -> bool:
    """Whether a singular noun only qualifies the plural behind it: "14,000 charity boxes", "12 NGO directors"."""
    sentence, words = candidate.sentence, load_vocabulary().words
    after = sentence.word(hit.last)
    is_noun = (
        hit.entry.surface not in ("them", "these", "those")
        and after.isalpha()
        and after.endswith("s")
        and len(after) > 3
        and after not in words["stop"]
    )
    singular = hit.entry.surface.endswith(sentence.word(hit.last - 1)) and not sentence.word(hit.last - 1).endswith("s")
    return is_noun and singular and candidate.number.value > 1 and after not in words["state"]


def _is_foreign_plural(sentence: Sentence, at: int, adjectives: frozenset[str]) -> bool:
    word = sentence.words[at]
    if not word.endswith("s") or len(word) < 4 or word.endswith(("ous", "ss", "'s")) or word in adjectives:
        return False
    return sentence.word(at + 1) != "'s" and sentence.at("status", at) is None and sentence.at("field", at) is None


def _compound(candidate: Candidate, hit: Hit, is_definite: bool) -> Noun | None:
    sentence = candidate.sentence
    surface = hit.entry.surface
    is_loose = hit.entry.note == "anaphor" and surface not in _ALWAYS_ANAPHOR and not is_definite
    if is_loose and sentence.word(hit.first - 1) not in _DEFINITE:
        return None
    if surface in ("them", "these", "those", "others"):
        code = _antecedent(candidate, surface) or _those_who(candidate, hit)
        if code:
            return Noun(code, hit.first, hit.last, "own")
        before = next(nouns_before(sentence, candidate.number.first, candidate.memory), None)
        named = candidate.memory.subject or (before.code if before is not None and before.tie == "own" else "")
        code = of_people(sentence, named, candidate.memory)
        return Noun(code, hit.first, hit.last, "own") if code else None
    short = _short_for(candidate, hit, is_definite and sentence.word(hit.first - 1) in _DETERMINERS)
    if short is not None:
        return Noun(short, hit.first, hit.last, "own")
    if hit.code == "company" and candidate.memory.body and is_definite:
        return Noun(candidate.memory.body, hit.first, hit.last, "own")
    return noun_of(hit, candidate.memory)


def _those_who(candidate: Candidate, hit: Hit) -> str:
    """The people of "94 percent of those freed", "12 of those who attended": the people counted last."""
    word = candidate.sentence.word(hit.last)
    if hit.entry.surface != "those" or not (word == "who" or word.endswith("ed")):
        return ""
    told = (d.subject for d in reversed(candidate.memory.drafts) if d.kind == "count" and d.subject in PEOPLE)
    return next(told, "person")


def _antecedent(candidate: Candidate, surface: str) -> str:
    """What the sentence counted that "of them" can point to: no aside, and no fewer than the part."""
    sentence, number = candidate.sentence, candidate.number
    here = [draft for draft in candidate.memory.here(sentence) if draft.kind == "count"]
    if here and surface != "others" and all(draft.value < number.value for draft in here):
        first = next(iter(sentence.of("subject")))  # "the women took part in 48 courses, and 1,240 of them …"
        return first.code if first.entry.note != "anaphor" else ""
    aside = [draft for draft in here if sentence.word(sentence.before_bound(draft.first) - 1) == "with"]
    told = [draft for draft in here if draft not in aside] or here
    return told[-1].subject if told else ""


def nouns_before(sentence: Sentence, index: int, memory: Memory, reach: int = 20) -> Iterator[Noun]:
    """The nouns before a token, nearest first, down to a break."""
    first = index
    while first > max(0, index - reach) and sentence.words[first - 1] not in BREAKS:
        first -= 1
    for hit in reversed(sentence.of("subject")):
        is_apart = is_modifier(sentence, hit) or is_in_name(sentence, hit) or _is_held(sentence, hit)
        if first <= hit.first and hit.last <= index and not is_apart:
            noun = noun_of(hit, memory)
            if noun is not None:
                yield noun


def _is_held(sentence: Sentence, hit: Hit) -> bool:
    """The licences of "212 NGOs hold licenses, up from 93": what is counted is who holds them."""
    return hit.code == "licence" and sentence.word(hit.first - 1) in ("hold", "holds", "held", "holding")


def is_in_name(sentence: Sentence, hit: Hit) -> bool:
    """Whether a subject only stands in the name of an authority: "the Endowments and Charity Affairs Department"."""
    if not sentence.is_capital(hit.first) or (hit.first == 0 and not sentence.is_capital(hit.last)):
        return False
    offices = load_vocabulary().words["office"]
    if any(tie.first < hit.first and hit.last <= tie.last for tie in sentence.of("tie")):
        return True
    for index in range(hit.last, min(hit.last + 6, len(sentence.words))):
        if sentence.is_capital(index) and sentence.words[index] in offices:
            return True
        if not (sentence.is_capital(index) or sentence.words[index] in ("and", "of", "for", "the")):
            return False
    return False


def is_complement(sentence: Sentence, noun: Noun) -> bool:
    """Whether a noun hangs on another: "donations to the charities", but not "the number of charities"."""
    index = noun.first - 1
    while index > noun.first - 4 and sentence.word(index) in _DETERMINERS | load_vocabulary().words["adjective"]:
        index -= 1
    if sentence.word(index) == "'s":  # "of the province's NGOs"
        index -= 3
    if sentence.word(index) not in _PREPOSITIONS:
        return False
    return sentence.ending("number", index + 1) is None and any(hit.last <= index for hit in sentence.of("subject"))


def counted_before(candidate: Candidate) -> Noun | None:
    """ "the number of NGOs in the province has reached 480": the noun of a counting word before."""
    sentence, number = candidate.sentence, candidate.number
    for cue in reversed(sentence.cues("number")):
        if not number.first - 30 <= cue.first < number.first or cue.last >= number.first:
            continue
        noun = noun_after(candidate, cue.last)
        if noun is not None and noun.last <= number.first:
            return noun
    return None


def is_content(word: str) -> bool:
    """Whether a word may be a noun or an adjective: no sign, no number, none of the small words."""
    words = load_vocabulary().words
    return word[:1].isalpha() and word not in words["stop"] and word not in words["plain"]


def is_strong(hit: Hit) -> bool:
    """Whether a subject is civil society by itself and no everyday word."""
    return hit.entry.note == "own" and hit.code not in _WEAK


def is_tied(sentence: Sentence, noun: Noun, memory: Memory) -> bool:
    """Whether a general noun belongs to civil society: sentence or headline names a body or those it serves."""
    if noun.tie == "own" or memory.is_tied or sentence.of("tie"):
        return True
    if any(draft.subject == noun.code and noun.code not in ("person", "other") for draft in memory.drafts):
        return True  # "560 of the centres", which were counted before
    if any(a == "the" and b in memory.offices for a, b in pairwise(sentence.words)):
        return True  # "the organization gave wheelchairs to 430 people"
    these = [hit for hit in sentence.of("subject") if sentence.word(hit.first - 1) in ("these", "those")]
    if any(draft.subject == hit.code for hit in these for draft in memory.drafts):
        return True  # "900 women attended these workshops"
    if any(hit.entry.note == "anaphor" and hit.entry.surface in memory.heads for hit in sentence.of("subject")):
        return True  # "the groups have built 400 houses"
    return any(is_strong(hit) for hit in sentence.of("subject"))


def carried(candidate: Candidate) -> Noun | None:
    """What was counted last: in the sentence, else before it."""
    here = [draft for draft in candidate.memory.here(candidate.sentence) if draft.kind == "count"]
    last = candidate.memory.drafts[-1].subject if candidate.memory.drafts else ""
    code = here[-1].subject if here else candidate.memory.subject or last
    code = code if here else of_people(candidate.sentence, code, candidate.memory)
    number = candidate.number
    return Noun(code, number.first, number.last, "own", is_carried=True) if code else None


def remember(sentence: Sentence, memory: Memory) -> None:
    """Keep which kind of organisation the text speaks of, so that "the firms" later are the cooperatives."""
    hits = [hit for hit in sentence.of("subject") if not is_in_name(sentence, hit)]
    ends = (hit.last - 1 for hit in sentence.of("tie") if hit.last - 1 > hit.first)
    memory.offices.update(sentence.words[at] for at in ends if sentence.is_capital(at))
    for hit in hits:
        if hit.entry.surface.endswith(" unit"):
            memory.heads["unit"] = hit.code
        if hit.entry.note != "own":
            continue
        if hit.code in BODIES:
            memory.body = hit.code
        if hit.code in PEOPLE:
            memory.people = hit.code
        head = hit.entry.surface.split()[-1]
        if " " in hit.entry.surface and head in _SHORT:
            memory.heads[head] = hit.code
    if len(hits) == 1 and hits[0].entry.note != "anaphor" and _is_answer(sentence, hits[0]):
        memory.subject = hits[0].code


def _is_answer(sentence: Sentence, hit: Hit) -> bool:
    """A sentence that is a noun and nothing else: "A: Volunteers."."""
    rest = sentence.words[: hit.first] + sentence.words[hit.last :]
    return all(word in ("a", ":", "-", "the", "by") for word in rest)
