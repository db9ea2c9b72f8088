"""Negatives: what is denied is denied of what was read, of what was searched, or by somebody."""

from __future__ import annotations

import pytest
from law.made import TEXT, says
from law.made import rule as made_rule
from made import claim, conflict, event, found, question, source, step, words
from reading.checks.checking import problems

from macros.reading.checks.negatives import denials, unbounded_negatives
from macros.record.correction import Correction
from macros.record.shared import Record
from macros.record.term import Term
from macros.record.version import Version


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("No order was placed.", "en"),
        ("None was delivered.", "en"),
        ("Nothing is official.", "en"),
        ("Neither firm confirmed it.", "en"),
        ("Nobody is named.", "en"),
        ("The rule is old, and no repeal was found.", "en"),
        ("There are talks, but no firm has yet been announced.", "en"),
        ("The letter was never published.", "en"),
        ("Its text has not been published.", "en"),
        ("The maker has published none.", "en"),
        ("Not one chip was delivered.", "en"),
        ("Chips were ordered, none delivered.", "en"),
        ("The chip was never sold there.", "en"),
        ("It hasn't been approved.", "en"),
        ("The summit brought no deal, and there is no date for another.", "en"),
        ("They were shipped without any licence.", "en"),
        ("No report was found.", "en"),
        ("Not one has come.", "en"),
        ("It is there, and no one has seen it.", "en"),
        ("لا رقاقة منها في الصين.", "ar"),
        ("The ministry did not approve the sale.", "en"),
        ("لم تصل الرقائق.", "ar"),
        ("No shipment was reported.", "en"),
        ("لم تُسلَّم أي رقاقة.", "ar"),
        ("وما من صفقة.", "ar"),
        ("شُحنت من دون أي ترخيص.", "ar"),
        ("لا خبر عنها.", "ar"),
        ("لم يُعثر على إشعار.", "ar"),
        ("ولم تُنشر الرسالة.", "ar"),
        ("لم يصدر قرار.", "ar"),
        ("ولا دليل على ذلك.", "ar"),
        ("لا توجد صفقة.", "ar"),
        ("ليس ثمة قرار.", "ar"),
        ("The maker sold nothing there.", "en"),
        ("Zero chips were delivered.", "en"),
        ("Deliveries have yet to come.", "en"),
        ("Deliveries have not begun.", "en"),
        ("The sales did not resume.", "en"),
        ("There isn't any order.", "en"),
        ("لم تبدأ الشحنات.", "ar"),
        ("لم تستأنف المبيعات.", "ar"),
        ("ولم تحقق الشركة إيرادًا.", "ar"),
        ("لم يدخل الصين شيء منها.", "ar"),
        ("ليس لدى الشركة زبائن هناك.", "ar"),
        ("لا تراخيص حتى الآن.", "ar"),
    ],
)
class TestDenials:
    """A sentence that denies something of the world."""

    def test_is_found_among_others(self, text, language):
        other = "It rained." if language == "en" else "هطل المطر."
        assert list(denials(f"{other} {text} {other}", language)) == [text]

    @pytest.mark.parametrize("form", ["in the copies read", "he said", "according to a filing", "as quoted"])
    def test_passes_with_an_accepted_form(self, text, language, form):
        form = form if language == "en" else "في ما قُرئ"
        assert list(denials(f"{text[:-1]} {form}.", language)) == []

    def test_a_form_in_another_sentence_does_not_bound_it(self, text, language):
        form = "It was read." if language == "en" else "قُرئ ذلك."
        assert list(denials(f"{form} {text} {form}", language)) == [text]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("No. 27 of the list names it.", "en"),
        ("No: the rule is older.", "en"),
        ("The chip gains nothing in size and, on the one measurement found, a little in speed.", "en"),
        ("It is not known which of the two holds.", "en"),
        ("No notice was found in the copies read.", "en"),
        ("Reuters says that no halt was ordered.", "en"),
        ("يُعثر على الرقم في الصفحة.", "ar"),
        ("لم يُعثر على إشعار في ما قُرئ من نسخ.", "ar"),
        ("وقالت رويترز إنه لم يصدر أمر.", "ar"),
        ("By Reuters none was sold.", "en"),
        ("There were talks; by the retellings no order was placed.", "en"),
        ("As Example News reported, none was sold.", "en"),
        ("The criteria are not known, and its address was not established.", "en"),
        ("The filing names no buyer and gives no number.", "en"),
        ("It needs no licence.", "en"),
        ("رقاقة لمحطات العمل، لا رقاقة للمراكز.", "ar"),
        ("The talks did not concern the chip.", "en"),
        ("لم تصل إلا رقاقة واحدة.", "ar"),
        ("It is all or nothing.", "en"),
        ("Imports at a zero rate were announced.", "en"),
        ("What it means has yet to be seen.", "en"),
        ("أربعون أو لا شيء.", "ar"),
        ("“None sold” becomes “few sold” on the way.", "en"),
        ("يُمنع التصدير ما لم توافق الوزارة.", "ar"),
        ("نُقل عن أشخاص لم تُكشف أسماؤهم.", "ar"),
        ("لا يُعرف عددها، ولم يثبت رابطها.", "ar"),
    ],
)
def test_what_is_no_denial_of_the_world(text, language):
    assert list(denials(text, language)) == []


