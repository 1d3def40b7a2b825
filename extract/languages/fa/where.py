"""Where the thing is that a draft counts: the place beside its number or noun, or in reach in its sentence."""

from itertools import pairwise

from extract.languages.fa.draft import Draft, Memory
from extract.languages.fa.sentence import Sentence
from extract.languages.fa.verbs import FINITE
from extract.lexicon import Hit
from extract.sentence import PlaceMention


def place_of(draft: Draft, segment: tuple[int, int], memory: Memory) -> PlaceMention | None:
    """The place of a draft as its sentence says it; two counties that share a number are one place."""
    place = _one_place(draft, segment, memory)
    return _shared(draft, place) if place is not None and draft.kind != "rank" else place


def _shared(draft: Draft, place: PlaceMention) -> PlaceMention:
    """«در بانه و مریوان ۲۰۰ داوطلب»: counties or cities in a row that share one number."""
    sentence = draft.sentence
    row = _row_around(sentence, place)
    given = number_row(sentence, draft.first) is not None or sentence.of("cue", ("respectively", "each"))
    if len(row) < 2 or given:
        return place
    first, last = row[0], row[-1]
    own = any(number.first == last.last and number.first != draft.first for number in sentence.numbers)
    before = range(first.first - _COUNTED, first.first)  # «۹ سمن در ساوه و تفرش ۸ سمن»
    led = sentence.word(first.first - 1) == "در" and draft.first >= last.last
    if own or (led and any(number.last in before for number in sentence.numbers)):
        return place
    name = f"{'، '.join(one.name for one in row[:-1])} و {last.name}"
    return PlaceMention(name, first.first, last.last, "county", "county", (first.span[0], last.span[1]))


_COUNTED = 4  # tokens from a number over its noun and «در» to a place


def _row_around(sentence: Sentence, place: PlaceMention) -> list[PlaceMention]:
    """The counties and cities joined by commas and a last «و» that a place stands among."""
    small = [one for one in sentence.places if (one.type or one.known_as) in ("county", "city")]
    row = [place] if place in small else []
    for other in reversed([one for one in small if one.last <= place.first]):
        if row and sentence.words[other.last : row[0].first] in (["و"], ["،"]):
            row.insert(0, other)
    for other in [one for one in small if one.first >= place.last]:
        if row and sentence.words[row[-1].last : other.first] in (["و"], ["،"]):
            row.append(other)
    return row if row and sentence.word(row[-1].first - 1) == "و" else []


def _one_place(draft: Draft, segment: tuple[int, int], memory: Memory) -> PlaceMention | None:
    """The place beside the number, beside its noun, else the nearest before it in the sentence, else after it."""
    sentence = draft.sentence
    places = [place for place in _free(sentence) if not _frames(sentence, place, draft)]
    if _points_back(draft):
        places = [place for place in places if sentence.ending("subject", place.first) is None]
    if draft.kind == "rank":
        if draft.scope == "province":  # «در استان اصفهان رتبه سوم»: the province is the scope, not what is ranked
            places = [place for place in places if place.type != "province"]
        given = _given_rank(draft, places)
        if given is not None:
            return given
    if _elsewhere(draft):
        return None
    respective = _respective(draft, places)
    if respective is not None:
        return respective
    end = draft.end
    near = _comma(sentence, end, segment[1])
    beside = _beside(draft, places, end, near)
    if beside is not None:
        return beside
    country = _country(draft, (segment[0], near))
    if country is not None:
        return country
    whole = _whole(draft, memory)
    if whole is not None:
        return None if whole.is_place_carried else whole.place
    return _in_sentence(draft, places, end, near)


def _points_back(draft: Draft) -> bool:
    """«خیران تهرانی ۳ مدرسه در این شهرستان ساختند»: where the givers are from is not where the thing is."""
    end = draft.end
    behind = draft.sentence.words[end : end + _POINTING]
    return any(this in ("این", "همین") and what in _HERE for this, what in pairwise(behind))


