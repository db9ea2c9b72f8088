"""The kinds of record, in the order in which pages list them. A new kind is a file beside this one and a line here."""

from __future__ import annotations

from .actor import Actor
from .caveat import Caveat
from .chip import Chip
from .claim import Claim
from .conclusion import Conclusion
from .conflict import Conflict
from .correction import Correction
from .event import Event
from .question import Question
from .rule import Rule
from .shared import Record
from .source import Source
from .step import Step
from .term import Term
from .version import Version

KINDS: tuple[type[Record], ...] = (
    Claim,
    Source,
    Actor,
    Chip,
    Rule,
    Event,
    Conflict,
    Step,
    Conclusion,
    Caveat,
    Term,
    Version,
    Question,
    Correction,
)

BY_FOLDER = {kind.folder: kind for kind in KINDS}
"""The kinds by the name of their folder under ``data/``."""
