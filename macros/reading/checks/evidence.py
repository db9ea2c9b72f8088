"""Evidence: what is stated names sources that a reader can find, and is no surer than they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from ...record.claim import Finding
from ...record.conclusion import Conclusion
from ...record.conflict import Conflict, ConflictSide
from ...record.event import Event
from ...record.fields import SourceId
from ...record.question import Question
from ...record.rule import Rule
from ...record.shared import Basis, Level, Record, Verdict
from ...record.source import ESTIMATING, Source, best_read, thin
from ..derivation import roots
from ..problems import Problem
from ..yaml_file import Document
from .check import Reading


def unfindable_sources(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """None of the sources of a finding, an event, a condition, a figure or anything else can be found by a reader."""
    for location, part in record.parts:
        named = getattr(part, "sources", ())
        sources = reading.sources(named)
        if sources and not any(source.found_at for source in sources):
            ids = ", ".join(f"'{source.id}'" for source in sources)
            yield document.problem(
                (*location, "sources"), f"no address of {ids} is known; expected a source with one, its own or a copy's"
            )


def moving_addresses(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A source, or a copy of it, is a file of a public repository without the commit at which it was read."""
    if isinstance(record, Source):
        copies = ((("copies", index, "url"), copy.url) for index, copy in enumerate(record.copies))
        for location, url in ((("url",), record.url), *copies):
            if url and _FILE.search(str(url)) and not _COMMIT.search(str(url)):
                yield document.problem(
                    location, f"'{url}' moves with its repository; expected a file at a commit (40 digits)"
                )


_FILE = re.compile(
    r"^https?://(?:www\.)?(?:raw\.githubusercontent\.com/|github\.com/[^/]+/[^/]+/?$)|/(?:blob|raw|tree|resolve)/"
)
_COMMIT = re.compile(r"/[0-9a-f]{40}/")


def baseless_verdicts(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A verdict that decides names neither a source nor a rule, and is not computed."""
    for location, part in record.parts:
        if not isinstance(part, Finding | Conclusion) or part.verdict in (None, Verdict.not_verified):
            continue
        if not (part.sources or part.rules or part.basis is Basis.computed):
            yield document.problem(
                (*location, "verdict"),
                f"'{part.verdict}' without sources; expected sources, basis: computed or '{Verdict.not_verified}'",
            )


def overconfidence(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A finding, an event or an answer is held for surer than the best of its sources that was read allows."""
    for location, part in record.parts:
        if not isinstance(part, Finding | Event | Question):
            continue
        sources = reading.sources(_grounds(reading, part))
        if sources is None:
            continue
        if part.confidence is not Level.low and thin(sources):
            found = best_read(sources)
            why = f"the best that was read is a {found.kind}" if found else "none of the sources was read"
            yield document.problem(
                (*location, "confidence"),
                f"'{part.confidence}', but {why}; expected low, or a source of another kind that was read in part",
            )


def _grounds(reading: Reading, part: Finding | Event | Question) -> tuple[SourceId, ...]:
    """The sources of a finding, an event or an answer, and those of the rules on which it rests."""
    rules = () if isinstance(part, Event) else part.rules
    found = (reading.dossier.find(Rule.folder, rule) for rule in rules)
    return (*part.sources, *(source for rule in found if isinstance(rule, Rule) for source in rule.sources))


def shared_estimates(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """Two sides of a conflict rest on one and the same estimate, and so do not disagree about it."""
    if not isinstance(record, Conflict):
        return
    behind = [_estimates(reading, side) for side in record.sides]
    for (one, first), (other, second) in combinations(enumerate(behind), 2):
        if first and first == second:
            shared = ", ".join(f"'{id}'" for id in sorted(first))
            yield document.problem(
                ("sides", other, "sources"),
                f"rests on {shared}, as side {one} does; expected sides that do not share one estimate",
            )


def _estimates(reading: Reading, side: ConflictSide) -> frozenset[SourceId]:
    """The sources behind a side if all of them are estimates, else none: research and databases, and nothing behind."""
    found = (reading.dossier.find(Event.folder, id) for id in side.events)
    events = tuple(event for event in found if isinstance(event, Event))
    grounds: Sequence[ConflictSide | Event] = [side] if side.sources else events
    behind = {id for ground in grounds for id in roots(reading.parents, ground.sources, ground.taken_from)}
    known = [source for id in behind if (source := reading.source(id))]
    return frozenset(behind) if all(source.kind in ESTIMATING for source in known) else frozenset()
