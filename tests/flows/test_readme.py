"""What the pages say is what happens: queries run, outputs are real, commands exist."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flows.cli import commands

Shomar = Callable[..., Any]

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
_TABLES = README[README.index("## From claims to statistics") : README.index("## How to add a word")]
SHOWN = [name for cell in re.findall(r"^\| (`.+?) \|", _TABLES, re.MULTILINE) for name in re.findall(r"`(\w+)`", cell)]
CALLS = re.findall(r"`(FROM \w+\(.+?\))`", _TABLES)


def test_the_first_query_prints_what_the_readme_shows(
    shomar: Shomar, published_seed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    shown = re.search(r'shomar sql "([^"]+)"\n(.*?)\n```', README, re.DOTALL)
    assert shown
    assert shomar("sql", shown[1], "--home", published_seed).out == shown[2] + "\n"


@pytest.mark.usefixtures("server")
def test_the_first_run_prints_what_the_readme_shows(shomar: Shomar, home: Path) -> None:
    shown = re.search(r"```text\n(documents .*?)\nsnapshot", README, re.DOTALL)
    assert shown
    assert shomar("run", "--home", home).out.startswith(shown[1] + "\n")


@pytest.mark.parametrize("name", SHOWN)
def test_every_table_and_view_that_is_shown_is_there(shomar: Shomar, published_seed: Path, name: str) -> None:
    assert shomar("sql", f"select count(*) from {name}", "--home", published_seed).code == 0


@pytest.mark.parametrize("call", CALLS)
def test_every_call_that_is_shown_runs(shomar: Shomar, published_seed: Path, call: str) -> None:
    assert shomar("sql", call, "--home", published_seed).code == 0


def test_tables_and_views_are_shown() -> None:
    assert {"series", "audits", "province_latest", "sdmx", "money"} <= set(SHOWN)
    assert len(CALLS) == 2


def test_every_query_of_the_operations_page_runs(shomar: Shomar, published_seed: Path) -> None:
    queries = re.findall(r'shomar sql "([^"]+)"', OPERATIONS)
    assert queries
    assert [shomar("sql", query, "--home", published_seed).code for query in queries] == [0] * len(queries)


@pytest.mark.parametrize("name", list(commands.commands))
def test_every_command_is_on_a_page(name: str) -> None:
    assert f"shomar {name}" in README + OPERATIONS


@pytest.mark.parametrize("page", [README, OPERATIONS], ids=["README", "operations"])
def test_links_lead_somewhere(page: str) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", page):
        assert (ROOT / target).exists(), target
