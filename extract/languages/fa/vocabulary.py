"""The Persian vocabulary: every word that the rules know, read from `seeds/fa` and `seeds/places`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import product
from pathlib import Path

from extract.fold import WORD_JOINERS, fold
from extract.gazetteer import capitals, place_names
from extract.languages.fa.glue import GlueSplitter
from extract.languages.fa.numbers import NumberReader
from extract.lexicon import Entry, Lexicon, joinings, words_of
from extract.lines import marks
from extract.seeds import SEEDS, read_table
from extract.subjects import PEOPLE

# Tables with a surface and one code, and the class under which the rules ask for their hits.
_TABLES = (
    ("fields.csv", "field"),
    ("statuses.csv", "status"),
    ("registers.csv", "register"),
    ("cues.csv", "cue"),
    ("periods.csv", "period"),
    ("years.csv", "year"),
)
_PLURALS = ("ها", "های", "هایی")
_PEOPLE_PLURALS = ("ان", "ین")
_INDEFINITE = ("ی", "ای", "یی")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the Persian rules look up."""

    lexicon: Lexicon
    numbers: NumberReader
    glue: GlueSplitter
    factors: dict[str, Decimal]  # how many of its code one of a unit is, by the surface of its entry («همت|money»)
    months: dict[str, tuple[str, int]]
    seasons: dict[str, tuple[int, int]]
    common_places: frozenset[str]
    adjective_places: frozenset[str]  # of these: «بانک مرکزی»
    capitals: frozenset[str]  # of provinces
    tail_marks: re.Pattern[str]  # as they stand in a reading copy: all behind them is page chrome
    gate_words: frozenset[str]  # one of these words, or of the starts below, stands in every text that can hold a claim
    gate_starts: frozenset[str]
    singulars: dict[str, str]
    month_words: frozenset[str]  # names of months and seasons, months glued to «ماه» too
    number_words: frozenset[str]  # single tokens that begin a number or a rank
    chrome_marks: re.Pattern[str]  # the line that begins with one is page chrome


@cache
def load_vocabulary() -> Vocabulary:
    """The vocabulary of `seeds/`, read once; raises `SeedError` for a table with a wrong header."""
    folder = SEEDS / "fa"
    entries = list(_entries(folder))
    number_rows = read_table(folder / "numbers.csv", ("surface", "class", "value"))
    words: dict[str, tuple[str, Decimal]] = {}
    phrases: dict[tuple[str, ...], tuple[str, Decimal]] = {}
    for row in number_rows:
        for form in joinings(words_of(row["surface"])):
            meaning = (row["class"], _decimal(row["value"]))
            if len(form) == 1:
                words[form[0]] = meaning
            else:
                phrases[form] = meaning
    lexicon = Lexicon(entries)
    months = read_table(folder / "months.csv", ("surface", "calendar", "month"))
    seasons = read_table(folder / "seasons.csv", ("surface", "first_month", "last_month", "note"))
    common = read_table(folder / "place_words.csv", ("surface", "class", "note"))
    units = read_table(folder / "units.csv", ("surface", "unit", "factor", "class", "note"))
    return Vocabulary(
        lexicon=lexicon,
        numbers=NumberReader(words, phrases),
        glue=GlueSplitter(words, lexicon),
        factors={f"{row['surface']}|{row['class']}": Decimal(row["factor"]) for row in units},
        months={fold(row["surface"]): (row["calendar"], int(row["month"])) for row in months},
        seasons={fold(row["surface"]): (int(row["first_month"]), int(row["last_month"])) for row in seasons},
        common_places=frozenset(" ".join(words_of(row["surface"])) for row in common),
        adjective_places=frozenset(" ".join(words_of(row["surface"])) for row in common if row["class"] == "adjective"),
        capitals=frozenset(" ".join(words_of(capital)) for capital in capitals("fa")),
        singulars=_singulars(folder),
        month_words=frozenset(fold(row["surface"]) for row in (*months, *seasons))
        | {fold(row["surface"]) + "ماه" for row in months},
        number_words=frozenset(words) | {form[0] for form in phrases} | _rank_words(folder),
        gate_words=_gate_words(folder, "word"),
        gate_starts=_gate_words(folder, "start"),
        tail_marks=_marks(folder, "tail"),
        chrome_marks=_marks(folder, "line"),
    )


def _rank_words(folder: Path) -> frozenset[str]:
    """The first words of what says a rank without a number: «بیشترین», «سرآمد», «در صدر»."""
    rows = read_table(folder / "cues.csv", ("surface", "cue", "note"))
    return frozenset(words_of(row["surface"])[-1] for row in rows if row["cue"] in ("most", "top"))


def _gate_words(folder: Path, match: str) -> frozenset[str]:
    rows = read_table(folder / "gate.csv", ("surface", "match", "note"))
    surfaces = [fold(row["surface"]).split(" ") for row in rows if row["match"] == match]
    return frozenset(spelling for words in surfaces for spelling in _joined(words))


