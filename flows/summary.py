"""What a run did, in numbers that add up: for a person, for a program, for Prefect's pages."""

import logging
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from load.journal import Run
from load.overrides import SILENT, Gates
from load.published import snapshot

LOG = logging.getLogger("shomar")


@dataclass(frozen=True, slots=True)
class Summary:
    """A run that ended well, or a dry one, which has no snapshot. documents = taken + unchanged + dropped."""

    run: Run
    missing: int
    quarantined: Mapping[str, int]  # by reason
    claims: Mapping[str, int]  # by kind: all of the snapshot; of a dry run the new ones
    snapshot: Path | None = None
    exports: Path | None = None
    gates: Gates = SILENT

    @property
    def taken(self) -> int:
        """New documents, or ones read under other rules before, that passed the cheap look."""
        return self.run.documents - self.run.unchanged - self.run.dropped

    def record(self) -> dict[str, object]:
        """The summary as an object of JSON."""
        return {
            "run_id": self.run.run_id,
            "outcome": self.run.outcome,
            "documents": self.run.documents,
            "taken": self.taken,
            "unchanged": self.run.unchanged,
            "dropped": self.run.dropped,
            "quarantined": self.run.quarantined,
            "quarantined_by_reason": dict(self.quarantined),
            "missing": self.missing,
            "claims_new": self.run.claims,
            "claims_by_kind": dict(self.claims),
            "rejections_new": self.run.rejections,
            "snapshot": str(self.snapshot) if self.snapshot else None,
            "exports": str(self.exports) if self.exports else None,
            **gate_record(self.gates),
        }

    def lines(self) -> Iterator[str]:
        """The summary for a person."""
        run = self.run
        parts = f"{self.taken} taken + {run.unchanged} unchanged + {run.dropped} dropped"
        yield f"documents    {run.documents} read = {parts}"
        yield f"quarantined  {run.quarantined}{_listed(self.quarantined)}"
        if self.missing:
            yield f"missing      {self.missing}"
        yield f"claims       {run.claims} read; {sum(self.claims.values())} in all{_listed(self.claims)}"
        yield f"rejections   {run.rejections} read"
        yield from gate_lines(self.gates)
        if self.snapshot and self.exports:
            yield f"snapshot     {_near(self.snapshot)}"
            yield f"exports      {_near(self.exports)}"
        else:
            yield "dry run      nothing was written"


def warn(gates: Gates) -> None:
    """Log what is warned of."""
    for warning in gates.warnings:
        LOG.warning("%s (published all the same)", warning)


def gate_lines(gates: Gates) -> Iterator[str]:
    """What the gates said, for a person; nothing where they had nothing to say."""
    for warning in gates.warnings:
        yield f"warning      {warning}"
    for name in gates.overridden:
        yield f"overridden   {name}: {gates.reason}"
    if gates.reason and not gates.overridden:
        yield "override     not needed, and none is recorded: every check passed"


def gate_record(gates: Gates) -> dict[str, object]:
    """The same as part of an object of JSON."""
    return {
        "warnings": [asdict(warning) for warning in gates.warnings],
        "overridden": list(gates.overridden),
        "override_reason": gates.reason if gates.overridden else None,
    }


def claims_by_kind(home: Path) -> dict[str, int]:
    """How many claims of each kind the published snapshot holds."""
    with snapshot(home) as con:
        return dict(con.execute("SELECT kind, count(*) FROM claims GROUP BY kind ORDER BY kind").fetchall())


def _listed(numbers: Mapping[str, int]) -> str:
    return ": " + ", ".join(f"{number} {name}" for name, number in sorted(numbers.items())) if numbers else ""


def _near(path: Path) -> str:
    """A path as one would type it here."""
    return os.path.relpath(path) if path.is_relative_to(Path.cwd()) else str(path)
