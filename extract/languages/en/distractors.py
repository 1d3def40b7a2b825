"""Numbers that count nothing: dates, clocks, codes, ages, labels, durations, ordinals of events."""

from extract.languages.en.draft import Candidate
from extract.languages.en.numbers import is_year
from extract.languages.en.sentence import Sentence
from extract.model import Reason
from extract.subjects import PEOPLE

_OLDEST = 100  # what may be an age
_LONG_CODE = 7  # digits from which a bare run is a code unless a noun stands behind it
_CODE_SIGNS = frozenset("#*@+=_/\\")
_YEAR_LEADS = frozenset(("year", "years", "in", "of", "since", "the", "-", "to"))
_CALLS = frozenset(("call", "dial", "sms", "phone", "tel", "telephone"))
_EVERYDAY_LABELS = frozenset(("number", "figure", "group", "level", "account", "line", "act"))
_STRICT_LABELS = frozenset(("article", "articles", "no", "clause"))


def distraction(candidate: Candidate) -> Reason | None:
    """Why a number cannot be a claim, as a code of `seeds/rejection_reasons.csv`; None where it may be one."""
    if _is_age(candidate):
        return "age"
    return _date_or_code(candidate) or _labelled(candidate) or _by_what_follows(candidate) or _article(candidate)


def _is_age(candidate: Candidate) -> bool:
    """The 30 of "38 percent of them under 30", of "most of whom are over 60"."""
    sentence, number = candidate.sentence, candidate.number
    if {"oldest", "youngest"} & set(sentence.words[max(0, number.first - 4) : number.first]):
        return number.value <= _OLDEST + 20 and sentence.at("subject", number.last) is None
    bound = sentence.ending("bound_before", number.first)
    word = bound.entry.surface if bound is not None else sentence.word(number.first - 1)
    if word not in ("under", "over", "above", "below") or number.value > _OLDEST or not number.is_digits:
        return False
    before = number.first - 1 - (sentence.word(number.first - 2) in ("are", "is", "were", "aged"))
    is_part = sentence.word(before - 1) in ("them", "whom", "members", "people", "women", "men", "those", "whose")
    people = sentence.ending("subject", before)
    is_part = is_part or (before < number.first - 1 and people is not None and people.code in PEOPLE)
    ends = sentence.word(number.last) in ("", ",", ";", ")", "and")
    return is_part and ends


def _date_or_code(candidate: Candidate) -> Reason | None:
    sentence, number = candidate.sentence, candidate.number
    if sentence.in_period(number):
        return "date"
    token = sentence.word(number.first)
    before, after = sentence.word(number.first - 1), sentence.word(number.last)
    if ":" in (before, after) and _clock(candidate):
        return "clock"
    if before in _CODE_SIGNS or after in _CODE_SIGNS - {"+"}:
        return "code"
    if sentence.is_tail(number) or (token[0] == "0" and token.replace(",", "").isdecimal() and len(token) > 1):
        return "code"
    if (
        number.is_digits
        and len(token) >= _LONG_CODE
        and token.isdecimal()
        and sentence.at("subject", number.last) is None
    ):
        return "code" if sentence.at("unit", number.last) is None and before not in ("$", "€", "£") else None
    return "code" if _glued(sentence, number.first) or _is_halved(candidate) else None


def _is_halved(candidate: Candidate) -> bool:
    """ "6104-3377": two numbers around a hyphen that are no range."""
    sentence, last = candidate.sentence, candidate.number.last
    is_tight = sentence.tokens.end[last - 1 : last + 1] == sentence.tokens.start[last : last + 2]
    return (
        candidate.number.is_digits and is_tight and sentence.word(last) == "-" and sentence.word(last + 1).isdecimal()
    )


def _glued(sentence: Sentence, index: int) -> bool:
    """ "COVID-19", "F-16", "B12": a letter or hyphen sticks to the number."""
    start = sentence.tokens.start
    end = sentence.tokens.end
    if index < 2 or sentence.word(index - 1) != "-" or end[index - 1] != start[index]:
        return False
    word = sentence.word(index - 2)
    return word[0].isalpha() and end[index - 2] == start[index - 1] and sentence.word(index - 2) not in ("to", "mid")


