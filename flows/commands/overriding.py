"""The option of the commands that publish: to let bands pass, for a reason that is kept."""

from collections.abc import Callable

import click


def override(command: Callable[..., int | None]) -> Callable[..., int | None]:
    """Give a command the option `--override`; it takes the reason, or None, as `override`."""
    return click.option(
        "--override",
        metavar="REASON",
        callback=_reason,
        help="Publish although a measure is beyond its band; the reason is kept.",
    )(command)


def _reason(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value is not None and not value.strip():
        raise click.BadParameter("a reason is needed: say why the data are right all the same")
    return value
