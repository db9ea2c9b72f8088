"""The index of the search, each language by itself: Pagefind reads a small document for each entry.

What a reader's browser needs lies in ``pagefind/<language>/``: Pagefind's script and WebAssembly, the index in parts of
which a query loads what it needs, a fragment for each entry, and ``words.json``, by which a query is read.
"""

from __future__ import annotations

import atexit
import base64
import contextlib
import json
import logging
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from mkdocs.exceptions import PluginError

from ..page.entry import Entry
from ..wording.spelling import Spelling

T = TypeVar("T")

log = logging.getLogger("mkdocs.dossier")
FOLDER = "pagefind"

PART = "2000"
"""About how many places of words stand in one part of the index: a query of a whole sentence needs many parts."""

LEAST = 19
"""The niceness of what leaves the processors to all others."""

NEEDED = ("pagefind.js", "pagefind-entry.json", "*.pf_meta", "wasm.{language}.pagefind", "index", "fragment")
"""What a search needs of Pagefind's output, which has several interfaces beside."""


@dataclass(frozen=True)
class Found:
    """An entry of the search, and its document."""

    entry: Entry
    document: str


@dataclass(frozen=True)
class Documents:
    """What the search knows of one language."""

    found: tuple[Found, ...]
    spelling: Spelling

    @property
    def words(self) -> dict[str, Any]:
        """What reads a query."""
        names = (name for one in self.found for name in one.entry.names)
        having = Counter(word for one in self.found for words in one.entry.weights.values() for word in words)
        return self.spelling.sent(names, len(self.found), having)


def index(documents: Mapping[str, Documents], site: Path) -> None:
    """Index the documents of each language into a folder of the site. Raises PluginError."""
    Indexing(documents, site / FOLDER).run()


class Indexing:
    """One making of the index; it can be given up. In the background it leaves the processors to others, and goes on
    only while ``background`` is set."""

    def __init__(self, documents: Mapping[str, Documents], folder: Path, background: threading.Event | None = None):
        self._documents = documents
        self._folder = folder
        self._background = background
        self._processes: list[subprocess.Popen[bytes]] = []
        self.given_up = False

    def run(self) -> None:
        """Make the index, or as much of it as is made before it is given up. Raises PluginError."""
        with tempfile.TemporaryDirectory(prefix="pagefind-") as name:
            work = Path(name)
            if self.given_up:
                return
            self._processes = [_pagefind() for _ in self._documents]
            for process in self._processes if self._background else ():
                os.setpriority(os.PRIO_PROCESS, process.pid, LEAST)
            try:
                for process, (language, documents) in zip(self._processes, self._documents.items(), strict=True):
                    _ask(process, self._resting(_questions(documents, work / language)))
                for process in self._processes:
                    _await(process)
                self._rest()
                if not self.given_up:
                    self._take(work)
            except (OSError, PluginError) as error:
                if not self.given_up:
                    raise PluginError(f"pagefind could not index the site: {error}") from None
            finally:
                self._end()
                for process in self._processes:
                    _close(process)

    def give_up(self) -> None:
        """End what is under way."""
        self.given_up = True
        self._end()

    def _rest(self) -> None:
        if self._background:
            self._background.wait()

    def _resting(self, questions: Iterable[T]) -> Iterator[T]:
        """The questions, each when it may go."""
        for question in questions:
            self._rest()
            yield question

    def _end(self) -> None:
        for process in self._processes:
            process.kill()
            process.wait()

    def _take(self, work: Path) -> None:
        """Put what a search needs in the place of the index of before. Raises OSError if the site is gone."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir()
        for language, documents in self._documents.items():
            folder = self._folder / language
            folder.mkdir()
            for pattern in NEEDED:
                for path in (work / language).glob(pattern.format(language=language)):
                    shutil.move(path, folder)
            words = json.dumps(documents.words, ensure_ascii=False, sort_keys=True)
            (folder / "words.json").write_text(words, encoding="utf-8")


def _pagefind() -> subprocess.Popen[bytes]:
    """Pagefind as a service. Over a folder it would number the documents as the file system happens to list them, and
    the index would be another on another machine; here it numbers them in the order in which it is given them. The
    package has a client for the service, which reads ten answers a second: with thousands of documents, minutes."""
    command = [sys.executable, "-m", "pagefind", "--service"]
    sized = os.environ | {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": PART}
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=sized)


def _close(process: subprocess.Popen[bytes]) -> None:
    """Close the pipes of a process that has ended."""
    assert process.stdin and process.stdout
    process.stdout.close()
    with contextlib.suppress(OSError):  # it took not all that it was sent
        process.stdin.close()


def _questions(documents: Documents, folder: Path) -> Iterator[dict[str, Any]]:
    """What Pagefind is asked: an index of these documents, written to a folder."""
    yield {"type": "NewIndex"}
    for one in documents.found:
        path = f"{one.entry.address.rstrip('/') or 'index'}.html"
        yield {"type": "AddFile", "index_id": 0, "file_path": path, "file_contents": one.document}
    yield {"type": "WriteFiles", "index_id": 0, "output_path": str(folder)}


def _ask(process: subprocess.Popen[bytes], questions: Iterable[dict[str, Any]]) -> None:
    """Send questions, which Pagefind reads whether or not its answers are read."""
    assert process.stdin
    for number, question in enumerate(questions):
        message = json.dumps({"message_id": number, "payload": question})
        process.stdin.write(base64.b64encode(message.encode()) + b",")
    process.stdin.flush()


def _await(process: subprocess.Popen[bytes]) -> None:
    """Read the answers up to the one that says that the index is written. Raises PluginError."""
    assert process.stdout
    rest = b""
    while read := os.read(process.stdout.fileno(), 1 << 16):
        *answers, rest = (rest + read).split(b",")
        for answer in map(base64.b64decode, answers):
            payload = json.loads(answer)["payload"]
            if payload["type"] == "Error":
                raise PluginError(payload["message"])
            if payload["type"] == "WriteFiles":
                return
    raise PluginError("it ended without an answer")


class BackgroundIndex:
    """The index of a site that is being served: it follows the pages, and never holds them up."""

    def __init__(self) -> None:
        self._indexing: Indexing | None = None
        self._may_go = threading.Event()
        self._may_go.set()
        atexit.register(self.stop)

    def begin(self, documents: Mapping[str, Documents], site: Path) -> None:
        """Index the site as it is now; an indexing under way is given up."""
        self.stop()
        self._indexing = Indexing(documents, site / FOLDER, self._may_go)
        threading.Thread(target=_run, args=(self._indexing,), daemon=True).start()

    @contextlib.contextmanager
    def waiting(self) -> Iterator[None]:
        """While this lasts, an indexing rests: a thread takes from a build what a niceness cannot give back."""
        self._may_go.clear()
        try:
            yield
        finally:
            self._may_go.set()

    def stop(self) -> None:
        """Give up what is under way."""
        if self._indexing:
            self._indexing.give_up()


def _run(indexing: Indexing) -> None:
    try:
        indexing.run()
    except PluginError as error:
        log.error(f"{error}; the search knows the pages of before")
