"""What pages tell programs, read back from the built made-up world and compared with its records."""

from __future__ import annotations

import json
from typing import Any

import extruct
import lxml.etree
import made_up
import pytest
from support import Page, Site, every

from macros.page.citation import citation_address
from macros.record.actor import Actor
from macros.record.chip import Chip
from macros.record.claim import Claim
from macros.record.kinds import KINDS
from macros.record.rule import Rule
from macros.record.source import ARTICLE, Source
from macros.record.term import Term

WORLD = made_up.dossier()
CODES = ["en", "ar"]
PAGED = [record for kind in KINDS if kind.is_paged() for record in WORLD.all(kind)]
OTHERS = [record for kind in KINDS if not kind.is_paged() for record in WORLD.all(kind)]


def standing(site: Site) -> dict[str, Page]:
    """The pages of a site without those that lead on to another address."""
    return {url: page for url, page in site.pages.items() if not page.tree.xpath("//meta[@http-equiv='refresh']")}


def things(page: Page, kind: str) -> list[dict[str, Any]]:
    """The things of a kind in the JSON-LD of a page, wherever they stand in it."""

    def inside(node: Any) -> Any:
        if isinstance(node, dict):
            if node.get("@type") == kind:
                yield node
            for value in node.values():
                yield from inside(value)
        elif isinstance(node, list):
            for value in node:
                yield from inside(value)

    found = extruct.extract(page.source, base_url=made_up.BASE, syntaxes=["json-ld"])["json-ld"]
    assert [one["@context"] for one in found] == ["https://schema.org"]
    return list(inside(found))


def zotero(page: Page) -> dict[str, str]:
    """What Zotero's translators of embedded metadata and of RDF make of the tags of a page: a page by
    ``bibo.type``, for Highwire's tags alone are taken for an article of a journal; Highwire before Dublin Core
    before Open Graph; a name without a comma is taken apart at its last blank; a title is short up to its first colon,
    unless a short one is given that differs from it."""
    tags: dict[str, str] = {}
    for meta in page.tree.xpath("//head/meta[@content]"):
        tags.setdefault(meta.get("name") or meta.get("property"), meta.get("content"))
    assert not {"citation_journal_title", "citation_conference_title", "citation_technical_report_institution"} & set(
        tags
    )
    assert tags["og:type"] not in ("book", "website")
    assert not {"DC.identifier", "DC.type", "z.itemType"} & set(tags), "printed as a genre, or said twice"
    author = tags["citation_author"]
    last, _, first = (author.rstrip(", "), "", "") if "," in author else author[::-1].partition(" ")
    return {
        "itemType": {"Document": "webpage"}.get(tags.get("bibo.type"), "journalArticle"),
        "title": tags["citation_title"],
        "shortTitle": tags.get("bibo.shortTitle", tags["citation_title"].partition(":")[0]),
        "lastName": last,
        "firstName": first,
        "date": tags["citation_publication_date"],
        "websiteTitle": tags["DC.source"],
        "language": tags["citation_language"],
        "rights": tags["DC.rights"],
        "abstractNote": tags["citation_abstract"],
        "url": tags["citation_public_url"],
    }


@pytest.mark.parametrize("code", CODES)
@every("record", PAGED, lambda record: record.address)
def test_what_zotero_reads_of_a_record(world_site, record, code):
    view = made_up.view(WORLD, f"{code}/{record.address}")
    assert zotero(world_site.pages[f"{code}/{record.address}"]) == {
        "itemType": "webpage",
        "title": view.cited_record(record).title,
        "shortTitle": view.short_title(record),
        "lastName": view.language.string("site.name"),
        "firstName": "",
        "date": WORLD.current_to,
        "websiteTitle": view.language.string("site.name"),
        "language": code,
        "rights": "https://creativecommons.org/licenses/by/4.0/",
        "abstractNote": view.description(record),
        "url": f"{made_up.BASE}{code}/{record.address}",
    }


