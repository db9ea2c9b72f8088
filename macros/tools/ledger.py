"""``python -m macros.tools.ledger``: adds the addresses of all records to ``addresses.txt``, the ledger of what may
be cited.

An address in the ledger is for ever: the tests fail if a record disappears whose address stands there. A line is one
address below the language's folder, for example ``claims/x/`` or ``timeline/#y``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from ..reading.dossier import Dossier
from ..reading.load import load
from ..reading.problems import DossierError

PROJECT = Path(__file__).parent.parent.parent
LEDGER = PROJECT / "addresses.txt"


def addresses(dossier: Dossier) -> set[str]:
    """The addresses of every record, without the language."""
    return {
        address for records in dossier.records.values() for record in records.values() for address in record.addresses
    }


def published(ledger: Path = LEDGER) -> set[str]:
    """What the ledger holds."""
    return set(ledger.read_text(encoding="utf-8").split()) if ledger.exists() else set()


def main(arguments: list[str]) -> int:
    """Add what is missing; the number of new addresses is printed. The exit status is 2 for a wrong call or wrong
    data."""
    if arguments:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        every = published() | addresses(load(PROJECT / "data"))
    except DossierError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{len(every - published())} new addresses")
    LEDGER.write_text("\n".join(sorted(every)) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
