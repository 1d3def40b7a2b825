"""`shomar export`: the published snapshot in a folder of one's own."""

from pathlib import Path

import click

from flows.commands.common import Common, common, dry_run, print_summary


@click.command("export")
@click.argument("directory", metavar="[DIR]", required=False)
@click.option("--format", "form", type=click.Choice(["parquet", "csv", "xlsx"]), default="parquet", show_default=True)
@dry_run
@common
def command(options: Common, directory: str | None, form: str, dry_run: bool) -> None:
    """Write the published tables into a folder.

    DIR is replaced as a whole; without it, exports/FORMAT in the data folder.
    """
    from load.export import export
    from load.published import snapshot, tables

    home = options.settings.home
    place = Path(directory) if directory else home / "exports" / form
    if dry_run:
        with snapshot(home) as con:
            rows = {name: len(con.table(name)) for name in tables(con)}
    else:
        rows = export(home, place, form)  # type: ignore[arg-type]  # click lets no other value through
    lines = [f"{number:>9} {name}" for name, number in rows.items()]
    lines.append(f"would be written to {place}; nothing was" if dry_run else f"written to {place}")
    print_summary(lines, {"rows": rows, "directory": str(place), "dry_run": dry_run}, options)
