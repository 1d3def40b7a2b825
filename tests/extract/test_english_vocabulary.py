"""The tables of `seeds/en`: headers, surfaces and codes."""

import re
from pathlib import Path
from typing import get_args

import pytest

from extract.languages.en.vocabulary import load_vocabulary
from extract.model import Bound, PlaceType
from extract.seeds import read_table

HEADERS = {
    "abbreviations.csv": ("surface", "note"),
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
    "plurals.csv": ("singular", "plural", "note"),
    "registers.csv": ("surface", "register", "note"),
    "spellings.csv": ("american", "british"),
    "statuses.csv": ("surface", "status", "note"),
    "subjects.csv": ("surface", "subject", "tie", "note"),
    "ties.csv": ("surface", "note"),
    "units.csv": ("surface", "unit", "factor", "class", "note"),
    "words.csv": ("surface", "class", "note"),
}
# A word may stand once in each class of these tables.
CLASSED = {"units.csv": "class", "people.csv": "class", "words.csv": "class", "cues.csv": "cue", "bounds.csv": "side"}
CLASSED |= {"plurals.csv": "plural", "subjects.csv": "subject"}
PERIOD_TYPES = {"as_of", "year_to_date", "year", "month", "day", "range", "since", "future", "unknown"}
_SPAN = r"(?:[jg*][+-]\d(?:/\d\d)?|-\d\*?[ym]|d[+-]\d|\*?[mk][+-]\d)"
_PERIOD = re.compile(rf"(\w+)(?::(?:{_SPAN}|{_SPAN}\.\.{_SPAN}|\.\.{_SPAN}))?")


def _rows(seeds: Path, name: str) -> list[dict[str, str]]:
    return read_table(seeds / "en" / name, HEADERS[name])


def _codes(seeds: Path, name: str, column: str) -> set[str]:
    return {row[column] for row in _rows(seeds, name)}


def _described(seeds: Path, name: str) -> set[str]:
    lines = (seeds / name).read_text(encoding="utf-8").splitlines()
    return {line.partition(",")[0] for line in lines[1:] if line}


def test_every_table_is_checked(seeds: Path) -> None:
    assert {path.name for path in (seeds / "en").iterdir()} == set(HEADERS)


@pytest.mark.parametrize("name", sorted(HEADERS))
def test_surfaces_are_there_once(seeds: Path, name: str) -> None:
    seen: set[tuple[str, str]] = set()
    repeated = []
    for row in _rows(seeds, name):
        identity = (row[HEADERS[name][0]].lower(), row.get(CLASSED.get(name, ""), ""))
        assert identity[0], f"{name}: an empty surface"
        if identity in seen:
            repeated.append(identity)
        seen.add(identity)
    assert repeated == []


@pytest.mark.parametrize("name", sorted(HEADERS))
def test_only_notes_may_be_empty(seeds: Path, name: str) -> None:
    columns = [column for column in HEADERS[name] if column != "note"]
    assert [row for row in _rows(seeds, name) if not all(row[column] for column in columns)] == []


def test_codes_of_subjects_and_fields_are_described(seeds: Path) -> None:
    assert _codes(seeds, "subjects.csv", "subject") - {"anaphor"} <= _described(seeds, "subjects.csv")
    assert _codes(seeds, "subjects.csv", "tie") == {"own", "general", "anaphor"}
    assert _codes(seeds, "fields.csv", "field") <= _described(seeds, "fields.csv")


def test_codes_of_the_claim_model_are_known(seeds: Path) -> None:
    assert _codes(seeds, "bounds.csv", "bound") <= set(get_args(Bound))
    assert _codes(seeds, "bounds.csv", "side") == {"before", "after"}
    assert _codes(seeds, "place_types.csv", "type") <= set(get_args(PlaceType))
    assert _codes(seeds, "gate.csv", "match") == {"word", "start"}
    assert _codes(seeds, "chrome.csv", "class") == {"line", "tail"}


def test_statuses_and_registers_are_those_of_the_other_languages(seeds: Path) -> None:
    others = read_table(seeds / "fa" / "statuses.csv", HEADERS["statuses.csv"])
    assert _codes(seeds, "statuses.csv", "status") <= {row["status"] for row in others}
    registers = read_table(seeds / "fa" / "registers.csv", HEADERS["registers.csv"])
    assert _codes(seeds, "registers.csv", "register") <= {row["register"] for row in registers}


def test_periods_are_well_written(seeds: Path) -> None:
    for row in _rows(seeds, "periods.csv"):
        if row["period"] == "same":  # the period that the text named last
            continue
        match = _PERIOD.fullmatch(row["period"])
        assert match, row
        assert match.group(1) in PERIOD_TYPES, row


def test_months_are_of_a_year(seeds: Path) -> None:
    assert all(row["calendar"] in "jgh" and 1 <= int(row["month"]) <= 12 for row in _rows(seeds, "months.csv"))


def test_the_vocabulary_loads() -> None:
    vocabulary = load_vocabulary()
    assert "ngo" in vocabulary.gate_starts
    assert "organisations" in [
        word for pattern in ("organisations",) for word in [pattern] if pattern in vocabulary.lexicon
    ]
