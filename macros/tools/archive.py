"""``python -m macros.tools.archive [MOST]``: asks the Wayback Machine for a copy of each source that has an address and
no archived one, and enters the address of the copy in the record. A copy that is there already is taken; without one,
or with one older than the text, the machine is asked to make it. At most so many sources (40) are asked for at a time,
the newest first.
"""

from __future__ import annotations

import json
import re
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from http.client import HTTPException
from pathlib import Path

from ..reading.load import load
from ..reading.problems import DossierError
from ..reading.yaml_file import read
from ..record.source import Source
from .asked import run, usage

USAGE = usage(__file__)
PROJECT = Path(__file__).parent.parent.parent
KNOWN = "https://archive.org/wayback/available?url="
SAVE = "https://web.archive.org/save/"
COPIES = "https://web.archive.org/web/"
MOST = 40
PAUSE = 10
"""Seconds between two sources: the archive limits how often it is asked."""

_COPY = re.compile(r"https://web\.archive\.org/web/\d{14}[a-z_]*/https?://[!-~]+")
"""How the address of a copy looks; whatever else is answered is entered nowhere."""

_NUMBER = re.compile(r"[0-9]{1,6}")

PATIENCE = 120
"""Seconds in which a copy must be made."""


def copy_of(source: Source) -> str | None:
    """The address of an archived copy of a source, not older than the source itself; None if the archive has none and
    makes none. Raises OSError, HTTPException and ValueError where the archive does not answer as it should."""
    found = _found(source)
    if found and not _COPY.fullmatch(found):
        raise ValueError(f"{found[:200]!r} is no address of a copy; expected {COPIES}…")
    return found


def _found(source: Source) -> str | None:
    """What the archive answers."""
    with _asked(KNOWN + urllib.parse.quote(str(source.url), safe="")) as answer:
        try:
            closest = json.load(answer)["archived_snapshots"].get("closest")
            if closest and closest["available"] and closest["timestamp"] >= (source.date or "").replace("-", ""):
                return str(closest["url"]).replace("http://", "https://", 1)
        except (AttributeError, KeyError, TypeError):
            raise ValueError("an answer of another shape; expected archived_snapshots") from None
    with _asked(f"{SAVE}{source.url}") as answer:
        _, made, copy = str(answer.url).partition("/web/")
    return COPIES + copy if made else None


def _asked(address: str) -> urllib.request._UrlopenRet:
    asked = urllib.request.Request(address, headers={"User-Agent": "archiving the sources of a research dossier"})
    return urllib.request.urlopen(asked, timeout=PATIENCE)


def _is_unreachable(error: Exception) -> bool:
    """Whether no connection was made: every answer, a refusal too, is an HTTPError, and one that is cut off or late is
    no URLError."""
    return isinstance(error, urllib.error.URLError) and not isinstance(error, urllib.error.HTTPError)


def enter(file: Path, archived: str) -> None:
    """Enter the address of the copy in a source's file, after its own."""
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    own = read(file, file.name).lines["url",]
    lines.insert(own, f"archived: {archived}\n")
    file.write_text("".join(lines), encoding="utf-8")


def lacking(sources: tuple[Source, ...]) -> list[Source]:
    """The sources that have an address and no archived one, the newest first."""
    found = [source for source in sources if source.url and not source.archived]
    return sorted(found, key=lambda source: source.date or "", reverse=True)


def main(arguments: list[str]) -> int:
    """Enter the copies that there are. What the archive does not have is printed, and asked for again at another time.
    The exit status is 1 where the archive cannot be reached, with which the command ends, and 2 for a wrong call or
    wrong data."""
    if len(arguments) > 1 or not all(map(_NUMBER.fullmatch, arguments)):
        print(USAGE, file=sys.stderr)
        return 2
    try:
        sources = lacking(load(PROJECT / "data").all(Source))
    except DossierError as error:
        print(error, file=sys.stderr)
        return 2
    for source in sources[: int(arguments[0]) if arguments else MOST]:
        try:
            archived = copy_of(source)
        except (OSError, HTTPException, ValueError) as error:
            if _is_unreachable(error):
                print(f"{source.id}: the archive cannot be reached: {error}; try again later", file=sys.stderr)
                return 1
            print(f"{source.id}: {error}")
        else:
            print(f"{source.id}: {archived or 'no copy was made'}")
            if archived:
                enter(PROJECT / f"data/sources/{source.id}.yml", archived)
        time.sleep(PAUSE)
    return 0


if __name__ == "__main__":
    sys.exit(run(main, USAGE))