def _labelled(candidate: Candidate) -> Reason | None:
    """ "Article 10", "News ID: 12", "8 pm": a word beside it says what the number labels."""
    sentence, number = candidate.sentence, candidate.number
    at = number.first - (sentence.word(number.first - 1) in (":", "(", "#"))
    label = sentence.ending("label", at)
    if label is not None and number.form == "cardinal":
        surface = label.entry.surface
        is_everyday = surface in _EVERYDAY_LABELS and not (number.is_digits and at < number.first)
        if not is_everyday and (sentence.at("subject", number.last) is None or surface in _STRICT_LABELS):
            return "label"
    is_called = any(0 <= number.first - hit.last <= 4 and hit.entry.surface in _CALLS for hit in sentence.cues("label"))
    if is_called and number.is_digits and sentence.at("subject", number.last) is None:
        return "code"
    if any(hit.last == number.first for hit in sentence.cues("age_before")):
        return "age" if sentence.at("subject", number.last) is None else None
    if (
        sentence.at("label_after", number.last) is not None
        and number.is_digits
        and len(sentence.words) <= number.last + 3
    ):
        return "label"
    if sentence.words[number.last :] == ["persons"] and number.first == 0:
        return "label"  # who worked at the page
    if sentence.at("clock", number.last) is not None and number.value <= 24:
        return "clock"
    return None


def _by_what_follows(candidate: Candidate) -> Reason | None:
    """ "72-year-old", "12-day", "5 years": the word behind says that nothing is counted."""
    sentence, number = candidate.sentence, candidate.number
    if number.form not in ("cardinal", "few", "vague"):
        return None
    if number.form == "few":
        return "vague"
    if sentence.at("age", number.last) is not None or sentence.word(number.last + 1) == "old":
        return "age"
    if sentence.word(number.last) == "-":
        if sentence.words[number.last + 1 : number.last + 4] == ["year", "-", "old"] or (
            sentence.word(number.last + 1) == "year" and sentence.word(number.last + 2) in ("old", "olds")
        ):
            return "age"
        unit = sentence.at("unit", number.last + 1) or sentence.at("unit", number.last)
        if unit is not None and unit.entry.note == "measure" and sentence.word(unit.last)[:1].isalpha():
            return "dimension"  # "a 40-hour course"
        is_tight = sentence.tokens.end[number.last - 1] == sentence.tokens.start[number.last]
        if unit is None and is_tight and sentence.word(number.last + 1)[:1].isalpha():
            return "dimension"
    duration = sentence.at("duration", number.last)
    if duration is not None:
        return "duration"
    return None


def _article(candidate: Candidate) -> Reason | None:
    """A bare "one" is an article or a pronoun; a bare year stands for itself."""
    sentence, number = candidate.sentence, candidate.number
    if number.value == 1 and "ratio" in sentence.words and sentence.word(number.last) in ("to", "for", "per"):
        return "article_one"
    if sentence.words[number.first : number.last] == ["one"]:
        listed = len(sentence.numbers) > 1 and any(
            place.last in (number.first, number.first - 1) for place in sentence.places
        )
        if any(abs(hit.first - number.last) <= 8 for hit in sentence.of("per")) or "every" in sentence.words:
            return "article_one"  # one of a ratio
        return None if listed or sentence.word(number.first - 1) == "only" else "article_one"
    token = sentence.word(number.first)
    counts = sentence.at("subject", number.last) is not None or sentence.at("unit", number.last) is not None
    if number.is_digits and len(token) == 4 and is_year(number.value) and not counts:
        return "date" if number.value > 1500 or sentence.word(number.first - 1) in _YEAR_LEADS else None
    return None


def _clock(candidate: Candidate) -> bool:
    """ "12:10": two small numbers around a colon without a space."""
    tokens, number = candidate.sentence.tokens, candidate.number
    if not number.is_digits:
        return False
    for colon, other in ((number.first - 1, number.first - 2), (number.last, number.last + 1)):
        if 0 <= other < len(tokens) and tokens.text[colon] == ":" and tokens.text[other].isdecimal():
            low = min(colon, other, number.first)
            if tokens.end[low] == tokens.start[low + 1]:
                return True
    return False
