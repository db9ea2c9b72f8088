"""The made-up world of ``world/``, and what is expected of it: every page's words and links, figures and data files.

``python tests/made_up.py`` writes the expectations anew (``make expected``); the change then shows in the diff.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import lxml.html

TESTS = Path(__file__).resolve().parent
sys.path.insert(0, str(TESTS.parent))

from macros.downloads.calendar import calendar
from macros.downloads.feeds import feed
from macros.figures.catalogue import FIGURES, download
from macros.figures.chart import Chart
from macros.law.day import Law
from macros.law.statuses import statuses
from macros.law.thresholds import thresholds
from macros.page.changes import FEEDS
from macros.page.citation import citation_address, citations_address
from macros.page.grid import by_group, grid
from macros.page.lists import LISTS
from macros.page.place import Place
from macros.page.record_pages import record_page
from macros.page.view import View, environment
from macros.reading.dossier import Dossier
from macros.reading.load import load
from macros.record.chip import Chip
from macros.record.kinds import BY_FOLDER, KINDS
from macros.record.rule import Rule
from macros.record.shared import Record
from macros.record.source import Source
from macros.site.words import read_strings
from macros.wording.language import LANGUAGES, Language

WORLD = TESTS / "world"
EXPECTED = WORLD / "expected"
BASE = "https://example.org/made-up/"

_BLOCKS = set(
    re.findall(
        r"\w+",
        "p h1 h2 h3 h4 li td th dt dd summary figcaption div section article header aside table tr caption "
        "blockquote footer details dl ol ul form label option button output nav main figure svg pre",
    )
)
_SHOWN = ("title", "aria-label", "value", "class")
_SCALE = re.compile(r"\bp\d+ t\d\b")
"""The classes that say how long a bar is."""


@cache
def dossier() -> Dossier:
    """The world's dossier."""
    return load(WORLD / "data")


def law(world: Dossier) -> Law:
    """The world's law as of its latest finding."""
    return Law(world.all(Rule), world.all(Chip), world.current_to.first_day)


@cache
def languages() -> dict[str, Language]:
    """Both languages, with the interface strings as they are now."""
    strings = read_strings()
    return {code: Language(code, strings) for code in LANGUAGES}


templates = cache(environment)


def view(world: Dossier, url: str) -> View:
    """A page of the world."""
    return View(world, law(world), languages(), templates(), BASE, Place(url))


def told(html: str) -> str:
    """A page's words and links in reading order: a line a block, with the ids and attributes that a reader meets."""
    lines: list[list[str]] = [[]]

    def walk(element: lxml.html.HtmlElement) -> None:
        tag = element.tag
        if not isinstance(tag, str):
            return
        block = tag in _BLOCKS
        if block:
            lines.append([_head(element), ""])
        elif tag == "a":
            lines[-1].append("[")
        elif scale := _SCALE.search(element.get("class") or ""):
            lines[-1].append(f"{{{scale[0]}}}")
        lines[-1].append(element.text or "")
        for child in element:
            walk(child)
            lines[-1].append(child.tail or "")
        if tag == "a":
            lines[-1].append(f"]({element.get('href')})")
        if block:
            lines.append([])

    walk(lxml.html.fragment_fromstring(html, create_parent="root"))
    found = (" ".join("".join(line).split()) for line in lines)
    return "\n".join(line for line in found if line) + "\n"


def _head(element: lxml.html.HtmlElement) -> str:
    shown = "".join(f" {name}={' '.join(value.split())!r}" for name in _SHOWN if (value := element.get(name)))
    return f"{element.tag}{'#' + element.get('id') if element.get('id') else ''}{shown}: "


def expectations() -> dict[str, Callable[[], str]]:
    """Every file of ``expected/``, and how to ask the code what it makes of the world now."""
    world = dossier()
    made: dict[str, Callable[[], str]] = {
        "thresholds.json": lambda: _json(thresholds(law(world))),
        "statuses.json": lambda: _json(statuses(law(world))),
    }
    for code in LANGUAGES:
        for kind in KINDS:
            for record in world.all(kind) if kind.is_paged() else ():
                made[f"{code}/{record.folder}/{record.id}.txt"] = partial(_record, code, record)
        for name in _components():
            made[f"{code}/{name}.txt"] = partial(_list, code, name)
        for name in FEEDS:
            made[f"{code}/{name}.xml"] = partial(_feed, code, name)
        for kind in KINDS:
            if not kind.is_paged():
                made[f"{code}/cite-{kind.folder}.txt"] = partial(_citations, code, kind)
                for record in world.all(kind):
                    made[f"{code}/cite/{kind.folder}/{record.id}.txt"] = partial(_citation, code, record)
        made[f"{code}/dates.ics"] = partial(_calendar, code)
        made[f"{code}/status-grid.txt"] = partial(_status_grid, code)
        for name in FIGURES:
            made[f"figures/{name}.{code}.json"] = partial(_drawing, code, name)
            made[f"figures/{Path(download(name, code, 'csv')).name}"] = partial(_table, code, name)
    return made


