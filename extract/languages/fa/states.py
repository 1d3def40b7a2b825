"""What the verbs around a number tell of its time: a state, a deed, the point that a change came from or to."""

from extract.languages.fa.draft import Draft
from extract.languages.fa.sentence import Sentence
from extract.languages.fa.verbs import PAST, STATE
from extract.lexicon import Hit
from extract.sentence import PeriodMention


def stands(draft: Draft) -> bool:
    """A state verb behind the number: «… سمن دارند», «هنوز در منطقه‌اند»."""
    words = draft.sentence.words[draft.last :]
    states = (i for i, word in enumerate(words) if word in STANDING)
    return any(i == 0 or words[i - 1] not in _DID for i in states)


STANDING = frozenset(("دارند", "دارد", "است", "هستند", "هستیم", "اند", "داریم", "فعالند"))

_DID = frozenset(("کرده", "داده", "گرفته", "بوده"))  # «ثبت کرده‌اند», «مشارکتی بوده است»


def arrives(draft: Draft) -> bool:
    """«به ۷۶۰ مرکز رسیده»: the later point of a change, which the time of the earlier one does not hold for."""
    words = draft.sentence.words
    end = draft.end
    return "به" in words[max(0, draft.first - 3) : draft.first] and any(
        word in _CHANGED for word in words[end : end + 6]
    )


def departs(draft: Draft) -> bool:
    """«از ۴۸ سمن به ۹۳ سمن رسید»: the earlier point of a change, whose time is not said."""
    words = draft.sentence.words
    end = draft.end
    behind = words[end : end + 10]
    if words[draft.first - 1 : draft.first] != ["از"] or draft.kind != "count" or "به" not in behind[:4]:
        return False
    return any(word in _CHANGED for word in behind)


_CHANGED = frozenset(("رسید", "رسیده", "رسیدند", "رسیدهاند", "افزایش", "کاهش", "ارتقا"))


def done_before(sentence: Sentence, first: int, last: int) -> bool:
    """«… ثبت شده و ۱۴ سمن دیگر»: a deed is told between two tokens, and another statement begins."""
    words = sentence.words
    return any(words[i] in _DONE and words[i + 1 : i + 2] in (["و"], ["،"]) for i in range(first, last))


_DONE = frozenset(("شده", "شد", "شدند", "شدهاند", "گرفته", "کرده", "یافته"))


def closed(sentence: Sentence, first: int, last: int) -> bool:
    """«… بود،»: a statement about the past ends between two tokens; its time holds no further."""
    ends = ("رسید", "رسیده", "بود", "بودند", "رسیدند")
    return any(sentence.words[i] in ends and sentence.word(i + 1) != "که" for i in range(first, last))


def is_base(sentence: Sentence, period: PeriodMention) -> bool:
    """The time that a change is measured from: «نسبت به پارسال», «در سنجش با سال گذشته», «بیشتر از رمضان پیش»."""
    before = sentence.words[max(0, period.first - 7) : period.first]
    return any(word in ("نسبت", "مقایسه", "سنجش", "قیاس", "مشابه", "برابر") for word in before) or before[-2:] in (
        ["بیشتر", "از"],
        ["کمتر", "از"],
    )


def is_state(draft: Draft, segment: tuple[int, int]) -> bool:
    """Whether the first verb behind the number tells a state; in a list it is the verb that ends the list."""
    end = draft.end
    verb = first_verb(draft.sentence, end, segment[1])
    if not verb and draft.kind == "count" and _lists_on(draft.sentence, end, segment[1]):
        verb = first_verb(draft.sentence, segment[1], len(draft.sentence.words))
    return verb in STATE or (not verb and draft.subject not in _HAPPENINGS)


_HAPPENINGS = frozenset(("event", "session", "training", "visit"))  # there is no state of them


def first_verb(sentence: Sentence, first: int, last: int) -> str:
    """The first verb of a state or a deed between two tokens, none of speech; empty without one."""
    words = sentence.words
    found = [i for i in range(first, last) if words[i] in STATE or words[i] in PAST]
    if not found:
        return ""
    spoken = {index for hit in sentence.of("said") for index in range(hit.first, hit.last)}
    return next((words[i] for i in found if i not in spoken and sentence.word(i - 1) != "دست"), "")  # «در دست ساخت»


def _lists_on(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the next number goes on with the list: «۷۴۰، ۳۱۰ و ۱۳۰ خانه ساختند»."""
    between = sentence.words[first:last]
    return len(between) <= 3 and any(word in ("،", "و") for word in between) and "که" not in between


def _is_deed(draft: Draft, hit: Hit) -> bool:
    """«توزیع ۲۰۰ بسته», but not «… ثبت شده اما ۵۶۰ تعاونی»."""
    between = draft.sentence.words[hit.last : draft.first]
    return hit.last <= draft.first and len(between) <= 2 and not any(word in _DONE or word == "اما" for word in between)


def default_period(draft: Draft, segment: tuple[int, int]) -> str:
    """A state is as of publication, a deed without a time is unknown."""
    if draft.kind in ("rank", "share", "ratio", "change") or arrives(draft):
        return "as_of"
    if any(_is_deed(draft, hit) for hit in draft.sentence.of("cue", ("deed",))):
        return "unknown"
    if draft.kind == "amount" and draft.subject in _PAID:  # money is given or spent; only a worth is a state
        return "unknown"
    return "as_of" if is_state(draft, segment) else "unknown"


_PAID = frozenset(("budget", "donation", "grant", "loan"))
