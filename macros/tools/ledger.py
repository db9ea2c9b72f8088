"""``python -m macros.tools.ledger [SITE]``: adds the addresses of a built site (``site/`` if none is named) to
``addresses.txt``, the ledger of what may be cited, each with the day on which it was entered.

An address in the ledger is for ever: the command names those that the site lacks, and the tests fail. What was given up
gets a line in ``redirects.yml``, which keeps it working. A line is a day and an address: one below the folder of each
language, for example ``claims/x/`` or ``timeline/#y``, or one below the root of the site, which begins with ``/``.
"""

from __future__ import annotations

import datetime
import posixpath
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..reading.problems import DossierError, Problem
from ..wording.language import LANGUAGES
from .asked import run, usage
from .staging import write

USAGE = usage(__file__)
PROJECT = Path(__file__).parent.parent.parent
LEDGER = PROJECT / "addresses.txt"

HERE = "./"
"""The first page of a folder: of a language, the overview."""

PASSING = ("assets/", "pagefind/", "404.html", "robots.txt", "sitemap.")
"""What serves the pages, and is cited by nobody, by how its path begins."""

_NAME = r"\.?[\w-][\w.-]*"
_LINE = re.compile(rf"\d{{4}}-\d\d-\d\d (?:{re.escape(HERE)}|(?=\S)/?(?:{_NAME}/)*(?:{_NAME})?(?:#\S+)?)")
"""A day, and an address that leads nowhere else than below the site."""

_CONTENT = re.compile(r'id="content"(.*)</main>', re.DOTALL)
_ANCHOR = re.compile(
    r'<(?!input|select|textarea|button|output|title|[^>]*\sdata-passing)\w+\s(?:[^>]*?\s)?id="([^"]+)"'
)
_MOVED = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]+)">')


def addresses(site: Path) -> set[str]:
    """The addresses of a built site that may be cited: its pages, their anchors, and the files beside them. Below the
    languages those that every language has."""
    folders = [set(_below(site / code)) for code in LANGUAGES]
    return set.intersection(*folders) | {
        f"/{address.removeprefix(HERE)}" for address in _below(site, (*PASSING, *map(_folder, LANGUAGES)))
    }


def _folder(code: str) -> str:
    return f"{code}/"


def _below(folder: Path, without: tuple[str, ...] = ()) -> Iterator[str]:
    """The addresses of the files below a folder, but for those whose path begins as one of ``without``."""
    for path in folder.rglob("*"):
        place = path.relative_to(folder).as_posix()
        if not path.is_file() or place.startswith(without):
            continue
        page = place.removesuffix("index.html")
        yield page or HERE
        if path.name == "index.html":
            yield from (f"{page}#{anchor}" for anchor in _anchors(path))


def _anchors(page: Path, before: tuple[Path, ...] = ()) -> frozenset[str]:
    """What can be cited of a page; of one that leads on, what can be of the page to which it leads. ``before`` are
    those that led to it. Raises DossierError for what cannot be read, and where pages lead in a circle."""
    if page in before:
        raise DossierError([Problem(str(page), 1, "", "leads back to itself; expected a page that stays")])
    html = _text(page, str(page))
    if moved := _MOVED.search(html):
        way = moved[1].partition("#")[0]
        return _anchors(Path(posixpath.normpath(page.parent / way)) / "index.html", (*before, page))
    content = _CONTENT.search(html)
    return frozenset(_ANCHOR.findall(content[1])) if content else frozenset()


def _text(path: Path, name: str) -> str:
    """The text of a file; ``name`` is how messages name it. Raises DossierError."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise DossierError([Problem(name, 1, "", "cannot be read: not UTF-8 text")]) from None
    except OSError as error:
        raise DossierError([Problem(name, 1, "", f"cannot be read: {error.strerror}")]) from None


def published(ledger: Path = LEDGER) -> dict[str, str]:
    """What the ledger holds: each address with the day on which it was entered, the first where two branches did.
    Raises DossierError for a line that is none of its own."""
    if ledger.is_symlink() or (ledger.exists() and not ledger.is_file()):
        message = "cannot be read: expected a file, found a link, a folder, a pipe or a device"
        raise DossierError([Problem(ledger.name, 1, "", message)])
    text = _text(ledger, ledger.name) if ledger.exists() else ""
    lines = text.removesuffix("\n").split("\n") if text else []
    if strange := [number for number, line in enumerate(lines, 1) if not _is_entry(line)]:
        raise DossierError([Problem(ledger.name, number, "", "expected a day and an address") for number in strange])
    return {address: day for day, address in sorted((line.split() for line in lines), reverse=True)}


def _is_entry(line: str) -> bool:
    """Whether a line is a day of the calendar and an address, of which every sign can be seen and written."""
    try:
        return bool(_LINE.fullmatch(line) and line.isprintable() and datetime.date.fromisoformat(line[:10]))
    except ValueError:
        return False


def gone(ledger: Mapping[str, str], site: set[str]) -> list[str]:
    """The addresses of the ledger that a site lacks."""
    return sorted(ledger.keys() - site)


def main(arguments: list[str]) -> int:
    """Add what is missing; the number of new addresses is printed, and those that are gone are named. The exit status
    is 1 if some are gone, and 2 for a wrong call, without a site, with a ledger that cannot be read, and for what is no
    address."""
    site = Path(arguments[0]) if arguments else PROJECT / "site"
    if (
        len(arguments) > 1
        or not (site / "index.html").exists()
        or not all((site / code).is_dir() for code in LANGUAGES)
    ):
        print(f"{site}: expected a built site\n{USAGE}", file=sys.stderr)
        return 2
    try:
        before, found = published(LEDGER), addresses(site)
    except DossierError as error:
        print(error, file=sys.stderr)
        return 2
    today = datetime.date.today().isoformat()
    if strange := sorted(address for address in found if not _is_entry(f"{today} {address}")):
        for address in strange:
            print(
                f"{address!r}: no address; expected letters, digits, points, hyphens and underscores", file=sys.stderr
            )
        return 2
    every = dict.fromkeys(found, today) | before
    print(f"{len(every) - len(before)} new addresses")
    lines = [f"{day} {address}\n" for address, day in sorted(every.items())]
    try:
        write(LEDGER, "".join(lines))
    except OSError as error:
        print(f"{LEDGER.name}: cannot be written: {error.strerror}", file=sys.stderr)
        return 2
    for address in gone(before, found):
        print(f"{address}: gone from the site; expected it there, or a line in redirects.yml", file=sys.stderr)
    return 1 if gone(before, found) else 0


if __name__ == "__main__":
    sys.exit(run(main, USAGE))
