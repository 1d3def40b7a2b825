"""The words of the review sheet: codes with their names, from `seeds/review_words.csv` and the snapshot's tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb

from extract.fold import key
from extract.seeds import read_table

FILE = "review_words.csv"
BETWEEN = " | "  # a code and its name in one cell
_COLUMNS = ("list", "code", "name_fa", "name_en")
_TABLES = (("subject", "subjects", "subject"), ("field", "fields", "field"))

Names = Mapping[str, str]  # a code's Persian name


@dataclass(frozen=True, slots=True)
class Words:
    """Persian names by list and code; English names of columns."""

    names: Mapping[str, Names]
    columns: Mapping[str, tuple[str, str]]  # Persian, English

    def name(self, of: str, code: str | None) -> str:
        """The Persian name of a code; the code itself where it has none, nothing where there is no code."""
        return self.names.get(of, {}).get(code, code) if code else ""

    def code(self, of: str, said: str) -> str | None:
        """The code that a cell means: the code, its Persian name, or both as the list shows them."""
        wanted = key(said.partition(BETWEEN.strip())[0])
        for code, name in self.names.get(of, {}).items():
            if wanted in (key(code), key(name)):
                return code
        return None

    def choices(self, of: str) -> list[str]:
        """What a list offers."""
        return [f"{code}{BETWEEN}{name}" for code, name in self.names.get(of, {}).items()]


def load_words(con: duckdb.DuckDBPyConnection, seeds: Path) -> Words:
    """The words for a snapshot; SeedError where the table is misshapen."""
    names: dict[str, dict[str, str]] = {}
    columns = {}
    for row in read_table(seeds / FILE, _COLUMNS):
        if row["list"] == "column":
            columns[row["code"]] = (row["name_fa"], row["name_en"])
        else:
            names.setdefault(row["list"], {})[row["code"]] = row["name_fa"]
    for of, table, code in _TABLES:
        names[of] = dict(con.execute(f"SELECT {code}, name_fa FROM {table} ORDER BY name_fa").fetchall())
    provinces = dict(con.execute("SELECT province, name_fa FROM provinces ORDER BY name_fa").fetchall())
    names["place"].update(provinces)
    names["scope"].update(provinces)
    names["rank_by"] = names["subject"]
    return Words(names, columns)
