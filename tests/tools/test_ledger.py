"""The ledger of addresses: what is added, and what never goes."""

from __future__ import annotations

import datetime
import os

import pytest
from made import write

from macros.tools import ledger

TODAY = datetime.date.today().isoformat()
PAGE = (
    '<header><a id="top"></a></header><main><div id="content" tabindex="-1">{}</div></main><footer id="foot"></footer>'
)


def page(*ids: str) -> str:
    return PAGE.format("".join(f'<h2 class="x" id="{id}">{id}</h2>' for id in ids))


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with a small site."""
    both = {f"site/{code}/claims/index.html": page("all", "a") for code in ("en", "ar")}
    write(tmp_path, {"site/index.html": page(), "site/data/x.json": "{}"} | both)
    monkeypatch.setattr(ledger, "PROJECT", tmp_path)
    monkeypatch.setattr(ledger, "LEDGER", tmp_path / "addresses.txt")
    return tmp_path


def test_pages_their_anchors_and_the_files_beside_them(project):
    assert ledger.addresses(project / "site") == {"/", "/data/x.json", "claims/", "claims/#all", "claims/#a"}


def test_the_overview_has_a_line_of_its_own(project):
    write(project, {f"site/{code}/index.html": page("now") for code in ("en", "ar")})
    assert {"./", "#now"} <= ledger.addresses(project / "site")


def test_what_one_language_lacks_is_not_promised(project):
    write(project, {"site/en/claims/index.html": page("all"), "site/en/feed.xml": ""})
    assert ledger.addresses(project / "site") == {"/", "/data/x.json", "claims/", "claims/#all"}


def test_what_serves_the_pages_is_cited_by_nobody(project):
    before = ledger.addresses(project / "site")
    write(project, {f"site/{name}": "" for name in ("404.html", "sitemap.xml", "assets/x.js", "pagefind/en/x.pf")})
    assert ledger.addresses(project / "site") == before


@pytest.mark.parametrize(
    "control",
    ['<input id="{}">', '<label><select name="x" id="{}"></select></label>', '<h2 id="{}" data-passing>Now</h2>'],
)
def test_a_control_is_no_anchor_nor_what_stands_there_in_passing(project, control):
    for code in ("en", "ar"):
        write(project, {f"site/{code}/claims/index.html": PAGE.format(control.format("chosen"))})
    assert ledger.addresses(project / "site") == {"/", "/data/x.json", "claims/"}


def test_a_page_that_leads_on_has_what_the_other_has(project):
    moved = '<meta http-equiv="refresh" content="0; url=../../claims/#a"><main><h1>Moved</h1></main>'
    write(project, {f"site/{code}/old/claims/index.html": moved for code in ("en", "ar")})
    assert {"old/claims/", "old/claims/#a", "old/claims/#all"} <= ledger.addresses(project / "site")


def test_a_ledger_that_is_not_there_holds_nothing(tmp_path):
    assert ledger.published(tmp_path / "none.txt") == {}


def test_an_address_that_two_branches_entered_has_the_earlier_day(tmp_path):
    file = tmp_path / "addresses.txt"
    file.write_text("2031-01-02 a/\n2031-01-01 a/\n")
    assert ledger.published(file) == {"a/": "2031-01-01"}


def test_new_addresses_are_added_with_their_day_and_old_ones_keep_theirs(project, capsys):
    (project / "addresses.txt").write_text("2031-01-01 claims/\n")
    assert ledger.main([]) == 0 and capsys.readouterr().out == "4 new addresses\n"
    assert (project / "addresses.txt").read_text().splitlines() == [
        f"{TODAY} /",
        f"{TODAY} /data/x.json",
        "2031-01-01 claims/",
        f"{TODAY} claims/#a",
        f"{TODAY} claims/#all",
    ]
    assert ledger.main([str(project / "site")]) == 0 and capsys.readouterr().out == "0 new addresses\n"


def test_an_address_that_is_gone_is_named_and_stays(project, capsys):
    (project / "addresses.txt").write_text("2031-01-01 terms/gone/\n")
    assert ledger.main([]) == 1
    assert "terms/gone/: gone from the site; expected it there, or a line in redirects.yml" in capsys.readouterr().err
    assert "2031-01-01 terms/gone/\n" in (project / "addresses.txt").read_text()


def test_a_strange_line_is_named_and_nothing_is_changed(project, capsys):
    (project / "addresses.txt").write_text("2031-01-01 claims/\nclaims/#a\n")
    assert ledger.main([]) == 2
    assert capsys.readouterr().err == "addresses.txt:2: expected a day and an address\n"
    assert (project / "addresses.txt").read_text() == "2031-01-01 claims/\nclaims/#a\n"


@pytest.mark.parametrize(
    "line",
    [
        *("https://example.org/", "../../etc/passwd", "a/../b", "a/./b", "//example.org/", "a//b", "..", "mailto:x"),
        *("a\0b", "cla\u202eims/", "a\x0c", "a\u2028b/", "claims/#\u200b", "claims/?x", ""),
    ],
)
def test_what_is_no_address_below_the_site_is_named(project, capsys, line):
    (project / "addresses.txt").write_text(f"2031-01-01 {line}\n", encoding="utf-8")
    assert ledger.main([]) == 2
    assert capsys.readouterr().err == "addresses.txt:1: expected a day and an address\n"


@pytest.mark.parametrize(
    "line", ["/", "./", "#now", "/x.json", "claims/x/#y", "annex_2-1.pdf", "بيان/x/#س:1", ".well/x"]
)
def test_every_address_below_the_site_is_one(tmp_path, line):
    (tmp_path / "addresses.txt").write_text(f"2031-01-01 {line}\n", encoding="utf-8")
    assert ledger.published(tmp_path / "addresses.txt") == {line: "2031-01-01"}


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda path: path.write_bytes(b"\xff\xfe"), "not UTF-8 text"),
        (lambda path: path.mkdir(), "expected a file, found a link, a folder, a pipe or a device"),
        (lambda path: path.symlink_to(path.name), "expected a file, found a link, a folder, a pipe or a device"),
        (lambda path: path.symlink_to("nowhere"), "expected a file, found a link, a folder, a pipe or a device"),
        (os.mkfifo, "expected a file, found a link, a folder, a pipe or a device"),
    ],
)
def test_a_ledger_that_is_no_text_is_named(project, capsys, make, expected):
    make(project / "addresses.txt")
    assert ledger.main([]) == 2
    assert capsys.readouterr().err == f"addresses.txt:1: cannot be read: {expected}\n"


@pytest.mark.parametrize("name", ["my file.pdf", "my\n2031-01-01 en\nfile.pdf", "\udcff.pdf", "x\u200b.pdf"])
def test_what_it_could_not_read_again_is_not_entered(project, capsys, name):
    (project / "addresses.txt").write_text("2031-01-01 claims/\n")
    write(project, {f"site/{name}": ""})
    assert ledger.main([]) == 2
    assert capsys.readouterr().err.startswith(f"{f'/{name}'!r}: no address; expected letters, digits, ")
    assert (project / "addresses.txt").read_text() == "2031-01-01 claims/\n"


@pytest.mark.parametrize("arguments", [["nowhere"], ["site", "now"], ["site/en"]])
def test_a_wrong_call_says_what_the_command_does(project, capsys, monkeypatch, arguments):
    write(project, {"site/en/index.html": page()})
    monkeypatch.chdir(project)
    assert ledger.main(arguments) == 2 and "python -m macros.tools.ledger" in capsys.readouterr().err
    assert not (project / "addresses.txt").exists()


def test_a_day_that_no_calendar_has_is_named(project, capsys):
    (project / "addresses.txt").write_text("2031-02-30 x/\n")
    assert ledger.main([]) == 2
    assert capsys.readouterr().err.strip() == "addresses.txt:1: expected a day and an address"


def test_what_cannot_be_written_takes_nothing_from_what_was_there(project, capsys):
    (project / "addresses.txt").write_text("2031-01-01 x/\n")
    (project / ".addresses.txt.new").mkdir()
    assert ledger.main([]) == 2 and "addresses.txt: cannot be written" in capsys.readouterr().err
    assert (project / "addresses.txt").read_text() == "2031-01-01 x/\n"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (b"\xff", "cannot be read"),
        (b'<meta http-equiv="refresh" content="0; url=../en/">', "leads back to itself"),
        (b'<meta http-equiv="refresh" content="0; url=nope/">', "cannot be read"),
    ],
)
def test_a_page_that_cannot_be_read_is_named(project, capsys, page, expected):
    (project / "site/en/index.html").write_bytes(page)
    assert ledger.main([]) == 2
    assert "site/en/" in (said := capsys.readouterr().err) and expected in said
