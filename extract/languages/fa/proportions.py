"""Rules for shares, changes and ratios: «۶۷ درصد از سمن‌ها», «۱۴ درصد رشد», «هر ۴۵۰۰ نفر یک سمن»."""

from decimal import Decimal

from extract.languages.fa.counts import Outcome
from extract.languages.fa.draft import Candidate, Draft, Noun, drafted
from extract.languages.fa.sentence import Sentence
from extract.languages.fa.subjects import is_civic, is_tied, is_tied_here, noun_after, noun_of, nouns_before
from extract.languages.fa.verbs import FINITE, HARD_STOPS, PAST, STATE
from extract.lexicon import Hit
from extract.subjects import PEOPLE

_OF = frozenset(("از", "این", "ان", "کل", "همه", "مجموع", "میان", "بین", "تمام", "تمامی", "همین"))
_PEOPLED = frozenset(("مردم", "جمعیت", "اهالی", "ساکنان"))
_CHANGE_REACH = 4
_CHANGED_REACH = 18


def ratio(candidate: Candidate) -> Outcome:
    """«به ازای هر ۴۱۰۰ نفر یک سمن», «یک انجمن برای هر ۴۱۰۰ نفر»: persons to one item."""
    sentence, number = candidate.sentence, candidate.number
    if number.form != "cardinal" or not _inhabitants(candidate):
        return None
    before = number.first
    bound = sentence.ending("bound_before", before)
    if bound is not None:
        before = bound.first
    cue = sentence.ending("cue", before)
    listed = _listed_ratio(candidate)
    if listed is not None:
        return drafted("fa.ratio.listed", "ratio", candidate, listed, "person_per_item")
    one = _one_of(candidate)
    is_for = sentence.word(before - 1) == "برای" and one is not None and one.last <= before  # «یک سمن برای ۴۵۰۰ نفر»
    if is_for and one is not None and is_tied(sentence, one, candidate.memory):
        return drafted("fa.ratio.per_person", "ratio", candidate, one, "person_per_item", high=number.high)
    if cue is None or cue.code not in ("per", "every", "per_person"):
        return None
    if one is None and cue.code == "every":
        return None
    noun = one or next(iter(nouns_before(sentence, cue.first)), None)
    if noun is None or noun.tie != "own":
        noun = noun_after(candidate, number.last + 1, reach=3)
    if noun is None or not is_tied(sentence, noun, candidate.memory):
        return "no_subject"
    return drafted("fa.ratio.per_person", "ratio", candidate, noun, "person_per_item", high=number.high)


def _inhabitants(candidate: Candidate) -> bool:
    """«هر ۴۱۰۰ نفر», «هر ۴۱۰۰ شهروند», «هر ۴۱۰۰ کردستانی یک سمن»."""
    word = candidate.sentence.word(candidate.number.last)
    last = candidate.number.last
    demonym = any(candidate.sentence.words[i : i + 1] == ["یک"] for i in (last + 1, last + 2)) and word != "یک"
    return word in ("نفر", "تن", "شهروند", "ایرانی") or demonym


def _listed_ratio(candidate: Candidate) -> Noun | None:
    """«یک سمن برای هر ۵ هزار نفر است و این نسبت در ری و قدس ۳ و ۴ هزار نفر»: a ratio said again for other places."""
    sentence = candidate.sentence
    last = next((draft for draft in reversed(candidate.memory.drafts) if draft.sentence is sentence), None)
    if last is None or last.kind != "ratio" or noun_after(candidate, candidate.number.last + 1, reach=1) is not None:
        return None
    return Noun(
        last.subject, candidate.number.first, candidate.number.last, "own", is_carried=True, surface=last.surface
    )


def _one_of(candidate: Candidate) -> Noun | None:
    """The noun of «یک سمن» beside the «هر … نفر»."""
    sentence, number = candidate.sentence, candidate.number
    for other in sentence.numbers:
        if other.value == 1 and abs(other.first - number.last) <= 8:
            noun = noun_after(Candidate(sentence, other, candidate.memory), other.last, reach=2)
            if noun is not None:
                return noun
    return None


def percentage(candidate: Candidate) -> Outcome:
    """A percent is a change where growth or decline is said of it, else a share of the noun it stands with."""
    sentence, number = candidate.sentence, candidate.number
    unit = sentence.at("unit", number.last)
    if unit is None or unit.entry.note != "percent":
        return None
    if sentence.word(number.last) == "درصدی" and _lent(candidate):
        return "price"
    cue = _change_cue(candidate, unit.last)
    if cue is not None:
        return _change(candidate, number.value, unit.last, cue)
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
    grown = _change_cue(candidate, number.last)
    if grown is not None and grown.first == number.last:  # «یک‌پنجم بیشتر»
        return _change(candidate, number.value * 100, number.last, grown)
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
    return _carried(candidate) if points or listed or (named is None and these is not None) else None


