"""What is joined to a draft from its sentence and memory: bound, status, field, register, modality, place, time."""

from bisect import bisect_left, bisect_right
from itertools import pairwise
from operator import itemgetter

from extract.languages.fa.draft import Draft, Memory
from extract.languages.fa.inherited import whole_of
from extract.languages.fa.sentence import Sentence
from extract.languages.fa.verbs import FINITE, HARD_STOPS, PAST, PRESENT, STATE
from extract.languages.fa.when import period_of, planned
from extract.languages.fa.where import place_before, place_of
from extract.lexicon import Hit
from extract.subjects import ORGANISED, PEOPLE


def complete(draft: Draft, memory: Memory) -> None:
    """Fill what the rule left open."""
    _set_bound(draft)
    segment = _segment(draft)
    if draft.status is None:
        draft.status = _status(draft, segment)
    if draft.field is None:
        draft.field = _field(draft) or _field_of_list(draft, memory)
    draft.register = draft.register or _register(draft)
    if draft.place is None:
        draft.place = place_of(draft, segment, memory)
        before = place_before(draft, memory) if draft.place is None else None
        if before is not None:
            draft.place, draft.is_place_carried = before.place, True
    if draft.period is None:
        draft.period = period_of(draft, segment, memory)
    if draft.modality == "actual" and not draft.period.startswith("since"):  # what is so up to now is no plan
        _set_modality(draft)
    if draft.modality == "actual" and (draft.period.startswith("future") or _is_planned(draft)):
        draft.modality = "target"
    whole = whole_of(draft, memory) if draft.modality == "actual" else None
    if whole is not None and draft.period == whole.period:
        draft.modality = whole.modality  # the parts of what is planned are planned
    if draft.modality == "target" and draft.kind != "rank":
        draft.period = planned(draft.period)


def _set_bound(draft: Draft) -> None:
    """A bound word just before the number, or just behind it; the vague plural and the range keep theirs."""
    sentence = draft.sentence
    if draft.bound != "exact" or draft.kind == "rank":
        return
    index = draft.first
    while draft.kind == "ratio" and sentence.word(index - 1) in ("هر", "برای", "ازای", "به", "ازا"):
        index -= 1
    for _ in range(3):
        hit = sentence.ending("bound_before", index)
        if hit is not None:
            draft.bound = hit.code  # type: ignore[assignment]
            return
        if sentence.word(index - 1) in _BEFORE_NUMBER:
            index -= 1
        else:
            break
    ends = draft.noun[1] if draft.noun else draft.last
    after = sentence.at("bound_after", draft.last) or sentence.at("bound_after", ends)
    if after is not None:
        draft.bound = after.code  # type: ignore[assignment]


# What may stand between a bound and its number.
_BEFORE_NUMBER = frozenset(("تعداد", "مبلغ", "رقم", "میزان", "مجموع", "ماهی", "سالی", "ماهانه", "سالانه"))


def _segment(draft: Draft) -> tuple[int, int]:
    """The tokens that speak of the draft: from the number before it to the number behind it, within hard stops."""
    sentence = draft.sentence
    words = sentence.words
    ends = draft.end
    begins = min(draft.first, draft.noun[0] if draft.noun else draft.first)
    before = bisect_right(sentence.bounds, begins, key=itemgetter(1)) - 1
    behind = bisect_left(sentence.bounds, ends, key=itemgetter(0))
    while behind < len(sentence.bounds) and _is_attribute(sentence, ends, sentence.bounds[behind][0]):
        behind += 1
    first = sentence.bounds[before][1] if before >= 0 else 0
    last = sentence.bounds[behind][0] if behind < len(sentence.bounds) else len(words)
    for index in range(draft.first, first, -1):
        if words[index - 1] in HARD_STOPS:
            first = index
            break
    for index in range(ends, last):
        if words[index] in HARD_STOPS:
            last = index
            break
    return first, last