@pytest.mark.parametrize("text", ["No rule was ready.", "None was asked.", "No one was able to read it."])
def test_what_only_looks_like_a_bound(text):
    assert list(denials(text, "en")) == [text]


@pytest.mark.parametrize(
    ("text", "found"),
    [("There is no need of a licence.", False), ("Nothing: it confirms.", False), ("No rule was published.", True)],
)
def test_of_a_text_only_what_did_not_happen_is_looked_at(text, found):
    assert list(denials(text, "en", every=False)) == [text] * found
    assert list(denials(text, "en")) == [text]


class TestOwnWords:
    """The dossier's own words are looked at, those of laws and of others are not."""

    NO = {"en": "None was found.", "ar": "لم يُعثر على شيء."}
    CORRECTION = {"id": "c", "date": "2031-01-01", "title": TEXT, "stood": TEXT, "stands": TEXT, "why": TEXT}
    PARAGRAPH = {"aspect": "items", "paragraph": "a", "text": TEXT}
    VERSION = {"id": "v", "provision": "740-8", "name": TEXT, "first": "2031", "rule": None, "changed": TEXT} | {
        "elements": [PARAGRAPH],
        "standing": "verified",
        "sources": ["x"],
    }

    @pytest.mark.parametrize(
        ("made", "place"),
        [
            (event("e", summary=NO), "summary"),
            (claim("c", findings=[found(note=NO)]), "findings.0.note"),
            (conflict("c", reading=NO), "reading"),
            (question("q", answer=NO), "answer"),
            (question("q", short=NO), "short"),
            (made_rule("r", "2031-01-01", notes=[TEXT, NO]), "notes.1"),
            (event("e", title=NO), "title"),
            (made_rule("r", "2031-01-01", changed=NO), "changed"),
            (step("s", meaning=NO), "meaning"),
            (source("s", note=NO), "note"),
            (source("s", read_note=NO), "read_note"),
            (Term.model_validate({"id": "t", "name": TEXT, "definition": NO}), "definition"),
            (Version.model_validate(VERSION | {"changed": NO}), "changed"),
            (Correction.model_validate(CORRECTION | {"stands": NO}), "stands"),
        ],
        ids=lambda made: made.folder if isinstance(made, Record) else made,
    )
    def test_in_each_language(self, made, place):
        said = [problem.partition(" denies")[0] for problem in problems(unbounded_negatives, made)]
        assert said == [f"f:1: {place}.en: “{self.NO['en']}”", f"f:1: {place}.ar: “{self.NO['ar']}”"]

    def test_what_was_expected_is_said(self):
        (first, _) = problems(unbounded_negatives, event("e", summary=self.NO))
        assert first.endswith(
            'denies without a bound; expected what was read or searched, as in "in the copies read", or who says so'
        )

    @pytest.mark.parametrize(
        "made",
        [
            event("e", title={"en": "Tarn Wire: none was found", "ar": "وكالة تارن: لم يُعثر على شيء"}),
            claim("c", statement=NO),
            conflict("c", {"answer": NO}, {}),
            made_rule("r", "2031-01-01", says("x") | {"text": NO}),
            Version.model_validate(VERSION | {"elements": [PARAGRAPH | {"text": NO}]}),
            Correction.model_validate(CORRECTION | {"stood": NO}),
            source("s", title=NO),
        ],
        ids=[
            *("a title that says who", "the article's statement", "an answer in a dispute", "what a rule says"),
            *("a paragraph", "what stood", "another's title"),
        ],
    )
    def test_not_elsewhere(self, made):
        assert problems(unbounded_negatives, made) == []


def test_each_language_is_judged_by_itself():
    made = event("e", summary=words("None was found in the copies read.") | {"ar": "لم يُعثر على شيء."})
    assert [problem.split(":")[2].strip() for problem in problems(unbounded_negatives, made)] == ["summary.ar"]