_POINTING = 8  # tokens from a noun to «در این شهرستان»
_HERE = frozenset(("شهرستان", "استان", "شهر", "بخش", "روستا", "منطقه"))


def _whole(draft: Draft, memory: Memory) -> Draft | None:
    """What a carried share, rank or sum is of: it is where that is."""
    if not draft.carried or draft.kind == "count":
        return None
    whole = next((other for other in reversed(memory.drafts) if other.sentence is draft.sentence), None)
    between = whole is not None and any(whole.last <= place.first < draft.first for place in draft.sentence.places)
    return None if between else whole  # «ری با ۹ میلیارد ریال اول و قدس با ۷ میلیارد ریال دوم است»


def _in_sentence(draft: Draft, places: list[PlaceMention], end: int, near: int) -> PlaceMention | None:
    """Where all that the sentence lists was sent, the nearest place before the number, or the one soon behind."""
    sentence = draft.sentence
    sent_to = next((place for place in places if place.first >= end and _is_destination(sentence, place)), None)
    if sent_to is not None:
        return sent_to
    before = [place for place in places if place.first < draft.first]
    if before:
        return before[-1]
    return next((place for place in places if end <= place.first < near), None)


def place_before(draft: Draft, memory: Memory) -> Draft | None:
    """«در تابستان نیز ۵۸۰۰ بسته …»: what goes on does so where the sentence before had it."""
    sentence = draft.sentence
    last = memory.drafts[-1] if memory.drafts else None
    whole = _whole(draft, memory)
    if whole is not None and whole.is_place_carried:
        return whole
    if last is None or last.sentence is sentence or last.sentence.line != sentence.line or sentence.places:
        return None
    if _elsewhere(draft):
        return None
    also = any(word in ("نیز", "هم", "همچنین") for word in sentence.words[: draft.first])
    return last if also and last.place is not None else None


def _elsewhere(draft: Draft) -> bool:
    """«۲۴ برنامه در دیگر شهرستان‌ها», «پنج شهرستان دیگر روی هم ۱۰۲ سمن»: of no place that is named."""
    words = draft.sentence.words
    end = draft.end
    before = words[max(0, draft.first - 7) : draft.first]
    together = before[-2:] == ["روی", "هم"] or before[-1:] in (["جمعا"], ["مجموعا"])
    rest = any(word in _REST for word in (*before, *words[end : end + 4]))
    parts = any(word.startswith(("شهرستان", "شهر", "نقاط", "استان")) for word in (*before, *words[end : end + 7]))
    named = any(place.last in (draft.first, draft.first - 1) for place in draft.sentence.places)
    return draft.kind != "rank" and (together or (rest and parts and not named))


_REST = frozenset(("دیگر", "سایر", "باقی", "بقیه", "مابقی"))


def _is_destination(sentence: Sentence, place: PlaceMention) -> bool:
    """«… ۶ پزشک و ۹ پرستار به بم اعزام شدند»: where all that was listed was sent."""
    return sentence.word(place.first - 1) == "به" and sentence.word(place.last) in _SENT


_SENT = frozenset(("رسید", "رسیده", "اعزام", "ارسال", "فرستاده", "گسیل", "روانه"))


def _respective(draft: Draft, places: list[PlaceMention]) -> PlaceMention | None:
    """«تفت، بافق و مهریز به ترتیب ۸، ۱۳ و ۲۱ خیریه»: places before the cue in the order of the numbers."""
    sentence = draft.sentence
    cue = next((hit for hit in sentence.of("cue", ("respectively",)) if hit.last <= draft.first), None)
    first = cue.first if cue is not None else number_row(sentence, draft.first)
    if first is None:
        return None
    row = [number.first for number in sentence.numbers if number.first >= first and number.form == "cardinal"]
    named = _row_before(sentence, places, first)
    if len(named) < len(row) and cue is not None:  # «سهم شیروان و اسفراین از کمک‌ها به ترتیب …»
        before = [place for place in places if place.last <= first]
        named = _row_before(sentence, places, before[-1].last) if before else []
    row = row[: len(named)]
    if draft.first not in row or len(named) < len(row) or len(row) < 2:
        return None
    return named[row.index(draft.first)]


