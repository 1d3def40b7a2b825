"""Rules for counts whose noun stands behind the number or before it."""

from dataclasses import replace

from extract.languages.fa.draft import Candidate, Draft, Noun, drafted
from extract.languages.fa.subjects import (
    bare_head,
    counted_before,
    is_tied,
    noun_after,
    nouns_before,
)
from extract.languages.fa.verbs import FINITE, STATE
from extract.model import Reason
from extract.subjects import PEOPLE

Outcome = Draft | Reason | None  # a draft, a reason to reject, or None: another rule may try

_BEHIND_PEOPLE = frozenset(("از", "در", "به", "و", "را", "با", "که", "نیز", "هم", "شدند", "شده", "می", "برای", "عضو"))


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
    return counted("fa.count.noun_after", candidate, noun)


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
    behind = sentence.word(number.last + 1)
    if behind == "را" or (behind == "از" and sentence.word(number.last + 2) not in _THEM):
        return None  # «پزشکان داوطلب ۱۲۰۰ نفر را ویزیت کردند», «۴۵ بسیجی و ۱۲ نفر از طلاب»
    for noun in nouns_before(sentence, number.first, reach=10):
        if (
            noun.code in PEOPLE
            and noun.code != "person"
            and not any(w in FINITE or w in STATE or w == "که" for w in sentence.words[noun.last : number.first])
            and not any(other.first >= noun.last and other.last <= number.first for other in sentence.numbers)
        ):
            return noun
    return None


_THEM = frozenset(("این", "ان", "انان", "انها", "ایشان", "میان", "بین", "جمع"))


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


def _harmed(candidate: Candidate, noun: Noun) -> bool:
    """People who died or were hurt: an accident's figures are no statement about civil society."""
    number = candidate.number
    if candidate.sentence.word(number.first - 1) == "جان":  # «جان دو نفر را گرفت»
        return True
    first = -6 if noun.code == "person" else 0  # «انجمن حمایت از مبتلایان ۳۰۰ عضو دارد»
    return any(first <= hit.first - number.first <= 10 for hit in candidate.sentence.of("cue", ("casualty",)))


def _uncounted(candidate: Candidate, noun: Noun) -> Reason | None:
    """Why a number beside a noun counts nothing: it is a toll, a weight or an average."""
    number = candidate.number
    if noun.code in ("person", "member", "volunteer") and _harmed(candidate, noun):
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
    return None


def _inhabitants(candidate: Candidate) -> bool:
    """«شهرستان با ۵۰ هزار نفر جمعیت»: how many live at a place."""
    behind = candidate.words[candidate.number.last : candidate.number.last + 2]
    return behind in (["نفر", "جمعیت"], ["تن", "جمعیت"], ["نفری", "جمعیت"])


def _could_be(candidate: Candidate) -> bool:
    """«هر اهداکننده می‌تواند تا ۸ نفر را نجات دهد»: what may be is no figure."""
    before = candidate.words[max(0, candidate.number.first - 8) : candidate.number.first]
    behind = candidate.words[candidate.number.last : candidate.number.last + 3]
    if {"باید", "هییت"} <= set(before) and any(
        word in ("باشد", "باشند") for word in behind
    ):  # «هیئت مؤسس باید ۵ نفر باشد»
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
    if candidate.number.value >= _CROWD and candidate.sentence.word(noun.last) not in ("از", "در", "عضو", "نفر"):
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
    return counted("fa.count.noun_before", candidate, noun)


def counted(rule: str, candidate: Candidate, noun: Noun) -> Draft:
    """A count of a noun by a rule."""
    return drafted(rule, "count", candidate, noun, "item", high=candidate.number.high)
