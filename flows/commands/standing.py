"""`shomar status`: how the data stands."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from flows.commands.common import Common, common, print_summary
from flows.tables import as_table, as_text

if TYPE_CHECKING:
    from load.journal import Run
    from load.status import Status

_UNBOUNDED = 10_000  # these tables have few columns; where a line is too long for the terminal it folds


@click.command("status")
@common
def command(options: Common) -> None:
    """Last runs, row counts, quarantine, reviews, newest articles."""
    from load.status import status

    found = status(options.settings.home)
    record: dict[str, object] = json.loads(json.dumps(asdict(found), default=str))
    print_summary(_lines(found), record, options)


def _lines(found: "Status") -> Iterator[str]:
    moment = found.published_at
    yield f"data folder  {found.home}"
    yield f"published    {as_text(moment) + ' UTC' if moment else 'nothing yet; start with `shomar run`'}"
    yield from _section("last runs", [_run(run) for run in found.runs])
    yield from _section("warnings", [asdict(one) for one in found.warnings])
    yield from _section("rows", [{"table": name, "rows": number} for name, number in found.rows.items()])
    yield from _section(f"quarantine ({found.quarantined} in all)", [asdict(held) for held in found.quarantine])
    if any(asdict(found.reviews).values()):
        yield from _section("reviews", [asdict(found.reviews)])
    yield from _section("newest article by outlet", [asdict(one) for one in found.freshness])


def _run(run: "Run") -> dict[str, object]:
    return {name: value for name, value in asdict(run).items() if name not in ("run_id", "ended_at")}


def _section(title: str, rows: Sequence[Mapping[str, object]]) -> Iterator[str]:
    if rows:
        yield ""
        yield title
        yield from as_table(list(rows[0]), [list(row.values()) for row in rows], _UNBOUNDED)
