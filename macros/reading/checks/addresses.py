"""Addresses: what was read stands where they lead, and does not change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import SplitResult, unquote, urlsplit

from ...record.fields import LAST_YEAR
from ...record.shared import Record
from ...record.source import Source
from ...record.walking import Location
from ..problems import Problem
from ..yaml_file import Document

_FORGE = re.compile(
    r"(?:^|\.)(?:github|githubusercontent|gitlab|bitbucket|codeberg|gitee|huggingface|sr\.ht|githack|statically)\b|^raw\."
)
"""Hosts of files that change with every commit."""

_PACKAGES = re.compile(r"(?:^|\.)(?:jsdelivr\.net|unpkg\.com)$")
"""Hosts of files of packages, by version or commit."""

_PAGES = re.compile(r"\.(?:github|gitlab)\.io$")
"""Websites that a forge serves."""

_OF_A_BRANCH = re.compile(r"/(?:blob|raw|tree|resolve|blame|edit|commits|src/branch)/")
_COMMIT = re.compile(r"[/@](?:[0-9a-f]{40}|[0-9a-f]{64})(?=/|$)")
_THREAD = re.compile(r"/(?:issues|pull|pulls|pull-requests|discussions|merge_requests)/\d+")
_VERSION = re.compile(r"@\d+\.\d+\.\d+")
_WIKI = re.compile(r"/wiki/|/w/index\.php|^wiki\.|^baike\.|\.wikipedia\.org$")
_REVISION = re.compile(r"(?:^|&)(?:oldid|version_id)=\d+")

_SEARCH = re.compile(r"^/(?:[a-z]{2}/)?(?:search|s|web)/?$")
_WRITTEN_ON = re.compile(
    r"(?:^|\.)(?:(?:docs|drive)\.google\.com|dropbox\.com|1drv\.ms|notion\.(?:so|site)|hackmd\.io)$"
)
"""Hosts of drafts."""

_SHORT = re.compile(
    r"(?:^|\.)(?:bit\.ly|t\.co|t\.cn|t\.ly|goo\.gl|tinyurl\.com|ow\.ly|is\.gd|buff\.ly|lnkd\.in|rb\.gy|cutt\.ly|trib\.al"
    r"|reut\.rs|bloom\.bg|nyti\.ms|wapo\.st|apne\.ws|cnb\.cx|tcrn\.ch|on\.ft\.com|on\.wsj\.com|url\.cn|dwz\.cn|youtu\.be"
    r"|amzn\.to|goo\.gle|lm?\.facebook\.com|translate\.goog|translate\.google(?:\.\w+)+|(?:nip|sslip)\.io)$"
)
"""Hosts whose addresses hide those to which they lead: that shorten them, count who leaves, or translate."""

_LED_ON = re.compile(r"^(?:www\.)?google(?:\.\w+)+/url$")
"""Pages that do."""

_WORDS = re.compile(r"(?:^|&)(?:q|query|wd|word|words|keyword|keywords|text|term)=")
"""Pages of what a search finds, and the words that it looked for."""

_HOME = re.compile(r"/?(?:[a-z]{2}(?:[-_][a-zA-Z]{2})?/?)?(?:(?:index|home|default)\.\w+)?")
_MORE = re.compile(r"(?:^|&)(?!utm_|fbclid=|gclid=|ref=)[^&]")
"""The first page of a site, in a language perhaps, and a query that names more than where a reader came from."""

ARCHIVES = {
    "web.archive.org": re.compile(r"^/web/\d{14}[a-z_]*/https?:/"),
    "perma.cc": re.compile(r"^/[0-9A-Z]{4}-[0-9A-Z]{4}$"),
    "ghostarchive.org": re.compile(r"^/archive/\w+$"),
} | {
    f"archive.{end}": re.compile(r"^/(?:\w{4,6}|\d{4}[\d.-]*/https?:/.+)$")
    for end in ("today", "ph", "is", "li", "md", "vn", "fo")
}
"""Archives, and how the address of one copy in them looks."""


def _archive(parts: SplitResult) -> re.Pattern[str] | None:
    """How a copy looks in the archive in which an address lies; None if it lies in none."""
    return ARCHIVES.get((parts.hostname or "").removeprefix("www."))


FIRST_ARCHIVED = 1996
"""The year in which the first archive began."""


def moving_addresses(record: Record, document: Document) -> Iterator[Problem]:
    """A source, or a copy of it, leads to a text that others may change, or to a whole site, no copy in an archive
    keeps what was read, and no ``address_note`` says that it is meant."""
    if isinstance(record, Source) and not (record.address_note or record.archived):
        for location, address in _addresses(record):
            if expected := _moving(address):
                yield document.problem(
                    location, f"'{address}' {expected}, a copy in 'archived', or 'address_note' on why there is none"
                )


def _addresses(source: Source) -> Iterator[tuple[Location, str]]:
    if source.url:
        yield ("url",), str(source.url)
    for index, copy in enumerate(source.copies):
        if copy.url:
            yield ("copies", index, "url"), str(copy.url)


def _moving(address: str) -> str | None:
    """Why what stands at an address may not be what was read, and what was expected."""
    parts = urlsplit(address)
    host, path = parts.hostname or "", parts.path
    if _PACKAGES.search(host):
        fixed = _COMMIT.search(path) or _VERSION.search(path)
        return None if fixed else "moves with its package; expected one of a version or a commit"
    forge = _FORGE.search(host) and not _PAGES.search(host)
    if (forge or _OF_A_BRANCH.search(path)) and not (_COMMIT.search(path) or (forge and _THREAD.search(path))):
        return "moves with its repository; expected a file at a commit (40 digits)"
    if (_WIKI.search(path) or _WIKI.search(host)) and not (_REVISION.search(parts.query) or forge):
        return "is a page of a wiki, which anybody changes; expected one revision of it (oldid=…)"
    if host.removeprefix("www.") == "ecfr.gov" and path.startswith("/current/"):
        return "shows the regulation of the day; expected that of the day on which it was read (/on/2031-09-08/)"
    if _SHORT.search(host) or _LED_ON.search(f"{host}{path}"):
        return "hides where it leads; expected the address to which it leads"
    if _WRITTEN_ON.search(host):
        return "is a page on which its writers go on; expected a published text"
    if _SEARCH.search(path) and _WORDS.search(parts.query):
        return "shows what a search finds on the day; expected the page that was read"
    if _HOME.fullmatch(path) and not _MORE.search(parts.query) and not parts.fragment:
        return "leads to a whole site; expected the page that was read"
    return None


def foreign_archives(record: Record, document: Document) -> Iterator[Problem]:
    """An archived copy lies in no archive, is one of another page's, or was taken before there was a text."""
    if not isinstance(record, Source) or not record.archived:
        return
    parts = urlsplit(str(record.archived))
    archive = _archive(parts)
    if not archive or not archive.search(parts.path):
        yield document.problem(
            ("archived",),
            f"'{record.archived}' is no copy in an archive; expected an address such as "
            "https://web.archive.org/web/20310908070605/https://…",
        )
        return
    taken = re.search(r"/web/(\d{14})", parts.path)
    if taken and not _is_time(taken[1]):
        yield document.problem(("archived",), f"'{taken[1]}' is no time; expected the time at which the copy was taken")
        return
    if record.date and record.archived_on and record.archived_on.before(record.date):
        yield document.problem(
            ("archived",), f"a copy of {record.archived_on}, before the text of {record.date}; expected a later copy"
        )
    of = re.search(r"https?:/{1,2}(.*)", f"{parts.path}?{parts.query}")
    pages = {page(address) for _, address in _addresses(record)}
    if of and page(f"https://{of[1]}") not in pages:
        known = " or ".join(sorted(pages)) or "none, since no address of it is known"
        copied = page(f"https://{of[1]}")
        yield document.problem(("archived",), f"a copy of a page of '{copied}'; expected one of {known}")


def noted_without(record: Record, document: Document) -> Iterator[Problem]:
    """A note says why an address is as it is, and there is none."""
    if isinstance(record, Source) and record.address_note and not record.found_at:
        yield document.problem(("address_note",), "no address stands beside it; expected one, or read_note")


def archived_alone(record: Record, document: Document) -> Iterator[Problem]:
    """A source's own address is that of a copy in an archive, so that the page itself may be another source."""
    parts = urlsplit(str(record.url)) if isinstance(record, Source) else None
    if parts and (archive := _archive(parts)) and archive.search(parts.path):
        yield document.problem(
            ("url",), "a copy in an archive; expected the address of the page itself, and the copy in 'archived'"
        )


def _is_time(digits: str) -> bool:
    try:
        return FIRST_ARCHIVED <= datetime.strptime(digits, "%Y%m%d%H%M%S").year <= LAST_YEAR
    except ValueError:
        return False


def page(address: str) -> str:
    """What of an address says which page it is: its host and its path, as archives keep them."""
    parts = urlsplit(address)
    return f"{(parts.hostname or '').removeprefix('www.')}{unquote(parts.path).rstrip('/')}"