def _joined(words: list[str]) -> Iterator[str]:
    """A surface as it may stand in a folded text: each gap with a space, nothing or a mark."""
    for joints in product(WORD_JOINERS, repeat=len(words) - 1):
        yield words[0] + "".join(joint + word for joint, word in zip(joints, words[1:], strict=True))


def _singulars(folder: Path) -> dict[str, str]:
    """Broken plurals («مراکز») to their singular."""
    rows = read_table(folder / "plurals.csv", ("plural", "singular", "note"))
    return {fold(row["plural"]): fold(row["singular"]) for row in rows}


def _marks(folder: Path, kind: str) -> re.Pattern[str]:
    """The marks of a class at a line's head: a `label` alone or before a sign or number, a `start` before anything."""
    start, label = marks(folder / "chrome.csv", kind)
    return re.compile(rf"[/*•\-.: ]*(?:(?:{start})|(?:{label})(?=\s*(?:$|[:؛/(|!«*0-9-])))")


def _decimal(text: str) -> Decimal:
    """A table's number; the thirds of «ثلث» are exact to 28 digits."""
    return Decimal(1) / 3 if text == "1/3" else Decimal(text)


def _entries(folder: Path) -> Iterator[tuple[tuple[str, ...], Entry]]:
    plurals = {singular: plural for plural, singular in _singulars(folder).items()}
    for name, kind in _TABLES:
        for row in read_table(folder / name, ("surface", kind, "note")):
            yield from _spelt(row["surface"], Entry(row["surface"], kind, row[kind]))
    for row in read_table(folder / "subjects.csv", ("surface", "subject", "tie", "note")):
        entry = Entry(row["surface"], "subject", row["subject"], row["tie"])
        for words in _inflected(words_of(row["surface"]), row["subject"] in PEOPLE, plurals):
            for form in joinings(words):
                yield form, entry
    yield from _single_entries(folder)
    yield from _place_entries()


def _single_entries(folder: Path) -> Iterator[tuple[tuple[str, ...], Entry]]:
    for row in read_table(folder / "ties.csv", ("surface", "reach", "note")):
        yield from _spelt(row["surface"], Entry(row["surface"], "tie", row["reach"]))
    for row in read_table(folder / "bounds.csv", ("surface", "bound", "side", "note")):
        yield from _spelt(row["surface"], Entry(row["surface"], "bound_" + row["side"], row["bound"]))
    for row in read_table(folder / "units.csv", ("surface", "unit", "factor", "class", "note")):
        yield from _spelt(row["surface"], Entry(f"{row['surface']}|{row['class']}", "unit", row["unit"], row["class"]))
    for row in read_table(folder / "place_types.csv", ("surface", "type", "note")):
        yield from _spelt(row["surface"], Entry(row["surface"], "place_type", row["type"]))
    for row in read_table(folder / "people.csv", ("surface", "class", "note")):
        yield from _spelt(row["surface"], Entry(row["surface"], row["class"], row["class"]))


def _spelt(surface: str, entry: Entry) -> Iterator[tuple[tuple[str, ...], Entry]]:
    for form in joinings(words_of(surface)):
        yield form, entry


def _inflected(words: tuple[str, ...], is_person: bool, plurals: dict[str, str]) -> Iterator[tuple[str, ...]]:
    """A noun phrase with the plural on its head and the indefinite «ی» on its end, glued or apart."""
    head, rest = words[0], words[1:]
    heads: list[tuple[str, ...]] = [(head,)]
    heads += [(head + plural,) for plural in _PLURALS] + [(head, plural) for plural in _PLURALS]
    if head in plurals:
        heads.append((plurals[head],))
    if is_person:
        stem = head[:-1] + "گ" if head.endswith("ه") else head
        stem = head + "ی" if head.endswith(("و", "ا")) else stem
        heads += [(stem + plural,) for plural in _PEOPLE_PLURALS]
    for plural, tail in product(heads, ((), *((ending,) for ending in _INDEFINITE))):
        yield (*plural, *rest, *tail)
        if tail:
            whole = (*plural, *rest)
            yield (*whole[:-1], whole[-1] + tail[0])


def _place_entries() -> Iterator[tuple[tuple[str, ...], Entry]]:
    """Province, county and city names as `place` entries, and those who live there («دامغانی») as `demonym` entries.

    The code is the kind of name, never an ISO code.
    """
    seen: set[tuple[str, ...]] = set()
    for surface, kind, status in place_names("fa"):
        words = words_of(surface)
        if words and status == "plain" and words not in seen:
            seen.add(words)
            for form in joinings(words):
                yield form, Entry(" ".join(words), "place", kind)
                if kind in _INHABITED and form[-1][-1] not in _NO_DEMONYM:
                    yield (*form[:-1], form[-1] + "ی"), Entry(" ".join(words), "demonym", kind)


_INHABITED = ("province", "county")  # a city may be an everyday word: «کشاورز»
_NO_DEMONYM = "یها"  # «ساری», «ساوه» have other forms
