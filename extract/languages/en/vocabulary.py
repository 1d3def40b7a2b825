"""The English vocabulary: every word that the rules know, read from `seeds/en` and `seeds/places`."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path

from extract.fold import fold
from extract.gazetteer import place_names
from extract.languages.en.numbers import NumberReader
from extract.languages.en.periods import PeriodReader
from extract.lexicon import Entry, Lexicon, words_of
from extract.lines import marks
from extract.seeds import SEEDS, read_table

# Tables with a surface and one code, and the class under which the rules ask for their hits.
_TABLES = (
    ("fields.csv", "field"),
    ("statuses.csv", "status"),
    ("registers.csv", "register"),
    ("cues.csv", "cue"),
    ("periods.csv", "period"),
    ("place_types.csv", "type"),
)
BODIES = frozenset(
    ("ngo", "charity", "cooperative", "association", "foundation", "jihadi_group", "tashakol", "company")
)
_HEAD_ENDS = frozenset(("of", "for", "in", "with", "without", "to", "on", "by"))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the English rules look up; all words are lower case."""

    lexicon: Lexicon
    numbers: NumberReader
    periods: PeriodReader
    words: dict[str, frozenset[str]]  # classes of everyday words: stop, state, deed, adjective
    abbreviations: frozenset[str]
    common_places: frozenset[str]
    not_names: frozenset[str]
    gate_words: frozenset[str]
    gate_starts: frozenset[str]
    number_words: frozenset[str]  # single words that begin a number or a rank
    tail_marks: re.Pattern[str]
    chrome_marks: re.Pattern[str]


@cache
def load_vocabulary() -> Vocabulary:
    """The vocabulary of `seeds/`, read once; raises `SeedError` for a table with a wrong header."""
    folder = SEEDS / "en"
    numbers = {row["surface"]: row for row in read_table(folder / "numbers.csv", ("surface", "class", "value"))}
    values = {surface: (row["class"], Decimal(row["value"])) for surface, row in numbers.items()}
    small = {word: int(value) for word, (kind, value) in values.items() if kind in ("unit", "teen", "ten")}
    ordinals = {word: int(value) for word, (kind, value) in values.items() if kind == "ordinal"}
    months = read_table(folder / "months.csv", ("surface", "calendar", "month"))
    people = read_table(folder / "people.csv", ("surface", "class", "note"))
    units = read_table(folder / "units.csv", ("surface", "unit", "factor", "class", "note"))
    return Vocabulary(
        lexicon=Lexicon(_entries(folder)),
        numbers=NumberReader(values, frozenset(row["surface"].lower() for row in units)),
        periods=PeriodReader(
            {row["surface"].lower(): (row["calendar"], int(row["month"])) for row in months}, small, ordinals
        ),
        words=_classes(folder),
        abbreviations=_surfaces(folder / "abbreviations.csv"),
        common_places=_surfaces(folder / "place_words.csv"),
        not_names=frozenset(row["surface"].lower() for row in people if row["class"] == "not_name"),
        gate_words=_gate_words(folder, "word"),
        gate_starts=_gate_words(folder, "start"),
        number_words=frozenset(
            word for word, (kind, _) in values.items() if kind not in ("suffix", "few", "unit") or word in small
        )
        | _rank_words(folder),
        tail_marks=_marks(folder, "tail"),
        chrome_marks=_marks(folder, "line"),
    )


def _surfaces(path: Path) -> frozenset[str]:
    return frozenset(" ".join(_words(row["surface"])) for row in read_table(path, ("surface", "note")))


def _words(surface: str) -> tuple[str, ...]:
    """The tokens of a surface as they stand in a sentence: lower case, "'s" one token, no dots of abbreviations."""
    words = words_of(surface.lower().replace("’", "'"))
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] == "'" and word.isalpha():
            joined[-1] = f"'{word}"
        elif word != ".":
            joined.append(word)
    return tuple("'s" if word == "'" else word for word in joined)


def _classes(folder: Path) -> dict[str, frozenset[str]]:
    rows = read_table(folder / "words.csv", ("surface", "class", "note"))
    return {
        kind: frozenset(row["surface"] for row in rows if row["class"] == kind) for kind in {r["class"] for r in rows}
    }


def _rank_words(folder: Path) -> frozenset[str]:
    """The first words of what says a rank without a number: "tops", "highest"."""
    rows = read_table(folder / "cues.csv", ("surface", "cue", "note"))
    said = (_words(row["surface"]) for row in rows if row["cue"] in ("most", "top"))
    return frozenset(word for words in said for word in words[:1] if word not in ("in", "at", "the", "is"))


def _gate_words(folder: Path, match: str) -> frozenset[str]:
    rows = read_table(folder / "gate.csv", ("surface", "match", "note"))
    return frozenset(fold(row["surface"]).lower() for row in rows if row["match"] == match)


def _marks(folder: Path, kind: str) -> re.Pattern[str]:
    """The marks of a class at a line's head: a `label` alone or before a sign or number, a `start` before anything."""
    start, label = marks(folder / "chrome.csv", kind)
    return re.compile(rf"[*•\-.: ]{{0,4}}(?:(?:{start})\b|(?:{label})(?=\s{{0,3}}(?:$|[:|(#!«*0-9-])))", re.IGNORECASE)