def _is_attribute(sentence: Sentence, ends: int, number: int) -> bool:
    """«۳۲۰ گروه با بیش از ۴۸۰۰ عضو در نوروز …»: a number that only says more of what was counted before it."""
    lead = sentence.words[ends : ends + 2]
    return (lead[:1] == ["با"] or lead in (["به", "ارزش"], ["به", "مبلغ"])) and number - ends <= _ATTRIBUTE


_ATTRIBUTE = 4  # tokens from «با» over a bound to its number


_SERVED = PEOPLE - {"donor", "volunteer", "employee"}  # who can be covered by a body


def _status(draft: Draft, segment: tuple[int, int]) -> str | None:
    if draft.kind in ("rank", "ratio", "measure") or (draft.kind == "amount"):
        return None
    hits = [
        hit
        for hit in draft.sentence.of("status")
        if segment[0] <= hit.first and hit.last <= segment[1] and not _in_noun(draft, hit)
    ]
    if draft.surface and any(word in draft.surface for word in ("تحت پوشش", "زیر پوشش")):
        return "covered"
    near = [hit for hit in hits if hit.first >= draft.first]
    if near:
        hit = near[0]
        if hit.code == "covered" and draft.subject not in _SERVED:
            return None
        if hit.first - draft.last <= 12:
            return hit.code
    elif draft.subject in _SERVED and _covered_together(draft):
        return "covered"
    before = [hit for hit in hits if hit.last <= draft.first and _says_before(draft, hit)]
    if (before and draft.first - before[-1].last <= 4 and before[-1].code != "covered") or (
        before and before[-1].code == "covered" and draft.subject in _SERVED and draft.first - before[-1].last <= 4
    ):
        return before[-1].code
    return _status_of_list(draft, segment[1]) if not hits else None


def _status_of_list(draft: Draft, last: int) -> str | None:
    """«۲۱۰ سمن در اهر، ۱۲۴ سمن در مرند و ۹۸ سمن در بناب ثبت شد»: the verb that ends a list is of all that it counts."""
    sentence = draft.sentence
    hit = next((hit for hit in sentence.of("status") if last <= hit.first <= last + _LISTED), None)
    if hit is None or draft.kind != "count" or hit.code == "covered":
        return None
    between = sentence.words[draft.last : hit.first]
    if any(word in STATE or word in PAST or word in HARD_STOPS or word in ("که", ":", "(") for word in between):
        return None
    nouns = [sentence.at("subject", n.last) for n in sentence.numbers if draft.last <= n.first < hit.first]
    same = all(noun is None or noun.code == draft.subject for noun in nouns)
    return hit.code if nouns and same and hit.last - _numbers_end(sentence, hit) <= _BEHIND_LIST else None


_LISTED = 30  # tokens of a list up to its verb
_BEHIND_LIST = 8  # tokens from the last number of a list to its status


def _numbers_end(sentence: Sentence, hit: Hit) -> int:
    return max(number.last for number in sentence.numbers if number.last <= hit.first)


def _field_of_list(draft: Draft, memory: Memory) -> str | None:
    """What a list counts is of the field that opened it: «سمن‌های محیط زیستی: ساوه ۱۸، تفرش ۹»."""
    if not draft.carried or draft.kind not in ("count", "share", "change") or not memory.drafts:
        return None
    last = memory.drafts[-1]
    near = last.sentence.line == draft.sentence.line and last.subject == draft.subject
    return last.field if near else None


def _covered_together(draft: Draft) -> bool:
    """«۱۷ هزار خانوار با ۴۱ هزار نفر تحت پوشش …»: those named with others that are covered are covered too."""
    sentence = draft.sentence
    end = draft.end
    hit = next((hit for hit in sentence.of("status", ("covered",)) if end <= hit.first <= end + _TOGETHER), None)
    between = sentence.words[end : hit.first] if hit else []
    return hit is not None and "با" in between and not any(w in STATE or w in PAST or w == "که" for w in between)


_TOGETHER = 14


def _says_before(draft: Draft, hit: Hit) -> bool:
    """Whether a status before a number is its own: «مجوز ۲۴۰ مرکز», «سمن‌های فعال استان ۳۴۰ است»."""
    led = draft.noun is not None and draft.noun[0] <= hit.first
    return (led or draft.carried or hit.last >= draft.first - 1) and not _verb_between(draft, hit)


