"""Sources in, batches of new documents out, with a count of everything that went by."""

import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from extract.model import Document, Quarantined
from extract.readers import Missing
from flows.settings import Settings

if TYPE_CHECKING:  # `shomar extract` counts too, and does without Arrow
    from load.journal import Journal, Run

LOG = logging.getLogger("shomar")

Item = Document | Quarantined | Missing


@dataclass(frozen=True, slots=True)
class Chunk:
    """New documents, as many as one batch takes, and the input between them that could not be read."""

    documents: list[Document] = field(default_factory=list)
    quarantined: list[Quarantined] = field(default_factory=list)


@dataclass(slots=True)
class Intake:
    """What has been read so far; it grows while `chunks` or `documents` is consumed."""

    documents: int = 0
    unchanged: int = 0
    missing: int = 0
    quarantined: Counter[str] = field(default_factory=Counter)  # by reason

    def note(self, item: Item) -> None:
        """Count an item; one that is no document is logged in one line."""
        if isinstance(item, Document):
            self.documents += 1
        elif isinstance(item, Missing):
            self.missing += 1
            LOG.error("%s", item.detail)
        else:
            self.quarantined[item.reason] += 1
            LOG.warning("%s (quarantined)", item.detail)

    def counted(self, run: "Run", *, dropped: int = 0, claims: int = 0, rejections: int = 0) -> "Run":
        """The run with what has been read so far, and with what one more batch gave."""
        return replace(
            run,
            documents=self.documents,
            unchanged=self.unchanged,
            quarantined=self.quarantined.total(),
            dropped=run.dropped + dropped,
            claims=run.claims + claims,
            rejections=run.rejections + rejections,
        )


def known_quarantine(journal: "Journal") -> set[Quarantined]:
    """All input that the journal holds in quarantine."""
    return {item for batch in journal.batches() if batch.quarantined for item in journal.quarantined(batch)}


def documents(items: Iterable[Item], intake: Intake) -> Iterator[Document]:
    """The documents among the items, lazily."""
    for item in items:
        intake.note(item)
        if isinstance(item, Document):
            yield item


def chunks(
    items: Iterable[Item], intake: Intake, settings: Settings, seen: set[str], known: set[Quarantined]
) -> Iterator[Chunk]:
    """Batches of the documents whose records are not in `seen` and of quarantined input not in `known`, lazily.

    Both sets grow as it goes: what one run meets twice is taken once.
    """
    chunk, characters = Chunk(), 0
    for item in items:
        intake.note(item)
        if isinstance(item, Quarantined) and item not in known:
            known.add(item)
            chunk.quarantined.append(item)
        elif isinstance(item, Document) and item.record_hash in seen:
            intake.unchanged += 1
        elif isinstance(item, Document):
            seen.add(item.record_hash)
            chunk.documents.append(item)
            characters += len(item.text)
        full = len(chunk.documents) + len(chunk.quarantined) >= settings.batch_documents
        if full or characters >= settings.batch_characters:
            yield chunk
            chunk, characters = Chunk(), 0
    if chunk.documents or chunk.quarantined:
        yield chunk