def _entries(folder: Path) -> Iterator[tuple[tuple[str, ...], Entry]]:
    spellings = _spellings(folder)
    for name, kind in _TABLES:
        for row in read_table(folder / name, ("surface", kind, "note")):
            own_class = {"cue": row[kind], "type": "place_type"}.get(kind, kind)  # cues of two classes may overlap
            entry = Entry(row["surface"].lower(), own_class, row[kind])
            yield from _spelt(row["surface"], entry, spellings)
    plurals = {
        row["singular"]: row["plural"] for row in read_table(folder / "plurals.csv", ("singular", "plural", "note"))
    }
    for row in read_table(folder / "subjects.csv", ("surface", "subject", "tie", "note")):
        entry = Entry(row["surface"].lower(), "subject", row["subject"], row["tie"])
        for words in _numbered(_words(row["surface"]), plurals):
            yield from _variants(words, entry, spellings)
    for row in read_table(folder / "ties.csv", ("surface", "note")):
        yield from _spelt(row["surface"], Entry(row["surface"].lower(), "tie", "tie"), spellings)
    for row in read_table(folder / "bounds.csv", ("surface", "bound", "side", "note")):
        yield from _spelt(row["surface"], Entry(row["surface"], "bound_" + row["side"], row["bound"]), spellings)
    for row in read_table(folder / "units.csv", ("surface", "unit", "factor", "class", "note")):
        yield from _spelt(row["surface"], Entry(row["surface"].lower(), "unit", row["unit"], row["class"]), spellings)
    for row in read_table(folder / "people.csv", ("surface", "class", "note")):
        if row["class"] != "not_name":
            yield from _spelt(row["surface"], Entry(row["surface"].lower(), row["class"], row["class"]), spellings)
    yield from _place_entries()


def _spellings(folder: Path) -> dict[str, str]:
    pairs = [(row["american"], row["british"]) for row in read_table(folder / "spellings.csv", ("american", "british"))]
    pairs += [(american + "s", british + "s") for american, british in pairs]
    return {american: british for american, british in pairs if "-" not in british}


def _spelt(surface: str, entry: Entry, spellings: dict[str, str]) -> Iterator[tuple[tuple[str, ...], Entry]]:
    yield from _variants(_words(surface), entry, spellings)


def _variants(
    words: tuple[str, ...], entry: Entry, spellings: dict[str, str]
) -> Iterator[tuple[tuple[str, ...], Entry]]:
    """A phrase in American and British spelling, its hyphens written, left out, or joining the words."""
    british = tuple(spellings.get(word, word) for word in words)
    for form in {words, british}:
        yield form, entry
        if "-" in form and len(form) > 2:
            yield tuple(word for word in form if word != "-"), entry
            yield tuple("\0".join(form).replace("\0-\0", "").split("\0")), entry


def _numbered(words: tuple[str, ...], plurals: dict[str, str]) -> Iterator[tuple[str, ...]]:
    """A noun phrase with its head in the singular and the plural: "member of parliament", "members of parliament"."""
    head = next((i for i, word in enumerate(words) if i and word in _HEAD_ENDS), len(words)) - 1
    yield words
    yield (*words[:head], _plural(words[head], plurals), *words[head + 1 :])


def _plural(noun: str, plurals: dict[str, str]) -> str:
    if noun in plurals:
        return plurals[noun]
    if noun.endswith("y") and noun[-2:-1] not in ("a", "e", "o", "u"):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def homes_of() -> dict[str, str]:
    """The English name of the province that a county or city, in lower case, is of; none where two share the name."""
    folder = SEEDS / "places"
    provinces = ("province", "sci_code", "former_code", "name_fa", "name_en", "capital_fa", "capital_en")
    names = {row["province"]: row["name_en"] for row in read_table(folder / "provinces.csv", provinces)}
    rows = read_table(folder / "counties.csv", ("county_code", "name_fa", "name_en", "province"))
    rows += read_table(folder / "cities.csv", ("name_fa", "name_en", "province"))
    homes: dict[str, set[str]] = defaultdict(set)
    for row in read_table(folder / "names.csv", ("surface", "language", "place", "type", "status", "note")):
        if row["language"] == "en" and row["type"] in ("county", "city") and row["place"] in names:
            homes[row["surface"].lower()].add(names[row["place"]])
    for row in rows:
        for surface in (row["name_en"], row["name_en"].replace("-ye ", " ").replace("-e ", " ")):
            homes[surface.lower()].add(names[row["province"]])
    return {surface: next(iter(of)) for surface, of in homes.items() if len(of) == 1}


def _place_entries() -> Iterator[tuple[tuple[str, ...], Entry]]:
    """Province, county and city names as `place` entries; the code is the kind of name, never an ISO code."""
    rows = [row for row in place_names("en") if row.type != "country"]
    smaller = {surface for surface, kind, _ in rows if kind in ("county", "city")}
    seen: set[tuple[str, ...]] = set()
    for surface, kind, status in rows:
        bare = surface.replace("-ye ", " ").replace("-e ", " ")
        for said in dict.fromkeys((surface, bare)):
            words = _words(said)
            if not words or words in seen:
                continue
            seen.add(words)
            is_namesake = kind == "province" and status == "plain" and surface in smaller  # "Ardabil"
            entry = Entry(" ".join(said.split()), "place", kind, "namesake" if is_namesake else status)
            yield words, entry
            if len(words) == 2:  # "Shahin-Shahr"
                yield (words[0], "-", words[1]), replace(entry, surface="-".join(said.split()))
            if "-" in words:
                yield tuple(word for word in words if word != "-"), entry
            for ending in ("abad", "shahr"):  # "Khorramabad", "Khorram Abad"
                if words[-1].endswith(ending) and len(words[-1]) > len(ending) + 2:
                    yield (*words[:-1], words[-1].removesuffix(ending), ending), entry
