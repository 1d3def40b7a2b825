"""What holds for all tests: the project's tables, and nothing is written outside the test's own folder."""

import atexit
import os
import tempfile
from pathlib import Path

import pytest

from transform.references import References, load_references

_PREFECT = tempfile.TemporaryDirectory(prefix="shomar-tests-")


def pytest_configure(config: pytest.Config) -> None:
    """Set Prefect's place before anything imports it, and see to a quiet end."""
    os.environ["PREFECT_HOME"] = _PREFECT.name
    os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] = "false"
    os.environ["DO_NOT_TRACK"] = "1"
    os.environ.pop("SHOMAR_HOME", None)
    os.environ.pop("PREFECT_API_URL", None)
    atexit.register(_silence)


def _silence() -> None:
    """Prefect and Hypothesis hold on to what they saw beyond the end of DuckDB's binding, which then prints pages about
    leaks below the summary. All has been said by now.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


@pytest.fixture(scope="session")
def seeds() -> Path:
    return Path(__file__).parents[1] / "seeds"


@pytest.fixture(scope="session")
def references(seeds: Path) -> References:
    return load_references(seeds)
