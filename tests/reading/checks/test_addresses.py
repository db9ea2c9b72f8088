"""Addresses: what was read stands where they lead, and does not change."""

from __future__ import annotations

import pytest
from law.made import TEXT
from made import actor, source
from reading.checks.checking import problems

from macros.reading.checks.addresses import foreign_archives, moving_addresses

HERE = "https://example.org/1"
COMMIT = "0123456789abcdef0123456789abcdef01234567"
REPOSITORY = "moves with its repository; expected a file at a commit (40 digits)"
PACKAGE = "moves with its package; expected one of a version or a commit"
WIKI = "is a page of a wiki, which anybody changes; expected one revision of it (oldid=…)"
OF_THE_DAY = "shows the regulation of the day; expected that of the day on which it was read (/on/2031-09-08/)"
DRAFT = "is a page on which its writers go on; expected a published text"
HIDDEN = "hides where it leads; expected the address to which it leads"
SEARCH = "shows what a search finds on the day; expected the page that was read"
SITE = "leads to a whole site; expected the page that was read"


class TestMovingAddresses:
    """An address leads to what was read, today and later."""

    @pytest.mark.parametrize(
        ("address", "expected"),
        [
            ("https://github.com/somebody/notes", REPOSITORY),
            ("https://github.com/somebody/notes/blob/main/a/b.md", REPOSITORY),
            ("https://github.com/somebody/notes/tree/0123456/a", REPOSITORY),
            ("https://github.com/somebody/notes/wiki/Home", REPOSITORY),
            ("https://github.com/somebody/notes/commits/main", REPOSITORY),
            ("https://github.com/somebody/notes/blame/main/b.md", REPOSITORY),
            ("https://github.com/somebody/notes/edit/main/b.md", REPOSITORY),
            ("https://gist.github.com/somebody/0123456789abcdef", REPOSITORY),
            ("https://raw.githubusercontent.com/somebody/notes/main/b.md", REPOSITORY),
            ("https://raw.forge.example.org/notes/main/b.md", REPOSITORY),
            ("https://gitlab.com/somebody/notes/-/blob/main/b.md", REPOSITORY),
            ("https://bitbucket.org/somebody/notes/src/main/b.md", REPOSITORY),
            ("https://codeberg.org/somebody/notes/src/branch/main/b.md", REPOSITORY),
            ("https://gitee.com/somebody/notes/blob/master/b.md", REPOSITORY),
            ("https://huggingface.co/somebody/model", REPOSITORY),
            ("https://example.org/somebody/notes/resolve/main/b.json", REPOSITORY),
            ("https://cdn.jsdelivr.net/gh/somebody/notes/b.md", PACKAGE),
            ("https://cdn.jsdelivr.net/gh/somebody/notes@main/b.md", PACKAGE),
            ("https://cdn.jsdelivr.net/npm/notes@1/b.md", PACKAGE),
            ("https://en.wikipedia.org/wiki/Chip", WIKI),
            ("https://en.wikipedia.org/w/index.php?title=Chip", WIKI),
            ("https://example.org/wiki/chip/raw", WIKI),
            ("https://baike.example.org/item/chip", WIKI),
            ("https://example.org/search?q=chip", SEARCH),
            ("https://docs.google.com/document/d/a/edit", DRAFT),
            ("https://somebody.notion.site/chip", DRAFT),
            ("https://example.org/en/search/?q=chip&ref=x", SEARCH),
            ("https://www.ecfr.gov/current/title-15/section-742.6", OF_THE_DAY),
            ("https://amzn.to/a", HIDDEN),
            ("https://goo.gle/a", HIDDEN),
            ("https://l.facebook.com/l.php?u=https://example.org/1", HIDDEN),
            ("https://www.google.com/url?q=https://example.org/1", HIDDEN),
            ("https://translate.google.com.eg/translate?u=https://example.org/1", HIDDEN),
            ("https://example-org.translate.goog/1", HIDDEN),
            ("https://127.0.0.1.nip.io/1", HIDDEN),
            ("https://example.org/", SITE),
            ("https://example.org", SITE),
            ("https://example.org/en/", SITE),
            ("https://example.org/ar-EG", SITE),
            ("https://example.org/index.html", SITE),
            ("https://example.org/?utm_source=x&ref=y", SITE),
            ("https://git.example.org/a/b/src/branch/main/c.md", REPOSITORY),
        ],
    )
    def test_it_moves_or_is_too_wide(self, address, expected):
        said = f"{expected}, a copy in 'archived', or 'address_note' on why there is none"
        (problem,) = problems(moving_addresses, source("a", url=address))
        assert problem.startswith("f:1: url: 'https://") and problem.endswith(f"' {said}")
        copies = [{"url": url, "language": "en", "extent": "full"} for url in (HERE, address)]
        (problem,) = problems(moving_addresses, source("a", url=None, copies=copies))
        assert problem.startswith("f:1: copies.1.url: 'https://") and problem.endswith(f"' {said}")

    @pytest.mark.parametrize(
        "address",
        [
            f"https://github.com/somebody/notes/blob/{COMMIT}/a/b.md",
            f"https://github.com/somebody/notes/commit/{COMMIT}",
            f"https://raw.githubusercontent.com/somebody/notes/{COMMIT}/b.md",
            f"https://gist.github.com/somebody/0123456789abcdef/{COMMIT}",
            f"https://huggingface.co/somebody/model/blob/{COMMIT}/README.md",
            f"https://cdn.jsdelivr.net/gh/somebody/notes@{COMMIT}/b.md",
            "https://cdn.jsdelivr.net/npm/notes@1.2.3/b.md",
            "https://example.org/s?id=1&sn=2",
            "https://github.com/somebody/notes/issues/7",
            "https://gitlab.com/somebody/notes/-/merge_requests/7",
            "https://somebody.github.io/notes/b.html",
            "https://en.wikipedia.org/w/index.php?title=Chip&oldid=7",
            "https://www.ecfr.gov/on/2031-09-08/title-15/section-742.6",
            "https://example.org/raw-data.html",
            "https://example.org/?p=7",
            "https://blog.google/url",
            "https://cloud.google.com/a",
            "https://example.org/?utm_source=x&p=7",
            "https://example.org/en/7",
            f"https://git.example.org/a/b/src/commit/{COMMIT}/c.md",
            "https://example.org/#7",
        ],
    )
    def test_it_stays(self, address):
        assert problems(moving_addresses, source("a", url=address)) == []

    def test_unless_it_is_said_or_a_copy_is_kept(self):
        home = "https://example.org/"
        assert problems(moving_addresses, source("a", url=home, address_note=TEXT)) == []
        kept = f"https://web.archive.org/web/20310102030405/{home}"
        assert problems(moving_addresses, source("a", url=home, archived=kept)) == []

    def test_other_kinds_have_no_address(self):
        assert problems(moving_addresses, actor("a")) == []


