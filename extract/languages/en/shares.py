"""Rules for shares and ratios: "67% of NGOs", "one in ten schools", "one NGO for every 3,200 people"."""

from decimal import Decimal

from extract.languages.en.changes import change, change_cue
from extract.languages.en.counts import Outcome
from extract.languages.en.draft import Candidate, Draft, Noun, drafted
from extract.languages.en.sentence import Sentence
from extract.languages.en.subjects import carried, is_complement, is_tied, noun_after, noun_of, nouns_before
from extract.languages.en.vocabulary import load_vocabulary
from extract.model import Reason
from extract.subjects import PEOPLE

_MONEY = ("budget", "donation", "grant", "loan", "endowment")


def ratio(candidate: Candidate) -> Outcome:
    """ "one NGO for every 3,200 people", "an NGO per 3,200 residents": persons to one item."""
    sentence, number = candidate.sentence, candidate.number
    if number.form != "cardinal":
        return _one_of_every(candidate)
    at = sentence.before_bound(number.first)
    words = load_vocabulary().words
    people = number.last + (sentence.word(number.last) in words["adjective"])  # "5,200 young people"
    if sentence.word(people) not in words["persons"]:
        return _ratio_elided(candidate, at)
    cue = sentence.ending("per", at)
    if cue is None and not (sentence.word(at - 1) == "every" and sentence.numbers):
        return None
    noun = next(nouns_before(sentence, at, candidate.memory, reach=10), None)
    if (
        cue is not None
        and noun is not None
        and not {"one", "a", "an", "1"} & set(sentence.words[max(0, noun.first - 4) : at])
    ):
        return "no_subject"  # "the number of cooperatives per 100,000 people"
    if noun is None or noun.tie != "own":
        ones = (n for n in sentence.numbers if n.value == 1 and n.first > number.last)
        one = next(ones, None)
        named = noun_after(Candidate(sentence, one, candidate.memory), one.last) if one else None
        noun = named or noun
    if noun is None or not is_tied(sentence, noun, candidate.memory):
        return "no_subject"
    return drafted("en.ratio.per_person", "ratio", candidate, noun, "person_per_item", high=number.high)


def _one_of_every(candidate: Candidate) -> Outcome:
    """ "one out of every 24 residents is a volunteer": persons to one."""
    sentence, number = candidate.sentence, candidate.number
    if not number.is_part or sentence.word(number.last) not in load_vocabulary().words["persons"]:
        return None
    be = next((at for at in range(number.last, number.last + 8) if sentence.word(at) == "is"), None)
    noun = noun_after(candidate, be + 1) if be is not None else None
    if noun is None or noun.tie != "own":
        return None
    span = (number.last - 1, number.last)
    return drafted(
        "en.ratio.one_of",
        "ratio",
        candidate,
        noun,
        "person_per_item",
        value=(1 / number.value).to_integral_value(),
        span=span,
    )


def _ratio_elided(candidate: Candidate, at: int) -> Outcome:
    """ "…; Yazd has one for every 6,500", "the ratio is one to 11,500": persons to what a ratio told."""
    number, sentence = candidate.number, candidate.sentence
    is_ratio = "ratio" in sentence.words[:at]
    drafts = candidate.memory.drafts if is_ratio else candidate.memory.here(sentence)
    told = next((draft for draft in reversed(drafts) if draft.kind == "ratio"), None)
    lead = sentence.words[max(0, at - 3) : at]
    is_one = bool({"one", "1"} & set(lead[-2:-1])) and lead[-1] in ("for", "per", "to")
    is_one = is_one or lead[-2:] == ["average", "is"] or lead in (["one", "for", "every"], ["one", "for", "each"])
    named = (
        next((n for n in nouns_before(sentence, at, candidate.memory) if n.tie == "own"), None) if is_ratio else None
    )
    code = named.code if named else told.subject if told else None
    if code is None or not is_one or sentence.word(number.last).endswith("s"):
        return None
    noun = Noun(code, number.first, number.last, "own", is_carried=True)
    return drafted("en.ratio.elided", "ratio", candidate, noun, "person_per_item", high=number.high)


def percentage(candidate: Candidate) -> Outcome:
    """A percent is a change where growth or decline is said of it, else a share of the noun it stands with."""
    sentence, number = candidate.sentence, candidate.number
    if number.form not in ("cardinal", "fraction"):
        return None
    at = number.last + (sentence.word(number.last) == "-")
    unit = sentence.at("unit", at)
    if unit is None and (found := _shared_percent(candidate)) is not None:
        return found
    if unit is None or unit.entry.note != "percent":
        return None
    span = (number.first, unit.last)
    cue = change_cue(candidate, unit.last)
    if cue is not None:
        is_ours = not _of_its_own(candidate, unit.last)
        return change(candidate, span, cue, number.value, number.high) if is_ours else "no_subject"
    last = candidate.memory.drafts[-1] if candidate.memory.drafts else None
    if last is not None and last.kind == "change" and sentence.cues("followed"):  # "Next came Yazd with 64 percent"
        return _next_change(candidate, last, span)
    if sentence.word(unit.last) in ("interest", "inflation", "discount", "tax", "stake"):
        return "no_subject"
    if sentence.words[max(0, number.first - 2) : number.first] == ["rate", "of"]:
        return "no_subject"  # "a recovery rate of 70%"
    if at > number.last and sentence.word(unit.last) != "share":
        return "no_subject"  # "a 3-percent quota"
    return _share(candidate, number.value, number.high, unit.last, "en.share.percent")


