"""`shomar review`: a sheet goes out, comes back filled in, and the status counts what it decided."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]

from flows.settings import SEEDS
from load import references
from load.lock import writer
from load.reviews import load
from warehouse import database

Shomar = Callable[..., Any]
TEXT = "در شهر ۱۷ انجمن ادبی فعالیت دارند."
SAID = {
    "claim_id": "c1", "document_id": "d1", "report_id": "d1", "observation_id": "o1", "published": "2024-07-18",
    "rule": "made.up", "kind": "count", "subject": "association", "value": "17", "unit": "item", "bound": "exact",
    "place": "IR-10", "period_type": "unknown", "modality": "actual", "evidence": "۱۷ انجمن ادبی", "number_text": "۱۷",
    "span_start": "7", "span_end": "9", "recorded_at": "2024-07-18", "run_id": "r", "batch_id": "b",
}  # fmt: skip
ROWS: dict[str, dict[str, str]] = {
    "documents": {
        "document_id": "d1", "key": "k1", "article": "k1", "source": "k1.txt", "text": TEXT, "published": "2024-07-18",
        "outlet": "روزنامه", "text_hash": "h1", "recorded_at": "2024-07-18", "run_id": "r", "batch_id": "b",
    },
    "claims": SAID,
    "appearances": {
        "appearance_id": "c1", "claim_id": "c1", "document_id": "d1", "number_text": "۱۷", "span_start": "7",
        "span_end": "9", "recorded_at": "2024-07-18",
    },
    "contradictions": {
        "contradiction_id": "x", "observation_a": "o1", "observation_b": "o2", "reason": "contradiction", "gap": "1",
        "kind": "count", "subject": "association", "place": "IR-10", "recorded_at": "2024-07-18",
    },
}  # fmt: skip


@pytest.fixture
def reviewed(home: Path) -> Path:
    """A data folder with a snapshot of one claim, which another one contradicts."""
    (home / "published").mkdir(parents=True)
    with database.connect(home / "published" / "shomar.duckdb") as con:
        database.create_schema(con)
        references.load(con, SEEDS)
        database.create_views(con)
        for table, row in ROWS.items():
            marks = ", ".join("?" * len(row))
            con.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))
    return home


def write_into(path: Path, **cells: str) -> None:
    book = load_workbook(path)
    sheet = book.worksheets[0]
    names = [cell.value.rpartition(" | ")[2] for cell in sheet[1]]
    for name, value in cells.items():
        sheet.cell(2, names.index(name) + 1).value = value
    book.save(path)


def test_out_and_in_again(shomar: Shomar, reviewed: Path) -> None:
    sheet = reviewed / "exports" / "review.xlsx"
    done = shomar("review", "export", "--home", reviewed)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        f"sheet     {sheet}",
        "claims    1 to look at, 0 of them again because the text changed",
    ]
    write_into(sheet, decision="correct | اصلاح", value="۷۱", reason="رقم‌ها جابه‌جا شده")
    done = shomar("review", "import", sheet, "--reviewer", "رضایی", "--home", reviewed)
    assert (done.code, done.err) == (0, "")
    (kept,) = (reviewed / "reviews").iterdir()
    assert done.out.splitlines() == [
        "decisions  1 new: 1 correct; 0 known before",
        f"kept in    {kept}",
        "next       `shomar run` or `shomar rebuild` applies them",
    ]
    assert json.loads(kept.read_text(encoding="utf-8"))["reviewer"] == "رضایی"
    again = shomar("review", "import", sheet, "--reviewer", "رضایی", "--home", reviewed, "--json")
    assert json.loads(again.out) == {
        "new": 0, "known": 1, "accept": 0, "correct": 0, "reject": 0, "file": None, "dry_run": False,
    }  # fmt: skip
    assert json.loads(shomar("review", "export", "--home", reviewed, "--json").out)["claims"] == 0


def test_status_counts_decisions(shomar: Shomar, reviewed: Path) -> None:
    none = {"accepted": 0, "corrected": 0, "rejected": 0, "reopened": 0, "waiting": 0}
    assert json.loads(shomar("status", "--home", reviewed, "--json").out)["reviews"] == none
    assert "reviews\n" not in shomar("status", "--home", reviewed).out
    sheet = reviewed.parent / "sheet.xlsx"
    shomar("review", "export", sheet, "--home", reviewed)
    write_into(sheet, decision="رد", reason="عدد نیست")
    shomar("review", "import", sheet, "--home", reviewed)
    assert json.loads(shomar("status", "--home", reviewed, "--json").out)["reviews"] == {**none, "waiting": 1}
    with database.connect(reviewed / "published" / "shomar.duckdb") as con:
        load(con, reviewed)
    assert json.loads(shomar("status", "--home", reviewed, "--json").out)["reviews"] == {**none, "rejected": 1}
    lines = shomar("status", "--home", reviewed).out.splitlines()
    place = lines.index("reviews")
    assert lines[place + 1].split() == list(none)
    assert lines[place + 3].split() == ["0", "0", "1", "0", "0"]


def test_dry_runs_write_nothing(shomar: Shomar, reviewed: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.xlsx"
    assert "(a dry run: nothing was written)" in shomar("review", "export", sheet, "--home", reviewed, "--dry-run").out
    assert not sheet.exists()
    shomar("review", "export", sheet, "--home", reviewed)
    write_into(sheet, decision="accept")
    before = sorted(reviewed.rglob("*"))
    done = shomar("review", "import", sheet, "--home", reviewed, "--dry-run")
    assert done.out.splitlines() == [
        "decisions  1 new: 1 accept; 0 known before",
        "dry run    nothing was written",
    ]
    assert sorted(reviewed.rglob("*")) == before


def test_bad_rows_are_listed(shomar: Shomar, reviewed: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.xlsx"
    shomar("review", "export", sheet, "--home", reviewed)
    write_into(sheet, decision="shrug")
    done = shomar("review", "import", sheet, "--home", reviewed)
    assert (done.code, done.out) == (1, "")
    assert done.err.splitlines()[0] == (f"shomar: {sheet}: nothing was imported; mend these rows and import it again")
    assert done.err.splitlines()[1].startswith("  row 2: unknown decision “shrug”; choose one of: accept | ")


def test_one_writer_at_a_time(shomar: Shomar, reviewed: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.xlsx"
    shomar("review", "export", sheet, "--home", reviewed)
    write_into(sheet, decision="accept")
    with writer(reviewed):
        done = shomar("review", "import", sheet, "--home", reviewed)
    assert (done.code, done.out) == (4, "")
    assert not (reviewed / "reviews").exists()


def test_what_people_wrote_is_not_written_over(shomar: Shomar, reviewed: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.xlsx"
    shomar("review", "export", sheet, "--home", reviewed)
    assert shomar("review", "export", sheet, "--home", reviewed).code == 0  # nobody wrote into it
    write_into(sheet, decision="accept")
    before = sheet.read_bytes()
    done = shomar("review", "export", sheet, "--home", reviewed)
    assert done.code == 1
    assert "holds 1 decisions that are not imported; `shomar review import` it first" in done.err
    assert sheet.read_bytes() == before
    other = tmp_path / "notes.txt"
    other.write_text("mine", encoding="utf-8")
    assert "is no review sheet of ours" in shomar("review", "export", other, "--home", reviewed).err
    assert other.read_text(encoding="utf-8") == "mine"


def test_nothing_is_published_yet(shomar: Shomar, home: Path, tmp_path: Path) -> None:
    done = shomar("review", "export", tmp_path / "sheet.xlsx", "--home", home)
    assert (done.code, done.out) == (1, "")
    assert "nothing is published yet; start with `shomar run`" in done.err
    assert shomar("review", "import", "--home", home).code == 2
    assert shomar("review", "export", "--limit", "0", "--home", home).code == 2
