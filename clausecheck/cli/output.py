"""Where results, messages and progress go: results to standard output or a file, all else to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from clausecheck.errors import UsageError

_BINARY = frozenset({"docx", "xlsx"})


def choose_format(format_name: str | None, output: Path | None, formats: Sequence[str]) -> str:
    """The format asked for, else the one that the output's ending names, else a table."""
    ending = output.suffix.lower().removeprefix(".") if output else ""
    return format_name or (ending if ending in formats else "table")


def check_output(output: Path | None, format_name: str) -> None:
    """Refuse what cannot be written before anything is read: a review may take a while."""
    if output is None:
        if format_name in _BINARY and sys.stdout.isatty():
            raise UsageError(f"A {format_name} file cannot be shown here. Name a file with -o, "
                             f"for example -o report.{format_name}.")
    elif output.is_dir():
        raise UsageError(f"{output} is a folder. Name a file in it.")
    elif not output.parent.is_dir():
        raise UsageError(f"There is no folder {output.parent}. Make it first, or write elsewhere.")
    elif not os.access(output if output.exists() else output.parent, os.W_OK):
        raise UsageError(f"{output} may not be written. Choose another folder, or ask for the right to write there.")


def write_output(data: bytes, output: Path | None) -> None:
    """Write a report to the file, or to standard output where none is named."""
    if output is None:
        write_bytes(data)
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        raise UsageError(f"{output} could not be written: {error.strerror or 'the disk refused it'}.") from error
    say(f"Written: {output}")


def write_bytes(data: bytes) -> None:
    """Write bytes to standard output as they are, whatever encoding the terminal has."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def say(*lines: str) -> None:
    """Print lines to standard error, without characters that steer a terminal."""
    from clausecheck.report.clean import clean

    for line in lines:
        click.echo(clean(line), err=True)


@contextmanager
def show_progress() -> Iterator[Callable[[str], None]]:
    """Shows what is being done while it is done, on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.markup import escape

    from clausecheck.report.clean import clean

    with Console(stderr=True).status("") as status:
        yield lambda words: status.update(escape(clean(words)))