def _of_its_own(candidate: Candidate, last: int) -> bool:
    """ "the lake has lost 80 percent of its water": a part of what no table knows."""
    led = candidate.sentence.words[last : last + 2] in (["of", "its"], ["of", "their"])
    return led and noun_after(candidate, last + 2) is None


def _next_change(candidate: Candidate, last: Draft, span: tuple[int, int]) -> Draft:
    """A change of the place that comes next: of the same thing, in the same time and direction."""
    number = candidate.number
    noun = Noun(last.subject, number.first, number.last, "own", is_carried=True)
    value = number.value.copy_sign(last.value)
    draft = drafted("en.change.elided", "change", candidate, noun, "percent", value=value, high=number.high, span=span)
    draft.period = last.period
    return draft


def _shared_percent(candidate: Candidate) -> Outcome:
    """The 18 of "up 18 and 44 percent", the 31 of "accounted for 31 and 22 percent of the endowments"."""
    sentence, number = candidate.sentence, candidate.number
    unit = sentence.unit_of_row(number)
    if unit is None or unit.entry.note != "percent":
        return None
    cue = change_cue(candidate, number.last)
    if cue is not None:
        return change(candidate, (number.first, number.last), cue, number.value, number.high)
    found = _share(candidate, number.value, number.high, unit.last, "en.share.percent")
    if not isinstance(found, str):
        found.last = number.last
    return found


def fraction(candidate: Candidate) -> Outcome:
    """ "a third of the charities", "one in ten schools"; "up by a half" is a change."""
    number = candidate.number
    if number.form != "fraction":
        return None
    cue = change_cue(candidate, number.last)
    high = None if number.high is None else number.high * 100
    is_behind = candidate.sentence.word(number.last) in ("more", "fewer", "less")  # "a third more than in May"
    if cue is not None and (cue.last <= number.first or is_behind):
        return change(candidate, (number.first, number.last), cue, number.value * 100, high)
    following = candidate.sentence.word(number.last)
    sentence, words = candidate.sentence, load_vocabulary().words
    told = any(draft.kind == "share" for draft in candidate.memory.here(sentence))
    is_base = sentence.ending("base", sentence.before_bound(number.first)) is not None
    goes_on = told and (following in ("in", "to", "on") or is_base)
    acts = following in words["plain"] and sentence.before_bound(number.first) <= sentence.start + 1
    if not (number.is_part or goes_on or acts or following in ("of", "the", "are", "were", "have")):
        return "fraction_of_nothing"
    return _share(candidate, number.value * 100, high, number.last, "en.share.fraction")


def _share(candidate: Candidate, value: Decimal, high: Decimal | None, last: int, rule: str) -> Draft | Reason:
    sentence, memory = candidate.sentence, candidate.memory
    number = candidate.number
    noun = _of_told(candidate, last)
    if noun is None and (number.is_part or sentence.word(last) in ("of", "the")):
        noun = noun_after(candidate, last)
    noun = noun or _shared_whole(candidate, last)
    scope = noun.code if noun else None
    of_whole = None if noun else _share_of(candidate)
    if of_whole is not None:
        noun, scope = of_whole
    nouns = (n for n in nouns_before(sentence, number.first, memory) if n.code != "other")
    other = next((n for n in nouns if n.tie == "own" or not is_complement(sentence, n)), None)
    is_named = sentence.word(last) == "of" and sentence.word(last + 1) not in ("which", "whom", "them", "these", "it")
    if (noun is None or (noun.code in ("other", "budget") and not noun.is_carried)) and is_named:
        other = other if other is not None and other.code not in ("event", "session") else None
        scope = _whole(sentence, last)
        noun = _maker_up(candidate) or other or (noun if noun is not None and noun.code == "budget" else None)
        if noun is None and "total" not in (scope or "total"):
            return "no_subject"  # "90 percent of the villages"
    if noun is None and sentence.word(number.first - 1) == "(":
        noun = _bracketed(candidate)
    if noun is None:
        noun, told_scope = _of_sentence(candidate, other, last)
        scope = scope or told_scope
    if noun is None or scope in ("target", "goal", "plan"):
        return "no_subject"
    if not is_tied(sentence, noun, memory):
        return "not_civil_society"
    draft = drafted(rule, "share", candidate, noun, "percent", value=value, high=high, span=(number.first, last))
    draft.scope = scope or noun.code
    return draft


