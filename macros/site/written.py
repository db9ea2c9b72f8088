"""``python -m macros.site.written ZENSICAL``: the site with Zensical, which calls no hooks. Its pages are written out
first, and the command ``ZENSICAL`` makes the site of them.

There are three sites side by side, since Zensical's frame has one language: the first page with all files that are no
pages, and the pages of each language. Of a page of prose the macros and pointers are done and its Markdown is left;
every other page is HTML.
"""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.structure.files import File, Files, get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.utils import CountHandler

from ..page.place import Place
from ..reading.code import divided
from ..reading.pointers import SYNTAX
from ..reading.problems import DossierError
from ..tools.asked import run, usage
from ..wording.language import LANGUAGES
from ..wording.latin import isolate
from .build import Build, say_where
from .generated import ProsePage

USAGE = usage(__file__)

PROJECT = Path(__file__).parent.parent.parent

SITES = ("", *LANGUAGES)
"""The sites by the folders in which they lie in the whole; the others lie in the first."""


def make(zensical: Path) -> None:
    """Put the site in its place, as a strict build does. Raises what MkDocs raises for a dossier that cannot be built,
    DossierError for what is called wrongly, and CalledProcessError."""
    warnings = CountHandler()
    warnings.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(warnings)
    config = load_config(str(PROJECT / "mkdocs.yml"))
    config = config.plugins.on_config(config)
    build = Build.of(config)
    files = config.plugins.on_files(get_files(config), config=config)
    config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    build.draw()
    with tempfile.TemporaryDirectory(prefix="zensical-") as name:
        _write(config, build, files, Path(name))
        build.mind_mistakes()
        if found := warnings.get_counts():
            raise Abort(f"{found[0][1]} warnings; nothing was published")
        for site in SITES:
            shutil.copytree(made(zensical, Path(name, site)), build.staging.folder / site, dirs_exist_ok=True)
    lacking = [page for page in files.documentation_pages() if not (build.staging.folder / page.dest_uri).exists()]
    if lacking:
        raise Abort(f"{zensical}: made {len(lacking)} pages less than were written for it, {lacking[0].dest_uri} first")
    build.staging.publish()


def made(zensical: Path, folder: Path) -> Path:
    """The site that Zensical makes in a folder. Raises CalledProcessError, and Abort where it makes none."""
    subprocess.run([zensical, "build", "--strict"], cwd=folder, check=True)
    if not (folder / "site/index.html").exists():
        raise Abort(f"{zensical}: made no site; expected the command of Zensical")
    return folder / "site"


def _write(config: MkDocsConfig, build: Build, files: Files, folder: Path) -> None:
    """Write what Zensical reads."""
    for site in SITES:
        shutil.copytree(PROJECT / "macros/theme/assets", folder / site / "pages/assets")
        settings = yaml.safe_dump(_settings(config, build, site), allow_unicode=True, sort_keys=False)
        (folder / site / "mkdocs.yml").write_text(settings, encoding="utf-8")
    found = {file.src_uri: _text(config, build, file).encode() for file in files.documentation_pages()}
    found |= {file.src_uri: file.content_bytes for file in files if not file.is_documentation_page()}
    for path, content in (found | build.data()).items():
        site = next((code for code in LANGUAGES if path.startswith(f"{code}/")), "")
        place = folder / site / "pages" / path.removeprefix(f"{site}/")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


def _text(config: MkDocsConfig, build: Build, file: File) -> str:
    """A page as a file: its head, its text, and its citation."""
    page = file.page
    assert page is not None, "the build gives each file its page"
    code = Place(page.url).language
    page.read_source(config)
    page.render(config, build.files)
    content, cited = page.content or "", build.content("", page)
    build.mind_parts(f"{content}{cited}", page)
    text = _prose(build, page) if isinstance(page, ProsePage) else _block(content, code)
    text += f"\n\n{_block(cited, code)}\n"
    head = yaml.safe_dump({key: page.meta[key] for key in ("title", "description") if key in page.meta})
    return f"---\n{head}---\n\n{build.drawings.place(text, Place(page.url).to(''))}"


def _prose(build: Build, page: ProsePage) -> str:
    """The Markdown of a page of prose, with HTML where macros and pointers were."""
    pointed = partial(SYNTAX.sub, lambda found: str(build.markdown.pointed(found[1])))
    text = "".join(piece if is_code else pointed(piece) for piece, is_code in divided(build.call_macros(page)))
    kept, code = build.markdown.kept, Place(page.url).language
    return "\n".join(line if (html := kept(line)) is None else _block(html, code) for line in text.split("\n"))


def _block(html: str, code: str) -> str:
    """HTML that Markdown leaves as it is."""
    return f"<div>{isolate(html, code)}</div>"


def _settings(config: MkDocsConfig, build: Build, site: str) -> Mapping[str, Any]:
    """What Zensical is told of a site."""
    language = build.languages[site or "en"]
    doors: list[dict[str, list[str]]] = next((entry[site] for entry in config.nav or () if site in entry), [])
    return {
        "site_name": language.string("site.name"),
        "site_description": language.string("site.description"),
        "site_url": f"{config.site_url}{f'{site}/' if site else ''}",
        "docs_dir": "pages",
        "theme": {"name": "material", "variant": "classic", "language": language.code, "font": False},
        "extra_css": list(config.extra_css),
        "markdown_extensions": [name for name in config.markdown_extensions if isinstance(name, str)],
        "nav": [
            {language.string(f"door.{name}"): [page.removeprefix(f"{site}/") for page in pages]}
            for door in doors
            for name, pages in door.items()
        ]
        or ["index.md"],
    }


def main(arguments: list[str]) -> int:
    """Make the site. The exit status is 2 for a wrong call, and 1 where no site can be made."""
    zensical = shutil.which(arguments[0]) if len(arguments) == 1 else None
    if not zensical:
        print(f"{' '.join(arguments) or 'no argument'}: expected the command of Zensical\n{USAGE}", file=sys.stderr)
        return 2
    logging.basicConfig(format="%(levelname)s - %(message)s")
    try:
        try:
            make(Path(zensical).absolute())
        except Exception as error:
            say_where(error)
            raise
    except (MkDocsException, DossierError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(run(main, USAGE))
