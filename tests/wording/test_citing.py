"""The forms of the citation styles are what the citation processor makes of the styles, and no more."""

from __future__ import annotations

import json

import live
import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from macros.record.claim import Claim
from macros.tools import citation_forms
from macros.wording.citing import FORMS, STYLES, cited, headline


def test_the_forms_are_those_of_the_styles():
    """``python -m macros.tools.citation_forms`` writes them."""
    assert json.loads(FORMS.read_text(encoding="utf-8")) == citation_forms.forms()


CLAIMS = live.dossier().all(Claim)


@pytest.mark.parametrize("style", STYLES)
def test_a_form_says_what_the_processor_says(style):
    """Of claims as they are, but for the full stop that the processor leaves outside of quotation marks."""
    processor = CitationStylesStyle(str(FORMS.parent / f"{STYLES[style]}.csl"), "en-US", validate=False)
    for number, claim in enumerate(CLAIMS[:12]):
        item = {
            "id": "x",
            "type": "webpage",
            "title": claim.statement.en.rstrip("."),
            "language": "en",
            "author": [{"literal": "A body"}],
            "container-title": "A site",
            "issued": {"date-parts": [[2031, number + 1, 5]]},
            "URL": "https://example.org/x/",
        }
        bibliography = CitationStylesBibliography(processor, CiteProcJSON([item]), formatter.plain)
        bibliography.register(Citation([CitationItem("x")]))
        words = {"title": item["title"], "author": "A body", "site": "A site", "address": item["URL"]}
        parts = cited("en", style, "named-day-linked", f"2031-{number + 1:02}-05", True, **words)
        made = "".join(part.words for part in parts)
        assert made.replace(".”", "”.").translate(str.maketrans("‘’", "“”")) == str(bibliography.bibliography()[0])


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("the law of the chips", "The Law of the Chips"),
        ("chips: a history of the iPhone", "Chips: A History of the iPhone"),
        ("one. the other", "One. The Other"),
        ("US-led talks on AI-chip revenue, end-to-end", "US-Led Talks on AI-Chip Revenue, End-to-End"),
        ("in\u2011house memory", "In\u2011House Memory"),
        ("computed for {chip} on {date}: case by case", "Computed for {chip} on {date}: Case by Case"),
        ("", ""),
    ],
)
def test_headlines(title, written):
    assert headline(title) == written
