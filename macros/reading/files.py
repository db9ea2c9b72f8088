"""The files of an editor's folders: which are passed over, and what of the others is text."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from ..record.letters import JOINERS, UNSEEN
from .problems import DossierError, Problem

RECORDS = (".yml", ".yaml")
PAGES = (".md",)

LITTER = (
    *(".#*", "._*", "#*#", "~$*", "*~", "*.sw?", "*.bak", "*.tmp", "*.orig", "*.rej", "*___jb_*___", "4913"),
    *("Thumbs.db", "ehthumbs.db", "desktop.ini", "Icon\r", "$RECYCLE.BIN", "__MACOSX", "__pycache__", "lost+found"),
)
"""Names of what editors and systems leave beside the files that someone wrote; other hidden files are passed over as
well, unless they are named like a record or a page."""

MOST_BYTES = 1_000_000
"""The size of a file above which nobody has written it."""


def is_litter(name: str) -> bool:
    """Whether a file or a folder of this name is passed over."""
    is_hidden = name.startswith(".") and not name.endswith(RECORDS + PAGES)
    return is_hidden or any(fnmatchcase(name, pattern) for pattern in LITTER)


def below(folder: Path) -> Iterator[Path]:
    """Everything below a folder that is no folder and no litter, in order of name; what cannot be looked into is among
    it, and so are links to folders, which are not followed."""
    closed: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = sorted(name for name in folders if not is_litter(name))
        names += [name for name in folders if Path(place, name).is_symlink()]
        yield from (Path(place, name) for name in sorted(names) if not is_litter(name))
    yield from closed


def status(path: Path, name: str) -> os.stat_result:
    """What the system knows of a plain file; ``name`` is how messages name it. Raises DossierError for whatever cannot
    be read to an end, and for links, which may lead to files of the machine that nobody means to publish."""
    if path.is_symlink():
        raise DossierError([Problem(name, 1, "", "expected a file, found a link")])
    try:
        found = path.stat()
    except OSError as error:
        raise DossierError([Problem(name, 1, "", f"cannot be read: {error.strerror}")]) from None
    if not stat.S_ISREG(found.st_mode):
        raise DossierError([Problem(name, 1, "", "expected a file, found a folder, a pipe or a device")])
    if found.st_size > MOST_BYTES:
        raise DossierError([Problem(name, 1, "", f"holds {found.st_size:,} bytes; expected {MOST_BYTES:,} at most")])
    return found


Signature = tuple[int, int, int, int]
"""By what a change of a file shows."""

ABSENT: Signature = (0, 0, 0, 0)
"""The signature of no file."""


def signature(found: os.stat_result) -> Signature:
    """When a file was changed, by its own account and by the system's, its size and which it is: a copy may keep the
    time and the size of what it is put in the place of."""
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def read_text(path: Path, name: str) -> str:
    """The text of a file; ``name`` is how messages name it. Raises DossierError if it is none, or holds characters that
    no reader sees."""
    status(path, name)
    try:
        written = path.read_bytes()
        text = written.decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise DossierError([Problem(name, 1, "", f"cannot be read: {error.strerror}")]) from None
    except UnicodeDecodeError as error:
        line = written.count(b"\n", 0, error.start) + 1
        raise DossierError([Problem(name, line, "", f"not UTF-8 text ({error.reason})")]) from None
    if any(unseen(text)):
        lines = enumerate(text.split("\n"), 1)
        raise DossierError(Problem(name, line, "", message) for line, words in lines for message in unseen(words))
    return text


_IGNORED = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\ufffc\U000e0100-\U000e01ef]"
)
"""What Unicode has as letters and marks that are not shown (Default_Ignorable_Code_Point), the Braille cell without
dots, and what stands for an object that was lost."""

_SPACES = " \u00a0\u202f"
"""Those that a text has: plain, and two that no line ends at. Others are of another width, or drawn as a stroke."""

_LOST = "\ufffd"
"""Stands where a program could not read a letter."""

_SCRIPT = "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
_JOINER_ALONE = re.compile(f"(?<![{_SCRIPT}])([{JOINERS}])(?![{_SCRIPT}])")
"""Arabic script, and what joins its letters where it stands in another."""

_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
MOST_MARKS = 4
_HEAP = re.compile(f"[{_MARKS}]{{{MOST_MARKS + 1},}}")
"""More marks on a letter than any script has: they cover the lines around."""


def unseen(text: str) -> Iterator[str]:
    """What is wrong with a text for each sort of character in it that does not print, other than tabs and the ends of
    lines, and for marks that cover others."""
    if _HEAP.search(text):
        yield f"holds more than {MOST_MARKS} marks on one letter, which cover the lines around; expected fewer"
    hidden = {*_IGNORED.findall(text), *_JOINER_ALONE.findall(text)}
    if not hidden and _LOST not in text and text.replace("\n", "").isprintable():
        return
    for letter in dict.fromkeys(text):
        if letter == _LOST:
            yield "holds U+FFFD (REPLACEMENT CHARACTER), where a letter was lost; expected the letter"
        elif letter in hidden or (unicodedata.category(letter) in UNSEEN and letter not in f"\t\n{JOINERS}"):
            named = unicodedata.name(letter, "a control character")
            yield f"holds U+{ord(letter):04X} ({named}), which no reader sees; expected a text without it"
        elif unicodedata.category(letter) == "Zs" and letter not in _SPACES:
            named = f"U+{ord(letter):04X} ({unicodedata.name(letter)})"
            yield f"holds {named}, a space of another width; expected a plain or a no-break one"
