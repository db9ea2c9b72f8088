"""``python -m macros.ledger``: adds the addresses of all records to ``addresses.txt``, the ledger of what may be cited.

An address in the ledger is for ever: the tests fail if a record disappears whose address stands there. A line is one address
below the language's folder, for example ``claims/x/`` or ``timeline/#y``.
"""
from __future__ import annotations

from pathlib import Path

from .dossier import Dossier, load
from . import pages

ROOT = Path(__file__).parent.parent
LEDGER = ROOT / "addresses.txt"


def addresses(dossier: Dossier) -> set[str]:
    """The addresses of every record, without the language."""
    return {address for records in dossier.records.values() for record in records.values() for address in pages.addresses(record)}


def published() -> set[str]:
    """What the ledger holds."""
    return set(LEDGER.read_text(encoding="utf-8").split()) if LEDGER.exists() else set()


if __name__ == "__main__":
    LEDGER.write_text("\n".join(sorted(published() | addresses(load(ROOT / "data")))) + "\n", encoding="utf-8")
