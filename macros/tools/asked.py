"""What every command is asked: for its help, or for what it does."""

from __future__ import annotations

import sys
from collections.abc import Callable

HELP = ("--help", "-h")


def run(main: Callable[[list[str]], int], usage: str) -> int:
    """Run a command with the arguments of the process, and return its exit status. Asked for help it prints its usage
    and returns 0; no command has another option, and of one it is told with its usage on the standard error, with 2."""
    arguments = sys.argv[1:]
    if any(argument in HELP for argument in arguments):
        print(usage)
        return 0
    if option := next((argument for argument in arguments if argument.startswith("-")), None):
        print(f"{option}: no option; expected {HELP[0]}, or arguments as below\n{usage}", file=sys.stderr)
        return 2
    return main(arguments)
