"""What is joined to a draft from its sentence and from memory: bound, status, field, modality, register, time, place."""

from extract.languages.fa.draft import Draft, Memory
from extract.languages.fa.periods import PeriodMention
from extract.languages.fa.sentence import PlaceMention, Sentence
from extract.lexicon import Hit

_HARD = frozenset(("؛", ";", ".", "|"))
_PEOPLE = frozenset(("member", "volunteer", "donor", "beneficiary", "orphan", "person", "employee", "household"))
_DEEDS = frozenset(("session", "training", "event", "licence", "application", "agreement", "visit", "service", "aid_package", "donation", "grant"))
_PAST = frozenset(
    "شد شدند شدهاند کرد کردند کردیم گرفت گرفتند داد دادند دادیم رفت رفتند رفته فرستاد ساخت ساختند خرید پرداخت رسید رسیدند یافت"
    " یافتند برد بردند آمد آمدند انداخت بازگشت پیوستند پیوست بست بستند گشود داشت داشتند آورد آوردند کاشتند کاشت توزیع برگزار".replace("آ", "ا").split()
)
_STATE = frozenset("است هستند دارد دارند داریم اند می فعالند هست وجود میباشد هستیم باشند".split())


def complete(draft: Draft, memory: Memory) -> None:
    """Fill what the rule left open."""
    sentence = draft.sentence
    _set_bound(draft)
    segment = _segment(draft)
    if draft.status is None:
        draft.status = _status(draft, segment)
    if draft.field is None:
        draft.field = _field(draft)
    draft.register = draft.register or _register(draft)
    if draft.modality == "actual":
        _set_modality(draft, segment)
    if draft.place is None:
        draft.place = _place(draft, segment)
    if draft.period is None:
        draft.period = _period(draft, segment, memory)
    if draft.modality == "target" and draft.kind != "rank":
        draft.period = _planned(draft.period)
    del sentence


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


_ORGANISED = frozenset(("ngo", "charity", "association", "tashakol", "cooperative", "foundation", "network", "licence", "donor", "jihadi_group", "person", "member", "event"))


def _field(draft: Draft) -> str | None:
    """The field right behind the noun («سمن محیط زیستی»), or of «در زمینه …», «در حوزه …» in the clause."""
    sentence = draft.sentence
    if draft.subject not in _ORGANISED or draft.noun is None:
        return None
    at = draft.noun[1]
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


def _set_modality(draft: Draft, segment: tuple[int, int]) -> None:
    sentence = draft.sentence
    first, last = segment
    last = min(len(sentence.words), last + 3 if last < len(sentence.words) else last)
    cues = [hit for hit in sentence.of("cue", ("target", "denial", "negation", "target_need", "not")) if first <= hit.first < last]
    end = len(sentence.words)
    for hit in sentence.of("cue", ("target", "denial")):
        if draft.first <= hit.first < end and hit not in cues and not _other_verb(sentence, draft.last, hit.first):
            cues.append(hit)
        if hit.last <= draft.first and hit not in cues and draft.first - hit.last <= 14 and not _other_verb(sentence, hit.last, draft.first):
            cues.append(hit)
    codes = {hit.code for hit in cues}
    if "denial" in codes:
        draft.modality = "negated"
    elif "target" in codes:
        draft.modality = "target"
    elif "target_need" in codes and draft.kind in ("amount", "count"):
        need = next(hit for hit in cues if hit.code == "target_need")
        if need.last <= draft.first and draft.first - need.last <= 3:
            draft.modality = "target"
    elif any(hit.code == "not" and hit.last == draft.first for hit in cues):
        draft.modality = "negated"
    elif any(period.expression.startswith("future") for period in sentence.periods if first <= period.first < last):
        draft.modality = "target"


def _other_verb(sentence: Sentence, first: int, last: int) -> bool:
    """A finite verb between two tokens: what stands beyond it is another statement."""
    words = sentence.words[first:last]
    return any(word in _PAST or word in _STATE or word in _HARD for word in words) or any(word == "که" for word in words)


def _place(draft: Draft, segment: tuple[int, int]) -> PlaceMention | None:
    """The place beside the number, beside its noun, else the nearest before it in the sentence, else after it."""
    sentence = draft.sentence
    places = [place for place in sentence.places if not _is_office(sentence, place)]
    country = _country(draft, segment)
    if not places:
        return country
    for place in places:  # «زیرکوه ۱۴», «مازندران با ۳۱۰۰»
        if place.last == draft.first or (place.last == draft.first - 1 and sentence.word(place.last) in ("با", "نیز", "هم", "،", "حدود", ":", "تعداد")):
            return place
    end = max(draft.last, draft.noun[1] if draft.noun else 0)
    for place in places:  # «۲۱۰ سمن در بویراحمد», «۵ شهرستان ایوان»
        if end <= place.first <= end + 3 and place.first < segment[1] and not any(
            word in ("،", "و", "که", "به") for word in sentence.words[end : place.first]
        ):
            return place
    if country is not None:
        return country
    inside = [place for place in places if segment[0] <= place.first < draft.first]
    if inside:
        return inside[-1]
    before = [place for place in places if place.first < draft.first]
    if before:
        return before[-1]
    after = [place for place in places if place.first < segment[1]]
    if after and not any(word in ("که", "؛") for word in sentence.words[end : after[0].first]):
        return after[0]
    return None


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
        if expression == "same":
            expression = "unknown"
        if expression.startswith("day:") and _is_state(draft, segment) and "امروز" in sentence.words[mention.first : mention.last]:
            return "as_of"
        return expression or "unknown"
    if draft.carried or draft.kind in ("rank", "share", "change"):
        same = next((d for d in reversed(memory.drafts) if d.sentence is sentence), None)
        if same is not None and same.period:
            return same.period
    return _default_period(draft, segment)


def _time_of(draft: Draft, segment: tuple[int, int]) -> PeriodMention | None:
    sentence = draft.sentence
    periods = [period for period in sentence.periods if not _event_date(sentence, period)]
    inside = [period for period in periods if segment[0] <= period.first < segment[1]]
    before = [period for period in inside if period.last <= draft.first]
    if before:
        return before[-1]
    after = [period for period in inside if period.first >= draft.last]
    if after and not any(word in ("که", "؛", ":") for word in sentence.words[draft.last : after[0].first]):
        return after[0]
    earlier = [period for period in periods if period.last <= draft.first]
    if earlier and not any(word in _HARD for word in sentence.words[earlier[-1].last : draft.first]):
        return earlier[-1]
    return None


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
    words = draft.sentence.words[end : segment[1]]
    first_verb = next((word for word in words if word in _STATE or word in _PAST), "")
    return first_verb in _STATE or not first_verb


def _default_period(draft: Draft, segment: tuple[int, int]) -> str:
    """A state is as of publication, a deed without a time is unknown."""
    if draft.kind in ("rank", "share", "ratio", "change"):
        return "as_of"
    return "as_of" if _is_state(draft, segment) and draft.subject not in _DEEDS else "unknown"


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
