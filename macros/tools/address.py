"""``python -m macros.tools.address URL``: refuses to publish at an address at which no reader finds the site,
since every citation, feed and picture names it."""

from __future__ import annotations

import sys
from urllib.parse import urlsplit

from ..record.hosts import is_public, is_site
from .asked import run, usage

USAGE = usage(__file__)


def why_not(address: str) -> str | None:
    """Why nobody finds a site at an address; None if readers may."""
    if not is_site(address):
        return "no address of a site"
    host = urlsplit(address).hostname or ""
    return None if is_public(host) else "found on this machine or in this network only"


def main(arguments: list[str]) -> int:
    """The exit status is 0 for an address at which a site can be published, and 2 for any other."""
    if len(arguments) != 1:
        print(USAGE, file=sys.stderr)
        return 2
    (address,) = arguments
    if reason := why_not(address):
        expected = "expected the address at which readers will find the site, for example https://example.org/dossier/"
        print(f"SITE_URL: {address!r} is {reason}; {expected}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(run(main, USAGE))