def _verb_between(draft: Draft, hit: Hit) -> bool:
    words = draft.sentence.words[hit.last : draft.first]
    return any(word in STATE or word in PAST for word in words)


def _in_noun(draft: Draft, hit: Hit) -> bool:
    return draft.noun is not None and draft.noun[0] <= hit.first < draft.noun[1] and hit.code != "covered"


def _field(draft: Draft) -> str | None:
    """The field right behind the noun («سمن محیط زیستی»), or of «در زمینه …», «در حوزه …» in the clause."""
    if draft.subject not in ORGANISED:
        return None
    if draft.noun is None:
        return _field_of_part(draft, draft.last) if draft.kind == "share" else None
    if draft.surface.endswith("مدرسه ساز"):
        return "education"
    inside = (hit.code for hit in draft.sentence.of("field") if draft.noun[0] < hit.first < draft.noun[1])
    named = next(inside, None)  # «هیئت مذهبی»
    if named is not None:
        return named
    if draft.kind == "share":
        return _field_of_noun(draft, draft.noun[1]) or _field_of_part(draft, draft.noun[1])
    return _field_of_noun(draft, draft.noun[1]) or _field_of_clause(draft)


def _field_of_part(draft: Draft, at: int) -> str | None:
    """«۲۵ درصد سمن‌ها را سمن‌های زنان تشکیل می‌دهند», «نیمی از خیریه‌ها درمانی‌اند»: the field of the part."""
    sentence = draft.sentence
    first_verb = next((i for i in range(at, len(sentence.words)) if sentence.words[i] in _MAKES_UP), at)
    fields = [hit.code for hit in sentence.of("field") if at <= hit.first < first_verb]
    return fields[0] if len(fields) == 1 and first_verb - at <= _PART else None


_MAKES_UP = frozenset(("تشکیل", "هستند", "است", "اند", "فعال", "فعالند", "فعالیت"))
_PART = 10  # tokens that may name the part


def _field_of_noun(draft: Draft, at: int) -> str | None:
    sentence = draft.sentence
    while sentence.word(at) in ("برای", "به", "تازه", "جدید"):  # «۲۶ مجوز برای سمن‌های زنان»
        at += 1
    inner = sentence.at("subject", at) if draft.noun is not None and at > draft.noun[1] else None
    if inner is not None and draft.subject in ("licence", "session", "training"):
        at = inner.last
    for index in (at, at + 1):
        hit = sentence.at("field", index)
        if hit is not None and (index == at or sentence.word(at) in ("ی", "ای", "های", "جوانان", "امور")):
            return hit.code
    return None


def _field_of_clause(draft: Draft) -> str | None:
    sentence = draft.sentence
    first, last = sentence.clause(draft.first)
    first = max([first, *(number.last for number in sentence.numbers if number.last <= draft.first)])
    for hit in sentence.of("field"):
        led = sentence.word(hit.first - 1) in ("زمینه", "حوزه", "عرصه", "بخش", "امور", "امر")
        if led and first <= hit.first < last and abs(hit.first - draft.last) <= 10 and not _verb_between(draft, hit):
            return hit.code
    return None


def _register(draft: Draft) -> str | None:
    if draft.status not in ("licensed", "registered") and draft.subject != "licence":
        return None
    sentence = draft.sentence
    for hit in sentence.of("register"):
        if sentence.word(hit.first - 1) in ("از", "در", "توسط", "سوی", "نزد") and 0 <= hit.first - draft.last <= 12:
            return hit.code
    return None


