"""`shomar review`: claims for people to look at, and what they decided."""

import datetime as dt
from pathlib import Path

import click

from flows.commands.common import Common, common, dry_run, print_summary
from flows.outfile import staged
from flows.settings import SEEDS


@click.group("review")
def command() -> None:
    """Let people look at claims: a sheet goes out, decisions come in."""


@command.command("export")
@click.argument("file", metavar="[FILE]", required=False)
@click.option("--limit", type=click.IntRange(1, 5_000), default=200, show_default=True, help="At most so many claims.")
@dry_run
@common
def export(options: Common, file: str | None, limit: int, dry_run: bool) -> None:
    """Write the claims that most need eyes to an Excel sheet.

    Without FILE, exports/review.xlsx in the data folder.
    """
    from load.published import snapshot
    from load.review_queue import known_until, wanted
    from load.review_sheet import write
    from load.review_words import load_words
    from load.reviews import decisions

    home = options.settings.home
    path = Path(file) if file else home / "exports" / "review.xlsx"
    with snapshot(home) as con:
        _check_unread(home, path)
        rows = wanted(con, decisions(home), limit)
        if not dry_run:
            with staged(path) as new:
                write(new, rows, load_words(con, SEEDS), known_until(con))
    again = sum(row["review_id"] is not None for row in rows)
    lines = [
        f"sheet     {path}{' (a dry run: nothing was written)' if dry_run else ''}",
        f"claims    {len(rows)} to look at, {again} of them again because the text changed",
    ]
    record = {"claims": len(rows), "reopened": again, "file": str(path), "dry_run": dry_run}
    print_summary(lines, record, options)


@command.command("import")
@click.argument("file", metavar="FILE")
@click.option("--reviewer", metavar="NAME", help="Who decided, where the sheet does not say.")
@dry_run
@common
def import_(options: Common, file: str, reviewer: str | None, dry_run: bool) -> None:
    """Keep what a filled sheet decides; the next run or rebuild applies it.

    A sheet with a bad row imports nothing, and says every bad row.
    """
    from load.lock import writer
    from load.review_import import import_sheet
    from load.reviews import CHOICES

    home = options.settings.home
    moment = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    if dry_run:
        done = import_sheet(home, Path(file), SEEDS, moment, reviewer, dry_run=True)
    else:
        with writer(home):
            done = import_sheet(home, Path(file), SEEDS, moment, reviewer)
    by_choice: dict[str, int] = {choice: sum(one.decision == choice for one in done.new) for choice in CHOICES}
    listed = ", ".join(f"{number} {choice}" for choice, number in by_choice.items() if number)
    lines = [f"decisions  {len(done.new)} new{': ' + listed if listed else ''}; {done.known} known before"]
    if dry_run:
        lines.append("dry run    nothing was written")
    elif done.file:
        lines.append(f"kept in    {done.file}")
        lines.append("next       `shomar run` or `shomar rebuild` applies them")
    record = {"new": len(done.new), "known": done.known, **by_choice}
    print_summary(lines, {**record, "file": str(done.file) if done.file else None, "dry_run": dry_run}, options)


def _check_unread(home: Path, path: Path) -> None:
    """A sheet that somebody has filled in is not written over before it was imported; nor is another file."""
    from load.review_import import pending
    from load.review_sheet import NotAReviewSheet

    if not path.is_file():
        return
    try:
        left = pending(home, path, SEEDS)
    except NotAReviewSheet:
        raise click.ClickException(f"{path}: is no review sheet of ours; name another file") from None
    if left:
        raise click.ClickException(
            f"{path}: holds {left} decisions that are not imported; "
            "`shomar review import` it first, or name another file"
        )
