"""Controls: what changes the review of items, or excepts them, is for a control that is in force by then, and changes
something."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ...record.fields import PartialDate
from ...record.rule import Letter, LicenceException, LicenceRequirement, ReviewChange, Rule
from ...record.shared import Record
from ...record.walking import Location
from ..problems import Problem
from ..yaml_file import Document
from .check import Reading


def unknown_controls(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A review policy or an exception is for a control that no licence requirement of that government has, or none by
    then, and so for nothing."""
    if not isinstance(record, Rule) or not any(_controls(record)):
        return
    begun = _begun(reading, record)
    for location, control in _controls(record):
        if control not in begun and reading.is_whole(Rule):
            expected = ", ".join(sorted(begun)) or "none, since no rule has a licence requirement"
            yield document.problem(location, f"no control '{control}'; expected {expected}")
        if control in begun and record.effective and record.effective.before(first := min(begun[control])[0]):
            yield document.problem(
                location,
                f"'{control}' is in force from {first}, after {record.effective}; expected a control that was in force",
            )


def _begun(reading: Reading, record: Rule) -> dict[str, list[tuple[PartialDate, str]]]:
    """The days from which the licence requirements of a government hold, with their rules, by control; those of bills
    for a bill alone."""
    begun: dict[str, list[tuple[PartialDate, str]]] = {}
    for rule in reading.dossier.all(Rule):
        is_law = rule.jurisdiction == record.jurisdiction and (record.pending or not rule.pending)
        for effect in rule.effects if is_law else ():
            if isinstance(effect, LicenceRequirement) and (start := effect.effective or rule.effective):
                begun.setdefault(effect.control, []).append((start, rule.id))
    return begun


def _controls(rule: Rule) -> Iterator[tuple[Location, str]]:
    for index, effect in enumerate(rule.effects):
        if isinstance(effect, ReviewChange):
            for place, control in enumerate(effect.controls):
                yield ("effects", index, "controls", place), control
        if isinstance(effect, LicenceException):
            for place, admission in enumerate(effect.admits):
                yield ("effects", index, "admits", place, "control"), admission.control


def controls_alike(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A control differs from one that stands before it by case, width or punctuation alone, and so would not replace
    it."""
    if not isinstance(record, Rule):
        return
    for index, control in _required(record):
        mark = _look(record, control)
        bearers = (reading.dossier.find(Rule.folder, id) for id in reading.bearers(Rule, _looks, mark))
        alike = (other for rule in bearers if isinstance(rule, Rule) for _, other in _required(rule))
        first = next(other for other in alike if _look(record, other) == mark)
        if control != first:
            yield document.problem(
                ("effects", index, "control"),
                f"'{control}' reads like '{first}', but is another control; expected '{first}', or a name of its own",
            )


def _required(rule: Rule) -> Iterator[tuple[int, str]]:
    """The controls by which a rule requires licences, with the places of their effects."""
    for index, effect in enumerate(rule.effects):
        if isinstance(effect, LicenceRequirement | Letter):
            yield index, effect.control


def _look(rule: Rule, control: str) -> tuple[str, str]:
    """How a control of a rule looks: whose law it is of, and the letters and digits of its name, without case and
    width."""
    plain = unicodedata.normalize("NFKC", control).casefold()
    return rule.jurisdiction, "".join(sign for sign in plain if sign.isalnum())


def _looks(rule: Rule) -> Iterator[tuple[str, str]]:
    return (_look(rule, control) for _, control in _required(rule))


def letters_of_two(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A letter has the control of one to another maker, and so would take its place, though each binds its own
    addressee."""
    for index, effect in enumerate(record.effects if isinstance(record, Rule) else ()):
        if not isinstance(effect, Letter):
            continue
        first = next(
            other
            for rule in reading.dossier.all(Rule)
            for other in rule.effects
            if isinstance(other, Letter) and other.control == effect.control
        )
        if effect.addressee != first.addressee:
            yield document.problem(
                ("effects", index, "addressee"),
                f"'{effect.addressee}', but '{effect.control}' is a letter to '{first.addressee}'; expected that one, "
                "or a control of its own",
            )


def renumbered_too_late(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """The policy of a control moves to another paragraph when it holds no longer, since another effect has replaced
    it."""
    for index, effect in enumerate(record.effects if isinstance(record, Rule) else ()):
        if not isinstance(record, Rule) or not isinstance(effect, LicenceRequirement) or not effect.renumbered:
            continue
        start = effect.effective or record.effective
        later = [(day, id) for day, id in _begun(reading, record)[effect.control] if start and start.before(day)]
        end, id = min(later, default=(None, ""))
        for place, change in enumerate(effect.renumbered):
            if end and not change.since.before(end):
                yield document.problem(
                    ("effects", index, "renumbered", place, "since"),
                    f"{change.since}, but '{id}' replaced '{effect.control}' on {end}; expected an earlier day",
                )


def idle_reviews(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A review policy is the one that its controls have anyhow, or the same rule has another for one of them."""
    if not isinstance(record, Rule):
        return
    above: dict[str, str] = {}
    for index, effect in enumerate(record.effects):
        if not isinstance(effect, ReviewChange):
            continue
        if {*_policies(reading, effect)} == {effect.policy}:
            yield document.problem(
                ("effects", index, "policy"),
                f"'{effect.policy}' is the policy of {', '.join(effect.controls)} anyhow; expected another",
            )
        for place, control in enumerate(effect.controls):
            if above.setdefault(control, effect.policy) != effect.policy:
                yield document.problem(
                    ("effects", index, "controls", place),
                    f"'{control}' has the policy '{above[control]}' above, from the same day; expected one policy",
                )


def _policies(reading: Reading, change: ReviewChange) -> Iterator[str]:
    """The policies that the controls of a change have by their requirements, or by other changes."""
    for rule in reading.dossier.all(Rule):
        for effect in rule.effects:
            if isinstance(effect, LicenceRequirement) and effect.control in change.controls:
                yield effect.policy
            if isinstance(effect, ReviewChange) and effect is not change and {*effect.controls} & {*change.controls}:
                yield effect.policy


def idle_admissions(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """An exception admits what it admits already, or items of a kind that the control does not catch."""
    for index, effect in enumerate(record.effects if isinstance(record, Rule) else ()):
        for place, admission in enumerate(effect.admits if isinstance(effect, LicenceException) else ()):
            here, admitted = ("effects", index, "admits", place), admission.data_centre
            if admitted is None or not isinstance(effect, LicenceException):
                continue
            if any(other.control == admission.control and other.data_centre is None for other in effect.admits):
                yield document.problem(here, f"'{admission.control}' is admitted whole already; expected it once")
            if {*_caught(reading, admission.control)} == {not admitted}:
                yield document.problem(
                    (*here, "data_centre"),
                    f"'{admission.control}' catches no such items, so nothing is excepted; expected {not admitted}",
                )


def _caught(reading: Reading, control: str) -> Iterator[bool | None]:
    """Of what a control catches, group by group, whether it is for data centres; None where that does not matter."""
    for rule in reading.dossier.all(Rule):
        for effect in rule.effects:
            if isinstance(effect, LicenceRequirement) and effect.control == control:
                yield from (group.data_centre for group in effect.any_of)
                yield from (None for _ in effect.products)
