"""The reference tables of the warehouse are those of `seeds/`, whole, and a table that is misshapen is named."""

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from extract.seeds import SeedError
from load import references
from warehouse import database

FILES = {
    "subjects": "subjects.csv",
    "fields": "fields.csv",
    "rejection_reasons": "rejection_reasons.csv",
    "provinces": "places/provinces.csv",
    "counties": "places/counties.csv",
    "cities": "places/cities.csv",
    "population": "population.csv",
    "outlets": "outlets.csv",
    "calibration": "calibration.csv",
    "bands": "bands.csv",
}
CENSUSES = {"2006-10-28": 70495782, "2011-10-24": 75149669, "2016-09-24": 79926270}


@pytest.fixture
def con(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A file with the schema and nothing in it."""
    with database.connect(tmp_path / "warehouse.duckdb") as opened:
        database.create_schema(opened)
        yield opened


@pytest.fixture
def loaded(con: duckdb.DuckDBPyConnection, seeds: Path) -> duckdb.DuckDBPyConnection:
    references.load(con, seeds)
    return con


@pytest.fixture
def copied(tmp_path: Path, seeds: Path) -> Path:
    """The tables of `seeds/`, to be spoilt."""
    return Path(shutil.copytree(seeds, tmp_path / "seeds"))


def one(con: duckdb.DuckDBPyConnection, query: str, *values: object) -> object:
    (row,) = con.execute(query, list(values)).fetchall()
    (cell,) = row
    return cell


@pytest.mark.parametrize(("table", "file"), FILES.items())
def test_every_row_of_a_table_is_loaded(loaded: duckdb.DuckDBPyConnection, seeds: Path, table: str, file: str) -> None:
    with (seeds / file).open(encoding="utf-8-sig", newline="") as handle:
        rows = sum(1 for cells in csv.reader(handle) if cells) - 1
    assert rows > 0
    assert one(loaded, f"SELECT count(*) FROM {table}") == rows


def test_there_are_31_provinces(loaded: duckdb.DuckDBPyConnection) -> None:
    codes = loaded.execute("SELECT province FROM provinces ORDER BY province").fetchall()
    assert codes == [(f"IR-{number:02}",) for number in range(31)]


@pytest.mark.parametrize(("date", "people"), CENSUSES.items())
@pytest.mark.parametrize("places", ["LIKE 'IR-%'", "= 'IR'"])
def test_the_provinces_of_a_census_add_up_to_the_country(
    loaded: duckdb.DuckDBPyConnection, date: str, people: int, places: str
) -> None:
    query = (
        "SELECT CAST(sum(population) AS BIGINT) FROM population "
        f"WHERE basis = 'census' AND county_code = '' AND date = CAST(? AS DATE) AND place {places}"
    )
    assert one(loaded, query, date) == people


def test_the_counties_of_the_last_census_are_of_their_province(loaded: duckdb.DuckDBPyConnection) -> None:
    query = "SELECT * FROM population INNER JOIN counties USING (county_code) WHERE place <> province"
    assert loaded.execute(query).fetchall() == []


def test_an_empty_cell_is_a_gap_but_for_the_county_of_a_province(loaded: duckdb.DuckDBPyConnection) -> None:
    assert one(loaded, "SELECT count(*) FROM outlets WHERE province = '' OR domain_aliases = ''") == 0
    assert one(loaded, "SELECT province FROM outlets WHERE outlet = 'irna'") is None
    assert one(loaded, "SELECT count(*) FROM population WHERE county_code = ''") != 0


@pytest.mark.parametrize("file", FILES.values())
def test_a_misspelt_header_is_named_with_its_file(con: duckdb.DuckDBPyConnection, copied: Path, file: str) -> None:
    path = copied / file
    path.write_text("x" + path.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(SeedError) as raised:
        references.load(con, copied)
    assert f"{path}:1: " in str(raised.value)


@pytest.mark.parametrize("file", FILES.values())
def test_a_missing_table_is_named(con: duckdb.DuckDBPyConnection, copied: Path, file: str) -> None:
    (copied / file).unlink()
    with pytest.raises(SeedError) as raised:
        references.load(con, copied)
    assert str(copied / file) in str(raised.value)


@pytest.mark.parametrize("file", FILES.values())
def test_a_row_with_a_cell_too_many_is_named_with_its_line(
    con: duckdb.DuckDBPyConnection, copied: Path, file: str
) -> None:
    path = copied / file
    header, _, rest = path.read_text(encoding="utf-8").partition("\n")
    path.write_text(f"{header}\n{',' * (header.count(',') + 1)}\n{rest}", encoding="utf-8")
    with pytest.raises(SeedError) as raised:
        references.load(con, copied)
    assert f"{path}:2: " in str(raised.value)


def test_a_code_that_stands_twice_is_refused(con: duckdb.DuckDBPyConnection, copied: Path) -> None:
    with (copied / "subjects.csv").open("a", encoding="utf-8") as handle:
        handle.write("ngo,سمن دیگر,another,organisation\n")
    with pytest.raises(duckdb.ConstraintException, match="ngo"):
        references.load(con, copied)
