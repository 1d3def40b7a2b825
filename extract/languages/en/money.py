"""Rules for amounts of money and for measures: "60.5 trillion rials", "$120 million", "12,000 hours of training"."""

from decimal import Decimal

from extract.languages.en.counts import Outcome
from extract.languages.en.draft import Candidate, Noun, drafted
from extract.languages.en.sentence import Sentence
from extract.languages.en.subjects import is_tied, noun_after, noun_of, nouns_before
from extract.languages.en.vocabulary import load_vocabulary
from extract.lexicon import Hit
from extract.subjects import PEOPLE

_LEAST_SUM = 10**6  # a number with a scale word that stands for money without a currency
_ALIKE = 20  # how many times an earlier amount may differ from the later one

_MONEY = ("budget", "donation", "grant", "loan", "endowment")
_PAID_TO = frozenset(("beneficiary", "orphan", "household"))
_AID = frozenset(("aid", "food", "distributed", "sent", "donated", "delivered", "handed", "relief", "needy"))
_WORTH = frozenset(
    ("aid_package", "house", "school", "project", "clinic", "endowment", "other", "service", "training", "centre")
)


def amount(candidate: Candidate) -> Outcome:
    """Money with its currency before or behind."""
    sentence, number, memory = candidate.sentence, candidate.number, candidate.memory
    unit, span = _currency(candidate)
    if unit is None or number.form not in ("cardinal", "vague", "fraction") or number.is_part:
        return None
    if sentence.word(span[1]) in ("per", "a", "each") and sentence.word(span[1] + 1) in (
        "kilo",
        "kg",
        "kilogram",
        "liter",
        "barrel",
        "dollar",
    ):
        return "price"
    if any(0 <= span[0] - hit.last <= 7 for hit in sentence.cues("price")):
        return "price"
    if load_vocabulary().words["harm"] & set(sentence.words[max(0, span[0] - 4) : span[0]]):
        return "casualty"  # "damage worth $2 billion"
    noun = _paid(candidate, span)
    if noun is None:
        return "money_of_nobody"
    if not is_tied(sentence, noun, memory):
        return "not_civil_society"
    return drafted("en.amount.money", "amount", candidate, noun, unit.code, high=number.high, span=span)


def amount_elided(candidate: Candidate) -> Outcome:
    """ "a grant of 1 billion rials and a loan of 3 billion", "up from 900,000": a sum before has the currency."""
    sentence, number = candidate.sentence, candidate.number
    here = candidate.memory.here(sentence)
    told = next((draft for draft in reversed(here) if draft.kind == "amount"), None)
    if told is None or number.form != "cardinal" or sentence.at("unit", number.last) is not None:
        return None
    is_sum = number.scaled and number.value >= _LEAST_SUM
    is_base = here[-1] is told and sentence.ending("base", sentence.before_bound(number.first)) is not None
    alike = told.value / _ALIKE <= number.value <= told.value * _ALIKE
    if not (is_sum or (is_base and alike)) or noun_after(candidate, number.last) is not None:
        return None
    named = sentence.ending("subject", number.first - 1) if sentence.word(number.first - 1) == "of" else None
    code = named.code if named is not None and named.code in _MONEY else told.subject
    noun = Noun(code, number.first, number.last, "own", is_carried=True)
    return drafted("en.amount.elided", "amount", candidate, noun, told.unit, high=number.high)


def _currency(candidate: Candidate) -> tuple[Hit | None, tuple[int, int]]:
    """The currency, and number and currency together."""
    sentence, number = candidate.sentence, candidate.number
    before = sentence.ending("unit", number.first)
    if before is not None and before.entry.note == "money":
        last = number.last
        after = sentence.at("unit", last)
        return before, (before.first, after.last if after is not None and after.code == before.code else last)
    at = number.last + (sentence.word(number.last) == "-")
    after = sentence.at("unit", at)
    if after is not None and after.entry.note == "money":
        return after, (number.first, after.last)
    shared = sentence.unit_of_row(number)
    if (
        shared is not None and shared.entry.note == "money"
    ):  # "from 600 million to 1.7 billion rials", "21, 17 and 15 billion rials"
        return shared, (number.first, number.last)
    return None, (number.first, number.last)


def _paid(candidate: Candidate, span: tuple[int, int]) -> Noun | None:
    return _in_company(candidate) or _beside(candidate, span) or _by_deed(candidate, span)


