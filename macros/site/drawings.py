"""The figures of a build: drawn in a process of their own while pages are rendered, and kept by what they are drawn
from."""

from __future__ import annotations

import contextlib
import hashlib
import inspect
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

from markupsafe import Markup

from ..figures import palette, picture, svg_worker
from ..figures.card import Card
from ..figures.chart import Chart
from ..figures.picture import under
from ..figures.sheet import Sheet
from ..figures.surface import Surface

_PROJECT = Path(__file__).parent.parent.parent

DAY = 24 * 60 * 60
"""In seconds."""


@dataclass(frozen=True)
class Drawing:
    """A surface as it is drawn: the names that the other drawing of its figure refers to, and those that it has from
    there."""

    surface: Surface
    lent: picture.Names = field(default_factory=dict)
    borrowed: picture.Names = field(default_factory=dict)

    @cached_property
    def key(self) -> str:
        """The hash of what it is drawn from, and of what draws it."""
        told = json.dumps([self.surface.specification, dict(self.lent), dict(self.borrowed)], sort_keys=True)
        return _hash(*_drawn_by(), self.surface.direction, told)


@dataclass(frozen=True)
class Figure:
    """A figure of the site in one language: what it shows, and the picture of its own that readers can save."""

    name: str
    chart: Chart
    sheet: Sheet

    @cached_property
    def drawings(self) -> tuple[Drawing, Drawing]:
        """The wide one and the narrow one, which borrows its names from the other where it has the same."""
        wide, narrow = self.chart.wide, self.chart.narrow
        shared = {
            name: f"figure-{self.name}-{number}" for number, name in enumerate(wide.names, 1) if name in narrow.names
        }
        return Drawing(wide, lent=shared), Drawing(narrow, borrowed=shared)


class Drawings:
    """Drawings by the hash of what they are drawn from. ``folder`` keeps them from build to build."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._bodies: dict[str, str] = {}
        self._files: set[str] = set()
        self._worker: subprocess.Popen[bytes] | None = None

    def begin(self, figures: Iterable[Figure], cards: Iterable[Card]) -> None:
        """Have drawn what is not kept; the results are awaited only when they are needed."""
        drawings = [question for figure in figures for question in _questions(figure)]
        self._bodies = dict.fromkeys((question["key"] for question in drawings), "")
        questions = drawings + [{"key": _card_key(card), "card": card.svg} for card in cards]
        self._files = {name for question in questions for name in _results(question)}
        asked = [question for question in questions if not all(map(self._is_kept, _results(question)))]
        if asked:
            self.folder.mkdir(parents=True, exist_ok=True)
            # A file, not a pipe: neither side can fill up while the other waits.
            with tempfile.TemporaryFile("w+", encoding="utf-8") as lines:
                lines.writelines(json.dumps(question) + "\n" for question in asked)
                lines.seek(0)
                command = [sys.executable, "-m", "macros.figures.svg_worker", str(self.folder)]
                found = os.environ | {"PYTHONPATH": os.pathsep.join([str(_PROJECT), *sys.path])}
                self._worker = subprocess.Popen(command, cwd=_PROJECT, stdin=lines, env=found)

    def _is_kept(self, name: str) -> bool:
        """Whether a result is there; it counts as new again. One without content was lost before it was written out."""
        path = self.folder / name
        try:
            is_whole = path.stat().st_size > 0
        except OSError:
            return False
        with contextlib.suppress(OSError):  # of a folder that cannot be written
            os.utime(path)
        return is_whole

    def finish(self) -> None:
        """Wait for what was asked for; what no build has asked for within a day is not kept, while others may be under
        way. Raises OSError where drawings cannot be."""
        if self._worker is None:
            return
        failed = self._worker.wait()
        self._worker = None
        if failed == svg_worker.UNKEPT:
            raise OSError("the figures could not be kept; the message above says why")
        if failed:
            raise RuntimeError("the figures could not be drawn; the messages above say why")
        for path in self.folder.iterdir():
            with contextlib.suppress(FileNotFoundError):  # another build has renamed it or taken it away
                if path.name not in self._files and path.stat().st_mtime < time.time() - DAY:
                    path.unlink()

    def mark(self, drawing: Drawing) -> Markup:
        """What stands in a page until its drawing is done."""
        return Markup(f'<g data-drawing="{drawing.key}"></g>')

    def file(self, figure: Figure, kind: str) -> Path:
        """Where the picture of a figure lies as ``svg`` or ``png``, once it is finished."""
        return self.folder / f"{_sheet_key(figure)}.{kind}"

    def card_file(self, card: Card) -> Path:
        """Where a card lies, once it is finished."""
        return self.folder / f"{_card_key(card)}.png"

    def place(self, page: str, root: str) -> str:
        """A finished page with its drawings; ``root`` is the way to the root of its language."""
        if "<g data-drawing=" in page:
            self.finish()
            for key in self._bodies:
                mark = f'<g data-drawing="{key}"></g>'
                if mark in page:
                    page = page.replace(mark, under(self._body(key), root))
        return page

    def _body(self, key: str) -> str:
        if not self._bodies[key]:
            self._bodies[key] = (self.folder / f"{key}.svg").read_text(encoding="utf-8")
        return self._bodies[key]


def _questions(figure: Figure) -> Iterable[dict[str, Any]]:
    """What the worker is told of a figure; its own picture holds the wide drawing."""
    sheet = {"key": _sheet_key(figure), "svg": figure.sheet.svg, "root": figure.sheet.root}
    for drawing in figure.drawings:
        surface = drawing.surface
        question = {
            "key": drawing.key,
            "specification": surface.specification,
            "direction": surface.direction,
            "lent": dict(drawing.lent),
            "borrowed": dict(drawing.borrowed),
        }
        yield question | ({"sheet": sheet} if surface is figure.chart.wide else {})


def _results(question: dict[str, Any]) -> list[str]:
    """The files that answer a question."""
    if "card" in question:
        return [f"{question['key']}.png"]
    pictures = [f"{question['sheet']['key']}.{kind}" for kind in ("svg", "png")] if "sheet" in question else []
    return [f"{question['key']}.svg", *pictures]


def _sheet_key(figure: Figure) -> str:
    """The hash of what a picture is made of: its drawing, its words, the theme's colours and the typefaces."""
    return _hash(figure.drawings[0].key, figure.sheet.svg, figure.sheet.root, *_looks())


def _card_key(card: Card) -> str:
    """The same of a card."""
    return _hash(*_drawn_by(), card.svg, *_looks())


def _looks() -> list[str]:
    """The theme's colours and the typefaces."""
    return [json.dumps(palette.light(), sort_keys=True), *_fonts()]


@cache
def _fonts() -> list[str]:
    faces = (*svg_worker.FONTS.glob("*.ttf"), *svg_worker.CARRIED.glob("*.woff2"))
    return [hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(faces)]


@cache
def _drawn_by() -> list[str]:
    """The library that draws, and our code around it."""
    return [version("vl-convert-python"), *(inspect.getsource(module) for module in (picture, svg_worker, palette))]


def _hash(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]
