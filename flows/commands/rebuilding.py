"""`shomar rebuild`: the whole database again from the journal and `seeds/`."""

import click

from flows.commands.common import Common, common, dry_run, print_summary, row_counts
from flows.commands.overriding import override
from flows.settings import SEEDS


@click.command("rebuild")
@override
@dry_run
@common
def command(options: Common, dry_run: bool, override: str | None) -> None:
    """Build the database again from the journal, check and publish it."""
    from flows.summary import gate_lines, gate_record, warn
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
        published = publish(home, override)
    warn(published.gates)
    lines = [f"batches   {batches} loaded again", f"snapshot  {published.database}", *row_counts(published.rows)]
    lines += gate_lines(published.gates)
    record = {"batches": batches, "rows": published.rows, "snapshot": str(published.database)}
    record |= gate_record(published.gates)
    print_summary(lines, record, options)
