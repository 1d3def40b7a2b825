"""Reviews: what people are asked, what their sheets may say, what is kept, and when it is asked again."""

import datetime as dt
import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pytest
from openpyxl import Workbook, load_workbook  # type: ignore[import-untyped]

from extract.model import digest
from load import references, reviews
from load.review_import import BadRows, Imported, import_sheet, pending
from load.review_queue import known_until, wanted
from load.review_sheet import COLUMNS, NotAReviewSheet, read, sentence, write
from load.review_words import load_words
from load.reviews import Counts, DamagedReview, counts, decisions, latest, load
from warehouse import database

DAY = dt.datetime.fromisoformat("2024-07-18T12:00")
LATER, LAST = DAY + dt.timedelta(1), DAY + dt.timedelta(2)
TEXT = "استاندار گفت. در استان {number} انجمن محیط زیستی ثبت شده است. ۳ نشست هم برگزار شد."
STAMPS = {"recorded_at": DAY, "run_id": "run", "batch_id": "batch"}

Rows = dict[str, Any]


def document(key: str, text: str, **changes: Any) -> Rows:
    row = {
        "document_id": digest(key, text), "key": key, "article": key, "source": f"{key}.txt", "title": "=خبر",
        "text": text, "published": dt.date(2024, 7, 18), "outlet": "روزنامه", "url": f"https://example.org/{key}",
        "text_hash": digest(text), **STAMPS,
    }  # fmt: skip
    return {**row, **changes}


def claim(of: Rows, number: str, value: int, **changes: Any) -> Rows:
    start = of["text"].index(number)
    row = {
        "claim_id": digest(of["document_id"], start), "document_id": of["document_id"], "report_id": of["document_id"],
        "observation_id": digest("o", of["document_id"], start), "published": of["published"], "rule": "made.up",
        "kind": "count", "subject": "association", "value": value, "unit": "item", "bound": "exact", "place": "IR-10",
        "period_type": "as_of", "period_start": dt.date(2024, 7, 18), "period_end": dt.date(2024, 7, 18),
        "modality": "actual", "evidence": f"{number} انجمن", "number_text": number, "span_start": start,
        "span_end": start + len(number), **STAMPS,
    }  # fmt: skip
    return {**row, **changes}


def insert(con: duckdb.DuckDBPyConnection, table: str, row: Rows) -> None:
    con.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", list(row.values()))


def put(con: duckdb.DuckDBPyConnection, of: Rows, *claims: Rows) -> None:
    """A document with its claims, each of which stands there alone."""
    insert(con, "documents", of)
    for one in claims:
        insert(con, "claims", one)
        appear(con, one, of, one["claim_id"], one["span_start"])


def appear(con: duckdb.DuckDBPyConnection, one: Rows, of: Rows, appearance_id: str, start: int) -> None:
    row = {
        "appearance_id": appearance_id, "claim_id": one["claim_id"], "document_id": of["document_id"],
        "number_text": one["number_text"], "span_start": start, "span_end": start + len(one["number_text"]),
        "recorded_at": DAY,
    }  # fmt: skip
    insert(con, "appearances", row)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory, seeds: Path) -> Path:
    """A database without a claim."""
    path = tmp_path_factory.mktemp("empty") / "shomar.duckdb"
    with database.connect(path) as con:
        database.create_schema(con)
        references.load(con, seeds)
        database.create_views(con)
    return path


@pytest.fixture
def home(tmp_path: Path, empty: Path) -> Path:
    """A data folder with a snapshot that holds no claim."""
    home = tmp_path / "data"
    (home / "published").mkdir(parents=True)
    shutil.copy(empty, home / "published")
    return home


