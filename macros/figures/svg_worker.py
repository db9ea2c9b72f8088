"""``python -m macros.figures.svg_worker``: turns drawings in Vega-Lite's terms into SVG, a line of JSON each way.

A process of its own, since drawing holds the interpreter: pages are rendered in the meantime.
"""

from __future__ import annotations

import json
import sys

import vl_convert


def main() -> None:
    """Read until the end; each answer stands on the line of its question."""
    for line in sys.stdin:
        print(json.dumps(vl_convert.vegalite_to_svg(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
