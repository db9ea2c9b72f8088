"""What every command is asked: for its help, or for what it does."""

from __future__ import annotations

import ast
import contextlib
import io
import sys
from collections.abc import Callable
from pathlib import Path

HELP = ("--help", "-h")


def usage(file: str) -> str:
    """What the module of a command says of itself. It is read from its file, since Python keeps no docstrings where it
    is told so (``-OO``)."""
    return ast.get_docstring(ast.parse(Path(file).read_text(encoding="utf-8"))) or ""


def run(main: Callable[[list[str]], int], usage: str) -> int:
    """Run a command with the arguments of the process, and return its exit status. Asked for help it prints its usage
    and returns 0; no command has another option, and of one it is told with its usage on the standard error, with 2.
    So it is of a file that cannot be read or written, and where nobody takes what it prints."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # names of files may hold what the terminal does not know
    try:
        status = _run(main, usage)
        print(end="", flush=True)
    except OSError as error:
        with contextlib.suppress(OSError, AttributeError):
            sys.stdout.close()  # or Python would try once more at its end
        print(f"{error.filename or 'the standard output'}: {error.strerror}", file=sys.stderr)
        return 2
    return status


def _run(main: Callable[[list[str]], int], usage: str) -> int:
    arguments = sys.argv[1:]
    if any(argument in HELP for argument in arguments):
        print(usage)
        return 0
    if option := next((argument for argument in arguments if argument.startswith("-")), None):
        print(f"{option}: no option; expected {HELP[0]}, or arguments as below\n{usage}", file=sys.stderr)
        return 2
    return main(arguments)
