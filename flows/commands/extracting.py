"""`shomar extract`: claims only, without warehouse and without Prefect, one document after the other."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import click

from extract.engine import read
from extract.model import Document, Reading
from extract.readers import read_sources
from flows.commands.common import Common, common, dry_run, print_summary
from flows.intake import Intake, documents
from flows.outfile import replaced
from flows.progress import watched
from flows.settings import SEEDS
from transform.calibration import Calibration, load_calibration
from transform.claims import as_record, tidy
from transform.references import References, load_references

Write = Callable[[Reading], int]


@click.command("extract")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--out", metavar="FILE", help="Write to a file, which is replaced as a whole.")
@click.option("--format", "form", type=click.Choice(["jsonl", "parquet"]), default="jsonl", show_default=True)
@dry_run
@common
def command(options: Common, sources: tuple[str, ...], out: str | None, form: str, dry_run: bool) -> int:
    """Print the claims of files and folders, one JSON object a line."""
    if form == "parquet" and out is None and not dry_run:
        raise click.UsageError("--format parquet needs --out FILE")
    tally = Tally()
    references, calibration = load_references(SEEDS), load_calibration(SEEDS)
    items = documents(watched(read_sources(sources)), tally.intake)
    if dry_run:
        _copy(items, tally, lambda reading: len(reading.claims))
    else:
        with _writer(out, form, references, calibration) as write:
            _copy(items, tally, write)
    if out or dry_run:
        print_summary(tally.lines(), tally.record(), options)
    elif not options.quiet:  # stdout is for the claims
        print_summary(tally.lines(), tally.record(), options, sys.stderr)
    return 1 if tally.intake.missing else 0


@dataclass(slots=True)
class Tally:
    """What an extraction took in and gave."""

    intake: Intake = field(default_factory=Intake)
    dropped: int = 0
    claims: int = 0
    rejections: int = 0

    def record(self) -> dict[str, object]:
        """The numbers by name."""
        return {
            "documents": self.intake.documents,
            "dropped": self.dropped,
            "quarantined": self.intake.quarantined.total(),
            "missing": self.intake.missing,
            "claims": self.claims,
            "rejections": self.rejections,
        }

    def lines(self) -> Iterator[str]:
        """The numbers on one line."""
        yield ", ".join(f"{number} {name}" for name, number in self.record().items())


def _copy(items: Iterator[Document], tally: Tally, write: Write) -> None:
    for reading in read(items):
        tally.dropped += reading.dropped
        tally.rejections += len(reading.rejections)
        tally.claims += write(reading)


@contextmanager
def _writer(out: str | None, form: str, references: References, calibration: Calibration) -> Iterator[Write]:
    if form == "parquet" and out:
        from flows.parquet import parquet_writer

        with parquet_writer(Path(out), references, calibration) as write:
            yield write
        return
    with replaced(Path(out)) if out else nullcontext(sys.stdout) as handle:

        def write(reading: Reading) -> int:
            claims = tidy(reading, references)
            for claim in claims:
                record = as_record(claim, reading.document.article, calibration)
                handle.write(json.dumps(record, ensure_ascii=False) + "\n")
            return len(claims)

        yield write
