"""What a server does when it cannot listen, when a build fails, and when what it watches is gone for a while."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable

from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserverVFS

log = logging.getLogger("mkdocs.dossier")

INTERVAL = 0.5
"""Seconds from one look at the files to the next, as MkDocs has them."""


def mind_address(host: str, port: int) -> None:
    """Raises PluginError if no server can listen there, which MkDocs would find out only after the first build."""
    try:
        socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except (OSError, OverflowError) as error:
        raise PluginError(f"dev_addr: {host}:{port}: expected an address that is free, found: {error}") from None


def lasting(builder: Callable[[], None]) -> Callable[[], None]:
    """A builder whose failure is no end: the pages of the last good build stay in service.

    After a failure that it hears of, MkDocs lets every reader wait until a build succeeds.
    """

    def build() -> None:
        try:
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


def watch_for_good(server: LiveReloadServer, *watched: str) -> None:
    """Have a server that watches these paths go on, it and whatever it will watch, when one is gone for a while: the
    observer that MkDocs gives it stops looking at a renamed folder for ever, and does not say so."""
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserverVFS(_stat, os.scandir, polling_interval=INTERVAL)  # type: ignore[assignment]
    for path in watched:
        server.watch(path)


def _stat(path: str) -> os.stat_result:
    """What the system knows of a path, which is nothing of one that is gone."""
    try:
        return os.stat(path)  # noqa: PTH116 (a path may be long gone before it is an object)
    except OSError:
        return os.stat_result([0] * 10)
