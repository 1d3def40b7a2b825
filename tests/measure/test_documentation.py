"""The pages that are made are as they are made now."""

from pathlib import Path

import pytest

from tests.measure.annotated import ROOT
from tests.measure.documentation import PAGES, write


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_as_it_is_made(name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8") == PAGES[name](), f"{name} is stale: run `make docs`"


def test_only_stale_pages_are_written(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    assert write(tmp_path) == list(PAGES)
    first = next(iter(PAGES))
    (tmp_path / first).write_text("old")
    assert write(tmp_path) == [first]
    assert write(tmp_path) == []
