"""What is joined to a draft from its sentence and from memory: bound, status, field, modality, register, time, place."""

from extract.languages.fa.draft import Draft, Memory
from extract.languages.fa.periods import PeriodMention
from extract.languages.fa.sentence import PlaceMention, Sentence
from extract.lexicon import Hit

_HARD = frozenset(("؛", ";", ".", "|"))
_PEOPLE = frozenset(("member", "volunteer", "donor", "beneficiary", "orphan", "person", "employee", "household"))
_PAST = frozenset(
    "شد شدند شدهاند کرد کردند کردیم گرفت گرفتند داد دادند دادیم رفت رفتند رفته فرستاد ساخت ساختند خرید پرداخت رسید رسیدند یافت"
    " یافتند برد بردند آمد آمدند انداخت بازگشت پیوستند پیوست بست بستند گشود داشت داشتند آورد آوردند کاشتند کاشت".replace("آ", "ا").split()
)
_FINITE = frozenset("است هستند دارد دارند داریم بود بودند نیست نیستند".split())
_STATE = frozenset("است هستند دارد دارند داریم اند می فعالند هست وجود میباشد هستیم باشند".split())


def complete(draft: Draft, memory: Memory) -> None:
    """Fill what the rule left open."""
    _set_bound(draft)
    segment = _segment(draft)
    if draft.status is None:
        draft.status = _status(draft, segment)
    if draft.field is None:
        draft.field = _field(draft)
    draft.register = draft.register or _register(draft)
    if draft.modality == "actual":
        _set_modality(draft)
    if draft.place is None:
        draft.place = _place(draft, segment, memory)
    if draft.period is None:
        draft.period = _period(draft, segment, memory)
    if draft.period.startswith("future") and draft.modality == "actual":
        draft.modality = "target"
    if draft.modality == "target" and draft.kind != "rank":
        draft.period = _planned(draft.period)


def _set_bound(draft: Draft) -> None:
    """A bound word just before the number, or just behind it; the vague plural and the range keep theirs."""
    sentence = draft.sentence
    if draft.bound != "exact" or draft.kind == "rank":
        return
    index = draft.first
    for _ in range(3):
        hit = sentence.ending("bound_before", index)
        if hit is not None:
            if hit.code == "at_most" and hit.entry.surface == "زیر" and draft.kind not in ("count", "amount"):
                return
            draft.bound = hit.code  # type: ignore[assignment]
            return
        if sentence.word(index - 1) in ("تعداد", "مبلغ", "رقم", "میزان", "مجموع"):
            index -= 1
        else:
            break
    after = sentence.at("bound_after", draft.last)
    if after is not None:
        draft.bound = after.code  # type: ignore[assignment]


def _segment(draft: Draft) -> tuple[int, int]:
    """The tokens that speak of the draft: from the number before it to the number behind it, within its clause marks."""
    sentence = draft.sentence
    words = sentence.words
    ends = draft.noun[1] if draft.noun and draft.noun[1] > draft.last else draft.last
    first, last = 0, len(words)
    for other in sentence.numbers:
        if words[other.first] == "یک" and other.last == other.first + 1:
            continue
        if any(p.first <= other.first < p.last for p in sentence.periods):
            continue
        if other.last <= min(draft.first, draft.noun[0] if draft.noun else draft.first):
            first = max(first, other.last)
        elif other.first >= ends:
            last = min(last, other.first)
    for index in range(draft.first, first, -1):
        if words[index - 1] in _HARD:
            first = index
            break
    for index in range(ends, last):
        if words[index] in _HARD:
            last = index
            break
    return first, last


def _status(draft: Draft, segment: tuple[int, int]) -> str | None:
    if draft.kind in ("rank", "ratio", "measure") or (draft.kind == "amount"):
        return None
    hits = [hit for hit in draft.sentence.of("status") if segment[0] <= hit.first and hit.last <= segment[1] and not _in_noun(draft, hit)]
    if draft.surface and any(word in draft.surface for word in ("تحت پوشش", "زیر پوشش")):
        return "covered"
    near = [hit for hit in hits if hit.first >= draft.first]
    if near:
        hit = near[0]
        if hit.code == "covered" and draft.subject not in _PEOPLE:
            return None
        if hit.first - draft.last <= 12:
            return hit.code
    before = [hit for hit in hits if hit.last <= draft.first]
    if before and draft.first - before[-1].last <= 4 and before[-1].code != "covered" or (before and before[-1].code == "covered" and draft.subject in _PEOPLE and draft.first - before[-1].last <= 4):
        return before[-1].code
    return None


