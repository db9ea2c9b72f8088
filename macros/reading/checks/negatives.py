"""Negatives: that something is not so is known of what was read or searched, or of one who says it, never of the world.

A sentence fails that says "no …", "none", "nothing" or "was not found" and names neither. What a law says or a measure
changes is no statement on the world: in such fields only what is said not to have happened is looked at, and in the
law's own conditions and paragraphs nothing is.
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
from ...record.correction import Correction
from ...record.event import Event
from ...record.question import Question
from ...record.rule import Rule
from ...record.shared import Record
from ...record.source import Source
from ...record.step import Step
from ...record.term import Term
from ...record.version import Version
from ..problems import Problem
from ..yaml_file import Document

OWN_WORDS: dict[type[Record], frozenset[str]] = {
    Claim: frozenset({"reports", "findings", "later"}),
    Event: frozenset({"title", "summary", "sourcing", "relations"}),
    Conflict: frozenset({"reading"}),
    Step: frozenset({"brief", "status", "contradicted_by"}),
    Conclusion: frozenset({"heading", "text"}),
    Question: frozenset({"short", "answer"}),
    Caveat: frozenset({"text"}),
    Actor: frozenset({"role", "interest", "relations", "note"}),
    Chip: frozenset({"summary", "figures", "gates", "data_centre", "note"}),
    Rule: frozenset({"summary", "standing_note", "notes"}),
}
"""The fields in which the dossier speaks of the world in its own words: every denial is looked at."""

WORDS_ON_TEXTS: dict[type[Record], frozenset[str]] = {
    Rule: frozenset({"changed", "opens_period"}),
    Version: frozenset({"changed", "first_note"}),
    Step: frozenset({"meaning"}),
    Term: frozenset({"definition", "variants"}),
    Source: frozenset({"note", "read_note", "address_note"}),
    Correction: frozenset({"stands", "why"}),
    Caveat: frozenset({"title"}),
}
"""The fields that tell what a text says, what a measure changed or what a word means: only a denial that something
happened is looked at. Elsewhere the words are others': a law's (``effects``, ``elements``), the article's, those of a
side of a dispute, which says who gives its answer, a source's own title, and what once ``stood`` here."""

HAPPENED = {
    "en": (
        r"published|announced|disclosed|issued|delivered|shipped|sold|bought|approved|ordered|placed|granted|licensed"
        r"|signed|adopted|agreed|reported|received|decided|imposed|lifted|enacted|introduced|filed|admitted|reached|arrived|happened"
        r"|begun|started|resumed|paid"
    ),
    "ar": (
        r"[يت](?:عثر|نشر|علن|سلم|شحن|بع|باع|منح|وقع|رخص|فرض|سجل|قرر|وافق|دفع|طلب|شتر|عتمد)|[يت]صدر|[يت]ؤكد"
        r"|[يت]كشف(?! أسما)|[يت]تلق|[يت]تفق|[يت]حدث|[يت]جر|[يت]وجد"
        r"|[يت]بدأ|[يت]ستأنف|[يت]حقق|[يت]دخل|[يت]سبق|[يت]صل|[يت]تسلم|[يت]ستلم|[يت]حصل|[يت]شهد|[يت]صادق"
    ),
}
"""What is said to have happened, or not to have."""

_OCCURRENCE = {
    "en": re.compile(
        r"\b(?:not one|not a single|no one|no|none|nothing|nobody|neither|nowhere|(?<!a )(?<!at )zero)\b"
        r"(?:[^\w.:;!?]+[\w'’]+){0,5}?[^\w.:;!?]+"
        rf"(?:(?:was|were|is|are|has|have|had|been|be)\W+(?:(?:yet|ever|so far|been)\W+)*)?"
        rf"(?:{HAPPENED['en']}|found|seen|confirmed|documented|made)\b"
        r"|\b(?:published|announced|confirmed|disclosed|issued|made|placed|granted|signed|took|brought|received|ordered"
        r"|sold|shipped|delivered|bought|approved) (?:no|none|nothing|zero)\b"
        r"|\b(?:is|are|has|have|had) yet to\b(?! be (?:seen|known|explained))"
        r"|\b(?:(?:has|have|had|was|were|is|are) (?:not|never)|never|not(?= been| yet)|\w+n['’]t) "
        rf"(?:been |yet |ever )*(?:{HAPPENED['en']}|found|public)\b"
        r"|\bnot (?:found|published|announced|disclosed|issued|public)\b"
        r"|\bdid(?: not|n['’]t) (?:yet |ever )?(?:publish|announce|disclose|issue|deliver|ship|sell|buy|approve|order"
        r"|place|grant|sign|adopt|agree|receive|decide|impose|lift|file|admit|get|arrive|happen|take place|begin|start"
        r"|resume|respond|pay)\b",
        re.IGNORECASE,
    ),
    "ar": re.compile(
        rf"(?<!\w)(?<!ما )(?<!الذي )(?<!التي )[وف]?(?:لم|لن) (?:{HAPPENED['ar']})(?!\w)"
        r"(?!\W+(?:\w+\W+){0,4}?(?:إلا|سوى)(?!\w))"  # that is: only
    ),
}
"""That something did not happen; the Arabic without its vowel signs."""

