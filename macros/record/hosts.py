"""Hosts of the web: whom a name or a number leads to, and what an address of a site is made of. Nothing is needed to
read this but Python, since a build is refused by it before anything is set up."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

RESERVED_NAMES = frozenset(
    {"alt", "arpa", "corp", "example", "home", "internal", "invalid", "lan", "local", "localdomain", "localhost"}
    | {"onion", "test"}
)
"""Last parts of names that lead to no host of the internet (RFC 2606, 6761, 6762 and 8375). The names example.org and
the like are for examples, such as the records of the tests; that no source of the dossier has one is tested."""

_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)", re.IGNORECASE)
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*", re.IGNORECASE)
LONGEST_HOST = 253
"""What a name of a host is made of, and its most letters (RFC 1035, 1123)."""

_SITE = re.compile(r"https?://[\w.:\[\]-]+(?:/(?!\.\.?(?:/|$))[\w.~%@+,;=-]+)*/?", re.ASCII)


def is_public(host: str) -> bool:
    """Whether a host can be one of the internet: a name outside of what is kept for other uses, or an address that is
    no network's own."""
    try:
        address = ipaddress.ip_address(host.strip("[]"))
        return address.is_global and not address.is_multicast
    except ValueError:
        labels = host.split(".")
        is_name = len(host) <= LONGEST_HOST and all(map(_LABEL.fullmatch, labels))
        last = labels[-1].lower()
        return is_name and len(labels) > 1 and last not in RESERVED_NAMES and not _NUMBER.fullmatch(last)


def is_site(address: str) -> bool:
    """Whether a site can stand at an address: one of the web, with a host, perhaps a port and a path, and no more."""
    try:
        parts = urlsplit(address)
        return bool(_SITE.fullmatch(address) and parts.hostname) and parts.port != 0
    except ValueError:
        return False
