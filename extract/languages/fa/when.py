"""When it was: the time mention in a draft's reach, one that goes on from the claim before, or what the verb tells."""

import re
from itertools import pairwise

from extract.languages.fa.draft import Draft, Memory
from extract.languages.fa.sentence import Sentence
from extract.languages.fa.verbs import FINITE, HARD_STOPS, PAST, PRESENT, STATE
from extract.lexicon import Hit
from extract.sentence import PeriodMention
from extract.subjects import PEOPLE


def last_time(sentence: Sentence) -> str:
    """The last span of time that a sentence names, for «در این مدت» of a later one; empty where it names none."""
    spans = [
        p.expression
        for p in sentence.periods
        if p.expression.startswith(_SPANS) and not (_event_date(sentence, p) or _is_base(sentence, p))
    ]
    return spans[-1] if spans else ""


_SPANS = ("range:", "year:", "year_to_date:", "month:", "since:")


def period_of(draft: Draft, segment: tuple[int, int], memory: Memory) -> str:
    """The time mention of the segment, else the nearest before it, else the one that goes on, else by the verb."""
    respective = _respective(draft)
    if respective is not None:
        return respective
    main = _before_base(draft, memory) or _year_before(draft, memory)
    if main is not None:
        return main
    mention = _time_of(draft, segment)
    if _departs(draft) and (mention is None or mention.first < draft.first):
        return "unknown"
    if mention is not None:
        return _expressed(draft, mention, segment, memory)
    if _attends(draft):
        return memory.event_day or "day"
    habit = next(
        (_HABITS[w] for w in draft.sentence.words[max(0, draft.first - 3) : draft.first] if w in _HABITS), None
    )
    return habit or _inherited(draft, segment, memory)


def _before_base(draft: Draft, memory: Memory) -> str | None:
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


def _year_before(draft: Draft, memory: Memory) -> str | None:
    """«این رقم در مدت مشابه پارسال ۳۸ تعاونی بود»: the span of what was told, a year earlier."""
    if draft.kind not in ("count", "amount") or not _is_like(draft):
        return None
    near = (other for other in reversed(memory.drafts) if draft.sentence.line - other.sentence.line <= _NEAR)
    last = next((other for other in near if other.subject == draft.subject), None)
    if last is None or last.period is None or not last.period.startswith("range:"):
        return None
    return _YEAR.sub(
        lambda year: f"j{int(year[1]) - 1:+d}" if year[1][0] in "+-" else f"j{int(year[1]) - 1}", last.period
    )


def _is_like(draft: Draft) -> bool:
    """Whether a figure is told only to compare with: that of «مدت مشابه»."""
    words = draft.sentence.words[max(0, draft.first - _LIKE) : draft.first]
    if "همین" not in words:
        return "مشابه" in words
    near = range(draft.first - _LIKE, draft.first + 1)
    past = any(hit.code == "j-1" and hit.last in near for hit in draft.sentence.of("year"))
    same = any(("همین", span) in pairwise(words) for span in ("مدت", "بازه", "دوره"))
    return "مشابه" in words or (past and same)


_LIKE = 7  # tokens from «مشابه» to its figure
_YEAR = re.compile(r"j([+-]?[0-9]+)")


def _attends(draft: Draft) -> bool:
    """«آیینی با حضور ۹۰ داوطلب برپا شد», «۹۰ نفر در آن حضور داشتند»: who was at an event was there on its day."""
    words = draft.sentence.words
    end = max(draft.last, draft.noun[1] if draft.noun else 0)
    held = any(word in ("برگزار", "برپا", "اغاز") for word in words[end : end + 24])
    behind = words[end : end + 12]
    before = words[max(0, draft.first - 4) : draft.first]
    attended = "حضور" in before or ("شرکت" in before and "با" in before)
    came = "حضور" in behind and any(word in ("داشتند", "یافتند") for word in behind)
    given = draft.kind == "amount" and draft.subject == "donation"  # «در این مراسم ۷۸ میلیون تومان گردآوری شد»
    return (draft.kind == "count" and ((attended and held) or came)) or _at_event(draft, given=given)


def _at_event(draft: Draft, *, given: bool) -> bool:
    """«در این مراسم … از ۱۵ داوطلب نمونه تقدیر شد»: people at an event that was told of, and what they gave there."""
    words = draft.sentence.words
    named = any(words[i] == "این" and words[i + 1] in _EVENTS for i in range(min(4, len(words) - 1)))
    are_people = draft.kind == "count" and draft.subject in PEOPLE
    return named and words[0] == "در" and (are_people or given) and ":" not in words[: draft.first]