def _record(code: str, record: Record) -> str:
    """The page of a record, with what its head says."""
    page = view(dossier(), f"{code}/{record.address}")
    shown = record_page(page.dossier, page.law, record)
    html = page.render(f"record/{record.folder.removesuffix('s')}.html", record=record, shown=shown)
    source = record if isinstance(record, Source) else None
    cite = page.render("part/cite.html", cited=page.cited_record(record), source=source)
    head = f"title: {page.title(record)}\ndescription: {page.description(record)}\n"
    return head + told(html) + told(cite)


def _list(code: str, name: str) -> str:
    """A component of the pages of prose."""
    page = view(dossier(), f"{code}/{name}/")
    values = {"shown": LISTS[name](page)} if name in LISTS else {}
    if name in BY_FOLDER:
        values["records"] = page.dossier.all(BY_FOLDER[name])
    return told(page.render(f"list/{name}.html", **values))


def _citations(code: str, kind: type[Record]) -> str:
    """The ways to the citations of the records of a kind without pages."""
    page = view(dossier(), f"{code}/{citations_address(kind)}")
    return told(page.render("part/citations.html", title="", records=page.dossier.all(kind)))


def _citation(code: str, record: Record) -> str:
    """The page that says how a record without a page is cited, with what its head says."""
    page = view(dossier(), f"{code}/{citation_address(record)}")
    cited = page.cited_record(record)
    html = page.render("part/citation-page.html", title=cited.title, record=record)
    cite = page.render("part/cite.html", cited=cited, source=None)
    head = f"title: {cited.title}\ndescription: {page.language.string('cite.entry_description')}\n"
    return head + told(html) + told(cite)


def _feed(code: str, name: str) -> str:
    """A feed, an element a line."""
    return feed(name, view(dossier(), f"{code}/")).replace("><", ">\n<") + "\n"


def _calendar(code: str) -> str:
    return calendar(view(dossier(), f"{code}/")).replace("\r\n", "\n")


def _status_grid(code: str) -> str:
    page = view(dossier(), f"{code}/")
    return told(page.render("list/status-grid.html", shown=grid(page, by_group(page.dossier, page.dossier.all(Chip)))))


def _chart(code: str, name: str) -> Chart:
    chart = FIGURES[name](view(dossier(), f"{code}/"))
    assert chart, f"the world lacks what the figure {name} shows"
    return chart


def _drawing(code: str, name: str) -> str:
    """What a figure says, and its drawings in Vega-Lite's terms."""
    chart = _chart(code, name)
    keys = [[key.shape, key.colour, key.label] for key in chart.keys]
    columns = [[column.label, column.decimals, column.nothing] for column in chart.columns]
    said = {"title": chart.title, "note": chart.note, "alternative": chart.alternative, "keys": keys}
    drawn = {"wide": chart.wide.specification, "narrow": chart.narrow.specification}
    return _json(said | {"columns": columns, "is_listed": chart.is_listed} | drawn)


def _table(code: str, name: str) -> str:
    """The download of a figure."""
    return _chart(code, name).csv(f"{BASE}{code}/")


def _components() -> list[str]:
    files = (TESTS.parent / "macros/templates/list").glob("*.html")
    return sorted(file.stem for file in files if file.stem != "status-grid")


def _json(value: object) -> str:
    """Numbers to a thousandth, so that a figure's places do not depend on the last bit."""
    return json.dumps(_rounded(value), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def _rounded(value: object) -> object:
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, dict):
        return {str(key): _rounded(item) for key, item in value.items()}
    return [_rounded(item) for item in value] if isinstance(value, list | tuple) else value


def main() -> None:
    made = {name: make() for name, make in expectations().items()}
    shutil.rmtree(EXPECTED, ignore_errors=True)
    for name, text in made.items():
        (EXPECTED / name).parent.mkdir(parents=True, exist_ok=True)
        (EXPECTED / name).write_text(text, encoding="utf-8", newline="")
    print(f"{len(made)} expectations written to {EXPECTED.relative_to(TESTS.parent)}; look at the diff")


if __name__ == "__main__":
    main()
