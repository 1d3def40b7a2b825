"""Rules for counts: the noun behind the number, before it, or carried from a list."""

from collections.abc import Callable
from dataclasses import replace

from extract.languages.fa.draft import Candidate, Draft, Noun, drafted
from extract.languages.fa.sentence import Sentence
from extract.languages.fa.subjects import (
    bare_head,
    counted_before,
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
from extract.subjects import PEOPLE

Outcome = Draft | Reason | None  # a draft, a reason to reject, or None: another rule may try

_BEHIND_PEOPLE = frozenset(("از", "در", "به", "و", "را", "با", "که", "نیز", "هم", "شدند", "شده", "می", "برای", "عضو"))
_TOO_MANY = 10_000_000  # what an elided noun counts is not so many
_LINKS = frozenset(("با", "به", "در", "،", ",", "و", "هم", "نیز", "؛", "تعداد", ":", "-", "حدود"))


def count_noun_after(candidate: Candidate) -> Outcome:
    """«۲۱۰ سمن», «۳۵۰ نفر از خیران», «۵۸۰۰ بسته غذایی»."""
    number = candidate.number
    if number.form not in ("cardinal", "vague"):
        return None
    noun = noun_after(candidate, number.last) or bare_head(candidate, number.last)
    if noun is None or (noun.code == "licence" and _licensed_of_these(candidate, noun)):
        return None
    noun = _whose(candidate, noun)
    uncounted = _uncounted(candidate, noun)
    if uncounted is not None:
        return uncounted
    if not is_tied(candidate.sentence, noun, candidate.memory):
        return "not_civil_society"
    return _draft("fa.count.noun_after", candidate, noun)


def _whose(candidate: Candidate, noun: Noun) -> Noun:
    """What «نفر» and other people without a name of their own are: members, donors, those who are served."""
    number, words = candidate.number, candidate.words
    counted = counted_before(candidate) if noun.code == "person" or noun.surface in ("مورد", "تن") else None
    if noun.code == "person" and noun.tie != "own" and counted is not None and counted.code in PEOPLE:
        noun = counted  # «شمار اعضا را ۱۹۰۰ جوان اعلام کرد»
    if noun.code == "person" and noun.last == number.last + 1 and words[number.last] in ("نفر", "تن", "نفرند"):
        noun = counted or _people_near(candidate) or _earlier_point(candidate) or _people_listed(candidate) or noun
    near = (*words[max(0, number.first - 3) : number.first], *words[number.last : number.last + _JOINED])
    if noun.code == "person" and "عضویت" in near:
        return replace(noun, code="member")
    if noun.code == "household" and words[number.last : number.last + 2] == ["نفر", "از"]:
        return replace(noun, code="beneficiary")
    return noun


_JOINED = 8  # tokens up to «… نفر در سازمان جوانان عضویت دارند»


def _licensed_of_these(candidate: Candidate, noun: Noun) -> bool:
    """«از این شمار ۳۱۸ مورد مجوز استانی دارند»: what bears the licence is counted, not the licence."""
    these = any(hit.last <= candidate.number.first for hit in candidate.sentence.of("cue", ("of_these",)))
    return these and "مورد" in candidate.words[candidate.number.last : noun.first]


def _people_near(candidate: Candidate) -> Noun | None:
    """«N نفر عضو», «N نفر یتیم …اند», «اعضای آن N نفر است»: people named beside a bare «نفر»."""
    sentence, number = candidate.sentence, candidate.number
    after = noun_after(candidate, number.last + 1, reach=2)
    if after is not None and after.code in PEOPLE:
        return after
    if sentence.word(number.last + 1) == "را":  # «پزشکان داوطلب ۱۲۰۰ نفر را ویزیت کردند»
        return None
    for noun in nouns_before(sentence, number.first, reach=10):
        if (
            noun.code in PEOPLE
            and noun.code != "person"
            and not any(w in FINITE or w in STATE or w == "که" for w in sentence.words[noun.last : number.first])
            and not any(other.first >= noun.last and other.last <= number.first for other in sentence.numbers)
        ):
            return noun
    return None


def _people_listed(candidate: Candidate) -> Noun | None:
    """«مددجویان … در دیر ۱۳۰۰ و در جم ۹۰۰ نفر»: a bare «نفر» in a list of places is what the list counts."""
    sentence, number = candidate.sentence, candidate.number
    whose = number.last + 1 + (sentence.word(number.last + 1) == "از")
    of_them = sentence.word(whose) in ("شان", "انان", "انها", "ایشان")  # «۲۰۰ نفرشان», «۴۹ نفر از آنان»
    if not of_them and not any(place.last == number.first for place in sentence.places):
        return None
    here = [draft for draft in candidate.memory.drafts if draft.sentence is sentence and draft.subject in PEOPLE]
    return (
        Noun(here[-1].subject, number.first, number.last, "own", is_carried=True, surface=here[-1].surface)
        if here
        else None
    )


def _earlier_point(candidate: Candidate) -> Noun | None:
    """«از ۳۲ هزار داوطلب به ۴۱ هزار نفر رسید»: a bare «نفر» at the later point is what the earlier one counted."""
    sentence, number = candidate.sentence, candidate.number
    if "به" not in sentence.words[max(0, number.first - 3) : number.first]:
        return None
    behind = sentence.words[number.last : number.last + 4]
    if not any(word.startswith(("رسید", "افزایش", "کاهش", "ارتقا")) for word in behind):
        return None
    for draft in reversed(candidate.memory.drafts):
        if draft.sentence is sentence and draft.subject in PEOPLE:
            return Noun(draft.subject, number.first, number.last, "own", is_carried=True, surface=draft.surface)
    return None


def _harmed(candidate: Candidate) -> bool:
    """People who died or were hurt: an accident's figures are no statement about civil society."""
    number = candidate.number
    if candidate.sentence.word(number.first - 1) == "جان":  # «جان دو نفر را گرفت»
        return True
    return any(-6 <= hit.first - number.first <= 10 for hit in candidate.sentence.of("cue", ("casualty",)))


def _uncounted(candidate: Candidate, noun: Noun) -> Reason | None:
    """Why a number beside a noun counts nothing: it is a toll, a weight or an average."""
    number = candidate.number
    if noun.code in ("person", "member", "volunteer") and _harmed(candidate):
        return "casualty"
    if noun.code == "house" and noun.tie != "own" and "خسارت" in candidate.words[number.last : number.last + 10]:
        return "casualty"
    if candidate.sentence.word(number.first - 1) in ("بالای", "زیر") and _sizes(candidate):
        return "dimension"
    if _inhabitants(candidate) or _could_be(candidate):
        return "not_civil_society"
    whose = candidate.sentence.ending("subject", number.first - 1)
    if candidate.sentence.word(number.first - 1) == "دارای" and whose is not None and whose.code in PEOPLE:
        return "label"  # «خانواده‌های دارای دو معلول»
    if noun.surface == "تن" and _weighed(candidate, noun):
        return "measure_of_nothing"
    averaged = any(0 <= number.first - hit.last <= _AVERAGED for hit in candidate.sentence.of("cue", ("average",)))
    return "out_of_range" if averaged else None


_AVERAGED = 8  # tokens from «تراکم» to its figure


def _inhabitants(candidate: Candidate) -> bool:
    """«شهرستان با ۵۰ هزار نفر جمعیت»: how many live at a place."""
    behind = candidate.words[candidate.number.last : candidate.number.last + 2]
    return behind in (["نفر", "جمعیت"], ["تن", "جمعیت"], ["نفری", "جمعیت"])


def _could_be(candidate: Candidate) -> bool:
    """«هر اهداکننده می‌تواند تا ۸ نفر را نجات دهد»: what may be is no figure."""
    before = candidate.words[max(0, candidate.number.first - 8) : candidate.number.first]
    behind = candidate.words[candidate.number.last : candidate.number.last + 3]
    if "باید" in before and any(word in ("باشد", "باشند") for word in behind):  # «هیئت مؤسس باید ۵ نفر باشد»
        return True
    return before[-1:] == ["تا"] and any(word in ("میتواند", "تواند", "میتوانند", "توانند") for word in before)


def _sizes(candidate: Candidate) -> bool:
    """«روستاهای بالای ۲۰ خانوار»: how large places are."""
    return candidate.sentence.word(candidate.number.first - 2).startswith(("روستا", "شهر", "مناطق"))


_CROWD = 1_000_000  # so many are told in «نفر»; «تن» is then a ton


def _weighed(candidate: Candidate, noun: Noun) -> bool:
    """«۶۰ تن کود», «صادرات به ۴۵ هزار تن رسید» are weights; «۶۰ تن از …», «۶۰ تن به …» are people."""
    if any(hit.last <= candidate.number.first for hit in candidate.sentence.of("cue", ("weighing",))):
        return True
    if candidate.number.value >= _CROWD and candidate.sentence.word(noun.last) != "از":
        return True
    word = candidate.sentence.word(noun.last)
    named = candidate.sentence.at("subject", noun.last)
    return word.isalpha() and word not in _BEHIND_PEOPLE and word not in FINITE and named is None


def count_noun_before(candidate: Candidate) -> Outcome:
    """«شمار سمن‌ها به ۳۴۰ مورد رسید», «سمن‌های استان ۳۴۰ است»."""
    number = candidate.number
    if number.form not in ("cardinal", "vague"):
        return None
    noun = counted_before(candidate)
    if noun is None:
        return None
    if not is_tied(candidate.sentence, noun, candidate.memory):
        return "not_civil_society"
    return _draft("fa.count.noun_before", candidate, noun)


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
    return _draft("fa.count.elided", candidate, noun)


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
        draft = _draft("fa.count.each", candidate, noun)
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


def _draft(rule: str, candidate: Candidate, noun: Noun) -> Draft:
    return drafted(rule, "count", candidate, noun, "item", high=candidate.number.high)