_EVENTS = frozenset(("مراسم", "ایین", "همایش", "جشن", "جشنواره", "گردهمایی", "نشست", "جلسه", "جمع", "حاشیه"))


def day_of(sentence: Sentence) -> str:
    """The first day that a sentence names; empty where it names none."""
    return next((period.expression for period in sentence.periods if period.expression.startswith("day:")), "")


def _expressed(draft: Draft, mention: PeriodMention, segment: tuple[int, int], memory: Memory) -> str:
    """What a time mention says of a draft."""
    sentence = draft.sentence
    expression = mention.expression
    if expression == "same":
        named = [
            p.expression
            for p in sentence.periods
            if p.last <= mention.first and p.expression.startswith(_SPANS) and not _is_base(sentence, p)
        ]
        expression = named[-1] if named else memory.period
    if expression.startswith("year_to_date:") and _is_allotted(draft, mention):
        return "year:" + expression.partition(":")[2]
    today = "امروز" in sentence.words[mention.first : mention.last]
    if expression.startswith("day:") and today and _is_state(draft, segment):
        return "as_of"
    if expression.startswith("future:..") and _is_done(draft):
        return "since:" + expression.partition(":")[2]
    return expression or "unknown"


def _inherited(draft: Draft, segment: tuple[int, int], memory: Memory) -> str:
    """The time of the claim before where it goes on, of the total whose part this is, else what the verb tells."""
    sentence = draft.sentence
    default = _default_period(draft, segment)
    previous = next((d for d in reversed(memory.drafts) if d.sentence is sentence), None)
    if previous is not None and previous.period:
        compared = previous.period.startswith(_SPANS) and _compares(draft, previous)
        if compared or _goes_on(draft, previous, default):
            return previous.period
    whole = whole_of(draft, memory)
    if whole is not None and whole.period:
        return whole.period
    if previous is not None and previous.period == "unknown" and draft.kind == "count" and not _closes(draft):
        return "unknown"  # «توزیع ۲۱۵۰ بسته با کمک ۱۸ گروه»
    last = memory.drafts[-1] if memory.drafts else None
    if previous is None and last is not None and last.period and last.period.startswith(_SPANS):
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
    like = any(_is_base(sentence, period) for period in sentence.periods) or "مشابه" in sentence.words
    pointed = last.sentence is sentence or "این" in sentence.words[: draft.first]
    return draft.kind == "change" and like and pointed and draft.subject == last.subject


def _points_back(draft: Draft, last: Draft, default: str) -> bool:
    """«با این اعتبار ۱۷۸۰ طرح اجرا شد»: a deed with or by what was told before, without a time of its own."""
    this = any(
        draft.sentence.word(hit.first - 1) == "این" and (hit.entry.note != "loose" or hit.code == last.subject)
        for hit in draft.sentence.of("subject")
    )
    return default == "unknown" and this and draft.kind in ("count", "amount", "measure")


def _respective(draft: Draft) -> str | None:
    """«در سال‌های ۹۲ و ۹۳ به ترتیب ۵۸ و ۴۶ تعاونی»: times before the cue in the order of the numbers."""
    sentence = draft.sentence
    cue = next((hit for hit in sentence.of("cue", ("respectively",)) if hit.last <= draft.first), None)
    if cue is None:
        return None
    row = [number.first for number in sentence.numbers if number.first >= cue.last and number.form == "cardinal"]
    near = [period for period in sentence.periods if cue.first - _TIMES_ROW <= period.first < cue.first]
    named = [time for period in near for time in _each_time(sentence, period)]
    row = row[: len(named)]
    return named[row.index(draft.first)] if len(named) > 1 and draft.first in row else None


def _each_time(sentence: Sentence, period: PeriodMention) -> list[str]:
    """The times of a mention: two years joined by «و» are one span elsewhere."""
    years = _TWO_YEARS.fullmatch(period.expression)
    if years is None or "و" not in sentence.words[period.first : period.last]:
        return [period.expression]
    return [f"year:{years[1]}", f"year:{years[2]}"]


_TWO_YEARS = re.compile(r"range:([jgh][0-9]+)\.\.([jgh][0-9]+)")
_TIMES_ROW = 10  # tokens that hold the times of a row


