"""Agreement: two records that say the same thing say it alike."""

from __future__ import annotations

from collections.abc import Iterator

from ...record.actor import Actor, ActorKind, RelationType
from ...record.chip import Chip, Group
from ...record.claim import Claim
from ...record.conclusion import Conclusion
from ...record.conflict import Conflict, ConflictState
from ...record.correction import Correction
from ...record.event import Event, Quantity, QuantityKind, SourcingKind
from ...record.fields import PartialDate, StepId, Text
from ...record.question import Question, Settled
from ...record.rule import Instrument, Rule
from ...record.shared import Record
from ...record.source import Source, SourceKind
from ...record.step import Step, StepState
from ...record.term import Term
from ...record.version import Version
from ..problems import Problem
from ..yaml_file import Document
from .check import Reading, plain
from .effects import ANNOUNCED
from .roles import called


def verdicts_at_odds(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A conclusion has a verdict that none of its claims has."""
    if not isinstance(record, Conclusion) or not record.verdict:
        return
    claims = [claim for id in record.claims if isinstance(claim := reading.dossier.find(Claim.folder, id), Claim)]
    if claims and len(claims) == len(record.claims):
        verdicts = sorted({claim.finding.verdict for claim in claims})
        if record.verdict not in verdicts:
            yield document.problem(
                ("verdict",), f"'{record.verdict}', but its claims are {' and '.join(verdicts)}; expected the same"
            )


def steps_without_gaps(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """The steps are numbered from one on, one is overtaken by a later one, and a claim mistakes one for a later one."""
    if isinstance(record, Step):
        orders = {step.order for step in reading.dossier.all(Step)}
        if record.order > 1 and record.order - 1 not in orders and reading.is_whole(Step):
            yield document.problem(("order",), f"{record.order}, but no step is {record.order - 1}; expected no gap")
        later = [step for step in reading.dossier.all(Step) if step.order > record.order]
        if (
            record.state is StepState.overtaken
            and reading.is_whole(Step)
            and all(step.state is StepState.unknown for step in later)
        ):
            yield document.problem(("state",), "overtaken, but no later step has begun; expected another state")
    if isinstance(record, Claim) and record.mistakes_step_for:
        own, taken = _order(reading, record.step), _order(reading, record.mistakes_step_for)
        if not record.step or (own and taken and taken <= own):
            yield document.problem(
                ("mistakes_step_for",),
                f"'{record.mistakes_step_for}' is no step after the claim's; expected a later one",
            )


def versions_at_odds(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A version of the regulations was made by what is no law of theirs, or begins before the rule that made it."""
    rule = reading.dossier.find(Rule.folder, record.rule) if isinstance(record, Version) and record.rule else None
    if not isinstance(record, Version) or not isinstance(rule, Rule):
        return
    if rule.jurisdiction != "us" or rule.pending or rule.instrument in (*ANNOUNCED, Instrument.letter):
        what = f"a {rule.instrument} of {rule.jurisdiction}"
        yield document.problem(("rule",), f"'{rule.id}' is {what}; expected a rule that changed the regulations")
    if record.first and rule.effective and record.first.before(rule.effective):
        yield document.problem(
            ("first",), f"{record.first} lies before {rule.effective}, when '{rule.id}' took effect; expected that day"
        )


def answers_without_grounds(record: Record, document: Document) -> Iterator[Problem]:
    """An answer is disputed or computed, a step disputed, a text a translation, a report a named person's or a mistake
    corrected, and by what, from what, of what, whose or where is not said; or a step of which nothing is known is
    contradicted."""
    if isinstance(record, Question) and record.settled is Settled.disputed and not record.conflicts:
        yield document.problem(("settled",), "disputed, but by whom is not said; expected conflicts")
    if isinstance(record, Question) and record.settled is Settled.computed and not (record.rules or record.chips):
        yield document.problem(("settled",), "computed, but from what is not said; expected rules or chips")
    if isinstance(record, Step) and record.state is StepState.disputed and not record.contradicted_by:
        yield document.problem(("state",), "disputed, but by what is not said; expected contradicted_by")
    if isinstance(record, Step) and record.state is StepState.unknown and record.contradicted_by:
        yield document.problem(("contradicted_by",), "the state is unknown; expected disputed, or nothing")
    if isinstance(record, Source) and record.kind is SourceKind.translation and not record.derived_from:
        yield document.problem(("kind",), "a translation, but of what is not said; expected derived_from")
    if isinstance(record, Event) and record.sourcing.kind is SourcingKind.named and not record.sourcing.named:
        yield document.problem(("sourcing", "kind"), "named, but by which name is not said; expected named")
    if isinstance(record, Correction) and _alike(record.stood, record.stands):
        yield document.problem(("stands",), "what stands is what stood; expected what was corrected")
    if isinstance(record, Correction) and not record.concerns:
        yield document.problem((), "concerns no record; expected claims, chips, rules or others on whose page it stood")


def _alike(one: Text, other: Text) -> bool:
    """Whether two texts say the same in one of their languages."""
    return plain(one.en) == plain(other.en) or plain(one.ar) == plain(other.ar)


def two_tongues(record: Record, document: Document) -> Iterator[Problem]:
    """Two answers are given by the same, on the same date and in the same texts, or on dates of which one is not
    told."""
    met: list[tuple[str, PartialDate | None, frozenset[str]]] = []
    for index, side in enumerate(record.sides if isinstance(record, Conflict) else ()):
        texts = frozenset((*side.sources, *side.events))
        for place, (by, date, others) in enumerate(met):
            if by != plain(side.by.en):
                continue
            if date == side.date and texts & others:
                yield document.problem(
                    ("sides", index, "by"),
                    f"gave the answer of side {place} in the same text; expected one answer",
                )
            elif not (date and side.date):
                yield document.problem(
                    ("sides", index, "by"),
                    f"gave the answer of side {place} as well, and when is not said; expected the dates of both",
                )
        met.append((plain(side.by.en), side.date, texts))


def settled_disputes(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """An answer is disputed, though all conflicts that it names are settled."""
    if isinstance(record, Question) and record.settled is Settled.disputed and record.conflicts:
        found = [reading.dossier.find(Conflict.folder, id) for id in record.conflicts]
        if all(isinstance(conflict, Conflict) and conflict.state is ConflictState.settled for conflict in found):
            yield document.problem(
                ("settled",), f"disputed, but {', '.join(record.conflicts)} are settled; expected an open conflict"
            )


def less_than_a_part(record: Record, document: Document) -> Iterator[Problem]:
    """Of all buyers together an event has fewer chips of a kind than of one of them."""
    quantities = record.quantities if isinstance(record, Event) else ()
    for index, whole in enumerate(quantities):
        if whole.buyer or "above" in whole.given:
            continue
        for part in quantities:
            same = part.buyer and (part.kind, part.product) == (whole.kind, whole.product)
            if same and not part.given.keys() & {"at_most", "below"} and part.bounds[0] > whole.bounds[1]:
                yield document.problem(
                    ("quantities", index),
                    f"{whole.bounds[1]} of all, but {part.bounds[0]} of one buyer; expected a whole that is no less",
                )


def less_than_its_parts(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """Of all buyers together an event has fewer chips of a kind than of companies of the record, of which none is part
    of another. Other buyers may be counted twice: with those to whom they belong."""
    quantities = record.quantities if isinstance(record, Event) else ()
    for index, whole in enumerate(quantities):
        if whole.buyer or "above" in whole.given:
            continue
        parts = {
            company: part.bounds[0]
            for part in quantities
            if (part.kind, part.product) == (whole.kind, whole.product) and not part.given.keys() & {"at_most", "below"}
            for company in _buying(reading, part)
        }
        if sum(parts.values()) > whole.bounds[1] >= max(parts.values()):
            yield document.problem(
                ("quantities", index),
                f"{whole.bounds[1]} of all, but {sum(parts.values())} of {' and '.join(parts)} together; expected a "
                "whole that is no less",
            )


def _buying(reading: Reading, quantity: Quantity) -> Iterator[str]:
    """The company that buys, if it is an actor of the record and no part of another."""
    for id in reading.bearers(Actor, called, plain(quantity.buyer.en)) if quantity.buyer else ():
        actor = reading.dossier.find(Actor.folder, id)
        relations = actor.relations if isinstance(actor, Actor) and actor.kind is ActorKind.company else None
        if relations is not None and all(relation.type is not RelationType.part_of for relation in relations):
            yield id


def _order(reading: Reading, id: StepId | None) -> int | None:
    step = reading.dossier.find(Step.folder, id) if id else None
    return step.order if isinstance(step, Step) else None


def deliveries_of_none(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """An event counts chips delivered of a kind that was never released, or delivered or in stock before the
    kind was known."""
    for index, quantity in enumerate(record.quantities if isinstance(record, Event) else ()):
        chip = reading.dossier.find(Chip.folder, quantity.product)
        if quantity.kind not in (QuantityKind.stock, QuantityKind.delivered) or not isinstance(chip, Chip):
            continue
        place = ("quantities", index, "product")
        if quantity.kind is QuantityKind.delivered and not chip.released:
            yield document.problem(place, f"'{chip.id}' was not released; expected a chip that can be delivered")
        if isinstance(record, Event) and chip.known_from and record.date.before(chip.known_from):
            yield document.problem(
                place,
                f"'{chip.id}' is known from {chip.known_from}, after {record.date}; expected a chip that was there",
            )


def kinds_of_chips(record: Record, document: Document) -> Iterator[Problem]:
    """A chip stands in a group whose chips are never for data centres, or never exported from the United States."""
    if not isinstance(record, Chip):
        return
    if record.group is Group.chinese and record.exported_from_us:
        yield document.problem(("exported_from_us",), f"true, but the group is '{record.group}'; expected false")
    if record.group is Group.consumer and record.data_centre and record.data_centre.value:
        yield document.problem(("data_centre", "value"), f"true, but the group is '{record.group}'; expected false")


def names_to_avoid(record: Record, document: Document) -> Iterator[Problem]:
    """A form that readers are told to avoid, or to find a term or an actor by, is its own name."""
    if isinstance(record, Term):
        names = {plain(record.name.en), plain(record.name.ar)}
        for index, variant in enumerate(record.variants):
            if plain(variant.form) in names:
                yield document.problem(
                    ("variants", index, "form"), f"'{variant.form}' is the name itself; expected another form"
                )
    for index, form in enumerate(record.variants if isinstance(record, Actor) else ()):
        if isinstance(record, Actor) and form in (record.name.en, record.name.ar, *record.name.zh):
            yield document.problem(("variants", index), f"'{form}' is the name itself; expected another form")


def known_from_two_days(record: Record, document: Document) -> Iterator[Problem]:
    """A chip has both the date of its announcement and one that stands in its place."""
    if isinstance(record, Chip) and record.announced and record.first_known:
        yield document.problem(("first_known",), "the announcement is established; expected null, or announced: null")


def alternatives_alike(record: Record, document: Document) -> Iterator[Problem]:
    """An alternative to a figure is the figure itself."""
    for name, published in record.figures.published if isinstance(record, Chip) else ():
        for index, other in enumerate(published.alternatives):
            if other.value == published.value:
                yield document.problem(
                    ("figures", name, "alternatives", index, "value"),
                    f"{other.value:g} is the value itself; expected another, or one more of its sources",
                )
