"""`shomar explain`: why a claim is as it is, or what would become of a text."""

import datetime as dt
from typing import TYPE_CHECKING

import click

from extract.engine import read_one
from extract.model import Document, Reading
from flows.commands.common import Common, common, print_summary
from flows.explanation import as_lines, explained, rejected, rejected_lines
from flows.settings import SEEDS
from transform.calibration import load_calibration
from transform.references import load_references

if TYPE_CHECKING:
    from pathlib import Path


@click.command("explain")
@click.argument("claim_id", required=False)
@click.option("--text", metavar="TEXT", help="Explain what this text gives; nothing is stored.")
@click.option("--published", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day on which TEXT appeared.")
@common
def command(options: Common, claim_id: str | None, text: str | None, published: dt.datetime | None) -> None:
    """Say why a claim is as it is, or what a text gives.

    With --text also the numbers that are no claims, and why.
    """
    if (claim_id is None) == (text is None):
        raise click.UsageError("give either CLAIM_ID or --text TEXT")
    if published and text is None:
        raise click.UsageError("--published goes with --text")
    references, calibration = load_references(SEEDS), load_calibration(SEEDS)
    if text is not None:
        day = published.date() if published else None
        reading = read_one(Document("text", "text", text, "--text", published=day))
        found = explained(reading, references, calibration)
        rejections = rejected(reading)
        lines = [line for one in found for line in as_lines(one)] + rejected_lines(rejections)
        if reading.dropped:
            lines = ["no word of civil society, or no number: the cheap look ended it"]
        record: dict[str, object] = {"dropped": reading.dropped, "claims": found, "rejections": rejections}
        print_summary(lines, record, options)
        return
    assert claim_id is not None
    found = explained(_reading(options.settings.home, claim_id), references, calibration)
    one = next(one for one in found if one["claim_id"] == claim_id)
    print_summary(as_lines(one), one, options)


def _reading(home: "Path", claim_id: str) -> Reading:
    """The reading that holds a published claim, as the journal keeps it."""
    from load.journal import Journal
    from load.published import snapshot

    with snapshot(home) as con:
        row = con.execute("SELECT document_id, batch_id FROM claims WHERE claim_id = ?", [claim_id]).fetchone()
    journal = Journal(home)
    for batch in journal.batches() if row else ():
        if row and batch.batch_id == row[1]:
            return next(one for one in journal.readings(batch) if one.document.document_id == row[0])
    raise click.ClickException(
        f"{claim_id}: no such claim is published; `shomar sql 'select claim_id, evidence from claims'` lists them"
    )
