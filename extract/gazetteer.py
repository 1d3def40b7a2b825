"""The tables of `seeds/places`: their columns, and the names by which a language knows places."""

from typing import NamedTuple

from extract.seeds import SEEDS, read_table

PROVINCES = ("province", "sci_code", "former_code", "name_fa", "name_en", "capital_fa", "capital_en")
COUNTIES = ("county_code", "name_fa", "name_en", "province")
CITIES = ("name_fa", "name_en", "province")
NAMES = ("surface", "language", "place", "type", "status", "note")
_TABLES = (
    ("provinces.csv", PROVINCES, "province"),
    ("counties.csv", COUNTIES, "county"),
    ("cities.csv", CITIES, "city"),
)


class PlaceName(NamedTuple):
    """A name of a place, what kind of place it names, and whether it does so by itself (`plain`)."""

    name: str
    type: str
    status: str


def place_names(language: str) -> list[PlaceName]:
    """The names in a language: other names and spellings first, then provinces, counties, cities."""
    folder = SEEDS / "places"
    other = (row for row in read_table(folder / "names.csv", NAMES) if row["language"] == language)
    names = [PlaceName(row["surface"], row["type"], row["status"]) for row in other]
    for table, columns, kind in _TABLES:
        names += [PlaceName(row[f"name_{language}"], kind, "plain") for row in read_table(folder / table, columns)]
    return names


def capitals(language: str) -> list[str]:
    """The names of the capitals of the provinces."""
    return [row[f"capital_{language}"] for row in read_table(SEEDS / "places" / "provinces.csv", PROVINCES)]
