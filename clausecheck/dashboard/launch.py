"""Starts the dashboard's server with clausecheck's own settings, wherever it is installed."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from clausecheck.errors import UsageError

_HERE = Path(__file__).parent
SCRIPT = _HERE / "app.py"
SETTINGS = _HERE / "settings.toml"
NO_SAMPLES = "--no-samples"
#: Where the command's files are handed to the pages: one path a line, for the process that was started and no other.
FILES_VARIABLE = "CLAUSECHECK_DASHBOARD_FILES"


def launch(files: Sequence[Path] = (), samples: bool = True) -> int:
    """Run the dashboard until it is stopped; returns the exit status of the server.

    `files` are reviewed as one contract in every session that is opened, `samples` adds the sample contracts. Raises
    UsageError for a file that does not exist. The server listens on this machine only. STREAMLIT_SERVER_HEADLESS and
    STREAMLIT_SERVER_PORT are respected.
    """
    absent = [path.name for path in files if not path.is_file()]
    if absent:
        raise UsageError(f"There is no such file: {', '.join(absent)}.")
    environment = {**os.environ, FILES_VARIABLE: "\n".join(str(path.resolve()) for path in files)}
    try:
        return subprocess.run(command(samples), env=environment, check=False).returncode  # noqa: S603
    except KeyboardInterrupt:
        return 0


def command(samples: bool = True) -> list[str]:
    """The command line that `launch` runs."""
    arguments = [] if samples else ["--", NO_SAMPLES]
    return [sys.executable, "-m", "streamlit", "run", str(SCRIPT), *setting_flags(), *arguments]


def setting_flags() -> list[str]:
    """The settings of `settings.toml` as command-line flags, so that no folder decides which settings hold."""
    settings = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))
    return [f"--{name}={_flag_value(value)}" for name, one in _named(settings) for value in _as_list(one)]


def _named(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _named(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def _as_list(value: object) -> list[object]:
    """Lists become one flag for each value, as Streamlit reads them."""
    return value if isinstance(value, list) else [value]


def _flag_value(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