def _is_done(draft: Draft) -> bool:
    """«تا پایان آبان ۲۷ پروانه صادر شد»: a deed that is done up to a day that is past."""
    words = draft.sentence.words
    end = max(draft.last, draft.noun[1] if draft.noun else 0)
    verb = next((word for word in words[end:] if word in PAST or word in STATE or word in ("شده", "خواهد", "شود")), "")
    return verb in PAST or verb == "شده"


_HABITS = {"ماهی": "month", "سالی": "year", "روزی": "day"}  # just before a number: «ماهی ۵۰ هزار تومان»


def _is_allotted(draft: Draft, mention: PeriodMention) -> bool:
    """«برای امسال … در نظر گرفته شد»: money set aside for a year is for the whole of it."""
    return draft.kind == "amount" and draft.sentence.word(mention.first - 1) == "برای"


def whole_of(draft: Draft, memory: Memory) -> Draft | None:
    """The dated claim of an earlier sentence whose parts this sentence lists, or whose share or rank it gives."""
    sentence = draft.sentence
    listed = len(sentence.places) > 1 or bool(sentence.of("cue", ("of_these", "each", "rest")))
    stands = _stands(draft) and not (sentence.of("cue", ("of_these",)) or _are_new(sentence))
    parts = draft.kind == "count" and listed and not stands
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
    return _stands(draft) or _arrives(draft)


def _stands(draft: Draft) -> bool:
    """A state verb behind the number: «… سمن دارند», «هنوز در منطقه‌اند»."""
    words = draft.sentence.words[draft.last :]
    states = (i for i, word in enumerate(words) if word in _STANDING)
    return any(i == 0 or words[i - 1] not in _DID for i in states)


_STANDING = frozenset(("دارند", "دارد", "است", "هستند", "هستیم", "اند", "داریم", "فعالند"))
_DID = frozenset(("کرده", "داده", "گرفته", "بوده"))  # «ثبت کرده‌اند», «مشارکتی بوده است»
# What is given, held or granted in a time; a rank or share of it is of that time.
_FLOWS = frozenset(
    ("donation", "grant", "loan", "licence", "session", "training", "aid_package", "event", "visit", "application")
)
_LOOK_BACK = 12  # drafts
_NEAR = 2  # lines between a total and its parts


def _goes_on(draft: Draft, previous: Draft, default: str) -> bool:
    """Whether the time of the claim before in the same sentence holds on: for deeds, parts, ranks and changes."""
    if previous.period in ("as_of", "unknown", "future") or previous.modality != draft.modality or _arrives(draft):
        return False
    if _closed(draft.sentence, previous.last, draft.first):
        return False
    told = any(word in PAST or word in STATE for word in draft.sentence.words[previous.last : draft.first])
    if draft.kind == "rank" and told and _stands(draft):
        return False  # «پارسال ۳۰ سمن ثبت شد و استان رتبه دوم را دارد»
    return default == "unknown" or draft.carried or draft.kind in ("rank", "share", "change", "measure", "amount")


def _arrives(draft: Draft) -> bool:
    """«به ۷۶۰ مرکز رسیده»: the later point of a change, which the time of the earlier one does not hold for."""
    words = draft.sentence.words
    end = max(draft.last, draft.noun[1] if draft.noun else 0)
    return "به" in words[max(0, draft.first - 3) : draft.first] and any(
        word in _CHANGED for word in words[end : end + 6]
    )


def _departs(draft: Draft) -> bool:
    """«از ۴۸ سمن به ۹۳ سمن رسید»: the earlier point of a change, whose time is not said."""
    words = draft.sentence.words
    end = max(draft.last, draft.noun[1] if draft.noun else 0)
    behind = words[end : end + 10]
    if words[draft.first - 1 : draft.first] != ["از"] or draft.kind != "count" or "به" not in behind[:4]:
        return False
    return any(word in _CHANGED for word in behind)


_CHANGED = frozenset(("رسید", "رسیده", "رسیدند", "رسیدهاند", "افزایش", "کاهش", "ارتقا"))


def _done_before(sentence: Sentence, first: int, last: int) -> bool:
    words = sentence.words
    return any(words[i] in _DONE and words[i + 1 : i + 2] in (["و"], ["،"]) for i in range(first, last))


_DONE = frozenset(("شده", "شد", "شدند", "شدهاند", "گرفته", "کرده", "یافته"))


def _closed(sentence: Sentence, first: int, last: int) -> bool:
    ends = ("رسید", "رسیده", "بود", "بودند", "رسیدند")
    return any(sentence.words[i] in ends and sentence.word(i + 1) != "که" for i in range(first, last))


