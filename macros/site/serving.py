"""What a server does when it cannot listen, when a build fails, and when what it watches is gone for a while."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserverVFS

from ..reading.problems import Problem
from .memory import signature
from .settings import HOOKS, times_hooked

log = logging.getLogger("mkdocs.dossier")

INTERVAL = 0.5
"""Seconds from one look at the files to the next, as MkDocs has them."""


def mind_address(host: str, port: int) -> None:
    """Raises PluginError if no server can listen there, which MkDocs would find out only after the first build."""
    try:
        socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except (OSError, OverflowError) as error:
        raise PluginError(f"dev_addr: {host}:{port}: expected an address that is free, found: {error}") from None


def lasting(
    builder: Callable[[], None], settings: Path, meanwhile: Callable[[], AbstractContextManager[None]] = nullcontext
) -> Callable[[], None]:
    """A builder whose failure is no end: the pages of the last good build stay in service. ``meanwhile`` is what lasts
    as long as a build.

    After a failure that it hears of, MkDocs lets every reader wait until a build succeeds. With settings that no more
    name the hooks it would build without them, and into the folder that is served.
    """
    good = signature(settings)

    def build() -> None:
        nonlocal good
        try:
            if (now := signature(settings)) != good:
                _mind_hooks(settings)
                good = now
            with meanwhile():
                builder()
            return
        except Abort:  # the reasons are printed
            pass
        except MkDocsException as error:
            log.error(" ".join(error.message.split()))
        except Exception:
            log.exception("the build failed for a mistake in the code")
        log.error("the pages of the last good build are still served")

    return build


def _mind_hooks(settings: Path) -> None:
    """Raises MkDocsException for settings that cannot be read, or that do not name the hooks."""
    try:
        config = load_config(str(settings))
    except (OSError, RecursionError) as error:
        raise PluginError(f"{settings.name}:1: expected a file of settings, found: {error}") from None
    if not times_hooked(config, settings.parent):
        raise PluginError(str(Problem(settings.name, 1, "hooks", f"expected {HOOKS}, which makes the pages")))


def watch_for_good(server: LiveReloadServer, *watched: str) -> None:
    """Have a server that watches these paths go on, it and whatever it will watch, when one is gone for a while: the
    observer that MkDocs gives it stops looking at a renamed folder for ever, and does not say so."""
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserverVFS(_stat, os.scandir, polling_interval=INTERVAL)  # type: ignore[assignment]
    for path in watched:
        server.watch(path)


def _stat(path: str) -> os.stat_result:
    """What the system knows of a path, which is nothing of one that is gone. The time is that of any change: a copy may
    keep the time of what was written."""
    try:
        found = os.stat(path)  # noqa: PTH116 (a path may be long gone before it is an object)
    except OSError:
        return os.stat_result([0] * 10)
    return os.stat_result(tuple(found), {"st_mtime": max(found.st_mtime, found.st_ctime)})