def _of_sentence(candidate: Candidate, other: Noun | None, last: int) -> tuple[Noun | None, str | None]:
    """The whole that the sentence told, and its scope: "…, of which 12 percent", "60 percent are active, 15 idle"."""
    sentence, number, memory = candidate.sentence, candidate.number, candidate.memory
    is_which = sentence.words[last : last + 2] in (["of", "which"], ["of", "whom"], ["of", "it"])
    here = list(reversed(memory.here(sentence)))
    kinds = ("share", "count", "amount") if is_which else ("share", "count")
    previous = next((d for d in here if d.kind in kinds), None) or next((d for d in here if d.kind == "amount"), None)
    beside = sentence.ending("subject", sentence.before_bound(number.first) - 1) if is_which else None
    if beside is not None and previous is None:  # "the sponsors, 48 percent of whom are women"
        noun = noun_of(beside, memory)
        return noun, noun.code if noun else None
    if is_which and not _is_antecedent(sentence, previous, number.first):
        return None, None
    noun = _stands_with(candidate, previous) or (None if previous else other) or _of_earlier(candidate)
    return noun, previous.scope if previous and previous.kind == "share" else noun.code if noun else None


def _of_told(candidate: Candidate, last: int) -> Noun | None:
    """What "620,000, or 3% of the young" counts; the money of "40% of the sum", "of the money, 28 percent went to"."""
    sentence, number, memory = candidate.sentence, candidate.number, candidate.memory
    here = memory.here(sentence)
    if here and here[-1].kind == "count" and sentence.word(sentence.before_bound(number.first) - 1) == "or":
        return Noun(here[-1].subject, number.first, number.last, "own", is_carried=True)
    sums = load_vocabulary().words["sum"]
    behind = sentence.words[last : last + 3]
    is_behind = behind[:1] == ["of"] and (behind[1:2] == ["it"] or (behind[1:2] == ["the"] and behind[2] in sums))
    opens = sentence.words[:2] == ["of", "the"] and sentence.word(2) in sums
    if not (is_behind or opens or _has_moved(candidate, last)):
        return None
    told = memory.drafts[-1] if behind[1:2] == ["it"] and memory.drafts else None
    if told is None:
        told = next((draft for draft in reversed(memory.drafts) if draft.kind == "amount"), None)
    if told is None or told.kind != "amount":
        return None
    return Noun(told.subject, number.first, number.last, "own", is_carried=True)


def _has_moved(candidate: Candidate, last: int) -> bool:
    """ "Roughly 60 percent came from Tehran": what comes and goes is money."""
    sentence, number = candidate.sentence, candidate.number
    opens = sentence.before_bound(number.first) <= sentence.start
    moved = sentence.word(last) in load_vocabulary().words["moved"] and sentence.word(last + 1) in ("from", "to", "on")
    return opens and moved and not sentence.of("subject", PEOPLE)


def _bracketed(candidate: Candidate) -> Noun | None:
    """The whole of "the money came from donors (19%)", of "women (38%)": the money named, else what was told last."""
    sentence, number, memory = candidate.sentence, candidate.number, candidate.memory
    told = [draft for draft in memory.here(sentence) if draft.kind in ("count", "amount", "share")]
    before = sentence.words[: number.first]
    if told:
        return Noun(told[-1].subject, number.first, number.last, "own", is_carried=True)
    if "from" not in before or not load_vocabulary().words["deed"] & set(before):
        return None
    money = next((hit for hit in sentence.of("subject", _MONEY) if hit.last <= number.first), None)
    last = next((draft.subject for draft in reversed(memory.drafts) if draft.kind == "amount"), "budget")
    return Noun(money.code if money else last, number.first, number.last, "own", is_carried=True)


def _is_antecedent(sentence: Sentence, draft: Draft | None, index: int) -> bool:
    """Whether a draft's is the last number before "96 percent of whom"."""
    before = [
        n.first for n in sentence.numbers if n.first < index and not sentence.in_period(n) and n.form == "cardinal"
    ]
    return draft is not None and (not before or draft.first <= before[-1] < draft.last)


def _shared_whole(candidate: Candidate, last: int) -> Noun | None:
    """The classes of "62% and 21% of the classes"."""
    sentence = candidate.sentence
    numbers = {number.first: number for number in sentence.numbers}
    end = last
    while sentence.word(end) in ("and", ",") and (following := numbers.get(end + 1)) is not None:
        unit = sentence.at("unit", following.last)
        end = unit.last if unit is not None else following.last
    return noun_after(candidate, end) if end > last and sentence.word(end) == "of" else None


