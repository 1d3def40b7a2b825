"""Rules for changes: "rose 15 percent", "a 20-percent decline", "tripled", "2.5-fold"."""

from decimal import Decimal

from extract.languages.en.counts import Outcome
from extract.languages.en.draft import Candidate, Draft, Noun, drafted
from extract.languages.en.sentence import BREAKS
from extract.languages.en.subjects import carried, is_complement, is_tied, noun_after, nouns_before
from extract.lexicon import Hit

_CUE_REACH = 3
_MAY_INTERVENE = frozenset(
    [
        "by",
        "a",
        "an",
        "of",
        "the",
        "some",
        "about",
        "around",
        "nearly",
        "over",
        "more",
        "than",
        "almost",
        "roughly",
        "-",
        "sharp",
        "further",
        "as",
        "much",
        "in",
    ]
)


def factor(candidate: Candidate) -> Outcome:
    """ "tripled", "grew 2.5-fold", "three times as many"."""
    sentence, number = candidate.sentence, candidate.number
    at = number.last + (sentence.word(number.last) == "-")
    unit = sentence.at("unit", at) or sentence.at("unit", number.last)
    span = (number.first, number.last)
    if number.form == "multiple":
        if number.value < 1:
            return change(candidate, span, None, Decimal(-50), None)
    elif unit is None or unit.entry.note != "factor" or number.form != "cardinal":
        return None
    else:
        span = (number.first, unit.last)
        if sentence.word(unit.first) == "times" and not _is_multiple(candidate, unit):
            return None
    noun = _changed(candidate, span)
    if noun is None:
        return "no_subject"
    if not is_tied(sentence, noun, candidate.memory):
        return "not_civil_society"
    return drafted("en.change.factor", "change", candidate, noun, "factor", high=number.high, span=span)


def _is_multiple(candidate: Candidate, unit: Hit) -> bool:
    """ "three times as many", "grew three times"; "met three times" counts meetings."""
    sentence = candidate.sentence
    after = sentence.word(unit.last) in ("as", "more", "higher", "that", "the", "larger", "greater")
    cues = sentence.cues("growth", "decline")
    return after or any(0 <= candidate.number.first - hit.last <= 2 for hit in cues)


def change_cue(candidate: Candidate, last: int) -> Hit | None:
    """The word of growth or decline that belongs to a number: just before it, or soon behind."""
    sentence, number = candidate.sentence, candidate.number
    first = sentence.before_bound(number.first)
    is_row = bool(sentence.cues("respectively"))
    for hit in sentence.cues("growth", "decline"):
        if any(other.first <= hit.first < other.last for other in sentence.cues("make_up")):
            continue
        if number.first < hit.first < last or (first <= hit.first < number.first):
            continue
        before = hit.last <= number.first and first - hit.last <= _CUE_REACH
        if before and all(_may_intervene(word, is_row) for word in sentence.words[hit.last : first]):
            return hit
        if last <= hit.first <= last + 2 and all(word in _MAY_INTERVENE for word in sentence.words[last : hit.first]):
            return hit if sentence.word(last) != "of" else None
    return None


def _may_intervene(word: str, is_row: bool) -> bool:
    """Whether a word may stand between "up" and its number; in a row ("up 18 and 44 percent") another number may."""
    return word in _MAY_INTERVENE or (is_row and (word == "and" or word[0].isdecimal()))


def change(
    candidate: Candidate, span: tuple[int, int], cue: Hit | None, value: Decimal, high: Decimal | None
) -> Outcome:
    noun = _changed(candidate, (min(span[0], cue.first), max(span[1], cue.last)) if cue else span)
    if noun is None:
        return "no_subject"
    if not is_tied(candidate.sentence, noun, candidate.memory):
        return "not_civil_society"
    sign = -1 if cue is not None and cue.code == "decline" else 1
    draft = drafted("en.change.percent", "change", candidate, noun, "percent", value=value * sign, span=span)
    if high is not None:  # of a decline the larger figure is the lower end
        draft.value, draft.high = sorted((value * sign, high * sign))
        draft.bound = "between"
    return draft


def _of_drafts(candidate: Candidate, here: list[Draft]) -> Noun:
    """What the sentence told: of "90 billion for 12 projects, up by a half" the money."""
    told = [draft for draft in here if draft.kind == "amount"] or here
    return Noun(told[-1].subject, candidate.number.first, candidate.number.last, "own", is_carried=True)


def _changed(candidate: Candidate, span: tuple[int, int]) -> Noun | None:
    """What grew: the noun behind "in", else the nearest noun before in the clause, else what was counted last."""
    sentence, memory = candidate.sentence, candidate.memory
    at = span[1]
    if sentence.word(at) in ("in", "of", "more", "fewer", "as") or sentence.words[at : at + 2] == ["the", "number"]:
        at += 1
        while sentence.word(at) in ("the", "number", "of", "total", "many", "their", "its"):
            at += 1
        after = noun_after(candidate, at)
        if after is not None and after.code != "other":
            return after
    here = [draft for draft in memory.here(sentence) if draft.kind in ("count", "amount", "share")]
    first = max([0, *(draft.last for draft in here)])
    at = sentence.before_bound(span[0]) - 1
    if here and sentence.word(at - (sentence.word(at) in ("a", "an"))) == ",":
        return _of_drafts(candidate, here)
    said = max((hit.last for hit in sentence.of("said") if hit.last <= span[0]), default=0)
    nouns = [noun for noun in nouns_before(sentence, span[0], memory) if noun.first >= said]
    for noun in nouns:
        is_apart = any(word in BREAKS for word in sentence.words[noun.last : span[0]])
        is_other = is_complement(sentence, noun) or sentence.word(noun.first - 1) in ("among", "by", "than")
        if noun.first >= first and not is_apart and not is_other:
            return noun
    if here:
        return _of_drafts(candidate, here)
    return next(iter(nouns), None) or carried(candidate)
