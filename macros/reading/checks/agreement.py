"""Agreement: two records that say the same thing say it alike."""

from __future__ import annotations

from collections.abc import Iterator

from ...record.actor import Actor, ActorKind
from ...record.chip import Chip
from ...record.claim import Claim
from ...record.conclusion import Conclusion
from ...record.fields import StepId
from ...record.shared import Record
from ...record.step import Step
from ..problems import Problem
from ..yaml_file import Document
from .check import Reading


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
    """The steps are numbered from one on, and a claim mistakes a step for a later one."""
    if isinstance(record, Step):
        orders = {step.order for step in reading.dossier.all(Step)}
        if record.order > 1 and record.order - 1 not in orders:
            yield document.problem(("order",), f"{record.order}, but no step is {record.order - 1}; expected no gap")
    if isinstance(record, Claim) and record.mistakes_step_for:
        own, taken = _order(reading, record.step), _order(reading, record.mistakes_step_for)
        if not record.step or (own and taken and taken <= own):
            yield document.problem(
                ("mistakes_step_for",),
                f"'{record.mistakes_step_for}' is no step after the claim's; expected a later one",
            )


def _order(reading: Reading, id: StepId | None) -> int | None:
    step = reading.dossier.find(Step.folder, id) if id else None
    return step.order if isinstance(step, Step) else None


def makers_that_make(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A chip is made by what is no company."""
    if isinstance(record, Chip):
        maker = reading.dossier.find(Actor.folder, record.vendor)
        if isinstance(maker, Actor) and maker.kind not in (ActorKind.company, ActorKind.group):
            yield document.problem(("vendor",), f"'{record.vendor}' is a {maker.kind}; expected a company or a group")


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
