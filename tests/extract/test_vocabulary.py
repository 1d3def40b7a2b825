"""The tables of `seeds/fa`: headers, surfaces and codes."""

import re
from pathlib import Path
from typing import get_args

import pytest

from extract.fold import fold, reading_copy
from extract.languages.fa.vocabulary import Vocabulary
from extract.model import Bound, PlaceType, Reason
from extract.seeds import read_table
from extract.subjects import ORGANISED, PEOPLE

HEADERS = {
    "bounds.csv": ("surface", "bound", "side", "note"),
    "chrome.csv": ("surface", "class", "match", "note"),
    "cues.csv": ("surface", "cue", "note"),
    "fields.csv": ("surface", "field", "note"),
    "gate.csv": ("surface", "match", "note"),
    "months.csv": ("surface", "calendar", "month"),
    "numbers.csv": ("surface", "class", "value"),
    "page_words.csv": ("surface", "class", "value", "note"),
    "people.csv": ("surface", "class", "note"),
    "periods.csv": ("surface", "period", "note"),
    "place_types.csv": ("surface", "type", "note"),
    "place_words.csv": ("surface", "note"),
    "plurals.csv": ("plural", "singular", "note"),
    "registers.csv": ("surface", "register", "note"),
    "seasons.csv": ("surface", "first_month", "last_month", "note"),
    "statuses.csv": ("surface", "status", "note"),
    "subjects.csv": ("surface", "subject", "tie", "note"),
    "ties.csv": ("surface", "reach", "note"),
    "units.csv": ("surface", "unit", "factor", "class", "note"),
    "verbs.csv": ("surface", "class", "note"),
    "years.csv": ("surface", "year", "note"),
}
# A word may stand once in each class of these tables: «تن» is a person and a tonne.
CLASSED = {"units.csv": "class", "page_words.csv": "class", "people.csv": "class", "verbs.csv": "class"}
CLASSED |= {"cues.csv": "cue"}
STATUSES = {"active", "inactive", "registered", "licensed", "applied", "dissolved", "covered"}
REGISTERS = {"interior", "governorate", "sport_youth", "welfare", "relief_committee", "red_crescent", "endowments"}
REGISTERS |= {"health", "environment", "police", "cooperatives", "education"}
PERIOD_TYPES = {"as_of", "year_to_date", "year", "month", "day", "range", "since", "future", "unknown"}
_SPAN = r"(?:[jgh](?:\d{4}|\?|[+-]\d+)(?:/\d\d){0,2}|-\d+[ymwd]|d[+-]\d+|w[0-6]|(?:g?[mk]|s)[+-]\d+)"
_PERIOD = re.compile(rf"(\w+)(?::(?:{_SPAN}|{_SPAN}\.\.(?:{_SPAN})?|\.\.{_SPAN}))?")


def _rows(seeds: Path, name: str) -> list[dict[str, str]]:
    return read_table(seeds / "fa" / name, HEADERS[name])


def test_every_table_is_checked(seeds: Path) -> None:
    assert {path.name for path in (seeds / "fa").iterdir()} == set(HEADERS)


@pytest.mark.parametrize("name", sorted(HEADERS))
def test_surfaces_are_there_once(seeds: Path, name: str) -> None:
    first = HEADERS[name][0]
    seen: dict[tuple[str, str], str] = {}
    repeated = []
    for row in _rows(seeds, name):
        folded = " ".join(reading_copy(fold(row[first])).text.split())
        assert folded, f"{name}: an empty surface"
        identity = (folded, row.get(CLASSED.get(name, ""), ""))
        if identity in seen:
            repeated.append((seen[identity], row[first]))
        seen[identity] = row[first]
    assert repeated == []


@pytest.mark.parametrize("name", sorted(HEADERS))
def test_only_notes_and_values_may_be_empty(seeds: Path, name: str) -> None:
    columns = [column for column in HEADERS[name] if column not in ("note", "value", "tie")]
    assert [row for row in _rows(seeds, name) if not all(row[column] for column in columns)] == []


def _codes(seeds: Path, name: str, column: str) -> set[str]:
    return {row[column] for row in _rows(seeds, name)}


def _described(seeds: Path, name: str) -> set[str]:
    lines = (seeds / name).read_text(encoding="utf-8").splitlines()
    return {line.partition(",")[0] for line in lines[1:] if line}


def test_codes_of_subjects_and_fields_are_described(seeds: Path) -> None:
    assert _codes(seeds, "subjects.csv", "subject") <= _described(seeds, "subjects.csv")
    assert _codes(seeds, "fields.csv", "field") <= _described(seeds, "fields.csv")


def test_subjects_that_rules_treat_alike_are_those_of_the_table(seeds: Path) -> None:
    rows = read_table(seeds / "subjects.csv", ("subject", "name_fa", "name_en", "subject_group"))
    assert {row["subject"] for row in rows if row["subject_group"] == "people"} == PEOPLE
    assert {row["subject"] for row in rows} >= ORGANISED


def test_codes_of_the_claim_model_are_known(seeds: Path) -> None:
    assert _codes(seeds, "bounds.csv", "bound") <= set(get_args(Bound))
    assert _codes(seeds, "bounds.csv", "side") <= {"before", "after"}
    assert _codes(seeds, "statuses.csv", "status") <= STATUSES
    assert _codes(seeds, "registers.csv", "register") <= REGISTERS
    assert _codes(seeds, "place_types.csv", "type") <= set(get_args(PlaceType)) | {"villages"}
    assert _codes(seeds, "gate.csv", "match") <= {"word", "start"}
    assert _codes(seeds, "chrome.csv", "class") <= {"line", "tail"}


def test_reasons_of_rejection_that_the_rules_give_are_described(seeds: Path) -> None:
    # Publication is held back by a reason that the table does not know; the type checker holds the rules to these.
    assert _described(seeds, "rejection_reasons.csv") == set(get_args(Reason))


def test_periods_are_well_written(seeds: Path) -> None:
    for row in _rows(seeds, "periods.csv"):
        if row["period"] == "same":  # the period that the text named last
            continue
        match = _PERIOD.fullmatch(row["period"])
        assert match, row
        assert match.group(1) in PERIOD_TYPES, row
    assert all(re.fullmatch(r"j[+-]\d", code) for code in _codes(seeds, "years.csv", "year"))


def test_months_and_seasons_are_of_a_year(seeds: Path) -> None:
    assert all(row["calendar"] in "jgh" and 1 <= int(row["month"]) <= 12 for row in _rows(seeds, "months.csv"))
    for row in _rows(seeds, "seasons.csv"):
        assert int(row["last_month"]) - int(row["first_month"]) == 2


def test_the_vocabulary_loads(vocabulary: Vocabulary) -> None:
    assert vocabulary.gate_words
    assert vocabulary.singulars["مراکز"] == "مرکز"
