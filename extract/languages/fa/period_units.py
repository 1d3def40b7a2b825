"""The tokens of a sentence as time patterns see them: one letter a token, or a run of tokens that is one unit."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.fold import fold
from extract.languages.fa.numbers import Number
from extract.languages.fa.vocabulary import Vocabulary
from extract.lexicon import Hit

# The letters of words; beside them: D written date, n day number, N other number, Y four-digit year, M month, S season,
# R relative year («سال گذشته»), . anything else.
_SHAPES = {
    "m": "ماه",
    "t": "ماهه",
    "a": "سال",
    "H": "نیمه",
    "O": "اول نخست دوم سوم چهارم ابتدایی",
    "e": "اخیر گذشته پیش قبل",
    "k": "هفته",
    "d": "روز",
    "c": "دهه",
    ">": "تا الی",
    ",": "،",
    "W": "شنبه یکشنبه دوشنبه سهشنبه چهارشنبه پنجشنبه جمعه",
    "f": "فصل",
    "x": "شمسی خورشیدی میلادی قمری ش م",
}
_WORDS = {fold(word): shape for shape, words in _SHAPES.items() for word in words.split()}
_TRIGGERS = frozenset(word for word, shape in _WORDS.items() if shape in "mtaHkdcW")
ORDINALS = {"اول": 1, "نخست": 1, "ابتدایی": 1, "دوم": 2, "سوم": 3, "چهارم": 4}
FIRST_SHORT_YEAR = 60  # «سال ۹۲» is 1392; «سال ۵۰ سمن» names no year
_LAST_SHORT_YEAR = 20


@dataclass(frozen=True, slots=True)
class Unit:
    """A letter and the tokens that it stands for; `value` is the number, the date, or the word."""

    shape: str
    first: int
    last: int
    value: str = ""


_OTHER = Unit(".", 0, 0)  # a word that no pattern looks at


def may_hold_time(words: Sequence[str], hits: dict[str, list[Hit]], vocabulary: Vocabulary) -> bool:
    """Whether a pattern can match at all: a cheap look at the words before units are made."""
    if "year" in hits or not _TRIGGERS.isdisjoint(words) or not vocabulary.month_words.isdisjoint(words):
        return True
    return any(word[0].isdecimal() and (word.count("/") == 2 or word.count(".") == 2) for word in words)


def units_of(
    words: Sequence[str], hits: dict[str, list[Hit]], numbers: Sequence[Number], vocabulary: Vocabulary
) -> tuple[str, list[Unit]]:
    """One unit a token, but one for a relative year and one for a number of several words; and their letters."""
    runs: dict[int, Unit] = {}
    counted = {number.last for number in numbers if number.form == "cardinal"}
    for hit in hits.get("year", ()):
        if hit.first in counted and hit.last - hit.first == 2:  # «دو سال گذشته» is no «سال گذشته»
            continue
        runs[hit.first] = Unit("R", hit.first, hit.last, hit.code)
    for number in numbers:
        runs.setdefault(number.first, _number_unit(number, words))
    units: list[Unit] = []
    index = 0
    count = len(words)
    months, seasons = vocabulary.months, vocabulary.seasons
    while index < count:
        unit = runs.get(index)
        if unit is None:
            word = words[index]
            plain = word not in _WORDS and word not in months and word not in seasons
            if plain and not word[0].isdecimal() and not word.endswith("ماه"):
                units.append(_OTHER)
                index += 1
                continue
            unit = _word_unit(words, index, vocabulary)
        units.append(unit)
        index = unit.last
    return "".join(unit.shape for unit in units), units


def _number_unit(number: Number, words: Sequence[str]) -> Unit:
    value = number.value
    word = words[number.first]
    if number.form == "ordinal" and number.last == number.first + 1 and word in ORDINALS:
        return Unit("O", number.first, number.last, word)
    if value != int(value) or number.form not in ("cardinal", "ordinal"):
        return Unit(".", number.first, number.last)
    if number.high is not None:
        return Unit(".", number.first, number.last)
    if (
        (1250 <= value <= 1500 or 1900 <= value <= 2100)
        and number.form == "cardinal"
        and "," not in word
        and "،" not in word
    ):
        return Unit("Y", number.first, number.last, str(int(value)))
    return Unit("n" if 1 <= value <= 31 else "N", number.first, number.last, str(int(value)))


def _word_unit(words: Sequence[str], index: int, vocabulary: Vocabulary) -> Unit:
    word = words[index]
    if word[0].isdecimal():
        date = _written_date(word)
        return Unit("D" if date else ".", index, index + 1, date)
    month = word.removesuffix("ماه") if word.endswith("ماه") and len(word) > 4 else word
    if month in vocabulary.months:
        return Unit("M", index, index + 1, month)
    if word in vocabulary.seasons:
        return Unit("S", index, index + 1, word)
    return Unit(_WORDS.get(word, "."), index, index + 1, word)


def _written_date(word: str) -> str:
    """«1403/4/28», «28/4/1403» as a day span; empty for anything else."""
    parts = word.replace(".", "/").split("/")
    if len(parts) != 3 or not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return ""
    if len(parts[0]) < 4:
        parts.reverse()
    year, month, day = map(int, parts)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return ""
    if year < 100:
        year = _full_year(year)
    if not year:
        return ""
    return f"{'g' if year > 1600 else 'j'}{year}/{month:02}/{day:02}"


def _full_year(short: int) -> int:
    """The Jalali year of two digits: 60 to 99 of the last century, 0 to 20 of this one; 0 for the others."""
    return 1300 + short if short >= FIRST_SHORT_YEAR else 1400 + short if short <= _LAST_SHORT_YEAR else 0
