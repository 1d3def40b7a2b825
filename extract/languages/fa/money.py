"""Rules for amounts of money and for measures: «۵۰۰ میلیون تومان اعتبار», «۹ هزار نفرساعت آموزش»."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from extract.languages.fa.counts import Outcome
from extract.languages.fa.draft import Candidate, Noun, drafted
from extract.languages.fa.sentence import Sentence
from extract.languages.fa.subjects import is_tied, noun_after, noun_of, nouns_before
from extract.languages.fa.vocabulary import load_vocabulary
from extract.lexicon import Hit

_MONEY = frozenset(("budget", "donation", "grant", "loan", "endowment"))
_PAYER = 6  # tokens between «دولت» and what it pays
_AREA = frozenset(("زیربنا", "زیربنای", "مساحت", "متراژ", "وسعت"))  # «با زیربنای ۸۰۰ متر» means square metres
_PRICED = 8  # tokens between «هر کیلو» or «قیمت» and the price
_BODIES = frozenset(("ngo", "charity", "association", "tashakol", "jihadi_group"))
_PETTY = {"toman": Decimal(1_000_000), "rial": Decimal(10_000_000), "USD": Decimal(1000), "EUR": Decimal(1000)}
_COST = frozenset(("هزینه", "هزینهای", "بهای", "قیمت"))
_WORTH_OF = frozenset(("aid_package", "endowment"))  # whose worth is told: «ارزش آنها …»
_UNMEASURED = frozenset(("person", "project", "budget"))
_GIVERS = frozenset(("donor",))


def amount(candidate: Candidate) -> Outcome:
    """Money with its currency, or without one beside another amount («۹ میلیارد آن»)."""
    sentence, number = candidate.sentence, candidate.number
    if number.form not in ("cardinal", "vague", "fraction"):
        return None
    money = _money_of(candidate)
    if money is None:
        return None
    code, scale, last = money
    if sentence.word(number.last).startswith(("تومانی", "ریالی", "دلاری")) and not number.scaled:
        return "price"  # «ارز ۲۵۰۰ تومانی»
    if any(0 <= number.first - hit.last <= _PRICED for hit in sentence.of("cue", ("price",))):
        return "price"
    noun = _paid(candidate, last)
    if noun is None:
        return "money_of_nobody"
    if not is_tied(sentence, noun, candidate.memory):
        return "not_civil_society"
    if noun.code == "budget" and number.value * scale < _PETTY.get(code, 0) and sentence.word(noun.first) in _COST:
        return "price"  # «هزینه هر جلسه ۳۰۰ هزار تومان»
    high = None if number.high is None else number.high * scale
    span = (number.first, last)
    return drafted("fa.amount.money", "amount", candidate, noun, code, value=number.value * scale, high=high, span=span)


def _money_of(candidate: Candidate) -> tuple[str, Decimal, int] | None:
    """The currency of a number, how many of it one is, and where the amount ends; None where it is no money."""
    sentence, number = candidate.sentence, candidate.number
    unit = sentence.at("unit", number.last)
    if unit is not None and unit.entry.note == "money":
        again = unit.last < len(sentence.words) and sentence.word(unit.last) in ("تومان", "ریال")  # «۲ همت تومان»
        return unit.code, _factor(unit), unit.last + again
    if number.form == "fraction":
        return None
    shared = _of_row(candidate)
    if shared is not None:
        return shared
    return (_currency(candidate), Decimal(1), number.last) if _money_by_company(candidate) else None


def _of_row(candidate: Candidate) -> tuple[str, Decimal, int] | None:
    """«به ترتیب ۲۸ و ۲۴ میلیارد تومان»: the first numbers of a row have the scale and the currency of its last."""
    sentence, number = candidate.sentence, candidate.number
    row = next(((first, last) for first, last in sentence.number_rows if first <= number.first < last), None)
    closing = next((other for other in sentence.numbers if row is not None and other.last == row[1]), None)
    if number.scaled or closing is None or not (closing.scaled and sentence.of("cue", ("respectively",))):
        return None
    unit = sentence.at("unit", closing.last)
    if unit is None or unit.entry.note != "money":
        return None
    return unit.code, closing.scale * _factor(unit), number.last


def _factor(unit: Hit) -> Decimal:
    """How many of its code one of a unit is, by the table: «همت» is a thousand billion toman."""
    return load_vocabulary().factors[unit.entry.surface]


def _currency(candidate: Candidate) -> str:
    """The currency of the amount before, where a later one leaves it out."""
    here = (draft for draft in reversed(candidate.memory.drafts) if draft.kind == "amount")
    return next((draft.unit for draft in here if draft.unit in ("rial", "toman")), "toman")


def _currency_follows(candidate: Candidate) -> bool:
    """«کاشان ۴۱ میلیارد، نراق ۹ میلیارد و نطنز ۶ میلیارد تومان»: a later number of the row names the currency."""
    sentence, end = candidate.sentence, candidate.number.last
    for other in (other for other in sentence.numbers if other.first >= end):
        joined = any(word in ("و", "،") for word in sentence.words[end : other.first])
        if not (other.scaled and joined and other.first - end <= _ROW):
            return False
        unit = sentence.at("unit", other.last)
        if unit is not None:
            return unit.entry.note == "money"
        end = other.last
    return False


_ROW = 8  # tokens between the amounts of a row


def _money_by_company(candidate: Candidate) -> bool:
    """A large number without noun or unit right after an amount in the same sentence is money too."""
    sentence, number = candidate.sentence, candidate.number
    if not number.scaled or number.value < 1_000_000:
        return False
    if noun_after(candidate, number.last) is not None or sentence.at("unit", number.last) is not None:
        return False
    near = [
        draft for draft in candidate.memory.drafts if draft.kind == "amount" and draft.sentence.line == sentence.line
    ]
    if any(draft.sentence is sentence for draft in near) or _currency_follows(candidate):
        return True
    return bool(near) and sentence.word(number.last) in ("ان", "از", "این", "را", "هم")


def _paid(candidate: Candidate, last: int) -> Noun | None:
    """What the money is: a money noun behind, a money noun before, what it is the price of, or who gave it."""
    if _from_donors(candidate, last):
        return Noun("donation", candidate.number.first, last, "own", is_carried=True, surface="کمک مردمی")
    named = _named_money(candidate, last)
    if named is not None and named.code != "budget":
        return named
    if _is_collected(candidate, last):
        return Noun("donation", candidate.number.first, last, "own", is_carried=True, surface="کمک مردمی")
    is_of_others = _is_levied(candidate, last) or _is_of_government(candidate.sentence)
    return named or (None if is_of_others else _implied_money(candidate, last))


def _is_levied(candidate: Candidate, last: int) -> bool:
    """«۱۲ میلیارد تومان مالیات»: who pays it gives nothing."""
    near = candidate.words[max(0, candidate.number.first - _GATHERING) : last + _GATHERING]
    return not _LEVIES.isdisjoint(near)


def _is_of_government(sentence: Sentence) -> bool:
    """«بر اساس مصوبه مجلس ۴ میلیارد دلار»: who an article praises did not give it."""
    ours = (*_GIVERS, *_BODIES)
    return bool(sentence.of("cue", ("government",))) and not any(hit.code in ours for hit in sentence.of("subject"))


_LEVIES = frozenset(("مالیات", "عوارض", "نقدینگی"))


def _from_donors(candidate: Candidate, last: int) -> bool:
    """«۸۰ میلیارد را خیران پرداختند», «خیران ۲۱ میلیارد و …», «… به حساب هلال احمر»: who gave it, or how."""
    sentence = candidate.sentence
    if sentence.words[last : last + 2] == ["به", "حساب"]:
        return True
    told = last + (sentence.word(last) == "ان")  # «۲۵۰ میلیون آن را خیران»
    behind = sentence.at("subject", told + 1) if sentence.word(told) == "را" else None
    before = sentence.ending("subject", candidate.number.first)
    return any(hit is not None and hit.code in _GIVERS for hit in (behind, before))


def _is_collected(candidate: Candidate, last: int) -> bool:
    """«مراکز نیکوکاری ۷۳ میلیارد تومان جمع کردند»: what is collected was given, but for taxes."""
    sentence = candidate.sentence
    if any(word in _TAXES for word in sentence.words):
        return False
    behind = pairwise(sentence.words[last : last + _GATHERING])
    return any(word in _GATHER and verb in _COLLECTED for word, verb in behind)


_TAXES = _LEVIES | {"سود", "بدهی", "دولت", "شهرداری", "بانکها"}
_GATHERING = 6  # tokens up to «… برای داروی آنها گرد آمد»
_GATHER = frozenset(("جمع", "گرد", "گرداوری", "جمعاوری"))
_COLLECTED = frozenset(("کردند", "کرده", "کرد", "شد", "شده", "کردیم", "اوری", "امد", "امده"))


def _named_money(candidate: Candidate, last: int) -> Noun | None:
    sentence, number, memory = candidate.sentence, candidate.number, candidate.memory
    index = last
    while sentence.word(index) in ("از", "به", "عنوان", "صورت", "مبلغ", "در", "قالب"):
        index += 1
    after = noun_after(candidate, index, reach=3)
    if after is not None and after.code in _MONEY and not _is_verb(candidate, after):
        return _refined(candidate, after)
    formed = (hit for hit in sentence.of("subject") if hit.code in _MONEY and last <= hit.first <= last + _PAYER)
    as_what = next((hit for hit in formed if sentence.words[hit.first - 2 : hit.first] == ["به", "صورت"]), None)
    if as_what is not None:  # «۳۵۰ میلیون را بانک به صورت وام داد»
        return noun_of(as_what)
    worth = _worth(candidate)
    if worth is not None:
        return worth
    here = [draft for draft in memory.drafts if draft.kind == "amount" and draft.sentence is sentence]
    before = [
        noun
        for noun in nouns_before(sentence, number.first, reach=20)
        if noun.code in _MONEY and not _is_verb(candidate, noun)
    ]
    if before:
        return _refined(candidate, before[0])
    if here:
        return Noun(here[-1].subject, number.first, number.last, "own", is_carried=True, surface=here[-1].surface)
    return None


def _worth(candidate: Candidate) -> Noun | None:
    """What a «به ارزش» or «ارزش آنها» before the number is the worth of."""
    sentence, number, memory = candidate.sentence, candidate.number, candidate.memory
    worth = next((hit for hit in reversed(sentence.of("cue", ("worth",))) if 0 <= number.first - hit.last <= 8), None)
    if worth is None:
        return None
    priced = next((noun_of(h) for h in sentence.of("subject") if worth.last <= h.first < number.first), None)
    package = next((n for n in nouns_before(sentence, worth.first, reach=4) if n.code == "aid_package"), None)
    if priced is not None or package is not None:
        return priced or package
    counted = (draft for draft in reversed(memory.drafts) if draft.sentence is sentence and draft.subject in _WORTH_OF)
    draft = next(counted, None)
    if draft is not None:
        return Noun(draft.subject, number.first, number.last, "own", is_carried=True, surface=draft.surface)
    if sentence.word(worth.last) in ("انها", "ان") and memory.subject in _WORTH_OF:
        return Noun(memory.subject, number.first, number.last, "own", is_carried=True, surface=memory.surface)
    return None


def _implied_money(candidate: Candidate, last: int) -> Noun | None:
    sentence, number, memory = candidate.sentence, candidate.number, candidate.memory
    everywhere = [
        hit
        for hit in sentence.of("subject")
        if hit.code in _MONEY and last <= hit.first <= last + 12 and not _is_verb(candidate, noun_of(hit))
    ]
    if everywhere:
        return _refined(candidate, noun_of(everywhere[0]))
    helped = next((hit for hit in sentence.of("subject") if hit.entry.surface == "کمک" and hit.first >= last), None)
    if helped is not None and helped.first - last <= _PAYER + 6:  # «۲ میلیارد تومان به سمن‌ها کمک شد»
        return _refined(candidate, noun_of(helped))
    if _is_granted(sentence, last):
        return Noun("grant", number.first, number.last, "general", is_carried=True, surface="کمک")
    givers = [hit for hit in sentence.of("subject") if hit.code in _GIVERS]
    first, _ = sentence.clause(number.first)
    if "دولت" in sentence.words[max(first, number.first - _PAYER) : number.first]:
        return Noun("budget", number.first, number.last, "general", is_carried=True, surface="اعتبار")
    if givers or memory.is_giving:
        return Noun("donation", number.first, number.last, "own", is_carried=True, surface="کمک مردمی")
    this = any(hit.entry.surface.startswith("این") for hit in sentence.of("cue", ("these",)))
    here = [draft for draft in memory.drafts if draft.kind == "amount"]
    if here and this:
        return Noun(here[-1].subject, number.first, number.last, "own", is_carried=True, surface=here[-1].surface)
    if any(hit.code == "orphan" for hit in sentence.of("subject")):
        return Noun("donation", number.first, number.last, "own", is_carried=True, surface="کمک مردمی")
    if here and here[-1].sentence.line == sentence.line and here[-1].subject in _MONEY:
        return Noun(here[-1].subject, number.first, number.last, "own", is_carried=True, surface=here[-1].surface)
    if sentence.of("tie", ("article",)) or memory.is_tied:
        return Noun("budget", number.first, number.last, "own", is_carried=True, surface="هزینه")
    return None


def _is_granted(sentence: Sentence, last: int) -> bool:
    """«۲ میلیارد ریال از سوی اداره کل به سمن‌ها پرداخت شد»: money that a body is paid."""
    paid = next((i for i in range(last, min(len(sentence.words), last + 14)) if sentence.words[i] == "پرداخت"), 0)
    return any(
        last <= hit.first < paid and hit.code in _BODIES and sentence.word(hit.first - 1) == "به"
        for hit in sentence.of("subject")
    )


def _is_verb(candidate: Candidate, noun: Noun) -> bool:
    """«هزینه شد», «کمک کرد» are verbs, no nouns."""
    return candidate.sentence.word(noun.last) in (
        "شد",
        "شده",
        "کرد",
        "کردند",
        "کرده",
        "می",
        "کردیم",
        "خواهد",
    ) and noun.surface in ("هزینه", "کمک")


def _refined(candidate: Candidate, noun: Noun) -> Noun:
    """A bare «کمک» is a donation where donors give it, a grant where a body pays those it serves."""
    if noun.surface == "هدیه" and candidate.sentence.word(noun.last).startswith(("گرفت", "دریافت")):
        return replace(noun, code="grant")
    if noun.surface != "کمک":
        return noun
    given_to = any(
        hit.code in ("beneficiary", "orphan", "household")
        or (
            hit.code in _BODIES
            and any(to in candidate.words[max(0, hit.first - 3) : hit.first] for to in ("به", "میان", "بین"))
        )
        for hit in candidate.sentence.of("subject")
    )
    by_donors = any(hit.code == "donor" for hit in candidate.sentence.of("subject")) or "مردم" in candidate.words
    code = "grant" if given_to and not by_donors else "donation"
    return Noun(code, noun.first, noun.last, noun.tie, noun.is_carried, surface=noun.surface)


def _is_span(candidate: Candidate) -> bool:
    """«در کمتر از سه ساعت», «ظرف ۲ ساعت»: how long something took is no measure of it."""
    sentence, number = candidate.sentence, candidate.number
    bound = sentence.ending("bound_before", number.first)
    return sentence.word((bound.first if bound else number.first) - 1) in ("در", "ظرف", "طی")


def measure(candidate: Candidate) -> Outcome:
    """Hours, weights, volumes and areas that belong to a subject of civil society."""
    sentence, number = candidate.sentence, candidate.number
    unit = sentence.at("unit", number.last)
    if unit is None or unit.entry.note != "measure" or number.form not in ("cardinal", "vague"):
        return None
    if unit.code == "t" and not sentence.of("cue", ("weighed",)):
        return None
    noun = noun_after(candidate, unit.last, reach=2)
    if noun is None:
        before = list(nouns_before(sentence, number.first, reach=16))
        taught = next((n for n in before if n.code == "training" and unit.code == "h"), None)
        noun = taught or next(iter(before), None)
    if noun is None and unit.code == "t":
        here = [draft for draft in candidate.memory.drafts if draft.subject == "aid_package"]
        if here:
            noun = Noun("aid_package", number.first, number.last, "own", is_carried=True, surface=here[-1].surface)
    if noun is None and unit.code == "h" and sentence.word(unit.last) in ("کار", "خدمت", "فعالیت"):
        noun = Noun("volunteer", number.first, number.last, "general", is_carried=True, surface="داوطلب")
    a_head = "سرانه" in sentence.words[max(0, number.first - 6) : number.first]  # «سرانه فضای آموزشی ۵ متر مربع»
    if noun is None or a_head or noun.code in _UNMEASURED or (unit.code == "har" and noun.code == "centre"):
        return "measure_of_nothing"
    if unit.code == "h" and _is_span(candidate):
        return "duration"
    if not is_tied(sentence, noun, candidate.memory):
        return "not_civil_society"
    span = (number.first, unit.last)
    of_area = any(word in _AREA for word in sentence.words[max(0, number.first - 4) : number.first])
    code = "m2" if unit.code == "m" and of_area else unit.code
    return drafted("fa.measure.unit", "measure", candidate, noun, code, high=number.high, span=span)
