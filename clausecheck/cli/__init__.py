"""The command line: `clausecheck review`, `compare`, `explain`, `text`, `library` and `dashboard`.

Exit status: 0 nothing to report, 1 gaps or conflicts found, 2 the call or the library is wrong, 3 a file could not be
read (the others are still reported), 70 a mistake in clausecheck itself, 130 stopped by the user. Whatever is slow to
import is imported inside the commands.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import click

from clausecheck.cli.knowledge import library
from clausecheck.cli.output import say
from clausecheck.cli.reviewing import compare, explain, review, text
from clausecheck.cli.status import MISTAKE, NOTHING, STOPPED, UNREADABLE, USAGE
from clausecheck.errors import ClausecheckError, DocumentError, LibraryError

__all__ = ["commands", "main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    try:
        status = commands.main(args=None if arguments is None else list(arguments), prog_name="clausecheck",
                               standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return USAGE
    except LibraryError as error:
        say("The clause library has mistakes:", *(f"- {mistake}" for mistake in error.mistakes))
        return USAGE
    except ClausecheckError as error:
        say(f"clausecheck: {error}")
        return UNREADABLE if isinstance(error, DocumentError) else USAGE
    except (KeyboardInterrupt, click.Abort):
        say("Stopped.")
        return STOPPED
    except BrokenPipeError:
        return _close_output()
    except Exception:
        say(traceback.format_exc(), "clausecheck: this is a mistake in clausecheck itself; please report it.")
        return MISTAKE
    return status if isinstance(status, int) else NOTHING


def _close_output() -> int:
    """The reader of our output has gone: nobody is left to tell, and Python must not complain of it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return NOTHING


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="clausecheck", message="%(prog)s %(version)s")
def commands() -> None:
    """Read use restrictions in AI contracts: what they say, how firm they are, and what is missing.

    Reports inform; they are not legal advice.
    """


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="[FILE]...")
def dashboard(files: tuple[Path, ...]) -> int:
    """Open the dashboard in the browser, with FILE... as one contract if any are given."""
    from clausecheck.dashboard.launch import launch

    return launch(files)


for command in (review, compare, explain, text, library, dashboard):
    commands.add_command(command)
