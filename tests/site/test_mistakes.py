"""Mistakes that come to light in the middle of a build end in a line, those of the code in their whole story."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from support import DRAWN, ROOT

from macros.figures.card import Card
from macros.page.view import environment
from macros.site.build import say_where
from macros.site.drawings import Drawings
from macros.site.serving import lasting
from macros.wording.language import Language
from macros.wording.strings import INTERFACE, Unsaid


def test_a_mistake_in_a_template_is_told_with_its_line(caplog):
    with pytest.raises(Exception, match="undefined") as caught:
        environment().get_template("part/cite.html").render()
    with pytest.raises(PluginError, match="1 problem"):
        say_where(caught.value)
    assert re.search(r"macros/templates/part/cite\.html:\d+: '\w+' is undefined", caplog.text)


def test_a_template_that_is_gone_is_named():
    with pytest.raises(Exception, match=r".") as caught:
        environment().get_template("part/nope.html")
    with pytest.raises(PluginError, match=r"^'part/nope\.html' not found in search path: [^\n]*$"):
        say_where(caught.value)


def test_a_string_that_the_interface_lacks_is_told(caplog):
    with pytest.raises(Unsaid) as caught:
        Language("en", {}).string("kind.nope")
    with pytest.raises(PluginError, match="1 problem"):
        say_where(caught.value)
    (place,) = re.findall(
        r"macros/wording/interface\.yml:(\d+): the interface string 'kind\.nope' is missing", caplog.text
    )
    assert INTERFACE.read_text(encoding="utf-8").split("\n")[int(place) - 1] == "kind:"


@pytest.mark.parametrize(
    ("changes", "key", "told"),
    [
        ({'"All {n}"': "All", "الكل ({n})": "الكل"}, "all_n", "says nothing of {n}; expected it"),
        ({'"All {n}"': '"All {n} {m}"', "الكل ({n})": "الكل ({n}) {m}"}, "all_n", "takes {m}; expected none but {n}"),
    ],
)
def test_a_string_that_cannot_be_said_with_what_it_is_given_is_told(world, mkdocs, changes, key, told):
    """On its own line, and not on that of the template that says it."""
    interface = world / "macros/wording/interface.yml"
    text = interface.read_text(encoding="utf-8")
    for words, others in changes.items():
        assert words in text
        text = text.replace(words, others)
    interface.write_text(text, encoding="utf-8")
    result = mkdocs("build")
    assert result.returncode != 0 and "Traceback" not in result.stderr and not (world / "site").exists()
    (line,) = (number for number, line in enumerate(text.split("\n"), 1) if line.startswith(f"{key}:"))
    assert f"macros/wording/interface.yml:{line}: the interface string '{key}' {told}" in result.stderr


@pytest.mark.parametrize(
    ("kept", "told"),
    [
        ("/proc", r"^\S*/\.cache/drawings/\w+\.svg: expected a file that can be written, found: No such file"),
        ("/dev/null", r"/\.cache/drawings: expected a file that can be read and written, found: File exists"),
    ],
)
def test_drawings_that_cannot_be_kept_are_told(world, mkdocs, kept, told):
    (world / DRAWN).unlink()
    (world / DRAWN).symlink_to(kept)
    result = mkdocs("build")
    assert result.returncode != 0 and "Traceback" not in result.stderr and not (world / "site").exists()
    assert re.search(told, result.stderr, re.MULTILINE)


@pytest.fixture
def broken(world, mkdocs):
    """What a build says of a project with a file that holds something else."""

    def said(file: str, content: bytes | None) -> str:
        path = world / file
        path.unlink()
        if content is None:
            os.mkfifo(path)
        else:
            path.write_bytes(content)
        result = mkdocs("build")
        assert result.returncode != 0 and "Traceback" not in result.stderr and not (world / "site").exists()
        return result.stderr

    return said


@pytest.mark.parametrize(
    "file",
    [
        "macros/wording/interface.yml",
        "macros/wording/search.yml",
        "macros/templates/part/cite.html",
        "macros/theme/assets/dossier.js",
        "redirects.yml",
        "LICENSE-DATA.md",
    ],
)
@pytest.mark.parametrize(
    ("content", "told"),
    [(b"a: \xe9", ":1: not UTF-8 text"), (None, ":1: expected a file, found a folder, a pipe or a device")],
    ids=["bytes", "pipe"],
)
def test_what_is_no_text_is_told(broken, file, content, told):
    assert f"{file}{told}" in broken(file, content)


@pytest.mark.parametrize("other", ["main.html", "frame.html"])
def test_a_template_that_extends_itself_is_told(world, broken, other):
    (world / "macros/theme/frame.html").write_text("{% extends 'main.html' %}\n", encoding="utf-8")
    said = broken("macros/theme/main.html", f'{{% extends "{other}" %}}\n'.encode())
    assert "macros/theme/main.html:1: extends itself, perhaps by way of others; expected no way back" in said


def test_mistakes_of_all_files_are_told_at_once(world, broken):
    (world / "macros/wording/search.yml").write_text("word: (\n", encoding="utf-8")
    (world / "redirects.yml").write_text("a/: [\n", encoding="utf-8")
    (world / "data/actors/tarn-wire.yml").write_text("kind: x\n", encoding="utf-8")
    said = broken("macros/wording/interface.yml", b"menu: x\n")
    for told in ("search.yml:1: word: ", "redirects.yml:", "tarn-wire.yml:1: kind: ", "interface.yml:1: menu: "):
        assert told in said


def test_a_mistake_in_the_code_is_left_as_it_is():
    assert say_where(KeyError("x")) is None
    assert say_where(PluginError("said before")) is None


@pytest.mark.parametrize(
    "error, said",
    [
        (Abort("Aborted with a BuildError!"), []),
        (ConfigurationError("mkdocs.yml is\nbroken"), ["mkdocs.yml is broken"]),
        (KeyError("x"), ["the build failed for a mistake in the code"]),
    ],
)
def test_a_server_goes_on_and_says_why_the_pages_are_old(caplog, error, said):
    def fails() -> None:
        raise error

    lasting(fails, ROOT / "mkdocs.yml")()
    assert caplog.messages == [*said, "the pages of the last good build are still served"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "      - standing:",
            "      - nope:",
            "nav: 'nope' is no door; expected one of 'door' in macros/wording/interface.yml",
        ),
        ("  - ar:\n", "  - fr:\n", "nav: expected one section for each of en, ar, found ['en', 'fr']"),
        (
            "          - en/steps.md\n",
            "          - law: [en/steps.md]\n",
            "nav: 'law' stands behind the door 'standing' of en; expected pages",
        ),
        (
            "          - en/steps.md\n",
            "          - en/steps.md\n" * 2,
            "nav: 'en/steps.md' stands 2 times; expected each page once",
        ),
        ("          - en/steps.md\n", "          - ar/steps.md\n", "nav: 'ar/steps.md' is no page of en; expected en/"),
        (
            "      - law:\n",
            "      - law: []\n      - claims:\n",
            "nav: 'law' of en leads to no page; expected one at least",
        ),
        ("  - en:\n", "  - en/index.md\n  - en:\n", "nav: expected one section for each of en, ar, found ['en', 'ar']"),
    ],
    ids=["door", "language", "section", "twice", "other", "empty", "page"],
)
def test_a_navigation_that_is_none_is_told(world, mkdocs, old, new, told):
    settings = world / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    result = mkdocs("build")
    assert result.returncode != 0 and f"mkdocs.yml:1: {told}" in result.stderr and "Traceback" not in result.stderr
    assert not (world / "site").exists()


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("use_directory_urls: false", "use_directory_urls: expected true: the address of every page ends in a slash"),
        ("repo_url: https://a:b@example.org/", "repo_url: 'https://a:b@example.org/' is no address of a site"),
        ("plugins: [search]", "plugins: expected macros, by which pages of prose place what is made"),
        ("plugins: [macros, search]", "plugins: search: expected none of MkDocs or Material"),
        ("hooks: []", "hooks: expected macros/hooks.py, which makes the pages"),
        ("plugins: [{macros: {module_name: nothere}}]", "plugins.macros.module_name: expected macros; found 'nothere'"),
        ("plugins: [macros]", "plugins.macros.module_name: expected macros; found 'main'"),
        (
            "plugins: [{macros: {module_name: macros, modules: [nothere]}}]",
            "plugins.macros.modules: expected none but module_name, on_undefined, on_error_fail",
        ),
        (
            "plugins: [{macros: {module_name: macros, on_undefined: x}}]",
            "plugins.macros.on_undefined: expected strict; found 'x'",
        ),
        ("docs_dir: data", "docs_dir: expected docs, where the pages of prose stand"),
        ("hooks: [macros/hooks.py, macros/../macros/hooks.py]", "hooks: expected macros/hooks.py once"),
        ("theme: material", "theme.custom_dir: expected macros/theme"),
        ("theme: {name: material, custom_dir: docs}", "theme.custom_dir: expected macros/theme"),
        ("theme: {favicon: x.svg}", "theme.favicon: no file 'x.svg' in macros/theme; expected one"),
        ("theme: {favicon: null}", "theme.favicon: no file 'None' in macros/theme; expected one"),
        ("extra_css: [5]", "extra_css: no file '5' in macros/theme; expected one"),
        ("extra_css: [assets/gird.css]", "extra_css: no file 'assets/gird.css' in macros/theme; expected one"),
        ("repo_url: https://box/", "repo_url: 'box' is no host of the internet; expected one such as example.org"),
        ("theme: mkdocs", "theme: expected material, which the frame of the pages is made of; found 'mkdocs'"),
    ],
)
def test_a_setting_with_which_no_page_is_right_is_told(world, mkdocs, setting, told):
    (world / "mkdocs.yml").rename(world / "other.yml")
    (world / "mkdocs.yml").write_text(f"INHERIT: other.yml\n{setting}\n", encoding="utf-8")
    result = mkdocs("build")
    assert result.returncode != 0 and f"mkdocs.yml:1: {told}" in result.stderr and "Traceback" not in result.stderr


def test_settings_outside_the_project_are_told(world, mkdocs, tmp_path):
    paths = f"docs_dir: {world}/docs\ntheme: {{custom_dir: {world}/macros/theme}}\nwatch: []\n"
    paths += f"hooks: [{world}/macros/hooks.py]\n"
    (tmp_path / "my.yml").write_text(f"INHERIT: {world}/mkdocs.yml\n{paths}", encoding="utf-8")
    result = mkdocs("build", "-f", str(tmp_path / "my.yml"))
    assert result.returncode != 0 and "Traceback" not in result.stderr
    assert f"my.yml:1: expected a file of settings in {world}" in result.stderr


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"SOURCE_DATE_EPOCH": "nope"}, "SOURCE_DATE_EPOCH: 'nope' is no moment; expected the seconds since 1970"),
        ({"SOURCE_DATE_EPOCH": "4294967296"}, "SOURCE_DATE_EPOCH: '4294967296' is no moment"),
        ({"SITE_URL": "https://x/"}, "site_url: 'x' is no host of the internet; expected one such as example.org"),
        ({"SITE_URL": "https://a:b@example.org/"}, "site_url: 'https://a:b@example.org/' is no address of a site"),
    ],
)
def test_an_environment_that_is_wrong_is_told(world, mkdocs, environment, told):
    result = mkdocs("build", **environment)
    assert result.returncode != 0 and told in result.stderr and "Traceback" not in result.stderr
    assert not (world / "site").exists()


def test_without_docstrings_nothing_is_built(world):
    command = [sys.executable, "-OO", "-m", "mkdocs", "build"]
    result = subprocess.run(command, cwd=world, capture_output=True, text=True)
    assert result.returncode != 0 and "PYTHONOPTIMIZE: expected 1 at most" in result.stderr
    assert not (world / "site").exists()


def test_a_drawing_that_was_lost_is_drawn_again_and_what_another_build_may_need_stays(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONSAFEPATH", "1")
    card = Card('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')
    young, old, lost = (tmp_path / name for name in ("young.svg", "old.svg", Drawings(tmp_path).card_file(card).name))
    for path in (young, old, lost):
        path.touch()
    os.utime(old, (0, 0))
    drawings = Drawings(tmp_path)
    drawings.begin([], [card])
    drawings.finish()
    assert lost.stat().st_size and young.exists() and not old.exists()
