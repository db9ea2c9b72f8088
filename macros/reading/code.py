"""What of a page of prose is code: nothing in it is a reference, HTML or a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

_FENCE = re.compile(r"(`{3,}|~{3,})[ ]*[\w#.+-]*[ ]*")
_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)[^\n]+?(?<!`)\1(?!`)")
_QUOTED = re.compile(r"(?: {0,3}> ?)+")
_ITEM = re.compile(r"\s*(?:[*+-]|\d+\.)\s")

TAB = 4
"""By so many spaces Markdown sets in what belongs to an item of a list, and code."""


def divided(text: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a page, each with whether it is code: between fences, set in, or between backticks on one line.

    What is doubtful is none. What Markdown makes of a page is judged once more when it is made.
    """
    lines = text.split("\n")
    ended = [*(f"{line}\n" for line in lines[:-1]), lines[-1]]
    for is_code, group in groupby(zip(ended, _coded(lines), strict=True), lambda line: line[1]):
        piece = "".join(line for line, _ in group)
        if is_code:
            yield piece, True
        else:
            end = 0
            for span in _SPAN.finditer(piece):
                yield piece[end : span.start()], False
                yield span[0], True
                end = span.end()
            yield piece[end:], False


def without_code(text: str) -> str:
    """A page without its code, in as many lines."""
    return "".join(("\n" * piece.count("\n") or "``") if is_code else piece for piece, is_code in divided(text))


def _coded(lines: list[str]) -> list[bool]:
    """Whether each line is code as a whole."""
    found, fence, opening, level, is_code, is_blank = list[bool](), "", 0, 0, False, True
    for number, line in enumerate(lines):
        opened = _FENCE.fullmatch(line)
        if fence or opened:
            if opened and not fence:
                fence, opening = opened[1], number
            elif line.rstrip(" ") == fence:
                fence = ""
            found.append(True)
            level, is_code, is_blank = 0, False, True
            continue
        inner = _QUOTED.sub("", line.expandtabs(TAB), count=1) if _QUOTED.match(line) else line.expandtabs(TAB)
        if inner.strip():
            depth = (len(inner) - len(inner.lstrip())) // TAB
            is_code = (is_code or is_blank) and depth > level
            if not is_code and is_blank:
                level = min(level, depth)
            if not is_code and _ITEM.match(inner):
                level = min(level, depth) + 1
        is_blank = not inner.strip()
        found.append(is_code and not is_blank)
    if fence:  # it never ends, so it is none
        found[opening:] = [False] * (len(lines) - opening)
    return found