@pytest.mark.parametrize("code", CODES)
@every("record", OTHERS, lambda record: record.address)
def test_what_zotero_reads_of_a_citation_is_what_is_cited(world_site, record, code):
    view = made_up.view(WORLD, f"{code}/")
    read = zotero(world_site.pages[f"{code}/{citation_address(record)}"])
    assert read["title"] == view.cited_record(record).title
    assert read["url"] == f"{made_up.BASE}{code}/{record.address}"
    assert (read["shortTitle"], read["abstractNote"]) == (view.short_title(record), view.description(record))


@pytest.mark.parametrize("code", CODES)
def test_a_page_of_prose_is_a_page_too(world_site, code):
    read = zotero(world_site.pages[f"{code}/timeline/"])
    assert read["itemType"] == "webpage" and read["url"] == f"{made_up.BASE}{code}/timeline/"
    assert world_site.pages[f"{code}/timeline/"].tree.findtext(".//title").startswith(read["title"])


def test_open_graph(world_site):
    for url, page in standing(world_site).items():
        (found,) = extruct.extract(page.source, base_url=made_up.BASE, syntaxes=["opengraph"])["opengraph"]
        told = dict(found["properties"])
        locales = {"en": "en_GB", "ar": "ar_AR"}
        assert told["og:url"] == made_up.BASE + url and told["og:locale"] == locales.pop(page.language)
        assert told["og:locale:alternate"] in locales.values()
        assert told["og:title"] and told["og:description"]


def test_every_page_has_a_card_of_few_bytes(world_site):
    for url, page in standing(world_site).items():
        address = page.tree.xpath("string(//meta[@property='og:image']/@content)")
        picture = (world_site.root / address.removeprefix(made_up.BASE)).read_bytes()
        assert picture[:8] == b"\x89PNG\r\n\x1a\n" and len(picture) <= 40_000, url
        size = [int.from_bytes(picture[place : place + 4], "big") for place in (16, 20)]
        told = [
            page.tree.xpath(f"number(//meta[@property='og:image:{side}']/@content)") for side in ("width", "height")
        ]
        assert size == told


@pytest.mark.parametrize("code", CODES)
def test_a_card_says_how_a_record_is_judged(world_site, code):
    for claim in WORLD.all(Claim):
        page = world_site.pages[f"{code}/{claim.address}"]
        said = made_up.languages()[code].string(f"verdict.{claim.finding.verdict}")
        assert page.tree.xpath("string(//meta[@property='og:image:alt']/@content)") == said
        assert page.tree.xpath("string(//meta[@property='og:image']/@content)").endswith(
            f"verdict-{claim.finding.verdict}.{code}.png"
        )
    for chip in WORLD.all(Chip):
        kind = made_up.law(WORLD).status(chip).kind
        page = world_site.pages[f"{code}/{chip.address}"]
        assert f"/status-{kind}.{code}.png" in page.tree.xpath("string(//meta[@property='og:image']/@content)")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("claim", WORLD.all(Claim), ids=lambda claim: claim.id)
def test_a_claim_is_reviewed(world_site, claim, code):
    view = made_up.view(WORLD, f"{code}/{claim.address}")
    (review,) = things(world_site.pages[f"{code}/{claim.address}"], "ClaimReview")
    rating, item = review["reviewRating"], review["itemReviewed"]
    assert review["claimReviewed"] == view.plain(claim.statement) and review["datePublished"] == claim.finding.date
    assert rating["alternateName"] == view.language.string(f"verdict.{claim.finding.verdict}")
    decided = {"contradicted": 1, "partly-supported": 3, "supported": 5}
    assert rating.get("ratingValue") == decided.get(claim.finding.verdict)
    assert ("bestRating" in rating) == ("ratingValue" in rating)
    article = WORLD[ARTICLE]
    assert item["appearance"]["name"] == view.cited_source(article).title
    assert item["author"]["name"] == view.publisher_name(article).striptags()


@pytest.mark.parametrize("actor", WORLD.all(Actor), ids=lambda actor: actor.id)
def test_an_actor_is_a_person_or_a_body(world_site, actor):
    page = world_site.pages[f"ar/{actor.address}"]
    kind = {
        "person": "Person",
        "company": "Corporation",
        "government": "GovernmentOrganization",
        "newsroom": "NewsMediaOrganization",
    }.get(actor.kind, "Organization")
    (told,) = [one for one in things(page, kind) if "alternateName" in one]
    assert told["name"] == actor.name.ar and actor.name.en in told["alternateName"]