def _beside(candidate: Candidate, span: tuple[int, int]) -> Noun | None:
    """The priced thing or the money noun beside the amount: "5 billion rials in loans", "packages worth 5 billion"."""
    sentence, memory = candidate.sentence, candidate.memory
    at = span[1]
    while sentence.word(at) in ("in", "of", "as", "worth", "for", "-", "cash", "to", "the", "form"):
        at += 1
    after = noun_after(candidate, at)
    if after is not None and after.code in _MONEY and after.first <= span[1] + 6:
        return _refined(candidate, after)
    if after is not None and "worth" in sentence.words[span[1] : at] and after.code in _WORTH:
        return after
    near = (hit for hit in reversed(sentence.cues("worth", "cost")) if 0 <= span[0] - hit.last <= 4)
    worth = next(near, None)
    if worth is not None and worth.code == "cost" and "each" not in sentence.words[: span[1] + 2]:
        return Noun("budget", *span, "general", is_carried=True)  # what all of it cost, no price of one
    if worth is not None:
        nouns = nouns_before(sentence, worth.first, memory, reach=16)
        priced = next((noun for noun in nouns if noun.code not in PEOPLE), None)
        if priced is not None:
            return _refined(candidate, priced)
    return None


def _in_company(candidate: Candidate) -> Noun | None:
    """An equivalent in brackets, or a further amount of the sentence, is what the one before is."""
    number, sentence = candidate.number, candidate.sentence
    here = [draft for draft in candidate.memory.here(sentence) if draft.kind == "amount"]
    before = sentence.before_bound(number.first)
    lead = sentence.words[max(0, before - 4) : before]
    if here and ("(" in lead[-3:] or lead[-4:] in ([",", "or", "an", "average"], ["or", "an", "average", "of"])):
        return Noun(here[-1].subject, number.first, number.last, "own", is_carried=True)
    return None


def _by_deed(candidate: Candidate, span: tuple[int, int]) -> Noun | None:
    """The money noun of the sentence, else what givers, allotters or payers do with it."""
    sentence, memory = candidate.sentence, candidate.memory
    number = candidate.number
    words, known = frozenset(sentence.words), load_vocabulary().words
    subjects = sentence.of("subject")
    hits = [hit for hit in subjects if hit.code in _MONEY and sentence.word(hit.first) not in known["give"]]
    near = sorted(hits, key=lambda hit: (abs(hit.first - span[0]), hit.first))
    code = _payer(candidate, span)
    if code is None and near and _distance(sentence, near[0], span) <= 14:
        noun = noun_of(near[0], memory)
        return _refined(candidate, noun) if noun else None
    if code is not None:
        pass
    elif any(hit.code == "donor" for hit in subjects) or words & known["give"]:
        code = "donation"
    elif words & known["allot"]:
        code = "budget"
    elif "invested" in words or "investment" in words or "put" in words:
        code = "other"
    elif any(hit.code in _PAID_TO for hit in subjects) and known["get"] & words:
        code = "grant"
    elif here := memory.here(sentence):
        code = next((draft.subject for draft in reversed(here) if draft.kind == "amount"), None)
    if code is None and memory.is_giving:
        code = "donation"
    if code is None and (sentence.of("tie") or memory.is_tied):
        code = "budget"
    return (
        Noun(code, number.first, number.last, "own" if code != "other" else "general", is_carried=True)
        if code
        else None
    )


def _distance(sentence: Sentence, hit: Hit, span: tuple[int, int]) -> int:
    """How many words part a noun from the amount, those in brackets not counted."""
    first, last = min(hit.last, span[1]), max(hit.first, span[0])
    return len(sentence.outside(first, last))


def _payer(candidate: Candidate, span: tuple[int, int]) -> str | None:
    """What the deed right before the amount, or "by" behind it, makes of the money: a loan, a gift, a grant."""
    sentence, known = candidate.sentence, load_vocabulary().words
    before = sentence.words[max(0, span[0] - 6) : span[0]]
    deed = next((word for word in reversed(before) if word in known["deed"] | known["get"] | known["lend"]), "")
    if deed in known["lend"]:
        return "loan"
    behind = sentence.words[span[1] : span[1] + 8]
    if "by" in behind:
        by = span[1] + behind.index("by")
        donors = any(by < hit.first <= by + 4 for hit in sentence.of("subject", ("donor",)))
        if donors or known["giver"] & set(behind[by - span[1] :]):
            return "donation"
    if deed in known["give"] and not deed.startswith("rais"):
        return "donation"
    if deed in known["get"] and deed.startswith("pa"):
        if sentence.word(sentence.start) == "they" and candidate.memory.giver == "donor":
            return "donation"
        payer = next((hit for hit in sentence.of("tie") if hit.first <= sentence.start + 2), None)
        is_body = payer is not None and payer.entry.surface[0].isalpha() and payer.last < span[0]
        if is_body and not sentence.of("subject", ("donor", *_MONEY)):
            return "grant"
    return None


