"""What archives and reference managers read of the repository agrees with what the site says of itself."""

from __future__ import annotations

import json

import yaml
from support import ROOT

from macros.site.words import read_strings

CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
ZENODO = json.loads((ROOT / ".zenodo.json").read_text(encoding="utf-8"))


def test_both_name_the_dossier_as_the_site_does():
    strings = read_strings()
    name, description = strings["site.name"]["en"], strings["site.description"]["en"]
    assert (CITATION["title"], CITATION["abstract"]) == (ZENODO["title"], ZENODO["description"]) == (name, description)


def test_the_dossier_is_its_own_author():
    assert CITATION["authors"] == ZENODO["creators"] == [{"name": CITATION["title"]}]


def test_both_name_one_licence_which_is_that_of_the_data():
    assert CITATION["license"].lower() == ZENODO["license"]
    assert "(CC BY 4.0)" in (ROOT / "LICENSE-DATA.md").read_text(encoding="utf-8")


def test_both_have_the_same_keywords_and_the_same_release():
    assert CITATION["keywords"] == ZENODO["keywords"]
    released = CITATION.get("date-released")
    assert CITATION.get("version") == ZENODO.get("version") == (str(released) if released else None)
