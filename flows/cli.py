"""`shomar`: the command that a person and a scheduler both call."""

import io
import logging
import os
import sys
from collections.abc import Sequence
from typing import TextIO

import click

from flows.commands import explaining, exporting, extracting, querying, rebuilding, reviewing, running, standing

LOG = logging.getLogger("shomar")

DONE, FAILED, WRONG_USAGE, HELD_BACK, ANOTHER_WRITER = range(5)
_INTERRUPTED = 130  # as a shell says it


class _InOrder(click.Group):
    """Lists its commands in the order in which one meets them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(cls=_InOrder, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
def commands() -> None:
    """Shomar reads news and keeps the numbers that it states about civil society."""


for _module in (running, extracting, explaining, querying, exporting, reviewing, standing, rebuilding):
    commands.add_command(_module.command)


def main() -> None:
    """The entry point: ends the process with the exit code of the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # data is UTF-8 whatever the locale says
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    code = call(sys.argv[1:])
    if "prefect" in sys.modules:
        # Prefect holds on to what a flow used beyond the end of DuckDB's binding, which then prints pages about leaks
        # below the last line that matters. All has been said by now.
        sys.stderr.flush()
        _discard(sys.stderr)
    sys.exit(code)


def call(arguments: Sequence[str]) -> int:
    """Run a command and give its exit code. What a person can mend is said in one line, without a traceback."""
    try:
        returned = commands.main(list(arguments), prog_name="shomar", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.format_message(), file=sys.stderr)
        return WRONG_USAGE
    except click.UsageError as error:
        name = error.ctx.command_path if error.ctx else "shomar"
        message = " ".join(error.format_message().split()).rstrip(".")
        print(f"{name}: {message}; see `{name} --help`", file=sys.stderr)
        return WRONG_USAGE
    except click.Abort:
        print("shomar: interrupted; run it again to go on", file=sys.stderr)
        return _INTERRUPTED
    except SystemExit as end:  # click leaves so when the reader of stdout is gone
        return end.code if isinstance(end.code, int) else FAILED
    except BrokenPipeError:
        _discard(sys.stdout)
        return FAILED
    except Exception as error:
        return _failed(error)
    return returned if isinstance(returned, int) else DONE


def _discard(stream: TextIO) -> None:
    """Send what is still to be written nowhere, so that nothing complains at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _failed(error: Exception) -> int:
    from extract.seeds import SeedError
    from load.checks import HeldBack
    from load.errors import LoadError
    from load.lock import AnotherWriter
    from load.merge import WrongRows

    with_traceback = error if LOG.isEnabledFor(logging.DEBUG) else None
    if isinstance(error, LoadError | SeedError | click.ClickException):
        LOG.error("%s", error, exc_info=with_traceback)
    elif isinstance(error, OSError) and error.strerror:
        LOG.error("%s: %s; make room or write elsewhere", error.filename or "output", error.strerror)
        _discard(sys.stdout)
    else:
        said = " ".join(str(error).split())
        LOG.error("%s: %s; -v shows where", type(error).__name__, said, exc_info=with_traceback)
    if isinstance(error, AnotherWriter):
        return ANOTHER_WRITER
    return HELD_BACK if isinstance(error, HeldBack | WrongRows) else FAILED