def number_row(sentence: Sentence, at: int) -> int | None:
    """Where the row of numbers behind «با» begins that holds a token: «ری و قدس و ورامین با ۹۰، ۸۵ و ۶۲ واحد»."""
    row = next(((first, last) for first, last in sentence.number_rows if first <= at < last), None)
    if row is None:
        return None
    led = sentence.word(row[0] - 1) == "با" or any(place.last == row[0] for place in sentence.places)
    return row[0] if led else None


def _row_before(sentence: Sentence, places: list[PlaceMention], end: int) -> list[PlaceMention]:
    """The places named in a row that ends before a token: «تفت، بافق و مهریز نیز»."""
    row: list[PlaceMention] = []
    for place in reversed([place for place in places if place.last <= end]):
        if any(word not in _IN_ROW for word in sentence.words[place.last : end]):
            break
        row.insert(0, place)
        end = place.first
    return row


_IN_ROW = frozenset(("و", "،", ",", "نیز", "هم", "با", "را", "دارای", "هر", "کدام", "در"))


def _free(sentence: Sentence) -> list[PlaceMention]:
    """The places that something can be counted in: no speaker's office, no dateline, none ahead of the ranked one."""
    if sentence.free_places is None:
        sentence.free_places = [
            place
            for place in sentence.places
            if not (_is_office(sentence, place) or is_ahead(sentence, place) or _is_dateline(sentence, place))
        ]
    return sentence.free_places


def is_ahead(sentence: Sentence, place: PlaceMention) -> bool:
    """«پس از تهران و فارس در رتبه سوم»: places that stand before the ranked one."""
    words = sentence.words
    if ("پس" not in words and "بعد" not in words) or _counts(sentence, place):
        return False
    after = next((i for i in range(1, place.first) if words[i - 1] in ("پس", "بعد") and words[i] == "از"), None)
    if after is None:
        return False
    between = sentence.words[after + 1 : place.first]
    named = {w for other in sentence.places for w in sentence.words[other.first : other.last]}
    return all(word in named or word in ("و", "،", "استان", "های", "استانهای") for word in between)


def _counts(sentence: Sentence, place: PlaceMention) -> bool:
    """«پس از خرم‌آباد، بروجرد با ۹۱ سمن قرار دارد»: a place with a number of its own stands ahead of none."""
    return sentence.word(place.last) == "با" and sentence.number_at(place.last + 1) is not None


def _given_rank(draft: Draft, places: list[PlaceMention]) -> PlaceMention | None:
    """«رتبه سوم به شهر ساوه می‌رسد», «مقام سوم را نصیب گیلان کرد»."""
    for place in places:
        before = draft.sentence.word(place.first - 1)
        if draft.last <= place.first <= draft.last + 4 and before in ("به", "نصیب", "از"):
            return place
    return None


def _beside(draft: Draft, places: list[PlaceMention], end: int, near: int) -> PlaceMention | None:
    sentence = draft.sentence
    for place in places:  # «۶۴ سمن در تفرش», but «در دیر ۱۳۰۰ و در جم ۹۰۰»
        apart = "و" in sentence.words[end : place.first]
        led = sentence.word(place.first - 1) in (("در", "به") if draft.kind == "share" else ("در",)) and not (
            apart and any(p.last == draft.first for p in places)
        )
        if end < place.first <= end + 3 and place.first < near and led:
            return place
    for place in places:  # «ساوه ۱۸», «گیلان با ۷۵۰»
        linked = place.last == draft.first - 1 and sentence.word(place.last) in _PLACE_LINKS
        if place.last == draft.first or linked:
            return place
    for place in places:  # «۵ شهرستان ایوان»
        apart = any(word in ("و", "به") for word in sentence.words[end : place.first])
        if end <= place.first <= end + 3 and place.first < near and not apart:
            return place
    return None