class TestForeignArchives:
    """An archived copy is one of the page, in an archive."""

    @pytest.mark.parametrize(
        "archived",
        [
            f"https://web.archive.org/web/20310102030405/{HERE}",
            f"https://web.archive.org/web/20310102030405id_/{HERE}",
            "https://web.archive.org/web/20310102030405/https://www.example.org/1",
            "https://archive.today/2031.01.02-030405/https://example.org/1",
            "https://archive.ph/aB3dE",
            "https://perma.cc/AB12-CD34",
        ],
    )
    def test_what_is_one(self, archived):
        assert problems(foreign_archives, source("a", url=HERE, archived=archived)) == []

    @pytest.mark.parametrize(
        "archived",
        [
            "https://example.org/copy",
            "https://web.archive.org/web/https://example.org/1",
            "https://web.archive.org/web/2031*/https://example.org/1",
            "https://web.archive.org/",
            "https://archive.ph/",
        ],
    )
    def test_what_is_none(self, archived):
        assert problems(foreign_archives, source("a", url=HERE, archived=archived)) == [
            f"f:1: archived: '{archived}' is no copy in an archive; expected an address such as "
            "https://web.archive.org/web/20310908070605/https://…"
        ]

    def test_a_copy_of_another_page(self):
        archived = "https://web.archive.org/web/20310102030405/https://example.com/1"
        assert problems(foreign_archives, source("a", url=HERE, archived=archived)) == [
            "f:1: archived: a copy of a page of 'example.com/1'; expected one of example.org/1"
        ]
        copies = [{"url": "https://example.com/1", "language": "en", "extent": "full"}]
        assert problems(foreign_archives, source("a", url=HERE, archived=archived, copies=copies)) == []
        assert problems(foreign_archives, source("a", url=None, archived=archived)) == [
            "f:1: archived: a copy of a page of 'example.com/1'; expected one of none, since no address of it is known"
        ]

    @pytest.mark.parametrize("path", ["another", "", "1/2"])
    def test_a_copy_of_another_page_of_the_site(self, path):
        archived = f"https://web.archive.org/web/20310102030405/https://example.org/{path}"
        (problem,) = problems(foreign_archives, source("a", url=HERE, archived=archived))
        assert problem.endswith("; expected one of example.org/1")

    @pytest.mark.parametrize(
        "address", ["https://www.example.org:443/1/", "http://EXAMPLE.org/1?x=1", "https://example.org/%31#y"]
    )
    def test_a_copy_under_another_form_of_the_address(self, address):
        archived = f"https://web.archive.org/web/20310102030405/{address}"
        assert problems(foreign_archives, source("a", url=HERE, archived=archived)) == []

    @pytest.mark.parametrize(
        "time", ["20319902030405", "20310231030405", "20310202256199", "99990101000000", "19310101000000"]
    )
    def test_a_copy_of_no_time(self, time):
        archived = f"https://web.archive.org/web/{time}/{HERE}"
        assert problems(foreign_archives, source("a", url=HERE, archived=archived)) == [
            f"f:1: archived: '{time}' is no time; expected the time at which the copy was taken"
        ]

    def test_a_copy_from_before_there_was_a_text(self):
        archived = "https://web.archive.org/web/20310102030405/https://example.org/1"
        assert problems(foreign_archives, source("a", date="2031-01-03", url=HERE, archived=archived)) == [
            "f:1: archived: a copy of 2031-01-02, before the text of 2031-01-03; expected a later copy"
        ]
        assert problems(foreign_archives, source("a", date="2031-01", url=HERE, archived=archived)) == []

    def test_most_have_none(self):
        assert problems(foreign_archives, source("a", url=HERE)) == []
        assert problems(foreign_archives, actor("a")) == []