def _refined(candidate: Candidate, noun: Noun) -> Noun:
    """ "aid", "assistance" is a donation where donors give it, a grant where a body pays those it serves."""
    sentence = candidate.sentence
    if noun.code == "budget" and sentence.word(noun.first).startswith("subsid"):
        is_grant = bool(sentence.of("subject", (*_PAID_TO, "person")))
        return Noun("grant", noun.first, noun.last, noun.tie, noun.is_carried) if is_grant else noun
    if noun.code != "donation" or noun.tie == "own":
        return noun
    codes = {hit.code for hit in sentence.of("subject")} - {noun.code}
    code = "grant" if codes & _PAID_TO and "donor" not in codes else "donation"
    return Noun(code, noun.first, noun.last, noun.tie, noun.is_carried)


def _worked(candidate: Candidate, noun: Noun | None) -> Noun | None:
    """Whose the hours are of "they put in 900 hours of work"; hours taught are training."""
    sentence, number, people = candidate.sentence, candidate.number, candidate.memory.people
    code = ""
    if sentence.word(sentence.start) in ("they", "who", "these") and (noun is None or noun.code not in PEOPLE):
        code = people
    elif noun is None and load_vocabulary().words["teach"] & set(sentence.words):
        code = "training"
    return Noun(code, number.first, number.last, "own", is_carried=True) if code else noun


def _measured(candidate: Candidate, unit: Hit) -> Noun | None:
    """What is measured: the noun behind, one before it, who worked the hours, aid, or what was measured before."""
    sentence, number, memory = candidate.sentence, candidate.number, candidate.memory
    noun = noun_after(candidate, unit.last)
    if noun is None:
        nouns = nouns_before(sentence, number.first, memory)
        noun = next((n for n in nouns if n.tie == "own" or n.code in ("aid_package", "training")), None)
    if unit.code == "h":
        noun = _worked(candidate, noun)
    told = next((d.subject for d in reversed(memory.drafts) if d.kind == "measure" and d.unit == unit.code), None)
    if noun is None and told is not None:  # "9 tons were picked up in Genaveh"
        return Noun(told, number.first, number.last, "own", is_carried=True)
    is_tied_aid = bool(sentence.of("tie")) or (memory.is_tied and bool(_AID & set(sentence.words)))
    if noun is None and is_tied_aid and unit.code in ("t", "kg", "L"):
        return Noun("aid_package", number.first, number.last, "own", is_carried=True)
    return noun


def measure(candidate: Candidate) -> Outcome:
    """Hours, weights and areas that belong to a subject of civil society."""
    sentence, number = candidate.sentence, candidate.number
    at = number.last + (sentence.word(number.last) == "-")
    unit = sentence.at("unit", at)
    if unit is None or unit.entry.note != "measure" or number.form not in ("cardinal", "vague") or at > number.last:
        return None
    if unit.code == "h" and sentence.word(unit.last) in ("before", "after", "later", "ago", "earlier"):
        return "duration"
    noun = _measured(candidate, unit)
    if noun is None:
        return "measure_of_nothing"
    if not is_tied(sentence, noun, candidate.memory):
        return "not_civil_society"
    if (
        unit.code in ("t", "kg", "L")
        and noun.code not in ("aid_package", "donation")
        and not _AID & set(sentence.words)
    ):
        noun = Noun("other", noun.first, noun.last, noun.tie, noun.is_carried)
    if unit.code in ("har", "m2") and noun.code != "endowment":
        noun = Noun("other", noun.first, noun.last, noun.tie, noun.is_carried)
    code = "aid_package" if noun.code in ("donation", "grant") else noun.code
    if noun.code == "donor" and unit.code in ("t", "kg"):
        code = "aid_package"
    noun = Noun(code, noun.first, noun.last, noun.tie, noun.is_carried)
    value = number.value
    return drafted(
        "en.measure.unit",
        "measure",
        candidate,
        noun,
        unit.code,
        value=Decimal(value),
        high=number.high,
        span=(number.first, unit.last),
    )
