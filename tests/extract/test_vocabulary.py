"""The tables of `seeds/fa` and `seeds/en`: headers, surfaces and codes."""

import re
from pathlib import Path
from typing import get_args

import pytest

from extract import languages
from extract.fold import fold, reading_copy
from extract.languages.en.vocabulary import load_vocabulary
from extract.languages.fa.vocabulary import Vocabulary
from extract.model import Bound, PlaceType, Reason
from extract.seeds import read_table
from extract.subjects import ORGANISED, PEOPLE

_COMMON = {
    "bounds.csv": ("surface", "bound", "side", "note"),
    "chrome.csv": ("surface", "class", "match", "note"),
    "cues.csv": ("surface", "cue", "note"),
    "fields.csv": ("surface", "field", "note"),
    "gate.csv": ("surface", "match", "note"),
    "months.csv": ("surface", "calendar", "month"),
    "numbers.csv": ("surface", "class", "value"),
    "people.csv": ("surface", "class", "note"),
    "periods.csv": ("surface", "period", "note"),
    "place_types.csv": ("surface", "type", "note"),
    "place_words.csv": ("surface", "note"),
    "registers.csv": ("surface", "register", "note"),
    "statuses.csv": ("surface", "status", "note"),
    "subjects.csv": ("surface", "subject", "tie", "note"),
    "units.csv": ("surface", "unit", "factor", "class", "note"),
}
HEADERS = {
    "en": _COMMON
    | {
        "abbreviations.csv": ("surface", "note"),
        "plurals.csv": ("singular", "plural", "note"),
        "spellings.csv": ("american", "british"),
        "ties.csv": ("surface", "note"),
        "words.csv": ("surface", "class", "note"),
    },
    "fa": _COMMON
    | {
        "page_words.csv": ("surface", "class", "value", "note"),
        "place_words.csv": ("surface", "class", "note"),
        "plurals.csv": ("plural", "singular", "note"),
        "seasons.csv": ("surface", "first_month", "last_month", "note"),
        "ties.csv": ("surface", "reach", "note"),
        "verbs.csv": ("surface", "class", "note"),
        "years.csv": ("surface", "year", "note"),
    },
}
# A word may stand once in each class of these tables: «تن» is a person and a tonne.
CLASSED = {
    "en": {
        "bounds.csv": "side",
        "cues.csv": "cue",
        "people.csv": "class",
        "plurals.csv": "plural",
        "subjects.csv": "subject",
        "units.csv": "class",
        "words.csv": "class",
    },
    "fa": {
        "cues.csv": "cue",
        "page_words.csv": "class",
        "people.csv": "class",
        "units.csv": "class",
        "verbs.csv": "class",
    },
}
OPEN = {"en": {"note"}, "fa": {"note", "tie", "value"}}  # columns that may be empty
STATUSES = {"active", "inactive", "registered", "licensed", "applied", "dissolved", "covered"}
REGISTERS = {"interior", "governorate", "sport_youth", "welfare", "relief_committee", "red_crescent", "endowments"}
REGISTERS |= {"health", "environment", "police", "cooperatives", "education"}
PERIOD_TYPES = {"as_of", "year_to_date", "year", "month", "day", "range", "since", "future", "unknown"}
# In English `*` is the calendar that the article keeps.
_SPANS = {
    "en": r"(?:[jgh][+-]\d(?:/\d\d)?|-\dg?[ym]|d[+-]\d|[mk][+-]\d)",
    "fa": r"(?:[jgh](?:\d{4}|\?|[+-]\d+)(?:/\d\d){0,2}|-\d+[ymwd]|d[+-]\d+|w[0-6]|(?:g?[mk]|s)[+-]\d+)",
}
TABLES = [(language, name) for language, headers in HEADERS.items() for name in sorted(headers)]
_MODULES = Path(languages.__file__).parent
every_language = pytest.mark.parametrize("language", languages.codes())


def _rows(seeds: Path, language: str, name: str) -> list[dict[str, str]]:
    return read_table(seeds / language / name, HEADERS[language][name])


def _codes(seeds: Path, language: str, name: str, column: str) -> set[str]:
    return {row[column] for row in _rows(seeds, language, name)}


def _described(seeds: Path, name: str) -> set[str]:
    lines = (seeds / name).read_text(encoding="utf-8").splitlines()
    return {line.partition(",")[0] for line in lines[1:] if line}


@every_language
def test_every_table_is_checked(seeds: Path, language: str) -> None:
    assert {path.name for path in (seeds / language).iterdir()} == set(HEADERS[language])


