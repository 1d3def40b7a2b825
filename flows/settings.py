"""Where a run's data lie, and how much it takes at a time."""

import os
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
SEEDS = REPOSITORY / "seeds"


BATCH_DOCUMENTS = 2_000
BATCH_CHARACTERS = 8_000_000  # few long documents fill a batch as well as many short ones do


@dataclass(frozen=True, slots=True)
class Settings:
    """Passed on as it is; nothing below reads the environment."""

    home: Path
    batch_documents: int = BATCH_DOCUMENTS
    batch_characters: int = BATCH_CHARACTERS


def settings_for(home: str | Path | None = None) -> Settings:
    """The settings of a data folder: the one given, else `$SHOMAR_HOME`, else `data/` in the repository."""
    chosen = home or os.environ.get("SHOMAR_HOME") or REPOSITORY / "data"
    return Settings(Path(chosen).expanduser().absolute())


def quiet_prefect(home: Path, *, verbose: bool = False) -> None:
    """Keep Prefect's files in the data folder and Prefect to itself. To be called before Prefect is imported.

    What the environment says already is left as it is. Errors are ours to report: Prefect's console speaks only
    with `-v`.
    """
    wanted = {
        "PREFECT_HOME": str(home / ".prefect"),
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",  # a busy machine takes longer than the default 20
        "PREFECT_LOGGING_LEVEL": "INFO" if verbose else "WARNING",
        "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "INFO" if verbose else "CRITICAL",
    }
    if "PREFECT_API_URL" not in os.environ:
        wanted["PREFECT_LOGGING_TO_API_ENABLED"] = "false"  # nobody can look into a server that ends with the run
    for name, value in wanted.items():
        os.environ.setdefault(name, value)