def _of_earlier(candidate: Candidate) -> Noun | None:
    """A whole of an earlier sentence: only where the percent opens its own, or "of them" points back."""
    sentence, number = candidate.sentence, candidate.number
    start = max((hit.last for hit in sentence.of("said") if hit.last <= number.first), default=0)
    words = load_vocabulary().words
    opens = all(word in words["stop"] or word in words["adjective"] for word in sentence.words[start : number.first])
    back = any("total" not in hit.entry.surface for hit in sentence.cues("these"))
    last = candidate.memory.drafts[-1] if candidate.memory.drafts else None
    if opens and not back and last is not None and last.sentence.line == sentence.line:
        return Noun(last.subject, number.first, number.last, "own", is_carried=True)  # what the paragraph told last
    return carried(candidate) if (opens and sentence.word(start) != "it") or back else None


def _share_of(candidate: Candidate) -> tuple[Noun, str | None] | None:
    """ "the share of cooperatives in the economy is 5 percent": the part and the text's word for the whole."""
    sentence, number = candidate.sentence, candidate.number
    owned = next((i for i in range(max(0, number.first - 6), number.first - 1) if sentence.words[i] == "'s"), None)
    if owned is not None and sentence.word(owned + 1) == "share":  # "the donors' share was 35 percent"
        owner = sentence.ending("subject", owned)
        code = "donation" if owner is not None and owner.code == "donor" else owner.code if owner else None
        return (Noun(code, owned - 1, owned, "own"), None) if code else None
    for at in range(number.first - 2, max(-1, number.first - 20), -1):
        if sentence.words[at : at + 2] == ["share", "of"]:
            noun = noun_after(candidate, at + 2)
            if noun is None or noun.last > number.first:
                return None
            if noun.code == "other":  # "the sector's share of GDP"
                part = carried(candidate)
                return (part, " ".join(sentence.tokens.text[noun.first : noun.last])) if part else None
            whole = noun_after(candidate, noun.last + 1) if sentence.word(noun.last) == "in" else None
            if whole is not None and whole.code != "other":  # "the share of women in the membership"
                return (whole if noun.code == "person" else noun), whole.code
            return noun, _whole(sentence, noun.last) if sentence.word(noun.last) == "in" else noun.code
    return None


def _maker_up(candidate: Candidate) -> Noun | None:
    """ "Cooperatives employ a million people and account for 5 percent of the economy": the sentence's own subject."""
    sentence, number = candidate.sentence, candidate.number
    if not any(0 <= sentence.before_bound(number.first) - hit.last <= 2 for hit in sentence.cues("make_up")):
        return None
    said = max((hit.last for hit in sentence.of("said") if hit.last < number.first), default=0)
    which = next((i for i in range(max(0, number.first - 5), number.first) if sentence.words[i] == "which"), None)
    if which is not None:  # "members of cooperatives in Iran, which account for 7%"
        return next(nouns_before(sentence, which, candidate.memory), None)
    nouns = [noun for noun in nouns_before(sentence, number.first, candidate.memory, reach=40) if noun.first >= said]
    return next((noun for noun in reversed(nouns) if not is_complement(sentence, noun)), None)


def _stands_with(candidate: Candidate, previous: Draft | None) -> Noun | None:
    """ "930 of the 2,138 cooperatives, or 43%", "60 percent are active and 15 percent idle"."""
    if previous is None:
        return None
    number = candidate.number
    return Noun(previous.subject, number.first, number.last, "own", is_carried=True)


def _whole(sentence: Sentence, last: int) -> str | None:
    """The text's own words for a whole that the vocabulary does not know."""
    first = last + 1
    owner = next((at for at in range(first, first + 4) if sentence.word(at) == "'s"), None)
    first = first if owner is None else owner + 1  # "the province's population"
    skipped = ("the", "its", "all", "total", "their", "this", "that", "country", "'s")
    while sentence.word(first) in skipped or sentence.word(first)[:1].isdecimal():
        first += 1
    end = first
    while (
        end < min(first + 5, len(sentence.words))
        and sentence.word(end)[0].isalpha()
        and sentence.word(end) not in load_vocabulary().words["state"]
        and not (_ends_whole(sentence.word(end)) and not _costs(sentence, first, end))
    ):
        end += 1
    return " ".join(sentence.tokens.text[first:end]) or None


def _costs(sentence: Sentence, first: int, at: int) -> bool:
    """The "of" of "the cost of school construction"."""
    return at == first + 1 and sentence.word(at) == "of" and sentence.word(first) in ("cost", "costs", "price", "value")


def _ends_whole(word: str) -> bool:
    return word in (
        "in",
        "of",
        "and",
        "by",
        "are",
        "is",
        "was",
        "were",
        "for",
        "to",
        "at",
        "on",
        "which",
        "that",
        "has",
        "have",
    )