@pytest.mark.parametrize(("language", "name"), TABLES)
def test_surfaces_are_there_once(seeds: Path, language: str, name: str) -> None:
    first = HEADERS[language][name][0]
    seen: dict[tuple[str, str], str] = {}
    repeated = []
    for row in _rows(seeds, language, name):
        folded = " ".join(reading_copy(fold(row[first])).text.lower().split())
        assert folded, f"{name}: an empty surface"
        identity = (folded, row.get(CLASSED[language].get(name, ""), ""))
        if identity in seen:
            repeated.append((seen[identity], row[first]))
        seen[identity] = row[first]
    assert repeated == []


@pytest.mark.parametrize(("language", "name"), TABLES)
def test_only_notes_and_values_may_be_empty(seeds: Path, language: str, name: str) -> None:
    columns = [column for column in HEADERS[language][name] if column not in OPEN[language]]
    assert [row for row in _rows(seeds, language, name) if not all(row[column] for column in columns)] == []


@every_language
def test_codes_of_subjects_and_fields_are_described(seeds: Path, language: str) -> None:
    assert _codes(seeds, language, "subjects.csv", "subject") - {"anaphor"} <= _described(seeds, "subjects.csv")
    assert _codes(seeds, language, "fields.csv", "field") <= _described(seeds, "fields.csv")


def test_the_ties_of_english_subjects_are_known(seeds: Path) -> None:
    assert _codes(seeds, "en", "subjects.csv", "tie") == {"own", "general", "anaphor"}


def test_subjects_that_rules_treat_alike_are_those_of_the_table(seeds: Path) -> None:
    rows = read_table(seeds / "subjects.csv", ("subject", "name_fa", "name_en", "subject_group"))
    assert {row["subject"] for row in rows if row["subject_group"] == "people"} == PEOPLE
    assert {row["subject"] for row in rows} >= ORGANISED


@every_language
def test_codes_of_the_claim_model_are_known(seeds: Path, language: str) -> None:
    assert _codes(seeds, language, "bounds.csv", "bound") <= set(get_args(Bound))
    assert _codes(seeds, language, "bounds.csv", "side") == {"before", "after"}
    assert _codes(seeds, language, "statuses.csv", "status") <= STATUSES
    assert _codes(seeds, language, "registers.csv", "register") <= REGISTERS
    assert _codes(seeds, language, "place_types.csv", "type") <= {*get_args(PlaceType), "villages"}
    assert _codes(seeds, language, "gate.csv", "match") == {"word", "start"}
    assert _codes(seeds, language, "chrome.csv", "class") == {"line", "tail"}


@every_language
def test_every_class_of_cue_is_asked_for(seeds: Path, language: str) -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in _MODULES.rglob("*.py"))
    asked = set(re.findall(r'"([a-z_]+)"', code))
    classes = _codes(seeds, language, "cues.csv", "cue")
    assert {name for name in classes if name not in asked and not name.startswith("seat_")} == set()


def test_reasons_of_rejection_that_the_rules_give_are_described(seeds: Path) -> None:
    # Publication is held back by a reason that the table does not know; the type checker holds the rules to these.
    assert _described(seeds, "rejection_reasons.csv") == set(get_args(Reason))


@every_language
def test_periods_are_well_written(seeds: Path, language: str) -> None:
    span = _SPANS[language]
    written = re.compile(rf"(\w+)(?::(?:{span}|{span}\.\.(?:{span})?|\.\.{span}))?")
    for row in _rows(seeds, language, "periods.csv"):
        if row["period"] == "same":  # the period that the text named last
            continue
        match = written.fullmatch(row["period"])
        assert match, row
        assert match.group(1) in PERIOD_TYPES | {"by"}, row  # "by Nowruz": a plan's date or a state's day, by the verb


def test_years_are_counted_from_the_publication(seeds: Path) -> None:
    assert all(re.fullmatch(r"j[+-]\d", code) for code in _codes(seeds, "fa", "years.csv", "year"))


@every_language
def test_months_are_of_a_year(seeds: Path, language: str) -> None:
    months = _rows(seeds, language, "months.csv")
    assert all(row["calendar"] in "jgh" and 1 <= int(row["month"]) <= 12 for row in months)


def test_seasons_have_three_months(seeds: Path) -> None:
    assert all(int(row["last_month"]) - int(row["first_month"]) == 2 for row in _rows(seeds, "fa", "seasons.csv"))


def test_the_vocabularies_load(vocabulary: Vocabulary) -> None:
    assert vocabulary.gate_words
    assert vocabulary.singulars["مراکز"] == "مرکز"
    assert "ngo" in load_vocabulary().gate_starts
    assert "organisations" in load_vocabulary().lexicon