def _set_modality(draft: Draft) -> None:
    """A word of planning, need or denial that no other verb keeps from the number."""
    sentence = draft.sentence
    for hit in sentence.of("cue", ("target", "intended", "denial", "denial_after", "target_need", "not")):
        before = hit.last <= draft.first
        if hit.code == "intended" and (before or draft.kind != "count"):
            continue  # money that is set aside is there
        if hit.code.startswith("denial") and _told_by_others(draft, hit):
            draft.modality = "negated"
            return
        if hit.code == "denial_after" and (before or hit.first - draft.last > 8 or draft.kind != "count"):
            continue
        gap = draft.first - hit.last if before else hit.first - draft.last
        if gap < 0 or gap > (14 if before else 16):
            continue
        if hit.code == "not":
            if hit.last == draft.first:
                draft.modality = "negated"
            continue
        between = (hit.last, draft.first) if before else (draft.last, hit.first)
        if _other_verb(sentence, *between):
            continue
        if hit.code == "target_need" and not (before and gap <= 1) and hit.entry.surface == "نیازمند":
            continue
        draft.modality = "negated" if hit.code.startswith("denial") else "target"
        return


def _told_by_others(draft: Draft, denial: Hit) -> bool:
    """«اینکه گفته می‌شود ۳۰ سمن منحل شده‌اند صحت ندارد»: what others say up to the word that denies it."""
    words = draft.sentence.words
    before = words[max(0, draft.first - _HEARSAY) : draft.first]
    opened = ("اینکه" in before or ("این", "که") in pairwise(before)) and any(word in _RUMOURED for word in before)
    near = 0 <= denial.first - draft.last <= 2 * _HEARSAY
    return opened and near and ":" not in words[draft.last : denial.first]


_HEARSAY = 8  # tokens from «اینکه» to the figure
_RUMOURED = frozenset(("گفته", "ادعا", "شایعه", "میگویند", "گویند", "مدعی"))


def _is_planned(draft: Draft) -> bool:
    """«۲۴ جشن برگزار می‌شود»: the present tense of a deed that is no habit is a plan."""
    if draft.kind not in ("count", "amount") or draft.period in ("month", "year", "day"):
        return False
    if draft.period is not None and draft.period.startswith("year_to_date") and _is_present(draft):
        return True
    for hit in draft.sentence.of("cue", ("planned",)):
        said = _announced(draft.sentence, draft.last, hit.first)
        if 0 <= hit.first - said <= 14 and not _other_verb(draft.sentence, said, hit.first):
            return True
    return False


def _is_present(draft: Draft) -> bool:
    """«امسال ۵۰۰ خانه ساخته می‌شود»: the verb behind the number is in the present tense."""
    words = draft.sentence.words
    for index in range(draft.last, min(len(words), draft.last + 20)):
        word = words[index]
        if word in PRESENT:
            told = words[index - 1] if word.startswith("می") else words[index - 2]
            return (word.startswith("می") or words[index - 1] == "می") and told not in _ESTEEMED
        is_noun = any(following.startswith(_AUXILIARY) for following in words[index + 1 : index + 2])
        if (word in FINITE and not is_noun) or word in HARD_STOPS or word == "که":
            return False
    return False


_ESTEEMED = frozenset(("براورد", "تخمین", "محسوب", "شمرده", "شناخته"))  # «… برآورد می‌شود» is no plan


def _announced(sentence: Sentence, last: int, limit: int) -> int:
    """Where speech of a thing just announced goes on: «از برگزاری ۲۴ جشن خبر داد و گفت: این جشن‌ها …»."""
    colon = next((i + 1 for i in range(last, min(last + 24, limit)) if sentence.words[i] == ":"), last)
    return colon if sentence.word(colon) == "این" else last


def _other_verb(sentence: Sentence, first: int, last: int) -> bool:
    """A finite verb or a «که» between two tokens: what stands beyond it is another statement."""
    words = sentence.words[first:last]
    if any(following == "و" and (word in _PARTICIPLES or word in PRESENT) for word, following in pairwise(words)):
        return True  # «… هنوز هزینه نشده و قرار است …»
    if any(word in HARD_STOPS or word == "که" for word in words):
        return True
    followed = pairwise((*words, sentence.word(last)))
    return any(word in FINITE and not following.startswith(_AUXILIARY) for word, following in followed)


_AUXILIARY = ("می", "خواه")  # «پرداخت می‌شود», «پرداخت خواهد شد»: no «پرداخت» that somebody did


_PARTICIPLES = frozenset(("شده", "نشده", "کرده", "گرفته", "داده", "رسیده", "ایم", "اند"))
