"""The drawings of the figures: made in a process of their own while pages are rendered, and kept by what they are
drawn from."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from markupsafe import Markup

from ..figures.picture import fit, under
from ..figures.surface import Surface

_PROJECT = Path(__file__).parent.parent.parent


class Drawings:
    """Drawings by the hash of their specification. ``folder`` keeps their SVG from build to build."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._bodies: dict[str, str] = {}
        self._surfaces: dict[str, Surface] = {}
        self._asked: list[str] = []
        self._worker: subprocess.Popen[bytes] | None = None

    def begin(self, surfaces: Iterable[Surface]) -> None:
        """Have drawn what is not kept; the answers are awaited only when a page is finished."""
        self._surfaces = {_key(surface): surface for surface in surfaces}
        self._asked = [key for key in self._surfaces if not (self.folder / f"{key}.svg").exists()]
        if self._asked:
            # Files, not pipes: neither side can fill up while the other waits.
            self._answers = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 (read when they are needed)
            with tempfile.TemporaryFile("w+", encoding="utf-8") as questions:
                questions.writelines(json.dumps(self._surfaces[key].specification) + "\n" for key in self._asked)
                questions.seek(0)
                command = [sys.executable, "-m", "macros.figures.svg_worker"]
                self._worker = subprocess.Popen(command, cwd=_PROJECT, stdin=questions, stdout=self._answers)

    def mark(self, surface: Surface) -> Markup:
        """What stands in a page until its drawing is done."""
        return Markup(f'<g data-drawing="{_key(surface)}"></g>')

    def place(self, page: str, root: str) -> str:
        """A finished page with its drawings; ``root`` is the way to the root of its language."""
        if "<g data-drawing=" in page:
            for key in self._surfaces:
                mark = f'<g data-drawing="{key}"></g>'
                if mark in page:
                    page = page.replace(mark, under(self._body(key), root))
        return page

    def _body(self, key: str) -> str:
        if key not in self._bodies:
            self._collect()
            svg = (self.folder / f"{key}.svg").read_text(encoding="utf-8")
            self._bodies[key] = fit(svg, self._surfaces[key])
        return self._bodies[key]

    def _collect(self) -> None:
        """Keep what was asked for, and nothing that no figure shows any more."""
        if self._worker is None:
            return
        failed = self._worker.wait()
        self._worker = None
        self._answers.seek(0)
        answers = self._answers.read().splitlines()
        self._answers.close()
        if failed or len(answers) != len(self._asked):
            raise RuntimeError("the figures could not be drawn; the messages above say why")
        self.folder.mkdir(parents=True, exist_ok=True)
        for key, answer in zip(self._asked, answers, strict=True):
            part = self.folder / f"{key}.part"
            part.write_text(json.loads(answer), encoding="utf-8")
            part.rename(self.folder / f"{key}.svg")
        for path in self.folder.glob("*.svg"):
            if path.stem not in self._surfaces:
                path.unlink(missing_ok=True)


def _key(surface: Surface) -> str:
    """The hash of what a drawing is drawn from, and of what draws it."""
    specification = json.dumps(surface.specification, sort_keys=True)
    return hashlib.sha256(f"{version('vl-convert-python')}\n{specification}".encode()).hexdigest()[:32]
