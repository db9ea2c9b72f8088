"""Negatives: that something is not so is known of what was read or searched, or of one who says it, never of the world.

A text fails that says "no …", "none", "nothing" or "was not found" in a sentence that names neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...record.actor import Actor
from ...record.caveat import Caveat
from ...record.chip import Chip
from ...record.claim import Claim
from ...record.conclusion import Conclusion
from ...record.conflict import Conflict
from ...record.event import Event
from ...record.question import Question
from ...record.rule import Rule
from ...record.shared import Record
from ...record.step import Step
from ..problems import Problem
from ..yaml_file import Document
from .check import Reading

OWN_WORDS: dict[type[Record], frozenset[str]] = {
    Claim: frozenset({"reports", "findings", "later"}),
    Event: frozenset({"summary", "sourcing", "relations"}),
    Conflict: frozenset({"reading"}),
    Step: frozenset({"brief", "status", "contradicted_by"}),
    Conclusion: frozenset({"heading", "text"}),
    Question: frozenset({"answer"}),
    Caveat: frozenset({"text"}),
    Actor: frozenset({"role", "interest", "relations", "note"}),
    Chip: frozenset({"summary", "figures", "gates", "data_centre", "note"}),
    Rule: frozenset({"summary", "standing_note", "notes"}),
}
"""The fields in which the dossier speaks of the world in its own words; in others it gives those of a law, of an answer
in a dispute, or of what it has read of a source."""

NEGATIVE = {
    "en": re.compile(
        r"^(?:no (?=[\w\[“\"])|(?:none|nothing|nobody|neither)\b)"
        r"|\b(?:no|none|nothing|nobody|neither)(?:\W+[\w']+){0,5}?\W+(?:was|were|is|are|has|have|had|been)"
        r"\W+(?:been )?(?:found|seen|published|announced|confirmed|disclosed|issued)\b"
        r"|\b(?:published|announced|confirmed|disclosed|issued) (?:no|none|nothing)\b"
        r"|\b(?:not|never) (?:been |yet )*(?:found|published|announced|disclosed|issued|public)\b",
        re.IGNORECASE,
    ),
    "ar": re.compile(
        r"(?<!\w)[وف]?لم (?:[يت]عثر|[يت]نشر|[يت]صدر|[يت]علن|[يت]ؤكد)\b"
        r"|(?<!\w)[وف]?لا (?:خبر|نص|دليل|يوجد|توجد)\b|(?<!\w)[وف]?ليست? (?:ثمة|هناك)\b"
    ),
}
"""Sentences that deny something, by language; the Arabic without its vowel signs."""

BOUNDS = {
    "en": (
        *("read", "searched", "looked for", "asked"),
        *("said", "says", "say", "saying", "told", "tells", "tell", "testified", "wrote", "writes", "states", "stated"),
        *("reported", "reports", "report", "according to"),
    ),
    "ar": (
        *("قرئ", "قرئت", "قرئا", "مقروء", "مقروءة", "المقروء", "المقروءة", "بحث عنه", "بحث عنها", "في ما بحث"),
        *("قال", "قالت", "قالوا", "قالا", "يقول", "تقول", "القول", "ذكر", "ذكرت", "يذكر", "تذكر", "أبلغ", "أبلغت"),
        *("أفاد", "أفادت", "يفيد", "تفيد", "أضاف", "أضافت", "كتب", "كتبت", "صرح", "شهد", "شهادة", "جاء في"),
        *("أورد", "أوردت", "يورد", "تورد", "سئل", "سئلت", "سئلا", "نقل", "نقلت", "ينقل", "تنقل"),
        *("بحسب", "وفق", "حسبما", "خبر", "أخبار", "تقرير", "تقارير"),
    ),
}
"""The accepted forms: what was read or searched, or who says so."""

_BOUND = {
    language: re.compile(rf"(?<!\w)[وفبل]?(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)
    for language, forms in BOUNDS.items()
}
_SENTENCE = re.compile(r"(?<=[.!?؟])\s+")
_VOWEL_SIGNS = re.compile(r"[\u064b-\u0652]")


def unbounded_negatives(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A sentence denies something of the world and names neither what was read or searched nor who says so."""
    own = OWN_WORDS.get(type(record), frozenset())
    for location, text in record.texts:
        if location[0] in own:
            for sentence in denials(text, str(location[-1])):
                yield document.problem(
                    location,
                    f"“{sentence}” denies without a bound; expected what was read or searched, as in "
                    '"in the copies read", or who says so',
                )


def denials(text: str, language: str) -> Iterator[str]:
    """The sentences of a text that deny something without a bound."""
    for sentence in _SENTENCE.split(text):
        bare = _VOWEL_SIGNS.sub("", sentence)
        if NEGATIVE[language].search(bare) and not _BOUND[language].search(bare):
            yield sentence
