"""The command line in this process, and as a process of its own; one Prefect server for all tests that need one."""

import datetime as dt
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from extract.engine import fingerprint, read
from extract.model import Document
from extract.readers import read_sources
from flows.cli import call
from flows.settings import SEEDS
from load.build import load_batches, record_run
from load.journal import Journal, Run
from load.lock import writer
from load.publish import publish

DAWN = dt.datetime.fromisoformat("2024-07-18T05:00")
COMMAND = str(Path(sys.executable).with_name("shomar"))


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str


Shomar = Callable[..., Outcome]


@pytest.fixture
def shomar(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shomar:
    """Calls the command line in this process; its log and what it tells Prefect do not outlast the test."""
    log = logging.getLogger("shomar")
    monkeypatch.setattr(log, "handlers", [])
    monkeypatch.setattr(log, "level", log.level)
    monkeypatch.setattr(log, "propagate", log.propagate)
    monkeypatch.setattr(os, "environ", os.environ.copy())

    def called(*arguments: object) -> Outcome:
        capfd.readouterr()
        code = call([str(argument) for argument in arguments])
        captured = capfd.readouterr()
        return Outcome(code, captured.out, captured.err)

    return called


@pytest.fixture
def process() -> Shomar:
    """Calls the installed `shomar` as a process of its own, in the environment that is given."""

    def called(*arguments: object, stdin: str = "", **environment: str) -> Outcome:
        done = subprocess.run(
            [COMMAND, *map(str, arguments)],
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, **environment},
            timeout=300,
            check=False,
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    return called


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a Prefect server, which flows of this process use too."""
    from prefect.settings import get_current_settings
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=120):
        yield str(get_current_settings().api.url)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder that is not there yet."""
    return tmp_path / "data"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A file with a sentence that holds one claim."""
    path = tmp_path / "inbox" / "fars.txt"
    path.parent.mkdir()
    path.write_text("در استان فارس ۱۲۰ سازمان مردم‌نهاد فعالیت می‌کنند.\n", encoding="utf-8")
    return path


@pytest.fixture
def published(home: Path, article: Path) -> Path:
    """A data folder with the claim of `article` published; no Prefect was needed."""
    publish_claims_of(article, home)
    return home


@pytest.fixture
def published_seed(home: Path) -> Path:
    """A data folder with the claims of the seed article published."""
    publish_claims_of(SEEDS / "news", home)
    return home


def publish_claims_of(source: Path, home: Path) -> None:
    journal = Journal(home)
    with writer(home):
        readings = list(read(item for item in read_sources([source]) if isinstance(item, Document)))
        batch = journal.append(readings, [], fingerprint=fingerprint(), run_id="first", recorded_at=DAWN)
        record_run(home, Run("first", DAWN, DAWN, "done", documents=1, claims=batch.claims))
        load_batches(home, SEEDS)
        publish(home)
