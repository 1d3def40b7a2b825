"""Exports come as a whole, and never at the cost of a file that is not ours."""

import csv
import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, validate

from extract.model import Document, Reading
from load import datapackage
from load.build import load_batches, working
from load.dictionary import catalogue
from load.errors import DataFolderUnusable, NothingPublished, NotOurFolder
from load.export import Format, export
from load.journal import Journal
from load.publish import publish
from load.published import snapshot

NOON = dt.datetime.fromisoformat("2024-07-18T12:00")
HOSTILE = '=HYPERLINK("http://example.org")'


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, seeds: Path, make: Any) -> Path:
    place = tmp_path_factory.mktemp("data")
    told = make("a", "۱۲", "12", published=dt.date(2024, 7, 18))
    odd = Reading(Document("odd", "odd", 'one\n"two", three', "odd.txt", title=HOSTILE, outlet=""))
    Journal(place).append([told, odd], [], fingerprint="f", run_id="r", recorded_at=NOON)
    load_batches(place, seeds)
    with working(place) as con:
        con.execute(
            "INSERT INTO audits SELECT 'audit-1', (SELECT min(check_code) FROM audit_checks), 'holds', claim_id, "
            "[claim_id, claim_id], subject, place, published, 1.5, 12, 0.5, '=1+1', recorded_at, NULL FROM claims"
        )
        con.execute(
            "INSERT INTO history.claims SELECT * REPLACE "
            "(recorded_at - INTERVAL 2 DAY AS recorded_at, recorded_at - INTERVAL 1 DAY AS superseded_at) FROM claims"
        )
        con.execute(
            "INSERT INTO reviews VALUES ('review-1', 'c', 'a', 'h', 'correct', ?, 'wrong', NULL, ?)",
            ['{"unit": "item"}', NOON],
        )
    publish(place)
    return place


def validated(folder: Path) -> Any:
    return validate(str(folder / "datapackage.json"))


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_parquet_is_that_which_is_published(home: Path, tmp_path: Path) -> None:
    rows = export(home, tmp_path / "new" / "out", "parquet")
    assert rows["claims"] == 1
    assert files(tmp_path / "new" / "out") == files(home / "published" / "parquet")


