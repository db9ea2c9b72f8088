"""Reads ``data/``, checks it, links it: one immutable Dossier."""
from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, ValidationError

from .reading import Document, DossierError, Path_, Problem, read
from .records import KINDS, Actor, Caveat, Chip, Claim, Conclusion, Event, Record, Rule, Source, Step, Term
from .references import BrokenReference, pointers, resolve
from .vocabulary import Reference, Text

ARTICLE = "article"
"""The id of the source that the dossier examines."""


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
        return tuple(other for id, other in self.records[kind].items() if id in found and other is not record)

    @cached_property
    def current_to(self) -> str:
        """The date of the latest finding."""
        return max(str(finding.date) for claim in self.claims for finding in claim.findings)


def kind_of(record: Record) -> str:
    """The folder of a record's kind."""
    return next(kind for kind, model in KINDS.items() if type(record) is model)


def walk(value: Any, path: Path_ = ()) -> Iterator[tuple[Path_, Any]]:
    """Every part of a record with its path, the record itself included."""
    yield path, value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from walk(getattr(value, name), path + (name,))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from walk(item, path + (name,))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from walk(item, path + (index,))


def texts(record: Record) -> Iterator[tuple[Path_, str]]:
    """Every text of a record, in each language, with its path."""
    for path, value in walk(record):
        if isinstance(value, Text):
            yield path + ("en",), value.en
            yield path + ("ar",), value.ar


