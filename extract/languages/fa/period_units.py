"""The tokens of a sentence as time patterns see them: one letter a token, or a run of tokens that is one unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.fold import fold
from extract.languages.fa.vocabulary import Vocabulary, load_vocabulary
from extract.lexicon import Hit
from extract.sentence import Number

# The letters of words. Beside them stand M month, S season, R relative year («سال گذشته»), D written date, and those
# of numbers: O and o ordinals to 31 (O where a half or quarter may bear it), n numbers to 31, Y years of four digits,
# z two digits with a zero before («۰۲»), y and u 60 to 99 (y where nothing counted can follow), N other numbers;
# ranges of days (r) and of years (s; v where «از» stands before it and nothing counted behind). All else is «.».
_SHAPES = {
    "m": "ماه ماههای",
    "t": "ماهه",
    "a": "سال",
    "A": "سالهای",
    "H": "نیمه",
    "O": "ابتدایی ابتدای آغازین پایانی",
    "e": "اخیر گذشته پیش قبل",
    "J": "جاری",
    "k": "هفته",
    "d": "روز",
    "c": "دهه",
    "E": "پایان اخر انتهای اواخر",
    ">": "تا الی",
    "-": "-",
    ",": "،",
    "&": "و",
    "W": "شنبه یکشنبه دوشنبه سهشنبه چهارشنبه پنجشنبه جمعه",
    "f": "فصل",
    "h": "هجری",
    "x": "شمسی خورشیدی میلادی قمری ش م ق",
}
_WORDS = {fold(word): shape for shape, words in _SHAPES.items() for word in words.split()}
_TRIGGERS = frozenset(word for word, shape in _WORDS.items() if shape in "mtaAHkdcW-")
_PLURALS = frozenset(("های", "هایی"))
_YEARS_OF = frozenset(("مالی", "تحصیلی", "زراعی", "ابی"))  # «سال مالی ۱۴۰۲»
_THAT = frozenset(("این", "همین", "همان", "ان", "هر"))  # «در این سال ۷۰ سمن» names no year
# What may stand behind a year of two digits without «سال»: behind «مهر ۹۸» a noun would be counted.
_AFTER_YEAR = frozenset(("،", ".", "؛", ":", "(", ")", "»", "-"))
_AFTER_YEAR |= {"و", "تا", "تاکنون", "در", "به", "با", "از", "که", "را", "نیز"}
_AFTER_YEAR |= {"هم", "این", "ان", "برای", "بود", "شد", "است", "بوده", "برگزار", "اغاز", "توسط"}
LAST = -1
ORDINALS = {"پایانی": LAST, "اول": 1, "نخست": 1, "ابتدایی": 1, "ابتدای": 1, "اغازین": 1, "دوم": 2, "سوم": 3, "چهارم": 4}
_FIRST_SHORT_YEAR = 60  # «سال ۹۲» is 1392; «سال ۵۰ سمن» names no year
_LIKELY_YEAR = 80  # «تا پایان سال ۹۹ خیریه …» names a year, «تا پایان سال ۶۰ خانه» none
_LAST_SHORT_YEAR = 9  # «سال ۰۲»


@dataclass(frozen=True, slots=True)
class Unit:
    """A letter and the tokens that it stands for; `value` is the number, the two of a range, the date, or the word."""

    shape: str
    first: int
    last: int
    value: str = ""


_OTHER = Unit(".", 0, 0)  # a word that no pattern looks at


def may_hold_time(words: Sequence[str], hits: dict[str, list[Hit]], vocabulary: Vocabulary) -> bool:
    """Whether a pattern can match at all: a cheap look at the words before units are made."""
    if "year" in hits or not _TRIGGERS.isdisjoint(words) or not vocabulary.month_words.isdisjoint(words):
        return True
    if not _month_heads().isdisjoint(words):
        return True
    return any(word[0].isdecimal() and (word.count("/") == 2 or word.count(".") == 2) for word in words)


def full_year(short: int) -> int:
    """The Jalali year of two digits: 60 to 99 of the last century, 0 to 9 of this one; 0 for the others."""
    return 1300 + short if short >= _FIRST_SHORT_YEAR else 1400 + short if short <= _LAST_SHORT_YEAR else 0


def units_of(
    words: Sequence[str], hits: dict[str, list[Hit]], numbers: Sequence[Number], vocabulary: Vocabulary
) -> tuple[str, list[Unit]]:
    """One unit a token, but one for a relative year and one for a number of several words; and their letters."""
    runs = _runs(words, hits, numbers, vocabulary)
    units: list[Unit] = []
    index = 0
    count = len(words)
    months, seasons, heads = vocabulary.months, vocabulary.seasons, _month_heads()
    while index < count:
        unit = runs.get(index)
        if unit is None:
            word = words[index]
            plain = word not in _WORDS and word not in months and word not in seasons and word not in heads
            if plain and not word[0].isdecimal() and not word.endswith("ماه"):
                units.append(_OTHER)
                index += 1
                continue
            unit = _word_unit(words, index, vocabulary)
        units.append(unit)
        index = unit.last
    return "".join(unit.shape for unit in units), units


def _runs(
    words: Sequence[str], hits: dict[str, list[Hit]], numbers: Sequence[Number], vocabulary: Vocabulary
) -> dict[int, Unit]:
    """The units that are not one word, by their first token."""
    runs: dict[int, Unit] = {}
    counted = {number.last for number in numbers if number.form == "cardinal"}
    for hit in hits.get("year", ()):
        if hit.first in counted and hit.last - hit.first == 2:  # «دو سال گذشته» is no «سال گذشته»
            continue
        runs[hit.first] = Unit("R", hit.first, hit.last, hit.code)
    things = {hit.first for hit in hits.get("subject", ())}
    for number in numbers:
        unit = _number_unit(number, words, vocabulary)
        short = unit.shape in "yu" and number.value < _LIKELY_YEAR
        if short and number.last in things and words[number.first - 2 : number.first] == ["پایان", "سال"]:
            unit = Unit("N", number.first, number.last, unit.value)  # «تا پایان سال ۶۰ خانه»
        runs.setdefault(number.first, unit)
    if "-" in words:
        for index in range(len(words) - 4):
            date = _dashed_date(words, index)
            if date:
                runs[index] = Unit("D", index, index + 5, date)
    return runs


def _number_unit(number: Number, words: Sequence[str], vocabulary: Vocabulary) -> Unit:
    value, first, last = number.value, number.first, number.last
    word = words[first]
    shape, text = ".", ""
    if word in vocabulary.months and last == first + 1 and _is_dated(words, first):
        shape, text = "M", word  # «صفر» is a number too
    elif number.form == "ordinal" and last == first + 1 and word in ORDINALS:
        shape, text = "O", word
    elif number.high is not None:
        shape, text = _range_shape(number, words)
    elif value == int(value) and number.form in ("cardinal", "ordinal"):
        shape, text = _shape_of(number, words), str(int(value))
    return Unit(shape, first, last, text)


def _is_dated(words: Sequence[str], index: int) -> bool:
    """«ماه صفر», «۱۲ صفر», «صفر سال ۱۴۴۲»."""
    before, after = words[index - 1] if index else ".", words[index + 1] if index + 1 < len(words) else "."
    return before == "ماه" or after in ("ماه", "سال") or before.isdecimal() or (len(after) == 4 and after.isdecimal())


def _shape_of(number: Number, words: Sequence[str]) -> str:
    value, word = number.value, words[number.first]
    if number.form == "ordinal":
        return "o" if 1 <= value <= 31 else "N"
    era = "".join(words[number.last : number.last + 1])
    is_round = not number.is_digits and value == 2000 and era != "میلادی"  # «تا پایان سال دو هزار حامی»
    if (1250 <= value <= 1500 or 1900 <= value <= 2100) and "," not in word and "،" not in word and not is_round:
        return "Y"
    if number.is_digits and len(word) == 2 and word[0] == "0":
        return "z"
    if _FIRST_SHORT_YEAR <= value <= 99:
        return "y" if number.is_digits and _is_free(words, number.last) else "u"
    return "n" if 1 <= value <= 31 else "N"


def _is_free(words: Sequence[str], index: int) -> bool:
    """Whether nothing that could be counted stands at a place: what is counted stands in the singular."""
    return index >= len(words) or words[index] in _AFTER_YEAR or words[index + 1 : index + 2] in (["ها"], ["های"])


def _range_shape(number: Number, words: Sequence[str]) -> tuple[str, str]:
    low, high = words[number.first], words[number.last - 1]
    if number.last - number.first != 3 or not (low.isdecimal() and high.isdecimal()):
        return ".", ""
    years = [int(end) if len(end) == 4 else full_year(int(end)) if len(end) == 2 else 0 for end in (low, high)]
    if all(1250 <= year <= 2100 for year in years):
        is_open = words[number.first - 1 : number.first] == ["از"] and _is_free(words, number.last)
        return "v" if is_open else "s", f"{years[0]}-{years[1]}"
    return ("r", f"{int(low)}-{int(high)}") if int(high) <= 31 else (".", "")


def _word_unit(words: Sequence[str], index: int, vocabulary: Vocabulary) -> Unit:
    word = words[index]
    if word[0].isdecimal():
        date = written_date(word)
        return Unit("D" if date else ".", index, index + 1, date)
    month = word.removesuffix("ماه") if word.endswith("ماه") and len(word) > 4 else word
    if month in vocabulary.months:
        return Unit("M", index, index + 1, month)
    pair = " ".join(words[index : index + 2])
    if word in _month_heads() and pair in vocabulary.months:
        return Unit("M", index, index + 2, pair)
    if word in vocabulary.seasons:
        return Unit("S", index, index + 1, word)
    return _plural_unit(words, index, _WORDS.get(word, "."))


def _plural_unit(words: Sequence[str], index: int, shape: str) -> Unit:
    """«سال‌های», «ماه‌های», «سال مالی» as one unit; «این سال» as none."""
    following = words[index + 1 : index + 2]
    if shape in "am" and following and following[0] in _PLURALS:
        return Unit("A" if shape == "a" else "m", index, index + 2, words[index])
    if shape == "a" and following and following[0] in _YEARS_OF:
        return Unit("a", index, index + 2, following[0])
    if shape == "a" and index and words[index - 1] in _THAT:
        return Unit(".", index, index + 1)
    return Unit(shape, index, index + 1, words[index])


@cache
def _month_heads() -> frozenset[str]:
    """The first words of months of two words: «ربیع الاول»."""
    return frozenset(name.split(" ")[0] for name in load_vocabulary().months if " " in name)


def _dashed_date(words: Sequence[str], index: int) -> str:
    """«1402-03-07» in five tokens as a day span; empty for anything else."""
    if words[index + 1] != "-" or words[index + 3] != "-" or not words[index].isdecimal():
        return ""
    parts = words[index : index + 5 : 2]
    return written_date("/".join(parts)) if len(parts[0]) == 4 and all(part.isdecimal() for part in parts) else ""


def written_date(word: str) -> str:
    """«1403/4/28», «28/4/1403», «98/5/12» as a day span; empty for anything else."""
    parts = word.replace(".", "/").split("/")
    if len(parts) != 3 or not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return ""
    return _day_span(*parts) or _day_span(*reversed(parts))


def _day_span(year_text: str, month_text: str, day_text: str) -> str:
    year, month, day = int(year_text), int(month_text), int(day_text)
    if len(year_text) == 2:
        year = full_year(year)
    is_date = 1 <= month <= 12 and 1 <= day <= 31 and 1250 <= year <= 2100 and len(day_text) <= 2
    return f"{'g' if year > 1600 else 'j'}{year}/{month:02}/{day:02}" if is_date else ""
