"""``python -m macros.tools.verify FILE``: tells a holder of a copy of the article which paragraphs match the one
examined.

A paragraph is a line that is not blank, in Unicode NFC, with runs of white space as one space; its fingerprint is the
SHA-256 of that text in UTF-8.
"""

from __future__ import annotations

import hashlib
import re
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from ..reading.files import status
from ..reading.load import load
from ..reading.problems import DossierError, Problem
from ..record.source import ARTICLE, Source
from .asked import run, usage

DATA = Path(__file__).parent.parent.parent / "data"


def paragraphs(text: str) -> list[str]:
    """The normalised paragraphs of a text."""
    lines = (re.sub(r"\s+", " ", unicodedata.normalize("NFC", line)).strip("\ufeff ") for line in text.splitlines())
    return [line for line in lines if line]


def fingerprint(paragraph: str) -> str:
    return hashlib.sha256(paragraph.encode("utf-8")).hexdigest()


def compare(text: str, known: Iterable[str]) -> list[tuple[int, int | None]]:
    """For each paragraph of ``text``, its number and the number of the article's paragraph that it matches, if any."""
    numbers = {digest: number for number, digest in enumerate(known, 1)}
    return [(number, numbers.get(fingerprint(paragraph))) for number, paragraph in enumerate(paragraphs(text), 1)]


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("usage: python -m macros.tools.verify FILE", file=sys.stderr)
        return 2
    try:
        file = Path(arguments[0]).resolve()
        status(file, arguments[0])
        text = file.read_text(encoding="utf-8")
        article = load(DATA).find(Source.folder, ARTICLE)
        if not isinstance(article, Source) or not article.paragraphs:
            place = f"{DATA.name}/{Source.folder}/{ARTICLE}.yml"
            raise DossierError(
                [Problem(place, 1, "paragraphs", "expected the fingerprints of the article; found none")]
            )
    except (OSError, RuntimeError, UnicodeDecodeError, DossierError) as error:
        print(f"{arguments[0]}: not UTF-8 text" if isinstance(error, UnicodeDecodeError) else error, file=sys.stderr)
        return 2
    result = compare(text, (paragraph.sha256 for paragraph in article.paragraphs))
    for number, match in result:
        print(
            f"paragraph {number}: " + (f"matches paragraph {match} of the article" if match else "matches no paragraph")
        )
    found = {match for _, match in result if match}
    missing = [number for number in range(1, len(article.paragraphs) + 1) if number not in found]
    print(
        f"{len(found)} of {len(article.paragraphs)} paragraphs found"
        + (f"; missing: {', '.join(map(str, missing))}" if missing else "")
    )
    return 0 if not missing else 1


if __name__ == "__main__":
    sys.exit(run(main, usage(__file__)))