def _in_noun(draft: Draft, hit: Hit) -> bool:
    return draft.noun is not None and draft.noun[0] <= hit.first < draft.noun[1] and hit.code != "covered"


_ORGANISED = frozenset(("endowment","ngo", "charity", "association", "tashakol", "cooperative", "foundation", "network", "licence", "donor", "jihadi_group", "person", "member", "event"))


def _field(draft: Draft) -> str | None:
    """The field right behind the noun («سمن محیط زیستی»), or of «در زمینه …», «در حوزه …» in the clause."""
    sentence = draft.sentence
    if draft.subject not in _ORGANISED or draft.noun is None:
        return None
    at = draft.noun[1]
    inner = sentence.at("subject", at + 1) if sentence.word(at) in ("برای", "به", "تازه", "جدید") else None
    if inner is None and sentence.word(at) in ("تازه", "جدید") and sentence.word(at + 1) == "برای":
        inner = sentence.at("subject", at + 2)
    if inner is not None and draft.subject in ("licence", "session", "training"):  # «۳۱ مجوز برای سمن‌های جوانان»
        at = inner.last
    for index in (at, at + 1):
        hit = sentence.at("field", index)
        if hit is not None and (index == at or sentence.word(at) in ("ی", "ای", "های", "جوانان", "امور")):
            return hit.code
    for hit in sentence.of("field"):
        if draft.noun[0] <= hit.first and hit.last <= draft.noun[1] and draft.surface.endswith("مدرسه ساز"):
            return hit.code
    if draft.surface.endswith("مدرسه ساز"):
        return "education"
    first, last = sentence.clause(draft.first)
    first = max([first, *(n.last for n in sentence.numbers if n.last <= draft.first)])
    for hit in sentence.of("field"):
        if first <= hit.first < last and sentence.word(hit.first - 1) in ("زمینه", "حوزه", "عرصه", "بخش", "امور", "امر") and abs(hit.first - draft.last) <= 10:
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
    for hit in sentence.of("cue", ("target", "denial", "target_need", "not")):
        before = hit.last <= draft.first
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
        if hit.code == "target_need" and not (before and gap <= 3) and hit.entry.surface == "نیازمند":
            continue
        draft.modality = "negated" if hit.code == "denial" else "target"
        return


def _other_verb(sentence: Sentence, first: int, last: int) -> bool:
    """A finite verb or a «که» between two tokens: what stands beyond it is another statement."""
    return any(word in _PAST or word in _FINITE or word in _HARD or word == "که" for word in sentence.words[first:last])


def _place(draft: Draft, segment: tuple[int, int], memory: Memory) -> PlaceMention | None:
    """The place beside the number, beside its noun, else the nearest before it in the sentence, else after it."""
    sentence = draft.sentence
    places = [place for place in sentence.places if not _is_office(sentence, place) and not _frames(sentence, place, draft)]
    if draft.kind == "rank":
        if draft.scope == "province":  # «در استان اصفهان رتبه سوم»: the province is the scope, not what is ranked
            places = [place for place in places if place.type != "province"]
        for place in places:  # «رتبه دوم به شهر کاشان», «را نصیب یزد کرد»
            if draft.last <= place.first <= draft.last + 4 and sentence.word(place.first - 1) in ("به", "نصیب", "از"):
                return place
    end = max(draft.last, draft.noun[1] if draft.noun else 0)
    near = _comma(sentence, end, segment[1])
    country = _country(draft, (segment[0], near))
    for place in places:  # «۲۱۰ سمن در بویراحمد»
        if end < place.first <= end + 3 and place.first < near and sentence.word(place.first - 1) == "در":
            return place
    for place in places:  # «زیرکوه ۱۴», «مازندران با ۳۱۰۰»
        if place.last == draft.first or (place.last == draft.first - 1 and sentence.word(place.last) in _PLACE_LINKS):
            return place
    for place in places:  # «۵ شهرستان ایوان»
        if end <= place.first <= end + 3 and place.first < near and not any(word in ("و", "به") for word in sentence.words[end : place.first]):
            return place
    if country is not None:
        return country
    if draft.carried and draft.kind != "count":
        whole = next((other for other in reversed(memory.drafts) if other.sentence is sentence), None)
        if whole is not None:
            return whole.place
    before = [place for place in places if place.first < draft.first]
    if before:
        return before[-1]
    after = [place for place in places if end <= place.first < near]
    return after[0] if after else None


