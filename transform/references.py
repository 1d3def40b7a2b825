"""The tables of places by the names that articles give them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from extract.gazetteer import CITIES, COUNTIES, NAMES, PROVINCES
from extract.seeds import read_table
from transform.names import name_key

POPULATION = ("place", "county_code", "date", "population", "basis", "source")
OUTLETS = ("outlet", "domain", "domain_aliases", "name_fa", "name_en", "kind", "province")

COUNTRY = "IR"


class Locality(NamedTuple):
    """A county or city of one name: the code of its province, or of its country when abroad."""

    place: str
    people: int  # of the county at the last census; 0 for a city that gives no county its name


@dataclass(frozen=True, eq=False)  # eq=False: the tables are large, so a cache knows them by identity
class References:
    """Names as `name_key` writes them, in every language of the tables, and what they stand for."""

    provinces: Mapping[str, str]  # to ISO 3166-2
    countries: Mapping[str, str]  # to ISO 3166-1; the names of Iran to `IR`
    localities: Mapping[str, tuple[Locality, ...]]  # the most populous first


def load_references(seeds: Path) -> References:
    """The place tables of a seeds folder; raises the reader's error for a table that is missing or misshapen."""
    places = seeds / "places"
    provinces: dict[str, str] = {}
    countries: dict[str, str] = {}
    for row in read_table(places / "provinces.csv", PROVINCES):
        provinces.update((name, row["province"]) for name in _spellings(row["name_fa"], row["name_en"]))
    localities: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for name, place, people in _localities(seeds):
        localities[name][place] = max(people, localities[name].get(place, 0))
    for row in read_table(places / "names.csv", NAMES):
        for name in _spellings(row["surface"]):
            if row["type"] == "province":
                provinces[name] = row["place"]
            elif row["type"] in ("country", "foreign"):
                countries[name] = row["place"]
            else:
                localities[name].setdefault(row["place"], 0)
    return References(
        MappingProxyType(provinces),
        MappingProxyType(countries),
        MappingProxyType({name: _by_people(found) for name, found in localities.items()}),
    )


def _localities(seeds: Path) -> Iterator[tuple[str, str, int]]:
    """Name, province and people of every county, then of every city; a county without a census has one inhabitant."""
    census: dict[str, tuple[str, int]] = {}
    for row in read_table(seeds / "population.csv", POPULATION):
        if row["county_code"]:
            newest = max(census.get(row["county_code"], ("", 0)), (row["date"], int(row["population"])))
            census[row["county_code"]] = newest
    for row in read_table(seeds / "places" / "counties.csv", COUNTIES):
        people = census.get(row["county_code"], ("", 1))[1]
        yield from ((name, row["province"], people) for name in _spellings(row["name_fa"], row["name_en"]))
    for row in read_table(seeds / "places" / "cities.csv", CITIES):
        yield from ((name, row["province"], 0) for name in _spellings(row["name_fa"], row["name_en"]))


def _spellings(*names: str) -> set[str]:
    """The keys of names, with and without the Persian «-e» that English pages write or leave out."""
    bare = (name.replace("-ye ", " ").replace("-e ", " ") for name in names)
    return {name_key(name) for name in (*names, *bare) if name}


def _by_people(found: Mapping[str, int]) -> tuple[Locality, ...]:
    return tuple(sorted((Locality(*item) for item in found.items()), key=lambda locality: -locality.people))
