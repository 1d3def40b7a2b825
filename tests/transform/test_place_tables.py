"""The tables of places: what an editor may get wrong."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from extract.fold import fold, reading_copy
from extract.gazetteer import CITIES, COUNTIES, NAMES, PROVINCES
from extract.seeds import read_table
from transform.names import name_key
from transform.references import OUTLETS, POPULATION, References

TABLES = {
    "places/provinces.csv": PROVINCES,
    "places/counties.csv": COUNTIES,
    "places/cities.csv": CITIES,
    "places/names.csv": NAMES,
    "population.csv": POPULATION,
    "outlets.csv": OUTLETS,
}
Rows = dict[str, list[dict[str, str]]]


@pytest.fixture(scope="module")
def tables(seeds: Path) -> Rows:
    return {name: read_table(seeds / name, columns) for name, columns in TABLES.items()}


def written(surface: str) -> str:
    return " ".join(reading_copy(fold(surface)).text.lower().split())


def repeated(keys: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [key for key, count in Counter(keys).items() if count > 1]


def test_every_row_has_one_key(tables: Rows) -> None:
    assert not repeated([(row["province"],) for row in tables["places/provinces.csv"]])
    assert not repeated([(row["county_code"],) for row in tables["places/counties.csv"]])
    assert not repeated([(name_key(row["name_fa"]),) for row in tables["places/counties.csv"]])
    assert not repeated([(name_key(row["name_fa"]), row["province"]) for row in tables["places/cities.csv"]])
    assert not repeated([(written(row["surface"]), row["language"]) for row in tables["places/names.csv"]])
    assert not repeated([(row["place"], row["county_code"], row["date"]) for row in tables["population.csv"]])
    assert not repeated([(row["outlet"],) for row in tables["outlets.csv"]])
    assert not repeated([(row["domain"],) for row in tables["outlets.csv"] if row["domain"]])


def test_letters_are_persian_and_clean(seeds: Path) -> None:
    for name in TABLES:
        with (seeds / name).open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                assert all(cell == " ".join(cell.split()) for cell in row), row
                assert not set("".join(row)) & set("يكىۀة\u200e\u200f\u00a0\u0640"), row


def test_codes_are_known(tables: Rows) -> None:
    provinces = {row["province"] for row in tables["places/provinces.csv"]}
    counties = {row["county_code"]: row["province"] for row in tables["places/counties.csv"]}
    assert provinces == {f"IR-{number:02}" for number in range(31)}
    assert set(counties.values()) == provinces == {row["province"] for row in tables["places/cities.csv"]}
    assert {row["province"] for row in tables["outlets.csv"]} <= provinces | {""}
    for row in tables["population.csv"]:
        assert row["place"] in provinces | {"IR"}
        assert not row["county_code"] or counties[row["county_code"]] == row["place"]
        assert row["basis"] in ("census", "estimate")


def test_names_point_to_places_of_their_type(tables: Rows) -> None:
    for row in tables["places/names.csv"]:
        assert row["language"] in ("fa", "en")
        assert row["status"] in ("plain", "needs_word")
        assert row["note"] or row["status"] == "plain", row
        match row["type"]:
            case "province" | "county" | "city":
                assert row["place"].startswith("IR-"), row
            case "country":
                assert row["place"] == "IR", row
            case "foreign" | "foreign_city":
                assert re.fullmatch("(?!IR)[A-Z]{2}", row["place"]), row
            case other:
                raise AssertionError(other)
    foreign = [row for row in tables["places/names.csv"] if row["type"] == "foreign"]
    countries = [{row["place"] for row in foreign if row["language"] == code} for code in ("fa", "en")]
    assert countries[0] == countries[1]
    assert len(countries[0]) >= 60


def test_names_are_in_order(tables: Rows) -> None:
    keys = [(row["language"], row["type"], row["place"], row["surface"]) for row in tables["places/names.csv"]]
    assert keys == sorted(keys)


def test_a_name_is_of_a_province_or_of_a_country(references: References) -> None:
    assert not set(references.provinces) & set(references.countries)
    assert not set(references.countries) & set(references.localities)


def test_census_sums(tables: Rows) -> None:
    for date, total in (("2006-10-28", 70_495_782), ("2011-10-24", 75_149_669), ("2016-09-24", 79_926_270)):
        rows = [row for row in tables["population.csv"] if row["date"] == date and row["basis"] == "census"]
        provinces = [int(row["population"]) for row in rows if row["place"] != "IR" and not row["county_code"]]
        assert sum(provinces) == total == sum(int(row["population"]) for row in rows if row["place"] == "IR")
        counties = [int(row["population"]) for row in rows if row["county_code"]]
        assert not counties or sum(counties) == total
