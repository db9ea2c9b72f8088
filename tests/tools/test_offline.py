"""The copy that is read from a disk: its links lead to files, its scripts are plain, and no server is needed."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from made import write

from macros.tools import offline


@pytest.mark.parametrize(
    ("link", "to"),
    [
        ("../../claims/x/", "../../claims/x/index.html"),
        ("../../", "../../index.html"),
        ("..", "../index.html"),
        (".", "./index.html"),
        ("../../timeline/#e", "../../timeline/index.html#e"),
        ("../status/?chip=x&amp;on=y#now", "../status/index.html?chip=x&amp;on=y#now"),
        ("#here", "#here"),
        ("?kind=law", "?kind=law"),
        ("../data/x.csv", "../data/x.csv"),
        ("../feed.xml", "../feed.xml"),
        ("https://example.org/x/", "https://example.org/x/"),
        ("mailto:x@example.org", "mailto:x@example.org"),
    ],
)
def test_a_link_to_a_folder_leads_to_the_page_in_it(link, to):
    assert offline.to_file(link) == to


@pytest.fixture(scope="module")
def copied(world_site, tmp_path_factory) -> Path:
    target = tmp_path_factory.mktemp("copy") / "offline"
    assert offline.main([str(world_site.root), str(target)]) == 0
    return target


@pytest.mark.parametrize(
    ("page", "to"),
    [
        ("ar/claims/buyers-enquire/index.html", "../buyers-ask/index.html"),
        ("en/events/ovrel-ships/index.html", "../../timeline/index.html#ovrel-ships-2032"),
    ],
)
def test_a_page_that_has_moved_leads_to_a_file_without_script(copied, page, to):
    assert f'http-equiv="refresh" content="0; url={to}"' in (copied / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["en/method/index.html", "ar/claims/buyers-enquire/index.html"])
def test_the_policy_of_a_page_allows_files_instead_of_a_site(world_site, copied, page):
    there, here = (
        re.search('Content-Security-Policy" content="([^"]*)"', (root / page).read_text(encoding="utf-8"))[1]
        for root in (world_site.root, copied)
    )
    assert "style-src 'self'" in there and "style-src file:" in here and "'self'" not in here
    assert re.findall("'sha256-[^']*'", there) == re.findall("'sha256-[^']*'", here) != []


def test_every_page_is_there_and_every_link_leads_to_a_file(world_site, copied):
    pages = [path.relative_to(world_site.root) for path in world_site.root.rglob("index.html")]
    followed = 0
    for page in pages:
        html = (copied / page).read_text(encoding="utf-8")
        for link in re.findall(r'(?:href|src)="([^"]*)"', html):
            target = urlsplit(urljoin(f"file:///{page.as_posix()}", link))
            if target.scheme == "file":
                followed += 1
                assert (copied / unquote(target.path).lstrip("/")).is_file(), (page, link)
    assert followed > 10 * len(pages)


def test_no_page_has_a_module_or_asks_for_a_font_as_of_another_host(copied):
    for path in copied.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert 'type="module"' not in html and 'rel="preload"' not in html, path
    for path in (copied / "assets").glob("*.js"):
        assert not re.search(r"^(import|export) ", path.read_text(encoding="utf-8"), re.MULTILINE), path


def test_fonts_are_waited_for(world_site, copied):
    """What is optional without being loaded ahead is never seen."""
    sheet = "assets/styles.css"
    assert "font-display:optional" in (world_site.root / sheet).read_text(encoding="utf-8")
    assert not [
        path
        for path in (copied / "assets").glob("*.css")
        if "font-display:optional" in path.read_text(encoding="utf-8")
    ]


def test_what_an_old_copy_held_is_gone(world_site, tmp_path):
    target = tmp_path / "offline"
    write(target, {"index.html": "old", "assets/offline.js": "", "old.html": "old"})
    assert offline.main([str(world_site.root), str(target)]) == 0
    assert not (target / "old.html").exists() and (target / "index.html").exists()


def test_what_is_no_copy_is_not_replaced(world_site, tmp_path, capsys):
    write(tmp_path / "letters", {"dear.txt": "x"})
    assert offline.main([str(world_site.root), str(tmp_path / "letters")]) == 2
    assert "expected nothing there, or an older copy" in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["dear.txt"]


@pytest.mark.parametrize("arguments", [["nowhere"], ["site", "offline", "now"]])
def test_a_wrong_call_says_what_the_command_does(arguments, capsys):
    assert offline.main(arguments) == 2 and "python -m macros.tools.offline" in capsys.readouterr().err


@pytest.mark.parametrize("target", ["site/copy", "site"])
def test_no_copy_is_made_within_the_site(tmp_path, capsys, target):
    write(tmp_path / "site", dict.fromkeys(("index.html", "assets/finding.js", "assets/offline.js", "data/x.json"), ""))
    write(tmp_path / "site", {"pagefind/en/x": "", "pagefind/ar/x": ""})
    assert offline.main([str(tmp_path / "site"), str(tmp_path / target)]) == 2
    assert capsys.readouterr().err == f"{tmp_path / target}: expected a folder beside the site\n"


def test_what_is_no_built_site_is_not_copied(tmp_path, capsys):
    write(tmp_path, {"site/index.html": ""})
    assert offline.main([str(tmp_path / "site"), str(tmp_path / "copy")]) == 2
    assert "expected a built site" in capsys.readouterr().err and not (tmp_path / "copy").exists()


@pytest.mark.parametrize(
    ("page", "script", "expected"),
    [
        (b"\xff", "", "site/index.html: not UTF-8 text"),
        (b"<p>", "export const x = 1;", "expected a site of this project"),
        (b"<p>", 'import { x } from "./finding.js";', "recursion"),
    ],
)
def test_a_site_that_another_program_made_is_not_copied(tmp_path, capsys, page, script, expected):
    site = tmp_path / "site"
    for folder in ("assets", "data", "pagefind/en", "pagefind/ar"):
        (site / folder).mkdir(parents=True)
    (site / "index.html").write_bytes(page)
    (site / "assets/finding.js").write_text(script)
    write(tmp_path / "copy", {"index.html": "the copy of yesterday", "assets/offline.js": ""})
    assert offline.main([str(site), str(tmp_path / "copy")]) == 2
    assert f"no copy could be made of {site}" in (said := capsys.readouterr().err) and expected in said
    assert (tmp_path / "copy/index.html").read_text() == "the copy of yesterday"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy", "site"], "nothing is left beside it"


@pytest.mark.parametrize(("link", "found"), [("loop", "Symlink loop"), ("data/x", "the sources in ")])
def test_a_copy_has_a_folder_that_can_be_written(world_site, tmp_path, monkeypatch, capsys, link, found):
    monkeypatch.setattr(offline, "PROJECT", tmp_path)
    (tmp_path / "loop").symlink_to("loop")
    assert offline.main([str(world_site.root), str(tmp_path / link)]) == 2
    assert found in (said := capsys.readouterr().err) and said.count("\n") == 1


def test_all_that_cannot_be_copied_is_told(tmp_path, capsys):
    site = tmp_path / "site"
    write(site, dict.fromkeys(("index.html", "assets/finding.js", "data/x", "pagefind/en/x", "pagefind/ar/x"), ""))
    for name in ("a.html", "b.html"):
        (site / name).symlink_to("nowhere")
    assert offline.main([str(site), str(tmp_path / "copy")]) == 2
    told = sorted(capsys.readouterr().err.splitlines())
    missing = f"{tmp_path / 'copy'}: no copy could be made of {site}: [Errno 2] No such file or directory: "
    assert told == [f"{missing}'{site / name}'" for name in ("a.html", "b.html")]
