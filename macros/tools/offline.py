"""``python -m macros.tools.offline [SITE [COPY]]``: makes of a built site (``site/`` if none is named) a copy that
is read from a disk without a server (``offline/``), its search and its lists too.

Pages are as they are but for what a browser refuses to pages of files: links lead to ``index.html`` instead of folders,
modules are plain scripts, and what scripts fetch stands beside as scripts as well.
"""

from __future__ import annotations

import base64
import json
import posixpath
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from ..wording.language import LANGUAGES
from .asked import run, usage
from .staging import Staging

USAGE = usage(__file__)
PROJECT = Path(__file__).parent.parent.parent
HELP = Path(__file__).with_name("offline.js")
PACKED = Path(__file__).with_name("packed.js")

LEFT_OUT = ("404.html", "sitemap.xml", "sitemap.xml.gz", "robots.txt", "pagefind")
"""What only a host has a use for, and the index of the search, which is packed."""

NEEDED = ("index.html", "assets/finding.js", "data", *(f"pagefind/{code}" for code in LANGUAGES))
"""What a built site has."""

_LINK = re.compile(r'(?<=\shref=")[^"]*(?=")')
_MOVED = re.compile(r'(?<=<meta http-equiv="refresh" content="0; url=)[^"]*')
_PRELOAD = re.compile(r'<link rel="preload"[^>]*>\n?')
_MODULE = re.compile(r'<script type="module" src="([^"]*)assets/([\w-]+\.js)"></script>')
_POLICY = re.compile(r'(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]*')
_PARTS = re.compile(r'<nav class="parts".*?</nav>', re.DOTALL)
_IMPORT = re.compile(r'^import (\{[^}]+\}) from "\./([\w-]+\.js)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const) (\w+))", re.MULTILINE)
_ENGINE = "import(`${index}pagefind.js`)"


def to_file(link: str) -> str:
    """A link to a folder of the site as one to the page in it; any other as it is."""
    path, sign, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", link, re.DOTALL).groups()  # type: ignore[union-attr]
    if not path or ":" in path or path.startswith("/") or "." in path.rpartition("/")[2].strip("."):
        return link
    return f"{posixpath.join(path, 'index.html')}{sign}{rest}"


def policy(site: str) -> str:
    """The policy of a page (Content Security Policy) as it is on a disk, where files are of no site: they are allowed
    instead, and the worker of the search with its engine, which scripts make of their texts."""
    disk = site.replace("worker-src 'self'", "worker-src blob:").replace("script-src 'self'", "script-src file: blob:")
    return disk.replace("'self'", "file:")


def page(html: str) -> str:
    """A page as it is read from a disk."""
    html = _LINK.sub(lambda link: to_file(link[0]), _PRELOAD.sub("", html))
    html = _MOVED.sub(lambda way: to_file(way[0]), html)
    html = _POLICY.sub(lambda found: policy(found[0]), html)
    help_first = iter([True])

    def plain(script: re.Match[str]) -> str:
        help = f'<script src="{script[1]}assets/{HELP.name}"></script>\n' if next(help_first, False) else ""
        return f'{help}<script defer src="{script[1]}assets/{script[2]}"></script>'

    return _MODULE.sub(plain, html)


def style(css: str) -> str:
    """A style sheet whose fonts, which no page can load ahead from a disk, are waited for."""
    return css.replace("font-display:optional", "font-display:block")


def script(assets: Path, name: str) -> str:
    """A module and what it imports as one plain script."""
    return f'"use strict";\n{_module(assets, name)};\n'


def _module(assets: Path, name: str) -> str:
    """A module as an expression, whose value is what it exports."""
    text = (assets / name).read_text(encoding="utf-8")
    exported = ", ".join(_EXPORT.findall(text))
    text = _IMPORT.sub(lambda found: f"const {found[1]} = {_module(assets, found[2])};", _EXPORT.sub("", text))
    return f"(() => {{\n{text}\nreturn {{ {exported} }};\n}})()"


def searcher(assets: Path, index: Path) -> str:
    """The worker of the search, with the index of a language in it."""
    files = {
        path.relative_to(index).as_posix(): base64.b64encode(path.read_bytes()).decode()
        for path in sorted(index.rglob("*"))
        if path.is_file()
    }
    finding = script(assets, "finding.js")
    if _ENGINE not in finding:
        raise ValueError("finding.js does not import the engine of the search; expected a site of this project")
    place = f"const place = {json.dumps(f'/pagefind/{index.name}/')};\n"
    packed = f"const packed = {json.dumps(files)};\n"
    return place + packed + PACKED.read_text(encoding="utf-8") + finding.replace(_ENGINE, "import(engine)")


def kept(text: str) -> str:
    """A script that keeps a text for the scripts of a page."""
    return f"keep({json.dumps(text)});\n"


def _text(path: Path) -> str:
    """The text of a page. Raises ValueError, which names it."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise ValueError(f"{path}: not UTF-8 text") from None


def fetched(site: Path) -> Iterator[Path]:
    """What scripts fetch beside the index: data, and the further pages of long lists."""
    yield from site.glob("data/*.json")
    pages = set[Path]()
    for path in site.rglob("index.html"):
        for parts in _PARTS.findall(path.read_text(encoding="utf-8")):
            pages |= {path.parent / link / "index.html" for link in _LINK.findall(parts)}
    yield from sorted({path.resolve() for path in pages})


def copy(site: Path, target: Path) -> None:
    """Make the copy of a site in an empty folder."""
    site = site.resolve()
    shutil.copytree(site, target, ignore=shutil.ignore_patterns(*LEFT_OUT), dirs_exist_ok=True)
    for path in target.rglob("*.html"):
        path.write_text(page(_text(site / path.relative_to(target))), encoding="utf-8")
    for path in (target / "assets").glob("*.js"):
        path.write_text(script(site / "assets", path.name), encoding="utf-8")
    for path in (target / "assets").glob("*.css"):
        path.write_text(style(path.read_text(encoding="utf-8")), encoding="utf-8")
    shutil.copy(HELP, target / "assets")
    for path in fetched(site):
        here = target / path.relative_to(site)
        here.with_name(f"{here.name}.js").write_text(kept(here.read_text(encoding="utf-8")), encoding="utf-8")
    (target / "pagefind").mkdir()
    for code in LANGUAGES:
        packed = kept(searcher(site / "assets", site / "pagefind" / code))
        (target / f"pagefind/{code}.js").write_text(packed, encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Make the copy, in the place of an older one, which stays whole until then. The exit status is 2 for a wrong call,
    without a site that can be read, and where something else stands."""
    site, target, *more = (*map(Path, arguments), *(PROJECT / "site", PROJECT / "offline")[len(arguments) :])
    if more or not all((site / needed).exists() for needed in NEEDED):
        print(f"{site}: expected a built site\n{USAGE}", file=sys.stderr)
        return 2
    if target.exists() and not (target / "assets" / HELP.name).exists():
        print(f"{target}: expected nothing there, or an older copy", file=sys.stderr)
        return 2
    try:
        if target.resolve().is_relative_to(site.resolve()) or site.resolve().is_relative_to(target.resolve()):
            print(f"{target}: expected a folder beside the site", file=sys.stderr)
            return 2
        staging = Staging(PROJECT, target)
        copy(site, staging.folder)
        staging.publish()
    except (OSError, RuntimeError, ValueError) as error:
        reasons = [why for *_, why in error.args[0]] if isinstance(error, shutil.Error) else [str(error)]
        for why in reasons:
            print(f"{target}: no copy could be made of {site}: {why}", file=sys.stderr)
        return 2
    print(f"{target / 'index.html'}: open it in a browser")
    return 0


if __name__ == "__main__":
    sys.exit(run(main, USAGE))
