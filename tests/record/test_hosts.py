"""Hosts of the web, and addresses at which a site can stand."""

from __future__ import annotations

import pytest

from macros.record.hosts import is_public, is_site


@pytest.mark.parametrize(
    "host", ["example.org", "a-b.example.org", "EXAMPLE.ORG", "9.9.9.9", "[2606:4700::1]", "xn--a.com"]
)
def test_one_of_the_internet(host):
    assert is_public(host)


@pytest.mark.parametrize(
    "host", ["", "box", "127.1", "0x7f.1", "a.127", "[::1]", "224.0.0.1", "a..org", "a.TEST", "a.org."]
)
def test_none_of_the_internet(host):
    assert not is_public(host)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://127.0.0.1:8000/",
        "https://example.org/a/b.c/",
        "http://[::1]:80/x",
        "https://a.b/%D9%85/",
    ],
)
def test_where_a_site_can_stand(address):
    assert is_site(address)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "",
            "example.org",
            "//example.org/",
            "ftp://example.org/",
            "https:///x",
            "https://a:b@example.org/",
            "https://[/",
        ),
        *("https://example.org/?x", "https://example.org/#x", "https://example.org/a b/", "https://example.org/\n"),
        *(
            "https://example.org/./",
            "https://example.org/../",
            "https://example.org//",
            "https://example.org/'x",
            "https://x:0/",
        ),
        *("https://x:99999/", "https://example.org/<x>/", "https://مثال.com/"),
    ],
)
def test_where_none_can(address):
    assert not is_site(address)
