"""Rules for lists: numbers whose noun stands at another one, and one number for several places."""

from collections.abc import Callable

from extract.languages.fa.counts import Outcome, counted
from extract.languages.fa.draft import Candidate, Draft, Noun
from extract.languages.fa.sentence import Sentence
from extract.languages.fa.subjects import (
    is_civic,
    is_tied,
    noun_after,
    noun_of,
    nouns_before,
)
from extract.languages.fa.verbs import FINITE, STATE
from extract.languages.fa.where import number_row
from extract.model import Reason
from extract.sentence import Number, PlaceMention

_TOO_MANY = 10_000_000  # what an elided noun counts is not so many

_LINKS = frozenset(("با", "به", "در", "،", ",", "و", "هم", "نیز", "؛", "تعداد", ":", "-", "حدود"))


def count_elided(candidate: Candidate) -> Outcome:
    """«ساوه ۱۸، تفرش ۹ و دلیجان ۷ موقوفه», «از این تعداد ۷۰ مورد»: the noun stands at another number."""
    sentence, number = candidate.sentence, candidate.number
    if number.form != "cardinal":
        return None
    after = sentence.word(number.last)
    counter = after in ("مورد", "نفر", "عدد", "واحد", "تا", "فقره", "باب")
    place_before = any(place.last in (number.first, number.first - 1) for place in sentence.places)
    bracketed = place_before and _is_bracketed(sentence, number) and _brackets(sentence) > 1
    ends = (
        after == ""
        or bracketed
        or after in _LINKS
        or after in FINITE
        or after in STATE
        or counter
        or sentence.at("place", number.last) is not None
        or _departs(candidate)
    )
    if not ends:
        return None
    these = any(hit.first < number.first for hit in sentence.of("cue", ("of_these", "each", "respectively", "rest")))
    here = any(draft.sentence is sentence and draft.kind == "count" for draft in candidate.memory.drafts)
    beside = next(iter(nouns_before(sentence, number.first, reach=4)), None)
    arrives = here and sentence.word(number.first - 1) == "به" and after.startswith("رسید")  # «از ۲۱۰ به ۳۶۵ رسید»
    arrives = arrives or _departs(candidate)
    more_houses = after == "واحد" and candidate.memory.subject == "house"
    place_behind = here and sentence.at("place", number.last) is not None
    leads = place_before or place_behind or more_houses or these or arrives or _dated(candidate) or _referred(candidate)
    leads = leads or _in_row_of_with(candidate)
    named = counter and sentence.word(number.first - 1) == "را" and bool(sentence.of("said"))
    if not (leads or named or (counter and (here or beside)) or _after_number(candidate)):
        return None
    if number.scaled and number.value >= _TOO_MANY:
        return None
    noun = _list_noun(candidate)
    is_money = noun is not None and noun.code in ("budget", "donation", "grant", "loan")
    if _counter(candidate) == "واحد" and (is_money or more_houses or sentence.of("cue", ("dwelling",))):
        noun = Noun("house", number.first, number.last, "general", is_carried=True, surface="واحد مسکونی")
    elif is_money and not counter:
        return None
    if noun is None or not is_tied(sentence, noun, candidate.memory):
        return None
    return counted("fa.count.elided", candidate, noun)


def _in_row_of_with(candidate: Candidate) -> bool:
    """«کشاورزی با ۴۱، خدمات با ۲۸ و صیادی با ۱۱ تعاونی»: a row whose members each stand with a number."""
    sentence, number = candidate.sentence, candidate.number
    later = next((other for other in sentence.numbers if other.first >= number.last), None)
    rowed = sentence.word(number.first - 1) == "با" and sentence.word(number.last) in ("،", "و")
    near = later is not None and later.first - number.last <= _ROW and sentence.word(later.first - 1) == "با"
    return rowed and near


_ROW = 5  # tokens from a number to the next of a row


def _departs(candidate: Candidate) -> bool:
    """«از ۲۶ به ۴۱ مرکز رسید»: the earlier point, whose noun stands at the later one."""
    sentence, number = candidate.sentence, candidate.number
    if (sentence.word(number.first - 1), sentence.word(number.last)) != ("از", "به"):
        return False
    later = next((other for other in sentence.numbers if other.first == number.last + 1), None)
    return later is not None and any(w.startswith("رسید") for w in sentence.words[later.last : later.last + 5])


def _is_bracketed(sentence: Sentence, number: Number) -> bool:
    return sentence.word(number.first - 1) == "(" and sentence.word(number.last) == ")"


def _brackets(sentence: Sentence) -> int:
    """How many numbers stand alone in brackets: «ساوه (۱۸)، تفرش (۹)» is a list, one alone may be anything."""
    return sum(_is_bracketed(sentence, number) for number in sentence.numbers)


def _counter(candidate: Candidate) -> str:
    """The counting word of a list: behind this number or the next ones («۳۸۰، ۲۴۵ و ۸۵ واحد»)."""
    sentence, number = candidate.sentence, candidate.number
    behind = [sentence.word(other.last) for other in sentence.numbers if other.first >= number.first]
    return next((word for word in behind if word in ("مورد", "نفر", "عدد", "واحد", "تا", "فقره", "باب")), "")


def _referred(candidate: Candidate) -> bool:
    """«این رقم پیش از این ۹۸ بود»: the figure stands for what was counted before."""
    sentence, number = candidate.sentence, candidate.number
    cue = any(0 <= number.first - hit.last <= 6 for hit in sentence.of("cue", ("these",)))
    return cue and (sentence.word(number.last) in FINITE or sentence.word(number.last) in STATE)


