"""Rules for counts: the noun behind the number, or before it."""

from extract.languages.en.draft import Candidate, Draft, Noun, drafted
from extract.languages.en.sentence import BREAKS, Sentence
from extract.languages.en.subjects import carried, counted_before, is_complement, is_tied, noun_after, nouns_before
from extract.languages.en.vocabulary import load_vocabulary
from extract.model import Reason
from extract.subjects import PEOPLE

_OBLIGES = frozenset(("needs", "requires", "must", "should", "may"))
_LABEL = 8  # tokens of a label before its colon
Outcome = Draft | list[Draft] | Reason | None  # drafts, a reason to reject, or None: another rule may try
ARRIVES = frozenset(
    [
        "reached",
        "reaches",
        "reach",
        "is",
        "are",
        "was",
        "were",
        "number",
        "numbers",
        "numbered",
        "totaled",
        "totalled",
        "totals",
        "total",
        "hit",
        "equals",
        "stands",
        "stood",
        "at",
        "be",
        "being",
        "been",
        ":",
    ]
)


def count_noun_after(candidate: Candidate) -> Outcome:
    """ "210 NGOs", "360 of them", "930 of the province's 2,138 registered cooperatives"."""
    if candidate.number.form not in ("cardinal", "vague"):
        return None
    noun = noun_after(candidate, candidate.number.last)
    if noun is None:
        return None
    unfit = _unfit(candidate, noun)
    if unfit is not None:
        return unfit
    if noun.code in ("person", "employee", "beneficiary") and (named := _as_whom(candidate, noun)) is not None:
        noun = named
    if not is_tied(candidate.sentence, noun, candidate.memory):
        return "not_civil_society"
    if noun.code == "budget":  # "310 such funds" are no money
        noun = Noun("other", noun.first, noun.last, noun.tie)
    return counted("en.count.noun_after", candidate, noun)


def _unfit(candidate: Candidate, noun: Noun) -> Reason | None:
    """Why a number with its noun counts nothing: an average, a rate, a victim, a description, a population."""
    rate = candidate.sentence.at("per", noun.last)
    is_rate = rate is not None and rate.entry.surface != "for each" and not candidate.sentence.at("period", noun.last)
    if _is_average(candidate) or is_rate:  # "four sponsors per orphan"
        return "out_of_range"
    if noun.code in (*PEOPLE, "house", "application") and _harmed(candidate):
        return "casualty"
    if _is_aside(candidate, noun):
        return "dimension"
    return "not_civil_society" if noun.code == "person" and _lives_there(candidate) else None


def _as_whom(candidate: Candidate, noun: Noun) -> Noun | None:
    """ "300 people work as volunteers", "40 women are members": what the persons are."""
    sentence = candidate.sentence
    at = sentence.before_bound(candidate.number.first)
    if sentence.word(at - 1).startswith("employ"):
        return Noun("employee", noun.first, noun.last, noun.tie)
    if sentence.word(at - 2) == "of":
        return None  # "11 of its 14 managers are volunteers"
    codes = ("orphan",) if noun.code == "beneficiary" else ("volunteer", "member", "donor")
    for hit in sentence.of("subject", codes):
        before = sentence.word(hit.first - 1)
        if noun.last < hit.first <= noun.last + 6 and before in ("as", "are", "were", "became", "become"):
            return Noun(hit.code, noun.first, noun.last, "own")
    return None


def _is_aside(candidate: Candidate, noun: Noun) -> bool:
    """ "any of the 12 offices", "families with at least two disabled members": what the number only describes."""
    sentence = candidate.sentence
    at = sentence.before_bound(candidate.number.first)
    if sentence.words[max(0, at - 3) : at] in (["any", "of", "the"], ["each", "of", "the"]):
        return True
    anybody = sentence.at("subject", sentence.start + 1) if sentence.word(sentence.start) in _ANY else None
    if anybody is not None and sentence.word(anybody.last) in _OBLIGES:
        return True  # "a cooperative needs at least seven members"
    held = sentence.ending("subject", at - 1) if sentence.word(at - 1) == "with" else None
    return held is not None and held.code in PEOPLE and noun.code in PEOPLE


_ANY = frozenset(("a", "an", "every"))


def _lives_there(candidate: Candidate) -> bool:
    """The population of "Isfahan is home to nearly 5 million people"."""
    at = candidate.sentence.before_bound(candidate.number.first)
    return candidate.words[max(0, at - 2) : at] == ["home", "to"]


def _harmed(candidate: Candidate) -> bool:
    """People who died or were hurt: an accident's figures are no statement about civil society."""
    number, sentence = candidate.number, candidate.sentence
    if any(0 <= number.first - hit.last <= 18 for hit in sentence.cues("denial") if len(hit.entry.surface) > 5):
        return False  # a report of victims that is denied
    return any(-4 <= hit.first - number.first <= 8 for hit in candidate.sentence.cues("casualty"))


