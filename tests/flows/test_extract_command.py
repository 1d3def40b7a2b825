"""`shomar extract`: claims on stdout, trouble on stderr, nothing heavy imported, memory that does not grow."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

Shomar = Callable[..., Any]

COMMAND = str(Path(sys.executable).with_name("shomar"))
SENTENCE = "در استان فارس ۱۲۰ سازمان مردم‌نهاد فعالیت می‌کنند."


def records(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_one_claim_a_line(shomar: Shomar, article: Path) -> None:
    done = shomar("extract", article)
    [claim] = records(done.out)
    assert done.code == 0
    assert done.err == "1 documents, 0 dropped, 0 quarantined, 0 missing, 1 claims, 0 rejections\n"
    assert (claim["article"], claim["kind"], claim["subject"], claim["value"]) == ("fars", "count", "ngo", 120)
    assert article.read_text(encoding="utf-8")[claim["start"] : claim["end"]] == claim["number_text"]


def test_a_claim_is_as_sure_in_all_that_is_printed(shomar: Shomar, article: Path, published: Path) -> None:
    [claim] = records(shomar("extract", article).out)
    query = "select claim_id, confidence from claims_readable"
    [row] = json.loads(shomar("sql", query, "--home", published, "--json").out)
    explained = json.loads(shomar("explain", claim["claim_id"], "--home", published, "--json").out)
    assert 0 < claim["confidence"] < 1
    assert row == {"claim_id": claim["claim_id"], "confidence": claim["confidence"]}
    assert explained["confidence"] == claim["confidence"]


def test_the_article_of_a_record_is_its_id(shomar: Shomar, tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps({"id": "n-1", "text": SENTENCE}) + "\n", encoding="utf-8")
    assert [claim["article"] for claim in records(shomar("extract", path).out)] == ["n-1"]


def test_out_and_json_summary(shomar: Shomar, article: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "claims.jsonl"
    done = shomar("extract", article, "--out", out, "--json")
    assert json.loads(done.out)["claims"] == 1
    assert len(records(out.read_text(encoding="utf-8"))) == 1
    assert [path.name for path in out.parent.iterdir()] == ["claims.jsonl"]


def test_parquet_holds_what_jsonl_holds(shomar: Shomar, article: Path, tmp_path: Path) -> None:
    [claim] = records(shomar("extract", article).out)
    shomar("extract", article, "--out", tmp_path / "claims.parquet", "--format", "parquet")
    [row] = pq.read_table(tmp_path / "claims.parquet").to_pylist()
    assert row.keys() == claim.keys() | {"document_id"}
    assert {name: row[name] for name in ("claim_id", "article", "start", "end", "value", "confidence")} == {
        name: claim[name] for name in ("claim_id", "article", "start", "end", "value", "confidence")
    }


def test_dry_run_writes_no_file(shomar: Shomar, article: Path, tmp_path: Path) -> None:
    done = shomar("extract", article, "--out", tmp_path / "claims.jsonl", "--dry-run")
    assert (done.code, done.out.count("1 claims")) == (0, 1)
    assert not (tmp_path / "claims.jsonl").exists()


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ([], "Missing argument 'SOURCE...'"),
        (["x", "--zzz"], "No such option '--zzz'"),
        (["x", "--format", "xml"], "Invalid value for '--format': 'xml' is not one of 'jsonl', 'parquet'"),
        (["x", "--format", "parquet"], "--format parquet needs --out FILE"),
    ],
)
def test_wrong_usage_is_one_line_and_2(shomar: Shomar, arguments: list[str], line: str) -> None:
    done = shomar("extract", *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"shomar extract: {line}; see `shomar extract --help`\n"


def test_a_missing_source_is_told_and_the_rest_is_done(shomar: Shomar, article: Path, tmp_path: Path) -> None:
    done = shomar("extract", "-q", tmp_path / "nowhere", article)
    assert done.code == 1
    assert len(records(done.out)) == 1
    assert done.err == f"shomar: {tmp_path}/nowhere: no such file or folder; check the path\n"


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    with many.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"id": str(number), "text": SENTENCE}) + "\n" for number in range(500))
    out = tmp_path / "claims.jsonl"
    out.write_text("old", encoding="utf-8")
    limited = 'ulimit -f 20; exec "$0" "$@"'
    command = ["sh", "-c", limited, COMMAND, "extract", str(many), "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, out.read_text(encoding="utf-8")) == (1, "old")
    assert done.stderr == f"shomar: {out}: cannot be written: File too large; make room or choose another file\n"
    assert sorted(path.name for path in tmp_path.glob("*claims*")) == ["claims.jsonl"]


def test_a_full_stdout_is_one_line(article: Path) -> None:
    command = [COMMAND, "extract", "-q", str(article)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (
        1,
        "shomar: output: No space left on device; make room or write elsewhere\n",
    )


def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    with many.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"id": str(number), "text": SENTENCE}) + "\n" for number in range(2_000))
    command = f'"{COMMAND}" extract "{many}" | head -n 1'
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, encoding="utf-8", check=False)
    assert (len(done.stdout.splitlines()), done.stderr) == (1, "")


def test_extraction_imports_nothing_heavy(article: Path) -> None:
    code = (
        "import sys; from flows.cli import call; call(['extract', sys.argv[1], '-q']); "
        "print([m for m in ('prefect', 'duckdb', 'pandas', 'pyarrow') if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, article], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


def test_memory_does_not_grow_with_the_input(tmp_path: Path) -> None:
    peaks = [peak_of_extraction(tmp_path / f"{count}.jsonl", count) for count in (1_000, 10_000)]
    assert peaks[1] - peaks[0] < 8_000  # KiB; the longer input is some 18 MB more


def peak_of_extraction(path: Path, documents: int) -> int:
    """The peak of resident memory, in KiB, of extracting a file of that many documents."""
    with path.open("w", encoding="utf-8") as file:
        filler = "متن بلند. " * 100
        file.writelines(
            json.dumps({"id": str(number), "text": SENTENCE + filler}, ensure_ascii=False) + "\n"
            for number in range(documents)
        )
    command = [COMMAND, "extract", "-q", str(path)]
    with Path(os.devnull).open("w") as nowhere:
        child = subprocess.Popen(command, stdout=nowhere)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0
    return usage.ru_maxrss
