"""Rules for parts of a whole, in percent and in fractions."""

from decimal import Decimal

from extract.languages.fa.changes import BEHIND_CHANGE, STAND_INS, change, change_cue
from extract.languages.fa.counts import Outcome
from extract.languages.fa.draft import Candidate, Draft, Noun, drafted
from extract.languages.fa.subjects import carried, is_civic, is_tied_here, noun_after, noun_of, nouns_before
from extract.languages.fa.verbs import FINITE, HARD_STOPS
from extract.subjects import PEOPLE

_OF = frozenset(("از", "این", "ان", "کل", "همه", "مجموع", "میان", "بین", "تمام", "تمامی", "همین"))

_PEOPLED = frozenset(("مردم", "جمعیت", "اهالی", "ساکنان"))


def percentage(candidate: Candidate) -> Outcome:
    """A percent is a change where growth or decline is said of it, else a share of the noun it stands with."""
    sentence, number = candidate.sentence, candidate.number
    unit = sentence.at("unit", number.last)
    if unit is None or unit.entry.note != "percent":
        return None
    if sentence.word(number.last) == "درصدی" and _lent(candidate):
        return "price"
    cue = change_cue(candidate, unit.last)
    if cue is not None:
        return change(candidate, number.value, unit.last, cue)
    return _share(candidate, number.value, unit.last, "fa.share.percent")


def _lent(candidate: Candidate) -> bool:
    """«تسهیلات ۴ درصدی»: what a loan costs."""
    loan = candidate.sentence.ending("subject", candidate.number.first)
    return loan is not None and loan.code == "loan"


def fraction(candidate: Candidate) -> Outcome:
    """«یک چهارم خیریه‌های استان», «نیمی از این تعداد»: a share where a noun or its stand-in follows."""
    sentence, number = candidate.sentence, candidate.number
    unit = sentence.at("unit", number.last)
    if number.form != "fraction" or (unit is not None and unit.entry.note == "money"):  # «یک‌دهم همت»
        return None
    grown = change_cue(candidate, number.last)
    if grown is not None and grown.first == number.last:  # «یک‌پنجم بیشتر»
        return change(candidate, number.value * 100, number.last, grown)
    following = sentence.word(number.last)
    these = sentence.at("cue", number.last)
    if (
        following not in _OF
        and sentence.at("subject", number.last) is None
        and (these is None or these.code not in ("these", "of_these"))
        and not _of_the_count(candidate)
        and "سهم" not in sentence.words[max(0, number.first - 8) : number.first]
    ):
        return "fraction_of_nothing"
    return _share(candidate, number.value * 100, number.last, "fa.share.fraction")


def _is_whole_before(draft: Draft, index: int) -> bool:
    """«از ۵۲ سمن استان نیمی …»: a count behind «از» and no verb before the fraction."""
    words = draft.sentence.words
    opened = words[draft.first - 1 : draft.first] == ["از"]
    return opened and not any(word in FINITE or word in HARD_STOPS for word in words[draft.last : index])


def _of_the_count(candidate: Candidate) -> bool:
    """«۱۳۸ سمن فعال، نیمی بدون دفتر»: a fraction right behind a count is of it."""
    sentence, number = candidate.sentence, candidate.number
    here = [draft for draft in candidate.memory.drafts if draft.sentence is sentence and draft.kind == "count"]
    counted = bool(here)
    if any(_is_whole_before(draft, number.first) for draft in here):
        return True
    bound = sentence.ending("bound_before", number.first)
    return counted and sentence.word((bound.first if bound else number.first) - 1) in (
        "،",
        "که",
        "و",
        "یعنی",
        "معادل",
        ")",
    )


def _share(candidate: Candidate, value: Decimal, last: int, rule: str) -> Outcome:
    sentence, number = candidate.sentence, candidate.number
    named = _shared(candidate, last)
    if named is None and _is_of_these_others(candidate, last):
        return "no_subject"
    noun = _pointed_at(candidate, last, named) or named
    peopled = any(word in _PEOPLED for word in sentence.words[last : last + 3])
    whole = noun.code if noun is not None else "person" if peopled else None
    predicate = _predicate(candidate, last)
    if predicate is not None and (
        noun is None or (noun.tie == "general" and noun.code in ("person", "other", "centre"))
    ):
        noun = predicate
    noun = noun or (None if _is_of_unknown(candidate, last) else _shared_before(candidate))
    if noun is None:
        return "no_subject"
    if not is_tied_here(sentence, noun, candidate.memory):
        return "not_civil_society"
    draft = drafted(rule, "share", candidate, noun, "percent", value=value, span=(number.first, last))
    if number.high is not None:
        draft.high, draft.bound = number.high * (100 if number.form == "fraction" else 1), "between"
    draft.scope = _whole_of(noun, whole, is_predicate=noun is predicate)
    if noun.is_carried and named is not None and named.code == "charity":  # «۴۰ درصد این سمن‌ها خیریه‌اند»
        draft.field = "charity"
    return draft


def _pointed_at(candidate: Candidate, last: int, named: Noun | None) -> Noun | None:
    """What was told before where the share points back to it: «نیمی از این تعداد», «۳۰ درصد آنان»."""
    sentence, number = candidate.sentence, candidate.number
    these = next(
        (hit for hit in sentence.of("cue", ("these", "of_these", "rest")) if abs(hit.first - number.first) <= 10), None
    )
    beside = these is not None and (
        (these.code == "these" and last <= these.first <= last + 2) or these.last == number.first
    )
    points = beside or _points_back(candidate, last, named) or _parts_of_people(candidate, last, named)
    listed = named is not None and named.tie != "own" and _is_list_of_shares(candidate)
    return carried(candidate) if points or listed or (named is None and these is not None) else None