@pytest.mark.parametrize("rule", WORLD.all(Rule), ids=lambda rule: rule.id)
def test_a_measure_is_legislation(world_site, rule):
    view = made_up.view(WORLD, f"en/{rule.address}")
    measures = things(world_site.pages[f"en/{rule.address}"], "Legislation")
    told = next(one for one in measures if "legislationPassedBy" in one)
    assert told["name"] == view.plain(rule.title)
    assert told["legislationPassedBy"]["name"] == WORLD[rule.issuer].name.en
    assert told.get("legislationDateOfApplicability") == rule.effective
    assert told.get("legislationIdentifier") == rule.citation.reference
    assert ("legislationLegalForce" in told) == rule.pending


@pytest.mark.parametrize("source", WORLD.all(Source), ids=lambda source: source.id)
def test_a_page_on_a_source_tells_the_source_apart_from_itself(world_site, source):
    (page,) = things(world_site.pages[f"en/{source.address}"], "WebPage")
    told = page["mainEntity"]
    assert page["publisher"]["name"] == "The H200 Gap" and told["publisher"]["name"] != "The H200 Gap"
    assert told.get("datePublished") == source.date and told.get("url") == (str(source.url) if source.url else None)
    assert told["inLanguage"] == source.language


@pytest.mark.parametrize("code", CODES)
def test_the_glossary_is_a_set_of_terms(world_site, code):
    (terms,) = things(world_site.pages[f"{code}/glossary/"], "DefinedTermSet")
    told = {term["@id"]: term["name"] for term in terms["hasDefinedTerm"]}
    assert told == {f"{made_up.BASE}{code}/{term.address}": term.name[code] for term in WORLD.all(Term)}


@pytest.mark.parametrize("code", CODES)
def test_a_figure_is_a_data_set_with_files_that_are_there(world_site, code):
    sets = things(world_site.pages[f"{code}/policy-gap/"], "Dataset")
    (gap,) = [one for one in sets if one["@id"].endswith("#figure-gap")]
    assert {one["encodingFormat"] for one in gap["distribution"]} == {"text/csv", "image/png", "image/svg+xml"}
    for one in gap["distribution"]:
        assert (world_site.root / one["contentUrl"].removeprefix(made_up.BASE)).is_file()
    assert gap["license"].startswith("https://creativecommons.org/licenses/by/")


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("", [""]),
        ("timeline/", ["", "timeline/"]),
        ("claims/buyers-ask/", ["", "claims/", "claims/buyers-ask/"]),
        ("events/tender-2033/", ["", "timeline/", "events/tender-2033/"]),
        ("cite/terms/licence/", ["", "glossary/", "cite/terms/licence/"]),
    ],
)
def test_the_way_to_a_page(world_site, path, way):
    (crumbs,) = things(world_site.pages[f"en/{path}"], "BreadcrumbList")
    assert [one["item"] for one in crumbs["itemListElement"]] == [f"{made_up.BASE}en/{step}" for step in way]
    assert [one["position"] for one in crumbs["itemListElement"]] == list(range(1, len(way) + 1))


def test_no_text_of_a_record_ends_the_script(world_site):
    for page in standing(world_site).values():
        (script,) = page.tree.xpath("//script[@type='application/ld+json']/text()")
        assert "<" not in script and json.loads(script)


def test_the_sitemap_has_every_page_with_its_last_change(world_site):
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    tree = lxml.etree.fromstring((world_site.root / "sitemap.xml").read_bytes())
    places, days = (tree.xpath(f"//s:{name}/text()", namespaces=space) for name in ("loc", "lastmod"))
    told = dict(zip(places, days, strict=True))
    assert set(told) == {made_up.BASE + url for url in ["", *standing(world_site)]}
    assert set(told.values()) == {WORLD.current_to}


def test_machines_may_read_everything_and_find_the_sitemap(world_site):
    lines = (world_site.root / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert "Allow: /" in lines and f"Sitemap: {made_up.BASE}sitemap.xml" in lines
