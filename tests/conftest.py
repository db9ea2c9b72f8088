"""Fixtures that tests of several rooms use: the real dossier, one build of the site a run, a browser."""

from __future__ import annotations

import fcntl
import gc
import http.server
import os
import re
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import live
import pytest
from quicker import COMPILED
from support import BASE, ROOT, WORLD, Site, Waiting, copy_project, mkdocs, sharing_drawings

DAY = 24 * 60 * 60

gc.set_threshold(100_000)  # tests, records and pages are kept, and the collector would look through them all the time


def pytest_configure(config: pytest.Config) -> None:
    """What was compiled a day ago and more is made anew if a test asks for it; else it would be kept for ever."""
    if not hasattr(config, "workerinput"):
        for kept in COMPILED.glob("*"):
            if kept.stat().st_mtime < time.time() - DAY:
                kept.unlink()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long is begun first."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)
    gc.freeze()


@pytest.fixture(scope="session")
def dossier():
    return live.dossier()


@pytest.fixture(scope="session")
def once(tmp_path_factory) -> Callable[[str, Callable[[Path], None]], Path]:
    """Has a folder made once a run, by the name of what is in it: of several processes the first makes it, while those
    that need it as well wait."""
    own = tmp_path_factory.getbasetemp()
    run = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def made(name: str, make: Callable[[Path], None]) -> Path:
        folder, done = run / name, run / f"{name}.done"
        with (run / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)  # what failed for another process
                folder.mkdir()
                make(folder)
                done.touch()
        return folder

    return made


@pytest.fixture(scope="session")
def site(once) -> Site:
    """The site as ``mkdocs build --strict`` makes it under a base path, as on GitHub Pages."""

    def build(folder: Path) -> None:
        result = mkdocs(ROOT, "build", "--strict", "-d", str(folder / "site"), SITE_URL=BASE)
        assert result.returncode == 0, result.stderr
        assert not re.search(r"^(WARNING|ERROR)", result.stderr, re.MULTILINE), result.stderr

    return Site(once("site", build) / "site")


@pytest.fixture(scope="session")
def world_site(once) -> Site:
    """The made-up world as ``mkdocs build --strict`` makes it, under the base path of its expected pages."""
    from made_up import BASE as MADE_UP

    def build(folder: Path) -> None:
        project = sharing_drawings(copy_project(folder / "project", WORLD / "data", WORLD / "docs"))
        result = mkdocs(project, "build", "--strict", SITE_URL=MADE_UP)
        assert result.returncode == 0, result.stderr

    return Site(once("world", build) / "project/site")


@pytest.fixture(scope="session")
def waiting(tmp_path_factory) -> Iterator[Waiting]:
    """Where the projects of tests are built that break something else than the code."""
    waiting = Waiting(tmp_path_factory.mktemp("waiting"))
    yield waiting
    waiting.end()


@pytest.fixture
def world(waiting) -> Path:
    """A copy of the project with the made-up world for records and pages: it builds in seconds."""
    return waiting.begin()


@pytest.fixture(name="mkdocs")
def mkdocs_of_the_world(waiting) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs ``mkdocs`` in that copy, as an editor does."""
    return waiting.mkdocs


@pytest.fixture(scope="session")
def address(site) -> Iterator[str]:
    """The built site, served under its base path."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments: Any, **keywords: Any):
            super().__init__(*arguments, directory=str(site.root), **keywords)

        def translate_path(self, path: str) -> str:
            return super().translate_path(path.removeprefix("/h200"))

        def log_message(self, *arguments: Any) -> None:
            pass

    class Patient(http.server.ThreadingHTTPServer):
        request_queue_size = 128  # a page's stylesheets come in one burst, and a full queue would refuse some

    server = Patient(("127.0.0.1", 0), Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/h200/"
    server.shutdown()


@pytest.fixture(scope="session")
def browser():
    """The system's Chromium, without requests of its own, and without windows where it has such a one, since that is
    three times as fast. Tests wait for elements and their words: a script as text,
    which Playwright can wait for as well, is against the policy of the pages."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=30_000)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium-headless-shell") or shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser) -> Iterator[Callable[..., Any]]:
    """Opens a page as a new reader does; what a test opened is closed after it, even if it failed. Nothing that a test
    does with a page may be against the page's policy."""
    contexts: list[Any] = []
    refused: list[str] = []

    def hear(message: Any) -> None:
        if "Content Security Policy" in message.text:
            refused.append(message.text)

    def open_page(**options: Any) -> Any:
        contexts.append(browser.new_context(**options))
        contexts[-1].on("console", hear)
        return contexts[-1].new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert not refused
