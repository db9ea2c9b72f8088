"""``python waiting.py`` in a project: MkDocs with the project's code loaded, which waits for what it is asked, and
answers with the exit status, a line each.

To load the code takes longer than most builds that fail. What is asked is done by a process of its own, forked from the
one that waits, and as if it had been started for it: what it changes ends with it.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from pathlib import Path
from typing import NoReturn

from quicker import quicken

PROJECT = Path.cwd()


def main() -> None:
    sys.path[0] = str(PROJECT)
    quicken()
    from mkdocs.config import load_config

    load_config("mkdocs.yml")  # and the hooks with it, which is all of the project's code
    gc.freeze()  # each process would look through all of it, and by that copy it
    for line in sys.stdin:
        process = os.fork()
        if not process:
            run(**json.loads(line))
        print(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), flush=True)


def run(arguments: list[str], environment: dict[str, str], output: str, errors: str) -> NoReturn:
    """``mkdocs`` with these arguments, which writes to these files."""
    from mkdocs.__main__ import cli

    for stream, file, mode in ((0, os.devnull, os.O_RDONLY), (1, output, os.O_WRONLY), (2, errors, os.O_WRONLY)):
        os.dup2(os.open(file, mode | os.O_CREAT | os.O_TRUNC), stream)
    os.chdir(PROJECT)  # a new folder, of the same name
    os.environ.update(environment)
    cli(arguments, prog_name="mkdocs")
    raise AssertionError("click ends the process")


if __name__ == "__main__":
    main()