@contextmanager
def at_work(home: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The snapshot, open for writing, as the loading code has its own database."""
    with database.connect(home / "published" / "shomar.duckdb") as con:
        yield con


def asked(home: Path, limit: int = 100) -> list[Rows]:
    with at_work(home) as con:
        return [dict(row) for row in wanted(con, decisions(home), limit)]


def doubt(con: duckdb.DuckDBPyConnection, one: Rows, check: str = "jump") -> None:
    """Make an audit of a claim fail."""
    row = {
        "audit_id": digest(check, one["claim_id"]), "check_code": check, "verdict": "fails", "subject": one["subject"],
        "claim_id": one["claim_id"], "claim_ids": [one["claim_id"]], "place": one["place"], "recorded_at": DAY,
    }  # fmt: skip
    insert(con, "audits", row)


@pytest.fixture
def page() -> Rows:
    return document("a", TEXT.format(number="۴۲"))


@pytest.fixture
def said(page: Rows) -> Rows:
    return claim(page, "۴۲", 42)


@pytest.fixture
def doubted(home: Path, page: Rows, said: Rows) -> Path:
    """A data folder with one claim, whose audit fails."""
    with at_work(home) as con:
        put(con, page, said)
        doubt(con, said)
    return home


Fill = Callable[..., Path]


@pytest.fixture
def fill(tmp_path: Path, seeds: Path) -> Fill:
    """Writes the sheet of a data folder, fills in its row of that number, and saves it."""

    def filled(home: Path, row: int = 2, **cells: Any) -> Path:
        path = tmp_path / f"sheet-{len(list(tmp_path.glob('sheet-*')))}.xlsx"
        with at_work(home) as con:
            write(path, wanted(con, decisions(home), 100), load_words(con, seeds), known_until(con))
        return refilled(path, row, **cells)

    return filled


def refilled(path: Path, row: int = 2, **cells: Any) -> Path:
    book = load_workbook(path)
    for name, value in cells.items():
        book.worksheets[0].cell(row, COLUMNS.index(name) + 1).value = value
    book.save(path)
    return path


Take = Callable[..., Imported]


@pytest.fixture
def take(seeds: Path) -> Take:
    def taken(home: Path, sheet: Path, moment: dt.datetime = LATER, **options: Any) -> Imported:
        return import_sheet(home, sheet, seeds, moment, **options)

    return taken


def applied(home: Path, statements: list[Rows] | None = None) -> list[str]:
    """Load the decisions; returns the documents that this touches."""
    with at_work(home) as con:
        if statements is not None:
            con.execute("CREATE SCHEMA IF NOT EXISTS build")
            con.execute("CREATE OR REPLACE TABLE build.statements AS SELECT * FROM claims LIMIT 0")
            for one in statements:
                insert(con, "build.statements", one)
        load(con, home)
        touched = [row[0] for row in con.execute("SELECT document_id FROM reviewed ORDER BY 1").fetchall()]
        con.execute("DROP SCHEMA IF EXISTS build CASCADE")
    return touched


def states(home: Path) -> list[tuple[str, str]]:
    with at_work(home) as con:
        return con.execute("SELECT decision, state FROM review_states ORDER BY decided_at, claim_id").fetchall()


# --- what is asked


def test_what_needs_eyes_comes_first_and_says_why(home: Path) -> None:
    pages = [document(name, TEXT.format(number="۴۲")) for name in "abcde"]
    told = [claim(of, "۴۲", 42) for of in pages]
    told[3]["subject"] = "doubtful"
    with at_work(home) as con:
        for of, one in zip(pages, told, strict=True):
            put(con, of, one)
        doubt(con, told[2])
        con.execute("INSERT INTO calibration VALUES ('*', '*', 'doubtful', 10, 1, 0.2)")
        con.execute("UPDATE calibration SET confidence = 0.5 WHERE subject = 'doubtful'")
        pair = {"observation_a": told[1]["observation_id"], "observation_b": told[4]["observation_id"]}
        row = {"contradiction_id": "x", **pair, "reason": "rounding", "kind": "count", "subject": "association"}
        insert(con, "contradictions", {**row, "place": "IR-10", "gap": 1, "recorded_at": DAY})
    found = asked(home)
    assert found[0]["appearance_id"] == told[2]["claim_id"]
    assert "failed audit: " in found[0]["why_en"]
    assert "وارسی ناموفق: " in found[0]["why_fa"]
    by_id = {row["appearance_id"]: row for row in found}
    assert set(by_id) == {one["claim_id"] for one in told[1:]}  # nothing speaks against the first
    assert "contradicted: " in by_id[told[1]["claim_id"]]["why_en"]
    assert "confidence 50 %" in by_id[told[3]["claim_id"]]["why_en"]
    assert "اطمینان ۵۰٪" in by_id[told[3]["claim_id"]]["why_fa"]
    assert [row["appearance_id"] for row in asked(home, 2)] == [row["appearance_id"] for row in found[:2]]


def test_reasons_add_up_each_once(home: Path) -> None:
    pages = [document(name, TEXT.format(number="۴۲")) for name in "abc"]
    told = [claim(of, "۴۲", 42) for of in pages]
    with at_work(home) as con:
        for of, one in zip(pages, told, strict=True):
            put(con, of, one)
        doubt(con, told[0])
        doubt(con, told[1])
        doubt(con, told[1], "national_sum")
        for number in range(9):  # many contradictions for one reason weigh as one
            pair = {"observation_a": told[2]["observation_id"], "observation_b": f"other-{number}"}
            row = {"contradiction_id": f"{number}", **pair, "reason": "rounding", "kind": "count", "gap": 1}
            insert(con, "contradictions", {**row, "subject": "association", "place": "IR-10", "recorded_at": DAY})
    assert [row["appearance_id"] for row in asked(home)] == [told[place]["claim_id"] for place in (1, 0, 2)]


def test_what_is_decided_is_not_asked_again_even_before_a_run(doubted: Path, fill: Fill, take: Take) -> None:
    take(doubted, fill(doubted, decision="accept"))
    assert asked(doubted) == []
    applied(doubted)
    assert asked(doubted) == []
    assert states(doubted) == [("accept", "holds")]


def test_a_decision_on_one_copy_settles_the_claim(doubted: Path, said: Rows, fill: Fill, take: Take) -> None:
    take(doubted, fill(doubted, decision="accept"))
    copy = document("earlier", "خبر. " + TEXT.format(number="۴۲"))
    first = claim(copy, "۴۲", 42)
    with at_work(doubted) as con:  # an earlier copy is found: the claim now bears its id
        con.execute("DELETE FROM claims")
        con.execute("UPDATE appearances SET claim_id = ?", [first["claim_id"]])
        con.execute("DELETE FROM audits")
        put(con, copy, first)
        doubt(con, first)
    assert asked(doubted) == []


# --- the sheet


def test_the_sheet_is_for_people(doubted: Path, fill: Fill, said: Rows) -> None:
    book = load_workbook(fill(doubted))
    sheet, lists = book.worksheets
    assert sheet.sheet_view.rightToLeft
    assert lists.sheet_state == "hidden"
    heads = [cell.value for cell in sheet[1]]
    assert [head.rpartition(" | ")[2] for head in heads] == list(COLUMNS)
    cells = dict(zip(COLUMNS, sheet[2], strict=True))
    assert cells["published"].value == dt.datetime(2024, 7, 18)  # noqa: DTZ001 - as Excel has it
    assert cells["published"].is_date
    assert cells["published_jalali"].value == "۱۴۰۳-۰۴-۲۸"
    assert cells["sentence"].value == "در استان ⟦۴۲⟧ انجمن محیط زیستی ثبت شده است."
    assert cells["amount"].value == "۴۲ مورد"
    assert "انجمن" in cells["what"].value
    assert cells["where"].value == "اصفهان"
    assert cells["claim_id"].value == said["claim_id"]
    assert {name for name, cell in cells.items() if not cell.protection.locked} == {
        "decision", "reason", "reviewer", *reviews.FIELDS,
    }  # fmt: skip
    assert not [cell for row in sheet for cell in row if cell.data_type == "f"]
    assert cells["title"].value == "'=خبر"
    offered = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}
    subjects = offered[f"{cells['subject'].column_letter}2"]
    letter = subjects.split("$")[1]
    assert any(cell.value == "ngo | سازمان مردم‌نهاد" for cell in lists[letter])


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("\t=1", "'\t=1"),
        ("_x003D_1+1", "_x005F_x003D_1+1"),
        ("a\x00b\x1fc\uffff", "abc"),
    ],
)
def test_no_text_runs(home: Path, page: Rows, said: Rows, fill: Fill, title: str, cell: str) -> None:
    with at_work(home) as con:
        put(con, {**page, "title": title}, said)
        doubt(con, said)
    written = load_workbook(fill(home)).worksheets[0].cell(2, COLUMNS.index("title") + 1)
    assert (written.value, written.data_type) == (cell, "s")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("الف. ب ۷ پ. ت", "ب ⟦۷⟧ پ."),
        ("۷", "⟦۷⟧"),
        ("سهم ۱.۵ بود\nو ۷ شد! بعد", "و ⟦۷⟧ شد!"),
        ("x" * 500 + " ۷ " + "y" * 500, "…" + "x" * 399 + " ⟦۷⟧ " + "y" * 399 + "…"),
    ],
)
def test_the_sentence_around_a_number(text: str, expected: str) -> None:
    start = text.index("۷")
    assert sentence(text, start, start + 1) == expected


# --- what may be imported


def test_a_decision_is_kept_as_it_was_made(doubted: Path, page: Rows, said: Rows, fill: Fill, take: Take) -> None:
    sheet = fill(doubted, decision="رد", reason="  نشانی  است ", reviewer="رضایی")
    done = take(doubted, sheet)
    assert done.file
    assert done.file.parent == doubted / "reviews"
    (one,) = decisions(doubted)
    assert (one.claim_id, one.document_key, one.text_hash) == (said["claim_id"], "a", page["text_hash"])
    assert (one.decision, one.reason, one.reviewer, one.decided_at) == ("reject", "نشانی است", "رضایی", LATER)
    assert (one.kind, one.number_text, one.evidence) == ("count", "۴۲", said["evidence"])
    before = done.file.read_bytes()
    assert take(doubted, sheet, LAST) == Imported((), 1, None)
    assert [path.read_bytes() for path in (doubted / "reviews").iterdir()] == [before]


def test_a_reviewer_is_named_once_for_a_sheet(doubted: Path, fill: Fill, take: Take) -> None:
    assert take(doubted, fill(doubted, decision="accept"), reviewer="کریمی").new[0].reviewer == "کریمی"
    assert decisions(doubted)[0].reason == "accepted"


def test_who_decided_need_not_be_named_again(doubted: Path, fill: Fill, take: Take) -> None:
    sheet = fill(doubted, decision="accept")
    take(doubted, sheet, reviewer="کریمی")
    assert take(doubted, sheet, LAST) == Imported((), 1, None)
    assert len(take(doubted, sheet, LAST, reviewer="رضایی").new) == 1


@pytest.mark.parametrize(
    ("cells", "left"),
    [
        ({}, 0),
        ({"reviewer": "رضایی"}, 0),
        ({"value": 8}, 1),
        ({"status": "active"}, 1),
        ({"reason": "چون که"}, 1),
        ({"decision": "reject", "value": None}, 1),
        ({"decision": "perhaps"}, 1),
        ({"value": "many"}, 1),
        ({"claim_id": "other"}, 1),
    ],
)
def test_what_was_changed_since_the_import_is_still_to_be_imported(
    doubted: Path, fill: Fill, take: Take, seeds: Path, cells: Rows, left: int
) -> None:
    sheet = fill(doubted, decision="correct", reason="چون", value=7)
    assert pending(doubted, sheet, seeds) == 1
    take(doubted, sheet, reviewer="کریمی")
    assert pending(doubted, refilled(sheet, **cells), seeds) == left


def test_a_dry_run_writes_nothing(doubted: Path, fill: Fill, take: Take) -> None:
    assert len(take(doubted, fill(doubted, decision="accept"), dry_run=True).new) == 1
    assert not (doubted / "reviews").exists()


def test_a_later_decision_takes_the_place_of_an_earlier(doubted: Path, fill: Fill, take: Take) -> None:
    sheet = fill(doubted, decision="accept")
    take(doubted, sheet)
    take(doubted, refilled(sheet, decision="reject", reason="عدد صفحه است"), LAST)
    assert [one.decision for one in decisions(doubted)] == ["accept", "reject"]
    assert [one.decision for one in latest(decisions(doubted)).values()] == ["reject"]


NUMBER_TOGETHER = {"kind": "count", "value": "42", "value_high": None, "unit": "item", "bound": "exact"}
DAYS_TOGETHER = {"period_type": "as_of", "period_start": "2024-07-18", "period_end": "2024-07-18"}
PLACE_TOGETHER = {"place": "IR-10", "locality": None, "scope": None}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"value": "۱٬۲۰۰"}, {**NUMBER_TOGETHER, "value": "1200"}),
        ({"value": "۱۲،۵۰۰"}, {**NUMBER_TOGETHER, "value": "12500"}),
        ({"value": "١٫٥"}, {**NUMBER_TOGETHER, "value": "1.5"}),
        ({"value": "۱/۵"}, {**NUMBER_TOGETHER, "value": "1.5"}),
        ({"value": 1200}, {**NUMBER_TOGETHER, "value": "1200"}),
        ({"value": 0.5}, {**NUMBER_TOGETHER, "value": "0.5"}),
        ({"value": 30, "value_high": "۴۰", "bound": "between"},
         {**NUMBER_TOGETHER, "value": "30", "value_high": "40", "bound": "between"}),
        ({"bound": "حدود"}, {**NUMBER_TOGETHER, "bound": "about"}),
        ({"kind": "amount", "unit": "IRR | ریال"}, {**NUMBER_TOGETHER, "kind": "amount", "unit": "IRR"}),
        ({"kind": "measure", "unit": "km"}, {**NUMBER_TOGETHER, "kind": "measure", "unit": "km"}),
        ({"period_start": "۱۴۰۳/۰۱/۰۱"}, {**DAYS_TOGETHER, "period_start": "2024-03-20"}),
        ({"period_start": "۱۴۰۳-۱-۱"}, {**DAYS_TOGETHER, "period_start": "2024-03-20"}),
        ({"period_start": "2024-03-20"}, {**DAYS_TOGETHER, "period_start": "2024-03-20"}),
        ({"period_start": dt.date(2024, 3, 20)}, {**DAYS_TOGETHER, "period_start": "2024-03-20"}),
        ({"period_type": "unknown", "period_start": "-", "period_end": "-"},
         {"period_type": "unknown", "period_start": None, "period_end": None}),
        ({"place": "فارس"}, {**PLACE_TOGETHER, "place": "IR-07"}),
        ({"place": "IQ"}, {**PLACE_TOGETHER, "place": "IQ"}),
        ({"locality": "کاشان"}, {**PLACE_TOGETHER, "locality": "کاشان"}),
        ({"subject": "سازمان مردم نهاد"}, {"subject": "ngo"}),
        ({"status": "registered | ثبت‌شده"}, {"status": "registered"}),
        ({"status": "-"}, {"status": None}),
        ({"speaker": "علي رضايي"}, {"speaker": "علی رضایی"}),
        ({"rank_by": "عضو", "modality": "target", "field": "health", "register": "welfare"},
         {"rank_by": "member", "modality": "target", "field": "health", "register": "welfare"}),
    ],
)  # fmt: skip
def test_corrections(doubted: Path, fill: Fill, take: Take, cells: Rows, expected: Rows) -> None:
    take(doubted, fill(doubted, decision="correct", reason="متن چنین می‌گوید", **cells))
    assert decisions(doubted)[0].corrections == expected


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"decision": "maybe"}, "unknown decision “maybe”"),
        ({"decision": "reject"}, "no reason"),
        ({"decision": "correct", "value": 3}, "no reason"),
        ({"decision": "correct", "reason": "x"}, "nothing is corrected"),
        ({"decision": "accept", "value": 3}, "value corrected beside accept"),
        ({"decision": "reject", "reason": "x", "value": 3}, "value corrected beside reject"),
        ({"value": 3}, "value is filled in but no decision"),
        ({"reason": "x"}, "reason is filled in but no decision"),
        ({"value": "many"}, "“many” is no number"),
        ({"value": "1e999"}, "“1e999” is no number"),
        ({"value": "1" + "0" * 30}, "is no number"),  # no room to reckon with it
        ({"value": True}, "value: True is no value"),
        ({"value": "=1+1"}, "value holds a formula"),
        ({"value": "-"}, "value cannot be empty"),
        ({"subject": "-"}, "subject cannot be empty"),
        ({"subject": "unicorn"}, "subject: unknown “unicorn”"),
        ({"place": "IR-99"}, "place: unknown “IR-99”"),
        ({"place": "somewhere"}, "place: unknown “somewhere”"),
        ({"unit": "two words"}, "unit: unknown “two words”"),
        ({"status": "asleep"}, "status: unknown “asleep”"),
        ({"bound": "between"}, "an upper end"),
        ({"value_high": 50}, "an upper end"),
        ({"period_start": "1403/13/01"}, "is no date"),
        ({"period_start": "۱۴۰۲/۱۲/۳۰"}, "is no date"),
        ({"period_start": "1700-01-01"}, "is no date"),
        ({"period_start": "دیروز"}, "is no date"),
        ({"period_start": "2025-01-01"}, "the period ends before it starts"),
        ({"kind": "share"}, "a share in item"),
        ({"value": -3}, "a count of -3"),
        ({"kind": "rank", "unit": "position", "value": 1}, "a rank without a scope"),
        ({"locality": "x" * 1001}, "longer than 1000"),
        ({"claim_id": "0"}, "is not published"),
        ({"text_hash": "0"}, "is not published"),
        ({"seen_at": "yesterday"}, "seen_at was changed"),
        ({"answers": "0"}, "answers names no decision"),
    ],
)
def test_bad_rows(doubted: Path, fill: Fill, take: Take, cells: Rows, message: str) -> None:
    full = {"decision": "correct", "reason": "چون", **cells}
    if "decision" in cells or set(cells) & {"claim_id", "text_hash", "seen_at", "answers"}:
        full = {"decision": "accept", **cells}
    elif message.endswith("but no decision"):
        full = cells
    with pytest.raises(BadRows, match="row 2: ") as raised:
        take(doubted, fill(doubted, **full))
    assert message in str(raised.value)
    assert not (doubted / "reviews").exists()


def test_every_bad_row_is_said_and_nothing_is_imported(home: Path, fill: Fill, take: Take) -> None:
    with at_work(home) as con:
        for name in "abcd":
            of = document(name, TEXT.format(number="۴۲"))
            one = claim(of, "۴۲", 42)
            put(con, of, one)
            doubt(con, one)
    sheet = fill(home, 2, decision="accept")
    refilled(sheet, 3, decision="perhaps")
    refilled(sheet, 4, decision="correct", reason="چون", kind="share")
    refilled(
        sheet,
        5,
        decision="accept",
        claim_id=load_workbook(sheet).worksheets[0].cell(2, COLUMNS.index("claim_id") + 1).value,
    )
    with pytest.raises(BadRows) as raised:
        take(home, sheet)
    said = str(raised.value).splitlines()
    assert len(said) == 4
    assert said[0].endswith("nothing was imported; mend these rows and import it again")
    assert [line.split(":")[0] for line in said[1:]] == ["  row 3", "  row 4", "  row 5"]
    assert "row 2 too" in said[3]
    assert not (home / "reviews").exists()


def test_a_second_correction_goes_on_from_the_first(doubted: Path, fill: Fill, take: Take) -> None:
    sheet = fill(doubted, decision="correct", reason="چون", bound="about")
    take(doubted, sheet)
    take(doubted, refilled(sheet, bound=None, subject="ngo"), LAST)
    assert decisions(doubted)[-1].corrections == {**NUMBER_TOGETHER, "bound": "about", "subject": "ngo"}


def test_only_a_review_sheet_is_read(tmp_path: Path, doubted: Path, take: Take, fill: Fill) -> None:
    text = tmp_path / "a.xlsx"
    text.write_text("claim_id,decision\n", encoding="utf-8")
    archive = tmp_path / "b.xlsx"
    with zipfile.ZipFile(archive, "w") as parts:
        parts.writestr("a", "b")
    other = tmp_path / "c.xlsx"
    Workbook().save(other)
    lacking = fill(doubted, decision="accept")
    book = load_workbook(lacking)
    book.worksheets[0].delete_cols(COLUMNS.index("reason") + 1)
    book.save(lacking)
    twice = fill(doubted, decision="accept")
    book = load_workbook(twice)
    book.worksheets[0].cell(1, 1).value = "decision"
    book.save(twice)
    for path, said in (
        (tmp_path / "absent.xlsx", "no such file"),
        (text, "not an Excel workbook"),
        (archive, "not an Excel workbook"),
        (other, "no review sheet in it"),
        (lacking, "lacks the columns reason"),
        (twice, "has decision more than once"),
    ):
        with pytest.raises(NotAReviewSheet, match=said):
            take(doubted, path)


def test_a_sheet_that_unpacks_to_gigabytes_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts, parts.open("xl/workbook.xml", "w") as part:
        for _ in range(101):
            part.write(b" " * 1_000_000)
    with pytest.raises(NotAReviewSheet, match="unpacks to more than"):
        read(path)


def test_a_sheet_with_entities_is_not_expanded(doubted: Path, fill: Fill, take: Take, tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<!DOCTYPE x [<!ENTITY e0 "x">{levels}]>'.encode()
    path = tmp_path / "entities.xlsx"
    with zipfile.ZipFile(fill(doubted, decision="accept")) as old, zipfile.ZipFile(path, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            if part == "xl/worksheets/sheet1.xml":
                content = head + content.replace(b"<t>", b"<t>&e11;", 1)
                assert b"&e11;" in content
            new.writestr(part, content)
    with pytest.raises(NotAReviewSheet):
        take(doubted, path)


def test_columns_may_be_moved_and_rows_sorted(doubted: Path, fill: Fill, take: Take, tmp_path: Path) -> None:
    rows = [[cell.value for cell in row] for row in load_workbook(fill(doubted, decision="accept")).worksheets[0]]
    book = Workbook()
    for row in (rows[0][::-1], [None], rows[1][::-1]):
        book.active.append(row)
    book.save(tmp_path / "moved.xlsx")
    assert len(take(doubted, tmp_path / "moved.xlsx").new) == 1


# --- what is kept


@pytest.mark.parametrize(
    "damage",
    [
        lambda line: line[:-20],
        lambda line: line.rstrip("\n"),
        lambda line: "",
        lambda line: "[]\n",
        lambda line: "\n" + line,
        lambda line: json.dumps({**json.loads(line), "decision": "perhaps"}) + "\n",
        lambda line: json.dumps({**json.loads(line), "reason": None}) + "\n",
        lambda line: json.dumps({**json.loads(line), "decided_at": "then"}) + "\n",
        lambda line: json.dumps({**json.loads(line), "corrections": ["value"]}) + "\n",
        lambda line: json.dumps({**json.loads(line), "corrections": {"value": "NaN"}}) + "\n",
        lambda line: json.dumps({**json.loads(line), "corrections": {"value": "x"}}) + "\n",
        lambda line: json.dumps({**json.loads(line), "corrections": {"claim_id": "x"}}) + "\n",
        lambda line: json.dumps({**json.loads(line), "corrections": {"period_end": "1403/01/01"}}) + "\n",
        lambda line: json.dumps({name: value for name, value in json.loads(line).items() if name != "reason"}) + "\n",
        lambda line: json.dumps({**json.loads(line), "more": 1}) + "\n",
    ],
)
def test_a_damaged_file_is_named(doubted: Path, fill: Fill, take: Take, damage: Callable[[str], str]) -> None:
    file = take(doubted, fill(doubted, decision="accept")).file
    assert file
    file.write_text(damage(file.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(DamagedReview, match=f"{file.name}:1: "):
        decisions(doubted)


def test_decisions_survive_as_they_are_however_the_clock_goes(doubted: Path, fill: Fill, take: Take) -> None:
    sheet = fill(doubted, decision="accept", reason="خط\u2028دیگر")
    take(doubted, sheet, LAST)
    take(doubted, refilled(sheet, decision="reject"), DAY)  # the clock went back
    one, other = decisions(doubted)
    assert (one.decision, other.decision) == ("accept", "reject")
    assert other.decided_at > one.decided_at
    assert one.review_id != other.review_id


def test_load_puts_the_files_into_the_table_and_says_what_they_touch(
    doubted: Path, page: Rows, said: Rows, fill: Fill, take: Take
) -> None:
    sheet = fill(doubted, decision="correct", reason="چون", status="active")
    take(doubted, sheet)
    assert applied(doubted) == [page["document_id"]]
    assert applied(doubted) == []
    with at_work(doubted) as con:
        row = con.execute("SELECT claim_id, decision, corrections ->> 'status', decided_at FROM reviews").fetchone()
    assert row == (said["claim_id"], "correct", "active", LATER)
    take(doubted, refilled(sheet, status=None, decision="accept"), LAST)
    assert applied(doubted) == [page["document_id"]]
    assert states(doubted) == [("accept", "holds")]
    for path in (doubted / "reviews").iterdir():
        path.unlink()
    assert applied(doubted) == [page["document_id"]]
    assert states(doubted) == []


# --- when the text changes


@pytest.fixture
def new_page() -> Rows:
    """The page of `page` with another text that holds the same number."""
    return document("a", "به‌روز شد. " + TEXT.format(number="42"), recorded_at=LAST)


@pytest.mark.parametrize("choice", ["accept", "correct", "reject"])
@pytest.mark.parametrize("one_report", [True, False])
def test_a_decision_is_reopened_and_asked_again(
    doubted: Path, page: Rows, said: Rows, new_page: Rows, fill: Fill, take: Take, choice: str, one_report: bool
) -> None:
    more = {"status": "active"} if choice == "correct" else {}
    take(doubted, fill(doubted, decision=choice, reason="چون", reviewer="الف", **more))
    applied(doubted, [said])
    assert states(doubted) == [(choice, "holds")]
    again = claim(new_page, "42", 42)
    with at_work(doubted) as con:
        if choice == "reject":  # what is rejected stands nowhere
            con.execute("DELETE FROM claims")
            con.execute("DELETE FROM appearances")
            con.execute("DELETE FROM audits")
        if one_report and choice != "reject":
            insert(con, "documents", new_page)
            appear(con, {**said, "number_text": "42"}, new_page, again["claim_id"], again["span_start"])
        else:
            put(con, new_page, again)
    applied(doubted, [said, again])
    assert states(doubted) == [(choice, "reopened")]
    assert counts(doubted) == Counts(reopened=1)
    found = asked(doubted)
    assert [row["appearance_id"] for row in found] == [again["claim_id"]]
    assert found[0]["text_hash"] == new_page["text_hash"]
    assert found[0]["before"] == f"{choice}: چون (الف), 2024-07-19"
    assert "the text changed" in found[0]["why_en"]
    # Once looked at again, it is settled.
    sheet = fill(doubted, decision="accept")
    done = take(doubted, sheet, LAST + dt.timedelta(1))
    assert done.new[0].answers == decisions(doubted)[0].review_id
    assert asked(doubted) == []
    assert counts(doubted).waiting == 1
    applied(doubted, [said, again])
    assert asked(doubted) == []
    assert states(doubted) == [(choice, "holds"), ("accept", "holds")]
    assert take(doubted, sheet, LAST + dt.timedelta(2)).known == 1


@pytest.mark.parametrize("choice", ["accept", "reject"])
def test_an_accepted_claim_that_the_new_text_lacks_is_asked_where_it_stood(
    doubted: Path, said: Rows, fill: Fill, take: Take, choice: str
) -> None:
    take(doubted, fill(doubted, decision="accept"))
    applied(doubted)
    with at_work(doubted) as con:
        put(con, document("a", "خبر برداشته شد.", recorded_at=LAST))
    assert states(doubted) == [("accept", "reopened")]
    assert [row["appearance_id"] for row in asked(doubted)] == [said["claim_id"]]
    done = take(doubted, fill(doubted, decision=choice, reason="accepted"), LAST + dt.timedelta(1))
    assert len(done.new) == 1
    applied(doubted, [said])
    assert states(doubted) == [(choice, "holds")]
    assert asked(doubted) == []


def test_a_rejected_claim_that_the_new_text_lacks_stays_rejected(
    doubted: Path, said: Rows, fill: Fill, take: Take
) -> None:
    take(doubted, fill(doubted, decision="reject", reason="چون"))
    gone = document("a", "خبر برداشته شد.", recorded_at=LAST)
    with at_work(doubted) as con:
        put(con, gone)
    applied(doubted, [said])
    assert states(doubted) == [("reject", "holds")]


@pytest.mark.parametrize("text", ["خبر برداشته شد.", "به‌روز شد. " + TEXT.format(number="۴۲")])
def test_a_rejection_that_was_taken_back_does_not_come_back_with_a_new_text(
    doubted: Path, said: Rows, fill: Fill, take: Take, text: str
) -> None:
    sheet = fill(doubted, decision="reject", reason="چون")
    take(doubted, sheet)
    take(doubted, refilled(sheet, decision="accept"), LATER + dt.timedelta(minutes=1))
    new_page = document("a", text, recorded_at=LAST)
    told = [claim(new_page, "۴۲", 42)] if "۴۲" in text else []
    with at_work(doubted) as con:
        put(con, new_page, *told)
    applied(doubted, [said, *told])
    assert states(doubted) == [("accept", "reopened")]


def test_a_claim_that_is_read_no_more_is_reopened(doubted: Path, fill: Fill, take: Take) -> None:
    take(doubted, fill(doubted, decision="accept"))
    applied(doubted)
    with at_work(doubted) as con:
        con.execute("DELETE FROM appearances")
    assert states(doubted) == [("accept", "reopened")]
    with at_work(doubted) as con:
        con.execute("DELETE FROM documents")
    assert states(doubted) == [("accept", "reopened")]


def test_another_page_with_the_same_text_reopens_nothing(doubted: Path, fill: Fill, take: Take) -> None:
    take(doubted, fill(doubted, decision="accept"))
    applied(doubted)
    with at_work(doubted) as con:
        put(con, document("b", TEXT.format(number="۴۲"), recorded_at=LAST))
        put(con, document("c", "خبر دیگر", recorded_at=LAST))
    assert states(doubted) == [("accept", "holds")]


def test_a_sheet_from_before_the_text_changed_is_refused(doubted: Path, new_page: Rows, fill: Fill, take: Take) -> None:
    sheet = fill(doubted, decision="accept")
    with at_work(doubted) as con:
        put(con, new_page)
    with pytest.raises(BadRows, match="the page has another text since this sheet was written"):
        take(doubted, sheet, LAST + dt.timedelta(1))


# --- counts


def test_counts(home: Path, fill: Fill, take: Take) -> None:
    assert counts(home.parent / "nothing") == Counts()
    (home.parent / "empty" / "published").mkdir(parents=True)
    assert counts(home.parent / "empty") == Counts()
    with at_work(home) as con:
        for name in "abc":
            of = document(name, TEXT.format(number="۴۲"))
            one = claim(of, "۴۲", 42)
            put(con, of, one)
            doubt(con, one)
    sheet = fill(home, 2, decision="accept")
    refilled(sheet, 3, decision="reject", reason="چون")
    refilled(sheet, 4, decision="correct", reason="چون", subject="ngo")
    take(home, sheet)
    assert counts(home) == Counts(waiting=3)
    applied(home)
    assert counts(home) == Counts(accepted=1, corrected=1, rejected=1)
