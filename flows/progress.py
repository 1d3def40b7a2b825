"""A count of what goes by, for a person before a terminal."""

import logging
import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click

LOG = logging.getLogger("shomar")

_Item = TypeVar("_Item")


def watched(items: Iterable[_Item]) -> Iterator[_Item]:
    """The items; on a terminal, unless it is to be quiet, with their number on stderr as they go by."""
    if not (sys.stderr.isatty() and LOG.isEnabledFor(logging.WARNING)):
        yield from items
        return
    with click.progressbar(items, label="reading", show_pos=True, file=sys.stderr) as bar:
        yield from bar