_PLACE_LINKS = frozenset(("با", "هر", "(", "نیز", "هم", "حدود", ":", "تعداد"))


def _comma(sentence: Sentence, first: int, last: int) -> int:
    """Where the words that belong to a number end: at a comma, a «که», or the segment's end."""
    return next((i for i in range(first, last) if sentence.words[i] in _ENDS or sentence.words[i] in FINITE), last)


_ENDS = frozenset(("،", "که", "؛"))


def _is_dateline(sentence: Sentence, place: PlaceMention) -> bool:
    """«کرج - دبیر … می‌گوید این استان …»: where the report was written."""
    return place.first == 0 and sentence.word(place.last) in ("-", "–", "/")


def _frames(sentence: Sentence, place: PlaceMention, draft: Draft) -> bool:
    """A place before «… گفت:» is where somebody spoke; what he counts stands behind the colon."""
    said = sentence.of("said")
    return bool(said) and any(place.last <= hit.first < draft.first and sentence.word(hit.last) == ":" for hit in said)


def _is_office(sentence: Sentence, place: PlaceMention) -> bool:
    """A place of a speaker's office or of an agency's bureau: context, not where the thing is."""
    role = next((hit for hit in reversed(sentence.of("role")) if hit.last <= place.first), None)
    if role is not None and place.first - role.last <= 8:
        between = sentence.words[role.last : place.first]
        return not any(word in ("گفت", "در", "با", "از", "که", "،", ":", "افزود") for word in between)
    return (
        sentence.word(place.first - 1) in ("خبرگزاری", "مرکز")
        and "خبرگزاری" in sentence.words[max(0, place.first - 6) : place.first]
    )


def _country(draft: Draft, segment: tuple[int, int]) -> PlaceMention | None:
    """«در کشور», «سراسر کشور»: the country itself, but not the «رتبه نخست کشور» that is a scope."""
    if draft.kind == "rank":
        return None
    sentence = draft.sentence
    for hit in sentence.of("cue", ("country",)):
        behind = hit.first >= draft.last
        if ":" in sentence.words[draft.last : hit.first]:  # «… گفت: این سهم در سطح ملی …»
            continue
        if not segment[0] <= hit.first < segment[1] or hit.entry.surface.startswith(("ملی", "کشوری")):
            continue
        if behind and hit.entry.surface in _NATIONAL_AVERAGE:  # «… را ۳۷ درصد و میانگین کشوری را ۳۱ درصد برشمرد»
            continue
        if _is_scope(sentence, hit) or sentence.word(hit.first - 1) in ("وزارت", "وزیر", "استان"):
            continue
        if any(hit.last <= place.first < draft.first for place in _free(sentence)):
            continue  # «جشنواره کشوری که در نکا با حضور ۹۰ داوطلب برپا شد»
        if "خارج" in sentence.words[max(0, hit.first - 2) : hit.first]:  # «خارج از کشور»
            continue
        if "خبرگزاری" in sentence.words[max(0, hit.first - 3) : hit.first] or _is_origin(sentence, hit):
            continue
        return PlaceMention("کشور", hit.first, hit.last, "country", "country", sentence.span(hit.first, hit.last))
    return None


_NATIONAL_AVERAGE = frozenset(("میانگین کشوری", "متوسط کشوری"))


def _is_origin(sentence: Sentence, hit: Hit) -> bool:
    """«… از سراسر کشور به مهران اعزام شدند»: where those who were sent somewhere came from."""
    sent = any(place.first > hit.last and sentence.word(place.first - 1) == "به" for place in sentence.places)
    return sentence.word(hit.first - 1) == "از" and sent


def _is_scope(sentence: Sentence, hit: Hit) -> bool:
    return any(
        number.form == "ordinal" and (0 <= hit.first - number.last <= 3 or hit.last == number.first)
        for number in sentence.numbers
    )
