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
VIEWS = re.findall(r"^\| `(\w+)` \|.*\| `(select [^`]+)` \|$", README, re.MULTILINE)


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


@pytest.mark.parametrize(("view", "query"), VIEWS, ids=[view for view, _ in VIEWS])
def test_the_sample_of_every_view_gives_rows(shomar: Shomar, published_seed: Path, view: str, query: str) -> None:
    assert view in query
    rows = shomar("sql", query, "--home", published_seed, "--format", "csv").out
    assert len(rows.splitlines()) > 1


def test_the_five_views_are_shown() -> None:
    assert len(VIEWS) == 5


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
