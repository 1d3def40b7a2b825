"""A run without its deeds: what it would take in. No Prefect, which would write."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from extract.engine import fingerprint, read
from extract.readers import read_sources
from flows.intake import Intake, chunks, known_quarantine
from flows.progress import watched
from flows.settings import Settings
from flows.summary import Summary
from load.journal import Journal, Run


def rehearse(sources: Sequence[str], settings: Settings) -> Summary:
    """What a run on these sources would take in; nothing is written."""
    journal, intake = Journal(settings.home), Intake()
    run = Run("dry", dt.datetime.now(dt.UTC), None, "dry")
    kinds: Counter[str] = Counter()
    seen, known = journal.seen(fingerprint()), known_quarantine(journal)
    for chunk in chunks(watched(read_sources(sources)), intake, settings, seen, known):
        for reading in read(chunk.documents):
            kinds.update(claim.kind for claim in reading.claims)
            run = intake.counted(
                run, dropped=int(reading.dropped), claims=len(reading.claims), rejections=len(reading.rejections)
            )
    return Summary(intake.counted(run), intake.missing, intake.quarantined, kinds)
