"""What a page tells programs: reference managers, sites on which its address is shared, and search engines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from ..record.actor import Actor, ActorKind
from ..record.claim import Claim
from ..record.fields import Text
from ..record.question import Question
from ..record.rule import Rule
from ..record.shared import Record, Verdict
from ..record.source import ARTICLE, Source, SourceKind
from ..record.term import Term
from .citation import Citation
from .view import View

LICENCE = "https://creativecommons.org/licenses/by/4.0/"

Thing = dict[str, Any]
"""Something in the terms of schema.org."""

_FORMATS = {
    ".csv": "text/csv",
    ".json": "application/json",
    ".png": "image/png",
    ".sqlite": "application/vnd.sqlite3",
    ".svg": "image/svg+xml",
    ".zip": "application/zip",
}
"""The media types of the files that belong to a data set, by the end of their names."""

_RATINGS = {Verdict.contradicted: 1, Verdict.partly_supported: 3, Verdict.supported: 5}
"""A verdict as a rating from 1 to 5. What was superseded or could not be verified has its words alone."""

_ACTORS = {
    ActorKind.person: "Person",
    ActorKind.company: "Corporation",
    ActorKind.government: "GovernmentOrganization",
    ActorKind.newsroom: "NewsMediaOrganization",
}
_SOURCES = {
    SourceKind.law: "Legislation",
    SourceKind.bill: "Legislation",
    SourceKind.filing: "Report",
    SourceKind.research: "Report",
    SourceKind.newsroom: "NewsArticle",
    SourceKind.database: "Dataset",
}


@dataclass(frozen=True)
class DataFiles:
    """Files that say the same in several formats, by their paths below the root of the site."""

    title: str
    description: str
    anchor: str
    paths: tuple[str, ...]


@dataclass(frozen=True)
class Crumb:
    """A page on the way to another, by its path below the root of the site."""

    title: str
    path: str


@dataclass(frozen=True)
class Metadata:
    """What the head of a page says. ``tags`` are for reference managers, by name; ``structured`` is JSON-LD."""

    title: str
    tags: tuple[tuple[str, str], ...]
    structured: str


def metadata(
    view: View,
    title: str,
    description: str,
    record: Record | None,
    way: Iterable[Crumb],
    data: Iterable[DataFiles],
) -> Metadata:
    """The metadata of the page at the view's place; ``way`` leads to it from the overview, itself included."""
    cited = view.cited_page(title, record)
    told = _MAKERS[type(record)](view, record) if record and type(record) in _MAKERS else None
    graph = [_page(view, cited, description, told), _breadcrumbs(view, way), *(_data_set(view, one) for one in data)]
    if view.place.path == "glossary/":
        graph.append(_terms(view, title))
    written = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    abstract = view.description(record) if record else description
    short = view.short_title(record) if record else title
    return Metadata(cited.title, tuple(_tags(view, cited, abstract, short)), written.replace("<", "\\u003c"))


def _tags(view: View, cited: Citation, abstract: str, short: str) -> Iterable[tuple[str, str]]:
    """Highwire's tags and Dublin Core, as Zotero's translator of embedded metadata reads them: ``citation_title`` alone
    would make an article of a journal; ``bibo.type`` makes a page of it, where ``DC.type`` would be printed as a genre
    and ``z.itemType`` repeat the abstract; without a short title it takes the words before the first colon; a name that
    has a comma is not taken apart into first and last name, and the comma at its end falls away; an identifier could be
    taken for an ISBN, so the address stands in ``citation_public_url`` alone. What is cited on a page of its own is
    told of itself, not of that page."""
    language = view.language.code
    for name in ("citation_title", "DC.title"):
        yield name, cited.title
    if short != cited.title:
        yield "bibo.shortTitle", short
    for name in ("citation_author", "DC.creator"):
        yield name, f"{cited.authors[0]},"
    yield "author", cited.authors[0]
    for name in ("citation_publication_date", "DC.date"):
        yield name, cited.issued or ""
    for name in ("citation_language", "DC.language"):
        yield name, language
    for name in ("citation_abstract", "DC.description"):
        yield name, abstract
    for name in ("citation_publisher", "DC.publisher", "DC.source"):
        yield name, cited.site
    yield "citation_public_url", cited.address or ""
    yield ("DC.type", "Dataset") if cited.is_data else ("bibo.type", "Document")
    yield "DC.rights", LICENCE


def _page(view: View, cited: Citation, description: str, told: Thing | None) -> Thing:
    page = {
        "@type": "WebPage",
        "@id": cited.address,
        "url": cited.address,
        "name": cited.title,
        "description": description,
        "inLanguage": view.language.code,
        "dateModified": cited.issued,
        "version": cited.version,
        "license": LICENCE,
        "publisher": _dossier(view),
        "isPartOf": {"@type": "WebSite", "name": cited.site, "url": view.permanent(f"{view.language.code}/")},
    }
    return page | ({"mainEntity": told} if told else {})


