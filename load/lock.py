"""One writer at a time for a data folder."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from load.errors import LoadError, explained

_held: set[int] = set()


class AnotherWriter(LoadError):
    """Another run is writing to this data folder."""


@contextmanager
def writer(home: Path) -> Iterator[None]:
    """Hold the data folder for one run; AnotherWriter, at once, while another process or thread holds it.

    The system gives the lock back when its holder ends, however it ends; the file that stays behind blocks nobody.
    """
    with explained(home):
        home.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(home / "writer.lock", os.O_RDWR | os.O_CREAT, 0o644)
    _held.add(descriptor)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AnotherWriter(_message(home, descriptor)) from None
        with explained(home):
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        if descriptor in _held:  # not so in a forked worker, where the number may stand for another file by now
            _held.remove(descriptor)
            os.close(descriptor)


def _message(home: Path, descriptor: int) -> str:
    pid = os.pread(descriptor, 20, 0).decode("ascii", "replace").strip()  # empty in the moment before it is written
    holder = f" (process {pid})" if pid else ""
    return f"{home}: another run is writing here{holder}; wait until it ends, then run again"


def _let_go() -> None:
    # A forked worker shares the lock and would go on holding it after its parent is killed.
    for descriptor in _held:
        os.close(descriptor)
    _held.clear()


os.register_at_fork(after_in_child=_let_go)
