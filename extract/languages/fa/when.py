"""When it was: the time mention in a draft's reach, one that goes on from the claim before, or what the verb tells."""

import re

from extract.languages.fa.draft import Draft, Memory
from extract.languages.fa.inherited import SPANS, before_base, inherited, year_before
from extract.languages.fa.sentence import Sentence
from extract.languages.fa.states import (
    STANDING,
    arrives,
    closed,
    departs,
    done_before,
    first_verb,
    is_base,
    is_state,
    stands,
)
from extract.languages.fa.verbs import FINITE, HARD_STOPS, PAST, STATE
from extract.sentence import PeriodMention
from extract.subjects import PEOPLE


def last_time(sentence: Sentence) -> str:
    """The last span of time that a sentence names, for «در این مدت» of a later one; empty where it names none."""
    spans = [
        p.expression
        for p in sentence.periods
        if p.expression.startswith(SPANS) and not (_event_date(sentence, p) or is_base(sentence, p))
    ]
    return spans[-1] if spans else ""


def period_of(draft: Draft, segment: tuple[int, int], memory: Memory) -> str:
    """The time mention of the segment, else the nearest before it, else the one that goes on, else by the verb."""
    respective = _respective(draft)
    if respective is not None:
        return respective
    main = before_base(draft, memory) or year_before(draft, memory)
    if main is not None:
        return main
    mention = _time_of(draft, segment)
    if departs(draft) and (mention is None or mention.first < draft.first):
        return "unknown"
    if mention is not None:
        return _expressed(draft, mention, segment, memory)
    if _attends(draft):
        return memory.event_day or "day"
    habit = next(
        (_HABITS[w] for w in draft.sentence.words[max(0, draft.first - 3) : draft.first] if w in _HABITS), None
    )
    return habit or inherited(draft, segment, memory)


def _attends(draft: Draft) -> bool:
    """«آیینی با حضور ۹۰ داوطلب برپا شد», «۹۰ نفر در آن حضور داشتند»: who was at an event was there on its day."""
    words = draft.sentence.words
    end = draft.end
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
            if p.last <= mention.first and p.expression.startswith(SPANS) and not is_base(sentence, p)
        ]
        expression = named[-1] if named else memory.period
    if expression.startswith("year_to_date:") and _is_allotted(draft, mention):
        return "year:" + expression.partition(":")[2]
    today = "امروز" in sentence.words[mention.first : mention.last]
    if expression.startswith("day:") and today and is_state(draft, segment):
        return "as_of"
    if expression.startswith("future:..") and _is_done(draft):
        return "since:" + expression.partition(":")[2]
    return expression or "unknown"


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
    end = draft.end
    verb = next((word for word in words[end:] if word in PAST or word in STATE or word in ("شده", "خواهد", "شود")), "")
    return verb in PAST or verb == "شده"


_HABITS = {"ماهی": "month", "سالی": "year", "روزی": "day"}  # just before a number: «ماهی ۵۰ هزار تومان»


def _is_allotted(draft: Draft, mention: PeriodMention) -> bool:
    """«برای امسال … در نظر گرفته شد»: money set aside for a year is for the whole of it."""
    return draft.kind == "amount" and draft.sentence.word(mention.first - 1) == "برای"


def _time_of(draft: Draft, segment: tuple[int, int]) -> PeriodMention | None:
    sentence = draft.sentence
    periods = [
        period
        for period in sentence.periods
        if not (_event_date(sentence, period) or is_base(sentence, period) or _is_far_habit(draft, period))
    ]
    end = draft.end
    row = next((last for first, last in sentence.number_rows if first <= draft.first < last), 0)
    if row > end:  # «با ۳۴، ۱۵ و ۹ مورد در سال جاری»: what stands behind a row is of all its numbers
        end, segment = row, (segment[0], _behind(sentence, row))
    before = [period for period in periods if segment[0] <= period.first and period.last <= draft.first]
    if before and _is_told_of(draft, before[-1], segment):
        return None
    beside = next((period for period in periods if end <= period.first <= end + 2 and period.first < segment[1]), None)
    if beside is not None and _departed(sentence, before, beside, end):
        return beside
    if before and not (arrives(draft) and _taken(sentence, before)):
        return before[-1]
    later = next((period for period in periods if end <= period.first), None)
    if later is not None and _holds_behind(draft, later, end, segment):
        return later
    earlier = [period for period in periods if period.last <= draft.first]
    is_closed = bool(earlier) and draft.kind != "change" and closed(sentence, earlier[-1].last, draft.first)
    if not earlier or arrives(draft) or is_closed:
        return None
    told = any(word in PAST or word in STATE for word in sentence.words[earlier[-1].last : draft.first])
    if draft.kind == "rank" and told and stands(draft):
        return None  # «امسال ۳۰ تعاونی ثبت شده و استان رتبه پنجم را دارد»
    if done_before(sentence, earlier[-1].last, draft.first) and is_state(draft, segment) and draft.kind == "count":
        return None  # «تاکنون ۲۳ سمن ثبت شده و ۱۴ سمن دیگر در نوبت است»
    return None if ":" in sentence.words[earlier[-1].last : draft.first] else earlier[-1]


def _is_told_of(draft: Draft, period: PeriodMention, segment: tuple[int, int]) -> bool:
    """«از ثبت ۹ سمن در سال گذشته خبر داد و گفت: ۱۲۰ سمن فعال است»: a state behind the colon is of today."""
    sentence = draft.sentence
    said = any(period.last <= hit.first < draft.first and sentence.word(hit.last) == ":" for hit in sentence.of("said"))
    end = draft.end
    is_now = first_verb(sentence, end, segment[1]) in STANDING and "این" not in sentence.words[period.last : end + 4]
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


def _is_far_habit(draft: Draft, period: PeriodMention) -> bool:
    """«سالانه» and «ماهانه» speak of the number beside them only."""
    if period.expression not in ("month", "year", "day"):
        return False
    end = draft.end
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