def _dated(candidate: Candidate) -> bool:
    """«در سال ۱۴۰۰ تعداد ۴۴، در سال ۱۴۰۱ تعداد ۵۹ سمن»: a number behind a time in a row of times."""
    sentence = candidate.sentence
    starts = [period.last for period in sentence.periods]
    numbered = [at for at in starts if any(0 <= number.first - at <= 1 for number in sentence.numbers)]
    return len(numbered) > 1 and any(0 <= candidate.number.first - at <= 1 for at in numbered)


def count_each(candidate: Candidate) -> list[Draft] | Reason | None:
    """«ساوه و تفرش هر یک ۶ موقوفه»: one number for several places, a claim each."""
    sentence, number = candidate.sentence, candidate.number
    bound = sentence.ending("bound_before", number.first)
    start = bound.first if bound is not None else number.first
    start -= sentence.word(start - 1) == "بین"  # «هر یک بین ۴۰ تا ۶۰ نفر»
    cue = sentence.ending("cue", start)
    if cue is None or cue.code != "each" or number.form != "cardinal":
        return None
    noun = noun_after(candidate, number.last) or _list_noun(candidate)
    if noun is None:
        return "no_subject"
    places: list[PlaceMention] = []
    index = cue.first
    last = max((place.last for place in sentence.places if place.last <= index), default=index)
    if index - last <= _APART and not any(last <= other.first < index for other in sentence.numbers):
        index = last  # «در ری و قدس (هر کدام یک …)», «… و درمیان زمین خورد؛ هر شهرستان ۱۵ خانه»
    for place in reversed(sentence.places):
        if place.last <= index and all(word in _JOINS for word in sentence.words[place.last : index]):
            places.insert(0, place)
            index = place.first
    if not places:
        return None
    drafts = []
    for place in places:
        draft = counted("fa.count.each", candidate, noun)
        draft.place, draft.apart = place, str(place.first - cue.first)
        drafts.append(draft)
    return drafts


_APART = 4  # tokens between the last of the places and «هر کدام»

_JOINS = frozenset(("و", "،", ",", "نیز", "هم", "با"))


def _after_number(candidate: Candidate) -> bool:
    """Whether the number stands in a row of numbers: «۹۲، ۱۴ و ۲۵۶»."""
    sentence, number = candidate.sentence, candidate.number
    if not sentence.of("cue", ("respectively",)):  # «ری و قدس با ۹۰ و ۸۵ واحد»
        return number_row(sentence, number.first) is not None
    return any(other is not number and abs(other.first - number.first) <= 6 for other in sentence.numbers)


def _list_noun(candidate: Candidate) -> Noun | None:
    """The noun of a list, from the first place that has one."""
    number = candidate.number
    for look in _LIST_NOUNS:
        found = look(candidate)
        if found is not None:
            code, tie, surface = found
            return Noun(code, number.first, number.last, tie, is_carried=True, surface=surface)
    return None


_Named = tuple[str, str, str] | None  # code, tie and surface of a noun


def _counted_before_in_list(candidate: Candidate) -> _Named:
    """What the sentence counted last."""
    drafts = reversed(candidate.memory.drafts)
    last = next((draft for draft in drafts if draft.sentence is candidate.sentence and draft.kind == "count"), None)
    if last is None:
        return None
    if ":" in candidate.words[last.last : candidate.number.first]:  # «… ۲۳۵ نفر خواند و گفت: در نور ۱۹ و در نکا ۷ خانه»
        behind = _counted_behind(candidate)
        if behind is not None and not candidate.sentence.of("cue", ("of_these",)):
            return behind
    return last.subject, "own", last.surface


def _counted_behind(candidate: Candidate) -> _Named:
    """«ساوه ۱۸، تفرش ۹ و دلیجان ۷ موقوفه»: the noun of a later number."""
    sentence, number, memory = candidate.sentence, candidate.number, candidate.memory
    later = (other for other in sentence.numbers if other.first > number.last and other.form == "cardinal")
    nouns = (noun_after(Candidate(sentence, other, memory), other.last) for other in later)
    noun = next((noun for noun in nouns if noun is not None), None)
    return (noun.code, noun.tie, noun.surface) if noun is not None else None


def _named_in_clause(candidate: Candidate) -> _Named:
    nouns = nouns_before(candidate.sentence, candidate.number.first, reach=30)
    noun = next((noun for noun in nouns if is_civic(noun)), None)
    return (noun.code, "own", noun.surface) if noun is not None else None


def _opening_brackets(candidate: Candidate) -> _Named:
    """«سمن‌های فعال: یزد (۱۲)، میبد (۱۴)»."""
    sentence, number = candidate.sentence, candidate.number
    if not _is_bracketed(sentence, number):
        return None
    named = (noun_of(hit) for hit in sentence.of("subject") if hit.last <= number.first)
    noun = next((noun for noun in named if is_civic(noun)), None)
    return (noun.code, "own", noun.surface) if noun is not None else None


def _whole_of_these(candidate: Candidate) -> _Named:
    """«۴۷۲ سمن …. از این شمار ۳۱۸ مورد …»: the count that «از این شمار» points to."""
    number = candidate.number
    if not any(hit.last <= number.first for hit in candidate.sentence.of("cue", ("of_these",))):
        return None
    counts = (draft for draft in reversed(candidate.memory.drafts) if draft.kind == "count" and not draft.carried)
    whole = next(counts, None)
    return (whole.subject, "own", whole.surface) if whole is not None and whole.value >= number.value else None


def _remembered(candidate: Candidate) -> _Named:
    memory = candidate.memory
    return (memory.subject, "own", memory.surface) if memory.subject else None


_LIST_NOUNS: tuple[Callable[[Candidate], _Named], ...] = (
    _counted_before_in_list,
    _counted_behind,
    _named_in_clause,
    _opening_brackets,
    _whole_of_these,
    _remembered,
)