def _shared_before(candidate: Candidate) -> Noun | None:
    """The whole of a share that names none: that of the list, a civic noun before, or what was just counted."""
    if _is_list_of_shares(candidate):
        carried = _carried(candidate)
        if carried is not None:
            return carried
    before = nouns_before(candidate.sentence, candidate.number.first, reach=10)
    civic = next((noun for noun in before if is_civic(noun)), None)
    return civic or (_carried(candidate) if _of_the_count(candidate) else None)


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
    if sentence.word(at) not in ("این", "همین") or not word.isalpha() or word in _STAND_INS:
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
    return plural and not known and word not in _STAND_INS and word not in _BEHIND_CHANGE


_STAND_INS = frozenset(
    word
    for words in (
        "ها افراد عده گروه دسته جمع جمعیت قشر مجموعه موارد میان بخش کار حوزه",
        "درامد سازمان نهاد تشکل موسسه مرکز تعداد شمار رقم میزان مبلغ امار عدد",
    )
    for word in words.split()
)


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


def _carried(candidate: Candidate) -> Noun | None:
    sentence, number, memory = candidate.sentence, candidate.number, candidate.memory
    here = memory.here(sentence)
    last = here[-1] if here else None
    if len(here) > 1 and sentence.word(here[-1].first - 1) == "با":
        last = here[-2]  # «۴۷ تعاونی با ۳۹۰ عضو ثبت شد که ۱۲ درصد کمتر است»
    if last is not None:
        return Noun(last.subject, number.first, number.last, "own", is_carried=True, surface=last.surface)
    if memory.subject:
        return Noun(memory.subject, number.first, number.last, "own", is_carried=True, surface=memory.surface)
    return None


def _change_cue(candidate: Candidate, last: int) -> Hit | None:
    """The word of growth or decline that belongs to a percent or factor: just before it, or soon behind."""
    sentence, number = candidate.sentence, candidate.number
    bound = sentence.ending("bound_before", number.first)
    for hit in sentence.of("cue", ("growth", "decline")):
        if bound is not None and bound.first <= hit.first < bound.last:
            continue  # «کمتر از ۵ درصد» is a bound
        if (
            hit.last <= number.first
            and number.first - hit.last <= 3
            and not _crosses(candidate, hit.last, number.first)
        ):
            return hit
        if hit.first >= last and hit.first - last <= _CHANGE_REACH and not _crosses(candidate, last, hit.first):
            return hit
    return None


def _crosses(candidate: Candidate, first: int, last: int) -> bool:
    words = candidate.words
    return any(word in ("،", "؛", "که", ":", "و") for word in words[first:last])


def _change(candidate: Candidate, value: Decimal, last: int, cue: Hit) -> Outcome:
    number = candidate.number
    if _priced(candidate):
        return "price"
    if any(word in _MAY for word in candidate.words[last : last + 2]):
        return "not_civil_society"
    if _is_of_another(candidate) or _is_unknown_object(candidate):
        return "no_subject"
    noun = _changed(candidate, min(cue.first, number.first), max(cue.last, last))
    if noun is None:
        return "no_subject"
    if not is_tied_here(candidate.sentence, noun, candidate.memory):
        return "not_civil_society"
    sign = -1 if cue.code == "decline" else 1
    span = (number.first, last)
    draft = drafted("fa.change.percent", "change", candidate, noun, "percent", value=value * sign, span=span)
    if number.high is not None:  # of a decline the larger figure is the lower end
        draft.value, draft.high = sorted((number.value * sign, number.high * sign))
        draft.bound = "between"
    return draft


_MAY = frozenset(("میتواند", "میتوانند", "میتوان", "تواند"))  # «تا ۲۰ درصد می‌تواند بکاهد»: what may be is no figure


def _is_of_another(candidate: Candidate) -> bool:
    """«کاهش ۴۶ درصدی بارش»: a noun of no subject stands right behind the percent."""
    sentence, last = candidate.sentence, candidate.number.last
    word = sentence.word(last + 1)
    if sentence.word(last) not in ("درصدی", "برابری") or not word.isalpha() or word in _BEHIND_CHANGE:
        return False
    known = any(sentence.at(kind, last + 1) for kind in ("subject", "place", "period", "year", "cue", "field"))
    return not known and word not in FINITE and word not in STATE and word not in PAST and not word.startswith("می")


