"""The policy gap, computed: what an item's figures and the measures in force on a day make of it.

Sources: 15 CFR part 774, supplement no. 1, ECCN 3A090 (the licence requirement); 15 CFR 740.8 (licence exception NAC);
15 CFR 744.21 and 744.23 (letters); 15 CFR 742.6(b)(10) (the review policy); 15 CFR part 748, supplement no. 2,
paragraph (dd) (its gates); 15 CFR 734.9(h) (foreign direct products); US note 39 to chapter 99 of the Harmonized Tariff
Schedule (the duty). An announcement is a Statement effect and never enters a computation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date as Date
from datetime import timedelta
from enum import StrEnum
from typing import Generic, TypeVar

from ..record.chip import Outcome
from ..record.rule import (
    Duty,
    Effect,
    ForeignDirectProduct,
    Gate,
    GateKind,
    Letter,
    LicenceException,
    LicenceRequirement,
    ReviewChange,
    ReviewPolicy,
    Rule,
    Statement,
    ThresholdGroup,
)
from .measures import Item, Match, Reason, keeping_out, match, same

E = TypeVar("E", LicenceRequirement, Letter, LicenceException, ReviewChange, Duty, ForeignDirectProduct)


class StatusKind(StrEnum):
    """What an exporter in the United States meets who wants to send the chip to a civilian buyer in China."""

    no_licence = "no-licence"
    licence_exception_nac = "licence-exception-nac"
    letter = "letter"
    presumption_of_denial = "presumption-of-denial"
    case_by_case = "case-by-case"
    case_by_case_if_gates_met = "case-by-case-if-gates-met"
    cannot_be_computed = "cannot-be-computed"
    not_known_yet = "not-known-yet"
    not_exported_from_us = "not-exported-from-us"


SEVERITY = (
    StatusKind.presumption_of_denial,
    StatusKind.cannot_be_computed,
    StatusKind.case_by_case_if_gates_met,
    StatusKind.case_by_case,
    StatusKind.licence_exception_nac,
    StatusKind.no_licence,
)
"""Which status is said where several controls catch an item. A letter is no control: it counts for items that no
control catches, and closes a licence exception."""

REVIEWED = (StatusKind.presumption_of_denial, StatusKind.case_by_case, StatusKind.case_by_case_if_gates_met)
"""Under these a licence is needed by a control already: a letter that asks for one too is told, and changes nothing."""


class Asked(StrEnum):
    """What a step asks; ``letter_too`` where a control decides already."""

    known = "known"
    exported = "exported"
    control = "control"
    exception = "exception"
    review = "review"
    gate = "gate"
    letter = "letter"
    letter_too = "letter-too"


@dataclass(frozen=True)
class StatusStep:
    """One step to a status: a question put to a paragraph of a rule, the answer (None: not known), and the comparisons.

    ``about`` is the control, exception, gate or letter; ``named`` says that a text names the product; ``closed_by``
    what closes an exception, or may."""

    question: Asked
    answer: bool | None
    rule: Rule | None = None
    paragraph: str = ""
    about: str = ""
    reasons: tuple[Reason, ...] = ()
    named: bool = False
    closed_by: str = ""


@dataclass(frozen=True)
class Status:
    """An item's status on a day, the step that decides it and every step on the way."""

    kind: StatusKind
    decided_by: StatusStep | None = None
    steps: tuple[StatusStep, ...] = ()

    @property
    def rule(self) -> Rule | None:
        """The rule that decides."""
        return self.decided_by.rule if self.decided_by else None

    @property
    def paragraph(self) -> str:
        """The paragraph that decides."""
        return self.decided_by.paragraph if self.decided_by else ""

    @property
    def named(self) -> bool:
        """Whether the text that decides names the product."""
        return self.decided_by is not None and self.decided_by.named

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The comparisons that decided; for an item that is free, those of every control that misses it."""
        if self.kind is StatusKind.no_licence:
            missed = (reason for step in self.steps if step.question is Asked.control for reason in step.reasons)
            return tuple(dict.fromkeys(missed))
        return self.decided_by.reasons if self.decided_by else ()

    @property
    def gates(self) -> tuple[StatusStep, ...]:
        """The gates that were asked."""
        return tuple(step for step in self.steps if step.question is Asked.gate)

    def after(self, *steps: StatusStep) -> Status:
        """The same status with steps before its own."""
        return replace(self, steps=(*steps, *self.steps))


@dataclass(frozen=True)
class Application:
    """What is known of an application beside its item: answers at gates; whether BIS, or a licence requirement of part
    744 or 746 for the buyer, keeps the licence exception closed; whether it is one for the export of a commodity from
    the United States to an end user located in China or Macau, and not for a re-export or, of 3A090.a, for an end user
    elsewhere that is headquartered in Macau or Group D:5. A transfer within China (15 CFR 740.8, ACA), technology, and
    items of 3A090.b for such an end user elsewhere (744.23(d)(3)) go other ways, which are not computed."""

    gates: Mapping[str, Outcome] = field(default_factory=dict)
    exception_refused: bool = False
    is_export: bool = True


NO_APPLICATION = Application()
NO_EXPORT = Match(False, reasons=(same("export", False, True),))
"""How a review policy for exports meets every other application."""


@dataclass(frozen=True)
class Band:
    """A band of an import duty that takes in an item, and the comparisons that say so."""

    rule: Rule
    effect: Duty
    group: ThresholdGroup
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class DatedEffect(Generic[E]):
    """One effect of a measure, with the day on which it begins."""

    start: Date
    rule: Rule
    effect: E


@dataclass(frozen=True)
class InForce:
    """What is in force on a day and decides, each kind in order of its start."""

    requirements: tuple[DatedEffect[LicenceRequirement], ...] = ()
    letters: tuple[DatedEffect[Letter], ...] = ()
    exceptions: tuple[DatedEffect[LicenceException], ...] = ()
    changes: tuple[DatedEffect[ReviewChange], ...] = ()
    duties: tuple[DatedEffect[Duty], ...] = ()
    foreign: tuple[DatedEffect[ForeignDirectProduct], ...] = ()

    @property
    def deciding(self) -> tuple[DatedEffect[LicenceRequirement] | DatedEffect[ReviewChange], ...]:
        """What decides by thresholds that hold for every maker: the licence requirements, then the review policies."""
        return *self.requirements, *self.changes


def dated_effects(rules: Iterable[Rule], wanted: type[E]) -> tuple[DatedEffect[E], ...]:
    """The effects of one kind of all US measures that are law, earliest first."""
    found = [
        DatedEffect(_start(rule, effect), rule, effect)
        for rule in rules
        if is_law(rule)
        for effect in rule.effects
        if isinstance(effect, wanted)
    ]
    return tuple(sorted(found, key=lambda dated: (dated.start, dated.rule.id)))


def turns(rules: Iterable[Rule]) -> set[Date]:
    """The days on which effects begin that decide a status, and those after letters end."""
    found = set()
    for rule in rules:
        for effect in rule.effects if is_law(rule) else ():
            if not isinstance(effect, Duty | Statement):
                found.add(_start(rule, effect))
            if isinstance(effect, Letter) and effect.until:
                found.add(effect.until.first_day + timedelta(days=1))
    return found


def is_law(rule: Rule) -> bool:
    """Whether a rule is US law, by which alone statuses are computed."""
    return rule.jurisdiction == "us" and not rule.pending


def _start(rule: Rule, effect: Effect) -> Date:
    """The effect's own first day, or the rule's."""
    day = (effect.effective if isinstance(effect, LicenceRequirement | Letter) else None) or rule.effective
    assert day is not None, "the checks of the dossier see to it"
    return day.first_day


def in_force(rules: Iterable[Rule], day: Date) -> InForce:
    """The measures in force on a day: of each control, letter and exception the effect of the latest rule that set
    it."""
    rules = tuple(rules)

    def begun(wanted: type[E]) -> tuple[DatedEffect[E], ...]:
        return tuple(dated for dated in dated_effects(rules, wanted) if dated.start <= day)

    return InForce(
        tuple(
            replace(dated, effect=dated.effect.on(day))
            for dated in {dated.effect.control: dated for dated in begun(LicenceRequirement)}.values()
        ),
        tuple(
            letter
            for letter in {dated.effect.control: dated for dated in begun(Letter)}.values()
            if letter.effect.until is None or day <= letter.effect.until.first_day
        ),
        tuple({dated.effect.exception: dated for dated in begun(LicenceException)}.values()),
        begun(ReviewChange),
        begun(Duty),
        begun(ForeignDirectProduct),
    )


def status(item: Item, law: InForce, day: Date, application: Application = NO_APPLICATION) -> Status:
    """The item's status on a day for an export from the United States to a civilian buyer in China.

    Order of decision: is it known on the day, is there an export from the United States, which control catches it, does
    a licence exception admit it, how is an application reviewed, are the gates met; and outside every control, does a
    letter reach it. What is not known matters only if it may lead to different answers. A letter that names an item
    asks for a licence whether a control catches it or not, so it decides where that is not known. That the review
    policy of a control decides where a letter asks for a licence too is an inference from the last sentence of 15 CFR
    742.6(b)(10)(iii)(A)(1).
    """
    known = item.known_from
    if known and known > day.isoformat()[: len(known)]:
        return _decided(StatusKind.not_known_yet, StatusStep(Asked.known, False))
    if not item.exported_from_us:
        return _made_abroad(item, law)
    letter = _letter(item, law)
    found = _controlled(item, law, letter, application)
    if found.kind is StatusKind.no_licence and letter and letter.answer is not False:
        kind = StatusKind.letter if letter.answer else StatusKind.cannot_be_computed
        return Status(kind, letter, (*found.steps, letter))
    if found.kind is StatusKind.cannot_be_computed and letter and letter.named:
        return Status(StatusKind.letter, letter, (*found.steps, letter))
    if letter and letter.answer is not False and found.kind in REVIEWED:
        return replace(found, steps=(*found.steps, replace(letter, question=Asked.letter_too)))
    return replace(found, steps=(*found.steps, letter)) if letter and found.kind is StatusKind.no_licence else found


def _decided(kind: StatusKind, step: StatusStep) -> Status:
    return Status(kind, step, (step,))


def _made_abroad(item: Item, law: InForce) -> Status:
    """The status without an export from the United States. The rule on foreign direct products, once in force, reaches
    the making of what a control catches (15 CFR 734.9(h)(1)), so each control is asked."""
    if not law.foreign:
        return _decided(StatusKind.not_exported_from_us, StatusStep(Asked.exported, False))
    foreign = law.foreign[-1]
    made = StatusStep(Asked.exported, False, foreign.rule, foreign.effect.paragraph)
    asked = (_control(requirement, match(item, requirement.effect)) for requirement in law.requirements)
    return Status(StatusKind.not_exported_from_us, made, (made, *asked))


def _controlled(item: Item, law: InForce, letter: StatusStep | None, application: Application) -> Status:
    """The status by the controls alone: the severest of those that catch the item. What is not certain, whether a
    control catches it or whether an exception is open, counts if it might be severer than what is."""
    steps = [_control(requirement, match(item, requirement.effect)) for requirement in law.requirements]
    missed = [step for step in steps if step.answer is False and step.reasons]
    result = Status(StatusKind.no_licence, missed[0] if missed else None, tuple(missed))
    caught = [
        (step, reviewed, _admitted(item, law, requirement, reviewed, step, letter, application))
        for step, requirement in zip(steps, law.requirements, strict=True)
        if step.answer is not False
        for reviewed in [_reviewed(item, law, requirement, step, application)]
    ]
    for step, reviewed, would in sorted(caught, key=lambda found: (found[0].answer is None, _is_open(found[2]))):
        severest = reviewed if _is_open(would) else would
        if SEVERITY.index(severest.kind) < SEVERITY.index(result.kind):
            result = would if step.answer else _decided(StatusKind.cannot_be_computed, step)
    return result


def _is_open(found: Status) -> bool:
    return found.kind is StatusKind.cannot_be_computed


def _control(requirement: DatedEffect[LicenceRequirement], found: Match) -> StatusStep:
    paragraph = found.group.paragraph if found.group else requirement.effect.control
    control = requirement.effect.control
    return StatusStep(Asked.control, found.holds, requirement.rule, paragraph, control, found.reasons, found.named)


def _admitted(
    item: Item,
    law: InForce,
    requirement: DatedEffect[LicenceRequirement],
    reviewed: Status,
    caught: StatusStep,
    letter: StatusStep | None,
    application: Application,
) -> Status:
    """The status of an item under a control: that of a licence exception, if one is open, or of the review."""
    for found in law.exceptions:
        step = _exception(item, found, requirement.effect.control, letter, application)
        if step and step.answer is False:
            reviewed = reviewed.after(step)
        elif step:
            kind = StatusKind(f"licence-exception-{found.effect.exception.lower()}")
            return Status(kind if step.answer else StatusKind.cannot_be_computed, step, (caught, step))
    return reviewed.after(caught)


def _exception(
    item: Item, found: DatedEffect[LicenceException], control: str, letter: StatusStep | None, application: Application
) -> StatusStep | None:
    """Whether a licence exception is open to an item of a control; None if it has nothing to do with the control.

    15 CFR 740.8(a) leaves out items designed or marketed for data centres that meet 3A090.a; by (b) a licence
    requirement under part 744 closes it, so that of a letter does (an inference), and so do BIS's answer and the buyer.
    """
    admitted = [row for row in found.effect.admits if row.control == control]
    if not admitted:
        return None
    reasons = tuple(
        same("data_centre", item.data_centre, row.data_centre) for row in admitted if row.data_centre is not None
    )
    answers = [reason.holds for reason in reasons]
    answer = False if False in answers else None if None in answers else True
    closed = ""
    if answer is not False and application.exception_refused:
        answer, closed = False, "refusal"
    elif answer is not False and found.effect.closed_by_letter and letter and letter.answer is not False:
        answer, closed = (False, "letter") if letter.answer else (None, "letter-unknown")
    about = found.effect.exception
    return StatusStep(Asked.exception, answer, found.rule, found.effect.paragraph, about, reasons, closed_by=closed)


def _reviewed(
    item: Item,
    law: InForce,
    requirement: DatedEffect[LicenceRequirement],
    caught: StatusStep,
    application: Application,
) -> Status:
    """The status under a licence requirement, after the review policies that changed it."""
    decided = Status(StatusKind(requirement.effect.policy), replace(caught, paragraph=requirement.effect.paragraph))
    for change in law.changes:
        if requirement.effect.control not in change.effect.controls:
            continue
        found = match(item, change.effect) if application.is_export else NO_EXPORT
        paragraph, policy = change.effect.paragraph, str(change.effect.policy)
        step = StatusStep(Asked.review, found.holds, change.rule, paragraph, policy, found.reasons, found.named)
        inside = _gated(item, change, step, decided.kind, application)
        if found.holds is False:
            decided = _decided(decided.kind, step)
        elif found.holds or inside.kind is decided.kind:
            decided = inside.after(step)
        else:
            decided = _decided(StatusKind.cannot_be_computed, step)
    return decided


def _gated(
    item: Item, change: DatedEffect[ReviewChange], review: StatusStep, otherwise: StatusKind, application: Application
) -> Status:
    """The status of an item within a review policy: the policy's own if its gates are met, the earlier one if one is
    not.

    The gates that depend on the product are asked of every item; those of an application and a shipment only where an
    application says something of them.
    """
    steps = tuple(
        StatusStep(Asked.gate, _answer(outcome), change.rule, gate.paragraph, gate.id)
        for gate in change.effect.gates
        if (outcome := _outcome(gate, item, application))
    )
    if failed := [step for step in steps if step.answer is False]:
        return Status(otherwise, failed[0], steps)
    kind = StatusKind(change.effect.policy)
    if change.effect.policy is ReviewPolicy.case_by_case and any(step.answer is None for step in steps):
        kind = StatusKind.case_by_case_if_gates_met
    return Status(kind, review, steps)


def _outcome(gate: Gate, item: Item, application: Application) -> Outcome | None:
    said = application.gates.get(gate.id) or item.gates.get(gate.id)
    return said or (Outcome.unknown if gate.kind is GateKind.product else None)


def _answer(outcome: Outcome) -> bool | None:
    return {Outcome.met: True, Outcome.not_met: False, Outcome.unknown: None}[outcome]


def _letter(item: Item, law: InForce) -> StatusStep | None:
    """Whether a letter reaches an item: the latest that does, by name, or by a criterion and its maker. None without a
    letter to its maker.

    A letter binds its addressee. Whether the letter to another maker has the same criteria may not be known, nor who
    made the item: then it is not known whether a letter reaches what meets them.
    """
    steps = []
    for letter in reversed(law.letters):
        found, maker = match(item, letter.effect), _addressed(item, letter.effect)
        if not found.named and maker.holds is False:
            continue
        reasons = found.reasons if found.named or found.holds is False else (*found.reasons, maker)
        answer = maker.holds if found.holds and not found.named else found.holds
        paragraph, addressee = letter.effect.paragraph or "", letter.effect.addressee
        steps.append(StatusStep(Asked.letter, answer, letter.rule, paragraph, addressee, reasons, found.named))
    for wanted in (True, None, False):
        for step in steps:
            if step.answer is wanted:
                return step
    return None


def _addressed(item: Item, letter: Letter) -> Reason:
    """Whether an item's maker is the one to whom a letter was sent; None if not stated, or if the letter to it may have
    the same criteria."""
    maker = same("maker", item.maker, letter.addressee)
    return replace(maker, holds=None) if item.maker in letter.may_bind else maker


def band(item: Item, law: InForce) -> Band | None:
    """The band of the first duty that takes in an item; None if it lies in none."""
    for duty in law.duties:
        found = match(item, duty.effect)
        if found.holds and found.group:
            return Band(duty.rule, duty.effect, found.group, found.reasons)
    return None


def band_is_open(item: Item, law: InForce) -> bool:
    """Whether a figure that is not known decides if an item lies in a band of a duty."""
    return band(item, law) is None and any(match(item, duty.effect).holds is None for duty in law.duties)


def outside_bands(item: Item, law: InForce) -> tuple[str, ...] | None:
    """The quantities that keep an item out of every band of the duties; None if a figure that decides is not known."""
    if band_is_open(item, law):
        return None
    return keeping_out(item, (group for duty in law.duties for group in duty.effect.any_of))