def _shared_before(candidate: Candidate) -> Noun | None:
    """The whole of a share that names none: that of the list, a civic noun before, or what was just counted."""
    if _is_list_of_shares(candidate):
        told = carried(candidate)
        if told is not None:
            return told
    before = nouns_before(candidate.sentence, candidate.number.first, reach=10)
    civic = next((noun for noun in before if is_civic(noun)), None)
    return civic or (carried(candidate) if _of_the_count(candidate) else None)


def _whole_of(noun: Noun, whole: str | None, *, is_predicate: bool) -> str | None:
    """What a share is of: of what its noun counts; «۸۰ درصد مردم روستا تحت پوشش‌اند» of people."""
    if noun.surface.startswith("سهم"):  # «سهم تعاون در اقتصاد استان»
        return "economy"
    if is_predicate:
        return whole if whole != noun.code else None
    return noun.code


def _shared(candidate: Candidate, last: int) -> Noun | None:
    """The noun behind a share («۸۰ درصد از ۱۲ هزار خانوار»), or of «سهم زنان از اعضای … ۵۲ درصد است»."""
    sentence, number = candidate.sentence, candidate.number
    index = last
    while sentence.word(index) in _OF:
        index += 1
    counted = next((other for other in sentence.numbers if other.first == index), None)
    noun = noun_after(candidate, counted.last if counted else index, reach=2)
    part = next((i for i in range(max(0, number.first - 12), number.first) if sentence.word(i) == "سهم"), None)
    if noun is not None or part is None:
        return noun
    whose = sentence.at("subject", part + 1)
    if whose is not None and whose.code == "donor" and sentence.word(whose.last) == "در":
        return noun_of(whose)  # «سهم خیران در تجهیز بیمارستان‌ها»
    whole = next((i + 1 for i in range(part, number.first) if sentence.word(i) in ("از", "در")), part + 1)
    return next((noun_of(hit) for hit in sentence.of("subject") if whole <= hit.first <= whole + 1), None)


def _points_back(candidate: Candidate, last: int, noun: Noun | None) -> bool:
    """«۳۰ درصد این افراد», «نیمی از آن»: the whole was named before."""
    sentence = candidate.sentence
    if sentence.word(last) in ("شان", "ش", "انان", "انها", "انرا"):
        return True
    at = last + 1 if sentence.word(last) == "از" else last
    if sentence.word(at) not in ("این", "ان", "همین"):
        return False
    return noun is None or (noun.surface in ("فرد", "نفر") and noun.first == at + 1)


def _is_of_these_others(candidate: Candidate, last: int) -> bool:
    """«۴۵ درصد این تصادف‌ها»: a noun that no table knows; «این تعداد», «این ۴۰ نفر» and «این سمن‌ها» are known."""
    sentence = candidate.sentence
    at = last + 1 if sentence.word(last) == "از" else last
    word = sentence.word(at + 1)
    if sentence.word(at) not in ("این", "همین") or not word.isalpha() or word in STAND_INS:
        return False
    kinds = ("subject", "cue", "place", "field")
    return not any(sentence.at(kind, index) for kind in kinds for index in (last, at, at + 1))


def _is_of_unknown(candidate: Candidate, last: int) -> bool:
    """«۱۹ درصد کلاس‌ها»: right behind the share a noun in the plural that no table knows."""
    sentence = candidate.sentence
    at = last + 1 if sentence.word(last) == "از" else last
    word = sentence.word(at)
    plural = word.endswith(("ها", "های", "هایی", "ات")) or sentence.word(at + 1) in ("ها", "های", "هایی")
    known = any(sentence.at(kind, at) for kind in ("subject", "cue", "place", "field", "period", "status"))
    return plural and not known and word not in STAND_INS and word not in BEHIND_CHANGE


def _parts_of_people(candidate: Candidate, last: int, noun: Noun | None) -> bool:
    """«۵۳۰۰ داوطلب دارد؛ ۵۸ درصد زن، ۴۲ درصد مرد», «۲۲ درصد را خیران دادند»: parts of what was just counted."""
    sentence = candidate.sentence
    here = next((draft for draft in reversed(candidate.memory.drafts) if draft.sentence is sentence), None)
    if here is None:
        return False
    if sentence.word(last) == "را":
        return here.kind in ("share", "amount")
    bare = noun is not None and noun.code == "person" and noun.first == last
    return bare and here.subject in PEOPLE and here.subject != "person"


def _predicate(candidate: Candidate, last: int) -> Noun | None:
    """«۶۰ درصد بازار موقوفه است», «۳۰ درصد روستا تحت پوشش … است»: what part of a whole is said to be."""
    for hit in candidate.sentence.of("subject"):
        if (
            last <= hit.first <= last + 8
            and (hit.entry.note == "own" or bool(candidate.sentence.of("tie")))
            and hit.code in ("endowment", "beneficiary", "orphan")
        ):
            return Noun(hit.code, hit.first, hit.last, "own", surface=hit.entry.surface)
    return None


def _is_list_of_shares(candidate: Candidate) -> bool:
    return any(draft.kind == "share" and draft.sentence is candidate.sentence for draft in candidate.memory.drafts)