_ORDER = {
    "claims": lambda claim: claim.code,
    "sources": lambda source: (source.date or "9999", source.id),
    "actors": lambda actor: (list(type(actor.side)).index(actor.side), actor.id),
    "chips": lambda chip: (not chip.us_origin, chip.vendor != "nvidia", chip.vendor, chip.announced or "9999", chip.id),
    "rules": lambda rule: (rule.effective or rule.published or "9999", rule.id),
    "events": lambda event: (event.date, event.id),
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
            record = _record(model, path.stem, document, problems)
            if record is not None:
                records[kind][path.stem] = record
    dossier = Dossier(MappingProxyType({
        kind: MappingProxyType(dict(sorted(found.items(), key=lambda item: _ORDER.get(kind, lambda record: record.id)(item[1]))))
        for kind, found in records.items()
    }))
    for (kind, id), document in documents.items():
        if id in records[kind]:
            problems += _broken_references(dossier, files, records[kind][id], document)
    problems += _cycles(dossier, documents)
    for claim in dossier.claims:
        problems += _impossible_journey(dossier, claim, documents["claims", claim.id])
    for rule in dossier.rules:
        problems += _undated_effects(rule, documents["rules", rule.id])
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


def _record(model: type[Record], id: str, document: Document, problems: list[Problem]) -> Record | None:
    if "id" in document.data:
        problems.append(document.problem(("id",), "unknown field; the file's name is the id"))
        return None
    try:
        return model.model_validate({**document.data, "id": id})
    except ValidationError as error:
        errors = error.errors()
        for item in errors:
            # a list that is too short only because its items are wrong is no second mistake
            if item["type"] != "too_short" or not any(other is not item and other["loc"][:len(item["loc"])] == item["loc"] for other in errors):
                problems.append(document.problem(_data_path(document, item["loc"]), _message(model, item)))
        return None


def _data_path(document: Document, location: Path_) -> Path_:
    """pydantic's location without the names of union members, which do not stand in the file."""
    path: Path_ = ()
    for part in location:
        if path + (part,) in document.lines or part is location[-1]:
            path += (part,)
    return path


def _message(model: type[Record], item: dict) -> str:
    kind, given = item["type"], item.get("input")
    if kind == "extra_forbidden":
        fields = _fields_beside(model, item["loc"])
        near = difflib.get_close_matches(str(item["loc"][-1]), fields, n=1, cutoff=0.5)
        return f"unknown field (did you mean '{near[0]}'?)" if near else f"unknown field; expected one of {', '.join(fields)}"
    if kind == "missing":
        return "missing translation" if item["loc"][-1] in ("en", "ar") else "missing field"
    if kind == "enum" or kind == "literal_error":
        near = difflib.get_close_matches(str(given), item["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", "), n=1)
        return f"'{given}' is not in the list; expected {item['ctx']['expected']}" + (f" (did you mean '{near[0]}'?)" if near else "")
    if kind == "string_pattern_mismatch":
        return f"'{given}' does not fit the pattern {item['ctx']['pattern']}"
    message = item["msg"].removeprefix("Value error, ")
    message = message[:1].lower() + message[1:]
    return message if kind == "value_error" else f"{message}, found {given!r}"[:200]


def _fields_beside(model: type[BaseModel], location: Path_) -> list[str]:
    """The fields that may stand where an unknown one stands."""
    schema = model.model_json_schema()
    node: dict = schema
    for part in location[:-1]:
        node = _step(schema, node, part)
    return [name for name in _resolved(schema, node).get("properties", {}) if name != "id"]


def _resolved(schema: dict, node: dict) -> dict:
    while "$ref" in node or "anyOf" in node:
        node = (schema["$defs"][node["$ref"].rpartition("/")[2]] if "$ref" in node
                else next((option for option in node["anyOf"] if option.get("type") != "null"), {}))
    return node


def _step(schema: dict, node: dict, part: str | int) -> dict:
    node = _resolved(schema, node)
    if isinstance(part, int):
        return node.get("items", {})
    if "discriminator" in node:
        return {"$ref": node["discriminator"]["mapping"].get(part, "")} if part in node["discriminator"]["mapping"] else node
    return node.get("properties", {}).get(part, node)


def _broken_references(dossier: Dossier, files: Mapping, record: Record, document: Document) -> Iterator[Problem]:
    """References to records that do not exist; a record that exists and is wrong has problems of its own."""
    for path, value in walk(record):
        if isinstance(value, Reference) and (value.kind, str(value)) not in files:
            yield document.problem(path, f"no {value.kind.removesuffix('s')} '{value}'{dossier.suggestion(value.kind, value)}")
    for path, text in texts(record):
        try:
            for pointer in pointers(text):
                if (pointer.kind, pointer.id) in files and dossier.find(pointer.kind, pointer.id) is None:
                    continue
                resolve(dossier, pointer)
        except BrokenReference as error:
            yield document.problem(path, str(error))


def _cycles(dossier: Dossier, documents: Mapping) -> Iterator[Problem]:
    """Sources that derive from themselves, each cycle reported once."""
    done: set[str] = set()

    def visit(id: str, trail: tuple[str, ...]) -> Iterator[Problem]:
        if id in trail:
            circle = " ← ".join(trail[trail.index(id):] + (id,))
            yield documents["sources", id].problem(("derived_from",), f"cycle: {circle}; expected a source to derive from earlier ones")
        elif id not in done and (source := dossier.find("sources", id)) is not None:
            for parent in source.derived_from:
                yield from visit(parent, trail + (id,))
            done.add(id)

    for source in dossier.sources:
        yield from visit(source.id, ())


def _impossible_journey(dossier: Dossier, claim: Claim, document: Document) -> Iterator[Problem]:
    """Reports stand oldest first, the article last, its paragraph exists, and ``taken_from`` names reports of the claim."""
    listed = [report.source for report in claim.reports]
    if claim.reports[-1].source != ARTICLE or claim.reports[-1].locator is None or claim.reports[-1].drift is None:
        yield document.problem(("reports",), f"expected the last report to be '{ARTICLE}', with locator and drift")
    article = dossier.find("sources", ARTICLE)
    last_date = ""
    for index, report in enumerate(claim.reports):
        source = dossier.find("sources", report.source)
        if report.locator and article and not report.locator.paragraph <= len(article.paragraphs):
            yield document.problem(("reports", index, "locator", "paragraph"),
                                   f"paragraph {report.locator.paragraph} does not exist; the article has {len(article.paragraphs)}")
        if source and source.date:
            shared = min(len(source.date), len(last_date))
            if source.date[:shared] < last_date[:shared]:
                yield document.problem(("reports", index, "source"), f"'{report.source}' is of {source.date}, before the report above it; expected oldest first")
            last_date = source.date
        for parent in report.taken_from or ():
            if parent not in listed[:index]:
                yield document.problem(("reports", index, "taken_from"), f"'{parent}' is not among the reports above; expected one of {', '.join(listed[:index]) or 'none'}")


def _undated_effects(rule: Rule, document: Document) -> Iterator[Problem]:
    if rule.effective is None or len(rule.effective) != 10:
        if rule.opens_period or any(effect.kind != "statement" and getattr(effect, "effective", None) is None for effect in rule.effects):
            yield document.problem(("effective",), "expected a day (YYYY-MM-DD), since the status of chips is computed from it")
