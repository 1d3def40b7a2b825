"""A Prefect server for the length of a run, where none is named; it never outlives the run."""

import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from prefect.server.api.server import SubprocessASGIServer
from prefect.settings import get_current_settings

# Waits for the end of its input, which comes however the run ends, then stops the server.
_WATCH = 'read -r _; kill "$1" 2>/dev/null'


@contextmanager
def running_server() -> Iterator[None]:
    """Use the server that `PREFECT_API_URL` names, else start one and stop it in the end, after a signal too."""
    if get_current_settings().api.url:
        yield
        return
    server = SubprocessASGIServer()  # the very one that Prefect would start for itself
    watches: list[subprocess.Popen[bytes]] = []
    with _signals_raised():
        try:
            threading.Thread(target=_watch, args=(server, watches), daemon=True).start()
            server.start()
            yield
        finally:
            server.stop()
            for watch in watches:
                watch.kill()
                watch.communicate()


def _watch(server: SubprocessASGIServer, watches: list[subprocess.Popen[bytes]]) -> None:
    """Tie the server to this process from its first moment, so that a run that is killed outright takes it along."""
    while server.server_process is None:
        time.sleep(0.01)
    command = ["sh", "-c", _WATCH, "sh", str(server.server_process.pid)]
    watches.append(subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True))


@contextmanager
def _signals_raised() -> Iterator[None]:
    """Let SIGTERM and SIGHUP unwind the stack, as SIGINT does, instead of ending the process on the spot."""
    before = {}
    if threading.current_thread() is threading.main_thread():  # no other may set handlers
        for number in (signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) is signal.SIG_DFL:  # one that is ignored (nohup) stays so
                before[number] = signal.signal(number, _leave)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _leave(number: int, _: FrameType | None) -> None:
    raise SystemExit(128 + number)
