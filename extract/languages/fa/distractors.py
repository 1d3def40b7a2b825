"""Numbers that count nothing: dates, clocks, codes, ages, labels, durations, ordinals of events."""

from extract.languages.fa.draft import Candidate
from extract.model import Reason

_NOT_COUNTED: dict[str, Reason] = {"age": "age", "span_adj": "dimension"}
_FEW = 10
_LONG_CODE = 7  # digits from which a bare run is a code unless a noun stands behind it
_CODE_SIGNS = frozenset("#*@+=_/\\")


def distraction(candidate: Candidate) -> Reason | None:
    """Why a number cannot be a claim, as a code of `seeds/rejection_reasons.csv`; None where it may be one."""
    return (
        _date_or_code(candidate)
        or _labelled(candidate)
        or _article_or_code(candidate)
        or _by_what_follows(candidate)
        or _rated(candidate)
    )


def _date_or_code(candidate: Candidate) -> Reason | None:
    sentence, number = candidate.sentence, candidate.number
    words = sentence.words
    if any(period.first < number.last and number.first < period.last for period in sentence.periods):
        return "date"
    token = words[number.first]
    before, after = sentence.word(number.first - 1), sentence.word(number.last)
    if sentence.is_tail(number):
        return "code"
    if ":" in (before, after) and _clock(candidate):
        return "clock"
    if (
        before in _CODE_SIGNS
        or (after in _CODE_SIGNS and after != "/")
        or (after == "/" and number.is_digits and number.first == 0)
    ):
        return "code"
    if number.is_digits and token.isdecimal() and (token[0] == "0" and len(token) > 1):
        return "code"
    return None


def _labelled(candidate: Candidate) -> Reason | None:
    """«کد خبر ۱۲», «ماده: ۵», «ساعت ۸»: a word before says what the number labels."""
    sentence, number = candidate.sentence, candidate.number
    before = sentence.word(number.first - 1)
    at = number.first - 1
    if before in (":", "(", "-", "شماره"):
        at -= 1
    for index in (number.first, at + 1, at):
        label = sentence.ending("cue", index)
        if label is None:
            continue
        is_beside = label.last == number.first or before in (":", "شماره")
        if label.code == "label" and is_beside and (label.entry.surface != "بازدید" or before == ":"):
            return "label"
        if label.code == "loose_label" and is_beside and not _is_counted(candidate):
            return "label"
        if label.code == "clock" and _clock_hour(candidate):
            return "clock"
    return None


def _is_counted(candidate: Candidate) -> bool:
    """«به حساب ۶۸ هزار خانوار», «در ردیف یازدهم کشور»: behind an everyday word a number may count or rank."""
    sentence, number = candidate.sentence, candidate.number
    return number.form == "ordinal" or any(sentence.at(kind, number.last) for kind in ("subject", "unit"))


def _article_or_code(candidate: Candidate) -> Reason | None:
    sentence, number = candidate.sentence, candidate.number
    before = sentence.word(number.first - 1)
    if before in ("چند", "چندین") or (before == "این" and number.value <= _FEW and number.form == "cardinal"):
        return "vague"  # «چندین میلیون», «این دو مورد»
    token = sentence.word(number.first)
    is_long = number.is_digits and token.isdecimal() and len(token) >= _LONG_CODE
    if is_long and sentence.at("unit", number.last) is None and sentence.at("subject", number.last) is None:
        return "code"
    if sentence.word(number.last) in ("نفر", "تن") and sentence.words[number.last + 1 : number.last + 3] == [
        "از",
        "هر",
    ]:
        return "fraction_of_nothing"  # «۶ نفر از هر ۱۰ هزار نفر»: how common something is
    if number.form == "cardinal" and sentence.words[max(0, number.first - 3) : number.first][-2:] == ["از", "هر"]:
        return "fraction_of_nothing"
    if token == "دو" and before == "هر" and sentence.at("subject", number.last) is None:
        return "vague"  # «هر دو با ۷۱ سمن»
    if before == "هر" and number.value < _FEW and sentence.word(number.last) in ("نفر", "تن"):
        return "vague"  # «هر سه نفر عضو حزب هستند»
    if sentence.word(number.last) in ("بار", "مرتبه", "دفعه"):
        return "vague"
    if token == "نه" and (sentence.word(number.last) in ("تنها", "فقط") or sentence.words.count("نه") > 1):
        return "vague"  # «نه این و نه آن» counts nothing
    if token == "یک" and number.last == number.first + 1 and not _listed(candidate):
        return "article_one"
    return None


