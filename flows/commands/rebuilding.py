"""`shomar rebuild`: the whole database again from the journal and `seeds/`."""

import click

from flows.commands.common import Common, common, dry_run, print_summary, row_counts
from flows.settings import SEEDS


@click.command("rebuild")
@dry_run
@common
def command(options: Common, dry_run: bool) -> None:
    """Build the database again from the journal, check and publish it."""
    from load.build import rebuild
    from load.journal import Journal
    from load.lock import writer
    from load.publish import publish

    home = options.settings.home
    batches = len(Journal(home).batches())
    if dry_run:
        print_summary([f"would load {batches} batches; nothing was written"], {"batches": batches}, options)
        return
    with writer(home):
        rebuild(home, SEEDS)
        published = publish(home)
    lines = [f"batches   {batches} loaded again", f"snapshot  {published.database}", *row_counts(published.rows)]
    record = {"batches": batches, "rows": published.rows, "snapshot": str(published.database)}
    print_summary(lines, record, options)
