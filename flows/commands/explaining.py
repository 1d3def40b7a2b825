"""`shomar explain`: why a claim is as it is, or what would become of a text."""

import datetime as dt
import json
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

_WHERE = "SELECT document_id FROM appearances WHERE appearance_id = ?"
# What was decided about the claim where it stands here, else about one of its copies.
_DECIDED = """
SELECT r.decision, r.corrections, r.reason, r.reviewer
FROM appearances AS x
INNER JOIN claims AS c USING (claim_id)
INNER JOIN appearances AS other USING (claim_id)
INNER JOIN reviews AS r ON r.claim_id = other.appearance_id
WHERE x.appearance_id = ? AND c.review IS NOT NULL
ORDER BY r.claim_id <> x.appearance_id, r.decided_at DESC
LIMIT 1
"""


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
    reading, review = _published(options.settings.home, claim_id)
    found = explained(reading, references, calibration)
    one = {**next(one for one in found if one["claim_id"] == claim_id), "review": review}
    print_summary(as_lines(one), one, options)


def _published(home: "Path", claim_id: str) -> tuple[Reading, dict[str, object] | None]:
    """The last reading that gave a published claim or a copy of it, and what a reviewer decided about it."""
    from load.journal import Journal
    from load.published import snapshot

    with snapshot(home) as con:
        where = con.execute(_WHERE, [claim_id]).fetchone()
        decided = con.execute(_DECIDED, [claim_id]).fetchone()
    journal = Journal(home)
    batches = [batch for batch in reversed(journal.batches()) if where and where[0] in journal.ids(batch)]
    readings = (reading for batch in batches for reading in journal.readings(batch))
    reading = next((one for one in readings if any(claim.claim_id == claim_id for claim in one.claims)), None)
    if reading is None:
        raise click.ClickException(
            f"{claim_id}: no such claim is published; `shomar sql 'select claim_id, evidence from claims'` lists them"
        )
    return reading, _review(*decided) if decided else None


def _review(decision: str, corrections: str | None, reason: str, reviewer: str | None) -> dict[str, object]:
    said = json.loads(corrections) if corrections else None
    return {"decision": decision, "corrections": said, "reason": reason, "reviewer": reviewer}
