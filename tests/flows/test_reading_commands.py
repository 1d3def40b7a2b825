"""`sql`, `explain`, `export`, `status`, `rebuild`: what they answer, and what they refuse."""

import csv
import datetime as dt
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flows.settings import SEEDS
from load.build import load_batches
from load.lock import writer
from load.publish import publish
from load.reviews import Decision, keep
from tests.flows.conftest import publish_claims_of
from warehouse import database

Shomar = Callable[..., Any]


def test_sql_as_table_csv_and_json(shomar: Shomar, published: Path) -> None:
    query = "select kind, subject, value from claims"
    table = shomar("sql", "--home", published, query)
    assert table.out.splitlines()[0].split() == ["kind", "subject", "value"]
    assert table.out.splitlines()[2].split() == ["count", "ngo", "120"]
    rows = shomar("sql", "--home", published, query, "--format", "csv").out
    assert rows == "kind,subject,value\ncount,ngo,120\n"
    assert list(csv.DictReader(io.StringIO(rows))) == [{"kind": "count", "subject": "ngo", "value": "120"}]
    for option in (["--format", "json"], ["--json"]):
        objects = json.loads(shomar("sql", "--home", published, query, *option).out)
        assert objects == [{"kind": "count", "subject": "ngo", "value": 120}]


def test_sql_from_stdin_by_the_installed_command(process: Shomar, published: Path) -> None:
    done = process(
        "sql", "--format", "csv", stdin="select count(*) as claims from claims\n", SHOMAR_HOME=str(published)
    )
    assert (done.code, done.out, done.err) == (0, "claims\n1\n", "")


@pytest.mark.parametrize(
    "query",
    [
        "delete from claims",
        "create table t (a int)",
        "copy claims to '{tmp}/out.csv'",
        "select * from read_csv('{tmp}/inbox/fars.txt')",
        "attach '{tmp}/other.duckdb'",
        "set enable_external_access = true",
        "select * from query",  # a variable of the program
        "selec 1",
    ],
)
def test_sql_refuses_in_one_line(shomar: Shomar, published: Path, tmp_path: Path, query: str) -> None:
    before = sorted(tmp_path.rglob("*"))
    done = shomar("sql", "--home", published, query.format(tmp=tmp_path))
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert done.err.startswith("shomar: the query failed: ")
    assert done.err.endswith("; mend it and ask again\n")
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("command", [["sql", "select 1"], ["export"], ["explain", "0" * 32]])
def test_nothing_is_published_yet(shomar: Shomar, home: Path, command: list[str]) -> None:
    done = shomar(*command, "--home", home)
    assert done.code == 1
    assert done.err == f"shomar: {home}/published/shomar.duckdb: nothing is published yet; start with `shomar run`\n"
    assert not home.exists()


def test_explain_a_claim(shomar: Shomar, published: Path) -> None:
    claim_id = shomar("sql", "--home", published, "select claim_id from claims", "--format", "csv").out.split()[1]
    done = shomar("explain", claim_id, "--home", published)
    assert done.out.startswith(f"claim {claim_id}: count ngo, by rule fa.")
    assert "در استان فارس" in done.out
    assert json.loads(shomar("explain", claim_id, "--home", published, "--json").out)["place"] == "IR-07"


def test_explain_a_copy_and_what_a_reviewer_decided(shomar: Shomar, home: Path, tmp_path: Path) -> None:
    text = "در استان فارس ۱۲۰ سازمان مردم‌نهاد فعالیت می‌کنند. این را مدیر دفتر تشکل‌ها در نشست دیروز گفت."
    pages = [
        {"id": name, "text": text + ending, "published": day, "outlet": name}
        for name, day, ending in (("one", "2024-07-18", ""), ("two", "2024-07-19", "\nپایان"))
    ]
    path = tmp_path / "pages.jsonl"
    path.write_text("\n".join(json.dumps(page, ensure_ascii=False) for page in pages), encoding="utf-8")
    publish_claims_of(path, home)

    query = "select appearance_id, a.claim_id, key, text_hash from appearances a join documents using (document_id)"
    told = json.loads(shomar("sql", "--home", home, query, "--json").out)
    assert len(told) == 2
    original, copy = sorted(told, key=lambda one: one["appearance_id"] != one["claim_id"])
    assert copy["claim_id"] == original["claim_id"] != copy["appearance_id"]

    def explained(one: dict[str, str]) -> dict[str, Any]:
        said: dict[str, Any] = json.loads(shomar("explain", one["appearance_id"], "--home", home, "--json").out)
        assert said["claim_id"] == one["appearance_id"]
        return said

    assert [explained(one)["review"] for one in told] == [None, None]
    with writer(home):
        moment = dt.datetime.fromisoformat("2024-07-20")
        looked_at = (original["claim_id"], original["key"], original["text_hash"])
        keep(
            home,
            [Decision(*looked_at, "correct", {"value": "210"}, "جابه‌جا", None, moment, "count", "۱۲۰", "۱۲۰ سازمان")],
        )
        load_batches(home, SEEDS)
        publish(home)
    expected = {"decision": "correct", "corrections": {"value": "210"}, "reason": "جابه‌جا", "reviewer": None}
    assert [explained(one)["review"] for one in told] == [expected, expected]
    assert '"value": "210"' in shomar("explain", copy["appearance_id"], "--home", home).out


