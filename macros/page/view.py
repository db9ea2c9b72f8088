"""Turns records into HTML through the templates. Every value is escaped here; no record's text becomes a template."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ..law.day import Law
from ..law.measures import Reason
from ..law.policy import Asked, StatusStep
from ..provenance.evidence import Evidence, evidence
from ..provenance.origins import Grounded
from ..reading.dossier import Dossier
from ..reading.pointers import SYNTAX, parse
from ..reading.resolving import Value, resolve
from ..record.actor import Actor
from ..record.claim import Claim
from ..record.event import Quantity
from ..record.fields import ARABIC_LETTER, CHINESE_LETTER, ActorId, Day, PartialDate, Reference, Text
from ..record.rule import ThresholdGroup
from ..record.shared import Record
from ..record.source import Source
from ..wording.language import Language
from .changes import FEEDS, calendar_address, feed_address
from .citation import Citation, citation_address
from .edition import UNKNOWN, Edition
from .place import Place
from .rulers import scale

TEMPLATES = Path(__file__).parent.parent / "templates"

DATA = {"json.dumps_kwargs": {"sort_keys": True, "ensure_ascii": False, "separators": (",", ":")}}
"""How templates write data: it keeps its letters, since an Arabic one takes three times the room as an escape."""


def environment(folder: Path = TEMPLATES, kind: type[Environment] = Environment) -> Environment:
    """The templates' environment: values are escaped, an unknown name is an error."""
    made = kind(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["scale"] = scale
    made.policies |= DATA
    return made


@dataclass(frozen=True)
class View:
    """The dossier and the law as one page in one language shows them."""

    dossier: Dossier
    law: Law
    languages: Mapping[str, Language]
    templates: Environment
    site_url: str
    place: Place
    edition: Edition = UNKNOWN

    @property
    def language(self) -> Language:
        return self.languages[self.place.language]

    @property
    def read_to(self) -> str:
        """The day to which the law was read, written out."""
        return self.language.day(self.law.read_to or self.law.day)

    @property
    def other(self) -> View:
        """The same page in the other language."""
        return self.at(self.place.twin)

    def at(self, place: Place) -> View:
        """The view of another page."""
        return View(self.dossier, self.law, self.languages, self.templates, self.site_url, place, self.edition)

    @property
    def feeds(self) -> dict[str, str]:
        """The feeds of the page's language: the way to each, and its title."""
        code = self.language.code
        return {self.place.file(feed_address(name, code)): self.language.string(f"feed.{name}") for name in FEEDS}

    @property
    def calendar(self) -> str:
        """The way to the calendar of expected dates."""
        return self.place.file(calendar_address(self.language.code))

    def render(self, template: str, **values: Any) -> Markup:
        """A template of ``templates/`` with this page's words and ways, and ``values``."""
        language = self.language
        return Markup(
            self.templates.get_template(template).render(
                view=self,
                dossier=self.dossier,
                law=self.law,
                language=language,
                t=language.string,
                day=language.day,
                number=language.number,
                text=self.text,
                name=self.name,
                href=self.href,
                link=self.link,
                to=self.place.to,
                **values,
            )
        )

    def text(self, value: Text | str) -> Markup:
        """A bilingual text, or plain text of this language, as HTML with its pointers resolved."""
        written = value[self.language.code] if isinstance(value, Text) else value
        result, end = Markup(), 0
        for match in SYNTAX.finditer(written):
            result += escape(written[end : match.start()]) + self.pointed(match[1])
            end = match.end()
        return result + escape(written[end:])

    def phrase(self, value: Text | str) -> Markup:
        """A text as part of a sentence: without its full stop."""
        written = value[self.language.code] if isinstance(value, Text) else value
        return self.text(written.rstrip("."))

    def sentence(self, value: Text) -> Markup:
        """A text as a sentence of its own, with one full stop whether it was written with it or not."""
        return self.phrase(value) + "."

    def plain(self, value: Text | str) -> str:
        """A text without markup, for titles and descriptions."""
        return self.text(value).striptags()

    def pointed(self, inside: str) -> Markup:
        """What a pointer between double brackets shows: a figure, a date or a link."""
        pointer = parse(inside)
        found = resolve(self.dossier, pointer)
        if isinstance(found, Value):
            return Markup('<bdi class="figure">{}</bdi>').format(self.language.number(found.number, found.decimals))
        if isinstance(found, PartialDate):
            return Markup("{}").format(self.language.day(found))
        return self.link(found, pointer.words)

    def name(self, record: Record) -> Markup:
        """The name by which a reader knows a record; a claim's is its statement, without the full stop."""
        return self.phrase(record.caption)

    def title(self, record: Record) -> str:
        """The title of a record's page, without markup; that of a claim begins with the verdict."""
        if not isinstance(record, Claim):
            return self.heading(record)
        return f"{self._verdict(record)}{self.language.string('colon')} {self.heading(record)}"

    def heading(self, record: Record) -> str:
        """The title of a record's page, without markup and without a verdict."""
        return self.phrase(record.page_title).striptags()

    def description(self, record: Record) -> str:
        """One sentence on a record, without markup; that on a claim begins with the verdict, of the claim."""
        said = self.plain(record.description)
        if not isinstance(record, Claim):
            return said
        return self.language.string("claim.described", verdict=self._verdict(record), said=said)

    def short_title(self, record: Record) -> str:
        """What a short note calls a record that was cited in full before: its heading, with the verdict on a claim."""
        if not isinstance(record, Claim):
            return self.heading(record)
        return f"{self.heading(record)} ({self._verdict(record)})"

    def _verdict(self, claim: Claim) -> str:
        return self.language.string(f"verdict.{claim.finding.verdict}")

    def href(self, record: Record) -> str:
        """The way from this page to a record."""
        return self.place.to(record.address)

    def link(self, record: Record, words: str | None = None) -> Markup:
        """A link to a record that shows its name, or other words."""
        shown = escape(words or self.name(record))
        return Markup(f'<a href="{escape(self.href(record))}">{shown}</a>')  # a third of the time of Markup.format

    def publisher_name(self, source: Source) -> Markup:
        """Who published a source."""
        publisher = self.dossier.publisher(source)
        return self.text(publisher.name if isinstance(publisher, Actor) else publisher)

    def publisher(self, source: Source) -> Markup:
        """Who published a source: a link to the actor, or a name."""
        publisher = self.dossier.publisher(source)
        return self.link(publisher) if isinstance(publisher, Actor) else self.text(publisher)

    def evidence(self, judged: Grounded) -> Evidence | None:
        """On what a finding, a conclusion, an answer or an event rests; None if on nothing."""
        return evidence(self.dossier, judged)

    def records(self, references: Iterable[Reference]) -> tuple[Record, ...]:
        """The records that a field refers to, in its order."""
        return tuple(self.dossier.records[reference.folder][reference] for reference in references)

    def group(self, group: ThresholdGroup) -> Markup:
        """How a reader calls a group of thresholds: by its name, or by its paragraph."""
        return self.text(group.name) if group.name else escape(group.paragraph)

    def step_key(self, step: StatusStep) -> str:
        """The interface string of a step to a status."""
        answer = {True: "yes", False: "no", None: "unknown"}[step.answer]
        return f"step_asked.{step.question}-{step.closed_by or ('named' if step.named else answer)}"

    def asked(self, step: StatusStep) -> str:
        """What a step to a status asks, with its answer."""
        about: Text | str = step.about
        if step.question is Asked.gate:
            about = self.law.gates[step.about].text
        if step.question in (Asked.letter, Asked.letter_too):
            about = self.dossier[ActorId(step.about)].name
        if step.question is Asked.review:
            about = self.language.string(f"policy.{step.about}")
        told = {"about": self.phrase(about).striptags()} if about else {}
        return self.language.string(self.step_key(step), **told)

    def told(self, reasons: Iterable[Reason]) -> tuple[Reason, ...]:
        """The comparisons to tell a reader: a figure that is not known once, whatever it is compared with."""
        return tuple({(one.quantity, None if one.value is None else one): one for one in reasons}.values())

    def maker(self, id: str) -> str:
        """The name of a chip's maker, or the word given for another."""
        found = self.dossier.find(ActorId.folder, id)
        return self.plain(found.caption) if found else id

    def measured(self, value: float, quantity: str) -> str:
        """A figure with its unit, where the quantity has one."""
        unit = self.language.string(f"unit.{quantity}")
        return f"{self.language.number(value)} {unit}".rstrip()

    def counted(self, quantity: Quantity) -> str:
        """A reported number as the report has it: none, more than, up to, fewer than, from … to, or about."""
        if quantity.value == 0:
            return self.language.string("figure.quantities.zero")
        low, high = map(self.language.number, quantity.bounds)
        return self.language.string(f"figure.quantities.{next(iter(quantity.given))}", low=low, high=high)

    def quantity(self, quantity: Quantity) -> str:
        """A reported number, and for whom it was."""
        buyer = f"{self.language.string('comma')} {self.plain(quantity.buyer)}" if quantity.buyer else ""
        return self.counted(quantity) + buyer

    def script(self, form: str) -> str:
        """The language of a spelling, by its letters: Arabic, Chinese or English."""
        if ARABIC_LETTER.search(form):
            return "ar"
        return "zh" if CHINESE_LETTER.search(form) else "en"

    @property
    def version(self) -> str:
        """The edition of the dossier: its day, and the commit where it is known."""
        edition = self.edition
        return f"{edition.day} ({edition.commit})" if edition.commit else str(self.dossier.current_to)

    def changed(self, record: Record) -> Day:
        """The day on which what is told of a record last changed, as far as that is known."""
        return self.edition.changes.get(record_file(record), self.dossier.current_to)

    def entered(self, record: Record) -> Day | None:
        """The day on which a record was entered, as far as that is known."""
        return self.edition.entered.get(record_file(record))

    @property
    def last_change(self) -> Day:
        """The day on which any record last changed."""
        return self.edition.last_change or self.dossier.current_to

    def cited(self, title: str, anchor: str = "", issued: Day | None = None) -> Citation:
        """The citation of this page, or of a part of it with an anchor, under a title."""
        return self._cited(
            f"{self.place.url}#{anchor}" if anchor else self.place.url, title, issued or self.last_change
        )

    def cited_record(self, record: Record) -> Citation:
        """The citation of what the dossier tells of a record."""
        title = self.language.string(f"cite.of.{record.folder}", title=self.title(record))
        return self._cited(f"{self.language.code}/{record.address}", title, self.changed(record))

    def cited_page(self, title: str, record: Record | None) -> Citation:
        """The citation of this page: what it tells of a record, or itself under its title."""
        return self.cited_record(record) if record else self.cited(title)

    def citation_of(self, record: Record) -> str:
        """The way to the page that says how a record is cited that has no page of its own."""
        return self.place.to(citation_address(record))

    def cited_status(self) -> Citation:
        """The citation of a status that a script computes on this page, with marks where the script writes: the title
        stands for itself, and with a capital for what it is as a headline."""
        return replace(self.cited("⟦title⟧"), key=f"{self.cited('').key}-⟦key⟧", address="⟦address⟧")

    def _cited(self, path: str, title: str, issued: Day) -> Citation:
        name = self.language.string("site.name")
        is_data = path == f"{self.language.code}/data/"
        return Citation(
            "-".join(["h200gap", *filter(None, re.split("[/#]+", path))]),
            self.language.string("cite.of.data", title=name) if is_data else title,
            (name,),
            name,
            issued,
            self.permanent(path),
            self.language.code,
            self.language,
            version=self.version,
            title_language=self.language.code,
            is_data=is_data,
        )

    def cited_source(self, source: Source) -> Citation:
        """The citation of a source itself: in its own language where the record has its title in that, and where not
        under the title that it has here, which its key then tells."""
        is_own = source.language in self.languages
        code = source.language if is_own else self.language.code
        publisher = self.dossier.publisher(source)
        return Citation(
            source.id if is_own else f"{source.id}-{code}",
            source.title[code],
            source.authors,
            publisher.name[code] if isinstance(publisher, Actor) else publisher[code],
            source.date,
            str(source.url) if source.url else None,
            source.language,
            self.languages[code],
            source.kind,
            title_language=code,
        )

    def permanent(self, path: str) -> str:
        """The whole address of what lies at a path below the root of the site."""
        return posixpath.join(self.site_url, path)


def record_file(record: Record) -> str:
    """The file of a record, by its path below the project."""
    return f"data/{record.folder}/{record.id}.yml"
