"""The time that a draft takes over: of the claim before, of the total whose part it is, of what it is compared with."""

import re
from itertools import pairwise

from extract.languages.fa.draft import Draft, Memory
from extract.languages.fa.sentence import Sentence
from extract.languages.fa.states import arrives, closed, default_period, is_base, stands
from extract.languages.fa.verbs import PAST, PRESENT, STATE
from extract.lexicon import Hit

SPANS = ("range:", "year:", "year_to_date:", "month:", "since:")


def before_base(draft: Draft, memory: Memory) -> str | None:
    """«۵۴ سمن ثبت شد … در سال ۹۵ تنها ۲۱ سمن بود؛ یعنی رشدی ۱۵۷ درصدی»: a change is of what came before its base."""
    words = draft.sentence.words
    here = [other for other in memory.drafts if other.sentence is draft.sentence]
    base = here[-1] if here and draft.kind == "change" else None
    if base is None or base.kind == "change" or "بود" not in words[base.last : draft.first]:
        return None
    earlier = (other for other in reversed(memory.drafts) if other is not base and other.subject == base.subject)
    main = next(earlier, None)
    is_main = main is not None and main.period is not None and main.period != base.period
    near = main is not None and draft.sentence.line - main.sentence.line <= _NEAR
    return main.period if main is not None and is_main and near else None


def year_before(draft: Draft, memory: Memory) -> str | None:
    """«این رقم در مدت مشابه پارسال ۳۸ تعاونی بود»: the span of what was told, a year or two earlier."""
    if draft.kind not in ("count", "amount") or not _is_like(draft):
        return None
    near = (other for other in reversed(memory.drafts) if draft.sentence.line - other.sentence.line <= _NEAR)
    last = next((other for other in near if other.subject == draft.subject), None)
    if last is None or last.period is None or not last.period.startswith("range:"):
        return None
    back = min((_years_back(draft.sentence, hit) for hit in _years_near(draft)), default=-1)
    earlier, shifted = _YEAR.subn(lambda year: f"j{_earlier(year[1], back)}", last.period)
    return earlier if shifted and back < 0 else None


def _earlier(year: str, back: int) -> str:
    return f"{int(year) + back:+d}" if year[0] in "+-" else str(int(year) + back)


def _years_back(sentence: Sentence, year: Hit) -> int:
    """«سال قبل» is -1, «دو سال قبل» is -2."""
    count = sentence.number_at(year.first - 1)
    return -int(count.value) if count is not None and count.form == "cardinal" else int(year.code[1:])


def _years_near(draft: Draft) -> list[Hit]:
    """The relative years («پارسال», «دو سال قبل») just before a figure."""
    near = range(draft.first - _LIKE, draft.first + 1)
    return [hit for hit in draft.sentence.of("year") if hit.last in near and hit.code.startswith("j")]


def _is_like(draft: Draft) -> bool:
    """Whether a figure is told only to compare with: that of «مدت مشابه», of «همین مدت» a year ago."""
    pairs = set(pairwise(draft.sentence.words[max(0, draft.first - _LIKE) : draft.first]))
    if any((span, "مشابه") in pairs for span in _TIMES):
        return True
    return any(("همین", span) in pairs for span in _TIMES) and any(hit.code != "j+0" for hit in _years_near(draft))


_TIMES = ("مدت", "بازه", "دوره", "زمان", "ماه")
_LIKE = 7  # tokens from «مشابه» to its figure

_YEAR = re.compile(r"j([+-]?[0-9]+)")


def inherited(draft: Draft, segment: tuple[int, int], memory: Memory) -> str:
    """The time of the claim before where it goes on, of the total whose part this is, else what the verb tells."""
    sentence = draft.sentence
    default = default_period(draft, segment)
    previous = next((d for d in reversed(memory.drafts) if d.sentence is sentence), None)
    if previous is not None and previous.period:
        compared = previous.period.startswith(SPANS) and _compares(draft, previous)
        if compared or _goes_on(draft, previous, default):
            return previous.period
    whole = whole_of(draft, memory)
    if whole is not None and whole.period:
        return whole.period
    if previous is not None and previous.period == "unknown" and draft.kind == "count" and not _closes(draft):
        return "unknown"  # «توزیع ۲۱۵۰ بسته با کمک ۱۸ گروه»
    last = memory.drafts[-1] if memory.drafts else None
    if previous is None and last is not None and last.period and last.period.startswith(SPANS):
        also = any(word in ("هم", "نیز", "همچنین") for word in sentence.words[: draft.first])
        if last.sentence.line == sentence.line and (also or default == "unknown"):
            return last.period
        goes_back = _is_worth_of(draft, last) or _compares(draft, last) or _points_back(draft, last, default)
        if sentence.line - last.sentence.line <= _NEAR and goes_back:
            return last.period
    return default


def _is_worth_of(draft: Draft, last: Draft) -> bool:
    """«ارزش این موقوفات ۱۴۵ میلیارد ریال است»: the worth of what was just counted."""
    before = draft.sentence.words[max(0, draft.first - 8) : draft.first]
    same = draft.subject in (last.subject, "service")  # «ارزش این خدمات»
    new = ("این", "جدید", "تازه")
    return draft.kind == "amount" and same and any(word in new for word in before)