_PLACE_LINKS = frozenset(("با", "نیز", "هم", "حدود", ":", "تعداد"))


def _comma(sentence: Sentence, first: int, last: int) -> int:
    """Where the words that belong to a number end: at a comma, a «که», or the segment's end."""
    return next((i for i in range(first, last) if sentence.words[i] in ("،", "که", "؛")), last)


def _frames(sentence: Sentence, place: PlaceMention, draft: Draft) -> bool:
    """A place before «… گفت:» is where somebody spoke; what he counts stands behind the colon."""
    return any(
        place.last <= hit.first < draft.first and sentence.word(hit.last) == ":" for hit in sentence.of("said")
    )


def _is_office(sentence: Sentence, place: PlaceMention) -> bool:
    """A place of a speaker's office or of an agency's bureau: context, not where the thing is."""
    role = next((hit for hit in reversed(sentence.of("role")) if hit.last <= place.first), None)
    if role is not None and place.first - role.last <= 8:
        between = sentence.words[role.last : place.first]
        return not any(word in ("گفت", "در", "با", "از", "که", "،", ":", "افزود") for word in between)
    return sentence.word(place.first - 1) in ("خبرگزاری", "مرکز") and "خبرگزاری" in sentence.words[max(0, place.first - 6) : place.first]


_COUNTRY_WORDS = frozenset(("country",))


def _country(draft: Draft, segment: tuple[int, int]) -> PlaceMention | None:
    """«در کشور», «سراسر کشور»: the country itself, but not the «رتبه نخست کشور» that is a scope."""
    if draft.kind == "rank":
        return None
    sentence = draft.sentence
    for hit in sentence.of("cue", ("country",)):
        if not segment[0] <= hit.first < segment[1] or "ملی" in hit.entry.surface:
            continue
        if _is_scope(sentence, hit) or sentence.word(hit.first - 1) in ("وزارت", "وزیر", "استان"):
            continue
        if sentence.word(hit.last) in ("پرداخت", "هستند") or sentence.word(hit.first - 2) in ("خارج",) or "خارج" in sentence.words[max(0, hit.first - 2) : hit.first]:
            continue
        return PlaceMention("کشور", hit.first, hit.last, "country", "country")
    return None


def _is_scope(sentence: Sentence, hit: Hit) -> bool:
    return any(number.form == "ordinal" and 0 <= hit.first - number.last <= 3 for number in sentence.numbers)


def _period(draft: Draft, segment: tuple[int, int], memory: Memory) -> str:
    """The time mention of the segment, else the nearest before it in the sentence, else the one that goes on, else by the verb."""
    sentence = draft.sentence
    mention = _time_of(draft, segment)
    if mention is not None:
        expression = memory.period if mention.expression == "same" else mention.expression
        if expression.startswith("day:") and _is_state(draft, segment) and "امروز" in sentence.words[mention.first : mention.last]:
            return "as_of"
        return expression or "unknown"
    default = _default_period(draft, segment)
    previous = next((d for d in reversed(memory.drafts) if d.sentence is sentence), None)
    if previous is not None and previous.period and _goes_on(draft, previous, default):
        return previous.period
    last = memory.drafts[-1] if memory.drafts else None
    also = any(word in ("هم", "نیز") for word in sentence.words[: draft.first])
    if previous is None and also and last is not None and last.period and last.sentence.line == sentence.line and last.period.startswith(("range", "year_to_date")):
        return last.period
    return default