def _dossier(view: View) -> Thing:
    """The dossier as the one who publishes."""
    return {"@type": "Organization", "name": view.language.string("site.name"), "url": view.permanent("")}


def _breadcrumbs(view: View, way: Iterable[Crumb]) -> Thing:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": crumb.title, "item": view.permanent(crumb.path)}
            for number, crumb in enumerate(way, 1)
        ],
    }


def _data_set(view: View, data: DataFiles) -> Thing:
    here = view.permanent(view.place.url)
    return {
        "@type": "Dataset",
        "@id": f"{here}#{data.anchor}" if data.anchor else f"{here}#dataset",
        "name": data.title,
        "description": data.description,
        "url": here,
        "inLanguage": view.language.code,
        "license": LICENCE,
        "creator": _dossier(view),
        "version": view.version,
        "dateModified": view.last_change,
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": view.permanent(path),
                "encodingFormat": _FORMATS[PurePosixPath(path).suffix],
            }
            for path in data.paths
            if PurePosixPath(path).suffix in _FORMATS
        ],
    }


def _terms(view: View, title: str) -> Thing:
    here = f"{view.permanent(f'{view.language.code}/glossary/')}#glossary"
    return {
        "@type": "DefinedTermSet",
        "@id": here,
        "name": title,
        "inLanguage": view.language.code,
        "license": LICENCE,
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "@id": view.permanent(f"{view.language.code}/{term.address}"),
                "name": view.plain(term.name),
                "description": view.plain(term.definition),
                "inDefinedTermSet": here,
            }
            for term in view.dossier.all(Term)
        ],
    }


def _claim(view: View, claim: Claim) -> Thing:
    """A review of what the article says."""
    finding, article = claim.finding, view.dossier[ARTICLE]
    value = _RATINGS.get(finding.verdict)
    rating = {"@type": "Rating", "alternateName": view.language.string(f"verdict.{finding.verdict}")}
    return {
        "@type": "ClaimReview",
        "url": view.permanent(view.place.url),
        "claimReviewed": view.plain(claim.statement),
        "datePublished": finding.date,
        "inLanguage": view.language.code,
        "author": _dossier(view),
        "reviewBody": view.plain(finding.note),
        "reviewRating": rating | ({"ratingValue": value, "bestRating": 5, "worstRating": 1} if value else {}),
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Organization", "name": view.publisher_name(article).striptags()},
            "appearance": _source(view, article),
        },
    }


def _source(view: View, source: Source) -> Thing:
    cited = view.cited_source(source)
    return {
        "@type": _SOURCES.get(source.kind, "CreativeWork"),
        "name": cited.title,
        "inLanguage": source.language,
        "publisher": {"@type": "Organization", "name": cited.site},
        **({"author": [{"@type": "Person", "name": name} for name in cited.authors]} if cited.authors else {}),
        **({"datePublished": source.date} if source.date else {}),
        **({"url": cited.address} if cited.address else {}),
    }


def _actor(view: View, actor: Actor) -> Thing:
    names = [name for name in actor.names if name != actor.name[view.language.code]]
    return {
        "@type": _ACTORS.get(actor.kind, "Organization"),
        "name": view.plain(actor.name),
        "alternateName": names,
        "description": view.plain(actor.role),
    }


def _rule(view: View, rule: Rule) -> Thing:
    issuer: Text = view.dossier[rule.issuer].name
    text = view.dossier[rule.text] if rule.text else None
    return {
        "@type": "Legislation",
        "name": view.plain(rule.title),
        "description": view.plain(rule.summary),
        "legislationJurisdiction": view.language.string(f"jurisdiction.{rule.jurisdiction}"),
        "legislationPassedBy": {"@type": "GovernmentOrganization", "name": view.plain(issuer)},
        **({"alternateName": rule.official_title} if rule.official_title else {}),
        **({"legislationIdentifier": rule.citation.reference} if rule.citation.reference else {}),
        **({"datePublished": rule.published} if rule.published and not rule.unpublished else {}),
        **({"legislationDateOfApplicability": rule.effective} if rule.effective else {}),
        **({"legislationLegalForce": "https://schema.org/NotInForce"} if rule.pending else {}),
        **({"workExample": _source(view, text)} if text else {}),
    }


def _question(view: View, question: Question) -> Thing:
    return {
        "@type": "Question",
        "name": view.plain(question.question),
        "acceptedAnswer": {
            "@type": "Answer",
            "text": view.plain(question.answer),
            "dateModified": question.date,
            "author": _dossier(view),
        },
    }


_MAKERS: dict[type[Record], Callable[[View, Any], Thing]] = {
    Claim: _claim,
    Source: _source,
    Actor: _actor,
    Rule: _rule,
    Question: _question,
}
"""How the record of a page is told in the terms of schema.org, for the kinds that these know."""
