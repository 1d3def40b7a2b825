"""`shomar run`: one flow run, its numbers, and what bad input gets."""

import json
import os
import select
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pytest

from extract.model import Document
from flows.settings import SEEDS
from load.journal import Journal
from load.lock import writer
from warehouse import database

Shomar = Callable[..., Any]

SENTENCE = "در استان فارس ۱۲۰ سازمان مردم‌نهاد فعالیت می‌کنند."
COMMAND = str(Path(sys.executable).with_name("shomar"))

pytestmark = pytest.mark.usefixtures("server")


def ask(home: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(duckdb.connect(home / "published" / "shomar.duckdb", read_only=True)) as con:
        return con.execute(query).fetchall()


def run(shomar: Shomar, home: Path, *sources: object) -> tuple[dict[str, Any], Any]:
    """The JSON summary and the outcome of a run."""
    done = shomar("run", *sources, "--home", home, "--json")
    return json.loads(done.out), done


def test_the_seed_article_by_default(shomar: Shomar, home: Path) -> None:
    done = shomar("run", "--home", home)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[:3] == [
        "documents    1 read = 1 taken + 0 unchanged + 0 dropped",
        "quarantined  0",
        "claims       8 read; 8 in all: 2 count, 6 rank",
    ]
    assert done.out.splitlines()[-2:] == [
        f"snapshot     {home}/published/shomar.duckdb",
        f"exports      {home}/published/parquet",
    ]


def test_a_second_run_extracts_nothing_again(shomar: Shomar, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(shomar, home)
    batches = Journal(home).batches()
    claims = ask(home, "FROM claims ORDER BY claim_id")

    def read(_: object) -> list[object]:
        raise AssertionError("an unchanged document was read again")

    monkeypatch.setattr("flows.ingest.read", read)
    summary, done = run(shomar, home)
    assert (done.code, summary["unchanged"], summary["taken"], summary["claims_new"]) == (0, 1, 0, 0)
    assert summary["claims_by_kind"] == {"count": 2, "rank": 6}
    assert Journal(home).batches() == batches
    assert ask(home, "FROM claims ORDER BY claim_id") == claims


def test_bad_input_is_quarantined_and_the_rest_goes_on(shomar: Shomar, home: Path, article: Path) -> None:
    inbox = article.parent
    (inbox / "empty.txt").touch()
    (inbox / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)))
    (inbox / "old.txt").write_bytes(
        "در استان یزد ۳۰ خیریه فعال است.".replace("ی", "ي").replace("۳۰", "30").encode("cp1256")
    )
    (inbox / "lines.jsonl").write_text(
        '{"text": "' + SENTENCE + '", "id": "n-1"}\n{"text":\n{"id": "n-2"}\n', encoding="utf-8"
    )
    summary, done = run(shomar, home, inbox)
    no_text = "no “text”, or it is not a string or is blank; give the article's text"
    assert done.code == 0
    assert done.err.splitlines() == [
        f"shomar: {inbox}/empty.txt: holds no text; take it out or fetch it again (quarantined)",
        f"shomar: {inbox}/lines.jsonl:2: the line is not JSON; write one JSON object a line (quarantined)",
        f"shomar: {inbox}/lines.jsonl:3: {no_text} (quarantined)",
        f"shomar: {inbox}/picture.txt: not a text but binary data; give text, JSONL or either gzipped (quarantined)",
    ]
    assert summary["quarantined_by_reason"] == {"empty": 1, "not_json": 1, "no_text": 1, "binary": 1}
    assert (summary["documents"], summary["taken"], summary["claims_by_kind"]) == (3, 3, {"count": 2})
    assert ask(home, "SELECT count(*) FROM appearances") == [(3,)]  # two of the three say the same
    assert ask(home, "SELECT count(*) FROM quarantine") == [(4,)]
    assert ask(home, "SELECT documents - unchanged - dropped, claims, quarantined FROM runs") == [(3, 3, 4)]
    again, _ = run(shomar, home, inbox)
    assert (again["quarantined"], again["unchanged"], len(Journal(home).batches())) == (4, 3, 1)


def test_what_the_cheap_look_ends_is_counted(shomar: Shomar, home: Path, article: Path) -> None:
    (article.parent / "sport.txt").write_text("تیم ملی فوتبال بازی را برد.", encoding="utf-8")
    summary, _ = run(shomar, home, article.parent)
    assert (summary["documents"], summary["taken"], summary["dropped"]) == (2, 1, 1)
    again, _ = run(shomar, home, article.parent)
    assert again["unchanged"] == 2


def test_a_missing_source_is_1_after_the_rest_is_done(shomar: Shomar, home: Path, article: Path) -> None:
    summary, done = run(shomar, home, "nowhere.txt", article)
    assert (done.code, done.err) == (1, "shomar: nowhere.txt: no such file or folder; check the path\n")
    assert (summary["missing"], summary["claims_new"]) == (1, 1)


def test_dry_run_tells_and_writes_nothing(shomar: Shomar, home: Path, article: Path) -> None:
    done = shomar("run", "--dry-run", article, "--home", home)
    assert done.code == 0
    assert "claims       1 read; 1 in all: 1 count" in done.out
    assert "nothing was written" in done.out
    assert not home.exists()


