"""`shomar run`: the main job, as one flow run."""

import asyncio
from typing import TYPE_CHECKING

import click

from flows.commands.common import Common, common, dry_run, print_summary
from flows.commands.overriding import override
from flows.settings import SEEDS, quiet_prefect

if TYPE_CHECKING:
    from flows.summary import Summary


@click.command("run")
@click.argument("sources", nargs=-1, metavar="[SOURCE...]")
@override
@dry_run
@common
def command(options: Common, sources: tuple[str, ...], dry_run: bool, override: str | None) -> int:
    """Read files and folders, keep their claims, check, publish.

    Without a SOURCE it reads seeds/news.
    """
    from flows.rehearsal import rehearse

    chosen = list(sources) or [str(SEEDS / "news")]
    summary = rehearse(chosen, options.settings) if dry_run else _run(chosen, options, override)
    print_summary(summary.lines(), summary.record(), options)
    return 1 if summary.missing else 0


def _run(sources: list[str], options: Common, override: str | None) -> "Summary":
    from load.lock import writer

    home = options.settings.home
    with writer(home):
        pass  # a folder that is closed or in use is told of now, not after the seconds that Prefect takes to start
    quiet_prefect(home, verbose=options.verbose)
    from flows.ingest import ingest
    from flows.server import running_server

    with running_server():
        return asyncio.run(ingest(sources, str(home), override=override))
