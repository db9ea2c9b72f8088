"""Templates compiled once for all projects that the tests build; ``python compiling.py …`` is ``mkdocs`` with them.

To compile them takes a fifth of a build of a small world, and the copies of the project have the same ones.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from pathlib import Path
from types import CodeType

import jinja2

COMPILED = Path(__file__).resolve().parent.parent / ".cache/compiled-in-tests"
"""Code by what it is compiled from: a template's source, and how its environment reads it."""


def compile_once() -> None:
    """Let this process compile no template that another compiled."""
    plain = jinja2.Environment.compile
    COMPILED.mkdir(parents=True, exist_ok=True)

    def compiled(
        self: jinja2.Environment, source: str, name: str | None = None, filename: str | None = None, *rest: bool
    ) -> CodeType:
        way = (self.autoescape, self.undefined.__name__, self.trim_blocks, self.lstrip_blocks, sorted(self.extensions))
        told = repr((sys.version, jinja2.__version__, type(self).__name__, way, source, name, rest))
        kept = COMPILED / hashlib.sha256(told.encode()).hexdigest()
        if not kept.exists():
            made = kept.with_name(f".{kept.name}-{os.getpid()}")
            made.write_bytes(marshal.dumps(plain(self, source, name, filename, *rest)))
            made.rename(kept)
        return _at(marshal.loads(kept.read_bytes()), filename or "<template>")

    jinja2.Environment.compile = compiled


def _at(code: CodeType, filename: str) -> CodeType:
    """Code as if it were compiled from that file."""
    inside = tuple(_at(part, filename) if isinstance(part, CodeType) else part for part in code.co_consts)
    return code.replace(co_filename=filename, co_consts=inside)


if __name__ == "__main__":
    sys.path[0] = str(Path.cwd())  # as of ``python -m mkdocs``
    compile_once()
    from mkdocs.__main__ import cli

    cli(prog_name="mkdocs")