_DENIAL = {
    "en": re.compile(
        r"^(?:no (?=[\w\[“\"])|(?:none|nothing|nobody|neither)\b)"
        r"|\bthere (?:is|was|were|are|has been|have been) (?:no|none|nothing|nobody)\b"
        r"|\bthere (?:is|was|were|are)n[’']t any\b"
        r"|\b(?:not one|not a single|no one)\b|\bwithout (?:any|a single)\b(?! source)",
        re.IGNORECASE,
    ),
    "ar": re.compile(
        r"(?<!\w)[وف]?لا (?:خبر|نص|دليل|يوجد|توجد|وجود|قرار|اتفاق|إعلان|شحنات?|مبيعات|طلبيات?|إشعار|أحد|تراخيص|ترخيص)"
        r"(?!\w)"
        r"|^[وف]?لا (?:رقاقة|رقائق)(?!\w)|(?<!\w)[وف]?ليست? (?:ثمة|هناك|هنالك|لدى)(?!\w)|(?<!\w)[وف]?ما من \w+"
        r"|(?<!\w)(?:دون|بلا|بدون) أي(?!\w)(?! مصدر)"
    ),
}
"""That something is not there, in other words."""

BOUNDS = {
    "en": (
        *("(?<!to )(?<!could )(?<!can )read", "searched", "looked for", "asked,? (?:whether|if|about|it|he|she|they)"),
        *("said", "says", "say", "saying", "told", "tells?", "testified", "wrote", "writes", "states", "stated"),
        *("reports? that", "reported that", "reported by", "by reports", "reports (?:no|none|nothing)", "according to"),
        *("as reported", "in the reports?", "by the reports?", "retold", "by its (?:text|own|filing)", "in its filing"),
        *(r"as (?:[A-Z][\w’']* ){1,3}reported", "as quoted", "speaks? of", "spoke of", "word that", "reports show"),
        *("by the (?:retellings|digests|filings?|trackers?|accounts?|surveys?|notes?)", "it is said", "in law"),
    ),
    "ar": (
        *("قرئ", "قرئت", "قرئا", "مقروء", "مقروءة", "المقروء", "المقروءة", "بحث عنه", "بحث عنها", "في ما بحث", "اطلع"),
        *(
            "قال",
            "قالت",
            "قالوا",
            "قالا",
            "يقول",
            "تقول",
            "القول",
            "قول",
            "ذكر",
            "ذكرت",
            "يذكر",
            "تذكر",
            "أبلغ",
            "أبلغت",
        ),
        *("أفاد", "أفادت", "يفيد", "تفيد", "أضاف", "أضافت", "كتب", "كتبت", "صرح", "شهد", "شهادة", "جاء في"),
        *("أورد", "أوردت", "يورد", "تورد", "سئل", "سئلت", "سئلا", "نقل", "نقلت", "ينقل", "تنقل"),
        *("بحسب", "بنص", "وفق", "حسبما", "في (?:خبر|أخبار|تقرير|تقارير|إفصاح)", "الأخبار", "يسجل", "تسجل"),
        *("يقال", "رأى", "رأت", "تتفق", "يتفق", "بأنه", "بأنها", "بأن"),
    ),
}
"""The accepted forms, as patterns: what was read or searched, or who says so. What is itself denied bounds nothing."""

_BOUND = {
    language: re.compile(rf"(?<!\w)[وفبل]?(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)
    for language, forms in BOUNDS.items()
}
_BY = re.compile(r"(?:^|[,;:(–—]\s*|\b(?:and|but|that)\s+)[Bb]y (?:the |its |his |her |their |one |\[\[)?[A-Z\[]")
"""Who says so, in few words: “by Reuters none was sold”."""

_SPEAKER = re.compile(r"(?!Yes\b|No\b|نعم|لا )[^:.]{2,80}: ")
"""Who says so at the head of a title: “Reuters: none sold”."""

_QUOTED = re.compile(r'“[^”]*”|«[^»]*»|"[^"]*"')
"""Words of somebody else."""

_SENTENCE = re.compile(r"(?<=[.!?؟])\s+")
_VOWEL_SIGNS = re.compile(r"[\u064b-\u0652]")


def unbounded_negatives(record: Record, document: Document) -> Iterator[Problem]:
    """A sentence denies something of the world and names neither what was read or searched nor who says so."""
    own, on_texts = (fields.get(type(record), frozenset()) for fields in (OWN_WORDS, WORDS_ON_TEXTS))
    for location, text in record.texts:
        if location[0] in own | on_texts and not (location[0] == "title" and _SPEAKER.match(text)):
            for sentence in denials(text, str(location[-1]), every=location[0] in own):
                yield document.problem(
                    location,
                    f"“{sentence}” denies without a bound; expected what was read or searched, as in "
                    '"in the copies read", or who says so',
                )


def denials(text: str, language: str, every: bool = True) -> Iterator[str]:
    """The sentences of a text that deny something without a bound: ``every`` denial, or that something happened."""
    for sentence in _SENTENCE.split(text):
        bare = _QUOTED.sub(" … ", _VOWEL_SIGNS.sub("", sentence))
        rest, denied = _OCCURRENCE[language].subn(" … ", bare)
        if (denied or (every and _DENIAL[language].search(bare))) and not _is_bounded(rest, bare, language):
            yield sentence


def _is_bounded(rest: str, whole: str, language: str) -> bool:
    """Whether a sentence, but for what it denies, names what was read or who says so."""
    return bool(_BOUND[language].search(rest) or (language == "en" and _BY.search(whole)))
