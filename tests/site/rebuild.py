"""``python rebuild.py PROJECT SEED EDITS``: edits a copy of the project by chance, or as FILES says if the seed is
``files``, builds after each edit as a server does, and compares the served tree with a clean build of the same state,
byte for byte, the search's index apart and the data as a whole, which a server does not make.

Run by ``test_rebuild.py`` in a process of its own, since it imports the code of the copy.
"""

from __future__ import annotations

import logging
import random
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import yaml

PROJECT, SEED, EDITS = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
sys.path[:0] = [str(PROJECT), str(Path(__file__).parent.parent)]

from mkdocs.commands.build import build  # noqa: E402
from mkdocs.config import load_config  # noqa: E402
from mkdocs.exceptions import Abort  # noqa: E402
from quicker import quicken  # noqa: E402
from support import DRAWN  # noqa: E402

CHANCE = random.Random(SEED)
logging.disable(logging.CRITICAL)


def record(kind: str = "*") -> Path:
    return CHANCE.choice(sorted((PROJECT / "data").glob(f"{kind}/*.yml")))


def texts(node: Any) -> list[dict[str, str]]:
    """The bilingual texts of a record."""
    found = [node] if isinstance(node, dict) and {"en", "ar"} <= set(node) and isinstance(node["en"], str) else []
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        found += texts(inner)
    return found


