"""`shomar export`: the published snapshot in a folder of one's own."""

from pathlib import Path

import click

from flows.commands.common import Common, common, dry_run, print_summary, row_counts


@click.command("export")
@click.argument("directory", metavar="[DIR]", required=False)
@click.option("--format", "form", type=click.Choice(["parquet", "csv", "xlsx"]), default="parquet", show_default=True)
@dry_run
@common
def command(options: Common, directory: str | None, form: str, dry_run: bool) -> None:
    """Write the published tables into a folder: Parquet and CSV for programs, XLSX for people.

    DIR is replaced as a whole; without it, exports/FORMAT in the data folder.
    """
    from load.export import export, planned

    home = options.settings.home
    place = Path(directory) if directory else home / "exports" / form
    rows = planned(home, form) if dry_run else export(home, place, form)  # type: ignore[arg-type]  # click checks it
    lines = [f"folder    {place}{' (a dry run: nothing was written)' if dry_run else ''}", *row_counts(rows)]
    print_summary(lines, {"rows": rows, "directory": str(place), "dry_run": dry_run}, options)
