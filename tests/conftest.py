"""What holds for all tests: nothing is written outside the test's own folder, by Prefect either."""

import os
import tempfile

import pytest

_PREFECT = tempfile.TemporaryDirectory(prefix="shomar-tests-")


def pytest_configure(config: pytest.Config) -> None:
    """Set Prefect's place before anything imports it."""
    os.environ["PREFECT_HOME"] = _PREFECT.name
    os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] = "false"
    os.environ["DO_NOT_TRACK"] = "1"
    os.environ.pop("SHOMAR_HOME", None)
    os.environ.pop("PREFECT_API_URL", None)
