"""A command's function -> a process: errors become one line on stderr and exit code 2."""

import sys
from collections.abc import Callable
from typing import Any

import typer

from index.errors import CewenError

BAD_INPUT = 2


def run_command(main: Callable[..., Any] | typer.Typer) -> None:
    """Run a typer function or app as the process's command and exit.

    Exit codes: 0 on success only, 2 with one clear line on stderr on bad input or anything the project itself refuses.
    """
    app = main if isinstance(main, typer.Typer) else _single(main)
    try:
        code = app(standalone_mode=False)
    except CewenError as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        sys.exit(BAD_INPUT)
    except typer.TyperException as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        sys.exit(BAD_INPUT)
    except (typer.Abort, KeyboardInterrupt):
        sys.exit(130)
    sys.exit(code if isinstance(code, int) else 0)


def _single(main: Callable[..., Any]) -> typer.Typer:
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    app.command()(main)
    return app
