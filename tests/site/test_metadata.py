"""What pages tell programs, read back from the built made-up world and compared with its records."""

from __future__ import annotations

import json
from typing import Any

import extruct
import lxml.etree
import made_up
import pytest
from support import Page, Site, copy_project, mkdocs

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


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Site:
    project = copy_project(tmp_path_factory.mktemp("world") / "project", made_up.WORLD / "data", made_up.WORLD / "docs")
    result = mkdocs(project, "build", "--strict", SITE_URL=made_up.BASE)
    assert result.returncode == 0, result.stderr
    return Site(project / "site")


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
    """What Zotero's translators of embedded metadata and of RDF make of the tags of a page: an item of the type that
    ``z.itemType`` names, for Highwire's tags alone are taken for an article of a journal; Highwire before Dublin Core
    before Open Graph; a name without a comma is taken apart at its last blank; a title is short up to its first colon,
    unless a short one is given that differs from it."""
    tags: dict[str, str] = {}
    for meta in page.tree.xpath("//head/meta[@content]"):
        tags.setdefault(meta.get("name") or meta.get("property"), meta.get("content"))
    assert not {"citation_journal_title", "citation_conference_title", "citation_technical_report_institution"} & set(
        tags
    )
    assert tags["og:type"] not in ("book", "website") and "DC.identifier" not in tags
    author = tags["citation_author"]
    last, _, first = (author.rstrip(", "), "", "") if "," in author else author[::-1].partition(" ")
    return {
        "itemType": tags.get("z.itemType", "journalArticle"),
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
@pytest.mark.parametrize("record", PAGED, ids=lambda record: f"{record.folder}-{record.id}")
def test_what_zotero_reads_of_a_record(built, record, code):
    view = made_up.view(WORLD, f"{code}/{record.address}")
    assert zotero(built.pages[f"{code}/{record.address}"]) == {
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
@pytest.mark.parametrize("record", OTHERS, ids=lambda record: f"{record.folder}-{record.id}")
def test_what_zotero_reads_of_a_citation_is_what_is_cited(built, record, code):
    view = made_up.view(WORLD, f"{code}/")
    read = zotero(built.pages[f"{code}/{citation_address(record)}"])
    assert read["title"] == view.cited_record(record).title
    assert read["url"] == f"{made_up.BASE}{code}/{record.address}"
    assert (read["shortTitle"], read["abstractNote"]) == (view.short_title(record), view.description(record))


@pytest.mark.parametrize("code", CODES)
def test_a_page_of_prose_is_a_page_too(built, code):
    read = zotero(built.pages[f"{code}/timeline/"])
    assert read["itemType"] == "webpage" and read["url"] == f"{made_up.BASE}{code}/timeline/"
    assert built.pages[f"{code}/timeline/"].tree.findtext(".//title").startswith(read["title"])


def test_open_graph(built):
    for url, page in standing(built).items():
        (found,) = extruct.extract(page.source, base_url=made_up.BASE, syntaxes=["opengraph"])["opengraph"]
        told = dict(found["properties"])
        assert told["og:url"] == made_up.BASE + url and told["og:locale"] == page.language
        assert told["og:title"] and told["og:description"]


def test_every_page_has_a_card_of_few_bytes(built):
    for url, page in standing(built).items():
        address = page.tree.xpath("string(//meta[@property='og:image']/@content)")
        picture = (built.root / address.removeprefix(made_up.BASE)).read_bytes()
        assert picture[:8] == b"\x89PNG\r\n\x1a\n" and len(picture) <= 40_000, url
        size = [int.from_bytes(picture[place : place + 4], "big") for place in (16, 20)]
        told = [
            page.tree.xpath(f"number(//meta[@property='og:image:{side}']/@content)") for side in ("width", "height")
        ]
        assert size == told


@pytest.mark.parametrize("code", CODES)
def test_a_card_says_how_a_record_is_judged(built, code):
    for claim in WORLD.all(Claim):
        page = built.pages[f"{code}/{claim.address}"]
        said = made_up.languages()[code].string(f"verdict.{claim.finding.verdict}")
        assert page.tree.xpath("string(//meta[@property='og:image:alt']/@content)") == said
        assert page.tree.xpath("string(//meta[@property='og:image']/@content)").endswith(
            f"verdict-{claim.finding.verdict}.{code}.png"
        )
    for chip in WORLD.all(Chip):
        kind = made_up.law(WORLD).status(chip).kind
        page = built.pages[f"{code}/{chip.address}"]
        assert f"/status-{kind}.{code}.png" in page.tree.xpath("string(//meta[@property='og:image']/@content)")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("claim", WORLD.all(Claim), ids=lambda claim: claim.id)
def test_a_claim_is_reviewed(built, claim, code):
    view = made_up.view(WORLD, f"{code}/{claim.address}")
    (review,) = things(built.pages[f"{code}/{claim.address}"], "ClaimReview")
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
def test_an_actor_is_a_person_or_a_body(built, actor):
    page = built.pages[f"ar/{actor.address}"]
    kind = {
        "person": "Person",
        "company": "Corporation",
        "government": "GovernmentOrganization",
        "newsroom": "NewsMediaOrganization",
    }.get(actor.kind, "Organization")
    (told,) = [one for one in things(page, kind) if "alternateName" in one]
    assert told["name"] == actor.name.ar and actor.name.en in told["alternateName"]


@pytest.mark.parametrize("rule", WORLD.all(Rule), ids=lambda rule: rule.id)
def test_a_measure_is_legislation(built, rule):
    view = made_up.view(WORLD, f"en/{rule.address}")
    told = next(one for one in things(built.pages[f"en/{rule.address}"], "Legislation") if "legislationPassedBy" in one)
    assert told["name"] == view.plain(rule.title)
    assert told["legislationPassedBy"]["name"] == WORLD[rule.issuer].name.en
    assert told.get("legislationDateOfApplicability") == rule.effective
    assert told.get("legislationIdentifier") == rule.citation.reference
    assert ("legislationLegalForce" in told) == rule.pending


@pytest.mark.parametrize("source", WORLD.all(Source), ids=lambda source: source.id)
def test_a_page_on_a_source_tells_the_source_apart_from_itself(built, source):
    (page,) = things(built.pages[f"en/{source.address}"], "WebPage")
    told = page["mainEntity"]
    assert page["publisher"]["name"] == "The H200 Gap" and told["publisher"]["name"] != "The H200 Gap"
    assert told.get("datePublished") == source.date and told.get("url") == (str(source.url) if source.url else None)
    assert told["inLanguage"] == source.language


@pytest.mark.parametrize("code", CODES)
def test_the_glossary_is_a_set_of_terms(built, code):
    (terms,) = things(built.pages[f"{code}/glossary/"], "DefinedTermSet")
    told = {term["@id"]: term["name"] for term in terms["hasDefinedTerm"]}
    assert told == {f"{made_up.BASE}{code}/{term.address}": term.name[code] for term in WORLD.all(Term)}


@pytest.mark.parametrize("code", CODES)
def test_a_figure_is_a_data_set_with_files_that_are_there(built, code):
    sets = things(built.pages[f"{code}/policy-gap/"], "Dataset")
    (gap,) = [one for one in sets if one["@id"].endswith("#figure-gap")]
    assert {one["encodingFormat"] for one in gap["distribution"]} == {"text/csv", "image/png", "image/svg+xml"}
    for one in gap["distribution"]:
        assert (built.root / one["contentUrl"].removeprefix(made_up.BASE)).is_file()
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
def test_the_way_to_a_page(built, path, way):
    (crumbs,) = things(built.pages[f"en/{path}"], "BreadcrumbList")
    assert [one["item"] for one in crumbs["itemListElement"]] == [f"{made_up.BASE}en/{step}" for step in way]
    assert [one["position"] for one in crumbs["itemListElement"]] == list(range(1, len(way) + 1))


def test_no_text_of_a_record_ends_the_script(built):
    for page in standing(built).values():
        (script,) = page.tree.xpath("//script[@type='application/ld+json']/text()")
        assert "<" not in script and json.loads(script)


def test_the_sitemap_has_every_page_with_its_last_change(built):
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    tree = lxml.etree.fromstring((built.root / "sitemap.xml").read_bytes())
    places, days = (tree.xpath(f"//s:{name}/text()", namespaces=space) for name in ("loc", "lastmod"))
    told = dict(zip(places, days, strict=True))
    assert set(told) == {made_up.BASE + url for url in ["", *standing(built)]}
    assert set(told.values()) == {WORLD.current_to}


def test_machines_may_read_everything_and_find_the_sitemap(built):
    lines = (built.root / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert "Allow: /" in lines and f"Sitemap: {made_up.BASE}sitemap.xml" in lines
