"""Reads ``data/``, checks it, links it: one immutable Dossier."""
from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from .checks import broken_references, cycles, impossible_journey, undated_effects
from .messages import read_record
from .reading import Document, DossierError, Problem, read
from .records import KINDS, Actor, Caveat, Chip, Claim, Conclusion, Conflict, Event, Record, Rule, Source, Step, Term
from .references import pointers
from .fields import Reference, is_id
from .walking import texts, walk


@dataclass(frozen=True)
class Dossier:
    """All records by kind and id, each kind in the order in which pages list it."""

    records: Mapping[str, Mapping[str, Record]]

    @property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(self.records["claims"].values())

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(self.records["sources"].values())

    @property
    def actors(self) -> tuple[Actor, ...]:
        return tuple(self.records["actors"].values())

    @property
    def chips(self) -> tuple[Chip, ...]:
        return tuple(self.records["chips"].values())

    @property
    def rules(self) -> tuple[Rule, ...]:
        return tuple(self.records["rules"].values())

    @property
    def events(self) -> tuple[Event, ...]:
        return tuple(self.records["events"].values())

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        return tuple(self.records["conflicts"].values())

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(self.records["steps"].values())

    @property
    def conclusions(self) -> tuple[Conclusion, ...]:
        return tuple(self.records["conclusions"].values())

    @property
    def caveats(self) -> tuple[Caveat, ...]:
        return tuple(self.records["caveats"].values())

    @property
    def terms(self) -> tuple[Term, ...]:
        return tuple(self.records["terms"].values())

    def find(self, kind: str, id: str) -> Record | None:
        """The record of that kind and id, or None."""
        return self.records.get(kind, {}).get(id)

    def suggestion(self, kind: str, id: str) -> str:
        """" (did you mean 'x'?)" for the nearest id of the kind, or nothing."""
        near = difflib.get_close_matches(id, self.records.get(kind, {}), n=1, cutoff=0.5)
        return f" (did you mean '{near[0]}'?)" if near else ""

    @cached_property
    def _backlinks(self) -> dict[tuple[str, str], dict[str, dict[str, Record]]]:
        links: dict[tuple[str, str], dict[str, dict[str, Record]]] = {}
        for kind, records in self.records.items():
            for record in records.values():
                targets = [(value.kind, str(value)) for _, value in walk(record) if isinstance(value, Reference)]
                targets += [(pointer.kind, pointer.id) for _, text in texts(record) for pointer in pointers(text)]
                for target in targets:
                    links.setdefault(target, {}).setdefault(kind, {})[record.id] = record
        return links

    def citing(self, record: Record, kind: str) -> tuple[Any, ...]:
        """The records of a kind that refer to a record, in a field or in a text, in the order of their kind."""
        found = self._backlinks.get((kind_of(record), record.id), {}).get(kind, {})
        return tuple(other for other in found.values() if other is not record)

    @cached_property
    def current_to(self) -> str:
        """The date of the latest finding."""
        return max(str(finding.date) for claim in self.claims for finding in claim.findings)


_KIND = {model: kind for kind, model in KINDS.items()}


def kind_of(record: Record) -> str:
    """The folder of a record's kind."""
    return _KIND[type(record)]


_ORDER = {
    "claims": lambda claim: claim.code,
    "sources": lambda source: (source.date or "9999", source.id),
    "actors": lambda actor: (list(type(actor.side)).index(actor.side), actor.id),
    "chips": lambda chip: (not chip.us_origin, chip.vendor != "nvidia", chip.vendor, chip.announced or "9999", chip.id),
    "rules": lambda rule: (rule.effective or rule.published or "9999", rule.id),
    "events": lambda event: (event.date, event.id),
    "conflicts": lambda conflict: (conflict.sides[0].date or "9999", conflict.id),
    "steps": lambda step: step.order,
    "conclusions": lambda conclusion: conclusion.order,
    "terms": lambda term: term.name.en.casefold(),
}


def load(folder: Path) -> Dossier:
    """Read and check all records under ``folder``. Raises DossierError with every problem found, none of them twice."""
    problems: list[Problem] = []
    files: dict[tuple[str, str], str] = {}
    documents: dict[tuple[str, str], Document] = {}
    records: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
    _check_folders(folder, problems)
    for kind, model in KINDS.items():
        for path in sorted((folder / kind).glob("*.y*ml")):
            name = f"{folder.name}/{kind}/{path.name}"
            if not is_id(path.stem):
                problems.append(Problem(name, 1, "", f"{path.stem!r} is no id; expected small Latin letters and digits, with single hyphens between them"))
                continue
            if (kind, path.stem) in files:
                problems.append(Problem(name, 1, "", f"duplicate id '{path.stem}'; it stands in {files[kind, path.stem]} already"))
                continue
            files[kind, path.stem] = name
            try:
                document = read(path, name)
            except DossierError as error:
                problems += error.problems
                continue
            documents[kind, path.stem] = document
            record = read_record(model, path.stem, document, problems)
            if record is not None:
                records[kind][path.stem] = record
    dossier = Dossier(MappingProxyType({
        kind: MappingProxyType(dict(sorted(found.items(), key=lambda item: _ORDER.get(kind, lambda record: record.id)(item[1]))))
        for kind, found in records.items()
    }))
    for (kind, id), document in documents.items():
        if id in records[kind]:
            problems += broken_references(dossier, files, records[kind][id], document)
    problems += cycles(dossier, documents)
    for claim in dossier.claims:
        problems += impossible_journey(dossier, claim, documents["claims", claim.id])
    for rule in dossier.rules:
        problems += undated_effects(rule, documents["rules", rule.id])
    if problems:
        raise DossierError(problems)
    return dossier


def _check_folders(folder: Path, problems: list[Problem]) -> None:
    if not folder.is_dir():
        raise DossierError([Problem(folder.name, 1, "", "expected a folder of records")])
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder)
        if path.is_file() and (len(place.parts) != 2 or place.parts[0] not in KINDS or path.suffix not in (".yml", ".yaml")):
            kinds = ", ".join(KINDS)
            problems.append(Problem(f"{folder.name}/{place}", 1, "", f"not read; expected <kind>/<id>.yml, <kind> one of {kinds}"))