def test_csv_opens_in_a_spreadsheet_and_runs_nothing_there(home: Path, tmp_path: Path) -> None:
    rows = export(home, tmp_path / "out", "csv")
    assert rows["claims"] == rows["claims_readable"] == 1
    raw = (tmp_path / "out" / "documents.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfdocument_id,")
    assert b"\r" not in raw
    with (tmp_path / "out" / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        found = {row["text"]: row for row in csv.DictReader(file)}
    assert found['one\n"two", three']["title"] == "'" + HOSTILE
    with (tmp_path / "out" / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        (claim,) = csv.DictReader(file)
    assert (claim["value"], claim["value_high"], claim["number_text"]) == ("12.000000", "", "۱۲")


def test_lists_of_csv_are_joined_and_the_history_is_left_out(home: Path, tmp_path: Path) -> None:
    rows = export(home, tmp_path / "out", "csv")
    with (tmp_path / "out" / "audits.csv").open(encoding="utf-8-sig", newline="") as file:
        (audit,) = csv.DictReader(file)
    assert audit["claim_ids"] == f"{audit['claim_id']} {audit['claim_id']}"
    assert (audit["note"], audit["recorded_at"][:19]) == ("'=1+1", "2024-07-18 12:00:00")
    assert not [name for name in rows if name.startswith("history")]


def test_the_package_of_csv_is_valid_with_all_its_data(home: Path, tmp_path: Path) -> None:
    export(home, tmp_path / "out", "csv")
    report = validated(tmp_path / "out")
    assert report.valid, report.flatten(["type", "note", "message"])
    stats = {task.name: task.stats for task in report.tasks}
    assert (stats["claims"]["rows"], stats["claims_readable"]["rows"], stats["audits"]["rows"]) == (1, 1, 1)


@pytest.mark.parametrize(
    ("file", "old", "new", "error"),
    [
        ("claims.csv", b"12.000000", b"", "constraint-error"),
        ("claims.csv", b"12.000000", b"twelve", "type-error"),
        ("subjects.csv", b'"ngo"', b'"ogn"', "foreign-key"),
        ("subjects.csv", b'"charity"', b'"ngo"', "primary-key"),
        ("population.csv", b"date", b"day", "incorrect-label"),
    ],
)
def test_the_package_finds_what_is_wrong(
    home: Path, tmp_path: Path, file: str, old: bytes, new: bytes, error: str
) -> None:
    export(home, tmp_path / "out", "csv")
    path = tmp_path / "out" / file
    assert old in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(old, new, 1))
    assert error in {found for (found,) in validated(tmp_path / "out").flatten(["type"])}


def test_the_package_of_parquet_is_valid(home: Path, tmp_path: Path) -> None:
    export(home, tmp_path / "out", "parquet")
    package = Package(str(tmp_path / "out" / "datapackage.json"))
    assert package.to_descriptor()["licenses"][0]["name"] == "CC-BY-4.0"
    claims, past = package.get_resource("claims"), package.get_resource("history.claims")
    assert (claims.format, claims.schema.primary_key) == ("parquet", ["claim_id"])
    assert past.schema.primary_key == ["claim_id", "recorded_at"]
    assert {key["reference"]["resource"] for key in claims.schema.foreign_keys} >= {"documents", "reports", "subjects"}
    assert not past.schema.foreign_keys
    assert package.get_resource("audits").schema.get_field("claim_ids").type == "array"
    assert claims.schema.get_field("value").custom["unit"] == "as the column unit says"
    assert claims.schema.get_field("speaker").custom["description_fa"] == "گوینده، بی‌لقب"


@pytest.mark.parametrize("form", ["parquet", "xlsx"])
def test_a_package_is_valid_and_misses_a_file_that_is_gone(home: Path, tmp_path: Path, form: Format) -> None:
    export(home, tmp_path / "out", form)
    report = validated(tmp_path / "out")
    assert report.valid, report.flatten(["type", "note", "message"])
    next((tmp_path / "out").rglob("*.parquet" if form == "parquet" else "*.xlsx")).unlink()
    assert not validated(tmp_path / "out").valid


def test_the_package_of_a_workbook_names_it(home: Path, tmp_path: Path) -> None:
    export(home, tmp_path / "out", "xlsx")
    assert Package(str(tmp_path / "out" / "datapackage.json")).resource_names == ["workbook"]


def test_the_foreign_keys_of_the_package_are_those_of_the_data(home: Path) -> None:
    """Every reference is of a column to the one key of another table, and of the same type."""
    with snapshot(home) as con:
        tables = catalogue(con)
    for name, table in tables.items():
        described = datapackage.described(table, [], "parquet", tables, False)
        schema: Any = described["schema"]
        kinds = {column.name: column.kind for column in table.columns}
        for reference in schema.get("foreignKeys", []):
            (column,), (key,) = reference["fields"], reference["reference"]["fields"]
            other = tables[reference["reference"]["resource"]]
            assert kinds[column] == next(one.kind for one in other.columns if one.name == key), (name, column)
        assert set(schema.get("primaryKey", [])) <= set(kinds)


@pytest.mark.parametrize("form", ["parquet", "csv", "xlsx"])
def test_an_earlier_export_or_an_empty_folder_is_replaced(home: Path, tmp_path: Path, form: Format) -> None:
    out = tmp_path / "out"
    out.mkdir()
    export(home, out, "xlsx")
    export(home, out, "csv")
    export(home, out, form)
    package = json.loads((out / "datapackage.json").read_bytes())
    assert {resource["format"] for resource in package["resources"]} == {form}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("name", ["thesis.docx", "claims/own.parquet", "datapackage.json"])
def test_a_folder_with_a_file_that_is_not_ours_is_left_alone(home: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    if name != "datapackage.json":
        export(home, out, "parquet")
    (out / name).parent.mkdir(parents=True, exist_ok=True)
    (out / name).write_text('{"name": "of someone else"}')
    before = files(out)
    with pytest.raises(NotOurFolder, match=name):
        export(home, out, "csv")
    assert files(out) == before


def test_what_cannot_be_exported_is_explained(home: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(NotOurFolder, match="a file stands here"):
        export(home, tmp_path / "file", "csv")
    with pytest.raises(DataFolderUnusable, match="a file stands where a folder is needed"):
        export(home, tmp_path / "file" / "below", "csv")
    with pytest.raises(NothingPublished):
        export(tmp_path / "nowhere", tmp_path / "out", "csv")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
