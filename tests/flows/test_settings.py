"""Where data lives, and what Prefect is told."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from flows.settings import REPOSITORY, quiet_prefect, settings_for


def test_home_is_the_option_then_the_environment_then_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOMAR_HOME", "/somewhere")
    assert settings_for("/else").home == Path("/else")
    assert settings_for().home == Path("/somewhere")
    monkeypatch.delenv("SHOMAR_HOME")
    assert settings_for().home == REPOSITORY / "data"


def test_prefect_is_quiet_and_keeps_its_files_in_the_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "environ", {})
    quiet_prefect(Path("/data"))
    assert os.environ["PREFECT_HOME"] == "/data/.prefect"
    assert os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
    assert os.environ["PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS"] == "120"


def test_what_a_person_has_set_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    own = {"PREFECT_HOME": "/own", "PREFECT_LOGGING_LEVEL": "DEBUG", "PREFECT_API_URL": "http://127.0.0.1:4200/api"}
    monkeypatch.setattr(os, "environ", dict(own))
    quiet_prefect(Path("/data"))
    assert own.items() <= os.environ.items()
    assert "PREFECT_LOGGING_TO_API_ENABLED" not in os.environ  # that server has pages to show them on


@pytest.mark.parametrize("module", ["flows.cli", "flows.commands.running", "flows.settings"])
def test_no_command_line_module_imports_what_is_slow(module: str) -> None:
    code = f"import sys, {module}; print([m for m in ('prefect', 'duckdb', 'pandas', 'pyarrow') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