def read(path: Path) -> Any:
    """What a record's file holds, as the project reads it."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)


def write(path: Path, content: Any) -> None:
    text = yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8")


def change_text(number: int) -> str:
    path = record()
    content = read(path)
    if not (choice := texts(content)):
        return change_text(number)
    text = CHANCE.choice(choice)
    text["en"], text["ar"] = f"{text['en']} {number}", f"{text['ar']} {number}"
    write(path, content)
    return f"text of {path.name}"


def change_name(number: int) -> str:
    path = record("actors")
    content = read(path)
    content["name"]["en"] += f" {number}"
    write(path, content)
    return f"name of {path.name}"


def change_figure(number: int) -> str:
    path = record("chips")
    content = read(path)
    figures = content["figures"]
    if figures:
        figures[CHANCE.choice(sorted(figures))]["value"] += number
    write(path, content)
    return f"figure of {path.name}"


def change_rule(number: int) -> str:
    path = PROJECT / "data/rules/gauge-2031.yml"
    content = read(path)
    content["effects"][0]["any_of"][-1]["total_processing_performance"] = {"at_least": 3000 + number}
    write(path, content)
    return "threshold"


def add(number: int) -> str:
    path = record(CHANCE.choice(["sources", "events", "terms", "actors", "chips", "conflicts", "caveats"]))
    told_elsewhere = re.compile(r", conflict: [\w-]+")  # a conflict names the events that it is told in, and no copy
    copy = told_elsewhere.sub("", path.read_text(encoding="utf-8"))
    path.with_name(f"added-{number}.yml").write_text(copy, encoding="utf-8")
    return f"new {path.parent.name} like {path.name}"


def added() -> list[Path]:
    return sorted((PROJECT / "data").glob("*/added-*.yml"))


def delete(number: int) -> str:
    if not added():
        return add(number)
    path = CHANCE.choice(added())
    path.unlink()
    return f"{path.name} gone"


def rename(number: int) -> str:
    if not added():
        return add(number)
    path = CHANCE.choice(added())
    path.rename(path.with_name(f"added-again-{number}.yml"))
    return f"{path.name} renamed"


def change_page(number: int) -> str:
    path = CHANCE.choice(sorted((PROJECT / "docs").rglob("*/*.md")))
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\nMore {number}: [[chips/quill-9:memory_bandwidth]].\n", encoding="utf-8")
    return f"page {path.name}"


def change_title(number: int) -> str:
    path = CHANCE.choice(sorted((PROJECT / "docs").rglob("*/*.md")))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("title: ", f"title: T{number} ", 1), encoding="utf-8")
    return f"title of {path.name}"


def change_template(number: int) -> str:
    path = CHANCE.choice(sorted((PROJECT / "macros/templates").rglob("*.html")))
    path.write_text(f"{path.read_text(encoding='utf-8')}<!-- {number} -->\n", encoding="utf-8")
    return f"template {path.name}"


def change_string(number: int) -> str:
    path = PROJECT / "macros/wording/interface.yml"
    lines = path.read_text(encoding="utf-8").split("\n")
    at = CHANCE.choice([place for place, line in enumerate(lines) if "{en: " in line and '"' not in line])
    lines[at] = lines[at].replace("{en: ", f"{{en: S{number} ", 1)
    path.write_text("\n".join(lines), encoding="utf-8")
    return f"string {lines[at].strip()[:40]}"


def change_frame(number: int) -> str:
    """A string that the frame of every page shows, and not its content."""
    path = PROJECT / "macros/wording/interface.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('  licence: {en: "', f'  licence: {{en: "S{number} ', 1), encoding="utf-8")
    return "string of the frame"


def change_theme(number: int) -> str:
    path = PROJECT / "macros/theme/partials/footer.html"
    path.write_text(f"{path.read_text(encoding='utf-8')}<!-- {number} -->\n", encoding="utf-8")
    return "theme"


def break_and_mend(number: int) -> str:
    """A build that fails between two that do not."""
    change_text(number)
    path = record()
    good = path.read_text(encoding="utf-8")
    path.write_text(good + "\nunknown: 1\n", encoding="utf-8")
    try:
        serve()
    except Abort:
        path.write_text(good, encoding="utf-8")
        return f"{path.name} broken and mended"
    raise AssertionError("a record with an unknown field was built")


ACTIONS: list[Callable[[int], str]] = [
    *[change_text] * 5, change_name, *[change_figure] * 2, change_rule, *[add] * 3, *[delete] * 2, *[rename] * 2,
    *[change_page] * 3, change_title, *[change_template] * 3, *[change_string] * 3, change_frame, change_theme,
    break_and_mend,
]  # fmt: skip


def link(_: int) -> str:
    """Links to what is not there yet."""
    with (PROJECT / "docs/en/method.md").open("a", encoding="utf-8") as page:
        page.write("\n[A page](fresh.md), ![a picture](fresh.png), [a part](glossary.md#fresh).\n")
    (PROJECT / "docs/en/table.csv").write_text("a,b\n")
    return "links to nothing"


def make_what_is_linked(_: int) -> str:
    for code in ("en", "ar"):
        text = (PROJECT / f"docs/{code}/doubts.md").read_text(encoding="utf-8")
        (PROJECT / f"docs/{code}/fresh.md").write_text(text, encoding="utf-8")
    for path in ("docs/en/fresh.png", "docs/data/fresh.csv", "docs/en/table.csv/table.csv"):
        folder = (PROJECT / path).parent
        if folder.is_file():
            folder.unlink()
        folder.mkdir(exist_ok=True)
        (PROJECT / path).write_text("a,b\n")
    return "what is linked, and a folder in the place of a file"


def take_it_away(_: int) -> str:
    for path in ("en/fresh.md", "ar/fresh.md", "en/fresh.png", "en/table.csv/table.csv"):
        (PROJECT / "docs" / path).unlink()
    (PROJECT / "docs/en/table.csv").rmdir()
    (PROJECT / "docs/en/table.csv").write_text("a,b\n")
    return "what is linked is gone, and a file in the place of a folder"


def inherit(_: int) -> str:
    (PROJECT / "mkdocs.yml").rename(PROJECT / "base.yml")
    (PROJECT / "mkdocs.yml").write_text("INHERIT: base.yml\n")
    return "settings from elsewhere"


def change_what_is_inherited(_: int) -> str:
    text = (PROJECT / "base.yml").read_text(encoding="utf-8")
    (PROJECT / "base.yml").write_text(text.replace("site_name: ", "site_name: Z", 1), encoding="utf-8")
    return "settings elsewhere"


FILES = [link, make_what_is_linked, take_it_away, inherit, change_what_is_inherited]


def draw_nothing() -> None:
    """Let each drawing be its own name, which is the hash of what it is drawn from: drawing takes longer than all
    else."""
    from macros.site import drawings

    plain = drawings.Drawings.begin

    def begin(self: drawings.Drawings, figures: Iterable[drawings.Figure], cards: Iterable[drawings.Card]) -> None:
        figures, cards = list(figures), list(cards)
        named = [self.file(figure, kind) for figure in figures for kind in ("svg", "png")]
        named += [self.folder / f"{drawing.key}.svg" for figure in figures for drawing in figure.drawings]
        self.folder.mkdir(parents=True, exist_ok=True)
        for file in {*named, *map(self.card_file, cards)}.difference(self.folder.iterdir()):
            file.write_text(file.name, encoding="utf-8")
        plain(self, figures, cards)

    drawings.Drawings.begin = begin


def serve(start: bool = False) -> None:
    """One build of the server."""
    config = load_config(str(PROJECT / "mkdocs.yml"), site_dir=str(PROJECT / "served"))
    if start:
        config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url=config.site_url)


def clean() -> None:
    """A build of the same state that knows of no other."""
    from macros import hooks

    hooks_module = sys.modules["macros/hooks.py"]
    kept, hooks_module.memories = hooks_module.memories, []
    try:
        build(
            load_config(str(PROJECT / "mkdocs.yml"), site_dir=str(PROJECT / "clean")),
            serve_url="http://127.0.0.1:8000/",
        )
    finally:
        hooks_module.memories = kept
    assert hooks.memories == []


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "pagefind" not in path.parts and path.name != "sitemap.xml.gz"
    }


def main() -> None:
    import macros.site.build as building
    import macros.site.making as made
    from macros.site.indexing import BackgroundIndex

    building.name_scripts = building.allow_any_script  # a server allows its own in pages that it sends
    quicken()
    (PROJECT / DRAWN).unlink()  # those of all projects
    draw_nothing()
    BackgroundIndex.begin = lambda *_: None  # the index is not compared
    made.Making.publish = lambda _, staging, *__: staging.publish()  # nor is the data as a whole
    serve(start=True)
    for number in range(1, EDITS + 1):
        what = (FILES[number - 1] if SEED == "files" else CHANCE.choice(ACTIONS))(number)
        serve()
        clean()
        served, expected = tree(PROJECT / "served"), tree(PROJECT / "clean")
        differing = sorted(name for name in {*served, *expected} if served.get(name) != expected.get(name))
        print(f"{number} {what}: {'alike' if not differing else differing[:5]}", flush=True)


if __name__ == "__main__":
    main()
