"""What every command shares: its options, its log, and how a summary is printed."""

import functools
import json
import logging
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO

import click

from flows.settings import Settings, settings_for

LOG = logging.getLogger("shomar")


@dataclass(frozen=True, slots=True)
class Common:
    """The options that stand on every command."""

    settings: Settings
    as_json: bool
    quiet: bool
    verbose: bool


def common(command: Callable[..., int | None]) -> Callable[..., int | None]:
    """Give a command the options of all commands; it takes them as its first argument and returns an exit code."""

    @click.option(
        "--home", metavar="DIR", help="Where data lives. [default: $SHOMAR_HOME, else data/ in the repository]"
    )
    @click.option("--json", "as_json", is_flag=True, help="The summary as one JSON object.")
    @click.option("-q", "--quiet", is_flag=True, help="Errors only.")
    @click.option("-v", "--verbose", is_flag=True, help="More detail, and a traceback where something fails.")
    @functools.wraps(command)
    def wrapped(home: str | None, as_json: bool, quiet: bool, verbose: bool, **others: object) -> int | None:
        level = logging.DEBUG if verbose else logging.ERROR if quiet else logging.WARNING
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("shomar: %(message)s"))
        LOG.handlers[:] = [handler]
        LOG.setLevel(level)
        LOG.propagate = False
        return command(Common(settings_for(home), as_json, quiet, verbose), **others)

    return wrapped


def dry_run(command: Callable[..., int | None]) -> Callable[..., int | None]:
    """The option of every command that writes."""
    return click.option("--dry-run", is_flag=True, help="Say what would change and write nothing.")(command)


def print_summary(lines: Iterable[str], record: dict[str, object], options: Common, to: IO[str] | None = None) -> None:
    """A summary for a person, or with `--json` for a program."""
    text = json.dumps(record, ensure_ascii=False) if options.as_json else "\n".join(lines)
    print(text, file=to or sys.stdout)


def row_counts(rows: Mapping[str, int]) -> Iterator[str]:
    """Rows by table, a line each."""
    wide = max(map(len, rows), default=0)
    return (f"  {name:<{wide}}  {number:>9}" for name, number in rows.items())
