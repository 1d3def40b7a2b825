"""Rules for ranks: «رتبه نخست کشور», «چهارمین استان کشور در تعداد خیریه‌ها», «بیشترین … را دارد», «سرآمد کشور»."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from extract.languages.fa.draft import Candidate, Draft, Memory, Noun, drafted
from extract.languages.fa.sentence import Sentence
from extract.languages.fa.subjects import is_civic, is_strong, is_tied, noun_of, nouns_before
from extract.languages.fa.verbs import FINITE
from extract.languages.fa.where import is_ahead
from extract.lexicon import Hit
from extract.model import Reason
from extract.sentence import Number, PlaceMention

_LEADS = frozenset(("لحاظ", "نظر", "حیث", "شمار", "تعداد", "شاخص", "زمینه", "حوزه", "جذب"))
_PEERS = frozenset(("استان", "شهرستان", "شهر", "استانی"))
_VERBS = frozenset(("شد", "است", "شدند", "ایستاد", "بود", "گرفت"))


def ordinal_rank(candidate: Candidate) -> list[Draft] | Reason | None:
    """An ordinal with رتبه, مقام, جایگاه; «چهارمین استان کشور در …»; «در … اول شد»."""
    sentence, number = candidate.sentence, candidate.number
    if number.form not in ("ordinal", "cardinal") or number.high is not None:
        return None
    cue = sentence.ending("cue", number.first)
    is_rank = cue is not None and cue.code == "rank"
    if not is_rank and number.form == "ordinal":
        is_rank = (
            _is_peer(sentence, number)
            or _second_point(candidate)
            or _next_rank(candidate)
            or _is_predicate(sentence, number)
        )
    if not is_rank:
        return "ordinal" if number.form == "ordinal" else None
    if any(0 <= hit.first - number.last <= 3 for hit in sentence.of("cue", ("contest",))):
        return "rank_of_nothing"  # «رتبه دوم مسابقات»
    if cue is not None and any(other.last == cue.first and other.form == "cardinal" for other in sentence.numbers):
        return "part_of_a_rank"  # «سه رتبه اول» is one expression
    return _ranks(candidate, Decimal(number.value), number.first, number.last, "fa.rank.ordinal")


def _is_peer(sentence: Sentence, number: Number) -> bool:
    """«چهارمین استان کشور در تعداد خیریه‌ها»: among peers, by something counted."""
    word = sentence.word(number.last)
    if word not in _PEERS:
        return False
    before = sentence.words[max(0, number.first - _LED) : number.first]
    if "این" in before and any(word in ("لحاظ", "حیث", "نظر") for word in before):
        return True
    rest = sentence.words[number.last + 1 : number.last + 6]
    return any(lead in rest for lead in _LEADS) or ("در" in rest and bool(sentence.of("subject")))


def _second_point(candidate: Candidate) -> bool:
    """«از رتبه هشتم به ششم رسید»."""
    sentence, number = candidate.sentence, candidate.number
    return sentence.word(number.first - 1) == "به" and any(
        draft.kind == "rank" and draft.sentence is sentence for draft in candidate.memory.drafts
    )


def _next_rank(candidate: Candidate) -> bool:
    """«در سال ۹۷ رتبه دوم، سال ۹۶ چهارم و سال ۹۵ هفتم کشور بودیم»: ordinals in a row of times or places."""
    sentence, number = candidate.sentence, candidate.number
    ranked = any(draft.kind == "rank" and draft.sentence is sentence for draft in candidate.memory.drafts)
    ends = {period.last for period in sentence.periods} | {place.last for place in sentence.places}
    latest = next((d for d in reversed(candidate.memory.drafts) if d.sentence is sentence), None)
    counted = latest is not None and latest.noun is not None and latest.noun[1] == number.first  # «با ۹ وقف دوم شد»
    return ranked and (number.first in ends or counted)


def _is_predicate(sentence: Sentence, number: Number) -> bool:
    """«گیلان در جذب داوطلب اول شد», «به لحاظ کمک خیران هشتم و از نظر … ششم است», «جایگاه … را نهم خواند»."""
    before, behind = sentence.words[: number.first], sentence.word(number.last)
    if before[-1:] == ["را"] and any(-12 <= hit.first - number.first < 0 for hit in sentence.of("cue", ("rank",))):
        return True
    led = any(word in ("در", "لحاظ", "نظر", "حیث", "پس", "بعد") for word in before[-_LED:])
    measured = any(number.first - _LED <= hit.first < number.first for hit in sentence.of("subject"))
    if not (led and measured):
        return False
    if behind == "و":
        return any(other.form == "ordinal" and other.first > number.last for other in sentence.numbers)
    return behind in _STANDS or (behind in ("کشور", "استان") and sentence.word(number.last + 1) in _STANDS)


_LED = 14  # tokens from «در» or «به لحاظ» to the ordinal
_STANDS = frozenset(("شد", "است", "شدند", "شدیم", "هستیم", "هستند", "ایستاد", "ایستاده", "شده", "شناخته"))


def top_ranks_of_fields(candidate: Candidate) -> list[Draft] | Reason | None:
    """«سه رتبه اول استان» of named fields: 1 to 3 each, 2 to 3 where the text says that they come after the first."""
    sentence, number = candidate.sentence, candidate.number
    cue = sentence.at("cue", number.last)
    if number.form != "cardinal" or cue is None or cue.code != "rank" or not 2 <= number.value <= 10:
        return None
    top = sentence.number_at(cue.last)
    if top is None or top.form != "ordinal" or top.value != 1:
        return None
    words = sentence.words
    start = max((i + 1 for i in range(number.first) if words[i] == ":"), default=0)
    fields = [hit for hit in sentence.of("field") if start <= hit.first < number.first]
    behind = next((i for i in range(start, number.first) if words[i : i + 2] == ["پس", "از"]), number.first)
    after = any(hit.last <= behind for hit in fields) and behind < number.first  # «… پس از امور خیریه قرار دارند»
    if after:
        fields = [hit for hit in fields if hit.last <= behind]
    own = (noun_of(hit) for hit in sentence.of("subject") if hit.first >= start and is_strong(hit))
    noun = next(own, None) or _last(candidate.memory)
    ordered = next((hit.last for hit in sentence.of("cue", ("respectively",)) if hit.first >= top.last), None)
    in_order = not fields and ordered is not None
    fields = fields or [hit for hit in sentence.of("field") if hit.first >= (ordered or top.last)]
    if noun is None or not fields:
        return "rank_of_nothing"
    drafts = []
    for place, code in enumerate(dict.fromkeys(hit.code for hit in fields), 1):
        draft = _draft("fa.rank.top_of_fields", candidate, noun, Decimal(2 if after else 1), number.first, top.last)
        if in_order and place <= number.value:  # «سه رتبه اول به ترتیب از آن امور خیریه، سلامت و محیط زیست است»
            draft.value = Decimal(place)
        else:
            draft.high, draft.bound = number.value, "between"
        draft.field, draft.apart = code, f"field:{code}"
        draft.scope, draft.rank_by = _scope(sentence, top.last, None), None
        drafts.append(draft)
    return drafts


def superlatives(sentence: Sentence, memory: Memory) -> list[Draft]:
    """Rank 1 said without a number: «بیشترین سهم را دارد», «در صدر», «سرآمد کشور»."""
    drafts: list[Draft] = []
    for hit in sentence.of("cue", ("most", "top")):
        number = Number(Decimal(1), hit.first, hit.last, "ordinal")
        candidate = Candidate(sentence, number, memory)
        found = _most(candidate, hit) if hit.code == "most" else _top(candidate, hit)
        drafts.extend(found)
    return drafts


def _most(candidate: Candidate, hit: Hit) -> list[Draft]:
    sentence, memory = candidate.sentence, candidate.memory
    words = sentence.words
    if any(word in ("تشکیل", "شامل") for word in words[hit.last : hit.last + 16]):
        return []  # «بیشترین سمن‌ها را خیریه‌ها تشکیل می‌دهند» says what they are made of
    until = next(
        (
            i
            for i in range(hit.last, min(len(words), hit.last + 14))
            if words[i] in ("را", "است", "دارد", "مربوط", "متعلق")
        ),
        None,
    )
    if until is None and sentence.word(hit.first - 1) == "دارای":  # «دارای بیشترین سمن در استان»
        until = min(hit.last + 3, len(words) - 1)
    if until is None:
        return []
    noun = next((noun_of(h) for h in sentence.of("subject") if hit.last <= h.first < until), None)
    if noun is None and sentence.word(hit.first - 1) == "دارای":
        return []  # «مناطق دارای بیشترین آسیب»
    fields = [
        h for h in sentence.of("field") if hit.last <= h.first <= until and (noun is None or h.first >= noun.last)
    ]
    if words[until] == "است" and fields and noun is not None:  # «بیشترین خیریه‌های استان درمانی است»
        draft = _draft("fa.rank.field", candidate, noun, Decimal(1), hit.first, hit.first + 1)
        draft.field, draft.scope = fields[-1].code, _scope(sentence, hit.last, None) if "استان" in words else "province"
        draft.rank_by = None  # «تعداد و فعالیت» of a field is no measure among places
        return [draft]
    if sentence.word(hit.last) == "سهم":  # «کوهرنگ با ۱۴ گروه بیشترین سهم را از این اردوها دارد»
        noun = _just_counted(candidate) or noun
    noun = noun or _just_counted(candidate) or _counted_here(sentence, hit) or _last(memory)
    place = _ranked_place(sentence, hit)
    if sentence.word(until + 1) == "دارند" and sentence.of("cue", ("respectively",)):
        return []  # several places in a row: which is first is not said
    if place is None or noun is None or not is_tied(sentence, noun, memory):
        return []
    draft = _draft("fa.rank.most", candidate, noun, Decimal(1), hit.first, hit.first + 1)
    draft.place, draft.rank_by = place, noun.code
    draft.scope = _scope(sentence, hit.last, place)
    return [draft]


def _top(candidate: Candidate, hit: Hit) -> list[Draft]:
    sentence = candidate.sentence
    words = sentence.words
    if sentence.word(hit.last) == "ترین" or _ordinal_near(sentence, hit):
        return []
    first, last = max(0, hit.first - 12), min(len(words), hit.last + 10)
    first = max([first, *(i for i in range(first, hit.first) if words[i] == ":")])  # the office has words of its own
    country = [h for h in sentence.of("cue", ("country", "world", "province")) if hit.last <= h.first <= hit.last + 3]
    if not country and not hit.entry.surface.startswith(("در صدر", "صدرنشین")):
        return []
    nouns = (noun_of(hit) for hit in sentence.of("subject") if first <= hit.first < last)
    noun = next((noun for noun in nouns if is_civic(noun)), None)
    noun = noun or _just_counted(candidate)
    place = _ranked_place(sentence, hit)
    if noun is None or place is None:
        return []
    draft = _draft("fa.rank.top", candidate, noun, Decimal(1), hit.first, hit.last)
    if hit.entry.surface.startswith("در صدر"):
        draft.first = hit.first + 1
        draft.last = hit.first + 2
    draft.scope, draft.place = _scope(sentence, hit.last, place), place
    return [draft]


def _ordinal_near(sentence: Sentence, hit: Hit) -> bool:
    """«رتبه نخست و سرآمد کشور» is one rank."""
    return any(number.form == "ordinal" and abs(number.last - hit.first) <= 2 for number in sentence.numbers)


def _just_counted(candidate: Candidate) -> Noun | None:
    """What the last claim of the same sentence was about."""
    draft = next((d for d in reversed(candidate.memory.drafts) if d.sentence is candidate.sentence), None)
    return Noun(draft.subject, 0, 0, "own", is_carried=True, surface=draft.surface) if draft is not None else None


def _counted_here(sentence: Sentence, hit: Hit) -> Noun | None:
    return next((noun for noun in nouns_before(sentence, hit.first, reach=12) if is_civic(noun)), None)


def _ranked_place(sentence: Sentence, hit: Hit) -> PlaceMention | None:
    before = [place for place in sentence.places if place.last <= hit.first]
    if before:
        return before[-1]
    return next((place for place in sentence.places if place.first >= hit.last), None)


def _ranks(candidate: Candidate, value: Decimal, first: int, last: int, rule: str) -> list[Draft] | Reason:
    """One rank for each measure that the sentence names."""
    sentence, memory = candidate.sentence, candidate.memory
    domain, measures = _domain_and_measures(candidate)
    if domain is None:
        return "rank_of_nothing"
    if not is_tied(sentence, domain, memory):
        return "not_civil_society"
    drafts = []
    for measure in measures or [domain]:
        subject = (
            domain
            if domain.code != measure.code and is_civic(domain) and _is_whole(sentence, domain, measure)
            else measure
        )
        draft = _draft(rule, candidate, subject, value, first, last)
        draft.rank_by = measure.code
        draft.apart = f"{measure.first}" if len(measures) > 1 else ""
        earlier = (other.scope for other in reversed(memory.drafts) if other.sentence is sentence)
        among = next((scope for scope in earlier if scope in ("province", "country")), "country")
        told = sentence.ending("cue", first)
        among = "country" if told is not None and told.code == "rank" else among  # but «زنجان با ۹ وقف دوم شد»
        draft.scope = _scope(sentence, last, _awarded(sentence, last), among)
        if sentence.word(first - 2) == "از" and _goes_on(sentence, last):
            draft.period = "unknown"
        drafts.extend(_of_fields(draft) or _shared(draft))
    return drafts


def _of_fields(draft: Draft) -> list[Draft]:
    """«جوانان رتبه دوم را دارند», «محیط زیست و زنان مشترکا رتبه سوم»: a rank of fields among those of the place."""
    sentence = draft.sentence
    cue = sentence.ending("cue", draft.first)
    index = cue.first if cue is not None else draft.first
    while sentence.word(index - 1) in ("مشترکا", "مشترک", "طور", "به", "نیز", "هم", "در"):
        index -= 1
    row: list[Hit] = []
    for hit in reversed(sentence.of("field")):
        if hit.last == index and sentence.at("subject", hit.first) is None:
            row.insert(0, hit)
            index = hit.first - 1 if sentence.word(hit.first - 1) in _ROW else hit.first
    if not row or sentence.ending("subject", row[0].first) is not None:  # «خیران سلامت رتبه چهارم کشور …»
        return []
    return [
        replace(draft, field=hit.code, scope="province", rank_by=None, apart=f"{draft.apart}@{hit.code}") for hit in row
    ]


def _shared(draft: Draft) -> list[Draft]:
    """«یزد و سمنان رتبه نخست را دارند»: a rank of several named places gives one claim each."""
    sentence = draft.sentence
    plural = any(word in _PLURAL for word in sentence.words[draft.last : draft.last + 16])
    places = [place for place in sentence.places if place.last <= draft.first and not is_ahead(sentence, place)]
    row = places[-1:]
    for place in reversed(places[:-1]):
        between = sentence.words[place.last : row[0].first]
        if not between or any(word not in _ROW for word in between):
            break
        row.insert(0, place)
    if len(row) < 2 or not (plural or row[-1].last == draft.first):
        return [draft]
    return [replace(draft, place=place, apart=f"{draft.apart}@{index}") for index, place in enumerate(row)]


_ROW = frozenset(("و", "،", ","))
_PLURAL = frozenset(("کردند", "دارند", "شدند", "هستند", "گرفتند", "ایستادهاند", "مشترک"))


def _goes_on(sentence: Sentence, last: int) -> bool:
    return "به" in sentence.words[last : last + 4]


def _is_whole(sentence: Sentence, domain: Noun, measure: Noun) -> bool:
    """«در حوزه سمن‌ها … اعضا», «اعضای سمن‌ها»: the domain is what is ranked, the measure only says by what."""
    return _is_domain(sentence, domain) or (measure.code == "member" and domain.first == measure.last)


def _is_domain(sentence: Sentence, noun: Noun) -> bool:
    return any(word in ("حوزه", "زمینه", "بخش", "عرصه") for word in sentence.words[max(0, noun.first - 2) : noun.first])


def _domain_and_measures(candidate: Candidate) -> tuple[Noun | None, list[Noun]]:
    sentence, number, memory = candidate.sentence, candidate.number, candidate.memory
    nouns = [noun_of(hit) for hit in sentence.of("subject")]
    before = [noun for noun in nouns if noun.last <= number.first]
    after = [noun for noun in nouns if noun.first >= number.last]
    domain = next((noun for noun in before if is_civic(noun) and _is_domain(sentence, noun)), None)
    domain = domain or _whose_members(sentence, before)
    measures = _measures(sentence, number, before, domain)
    if measures:
        return domain or measures[0], measures
    if domain is not None:
        return domain, []
    first, last = sentence.clause(number.first)
    behind = next((noun for noun in after if noun.first < last and _may_be_measure(sentence, noun)), None)
    counted = next((hit.last for hit in sentence.of("cue", ("number",)) if number.last <= hit.first < last), None)
    behind = next((noun for noun in after if noun.first == counted), behind)  # «… از نظر شمار خانوار»
    near = next((noun for noun in reversed(before) if noun.first >= first and is_civic(noun)), None)
    if behind is not None and not _leads(sentence, behind.first):
        behind = None
    at_once = next((noun for noun in after if noun.first == number.last and is_civic(noun)), None)
    if at_once is not None:  # «مقام نخست تعاونی‌های کشور»
        return at_once, []
    led = next((n for n in reversed(before) if n.first >= number.first - 6 and _leads(sentence, n.first)), None)
    if led is not None and led.code == "donation":  # «در کمک سرانه چهارم است»
        return led, []
    if near is not None and behind is not None:
        return (behind, []) if _leads(sentence, behind.first) and not _leads(sentence, near.first) else (near, [])
    latest = next((d for d in reversed(candidate.memory.drafts) if d.sentence is sentence), None)
    counted_later = near is not None and latest is not None and near.last <= latest.first < number.first
    so = any(pair in _SO_FAR for pair in pairwise(sentence.words[max(0, number.first - _SO) : number.first]))
    if near is None or counted_later or so or sentence.word(near.first - 1) in ("برای", "به"):
        near = _just_counted(candidate) or near
    noun = (
        near
        or behind
        or next((n for n in reversed(before) if is_civic(n)), None)
        or next((n for n in after if is_civic(n)), None)
    )
    return (noun or _last(memory)), []


_SO = 6  # tokens from «از این حیث» to the ordinal
_SO_FAR = frozenset(("این", word) for word in ("حیث", "نظر", "لحاظ", "بابت", "جهت", "بخش"))


def _may_be_measure(sentence: Sentence, noun: Noun) -> bool:
    """A civic noun, or «کمک» and the like right behind «در سرانه …»."""
    return is_civic(noun) or (noun.code == "donation" and _leads(sentence, noun.first))


def _whose_members(sentence: Sentence, before: list[Noun]) -> Noun | None:
    """«به لحاظ تعداد و جمعیت اعضای سمن‌ها»: both measures are of the bodies behind the members."""
    for member, body in pairwise(before):
        joined = member.last == body.first and member.code == "member" and is_civic(body)
        if joined and "و" in sentence.words[max(0, member.first - 2) : member.first]:
            return body
    return None


def _leads(sentence: Sentence, index: int) -> bool:
    return any(word in _LEADS or word == "در" for word in sentence.words[max(0, index - 3) : index])


def _measures(sentence: Sentence, number: Number, before: list[Noun], domain: Noun | None) -> list[Noun]:
    """The nouns of «به لحاظ تعداد و جمعیت اعضا», «هم از نظر تعداد خیران و هم از نظر مبلغی …»."""
    words = sentence.words
    leads = [i for i in range(1, number.first) if words[i] in ("لحاظ", "نظر", "حیث") and words[i - 1] in ("به", "از")]
    leads += [
        i - 1 for i in range(1, number.first) if words[i] in ("تعداد", "شمار", "شاخص", "جذب") and words[i - 1] == "در"
    ]
    starts: list[int] = []
    for lead in sorted(leads, reverse=True):  # a verb between two measures ends the row of measures
        if starts and any(word in _VERBS for word in words[lead : starts[0]]):
            break
        starts.insert(0, lead)
    if not starts:
        return []
    found: list[Noun] = []
    for position, start in enumerate(starts):
        end = starts[position + 1] if position + 1 < len(starts) else number.first
        inside = [noun for noun in before if start < noun.first < end]
        counting = start + 1 < len(words) and words[start + 1] in ("تعداد", "شمار")
        if counting and sentence.word(start + 2) == "و" and domain is not None:
            found.append(Noun(domain.code, start + 1, start + 2, "own", surface=domain.surface))
            found.extend(noun for noun in inside if noun.code != domain.code)
        elif any(word in ("مبلغی", "مبلغ", "مبالغ", "کمک", "رقم") for word in words[start:end]):
            found.append(Noun("donation", start + 1, start + 2, "own", surface="کمک مردمی"))
        elif inside:
            found.extend(inside[:1])
        elif counting and domain is not None:
            found.append(Noun(domain.code, start + 1, start + 2, "own", surface=domain.surface))
    return found


def _last(memory: Memory) -> Noun | None:
    return Noun(memory.subject, 0, 0, "own", is_carried=True, surface=memory.surface) if memory.subject else None


def _awarded(sentence: Sentence, last: int) -> PlaceMention | None:
    """«رتبه نخست به شهر کاشان رسید»: the place that a rank goes to."""
    behind = (place for place in sentence.places if last <= place.first <= last + 3)
    return next((place for place in behind if "به" in sentence.words[last : place.first]), None)


def _scope(sentence: Sentence, last: int, place: PlaceMention | None, otherwise: str = "country") -> str:
    """Among whom: the word behind the rank; a county stands among those of its province, a province in the country."""
    is_peer = sentence.word(last) in _PEERS and sentence.word(last - 1).endswith("ین")  # «سومین استان»: of the country
    start = last + 1 if is_peer else last
    for hit in sentence.of("cue", ("country", "province", "world")):
        if start <= hit.first <= last + 3:
            return {"world": "world", "province": "province"}.get(hit.code, "country")
    counties = [hit.last for hit in sentence.of("cue", ("among_counties",)) if hit.last <= last]
    if counties and not any(word in FINITE for word in sentence.words[counties[-1] : last]):
        return "province"
    if place is not None and (
        place.type in ("county", "city") or (place.type is None and place.known_as in ("county", "city"))
    ):
        return "province"
    return otherwise


def _draft(rule: str, candidate: Candidate, noun: Noun, value: Decimal, first: int, last: int) -> Draft:
    draft = drafted(rule, "rank", candidate, noun, "position", value=value, span=(first, last))
    draft.rank_by = noun.code
    return draft
