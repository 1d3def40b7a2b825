"""One writer at a time, and none that blocks after its death."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from load.errors import DataFolderUnusable
from load.lock import AnotherWriter, writer

HOLD = """
import sys
from pathlib import Path
from load.lock import writer
with writer(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""
FORK = """
import os, sys
from pathlib import Path
from load.lock import writer
with writer(Path(sys.argv[1])):
    if not os.fork():
        print(os.getpid(), flush=True)
    sys.stdin.read()
"""


def start(code: str, home: Path) -> "subprocess.Popen[str]":
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", code, str(home)], stdin=pipe, stdout=pipe, text=True)


def test_a_second_writer_is_refused_and_told_who_holds_the_lock(tmp_path: Path) -> None:
    with start(HOLD, tmp_path) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(AnotherWriter, match=f"process {holder.pid}"), writer(tmp_path):
            pass
        holder.communicate("")
    with writer(tmp_path):
        pass


def test_a_killed_writer_leaves_nothing_that_blocks(tmp_path: Path) -> None:
    with start(HOLD, tmp_path) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        holder.kill()
        holder.wait()
        with writer(tmp_path):
            pass


def test_a_forked_worker_does_not_hold_the_lock_of_its_killed_parent(tmp_path: Path) -> None:
    with start(FORK, tmp_path) as holder:
        assert holder.stdout is not None
        worker = int(holder.stdout.readline())
        holder.kill()
        holder.wait()
        try:
            with writer(tmp_path):
                pass
        finally:
            os.kill(worker, signal.SIGKILL)


def test_the_lock_is_given_back_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), writer(tmp_path):
        raise RuntimeError
    with writer(tmp_path), pytest.raises(AnotherWriter, match=str(os.getpid())), writer(tmp_path):
        pass


def test_a_file_in_place_of_the_data_folder_is_explained(tmp_path: Path) -> None:
    home = tmp_path / "data"
    home.write_text("not a folder")
    with pytest.raises(DataFolderUnusable, match="a file stands where a folder is needed"), writer(home):
        pass
