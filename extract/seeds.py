"""Reading the tables of `seeds/`, which analysts edit: as text, with the header that is expected and no other."""

import csv
from collections.abc import Sequence
from pathlib import Path

SEEDS = Path(__file__).resolve().parent.parent / "seeds"


class SeedError(Exception):
    """A table of `seeds/` that cannot be used; the message names file, line and remedy."""


def read_table(path: Path, columns: Sequence[str]) -> list[dict[str, str]]:
    """The rows of a CSV table, every value a string without outer spaces.

    Raises `SeedError` where the file is missing, not UTF-8, its header is not `columns`, or a row has other cells.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            lines = list(csv.reader(handle, strict=True))
    except FileNotFoundError:
        raise SeedError(f"{path}: no such table; it is part of the repository: restore it") from None
    except UnicodeDecodeError:
        raise SeedError(f"{path}: not UTF-8; save it as CSV UTF-8") from None
    except csv.Error as error:
        raise SeedError(f"{path}: not a CSV table: {error}; look for a quote that is not closed") from None
    if not lines or lines[0] != list(columns):
        found = ",".join(lines[0]) if lines else ""
        raise SeedError(f"{path}:1: the header is “{found}”; it must be “{','.join(columns)}”")
    rows = []
    for number, cells in enumerate(lines[1:], 2):
        if not cells:
            continue
        if len(cells) != len(columns):
            raise SeedError(f"{path}:{number}: {len(cells)} cells where the header has {len(columns)}; mend the row")
        rows.append(dict(zip(columns, (cell.strip() for cell in cells), strict=True)))
    return rows
