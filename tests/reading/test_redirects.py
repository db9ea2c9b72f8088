"""Addresses that were given up: what an editor may write, and what is said where it leads nowhere."""

from __future__ import annotations

import pytest
from made import said, write

from macros.reading.problems import DossierError
from macros.reading.redirects import misleading, read_redirects

PAGES = ("", "claims/here/", "timeline/")


def read(folder, text):
    return read_redirects(write(folder, {"redirects.yml": text}) / "redirects.yml")


def test_a_page_and_a_part_of_one(tmp_path):
    page, part = read(tmp_path, "claims/old/: claims/here/\ntimeline/#old: claims/here/#then\n")
    assert (page.page, page.anchor, page.target) == ("claims/old/", "", "claims/here/")
    assert (part.page, part.anchor, part.target) == ("timeline/", "old", "claims/here/")


def test_a_file_without_redirects(tmp_path):
    assert read(tmp_path, "# none yet\n{}\n") == ()


@pytest.mark.parametrize(
    "address",
    [
        *(
            "/claims/old/",
            "claims/old",
            "claims//",
            "https://example.org/",
            "claims/#a b",
            "en/claims/old/",
            "ar/claims/",
        ),
        *("claims/#<script>", 'claims/#"x', "claims/#{{x}}", "claims/#a&b"),
    ],
)
def test_what_is_no_address_is_refused(tmp_path, address):
    with pytest.raises(DossierError) as error:
        read(tmp_path, f"timeline/#old: timeline/\n'{address}': claims/here/\n")
    expected = "expected path/, path/#id or #id"
    assert said(error.value) == [f"redirects.yml:2: {address}: '{address}' is no address; {expected}"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("claims/here/: timeline/", "the page is there; expected an address that was given up"),
        ("claims/old/: claims/hare/", "no page 'claims/hare/' (did you mean 'claims/here/'?)"),
        ("claims/old/: claims/old/", "no page 'claims/old/'"),
        (
            "timeline/#then: timeline/#then",
            "leads to 'timeline/#then', which was given up as well; expected what is there",
        ),
        (
            "claims/here/#a: timeline/#old",
            "leads to 'timeline/#old', which was given up as well; expected what is there",
        ),
        ("claims/old/: timeline/#old", "leads to 'timeline/#old', which was given up as well; expected what is there"),
        (
            "claims/old/#a: timeline/",
            "no page 'claims/old/', which would say where the part is; redirect the page itself",
        ),
    ],
)
def test_a_redirect_that_misleads_is_named(tmp_path, line, problem):
    redirects = read(tmp_path, f"timeline/#old: timeline/#new\n{line}\n")
    (found,) = misleading(redirects, PAGES)
    assert str(found).startswith("redirects.yml:2: ") and problem in str(found)


def test_the_overview_can_be_a_target_and_give_up_a_part(tmp_path):
    assert not list(misleading(read(tmp_path, "claims/old/: ''\n'#old': '#new'\n"), PAGES))


def test_a_file_that_is_no_yaml_is_named(tmp_path):
    with pytest.raises(DossierError) as error:
        read(tmp_path, "claims/old/: [claims/here/\n")
    assert all(line.startswith("redirects.yml:") for line in said(error.value))
