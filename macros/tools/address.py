"""``python -m macros.tools.address URL``: refuses to publish at an address at which no reader finds the site,
since every citation, feed and picture names it."""

from __future__ import annotations

import ipaddress
import sys
from urllib.parse import urlsplit

OWN_NAMES = ("localhost", "local", "localdomain", "internal", "home.arpa", "lan", "test", "invalid", "example")
"""Names that mean another machine in every network, or none (RFC 6761, 6762, 8375)."""


def why_not(address: str) -> str | None:
    """Why nobody finds a site at an address; None if readers may."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return "no address"
    if parts.scheme not in ("http", "https") or not host:
        return "no address of the web"
    try:
        is_local = not ipaddress.ip_address(host).is_global
    except ValueError:
        is_local = "." not in host or any(f".{host}".endswith(f".{name}") for name in OWN_NAMES)
    return "found on this machine or in this network only" if is_local else None


def main(arguments: list[str]) -> int:
    """The exit status is 0 for an address at which a site can be published, and 2 for any other."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    (address,) = arguments
    if reason := why_not(address):
        expected = "expected the address at which readers will find the site, for example https://example.org/dossier/"
        print(f"SITE_URL: '{address}' is {reason}; {expected}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