def _time_of(draft: Draft, segment: tuple[int, int]) -> PeriodMention | None:
    sentence = draft.sentence
    periods = [
        period
        for period in sentence.periods
        if not (_event_date(sentence, period) or _is_base(sentence, period) or _is_far_habit(draft, period))
    ]
    end = max(draft.last, draft.noun[1] if draft.noun else 0)
    row = next((last for first, last in sentence.number_rows if first <= draft.first < last), 0)
    if row > end:  # «با ۳۴، ۱۵ و ۹ مورد در سال جاری»: what stands behind a row is of all its numbers
        end, segment = row, (segment[0], _behind(sentence, row))
    before = [period for period in periods if segment[0] <= period.first and period.last <= draft.first]
    if before and _is_told_of(draft, before[-1], segment):
        return None
    beside = next((period for period in periods if end <= period.first <= end + 2 and period.first < segment[1]), None)
    if beside is not None and _departed(sentence, before, beside, end):
        return beside
    if before and not (_arrives(draft) and _taken(sentence, before)):
        return before[-1]
    later = next((period for period in periods if end <= period.first), None)
    if later is not None and _holds_behind(draft, later, end, segment):
        return later
    earlier = [period for period in periods if period.last <= draft.first]
    closed = bool(earlier) and draft.kind != "change" and _closed(sentence, earlier[-1].last, draft.first)
    if not earlier or _arrives(draft) or closed:
        return None
    told = any(word in PAST or word in STATE for word in sentence.words[earlier[-1].last : draft.first])
    if draft.kind == "rank" and told and _stands(draft):
        return None  # «امسال ۳۰ تعاونی ثبت شده و استان رتبه پنجم را دارد»
    if _done_before(sentence, earlier[-1].last, draft.first) and _is_state(draft, segment) and draft.kind == "count":
        return None  # «تاکنون ۲۳ سمن ثبت شده و ۱۴ سمن دیگر در نوبت است»
    return None if ":" in sentence.words[earlier[-1].last : draft.first] else earlier[-1]


def _is_told_of(draft: Draft, period: PeriodMention, segment: tuple[int, int]) -> bool:
    """«از ثبت ۹ سمن در سال گذشته خبر داد و گفت: ۱۲۰ سمن فعال است»: a state behind the colon is of today."""
    sentence = draft.sentence
    said = any(period.last <= hit.first < draft.first and sentence.word(hit.last) == ":" for hit in sentence.of("said"))
    end = max(draft.last, draft.noun[1] if draft.noun else 0)
    is_now = _first_verb(sentence, end, segment[1]) in _STANDING and "این" not in sentence.words[period.last : end + 4]
    return said and is_now and draft.kind in ("count", "share", "ratio")


def _behind(sentence: Sentence, last: int) -> int:
    """Where the words that belong to the last number before a token end: at the next number or the sentence's end."""
    return next((first for first, _ in sentence.bounds if first >= last), len(sentence.words))


def _departed(sentence: Sentence, before: list[PeriodMention], beside: PeriodMention, end: int) -> bool:
    """«از ۳۱ سمن در سال ۹۵ به ۷۴ سمن در سال ۹۹»: the time before is the other number's, the one behind this one's."""
    between = sentence.words[end : beside.first]
    if between == ["برای"]:  # «۴ میلیارد تومان اعتبار برای امسال»
        return True
    led = between in ([], ["در"], ["مورد", "در"], ["نفر", "در"])
    return led and (not before or _taken(sentence, before))


def _taken(sentence: Sentence, periods: list[PeriodMention]) -> bool:
    """Whether times stand right behind other numbers: they are theirs."""
    return any(number.last <= period.first <= number.last + 3 for period in periods for number in sentence.numbers)


