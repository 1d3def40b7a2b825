"""Rules for growth and decline, in percent and in factors."""

from decimal import Decimal

from extract.languages.fa.counts import Outcome
from extract.languages.fa.draft import Candidate, Noun, drafted
from extract.languages.fa.sentence import Sentence
from extract.languages.fa.subjects import carried, is_civic, is_tied_here, noun_after, noun_of, nouns_before
from extract.languages.fa.verbs import FINITE, PAST, STATE
from extract.lexicon import Hit

_CHANGE_REACH = 4  # tokens from a percent to its word of growth or decline

_CHANGED_REACH = 18  # tokens back to what grew


def change_cue(candidate: Candidate, last: int) -> Hit | None:
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


def change(candidate: Candidate, value: Decimal, last: int, cue: Hit) -> Outcome:
    """A percent that ends at `last` as growth or decline, by its cue, of what the clause speaks of."""
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
    if sentence.word(last) not in ("درصدی", "برابری") or not word.isalpha() or word in BEHIND_CHANGE:
        return False
    known = any(sentence.at(kind, last + 1) for kind in ("subject", "place", "period", "year", "cue", "field"))
    return not known and word not in FINITE and word not in STATE and word not in PAST and not word.startswith("می")


def _is_unknown_object(candidate: Candidate) -> bool:
    """«خشکسالی بارندگی را تا ۴۰ درصد کم کرد»: what changed is a noun that no table knows."""
    sentence, first = candidate.sentence, candidate.number.first
    at = next((i for i in range(max(1, first - 3), first) if sentence.word(i) == "را"), 0)
    word = sentence.word(at - 1)
    kinds = ("subject", "cue", "place", "field", "period", "year")
    known = any(sentence.ending(kind, at) for kind in kinds) or word in BEHIND_CHANGE or word in STAND_INS
    return at > 0 and word.isalpha() and not known


STAND_INS = frozenset(
    word
    for words in (
        "ها افراد عده گروه دسته جمع جمعیت قشر مجموعه موارد میان بخش کار حوزه",
        "درامد سازمان نهاد تشکل موسسه مرکز تعداد شمار رقم میزان مبلغ امار عدد",
    )
    for word in words.split()
)

BEHIND_CHANGE = frozenset(
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
    near = (hit for hit in sentence.of("cue") if 0 <= number.first - hit.last <= _CHANGED_REACH)
    prices = [hit.last for hit in near if hit.code in ("price", "fee") or hit.entry.surface == "بهای"]
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
    return carried(candidate) or before or after


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
    noun = (carried(candidate) if told else None) or _changed(candidate, number.first, unit.last)
    if noun is None:
        return "no_subject"
    if noun.tie != "own":
        return "not_civil_society"
    span = (number.first, unit.last)
    return drafted("fa.change.factor", "change", candidate, noun, "factor", high=number.high, span=span)
