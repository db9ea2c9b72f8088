"""``python -m macros.tools.archive [MOST]``: asks the Wayback Machine for a copy of each source that has an address and
no archived one, and enters the address of the copy in the record. A copy that is there already is taken; without one,
or with one older than the text, the machine is asked to make it. At most so many sources (40) are asked for at a time,
the newest first.
"""

from __future__ import annotations

import contextlib
import json
import re
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from http.client import HTTPException
from pathlib import Path

from ..reading.files import RECORDS
from ..reading.load import by_itself, load
from ..reading.problems import DossierError
from ..reading.yaml_file import read, understood
from ..record.source import Source
from ..record.walking import Location
from .asked import run, usage
from .staging import write

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

_NONE = re.compile(r"^archived:(?:[ \t]+(?:~|null|Null|NULL)(?!\S))?")
"""A field that waits for the address."""

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
    """Enter the address of the copy in a source's file: in the place of ``null``, or after its own address. Raises
    DossierError, and leaves the file as it was, where there is no such place or the address does not fit; and OSError.
    """
    name = f"data/{Source.folder}/{file.name}"
    before = read(file, name)
    for text in _with_entry(file.read_bytes().decode(), before.lines, archived):
        with contextlib.suppress(DossierError):
            after = understood(text.removeprefix("\ufeff"), name)
            if after.data == before.data | {"archived": archived}:
                break
    else:
        message = f"finds no place in a file that is written like this; expected, entered by hand, {archived}"
        raise DossierError([before.problem(("archived",), message)])
    if problems := by_itself(Source, file.stem, after).problems:
        raise DossierError(problems)
    write(file, text)


def _with_entry(text: str, known: Mapping[Location, int], archived: str) -> Iterator[str]:
    """The text of a file with the address entered, at each place where it may belong. ``known`` are the lines on which
    values begin: the file's own address may take several."""
    lines = (text.removesuffix("\n") + "\n").splitlines(keepends=True)
    entry = f"archived: {archived}"
    if line := known.get(("archived",)):
        lines[line - 1] = _NONE.sub(lambda _: entry, lines[line - 1])
        yield "".join(lines)
        return
    own = known["url",]
    below = (line for place, line in known.items() if len(place) == 1 and line > own)
    for above in range(own, min(below, default=len(lines) + 1)):
        yield "".join([*lines[:above], f"{entry}\n", *lines[above:]])


def _try_to_enter(source: Source, archived: str) -> None:
    (file,) = (path for end in RECORDS if (path := PROJECT / f"data/{source.folder}/{source.id}{end}").exists())
    try:
        enter(file, archived)
    except DossierError as error:
        print(error)


def lacking(sources: tuple[Source, ...]) -> list[Source]:
    """The sources that have an address and no archived one, the newest first."""
    found = [source for source in sources if source.url and not source.archived]
    return sorted(found, key=lambda source: source.date or "", reverse=True)


def main(arguments: list[str]) -> int:
    """Enter the copies that there are. What the archive does not have is printed, and asked for again at another time;
    so is what cannot be entered. The exit status is 1 where the archive cannot be reached, with which the command ends,
    and 2 for a wrong call or wrong data. Raises OSError where a record cannot be written."""
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
                _try_to_enter(source, archived)
        time.sleep(PAUSE)
    return 0


if __name__ == "__main__":
    sys.exit(run(main, USAGE))
