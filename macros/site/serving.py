"""What a server does when a build fails."""

from __future__ import annotations

import logging
from collections.abc import Callable

from mkdocs.exceptions import Abort

log = logging.getLogger("mkdocs.dossier")


def lasting(builder: Callable[[], None]) -> Callable[[], None]:
    """A builder whose failure is no end: the pages of the last good build stay in service.

    After a failure that it hears of, MkDocs lets every reader wait until a build succeeds.
    """

    def build() -> None:
        try:
            builder()
        except Abort:
            log.error("the pages of the last good build are still served")
        except Exception:
            log.exception("the build failed; the pages of the last good build are still served")

    return build
