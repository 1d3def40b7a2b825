"""The tables of codes hold what the claim model names and what the words stand for."""

import re
from pathlib import Path

import pytest
from duckdb import DuckDBPyConnection as Connection

from extract.seeds import read_table

MODEL = (Path(__file__).parents[2] / "docs" / "claim-model.md").read_text(encoding="utf-8")
CODE = re.compile(r"`([a-z_]+)`")


def codes(con: Connection, table: str, column: str) -> set[str]:
    return {row[0] for row in con.execute(f"SELECT {column} FROM {table}").fetchall()}


def test_subjects_are_those_of_the_claim_model(con: Connection) -> None:
    section = MODEL.partition("## Subject vocabulary")[2].partition("\n## ")[0]
    assert codes(con, "subjects", "subject") == set(CODE.findall(section))


def test_fields_are_those_of_the_claim_model(con: Connection) -> None:
    (line,) = (line for line in MODEL.splitlines() if line.startswith("| `field` |"))
    assert codes(con, "fields", "field") == set(CODE.findall(line)) - {"field"}


def test_fields_are_in_groups_of_the_icnpo_each_with_one_name(con: Connection) -> None:
    groups = con.execute("SELECT DISTINCT icnpo_group, icnpo_name FROM fields").fetchall()
    assert len({number for number, _ in groups}) == len(groups)
    assert {number for number, _ in groups} <= set(range(1, 13))


@pytest.mark.parametrize(
    ("file", "columns", "table"),
    [
        ("subjects.csv", ("surface", "subject", "tie", "note"), "subjects"),
        ("fields.csv", ("surface", "field", "note"), "fields"),
    ],
)
def test_what_words_stand_for_is_known(
    con: Connection, seeds: Path, file: str, columns: tuple[str, ...], table: str
) -> None:
    meant = {row[columns[1]] for row in read_table(seeds / "fa" / file, columns)}
    assert meant <= codes(con, table, columns[1])


@pytest.mark.parametrize("table", ["subjects", "fields", "rejection_reasons", "provinces"])
@pytest.mark.parametrize("column", ["name_fa", "name_en"])
def test_a_name_stands_for_one_code(con: Connection, table: str, column: str) -> None:
    assert con.execute(f"SELECT {column} FROM {table} GROUP BY 1 HAVING count(*) > 1").fetchall() == []
