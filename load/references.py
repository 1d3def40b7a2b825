"""The reference tables of the warehouse, from `seeds/`."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa

from extract.gazetteer import CITIES, COUNTIES, PROVINCES
from extract.seeds import read_table
from load.sql import registered
from transform.calibration import CALIBRATION
from transform.references import OUTLETS, POPULATION

_SUBJECTS = ("subject", "name_fa", "name_en", "subject_group")
_FIELDS = ("field", "name_fa", "name_en", "icnpo_group", "icnpo_name")
_REASONS = ("reason", "name_fa", "name_en")
_BANDS = ("measure", "low", "high", "effect", "note")
# Table, file under seeds/, its columns.
_TABLES = (
    ("subjects", "subjects.csv", _SUBJECTS),
    ("fields", "fields.csv", _FIELDS),
    ("rejection_reasons", "rejection_reasons.csv", _REASONS),
    ("provinces", "places/provinces.csv", PROVINCES),
    ("counties", "places/counties.csv", COUNTIES),
    ("cities", "places/cities.csv", CITIES),
    ("population", "population.csv", POPULATION),
    ("outlets", "outlets.csv", OUTLETS),
    ("calibration", "calibration.csv", CALIBRATION),
    ("contradiction_reasons", "contradiction_reasons.csv", _REASONS),
    ("audit_checks", "audit_checks.csv", ("check_code", "name_fa", "name_en")),
    ("official_roles", "official_roles.csv", ("word", "note")),
    ("bands", "bands.csv", _BANDS),
)
# Columns in which an empty cell is a value and not a gap.
_EMPTY_COUNTS = frozenset(("county_code",))


def load(con: duckdb.DuckDBPyConnection, seeds: Path) -> None:
    """Fill the reference tables of an empty schema.

    SeedError for a table that is misshapen; duckdb.ConstraintException names a code that stands twice.
    """
    for table, file, names in _TABLES:
        rows = list(_rows(seeds / file, names))
        arriving = pa.table({name: pa.array([row[name] for row in rows], pa.string()) for name in names})
        with registered(con, arriving):
            con.execute(f"INSERT INTO {table} BY NAME SELECT * FROM arriving")


def _rows(path: Path, names: tuple[str, ...]) -> Iterator[dict[str, str | None]]:
    for row in read_table(path, names):
        yield {name: value if value or name in _EMPTY_COUNTS else None for name, value in row.items()}
