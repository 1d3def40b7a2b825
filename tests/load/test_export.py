"""Exports come as a whole, and never at the cost of a file that is not ours."""

import csv
import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from extract.model import Document, Reading
from load.build import load_batches
from load.errors import DataFolderUnusable, NothingPublished, NotOurFolder, NotYetSupported
from load.export import Format, export
from load.journal import Journal
from load.publish import publish

NOON = dt.datetime.fromisoformat("2024-07-18T12:00")
HOSTILE = '=HYPERLINK("http://example.org")'


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, seeds: Path, make: Any) -> Path:
    place = tmp_path_factory.mktemp("data")
    told = make("a", "۱۲", "12", published=dt.date(2024, 7, 18))
    odd = Reading(Document("odd", "odd", 'one\n"two", three', "odd.txt", title=HOSTILE, outlet=""))
    Journal(place).append([told, odd], [], fingerprint="f", run_id="r", recorded_at=NOON)
    load_batches(place, seeds)
    publish(place)
    return place


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


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_an_earlier_export_or_an_empty_folder_is_replaced(home: Path, tmp_path: Path, form: Format) -> None:
    out = tmp_path / "out"
    out.mkdir()
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
    with pytest.raises(NotYetSupported, match="csv"):
        export(home, tmp_path / "out", "xlsx")
    with pytest.raises(NothingPublished):
        export(tmp_path / "nowhere", tmp_path / "out", "csv")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
