"""Turns records into HTML through the templates. Every value is escaped here; no record's text becomes a template."""
from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from . import charts, citation, measures, pages, policy, provenance
from .dossier import Dossier, kind_of
from .language import Language
from .records import Actor, Chip, Claim, Comparison, Duty, Event, Finding, Record, Relation, Rule, Source, Step, Term, ThresholdGroup
from .references import SYNTAX, Day, Number, parse, resolve
from .fields import ARABIC_LETTER, Text
from .vocabulary import Verdict

TEMPLATES = Path(__file__).with_name("templates")

_NAME = {
    "claims": lambda claim: claim.statement, "sources": lambda source: source.title, "actors": lambda actor: actor.name,
    "rules": lambda rule: rule.short_title, "events": lambda event: event.title, "conflicts": lambda conflict: conflict.question, "steps": lambda step: step.name,
    "conclusions": lambda conclusion: conclusion.heading, "caveats": lambda caveat: caveat.title,
    "terms": lambda term: term.name,
}


@cache
def environment() -> Environment:
    """The templates' environment, read once a build: values are escaped, an unknown name is an error."""
    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined,
                       trim_blocks=True, lstrip_blocks=True, auto_reload=False)


@dataclass(frozen=True)
class View:
    """The dossier as one page in one language shows it; ``url`` is the page's address below the site's root."""

    dossier: Dossier
    language: Language
    url: str
    site_url: str

    def render(self, template: str, **values) -> Markup:
        """A template of ``templates/`` with this view's words, links and computations."""
        return Markup(environment().get_template(template).render(
            view=self, dossier=self.dossier, language=self.language, t=self.language.string, day=self.language.day,
            number=self.language.number, text=self.text, name=self.name, href=self.href, link=self.link, page=self.page,
            measures=measures, policy=policy, provenance=provenance, charts=charts, rules=self.dossier.rules, **values,
        ))

    def text(self, value: Text | str) -> Markup:
        """A bilingual text, or plain text of this language, as HTML with its references resolved."""
        written = value[self.language.code] if isinstance(value, Text) else value
        result, end = Markup(), 0
        for match in SYNTAX.finditer(written):
            result += self.language.text(written[end:match.start()]) + self.pointed(match[1])
            end = match.end()
        return result + self.language.text(written[end:])

    def phrase(self, value: Text) -> Markup:
        """A text as part of a sentence: without its full stop."""
        return self.text(value[self.language.code].rstrip("."))

    def sentence(self, value: Text) -> Markup:
        """A text as a sentence of its own, with one full stop whether it was written with it or not."""
        return self.phrase(value) + "."

    def pointed(self, inside: str) -> Markup:
        """What a reference between double brackets shows: a figure, a date or a link."""
        pointer = parse(inside)
        found = resolve(self.dossier, pointer)
        if isinstance(found, Number):
            return Markup('<bdi class="figure">{}</bdi>').format(self.language.number(found.value, found.decimals))
        if isinstance(found, Day):
            return Markup("{}").format(self.language.day(found.value))
        return self.link(self.dossier.find(pointer.kind, pointer.id), pointer.words)

    def name(self, record: Record) -> Markup:
        """The name by which a reader knows a record; a claim's is its statement, without the full stop."""
        kind = kind_of(record)
        if kind == "chips":
            return self.language.text(record.short_name)
        return self.phrase(_NAME[kind](record))

    def href(self, record: Record) -> str:
        """The way from this page to a record."""
        return self.page(pages.address(record))

    def page(self, path: str) -> str:
        """The way from this page to another of the same language, for example ``claims/`` or ``timeline/#x``."""
        address, _, anchor = f"{self.language.code}/{path}".partition("#")
        way = posixpath.relpath(address, self.url or ".")
        return (way if way.endswith("/") else way + "/") + (f"#{anchor}" if anchor else "")

    def file(self, path: str) -> str:
        """The way from this page to a file below the root of the site, for example ``data/figures/gap.en.csv``."""
        return posixpath.relpath(path, self.url or ".")

    def link(self, record: Record, words: str | None = None) -> Markup:
        """A link to a record that shows its name, or other words."""
        return Markup('<a href="{}">{}</a>').format(self.href(record), self.language.text(words) if words else self.name(record))

    def publisher_name(self, source: Source) -> Markup:
        """Who published a source."""
        named = source.publisher if isinstance(source.publisher, Text) else self.dossier.find("actors", source.publisher).name
        return self.text(named)

    def publisher(self, source: Source) -> Markup:
        """Who published a source: a link to the actor, or a name."""
        if isinstance(source.publisher, Text):
            return self.text(source.publisher)
        return self.link(self.dossier.find("actors", source.publisher))

    def cited(self, title: str, path: str) -> citation.Citation:
        """The citation of the page at ``path`` below the site's root."""
        return citation.Citation(title, self.dossier.current_to, posixpath.join(self.site_url, path), self.language)

    def plain(self, value: Text | str) -> str:
        """A text without markup, for titles and descriptions."""
        return self.text(value).striptags()

    def record_title(self, record: Record) -> str:
        return self.plain(record.name) if kind_of(record) == "chips" else self.name(record).striptags()

    @property
    def other(self) -> View:
        """The same page in the other language."""
        other = self.language.other
        return replace(self, language=other, url=other.code + self.url[2:])

    def finding(self, claim: Claim) -> Finding:
        """The finding that stands: the newest."""
        return claim.findings[-1]

    def group(self, group: ThresholdGroup) -> Markup:
        """How a reader calls a group of thresholds: by its name, or by its paragraph."""
        return self.text(group.name) if group.name else Markup("<bdi>{}</bdi>").format(group.paragraph)

    def script(self, form: str) -> str:
        """The language of a spelling, by its letters."""
        return "ar" if ARABIC_LETTER.search(form) else "en"

    def measured(self, value: float, quantity: str) -> str:
        """A figure with its unit, where the quantity has one."""
        unit = self.language.string(f"unit.{quantity}")
        return f"{self.language.number(value)} {unit}".rstrip()

    def records(self, kind: str, ids: Iterable[str]) -> tuple[Record, ...]:
        """Records by id; events in order of time."""
        found = (self.dossier.find(kind, id) for id in ids)
        return tuple(sorted(found, key=lambda event: event.date)) if kind == "events" else tuple(found)

    def relations_to(self, actor: Actor) -> tuple[tuple[Actor, Relation], ...]:
        """Relations that other actors have to this one."""
        return tuple((other, relation) for other in self.dossier.actors for relation in other.relations if relation.to == actor.id)

    def events_relating_to(self, event: Event) -> tuple[Event, ...]:
        """Events that name this one, without those that it names itself."""
        named = {relation.to for relation in event.relations}
        return tuple(other for other in self.dossier.citing(event, "events") if other.id not in named)

    def duty(self, chip: Chip) -> policy.Status | None:
        """The band of the import duty in which a chip lies on the day of the last finding."""
        return policy.duty(self.dossier.rules, chip, date.fromisoformat(self.dossier.current_to))

    def dutiable(self, rule: Rule) -> tuple[tuple[Chip, policy.Status], ...]:
        """The chips that fall into a band of this rule's duty."""
        found = ((chip, self.duty(chip)) for chip in self.dossier.chips if chip.us_origin)
        return tuple((chip, status) for chip, status in found if status and status.rule is rule)

    def moved(self, rule: Rule) -> tuple[tuple[Chip, policy.Status, policy.Status], ...]:
        """The chips whose status a rule changed, computed."""
        return policy.moved(self.dossier.rules, [chip for chip in self.dossier.chips if chip.us_origin], rule)

    def by_verdict(self) -> dict[Verdict, list[Claim]]:
        """Claims by the verdict that stands, in the order of the closed list."""
        groups = {verdict: [claim for claim in self.dossier.claims if self.finding(claim).verdict is verdict] for verdict in Verdict}
        return {verdict: claims for verdict, claims in groups.items() if claims}

    def description(self, record: Record) -> str:
        """One sentence on a record, for search engines and link previews."""
        text = {
            "claims": lambda: self.finding(record).note, "actors": lambda: record.role, "chips": lambda: record.summary,
            "rules": lambda: record.summary, "sources": lambda: record.title, "events": lambda: record.summary,
        }[kind_of(record)]()
        return self.plain(text)

    @property
    def root(self) -> str:
        """The way from this page to the site's root, ending in a slash."""
        return posixpath.relpath(".", self.url or ".") + "/"

    def what_if_words(self) -> dict:
        """The words in which a script says a computed status: those of the status table."""
        string = self.language.string
        bounds = [bound + suffix for bound in Comparison.model_fields for suffix in ("", "_not")]
        blanks = {"value": "{value}", "limit": "{limit}"}
        return {
            "status": {kind: string(f"status.{kind}") for kind in policy.StatusKind},
            "quantities": {quantity: string(f"quantity_short.{quantity}") for quantity in measures.QUANTITIES},
            "units": {quantity: string(f"unit.{quantity}") for quantity in measures.QUANTITIES},
            "reasons": {bound: string(f"reason.{bound}", **blanks) for bound in bounds},
            "unknown": string("reason.unknown", quantity="{quantity}"),
            "rules": {rule.id: (self.plain(rule.short_title), self.href(rule)) for rule in self.dossier.rules if rule.effects},
            "deciding": string("chip.deciding_rule"), "duty": string("chip.duty"), "no_duty": string("chip.no_duty"), "failed": string("what_if.failed"),
            "bands": {group.paragraph: self.group(group).striptags() for _, _, duty in policy.in_order(self.dossier.rules, Duty) for group in duty.any_of},
            "comma": string("comma") + " ", "semicolon": string("semicolon") + " ",
        }

    def by_duty(self) -> list[Chip]:
        """The chips of US origin with a published rate: those in a band of the duty first, then those of the article."""
        chips = [chip for chip in self.dossier.chips if chip.us_origin and measures.total_processing_performance(chip)]
        return sorted(chips, key=lambda chip: (self.duty(chip) is None, -len(self.dossier.citing(chip, "claims"))))

    def missed_duty(self, chip: Chip) -> tuple[measures.Reason, ...]:
        """The comparisons by which a chip misses the bands of the duty."""
        return policy.missed_duty(self.dossier.rules, chip)

    def chain(self) -> tuple[provenance.Edge, ...]:
        """The ways that claims travelled, busiest first."""
        return tuple(sorted(provenance.edges(self.dossier), key=lambda edge: -len(edge.claims)))

    def grouped(self, records: Iterable[Record], attribute: str) -> dict[StrEnum, list[Record]]:
        """Records by the value of a closed list, in the order of the list."""
        records = list(records)
        values = list(type(getattr(records[0], attribute)))
        groups = {value: [record for record in records if getattr(record, attribute) is value] for value in values}
        return {value: found for value, found in groups.items() if found}

    def by_month(self, events: Iterable[Event]) -> list[tuple[str, list[Event]]]:
        """Events under their months, in order of time."""
        return [(month, list(group)) for month, group in groupby(events, key=lambda event: event.date[:7])]

    def sorted_terms(self) -> list[Term]:
        """Terms in the alphabetical order of this language."""
        return sorted(self.dossier.terms, key=lambda term: term.name[self.language.code].casefold())

    def events_of_step(self, step: Step) -> tuple[Event, ...]:
        return tuple(event for event in self.dossier.events if event.step == step.id)

    def claims_of_step(self, step: Step) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.dossier.claims if claim.step == step.id)
