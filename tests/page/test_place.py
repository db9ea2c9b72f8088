"""Addresses, and the ways from one page to another."""

from __future__ import annotations

import pytest

from macros.page.place import Place


@pytest.mark.parametrize(
    ("url", "is_gateway", "language", "path", "twin"),
    [
        ("", True, "en", "", "ar/"),
        ("404.html", True, "en", "", "ar/"),
        ("en/", False, "en", "", "ar/"),
        ("ar/", False, "ar", "", "en/"),
        ("ar/claims/x/", False, "ar", "claims/x/", "en/claims/x/"),
        ("en/ar/", False, "en", "ar/", "ar/ar/"),
        ("entry/", True, "en", "", "ar/"),
        ("fr/claims/", True, "en", "", "ar/"),
    ],
)
def test_a_place_knows_its_language_and_its_twin(url, is_gateway, language, path, twin):
    place = Place(url)
    assert (place.is_gateway, place.language, place.path, place.twin) == (is_gateway, language, path, Place(twin))


@pytest.mark.parametrize(
    ("url", "alternates"),
    [
        ("", {"en": "en/", "ar": "ar/", "x-default": ""}),
        ("ar/", {"en": "en/", "ar": "ar/", "x-default": ""}),
        ("ar/claims/", {"en": "en/claims/", "ar": "ar/claims/", "x-default": "en/claims/"}),
    ],
)
def test_the_page_in_each_language(url, alternates):
    assert Place(url).alternates == alternates


@pytest.mark.parametrize(
    ("url", "path", "way"),
    [
        ("", "claims/", "en/claims/"),
        ("en/", "claims/", "claims/"),
        ("ar/claims/x/", "claims/", "../"),
        ("ar/claims/x/", "claims/y/", "../y/"),
        ("ar/claims/x/", "timeline/#y", "../../timeline/#y"),
        ("ar/timeline/", "timeline/#y", "./#y"),
        ("ar/timeline/", "", "../"),
        ("ar/", "", "./"),
        ("ar/", "#x", "./#x"),
        ("ar/a/", "b/#x#y", "../b/#x#y"),
    ],
)
def test_the_way_to_a_page_of_the_same_language(url, path, way):
    assert Place(url).to(path) == way


@pytest.mark.parametrize(
    ("url", "file", "root"),
    [("", "data/x.csv", "./"), ("en/", "../data/x.csv", "../"), ("en/claims/x/", "../../../data/x.csv", "../../../")],
)
def test_the_way_to_a_file_and_to_the_root(url, file, root):
    assert (Place(url).file("data/x.csv"), Place(url).root) == (file, root)
