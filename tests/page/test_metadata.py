"""What a page tells programs, as they read it: JSON-LD in the terms of schema.org, and tags for reference managers."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from law.made import TEXT, rule
from made import actor, article, claim, found, question, source, term, view, words

from macros.page.edition import Edition
from macros.page.metadata import Crumb, DataFiles, Metadata, metadata
from macros.page.view import View
from macros.record.fields import Day

SITE = "https://example.org/made/"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
EDITION = Edition(Day("2031-03-02"), "abc1234", {"data/x.yml": Day("2031-03-01")})
PUBLISHER = {"@type": "Organization", "name": "The H200 Gap", "url": SITE}
ARTICLE = article(
    title={"en": "The article", "ar": "المقال"}, publisher="tarn", author="A. Writer, B. Writer", url=None
)
NEWSROOM = actor("tarn", kind="newsroom")
RECORDS = (ARTICLE, NEWSROOM, claim("c", findings=[found("2031-03-04")]))


def at(url: str, *records: Any) -> View:
    return replace(view(*RECORDS, *records, url=url), edition=EDITION)


def made(url: str, *records: Any, way: Any = (), data: Any = ()) -> Metadata:
    """What the page of the last of these records says, or a page of prose if there is none."""
    record = records[-1] if records else None
    others = [record for record in records if record not in RECORDS]
    return metadata(at(url, *others), "A title", "One sentence.", record, way, data)


def graph(url: str, *records: Any, **more: Any) -> list[dict[str, Any]]:
    whole = json.loads(made(url, *records, **more).structured)
    assert whole.pop("@context") == "https://schema.org" and list(whole) == ["@graph"]
    return whole["@graph"]


def main(url: str, record: Any, *others: Any) -> dict[str, Any]:
    """What the page of a record is mainly about."""
    return graph(url, *others, record)[0]["mainEntity"]


def test_a_page_of_prose():
    page, crumbs = graph("en/method/")
    assert page == {
        "@type": "WebPage",
        "@id": f"{SITE}en/method/",
        "url": f"{SITE}en/method/",
        "name": "A title",
        "description": "One sentence.",
        "inLanguage": "en",
        "dateModified": "2031-03-01",
        "version": "2031-03-02 (abc1234)",
        "license": LICENCE,
        "publisher": PUBLISHER,
        "isPartOf": {"@type": "WebSite", "name": "The H200 Gap", "url": f"{SITE}en/"},
    }
    assert crumbs == {"@type": "BreadcrumbList", "itemListElement": []}


def test_a_page_in_arabic():
    page, _ = graph("ar/method/")
    assert (page["inLanguage"], page["url"]) == ("ar", f"{SITE}ar/method/")
    assert page["publisher"] == PUBLISHER | {"name": "فجوة H200"}
    assert page["isPartOf"] == {"@type": "WebSite", "name": "فجوة H200", "url": f"{SITE}ar/"}


def test_the_way_to_a_page_is_counted_from_one():
    _, crumbs = graph("en/x/", way=[Crumb("Overview", "en/"), Crumb("Method", "en/method/")])
    assert crumbs["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "Overview", "item": f"{SITE}en/"},
        {"@type": "ListItem", "position": 2, "name": "Method", "item": f"{SITE}en/method/"},
    ]


def test_the_tags_of_a_page():
    """Each name that Zotero reads, the author with a comma that keeps the name whole; in the order of the head."""
    found = made("ar/method/")
    assert found.title == "A title"
    assert found.tags == (
        ("citation_title", "A title"),
        ("DC.title", "A title"),
        ("citation_author", "فجوة H200,"),
        ("DC.creator", "فجوة H200,"),
        ("author", "فجوة H200"),
        ("citation_publication_date", "2031-03-01"),
        ("DC.date", "2031-03-01"),
        ("citation_language", "ar"),
        ("DC.language", "ar"),
        ("citation_abstract", "One sentence."),
        ("DC.description", "One sentence."),
        ("citation_publisher", "فجوة H200"),
        ("DC.publisher", "فجوة H200"),
        ("DC.source", "فجوة H200"),
        ("citation_public_url", f"{SITE}ar/method/"),
        ("bibo.type", "Document"),
        ("DC.rights", LICENCE),
    )


@pytest.mark.parametrize(
    ("url", "kind"),
    [("en/data/", "Dataset"), ("ar/data/", "Dataset"), ("en/database/", None), ("en/x/data/", None)],
)
def test_the_page_on_the_data_alone_is_a_data_set_to_reference_managers(url, kind):
    tags = dict(made(url).tags)
    assert tags.get("DC.type") == kind and ("bibo.type" in tags) is (kind is None)


def test_a_record_is_told_of_itself_on_the_page_that_says_how_it_is_cited():
    tags = dict(made("en/cite/terms/licence/", term("licence", "licence", "ترخيص")).tags)
    assert tags["citation_abstract"] == tags["DC.description"] == TEXT["en"]


@pytest.mark.parametrize(
    ("record", "title", "short"),
    [
        (term("licence", "licence", "ترخيص"), "Term: licence", "licence"),
        (claim("x", findings=[found("2031-03-04")]), "Supported: statement of x", "statement of x (Supported)"),
    ],
)
def test_a_short_title_is_more_than_the_words_before_a_colon(record, title, short):
    tags = dict(made("en/x/", record).tags)
    assert (tags["citation_title"], tags["bibo.shortTitle"]) == (title, short)


def test_a_title_that_is_short_already_stands_once():
    assert "bibo.shortTitle" not in dict(made("en/questions/q/", question("q")).tags)


def test_files_are_data_sets():
    files = ("data/gap.en.csv", "data/gap.svg", "data/gap.png", "data/gap.parquet", "data/gap")
    whole = ("dossier.json", "dossier.sqlite", "dossier.zip")
    _, _, gap, every = graph(
        "en/policy-gap/",
        data=[
            DataFiles("The gap", "What it shows.", "figure-gap", files),
            DataFiles("All", "Every record.", "", whole),
        ],
    )
    here = f"{SITE}en/policy-gap/"
    assert gap == {
        "@type": "Dataset",
        "@id": f"{here}#figure-gap",
        "name": "The gap",
        "description": "What it shows.",
        "url": here,
        "inLanguage": "en",
        "license": LICENCE,
        "creator": PUBLISHER,
        "version": "2031-03-02 (abc1234)",
        "dateModified": "2031-03-01",
        "isAccessibleForFree": True,
        "distribution": [
            {"@type": "DataDownload", "contentUrl": f"{SITE}data/gap.en.csv", "encodingFormat": "text/csv"},
            {"@type": "DataDownload", "contentUrl": f"{SITE}data/gap.svg", "encodingFormat": "image/svg+xml"},
            {"@type": "DataDownload", "contentUrl": f"{SITE}data/gap.png", "encodingFormat": "image/png"},
        ],
    }
    assert (every["@id"], every["name"]) == (f"{here}#dataset", "All")
    assert [one["encodingFormat"] for one in every["distribution"]] == [
        *("application/json", "application/vnd.sqlite3", "application/zip"),
    ]


def test_the_glossary_is_a_set_of_terms():
    licence = term("licence", "licence <x>", "ترخيص")
    shown = metadata(at("ar/glossary/", licence), "المصطلحات", "", None, (), ())
    *_, terms = json.loads(shown.structured)["@graph"]
    here = f"{SITE}ar/glossary/#glossary"
    assert terms == {
        "@type": "DefinedTermSet",
        "@id": here,
        "name": "المصطلحات",
        "inLanguage": "ar",
        "license": LICENCE,
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "@id": f"{SITE}ar/glossary/#licence",
                "name": "ترخيص",
                "description": "س",
                "inDefinedTermSet": here,
            }
        ],
    }


@pytest.mark.parametrize("url", ["en/method/", "en/glossary/x/"])
def test_no_other_page_is_the_glossary(url):
    assert [one["@type"] for one in graph(url, term("t", "t", "ت"))] == ["WebPage", "BreadcrumbList"]


def test_no_text_ends_the_script_and_arabic_stays_as_it_is():
    shown = metadata(at("ar/x/"), "</script> ترخيص", "", None, (), ()).structured
    assert "<" not in shown and "\\u003c/script> ترخيص" in shown
    assert json.loads(shown)["@graph"][0]["name"] == "</script> ترخيص"


def test_a_claim_is_a_review_of_what_the_article_says():
    reviewed = claim("r", findings=[found("2031-02-05", verdict="partly-supported", note=words("Of [[actors/tarn]]."))])
    page, _ = graph("en/claims/r/", reviewed)
    assert page["name"] == "Partly supported: statement of r"
    assert page["mainEntity"] == {
        "@type": "ClaimReview",
        "url": f"{SITE}en/claims/r/",
        "claimReviewed": "statement of r.",
        "datePublished": "2031-02-05",
        "inLanguage": "en",
        "author": PUBLISHER,
        "reviewBody": "Of name of tarn.",
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "Partly supported",
            "ratingValue": 3,
            "bestRating": 5,
            "worstRating": 1,
        },
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Organization", "name": "name of tarn"},
            "appearance": {
                "@type": "NewsArticle",
                "name": "The article",
                "inLanguage": "en",
                "publisher": {"@type": "Organization", "name": "name of tarn"},
                "author": [{"@type": "Person", "name": "A. Writer"}, {"@type": "Person", "name": "B. Writer"}],
                "datePublished": "2031-01-01",
            },
        },
    }


@pytest.mark.parametrize(
    ("verdict", "value", "word"),
    [
        ("contradicted", 1, "تنقضه الأدلة"),
        ("partly-supported", 3, "مؤيَّد جزئيًا"),
        ("supported", 5, "مؤيَّد"),
        ("superseded", None, "تجاوزته الأحداث"),
        ("not-verified", None, "لم يُتحقق منه"),
    ],
)
def test_a_verdict_is_a_rating_or_words_alone(verdict, value, word):
    rating = main("ar/claims/r/", claim("r", findings=[found(verdict=verdict)]))["reviewRating"]
    graded = {"ratingValue": value, "bestRating": 5, "worstRating": 1} if value else {}
    assert rating == {"@type": "Rating", "alternateName": word} | graded


@pytest.mark.parametrize(
    ("kind", "type"),
    [
        ("law", "Legislation"),
        ("bill", "Legislation"),
        ("filing", "Report"),
        ("research", "Report"),
        ("newsroom", "NewsArticle"),
        ("database", "Dataset"),
        ("maker", "CreativeWork"),
    ],
)
def test_what_a_source_is(kind, type):
    assert main("en/sources/s/", source("s", kind=kind))["@type"] == type


def test_a_source_says_what_is_known_of_it():
    """Its own title in its own language, and no field for what is not known."""
    known = source("s", language="ar", author="كاتب", url="https://example.net/1", date="2031-05")
    assert main("en/sources/s/", known) == {
        "@type": "NewsArticle",
        "name": "نص title of s",
        "inLanguage": "ar",
        "publisher": {"@type": "Organization", "name": "نص publisher of s"},
        "author": [{"@type": "Person", "name": "كاتب"}],
        "datePublished": "2031-05",
        "url": "https://example.net/1",
    }
    assert main("en/sources/s/", source("s", date=None, url=None)) == {
        "@type": "NewsArticle",
        "name": "title of s",
        "inLanguage": "en",
        "publisher": {"@type": "Organization", "name": "publisher of s"},
    }


@pytest.mark.parametrize(
    ("kind", "type"),
    [
        ("person", "Person"),
        ("company", "Corporation"),
        ("government", "GovernmentOrganization"),
        ("newsroom", "NewsMediaOrganization"),
        ("group", "Organization"),
    ],
)
def test_an_actor_with_its_other_names(kind, type):
    name = {"en": "Ovrel", "ar": "أوفرل", "zh": ["奥弗"]}
    ovrel = actor("ovrel", kind=kind, name=name, variants=["Ovrel Inc."], role=words("Sells [[actors/tarn]]."))
    assert main("en/actors/ovrel/", ovrel) == {
        "@type": type,
        "name": "Ovrel",
        "alternateName": ["أوفرل", "奥弗", "Ovrel Inc."],
        "description": "Sells name of tarn.",
    }
    assert main("ar/actors/ovrel/", ovrel)["alternateName"] == ["Ovrel", "奥弗", "Ovrel Inc."]


def test_a_measure_is_legislation():
    measure = rule(
        "r",
        "2031-02-01",
        issuer="bureau",
        text="text",
        title=words("Rule of [[actors/tarn]]"),
        summary=words("It holds."),
        official_title="Regulation of Moss",
        citation={"reference": "1 XY 2"},
        published="2031-01-15",
    )
    bureau, text = actor("bureau"), source("text", kind="law", date=None, url=None)
    assert main("en/rules/r/", measure, bureau, text) == {
        "@type": "Legislation",
        "name": "Rule of name of tarn",
        "description": "It holds.",
        "legislationJurisdiction": "United States",
        "legislationPassedBy": {"@type": "GovernmentOrganization", "name": "name of bureau"},
        "alternateName": "Regulation of Moss",
        "legislationIdentifier": "1 XY 2",
        "datePublished": "2031-01-15",
        "legislationDateOfApplicability": "2031-02-01",
        "workExample": {
            "@type": "Legislation",
            "name": "title of text",
            "inLanguage": "en",
            "publisher": {"@type": "Organization", "name": "publisher of text"},
        },
    }


def test_the_day_on_which_a_letter_became_known_is_not_one_of_publication():
    letter = rule("r", "2031-02-01", issuer="bureau", instrument="letter", unpublished=True)
    assert "datePublished" not in main("en/rules/r/", letter, actor("bureau"))


def test_a_measure_of_which_little_is_known():
    measure = rule("r", None, issuer="bureau", pending=True, jurisdiction="china")
    assert main("ar/rules/r/", measure, actor("bureau")) == {
        "@type": "Legislation",
        "name": "س",
        "description": "س",
        "legislationJurisdiction": "الصين",
        "legislationPassedBy": {"@type": "GovernmentOrganization", "name": "نص name of bureau"},
        "legislationLegalForce": "https://schema.org/NotInForce",
    }


def test_a_question_has_its_answer():
    asked = question("q", answer=words("No, says [[actors/tarn]]."), date="2031-02-03")
    assert main("en/questions/q/", asked) == {
        "@type": "Question",
        "name": "question of q",
        "acceptedAnswer": {
            "@type": "Answer",
            "text": "No, says name of tarn.",
            "dateModified": "2031-02-03",
            "author": PUBLISHER,
        },
    }


def test_a_record_of_which_schema_org_has_no_word_is_a_page_alone():
    """With its own title, and the day of its own last change."""
    licence = term("licence", "licence", "ترخيص")
    page, _ = graph("en/cite/terms/licence/", licence)
    assert "mainEntity" not in page and page["url"] == f"{SITE}en/glossary/#licence"
    assert page["name"] == "Term: licence" and page["dateModified"] == "2031-03-04"