def _goes_on(draft: Draft, previous: Draft, default: str) -> bool:
    """Whether the time of the claim before in the same sentence holds on: for deeds, parts, ranks and changes."""
    if previous.period in ("as_of", "unknown", "future") or previous.modality != draft.modality or _arrives(draft):
        return False
    if _closed(draft.sentence, previous.last, draft.first):
        return False
    return default == "unknown" or draft.carried or draft.kind in ("rank", "share", "change", "measure", "amount")


def _arrives(draft: Draft) -> bool:
    """«به ۷۶۰ مرکز رسیده»: the later point of a change, which the time of the earlier one does not hold for."""
    words = draft.sentence.words
    end = max(draft.last, draft.noun[1] if draft.noun else 0)
    return words[max(0, draft.first - 3) : draft.first].count("به") > 0 and any(
        word in ("رسید", "رسیده", "رسیدند", "رسیدهاند") for word in words[end : end + 4]
    )


def _closed(sentence: Sentence, first: int, last: int) -> bool:
    return any(word in ("رسید", "رسیده", "بود", "بودند", "رسیدند") for word in sentence.words[first:last])


def _time_of(draft: Draft, segment: tuple[int, int]) -> PeriodMention | None:
    sentence = draft.sentence
    periods = [period for period in sentence.periods if not _event_date(sentence, period) and not _is_base(sentence, period)]
    before = [period for period in periods if segment[0] <= period.first and period.last <= draft.first]
    if before:
        return before[-1]
    end = max(draft.last, draft.noun[1] if draft.noun else 0)
    for period in periods:
        if end <= period.first < segment[1]:
            between = sentence.words[end : period.first]
            if not any(word in ("که", "؛", ":", "و", "،") or word in _PAST or word in _STATE for word in between):
                return period
            break
    earlier = [period for period in periods if period.last <= draft.first]
    if earlier and not _arrives(draft) and not _closed(sentence, earlier[-1].last, draft.first):
        if ":" not in sentence.words[earlier[-1].last : draft.first]:
            return earlier[-1]
    return None


def _is_base(sentence: Sentence, period: PeriodMention) -> bool:
    """The time that a change is measured from: «نسبت به پارسال», «در سنجش با سال گذشته», «بیشتر از رمضان پیش»."""
    before = sentence.words[max(0, period.first - 4) : period.first]
    return any(word in ("نسبت", "مقایسه", "سنجش", "قیاس", "مشابه", "برابر") for word in before) or before[-2:] in (["بیشتر", "از"], ["کمتر", "از"])


def _event_date(sentence: Sentence, period: PeriodMention) -> bool:
    """The «امروز» of «امروز گفت» or «روز پنجشنبه در این همایش گفت» dates the speech, not what is counted."""
    if not period.expression.startswith("day"):
        return False
    for hit in sentence.of("said"):
        if 0 <= hit.first - period.last <= 12:
            return True
    return any(0 <= hit.first - period.last <= 12 for hit in sentence.of("said_by"))


def _is_state(draft: Draft, segment: tuple[int, int]) -> bool:
    end = max(draft.last, draft.noun[1] if draft.noun else 0)
    sentence = draft.sentence
    spoken = {index for hit in sentence.of("said") for index in range(hit.first, hit.last)}
    verbs = [sentence.words[i] for i in range(end, segment[1]) if i not in spoken]
    first_verb = next((word for word in verbs if word in _STATE or word in _PAST), "")
    return first_verb in _STATE or not first_verb


def _default_period(draft: Draft, segment: tuple[int, int]) -> str:
    """A state is as of publication, a deed without a time is unknown."""
    if draft.kind in ("rank", "share", "ratio", "change"):
        return "as_of"
    if any(0 <= draft.first - hit.last <= 2 for hit in draft.sentence.of("cue", ("deed",))):
        return "unknown"
    return "as_of" if _is_state(draft, segment) else "unknown"


def _planned(period: str | None) -> str:
    """A plan's time is `future` up to its date; a pledge of a named past year keeps that year."""
    if period is None or period in ("as_of", "unknown", "since"):
        return "future"
    kind, _, span = period.partition(":")
    if kind == "future" or (kind == "year" and ("-" in span)):
        return period
    if kind == "year_to_date":
        return f"future:{span}"
    return f"future:{span}" if span else "future"