def _holds_behind(draft: Draft, period: PeriodMention, end: int, segment: tuple[int, int]) -> bool:
    """Whether a time behind the number is of its statement, or closes a list: «… از طرح‌هایی هستند که در مهر …»."""
    sentence = draft.sentence
    runs = [(run.first, run.last) for run in sentence.places]  # «کهگیلویه و بویراحمد»
    runs += [(run.first, run.last) for run in sentence.numbers]  # «چهار هزار و ۸۰۰»
    named = {i for start, stop in runs for i in range(start, stop)}
    between = [sentence.words[i] for i in range(end, period.first) if i not in named]
    if period.first < segment[1]:
        return not any(word in ("که", "؛", ":", "و", "،") or word in PAST or word in STATE for word in between)
    stops = (*HARD_STOPS, "،", ":", "که")
    if not any(word in PAST or word in STATE or word in stops for word in between) and len(between) <= 12:
        others = sum(end <= number.first < period.first for number in sentence.numbers)
        return others == 1 and draft.kind == "amount"  # «۹۵ میلیارد تومان وام به ۱۳۰ تعاونی در سال ۱۴۰۳»
    verbs = [i for i, word in enumerate(between) if word in PAST or word in STATE or word in HARD_STOPS or word == ":"]
    closes = len(verbs) == 1 and between[verbs[0]] in FINITE and between[verbs[0] + 1 : verbs[0] + 2] == ["که"]
    closes = closes and not any(
        "که" in sentence.words[end : n.first] and n.first < period.first for n in sentence.numbers
    )
    return closes and len(between) - verbs[0] <= 5 and not any(n.first >= period.last for n in sentence.numbers)


def _is_base(sentence: Sentence, period: PeriodMention) -> bool:
    """The time that a change is measured from: «نسبت به پارسال», «در سنجش با سال گذشته», «بیشتر از رمضان پیش»."""
    before = sentence.words[max(0, period.first - 7) : period.first]
    return any(word in ("نسبت", "مقایسه", "سنجش", "قیاس", "مشابه", "برابر") for word in before) or before[-2:] in (
        ["بیشتر", "از"],
        ["کمتر", "از"],
    )


def _is_far_habit(draft: Draft, period: PeriodMention) -> bool:
    """«سالانه» and «ماهانه» speak of the number beside them only."""
    if period.expression not in ("month", "year", "day"):
        return False
    end = max(draft.last, draft.noun[1] if draft.noun else 0)
    if period.first >= draft.last and (period.first > end or draft.kind != "amount"):
        return True  # «۴ مرکز روزانه», «۳۰ درصد آنها گزارش سالانه نداده‌اند»
    return not (-6 <= draft.first - period.last <= 5)


def _event_date(sentence: Sentence, period: PeriodMention) -> bool:
    """The «امروز» of «امروز گفت» or «روز شنبه در نشستی گفت» dates the speech, not what is counted."""
    if not period.expression.startswith("day"):
        return False
    at_event = sentence.word(period.last) == "در" and sentence.word(period.last + 1) in _EVENTS
    reach = 2 * _SPEECH if at_event else _SPEECH  # «صبح امروز در مراسم … از ثبت ۳۹ وقف در هفت ماه خبر داد»
    return any(0 <= hit.first - period.last <= reach for kind in ("said", "said_by") for hit in sentence.of(kind))


_SPEECH = 12  # tokens from the day of a speech to its verb


def _is_state(draft: Draft, segment: tuple[int, int]) -> bool:
    """Whether the first verb behind the number tells a state; in a list it is the verb that ends the list."""
    end = max(draft.last, draft.noun[1] if draft.noun else 0)
    verb = _first_verb(draft.sentence, end, segment[1])
    if not verb and draft.kind == "count" and _lists_on(draft.sentence, end, segment[1]):
        verb = _first_verb(draft.sentence, segment[1], len(draft.sentence.words))
    return verb in STATE or (not verb and draft.subject not in _HAPPENINGS)


_HAPPENINGS = frozenset(("event", "session", "training", "visit"))  # there is no state of them


def _first_verb(sentence: Sentence, first: int, last: int) -> str:
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


def _default_period(draft: Draft, segment: tuple[int, int]) -> str:
    """A state is as of publication, a deed without a time is unknown."""
    if draft.kind in ("rank", "share", "ratio", "change") or _arrives(draft):
        return "as_of"
    if any(_is_deed(draft, hit) for hit in draft.sentence.of("cue", ("deed",))):
        return "unknown"
    if draft.kind == "amount" and draft.subject in _PAID:  # money is given or spent; only a worth is a state
        return "unknown"
    return "as_of" if _is_state(draft, segment) else "unknown"


_PAID = frozenset(("budget", "donation", "grant", "loan"))


def planned(period: str | None) -> str:
    """A plan's time is `future` up to its date; a pledge of a named past year keeps that year."""
    if period is None or period in ("as_of", "unknown", "since"):
        return "future"
    kind, _, span = period.partition(":")
    if kind == "future" or (kind == "year" and ("-" in span)):
        return period
    if kind == "year_to_date":
        return f"future:{span}"
    return f"future:{span}" if span else "future"