def count_labelled(candidate: Candidate) -> Outcome:
    """A line of a page that is a label and its number: "- active NGOs: 215"; a 1 begins an enumeration."""
    number, sentence = candidate.number, candidate.sentence
    colon = sentence.before_bound(number.first) - 1
    start = max((index + 1 for index in range(max(0, colon)) if sentence.words[index] == ";"), default=0)
    label = sentence.words[start : max(start, colon)]
    is_label = number.form == "cardinal" and sentence.word(colon) == ":" and sentence.word(number.last) in ("", ";")
    if number.value <= 1 or not is_label or not 0 < len(label) <= _LABEL or BREAKS & set(label):
        return None
    noun = next(nouns_before(sentence, colon, candidate.memory), None)
    if noun is None and any(start <= hit.first and hit.last <= colon for hit in sentence.of("status")):
        noun = carried(candidate)
    if noun is None or not is_tied(sentence, noun, candidate.memory):
        return None
    return counted("en.count.labelled", candidate, noun)


def count_noun_before(candidate: Candidate) -> Outcome:
    """ "the number of NGOs reached 340", "membership rose 22% to 1,115", "the province's NGOs number 480"."""
    number, sentence = candidate.number, candidate.sentence
    if number.form not in ("cardinal", "vague") or _is_noun_phrase(candidate):
        return None
    noun = counted_before(candidate) or _figure(candidate) or _predicated(candidate)
    if noun is None or noun.code == "budget":
        return None
    if _is_average(candidate):
        return "out_of_range"
    if _harmed(candidate):
        return "casualty"
    if not is_tied(sentence, noun, candidate.memory):
        return "not_civil_society"
    return counted("en.count.noun_before", candidate, noun)


def _is_noun_phrase(candidate: Candidate) -> bool:
    """Whether a word that is no stop stands behind the number: it counts something else."""
    word = candidate.sentence.word(candidate.number.last)
    stop = load_vocabulary().words["stop"]
    if any(period.first == candidate.number.last for period in candidate.sentence.periods):
        return False
    return word[:1].isalpha() and word not in stop and not status_follows(candidate)


def status_follows(candidate: Candidate) -> bool:
    return candidate.sentence.at("status", candidate.number.last) is not None


def _predicated(candidate: Candidate) -> Noun | None:
    sentence, number = candidate.sentence, candidate.number
    at = sentence.before_bound(number.first)
    link = sentence.word(at - 1)
    held = sentence.ending("subject", at - 1)
    if link == "of" and held is not None and sentence.word(at - 2) in ("membership", "staff"):
        return Noun(held.code, held.first, held.last, held.entry.note)  # "a combined membership of 4,700"
    is_change = link in ("to", "from", "by") and any(
        at - 12 <= hit.first < at for hit in sentence.cues("growth", "decline")
    )
    if not (
        is_change
        or link in ARRIVES
        or sentence.ending("bound_before", at)
        or (at < number.first and _exceeds(sentence, at))
    ):
        return None
    asides = {
        d.noun for d in candidate.memory.here(sentence) if "with" in sentence.words[max(0, d.first - 4) : d.first]
    }
    for noun in nouns_before(sentence, at, candidate.memory):
        is_aside = is_change and (noun.first, noun.last) in asides  # "61 NGOs with 2,700 members, up from 44"
        if not (is_complement(sentence, noun) or is_aside):
            return noun
    return None


def _figure(candidate: Candidate) -> Noun | None:
    """ "the figure stood at 310 in 2022": what was counted before."""
    sentence, number = candidate.sentence, candidate.number
    at = sentence.before_bound(number.first)
    words = sentence.words[max(0, at - 9) : at]
    said = any(
        word in ("figure", "number", "total", "tally") and words[i + 1 : i + 2] != ["of"]
        for i, word in enumerate(words)
    )
    arrives = sentence.word(at - 1) in ARRIVES | {"to"} or at < number.first
    return carried(candidate) if said and arrives and sentence.ending("number", at) is None else None


def _is_average(candidate: Candidate) -> bool:
    """ "an average of 15 members", "two sponsors on average": no number of things, but one of a day or month is."""
    near = candidate.words[max(0, candidate.number.first - 8) : candidate.number.last + 5]
    rates = ("day", "month", "year")
    start = candidate.sentence.start
    is_average = "average" in near or candidate.words[start : start + 2] == ["on", "average"]
    return is_average and not any(period.expression in rates for period in candidate.sentence.periods)


def _exceeds(sentence: Sentence, at: int) -> bool:
    return sentence.word(at).startswith(("exceed", "surpass", "topped"))


def counted(rule: str, candidate: Candidate, noun: Noun) -> Draft:
    return drafted(rule, "count", candidate, noun, "item", high=candidate.number.high)
