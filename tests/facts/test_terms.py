"""One term for one thing, one spelling for one name: what ``arabic_terms.yml`` says to avoid stands in no Arabic
text."""

from __future__ import annotations

import re

import live
import yaml
from support import ROOT, every

from macros.record.claim import Claim
from macros.record.meanings import meanings

TERMS = yaml.load((ROOT / "tests/facts/arabic_terms.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
VOWELS = re.compile("[\u064b-\u0652]")


def arabic() -> list[tuple[str, str]]:
    """Every Arabic text of the records, the interface, the pages and the meanings of fields, and every line that names
    a number of anonymous people before it says who they are; without vowel marks, with its place."""
    found = [
        (f"{folder}/{record.id}", text)
        for folder, records in live.dossier().records.items()
        for record in records.values()
        for location, text in record.texts
        if location[-1] == "ar"
    ]
    for key, languages in live.LANGUAGE["ar"].strings.items():
        forms = languages["ar"]
        found += [(key, text) for text in ([forms] if isinstance(forms, str) else forms.values())]
    for path in sorted((ROOT / "docs/ar").rglob("*.md")):
        found += [(path.name, line) for line in path.read_text(encoding="utf-8").split("\n")]
    found += [
        (f"claims/{claim.id}", f"{live.LANGUAGE['ar'].string('attribution.anonymous_count', n=number)}: {who.ar}")
        for claim in live.dossier().all(Claim)
        for report in claim.reports
        if (who := report.attribution.who) and (number := report.attribution.count)
    ]
    found += [(f"{model}.{field}", text.ar) for model, fields in meanings().items() for field, text in fields.items()]
    return [(place, VOWELS.sub("", text)) for place, text in found]


TEXTS = arabic()


@every("term", TERMS, lambda term: term["avoid"])
def test_a_form_to_avoid_stands_nowhere(term):
    pattern = re.compile(term["avoid"])
    assert not [(place, text) for place, text in TEXTS if pattern.search(text)], f"use: {term['use']}"


@every("term", TERMS, lambda term: term["avoid"])
def test_the_form_to_use_is_none_to_avoid(term):
    """An entry that would refuse what it recommends helps nobody; and its reason is given."""
    assert not re.search(term["avoid"], VOWELS.sub("", str(term["use"]))) and term["why"]