def _is_unknown_object(candidate: Candidate) -> bool:
    """«خشکسالی بارندگی را تا ۴۰ درصد کم کرد»: what changed is a noun that no table knows."""
    sentence, first = candidate.sentence, candidate.number.first
    at = next((i for i in range(max(1, first - 3), first) if sentence.word(i) == "را"), 0)
    word = sentence.word(at - 1)
    kinds = ("subject", "cue", "place", "field", "period", "year")
    known = any(sentence.ending(kind, at) for kind in kinds) or word in _BEHIND_CHANGE or word in _STAND_INS
    return at > 0 and word.isalpha() and not known


_BEHIND_CHANGE = frozenset(
    word
    for words in (
        "در به از و نسبت را که این ان با برای همراه تعداد شمار میزان مبلغ رقم امار مجموع",
        "داشت داشته داشتیم داشتند داریم روبرو روبهرو روبه مواجه تجربه یافت یافته نشان خبر سخن یاد",
    )
    for word in words.split()
)


def _priced(candidate: Candidate) -> bool:
    """«قیمت برنج در یک سال ۶۰ درصد بالا رفت»: a price, and no noun of ours behind its word."""
    sentence, number = candidate.sentence, candidate.number
    behind = sentence.at("cue", number.last + 1)
    if behind is not None and behind.code == "price":  # «افزایش ۳۰ درصدی قیمت گندم»
        return True
    if any(
        hit.entry.surface == "بهای" and 0 <= number.first - hit.last <= _CHANGED_REACH for hit in sentence.of("cue")
    ):
        return True
    prices = [hit.last for hit in sentence.of("cue", ("price",)) if 0 <= number.first - hit.last <= _CHANGED_REACH]
    nouns = [hit.first for hit in sentence.of("subject") if hit.last <= number.first and is_civic(noun_of(hit))]
    return bool(prices) and not any(first >= prices[-1] for first in nouns)


def _changed(candidate: Candidate, first: int, last: int) -> Noun | None:
    """What grew: the nearest noun before in the clause, else the one behind, else what was counted last."""
    sentence = candidate.sentence
    after = noun_after(candidate, last + 1 if sentence.word(last) in ("شدن", "بودن") else last, reach=3)
    before = next(iter(nouns_before(sentence, first, reach=_CHANGED_REACH)), None)
    before = _head(sentence, before) if before is not None else None
    if before is not None and sentence.word(before.first - 1) == "برای":  # «۲۹ مجوز برای سمن‌ها، رشد ۱۲ درصدی»
        before = None
    if _in_relative_clause(sentence, first):
        before = None
    if after is not None and (
        before is None or sentence.word(last) in ("تعداد", "شمار", "شدن") or after.first <= last + 1
    ):
        return after
    if before is not None and is_civic(before):
        return before
    return _carried(candidate) or before or after


def _head(sentence: Sentence, noun: Noun) -> Noun:
    """The noun that another stands behind as its owner: «اعضای سمن‌ها», «یارانه این مراکز»."""
    at = noun.first - 1 if sentence.word(noun.first - 1) in ("این", "ان") else noun.first
    owner = sentence.ending("subject", at)
    return noun_of(owner) if owner is not None else noun


def _in_relative_clause(sentence: Sentence, first: int) -> bool:
    """«… میلیون تومان اعتبار … که دو برابر پارسال است»: what was just counted or paid is what grew."""
    start = max(0, first - _CLAUSE)
    opened = next((i for i in range(first - 1, start, -1) if sentence.words[i] == "که"), None)
    if opened is None:
        return False
    named = any(opened < hit.first < first for hit in sentence.of("subject"))
    return not named and not any(word in FINITE for word in sentence.words[opened:first])


_CLAUSE = 10  # tokens from «که» to what grew: «… که در سنجش با سال پیش از آن ۲ برابر شد»


def factor(candidate: Candidate) -> Outcome:
    """«۲۵ برابر شده», «رشد ۲۵ برابری», «دو برابر سال ۱۳۹۵ است»."""
    sentence, number = candidate.sentence, candidate.number
    unit = sentence.at("unit", number.last)
    if unit is None or unit.entry.note != "factor":
        return None
    if _priced(candidate):
        return "price"
    told = any(0 <= number.first - hit.last <= 1 for hit in sentence.of("cue", ("these",)))
    noun = (_carried(candidate) if told else None) or _changed(candidate, number.first, unit.last)
    if noun is None:
        return "no_subject"
    if noun.tie != "own":
        return "not_civil_society"
    span = (number.first, unit.last)
    return drafted("fa.change.factor", "change", candidate, noun, "factor", high=number.high, span=span)