def test_explain_a_text_with_what_is_no_claim(shomar: Shomar) -> None:
    text = "در فارس ۱۲۰ سازمان مردم‌نهاد تا ساعت ۸ کار کردند."
    done = json.loads(shomar("explain", "--text", text, "--published", "2024-07-18", "--json").out)
    [claim] = done["claims"]
    assert (claim["value"], claim["sentence"], claim["from"]["value"]) == (120, text, "۱۲۰ (120 item)")
    assert [(one["number_text"], bool(one["reason"])) for one in done["rejections"]] == [("۸", True)]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("", "none known of this rule and kind, none known of this subject"),
        ("{rule},count,*,8,7,0.9\n", "7 of 8 of this rule and kind, none known of this subject"),
        ("*,*,ngo,8,7,0.9\n", "none known of this rule and kind, 7 of 8 of this subject"),
    ],
)
def test_explain_says_what_confidence_is_learned_from(
    shomar: Shomar, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: str, said: str
) -> None:
    text = "در فارس ۱۲۰ سازمان مردم‌نهاد کار کردند."
    [known] = json.loads(shomar("explain", "--text", text, "--json").out)["claims"]
    seeds = Path(shutil.copytree(SEEDS, tmp_path / "seeds"))
    table = "rule,kind,subject,claims,correct,confidence\n*,*,*,60,45,0.75\n"
    (seeds / "calibration.csv").write_text(table + rows.format(rule=known["rule"]), encoding="utf-8")
    monkeypatch.setattr("flows.commands.explaining.SEEDS", seeds)
    [claim] = json.loads(shomar("explain", "--text", text, "--json").out)["claims"]
    assert claim["confidence"] == (0.9 if rows else 0.75)
    assert claim["claim_id"] == known["claim_id"]
    assert claim["from"]["confidence"] == f"right among annotated claims: {said}, 45 of 60 of all"
    assert "  ← " + claim["from"]["confidence"] in shomar("explain", "--text", text).out


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ([], "give either CLAIM_ID or --text TEXT"),
        (["x", "--published", "2024-07-18"], "--published goes with --text"),
        (
            ["--text", "x", "--published", "18 July"],
            "Invalid value for '--published': '18 July' does not match the format '%Y-%m-%d'",
        ),
    ],
)
def test_explain_refuses(shomar: Shomar, arguments: list[str], line: str) -> None:
    done = shomar("explain", *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"shomar explain: {line}; see `shomar explain --help`\n"


def test_explain_knows_published_claims_only(shomar: Shomar, published: Path) -> None:
    done = shomar("explain", "nothing", "--home", published)
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert done.err.startswith("shomar: nothing: no such claim is published; ")


def test_export(shomar: Shomar, published: Path, tmp_path: Path) -> None:
    done = shomar("export", tmp_path / "out", "--home", published, "--format", "csv", "--json")
    assert json.loads(done.out)["rows"]["claims"] == 1
    assert (tmp_path / "out" / "claims.csv").is_file()


@pytest.mark.parametrize("form", ["parquet", "csv", "xlsx"])
def test_a_dry_export_says_what_would_be_written(shomar: Shomar, published: Path, tmp_path: Path, form: str) -> None:
    arguments = ["export", tmp_path / "out", "--home", published, "--format", form, "--json"]
    dry = json.loads(shomar(*arguments, "--dry-run").out)
    assert not (tmp_path / "out").exists()
    assert dry == {**json.loads(shomar(*arguments).out), "dry_run": True}


def test_export_never_replaces_files_of_others(shomar: Shomar, published: Path, article: Path) -> None:
    done = shomar("export", article.parent, "--home", published)
    assert (done.code, done.err.count("\n"), article.exists()) == (1, 1, True)


def test_status_of_nothing_and_of_something(shomar: Shomar, published: Path, tmp_path: Path) -> None:
    assert "nothing yet" in shomar("status", "--home", tmp_path / "none").out
    done = json.loads(shomar("status", "--home", published, "--json").out)
    assert done["rows"]["claims"] == 1
    assert [run["outcome"] for run in done["runs"]] == ["done"]


def test_rebuild_gives_the_same_claims(shomar: Shomar, published: Path) -> None:
    query = ("sql", "--home", published, "from claims", "--format", "csv")
    before = shomar(*query).out
    assert "nothing was written" in shomar("rebuild", "--home", published, "--dry-run").out
    assert json.loads(shomar("rebuild", "--home", published, "--json").out)["rows"]["claims"] == 1
    assert shomar(*query).out == before


def test_rebuild_waits_for_no_other_writer(shomar: Shomar, published: Path) -> None:
    with writer(published):
        done = shomar("rebuild", "--home", published)
    assert (done.code, done.err.count("\n")) == (4, 1)
    assert "another run is writing here" in done.err


def test_a_check_holds_back_a_rebuild(shomar: Shomar, published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot = published / "published" / "shomar.duckdb"
    before = snapshot.stat().st_mtime_ns
    monkeypatch.setattr(database, "checks", lambda: [("never_right", "SELECT claim_id FROM claims")])
    done = shomar("rebuild", "--home", published)
    assert (done.code, done.err.count("\n")) == (3, 1)
    assert "never_right: 1 rows, such as claim_id=" in done.err
    assert snapshot.stat().st_mtime_ns == before


def test_a_traceback_only_with_v(shomar: Shomar, home: Path) -> None:
    assert "Traceback" not in shomar("sql", "select 1", "--home", home).err
    assert "Traceback" in shomar("sql", "select 1", "--home", home, "-v").err


def test_unknown_command_and_none(shomar: Shomar) -> None:
    done = shomar("nonsense")
    assert (done.code, done.err) == (2, "shomar: No such command 'nonsense'; see `shomar --help`\n")
    assert shomar().code == 2
    assert shomar("--help").code == 0