def _by_what_follows(candidate: Candidate) -> Reason | None:
    """«۷۲ ساله», «۱۲ روزه», «۵ سال»: the word behind says that nothing is counted."""
    sentence, number = candidate.sentence, candidate.number
    cue = sentence.at("cue", number.last)
    if cue is not None and number.form != "ordinal":
        if cue.code in ("age", "span_adj", "foreign", "foreign_unit"):
            return _NOT_COUNTED.get(cue.code, "foreign_noun")
        if cue.code == "duration":
            return "duration"
        if cue.code == "clock" and sentence.word(number.first - 1) == "تا":
            return "clock"
    return None


def _rated(candidate: Candidate) -> Reason | None:
    """«نرخ بیکاری ۱۱ درصد», «سود ۴ درصدی», «۳ نفر این خبر را پسندیدند»: a rate, or a counter of the page."""
    sentence, number = candidate.sentence, candidate.number
    if any(0 <= number.first - hit.last <= _RATED for hit in sentence.of("cue", ("rate",))):
        return "measure_of_nothing"
    counters = sentence.of("cue", ("counter",))
    return "page_chrome" if any(0 <= hit.first - number.last <= 1 for hit in counters) else None


_RATED = 4  # tokens between «نرخ بیکاری» and its figure


def _listed(candidate: Candidate) -> bool:
    """«ساوه ۳ و تفرش یک موقوفه»: «یک» counts behind a place in a list; elsewhere it is the article."""
    sentence, number = candidate.sentence, candidate.number
    unit = sentence.at("unit", number.last)
    if unit is not None and unit.entry.note == "percent":  # «کمتر از یک درصد»
        return True
    if _counts_on(candidate):
        return True
    each = sentence.ending("cue", number.first)
    if each is not None and each.code == "each":  # «هر یک یک مورد»
        return True
    if len(sentence.numbers) < 2 or sentence.of("cue", ("per", "every")):  # «برای هر ۴۱۰۰ نفر … یک انجمن»
        return False
    return any(place.last == number.first for place in sentence.places)


def _counts_on(candidate: Candidate) -> bool:
    """«دو مرکز در ملایر و یک مرکز در نهاوند»: the same noun was just counted."""
    sentence, number = candidate.sentence, candidate.number
    hit = sentence.at("subject", number.last)
    if hit is None or sentence.word(number.first - 1) not in ("و", "،"):
        return False
    return any(draft.sentence is sentence and draft.subject == hit.code for draft in candidate.memory.drafts)


def _clock(candidate: Candidate) -> bool:
    """«۱۲:۱۰»: two small numbers around a colon without a space."""
    tokens, number = candidate.sentence.tokens, candidate.number
    if not number.is_digits or len(tokens.text[number.first]) > 2:
        return False
    for colon, other in ((number.first - 1, number.first - 2), (number.last, number.last + 1)):
        if (
            0 <= other < len(tokens)
            and tokens.text[colon] == ":"
            and tokens.text[other].isdecimal()
            and len(tokens.text[other]) <= 2
        ):
            low = min(colon, other, number.first)
            if tokens.end[low] == tokens.start[low + 1]:
                return True
    return False


def _clock_hour(candidate: Candidate) -> bool:
    number = candidate.number
    return number.value <= 24 and number.form == "cardinal" and candidate.sentence.at("subject", number.last) is None