def test_a_file_in_the_place_of_the_data_folder(shomar: Shomar, article: Path) -> None:
    done = shomar("run", "--home", article)
    line = f"shomar: {article}: a file stands where a folder is needed; move the file away or choose another folder\n"
    assert (done.code, done.out, done.err) == (1, "", line)


def test_another_writer_is_4(shomar: Shomar, home: Path) -> None:
    with writer(home):
        done = shomar("run", "--home", home)
    line = f"shomar: {home}: another run is writing here (process {os.getpid()}); wait until it ends, then run again\n"
    assert (done.code, done.out, done.err) == (4, "", line)


def test_a_failed_check_is_3_and_publishes_nothing(
    shomar: Shomar, home: Path, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(shomar, home)
    monkeypatch.setattr(database, "checks", lambda: [("never_right", "SELECT claim_id FROM claims ORDER BY 1")])
    done = shomar("run", article, "--home", home)
    assert (done.code, done.out, done.err.count("\n")) == (3, "", 1)
    assert done.err.startswith("shomar: nothing was published, because checks failed: never_right: 9 rows")
    assert ask(home, "SELECT count(*) FROM claims") == [(8,)]
    assert [one.outcome for one in Journal(home).runs()] == ["done", "held_back"]


def test_a_span_that_does_not_hold_its_number_blocks_the_batch(
    shomar: Shomar, home: Path, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from extract import engine

    def shifted(documents: list[Document]) -> Any:
        for reading in engine.read(documents):
            yield replace(
                reading, claims=tuple(replace(one, start=one.start + 1, end=one.end + 1) for one in reading.claims)
            )

    monkeypatch.setattr("flows.ingest.read", shifted)
    done = shomar("run", article, "--home", home)
    assert (done.code, done.out, done.err.count("\n")) == (3, "", 1)
    assert "spans of claims that do not hold their number" in done.err
    assert not (home / "published").exists()


def test_a_full_disk_publishes_nothing_by_halves(shomar: Shomar, server: str, home: Path, article: Path) -> None:
    run(shomar, home)
    limited = 'ulimit -f 100; exec "$0" "$@"'
    done = subprocess.run(
        ["sh", "-c", limited, COMMAND, "run", str(article), "--home", str(home)],
        capture_output=True,
        text=True,
        env={**os.environ, "PREFECT_API_URL": server},
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "a file may not grow that large here; raise the limit on file sizes" in done.stderr
    assert ask(home, "SELECT count(*) FROM claims") == [(8,)]
    summary, done = run(shomar, home, article)  # what the cut-off run left behind hinders nobody
    assert (done.code, sum(summary["claims_by_kind"].values())) == (0, 9)


def test_the_run_is_told_to_prefect(shomar: Shomar, home: Path, article: Path) -> None:
    from prefect.client.orchestration import get_client

    summary, _ = run(shomar, home, article)
    with get_client(sync_client=True) as client:
        flow_run = client.read_flow_run(summary["run_id"])
        artifacts = [one for one in client.read_artifacts() if str(one.flow_run_id) == summary["run_id"]]
    assert flow_run.state is not None
    assert flow_run.state.is_completed()
    assert [one.key for one in artifacts] == ["run-summary"]
    assert {"what": "claims_new", "number": 1} in json.loads(str(artifacts[0].data))


def test_one_task_a_batch_whatever_its_size(home: Path, tmp_path: Path) -> None:
    import asyncio

    from flows.ingest import ingest

    path = tmp_path / "news.jsonl"
    path.write_text(
        "".join(json.dumps({"id": str(n), "text": f"{n}: {SENTENCE}"}) + "\n" for n in range(5)), encoding="utf-8"
    )
    found = {}
    for size in (2, 100):
        summary = asyncio.run(ingest([str(path)], str(home / str(size)), size))
        found[size] = len(Journal(home / str(size)).batches())
        assert (summary.run.documents, summary.run.claims) == (5, 5)
    assert found == {2: 3, 100: 1}
    query = "SELECT * EXCLUDE (recorded_at, run_id, batch_id) FROM claims ORDER BY claim_id"
    assert ask(home / "2", query) == ask(home / "100", query)


@pytest.mark.slow
def test_no_server_is_needed_and_none_is_left(home: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT")}
    done = subprocess.run(
        [COMMAND, "run", "--home", str(home)], capture_output=True, text=True, env=environment, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("documents    1 read")
    assert (home / ".prefect").is_dir()
    assert str(SEEDS) not in done.stdout


@pytest.mark.slow
def test_a_killed_run_takes_its_server_along(home: Path) -> None:
    home.mkdir()
    code = (
        "import sys; from pathlib import Path; from flows.settings import quiet_prefect; "
        "quiet_prefect(Path(sys.argv[1])); from flows.server import running_server, SubprocessASGIServer\n"
        "with running_server(): print(SubprocessASGIServer().server_process.pid, flush=True); sys.stdin.read()"
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT")}
    command = [sys.executable, "-c", code, str(home)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment) as killed:
        assert killed.stdout is not None
        server = os.pidfd_open(int(killed.stdout.readline()))
        killed.kill()
    ended, _, _ = select.select([server], [], [], 30)
    os.close(server)
    assert ended
