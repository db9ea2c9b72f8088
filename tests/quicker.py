"""``python quicker.py mkdocs …`` is ``mkdocs …`` with less work: what it makes is the same. So is ``properdocs``."""

from __future__ import annotations

import gc
import hashlib
import marshal
import os
import runpy
import sys
from pathlib import Path
from types import CodeType

import jinja2

COMPILED = Path(__file__).resolve().parent.parent / ".cache/compiled-in-tests"
"""Code by what it is compiled from: a template's source, and how its environment reads it."""


def quicken() -> None:
    """Let this process build in less time."""
    gc.set_threshold(50_000)
    _compile_once()
    jinja2.FileSystemLoader.list_templates = _list_templates


def _compile_once() -> None:
    """Let this process compile no template that another compiled: to compile them takes a fifth of a build of a small
    world, and the copies of the project have the same ones."""
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


def _list_templates(self: jinja2.FileSystemLoader) -> list[str]:
    """The files of a theme without its hidden folders, of which MkDocs publishes nothing: Material has ten thousand
    icons in one, and every build would look at each."""
    tops = [(folder, top) for folder in map(Path, self.searchpath) for top in folder.glob("[!.]*")]
    found = ((folder, file) for folder, top in tops for file in (top, *top.rglob("*")) if file.is_file())
    return sorted({file.relative_to(folder).as_posix() for folder, file in found})


if __name__ == "__main__":
    quicken()
    sys.path[0] = str(Path.cwd())  # as of ``python -m``
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