def _compares(draft: Draft, last: Draft) -> bool:
    """«این آمار در سنجش با مدت مشابه پارسال ۱۲ درصد کاهش دارد»: the change of what was just told, of its time."""
    sentence = draft.sentence
    like = any(is_base(sentence, period) for period in sentence.periods) or "مشابه" in sentence.words
    pointed = last.sentence is sentence or "این" in sentence.words[: draft.first]
    return draft.kind == "change" and like and pointed and draft.subject == last.subject


def _points_back(draft: Draft, last: Draft, default: str) -> bool:
    """«با این اعتبار ۱۷۸۰ طرح اجرا شد»: a deed with or by what was told before, without a time of its own."""
    this = any(
        draft.sentence.word(hit.first - 1) == "این" and (hit.entry.note != "loose" or hit.code == last.subject)
        for hit in draft.sentence.of("subject")
    )
    return default == "unknown" and this and draft.kind in ("count", "amount", "measure")


def whole_of(draft: Draft, memory: Memory) -> Draft | None:
    """The dated claim of an earlier sentence whose parts this sentence lists, or whose share or rank it gives."""
    sentence = draft.sentence
    listed = len(sentence.places) > 1 or bool(sentence.of("cue", ("of_these", "each", "rest")))
    is_of_now = stands(draft) and not (sentence.of("cue", ("of_these",)) or _are_new(sentence))
    parts = draft.kind == "count" and listed and not is_of_now
    of_it = draft.kind == "share" and draft.carried
    of_flow = draft.kind in ("rank", "change", "share") and draft.subject in _FLOWS
    here = (other for other in memory.drafts if other.sentence is sentence)
    is_whole_here = of_it and any((other.kind, other.subject) == ("count", draft.subject) for other in here)
    if is_whole_here or not (parts or of_it or of_flow):
        return None
    recent = list(reversed(memory.drafts[-_LOOK_BACK:]))
    if parts:
        recent.sort(key=lambda other: other.kind != draft.kind)
    if of_it:  # «۸۰ سمن …، که ۳۳ سمن … . نیمی از این سمن‌ها …»: of the largest that one line told
        recent.sort(key=lambda other: (-other.sentence.line, -other.value))
    for other in recent:
        if other.sentence is sentence or other.subject != draft.subject or other.kind not in ("count", "amount"):
            continue
        if _is_like(other):
            continue
        if sentence.line - other.sentence.line > _NEAR:
            continue
        dated = other.period is not None and other.period.startswith(("range", "year", "since", "future"))
        if of_it and other.period is not None and other.period.startswith("year:") and _is_present(draft):
            continue  # «در سال ۹۲ ۱۱۰ سمن بود. … ۴۰ درصد سمن‌ها در حوزه سلامت کار می‌کنند»
        return other if dated and (not parts or draft.value < other.value) else None
    return None


def time_parts(found: list[Draft], memory: Memory) -> None:
    """«۹۰ دوره … . ۴۰ دوره در نور، ۳۰ دوره در نکا و ۲۰ دوره در آمل»: parts that add up to a total share its time."""
    counts = [draft for draft in found if draft.kind == "count"]
    for subject in {draft.subject for draft in counts}:
        parts = [draft for draft in counts if draft.subject == subject]
        total = sum(draft.value for draft in parts)
        recent = (other for other in reversed(memory.drafts[-_LOOK_BACK:]) if other.sentence is not parts[0].sentence)
        whole = next((o for o in recent if (o.kind, o.subject, o.value) == ("count", subject, total)), None)
        if len(parts) < _PARTS or whole is None or parts[0].sentence.line - whole.sentence.line > _NEAR:
            continue
        for draft in parts:
            if draft.period in ("as_of", "unknown"):
                draft.period = whole.period


_PARTS = 3  # numbers whose sum is no chance


def _is_present(draft: Draft) -> bool:
    """Whether the first verb behind the number speaks of today: «کار می‌کنند», «هستند»."""
    words = draft.sentence.words
    verb = next((w for w in words[draft.last :] if w in STATE or w in PAST or w in PRESENT or w.startswith("می")), "")
    return verb not in PAST and verb != ""


def _are_new(sentence: Sentence) -> bool:
    """«شاهرود با ثبت ۷ وقف پیشتاز است، … هر کدام یک وقف جدید داشته‌اند»: what a list counts came about in its time."""
    return any(word in ("ثبت", "جدید", "تازه") for word in sentence.words)


def _closes(draft: Draft) -> bool:
    return stands(draft) or arrives(draft)


# What is given, held or granted in a time; a rank or share of it is of that time.
_FLOWS = frozenset(
    ("donation", "grant", "loan", "licence", "session", "training", "aid_package", "event", "visit", "application")
)

_LOOK_BACK = 12  # drafts

_NEAR = 2  # lines between a total and its parts


def _goes_on(draft: Draft, previous: Draft, default: str) -> bool:
    """Whether the time of the claim before in the same sentence holds on: for deeds, parts, ranks and changes."""
    if previous.period in ("as_of", "unknown", "future") or previous.modality != draft.modality or arrives(draft):
        return False
    if closed(draft.sentence, previous.last, draft.first):
        return False
    told = any(word in PAST or word in STATE for word in draft.sentence.words[previous.last : draft.first])
    if draft.kind == "rank" and told and stands(draft):
        return False  # «پارسال ۳۰ سمن ثبت شد و استان رتبه دوم را دارد»
    return default == "unknown" or draft.carried or draft.kind in ("rank", "share", "change", "measure", "amount")
